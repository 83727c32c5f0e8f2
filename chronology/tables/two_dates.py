"""Which of several columns of dates tells when something happened; that it was chosen is said.

of those headed so      a contact or an incident, else the plain one, else the beginning of a stay
beside Date recorded    a column headed as a date in other words, which is never later
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from chronology.dates import read_date, says
from chronology.findings import Remark, note
from chronology.importers.rows import Row, Value, cell_at, text_of
from chronology.model import Column

SECOND = "a second column for"
"""Why a column whose heading is known is kept under that heading."""
_RANKS = (
    re.compile(
        r"\b(?:events?|incidents?|occur\w*|contacts?|visits?|offence|committed|seen|session|"
        r"encounter|activity|attend\w*|consultation)\b"
    ),
    re.compile(r"(?:dates?(?:/?s| s)?|when|dated|date ?(?:/|and|&|\+)? ?time|datetime)"),
    re.compile(
        r"\b(?:appointment|appt|clinic|meeting|call|arrest|from|(?<!case )start|began|begun|"
        r"admi\w+)\b|^day$"
    ),
)
_BEGINS = re.compile(r"\b(?:from|start|began|begun|admi\w+|commenc\w+)\b")
SAYS_WHEN = re.compile(r"\b(?:dates?|dt|when)\b", re.I)
_NO_DATE_OF_IT = re.compile(
    r"\b(?:open|opened|registered|closed|modified|updated|amended|changed|printed|next|last|"
    r"previous|valid|authori[sz]ed|approved|signed|case|allocated)\b",
    re.I,
)
"""Headings of dates of the file or of its keeping, of which none is when something happened."""
_NEARLY_ALL = 0.9


def date_rank(heading: str) -> int:
    """How plainly a folded heading is of the day on which something happened; 0 is plainest."""
    first, plain, begun = _RANKS
    if first.search(heading):
        return 0
    if plain.fullmatch(heading):
        return 1
    return 2 if begun.search(heading) else 3


def begins(heading: str) -> bool:
    """Whether a folded heading is of the beginning of a stay or a case."""
    return _BEGINS.search(heading) is not None


_SIGNS = re.compile(r"\b(?:sign|signed|time)[ -](?:in|out)\b")


def signs(heading: str) -> bool:
    """Whether a folded heading is of signing in or out: the whole day, of which a time is part."""
    return _SIGNS.search(heading) is not None


def ends_another(columns: Sequence[Column], best: Mapping[str, int]) -> dict[str, str]:
    """Fields of ends that are not those of the date or time which was chosen, and why: they end a
    stay, or a day of one who signed in, beside it. `best` is the column chosen for each field."""
    another: dict[str, str] = {}
    for field, end, of_a_stay in (("date", "end_date", begins), ("time", "end_time", signs)):
        if field not in best or (end == "end_time" and end not in best):
            continue
        chosen = columns[best[field]]
        others = [c for c in columns if c.field == field and c is not chosen]
        stay = next((c for c in others if of_a_stay(c.heading.casefold())), None)
        of_it = end == "end_date" or signs(columns[best[end]].heading.casefold())
        if stay and of_it and not of_a_stay(chosen.heading.casefold()):
            another[end] = (
                f"the end of what column {stay.letter} begins: kept under its own heading"
            )
    if {"date", "end_date"} <= best.keys() and _returns(columns, best):
        another["end_date"] = "the return of something sent: kept under its own heading"
    return another


def _returns(columns: Sequence[Column], best: Mapping[str, int]) -> bool:
    """Whether 'Returned on' stands beside a date other than that of going missing: a letter that
    came back was not sent on all the days between."""
    date, end = (columns[best[field]].heading.casefold() for field in ("date", "end_date"))
    return "returned" in end and "missing" not in date


def with_its_time(folded: Sequence[str], decided: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """'Case note time' beside 'Case note date' as the time, where that is the date and no time is
    known; `decided` is the field of each folded heading, and why."""
    dates = [at for at, (field, _) in enumerate(decided[: len(folded)]) if field == "date"]
    if not dates or any(field == "time" for field, _ in decided):
        return decided
    of_it = re.sub(r"\bdate\b", "time", folded[min(dates, key=lambda at: date_rank(folded[at]))])
    if of_it not in folded or decided[folded.index(of_it)][0]:
        return decided
    at = folded.index(of_it)
    return [*decided[:at], ("time", "heading known, the time beside its date"), *decided[at + 1 :]]


def never_later(heading: str, below: Sequence[Row], at: int, recorded: int) -> bool:
    """Whether a column headed as a date may tell when, beside one that tells when it was recorded:
    'Note date' or 'Contact' beside 'Created', and nothing was recorded before it happened."""
    told = SAYS_WHEN.search(heading) or date_rank(heading.casefold()) == 0
    if not told or _NO_DATE_OF_IT.search(heading):
        return False
    both = [
        (read_date(row.cells[at].value).start, read_date(row.cells[recorded].value).start)
        for row in below
        if max(at, recorded) < len(row.cells)
    ]
    pairs = [(one, other) for one, other in both if one and other]
    return bool(pairs) and sum(one <= other for one, other in pairs) >= _NEARLY_ALL * len(pairs)


def named_among_words(cells: Sequence[Value], few: int) -> bool:
    """Whether most cells under 'Summary' name a date among their words, more than a `few` in each:
    they are no dates of it."""
    if sum(len(text_of(cell).split()) for cell in cells) <= few * len(cells):
        return False
    return 2 * sum(says(read_date(cell), "date-among-words") for cell in cells) > len(cells)


def two_dates(columns: Sequence[Column], below: Sequence[Row]) -> tuple[Remark, ...]:
    """A remark for each further column of dates that differ from those which were read."""
    at = next((i for i, c in enumerate(columns) if c.field == "date"), None)
    if at is None:
        return ()
    chosen = columns[at]
    found = []
    for other, column in enumerate(columns):
        if not column.why.startswith(f"{SECOND} date:"):
            continue
        if any(_differ(row, at, other) for row in below):
            found.append(
                note(
                    "column-second-date",
                    message=f"Columns {chosen.letter} ('{chosen.heading}') and {column.letter} "
                    f"('{column.heading}') are both headed as dates: {chosen.letter} was read as "
                    "the date, and the other is kept under its heading.",
                    remedy="If the other is the day on which it happened, name it in the case file "
                    "(case.toml).",
                )
            )
    return tuple(found)


def _differ(row: Row, at: int, other: int) -> bool:
    cells = [cell_at(row, i).value for i in (at, other)]
    if not text_of(cells[1]):
        return False
    first, second = (read_date(cell).start for cell in cells)
    return second is not None and first != second
