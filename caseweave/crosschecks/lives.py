"""Births, deaths and ages that differ by source, and dealings with somebody not alive then."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.people import Known, Row, beside_narrative, place, sentence
from chronology.dates import When, in_words, parse_when
from genogram.model import Person, Pregnancy

_DATE = (
    r"(\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|[A-Za-z]{3,9})[\s./,-]+\d{2,4}|\d{4}-\d{2}-\d{2}|"
    r"[A-Z][a-z]{2,8}\s+\d{4}|\d{4})"
)
_BORN = re.compile(
    rf"\b(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|birth\s?date|born(?:\s+(?:on|in))?|b\.?(?=\s?\d))"
    r"(?:\s+(?:was|is|given|recorded|shown|noted|listed|registered|as))*"
    rf"[\s:.(-]*{_DATE}",
    re.I,
)
_DIED = re.compile(
    r"\b(?:died|passed away|death of|funeral|bereave\w*|deceased|dead)\b(?!\s+drunk)", re.I
)
_DIED_ON = re.compile(
    rf"\b(?:died|passed away|deceased)\s+(?:[^.;\d]{{0,30}}?\b(?:on|in)\s+)?{_DATE}",
    re.I,
)
_NOT_OWN_DEATH = re.compile(
    r"\b(?:if|threat\w*|wish\w*|want\w*|would|could|nearly|almost|think\w*|fear\w*)\b", re.I
)
_LATE = re.compile(
    r"\b(?:late|died|death|dead|deceased|funeral|bereave\w*|grave|ashes|memory|anniversary|passed|"
    r"grie\w+|loss|lost|since|before|when|used to|had been|estate|probate|widow\w*|history)\b",
    re.I,
)
_DEALING = re.compile(
    r"^['\u2019]?s?\s*(?:\([^)]*\)\s*)?(?:was\s+|is\s+|has\s+|had\s+|also\s+)?"
    r"(?:present|attended|attends|attending|seen|spoke|spoken|said|says|stated|rang|phoned|called|"
    r"telephoned|visited|collected|collects|brought|brings|reports|reported|told|asked|met|answered|"
    r"lives|living|staying|looks after|looking after|caring for|picked|dropped|accompanied|agreed|"
    r"signed|confirmed|opened|arrived|came|answered|weighed|played|playing|asleep|requested|"
    r"emailed|texted|wrote|joined|contacted|presented|examined|immunised|admitted|discharged|registered|takes|took|drove|stays|helps|helped|witnessed)\b",
    re.I,
)
_BEFORE_NAME = re.compile(
    r"\b(?:spoke (?:to|with)|met (?:with)?|call(?:ed)? (?:from|to|by)|seen by|"
    r"visit(?:ed)? (?:to|by)?|"
    r"brought by|collected by|accompanied by|attended with|with|saw|present:?|discussed with|"
    r"interviewed|contact from|letter from)\s*$",
    re.I,
)
# "Present at review: Ann, Lee": everybody named after it was there.
_THOSE_THERE = re.compile(
    r"\b(?:present|attendees|attended|attendance|seen|those there)\b[^:.;]{0,25}:[^.;]*$", re.I
)
_UNBORN = re.compile(
    r"\b(?:unborn|pregnan\w+|due|antenatal|expect\w+|weeks|bump|scan|booking|pre-birth|"
    r"trimester)\b",
    re.I,
)
# What is done with a child, not with a pregnancy.
_OUT_IN_THE_WORLD = re.compile(
    r"^.{0,20}?\b(?:weighed|played|playing|asleep|crawling|walking|smiling|dressed|fed|immunised|"
    r"collected|bathed|crying|spoke|said|told)\b",
    re.I,
)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")  # fmt: skip
_AGE = rf"\d{{1,2}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
_AGE_AFTER = re.compile(
    rf"^,?\s*(?:\(\s*(?:aged?\s+|age:?\s+)?({_AGE})\s*(?:yrs?|years?(?:\s+old)?|yo)?\s*\)|"
    rf",?\s*(?:(?:is|was)\s+)?(?:now\s+)?aged?\s+({_AGE})(?!\s*(?:months|weeks|days|/))\b|"
    rf",?\s*(?:(?:is|was)\s+)?(?:now\s+|only\s+)?({_AGE})[\s-]*(?:yrs?|years?|y/o|yo)\b"
    r"(?!\s+(?:on|ago|later|and)\b))",
    re.I,
)
_AGE_BEFORE = re.compile(r"\b(\d{1,2})[\s-]*(?:yrs?|years?)[\s-]*old\s+$", re.I)
_SLACK = 1  # years by which an age may be out before it is held to differ


def births_that_differ(known: Known) -> Iterator[Contradiction]:
    """Dates of birth in the case file and in rows, and ages in rows, against the genogram's."""
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
    told: set[tuple[str, str]] = set()
    for row in (*known.rows, *beside_narrative(known)):
        for found in (*_births(known, row), *_ages(known, row)):
            key = (found.about, found.kind)
            if key not in told:
                told.add(key)
                yield found


