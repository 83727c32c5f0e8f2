"""Numbers of children and of everybody in the home, against the genogram's households."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.homes.households import (
    SLACK,
    alive,
    homes_of_children,
    homes_with,
    lives_in,
)
from caseweave.crosschecks.numbers.number_words import OF_THE_HOME, TABLES
from caseweave.crosschecks.people import Known
from caseweave.crosschecks.rows import Row, sentence
from caseweave.crosschecks.who.pronouns import subject_at
from chronology.events.differing_addresses import addresses_in
from chronology.number_words import number
from genogram.model import Household, LinkKind


def read(row: Row, table: str) -> Iterator[re.Match[str]]:
    """The places of a row that one of the TABLES of wordings finds."""
    for pattern in TABLES[table]:
        yield from pattern.finditer(row.text)


def counts_that_differ(known: Known) -> Iterator[Contradiction]:
    """Numbers of children and of people in the home, against the household of that day."""
    for row in known.rows:
        if row.day:
            yield from _children_counts(known, row, row.day)
            yield from _people_counts(known, row, row.day)


def _children_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Three children living at the address", "four kids upstairs"."""
    for table in ("children", "there"):
        for found in read(row, table):
            possible = children_at_home(known, day, _homes(known, row, day, found))
            said = number(found[1])
            if "sibling" in found[0].casefold():  # who has them is one more
                possible |= {n - 1 for n in possible}
            if possible and (
                said > max(possible) or (table == "children" and said not in possible)
            ):
                yield _of_home(known, row, day, found, said=said, children=True)


def _people_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "A household of five", "two adults and three children live there"."""
    people = [(found, number(found[1]), False) for found in read(row, "people")]
    for found in read(row, "both sorts"):
        first, last = sentence(row.text, found.start())
        if OF_THE_HOME.search(row.text[first:last]):
            people.append((found, number(found[1]) + number(found[2]), False))
    people += [(found, number(found[1]), True) for found in read(row, "people there")]
    for found, said, there in people:
        possible = _people_at_home(known, day, _homes(known, row, day, found))
        if possible and (said > max(possible) or (not there and said not in possible)):
            yield _of_home(known, row, day, found, said=said, children=False)


def _homes(known: Known, row: Row, day: dt.date, found: re.Match[str]) -> list[Household]:
    """The homes that may be meant: those whose address or street stands in the row, else the
    children's and those of whom it is said."""
    told, given = row.text.casefold(), set(addresses_in(row.text))
    placed = [h for h in known.family.households if (s := _street(h)) and s in told]
    if placed:  # the house itself, where its number is told, and not its neighbour
        return [h for h in placed if not given or given & set(addresses_in(h.address))]
    people = subject_at(known, row, found.start())
    # The second, where the subject child is not yet born.
    of_children = homes_of_children(known, day) or homes_with(known, known.children, day)
    return [*of_children, *homes_with(known, people, day)]


_NUMBER_IN_STREET = re.compile(r"\b(?:flat|pitch|unit|room|apartment|plot)\s+\w+\b|\b\d+\w?\b")


def _street(house: Household) -> str:
    """ "hawthorn court" of "Flat 12, Hawthorn Court"; empty for less than two words."""
    parts = _NUMBER_IN_STREET.sub("", house.address.casefold()).split(",")
    return next((p.strip() for p in parts if " " in p.strip()), "")


def _of_home(
    known: Known, row: Row, day: dt.date, found: re.Match[str], *, said: int, children: bool
) -> Contradiction:
    """A number of the household, of its children or of everybody, that is not the genogram's."""
    counted, where = ("children", "home") if children else ("people", "household")
    homes = _homes(known, row, day, found)
    possible = (children_at_home if children else _people_at_home)(known, day, homes)
    names = ", ".join(_names_at_home(known, day, homes, children=children))
    return Contradiction(
        kind="count differs",
        about=f"{where} {said}",
        message=f"{said} {counted} in the {where} {row.dated} by an entry; "
        f"{' or '.join(map(str, sorted(possible)))} by the genogram's household.",
        sides=(
            quoted(row, found.span()),
            drawn(f"{counted} in the household: {names}", f"{known.file}, Households"),
        ),
        remedy="Ask who lived in the home then.",
    )


def _people_at_home(known: Known, day: dt.date, homes: list[Household]) -> frozenset[int]:
    """How many people may be meant: by each household of that day, give or take a month."""
    return frozenset(
        len({m for m in house.people() if lives_in(house, m, day, slack) and alive(known, m, day)})
        for slack in (dt.timedelta(0), SLACK, -SLACK)
        for house in homes
    ) - {0}


def is_a_child(known: Known, person: str, day: dt.date) -> bool:
    """Under eighteen that day; without a birth on record, one of the children of the case."""
    one = known.kin.people[person]
    if not alive(known, person, day):
        return False
    if one.born and one.born.end:
        return (day - one.born.end).days < 18 * 365.25
    return person in known.children


def children_at_home(
    known: Known, day: dt.date, homes: list[Household] | None = None
) -> frozenset[int]:
    """How many children may be meant: by the households of that day, give or take a month."""
    counts = set()
    for slack in (dt.timedelta(0), SLACK, -SLACK):
        for house in homes_of_children(known, day) if homes is None else homes:
            counts.add(
                len({m for m in house.people()
                     if lives_in(house, m, day, slack) and is_a_child(known, m, day)})
            )  # fmt: skip
    cared = {k.child for k in known.family.parents if k.kind is not LinkKind.FOSTER}
    family = [c for c in known.children if c in cared and alive(known, c, day)]
    return frozenset(counts | ({len(family)} if counts else set())) - {0}


def _names_at_home(
    known: Known, day: dt.date, homes: list[Household], *, children: bool
) -> list[str]:
    return list(
        dict.fromkeys(
            known.name(m)
            for house in homes
            for m in house.people()
            if lives_in(house, m, day, dt.timedelta(0))
            and (is_a_child if children else alive)(known, m, day)
        )
    )
