"""Who is said to live in a home, or to have left it: the verb first, then of whom and where.

claim     = who {words} verb where
verb      = living "has been living", "moved in", "is back" with "since Easter", "for good"
          | leaving "moved out of", "no longer lives", "gave up his room at"
where     = somebody's home or company | an address | here | elsewhere (which_home.py)

"Stayed", "was at" and the like are no home unless something says that it lasts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.homes.home_words import DENIED, FOR_A_WHILE, WISHED
from caseweave.crosschecks.homes.households import (
    SLACK,
    address_of,
    alive,
    homes_of_children,
    homes_with,
    lives_in,
)
from caseweave.crosschecks.homes.stay_words import (
    CLAUSE,
    ERRAND,
    HAS,
    LASTS,
    LEAVING,
    LIVING,
    PAST,
    SINCE,
    WHILE,
)
from caseweave.crosschecks.homes.which_home import NEXT, Where, households_named, where_said
from caseweave.crosschecks.homes.with_whom import Sharing
from caseweave.crosschecks.people import Known
from caseweave.crosschecks.rows import Mention, Row, only_one, sentence
from caseweave.crosschecks.who.clauses import pool, subjects
from caseweave.crosschecks.who.kinship import relations
from genogram.model import Household

_COMPANY = 30  # characters after the verb within which somebody is the company named
_AND_IS = re.compile(r"\sand\s+(?=(?:is|has|was|are|have)\b)", re.I)
_SETTLED = dt.timedelta(days=120)  # who has lived somewhere so long is meant to have left it

Claim = tuple[str, str, tuple[int, int]]
"""Who; what the row says that no household bears out, empty where one does; the characters."""


def stays_said(known: Known, row: Row, day: dt.date) -> Iterator[Claim]:
    """Each who is said to live in a home, or to have left one, with what no household bears out."""
    people = pool(known, row)
    for verb in (*LIVING.finditer(row.text), *LEAVING.finditer(row.text)):
        first, last = sentence(row.text, verb.start())
        if _hedged(row, first, verb, last):
            continue
        for who in subjects(known, row, people, verb.start()):
            begin = first if who.start == who.end else who.end  # "Not seen in the house since"
            said = row.text[begin : verb.end() if verb.re is LIVING else verb.start()]
            person = _who(row, who, verb.end(), last)
            if person and alive(known, person, day) and not DENIED.search(said):
                yield from _claims(known, row, person, verb, last, day)


def _who(row: Row, who: Mention, at: int, last: int) -> str:
    """The one meant, company left out: "Ann came with Lee. Lives with Lee"."""
    end = min(last, at + _COMPANY)
    company = {m.person for m in row.named_from(at, end)}
    if who.person and who.person not in company:
        return who.person
    if who.people and who.people <= company and who.start == who.end:  # with no subject of its own
        return next((m.person for m in row.mentions if m.person not in company), "")
    return only_one(who.people - company)


def _claims(
    known: Known, row: Row, person: str, verb: re.Match[str], last: int, day: dt.date
) -> Iterator[Claim]:
    """What a verb says of one person's home."""
    where = where_said(known, row, person, verb.end(), last)
    span = (verb.start(), where.end if where else verb.end())
    if verb.re is LEAVING:
        if where or not verb["named"]:
            yield person, _gone(known, row, person, where, day), span
        return
    if where is None:
        where = _without_place(known, row, verb, last)
    if where and (where.elsewhere or not verb["holds"]) and (where.homes or not verb["placed"]):
        yield person, _living(known, row, person, where, day), span


_WHERE = re.compile(r"(?P<where>.*),?\s+where\s", re.I)
_ABROAD = re.compile(r"\b(?:for\s+good|permanently|emigrated|deported)\b", re.I)
_PLACE = re.compile(r"\b(?:to|in)\s+(?-i:[A-Z])\w+")


def _without_place(known: Known, row: Row, verb: re.Match[str], last: int) -> Where | None:
    """ "Has moved in", to the home told of; "went home to Madeira for good", to none of theirs."""
    rest = row.text[verb.end() : last]
    first, _ = sentence(row.text, verb.start())
    if told := _WHERE.match(row.text, first, verb.start()):  # "at 8 Mill Road, where they live"
        homes = tuple(households_named(known, told["where"]))
        return Where(end=verb.end(), homes=homes) if homes else None
    if verb[0].casefold().rstrip().endswith(" in") or re.match(r"\s+in(?=\s*[.,;]|\s*$)", rest):
        return Where(end=verb.end(), here=True)
    if verb["sure"] and "room" in verb[0]:
        return Where(end=verb.end(), here=True)
    if _ABROAD.search(rest) and _PLACE.search(rest[:40]):
        return Where(end=verb.end(), elsewhere=True)
    return None


