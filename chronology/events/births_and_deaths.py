"""Dates of birth that differ from the case file's, and sightings out of a child's life."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from chronology.contacts.sightings import died_before, unborn
from chronology.dates import in_words, parse_when
from chronology.model import SIGHTED, Chronology, Difference, Entry, Said

_DOB = re.compile(
    r"\b(?:d\.?\s?o\.?\s?b\.?|date of birth|born(?: on)?)[\s:.-]*"
    r"(\d{1,2}(?:st|nd|rd|th)?[\s./-]*(?:\d{1,2}|[A-Za-z]{3,9})[\s./-]*\d{2,4})",
    re.I,
)


def differing_births(chronology: Chronology) -> list[Difference]:
    """Dates of birth that stand in entries and differ from the case file's, child by child."""
    found: list[Difference] = []
    for child in chronology.case.children:
        if child.born is None:
            continue
        names = {n.casefold() for n in child.all_names}
        others = [
            Said(id=e.id, agency=e.agency, words=text)
            for e in chronology.entries
            if not e.withheld
            for name, text in _births_in(e.event)
            if name.casefold() in names and parse_when(text).start not in (None, child.born)
        ]
        if others:
            found.append(
                Difference(
                    field="date of birth",
                    message=f"{child.label} was born on {child.born:%d/%m/%Y} by the case file; "
                    "entries say otherwise.",
                    said=tuple(others),
                    remedy="Check the date with the birth record.",
                )
            )
    return found


def _births_in(text: str) -> Iterable[tuple[str, str]]:
    """Each date of birth with the name before it: "Theo Dacre dob 02/07/2016"."""
    for found in _DOB.finditer(text):
        before = re.findall(r"[A-Z][\w'\u2019-]+", text[: found.start()])
        for name in before[-3:]:
            yield name, found[1]


def seen_out_of_life(chronology: Chronology) -> list[Difference]:
    """Children recorded as seen before they were born or after they died."""
    found: list[Difference] = []
    for child in chronology.case.children:
        for e in chronology.entries:
            if child.label not in e.seen or e.seen[child.label].value not in SIGHTED:
                continue
            if child.born and unborn(e, child):
                found.append(_out_of_life(e, child.label, "before the date of birth", child.born))
            if child.died and died_before(e, child):
                found.append(_out_of_life(e, child.label, "after the date of death", child.died))
    return found


def _out_of_life(entry: Entry, child: str, what: str, day: dt.date) -> Difference:
    return Difference(
        field="impossible sequence",
        message=f"{child} is recorded as seen {what} given in the case file ({day:%d/%m/%Y}).",
        said=(Said(id=entry.id, agency=entry.agency, words=in_words(entry.when)),),
        remedy="Check the date as sent, and the case file.",
    )
