// Lanes: a lane for each agency along time, a mark for each entry. A shape and a height of its own
// stand beside each colour: a mark is filled where somebody stated or confirmed the value, and
// hollow where it was read from the text.

const canvas = byId("timeline");
const pen = canvas.getContext("2d");
const FOOT = 18;
const HEAD = 14; // for the names of days, which would lie on the marks of the first lane
const APART_SIGN = 4;
let lanes = { first: 0, last: 0, left: 0, wide: 0, high: 0, marks: [], child: data.subject };

let colours = new Map();
function colour(name) {
  if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return colours.get(name);
}

function span(want) {
  let [first, last] = [Infinity, -Infinity];
  for (const row of data.rows) {
    if (row[START]) first = Math.min(first, row[START]);
    if (row[END] || row[START]) last = Math.max(last, row[END] || row[START]);
  }
  if (data.incident) last = Math.max(last, data.incident);
  if (!isFinite(first)) return [EPOCH, EPOCH + 1];
  const room = Math.max(3, (last - first) * 0.01);
  return [want.from || first - room, (want.to || last + room) + 1];
}

function across(day) {
  return lanes.left + ((day - lanes.first) / (lanes.last - lanes.first)) * lanes.wide;
}

function outline(path, shape, x, y) {
  const r = 3.4;
  if (shape === 0) { path.moveTo(x + r, y); path.arc(x, y, r, 0, 7); }
  if (shape === 1) { path.moveTo(x, y - r - 1); path.lineTo(x + r + 1, y); path.lineTo(x, y + r + 1); path.lineTo(x - r - 1, y); path.closePath(); }
  if (shape === 2) { path.moveTo(x - r, y - r); path.lineTo(x + r, y + r); path.moveTo(x - r, y + r); path.lineTo(x + r, y - r); }
  if (shape === 3) path.rect(x - 0.6, y - 2.2, 1.2, 4.4);
  if (shape === APART_SIGN) path.rect(x - r + 0.4, y - r + 0.4, 2 * r - 0.8, 2 * r - 0.8);
}

function lettering() {
  return (lanes.high > 16 ? 12 : 11) + "px " + getComputedStyle(document.body).fontFamily;
}

function size() {
  const box = canvas.parentElement.clientWidth;
  const each = data.agencies.length > 8 ? 13 : data.agencies.length > 5 ? 17 : 22;
  const tall = HEAD + each * data.agencies.length + FOOT;
  const dense = window.devicePixelRatio || 1;
  lanes.high = each;
  pen.font = lettering(); // to measure by; the canvas forgets it when its size is set
  lanes.left = Math.min(Math.max(0, ...data.agencies.map((name) => pen.measureText(name).width)) + 14, box * 0.3);
  lanes.wide = box - lanes.left - 8;
  canvas.style.height = tall + "px";
  byId("cursor").style.height = tall - FOOT + "px";
  canvas.width = Math.round(box * dense);
  canvas.height = Math.round(tall * dense);
  pen.setTransform(dense, 0, 0, dense, 0, 0);
  return [box, tall];
}

function drawLanes(want) {
  [lanes.first, lanes.last] = span(want);
  lanes.child = want.child === null ? data.subject : want.child;
  const [box, tall] = size();
  colours = new Map();
  pen.clearRect(0, 0, box, tall);
  pen.font = lettering();
  drawTime(tall);
  data.agencies.forEach(drawLane);
  drawMarks();
  byId("whole-time").hidden = !(want.from || want.to);
  tellKey();
}

