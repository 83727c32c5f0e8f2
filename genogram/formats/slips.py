"""Words for a relation as they were meant: one slip of spelling put right.

maternal grandmoter   ->   maternal grandmother
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_SHORT = 3  # letters; one slip makes another word of so few
_WORD = re.compile(r"[a-z]{4,}")
# English words, or names, that are one letter from a word for a relation, and are none.
_MEANT_SO = frozenset(
    {
        *("other", "bother", "rather", "gather", "lather", "sitter", "roster", "poster", "faster"),
        *("grant", "grand", "chile", "chill", "uncles", "aunts", "sins", "mothers", "fathers"),
        *("brothers", "sisters", "twins", "partners", "cousins", "parents", "haunt", "taunt"),
    }
)


def nearest(told: str, known: Collection[str]) -> set[str]:
    """The known words that differ from a longer one by one slip."""
    from rapidfuzz.distance import OSA  # late: only words that are not known need it

    return {w for w in known if len(told) > _SHORT and OSA.distance(told, w, score_cutoff=1) == 1}


def respelt(text: str, known: Collection[str]) -> Iterator[str]:
    """The text with one of its words as a known one that differs by one slip, in every such way."""
    long = [word for word in known if len(word) > 3]
    for found in _WORD.finditer(text):
        if found[0] not in known and found[0] not in _MEANT_SO:
            for word in sorted(nearest(found[0], long)):
                yield text[: found.start()] + word + text[found.end() :]
