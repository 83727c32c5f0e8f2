"""Who of the family brought a child to hospital, as accounts of one event tell it.

    ED         brought in by mother          GP   A&E letter: brought by nan

Only people of the family and carers are compared: who came by ambulance came with somebody too.
"""

from __future__ import annotations

import re

from chronology import phrases
from chronology.events.agencies import agencies_named, agency_kinds
from chronology.events.particulars import Particulars, add_said
from chronology.events.relatives import A_GROWN_UP, LIST, SENTENCES, people_in
from chronology.model import Entry

_A_HOSPITAL = (
    r"(?:in|into|in\s+to|to|up\s+to)\s+(?:the\s+)?(?:ed|a\s?&\s?e|hospital|casualty|ward|"
    r"emergency\s+department|department|us)"
)
_TO_HOSPITAL = rf"(?:\s+(?:{_A_HOSPITAL}|in)\b)?"
_BROUGHT = re.compile(
    rf"(?<!\bnot\s)\b(?:(?:brought|bought|b/b|bib|conveyed){_TO_HOSPITAL}|taken\s+{_A_HOSPITAL})(?:\s+by\s+ambulance)?(?:\s*,)?\s+"
    rf"(?:by|with)\s+(?P<who>{LIST})|"
    rf"\bbib\s+(?P<bib>{LIST})|"
    rf"\b(?:by|via|in)\s+ambulance\s+(?:with|accompanied\s+by)\s+(?P<amb>{LIST})|"
    rf"\baccompanied\s+(?:in\s+)?by\s+(?P<acc>{LIST})"
    r"(?!\s+(?:to|in|for|during|on)\s+(?:the\s+)?(?:theatre|x-?ray|scan|transfer|recovery)\b)",
    re.I,
)
_NOT_THEN = re.compile(
    r"\b(?:not|never|usually|normally|always|often|sometimes|to\s+be|should\s+be|will\s+be|could\s+be|being|if|"
    r"previous\w*|last\s+(?:time|week|month)|yesterday|later|unclear|whether|either|or|school|nursery|police\s+station|"
    r"appointment|clinic|home)\b",
    re.I,
)
_HOSPITALS = frozenset(["hospital", "ambulance"])


def brought_by(entry: Entry, text: str) -> Particulars:
    """Who of the family brought a child to hospital, in the hospital's own account or in one that
    names it; to school or to a surgery it may have been another."""
    kinds = agency_kinds(entry.agency)
    stems = phrases.stems(text)
    if not kinds & _HOSPITALS and not any(f.name == "hospital" for f in agencies_named(stems)):
        return {}
    told: Particulars = {}
    for sentence in SENTENCES.split(text):
        for found in _BROUGHT.finditer(sentence):
            who = next(filter(None, found.groups()))
            if A_GROWN_UP.search(sentence[: found.start()]):
                continue
            if not _NOT_THEN.search(found[0]) and not _NOT_THEN.search(
                sentence[max(0, found.start() - 30) : found.start()]
            ):
                add_said(told, "brought by", people_in(who), found[0].strip())
    return told if "brought by" in told and told["brought by"][0] else {}
