"""Which agency a file is from: the case file, its own title, or its name without what is not one.

title  = agency | organisation | submitting agency ... : name
name   = police-chronology-v2 (1).xlsx -> Police          Police 2018-19 part 2.xlsx -> Police
         GP chronology for Theo.xlsx -> GP                Theo M - Housing.csv -> Housing
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from chronology.model import Case
from chronology.record_of import A_PLACE_OF

_TITLE = re.compile(
    r"^(?:(?:name of |submitting |reporting |contributing )?(?:agency|organisation|organization)"
    r"(?: name)?)\s*[:\u2013-]\s*([^:]{2,60})$",
    re.IGNORECASE,
)
# What people and programs add to the name of a copy, a version or an export.
_COPY = re.compile(
    r"\s*\(\d{1,2}\)|\s*\([^()]*conflicted copy[^()]*\)|\s+conflicted copy.*$|^copy of\s+|"
    r"\s+copy(?: ?\d)?$",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"\b(?:v(?:er(?:sion)?)?\.? ?\d+(?:\.\d+)?|final|draft|updated?|revised|revision|corrected|"
    r"amended|new|latest|old|resubmitted|resubmission|\d{8}|\d{4} \d\d \d\d)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:single agency|integrated|chronolog(?:y|ies)|chron|timeline|submission|extract|export|"
    r"imr|agency|report|template|redacted|anonymised)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_PART = re.compile(
    r"\b(?:part|pt|vol(?:ume)?|file|batch)\.? ?(?:\d{1,2}|[a-d]|i{1,3})\b(?: of \d{1,2})?|"
    r"\(?\b\d{1,2} of \d{1,2}\b\)?|"
    rf"(?:\b(?:to|and|from|of) |& )?(?:\b{_MONTH} (?:(?:to|and|&) )?){{0,2}}"
    r"\b(?:19|20)\d\d(?:[ /](?:(?:19|20)?\d\d)\b)?",
    re.IGNORECASE,
)
"""Which part of its records an agency's file holds: 'part 1 of 2', '2018-19', 'Jan 2019'."""
_INITIALS = 3
"""A name of so few letters is one of initials: "gp.csv", "NHS.xlsx"."""


def agency_of(path: Path, case: Case) -> str:
    """The agency by the file's name: 'health-visitor chronology (1).xlsx' is 'Health visitor'."""
    stem = _spaced(path.stem)
    words = plain_name(path.with_stem(_without_children(path.stem, case)))
    words = _tidy(_GENERIC.sub(" ", words)) or words or stem
    words = _tidy(_PART.sub(" ", words)) or words
    words = _tidy(_without_children(words, case)) or words
    return words.upper() if len(words) <= _INITIALS else words[:1].upper() + words[1:]


def _without_children(words: str, case: Case) -> str:
    """Without a child's name at the end, or set apart in front; one that begins the name of a
    place, as in 'Rose Hill School', ends one, as in 'School of Hope', or follows St or Dr is part
    of it."""
    names = sorted((n for c in case.children for n in c.all_names), key=len, reverse=True)
    either = "|".join(r"[ _-]".join(map(re.escape, name.split())) for name in names) or r"(?!)"
    who = rf"(?:{either})(?:(?:,|[ _-]+(?:and|&))[ _-]+(?:{either}))*"
    behind = rf"(?:[ _-]+(?:for|of|re|about|and|&))?(?<!\bst)(?<!\bdr)[ _-]+\(?{who}\)?$"
    place = re.search(rf"\b{A_PLACE_OF}[ _-]+{who}$", words, re.IGNORECASE)
    front = rf"^{who}(?:_| -) *"
    either = front if place else rf"{front}|{behind}"
    return re.sub(either, "", words, flags=re.IGNORECASE) or words


def agency_in(titles: Sequence[str]) -> str:
    """The agency that the titles above the headings name, if they name one."""
    found = {match[1].strip(" .") for title in titles if (match := _TITLE.match(title))}
    return found.pop() if len(found) == 1 else ""


def plain_name(path: Path) -> str:
    """A file's name without the marks of copies and versions: alike for versions of one file."""
    stem = _spaced(path.stem)
    return _tidy(_VERSION.sub(" ", _COPY.sub("", stem))) or stem


def _spaced(stem: str) -> str:
    return _tidy(re.sub(r"[_-]", " ", stem))


def _tidy(words: str) -> str:
    return " ".join(_EMPTY.sub(" ", words).split()).strip(" ,.")


_EMPTY = re.compile(r"[(\[]\s*[)\]]")
"""What is left of "police (final)" when "final" is taken out."""
