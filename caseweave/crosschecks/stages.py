"""Stages of life told of people, against their dates of birth: "revising for her GCSEs".

stage     an examination one sits | a school one has started at | what one is: newborn, a toddler
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.clauses import pool, subjects
from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.people import Known, born_by_genogram
from caseweave.crosschecks.rows import Row
from chronology.dates import in_words

# What is said -> the ages between which somebody of whom it is said may be, with a year to spare.
_SITS = (
    r"(?:(?:revising|studying)\s+for|sitting|taking|doing|sat|took)\s+(?:(?:his|her|the|mock)\s+)*"
)
_STARTS = (
    r"(?:has\s+|just\s+|have\s+)*(?:started|starting|gone\s+(?:up\s+)?to|moved\s+up\s+to)\s+"
    r"(?:(?:at|in|his|her|a|the|new|big)\s+)*"
)
_STAGES = (
    (r"(?:(?:is|now)\s+a\s+|(?<=,\s)(?:a\s+)?)newborn(?=\s*[,.;]|\s+(?:of|and)\b)", 0, 0.3),
    (r"(?:is|now)\s+a\s+(?:\w+\s+)?toddler", 0.7, 4.5),
    (r"(?:is|now)\s+a\s+(?:\w+\s+)?teenager", 12, 20.5),
    (rf"{_SITS}GCSEs?", 13, 18.5),
    (rf"{_SITS}A[- ]levels?|(?:in|started)\s+(?:the\s+)?sixth\s+form", 15, 20.5),
    (rf"{_SITS}SATs", 5.5, 12.5),
    (rf"{_STARTS}(?:secondary|high|senior|comprehensive)\s+school", 10, 17.5),
    (rf"{_STARTS}(?:pre-?school|nursery|playgroup)(?!\s+(?:nurse|teacher|job|as))", 0.2, 5.5),
)  # fmt: skip
_PATTERNS = tuple((re.compile(rf"\b(?:{p})\b", re.I), least, most) for p, least, most in _STAGES)
_WORKS = 16  # years from which one starts at a school or nursery to work there


def stages_that_differ(known: Known) -> Iterator[Contradiction]:
    """Somebody told of in a stage of life that their date of birth does not allow."""
    for row in known.rows:
        if row.day is None:
            continue
        for pattern, least, most in _PATTERNS:
            for found in pattern.finditer(row.text):
                for who in subjects(known, row, pool(known, row), found.start()):
                    if who.person and not _may_be(known, who.person, row.day, least, most):
                        yield _of_stage(known, row, row.day, who.person, found)


def _may_be(known: Known, person: str, day: dt.date, least: float, most: float) -> bool:
    born = known.kin.people[person].born
    if born is None or born.start is None or born.end is None or born.start > day:
        return True
    young, old = (day - born.end).days / 365.25, (day - born.start).days / 365.25
    works = young > _WORKS and most in (5.5, 17.5)
    return works or (young <= most and old >= least)


def _of_stage(
    known: Known, row: Row, day: dt.date, person: str, found: re.Match[str]
) -> Contradiction:
    born = known.kin.people[person].born
    words = " ".join(found[0].split())
    return Contradiction(
        kind="age differs",
        about=f"{person} {words.casefold()}",
        message=f'{known.name(person)} is told of on {day:%d/%m/%Y} with the words "{words}"; by '
        f"the genogram {known.name(person)} was born {in_words(born) if born else ''}.",
        sides=(quoted(row, found.span()), born_by_genogram(known, person)),
        remedy="Check the date of birth.",
    )
