"""Who is meant by a word of kinship without a name: "PGF", "his own dad", "hers".

whose relation       "his own dad", "Lena's father", "whose father"
relation ... hers    "spoke of a grandad. She told me hers had died"
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from caseweave.crosschecks.kin_words import relation_of
from caseweave.crosschecks.kinship import relations, without_side
from caseweave.crosschecks.people import Known, Mention, Row, only_one
from caseweave.crosschecks.spelled import ORDINAL, number
from chronology.dates import When, parse_when
from genogram.model import Sex

_SEXES = {"his": Sex.MALE, "her": Sex.FEMALE, "hers": Sex.FEMALE}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_NO_YEAR = re.compile(
    rf"\b(?P<day>{ORDINAL}|\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b"
    r"(?!,?\s+\d{4})",
    re.I,
)
_SEASON = re.compile(r"\b(spring|summer|autumn|winter)(?:\s+of)?\s+(\d{4}(?:/\d{2,4})?)\b", re.I)
_FEAST = re.compile(
    r"\b(?P<feast>christmas(?:\s+(?:day|eve))?|boxing\s+day|"
    r"new\s+year(?:['\u2019]?s)?(?:\s+(?:day|eve))?|hallowe['\u2019]?en|bonfire\s+night)\b",
    re.I,
)
_FEASTS = {"christmas": (25, 12), "boxing": (26, 12), "new": (1, 1), "hallowe": (31, 10),
           "bonfire": (5, 11)}  # fmt: skip
_ABOUT_A_FEAST = 14  # days either way


def date_said(words: str, day: dt.date | None) -> When | None:
    """A date without a year, a feast, or a season with a year; the last up to the row's day."""
    feast = _FEAST.search(words)
    if feast and day is not None:
        told, month = next(v for k, v in _FEASTS.items() if feast["feast"].lower().startswith(k))
        last = dt.date(day.year - ((month, told) > (day.month, day.day)), month, told)
        about = dt.timedelta(days=_ABOUT_A_FEAST)
        return parse_when(f"{last - about:%d/%m/%Y} - {last + about:%d/%m/%Y}")
    if season := _SEASON.search(words):
        return parse_when(f"{season[1]} {season[2]}")
    found = _NO_YEAR.search(words)
    if not found or day is None:
        return None
    told = number(found["day"])
    month = [m.casefold() for m in _MONTHS].index(found["month"].casefold()) + 1
    year = day.year - ((month, told) > (day.month, day.day))
    said = parse_when(f"{told:02}/{month:02}/{year}")
    return said if said.start else None


def subject_of(known: Known, row: Row) -> str:
    """The one person of the family whom a row, or its whole record, is about; else empty."""
    words = "" if "subject" in row.entry.withheld else row.entry.fields.get("subject", "")
    if not words:
        words = _record_of(known).get(row.entry.at.file, "")
    people = known.names.get(_plain(words), frozenset())
    relation = relation_of().get(_plain(words), "")
    if not people and relation:
        people = frozenset(p for c in known.children for p in related(known, relation, c))
    if not people:  # a row that opens with a name as its heading: "Ann Lee. Weight static."
        opening = row.mentions[:1]
        if opening and opening[0].start == 0 and re.match(r"[.,:]\s", row.text[opening[0].end :]):
            people = opening[0].people
    return only_one(people)


def _record_of(known: Known) -> dict[str, str]:
    """File -> whose record it is, in the words of the case file."""
    return {s.file: s.record_of for s in known.chronology.submissions}


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace(".", "").split())


@cache
def _sided() -> re.Pattern[str]:
    words = [w for w, r in relation_of().items() if r.startswith(("maternal ", "paternal "))]
    longest = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?i:{'|'.join(map(re.escape, longest))})\b(?!['\u2019]s|\s+[A-Z][a-z])")


def by_role(known: Known, row: Row) -> Iterator[Mention]:
    """ "PGF" and "maternal gran" where they can be one person only, and no name stands beside."""
    for found in _sided().finditer(row.text):
        if any(m.start < found.end() + 2 and found.start() - 2 < m.end for m in row.mentions):
            continue
        relation = relation_of()[found[0].casefold()]
        subject = subject_of(known, row)
        to = (subject,) if subject in known.children else known.children
        people = {p for c in to for p in related(known, relation, c)}
        if len(people) == 1:
            yield Mention(people=frozenset(people), start=found.start(), end=found.end())


def related(known: Known, relation: str, to: str) -> frozenset[str]:
    """Everybody who is that to somebody, with or without the side."""
    return frozenset(
        p
        for p in known.kin.people
        if any(relation in (w, without_side(w)) for w in relations(known.kin, p, to))
    )


def owners_of(known: Known, row: Row, at: int, pronoun: str) -> frozenset[str]:
    """Whom "his", "her" or "whose" may stand for: anybody of that sex named before, else the
    one the row is about; nobody where that is not known."""
    sex = _SEXES.get(pronoun.casefold())
    named = {m.person for m in row.mentions if m.end <= at and m.person}
    for people in (named, {subject_of(known, row)} - {""}):
        fitting = {p for p in people if sex in (None, known.kin.people[p].sex)}
        if fitting:
            return frozenset(fitting)
    return frozenset()


@cache
def _kin_died() -> re.Pattern[str]:
    longest = sorted(relation_of(), key=lambda w: (-len(w), w))
    kin = "|".join(map(re.escape, longest))
    died = r"(?:died|passed\s+(?:away|on)|(?:was|were|been)\s+killed|killed\s+(?:himself|herself))"
    return re.compile(
        r"\b(?:"
        rf"(?P<whose>his|her|whose)\s+(?:own\s+|late\s+)?(?P<kin>{kin}),?\s+(?:who\s+)?"
        rf"(?:(?:had|has|also|just|recently|suddenly)\s+)*{died}|"
        rf"(?:lost|losing|loss\s+of)\s+(?P<whose2>his|her)\s+(?:own\s+)?(?P<kin2>{kin})\b"
        r"(?!['\u2019]s)|"
        rf"(?P<kin3>{kin})\b[^.;]{{0,40}}[.;,]?\s+[^.;]{{0,25}}?\b(?P<whose3>hers|his)\s+"
        rf"(?:(?:had|has|also)\s+)*{died})",
        re.I,
    )


def kin_died(known: Known, row: Row) -> Iterator[tuple[frozenset[str], re.Match[str]]]:
    """Each death told of somebody's relation without a name, and who may be meant."""
    for found in _kin_died().finditer(row.text):
        told = {k: v for k, v in found.groupdict().items() if v}
        whose = next(v for k, v in told.items() if k.startswith("whose"))
        place = next(found.start(k) for k in told if k.startswith("whose"))
        relation = relation_of()[next(v for k, v in told.items() if k.startswith("kin")).casefold()]
        owners = owners_of(known, row, place, whose)
        people = {p for o in owners for p in related(known, relation, o)}
        if people:
            yield frozenset(people), found
