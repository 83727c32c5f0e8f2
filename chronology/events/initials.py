"""Whom the first words of an entry are about, by initials: "KD chest pain", "ED. J Pask 26M".

Surgeries and services head an entry with the patient. Two that are headed by different persons
tell of different events, however alike these read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from chronology import phrases
from chronology.events.wording import every_cue

_HEAD = 24  # letters
_TITLES = "ms mr mrs miss dr pc ds dc di aunt uncle"
_OFTEN = 3  # entries of a case that a person heads before it is one
# J Pask, J. Pask | Tina Ellerby | Tina E | KD, J.E.
_NAMED = re.compile(
    r"\b(?:([A-Z])\.? ([A-Z])[a-z]{2,}|([A-Z])[a-z]+ ([A-Z])[a-z]+|([A-Z])[a-z]+ ([A-Z])\b"
    r"|([A-Z])\.?([A-Z])\b)"
)
_STARTS = re.compile(r"^\W*(?:(?:ED|A&E)\W+)?")


def headed_by(texts: Sequence[str]) -> list[str]:
    """Whom each text is headed by, of the persons who head several; empty where nobody is."""
    found = [head_of(text) for text in texts]
    often = Counter(found)
    return [one if often[one] >= _OFTEN else "" for one in found]


def head_of(text: str) -> str:
    """The initials of the person that a text is headed by; empty where none is read for sure.

    A text in capitals throughout is not read: every word of it would be a name.
    """
    head = _STARTS.sub("", text[:_HEAD], count=1)
    if head.isupper() and len(head) > 3:
        return ""
    found = _NAMED.match(head)
    if not found:
        return ""
    initials = "".join(part for part in found.groups() if part)
    written = found.group().casefold()
    words = [word for word in phrases.stems(written) if len(word) > 1]
    return initials if _not_names().isdisjoint(words) else ""


@cache
def _not_names() -> frozenset[str]:
    """Stems of titles, everyday words and cues, such as "Social Care", "GP" and "Home Visit"."""
    return every_cue() | frozenset(phrases.stems(_TITLES))
