"""What accounts of a call-out say of its risk and of how many children were there, accounts of a
strategy discussion of whose enquiry was agreed, and accounts of a move of the house.

    Police   DASH HIGH, 3 children present      School   medium risk, two children at home
    Social care   joint s47 agreed              Police   single agency s47
    GP   new address 21 Marl Court              Social care   moved to 12 Marl Court
"""

from __future__ import annotations

import re

from chronology.events.differing_addresses import addresses_in
from chronology.events.particulars import Particulars, add_said
from chronology.model import Entry
from chronology.numberwords import CARDINALS, number

_CALL_OUT = re.compile(
    r"\b(?:domestic|d[av]|dash|ppn|encompass|argu\w+|assault\w*|abuse|violen\w+|altercation)\b",
    re.I,
)
_LEVEL = r"(?P<{}>standard|medium|high)\b"
_RISK = re.compile(
    r"(?<!longer\s)(?<!not\s)(?<!or\s)(?:\b(?:dash|risk|graded?|grading|assessed|rated)\b[\s:=(-]*"
    rf"(?:(?:as|is|was|level|assessment|risk|at|ppn)\b[\s:-]*){{0,4}}{_LEVEL.format('after')}|"
    rf"\b{_LEVEL.format('before')}[\s-]+(?:risk|dash|level|ppn|grad(?:e|ed|ing))\b(?!\s+(?:of|to|from)\b)|"
    rf"(?:^|[.;,]\s+){_LEVEL.format('alone')}(?=\s*(?:[.;,]|$)))",
    re.I,
)
"""Medium risk; DASH - HIGH; "Arguing. Medium."; no high risk of homelessness."""
_ONLY_A_LEVEL = re.compile(r"\W*(?:standard|medium|high)(?:\s+risk)?\W*", re.I)
_HOW_MANY = re.compile(
    rf"(?<!\bof\s)\b(\d|{'|'.join(CARDINALS[:8])})\s+(?:young\s+|small\s+)?(?:child(?:ren)?|kids?)\b"
    r"(?=\s*[.;]|\s+(?:(?:were|was|are|is|also)\s+)*(?:present|there|upstairs|asleep|witness\w*|on\s+scene|"
    r"(?:at|in)\s+(?:the\s+|a\s+|their\s+)?(?:home|house|property|address|flat|room|bed\w*)))",
    re.I,
)
_STRATEGY = re.compile(r"\bstrat\w*", re.I)
_ENQUIRY = re.compile(
    r"\b(?:(?:s\.?\s?47|section\s+47)s?[\s:,(-]+single\b(?:[\s-]+agency\b)?|single[\s-]+agency\b)|"
    r"(?<!not\s)(?<!not\sfor\s)\b(?P<joint>joint)(?:ly)?\b"
    r"(?!\s+(?:home\s+|school\s+)?(?:visit|report|chronolog|interview|with))",
    re.I,
)


def risk(entry: Entry, text: str) -> Particulars:
    """The level of risk of a call-out, from its text or a column headed so."""
    columns = [
        cell
        for head, cell in entry.extra.items()
        if "risk" in head.casefold()
        and head not in entry.withheld
        and _ONLY_A_LEVEL.fullmatch(cell)
    ]
    found = [(f[f.lastgroup or 0], f[0].strip(" .;,")) for f in _RISK.finditer(text)]
    found += [(cell.strip(" .").split()[0], cell) for cell in columns]
    return _told("risk", found) if columns or _CALL_OUT.search(text) else {}


def how_many(text: str) -> Particulars:
    """How many children were there at a call-out; nothing where the text gives several numbers."""
    found = list(_HOW_MANY.finditer(text))
    if len(found) != 1 or not _CALL_OUT.search(text):
        return {}
    return _told("children", [(str(number(found[0][1])), found[0][0])])


def enquiry(text: str) -> Particulars:
    """Whether a strategy discussion agreed on an enquiry of one agency or a joint one."""
    if not _STRATEGY.search(text):
        return {}
    found = list(_ENQUIRY.finditer(text))
    return _told("enquiry", [("joint" if f["joint"] else "single", f[0]) for f in found])


def addresses(text: str) -> Particulars:
    """The numbers of houses by street."""
    told: Particulars = {}
    for house, street in addresses_in(text):
        add_said(told, street, [house], f"{house} {street.title()}")
    return told


def _told(about: str, found: list[tuple[str, str]]) -> Particulars:
    said = frozenset(value.casefold() for value, _ in found)
    return {about: (said, ", ".join(dict.fromkeys(words for _, words in found)))} if found else {}
