"""Who is told of as the older or the younger of two, against their births.

whose older relation   "Mia's older brother Jon", "her big sister Ana"
older than             "Ana is a year older than Mia", "Jon came along a year after her"
the elder, eldest      "Jon, the elder of the two"
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.homes.households import alive
from caseweave.crosschecks.people import Known, drawn_of
from caseweave.crosschecks.rows import Row, only_one, sentence
from caseweave.crosschecks.who.kin_words import sex_of
from caseweave.crosschecks.who.kinship import siblings
from caseweave.crosschecks.who.pronouns import said_of
from caseweave.crosschecks.who.roles import subject_of
from chronology.dates import in_words
from chronology.number_words import AGE

_OLDER = r"(?P<older>older|elder|big)|(?P<younger>younger|little|baby|kid)"
_KIN = r"(?:half[- ]|step[- ]?)?(?:brother|sister|sibling|cousin|daughter|son|child)"
_RELATION = re.compile(
    rf"(?:(?P<owner>[A-Z][\w-]+)['\u2019]s|\b(?P<whose>(?i:his|her)))\s+(?:{_OLDER})\s+{_KIN},?\s+$"
)
_THAN = re.compile(
    rf"^,?\s+(?:(?:who\s+)?(?:is|was)\s+)?(?:(?:nearly\s+|about\s+)?(?:a|{AGE})\s+(?:years?|"
    rf"months?)\s+)?"
    rf"(?:{_OLDER.replace('|big', '').replace('|little|baby|kid', '')})\s+than\s+",
    re.I,
)
_CAME = re.compile(
    rf"^,?\s+(?:having\s+|had\s+|has\s+)?(?:come|came|arrived|was\s+born|born)(?:\s+along)?\s+"
    rf"(?:\w+\s+){{0,2}}?"
    rf"(?:a|{AGE}|\w+)\s+(?:years?|months?)\s+(?:(?P<younger>after|later\s+than)|"
    rf"(?P<older>before))\s+"
    r"(?P<whom>him|her)?",
    re.I,
)
_THE_ELDER = re.compile(
    r"^(?:,|\s+is|\s+was|\s+being)\s+(?:the\s+|her\s+|his\s+)?(?:(?P<older>eldest|oldest|elder|"
    r"older)|"
    r"(?P<younger>youngest|younger))\b(?!\s+(?:of\s+(?:the\s+)?(?:class|group|team)|in\b|than\b|"
    r"(?:brother|sister|sibling|cousin|boy|girl|class|group)))",
    re.I,
)


def elders_that_differ(known: Known) -> Iterator[Contradiction]:
    """Somebody told of as older or younger than another, and born the other way round."""
    for row in known.rows:
        for mention in row.mentions:
            if not mention.person:
                continue
            first, last = sentence(row.text, mention.start)
            before, after = row.text[first : mention.start], row.text[mention.end : last]
            if found := _RELATION.search(before):
                whom = _owner(known, row, first + found.start(), found)
                yield from _compared(known, row, mention.person, whom, found, (first, mention.end))
            if found := _THAN.match(after):
                whom = _next(row, mention.end + found.end())
                yield from _compared(known, row, mention.person, whom, found, (mention.start, last))
            if found := _CAME.match(after):
                whom = _next(row, mention.end + found.end())
                if found["whom"]:
                    whom = _other(known, row, mention.person, (first, last))
                yield from _compared(known, row, mention.person, whom, found, (mention.start, last))
            if found := _THE_ELDER.match(after):
                yield from _of_all(known, row, mention.person, found, (mention.start, last))


def _owner(known: Known, row: Row, at: int, found: re.Match[str]) -> str:
    """Whose older brother: the one named, else the one last named before, else the row's."""
    if found["owner"]:
        return row.only(at, at + len(found["owner"]))
    return only_one(said_of(known, row, at, sex_of(found["whose"])))


def _next(row: Row, at: int) -> str:
    return next((m.person for m in row.named_from(at, at + 21)), "")


def _other(known: Known, row: Row, person: str, within: tuple[int, int]) -> str:
    """ "him" or "her": the other child of the sentence, else the one the row is about."""
    children = set(known.children) - {person}
    named = [m.person for m in row.named_from(*within) if m.person in children]
    return named[-1] if named else subject_of(known, row)


def _of_all(
    known: Known, row: Row, person: str, found: re.Match[str], where: tuple[int, int]
) -> Iterator[Contradiction]:
    """ "The elder": against each brother and sister alive, of whom one may be left out of count."""
    if person not in known.children or row.day is None:
        return
    born = [s for s in sorted(siblings(known.kin, person)) if alive(known, s, row.day)]
    others = [s for s in born if s in known.children]
    against = [c for s in others for c in _compared(known, row, person, s, found, where)]
    if others and len(against) == len(others):
        yield against[0]


def _compared(
    known: Known, row: Row, person: str, whom: str, found: re.Match[str], where: tuple[int, int]
) -> Iterator[Contradiction]:
    """Said to be older, and born later; or younger, and born earlier."""
    if not whom or whom == person:
        return
    one, other = known.kin.people[person].born, known.kin.people[whom].born
    if not (one and other and one.start and one.end and other.start and other.end):
        return
    older = found["older"] is not None
    if row.day and (one.start > row.day or other.start > row.day):
        return
    day = dt.timedelta(days=1)  # twins may be born either side of midnight
    if (one.start > other.end + day) if older else (one.end + day < other.start):
        word = "older" if older else "younger"
        yield Contradiction(
            kind="age differs",
            about=f"{person} {word} than {whom}",
            message=f"{known.name(person)} is told of as {word} than {known.name(whom)}; by the "
            f"genogram {known.name(person)} was born {in_words(one)}, {known.name(whom)} "
            f"{in_words(other)}.",
            sides=(
                quoted(row, where),
                drawn_of(known, person, f"born {in_words(one)} and {in_words(other)}"),
            ),
            remedy="Check the dates of birth.",
        )
