"""Readings of the text that a person should confirm, those that matter most first.

A reading matters more where much rests on it: the only sighting in a long spell, the last one
before the incident, the child seen alone, the child's words, an agency's column that says
otherwise. The points are printed as reasons, never as a score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from chronology.contacts.sightings import alone_of, by_carer, lifetime
from chronology.contacts.spells import MEETS, Need, Spell, spells, value_of
from chronology.contacts.summary import before_incident, times
from chronology.events.contradictions import Contradiction, contradictions
from chronology.model import Basis, Child, Chronology, Entry, Seen, SeenValue, Views, ViewsValue
from chronology.values.readings_by_basis import FIRM, only, readings_of, words_by_basis

SHEET = "To confirm"
DECISION, INITIALS, ON, REASON = "Agree or Change", "Initials", "On", "Reason"
AGREE, CHANGE = "Agree", "Change to: "
WHAT, CHILD, READING = "What", "Child", "Read from the text as"
HEADS = (
    "Ref", "Date", "Agency", CHILD, WHAT, READING, "The words", "The entry as sent",
    "Why it matters", DECISION, INITIALS, ON, REASON, "Id",
)  # fmt: skip
_LONG = 28  # days


class What(StrEnum):
    """The two things that are read: also the kinds of the panel's notes on them."""

    SEEN = "seen"
    VIEWS = "views"


