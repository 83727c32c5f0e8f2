"""What changed in a family between two days, in words, with the dates as recorded.

 first day            second day
    |  begun or over     |
----+====================+----      a date wholly inside: it changed
   -+---                ---+--      a date across an end, or a year: it may have changed
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from chronology.dates import When
from chronology.findings import all_of
from genogram.model import CARE_KINDS, Family, LinkKind, Parentage, Pregnancy, Union, UnionKind
from genogram.placing.labels import short
from genogram.view.as_of import is_there
from genogram.view.details import PLACED
from genogram.view.homes import numbered
from genogram.view.show_options import Show
from genogram.view.showing import kept
from genogram.view.unnamed import called


class ChangeKind(StrEnum):
    """What a change is of; also the order in which changes of one day are told."""

    BIRTH = "birth"
    EXPECTED = "birth expected"
    LOSS = "loss"
    DEATH = "death"
    UNION_BEGUN = "partnership begun"
    UNION_ENDED = "partnership ended"
    MOVED_OUT = "moved out"
    MOVED_IN = "moved in"
    PLACEMENT_BEGUN = "placement begun"
    PLACEMENT_ENDED = "placement ended"
    LEGAL_BEGUN = "legal status begun"
    LEGAL_ENDED = "legal status ended"
    RELATIONSHIP_BEGUN = "relationship begun"
    RELATIONSHIP_ENDED = "relationship ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change. `sure` is False where its date may also lie outside the two days."""

    kind: ChangeKind
    when: When
    people: tuple[str, ...]
    words: str
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """Something that came about at a date; of the same words for several people, one change."""

    kind: ChangeKind
    when: When
    people: tuple[str, ...]
    says: str  # with {} for the names
    ending: bool = False  # it held to the end of its date


_WAS = {
    UnionKind.SEPARATED: "separated",
    UnionKind.DIVORCED: "divorced",
}


def changes(
    family: Family, first: dt.date, then: dt.date, show: Collection[Show] = ()
) -> tuple[Change, ...]:
    """Every change recorded between the two days, the earliest first.

    Births, deaths, partnerships, moves and placements always; losses, legal status, relationships
    and allegations only where `show` asks for them. Give the family over all time.
    """
    family = called(numbered(kept(family, show)))
    names = {p.id: p.name for p in family.persons}
    met: dict[tuple[ChangeKind, str, str], tuple[_Event, list[str]]] = {}
    for event in _events(family, names, show):
        if _sure(event, first, then) is None:
            continue
        key = (event.kind, event.when.text, event.says)
        met.setdefault(key, (event, []))[1].extend(event.people)
    found = [_change(event, people, names, first, then) for event, people in met.values()]
    found += _expected(family, first, then)
    order = list(ChangeKind)
    return tuple(sorted(found, key=lambda c: (c.when.sort_key(), order.index(c.kind), c.words)))


def _expected(family: Family, first: dt.date, then: dt.date) -> Iterator[Change]:
    """Children due after the second day, whom its drawing has and that of the first has not."""
    for child in family.persons:
        due = child.born
        if child.pregnancy is not Pregnancy.UNBORN or due is None or not due.start:
            continue
        if due.start > then and is_there(child, then) and not is_there(child, first):
            words = f"{child.name} was expected by then (due {short(due)})."
            yield Change(kind=ChangeKind.EXPECTED, when=due, people=(child.id,), words=words)


def undated(family: Family) -> dict[str, int]:
    """How many partnerships, stays and placements have no date, and so stand on both days."""
    spans = {
        "partnership": [(u.start, u.end) for u in family.unions if _is_couple(u)],
        "stay in a household": [(m.start, m.end) for h in family.households for m in h.members],
        "placement": [(k.start, k.end) for k in family.parents if k.kind in CARE_KINDS],
    }
    found = {what: sum(not (a or b) for a, b in told) for what, told in spans.items()}
    return {what: n for what, n in found.items() if n}


def in_words(
    found: Iterable[Change], first: dt.date, then: dt.date, undated: dict[str, int]
) -> list[str]:
    """The changes as lines, what is not certain apart, and what cannot be compared."""
    found = list(found)
    lines = [f"From {first:%d/%m/%Y} to {then:%d/%m/%Y}, as recorded in the files given:"]
    lines += [f"- {c.words}" for c in found if c.sure]
    if not any(c.sure for c in found):
        lines.append("- No change is recorded with a date between the two days.")
    if doubtful := [c for c in found if not c.sure]:
        lines.append("May have changed; the date recorded may also lie outside the two days:")
        lines += [f"- {c.words}" for c in doubtful]
    if undated:
        said = ", ".join(f"{what} ({n})" for what, n in undated.items())
        lines.append(f"Recorded without any date, and so the same on both days: {said}.")
    return lines


