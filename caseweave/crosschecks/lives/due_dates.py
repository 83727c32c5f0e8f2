"""When a baby is due by rows, against the birth that followed: "due in June", "EDD 10/07/2019".

A birth may come months before it was due, and weeks after; what is further apart differs.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction
from caseweave.crosschecks.people import Known, birth_differs
from caseweave.crosschecks.rows import Row
from caseweave.crosschecks.said_when import DATE, MONTHS, month_of
from caseweave.crosschecks.who.kinship import parents
from caseweave.crosschecks.who.roles import subject_of
from chronology.dates import When, in_words, parse_when
from genogram.model import Sex

_DUE = re.compile(
    rf"\b(?:(?P<edd>E\.?D\.?D\.?|due\s+date|estimated\s+(?:date\s+of\s+)?delivery)(?:\s+(?:is|of|was|given|"
    rf"as))*[\s:]*|(?:(?:baby|she|pregnan\w+|child|twins|weeks)\b[^.;]{{0,25}}?\s)?(?:due|expect(?:ing|ed))\s+(?:in\s+|on\s+)?"
    rf"(?:early\s+|late\s+|mid-?\s*)?)(?:{DATE}|(?P<month>{'|'.join(MONTHS)})\b)",
    re.I,
)
_OF_A_BABY = re.compile(
    r"\b(?:baby|pregnan\w*|EDD|antenatal|midwi\w+|scan|booking|unborn|weeks|expecting|fetal|trimester|"
    r"birth|maternity|gestation)\b",
    re.I,
)
_TERM = dt.timedelta(days=300)
_EARLY = dt.timedelta(days=95)  # by which a birth may come before it was due: some fourteen weeks
_LATE = dt.timedelta(days=30)


def due_dates_that_differ(known: Known) -> Iterator[Contradiction]:
    """A baby due at another time than that of the one born next to the woman told of."""
    for row in known.rows:
        for found in _DUE.finditer(row.text):
            due = _due(row, found)
            if due is None or row.day is None or not _OF_A_BABY.search(row.text):
                continue
            for child in _born_next(known, row, found, row.day):
                yield from _compared(known, row, child, due, found)


def _due(row: Row, found: re.Match[str]) -> When | None:
    """The days in which it is due; of a month without a year the next one."""
    if not found["month"]:
        return parse_when(found[2])
    if row.day is None:
        return None
    month = month_of(found["month"])
    return parse_when(f"{found['month']} {row.day.year + (month < row.day.month)}")


def _born_next(known: Known, row: Row, found: re.Match[str], day: dt.date) -> list[str]:
    """The children born within a term to the women named, else to the one the row is about."""
    told = {m.person for m in row.mentions if m.start < found.start() and m.person}
    told |= {subject_of(known, row)} - {""}
    women = {p for p in told if known.kin.people[p].sex is Sex.FEMALE}
    if len(women) > 1:
        return []
    return [
        person.id
        for person in known.family.persons
        if (born := person.born) and born.start and born.start == born.end
        if day <= born.start <= day + _TERM and women & set(parents(known.kin, person.id))
    ]


def _compared(
    known: Known, row: Row, child: str, due: When, found: re.Match[str]
) -> Iterator[Contradiction]:
    born = known.kin.people[child].born
    if born is None or born.start is None or due.start is None or due.end is None:
        return
    if due.start - _EARLY <= born.start <= due.end + _LATE:
        return
    name = known.name(child)
    told = f"A baby is due {in_words(due)} by an entry of {in_words(row.entry.when)}; "
    told += f"by the genogram {name} was born on {born.start:%d/%m/%Y}."
    yield birth_differs(known, row, found.span(), child, told, f"{child} due")
