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
from chronology.number_words import CARDINALS, number

_CALL_OUT = re.compile(
    r"\b(?:domestic|d[av]|dash|ppn|encompass|argu\w+|assault\w*|abuse|violen\w+|altercation)\b",
    re.I,
)
_LEVEL = r"(?P<{}>standard|medium|high)\b"
_RISK = re.compile(
    r"(?<!longer\s)(?<!not\s)(?<!or\s)(?:\b(?:dash|risk|(?:re-?|down|up)?graded?|grading|"
    r"(?:re-?)?assessed|rated|raised|reduced|lowered)\b[\s:=(-]*"
    rf"(?:(?:as|is|was|level|assessment|risk|at|to|ppn)\b[\s:-]*){{0,4}}{_LEVEL.format('after')}|"
    rf"\b{_LEVEL.format('before')}[\s-]+(?:risk|dash|level|ppn|grad(?:e|ed|ing))\b(?!\s+(?:of|to|from)\b)|"
    rf"(?:^|[.;,]\s+){_LEVEL.format('alone')}(?=\s*(?:[.;,]|$)))",
    re.I,
)
"""Medium risk; DASH - HIGH; "Arguing. Medium."; no high risk of homelessness."""
_ONLY_A_LEVEL = re.compile(r"\W*(?:standard|medium|high)(?:\s+risk)?\W*", re.I)
_HOW_MANY = re.compile(
    rf"(?<!\bof\s)(?<!\bhas\s)(?<!\bhave\s)(?<!\byear\s)\b(\d|{'|'.join(CARDINALS[:8])})\s+(?:young\s+|small\s+)?(?:child(?:ren)?|kids?)\b"
    r"(?=\s*[.;]|\s+(?:(?:were|was|are|is|also)\s+)*(?:present|there|upstairs|asleep|on\s+scene|"
    r"(?:at|in)\s+(?:the\s+|a\s+|their\s+)?(?:home|house|property|address|flat|room|bed\w*)))",
    re.I,
)
_STRATEGY = re.compile(r"\bstrat\w*", re.I)
_A_RELATIVES_HOME = re.compile(
    r"\b(?:nan\w*|gran\w*|[mp]g[mfp]|uncle|dad|father)(?:\s+(?:also\s+)?liv(?:es|ing)\b|['\u2019]s\b)"
    r"[^.;\n]*",
    re.I,
)
_S47 = r"(?:s\.?\s?47|section\s+47)s?"
_WHOSE = re.compile(r"single|joint", re.I)
_ENQUIRY = re.compile(
    rf"\b(?:{_S47}[\s:,(-]+)?single[\s-]+agency\b|\b{_S47}[\s:,(-]+single\b|"
    rf"\b{_S47}[\s:,(-]+(?:to\s+be\s+)?joint(?:ly)?\b|"
    r"(?<!not\s)(?<!not\sfor\s)\bjoint(?:ly)?\b(?=(?:\s+[\w/&-]+){0,4}?\s+"
    rf"(?:{_S47}|(?:enquir|inquir|investigat)\w*)\b(?!\s+(?:(?:is|was)\s+)?not\b))|"
    r"(?:^|[.;:,(\n-]\s*|\b(?:be|as|agreed)\s+)joint(?=\s*(?:[.;,)\n]|$))",
    re.I,
)
"""Single agency s47; a joint police and social care enquiry; "Strategy meeting. Joint."; no joint
visit, meeting or custody."""


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
    found = [f[0].strip(" .;:,(-\n") for f in _ENQUIRY.finditer(text)]
    return _told("enquiry", [(_WHOSE.findall(words)[-1], words) for words in found])


def addresses(text: str) -> Particulars:
    """The numbers of houses by street, those of relatives' homes apart."""
    told: Particulars = {}
    for house, street in addresses_in(_A_RELATIVES_HOME.sub(" ", text)):
        add_said(told, street, [house], f"{house} {street.title()}")
    return told


def _told(about: str, found: list[tuple[str, str]]) -> Particulars:
    said = frozenset(value.casefold() for value, _ in found)
    return {about: (said, ", ".join(dict.fromkeys(words for _, words in found)))} if found else {}
