"""Numbers of somebody's children, and of brothers and sisters, against the genogram's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.homes.households import alive, homes_of_children, homes_with, lives_in
from caseweave.crosschecks.numbers.in_a_home import children_at_home, is_a_child, read
from caseweave.crosschecks.numbers.number_words import (
    BROTHERS_AND_SISTERS,
    LIVES_WITH,
    NO_CHILDREN,
    NO_SIBLINGS,
    NOW,
    NTH,
    ONLY,
    PARENT_WORD,
    SONS_AND_DAUGHTERS,
    TABLES,
    THEIR_OWN,
    TO_COME,
)
from caseweave.crosschecks.people import Known, drawn_of
from caseweave.crosschecks.rows import Row, only_one, sentence
from caseweave.crosschecks.who.kin_words import sex_of
from caseweave.crosschecks.who.kinship import children, parents, relations, siblings
from caseweave.crosschecks.who.pronouns import said_of, subject_at
from chronology.number_words import number
from genogram.model import Sex


def kin_counts_that_differ(known: Known) -> Iterator[Contradiction]:
    """Numbers of somebody's children, and of a child's brothers and sisters."""
    for row in known.rows:
        if row.day:
            yield from _parents_counts(known, row, row.day)
            yield from _sibling_counts(known, row, row.day)


def _parents_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Mother of four", "has three children", "her third child"."""
    others = [found.end() for found in read(row, "other")]  # _others tells of those
    for found in read(row, "parent"):
        parent = _who(known, row, found)
        if parent in known.kin.people and found.end() not in others:
            born = _born_to(known, parent, day)
            here = any(lives_in(h, parent, day) for h in homes_of_children(known, day))
            possible = {len(born), *(children_at_home(known, day) if here else ())}
            if not NOW.search(found[0]):
                possible |= _births(known, parent, day)
            if born and (said := number(found[1])) not in possible:
                yield _counted(known, row, parent, found, born, said)
    yield from _by_sex(known, row, day)
    yield from _with_somebody(known, row, day)
    yield from _others(known, row, day)
    yield from _none(known, row, day)
    for found in NTH.finditer(row.text):
        parent = _who(known, row, found)
        if parent in known.children:  # "Jonah is her second child"
            parent = only_one({p for p in parents(known.kin, parent) if _is(known, p, "sister")})
        if parent not in known.kin.people:
            continue
        born, said = _born_to(known, parent, day), number(found["nth"])
        if said not in _orders(known, row, found, parent, born):
            yield _counted(known, row, parent, found, born, said)


