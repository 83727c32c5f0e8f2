"""The case held against the outline of "the facts" in Working Together 1999/2006, chapter 8.

That guidance is historical; the outline serves as a prompt for completeness, no more.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from caseweave.opening import NO_FAMILY
from chronology import phrases
from chronology.contacts.kinds import Scope
from chronology.contacts.sightings import Measure, stated_not_alone
from chronology.coverage import Tally, count, share, tallies
from chronology.exporters.rows import BASIS_WORDS
from chronology.findings import first_of
from chronology.model import Basis, Child, Chronology, Entry, Submission
from chronology.ordering import agencies_of, listed, refs
from chronology.review.written_questions import first_capital
from chronology.values.readings_by_basis import FIRM, ORDER

if TYPE_CHECKING:
    from genogram.kin import Kin
    from genogram.model import Family

OUTLINE = 'Outline of "the facts", Working Together 1999/2006, chapter 8'
_LISTED = 12  # refs named for one person or theme; the count says how many there are
_HOME = "home circumstances"
_HOME_THEMES = ("neglect", "frequent moves")


class Answer(StrEnum):
    """Whether the case as given has what the outline asks for."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that the outline asks for, the answer, and why."""

    asked: str
    answer: Answer
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Of one agency's contacts, how many say a thing, each basis apart."""

    child: str
    agency: str
    of: int
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Where something about a person or a home is written: refs by agency."""

    about: str
    agency: str
    entries: int
    refs: str


def checks(chronology: Chronology, family: Family | None) -> tuple[Check, ...]:
    """Every item of the outline, in its order."""
    return (
        *_genogram(family, chronology.case.review.incident),
        *_agencies(chronology),
        *_said(chronology),
        _known("What was known about parents and carers", people_pointers(chronology)),
        _known("What was known about the home", home_pointers(chronology)),
    )


def _genogram(family: Family | None, day: dt.date | None) -> Iterator[Check]:
    asked = ("Genogram shows the family", "Genogram shows the extended family",
             "Genogram shows the household")  # fmt: skip
    if family is None or not any(p.subject for p in family.persons):
        why = NO_FAMILY if family is None else "The family file names no subject child."
        yield from (Check(asked=a, answer=Answer.NO, why=why) for a in asked)
        return
    from genogram.kin import kin_of

    kin = kin_of(family)
    subjects = [p.id for p in family.persons if p.subject]
    parents = {child: _parents(kin, child) for child in subjects}
    yield _graded(asked[0], [min(len(found), 2) / 2 for found in parents.values()], "; ".join(
        f"{kin.people[c].name}: {_names(kin, found) or 'no parent recorded'}"
        for c, found in parents.items()
    ))  # fmt: skip
    above = {p: _parents(kin, p) for found in parents.values() for p in found}
    yield _graded(asked[1], [float(bool(found)) for found in above.values()], "; ".join(
        f"parents of {kin.people[p].name}: {_names(kin, found) or 'not recorded'}"
        for p, found in above.items()
    ) or "no parent recorded")  # fmt: skip
    yield _household(asked[2], family, subjects, day)


def _parents(kin: Kin, person: str) -> tuple[str, ...]:
    from genogram.model import DESCENT

    return tuple(dict.fromkeys(kin.parents(person, *DESCENT)))


def _names(kin: Kin, people: Iterable[str]) -> str:
    return ", ".join(kin.people[p].name or "unnamed" for p in people)


def _graded(asked: str, parts: Sequence[float], why: str) -> Check:
    """Yes where every part is whole, no where none is there."""
    whole = bool(parts) and min(parts) == 1
    answer = Answer.YES if whole else Answer.PARTLY if any(parts) else Answer.NO
    return Check(asked=asked, answer=answer, why=f"{why}.")


def _household(asked: str, family: Family, subjects: Sequence[str], day: dt.date | None) -> Check:
    from genogram.view.as_of import as_of
    from genogram.view.homes import numbered

    family = numbered(family)  # as the genograms of the pack call them, not by address
    then = as_of(family, day) if day else family
    on = f" on {day:%d/%m/%Y}" if day else ""
    held = [next((h.label for h in then.households if s in h.people()), "") for s in subjects]
    if all(held):
        why = f"Recorded{on}: {', '.join(dict.fromkeys(held))}."
        return Check(asked=asked, answer=Answer.YES, why=why)
    if family.households:
        why = f"Households are recorded, but none that holds every subject child{on}."
        return Check(asked=asked, answer=Answer.PARTLY, why=why)
    return Check(asked=asked, answer=Answer.NO, why="No household is recorded.")


def _agencies(chronology: Chronology) -> Iterator[Check]:
    case = chronology.case
    count_of = {a: sum(e.agency == a for e in chronology.entries) for a in agencies_of(chronology)}
    asked = "Integrated chronology covers every agency expected"
    if not case.expected:
        told = listed(f"{a} ({n})" for a, n in count_of.items())
        why = f"The case file names no agencies expected. Entries are from: {told}."
        yield Check(asked=asked, answer=Answer.PARTLY, why=why)
        return
    known = {a.casefold(): n for a, n in count_of.items()}
    missing = [a for a in case.expected if not known.get(a.casefold())]
    short = [words for s in chronology.submissions if (words := _not_covered(chronology, s))]
    why = (
        f"{len(case.expected) - len(missing)} of {len(case.expected)} expected. "
        + (f"Not received: {listed(missing)}. " if missing else "")
        + " ".join(short)
    )
    none = len(missing) == len(case.expected)
    answer = Answer.NO if none else Answer.PARTLY if missing or short else Answer.YES
    yield Check(asked=asked, answer=answer, why=why.strip())


def _not_covered(chronology: Chronology, submission: Submission) -> str:
    """Where a submission declares a time that leaves out a part of the review period."""
    review, covers = chronology.case.review.period, submission.covers
    late = review.start and covers.start and covers.start > review.start
    early = review.end and covers.end and covers.end < review.end
    if submission.superseded_by or not (late or early):
        return ""
    told = f"nothing after {covers.end:%d/%m/%Y}" if covers.end else ""
    if covers.start:
        start = f"{covers.start:%d/%m/%Y}"
        told = f"{start} to {covers.end:%d/%m/%Y} only" if covers.end else f"nothing before {start}"
    return f"{submission.file} ({submission.agency}) covers {told}."


def shares(chronology: Chronology) -> tuple[Share, ...]:
    """For each child and agency the part of contacts that say; agencies in order of their names."""
    return tuple(
        Share(child=child.label, agency=t.agency, of=len(t.of), told=tuple(_told(t, chronology)))
        for child in _children(chronology)
        for t in tallies(chronology, child, Scope.CONTACTS)
        if t.agency and t.of
    )


_SEEN = (Measure.SEEN, Measure.NOT_SEEN, Measure.REMOTE, Measure.CARER)
_VIEWS = (Measure.VIEWS, Measure.SOUGHT)
SHARE_HEADS = ("Seen or not seen", "Seen alone or not", "Views sought or expressed")
_ALONE = (Measure.ALONE,)
_MEASURES = (_SEEN, _ALONE, _VIEWS)


def _told(tally: Tally, chronology: Chronology) -> Iterator[str]:
    for measures in _MEASURES:
        with_others = _not_alone([tally], chronology) if measures is _ALONE else 0
        yield _by_basis([tally], measures, with_others)


def _not_alone(told: Sequence[Tally], chronology: Chronology) -> int:
    """How many of the contacts counted say in the agency's column that the child was not alone."""
    by_id = {e.id: e for e in chronology.entries}
    return sum(stated_not_alone(by_id[id_], t.child) for t in told for id_ in t.of)


