"""Birthdays told of in rows, against the genogram: "turned four today", "her 3rd birthday".

age day         "five today", "Maisie eight yesterday", "nine tomorrow", "turned four today"
nth birthday    "brought cake for her seventh birthday"
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.people import Known, Row, place, sentence
from caseweave.crosschecks.spoken import subject_of
from chronology.dates import in_words

_AGES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
)  # fmt: skip
_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth",
)  # fmt: skip
_TODAY = re.compile(
    rf"\b(?P<age>{'|'.join(_AGES)}|\d{{1,2}})\s+(?:years\s+old\s+|yrs?\s+)?"
    r"(?P<day>today|yesterday|tomorrow)\b",
    re.I,
)
_BIRTHDAY = re.compile(
    rf"\b(?P<age>{'|'.join(_NTH)}|\d{{1,2}}(?=st|nd|rd|th))(?:st|nd|rd|th)?\s+birthday\b", re.I
)
_NOT_AN_AGE = re.compile(
    r"\b(?:at|of|for|about|number|room|visit\w*|times?|had|has|ate|took|all|other|scored|got|and|"
    r"with|by|until|till|after|before|are|were|from|to|in|on|past|day|week|year)\s+$",
    re.I,
)
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NEAR = 3  # days by which a birthday may be told late or early


def birthdays_that_differ(known: Known) -> Iterator[Contradiction]:
    """A birthday on a day or of an age that the genogram's date of birth does not give."""
    told: set[str] = set()
    for row in known.rows:
        for pattern in (_TODAY, _BIRTHDAY):
            for found in pattern.finditer(row.text):
                person = _whose(known, row, found)
                message = _message(known, row, person, found) if person else ""
                if not message or person in told:
                    continue
                told.add(person)
                born = known.kin.people[person].born
                yield Contradiction(
                    kind="birth differs",
                    about=person,
                    message=message,
                    sides=(
                        quoted(row.entry, found.span(), row.text),
                        drawn(f"born {in_words(born) if born else ''}", place(known, person)),
                    ),
                    remedy="Check the date with the birth record.",
                )


def _whose(known: Known, row: Row, found: re.Match[str]) -> str:
    """The one person named before it in its sentence, else the one the row is about."""
    first, _ = sentence(row.text, found.start())
    before = row.text[first : found.start()]
    named = {p for m in row.mentions if first <= m.start < found.start() for p in m.people}
    if len(named) > 1 or re.search(r"['\u2019]s\s+(?:\w+\s+)+$", before):
        return ""
    if found.re is _TODAY and (_NOT_AN_AGE.search(before) or not _close(row, found, first)):
        return ""
    person = next(iter(named), "") or subject_of(known, row)
    return person if person in known.children else ""


def _close(row: Row, found: re.Match[str], first: int) -> bool:
    """Whether nothing but a verb stands between name and age: "Maisie is eight today"."""
    at = max([first, *(m.end for m in row.mentions if first <= m.start < found.start())])
    between = row.text[at : found.start()]
    return bool(
        re.fullmatch(r"(?:\W|is|was|turns|turned|has|just|now|only|twins|she|he)*", between, re.I)
    )


def _message(known: Known, row: Row, person: str, found: re.Match[str]) -> str:
    born, day = known.kin.people[person].born, row.day
    if day is None or born is None or born.start is None or born.start != born.end:
        return ""
    said, name = _number(found["age"]), known.name(person)
    birthday = found.re is _BIRTHDAY
    meant = day if birthday else day + dt.timedelta(days=_DAYS[found["day"].casefold()])
    years = (day.year - 1, day.year, day.year + 1)
    nearest = min((_birthday(born.start, y) for y in years), key=lambda b: abs((b - meant).days))
    turned = nearest.year - born.start.year
    off = abs((nearest - meant).days)
    if birthday:
        age = turned if nearest <= day else turned - 1
        return "" if said in (age, age + 1, turned) else _said(name, said, day, born.start)
    return "" if said == turned and off <= _NEAR else _said(name, said, day, born.start)


def _said(name: str, age: int, day: dt.date, born: dt.date) -> str:
    return (
        f"{name}'s birthday of {age} is told of on {day:%d/%m/%Y}; by the genogram "
        f"{name} was born on {born:%d/%m/%Y}."
    )


def _birthday(born: dt.date, year: int) -> dt.date:
    leap = (born.month, born.day) == (2, 29)
    return dt.date(year, 3, 1) if leap else born.replace(year=year)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    words = _AGES if word.casefold() in _AGES else _NTH
    return words.index(word.casefold()) + 1
