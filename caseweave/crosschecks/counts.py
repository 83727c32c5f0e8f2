"""Numbers of children in the home, of a parent and of siblings, against the genogram's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.count_words import (
    BROTHERS_AND_SISTERS,
    NTH,
    OF_THE_HOME,
    ONLY,
    PARENT_WORD,
    SONS_AND_DAUGHTERS,
    TABLES,
    THEIR_OWN,
    TO_COME,
)
from caseweave.crosschecks.homes import SLACK, alive, homes_of_children, lives_in
from caseweave.crosschecks.kinship import parents, relations, siblings
from caseweave.crosschecks.meant import said_of, sex_of, subject_at
from caseweave.crosschecks.people import Known, Row, only_one, place, sentence
from caseweave.crosschecks.spelled import number
from genogram.model import LinkKind, Sex


def _read(row: Row, table: str) -> Iterator[re.Match[str]]:
    for pattern in TABLES[table]:
        yield from pattern.finditer(row.text)


def counts_that_differ(known: Known) -> Iterator[Contradiction]:
    """Numbers of children in the home, and of a parent's children, against the genogram's."""
    for row in known.rows:
        if row.day:
            yield from _children_counts(known, row, row.day)
            yield from _people_counts(known, row, row.day)
            yield from _parents_counts(known, row, row.day)
            yield from _sibling_counts(known, row, row.day)


def _children_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Three children living at the address", "four kids upstairs"."""
    possible = _children_at_home(known, day)
    if not possible:
        return
    for found in _read(row, "children"):
        if number(found[1]) not in possible:
            yield _of_home(known, row, day, found, said=number(found[1]), children=True)
    for found in _read(row, "there"):
        if number(found[1]) > max(possible):
            yield _of_home(known, row, day, found, said=number(found[1]), children=True)


def _people_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "A household of five", "two adults and three children live there"."""
    people = [(found, number(found[1])) for found in _read(row, "people")]
    for found in _read(row, "both sorts"):
        first, last = sentence(row.text, found.start())
        if OF_THE_HOME.search(row.text[first:last]):
            people.append((found, number(found[1]) + number(found[2])))
    possible = _people_at_home(known, day)
    people += [
        (found, number(found[1])) for found in _read(row, "people there")
        if possible and number(found[1]) > max(possible)
    ]  # fmt: skip
    for found, said in people:
        if possible and said not in possible:
            yield _of_home(known, row, day, found, said=said, children=False)


def _of_home(
    known: Known, row: Row, day: dt.date, found: re.Match[str], *, said: int, children: bool
) -> Contradiction:
    """A number of the household, of its children or of everybody, that is not the genogram's."""
    counted, where = ("children", "home") if children else ("people", "household")
    possible = (_children_at_home if children else _people_at_home)(known, day)
    names = ", ".join(_names_at_home(known, day, children=children))
    return Contradiction(
        kind="count differs",
        about=f"{where} {said}",
        message=f"{said} {counted} in the {where} on {day:%d/%m/%Y} by an entry; "
        f"{' or '.join(map(str, sorted(possible)))} by the genogram's household.",
        sides=(
            quoted(row.entry, found.span(), row.text),
            drawn(f"{counted} in the household: {names}", f"{known.file}, Households"),
        ),
        remedy="Ask who lived in the home then.",
    )


def _people_at_home(known: Known, day: dt.date) -> frozenset[int]:
    """How many people may be meant: by each household of that day, give or take a month."""
    return frozenset(
        len({m for m in house.people() if lives_in(house, m, day, slack) and alive(known, m, day)})
        for slack in (dt.timedelta(0), SLACK, -SLACK)
        for house in homes_of_children(known, day)
    ) - {0}


def _parents_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Mother of four", "has three children", "her third child"."""
    for found in _read(row, "parent"):
        parent = _who(known, row, found)
        if parent in known.kin.people:
            born = _born_to(known, parent, day)
            here = any(lives_in(h, parent, day) for h in homes_of_children(known, day))
            possible = {len(born), *(_children_at_home(known, day) if here else ())}
            yield from _of_person(known, row, parent, found, born, possible)
    yield from _by_sex(known, row, day)
    for found in NTH.finditer(row.text):
        parent = _who(known, row, found)
        if parent in known.children:  # "Jonah is her second child"
            parent = only_one({p for p in parents(known.kin, parent) if _is(known, p, "sister")})
        if parent not in known.kin.people:
            continue
        born, said = _born_to(known, parent, day), number(found["nth"])
        if said not in _orders(known, row, found, parent, born):
            yield _counted(known, row, parent, found, born, said)


def _born_to(known: Known, parent: str, day: dt.date) -> list[str]:
    return [
        c for u in known.kin.partnerships[parent] for c in known.kin.descent(u.id)
        if alive(known, c, day)
    ]  # fmt: skip


