"""Births and ages that differ by source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.people import (
    Known,
    Row,
    beside_narrative,
    only_one,
    place,
    sentence,
)
from caseweave.crosschecks.said_when import DATE
from caseweave.crosschecks.spelled import AGE, number
from caseweave.crosschecks.spoken import subject_of
from chronology.dates import When, in_words, parse_when
from genogram.labels import full_years
from genogram.model import Person

_BORN = re.compile(
    rf"\b(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|birth\s?date|born(?:\s+(?:on|in))?|b\.?(?=\s?\d))"
    r"(?:\s+(?:was|is|given|recorded|shown|noted|listed|registered|there|here|as|"
    r"on\s+(?:the|our|his|her)\s+\w+))*"
    rf"[\s:.(-]*{DATE}",
    re.I,
)
_AGE_AFTER = re.compile(
    rf"^,?\s*(?:\(\s*(?:aged?\s+|age:?\s+)?({AGE})\s*(?:yrs?|years?(?:\s+old)?|yo)?\s*\)|"
    rf",?\s*(?:(?:is|was)\s+)?(?:now\s+)?aged?\s+({AGE})(?!\s*(?:months|weeks|days|/))\b|"
    rf",?\s*(?:(?:is|was)\s+)?(?:now\s+|only\s+)?({AGE})[\s-]*(?:yrs?|years?|y/o|yo)\b"
    r"(?!\s+(?:on|ago|later|and)\b))",
    re.I,
)
_AGE_BARE = re.compile(r"^,\s*(\d{1,2})(?=,)")  # "Ann LEE, 42, victim of theft"
_AGE_BEFORE = re.compile(r"\b(\d{1,2})[\s-]*(?:yrs?|years?)[\s-]*old\s+$", re.I)
_SLACK = 1  # years by which an age may be out before it is held to differ


def case_births_that_differ(known: Known) -> Iterator[Contradiction]:
    """Dates of birth in the case file against the genogram's."""
    for child in known.chronology.case.children:
        person = _one(known, (child.label, *child.names))
        if person and child.born and person.born and not _may_be(person.born, child.born):
            yield Contradiction(
                kind="birth differs",
                about=person.id,
                message=f"{known.name(person.id)} was born on {child.born:%d/%m/%Y} by the case "
                f"file, {in_words(person.born)} by the genogram.",
                sides=(drawn(in_words(person.born), place(known, person.id)),),
                remedy="Check the date with the birth record.",
            )


def _one(known: Known, names: tuple[str, ...]) -> Person | None:
    for name in names:
        person = only_one(known.names.get(" ".join(name.casefold().split()), ()))
        if person:
            return known.kin.people[person]
    return None


def births_that_differ(known: Known) -> Iterator[Contradiction]:
    """Dates of birth and ages in rows against the genogram's dates of birth."""
    for row in (*known.rows, *beside_narrative(known)):
        yield from _births(known, row)
        yield from _ages(known, row)


def _births(known: Known, row: Row) -> Iterator[Contradiction]:
    for found in (*_BORN.finditer(row.text), *_PAPER.finditer(row.text)):
        person = _nearest(row, found.start(), found.end()) or _by_column(known, row, found.start())
        born = known.kin.people[person].born if person else None
        said = parse_when(found[1])
        if not person or born is None or said.start is None or overlap(said, born):
            continue
        yield Contradiction(
            kind="birth differs",
            about=person,
            message=f"{known.name(person)} was born on {found[1]} by an entry, "
            f"{in_words(born)} by the genogram.",
            sides=(
                quoted(row.entry, found.span(), row.text),
                drawn(f"born {in_words(born)}", place(known, person)),
            ),
            remedy="Check the date with the birth record.",
        )


# A paper that gives a date of birth without saying so: "red book has 06/03/2016 on the front".
_PAPER = re.compile(
    r"\b(?:red\s+book|birth\s+certificate|passport|wrist\s?band|PCHR|health\s+record\s+book)\b"
    rf"[^.;]{{0,30}}?\b(?:has|had|shows?|gives?|gave|says?|reads?|states?|with)\s+{DATE}"
    r"(?!\s+as\s+the\s+date\s+of\s+(?!birth))",
    re.I,
)
_ANOTHERS = re.compile(  # somebody else than the one the record is about
    r"\b(?:mother|mum|father|dad|partner|boyfriend|brother|sister|sibling|parent|carer|son|"
    r"daughter|friend|cousin|uncle|aunt|nan|gran\w*|girl|boy|male|female|man|woman|his|her|of)\b",
    re.I,
)


def _by_column(known: Known, row: Row, at: int) -> str:
    """The person whom the row's own column names, if its sentence so far speaks of nobody else."""
    first, _ = sentence(row.text, at)
    before = row.text[first:at]
    if _ANOTHERS.search(before) or any(first <= m.start < at for m in row.mentions):
        return ""
    return subject_of(known, row)


def _nearest(row: Row, start: int, end: int) -> str:
    """The one person named last before a place in its sentence; else the next one close by."""
    first, _ = sentence(row.text, start)
    before = [m for m in row.mentions if first <= m.start and m.end <= start]
    if before and before[-1].person and start - before[-1].end <= 40:
        return before[-1].person
    after = [m.person for m in row.mentions if 0 <= m.start - end <= 6 and m.person]
    return after[0] if after and not before else ""


_AGE_BY_COLUMN = re.compile(
    r"\b(\d{1,2})[\s-]*(?:yrs?|years?)[\s-]*old\b"
    r"(?!\s+(?:\w+\s+)?(?:brother|sister|sibling|son|daughter|cousin|twins?|child|boy|girl|friend|"
    r"lad|mother|father|partner|boyfriend|nephew|niece|man|dog|cat|car)\b)",
    re.I,
)


def _ages(known: Known, row: Row) -> Iterator[Contradiction]:
    day = row.day
    if day is None:
        return
    for mention in row.mentions:
        after = row.text[mention.end : mention.end + 30]
        found = (
            _AGE_AFTER.match(after)
            or _AGE_BARE.match(after)
            or _AGE_BEFORE.search(row.text[: mention.start])
        )
        if found and mention.person:
            said = number(next(g for g in found.groups() if g))
            where = (mention.start, mention.end)
            yield from _of_age(known, row, day, mention.person, said, where)
    for found in _AGE_BY_COLUMN.finditer(row.text):
        person = _by_column(known, row, found.start())
        if person and not any(0 <= m.start - found.end() < 3 for m in row.mentions):
            yield from _of_age(known, row, day, person, int(found[1]), found.span())


def _of_age(
    known: Known, row: Row, day: dt.date, person: str, said: int, where: tuple[int, int]
) -> Iterator[Contradiction]:
    born = known.kin.people[person].born
    if born is None or born.start is None or born.end is None:
        return
    least, most = full_years(born.end, day), full_years(born.start, day)
    if least - _SLACK <= said <= most + _SLACK:
        return
    yield Contradiction(
        kind="age differs",
        about=person,
        message=f"{known.name(person)} is given as {said} on {day:%d/%m/%Y}; by the genogram's "
        f"date of birth {least if least == most else f'{least} or {most}'}.",
        sides=(
            quoted(row.entry, where, row.text),
            drawn(f"born {in_words(born)}", place(known, person)),
        ),
        remedy="Check the date of birth.",
    )


def _may_be(when: When, day: dt.date) -> bool:
    return bool(when.start and when.end and when.start <= day <= when.end) or not when.start


def overlap(one: When, other: When) -> bool:
    """Whether two readings of a date may be of one day."""
    if not (one.start and one.end and other.start and other.end):
        return True
    return one.start <= other.end and other.start <= one.end