def _with_somebody(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "She has three children with Lee"."""
    for found in read(row, "with"):
        other = row.only(*found.span("with"))
        parent = only_one(subject_at(known, row, found.start()) - {other})
        unions = (
            [u for u in known.kin.partnerships[parent] if other in u.partners] if parent else []
        )
        born = [c for u in unions for c in known.kin.descent(u.id) if alive(known, c, day)]
        if other and unions:
            said, what = number(found[1]), f"children with {known.name(other)}"
            if born and said != len(born):
                yield _counted(known, row, parent, found, born, said, what)


def _others(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Her other four": beside those of hers who are named, or the one of the row."""
    for found in read(row, "other"):
        parent = _who(known, row, found)
        born = _born_to(known, parent, day) if parent in known.kin.people else []
        named = {m.person for m in row.mentions} & set(born)
        said = number(found[1])
        if born and not 1 <= len(born) - said <= max(1, len(named)):
            yield _counted(known, row, parent, found, born, said, "other children")


def _none(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Has no brothers or sisters", "no children of his own"."""
    ways = ((NO_SIBLINGS, _siblings, "brothers or sisters"), (NO_CHILDREN, _born_to, ""))
    for pattern, nearest, what in ways:
        for found in pattern.finditer(row.text):
            person = only_one(subject_at(known, row, found.start()))
            if person and (near := nearest(known, person, day)):
                yield _counted(known, row, person, found, near, 0, what)


def _siblings(known: Known, person: str, day: dt.date) -> list[str]:
    return [s for s in sorted(siblings(known.kin, person)) if alive(known, s, day)]


def _born_to(known: Known, parent: str, day: dt.date) -> list[str]:
    return [c for c in children(known.kin, parent) if alive(known, c, day)]


def _births(known: Known, parent: str, day: dt.date) -> set[int]:
    """How many births are possible, the dead counted; of two mothers either may have borne one."""
    ever = _ever_born_to(known, parent, day)
    shared = {
        c for u in known.kin.partnerships[parent] for c in known.kin.descent(u.id)
        if len({known.kin.people[p].sex for p in u.partners}) < len(u.partners)
    }  # fmt: skip
    return set(range(len(set(ever) - shared), len(ever) + 1))


def _ever_born_to(known: Known, parent: str, day: dt.date) -> list[str]:
    """Those who had died by then with the rest."""
    people = ((c, known.kin.people[c]) for c in children(known.kin, parent))
    return [
        c for c, p in people
        if not p.pregnancy and (p.born is None or p.born.start is None or p.born.start <= day)
    ]  # fmt: skip


_JUST_BORN = dt.timedelta(days=270)
"""Whoever was born since may be the one who was expected when that was written of."""


def _orders(known: Known, row: Row, found: re.Match[str], parent: str, born: list[str]) -> set[int]:
    """Which child it may be: the one named beside, the one to come, else any of them."""
    first, last = sentence(row.text, found.start())
    everyone = list(children(known.kin, parent))
    named = {m.person for m in row.named_from(first, last)} & set(everyone)
    if TO_COME.search(row.text[first:last]) and row.day:
        ever = _ever_born_to(known, parent, row.day - _JUST_BORN)
        return {len(born) + 1, len(_ever_born_to(known, parent, row.day)) + 1, len(ever) + 1}
    if len(named) != 1:
        return set(range(1, len(everyone) + 2))

    def before(child: str, others: list[str]) -> int:
        mine = known.kin.people[child].born
        if mine is None or mine.start is None:
            return -1
        births = (known.kin.people[o].born for o in others)
        return sum(bool(b and b.start and b.start < mine.start) for b in births)

    child = next(iter(named))
    places = {before(child, everyone) + 1, before(child, born) + 1}
    return places if 0 not in places else set(range(1, len(everyone) + 2))


def _sibling_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Mia has three siblings", "Mia is one of four children", "an only child"."""
    for found in BROTHERS_AND_SISTERS.finditer(row.text):
        child = _who(known, row, found)
        if child in known.children:
            near = _siblings(known, child, day)
            said = sum(_one_or(found[n]) for n in (1, 2))
            full = [s for s in near if "full sibling" in relations(known.kin, s, child)]
            if said not in (len(near), len(full), *(n - 1 for n in children_at_home(known, day))):
                yield _counted(known, row, child, found, near, said)
    for table, itself in (("siblings", 0), ("one of", 1)):
        for found in read(row, table):
            child = _who(known, row, found)
            if not child or not (child in known.children or siblings(known.kin, child)):
                continue
            sort = found.groupdict().get("sort") or "siblings"
            near = _siblings(known, child, day)
            same = [s for s in near if _is(known, s, sort)]
            everyone = [child, *same] if itself else same
            full = [s for s in same if "full sibling" in relations(known.kin, s, child)]
            home = {n - 1 + itself for n in children_at_home(known, day)}
            possible = {len(everyone), len(full) + itself, *(home if same == near else ())}
            possible.add(len(_sharing_home(known, child, sort, day)) + itself)
            if (said := number(found[1])) not in possible:
                yield _counted(known, row, child, found, everyone or [child], said)
    for found in ONLY.finditer(row.text):
        child = _who(known, row, found)
        if THEIR_OWN.match(found[0]) and child in known.kin.people:  # "his only child"
            born = _born_to(known, child, day)
            if len(born) > 1 and child not in known.children:
                yield _counted(known, row, child, found, born, 1)
            continue
        if child in known.children or siblings(known.kin, child):
            full = [
                s for s in _siblings(known, child, day)
                if "full sibling" in relations(known.kin, s, child)
                or any(lives_in(h, s, day) for h in homes_with(known, [child], day))
            ]  # fmt: skip
            if full:
                yield _counted(known, row, child, found, [child, *full], 1)


def _sharing_home(known: Known, child: str, sort: str, day: dt.date) -> set[str]:
    """Children of that sort in a child's homes, who may be told of as brothers and sisters."""
    homes = homes_with(known, [child], day)
    young = {
        p for h in homes for p in h.people() if lives_in(h, p, day) and is_a_child(known, p, day)
    }
    return {p for p in young - {child} if _is(known, p, sort)}


def _one_or(word: str) -> int:
    return 1 if word.casefold() in ("a", "an") else number(word)


def _by_sex(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Has three sons", "two sons and a daughter"; one son may be one of several."""
    for found in SONS_AND_DAUGHTERS.finditer(row.text):
        parent = _who(known, row, found)
        if parent not in known.kin.people or parent in known.children:
            continue
        born = _born_to(known, parent, day)
        for told, sort in ((found[1], found["one"]), (found[3], found["two"])):
            if not told or ((said := _one_or(told)) == 1 and not found[3]):
                continue
            word = "brother" if sort[0].casefold() in "sb" else "sister"
            same = [c for c in born if _is(known, c, word)]
            ever = [c for c in _ever_born_to(known, parent, day) if _is(known, c, word)]
            if said not in (len(same), len(ever)) and (born or ever):
                what = sort.casefold().rstrip("s") + ("s" if said > 1 else "")
                yield _counted(known, row, parent, found, same or ever, said, what)


def _is(known: Known, person: str, sort: str) -> bool:
    sexes = {"b": Sex.MALE, "s": Sex.FEMALE}
    one = known.kin.people[person]
    return sort.casefold() == "siblings" or one.sex in (sexes[sort[0].casefold()], Sex.UNKNOWN)


def _counted(
    known: Known,
    row: Row,
    person: str,
    found: re.Match[str],
    born: list[str],
    said: int,
    what: str = "",
) -> Contradiction:
    """A number said of somebody's children, or of a child's brothers and sisters."""
    name, day = known.name(person), row.dated
    count = f"{len(born)}"
    if found.re is ONLY and person in born:
        told, count = f"{name} is called an only child {day}", f"{count} children"
    elif found.re in TABLES["one of"]:
        told = f"{name} is told of as one of {said} children {day}"
    elif not what and found.re in (*TABLES["siblings"], BROTHERS_AND_SISTERS):
        told = f"{name} is said to have {said} brothers and sisters {day}"
    elif found.re is NTH:
        told = f"{name}'s child number {said} is told of {day}"
    else:
        told = f"{name} is said to have {said} {what or 'children'} {day}"
        if row.day and not what and len(_ever_born_to(known, person, row.day)) > len(born):
            count += " living"
        count += " in all" * (what == "other children")
    return Contradiction(
        kind="count differs",
        about=f"{person} {said} {what}".strip(),
        message=f"{told}; the genogram has {count} by then.",
        sides=(
            quoted(row, found.span()),
            drawn_of(known, person, ", ".join(known.name(c) for c in born) or "none"),
        ),
    )


def _who(known: Known, row: Row, found: re.Match[str]) -> str:
    """Who is said to have them: the person named just before or after, else the mother by role."""
    first, last = sentence(row.text, found.start())
    before = [m for m in row.mentions if first <= m.start and m.end <= found.start()]
    after = [m for m in row.mentions if 0 <= m.start - found.end() < 6]
    inside = [m for m in row.mentions if found.start() <= m.start and m.end <= found.end()]
    sex = sex_of(found[0].split()[0])  # "her three sons", "his only child"
    if sex and (whose := said_of(known, row, found.start(), sex)):
        return _likeliest(known, whose)
    if inside and not LIVES_WITH.match(found[0]):
        return inside[-1].person
    near = [m for m in before if found.start() - m.end <= 25][-1:] or after[:1]
    if near:
        return near[0].person
    if told := subject_at(known, row, found.start()):
        return _likeliest(known, told)
    mothers = {
        p for c in known.children for p in parents(known.kin, c)
        if known.kin.people[p].sex is Sex.FEMALE
    }  # fmt: skip
    said = PARENT_WORD.search(row.text[first:last]) and not before
    return only_one(mothers) if said else ""


def _likeliest(known: Known, people: frozenset[str]) -> str:
    """The one who may be meant, where a parent and a child may be: the parent."""
    grown = {p for p in people if children(known.kin, p)}
    return only_one(people) or only_one(grown)
