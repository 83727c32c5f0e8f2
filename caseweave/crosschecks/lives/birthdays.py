"""Birthdays told of in rows, against the genogram: "turned four today", "her 3rd birthday".

age day         "five today", "Maisie eight yesterday", "nine tomorrow", "turned four today"
nth birthday    "brought cake for her seventh birthday"
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction
from caseweave.crosschecks.people import Known, birth_differs
from caseweave.crosschecks.rows import Row, only_one, sentence
from caseweave.crosschecks.said_when import MONTHS, month_of
from caseweave.crosschecks.who.kin_words import sex_of
from caseweave.crosschecks.who.owners import HIS_OR_HER, young
from caseweave.crosschecks.who.pronouns import said_of
from caseweave.crosschecks.who.roles import subject_of
from chronology.dates import in_words
from chronology.number_words import AGE, ORDINAL, number
from genogram.placing.ages import full_years

_TODAY = re.compile(
    rf"\b(?P<age>{AGE})\s+(?:years\s+old\s+|yrs?\s+)?"
    r"(?P<day>today|yesterday|tomorrow)\b",
    re.I,
)
_BIRTHDAY = re.compile(
    rf"\b(?P<age>{ORDINAL}|\d{{1,2}}(?=st|nd|rd|th))(?:st|nd|rd|th)?\s+birthday\b", re.I
)
_NOT_AN_AGE = re.compile(
    r"\b(?:at|of|for|about|number|room|visit\w*|times?|had|has|ate|took|all|other|scored|got|and|"
    r"with|by|until|till|after|before|are|were|from|to|in|on|past|day|week|year)\s+$",
    re.I,
)
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_TOLD_NEAR = re.compile(
    r"\s+(?:is\s+|was\s+)?(today|yesterday|tomorrow|(?:on|last)\s+\w+day|last\s+week|this\s+week|"
    r"at\s+the\s+weekend)\b",
    re.I,
)
_WITHIN_THE_WEEK = 16
_NEAR = 3  # days by which a birthday may be told late or early


def birthdays_that_differ(known: Known) -> Iterator[Contradiction]:
    """A birthday on a day or of an age that the genogram's date of birth does not give."""
    for row in known.rows:
        yield from _of_the_year(known, row)
        for found in (*_TODAY.finditer(row.text), *_BIRTHDAY.finditer(row.text)):
            person = _whose(known, row, found)
            born = known.kin.people[person].born if person else None
            if born is None or born.start is None or born.end is None or row.day is None:
                continue
            if _may_agree(born.start, born.end, row.day, found):
                continue
            name = known.name(person)
            told = f"{name}'s birthday of {number(found['age'])} is told of "
            told += f"{row.dated}; by the genogram {name} was born {in_words(born)}."
            yield birth_differs(known, row, found.span(), person, told)


_IN_MONTH = re.compile(
    rf"^(?:['\u2019]s|\s+has\s+(?:his|her|a))\s+birthday\s+(?:is\s+|was\s+|falls\s+)?(?:in|on|(?=\d))\s*"
    rf"(?:the\s+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{'|'.join(MONTHS)})\b",
    re.I,
)


def _of_the_year(known: Known, row: Row) -> Iterator[Contradiction]:
    """A birthday in a month, or on a day of one, that is not the birth's."""
    for mention in row.told_of:
        found = _IN_MONTH.match(row.text[mention.end :])
        born = known.kin.people[mention.person].born if found and mention.person else None
        if not found or born is None or born.start is None or born.start != born.end:
            continue
        month = month_of(found["month"])
        if month == born.start.month and int(found["day"] or born.start.day) == born.start.day:
            continue
        name = known.name(mention.person)
        told = f"on {int(found['day'])}" if found["day"] else "in"
        told = f"{name}'s birthday is {told} {MONTHS[month - 1]} by an entry; by the genogram "
        told += f"{name} was born on {born.start:%d/%m/%Y}."
        where = mention.start, mention.end + found.end()
        yield birth_differs(known, row, where, mention.person, told)


def _whose(known: Known, row: Row, found: re.Match[str]) -> str:
    """The one person named before it in its sentence, else the one the row is about."""
    first, last = sentence(row.text, found.start())
    before = row.text[first : found.start()]
    named = {p for m in row.named_from(first, found.start()) for p in m.people}
    if len(named) > 1 or re.search(
        r"(?:['\u2019]s\s+(?:\w+\s+)+|s['\u2019]\s+(?:\w+\s+)*)$", before
    ):
        return ""
    if found.re is _TODAY and (_NOT_AN_AGE.search(before) or not _close(row, found, first)):
        return ""
    after = {m.person for m in row.named_from(found.end(), last)} - {""}
    if not named and found.re is _BIRTHDAY and len(after) == 1:
        named = after  # "fifth birthday today, so Jonah chose the story"
    if found.re is _BIRTHDAY and (her := HIS_OR_HER.search(before)):
        return only_one(said_of(known, row, first + her.start(), sex_of(her[1])))
    if named and found.re is _BIRTHDAY:
        return next(iter(named))
    person = next(iter(named), "") or subject_of(known, row)
    return person if person in young(known) else ""


def _close(row: Row, found: re.Match[str], first: int) -> bool:
    """Whether nothing but a verb stands between name and age: "Maisie is eight today"."""
    at = max([first, *(m.end for m in row.named_from(first, found.start()))])
    between = row.text[at : found.start()]
    return bool(
        re.fullmatch(r"(?:\W|is|was|turns|turned|has|just|now|only|twins|she|he)*", between, re.I)
    )


def _agrees(born: dt.date, day: dt.date, found: re.Match[str]) -> bool:
    """Whether a birthday told of on a day is one that somebody born then had about that time."""
    said = number(found["age"])
    told = _TOLD_NEAR.match(found.string, found.end()) if found.re is _BIRTHDAY else None
    if found.re is _BIRTHDAY and not told:  # the last one, or the one to come
        return said - full_years(born, day) in (0, 1)
    word = (told[1] if told else found["day"]).casefold()
    near = _NEAR if word in _DAYS else _WITHIN_THE_WEEK
    meant = day + dt.timedelta(days=_DAYS.get(word, 0))
    return abs((_birthday(born, born.year + said) - meant).days) <= near


def _may_agree(first: dt.date, last: dt.date, day: dt.date, found: re.Match[str]) -> bool:
    """The same of a birth dated to a month or year: the year alone is compared."""
    if first == last:
        return _agrees(first, day, found)
    said = number(found["age"])
    return first.year - 1 <= day.year - said <= last.year + 1


def _birthday(born: dt.date, year: int) -> dt.date:
    leap = (born.month, born.day) == (2, 29)
    return dt.date(year, 3, 1) if leap else born.replace(year=year)