def _hedged(row: Row, first: int, found: re.Match[str], last: int) -> bool:
    """Whether it is only wished for or feared, is of another time, or does not last."""
    if found.groupdict().get("weak") and not LASTS.search(row.text[found.start() : last]):
        return True
    text, start = row.text, found.start()
    clause = max([first, *(m.end() for m in CLAUSE.finditer(text, first, start))])
    over = CLAUSE.search(text, found.end(), last)
    told = text[clause : over.start() if over else last]
    finite = [m.end() for m in _AND_IS.finditer(text, first, found.end())]
    wished = WISHED.search(text[max([first, *finite]) : start])
    if found.re is LEAVING:
        if found["named"] and ERRAND.match(text[found.end() : last]):
            return True
        bare = found["bare"] and row.text[found.end() : found.end() + 1] in ".,;"
        return bool(wished or (bare and not HAS.search(text[first:start])))
    ends = (m.start() for m in NEXT.finditer(text, found.end(), last) if not WHILE.search(m[0]))
    end = next(ends, last)
    past = not found["holds"] and PAST.search(SINCE.sub("", told))
    return bool(wished or past or FOR_A_WHILE.search(text[start:end]))


def _homes(known: Known, row: Row, where: Where, day: dt.date) -> list[Household]:
    """The households of the address told, else the one that the row is about."""
    if where.homes or not where.here:
        return list(where.homes)
    words = row.text.casefold()
    told = {h.address: words.find(h.address.casefold()) for h in known.family.households}
    ends = {m.end for m in row.mentions}  # "Ann Lee, 9 Mill Road" is where Ann Lee lives
    said = [
        h
        for h in known.family.households
        if h.address and told[h.address] >= 0 and told[h.address] - 2 not in ends
    ]
    return said or homes_of_children(known, day)


def _living(known: Known, row: Row, person: str, where: Where, day: dt.date) -> str:
    """ "living with Ann Lee" where the row says so and no household then bears it out."""
    if where.care:
        return _in_care(known, person, where.care, day)
    if where.elsewhere:
        return _apart(known, person, day)
    for company in where.company:
        if claim := shared_home(known, person, company, day):
            return claim
    if where.company:
        return ""
    own = homes_with(known, [person], day)
    meant = _homes(known, row, where, day)
    here = homes_of_children(known, day) if where.here else []  # though the row names another
    if not meant or any(h in own for h in (*meant, *here)):
        return ""
    named = {p for m in row.mentions for p in m.people} - {person}
    if where.vague and any(lives_in(h, p, day) for h in own for p in named):
        return ""  # "there", "with them" may be of those named
    return f"living at {address_of(meant[0])}"


def _in_care(known: Known, person: str, care: str, day: dt.date) -> str:
    """ "living in foster care" where they live with kin, and with nobody who fosters them."""
    homes = homes_with(known, [person], day)
    others = {p for h in homes for p in h.people() if p != person and lives_in(h, p, day)}
    told = [relations(known.kin, p, person) for p in others]
    kept = any("foster carer" in words for words in told) or not any(told)
    return "" if kept else f"living in {care}"


def shared_home(known: Known, person: str, sharing: Sharing, day: dt.date) -> str:
    """ "living with Ann Lee" where no household has both then; empty where one has."""
    homes = homes_with(known, [person], day)
    if not any(person in h.people() for h in known.family.households):  # in no home at all
        theirs = [h for h in homes_of_children(known, day) if sharing.others & set(h.people())]
        return f"living at {address_of(theirs[0])}" if theirs else ""
    if not homes:  # their stay in that home was at another time
        then = [h for h in homes_with(known, [*sharing.others], day) if person in h.people()]
        return f"living at {address_of(then[0])}" if then else ""
    if any(lives_in(h, other, day) for h in homes for other in sharing.others):
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


def _apart(known: Known, person: str, day: dt.date) -> str:
    """Gone from a household that has others in it."""
    for house in known.family.households:
        others = [p for p in house.people() if p != person and lives_in(house, p, day)]
        if others and lives_in(house, person, day, -SLACK):
            return f"gone from {address_of(house)}"
    return ""


def _gone(known: Known, row: Row, person: str, where: Where | None, day: dt.date) -> str:
    """ "gone from 12 Weir Cottages" where the household of that day still has them."""
    if where and not where.elsewhere:
        meant = _homes(known, row, where, day)
        others = [o for company in where.company for o in company.others]
        meant += homes_with(known, others, day) if others else []
        still = [h for h in meant if lives_in(h, person, day, -SLACK)]
        return f"gone from {address_of(still[0])}" if still else ""
    theirs = [h for h in homes_of_children(known, day) if lives_in(h, person, day, -SLACK)]
    if theirs:
        return f"gone from {address_of(theirs[0])}"
    settled = any(lives_in(h, person, day - _SETTLED) for h in homes_with(known, [person], day))
    return _apart(known, person, day) if settled else ""