def _one(known: Known, names: tuple[str, ...]) -> Person | None:
    for name in names:
        people = known.names.get(" ".join(name.casefold().split()), frozenset())
        if len(people) == 1:
            return known.kin.people[next(iter(people))]
    return None


def _births(known: Known, row: Row) -> Iterator[Contradiction]:
    for found in _BORN.finditer(row.text):
        person = _nearest(row, found.start(), found.end())
        born = known.kin.people[person].born if person else None
        said = parse_when(found[1])
        if not person or born is None or said.start is None or _overlap(said, born):
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


def _nearest(row: Row, start: int, end: int) -> str:
    """The one person named last before a place in its sentence; else the next one close by."""
    first, _ = sentence(row.text, start)
    before = [m for m in row.mentions if first <= m.start and m.end <= start]
    if before and len(before[-1].people) == 1 and start - before[-1].end <= 40:
        return next(iter(before[-1].people))
    after = [m for m in row.mentions if 0 <= m.start - end <= 6 and len(m.people) == 1]
    return next(iter(after[0].people)) if after and not before else ""


def _ages(known: Known, row: Row) -> Iterator[Contradiction]:
    day = row.day
    for mention in row.mentions if day else ():
        found = _AGE_AFTER.match(row.text[mention.end : mention.end + 30]) or _AGE_BEFORE.search(
            row.text[: mention.start]
        )
        if not found or len(mention.people) != 1:
            continue
        person = next(iter(mention.people))
        born, said = known.kin.people[person].born, _age(next(g for g in found.groups() if g))
        if born is None or born.start is None or born.end is None or day is None:
            continue
        least, most = _years(born.end, day), _years(born.start, day)
        if least - _SLACK <= said <= most + _SLACK:
            continue
        yield Contradiction(
            kind="age differs",
            about=person,
            message=f"{known.name(person)} is given as {said} on {day:%d/%m/%Y}; by the genogram's "
            f"date of birth {least if least == most else f'{least} or {most}'}.",
            sides=(
                quoted(row.entry, (mention.start, mention.end), row.text),
                drawn(f"born {in_words(born)}", place(known, person)),
            ),
            remedy="Check the date of birth.",
        )


def deaths_that_differ(known: Known) -> Iterator[Contradiction]:
    """Deaths that rows tell of and the genogram has not, or dates otherwise."""
    told: set[str] = set()
    for row in known.rows:
        for found in _DIED.finditer(row.text):
            first, last = sentence(row.text, found.start())
            if _NOT_OWN_DEATH.search(row.text[first:last]):
                continue
            person = _whose_death(row, found, first, last)
            if not person or person in told:
                continue
            when = known.kin.people[person].died
            day = _DIED_ON.match(row.text, found.start())
            said = parse_when(day[1]) if day else None
            message = _death_message(known.name(person), when, said, row.day)
            if message:
                told.add(person)
                yield Contradiction(
                    kind="death differs",
                    about=person,
                    message=message,
                    sides=(
                        quoted(row.entry, found.span(), row.text),
                        drawn(
                            f"died {in_words(when)}" if when else "no death recorded",
                            place(known, person),
                        ),
                    ),
                    remedy="Check the date with the record of death.",
                )


