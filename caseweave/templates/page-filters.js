// Filters: which rows stand in the table. Only attributes change, and parts of the table that lie
// outside the view are not laid out, so 10,000 rows answer at once.

const ALL = "";
let fitting = rows.map(() => true);
let words = []; // lower-case text of each row, gathered when the page is at rest
let behind = null; // rows behind one figure: {rows, what}
const whenFiltered = [];

function options(id, first, names) {
  const select = byId(id);
  select.append(new Option(first, ALL));
  names.forEach((name, at) => select.append(new Option(name, String(at))));
  select.parentElement.hidden = names.length === 0;
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

options("f-child", "Any child", data.children);
options("f-seen", "Any", data.seen);
options("f-views", "Any", data.views);
options("f-basis", "Anything", data.bases.map((b) => (b ? capital(b) : "")).filter(Boolean));
options("f-person", "Anybody", data.people);
options("f-tag", "Any", data.tags);
options("f-finding", "Any", data.findings);
options("f-accounts", "Any", ["Event told more than once", "Accounts differ", "Sent more than once"]);
options("f-dates", "Dated and undated", ["Dated only", "Undated only"]);

function textOf(at) {
  if (words[at] === undefined) {
    const [who, what] = rows[at].cells;
    words[at] = (who.textContent + "\n" + what.textContent).toLowerCase();
  }
  return words[at];
}

(function gather(at) {
  const work = (deadline) => {
    while (at < rows.length && deadline.timeRemaining() > 2) textOf(at++);
    if (at < rows.length) later(work);
  };
  const later = window.requestIdleCallback || ((f) => setTimeout(() => f({ timeRemaining: () => 8 }), 30));
  later(work);
})(0);

function number(id) {
  const value = byId(id).value;
  return value === ALL ? null : Number(value);
}

// Dates are typed day first, whatever the browser's language: 4/3/2021, 03/2021 or 2021.
function typedDay(id, end) {
  const typed = byId(id).value.trim();
  const found = /^(?:(?:(\d{1,2})[\/. -])?(\d{1,2})[\/. -])?(\d{4})$/.exec(typed);
  const [day, month, year] = found ? [Number(found[1]), Number(found[2]), Number(found[3])] : [];
  const first = found && new Date(Date.UTC(year, (month || 1) - 1, day || 1));
  const real = found && (!day || first.getUTCDate() === day) && (!month || first.getUTCMonth() === month - 1);
  byId(id).setAttribute("aria-invalid", String(Boolean(typed) && !real));
  if (!real) return 0;
  if (end && !day) first.setTime(Date.UTC(month ? year : year + 1, month || 0, 0));
  return Math.round(first / DAY) + EPOCH;
}

function ukDate(day) {
  return dateOf(day).toLocaleDateString("en-GB", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
}

function wanted() {
  return {
    text: byId("f-text").value.trim().toLowerCase().split(/\s+/).filter(Boolean),
    agencies: new Set(Array.from(document.querySelectorAll("[name=agency]:checked"), (box) => Number(box.value))),
    child: number("f-child"), seen: number("f-seen"), views: number("f-views"), basis: number("f-basis"),
    person: number("f-person"), tag: number("f-tag"), finding: number("f-finding"),
    accounts: number("f-accounts"), dates: number("f-dates"),
    from: typedDay("f-from", false), to: typedDay("f-to", true),
  };
}

// One child fits if its seen value, its views and what they rest on fit together.
function toldFits(want, told) {
  if (want.seen !== null && told[SEEN] !== want.seen) return false;
  if (want.views !== null && told[VIEWS] !== want.views) return false;
  if (want.basis === null) return true;
  if (want.seen !== null && told[SEEN_BASIS] !== want.basis) return false;
  if (want.views !== null && told[VIEWS_BASIS] !== want.basis) return false;
  return want.seen !== null || want.views !== null || told[SEEN_BASIS] === want.basis || told[VIEWS_BASIS] === want.basis;
}

// A child alone chooses entries that say anything of the child.
function childFits(want, row) {
  const asked = want.seen !== null || want.views !== null || want.basis !== null;
  if (want.child === null) return !asked || row[TOLD].some((told) => toldFits(want, told));
  const told = row[TOLD][want.child];
  return asked ? toldFits(want, told) : told[SEEN_BASIS] !== NO_BASIS || told[VIEWS_BASIS] !== NO_BASIS;
}

const NO_BASIS = data.bases.indexOf("");

function datesFit(want, row) {
  const dated = row[START] || row[END];
  if (want.dates === 0 && !dated) return false;
  if (want.dates === 1 && dated) return false;
  if (!want.from && !want.to) return true;
  if (!dated) return false;
  return (!want.from || !row[END] || row[END] >= want.from) && (!want.to || !row[START] || row[START] <= want.to);
}

function fits(want, at) {
  const row = data.rows[at];
  return (
    (!behind || behind.rows.has(at)) &&
    want.agencies.has(row[LANE]) &&
    datesFit(want, row) &&
    childFits(want, row) &&
    (want.person === null || row[PEOPLE].includes(want.person)) &&
    (want.tag === null || row[TAGS].includes(want.tag)) &&
    (want.finding === null || row[FINDINGS].includes(want.finding)) &&
    (want.accounts === null || Boolean(row[ACCOUNTS] & (1 << want.accounts))) &&
    want.text.every((word) => textOf(at).includes(word))
  );
}

// Parts in view change at once, the others in slices after the next picture; one that comes into
// view, is gone to or printed before its turn changes then.
const due = new Set();

function settle(p) {
  if (!due.delete(p)) return;
  const first = p * PART;
  const those = parts[p].rows;
  for (let n = 0; n < those.length; n++) those[n].hidden = !fitting[first + n];
}

function settleAll() {
  for (const p of Array.from(due)) settle(p);
}

let settling = 0;
function settleLater() {
  clearTimeout(settling);
  settling = setTimeout(() => {
    const until = performance.now() + 8;
    for (const p of due) {
      settle(p);
      if (performance.now() > until) break;
    }
    if (due.size) settleLater();
  }, 16);
}

parts.forEach((part, p) => part.addEventListener("contentvisibilityautostatechange", (event) => {
  if (!event.skipped) settle(p);
}));
window.addEventListener("beforeprint", settleAll);

function filter() {
  const want = wanted();
  let shown = 0;
  let atOnce = 4;
  parts.forEach((part, p) => {
    const first = p * PART;
    let here = 0;
    let changed = false;
    for (let at = first; at < Math.min(first + PART, rows.length); at++) {
      const fit = fits(want, at);
      changed = changed || fit !== fitting[at];
      fitting[at] = fit;
      if (fit) here++;
    }
    if (changed) {
      due.add(p);
      part.hidden = here === 0;
      part.style.containIntrinsicBlockSize = "auto " + here * 125 + "px";
    }
    if (here && first + PART > inView && atOnce-- > 0) settle(p);
    shown += here;
  });
  settleLater();
  tell(shown);
  mark();
  stay();
  whenFiltered.forEach((then) => then(want));
}

// The entry in view stays in view if it fits, or the next one that does takes its place.
function stay() {
  if (inView < 0 || scrollY < byId("chronology").offsetTop + 300) return;
  const to = fitting[inView] ? inView : Math.max(next(inView, 1), next(inView, -1));
  if (to >= 0) requestAnimationFrame(() => bring(to));
}

const PART = parts.length ? parts[0].rows.length : 0;

function tell(shown) {
  const all = rows.length;
  byId("count").textContent = shown === all ? count(all, "entry", "entries") : shown.toLocaleString("en-GB") + " of " + count(all, "entry", "entries");
  byId("narrowed").textContent = behind ? "The rows behind: " + behind.what : "";
  byId("none").hidden = shown > 0;
  byId("f-odd").textContent = document.querySelector('#filters [aria-invalid="true"]') ? "Write dates as 04/03/2021, 03/2021 or 2021." : "";
  byId("printed-filter").textContent = shown === all ? "" : "Filtered: " + byId("count").textContent + ". " + filterWords();
}

// The filters in words, for paper.
function filterWords() {
  const told = behind ? ["The rows behind: " + behind.what] : [];
  for (const field of document.querySelectorAll("#filters select, #filters input:not([type=checkbox])")) {
    if (field.value !== ALL) {
      const label = field.parentElement.firstChild.textContent.trim();
      told.push(label + ": " + (field.selectedOptions ? field.selectedOptions[0].text : field.value));
    }
  }
  const off = Array.from(document.querySelectorAll("[name=agency]:not(:checked)"), (box) => data.agencies[Number(box.value)]);
  if (off.length) told.push("Without: " + off.join(", "));
  return told.join("; ");
}

function mark() {
  for (const field of document.querySelectorAll("#filters select, #filters input:not([type=checkbox])")) {
    field.classList.toggle("set", field.value !== ALL);
  }
}

function clearFilters() {
  behind = null;
  byId("filters").reset();
  filter();
}

let waiting = 0;
byId("filters").addEventListener("input", (event) => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(filter);
});
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("filters").addEventListener("reset", () => {
  behind = null;
  setTimeout(filter);
});

// A figure leads to its rows; a Ref leads to its entry, also where a filter hides it.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#ref-"]');
  if (!link) return;
  event.preventDefault();
  const folded = link.getAttribute("data-rows");
  const ref = Number(link.getAttribute("href").slice(5));
  const at = places.get(ref);
  if (at === undefined) return;
  if (folded) {
    clearFilters();
    behind = { rows: unfolded(folded), what: link.getAttribute("data-what") };
    filter();
  } else if (!fitting[at]) {
    clearFilters();
  }
  history.replaceState(null, "", "#ref-" + ref);
  goTo(at);
});
