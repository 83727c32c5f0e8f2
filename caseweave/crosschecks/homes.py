"""Who is said to live where, or to have left, against the households of that day.

lives with who    "placed with her nan", "back at his mum's"        both are to share a household
lives there       "Colin has the box room", "of 12 Weir Cottages"   he is to be in that household
has left          "Ross has his own flat now"                       he is not to be in it
lives alone       "on her own with the children since"              no other adult is to be in it
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.home_words import (
    ADDRESS_OF,
    ALONE,
    BED_IS_THERE,
    FOR_A_WHILE,
    IS,
    LEFT,
    LISTED,
    LIVES,
    NOT,
    OF_ADDRESS,
    OUT,
    THROWN,
    WITH_THE_FAMILY,
)
from caseweave.crosschecks.households import (
    SLACK,
    address_of,
    alive,
    homes_of_children,
    homes_with,
    lives_in,
    lone,
    stay_words,
)
from caseweave.crosschecks.kin_words import bare_role
from caseweave.crosschecks.people import Known, Mention, Row, place, sentence
from caseweave.crosschecks.placements import Sharing, lives_with, shares_a_room
from caseweave.crosschecks.spoken import by_pronoun, by_role
from caseweave.crosschecks.stays import Claim, stays_said
from chronology.addresses import addresses_in
from genogram.model import Household

_LAST_WORD = 5  # letters of the words for living somewhere that may belong to the address: "at"


def homes_that_differ(known: Known) -> Iterator[Contradiction]:
    """Somebody recorded as living in the home, or as gone from it, against the household then."""
    for row in known.rows:
        if row.day is None:
            continue
        claims = (
            *_of_rooms(known, row),
            *_of_homes(known, row, row.day),
            *stays_said(known, row, row.day),
        )
        for person, claim, where in claims:
            if claim:
                yield _of_home(known, row, person, claim, where)


def _of_rooms(known: Known, row: Row) -> Iterator[Claim]:
    for person, sharing, start in shares_a_room(known, row):
        last = sentence(row.text, start)[1]
        claim = _shared_home(known, row, person, sharing, (start, start, last))
        yield person, claim, (start, sharing.end)


def _of_homes(known: Known, row: Row, day: dt.date) -> Iterator[Claim]:
    for mention in (*row.mentions, *by_role(known, row), *by_pronoun(known, row)):
        person = mention.person
        if not person or not alive(known, person, day):
            continue
        first, last = sentence(row.text, mention.start)
        shared = lives_with(known, row, mention, last)
        if shared:
            claim = _shared_home(known, row, person, shared, (first, mention.end, last))
            yield person, claim, (mention.start, shared.end)
            if claim:
                continue
        if alone := ALONE.match(row.text[mention.end : last]):
            end = mention.end + alone.end()
            apart = alone[0].casefold().endswith("from")  # "living apart from Ross"
            named = {m.person for m in row.mentions if mention.end <= m.start < last and not apart}
            yield person, lone(known, person, day, named), (mention.start, end)
        elif not shared and (said := _said_of_home(row, mention, first, last)):
            there, end, after = said
            yield person, _claim(known, row, person, after, there, day), (mention.start, end)


def _said_of_home(
    row: Row, mention: Mention, first: int, last: int
) -> tuple[bool, int, tuple[int, int]] | None:
    """Whether somebody is said to live there (or to be gone), where that ends, what says where."""
    rest = row.text[mention.end : last]
    if bed := BED_IS_THERE.match(rest):
        return True, mention.end + bed.end(), (mention.end, mention.end)
    if given := OF_ADDRESS.match(rest):
        return True, mention.end + given.end(), (mention.end, last)
    if (given := IS.match(rest)) and ADDRESS_OF.search(row.text[first : mention.start]):
        return True, mention.end + given.end(), (mention.end, last)
    if (out := OUT.match(rest)) and THROWN.search(row.text[first : mention.start]):
        return False, mention.end + out.end(), (mention.end, mention.end)
    for pattern, there in ((LEFT, False), (LIVES, True)):
        found = pattern.match(rest)
        end = mention.end + found.end() if found else mention.end
        after = (max(mention.end, end - _LAST_WORD), last if there else end)
        if there and not found and LISTED.search(row.text[first : mention.start]):
            after = (end, end)
        elif not found or _another_between(row, mention.end, end):
            continue
        if (there and NOT.search(row.text[first:end])) or FOR_A_WHILE.search(rest):
            continue
        if found and found[0].endswith("with") and not WITH_THE_FAMILY.match(row.text[end:]):
            continue
        return there, end, after
    return None


def _shared_home(
    known: Known, row: Row, person: str, sharing: Sharing, within: tuple[int, int, int]
) -> str:
    """ "living with Ann Lee" where the row says so and no household then has both; else empty."""
    day = row.day
    if day is None or NOT.search(row.text[within[0] : sharing.end]):
        return ""
    if FOR_A_WHILE.search(row.text[within[1] : within[2]]):
        return ""
    homes = [h for h in known.family.households if lives_in(h, person, day)]
    if not any(person in h.people() for h in known.family.households):  # in no home at all
        theirs = [h for h in homes_of_children(known, day) if sharing.others & set(h.people())]
        return f"living at {address_of(theirs[0])}" if theirs else ""
    if not homes or any(lives_in(h, other, day) for h in homes for other in sharing.others):
        return ""
    if not sharing.others:
        tied = all(
            known.kin.people[p].subject or _tied(known, p) for h in homes for p in h.people()
        )
        return f"living with {sharing.words}" if sharing.is_kin and tied else ""
    return f"living with {' or '.join(sorted(known.name(o) for o in sharing.others))}"


def _tied(known: Known, person: str) -> bool:
    """Whether the genogram ties somebody to anybody at all."""
    return any(known.relatives(person).values())


def _another_between(row: Row, start: int, end: int) -> bool:
    """Whether the verb is another's: "Mia says Lee is living there", "Ann low as partner left"."""
    between = row.text[start:end]
    if re.match(r"\s*(?:\([^)]*\)\s*)?(?:,|and\b|&)", between):
        return False
    role = bare_role().search(between)
    with_them = re.search(r"\b(?:with|at|in|to|of)\b", between[: role.start()]) if role else None
    return any(start < m.start and m.end < end for m in row.mentions) or (
        role is not None and with_them is None
    )


