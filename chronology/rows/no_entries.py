"""Rows below the headings that are no entries by their own words: examples, totals and counts.

EXAMPLE | Visit to the home         dd/mm/yyyy | Y/N       the form as it is to be filled in
Total   | 12                        January 2019 total | 3
Month   | Contacts | Seen           Feb 2019 | 3 | 1       a table of counts below the entries
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from chronology.columns import field_of
from chronology.dates import Precision, read_date, says

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

_LIKE_A_DATE = re.compile(
    r"\d\W{0,3}\d*[./-]\W?\d|\b(?:19|20)\d\d|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*ary|ch|il|ust|[a-z]*ber)?\b",
    re.I,
)
"""'4/3/2O21' is a date gone wrong, and no heading over rows."""
_OVER_ROWS = re.compile(
    r"(?:section|part|phase|chapter|appendix) (?:[A-H]\b|\d{1,2}\s?[:.-])|"
    r"(?P<label>[A-Z][\w /]{1,30}):\s*(?P<value>\S.*)",
    re.I,
)
"""'Section 20' is of an Act, and tells what happened."""
_A_NAME = re.compile(
    r"(?!.*\b(?:and|at|by|for|from|in|nil|no|not|on|to|with)\b)[A-Z\d][^\s,;:]*(?: [^\s,;:]+){0,3}"
)
"""'Child: bruise to cheek' and 'Location: Home, no reply' tell what happened."""
_OF_THE_AUTHOR = {"analysis", "comment", "missed_opportunity", "good_practice", "gap_note"}
_GROUPED_BY = {"professional", "agency", "subject", "kind", "location", "source", "initials"}
_FEW_BESIDE_A_DATE = 3
"""Words that stand under the date beside one: who wrote, or how sure it is."""


def is_no_date(words: str) -> bool:
    """Whether words that stand alone under the date are more than one, or plainly none, and not one
    gone wrong: 'About 12/03/2021 he moved', 'No contact'."""
    when = read_date(words)
    if len(words.split()) > _FEW_BESIDE_A_DATE:
        return says(when, "date-not-read", "date-among-words")
    return says(when, "date-not-read") and not _LIKE_A_DATE.search(words)


def heads_rows(words: str) -> bool:
    """Whether such words stand over rows: 'SECTION B: KEY EVENTS', 'Worker: S Okoro'."""
    found = _OVER_ROWS.match(words) if not _LIKE_A_DATE.search(words) else None
    if found is None or not found["label"]:
        return found is not None
    return field_of(found["label"])[0] in _GROUPED_BY and bool(_A_NAME.fullmatch(found["value"]))


def told_as(words: str) -> str:
    """The field of an account that stands across a table: 'Analysis: ...' is no event."""
    found = _OVER_ROWS.match(words)
    field = field_of(found["label"])[0] if found and found["label"] else ""
    return field if field in _OF_THE_AUTHOR else "event"


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
