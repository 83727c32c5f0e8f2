"""Who is said to live in a home, or to have left it: the verb first, then of whom and where.

claim     = who {words} verb where
verb      = living "has been living", "moved in", "is back" with "since Easter", "for good"
          | leaving "moved out of", "no longer lives", "gave up his room at"
where     = somebody's home or company | an address | here | elsewhere (dwelling.py)

"Stayed", "was at" and the like are no home unless something says that it lasts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.clauses import ADVERBS, pool, subjects
from caseweave.crosschecks.dwelling import Where, where_said
from caseweave.crosschecks.home_words import DENIED, FOR_A_WHILE, WISHED
from caseweave.crosschecks.households import (
    SLACK,
    address_of,
    alive,
    homes_of_children,
    homes_with,
    lives_in,
)
from caseweave.crosschecks.people import Known, Row, sentence
from genogram.model import Household

_STAY = r"(?:stay|sleep|kipp?|stopp?|doss|crash|camp|bunk|squatt?|snor|perch)"
_MOVE = (
    r"moved\s+(?:(?:himself|herself|themselves|straight|right|permanently|now|also|just|recently|since)\s+)?"
    r"(?:back\s+)?(?:(?:home|over|round|across)\s+)?(?:in\b|(?=(?:into|to|with)\b))"
)
# Each of these says by itself that it is a home.
_SURE = (
    r"(?:live|lives|living|reside|resides|residing|lodge|lodges|lodging)\b"
    r"(?!\s+(?:room|conditions?|arrangements?|situation|skills|costs?|space|area|wage))",
    rf"(?:has|have|had|['\u2019]s|['\u2019]ve|always)\s+{ADVERBS}(?:lived|resided|lodged)",
    _MOVE,
    r"(?:settled|installed|established)\s+(?:back\s+)?(?=(?:in|at|with)\b)",
    r"(?:gone|went|returned|come|came)\s+(?:back\s+)?to\s+(?:live|stay|be)(?=\s+(?:with|at|in)\b)",
    r"(?:placed|accommodated|housed|fostered|rehoused|resident|based|registered\s+as\s+living)"
    r"(?=\s+(?:\w+\s+){0,3}?(?:with|at|in|by)\b)",
    r"(?:brought\s+up|raised|being\s+cared\s+for|looked\s+after\s+full[- ]time)(?=\s+by\b)",
    r"(?:made|making)\s+(?:his|her|their)\s+home|taken\s+up\s+residence",
    rf"been\s+{_STAY}ing|stayed\s+on(?=\s+(?:at|in|with)\b)",
    r"remain(?:s|ed|ing)?(?=\s+(?:at|with|in\s+the\s+care)\b)",
    r"(?:is|was|are)\s+(?:now\s+|currently\s+|still\s+)*in\s+the\s+(?:full[- ]time\s+)?"
    r"care(?=\s+of\b)",
)
# These may be a visit, unless something says that it lasts.
_WEAK = (
    rf"{_STAY}(?:s|ed|ing)|slept|asleep",
    r"(?:been|is|are|was|were|now|all|got|gone|went|came|come|['\u2019]s)\s+(?:back\s+)?"
    r"(?=(?:here|there|with|at|in|home|on|under|round|living)\b)",
    r"back(?=\s+(?:here|there|with|at|in|under)\b)",
    r"(?:cared\s+for|looked\s+after)(?=\s+by\b)",
    r"has\s+(?:a|the|his|her)\s+(?:\w+\s+)?(?:room|bed)",
)
# And these are no home but with a dwelling of one's own: "rents a room", "has got her own flat".
_HOLDS = (
    r"(?:has|have|had|got|rent(?:s|ed|ing)|taken|found|took|given|offered|allocated)"
    r"(?=\s+(?:an?|his|her|their)\b)",
)
_LIVING = re.compile(
    rf"\b(?:(?P<sure>{'|'.join(_SURE)})|(?P<holds>{'|'.join(_HOLDS)})|(?P<weak>{'|'.join(_WEAK)}))",
    re.I,
)
_AN_HOUR = (
    r"\d{1,2}[:.]\d\d|(?:half\s+past\s+)?\w+\s*(?:am|pm|o['\u2019]clock)|(?:this|yesterday)\s+"
    r"(?:morning|afternoon)|breakfast|lunch|nine\b|ten\b|eleven\b"
)
_LASTS = re.compile(
    rf"\b(?:since\s+(?!{_AN_HOUR})|for\s+good|permanent\w*|full[- ]time|these\s+days|"
    r"indefinite\w*|long[- ]term|(?:most|every|all)\s+nights?|nightly|all\s+the\s+time|"
    r"for\s+(?:(?:the\s+(?:last|past)|over|about|nearly|almost|several|some|many|the\s+best\s+part\s+"
    r"of)\s+)*(?:\w+\s+)?(?:months|years|a\s+(?:month|year)|ages)|"
    r"special\s+guardianship|SGO|care\s+order|fostering|residence\s+order|child\s+arrangements|"
    r"gets?\s+(?:his|her|their)\s+(?:post|mail)|all\s+(?:his|her)\s+(?:things|stuff|clothes))\b",
    re.I,
)
_NO_MORE = (
    rf"(?:no\s+longer|not|n['\u2019]t)\s+{ADVERBS}(?:live|lives|living|reside|resides|residing|stay|"
    r"stays|staying)(?!\s+(?:far|near|close|long|up\s|alone))",
    r"no\s+longer\s+(?:at|in\s+the\s+(?:home|household|property)|there|with)",
)
_LEFT = (
    r"moved\s+(?:out|away)\b(?!\s+of\s+the\s+way)",
    r"(?:been|was|were|got|is|are)\s+(?:\w+\s+)?(?:thrown|kicked|put|chucked|turfed|moved)\s+out",
    r"evicted(?=\s+from\b|\s*[.;,]|\s*$)|vacated|walked\s+out",
    r"(?:given|gave|giving)\s+up\s+(?:his|her|their|the)\s+(?:\w+\s+)?(?:room|place|flat|tenancy|"
    r"home|house)",
    r"left(?=\s+(?:the\s+(?:family|marital)\s+home|[\w']+['\u2019]s\b|"
    r"(?:his|her|their)\s+\w+['\u2019]s|(?-i:[A-Z])\w+\s+(?-i:[A-Z])))",
    r"(?:cleared|taken|collected|moved)\s+(?:all\s+)?(?:his|her|their)\s+(?:things|belongings|"
    r"stuff|clothes)\s+out",
)
_LEAVING = re.compile(rf"\b(?:{'|'.join((*_NO_MORE, *_LEFT))})\b", re.I)
_PAST = re.compile(
    r"\b(?:as\s+a\s+(?:child|boy|girl|teenager)|previously|formerly|originally|at\s+(?:the|that)\s+"
    r"time|used\s+to|in\s+(?:19|20)\d\d\b|years?\s+ago|until|grew\s+up|back\s+then|once|before\s+"
    r"(?:that|moving|they|she|he|the)|when\s+(?:she|he|they|[A-Z]\w+)\s+was|next\s+(?:week|month|"
    r"year)|due\s+to|about\s+to|going\s+to|tomorrow|from\s+(?:mon|tues|wednes|thurs|fri|satur|sun)"
    r"day|weekends?|respite|holidays?|half\s+term|sometimes|occasion\w*|on\s+and\s+off)\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;:\u2013]\s|\s(?:and|but|where|who|which)\s")
_SETTLED = dt.timedelta(days=120)  # who has lived somewhere so long is meant to have left it

Claim = tuple[str, str, tuple[int, int]]
"""Who; what the row says that no household bears out, empty where one does; the characters."""


def stays_said(known: Known, row: Row, day: dt.date) -> Iterator[Claim]:
    """Each who is said to live in a home, or to have left one, with what no household bears out."""
    people = pool(known, row)
    for verb in (*_LIVING.finditer(row.text), *_LEAVING.finditer(row.text)):
        first, last = sentence(row.text, verb.start())
        if _hedged(row, first, verb, last):
            continue
        for who in subjects(known, row, people, verb.start()):
            said = row.text[who.end : verb.end() if verb.re is _LIVING else verb.start()]
            if who.person and alive(known, who.person, day) and not DENIED.search(said):
                yield from _claims(known, row, who.person, verb, last, day)


def _claims(
    known: Known, row: Row, person: str, verb: re.Match[str], last: int, day: dt.date
) -> Iterator[Claim]:
    """What a verb says of one person's home."""
    where = where_said(known, row, person, verb.end(), last)
    span = (verb.start(), where.end if where else verb.end())
    if verb.re is _LEAVING:
        yield person, _gone(known, row, person, where, day), span
    elif where and (where.elsewhere or not verb["holds"]):
        yield person, _living(known, row, person, where, day), span


