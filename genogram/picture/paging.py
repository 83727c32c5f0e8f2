"""A large family on several sheets: parts of neighbouring people, and who goes on where.

A partnership with its children is never cut: it stands whole on one sheet. People who belong to
partnerships on other sheets are drawn on each, with the page on which they go on.

      page 2            page 3
    [ ]--( )          ( )--[ ]        ( ) stands on both: "goes on, page 3"; "goes on, page 2"
      |   |            |
     [ ] ( )          [ ]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from genogram.kin import Kin, kin_of
from genogram.model import Family
from genogram.view.cutting import only

MOST = 26  # people on a sheet; fewer where print would get too small
_FEWEST = 6
_TRIES = 3  # sheets that are tried for a small part
Group = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one sheet shows: its page, and the family with who goes on where."""

    page: int
    family: Family


def parts(family: Family, readable: Callable[[Family], bool]) -> list[Part]:
    """Cut a family into parts that print large enough, which begin on page 2 after an overview.

    `readable` says whether a part does. The subject child's part comes first, then its neighbours.
    """
    kin = kin_of(family)
    cut = _together(
        kin,
        [
            people
            for part in _cut(kin, _groups(kin), MOST)
            for people in _finer(kin, part, readable)
        ],
        readable,
    )
    found = [Part(page=n, family=_part(kin, people)) for n, people in enumerate(cut, start=2)]
    pages = pages_of(found)
    return [replace(part, family=_with_pages(part, kin, pages)) for part in found]


def pages_of(found: Iterable[Part]) -> Mapping[str, tuple[int, ...]]:
    """The pages on which each person stands."""
    pages: dict[str, list[int]] = defaultdict(list)
    for part in found:
        for person in part.family.persons:
            pages[person.id].append(part.page)
    return {person: tuple(told) for person, told in pages.items()}


def _part(kin: Kin, people: Group) -> Family:
    """The family of these people, with only the partnerships of which nobody is missing."""
    part = only(kin.family, people)
    whole = {u.id for u in part.unions if {k.child for k in kin.links[u.id]} <= people}
    return replace(
        part,
        unions=tuple(u for u in part.unions if u.id in whole),
        parents=tuple(k for k in part.parents if k.union in whole),
    )


def _groups(kin: Kin) -> list[Group]:
    """Whoever may not be parted: partners, their children, and lodgers with whom they live, but
    not all whom a children's home holds."""
    found = [{*u.partners, *(k.child for k in kin.links[u.id])} for u in kin.unions.values()]
    tied = {p for group in found for p in group}
    for person in kin.people:
        if person not in tied:
            homes = (h.people() for h in kin.family.households)
            mates = {person}.union(*(home for home in homes if person in home))
            group = next((g for g in found if g & mates and len(g) < MOST // 2), None)
            if group is None:
                found.append(group := set())
            group.add(person)
    return [frozenset(group) for group in found]


def _cut(kin: Kin, groups: Iterable[Group], most: int) -> Iterator[Group]:
    """Grow one part after another from the group nearest to those before it."""
    waiting = _by_nearness(kin, groups)
    while waiting:
        part = waiting.pop(0)
        grown = True
        while grown:
            grown = False
            for group in waiting:
                if part & group and len(part | group) <= most:
                    part |= group
                    waiting.remove(group)
                    grown = True
                    break
        waiting = [g for g in waiting if not g <= part]
        yield part


def _finer(kin: Kin, people: Group, readable: Callable[[Family], bool]) -> Iterator[Group]:
    """The part itself, or smaller ones where its print would be too small."""
    groups = [g for g in _groups(kin) if g <= people]
    if len(people) <= _FEWEST or len(groups) < 2 or readable(_part(kin, people)):
        yield people
        return
    largest = max(len(g) for g in groups)
    smaller = list(_cut(kin, groups, max(largest, len(people) * 2 // 3)))
    for part in smaller:
        if part == people:
            yield part
        else:
            yield from _finer(kin, part, readable)


def _together(kin: Kin, cut: list[Group], readable: Callable[[Family], bool]) -> list[Group]:
    """Small parts share a sheet with another, best with one that has people in common with them."""
    waiting, done = sorted(cut, key=len), list[Group]()
    while waiting:
        part = waiting.pop(0)
        room = [p for p in (*waiting, *done) if len(p | part) <= MOST]
        room.sort(key=lambda p: (-len(p & part), len(p)))
        other = next((p for p in room[:_TRIES] if readable(_part(kin, part | p))), None)
        if other is None:
            done.append(part)
            continue
        waiting, done = [p for p in waiting if p != other], [p for p in done if p != other]
        waiting = sorted([*waiting, part | other], key=len)
    order = _by_nearness(kin, done)
    return sorted(done, key=order.index)


def _by_nearness(kin: Kin, groups: Iterable[Group]) -> list[Group]:
    """Groups in the order in which they are reached from the subject child's."""
    left = sorted(groups, key=lambda g: (not _subject(kin, g), -len(g), sorted(g)))
    found: list[Group] = []
    while left:
        found.append(left.pop(0))
        at = len(found) - 1
        while at < len(found):
            near = [g for g in left if g & found[at]]
            found += near
            left = [g for g in left if g not in near]
            at += 1
    return found


def _subject(kin: Kin, group: Group) -> bool:
    return any(kin.people[p].subject for p in group)


def _with_pages(part: Part, kin: Kin, pages: Mapping[str, tuple[int, ...]]) -> Family:
    """Who stands elsewhere too says so; so does a household whose members do."""
    family, here = part.family, {p.id for p in part.family.persons}
    homes = {h.id: h for h in kin.family.households}
    return replace(
        family,
        persons=tuple(
            replace(p, labels=(*p.labels, f"goes on, {_elsewhere(pages[p.id], part.page)}"))
            if len(pages[p.id]) > 1
            else p
            for p in family.persons
        ),
        households=tuple(
            replace(h, label=f"{h.label} (also {_elsewhere(sorted(others), part.page)})")
            if (others := {pages[m][0] for m in homes[h.id].people() if m not in here})
            else h
            for h in family.households
        ),
    )


def _elsewhere(pages: Iterable[int], page: int) -> str:
    others = [str(n) for n in pages if n != page]
    return f"page{'s' * (len(others) > 1)} {', '.join(others)}"
