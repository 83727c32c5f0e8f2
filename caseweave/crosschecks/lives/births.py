"""Dates of birth that differ by source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction
from caseweave.crosschecks.lacking.first_name_words import NO_NAMES
from caseweave.crosschecks.people import Known, beside_narrative, birth_differs, drawn_of
from caseweave.crosschecks.rows import Mention, Row, only_one, sentence
from caseweave.crosschecks.said_when import DATE
from caseweave.crosschecks.who.kinship import children
from caseweave.crosschecks.who.roles import by_role, subject_alone
from chronology.dates import When, in_words, parse_when
from genogram.model import Person

_BORN = re.compile(
    rf"\b(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|birth\s?date|born(?:\s+(?:on|in))?|b\.?(?=\s?\d))"
    r"(?:\s+(?:was|is|given|recorded|shown|noted|listed|registered|there|here|as|"
    r"on\s+(?:the|our|his|her)\s+(?:front\s+|birth\s+|red\s+|school\s+)?\w+))*"
    rf"[\s:.(-]*(?:{DATE}|(?:the\s+)?((?:spring|summer|autumn|winter)(?:\s+of)?\s+\d{{4}}))",
    re.I,
)


def case_births_that_differ(known: Known) -> Iterator[Contradiction]:
    """Dates of birth in the case file against the genogram's."""
    for child in known.chronology.case.children:
        person = _one(known, child.all_names)
        if person and child.born and person.born and not _may_be(person.born, child.born):
            yield Contradiction(
                kind="birth differs",
                about=person.id,
                message=f"{known.name(person.id)} was born on {child.born:%d/%m/%Y} by the case "
                f"file, {in_words(person.born)} by the genogram.",
                sides=(drawn_of(known, person.id, in_words(person.born)),),
                remedy="Check the date with the birth record.",
            )


def _one(known: Known, names: tuple[str, ...]) -> Person | None:
    for name in names:
        person = only_one(known.names.get(" ".join(name.casefold().split()), ()))
        if person:
            return known.kin.people[person]
    return None


def births_that_differ(known: Known) -> Iterator[Contradiction]:
    """Dates of birth in rows against the genogram's."""
    for row in (*known.rows, *beside_narrative(known)):
        yield from _births(known, row)


def _births(known: Known, row: Row) -> Iterator[Contradiction]:
    for found in (*_BORN.finditer(row.text), *_PAPER.finditer(row.text)):
        start = found.start()
        words = next(g for g in found.groups() if g)
        said = parse_when(words)
        person = _whose(known, row, found.span(), said)
        near = [m for m in row.mentions if m.person == person and m.end <= found.start()][-1:]
        if near and _namesake(known, row, near[0]):
            continue
        born = known.kin.people[person].born if person else None
        if not person or born is None or said.start is None or overlap(said, born):
            continue
        if any(overlap(said, b) for b in _owners_births(known, row, start) if b):
            continue  # "Ann, mother of Mia (DOB ...)", which may be Mia's
        told = f"{known.name(person)} was born on {words} by an entry, "
        told += f"{in_words(born)} by the genogram."
        yield birth_differs(known, row, found.span(), person, told, f"{person} {said.start}")


# A paper that gives a date of birth without saying so: "red book has 06/03/2016 on the front".
_PAPER = re.compile(
    r"\b(?:red\s+book|birth\s+certificate|passport|wrist\s?band|PCHR|health\s+record\s+book)\b"
    rf"[^.;]{{0,30}}?\b(?:has|had|shows?|gives?|gave|says?|reads?|states?|with)\s+{DATE}"
    r"(?!\s+as\s+the\s+date\s+of\s+(?!birth))",
    re.I,
)
_SURNAME = re.compile(r"\s+(?!(?i:d\.?o\.?b|born|age)\b)[A-Z][\w'\u2019-]+")


def _namesake(known: Known, row: Row, mention: Mention) -> bool:
    """ "Gethin MADDOCKS" where the family's Gethin is a Maddox."""
    told, last = row.text[mention.start : mention.end], _SURNAME.match(row.text, mention.end)
    names = {w for p in known.family.persons for w in p.name.casefold().split()}
    return bool(" " not in told and last and last[0].strip().casefold() not in names)


def _whose(known: Known, row: Row, where: tuple[int, int], said: When) -> str:
    """Whose birth a date is: "born 3 May 2020 to Ann" is that of her child born nearest, where
    nobody is named before."""
    start, end = where
    for mention in row.told_of:
        if _TO.fullmatch(row.text, end, mention.start):
            named = _JUST_NAMED.search(row.text, sentence(row.text, start)[0], start)
            owned = named and any(m.owner and m.end == named.end(1) for m in row.mentions)
            if named and not owned and not NO_NAMES.match(named[1]):
                return row.only(*named.span(1))
            born = {c: known.kin.people[c].born for c in children(known.kin, mention.person)}
            days = {c: abs(b.start - said.start) for c, b in born.items()
                    if b and b.start and said.start}  # fmt: skip
            return min(days, key=lambda c: days[c], default="")
    return _nearest(known, row, start, end) or subject_alone(known, row, start)


_TO = re.compile(r",?\s+to\s+(?:(?:mother|mum)\s+)?")
_JUST_NAMED = re.compile(r"\b([A-Z][a-z][\w'\u2019-]*),?\s+(?:was\s+|is\s+)?\(?$")


def _nearest(known: Known, row: Row, start: int, end: int) -> str:
    """The one person named last before a place in its sentence; else the next one close by.

    The name in "mother of Mia" is the mother's.
    """
    first, _ = sentence(row.text, start)
    owned = {m.end for m in row.mentions if m.owner}
    theirs = [m for m in by_role(known, row) if m.end in owned]
    told = sorted((*row.told_of, *theirs), key=lambda m: m.start)
    before = [m for m in told if first <= m.start and m.end <= start]
    if before and re.search(r",\s+[A-Z][a-z]+,\s+$", row.text[before[-1].end : start]):
        return ""  # "Lee named a first child, Ada, born in 2009"
    if before and before[-1].person and start - before[-1].end <= 40:
        return before[-1].person
    after = [m for m in row.told_of if 0 <= m.start - end <= 25 and m.person]
    beside = after and (
        after[0].start - end <= 6 or re.search(r"\b(?:for|of)\s+$", row.text[end : after[0].start])
    )
    return after[0].person if beside and not before else ""


def _owners_births(known: Known, row: Row, at: int) -> Iterator[When | None]:
    """The birth of whoever is named just before a place as an owner only."""
    for mention in row.mentions:
        if mention.owner and mention.person and 0 <= at - mention.end <= 4:
            yield known.kin.people[mention.person].born


def _may_be(when: When, day: dt.date) -> bool:
    return bool(when.start and when.end and when.start <= day <= when.end) or not when.start


def overlap(one: When, other: When) -> bool:
    """Whether two readings of a date may be of one day."""
    if not (one.start and one.end and other.start and other.end):
        return True
    return one.start <= other.end and other.start <= one.end
