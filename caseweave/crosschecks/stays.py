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
from caseweave.crosschecks.dwelling import NEXT, Where, households_named, where_said
from caseweave.crosschecks.home_words import DENIED, FOR_A_WHILE, WISHED
from caseweave.crosschecks.households import (
    SLACK,
    address_of,
    alive,
    homes_of_children,
    homes_with,
    lives_in,
)
from caseweave.crosschecks.people import Known, Mention, Row, only_one, sentence
from caseweave.crosschecks.placements import Sharing
from genogram.model import Household

_STAY = (
    r"(?:stay|sleep|kipp?|stopp?|doss|crash|camp|bunk|squatt?|snor|perch|lodg|sofa[- ]?surf|bedd|"
    r"hunker)"
)
_ROOM = (
    r"(?:(?:the|a|her|his|their|our|mum's|top|bottom|spare|back|front|box|big|small|living|dining|"
    r"guest|sitting|attic)\s+)*(?:room|bedroom|sofa|settee|couch|attic|loft|lounge|bunk|"
    r"conservatory|garage|air\s*bed|mattress)"
)
_BE = rf"(?:is|are|was|were|been|remains|now|all|['\u2019]s)\s+{ADVERBS}"
_CARE = r"(?=(?:in|under|(?:in)?to)\s+the\s+(?:full[- ]time\s+|sole\s+)?care\s+of\b)"
# Each of these says by itself that it is a home.
_SURE = (
    r"(?:live|lives|living|reside|resides|residing|lodges|lodging)\b"
    r"(?!\s+(?:room|conditions?|arrangements?|situation|skills|costs?|space|area|wage))",
    rf"(?:has|have|had|['\u2019]s|['\u2019]ve|always)\s+{ADVERBS}(?:lived|resided|lodged)",
    r"moved\s+(?:(?:himself|herself|themselves|straight|right|permanently|now|also|just|recently|"
    r"since)\s+)?(?:back\s+)?(?:(?:home|over|round|across)\s+)?(?:in\b|(?=(?:into|to|with)\b))",
    r"(?:settled|installed|established)\s+(?:back\s+)?(?=(?:in|at|with)\b)",
    r"(?:gone|went|returned|come|came|moved)\s+(?:back\s+)?to\s+(?:live|stay|be)(?=\s+(?:with|at|in)\b)",
    r"gone\s+to\s+live\b",
    r"(?:placed|accommodated|housed|fostered|rehoused|resident|based|registered)"
    r"(?=\s+(?:\w+\s+){0,3}?(?:with|at|in|of|by)\b)",
    r"(?:brought\s+up|raised|being\s+cared\s+for|looked\s+after\s+full[- ]time)"
    r"(?=\s+(?:by|at|in|with)\b)",
    r"(?:made|making)\s+(?:his|her|their)\s+home|taken\s+up\s+residence|squeezed\s+in\b",
    rf"{_BE}(?:back\s+and\s+|\w+\s+)?{_STAY}(?:ing|ed\s+down)|(?:stays|stops|sleeps)(?=\s+(?:at|with|in|on|there|here)\b)",
    r"(?:stayed|stopped)\s+on(?=\s+(?:at|in|with)\b)",
    r"remain(?:s|ed|ing)?(?=\s+(?:at|with|in\s+the\s+care)\b)",
    rf"(?:{_BE}|returned\s+|back\s+|gone\s+|went\s+){_CARE}",
    r"(?:is|are)\s+now\s+(?=(?:with|at)\b)|(?:seen|now|is|are|both)\s+at\s+home(?=\s+(?:in|at|with)\b)",
    r"(?:gone|went|moved|is|was|are|been|now)\s+back\s+(?=(?:to|at|with|in\s+with)\b)",
    rf"{_BE}sharing\s+(?:the|a|his|her|their)\s+(?:house|flat|home)",
    r"(?:gives|gave|has|given)\s+(?:his|her|their)\s+(?:home\s+)?address(?=\s+(?:as|at)\b)",
    rf"(?:has|have|had|took|taken(?:\s+over)?|rents|renting|sharing)\s+{_ROOM}"
    r"(?=\s+(?:now|since|at|here)|\s*[.,;]|\s*$)",
)
# These may be a visit, unless something says that it lasts.
_WEAK = (
    rf"{_STAY}(?:s|ed|ing)|slept|asleep",
    rf"(?:{_BE}|(?:got|gone|went|came|come)\s+)(?:back\s+|home\s+)?"
    r"(?=(?:here|there|with|at|in|into|to|home|on|under|round|living)\b)",
    r"back(?=\s+(?:here|there|with|at|in|under)\b)",
    rf"has\s+(?:a|the|his|her)\s+(?:\w+\s+)?(?:room|bed)|(?:in|on)\s+{_ROOM}",
)
# And these, unless a household's address is named.
_PLACED = (
    r"(?:has|have)\s+(?:stayed|stopped|remained)|returned(?=\s+to\b)|at\s+home|"
    r"(?:cared\s+for|looked\s+after)(?=\s+by\b)",
)
# And these are no home but with a dwelling of one's own: "rents a room", "has got her own flat".
_HOLDS = (
    r"(?:has|have|had|got|rent(?:s|ed|ing)|taken|found|took|given|offered|allocated)"
    r"(?=\s+(?:an?|his|her|their)\b)",
    rf"(?:{_BE}|stays\s+)(?=(?:\w+\s+)?(?:sofa|homeless|sleeping\s+rough|elsewhere|in\s+(?:foster|"
    r"residential|local\s+authority|a\s+(?:\w+\s+)?(?:hostel|refuge|bedsit)|refuge|supported)))",
)
_LIVING = re.compile(
    rf"\b(?:(?P<holds>{'|'.join(_HOLDS)})|(?P<sure>{'|'.join(_SURE)})|(?P<placed>{'|'.join(_PLACED)})|"
    rf"(?P<weak>{'|'.join(_WEAK)}))",
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
_NO_ERRAND = r"(?!\s+(?:at\s+\d|for|early|late|when|by\s+(?:car|taxi)|to\s+\w+))"
_LEFT = (
    r"moved\s+(?:out|away)\b(?!\s+of\s+the\s+way)",
    r"(?:been|was|were|got|is|are)\s+(?:\w+\s+)?(?:thrown|kicked|chucked|turfed|moved|put(?=\s+out\s+of))\s+out",
    r"evicted(?=\s+from\b|\s*[.;,]|\s*$)|have\s+separate\s+(?:homes|houses|addresses)",
    rf"left\s+(?:the\s+)?(?:family\s+|marital\s+|parental\s+)(?:home|house){_NO_ERRAND}",
    r"(?P<bare>left)(?=\s*(?:[.,;]|$)|\s+(?:in\s+(?-i:[A-Z])[a-z]+\b(?<!day)|last\s+(?:month|year|summer|"
    r"autumn|spring|winter)|at\s+(?:christmas|easter|new\s+year)))",
    r"(?:given|gave|giving)\s+up\s+(?:his|her|their|the)\s+(?:\w+\s+)?(?:room|place|flat|tenancy|"
    r"home|house)",
    r"(?:cleared|taken|collected|moved)\s+(?:all\s+)?(?:his|her|their)\s+(?:things|belongings|"
    r"stuff|clothes)\s+out",
)
# These leave a home only where one is named.
_FROM = (
    r"left(?=\s+(?:the|his|her|their|(?-i:[A-Z])|\d))|vacated|walked\s+out\s+of|(?:given|gave|giving)\s+up|discharged\s+from|moved\s+from|"
    r"(?:gone|removed)\s+from"
)
_LEAVING = re.compile(
    rf"\b(?:{'|'.join((*_NO_MORE, *_LEFT))}|(?P<named>{_FROM})(?=\s))(?:\b|(?<=\s))", re.I
)
_PAST = re.compile(
    r"\b(?:as\s+a\s+(?:child|boy|girl|teenager)|previously|formerly|originally|at\s+(?:the|that)\s+"
    r"time|used\s+to|in\s+(?:19|20)\d\d\b|years?\s+ago|until|grew\s+up|back\s+then|once|before\s+"
    r"(?:that|moving|they|she|he|the)|when\s+(?:she|he|they|[A-Z]\w+)\s+was|next\s+(?:week|month|"
    r"year)|due\s+to|about\s+to|going\s+to|tomorrow|from\s+(?:mon|tues|wednes|thurs|fri|satur|sun)"
    r"day|weekends?|respite|holidays?|half\s+term|sometimes|occasion\w*|on\s+and\s+off)\b",
    re.I,
)
_HAS = re.compile(r"\b(?:has|have|had|since|after|when)\b[^.;,]{0,30}$", re.I)
_WHILE = re.compile(r"\b(?:while|whilst|until|when)\b", re.I)
_CLAUSE = re.compile(r"[,;:\u2013]\s|\s(?:and|but|where|who|which)\s")
_COMPANY = 30  # characters after the verb within which somebody is the company named
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
            person = _who(row, who, verb.end(), last)
            if person and alive(known, person, day) and not DENIED.search(said):
                yield from _claims(known, row, person, verb, last, day)


def _who(row: Row, who: Mention, at: int, last: int) -> str:
    """The one meant, company left out: "Ann came with Lee. Lives with Lee"."""
    end = min(last, at + _COMPANY)
    company = {m.person for m in row.mentions if at <= m.start < end}
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
    if verb.re is _LEAVING:
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
    if found.groupdict().get("weak") and not _LASTS.search(row.text[found.start() : last]):
        return True
    text, start = row.text, found.start()
    clause = max([first, *(m.end() for m in _CLAUSE.finditer(text, first, start))])
    over = _CLAUSE.search(text, found.end(), last)
    told = text[clause : over.start() if over else last]
    wished = WISHED.search(text[first:start])
    if found.re is _LEAVING:
        bare = found["bare"] and row.text[found.end() : found.end() + 1] in ".,;"
        return bool(wished or (bare and not _HAS.search(text[first:start])))
    ends = (m.start() for m in NEXT.finditer(text, found.end(), last) if not _WHILE.search(m[0]))
    end = next(ends, last)
    past = not found["holds"] and _PAST.search(told)
    return bool(wished or past or FOR_A_WHILE.search(text[start:end]))


def _homes(known: Known, row: Row, person: str, where: Where, day: dt.date) -> list[Household]:
    """The households of the address told, else the one that the row is about."""
    if where.homes or not where.here:
        return list(where.homes)
    words = row.text.casefold()
    said = [h for h in known.family.households if h.address and h.address.casefold() in words]
    return said or homes_of_children(known, day)


def _living(known: Known, row: Row, person: str, where: Where, day: dt.date) -> str:
    """ "living with Ann Lee" where the row says so and no household then bears it out."""
    if where.elsewhere:
        return _apart(known, person, day)
    for company in where.company:
        if claim := shared_home(known, person, company, day):
            return claim
    if where.company:
        return ""
    own = homes_with(known, [person], day)
    meant = _homes(known, row, person, where, day)
    if not meant or any(h in own for h in meant):
        return ""
    named = {p for m in row.mentions for p in m.people} - {person}
    if where.vague and any(lives_in(h, p, day) for h in own for p in named):
        return ""  # "there", "with them" may be of those named
    return f"living at {address_of(meant[0])}"


def shared_home(known: Known, person: str, sharing: Sharing, day: dt.date) -> str:
    """ "living with Ann Lee" where no household has both then; empty where one has."""
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
        meant = _homes(known, row, person, where, day)
        others = [o for company in where.company for o in company.others]
        meant += homes_with(known, others, day) if others else []
        still = [h for h in meant if lives_in(h, person, day, -SLACK)]
        return f"gone from {address_of(still[0])}" if still else ""
    theirs = [h for h in homes_of_children(known, day) if lives_in(h, person, day, -SLACK)]
    if theirs:
        return f"gone from {address_of(theirs[0])}"
    settled = any(lives_in(h, person, day - _SETTLED) for h in homes_with(known, [person], day))
    return _apart(known, person, day) if settled else ""
