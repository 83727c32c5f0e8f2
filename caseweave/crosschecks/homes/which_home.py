"""Which home the words after a verb of living or leaving speak of.

where     = "with" whom | (at, in, to, from) whose | address | here, the home | elsewhere
whom      = name | role | "them"         elsewhere = "a hostel" | "his own flat" | "foster care"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseweave.crosschecks.homes.with_whom import ROOM_OF, Sharing, whom
from caseweave.crosschecks.people import Known
from caseweave.crosschecks.rows import Row
from caseweave.crosschecks.who.kin_words import sex_of
from caseweave.crosschecks.who.pronouns import said_of
from chronology.events.differing_addresses import addresses_in
from genogram.model import Household

_FAR = 70  # characters after the verb within which the home is named
# "Lives with her nan and comes on Sundays": what is said next is not of the stay.
NEXT = re.compile(
    r"[;:]\s|,?\s(?:but|because|where|who|which|so|as|while|whilst|since|after|when|"
    r"until)\s|,\s+(?:has|is|was|he|she|they|not|no)\b|,?\sand\s+(?:only\s+|just\s+|now\s+)?(?:that|then|is|are|was|has|have|had|will|"
    r"can|he|she|they|it|(?-i:[a-z]+s)\s+(?:to|for|her|him|his|the|on|at|that|with|(?-i:[A-Z])\w+)|"
    r"\w+\s+(?:has|is|was|have|are|had))\b",
    re.I,
)
_LEADS = re.compile(
    r"\b(?P<lead>in\s+with|with|(?:in|into|under|to)\s+the\s+(?:full[- ]time\s+|sole\s+)?care\s+of|"
    r"at|to|in|into|from|of|by|on|under|round\s+at|over\s+at|up\s+at|out\s+of|between)\s+"
    r"(?:the\s+home\s+of\s+|live\s+with\s+|stay\s+with\s+|be\s+with\s+)?"
    r"(?:(?:(?:her|his|their|the|a|an|own|both|my|its|new|older|elder|big|younger|little|late|"
    r"elderly|adult|current|mr\s+and)\s+)*)(?=\S)",
    re.I,
)
_CARE_OF = re.compile(
    r"\b(?:in(?:to)?|under|to)\s+"
    r"(?=(?:(?-i:[A-Z])[\w-]+|(?:her|his)\s+\w+)['\u2019]s?\s+(?:full[- ]time\s+)?care\b)",
    re.I,
)
_THEM = re.compile(
    r"(?:them|us|(?<!his\s)(?<!her\s)(?<!their\s)(?:(?:the|this|that|whole)\s+)*(?:family|couple|children|kids|household)|"
    r"mum\s+and\s+(?:the\s+)?(?:kids|children))\b(?!['\u2019])",
    re.I,
)
_HERE = re.compile(
    r"\b(?:here|there|at\s+(?:theirs|ours)|(?:(?:at|in|into|of|to|from|on|up\s+in)\s+)(?:the|this|our|their|her|his|a)\s+"
    r"(?:family\s+|marital\s+|parental\s+|children['\u2019]?s\s+|sitting\s+|front\s+|spare\s+|back\s+|box\s+|"
    r"attic\s+|living\s+|own\s+)*"
    r"(?:home|house|flat|property|address|household|premises|room|bedroom|sofa|settee|couch|lounge|"
    r"attic|loft|conservatory|garage|mattress|tenancy)(?!\s+(?:corner|visit|school|page)))\b",
    re.I,
)
_DWELLING = (
    r"(?:room|flat|house|home|bedsit|place|property|studio|accommodation|tenancy|annexe|address)"
)
_SORT = (
    r"(?:rented|shared|hired|private|council|one[- ]bed(?:room(?:ed)?)?|small|new|studio|tiny|"
    r"single|basement)"
)
_ELSEWHERE = re.compile(
    rf"\b(?:(?:his|her|their)\s+own\s+(?!room)(?:\w+\s+)?{_DWELLING}|an?\s+(?:{_SORT}\s+)+{_DWELLING}|"
    rf"an?\s+{_DWELLING}\s+(?:of\s+(?:his|her)\s+own|across|above|over|in\s+town|elsewhere|through|"
    r"with\s+friends)|(?:in|at|to|into|of)\s+(?:(?:an?|the|his|her)\s+)?(?:\w+\s+)?(?:hostel|refuge|"
    r"bedsit|b\s?&\s?b|bed\s+and\s+breakfast|hotel|night\s+shelter|shelter|caravan|van|tent|squat|"
    r"care\s+home|nursing\s+home|residential\s+home|hospice|halfway\s+house)|"
    r"(?:supported|refuge|hostel|temporary|emergency|semi-independent|sheltered)\s+(?:living|lodgings|"
    r"accommodation|housing)|sofa[- ]?surf\w+|sleeping\s+rough|(?:street\s+)?homeless|elsewhere|"
    r"(?:foster|residential|local\s+authority)\s+(?:care|placement|home|carers?))\b",
    re.I,
)
_CARE = re.compile(r"foster\s+\w+", re.I)
_FRIENDS = re.compile(
    r"\b(?:with|at)\s+(?:a|some|an|his|her|various)?\s*(?:\w+\s+)?(?:friend|mate|pal|colleague)"
    r"(?:['\u2019]s|s['\u2019]?)?(?=\W|$)",
    re.I,
)
_LATER = re.compile(r"\b(?:near|next|opposite|round\s+the\s+corner|close|miles|doors?)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A home that a row speaks of: whose, which households, or none of the family's."""

    end: int
    company: tuple[Sharing, ...] = ()
    """With whom, or at whose home."""
    homes: tuple[Household, ...] = ()
    here: bool = False
    """ "Here", "with them": the home that the row is about."""
    vague: bool = False
    """ "There", "with them": may as well be the home of those just spoken of."""
    elsewhere: bool = False
    care: str = ""
    """ "foster care" where that is the home."""


