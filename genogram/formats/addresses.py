"""From the addresses in a table of family composition to homes: who lives where, not since when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from chronology.columns import fold
from chronology.findings import Severity
from genogram.formats.relations import Relation
from genogram.formats.tying_parts import OURS, Member, Tying, named_in
from genogram.formats.workbook_rows import Gathering
from genogram.model import Household, Residence

_MOVED = re.compile(
    r"\b(?:prev|former|moved?\b|until|till|was\b|now\b|then\b|before|old\b|ex-|left\b|leaving|since"
    r"|not\b|bailed)",
    re.I,
)
_SEVERAL = 300  # letters of two addresses with the days of each
_LONGEST = 100  # letters in which "as above" and the like are looked for
_NOWHERE = (
    *("", "n/k", "nk", "not known", "unknown", "not recorded", "-", "none", "deceased"),
    *("nfa", "n.f.a", "no fixed abode", "no fixed address", "homeless", "whereabouts unknown"),
    *("address unknown", "address not known", "n/a", "not applicable", "?", "tbc"),
)
_WITH = re.compile(
    r"(?:(?:lives|living|stays|staying|resides|placed|at home) )?(?:with|c/o) (.+)", re.IGNORECASE
)
_OWN = ("mother", "father", "parent")  # another child's "with dad" may mean another father
_AS_ABOVE = ("as above", "ditto", "same", "same address", "same as above", '"')
_WITHIN = re.compile(r"\b(?:flat|room|unit|apartment|apt|caravan|plot)\b", re.IGNORECASE)


def homes(members: Sequence[Member], gathered: Gathering) -> tuple[Household, ...]:
    """People at one address, however it is spaced or capitalised, as one home."""
    found: dict[str, tuple[str, list[Residence]]] = {}
    whole = _in_full([m.line.text("address") for m in members])
    told = (m.line.text("address").strip() for m in members)
    others = {_plain(address): address for address in told if any(map(str.isdigit, address))}
    above: list[str] = []
    with_whom = {m.id: said[1] for m in members if (said := _WITH.fullmatch(_words(m)))}
    for member in members:
        if member.id in with_whom:
            continue
        address = member.line.text("address")
        if fold(address[:_LONGEST]) in _AS_ABOVE:
            here = above
            if not above:
                _nothing_above(member, gathered)
        else:
            here = _homes_within(address, others) or [address]
            if fold(address[:_LONGEST]) in _NOWHERE:
                here = []
            elif (key := _key(address)) in whole:
                of = next(m for m in members if m.line.text("address") == whole[key])
                _short_of(member, of, gathered)
                here = [whole[key]]
            above = here
        for home in filter(_key, here):
            found.setdefault(_key(home), (home, []))[1].append(Residence(person=member.id))
    _with_somebody(members, with_whom, [stays for _, stays in found.values()], gathered)
    return tuple(
        Household(id=f"Home {n}", address=address, members=tuple(stays))
        for n, (address, stays) in enumerate(found.values(), 1)
    )


def _words(member: Member) -> str:
    return member.line.text("address")[:_LONGEST]


def _with_somebody(
    members: Sequence[Member],
    with_whom: Mapping[str, str],
    stays: Sequence[list[Residence]],
    gathered: Gathering,
) -> None:
    """Put whoever lives "with MGM" into the home of the one who is meant, where that is known."""
    tying = Tying(gathered=gathered, members=list(members))
    for member in members:
        if member.id not in with_whom:
            continue
        words = re.split(r",| and | ?& ?", with_whom[member.id].casefold().replace(".", ""))
        named = named_in(tying, replace(member, relation=Relation(whom=tuple(words))))
        ours = member.relation.word in OURS
        others = {m.id for m in named if ours or m.relation.word not in _OWN}
        there = [home for home in stays if others & {stay.person for stay in home}]
        if len(there) == 1:
            there[0].append(Residence(person=member.id))
        else:
            gathered.say(
                member.line,
                "household-incomplete",
                f"{member.name}'s address is '{_words(member)}', which is nobody's home in the "
                "table; no home was read.",
                "Write the address itself.",
            )


def _homes_within(address: str, others: Mapping[str, str]) -> list[str]:
    """The addresses of others in this one: "Mon-Thurs 4 Bell Court, else 9 Larch Way"."""
    if _MOVED.search(address[:_SEVERAL]):
        return []
    said, own = f" {_plain(address)} ", _plain(address)
    found = [plain for plain in others if f" {plain} " in said and plain != own]
    whole = [p for p in found if not any(p != other and p in other for other in found)]
    return [others[plain] for plain in whole] if len(whole) > 1 else []


def _plain(address: str) -> str:
    return " ".join(re.findall(r"\w+", address[:_SEVERAL].casefold()))


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