function drawTime(tall) {
  const months = ((lanes.last - lanes.first) / 30.4);
  const step = months < 4 ? 1 : months < 40 ? 3 : 12;
  const begin = dateOf(lanes.first);
  let clear = 0;
  for (let year = begin.getUTCFullYear(), month = 0; ; month += step) {
    const time = Date.UTC(year, month, 1);
    const day = time / DAY + EPOCH;
    if (day > lanes.last) break;
    if (day < lanes.first) continue;
    const x = Math.round(across(day)) + 0.5;
    const head = new Date(time).getUTCMonth() === 0;
    pen.strokeStyle = colour(head ? "--rule" : "--line");
    pen.beginPath(); pen.moveTo(x, 0); pen.lineTo(x, tall - FOOT + 4); pen.stroke();
    const words = head ? String(new Date(time).getUTCFullYear()) : new Date(time).toLocaleDateString("en-GB", { month: "short", timeZone: "UTC" });
    const wide = pen.measureText(words).width;
    const at = x + 3 + wide > lanes.left + lanes.wide + 8 ? x - wide - 3 : x + 3; // or it is cut
    if (at > clear) {
      pen.fillStyle = colour(head ? "--ink" : "--soft");
      pen.fillText(words, at, tall - 4);
      clear = at + wide + 9;
    }
  }
  dayLine(data.incident, "incident", tall);
  dayLine(data.born[lanes.child], "born", tall);
}

function dayLine(day, name, tall) {
  if (!day || day < lanes.first || day > lanes.last) return;
  const x = Math.round(across(day)) + 0.5;
  pen.strokeStyle = colour("--ink");
  pen.setLineDash([4, 3]);
  pen.beginPath(); pen.moveTo(x, 0); pen.lineTo(x, tall - FOOT); pen.stroke();
  pen.setLineDash([]);
  pen.fillStyle = colour("--ink");
  const wide = pen.measureText(name).width;
  pen.fillText(name, x + 4 + wide > lanes.left + lanes.wide ? x - wide - 4 : x + 4, 10);
}

function drawLane(name, at) {
  const y = HEAD + at * lanes.high;
  pen.strokeStyle = colour("--line");
  pen.beginPath(); pen.moveTo(0, y + 0.5); pen.lineTo(lanes.left + lanes.wide, y + 0.5); pen.stroke();
  pen.fillStyle = colour("--l" + (at % 10));
  let words = name; // cut in the middle: names of one trust often begin alike
  for (let kept = name.length - 1; kept > 4 && pen.measureText(words).width > lanes.left - 12; kept -= 1) {
    const begins = Math.ceil(kept / 2);
    words = name.slice(0, begins).trimEnd() + "\u2026" + name.slice(begins - kept).trimStart();
  }
  pen.fillText(words, 2, y + lanes.high * 0.7);
}

// Marks of one look are one path, and those of one look on one spot are one mark: 10,000 entries
// are a few strokes.
function drawMarks() {
  const looks = new Map();
  const spots = new Set();
  lanes.marks = [];
  data.rows.forEach((row, at) => {
    const day = row[START] || row[END];
    if (!fitting[at] || !day || day < lanes.first || day > lanes.last) return;
    const told = row[TOLD][lanes.child];
    const firm = told[SEEN_BASIS] === NO_BASIS || told[SEEN_BASIS] !== data.bases.findIndex((b) => b.startsWith("read"));
    const shape = told[APART] ? APART_SIGN : told[SEEN];
    const look = row[LANE] * 16 + shape * 2 + (firm ? 1 : 0);
    const x = Math.round(across(Math.min(((row[START] || day) + (row[END] || day)) / 2, lanes.last)));
    const y = HEAD + (row[LANE] + 0.5) * lanes.high;
    lanes.marks.push({ x, y, at });
    const spot = look * 10000 + x;
    if (spots.has(spot)) return;
    spots.add(spot);
    if (!looks.has(look)) looks.set(look, new Path2D());
    outline(looks.get(look), shape, x, y);
  });
  for (const [look, path] of Array.from(looks).sort((a, b) => ((b[0] >> 1) & 7) - ((a[0] >> 1) & 7))) {
    const shape = (look >> 1) & 7;
    pen.strokeStyle = pen.fillStyle = colour(shape === 3 ? "--rule" : "--l" + ((look >> 4) % 10));
    pen.lineWidth = shape === 2 && look & 1 ? 2 : 1.2;
    if ((shape < 2 || shape === APART_SIGN) && !(look & 1)) pen.fillStyle = colour("--ground");
    if (shape !== 2) pen.fill(path);
    if (shape !== 3) pen.stroke(path);
  }
  pen.lineWidth = 1;
}

