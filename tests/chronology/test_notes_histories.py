"""Merge, type notes, reorder, resubmit, merge again: no note, id or decision is lost or moves.

The number of generated histories is 10, or as many as CASEWEAVE_HISTORIES says.
"""

import csv
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronology import exporters
from chronology.merge import merge
from chronology.model import Case, Chronology
from chronology.notes import COLUMNS, KEPT
from chronology.review.earlier import read_earlier

HISTORIES = int(os.environ.get("CASEWEAVE_HISTORIES", "10"))
WORDS = (
    "visit", "mother", "baby", "seen", "bruise", "clinic", "missed", "strategy", "police", "school",
    "referral", "weight", "father", "refused", "letter", "kitchen", "nursery", "fever", "stairs",
)  # fmt: skip
TYPED = ("review_notes", "key_practice_episode", "missed_opportunity", "good_practice")

sentences = st.lists(st.sampled_from(WORDS), min_size=6, max_size=12).map(" ".join)
days = st.integers(1, 28)
rows = st.lists(st.tuples(days, sentences), min_size=3, max_size=6)
actions = st.lists(
    st.one_of(
        st.tuples(st.just("note"), st.integers(0, 99), st.sampled_from(TYPED)),
        st.tuples(st.just("apart"), st.integers(0, 99), st.integers(0, 99)),
        st.tuples(st.just("same"), st.integers(0, 99), st.integers(0, 99)),
        st.tuples(st.just("pin"), st.integers(0, 99), st.integers(0, 99)),
        st.tuples(st.just("reorder"), st.integers(0, 99), st.just("")),
        st.tuples(st.just("correct"), st.integers(0, 99), st.just("")),
        st.tuples(st.just("remove"), st.integers(0, 99), st.just("")),
        st.tuples(st.just("add"), days, sentences),
        st.tuples(st.just("merge"), st.just(0), st.just("")),
    ),
    min_size=2,
    max_size=7,
)


@dataclass
class History:
    """A case as it goes on: the agencies' files, and what the panel expects to find again."""

    folder: Path
    files: dict[str, list[list[str]]]
    serial: int = 0
    notes: dict[tuple[str, str], str] = field(default_factory=dict)  # (key of row, kind) -> words
    apart: set[frozenset[str]] = field(default_factory=set)
    same: set[frozenset[str]] = field(default_factory=set)
    pins: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    @property
    def output(self) -> Path:
        return self.folder / "out.xlsx"

    def merge(self) -> Chronology:
        paths = []
        for agency, lines in self.files.items():
            path = self.folder / f"{agency}.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([["Date", "Event"], *([d, e] for d, e in lines)])
            paths.append(path)
        earlier = read_earlier(self.output) if self.output.exists() else None
        woven = merge(paths, Case(), earlier=earlier)
        exporters.write(woven, self.output)
        return woven


def key(event: str) -> str:
    """Every generated row begins with a serial number of its own that no correction touches."""
    return event.split()[0]


def type_into(output: Path, wanted: str, heading: str, words: str) -> None:
    book = openpyxl.load_workbook(output)
    for name in ("Chronology", "Undated"):
        sheet = book[name]
        heads = {cell.value: cell.column for cell in sheet[1]}
        for line in sheet.iter_rows(min_row=2):
            event = line[heads["Event"] - 1].value
            if event and key(event) == wanted:
                cell = line[heads[heading] - 1]
                cell.value = f"{cell.value}\n{words}" if cell.value else words
    book.save(output)


def ref_of(output: Path, wanted: str) -> int:
    sheet = openpyxl.load_workbook(output)["Chronology"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    return next(
        int(line[0].value)
        for line in sheet.iter_rows(min_row=2)
        if line[heads["Event"] - 1].value and key(line[heads["Event"] - 1].value) == wanted
    )


def play(history: History, action: tuple[str, object, object]) -> None:
    what, first, second = action
    everything = [(a, n) for a, lines in history.files.items() for n in range(len(lines))]
    agency, n = everything[int(str(first)) % len(everything)]
    lines = history.files[agency]
    row = key(lines[n][1])
    if what == "note":
        history.merge()
        history.serial += 1
        words = f"the panel asks {history.serial}"
        type_into(history.output, row, COLUMNS[str(second)], words)
        old = history.notes.get((row, str(second)))
        history.notes[row, str(second)] = f"{old}\n{words}" if old else words
        history.merge()
    elif what in ("apart", "same"):
        other_agency, m = everything[int(str(second)) % len(everything)]
        other = key(history.files[other_agency][m][1])
        pair = frozenset((row, other))
        if len(pair) == 2 and pair not in history.apart | history.same:
            history.merge()
            words = "not the same as" if what == "apart" else "same as"
            ref = ref_of(history.output, other)
            type_into(history.output, row, COLUMNS["grouping"], f"{words} ref {ref}")
            (history.apart if what == "apart" else history.same).add(pair)
            history.merge()
    elif what == "pin":
        other_agency, m = everything[int(str(second)) % len(everything)]
        other = key(history.files[other_agency][m][1])
        if other != row and row not in history.pins:
            history.merge()
            ref = ref_of(history.output, other)
            type_into(history.output, row, COLUMNS["order"], f"after ref {ref}")
            history.pins[row] = other
            history.merge()
    elif what == "reorder":
        lines.reverse()
    elif what == "correct":
        lines[n][1] += " corrected"
        history.merge()
    elif what == "remove" and len(lines) > 1:
        history.gone.add(row)
        del lines[n]
        history.merge()
    elif what == "add":
        history.serial += 1
        lines.append([f"{int(str(first)):02d}/03/2021", f"n{history.serial}x {second}"])
    else:
        history.merge()


@settings(
    max_examples=HISTORIES,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(police=rows, school=rows, played=actions)
def test_no_note_id_or_decision_is_lost_or_moved(
    police: list[tuple[int, str]],
    school: list[tuple[int, str]],
    played: list[tuple[str, object, object]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = {
            agency: [
                [f"{day:02d}/03/2021", f"{agency[0]}{n}x {words}"]
                for n, (day, words) in enumerate(told)
            ]
            for agency, told in (("police", police), ("school", school))
        }
        history = History(Path(folder), files)
        ids = {key(e.event): e.id for e in history.merge().entries}
        for action in played:
            play(history, action)
            now = {key(e.event): e.id for e in history.merge().entries}
            assert all(now[row] == ids[row] for row in now if row in ids)
            ids |= now
        expect(history, history.merge(), ids)


def expect(history: History, woven: Chronology, ids: dict[str, str]) -> None:
    found = {(n.entry, n.kind): n.words for n in woven.notes}
    for (row, kind), words in history.notes.items():
        assert found[ids[row], kind] == words
    for row, other in history.pins.items():
        assert found[ids[row], "order"] == f"after #{ids[other]}"
    together = [{m.id for m in g.members} for g in woven.groups]
    decided = " ".join(n.words for n in woven.notes if n.kind == "grouping")
    for pair in history.apart | history.same:
        assert any(f"#{ids[row]}" in decided for row in pair)
    for pair in history.apart:
        assert not any({ids[row] for row in pair} <= group for group in together)
    lost = {n.entry for n in woven.notes} & {ids[row] for row in history.gone}
    book = openpyxl.load_workbook(history.output)
    kept = {line[0].value for line in book[KEPT].iter_rows()} if KEPT in book.sheetnames else set()
    assert lost <= kept
