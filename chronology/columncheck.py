"""What the cells below the headings say of them, where the headings do not say enough.

no Date column      a column of dates is the date: of recording first, then one without a heading
a Date column       without any date below it is a finding
no Event column     the column with most words in it tells what happened, or one of reasons
an Event column     a column headed as the source, 'Record', over more words than it tells so too
no heading known    a row of words over a column of dates and a column of sentences
no headings         dates down the first column, and a column of sentences
a child's name      over cells of Seen and Not seen: whether that child was seen
a Seen column       of numbers, some above 1, counts children: 1 is no Yes, and 0 no child's No
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronology.columns import SEARCHED_ROWS, WIDEST, Mapped, fold, name_columns, settled
from chronology.dates import read_date
from chronology.findings import Remark, Severity
from chronology.importers.rows import Row, Table, Value, text_of
from chronology.model import Column
from chronology.twodates import SAYS_WHEN, never_later

_FEWEST = 3
_MOSTLY = 0.7
_HARDLY = 0.2
_MAY_DATE = ("", "time", "date_child_seen", "recorded_date")
"""Fields that may well hold the only date of a table, the least likely first; any other may too:
'Seen' and 'Contact' over days."""
_RECORD = re.compile(r"records?|entry", re.I)
_SEEN = ("child_seen", "which_children")
_NUMBER = re.compile(r"\d{1,2}")
_LOG_NUMBER = re.compile(r"[A-Z]{0,6}[-/ ]?\d[\w/-]*")
_MAY_TELL = ("", "comment", "action", "outcome", "kind", "source")
_FEW_WORDS, _FEW_WORDS_TELL = 3, 2.0
_NEARLY_ALL = 0.9
_LONGEST_ANSWER = 6
_A_SENTENCE = 5
"""Words in a cell, on average, of a column that tells what happened."""
_LONGEST_HEADING = 60
_BESIDE = "because its cells hold more words than the column headed so; that one is read with it"
NO_EVENTS = re.compile(r"birth|born|\bd\.?o\.?b|due|target|by when|deadline|review date", re.I)
"""Headings of dates on which nothing happened: a list of people, a plan of actions."""


_WHOM = re.compile(
    r"^(?:child|pupil|student|patient|baby|young person|yp|name)(?:'s name)?\b[\s:-]*", re.I
)
_TELLS_SEEN = re.compile(r"\bseen\b", re.I)
_ANSWER = re.compile(r"(?:y|n|yes|no|n/?a|n/?k|not recorded|-|\?)\.?", re.I)
_REASON = re.compile(r"\b(?:reason|diagnosis|complaint|problem|purpose)\b", re.I)
"""Headings over a word or two that tell what happened where no other column does."""


def check_columns(
    mapped: Mapped, rows: Sequence[Row], children: Sequence[str]
) -> tuple[Mapped, tuple[Remark, ...]]:
    """The columns with date, event and seen found by content where need be, and what is to be said.

    `children` are the names that the case has for its children.
    """
    below = [row for row in rows if row.number > mapped.heading_row]
    mapped, about_date = _check_date(mapped, below)
    mapped, about_event = _check_event(mapped, below)
    mapped, about_seen = _check_seen(mapped, below)
    mapped, about_named = _check_named(mapped, below, children)
    return mapped, (*about_date, *about_event, *about_seen, *about_named)


def headed_by_content(
    table: Table,
    *,
    children: Sequence[str],
    override: Mapping[str, str] | None,
    part: bool,
) -> Mapped | None:
    """The columns below the first row of words over dates and sentences; None without one.

    Fewer words will do where a heading is known, and fewer rows for a `part` of a sheet.
    """
    fewest = 1 if part else _FEWEST
    rows = [row for row in table.rows if not row.aside]
    for row in rows[:SEARCHED_ROWS]:
        words = [text_of(cell.value) for cell in row.cells]
        below = [other for other in rows if other.number > row.number]
        near = replace(row, cells=row.cells[:WIDEST])
        if len(below) < fewest or not may_be_headings(near):
            continue
        cells = [_cells(below, at) for at in range(len(near.cells))]
        has_dates = any(
            heading and not NO_EVENTS.search(heading) and len(c) >= fewest
            and _share(c) >= _MOSTLY for heading, c in zip(words[:WIDEST], cells, strict=True)
        )  # fmt: skip
        if not has_dates:
            continue
        columns = name_columns(words, children, override or {})
        needed = _FEW_WORDS if any(column.field for column in columns) else _A_SENTENCE
        if max(map(_words, cells)) >= needed:
            return Mapped(heading_row=row.number, first_row=row.number, columns=columns)
    return None


def without_headings(table: Table) -> tuple[Mapped, tuple[Remark, ...]] | None:
    """The columns of a table that begins at once: dates down the first, sentences down another.

    A number of the row may stand before the date. None for a table that is anything else: a list
    of people has their names first, and its dates are births.
    """
    rows = [row for row in table.rows if len(_filled(row)) > 1 and not row.aside]
    if len(rows) < _FEWEST:
        return None
    width = max(len(row.cells) for row in rows)
    cells = [_cells(rows, at) for at in range(width)]
    numbered = all(_NUMBER.fullmatch(text_of(cell).rstrip(".")) for cell in cells[0])
    date = 1 if numbered else 0
    if width <= date or len(cells[date]) < len(rows) or _share(cells[date]) < _NEARLY_ALL:
        return None
    if not dated(rows[0].cells[date].value) or any(map(_among_words, cells[date])):
        return None
    words = {at: _words(cells[at]) for at in range(date + 1, width)}
    event = max(words, key=lambda at: (words[at], -at), default=0)
    if words.get(event, 0.0) < _FEW_WORDS_TELL:
        return None
    columns = name_columns([""] * width, (), {})
    mapped = Mapped(heading_row=0, first_row=rows[0].number, columns=columns)
    mapped = _named(mapped, date, "date", "the table has no headings, and its cells are dates")
    mapped = _named(mapped, event, "event", "the table has no headings, and this column tells most")
    return mapped, (_NO_HEADINGS,)


def _among_words(cell: Value) -> bool:
    """Whether a date stands among words; below it, on lines of their own, they may stand."""
    first = text_of(cell).partition("\n")[0]
    return any(remark.code == "date-among-words" for remark in read_date(first).remarks)


def _filled(row: Row) -> list[Value]:
    return [cell.value for cell in row.cells if text_of(cell.value)]


_NO_HEADINGS = Remark(
    code="table-without-headings",
    severity=Severity.WARNING,
    message="The table has no headings: the column of dates was read as the date and the one with "
    "most words as what happened; the others are kept as they are.",
    remedy="Add a row of headings in a copy of the file to have the other columns read.",
)


def may_be_headings(row: Row) -> bool:
    """Three cells or more of a few words each, and no date among them."""
    cells = [cell.value for cell in row.cells if text_of(cell.value)]
    return len(cells) >= _FEWEST and all(
        isinstance(cell, str) and len(cell) <= _LONGEST_HEADING and not _share([cell])
        for cell in cells
    )


def _check_date(mapped: Mapped, below: Sequence[Row]) -> tuple[Mapped, tuple[Remark, ...]]:
    dated = next((i for i, c in enumerate(mapped.columns) if c.field == "date"), None)
    if dated is None:
        return _with_date(mapped, below)
    cells = _cells(below, dated)
    if len(below) < _FEWEST or (cells and _share(cells) > _HARDLY):
        return mapped, ()
    other, said = _with_date(mapped, below)
    if said:
        why = "hardly any of its cells is a date; kept under its own heading"
        return _named(other, dated, "", why), said
    return mapped, (_no_dates(mapped.columns[dated], cells),) if len(cells) >= _FEWEST else ()


def _check_event(mapped: Mapped, below: Sequence[Row]) -> tuple[Mapped, tuple[Remark, ...]]:
    """Where no heading says what happened: the wordiest column of those that may."""
    mapped = _without_numbers(mapped, below)
    headed = [i for i, column in enumerate(mapped.columns) if column.field == "event"]
    if headed:
        return _check_source(mapped, below, max(_words(_cells(below, at)) for at in headed))
    free = [i for i, column in enumerate(mapped.columns) if column.field in _MAY_TELL]
    words = {i: _words(_cells(below, i)) for i in free}
    at = max(free, key=lambda i: (words[i], -i), default=None)
    named = {i: mapped.columns[i].heading.strip() for i in free if words[i]}
    plain = [i for i in named if _RECORD.fullmatch(named[i])]
    plain += [i for i in named if _REASON.search(named[i])]
    if plain and (at is None or words[at] < _FEW_WORDS):
        at = plain[0]  # "No access." under Record is short, and what happened
    elif at is None or words[at] < _FEW_WORDS:
        return mapped, ()
    why = "no heading says what happened, and this column has most words or the reason"
    return _named(mapped, at, "event", why), (_told_by(mapped.columns[at]),)


def _without_numbers(mapped: Mapped, below: Sequence[Row]) -> Mapped:
    """'Log' over numbers of logs, beside what happened: the sequence, and no words of it."""
    headed = [i for i, column in enumerate(mapped.columns) if column.field == "event"]
    logs = [i for i in headed if fold(mapped.columns[i].heading) == "log"]
    for at in logs if len(headed) > 1 else ():
        if all(_LOG_NUMBER.fullmatch(text_of(cell)) for cell in _cells(below, at)):
            taken = any(column.field == "sequence" for column in mapped.columns)
            why = "its cells are numbers of logs"
            mapped = _named(mapped, at, "" if taken else "sequence", why)
            mapped = replace(mapped, columns=settled(tuple(map(_unjoined, mapped.columns))))
    return mapped


def _unjoined(column: Column) -> Column:
    return replace(column, why=column.why.partition("; joined with")[0])


def _check_seen(mapped: Mapped, below: Sequence[Row]) -> tuple[Mapped, tuple[Remark, ...]]:
    """Columns of who was seen that hold how many children were: kept under their own heading."""
    said: tuple[Remark, ...] = ()
    for at, column in enumerate(mapped.columns):
        cells = [text_of(cell) for cell in _cells(below, at)] if column.field in _SEEN else []
        if all(map(_NUMBER.fullmatch, cells)) and any(int(cell) > 1 for cell in cells):
            mapped = _named(mapped, at, "", "its cells count children; kept under its own heading")
            said += (_counted(column),)
    return mapped, said


def _counted(column: Column) -> Remark:
    return Remark(
        code="column-of-counts",
        severity=Severity.WARNING,
        message=f"{_name(column)} holds numbers above 1: it was taken as "
        "how many children were seen, and says of none that it was.",
        remedy="Ask the agency which children were seen.",
    )


def _check_source(
    mapped: Mapped, below: Sequence[Row], most: float
) -> tuple[Mapped, tuple[Remark, ...]]:
    """A column headed as the source with sentences in it, and more words than the `most` of the
    columns headed as the event, belongs to them: 'Contact type' beside 'Record'."""
    said: tuple[Remark, ...] = ()
    for at, column in enumerate(mapped.columns):
        words = _words(_cells(below, at)) if column.field == "source" else 0.0
        if words >= _A_SENTENCE and words > most:
            why = "it is headed as the source, but tells in sentences what happened"
            mapped = _named(mapped, at, "event", why)
            said += (_told_by(column, _BESIDE),)
    return mapped, said


def _check_named(
    mapped: Mapped, below: Sequence[Row], children: Sequence[str]
) -> tuple[Mapped, tuple[Remark, ...]]:
    """A column under a child's name alone, 'Abi' or 'Pupil: Abi', over 'Seen' and 'Not seen'.

    'Y' and 'N' alone do not say of what: they may tell whom a row is about.
    """
    said: tuple[Remark, ...] = ()
    for at, column in enumerate(mapped.columns):
        child = _child(column.heading, children) if not column.field else ""
        texts = [text_of(cell) for cell in _cells(below, at)] if child else []
        if any(map(_TELLS_SEEN.search, texts)) and all(map(_says_seen, texts)):
            why = f"it is headed {child}, and its cells say whether somebody was seen"
            mapped = _named(mapped, at, f"child_seen:{child}", why)
            said += (_seen_by(column, child),)
    return mapped, said


def _says_seen(text: str) -> bool:
    """Whether a cell is an answer to the question who was seen, in a few words."""
    told = _TELLS_SEEN.search(text) and len(text.split()) <= _LONGEST_ANSWER
    return bool(told or _ANSWER.fullmatch(text))


def _child(heading: str, children: Sequence[str]) -> str:
    """The child whom a heading names and says nothing else of; else empty."""
    bare = fold(_WHOM.sub("", heading.strip()))
    return next((child for child in children if fold(child) == bare), "") if bare else ""


def goes_on(table: Table, columns: Mapped) -> bool:
    """Whether a table without headings goes on from the one before: as wide, dates below dates."""
    rows = [row for row in table.rows if not row.aside]
    at = next((i for i, c in enumerate(columns.columns) if c.field == "date"), None)
    width = max((len(row.cells) for row in rows), default=0)
    if at is None or width != len(columns.columns):
        return False
    cells = _cells(rows, at)
    return bool(cells) and _share(cells) >= _MOSTLY


GOES_ON = Remark(
    code="table-goes-on",
    severity=Severity.NOTE,
    message="The table has no headings of its own; it was read as going on from the one before.",
    remedy="Check that its columns are the same.",
)


def _words(cells: Sequence[Value]) -> float:
    """Words in a cell, on average over those that hold any."""
    return sum(len(text_of(cell).split()) for cell in cells) / len(cells) if cells else 0.0


def _named(mapped: Mapped, at: int, field: str, why: str) -> Mapped:
    found = replace(mapped.columns[at], field=field, why=why)
    return replace(mapped, columns=(*mapped.columns[:at], found, *mapped.columns[at + 1 :]))


def _with_date(mapped: Mapped, below: Sequence[Row]) -> tuple[Mapped, tuple[Remark, ...]]:
    """Name the date column by its cells: of recording, without a heading, then one not known.

    Before that of recording goes one not known that is headed as a date and never later.
    """
    free = [i for i, column in enumerate(mapped.columns) if column.field != "end_date"]
    recorded = next((i for i in free if mapped.columns[i].field == "recorded_date"), None)

    def order(i: int) -> tuple[bool, int, bool, int]:
        field = mapped.columns[i].field
        likely = _MAY_DATE.index(field) if field in _MAY_DATE else -1
        first = recorded is not None and not field and _is_first(mapped, below, i, recorded)
        return not first, -likely, bool(mapped.columns[i].heading), i

    for at in sorted(free, key=order):
        cells = _cells(below, at)
        known = mapped.columns[at].field or SAYS_WHEN.search(mapped.columns[at].heading)
        if len(cells) >= (1 if known else _FEWEST) and _share(cells) >= _MOSTLY:
            why = "its cells are dates, and no other column is headed as the date"
            return _named(mapped, at, "date", why), (_taken(mapped.columns[at]),)
    return mapped, ()


def _is_first(mapped: Mapped, below: Sequence[Row], at: int, recorded: int) -> bool:
    """Whether a column may tell when, beside the one that tells when it was recorded."""
    heading = mapped.columns[at].heading
    return not NO_EVENTS.search(heading) and never_later(heading, below, at, recorded)


def _cells(rows: Sequence[Row], at: int) -> list[Value]:
    values = [row.cells[at].value for row in rows if at < len(row.cells)]
    return [value for value in values if text_of(value)]


def dated(value: Value) -> bool:
    """Whether a cell is a date, or says that it has none."""
    return bool(text_of(value)) and _share([value]) == 1


def _share(cells: Sequence[Value]) -> float:
    """How many of the cells are dates that say at least their month or year, or say undated."""
    read = [read_date(cell) for cell in cells]
    said = ("date-missing", "date-impossible", "date-year-missing", "date-year-odd")
    return sum(
        bool(when.start or when.end) or any(r.code in said for r in when.remarks) for when in read
    ) / len(cells)


def _name(column: Column) -> str:
    return f"Column {column.letter}" + (f" ('{column.heading}')" if column.heading else "")


def _taken(column: Column) -> Remark:
    return Remark(
        code="column-date-by-content",
        severity=Severity.WARNING,
        message=f"{_name(column)} was read as the date, because its cells are dates and no other "
        "column of dates is headed so.",
        remedy="Check it, or name the columns of this file in the case file (case.toml).",
    )


def _told_by(column: Column, why: str = "because no heading says so") -> Remark:
    return Remark(
        code="column-event-by-content",
        severity=Severity.WARNING,
        message=f"{_name(column)} was read as what happened, {why}.",
        remedy="Check it, or name the columns of this file in the case file (case.toml).",
    )


def _seen_by(column: Column, child: str) -> Remark:
    return Remark(
        code="column-seen-by-content",
        severity=Severity.WARNING,
        message=f"{_name(column)} was read as whether {child} was seen, because its cells say so.",
        remedy="Check it, or name the columns of this file in the case file (case.toml).",
    )


def _no_dates(column: Column, cells: Sequence[Value]) -> Remark:
    return Remark(
        code="column-without-dates",
        severity=Severity.WARNING,
        message=f"{_name(column)} is the date column, but hardly any of its {len(cells)} cells "
        "is a date.",
        remedy="Check which column holds the dates, and name it in the case file (case.toml).",
    )
