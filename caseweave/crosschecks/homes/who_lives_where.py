"""Who is said to live where, or to have left, against the households of that day.

lives, has left   "has been living at his mum's", "moved out"      stays.py: the verb first
shares a room     "shares the back bedroom with Mia"               both are to share a household
is of there       "Colin's bed is in the lounge", "of 12 Weir Cottages", "household: Ann, Colin"
lives alone       "on her own with the children since"              no other adult is to be in it
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.homes.home_words import (
    ADDRESS_OF,
    ALONE,
    BED_IS_THERE,
    FOR_A_WHILE,
    IS,
    LISTED,
    NOT,
    OF_ADDRESS,
    OUT,
    THROWN,
)
from caseweave.crosschecks.homes.households import (
    SLACK,
    address_of,
    alive,
    homes_of_children,
    homes_with,
    lives_in,
    lone,
    stay_words,
)
from caseweave.crosschecks.homes.stays import Claim, shared_home, stays_said
from caseweave.crosschecks.homes.which_home import households_named
from caseweave.crosschecks.homes.with_whom import shares_a_room
from caseweave.crosschecks.people import Known, drawn_of
from caseweave.crosschecks.rows import Mention, Row, sentence
from caseweave.crosschecks.who.roles import by_pronoun, by_role

_BESIDE = 60  # characters after the words within which an address is theirs


def homes_that_differ(known: Known) -> Iterator[Contradiction]:
    """Somebody recorded as living in the home, or as gone from it, against the household then."""
    for row in known.rows:
        if row.day is None:
            continue
        claims = (
            *_of_rooms(known, row, row.day),
            *_of_homes(known, row, row.day),
            *stays_said(known, row, row.day),
        )
        settled = {person for person, claim, _ in claims if claim.startswith("living")}
        for person, claim, where in claims:
            left = claim.startswith("gone") and person in settled  # one move is told once
            if claim and not left:
                yield _of_home(known, row, person, claim, where)


def _of_rooms(known: Known, row: Row, day: dt.date) -> Iterator[Claim]:
    for person, sharing, start in shares_a_room(known, row):
        last = sentence(row.text, start)[1]
        hedged = NOT.search(row.text[start : sharing.end]) or FOR_A_WHILE.search(
            row.text[start:last]
        )
        if not hedged:
            yield person, shared_home(known, person, sharing, day), (start, sharing.end)


def _of_homes(known: Known, row: Row, day: dt.date) -> Iterator[Claim]:
    for mention in (*row.told_of, *by_role(known, row), *by_pronoun(known, row)):
        person = mention.person
        if not person or not alive(known, person, day):
            continue
        first, last = sentence(row.text, mention.start)
        if alone := ALONE.match(row.text[mention.end : last]):
            end = mention.end + alone.end()
            apart = alone[0].casefold().endswith("from")  # "living apart from Ross"
            named = set() if apart else {m.person for m in row.named_from(mention.end, last)}
            yield person, lone(known, person, day, named), (mention.start, end)
        elif said := _said_of_home(row, mention, first, last):
            there, end = said
            address = (end, min(last, end + _BESIDE)) if there else (end, end)
            yield person, _claim(known, row, person, address, there, day), (mention.start, end)


def _said_of_home(row: Row, mention: Mention, first: int, last: int) -> tuple[bool, int] | None:
    """Whether somebody is said to be of there (or to be thrown out), and where that ends."""
    before, rest = row.text[first : mention.start], row.text[mention.end : last]
    if bed := BED_IS_THERE.match(rest):
        return True, mention.end + bed.end()
    if given := OF_ADDRESS.match(rest) or (IS.match(rest) if ADDRESS_OF.search(before) else None):
        return True, mention.end + given.end()
    if (out := OUT.match(rest)) and THROWN.search(before):
        return False, mention.end + out.end()
    if LISTED.search(before) and not FOR_A_WHILE.search(rest) and not NOT.search(before):
        return True, mention.end
    return None


def _claim(
    known: Known, row: Row, person: str, address: tuple[int, int], there: bool, day: dt.date
) -> str:
    """What the row says that no household bears out, in words; empty where one does."""
    named = tuple(households_named(known, row.text[slice(*address)]))
    homes = homes_of_children(known, day) or homes_with(known, known.children, day)
    meant = named or [h for h in households_named(known, row.text) if h in homes] or homes
    own = [h for h in known.family.households if person in h.people()]
    if not meant or (there and person in known.children and not named and meant == own):
        return ""
    if there:
        lives = any(lives_in(h, person, day) for h in meant)
        return "" if lives else f"living at {address_of(meant[0])}"
    still = [h for h in meant if lives_in(h, person, day, slack=-SLACK)]
    return f"gone from {address_of(still[0])}" if still else ""


def _of_home(
    known: Known, row: Row, person: str, claim: str, where: tuple[int, int]
) -> Contradiction:
    stays = [
        stay_words(h, m) for h in known.family.households for m in h.members if m.person == person
    ]
    return Contradiction(
        kind="home differs",
        about=f"{person} {claim}",
        message=f"{known.name(person)} is recorded as {claim} {row.dated}; the "
        "household in the genogram says otherwise for that time.",
        sides=(quoted(row, where), drawn_of(known, person, "; ".join(stays) or "in no household")),
        remedy="Ask who lived in the home then, and correct the household's dates.",
    )
