"""House numbers that differ for one street: "14 Harbour Lane" and "41 Harbour Lane".

address = [flat N,] number street      street = one to three words, then Lane, Road, Close ...

A number that stands once, beside another number of the same street that stands three times or
more, may be a slip or another house; either way a panel should look. Nothing withheld is read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from chronology.events.accounts import text_of
from chronology.events.streets import AFTER_A_NUMBER, IN_FULL
from chronology.model import Difference, Entry, Said

_ADDRESS = re.compile(
    r"\b(\d{1,4}[a-z]?),?\s+((?:[A-Z][\w'\u2019-]*\s+){1,3}"
    rf"(?:{'|'.join(AFTER_A_NUMBER)}))\b",
    re.I,
)
# Just before an address these say that it is somebody else's, not the family's.
_SOMEBODY_ELSES = re.compile(
    r"\b(?:neighbours?|callers?|informants?|witness(?:es)?|residents?|occupants?|tenants?|"
    r"next door|opposite|friend(?:'s|s)?|aunt(?:'s)?|work)\b[^.;]{0,25}$",
    re.I,
)
_NOT_NAMES = frozenset(["the", "a", "of", "at", "in", "by", "on", "to", "and", "for", "minutes"])
_KNOWN = 3  # times a number stands before another is held against it
_RARE = 1


def addresses_in(text: str) -> tuple[tuple[str, str], ...]:
    """Each address in a text as house number and street, the street in small letters and in full.

    Addresses of neighbours, callers and the like are left out.
    """
    found = []
    for address in _ADDRESS.finditer(text):
        *name, kind = address[2].casefold().split()
        before = text[max(0, address.start() - 40) : address.start()]
        if _NOT_NAMES.isdisjoint(name) and not _SOMEBODY_ELSES.search(before):
            found.append((address[1].casefold(), " ".join([*name, IN_FULL.get(kind, kind)])))
    return tuple(found)


def differing_addresses(entries: Sequence[Entry]) -> list[Difference]:
    """House numbers that stand once, each with an entry that has the number usual for the street.

    One pass over the entries; their words as sent stand in the difference.
    """
    streets = _streets(entries)
    found = []
    for street, numbers in streets.items():
        usual = [n for n, told in numbers.items() if len(told) >= _KNOWN]
        for number, told in numbers.items():
            near = [u for u in usual if u != number and alike_numbers(u, number)]
            if len(told) <= _RARE and near:
                found.append(_difference(street, number, told, near[0], numbers[near[0]]))
    return found


def _streets(entries: Iterable[Entry]) -> Mapping[str, Mapping[str, list[Entry]]]:
    streets: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        for number, street in dict.fromkeys(addresses_in(text_of(entry))):
            streets[street][number].append(entry)
    return streets


def alike_numbers(one: str, other: str) -> bool:
    """Whether one number may be a slip for the other: digits exchanged, one more, less or other."""
    if sorted(one) == sorted(other):
        return True
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and (long.startswith(short) or long.endswith(short))


def _difference(
    street: str, number: str, told: Sequence[Entry], usual: str, known: Sequence[Entry]
) -> Difference:
    name = street.title()
    return Difference(
        field="address",
        message=f"{number} {name} stands in one entry, {usual} {name} in {len(known)}.",
        said=tuple(
            Said(id=e.id, agency=e.agency, words=f"{n} {name}")
            for n, e in ((number, told[0]), (usual, known[0]))
        ),
        remedy="Ask the agency which address it was: a slip, or another household.",
    )
