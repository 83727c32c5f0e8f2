"""The first questions of a panel: who last saw the child, who alone, what did the child say, and
where does nobody say?"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from chronology.contacts.kinds import Scope
from chronology.contacts.missed import missed_contacts
from chronology.contacts.sightings import (
    Measure,
    basis_of,
    glances,
    heard,
    in_person,
    lifetime,
    rank,
    tells_of_death,
    withdrawn,
)
from chronology.contacts.spells import MEETS, Need, Spell, spells, value_of
from chronology.coverage import events, ids, tallies
from chronology.model import SIGHTED, Basis, Child, Chronology, Entry
from chronology.ordering import listed
from chronology.values.readings_by_basis import FIRM, ORDER, only


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The first and the last time before a day; `firm` leaves out unconfirmed readings."""

    need: Need
    agency: str
    first: Entry | None
    last: Entry | None
    last_firm: Entry | None
    perhaps_later: tuple[Entry, ...]
    """Entries whose date is not exact enough to say that they were not later still."""
    not_counted: tuple[Entry, ...] = ()
    """Of seen: what is recorded since then of the child seen remotely, or by a carer, only."""
    as_sent: Times | None = None
    """Where the last is known from an agency's later answer: the times without such answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Where one agency does not say whether the child was seen: entries of those counted."""

    agency: str
    not_recorded: tuple[str, ...]
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days on which somebody saw (saw alone, heard) the child, each under its surest basis."""

    of: int
    by_basis: dict[Measure, dict[Basis, tuple[dt.date, ...]]]
    differ: tuple[dt.date, ...] = ()
    """Days of which one account says seen and another not, and no other contact says seen."""


def times(chronology: Chronology, child: Child, need: Need, agency: str = "") -> Times:
    """First and last time before the incident, or at all where the case names no incident."""
    told = [e for e in _before(chronology, child) if agency in ("", e.agency)]
    met = [e for e in told if MEETS[need](e, child.label)]
    ordered = sorted(met, key=lambda e: e.when.sort_key())
    firm = [e for e in ordered if value_of(e, child, need).basis in FIRM]
    last = ordered[-1] if ordered else None
    return Times(
        need=need,
        agency=agency,
        first=ordered[0] if ordered else None,
        last=last,
        last_firm=firm[-1] if firm else None,
        perhaps_later=tuple(e for e in ordered[:-1] if last and _may_be_later(e, last)),
        not_counted=tuple(
            e for e in told if need is Need.SEEN and _sighted_apart(e, child)
            and (last is None or e.when.sort_key() > last.when.sort_key())
        ),
        as_sent=times(_as_sent(chronology), child, need, agency)
        if last and value_of(last, child, need).basis is Basis.AGENCY_ANSWER else None,
    )  # fmt: skip


def _as_sent(chronology: Chronology) -> Chronology:
    """The chronology without what agencies answered later."""
    return only(chronology, [b for b in ORDER if b is not Basis.AGENCY_ANSWER])


def firm_label(told: Times, child: Child) -> str:
    """What `last_firm` rests on: a later answer is neither stated nor confirmed by the review."""
    firm = told.last_firm
    answered = firm and value_of(firm, child, told.need).basis is Basis.AGENCY_ANSWER
    return "Clarified by the agency later" if answered else "Stated or confirmed"


def _sighted_apart(entry: Entry, child: Child) -> bool:
    seen = entry.seen[child.label]
    return seen.value in SIGHTED and not in_person(seen)


def before_incident(chronology: Chronology) -> str:
    """ " before 05/02/2023", to stand after "the last time", where the case names an incident."""
    incident = chronology.case.review.incident
    return f" before {incident:%d/%m/%Y}" if incident else ""


def words_of(chronology: Chronology, child: Child) -> tuple[Entry, ...]:
    """The entries that record the child's own words, in order."""
    return tuple(
        e
        for e in chronology.entries
        if child.label in e.views and lifetime(e, child) and heard(e.views[child.label])
    )


def words_by_basis_of(
    chronology: Chronology, child: Child
) -> tuple[tuple[Basis, tuple[Entry, ...]], ...]:
    """The entries that record the child's own words, each under its basis, the latest first."""
    told = words_of(chronology, child)
    latest = sorted(told, key=_latest, reverse=True)
    found = [
        (basis, tuple(e for e in latest if e.views[child.label].basis is basis))
        for basis in (*ORDER[1:2], ORDER[0], *ORDER[2:])
    ]
    return tuple((basis, entries) for basis, entries in found if entries)


def _latest(entry: Entry) -> tuple[bool, dt.date]:
    """By its last day; what is undated comes before everything that is dated."""
    last = entry.when.end or entry.when.start
    return last is not None, last or dt.date.min


def silences(chronology: Chronology, child: Child) -> tuple[Silence, ...]:
    """By agency, the contacts that could have been face to face of which nobody says."""
    return tuple(
        Silence(
            agency=tally.agency,
            not_recorded=ids(tally, Measure.NOT_RECORDED),
            of=len(tally.of),
        )
        for tally in tallies(chronology, child, Scope.CONTACTS)
        if tally.of
    )


