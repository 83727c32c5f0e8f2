"""Rows below the headings that are no entries by their own words: examples, totals and counts.

EXAMPLE | Visit to the home         dd/mm/yyyy | Y/N       the form as it is to be filled in
Total   | 12                        January 2019 total | 3
Month   | Contacts | Seen           Feb 2019 | 3 | 1       a table of counts below the entries
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from chronology.dates import Precision, read_date

TOTAL = re.compile(
    r"(?:(?:grand |sub-? ?)?totals?|(?:opening|closing) balance)\b[\w ]{0,30}:?", re.I
)
_TOTAL_OF = re.compile(r"(?:[\w-]+ ){1,4}(?:sub-?)?totals?\W*", re.I)
"""'January 2019 total' over a number."""
NUMBERS = re.compile(r"-?[\d.,%\s\u00a3]+")
_FEWEST_COUNTS = 3
_PERIOD = re.compile(r"(?:day|week|month|quarter|year|period|date)s?", re.I)
_WORDS_OF_A_HEADING = 4
_EXAMPLE = re.compile(
    r"\W*(?:(?:for )?example\b|e\.? ?g\b|sample (?:entry|row|text|only|answer)\b)", re.I
)
_FEW_OF_AN_EXAMPLE = 2
"""Words under the event; more of them, 'Example given by mother', tell what happened."""
_TO_FILL_IN = re.compile(
    r"\W*(?:dd?\W?mm?\W?yy(?:yy)?|y ?/ ?n|yes ?/ ?no|hh\W?mm|24 ?h(?:rs?|ours?)?(?: clock)?)\W*",
    re.I,
)
"""What a form shows where something is to be written."""
_ASKS_FOR_DATE = re.compile(
    r"(?=\D*$).*\b(?:please|enter|insert|write|type|give|format)\b.*\bdd?\W?mm?\W?yy(?:yy)?\b.*",
    re.I | re.S,
)
"""What it asks for under the date: 'Please enter as DD/MM/YYYY'."""


def is_example(texts: Sequence[str], places: Mapping[str, int]) -> bool:
    """Whether the first words of a row say that it is an example."""
    at = next(at for at, text in enumerate(texts) if text)
    leading = at in (places.get("date"), places.get("sequence"))
    if leading and texts[at].strip(" :*").casefold() == "sample":
        return True
    if not _EXAMPLE.match(texts[at]):
        return False
    few = len(texts[at].split()) <= _FEW_OF_AN_EXAMPLE
    return leading or few or (at == 0 and at != places.get("event"))


def is_blank_form(date: str, filled: Sequence[str]) -> bool:
    """Whether a row only shows how to fill it in: dd/mm/yyyy, and nothing else or Y/N beside it."""
    shown = sum(bool(_TO_FILL_IN.fullmatch(text)) for text in filled)
    if _ASKS_FOR_DATE.fullmatch(date):
        return True
    return bool(_TO_FILL_IN.fullmatch(date)) and (shown > 1 or len(filled) == 1)


def is_total(filled: Sequence[str]) -> bool:
    """Whether a row says that it is a total, and numbers alone beside that."""
    if not all(NUMBERS.fullmatch(text) for text in filled[1:]):
        return False
    alone = TOTAL.fullmatch(filled[0]) is not None
    return alone or (_TOTAL_OF.fullmatch(filled[0]) is not None and len(filled) > 1)


def are_counts(date: str, filled: Sequence[str]) -> bool:
    """Whether a row is a month or a year with numbers only: a table of counts, and no entry."""
    if len(filled) < _FEWEST_COUNTS or filled[0] != date:
        return False
    if not all(NUMBERS.fullmatch(text) for text in filled[1:]):
        return False
    return read_date(date).precision in (Precision.MONTH, Precision.YEAR)


def heads_counts(date: str, filled: Sequence[str]) -> bool:
    """Whether a row is the heading of a table of counts: "Month | Contacts | Seen"."""
    if len(filled) < _FEWEST_COUNTS or filled[0] != date or not _PERIOD.fullmatch(date):
        return False
    return all(
        len(text.split()) <= _WORDS_OF_A_HEADING and not text[0].isdigit() for text in filled
    )