function keySign(shape, filled) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "-5 -5 10 10");
  path.setAttribute("d", ["M3.4 0A3.4 3.4 0 1 1 3.4 -.01Z", "M0 -4.4L4.4 0L0 4.4L-4.4 0Z", "M-3 -3L3 3M-3 3L3 -3", "M0 -3V3", "M-3 -3H3V3H-3Z"][shape]);
  path.setAttribute("fill", filled && (shape < 2 || shape === APART_SIGN) ? "currentColor" : "none");
  path.setAttribute("stroke", "currentColor");
  svg.append(path);
  return svg;
}

function tellKey() {
  const key = byId("lanes-key");
  key.replaceChildren();
  const add = (words, ...signs) => {
    const item = made("span");
    item.append(...signs, words);
    key.append(item);
  };
  add(data.children[lanes.child] + ":");
  [1, 0, 2, 3].forEach((shape) => add(data.seen[shape].toLowerCase(), keySign(shape, true)));
  if (data.rows.some((row) => row[TOLD][lanes.child][APART])) add("seen on a screen, or by a carer, only", keySign(APART_SIGN, true));
  add("filled: stated or confirmed; hollow: read from the text, unconfirmed", keySign(0, false));
  add("Drag across the lanes to narrow the time.");
}

function nearest(event) {
  const box = canvas.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  let best = null;
  let least = 12;
  for (const mark of lanes.marks) {
    const far = Math.hypot(mark.x - x, (mark.y - y) * 0.7);
    if (far < least) [best, least] = [mark, far];
  }
  return best;
}

let pressed = null;
canvas.addEventListener("pointerdown", (event) => { pressed = event.offsetX; canvas.setPointerCapture(event.pointerId); });
canvas.addEventListener("pointermove", (event) => {
  const tip = byId("tip");
  const mark = pressed === null || Math.abs(event.offsetX - pressed) < 5 ? nearest(event) : null;
  tip.hidden = !mark;
  if (!mark) return;
  const [when, , said] = rows[mark.at].cells;
  const who = Array.from(when.children, (part) => part.textContent).join(" \u00b7 ");
  tip.textContent = who + "\n" + Array.from(said.querySelectorAll(".reading:not(.beside)"), (r) => r.querySelector("b").textContent + ": " + r.querySelector(".value").textContent).join("; ");
  tip.style.left = Math.min(mark.x + 10, canvas.clientWidth - 240) + "px";
  tip.style.top = mark.y + 12 + "px";
});
canvas.addEventListener("pointerleave", () => { byId("tip").hidden = true; });
canvas.addEventListener("pointerup", (event) => {
  const from = pressed;
  pressed = null;
  if (from === null) return;
  if (Math.abs(event.offsetX - from) < 5) {
    const mark = nearest(event);
    if (mark) goTo(mark.at);
    return;
  }
  const day = (x) => Math.round(lanes.first + ((Math.max(x, lanes.left) - lanes.left) / lanes.wide) * (lanes.last - lanes.first));
  byId("f-from").value = ukDate(day(Math.min(from, event.offsetX)));
  byId("f-to").value = ukDate(day(Math.max(from, event.offsetX)));
  filter();
});
byId("whole-time").addEventListener("click", () => {
  byId("f-from").value = byId("f-to").value = "";
  filter();
});

let drawing = 0;
// The rows come first: the lanes follow in the picture after.
function redraw() {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(() => {
    drawing = requestAnimationFrame(() => { drawLanes(wanted()); moveCursor(); });
  });
}
whenFiltered.push(redraw);
window.addEventListener("resize", redraw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
matchMedia("print").addEventListener("change", () => drawLanes(wanted()));