def contacts_words(chronology: Chronology, child: Child) -> str:
    """What to know of the contacts counted: how many that do not say were missed, how many are
    since the incident, what is left out."""
    say = missed_words, since_words, not_counted_words
    return " ".join(words for told in say if (words := told(chronology, child)))


def missed_words(chronology: Chronology, child: Child) -> str:
    """How many of the contacts that do not say whether the child was seen are recorded as missed:
    a visit that its service cancelled says nothing of the child."""
    silent = {i for s in silences(chronology, child) if not s.agency for i in s.not_recorded}
    missed = sum(m.entry.id in silent for m in missed_contacts(chronology, child))
    are = "is" if missed == 1 else "are"
    return f"Of those that do not say, {missed} {are} recorded as missed or cancelled." * (
        missed > 0
    )


def since_words(chronology: Chronology, child: Child) -> str:
    """How many of the contacts that could have been face to face are since the incident."""
    incident = chronology.case.review.incident
    if incident is None:
        return ""
    whole = [e for e in events(chronology, child) if Scope.CONTACTS in e.scopes]
    days = (e.entry.when.start for e in whole)
    since = sum(day is not None and day >= incident for day in days)
    if not since:
        return ""
    are = "is" if since == 1 else "are"
    return f"{since} of the {len(whole)} {are} dated on {incident:%d/%m/%Y} or later."


def not_counted_words(chronology: Chronology, child: Child) -> str:
    """How many entries, by agency, are left out of the contacts of which nobody says, and why."""
    others = Counter(
        glance.entry.agency
        for glance in glances(chronology, child)
        if glance.seen[0] is Measure.OTHERS_RECORD
    )
    own = [e for e in chronology.entries if child.label in e.seen and lifetime(e, child)]
    again = Counter(e.agency for e in own if e.id in chronology.sent_again)
    struck = Counter(e.agency for e in own if withdrawn(e, child))
    after = Counter(e.agency for e in own if tells_of_death(e, child))
    told = [
        f"{what} ({listed(f'{agency} {number}' for agency, number in sorted(found.items()))})"
        for what, found in (
            (f"entries in another child's own record that do not speak of {child.label}", others),
            ("entries struck out in the files as sent", struck),
            ("rows that an agency sent more than once, word for word", again),
            (f"entries that tell of {child.label}'s death", after),
        )
        if found
    ]
    return f"Not counted there: {'; '.join(told)}." if told else ""


def longest(
    chronology: Chronology, child: Child, need: Need, *, firm: bool = False
) -> Spell | None:
    """The longest spell without, if any time is covered; `firm` leaves out unconfirmed readings."""
    told = only(chronology, FIRM) if firm else chronology
    return next(iter(spells(told, child, need)), None)


def longest_as_sent(chronology: Chronology, child: Child, need: Need) -> Spell | None:
    """The longest spell in the chronologies as sent, where later answers have made it shorter."""
    answered = Basis.AGENCY_ANSWER
    told = [t for e in chronology.entries for t in (e.seen, e.views) if child.label in t]
    if not any(t[child.label].basis is answered for t in told):
        return None
    now = longest(chronology, child, need)
    sent = longest(_as_sent(chronology), child, need)
    return sent if sent and now and sent.most > now.most else None


ORIGINALLY = "In the original chronologies"
AS_SENT = f"{ORIGINALLY}, without what agencies answered later"


def child_days(chronology: Chronology, child: Child) -> Days:
    """Days with a contact or session that could have been face to face, each counted once."""
    found: dict[tuple[Measure, dt.date], Basis] = {}
    days: set[dt.date] = set()
    differ: set[dt.date] = set()
    for event in events(chronology, child):
        day = event.entry.when.start
        if day is None or day != event.entry.when.end:
            continue
        if Scope.CONTACTS in event.scopes or Scope.SESSIONS in event.scopes:
            days.add(day)
        if Measure.DIFFERS in event.seen:
            differ.add(day)
            days.add(day)
        told = [(m, basis_of(event, m)) for m in event.seen]
        told.append((event.views, event.views_basis))
        for measure, basis in told:
            if measure in (Measure.SEEN, Measure.ALONE, Measure.VIEWS):
                days.add(day)
                found[measure, day] = _surer(found.get((measure, day)), basis)
    by_basis: dict[Measure, dict[Basis, tuple[dt.date, ...]]] = {}
    for (measure, day), basis in sorted(found.items(), key=lambda item: (item[0][0], item[0][1])):
        kept = by_basis.setdefault(measure, {})
        kept[basis] = (*kept.get(basis, ()), day)
    seen = {day for measure, day in found if measure is Measure.SEEN}
    return Days(of=len(days), by_basis=by_basis, differ=tuple(sorted(differ - seen)))


def _surer(one: Basis | None, other: Basis) -> Basis:
    return other if one is None or rank(other) < rank(one) else one


@lru_cache(maxsize=32)
def _before(chronology: Chronology, child: Child) -> tuple[Entry, ...]:
    """The dated entries of the child's lifetime before the incident."""
    incident = chronology.case.review.incident
    dated = [g.entry for g in glances(chronology, child) if g.entry.when.start]
    return tuple(e for e in dated if e.when.end and (incident is None or e.when.end < incident))


def _may_be_later(entry: Entry, last: Entry) -> bool:
    end, start = entry.when.end, last.when.start
    return end is not None and start is not None and end > start
