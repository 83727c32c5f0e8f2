"""Rows that belong to the row above them: who signed it, and an account that goes on.

signature  'Signed: J Heron' alone in its row: kept with the entry above, as an extra
going on   words alone, without a date, that carry on a sentence: an entry of its own, with the
           date of the row above, marked and queried
"""

from __future__ import annotations

import re
from dataclasses import replace

from chronology.findings import Finding, Severity
from chronology.importers.rows import Row, filled_texts
from chronology.model import Entry
from chronology.normalise import Outcome

CONTINUES = "goes on from the row above"
SIGNED = "Signed below"
_SIGNATURE = re.compile(
    r"(?:signed(?: electronically)?(?! (?-i:[a-z]))|signature|print name|"
    r"(?:electronically )?sign(?:ed)?(?: electronically)? (?:off|by)(?: by)?|"
    r"(?:entered|recorded|written|validated|confirmed|authenticated|countersigned|verified|"
    r"authorised|finalised) by)\b"
    r"\s*(?:by|:|-|\u2013|\.)?\s*.{0,80}",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:that|to|with|has|had|was|were|who|because)\b", re.IGNORECASE)
"""'Confirmed by the hospital that his arm was broken' is no signature."""
_CONTINUED = re.compile(
    r"\W*(?:cont(?:['\u2019]?d)?[.:)\]]|cont(?:inue[sd]|['\u2019]?d)\s?[):\]\u2013-])|\.\.\.?|\u2026",
    re.IGNORECASE,
)
"""'(cont.) and later', '(continued) They agreed', '... and left'."""
_FINISHED = re.compile(r"[.!?:\"\u201d')\]]\s*$")


def signature_in(row: Row) -> str:
    """The words of a row that only says who signed the row above; else empty."""
    words = filled_texts(row)
    if not 1 <= len(words) <= 2 or not _SIGNATURE.fullmatch(words[0]) or _TELLS.search(words[0]):
        return ""
    return " ".join(words)


def with_signature(entry: Entry, signed: str) -> Entry:
    """The entry with the words of the row below it."""
    before = entry.extra.get(SIGNED, "")
    return replace(entry, extra={**entry.extra, SIGNED: f"{before}\n{signed}".strip()})


def going_on(above: Entry, outcome: Outcome) -> Outcome:
    """The outcome as it is, or with the date above where its words plainly go on from there."""
    entry = outcome.entry
    if entry is None or entry.when.text or entry.fields or entry.extra or not entry.event:
        return outcome
    if entry.when.dated or not above.when.dated:
        return outcome
    plainly = entry.event[0].islower() or _CONTINUED.match(entry.event)
    if not plainly and _FINISHED.search(above.event):
        return outcome
    when = replace(above.when, text="", remarks=())
    kept = [f for f in outcome.findings if f.code != "date-missing"]
    marked = replace(entry, when=when, marks=(*entry.marks, CONTINUES))
    return replace(outcome, entry=marked, findings=(*kept, _query(entry)))


def _query(entry: Entry) -> Finding:
    return Finding(
        code="row-goes-on",
        severity=Severity.WARNING,
        message="The row has no date and its words go on from the row above; it was given that "
        "row's date.",
        remedy="Check that both rows are one account.",
        file=entry.at.file,
        sheet=entry.at.sheet,
        row=entry.at.row,
    )