def _by_basis(told: Sequence[Tally], measures: Sequence[Measure], with_others: int) -> str:
    """ "15 of 32 stated by the agency; 2 of 32 read from the text, unconfirmed": never one sum.

    `with_others` are those of which the agency states that the child was seen, and not alone.
    """
    of = sum(len(t.of) for t in told)
    by = {b: sum(count(t, m, b) for t in told for m in measures) for b in ORDER}
    parts = [f"{share(n, of)} {BASIS_WORDS[b]}" for b, n in by.items() if n]
    if measures is _ALONE and parts:
        parts = [f"alone: {parts[0]}", *parts[1:]]
    if with_others:
        stated = BASIS_WORDS[Basis.STATED]
        parts = [
            *(parts or [f"alone: {share(0, of)}"]),
            f"not alone: {share(with_others, of)} {stated}",
        ]
    return "; ".join(parts) or f"{share(0, of)}: not recorded in the files given"


def _children(chronology: Chronology) -> list[Child]:
    return [c for c in chronology.case.children if c.subject]


def _said(chronology: Chronology) -> Iterator[Check]:
    """Whether every contact says whether the child was seen, alone, and heard."""
    for child in _children(chronology):
        told = [t for t in tallies(chronology, child, Scope.CONTACTS) if not t.agency]
        of = sum(len(t.of) for t in told)
        for words, measures in zip(_SAID, _MEASURES, strict=True):
            with_others = _not_alone(told, chronology) if measures is _ALONE else 0
            firm = with_others + sum(count(t, m, b) for t in told for m in measures for b in FIRM)
            some = with_others or any(count(t, m) for t in told for m in measures)
            answer = Answer.YES if of and firm == of else Answer.PARTLY if some else Answer.NO
            said = _by_basis(told, measures, with_others)
            yield Check(
                asked=f"Each contact says whether {words.format(child.label)}",
                answer=answer,
                why=f"{first_capital(said)}. Each event once; by agency below.",
            )