SHORT = {
    SeenValue.SEEN: "seen",
    SeenValue.SEEN_ALONE: "seen alone",
    SeenValue.NOT_SEEN: "not seen",
    SeenValue.NOT_RECORDED: "not recorded",
    ViewsValue.RECORDED: "recorded",
    ViewsValue.SOUGHT: "sought",
    ViewsValue.OBSERVED: "observed",
}
"""The values as the panel writes them (see reviewer.py)."""
CHOICES: Mapping[What, tuple[str, ...]] = {
    What.SEEN: ("seen", "seen alone", "not seen", "not recorded"),
    What.VIEWS: ("recorded", "sought", "observed", "not recorded"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unconfirmed:
    """One reading of the text, with the words it rests on and why it matters."""

    entry: Entry
    child: str
    what: What
    value: str
    """As the panel would write it."""
    words: str
    why: tuple[str, ...]
    much: bool = False
    """Whether much rests on it, or on another reading of the same entry."""


_MUCH = 30
"""Points of a reason for which a reading is looked at before the others."""


def to_confirm(chronology: Chronology) -> tuple[Unconfirmed, ...]:
    """Every reading that nobody has stated or confirmed: entry by entry, so that each is read once,
    and those on which most rests first."""
    found = [
        (sum(why), max(why, default=0), reading)
        for child in chronology.case.children
        for why, reading in _of_child(chronology, child)
    ]
    of_entry: dict[str, list[tuple[int, int, Unconfirmed]]] = {}
    for one in sorted(found, key=lambda item: -item[0]):
        of_entry.setdefault(one[2].entry.id, []).append(one)
    much = {id_: any(worst >= _MUCH for _, worst, _ in told) for id_, told in of_entry.items()}
    ordered = sorted(
        of_entry.values(),
        key=lambda told: (
            not much[told[0][2].entry.id], -told[0][0], told[0][2].entry.when.sort_key()
        ),
    )  # fmt: skip
    return tuple(
        replace(reading, much=much[reading.entry.id]) for told in ordered for *_, reading in told
    )


def _of_child(chronology: Chronology, child: Child) -> Iterable[tuple[list[int], Unconfirmed]]:
    """Each reading of one child, with the points of each of its reasons."""
    reasons = _reasons(chronology, child)
    for entry in chronology.entries:
        if child.label not in entry.seen or not lifetime(entry, child):
            continue
        if entry.id in chronology.sent_again:
            continue
        told: tuple[tuple[What, Seen | Views], ...] = (
            (What.SEEN, entry.seen[child.label]),
            (What.VIEWS, entry.views[child.label]),
        )
        for what, value in told:
            read = readings_of(value).get(Basis.NARRATIVE)
            why = list(reasons.get((entry.id, what), ()))
            if what is What.SEEN and alone_of(entry, child.label) is not value:
                why.append((0, "its column says seen, and nothing of alone"))
            if read is None or read == SeenValue.NOT_RECORDED:
                continue
            if value.basis is not Basis.NARRATIVE and not why:
                continue
            if value.basis is Basis.REVIEWER:
                continue
            why += _by_value(what, read)
            why += _by_manner(value)
            points = [p for p, _ in why]
            yield points, _unconfirmed(entry, child, what, read, value, why)


def _unconfirmed(
    entry: Entry, child: Child, what: What, read: str, value: Seen | Views,
    why: list[tuple[int, str]],
) -> Unconfirmed:  # fmt: skip
    values: dict[str, str] = {v.value: words for v, words in SHORT.items()}
    return Unconfirmed(
        entry=entry,
        child=child.label,
        what=what,
        value=values[read],
        words=words_by_basis(value).get(Basis.NARRATIVE, ""),
        why=_each_once(words for _, words in sorted(why, key=lambda w: -w[0]) if words),
    )


_Why = tuple[int, str]


def _each_once(reasons: Iterable[str]) -> tuple[str, ...]:
    times = Counter(reasons)
    return tuple(words if n == 1 else f"{words} ({n} times)" for words, n in times.items())


def _by_value(what: What, read: str) -> list[_Why]:
    if what is What.VIEWS:
        return [(20, "the child's own words")] if read == ViewsValue.RECORDED else [(5, "")]
    if read == SeenValue.SEEN_ALONE:
        return [(30, "seen alone")]
    return [(15, "")] if read == SeenValue.NOT_SEEN else [(10, "")]


_MANNERS = {
    "remote": "seen remotely only: no sighting in person",
    "asleep": "seen asleep",
    "glimpsed": "glimpsed",
}


def _by_manner(value: Seen | Views) -> list[_Why]:
    """How the child is read as seen, which an "Agree" confirms too."""
    if not isinstance(value, Seen) or value.basis is not Basis.NARRATIVE:
        return []
    words = "seen by a carer only" if by_carer(value) else _MANNERS.get(value.manner, "")
    return [(0, words)] if words else []


def _reasons(chronology: Chronology, child: Child) -> dict[tuple[str, What], list[_Why]]:
    """What rests on single readings: reasons by entry and by what is read."""
    found: dict[tuple[str, What], list[_Why]] = {}

    def add(id_: str, what: What, points: int, words: str) -> None:
        found.setdefault((id_, what), []).append((points, words))

    for clash in contradictions(chronology, child):
        own = clash.kind is Contradiction.OWN_WORDS
        for entry in clash.entries:
            words = "its own column says otherwise" if own else f"contradicted: {clash.kind.value}"
            add(entry.id, What.SEEN, 60 if own else 35, words)
    for need, what in ((Need.SEEN, What.SEEN), (Need.ALONE, What.SEEN), (Need.HEARD, What.VIEWS)):
        last = times(chronology, child, need).last
        if last and value_of(last, child, need).basis is Basis.NARRATIVE:
            add(last.id, what, 40, f"the last time {need.value}" + before_incident(chronology))
        if need is not Need.ALONE:
            for id_, points, words in _in_spells(chronology, child, need, what):
                add(id_, what, points, words)
    return found


def _in_spells(
    chronology: Chronology, child: Child, need: Need, what: What
) -> Iterable[tuple[str, int, str]]:
    """Readings that break a long spell in which nothing is stated or confirmed."""
    firm = [s for s in spells(only(chronology, FIRM), child, need) if s.most >= _LONG]
    read = [e for e in chronology.entries if _meets(e, child, need) and _is_read(e, child, what)]
    inside = [(e, s) for e in read for s in firm if _within(e, s)]
    each = Counter(id(s) for _, s in inside)
    for entry, spell in inside:
        others = each[id(spell)] - 1
        days = f"{spell.most} days with none stated or confirmed"
        words = f"the only reading of '{need.value}' in {days}"
        if others:
            words = f"one of {others + 1} readings of '{need.value}' in {days}"
        yield entry.id, 50 + min(spell.most, 365) // 10 if not others else 25, words


def _meets(entry: Entry, child: Child, need: Need) -> bool:
    told = child.label in entry.seen and lifetime(entry, child)
    return told and MEETS[need](entry, child.label)


def _is_read(entry: Entry, child: Child, what: What) -> bool:
    value: Seen | Views = (entry.seen if what is What.SEEN else entry.views)[child.label]
    return value.basis is Basis.NARRATIVE


def _within(entry: Entry, spell: Spell) -> bool:
    start, end = entry.when.start, entry.when.end
    if start is None or end is None:
        return False
    return spell.after.last < start and end < spell.before.first
