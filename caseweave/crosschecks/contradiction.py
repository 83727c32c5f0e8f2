"""What a check finds: two sides that do not agree, each with its words and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from caseweave.crosschecks.rows import Row

GENOGRAM = "Genogram"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side: who says it, in which words, where; `entry` is the id of an entry."""

    who: str
    words: str
    place: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Chronology and genogram do not agree: a prompt to look, not a conclusion.

    `about` names the person, household or address, and what is said of them where that may be
    several things: with `kind` it tells whether two contradictions are one.
    """

    kind: str
    about: str
    message: str
    sides: tuple[Side, ...]
    remedy: str = "Ask which is right, and correct the genogram or note the difference."


_BESIDE = 60  # letters on each side
_GAP = re.compile(r"\s+")
_CELLS = re.compile(r"\s+\.\s+|\s*\n\s*")
"""Between the words of two cells of a row, or of two lines of one."""


def quoted(row: Row, around: tuple[int, int]) -> Side:
    """The side of a row: the words round about `around` in its text, as sent."""
    entry, text = row.entry, row.text
    start, end = max(0, around[0] - _BESIDE), min(len(text), around[1] + _BESIDE)
    if start:  # at a word's beginning, and at another's end
        start = next((m.end() for m in _GAP.finditer(text, start, around[0])), around[0])
    if end < len(text):
        end = max((m.start() for m in _GAP.finditer(text, around[1], end)), default=around[1])
    cut = text[start:end].strip(" .") if text[end:].strip(" .") else text[start:].strip()
    cut = _CELLS.sub(" / ", cut)
    words = ("\u2026" if start else "") + cut + ("\u2026" if end < len(text) else "")
    place = f"{entry.at.file}, {entry.at.sheet}, row {entry.at.row}"
    return Side(who=entry.agency, words=words, place=place, entry=entry.id)


def drawn(words: str, place: str = "") -> Side:
    """The side of the genogram."""
    return Side(who=GENOGRAM, words=words, place=place)
