"""The words behind a reading in their sentence, for a reader who has not the entry before them."""

from __future__ import annotations

import re

from chronology.exporters.rows import WITHHELD, evidence_of
from chronology.model import Basis, Entry, Seen, Views
from chronology.values.readings_by_basis import words_by_basis

_FEW_WORDS, _LONGEST_SENTENCE = 3, 160
_QUOTATION = (
    r"(?:'(?:[^'\n]|(?<=\w)'(?=\w)){1,300}'(?!\w)|\"[^\"\n]{1,300}\"|"
    r"\u2018[^\u2018\n]{1,300}?\u2019(?!\w)|\u201c[^\u201d\n]{1,300}\u201d)"
)
_SAID_AFTER = re.compile(rf"\s*[:,]?\s*{_QUOTATION}")
_QUOTED_ALONE = re.compile(rf"[.!?] +{_QUOTATION}(?=[.!?]|\s*$|\s*\n)")
"""A quotation that is a sentence of its own, and not the beginning of another's."""


def words_cited(entry: Entry, value: Seen | Views) -> str:
    """The words behind a value, for a reader who has not the entry before them.

    A word or two read from the text ("said") say little alone: their sentence stands instead, where
    it is short and there is no doubt which one it is. What is quoted right after the words belongs
    to them: "Theo said" is followed by what was said. Words of the child go on to the end of their
    sentence, and take in a quotation that stands alone after it: "Theo told the class teacher"
    alone does not tell what.
    """
    basis, said = value.basis, isinstance(value, Views)
    words = words_by_basis(value).get(basis.value, "")
    told = evidence_of(entry, basis, words)
    bare = told.rstrip(".;, ")
    once = bool(bare) and entry.event.count(bare) == 1
    if basis is not Basis.NARRATIVE or not once or told != words:
        return told
    at = entry.event.index(bare)
    if len(told.split()) > _FEW_WORDS:
        quoted = _SAID_AFTER.match(entry.event, at + len(bare))
        if quoted or not said:
            return entry.event[at : quoted.end()] if quoted else told
        return _to_the_end(entry.event, at, at + len(bare)) or told
    before = list(re.finditer(r"[.!?;\n]\s*", entry.event[:at]))
    start, end = before[-1].end() if before else 0, _sentence_end(entry.event, at + len(bare))
    if len(entry.event[start:end].strip()) > _LONGEST_SENTENCE:
        return told
    return entry.event[start : _quoted_alone(entry.event, end) if said else end].strip()


_BEGINNING, _AROUND = 90, 130
"""Characters of an entry's beginning, which is also how notes find it, and of what stands about
the words; of a short entry all is shown."""


def in_context(entry: Entry, words: str) -> str:
    """The beginning of an entry and the words with what stands about them, for a person who is to
    judge what they say; cut between words."""
    if "event" in entry.withheld:
        return WITHHELD
    event, at = entry.event, entry.event.find(words) if words else -1
    if len(event) <= _BEGINNING + _AROUND or at < _BEGINNING:
        return _cut(event, max(_BEGINNING + _AROUND, at + len(words)))
    before = [m.end() for m in re.finditer(r"[.!?;\n]\s+", event[:at])]
    start = next((n for n in before if at + len(words) - n <= _AROUND), at)
    if start <= _BEGINNING:
        return _cut(event, start + max(_AROUND, at + len(words) - start))
    end = max(start + _AROUND, at + len(words))
    return f"{_cut(event[: start - 1], _BEGINNING)} {_cut(event[start:], end - start)}"


def _cut(words: str, most: int) -> str:
    """The first words, whole ones, with a mark where more follow."""
    if len(words) <= most:
        return words
    whole = words[:most] if words[most : most + 1].isspace() else words[:most].rsplit(None, 1)[0]
    return f"{whole.rstrip()} \u2026"


_LONGEST_SAID = 300
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n|$")
_GOES_ON = re.compile(r",?\s+[a-z]")


def _to_the_end(event: str, start: int, stop: int) -> str:
    """Words with what follows them in their sentence, and in a quotation that begins there."""
    end = _sentence_end(event, stop)
    while closed := _closing(event[start:end], event, end):
        end = _sentence_end(event, closed) if _GOES_ON.match(event, closed) else closed
    told = event[start : _quoted_alone(event, end)]
    return (
        told if len(told) <= _LONGEST_SAID else f"{told[:_LONGEST_SAID].rsplit(' ', 1)[0]} \u2026"
    )


def _sentence_end(event: str, at: int) -> int:
    found = _SENTENCE_END.search(event, at)
    return found.start() if found else len(event)


def _quoted_alone(event: str, end: int) -> int:
    """Where a quotation ends that stands alone after a sentence; the sentence's end without one."""
    found = _QUOTED_ALONE.match(event, end)
    return found.end() if found else end


def _closing(told: str, event: str, end: int) -> int:
    """Where the quotation that is open at the end of the words ends; 0 where none is, or never."""
    if told.count('"') % 2:
        return event.find('"', end) + 1
    return event.find("\u201d", end) + 1 if told.rfind("\u201c") > told.rfind("\u201d") else 0


def unquoted(words: str) -> str:
    """Words without quotation marks of their own round the whole, to stand in ours."""
    found = _QUOTED_WHOLE.fullmatch(words)
    return found[1] or found[2] if found else words


_QUOTED_WHOLE = re.compile(
    r"[\"\u201c]([^\"\u201c\u201d]+)[\"\u201d]|"
    r"['\u2018]((?:[^'\u2018\u2019]|(?<=\w)['\u2019](?=\w))+)['\u2019]"  # 'I don't like it'
)