def _orders(known: Known, row: Row, found: re.Match[str], parent: str, born: list[str]) -> set[int]:
    """Which child it may be: the one named beside, the one to come, else any of them."""
    first, last = sentence(row.text, found.start())
    everyone = [c for u in known.kin.partnerships[parent] for c in known.kin.descent(u.id)]
    named = {m.person for m in row.mentions if first <= m.start < last} & set(everyone)
    if len(named) != 1 or TO_COME.search(row.text[first:last]):
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
            near = [s for s in sorted(siblings(known.kin, child)) if alive(known, s, day)]
            said = sum(_one_or(found[n]) for n in (1, 2))
            full = [s for s in near if "full sibling" in relations(known.kin, s, child)]
            if said not in (len(near), len(full), *(n - 1 for n in _children_at_home(known, day))):
                yield _counted(known, row, child, found, near, said)
    for table, itself in (("siblings", 0), ("one of", 1)):
        for found in _read(row, table):
            child = _who(known, row, found)
            if not child or not (child in known.children or siblings(known.kin, child)):
                continue
            sort = found.groupdict().get("sort") or "siblings"
            near = [s for s in sorted(siblings(known.kin, child)) if alive(known, s, day)]
            same = [s for s in near if _is(known, s, sort)]
            everyone = [child, *same] if itself else same
            full = [s for s in same if "full sibling" in relations(known.kin, s, child)]
            home = {n - 1 + itself for n in _children_at_home(known, day)}
            possible = {len(everyone), len(full) + itself, *(home if same == near else ())}
            yield from _of_person(known, row, child, found, everyone or [child], possible)
    for found in ONLY.finditer(row.text):
        child = _who(known, row, found)
        if child in known.children:
            full = [
                s for s in sorted(siblings(known.kin, child))
                if alive(known, s, day) and ("full sibling" in relations(known.kin, s, child)
                   or any(lives_in(h, s, day) and lives_in(h, child, day)
                          for h in known.family.households))
            ]  # fmt: skip
            if full:
                yield _counted(known, row, child, found, [child, *full], 1)


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
            if said != len(same) and born:
                what = sort.casefold().rstrip("s") + ("s" if said > 1 else "")
                yield _counted(known, row, parent, found, same, said, what)


def _is(known: Known, person: str, sort: str) -> bool:
    sexes = {"b": Sex.MALE, "s": Sex.FEMALE}
    one = known.kin.people[person]
    return sort.casefold() == "siblings" or one.sex in (sexes[sort[0].casefold()], Sex.UNKNOWN)


def _of_person(
    known: Known,
    row: Row,
    person: str,
    found: re.Match[str],
    born: list[str],
    possible: set[int],
) -> Iterator[Contradiction]:
    said = number(found[1])
    if said not in possible and born:
        yield _counted(known, row, person, found, born, said)


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
    name, day = known.name(person), f"{row.day:%d/%m/%Y}"
    if what == "" and found.re in (*TABLES["siblings"], *TABLES["one of"], ONLY,
                                   BROTHERS_AND_SISTERS):  # fmt: skip
        told = f"{name} is given with a number of {said} brothers and sisters on {day}"
    else:
        told = f"{name} is said to have {said} {what or 'children'} on {day}"
    return Contradiction(
        kind="count differs",
        about=f"{person} {said} {what}".strip(),
        message=f"{told}; the genogram has {len(born)} by then.",
        sides=(
            quoted(row.entry, found.span(), row.text),
            drawn(", ".join(known.name(c) for c in born) or "none", place(known, person)),
        ),
    )


def _who(known: Known, row: Row, found: re.Match[str]) -> str:
    """Who is said to have them: the person named just before or after, else the mother by role."""
    first, last = sentence(row.text, found.start())
    before = [m for m in row.mentions if first <= m.start and m.end <= found.start()]
    after = [m for m in row.mentions if 0 <= m.start - found.end() < 6]
    inside = [m for m in row.mentions if found.start() <= m.start and m.end <= found.end()]
    if THEIR_OWN.match(found[0]):  # "their three sons", "her only child"
        return only_one(said_of(known, row, found.start(), sex_of(found[0].split()[0])))
    if inside:
        return inside[-1].person
    near = [m for m in before if found.start() - m.end <= 25][-1:] or after[:1]
    if near:
        return near[0].person
    if told := subject_at(known, row, found.start()):
        return only_one(told)
    mothers = {
        p for c in known.children for p in parents(known.kin, c)
        if known.kin.people[p].sex is Sex.FEMALE
    }  # fmt: skip
    said = PARENT_WORD.search(row.text[first:last]) and not before
    return only_one(mothers) if said else ""


def _child(known: Known, person: str, day: dt.date) -> bool:
    """Under eighteen that day; without a birth on record, one of the children of the case."""
    one = known.kin.people[person]
    if not alive(known, person, day):
        return False
    if one.born and one.born.end:
        return (day - one.born.end).days < 18 * 365.25
    return person in known.children


def _children_at_home(known: Known, day: dt.date) -> frozenset[int]:
    """How many children may be meant: by the households of that day, give or take a month."""
    counts = set()
    for slack in (dt.timedelta(0), SLACK, -SLACK):
        for house in homes_of_children(known, day):
            counts.add(
                len({m for m in house.people()
                     if lives_in(house, m, day, slack) and _child(known, m, day)})
            )  # fmt: skip
    cared = {k.child for k in known.family.parents if k.kind is not LinkKind.FOSTER}
    family = [c for c in known.children if c in cared and alive(known, c, day)]
    return frozenset(counts | ({len(family)} if counts else set())) - {0}


def _names_at_home(known: Known, day: dt.date, *, children: bool) -> list[str]:
    return list(
        dict.fromkeys(
            known.name(m)
            for house in homes_of_children(known, day)
            for m in house.people()
            if lives_in(house, m, day, dt.timedelta(0))
            and (_child if children else alive)(known, m, day)
        )
    )
