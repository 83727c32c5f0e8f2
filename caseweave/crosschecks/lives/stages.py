"""Stages of life told of people, against their dates of birth: "revising for her GCSEs".

stage     an examination one sits | a school one has started at | what one is: newborn, a toddler
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.people import Known, born_by_genogram
from caseweave.crosschecks.rows import Row
from caseweave.crosschecks.who.clauses import pool, subjects
from chronology.dates import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stage:
    """What is said, and the ages at which it may be said of somebody, with a year to spare."""

    said: re.Pattern[str]
    least: float
    most: float
    works: bool
    """Whether grown people start there too, to work."""


def _stage(said: str, least: float, most: float, *, works: bool = False) -> _Stage:
    pattern = re.compile(rf"\b(?:{said})\b", re.I)
    return _Stage(said=pattern, least=least, most=most, works=works)


_SITS = (
    r"(?:(?:revising|studying)\s+for|sitting|taking|doing|sat|took)\s+(?:(?:his|her|the|mock)\s+)*"
)
_STARTS = (
    r"(?:has\s+|just\s+|have\s+)*(?:started|starting|gone\s+(?:up\s+)?to|moved\s+up\s+to)\s+"
    r"(?:(?:at|in|his|her|a|the|new|big)\s+)*"
)
_STAGES = (
    _stage(r"(?:(?:is|now)\s+a\s+|(?<=,\s)(?:a\s+)?)newborn(?=\s*[,.;]|\s+(?:of|and)\b)", 0, 0.3),
    _stage(r"(?:is|now)\s+a\s+(?:\w+\s+)?toddler", 0.7, 4.5),
    _stage(r"(?:is|now)\s+a\s+(?:\w+\s+)?teenager", 12, 20.5),
    _stage(rf"{_SITS}GCSEs?", 13, 18.5),
    _stage(rf"{_SITS}A[- ]levels?|(?:in|started)\s+(?:the\s+)?sixth\s+form", 15, 20.5),
    _stage(rf"{_SITS}SATs", 5.5, 12.5),
    _stage(rf"{_STARTS}(?:secondary|high|senior|comprehensive)\s+school", 10, 17.5, works=True),
    _stage(
        rf"{_STARTS}(?:pre-?school|nursery|playgroup)(?!\s+(?:nurse|teacher|job|as))",
        0.2,
        5.5,
        works=True,
    ),
)
_WORKS = 16
"""Years from which one may start at a school or nursery to work there."""


def stages_that_differ(known: Known) -> Iterator[Contradiction]:
    """Somebody told of in a stage of life that their date of birth does not allow."""
    for row in known.rows:
        if row.day is None:
            continue
        for stage in _STAGES:
            for found in stage.said.finditer(row.text):
                for who in subjects(known, row, pool(known, row), found.start()):
                    if who.person and not _may_be(known, who.person, row.day, stage):
                        yield _of_stage(known, row, who.person, found)


def _may_be(known: Known, person: str, day: dt.date, stage: _Stage) -> bool:
    born = known.kin.people[person].born
    if born is None or born.start is None or born.end is None or born.start > day:
        return True
    young, old = (day - born.end).days / 365.25, (day - born.start).days / 365.25
    if stage.works and young > _WORKS:
        return True
    return young <= stage.most and old >= stage.least


def _of_stage(known: Known, row: Row, person: str, found: re.Match[str]) -> Contradiction:
    born = known.kin.people[person].born
    words = " ".join(found[0].split())
    return Contradiction(
        kind="age differs",
        about=f"{person} {words.casefold()}",
        message=f'{known.name(person)} is told of {row.dated} with the words "{words}"; by '
        f"the genogram {known.name(person)} was born {in_words(born) if born else ''}.",
        sides=(quoted(row, found.span()), born_by_genogram(known, person)),
        remedy="Check the date of birth.",
    )
