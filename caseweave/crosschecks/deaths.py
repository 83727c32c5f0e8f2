"""Deaths told of in rows, of somebody named or of somebody's relation, against the genogram."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.lives import DATE, overlap
from caseweave.crosschecks.people import Known, Row, place, sentence
from caseweave.crosschecks.spoken import date_said, kin_died
from chronology.dates import When, in_words, parse_when

_DIED = re.compile(
    r"\b(?:died|passed away|passed(?=\s+in\s+[a-z]+\s+\d{4})|was killed|"
    r"death of|funeral|bereave\w*|deceased|dead)\b"
    r"(?!\s+drunk)",
    re.I,
)
_DIED_ON = re.compile(
    rf"\b(?:died|passed away|passed|deceased|killed)\s+(?:[^.;\d]{{0,30}}?\b(?:on|in)\s+)?{DATE}",
    re.I,
)
_ANOTHERS = re.compile(r"\b(?:whose|'s|\u2019s|his|her|their|own)\b")
_NOT_OWN_DEATH = re.compile(
    r"\b(?:if|threat\w*|wish\w*|want\w*|would|could|nearly|almost|think\w*|fear\w*)\b", re.I
)


def deaths_that_differ(known: Known) -> Iterator[Contradiction]:
    """Deaths that rows tell of and the genogram has not, or dates otherwise."""
    for row in known.rows:
        for found in _DIED.finditer(row.text):
            first, last = sentence(row.text, found.start())
            if _NOT_OWN_DEATH.search(row.text[first:last]):
                continue
            person = _whose_death(row, found, first)
            if not person:
                continue
            when = known.kin.people[person].died
            said = _day_said(row, found.end(), _DIED_ON.match(row.text, found.start()))
            message = _death_message(known.name(person), when, said, row.day)
            if message:
                yield _of_death(known, row, found.span(), person, message)
        yield from _deaths_of_kin(known, row)
        yield from _found_dead(known, row)


def _day_said(row: Row, end: int, died_on: re.Match[str] | None) -> When | None:
    """The day in "died on ..."; else in what follows up to a stop: "in the ambulance on 3 May"."""
    if died_on:
        return parse_when(died_on[1])
    return date_said(re.split(r"[.;,]", row.text[end : end + 50])[0], row.day)


def _deaths_of_kin(known: Known, row: Row) -> Iterator[Contradiction]:
    """ "His own dad, who died in the summer of 2021": one of those it may be must bear it out."""
    for people, found in kin_died(known, row):
        first, last = sentence(row.text, found.end() - 1)
        if not people or _NOT_OWN_DEATH.search(row.text[first:last]):
            continue
        said = _day_said(row, found.end(), _DIED_ON.search(row.text[found.end() - 12 : last]))
        told = {
            p: _death_message(known.name(p), known.kin.people[p].died, said, row.day)
            for p in people
        }
        if all(told.values()):
            person = min([p for p in told if known.kin.people[p].died] or told)
            yield _of_death(known, row, found.span(), person, told[person])


def _of_death(
    known: Known, row: Row, where: tuple[int, int], person: str, message: str
) -> Contradiction:
    when = known.kin.people[person].died
    return Contradiction(
        kind="death differs",
        about=person,
        message=message,
        sides=(
            quoted(row.entry, where, row.text),
            drawn(f"died {in_words(when)}" if when else "no death recorded", place(known, person)),
        ),
        remedy="Check the date with the record of death.",
    )


# "Found her grandad Michael on the settee, a few days after Christmas", of somebody now dead.
_FINDING = re.compile(r"\b(?:found|finding|discovered)\s+(?:\w+\s+){0,3}$", re.I)
_LYING = re.compile(
    r"^,?\s*(?:dead|cold|lifeless|unresponsive|not\s+breathing|collapsed|hanging|(?:on|in|at)\s+"
    r"(?:the|his|her)\s+(?:settee|sofa|couch|floor|bed|bath|chair|armchair|garden|stairs))\b",
    re.I,
)


def _found_dead(known: Known, row: Row) -> Iterator[Contradiction]:
    """Somebody found lying, on a date that is not that of their death."""
    for mention in row.mentions:
        person = mention.person
        died = known.kin.people[person].died if person else None
        rest = row.text[mention.end : sentence(row.text, mention.start)[1]]
        lying = _LYING.match(rest)
        if not died or not lying or not _FINDING.search(row.text[: mention.start]):
            continue
        said = date_said(rest, row.day)
        message = _death_message(known.name(person), died, said, None) if said else ""
        if message:
            where = (mention.end, mention.end + len(rest))
            yield _of_death(known, row, where, person, message)


def _whose_death(row: Row, found: re.Match[str], first: int) -> str:
    """The person just before "died", or just after "death of"; others of the sentence may mourn."""
    after = [m for m in row.mentions if 0 <= m.start - found.end() <= 5 and m.person]
    if found[0].casefold().endswith((" of", "funeral", "bereavement")):
        if after and re.match(r"['\u2019]s?\b", row.text[after[0].end :]):
            return ""  # "funeral of Ann's grandmother"
        return after[0].person if after else ""
    before = [m for m in row.mentions if first <= m.start and 0 <= found.start() - m.end <= 25]
    if not before or _ANOTHERS.search(row.text[before[-1].end : found.start()]):
        return ""
    return before[-1].person


def _death_message(name: str, when: When | None, said: When | None, day: dt.date | None) -> str:
    if when is None or when.start is None:
        return f"{name} is said to have died; the genogram records no death."
    if said and said.start and not overlap(said, when):
        return f"{name} died {in_words(said)} by an entry, {in_words(when)} by the genogram."
    if day and day < when.start:
        return (
            f"{name} is said on {day:%d/%m/%Y} to have died; by the genogram the death was "
            f"{in_words(when)}."
        )
    return ""
