"""With whom a row says that somebody lives: "placed with her nan", "gone to live with Colin"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from caseweave.crosschecks.people import Known
from caseweave.crosschecks.rows import Row, sentence
from caseweave.crosschecks.who.kin_words import relation_of
from caseweave.crosschecks.who.kinship import relations, without_side
from caseweave.crosschecks.who.roles import subject_of

_HOUSE = re.compile(
    r"['\u2019]s?(?=\s*(?:[.,;)]|$|\s(?:house|home|flat|place|address|roof|now|since|for|in|and|all|most|every|again|because|as|but|who|this|last|too|from|to|"
    r"these|with|at|on|until|while|full|(?:\w+\s+)?(?:room|bedroom|bed|sofa|settee|couch|floor))\b))"
)
ROOM_OF = re.compile(  # after a name or role: "in Mum's old room"
    r"['\u2019]s?\s+(?:\w+\s+)?(?:room|bedroom|bed|sofa|settee|couch|floor)\b", re.I
)
_OWN = re.compile(r"\b(?:his|her|their)\s+(?:own\s+)?$", re.I)
_POSSESSIVE = re.compile(r"['\u2019]s\b(?!\s+(?:family|household|lot|parents)\b)")
# "Shares the back bedroom with Mia", said of the one named before or of the one a record is about.
_SHARES = re.compile(
    r"\b(?:shares?|sharing)\s+(?:a|the|his|her|their)\s+(?:\w+\s+)?(?:bed|room|bedroom|bunks?)\b"
    r"[^.;]{0,30}?\bwith\s+(?:(?:his|her)\s+(?:\w+\s+){1,3}?(?=(?-i:[A-Z])))?",
    re.I,
)
_SHARES_ROOM = re.compile(
    r"\b(?:shares?|sharing)\s+(?P<name>[A-Z][\w-]+)['\u2019]s\s+(?:bed)?room\b"
)
# Words for two people at once -> what either of them is.
_BOTH = {
    "grandparents": ("grandparent",),
    "maternal grandparents": ("maternal grandmother", "maternal grandfather"),
    "paternal grandparents": ("paternal grandmother", "paternal grandfather"),
    "great-grandparents": ("great-grandmother", "great-grandfather"),
    "parents": ("parent",),
    "mums": ("mother",),
    "mothers": ("mother",),
    "dads": ("father",),
    "fathers": ("father",),
    "foster carers": ("foster carer",),
}


@cache
def _role() -> re.Pattern[str]:
    longest = sorted({*relation_of(), *_BOTH}, key=lambda w: (-len(w), w))
    return re.compile(rf"(?P<role>{'|'.join(map(re.escape, longest))})\b(?!-)(?:,?\s+|\b)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """With whom somebody is said to live.

    `others` are the people of whom one is meant, nobody where the family lacks them; `words` are
    those of the row; `end` is the character after them.
    """

    others: frozenset[str]
    words: str
    end: int
    is_kin: bool = False
    """The words are for kin or carers, who would be of the household."""
    is_a_house: bool = False
    """The words are of somebody's home: "his mum's"."""


def whom(known: Known, row: Row, person: str, at: int) -> Sharing | None:
    """The one named or called by a role at a place, as somebody with whom a person may live."""
    role = _role().match(row.text, at)
    named = [m for m in row.mentions if m.start in (at, role.end() if role else at)]
    if named:
        end = named[0].end
        if _POSSESSIVE.match(row.text, end) and not _is_a_house(row, end):
            return None
        return Sharing(
            others=named[0].people - {person},
            words=row.text[named[0].start : end],
            end=end,
            is_a_house=_is_a_house(row, end),
        )
    if not role:
        return None
    wanted = set(_BOTH.get(role["role"].casefold()) or (relation_of()[role["role"].casefold()],))
    end = role.end("role")
    of_children = ROOM_OF.match(row.text, end) and not _OWN.search(row.text[:at])
    others = frozenset(
        p
        for p in known.kin.people
        for to in (known.children if of_children else (person,))
        if wanted & _bare(relations(known.kin, p, to), wanted)
    )
    if _POSSESSIVE.match(row.text, end) and not _is_a_house(row, end):
        return None
    return Sharing(
        others=others,
        words=role["role"].casefold(),
        end=end,
        is_kin=bool(wanted.isdisjoint(_NO_KIN)),
        is_a_house=_is_a_house(row, end),
    )


_NO_KIN = {"husband", "wife", "boyfriend", "girlfriend", "partner", "ex-partner", "lodger",
           "family friend", "cousin", "child", "son", "daughter", "nephew", "niece", "twin",
           "brother", "sister", "parent"}  # fmt: skip
"""Of whom a household may have some that the genogram lacks."""


def _is_a_house(row: Row, end: int) -> bool:
    """Whether the words are of somebody's home: "at her grandad's", "to his mum's"."""
    return bool(_HOUSE.match(row.text, end))


def shares_a_room(known: Known, row: Row) -> Iterator[tuple[str, Sharing, int]]:
    """Who is said to share a room with whom, and the first character that says so."""
    for found in _SHARES_ROOM.finditer(row.text):
        first, _ = sentence(row.text, found.start())
        before = row.named_from(first, found.start())
        who, whose = before[-1].person if before else "", row.only(*found.span("name"))
        if who and whose and whose != who:
            sharing = Sharing(others=frozenset([whose]), words=found["name"], end=found.end())
            yield who, sharing, found.start()
    for found in _SHARES.finditer(row.text):
        first, _ = sentence(row.text, found.start())
        before = row.named_from(first, found.start())
        person = before[-1].person if before else subject_of(known, row)
        other = next((m for m in row.mentions if m.start == found.end() and m.person), None)
        if person and other and other.person != person:
            words = row.text[other.start : other.end]
            yield person, Sharing(others=other.people, words=words, end=other.end), found.start()


def _bare(words: frozenset[str], wanted: set[str]) -> set[str]:
    """The words, and without a side where no side was asked for."""
    sided = any(w.startswith(("maternal ", "paternal ")) for w in wanted)
    return set(words) | (set() if sided else set(map(without_side, words)))
