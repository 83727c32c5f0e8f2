"""From the addresses in a table of family composition to homes: who lives where, not since when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from chronology.columns import fold
from chronology.findings import Severity
from genogram.formats.tying import Member
from genogram.formats.workbookrows import Gathering
from genogram.model import Household, Residence

_LONGEST = 100  # letters in which "as above" and the like are looked for
_NOWHERE = (
    *("", "n/k", "nk", "not known", "unknown", "not recorded", "-", "none", "deceased"),
    *("nfa", "n.f.a", "no fixed abode", "no fixed address", "homeless", "whereabouts unknown"),
    *("address unknown", "address not known", "n/a", "not applicable", "?", "tbc"),
)
_AS_ABOVE = ("as above", "ditto", "same", "same address", "same as above", '"')
_WITHIN = re.compile(r"\b(?:flat|room|unit|apartment|apt|caravan|plot)\b", re.IGNORECASE)


def homes(members: Sequence[Member], gathered: Gathering) -> tuple[Household, ...]:
    """People at one address, however it is spaced or capitalised, as one home."""
    found: dict[str, tuple[str, list[Residence]]] = {}
    whole = _in_full([m.line.text("address") for m in members])
    above = ""
    for member in members:
        address = member.line.text("address")
        if fold(address[:_LONGEST]) in _AS_ABOVE:
            key = above
            if not above:
                _nothing_above(member, gathered)
        else:
            key = "" if fold(address[:_LONGEST]) in _NOWHERE else _key(address)
            if key in whole:
                of = next(m for m in members if m.line.text("address") == whole[key])
                _short_of(member, of, gathered)
                key, address = _key(whole[key]), whole[key]
            above = key
        if key:
            found.setdefault(key, (address, []))[1].append(Residence(person=member.id))
    return tuple(
        Household(id=f"Home {n}", address=address, members=tuple(stays))
        for n, (address, stays) in enumerate(found.values(), 1)
    )


def _key(address: str) -> str:
    return "".join(c for c in address.casefold() if c.isalnum())


def _in_full(addresses: Iterable[str]) -> dict[str, str]:
    """Of an address that is the beginning of one other: the other.

    1 Sample Road  ->  1 Sample Road, Town          and not of "1 Sample Road, Flat 2"
    """
    beginnings: dict[str, dict[str, str]] = {}
    for address in addresses:
        parts = [part for part in re.split(r"[,\n]", address[:_LONGEST]) if _key(part)]
        for n in range(1, len(parts)):
            begun = _key("".join(parts[:n]))
            if any(c.isdigit() for c in begun) and not _WITHIN.search("".join(parts[n:])):
                beginnings.setdefault(begun, {})[_key(address)] = address
    there = {_key(address) for address in addresses}
    full = {k: v for k, v in beginnings.items() if k in there}
    return {
        k: next(iter(found.values()))
        for k, v in full.items()
        if len(found := {a: text for a, text in v.items() if a not in full}) == 1
    }


def _short_of(member: Member, of: Member, gathered: Gathering) -> None:
    gathered.say(
        member.line,
        "address-in-part",
        f"{member.name}'s address is the beginning of that of {of.name} in row {of.line.row}; "
        "they were read as one home.",
        "Write both addresses in full if they are two.",
        Severity.NOTE,
    )


def _nothing_above(member: Member, gathered: Gathering) -> None:
    gathered.say(
        member.line,
        "household-incomplete",
        f"{member.name}'s address is '{member.line.text('address')}', and the row above has none; "
        "no home was read.",
        "Write the address itself.",
    )
