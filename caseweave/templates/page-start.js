"use strict";
// What every part works with: the data, the rows as they stand in the page, and small helpers.
// Words reach the page as text only (textContent); nothing here makes HTML out of data.

const data = JSON.parse(document.getElementById("data").textContent);
const rows = Array.from(document.querySelectorAll(".entries tbody tr"));
const parts = Array.from(document.querySelectorAll(".entries tbody"));
const [START, END, LANE, TOLD, PEOPLE, TAGS, FINDINGS, ACCOUNTS] = [0, 1, 2, 3, 4, 5, 6, 7];
const [SEEN, SEEN_BASIS, VIEWS, VIEWS_BASIS, APART] = [0, 1, 2, 3, 4];
const EPOCH = 719163; // 1 January 1970 as a day number
const DAY = 86400000;

let inView = -1; // the row whose day the family is shown for

const byId = (id) => document.getElementById(id);

function made(tag, words, className) {
  const element = document.createElement(tag);
  if (words !== undefined) element.textContent = words;
  if (className) element.className = className;
  return element;
}

function dateOf(day) {
  return new Date((day - EPOCH) * DAY);
}

function dayOf(iso) {
  return iso ? Math.round(Date.parse(iso + "T00:00:00Z") / DAY) + EPOCH : 0;
}

function dayWords(day) {
  return dateOf(day).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function count(number, one, many) {
  return number.toLocaleString("en-GB") + " " + (number === 1 ? one : many);
}

// Ref -> the place of its row; a short chronology keeps the Refs of the whole, with gaps
const places = new Map(rows.map((row, at) => [Number(row.id.slice(4)), at]));

// "3 7-9" -> the places of the rows with these Refs
function unfolded(text) {
  const found = new Set();
  for (const stretch of text.split(" ")) {
    const [first, last] = stretch.split("-").map(Number);
    for (let ref = first; ref <= (last || first); ref++) if (places.has(ref)) found.add(places.get(ref));
  }
  return found;
}
