"""Accounts that differ: within a group of accounts of one event, and across the chronology.

Each difference is put side by side with its sources. What is missing is "not recorded in the
files given", never "did not happen".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations, product

from chronology import phrases
from chronology.dates import in_words
from chronology.events.accounts import day_of, days_of, exact, text_of
from chronology.events.agencies import agencies_named, agency_kinds
from chronology.events.births_and_deaths import differing_births, seen_out_of_life
from chronology.events.contradictions import Contradiction, contradictions
from chronology.events.differing_addresses import differing_addresses
from chronology.events.differing_days import differing_days
from chronology.events.differing_details import differing_details
from chronology.events.named_days import named_days
from chronology.events.pair_measures import NEAR_DAYS
from chronology.events.referrals import closed_while_active, unanswered
from chronology.events.whereabouts import (
    SCHOOL,
    SCHOOL_VISITED,
    evidence_in_full,
    said_to_be,
    says_with,
)
from chronology.events.wording import MEETINGS, event_words
from chronology.model import (
    SIGHTED,
    Case,
    Chronology,
    Difference,
    Entry,
    Group,
    Role,
    Said,
    SeenValue,
)

_ONE_NIGHT = 8 * 60  # minutes from a call late in the evening to what follows after midnight
_MINUTES_APART = 60  # agencies note the call, the arrival or the writing up
_ONE_TIME = frozenset(
    {
        "strategy discussion",
        "child protection conference",
        "core group",
        "marac",
        "looked-after review",
        "professionals meeting",
        "joint visit",
        "team around the family",
        "arrest",
        "birth",
        "death",
    }
)
_ALIKE = 60  # rapidfuzz ratio from which two wordings of a place or of people are the same


def with_differences(chronology: Chronology) -> Chronology:
    """The chronology with every difference found, those of a group in the group as well."""
    by_id = {e.id: e for e in chronology.entries}
    groups = tuple(
        replace(group, differences=tuple(_within(group, by_id, chronology.case)))
        for group in chronology.groups
    )
    everywhere = [d for group in groups for d in group.differences]
    told = {s.id for d in everywhere if d.field == "address" for s in d.said}
    everywhere += [d for d in differing_addresses(chronology.entries) if d.said[0].id not in told]
    everywhere += differing_births(chronology)
    everywhere += seen_out_of_life(chronology)
    everywhere += _whereabouts(replace(chronology, groups=groups))
    everywhere += unanswered(chronology)
    everywhere += closed_while_active(chronology)
    return replace(chronology, groups=groups, differences=tuple(everywhere))


_LIKELY = 0.69
"""Points (two to one) from which accounts are likely enough of one event to say where they differ;
below, two contacts of two days would be said to be dated differently."""


def _within(group: Group, by_id: dict[str, Entry], case: Case) -> Iterable[Difference]:
    own = [by_id[m.id] for m in group.members if m.role is Role.SAME]
    told = [by_id[m.id] for m in group.members if m.role is Role.NOTIFIED]
    if group.points < _LIKELY:
        yield from _seen(own)
        return
    dates = [*_dates(_of_the_day(own, told))] or differing_days(
        group, [by_id[m.id] for m in group.members]
    )
    yield from dates
    yield from _told_first(own, told)
    yield from _times(own)
    yield from _seen(own)
    for field, asked in (("location", "where it was"), ("present", "who was present")):
        yield from _wording(own, field, asked)
    everybody = [by_id[m.id] for m in group.members]
    yield from differing_details(everybody, case, sitting=_is_a_sitting)


def _of_the_day(own: Sequence[Entry], told: Sequence[Entry]) -> list[Entry]:
    """Accounts whose own date stands for the event's: those that follow it up are left out.

    Police 28/02 23:10, Hospital 01/03 00:30      one night
    HV 07/07 bruise, social care told 08/07, school talks to the brothers 08/07
                                                  follows what was told that day or before
    new address told 22/08, first visit there 25/08
                                                  a new home lasts; only a day named can differ
    Police argument 14/08, social care's Contact: argument 17/08
                                                  the day on which it was booked in
    Hospital burn 08/01, nursery 09/01 "Dad said burned on an iron" (cues/discrepancies.toml)
                                                  what was said of it the day after
    """
    days = sorted((e for e in own if exact(e)), key=day_of)
    if not days:
        return []
    first, notes = days[0], [n for n in told if exact(n)]
    return [
        e
        for e in days
        if day_of(e) == day_of(first)
        or not (
            any(_follows(e, note) for note in notes)
            or _one_night(first, e)
            or _only_a_new_home(first, e)
            or _is_intake(e)
            or is_hearsay(e.event)
        )
    ]


def _follows(entry: Entry, note: Entry) -> bool:
    """Whether it may come of what was told: it is of that day or after, and not timed before."""
    if day_of(entry) == day_of(note) and entry.when.time and note.when.time:
        return entry.when.time > note.when.time
    return day_of(entry) >= day_of(note)


def _one_of(name: str) -> str:
    return phrases.one_of_lists("discrepancies.toml", name)


_HEARD = re.compile(rf"\b{_one_of('who said it')}\s+{_one_of('said')}\b", re.I)


def is_hearsay(text: str) -> bool:
    """Whether it tells what somebody of the family said afterwards."""
    return bool(_HEARD.search(text))


_INTAKE = re.compile(
    r"\W*(?:(?:mash|initial|new)\s+)?(?:contact|referral|notification)(?:\s+received)?\s*(?:[.:;\n]|$)",
    re.I,
)


def _is_intake(entry: Entry) -> bool:
    """Whether social care books in what others told it: "Contact", on the day that was read."""
    kind = entry.fields.get("kind") or entry.event
    return "social care" in agency_kinds(entry.agency) and bool(_INTAKE.match(kind))


def _one_night(a: Entry, b: Entry) -> bool:
    if not (a.when.time and b.when.time and (day_of(b) - day_of(a)).days == 1):
        return False
    return 24 * 60 - _minutes(a) + _minutes(b) <= _ONE_NIGHT


def _only_a_new_home(a: Entry, b: Entry) -> bool:
    shared = _events(a) & _events(b)
    return "house move" in shared and not shared & _ONE_TIME


def _events(entry: Entry) -> frozenset[str]:
    return frozenset(f.name for f in phrases.find(phrases.stems(text_of(entry)), event_words()))


def _dates(own: Sequence[Entry]) -> Iterable[Difference]:
    """Days that differ, unless a later account says itself which day it tells of."""
    days = [e for e in own if exact(e)]
    known = {day for e in days for day in days_of(e)}
    first = min(map(day_of, days), default=None)
    plain = [
        e
        for e in days
        if day_of(e) == first
        or not named_days(text_of(e), phrases.stems(text_of(e)), e.when.start) & known
    ]
    spread = max(day_of(e) for e in plain) - min(day_of(e) for e in plain) if plain else None
    if spread and spread.days <= NEAR_DAYS:
        yield _difference("date", "What looks like one event is dated differently.", plain, _on)


def _told_first(own: Sequence[Entry], told: Sequence[Entry]) -> Iterable[Difference]:
    days = [e for e in own if exact(e)]
    for note in told:
        if days and exact(note) and all(day_of(note) < day_of(e) for e in days):
            yield _difference(
                "order",
                f"{note.agency} records being told before the event itself is recorded.",
                [note, *days],
                _on,
            )


def _times(own: Sequence[Entry]) -> Iterable[Difference]:
    timed = [e for e in own if e.when.time and exact(e) and _has_one_time(e)]
    for a, b in combinations(timed, 2):
        if day_of(a) == day_of(b) and abs(_minutes(a) - _minutes(b)) > _MINUTES_APART:
            message = "What looks like one event is timed more than an hour apart."
            yield _difference("time", message, timed, _at)
            return


def _is_a_sitting(entry: Entry) -> bool:
    return not MEETINGS.isdisjoint(_events(entry))


def _has_one_time(entry: Entry) -> bool:
    """Whether it tells of a sitting or an arrest: calls, journeys and wards each have their own."""
    return not _ONE_TIME.isdisjoint(_events(entry))


def _seen(own: Sequence[Entry]) -> Iterable[Difference]:
    for child in own[0].seen if own else ():
        seen = [e for e in own if e.seen[child].value in SIGHTED]
        not_seen = [e for e in own if e.seen[child].value is SeenValue.NOT_SEEN]
        differ = {
            e.id
            for a, b in product(seen, not_seen)
            if _one_contact(a, b)
            and not _had_left_or_not_come(a, b, child)
            and not says_with(b, a.agency, child)
            for e in (a, b)
        }
        if differ:
            yield Difference(
                field="seen",
                message=f"One agency records {child} as seen, another as not seen.",
                said=tuple(
                    Said(id=e.id, agency=e.agency, words=_seen_words(e, child))
                    for e in own
                    if e.id in differ
                ),
                remedy="Ask each agency who saw the child, when and where.",
            )


_LEFT_FIRST = re.compile(
    r"\bbefore\s+(?:being|(?:he|she|they)\s+(?:was|were|could\s+be))\s+seen\b|\bdid\s+not\s+wait\b",
    re.I,
)
_AWAY = re.compile(r"\b(?:absent|not\s+in\s+(?:school|nursery)|off\s+(?:school|sick))\b", re.I)
_SCHOOLS = frozenset(["school", "nursery"])
_THERE = re.compile(rf"(?<!\bnot\s)(?<!\bbe\s)(?<!\bbeen\s)\b(?:at|in)\s+{SCHOOL}", re.I)
_A_SCHOOL = re.compile(r"\b(?:school|nursery)\W*$", re.I)  # and no School Lane
_AT_HOME = re.compile(r"\bat\s+home\b", re.I)


def _had_left_or_not_come(seen: Entry, unseen: Entry, child: str) -> bool:
    """Whether a child who was not seen there may well have been seen by others that day.

    School: "absent for her medical"; hospital: "left before being seen". Who was seen at school
    cannot have been absent from it.
    """
    words = evidence_in_full(unseen, child)  # not the column's "No" alone
    away = bool(_AWAY.search(words)) and not _SCHOOLS.isdisjoint(agency_kinds(unseen.agency))
    there = _THERE.search(evidence_in_full(seen, child)) or _went_there(seen)
    return (away and not there) or bool(_LEFT_FIRST.search(words))


def _went_there(seen: Entry) -> bool:
    """Whether it tells of a visit to a school, and of no absence there nor of the child at home."""
    if _AWAY.search(seen.event) or _AT_HOME.search(seen.event):
        return False
    place = "" if "location" in seen.withheld else seen.fields.get("location", "")
    return bool(SCHOOL_VISITED.search(seen.event) or _A_SCHOOL.search(place))


def _one_contact(a: Entry, b: Entry) -> bool:
    """Whether both may have been there: one time, one sitting, or one that speaks of the other.

    A child not seen at home in the morning and seen at nursery that day is no contradiction, nor
    is one seen at a medical some days after the referral.
    """
    if _has_one_time(a) and _has_one_time(b):
        return True
    if exact(a) and exact(b) and day_of(a) != day_of(b):
        return _one_night(*sorted((a, b), key=day_of))
    if a.when.time and b.when.time and abs(_minutes(a) - _minutes(b)) <= _MINUTES_APART:
        return True
    return any(
        agency_kinds(x.agency) & {f.name for f in agencies_named(phrases.stems(text_of(y)))}
        for x, y in ((a, b), (b, a))
    )


def _seen_words(entry: Entry, child: str) -> str:
    value = entry.seen[child]
    said = value.value.value.replace("_", " ")
    shown = value.evidence and not entry.withheld
    return f"{said}: \u201c{value.evidence}\u201d" if shown else said


def _wording(own: Sequence[Entry], field: str, asked: str) -> Iterable[Difference]:
    from rapidfuzz import fuzz  # late: only groups need it

    told = [e for e in own if e.fields.get(field) and field not in e.withheld]
    for a, b in combinations(told, 2):
        if fuzz.token_set_ratio(_plain(a.fields[field]), _plain(b.fields[field])) < _ALIKE:
            message = f"Agencies differ on {asked}."
            yield _difference(field, message, told, lambda e: e.fields[field])
            return


def _whereabouts(chronology: Chronology) -> Iterable[Difference]:
    """Where a child was said to be, beside the record of that day that has it otherwise."""
    children = chronology.case.children
    for child in children:
        for clash in contradictions(chronology, child):
            if clash.kind is Contradiction.WHEREABOUTS:
                told, other = clash.entries
                place = said_to_be(told, child, children)
                shown = evidence_in_full(other, child.label).rpartition("\n")[2]
                yield Difference(
                    field="whereabouts",
                    message=f"Where {child.label} was said to be, and what {other.agency} records "
                    "of that day, differ; both may be true.",
                    said=tuple(
                        Said(id=e.id, agency=e.agency, words=words)
                        for e, words in ((told, place.words if place else ""), (other, shown))
                    ),
                    remedy="Ask each agency which place, which child and what time it means, and "
                    "who said so; keep both accounts until then.",
                )


def _difference(
    field: str, message: str, entries: Sequence[Entry], words: Callable[[Entry], str]
) -> Difference:
    return Difference(
        field=field,
        message=message,
        said=tuple(Said(id=e.id, agency=e.agency, words=words(e)) for e in entries),
        remedy="Ask the agencies which it was; keep both accounts until then.",
    )


def _minutes(entry: Entry) -> int:
    time = entry.when.time
    return time.hour * 60 + time.minute if time else 0


def _on(entry: Entry) -> str:
    return in_words(entry.when)


def _at(entry: Entry) -> str:
    return f"{entry.when.time:%H:%M}" if entry.when.time else "no time"


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
