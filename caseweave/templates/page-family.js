// The entry in view, and the family as it was on its day. Drawings stand in the page as templates;
// the one of the day is put in place when the day changes it.

let drawnNow = -1;

function moveCursor() {
  const row = data.rows[inView];
  const day = row && (row[START] || row[END]);
  const within = day && day >= lanes.first && day <= lanes.last;
  byId("cursor").hidden = !within;
  if (within) byId("cursor").style.transform = "translateX(" + (across(day) - 1) + "px)";
}

function see(at) {
  if (at === inView || at < 0) return;
  inView = at;
  moveCursor();
  if (byId("family-drawing")) showFamily(data.rows[at]);
}

function showFamily(row) {
  const day = row[START] || row[END];
  const found = data.familyDays[day];
  if (!found) {
    byId("family-note").textContent = "The entry in view is undated: the drawing stays as it was.";
    return;
  }
  byId("family-day").textContent = "on " + dayWords(day);
  byId("family-note").textContent = row[START] === row[END] ? "" : "The first day that the entry's date may mean.";
  const [state, lines] = found;
  if (state !== drawnNow) {
    drawnNow = state;
    byId("family-drawing").replaceChildren(byId("family-" + state).content.cloneNode(true));
  }
  byId("family-words").replaceChildren(...lines.map((at) => {
    const [of, words] = data.familyLines[at];
    const item = made("li", undefined, of.startsWith("At ") ? "home" : "");
    if (of) item.append(made("b", of), " ");
    item.append(words);
    return item;
  }));
}

// The row that is first wholly in view below the lanes, or the one that has the focus.
function rowInView() {
  const chosen = document.querySelector("tr.here");
  const under = byId("lanes").getBoundingClientRect();
  if (chosen && !chosen.hidden) {
    const box = chosen.getBoundingClientRect();
    if (box.bottom > under.bottom + 10 && box.top < innerHeight - 40) return rows.indexOf(chosen);
  }
  for (const below of [30, 90, 200]) {
    const hit = document.elementFromPoint(under.left + 40, Math.max(under.bottom, 0) + below);
    const row = hit && hit.closest(".entries tbody tr");
    if (row) return places.get(Number(row.id.slice(4)));
  }
  return -1;
}

// After a jump the rows come into being only once they are in view: so look again a little later.
let looking = 0, again = 0;
function look() {
  cancelAnimationFrame(looking);
  clearTimeout(again);
  looking = requestAnimationFrame(() => see(rowInView()));
  again = setTimeout(() => see(rowInView()), 150);
}
window.addEventListener("scroll", look, { passive: true });
whenFiltered.push(look);

if (byId("family-large")) {
  byId("family-large").addEventListener("click", () => {
    const dialog = byId("family-dialog");
    dialog.querySelector("figure").replaceChildren(byId("family-drawing").firstElementChild.cloneNode(true));
    dialog.showModal();
  });
}