def where_said(known: Known, row: Row, person: str, at: int, last: int) -> Where | None:
    """The home spoken of after `at` and before `last`; None where none is."""
    rest = row.text[at : min(last, at + _FAR)]
    clause = rest[: m.start()] if (m := NEXT.search(rest, 1)) else rest
    if _LATER.search(clause):
        return None
    if homes := tuple(households_named(known, clause)):
        return Where(end=at + len(clause), homes=homes)
    if addresses_in(clause):
        return None  # an address that no household has is another check's
    company: tuple[Sharing, ...] = ()
    for lead in (*_LEADS.finditer(clause), *_CARE_OF.finditer(clause)):
        start = at + lead.end()
        if _THEM.match(row.text, start) and not company:
            return Where(end=start + 4, here=True, vague=row.text[start : start + 4] == "them")
        told = whom(known, row, person, start) or _pronoun(known, row, person, start)
        if told and told.end <= at + len(rest) and _fits(lead, told):
            company = (told, *_others(known, row, person, told))
            if not ROOM_OF.match(row.text, told.end):  # "in Mum's old room at Nani's"
                break
    if company:
        return Where(end=company[-1].end, company=company)
    if found := _ELSEWHERE.search(clause) or _FRIENDS.search(clause):
        care = found[0].casefold() if _CARE.fullmatch(found[0]) else ""
        return Where(end=at + found.end(), elsewhere=True, care=care)
    if found := _HERE.search(clause):
        vague = found[0].casefold() in ("there", "here")
        return Where(end=at + found.end(), here=True, vague=vague)
    return None


_AND = re.compile(r"\s*(?:,|,?\s+and|\s*&)\s+(?:(?:(?:her|his|their|the)\s+)(?:\w+\s+)??)?", re.I)


_HER = re.compile(
    r"(?P<her>her|him)(?=\s*(?:[.,;]|$)|\s+(?:since|and|now|at|in|for|full|until|permanently|all)\b)",
    re.I,
)


def _pronoun(known: Known, row: Row, person: str, at: int) -> Sharing | None:
    """ "With her", of the one woman told of who is not meant herself."""
    found = _HER.match(row.text, at)
    people = said_of(known, row, at, sex_of(found["her"])) - {person} if found else frozenset()
    if not found or len(people) != 1:
        return None
    return Sharing(others=people, words=found[0], end=found.end())


def _others(known: Known, row: Row, person: str, told: Sharing) -> Iterator[Sharing]:
    """The others of "with Ann, her partner Lee and Mia"; of a home there is one owner."""
    end = told.end
    while not told.is_a_house and (joined := _AND.match(row.text, end)):
        other = whom(known, row, person, joined.end())
        if other is None or other.is_a_house or other.end <= end:
            return
        if other.words[:1].isupper():  # a role may be of the one just named: "Ann and her son"
            yield other
        end = other.end


def _fits(lead: re.Match[str], told: Sharing) -> bool:
    """ "With" goes before people, "at" and "to" before their home: "at her nan's"."""
    word = (lead.groupdict().get("lead") or "care").casefold()
    return told.is_a_house != ("with" in word or "care" in word or word == "by")


def households_named(known: Known, words: str) -> Iterator[Household]:
    """The households whose address, street or name stands in some words."""
    addresses, small = set(addresses_in(words)), words.casefold()
    exact = [h for h in known.family.households if addresses & set(addresses_in(h.address))]
    named = (h for h in known.family.households if any(n in small for n in _names(h)))
    yield from exact or (named if not addresses else ())


_NUMBER = r"(?:flat|apartment|unit|pitch|plot|no\.?)"


def _names(house: Household) -> Iterator[str]:
    """ "weir cottages" of "12 Weir Cottages", "kestrel point" of "Flat 14, Kestrel Point"."""
    for part in re.split(r",\s*", house.address.casefold()):
        words = re.sub(rf"^{_NUMBER}?\s*\d*\w?\s+", "", part)
        if len(words) > 4 and not re.fullmatch(rf"{_NUMBER}\s*\d+\w?", part):
            yield words
            break
    if " " in house.id:
        yield house.id.casefold()
