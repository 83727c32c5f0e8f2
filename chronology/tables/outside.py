"""What is set aside and looks like entries: dated lines outside the tables, and dated rows above
the headings, as when a sheet was sorted with its headings among the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chronology.dates import EXACT, Precision, read_date
from chronology.findings import Remark, counted, first_of, warning
from chronology.importers.rows import Row, filled_texts, text_of
from chronology.rows.dated_words import date_at_start
from chronology.rows.footers import is_footer

_DATED = re.compile(
    r"\W{0,3}(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
    r"(\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d|"
    r"\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+(?:\d{4}|\d\d))(?!\d)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_FEWEST_WORDS = 3
"""Words after the date; a date with less is the day of a letter or a title."""
_SHOWN = 8
_FEWEST_CELLS = 2
_A_DATE = re.compile(r"\bdated?\b", re.IGNORECASE)


def entries_outside(rows: Sequence[Row]) -> Remark | None:
    """One warning for the paragraphs that begin with a date and say what happened."""
    found = [row.number for row in rows if row.aside == "paragraph" and _is_entry(row)]
    if not found:
        return None
    one = len(found) == 1
    told = counted(
        len(found), "paragraph outside the tables begins", "paragraphs outside the tables begin"
    )
    became = "it was set aside and is no entry" if one else "they were set aside, not entries"
    return _may_tell(told, found, became, "put them into the table with the other entries")


def entries_above(rows: Sequence[Row], reasons: Sequence[str]) -> Remark | None:
    """One warning for the rows above the headings that begin with a date and say what happened.

    Those under the headings of a table of their own, such as a record of drafts, are not counted.
    """
    found: list[int] = []
    of_another = False
    for row, reason in zip(rows, reasons, strict=True):
        filled = filled_texts(row)
        if reason != "title" or len(filled) < _FEWEST_CELLS:
            of_another = False
        elif read_date(filled[0]).precision not in EXACT:
            of_another = any(_A_DATE.search(text) for text in filled)
        elif not of_another and _is_entry(row) and not is_footer(filled[-1:]):
            found.append(row.number)
    if not found:
        return None
    one = len(found) == 1
    told = f"{counted(len(found), 'row', 'rows')} above the headings begin{'s' if one else ''}"
    became = "it was set aside as a title" if one else "they were set aside as titles"
    return _may_tell(told, found, became, "move the headings above them in a copy")


def _may_tell(told: str, rows: Sequence[int], became: str, do: str) -> Remark:
    return warning(
        "dated-outside",
        message=f"{told} with a date and may tell what happened ({first_of(rows, _SHOWN)}); "
        f"{became}.",
        remedy=f"If so, {do}, or ask the agency to.",
    )


def _is_entry(row: Row) -> bool:
    text = " ".join(text_of(cell.value) for cell in row.cells).strip()
    match = _DATED.match(text)
    if match is None:  # '4.1 On 1 February 2019 mother booked'
        date = date_at_start(text)
        return bool(date) and _says_more(text.partition(date)[2])
    return _says_more(match[2]) and read_date(match[1]).precision is Precision.DAY


def _says_more(words: str) -> bool:
    return len(re.findall(r"\w+", words)) >= _FEWEST_WORDS
