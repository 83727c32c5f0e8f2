"""Chronologies without a table: paragraphs or lines of text that begin with their date.

begins : as beginnings.py says
goes on: what has no date belongs to the entry above it, to its last paragraph
ends   : a sign-off, a key or a footer; what follows it is set aside up to the next date
         a name alone over the next date: whom what follows it is about (named.py)
about  : a line 'Child: Ruby' among its words

26 March 2021                       A line of text that was broken within a sentence goes on,
Seen at the surgery. ...            although it may begin with a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from chronology.dates import read_date, says
from chronology.findings import Remark, counted, first_of, warning
from chronology.importers.beginnings import (
    WROTE,
    Begun,
    begun_otherwise,
    begun_with,
    is_month,
    is_numbered,
    is_stretch,
    may_begin,
)
from chronology.importers.named import Names, heading_parts, nobody
from chronology.importers.paragraphs import one_cell
from chronology.importers.rows import EMPTY, UNMARKED, Cell, Marks, Row, Table, text_of

_NO_YEAR = re.compile(r"\d{1,2}[/\u2013-]\d{1,2}|[^\W\d_]+\.?")
_SHOWN = 8
FEWEST = 3
"""Entries that paragraphs must hold to be read as a list of them."""
ENDS = re.compile(
    r"(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many) (?:regards|wishes|thanks)\b.{0,20}$|"
    r"regards\b.{0,3}$|yours (?:sincerely|faithfully|truly)|thank(?:s| you)\b.{0,30}$|"
    r"sent from my|signed\b|(?:completed|prepared|compiled|produced|written) by\b|"
    r"end of (?:chronology|document|report|record)|"
    r"(?:key|abbreviations|glossary|initials)\b.{0,30}(?::|$)|[-_]{5,}|from: |page \d+)",
    re.IGNORECASE,
)
_FINISHED = re.compile(r"[.!?:;\"\u201d')\]]\s*$")
_BROKEN_AT = 55
"""Characters of a line that may have been broken because it was full."""
_LEFT_OPEN = re.compile(r"\b(?:on|from|since|until|till|dated|between|the|of|and)$", re.IGNORECASE)
"""How a line ends that goes on with a date, however short it is."""


@dataclass(slots=True, kw_only=True)
class _Entry:
    """An entry while its paragraphs are gathered."""

    row: Row
    date: str
    cells: list[Cell]
    led: bool = False
    """Whether its words begin beside its date, and not in a paragraph below it."""
    broken: list[bool] = field(default_factory=lambda: [False])
    """Whether each cell goes on with a line that was broken because it was full."""


def read_list(
    name: str,
    paragraphs: Sequence[Row],
    *,
    wrapped: bool = False,
    names: Names = nobody,
    fewest: int = FEWEST,
) -> Table | None:
    """The paragraphs as rows of a date and words; None where too few of them are entries.

    `paragraphs` are rows of one cell, blank ones among them; what is no entry keeps its place,
    set aside. `wrapped` says that they are lines of text, which may be broken in a sentence, and
    `names` tells names alone, which are bands over what they head.
    """
    within: list[Row] = []
    lines = [line for row in paragraphs for line in _lines_of(row)]
    rows = tuple(_rows(lines, wrapped, names, within))
    if sum(not row.aside and not row.band for row in rows) < fewest:
        return None
    said = (_said_within(within),) if within else ()
    return Table(name=name, rows=rows, listed=True, remarks=said)


def _said_within(rows: Sequence[Row]) -> Remark:
    """What is to be said of paragraphs that may be entries of their own."""
    one = len(rows) == 1
    told = counted(len(rows), "paragraph or line names", "paragraphs or lines name")
    return warning(
        "dated-within",
        message=f"{told} another date at or near {'its' if one else 'their'} beginning and "
        f"{'was' if one else 'were'} read as words of the entry above "
        f"({first_of([row.number for row in rows], _SHOWN)}).",
        remedy="If one is an entry of its own, put its date first on the line in a copy, as the "
        "other entries have it.",
    )


def _lines_of(row: Row) -> list[Row]:
    """A paragraph by its lines, if a later one begins with a date; its marks stay whole."""
    cell = row.cells[0] if row.cells else EMPTY
    lines = text_of(cell.value).split("\n")
    plain = cell.marks == Marks(comment=cell.marks.comment, link=cell.marks.link)
    if not plain or not any(begun_with(line, "") for line in lines[1:] if line):
        return [row]
    first = replace(row, cells=(Cell(lines[0] or None, cell.marks),))
    return [first, *(replace(row, cells=(Cell(line),)) for line in lines[1:] if line.strip())]


_ABOUT = re.compile(
    r"(?:re|regarding|subject|patient|client|pupil|student|child|young person|service user|name|"
    r"(?:child|pupil|patient|client)(?:'s|\u2019s)? name|name of (?:child|pupil|patient))\s*:",
    re.IGNORECASE,
)
"""Labels of a line that says whom an entry is about."""


def _rows(
    paragraphs: Sequence[Row], wrapped: bool, names: Names, within: list[Row]
) -> Iterator[Row]:
    """The entries and what is none; `within` takes the paragraphs read as words of an entry that
    may be of another day."""
    entry: _Entry | None = None
    day = above = before = ""
    numbered = False
    headings = heading_parts(paragraphs, list(_beginnings(paragraphs)), names)
    as_row = partial(_as_row, names=names)
    for at, row in enumerate(paragraphs):
        cell = row.cells[0] if row.cells else EMPTY
        text = text_of(cell.value)
        if not text or (row.aside and row.aside != "paragraph"):
            above = ""
            if text or cell.marks is not UNMARKED:
                yield replace(row, aside=row.aside or "paragraph")
            continue
        if at in headings and (entry is None or _has_words(entry)):
            if entry:
                yield as_row(entry)
            entry, above = None, ""
            yield replace(row, cells=(cell,), aside="", band=True)
            continue
        begun = begun_with(text, day)
        numbered = numbered or is_numbered(text, begun)
        full = bool(_LEFT_OPEN.search(above)) or (wrapped and _is_full(above))
        begun = begun or _otherwise(text, day, entry, before, numbered=numbered, full=full)
        if begun and not (entry and _goes_on(begun, text, above, day, full=full)):
            if entry:
                yield as_row(entry, over=begun.time_only)
                before = entry.date
            day = _over(begun, day, entry)
            date = f"{day} {begun.date}" if begun.time_only else begun.date
            words = Cell(begun.words or None, cell.marks)
            entry = _Entry(row=row, date=date, cells=[words], led=bool(begun.words))
        elif entry and (row.band or ENDS.match(text) or WROTE.fullmatch(text)):
            yield as_row(entry)
            entry = None
            yield replace(row, aside="paragraph", band=False)
        elif entry:
            if (not full or (begun and not begun.words)) and may_begin(text, entry.date):
                within.append(row)
            entry.cells.append(cell)
            entry.broken.append(full)
        else:
            yield replace(row, aside="paragraph", band=False)
        above = text
    if entry:
        yield as_row(entry)


def _otherwise(
    text: str, day: str, entry: _Entry | None, before: str, *, numbered: bool, full: bool
) -> Begun | None:
    """How a paragraph begins below an entry, with the date `before` that one's, if otherwise than
    with a plain date."""
    above, prose = (entry.date, entry.led) if entry else ("", True)
    return begun_otherwise(
        text, day, above=above, before=before, prose=prose, numbered=numbered, full=full
    )


def _beginnings(paragraphs: Sequence[Row]) -> Iterator[bool]:
    """Of each paragraph whether it begins with a date, or with a time below a day."""
    day = ""
    for row in paragraphs:
        begun = begun_with(text_of(row.cells[0].value), day) if row.cells else None
        day = _over(begun, day) if begun else day
        yield begun is not None


def _has_words(entry: _Entry) -> bool:
    """Whether a name below it can be none of its words: it has some, or is a month or a year."""
    return any(c.value for c in entry.cells) or is_stretch(entry.date)


def _over(begun: Begun, day: str, above: _Entry | None = None) -> str:
    """The day, month or year that stands alone over what follows an entry that has begun so; no
    year `above` entries with whole dates: '9/10 Pain score' begins none there."""
    if begun.time_only:
        return day
    if not begun.words:
        return begun.date
    if not day or is_month(day):
        return day
    first = above is not None and not above.led and above.date == day
    whole = first and not _NO_YEAR.fullmatch(begun.date)
    return day if is_stretch(day) and not whole else ""


def _goes_on(begun: Begun, text: str, above: str, day: str, *, full: bool) -> bool:
    """Whether a line that begins with a date goes on from a line above it that was full; one that
    is a date and nothing else, if no other stands alone, and it has no year or that line was left
    open: 'last seen on the', '3rd March.'; or answers a label: 'Due to start:', 'Spring 2021'."""
    if begun.may_answer and above.endswith(":"):
        return True
    if not full:
        return False
    if not begun.words:
        bare = says(read_date(begun.date), "date-year-missing")
        return not day and (bare or bool(_LEFT_OPEN.search(above)))
    return not text[0].isupper() and not begun.marked and begun.words[:1].islower()


def _is_full(line: str) -> bool:
    """Whether a line may have been broken within a sentence."""
    return len(line) >= _BROKEN_AT and not _FINISHED.search(line)


def _as_row(entry: _Entry, names: Names, *, over: bool = False) -> Row:
    """An entry as a row; a month or a year that stands alone is a band, and so is a day `over`
    times."""
    cell = one_cell(entry.cells, entry.broken)
    date = Cell(entry.date or None, Marks(struck=True) if cell.marks.struck else UNMARKED)
    alone = cell.value is None and cell.marks is UNMARKED
    band = alone and (over or is_stretch(entry.date))
    standing = [text_of(c.value) for c in entry.cells if not c.marks.struck]
    led = [line for text in standing for line in text.split("\n") if _ABOUT.match(line)]
    who = ", ".join(dict.fromkeys(filter(None, map(names, led))))
    about = (Cell(who),) if who else ()
    return replace(entry.row, cells=(date, cell, *about), aside="", band=band)