def _claim(
    known: Known, row: Row, person: str, after: tuple[int, int], there: bool, day: dt.date
) -> str:
    """What the row says that no household bears out, in words; empty where one does."""
    own = [h for h in known.family.households if person in h.people()]
    start, end = after
    words = row.text[start : min(end, start + 60)]
    addresses = set(addresses_in(words))
    if addresses:
        meant = [h for h in known.family.households if addresses & set(addresses_in(h.address))]
    elif streets := [h for h in known.family.households if _street(h) in words.casefold()]:
        meant = streets
    else:
        near = range(start, start + 31) if end > start else ()
        named = [m.person for m in row.mentions if m.start in near]
        other = next((p for p in named if p and p != person), "")
        if other:
            meant = [h for h in known.family.households if lives_in(h, other, day)]
        else:
            meant = homes_of_children(known, day) or homes_with(known, known.children, day)
    if not meant or (there and person in known.children and not addresses and meant == own):
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
        message=f"{known.name(person)} is recorded as {claim} on {row.day:%d/%m/%Y}; the "
        "household in the genogram says otherwise for that day.",
        sides=(
            quoted(row.entry, where, row.text),
            drawn("; ".join(stays) or "in no household", place(known, person)),
        ),
        remedy="Ask who lived in the home then, and correct the household's dates.",
    )


def _street(house: Household) -> str:
    """ "weir cottages" of "12 Weir Cottages"; a house without words has none that is ever said."""
    return house.address.casefold().lstrip("0123456789abcd ,") or "\0"