def _whose_death(row: Row, found: re.Match[str], first: int, last: int) -> str:
    """The person just before "died", or just after "death of"; others of the sentence may mourn."""
    after = [m for m in row.mentions if 0 <= m.start - found.end() <= 5 and len(m.people) == 1]
    if found[0].casefold().endswith((" of", "funeral", "bereavement")):
        return next(iter(after[0].people)) if after else ""
    before = [m for m in row.mentions if first <= m.start and 0 <= found.start() - m.end <= 25]
    if (
        before
        and len(before[-1].people) == 1
        and not re.search(r"\b(?:whose|'s|\u2019s)\b", row.text[before[-1].end : found.start()])
    ):
        return next(iter(before[-1].people))
    return ""


def _death_message(name: str, when: When | None, said: When | None, day: dt.date | None) -> str:
    if when is None or when.start is None:
        return f"{name} is said to have died; the genogram records no death."
    if said and said.start and not _overlap(said, when):
        return f"{name} died {in_words(said)} by an entry, {in_words(when)} by the genogram."
    if day and day < when.start:
        return (
            f"{name} is said on {day:%d/%m/%Y} to have died; by the genogram the death was "
            f"{in_words(when)}."
        )
    return ""


def dealings_with_the_dead(known: Known) -> Iterator[Contradiction]:
    """Somebody present, seen or spoken to after their death or before their birth."""
    told: set[tuple[str, str]] = set()
    for row in known.rows:
        day = row.day
        for mention in row.mentions if day else ():
            if len(mention.people) != 1 or day is None:
                continue
            person = known.kin.people[next(iter(mention.people))]
            what = _not_alive(person, day)
            if not what or (person.id, what) in told or not _deals(row, mention.start, mention.end):
                continue
            if _explained(row, mention.start, what):
                continue
            told.add((person.id, what))
            life = person.died if what == "after their death" else person.born
            word = "died" if what == "after their death" else "born"
            yield Contradiction(
                kind="not alive then",
                about=person.id,
                message=f"Dealings with {known.name(person.id)} are recorded on {day:%d/%m/%Y}, "
                f"{what} by the genogram.",
                sides=(
                    quoted(row.entry, (mention.start, mention.end), row.text),
                    drawn(f"{word} {in_words(life) if life else ''}", place(known, person.id)),
                ),
                remedy="Check the date of the entry, and who was meant.",
            )


def _not_alive(person: Person, day: dt.date) -> str:
    if person.died and person.died.end and day > person.died.end:
        return "after their death"
    unborn = person.pregnancy is Pregnancy.UNBORN
    if person.born and person.born.start and day < person.born.start and not unborn:
        return "before their birth"
    return ""


def _deals(row: Row, start: int, end: int) -> bool:
    first, _ = sentence(row.text, start)
    return bool(
        _DEALING.match(row.text[end : end + 60])
        or _THOSE_THERE.search(row.text[first:start])
        or _BEFORE_NAME.search(row.text[max(0, start - 30) : start])
    )


def _explained(row: Row, at: int, what: str) -> bool:
    """Whether the sentence itself speaks of a death gone by, or of a child to be born."""
    first, last = sentence(row.text, at)
    if what == "after their death":
        return bool(_LATE.search(row.text[first:last]))
    here = _UNBORN.search(row.text[first:last])
    return bool(here or (_UNBORN.search(row.text) and not _OUT_IN_THE_WORLD.match(row.text[at:])))


def _may_be(when: When, day: dt.date) -> bool:
    return bool(when.start and when.end and when.start <= day <= when.end) or not when.start


def _overlap(one: When, other: When) -> bool:
    if not (one.start and one.end and other.start and other.end):
        return True
    return one.start <= other.end and other.start <= one.end


def _years(born: dt.date, day: dt.date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _age(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.index(word.casefold()) + 1