def _hedged(row: Row, first: int, found: re.Match[str], last: int) -> bool:
    """Whether it is only wished for or feared, is of another time, or does not last."""
    if found.groupdict().get("weak") and not _LASTS.search(row.text[found.start() : last]):
        return True
    text, start = row.text, found.start()
    clause = max([first, *(m.end() for m in _CLAUSE.finditer(text, first, start))])
    over = _CLAUSE.search(text, found.end(), last)
    told = text[clause : over.start() if over else last]
    wished = WISHED.search(text[first:start])
    return bool(wished or _PAST.search(told) or FOR_A_WHILE.search(text[start:last]))


def _homes(
    known: Known, row: Row, person: str, where: Where | None, day: dt.date
) -> tuple[Household, ...]:
    """The households meant; those of somebody's company are theirs on that day."""
    if where is None:
        return ()
    if where.homes:
        return where.homes
    if where.here:
        said = [
            h
            for h in known.family.households
            if h.address and h.address.casefold() in row.text.casefold()
        ]
        return tuple(said or homes_of_children(known, day))
    others = where.sharing.others if where.sharing else ()
    return tuple(h for h in known.family.households if any(lives_in(h, o, day) for o in others))


def _living(known: Known, row: Row, person: str, where: Where, day: dt.date) -> str:
    """ "living with Ann Lee" where the row says so and no household then bears it out."""
    own = homes_with(known, [person], day)
    if where.elsewhere:
        return _apart(known, person, day)
    meant = _homes(known, row, person, where, day)
    if not meant or any(h in own for h in meant):
        return ""
    if where.sharing:
        names = sorted(known.name(o) for o in where.sharing.others)
        return f"living with {' or '.join(names)}"
    return f"living at {address_of(meant[0])}"


def _apart(known: Known, person: str, day: dt.date) -> str:
    """Gone from a household that has others in it."""
    for house in known.family.households:
        others = [p for p in house.people() if p != person and lives_in(house, p, day)]
        if others and lives_in(house, person, day, -SLACK):
            return f"gone from {address_of(house)}"
    return ""


def _gone(known: Known, row: Row, person: str, where: Where | None, day: dt.date) -> str:
    if where is None or where.elsewhere:
        settled = day - _SETTLED
        if not any(lives_in(h, person, settled) for h in homes_with(known, [person], day)):
            return ""
        return _apart(known, person, day)
    still = [h for h in _homes(known, row, person, where, day) if lives_in(h, person, day, -SLACK)]
    return f"gone from {address_of(still[0])}" if still else ""
