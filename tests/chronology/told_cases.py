"""The labelled cases of told_twice: read once for the tests and for learning."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

from chronology.dates import parse_when, read_time
from chronology.events.accounts import accounts
from chronology.events.pair_measures import measures
from chronology.matching import candidates
from chronology.model import Case, Child, Entry, Group, Location
from chronology.ordering import in_order

HERE = Path(__file__).parent / "told_twice"
CHILDREN = tomllib.loads((HERE / "children.toml").read_text(encoding="utf-8"))
NAMES = tuple(CHILDREN)

Pairs = set[frozenset[str]]


def case_of(name: str) -> Case:
    """The case with its children, the first of them its subject."""
    labels = CHILDREN[name]
    return Case(children=tuple(Child(label=c, subject=c == labels[0]) for c in labels))


def entry(n: int, agency: str, date: str, time: str, event: str) -> Entry:
    """An entry of a made case."""
    when = parse_when(date)
    when = replace(when, time=read_time(time)[0]) if time else when
    return Entry(
        id=str(n), agency=agency, at=Location(file="case", sheet="", row=n), when=when,
        event=event, fields={}, seen={}, views={}, extra={},
    )  # fmt: skip


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a case as they stand in its file."""
    with (HERE / f"{name}.psv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="|"))


def read(name: str) -> tuple[Entry, ...]:
    """The entries of a case in integrated order; the id is the number of the line."""
    told = enumerate(rows(name), 2)
    return in_order([entry(n, r["agency"], r["date"], r["time"], r["event"]) for n, r in told])


def column(name: str, heading: str) -> dict[str, str]:
    """The label or the role of each entry by its id."""
    return {str(n): r[heading] or "" for n, r in enumerate(rows(name), 2)}


def measured(name: str) -> Iterator[tuple[frozenset[str], dict[str, float]]]:
    """The ids of each candidate pair of a case, and what is measured of the two."""
    told, rarity = accounts([e for e in read(name) if e.when.start and e.when.end], case_of(name))
    for i, j in candidates(told, rarity):
        found = {n: much for n, much, _ in measures(told[i], told[j], rarity)}
        yield frozenset((told[i].entry.id, told[j].entry.id)), found


def pairs(groups: tuple[Group, ...]) -> Pairs:
    """Every two entries that stand in one group."""
    return {frozenset((a.id, b.id)) for g in groups for a, b in combinations(g.members, 2)}


def truth(name: str) -> Pairs:
    """Every two entries that are labelled as one event."""
    told = {i: label for i, label in column(name, "group").items() if label.startswith("g")}
    return {frozenset(p) for p in combinations(told, 2) if told[p[0]] == told[p[1]]}


def decoys(name: str, found: Pairs) -> Pairs:
    """The grouped pairs that are labelled as lying close and being two events."""
    told = column(name, "group")
    labels = {pair: {told[i] for i in pair} for pair in found}
    return {p for p, given in labels.items() if len(given) == 1 and min(given).startswith("x")}