def to_data(
    found: Iterable[Change], first: dt.date, then: dt.date, undated: dict[str, int]
) -> dict[str, Any]:
    """The changes as JSON: kind, date as recorded, whether it is certain, ids of people, words."""
    return {
        "first": f"{first}",
        "then": f"{then}",
        "changes": [
            {
                "kind": c.kind.value,
                "date": c.when.text,
                "certain": c.sure,
                "people": list(c.people),
                "words": c.words,
            }
            for c in found
        ],
        "undated": undated,
    }


def _change(
    event: _Event, people: list[str], names: dict[str, str], first: dt.date, then: dt.date
) -> Change:
    who = tuple(dict.fromkeys(people))
    says = event.says if len(who) == 1 else event.says.replace("{} was ", "{} were ")
    told = all_of([names[p] for p in who])
    return Change(
        kind=event.kind,
        when=event.when,
        people=who,
        words=f"{says.replace('{}', told)} ({short(event.when) or event.when.text}).",
        sure=bool(_sure(event, first, then)),
    )


def _sure(event: _Event, first: dt.date, then: dt.date) -> bool | None:
    """True: between the two days; False: perhaps; None: not. What ends on a day held that day."""
    early, late = event.when.start, event.when.end
    if early is None and late is None:
        return None
    day = dt.timedelta(days=1)
    low, high = (first, then - day) if event.ending else (first + day, then)
    if (late is not None and late < low) or (early is not None and early > high):
        return None
    return early is not None and early >= low and late is not None and late <= high


def _events(family: Family, names: dict[str, str], show: Collection[Show]) -> Iterator[_Event]:
    yield from _lives(family)
    for union in family.unions:
        if _is_couple(union):
            yield from _union(union)
    for house in family.households:
        for stay in house.members:
            who = (stay.person,)
            yield from _at(ChangeKind.MOVED_IN, stay.start, who, f"{{}} moved into {house.label}")
            out = f"{{}} moved out of {house.label}"
            yield from _at(ChangeKind.MOVED_OUT, stay.end, who, out, ending=True)
    partners = {u.id: u.partners for u in family.unions}
    for link in family.parents:
        yield from _placement(link, [names[p] for p in partners[link.union]])
    if Show.LEGAL in show:
        for person in family.persons:
            for status in person.legal:
                begun, over = f"{{}}: {status.status} began", f"{{}}: {status.status} ended"
                yield from _at(ChangeKind.LEGAL_BEGUN, status.start, (person.id,), begun)
                ended = ChangeKind.LEGAL_ENDED
                yield from _at(ended, status.end, (person.id,), over, ending=True)
    for tie in family.relationships:
        both = f"{tie.words or tie.kind.value}, {names[tie.source]} to {names[tie.target]}"
        both += f" ({tie.status or 'status not recorded'})"
        pair = (tie.source, tie.target)
        yield from _at(
            ChangeKind.RELATIONSHIP_BEGUN, tie.start, pair, f"Recorded from then: {both}"
        )
        until = f"Recorded until then: {both}"
        yield from _at(ChangeKind.RELATIONSHIP_ENDED, tie.end, pair, until, ending=True)


def _lives(family: Family) -> Iterator[_Event]:
    for person in family.persons:
        who = (person.id,)
        if person.pregnancy is Pregnancy.UNBORN:
            yield from _at(ChangeKind.BIRTH, person.born, who, "{} was due to be born")
        elif person.pregnancy:
            said = f"{{}}: {person.pregnancy.value}"
            yield from _at(ChangeKind.LOSS, person.born or person.died, who, said)
        else:
            yield from _at(ChangeKind.BIRTH, person.born, who, "{} was born")
            yield from _at(ChangeKind.DEATH, person.died, who, "{} died")


def _is_couple(union: Union) -> bool:
    return len(union.partners) > 1 and union.kind is not UnionKind.DONOR


def _union(union: Union) -> Iterator[_Event]:
    kind = "" if union.kind in _WAS else f", {union.kind.value}"
    begun = f"{{}}: partnership began{'' if union.kind is UnionKind.UNKNOWN else kind}"
    yield from _at(ChangeKind.UNION_BEGUN, union.start, union.partners, begun)
    over = f"{{}}: partnership ended{', ' + _WAS[union.kind] if union.kind in _WAS else ''}"
    yield from _at(ChangeKind.UNION_ENDED, union.end, union.partners, over, ending=True)


def _placement(link: Parentage, carers: list[str]) -> Iterator[_Event]:
    if link.kind not in CARE_KINDS and link.kind is not LinkKind.ADOPTED:
        return
    said = f"{{}}: {PLACED.get(link.kind, 'Adoption').lower()} with {' and '.join(carers)}"
    begun, over = ChangeKind.PLACEMENT_BEGUN, ChangeKind.PLACEMENT_ENDED
    yield from _at(begun, link.start, (link.child,), f"{said} began")
    yield from _at(over, link.end, (link.child,), f"{said} ended", ending=True)


def _at(
    kind: ChangeKind, when: When | None, people: tuple[str, ...], says: str, *, ending: bool = False
) -> Iterator[_Event]:
    if when is not None:
        yield _Event(kind=kind, when=when, people=people, says=says, ending=ending)
