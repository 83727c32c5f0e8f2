// Keys and pointing: arrows move through the entries that fit and through their readings; the words
// behind a reading are brought out in the entry.

let here = null;

function choose(row, focus) {
  if (here) {
    here.classList.remove("here");
    here.tabIndex = -1;
    here.querySelectorAll(".reading").forEach((reading) => { reading.tabIndex = -1; });
  }
  here = row;
  row.classList.add("here");
  row.tabIndex = 0;
  row.querySelectorAll(".reading").forEach((reading) => { reading.tabIndex = 0; });
  if (focus) row.focus({ preventScroll: true });
  see(places.get(Number(row.id.slice(4))));
}

function bring(at) {
  settle(Math.floor(at / PART));
  rows[at].scrollIntoView({ block: "start" });
  rows[at].scrollIntoView({ block: "start" }); // once more: parts on the way now have their true height
}

function goTo(at) {
  bring(at);
  choose(rows[at], true);
  bring(at);
}

function next(from, step) {
  for (let at = from + step; at >= 0 && at < rows.length; at += step) if (fitting[at]) return at;
  return -1;
}

function move(event) {
  const row = event.target.closest(".entries tbody tr");
  const at = rows.indexOf(row);
  const to = { ArrowDown: next(at, 1), ArrowUp: next(at, -1), Home: next(-1, 1), End: next(rows.length, -1) }[event.key];
  if (to !== undefined && !(event.ctrlKey || event.metaKey || event.altKey)) {
    event.preventDefault();
    if (to < 0) return;
    settle(Math.floor(to / PART));
    choose(rows[to], true);
    rows[to].scrollIntoView({ block: "nearest" });
  }
  if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    const stops = [row, ...row.querySelectorAll(".reading")];
    const stop = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowRight" ? 1 : -1)];
    if (stop) { event.preventDefault(); stop.focus({ preventScroll: true }); }
  }
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest(".entries tbody tr")) move(event);
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  if (event.target.closest("#filters")) clearFilters();
  byId("filters-box").open = true;
  byId("f-text").focus();
});

document.addEventListener("click", (event) => {
  const row = event.target.closest(".entries tbody tr");
  if (row && !getSelection().toString()) choose(row, !event.target.closest(".reading"));
});

function bringOut(event, on) {
  const reading = event.target.closest && event.target.closest(".reading");
  if (!reading) return;
  const words = reading.closest("tr").getElementsByClassName(reading.dataset.key);
  for (const mark of words) mark.classList.toggle("on", on);
}
for (const [on, off] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  document.addEventListener(on, (event) => bringOut(event, true));
  document.addEventListener(off, (event) => bringOut(event, false));
}

// On a narrow window filters and family begin folded; on paper everything that is folded stands open.
const narrow = matchMedia("(max-width: 1100px)");
function fold() {
  for (const id of ["filters-box", "family-box"]) if (byId(id)) byId(id).open = !narrow.matches;
}
narrow.addEventListener("change", fold);
fold();
const opened = [];
window.addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) { folded.open = true; opened.push(folded); }
});
window.addEventListener("afterprint", () => opened.splice(0).forEach((folded) => { folded.open = false; }));

// A browser holds every printed page at once: 10,000 entries took 7 GB and did not end. The paper says
// what is left out and where it stands.
let printMost = 2000;
let unprinted = [];
let printedFilter = "";
window.addEventListener("beforeprint", () => {
  const fit = rows.filter((row, at) => fitting[at]);
  unprinted = fit.slice(printMost);
  if (!unprinted.length) return;
  for (const row of unprinted) row.hidden = true;
  printedFilter = byId("printed-filter").textContent;
  byId("printed-filter").textContent = printedFilter + " Printed here: the first " + printMost.toLocaleString("en-GB") + " of "
    + count(fit.length, "entry", "entries") + ". Narrow the filters to print the others, or print the chronology as PDF or from Word, which hold them all.";
});
window.addEventListener("afterprint", () => {
  if (unprinted.length) byId("printed-filter").textContent = printedFilter;
  for (const row of unprinted.splice(0)) row.hidden = false;
});

if (rows.length) rows[0].tabIndex = 0;
filter();
const asked = /^#ref-(\d+)$/.exec(location.hash);
if (asked && places.has(Number(asked[1]))) requestAnimationFrame(() => goTo(places.get(Number(asked[1]))));
