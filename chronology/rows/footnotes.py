"""Words below the last entry that are about the table and not about the family.

Note: dates are approximate            a label, and words about the record
* dates are approximate                the same with a sign
Entries in red are of the sibling      entries, dates or rows, and how they are written
Source: SystmOne, extracted 14/06/21   a system or a file
No further entries                     nothing follows
HV = Health Visitor, SW = ...          abbreviations, each with its words

Only what stands alone in its row, below every entry, and tells of nobody: "Note: mother rang", "NB
Theo had a bruise" are entries without a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from chronology import phrases
from chronology.findings import Remark, note

FOOTNOTE = "footnote"
_CUES = "footnotes.toml"
_MOST_WORDS, _SHOWN, _LONGEST_SHOWN = 60, 5, 80
_LABEL_AND_WORDS = 2
_SIGN = re.compile(
    r"\s*(?:\*+|[\u2020\u2021\u00a7\u00b9\u00b2\u00b3#^]+|[(\[]?\d{1,2}[)\].]|[(\[][a-z][)\]]|"
    r"\d(?= [A-Z]))",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\W*[a-z. ]{1,25}?\s*(?:[:\u2013]|\s-|\.(?=\s)|(?<=b)(?=\s)|\bthat\b)", re.I
)
"""What follows a label: "Note: ...", "NB ..."; "Note on file ..." is an entry."""
_PAIR = re.compile(r"\s*([\w&/+]{2,8}|[\u2611-\u2718])\s*=\s*([A-Za-z].*?)\s*")
_JOINING = frozenset(["of", "and", "the", "for", "in", "a", "&", "to"])
_ARTICLES = frozenset(["all", "some", "the", "any", "other", "exact"])
_PARTS = re.compile(r"[.;:,\n]\s|\s[-\u2013]\s")
_FEWEST_TELLING = 3
"""Words of a part of a note; with less it tells nothing by itself."""


def is_footnote(filled: Sequence[str], family: Set[str] = frozenset()) -> bool:
    """Whether the words of a row, one text for each cell with words, are about the table.

    `family` are the stems of the names of the case: who is named is told of.
    """
    if _are_abbreviations(filled):
        return True
    text = _joined(filled)
    stems = phrases.stems(text)
    if not stems or len(stems) > _MOST_WORDS:
        return False
    found = phrases.find_cues(stems, _CUES)
    opens, cues = {f.name for f in found if f.at == 0}, {f.name for f in found}
    if "of the whole" in opens:
        return "tells" not in cues
    signed = _SIGN.match(text)
    label = "label" if signed else next(iter(opens & {"label", "source"}), "")
    led = signed or _LABELLED.match(text)
    if label and not led:
        return False
    rest = text[led.end() :] if label and led else text
    if label and "defines" in cues:
        return True
    if "tells" in cues or not family.isdisjoint(stems):
        return False
    about = {"about", "opens"} | ({"system"} if label == "source" else set())
    begins = label or "opens" in opens or _is_of_entries(text, stems, found)
    return bool(begins) and _all_about(rest, about)


def _all_about(text: str, about: Set[str]) -> bool:
    """Whether what a text says first is about the table, and each other part that tells anything.

    A label within, "Notes: 1. ...", is no part.
    """
    parts = [stems for part in _PARTS.split(text) if any(map(str.isalpha, part))
             and (stems := phrases.stems(part))]  # fmt: skip
    said = [{f.name for f in phrases.find_cues(part, _CUES)} & about for part in parts]
    tells = [sum(w.isalpha() for w in part) >= _FEWEST_TELLING for part in parts]
    return (
        bool(said) and bool(said[0]) and all(s or not t for s, t in zip(said, tells, strict=True))
    )


def _is_of_entries(text: str, stems: Sequence[str], found: Sequence[phrases.Found]) -> bool:
    """ "The dates ...", "Entries in red ..."; "entry gained by force" is what happened."""
    first = 1 if stems[0] in _ARTICLES else 0
    several = phrases.words(text)[first : first + 1] and phrases.words(text)[first].endswith("s")
    return bool(several) and any(f.name == "things" and f.at == first for f in found)


def _joined(filled: Sequence[str]) -> str:
    """The words of one cell, or of a label and the cell beside it; else nothing."""
    if len(filled) == 1:
        return filled[0]
    label = filled[0].strip(" :-\u2013")
    found = phrases.find_cues(phrases.stems(label), _CUES)
    known = any(f.name in ("label", "source") and f.words == len(label.split()) for f in found)
    labelled = len(filled) == _LABEL_AND_WORDS and (known or _SIGN.fullmatch(label))
    return f"{label}: {filled[1]}" if labelled else ""


def _are_abbreviations(filled: Sequence[str]) -> bool:
    """ "HV = Health Visitor, SW = Social Worker": at least one has the letters of its words."""
    parts = [p for text in filled for p in re.split(r"[,;\n]", text) if p.strip()]
    pairs = [_PAIR.fullmatch(part) for part in parts]
    return (
        bool(pairs)
        and all(pairs)
        and any(_initials(p[1], p[2]) or not p[1].isalnum() for p in pairs if p)
    )


def _initials(short: str, words: str) -> bool:
    first = [w[0] for w in re.findall(r"[\w']+", words) if w.casefold() not in _JOINING]
    said = [w[0] for w in re.findall(r"[\w']+", words)]
    letters = re.sub(r"\W", "", short).casefold()
    return short.isupper() and letters in ("".join(w).casefold() for w in (first, said))


def said_footnotes(words: Sequence[str]) -> Remark:
    """A note that says what stands below a table; `words` of those that may be shown."""
    one = len(words) == 1
    what = "A row below the last entry is" if one else f"{len(words)} rows below the last entry are"
    return note(
        "footnotes",
        message=f"{what} about the table and no contact{'' if one else 's'}{first_of(words)}.",
        remedy="Heed what it says of the dates or the records. If it tells of a contact, give it "
        "its date in the file."
        if one
        else "Heed what they say of the dates or the records. If one tells of a contact, give it "
        "its date in the file.",
    )


def first_of(words: Sequence[str]) -> str:
    """The first of some rows' words that may be shown, to go on a sentence about the rows."""
    told = "; ".join(f"'{_short(w)}'" for w in words[:_SHOWN] if w)
    more = f", and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return f": {told}{more}" if told else ""


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 4]} ..."