_SAID = ("{} was seen", "{} was seen alone or not", "the views of {} were sought or expressed")


def _known(asked: str, found: Sequence[Pointer]) -> Check:
    if not found:
        why = "No entry was found by the words looked for."
        return Check(asked=asked, answer=Answer.NO, why=why)
    agencies = sorted({p.agency for p in found})
    why = f"Pointers below, to the records of {listed(agencies)}. Read the rows."
    return Check(asked=asked, answer=Answer.PARTLY, why=why)


def people_pointers(chronology: Chronology) -> tuple[Pointer, ...]:
    """For each person of the case file, the entries that name them, by agency."""
    found: list[Pointer] = []
    for person in chronology.case.people:
        names = sorted(set(person.all_names), key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.I)
        told = [e for e in chronology.entries if pattern.search(_shown(e))]
        found += _by_agency(chronology, person.called, told)
    return tuple(found)


def home_pointers(chronology: Chronology) -> tuple[Pointer, ...]:
    """The entries whose words are about the home, and those of the themes that touch it."""
    home = "home.toml"
    told = [e for e in chronology.entries if phrases.find_cues(phrases.stems(_shown(e)), home)]
    found = list(_by_agency(chronology, _HOME, told))
    by_id = {e.id: e for e in chronology.entries}
    for theme in _HOME_THEMES:
        tagged = [by_id[i] for i in chronology.themes.get(theme, ()) if i in by_id]
        found += _by_agency(chronology, f"theme: {theme}", tagged)
    return tuple(found)


def _shown(entry: Entry) -> str:
    return "" if "event" in entry.withheld else entry.event


def _by_agency(chronology: Chronology, about: str, told: Sequence[Entry]) -> Iterator[Pointer]:
    number: Mapping[str, int] = refs(chronology)
    for agency in sorted({e.agency for e in told}):
        own = sorted(number[e.id] for e in told if e.agency == agency)
        named = first_of(own, _LISTED)
        yield Pointer(about=about, agency=agency, entries=len(own), refs=named)
