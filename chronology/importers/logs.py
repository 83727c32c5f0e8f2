"""Lines below one that says their day or their month once: put before each of them.

INCIDENT 0123 OF 12/03/2021         a log of the police: the day of the times that lead the lines
2140 Call received                  -> 12/03/2021 2140 | Call received
Daily log - March 2021              a carer's diary: the month of the days that stand alone
Friday 12th                         -> Friday 12th March 2021
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from chronology.dates import OPEN, Precision, Window, read_date, read_time
from chronology.findings import Remark, note, warning
from chronology.importers.rows import Cell, Row, text_of

_OF_A_LOG = re.compile(
    r"\W{0,3}(?:police |storm )?(?:incident|log|cad|event|job|occurrence)(?: log| record)?"
    r"(?: (?:no|number|ref|id|urn))?\W{0,3}[A-Z/-]{0,6}\d[\w/-]*\W{1,3}(?:(?:of|dated?|on)\W{1,2})?"
    r"(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? \d{4})"
    r"(?:\W{1,4}(?:opened|created|received|start(?:ed)?|time|at)\W{1,3}\d{1,2}:?\d\d(?::\d\d)?"
    r"(?: ?hrs)?)?\W*",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"(?P<time>(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?|(?:[01]\d|2[0-3])[0-5]\d)"
    r"(?: ?(?:hrs|hours|h)\b)?(?:\s*[-\u2013\u2014:|]\s*|\s+)(?P<words>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_DATED = re.compile(r"\W{0,3}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_OF_A_MONTH = re.compile(
    rf"(?P<before>[^\d\n]{{0,50}}?)\b(?P<month>{_MONTH} \d{{4}})[\s:*_-]*", re.I
)
_TITLED = re.compile(
    rf"(?!.*\b(?:print|produc|complet|prepar|export|updat|review|version|born|birth))"
    rf"[^\d\n]{{0,50}}\b(?P<month>{_MONTH} \d{{4}})\b[^\d\n]{{0,30}}",
    re.IGNORECASE,
)
_A_DAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? (?:the )?\d{1,2}(?:st|nd|rd|th)?|"
    r"\d{1,2}(?:st|nd|rd|th))"
)
DAY_ALONE = re.compile(_A_DAY, re.IGNORECASE)
"""'Friday 12th', '12th'."""
_BARE = re.compile(
    rf"(?P<day>{_A_DAY})(?P<words>\s*[-\u2013\u2014:|]\s.*|\W*)", re.DOTALL | re.IGNORECASE
)
FEWEST_TIMES = 2
"""Below the head of a log, and days below a month."""
_MOST_DETAILS = 8
"""Lines between the head of a log and its first time: where, how urgent, who rang."""


def with_days(paragraphs: Sequence[Row]) -> tuple[list[Row], tuple[Remark, ...], bool]:
    """The paragraphs with the day or month of what stands over them, what is to be said, and
    whether times stand below the head of a log."""
    rows = [*paragraphs]
    said: list[Remark] = []
    heads = [(at, day) for at, row in enumerate(rows) if (day := _day_of_log(_text(row)))]
    for (at, day), (end, _) in pairwise([*heads, (len(rows), "")]):
        said += _timed(rows, at, end, day)
    led = rows != paragraphs
    titles = [(at, month) for at, row in enumerate(rows) if (month := _month_over(_text(row)))]
    for (at, month), (end, _) in pairwise([*titles, (len(rows), "")]):
        said += _dated(rows, at, end, month)
    return rows, tuple(said), led


def _timed(rows: list[Row], at: int, end: int, day: str) -> Iterator[Remark]:
    """Put the day before the times of a log, and ask where they go past midnight."""
    below = range(at + 1, end)
    end = next((n for n in below if _DATED.match(_text(rows[n]))), end)
    timed = [n for n in range(at + 1, end) if _TIMED.fullmatch(_text(rows[n]))]
    details = sum(bool(_text(rows[n])) for n in range(at + 1, timed[0])) if timed else 0
    if len(timed) < FEWEST_TIMES or details > _MOST_DETAILS:
        return
    head = f"{day} - {_text(rows[at])}"  # an entry of its own, where more than times is below it
    rows[at] = _with_text(rows[at], head) if details else replace(rows[at], band=True)
    times = []
    for n in timed:
        found = _TIMED.fullmatch(_text(rows[n]))
        assert found is not None
        rows[n] = _with_text(rows[n], f"{day} {found['time']} | {found['words']}")
        times.append((rows[n].number, read_time(found["time"])[0]))
    back = [(n, a, b) for (_, a), (n, b) in pairwise(times) if a and b and b < a]
    if back:
        number, above, here = back[0]
        yield warning(
            "date-maybe-next-day",
            message=f"In row {number} {here:%H:%M} comes after {above:%H:%M}, below one day: this "
            "row and those below it may be of the next day. Nothing was changed.",
            remedy="Check these rows with the agency.",
        )


def _dated(rows: list[Row], at: int, end: int, month: str) -> Iterator[Remark]:
    """Put the month behind the days that stand below it, and say so."""
    bare = [n for n in range(at + 1, end) if (found := _BARE.fullmatch(_text(rows[n])))]
    alone = _text(rows[at]).strip(" :.-*") == month
    if alone:  # '12th - seen' below a month alone is read so (lists.py)
        bare = [
            n for n in bare if (f := _BARE.fullmatch(_text(rows[n]))) and not f["words"].strip()
        ]
    if len(bare) < FEWEST_TIMES:
        return
    if not alone:
        rows[at] = replace(rows[at], band=True)
    for n in bare:
        found = _BARE.fullmatch(_text(rows[n]))
        assert found is not None
        rows[n] = _with_text(rows[n], f"{found['day']} {month}{found['words']}")
    yield note(
        "date-year-assumed",
        message=f"{len(bare)} days without a month were read as of {month}, which stands over "
        "them.",
        remedy="Check that this is so down to the last of them.",
    )


def _day_of_log(text: str) -> str:
    found = _OF_A_LOG.fullmatch(text)
    return found["day"] if found and read_date(found["day"]).precision is Precision.DAY else ""


def month_in(names: Sequence[str]) -> Window:
    """The month that the first title with one says, for days that stand alone below it."""
    told = (read_date(found["month"]) for name in names if (found := _TITLED.fullmatch(name)))
    return next(((month.start, month.end) for month in told if month.start), OPEN)


def _month_over(text: str) -> str:
    found = _OF_A_MONTH.fullmatch(text)
    return found["month"] if found else ""


def _text(row: Row) -> str:
    return text_of(row.cells[0].value) if row.cells else ""


def _with_text(row: Row, text: str) -> Row:
    return replace(row, cells=(Cell(text, row.cells[0].marks), *row.cells[1:]), band=False)
