"""Which home the words after a verb of living or leaving speak of.

where     = "with" whom | (at, in, to, from) whose | address | here, the home | elsewhere
whom      = name | role | "them"         elsewhere = "a hostel" | "his own flat" | "foster care"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseweave.crosschecks.people import Known, Row
from caseweave.crosschecks.placements import Sharing, whom
from chronology.addresses import addresses_in
from genogram.model import Household

_FAR = 70  # characters after the verb within which the home is named
_CLAUSE_ENDS = re.compile(
    r"[;:\u2013]|,?\s+(?:and|but|so|because|as|while|whilst|since|after|when|until|where|which|who)"
    r"\s|,\s+(?:has|is|was|he|she|they|not|no)\b",
    re.I,
)
_LEADS = re.compile(
    r"\b(?P<lead>in\s+with|with|(?:in|into|under|to)\s+the\s+(?:full[- ]time\s+|sole\s+)?care\s+of|"
    r"at|to|in|into|from|of|by|round\s+at|over\s+at|up\s+at|out\s+of|between)\s+"
    r"(?:the\s+home\s+of\s+|live\s+with\s+|stay\s+with\s+|be\s+with\s+)?"
    r"(?:(?:(?:her|his|their|the|a|an|own|both|my|its|new|older|elder|big|younger|little|late|"
    r"elderly|adult|current)\s+)*)(?=\S)",
    re.I,
)
_CARE_OF = re.compile(
    r"\b(?:in(?:to)?|under|to)\s+"
    r"(?=(?:(?-i:[A-Z])[\w-]+|(?:her|his)\s+\w+)['\u2019]s?\s+(?:full[- ]time\s+)?care\b)",
    re.I,
)
_THEM = re.compile(
    r"(?:them|us|(?:the|this|that)\s+(?:\w+\s+)?(?:family|couple|children|kids|household)|"
    r"mum\s+and\s+(?:the\s+)?(?:kids|children))\b(?!['\u2019])",
    re.I,
)
_HERE = re.compile(
    r"\b(?:here|there|"
    r"(?:(?:at|in|into|of|to|from|on)\s+)(?:the|this|our|their)\s+(?:family\s+|marital\s+|parental\s+|"
    r"children['\u2019]?s\s+|sitting\s+|front\s+|spare\s+|back\s+|box\s+|attic\s+|living\s+)*"
    r"(?:home|house|flat|property|address|household|premises|room|bedroom|sofa|settee|couch|lounge|"
    r"tenancy))\b",
    re.I,
)
_HOME = re.compile(r"^\s*(?:back\s+)?(?:at\s+)?home\b", re.I)
_DWELLING = (
    r"(?:room|flat|house|home|bedsit|place|property|studio|accommodation|tenancy|annexe|address)"
)
_SORT = (
    r"(?:rented|shared|hired|private|council|one[- ]bed(?:room(?:ed)?)?|small|new|studio|tiny|"
    r"single|basement)"
)
_ELSEWHERE = re.compile(
    rf"\b(?:(?:his|her|their)\s+own\s+(?:\w+\s+)?{_DWELLING}|an?\s+(?:{_SORT}\s+)+{_DWELLING}|"
    rf"an?\s+{_DWELLING}\s+(?:of\s+(?:his|her)\s+own|across|above|over|in\s+town|elsewhere|through|"
    r"with\s+friends)|(?:in|at|to|into)\s+(?:(?:an?|the|his|her)\s+)?(?:\w+\s+)?(?:hostel|refuge|"
    r"bedsit|b\s?&\s?b|bed\s+and\s+breakfast|hotel|night\s+shelter|shelter|caravan|van|tent|squat|"
    r"care\s+home|nursing\s+home|residential\s+home|hospice|halfway\s+house)|"
    r"(?:supported|temporary|emergency|semi-independent|sheltered)\s+(?:living|lodgings|"
    r"accommodation|housing)|sofa[- ]?surf\w+|sleeping\s+rough|(?:street\s+)?homeless|elsewhere|"
    r"(?:foster|residential|local\s+authority)\s+(?:care|placement|home|carers?))\b",
    re.I,
)
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
    sharing: Sharing | None = None
    """With whom, or at whose home."""
    homes: tuple[Household, ...] = ()
    here: bool = False
    """ "Here", "with them": the home that the row is about."""
    elsewhere: bool = False


def where_said(known: Known, row: Row, person: str, at: int, last: int) -> Where | None:
    """The home spoken of after `at` and before `last`; None where none is."""
    rest = row.text[at : min(last, at + _FAR)]
    clause = rest[: m.start()] if (m := _CLAUSE_ENDS.search(rest, 1)) else rest
    if _LATER.search(clause):
        return None
    if homes := tuple(_by_address(known, clause)):
        return Where(end=at + len(clause), homes=homes)
    if addresses_in(clause):
        return None  # an address that no household has is another check's
    for lead in (*_LEADS.finditer(clause), *_CARE_OF.finditer(clause)):
        start = at + lead.end()
        if _THEM.match(row.text, start):
            return Where(end=start + 4, here=True)
        told = whom(known, row, person, start)
        if told and told.end <= at + len(rest) and _fits(lead, told):
            return Where(end=told.end, sharing=told)
    if found := _ELSEWHERE.search(clause) or _FRIENDS.search(clause):
        return Where(end=at + found.end(), elsewhere=True)
    if found := _HERE.search(clause):
        return Where(end=at + found.end(), here=True)
    return None


def _fits(lead: re.Match[str], told: Sharing) -> bool:
    """ "With" goes before people, "at" and "to" before their home: "at her nan's"."""
    word = (lead.groupdict().get("lead") or "care").casefold()
    return told.is_a_house != ("with" in word or "care" in word or word == "by")


def _by_address(known: Known, words: str) -> Iterator[Household]:
    """The households whose address or street stands in some words."""
    addresses, small = set(addresses_in(words)), words.casefold()
    exact = [h for h in known.family.households if addresses & set(addresses_in(h.address))]
    yield from exact or (
        h for h in known.family.households if not addresses and _street(h) in small
    )


def _street(house: Household) -> str:
    """ "weir cottages" of "12 Weir Cottages", "kestrel point" of "Flat 14, Kestrel Point"."""
    parts = re.split(r",\s*", house.address.casefold())
    words = [re.sub(r"^(?:flat|apartment|unit|pitch|no\.?)?\s*\d*\w?\s+", "", p) for p in parts]
    street = next((w for p, w in zip(parts, words, strict=True) if len(w) > 4 and not re.fullmatch(
        r"(?:flat|apartment|unit|pitch|no\.?)\s*\d+\w?", p)), "")  # fmt: skip
    return street or "\0"
