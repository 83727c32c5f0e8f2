"""Whose child somebody is, as a remark beside the relation says.

Half-brother (Mum & Gareth)   Half-sister (father Marlon Pike)   Half-sibling through MA
"""

from __future__ import annotations

import re
from dataclasses import replace

from genogram.formats.relations import Relation, relation_of, remarks_of
from genogram.formats.tying_parts import OURS, Member, Tying, named_in
from genogram.model import LinkKind, UnionKind
from genogram.view.uncertain import names_nobody

_CHILD = r"(?:'?s)? (?:child|son|daughter|baby)"
_BOTH = re.compile(
    rf"(?:(?:child|son|daughter|baby) of )?(?P<one>[^,;/]+?)(?: and | ?& ?| ?\+ ?)"
    rf"(?P<two>[^,;/]+?)(?:{_CHILD})?"
)
_ONE = re.compile(
    r"(?:(?:different|bio|biological|birth) )?(?P<parent>father|dad|mother|mum|mam)"
    r"(?P<doubt>(?: is| was)?(?: believed| thought| alleged| said)?(?: to be)?)[ :=-]+(?P<name>.+)"
)
_DOUBT = re.compile(r"believed|thought|alleged|said")
_UNKNOWN = re.compile(r"unknown|not known|n/?k|not named|unnamed|not recorded")
_THROUGH = re.compile(r"(?:through|via) (?P<name>.+)")
_OWN = ("mother", "father", "parent", "putative")  # of whom one is a parent of whoever has both
_MAY_BE = (*_OWN, "step", "parents_partner", "partner", "possible_parent", "")
_OTHER = {"father": "mother", "dad": "mother", "mother": "father", "mum": "father", "mam": "father"}


def tie_as_remarked(tying: Tying) -> None:
    """Tie every sibling, and child of the case, to the parents whom a remark names."""
    for member in tying.of("half", *OURS):
        if tying.born_to(member):
            continue
        for remark in remarks_of(member.told):
            parents, kind = _parents(tying, member, remark)
            if parents:
                tying.child(member, tying.union(*parents, kind=UnionKind.UNKNOWN), kind)
                break


def _parents(tying: Tying, member: Member, remark: str) -> tuple[list[Member], LinkKind]:
    if found := _BOTH.fullmatch(remark):
        both = [*_meant(tying, member, found["one"]), *_meant(tying, member, found["two"])]
        sure = len({m.id for m in both}) == 2 and any(m.relation.word in _OWN for m in both)
        return (both if sure else []), LinkKind.BIRTH
    several = [_ONE.fullmatch(part) for part in re.split(r"[,;] ?| / ", remark)]
    if (ones := [found for found in several if found]) and len(ones) == len(several) < 3:
        named = [m for found in ones for m in _meant(tying, member, found["name"])]
        unknown = all(_UNKNOWN.fullmatch(found["name"]) for found in ones)
        shared = member.relation.word == "half" and any(m.relation.word in _OWN[:2] for m in named)
        known = tying.of(_OTHER[ones[0]["parent"]])[:1] if len(ones) == 1 and not shared else []
        doubt = any(_DOUBT.search(found["doubt"]) for found in ones)
        kind = LinkKind.DISPUTED if doubt else LinkKind.BIRTH
        return ([*known, *named] if named or unknown else []), kind
    if found := _THROUGH.fullmatch(remark):
        named = _meant(tying, member, found["name"])
        return [m for m in named if m.relation.word in ("mother", "father")], LinkKind.BIRTH
    return [], LinkKind.BIRTH


def _meant(tying: Tying, member: Member, words: str) -> list[Member]:
    """The one person of the table who is meant and may be a parent; nobody where that is not
    certain: Dan Pike is not Dan Ash."""
    if names_nobody(words):
        return []
    asked = replace(member, relation=Relation(whom=(words.strip(" '"),)))
    surnames = words.split()[1:2]
    return [
        m
        for m in named_in(tying, asked)
        if m.relation.word in _MAY_BE
        and (relation_of(words.strip(" '")).word or _agree(surnames, m.name.casefold().split()[1:]))
    ]


def _agree(told: list[str], known: list[str]) -> bool:
    return not told or not known or told[0] in known
