"""The words of a row that a cross-check quotes: whole words, and cells told apart."""

from __future__ import annotations

from caseweave.crosschecks.contradiction import quoted
from caseweave.crosschecks.rows import Row
from chronology.dates import parse_when
from chronology.model import Entry, Kind, Location

ENTRY = Entry(
    id="e1",
    agency="Police",
    at=Location(file="police.csv", sheet="police", row=2),
    when=parse_when("01/03/2021"),
    event="x",
    kind=Kind.OTHER,
    fields={},
    seen={},
    views={},
    extra={},
)
BEFORE = "Officers attended after a neighbour heard shouting from upstairs and then called. "
AFTER = " living there. Nobody else was at the address when officers left it in the early morning."


def words(text: str, what: str) -> str:
    at = text.index(what)
    row = Row(entry=ENTRY, text=text, mentions=())
    return quoted(row, (at, at + len(what))).words


def test_a_quotation_begins_and_ends_with_whole_words() -> None:
    text = f"{BEFORE}Five children{AFTER}"
    told = words(text, "Five children")
    assert told.startswith("\u2026")
    assert told.endswith("\u2026")
    assert set(told.strip("\u2026").split()) <= set(text.split())


def test_a_short_text_is_quoted_whole() -> None:
    assert words("Five children living there.", "Five") == "Five children living there."


def test_the_words_of_two_cells_are_told_apart() -> None:
    assert words("Five children. . 8 Mill Terrace", "Five") == "Five children. / 8 Mill Terrace"
    assert words("Visit\nFive children seen.", "Five") == "Visit / Five children seen."
