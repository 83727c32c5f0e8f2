"""Tables that stand by themselves (carers.toml, screens.toml, guards.toml ...): groups of phrases.

Their phrases are written like cues (cues.py), with NUMBER, TIME and ANYONES ("Theo's") for any of
those. Each group is looked for by itself, among all words, those in quotation marks too; where it
`voids` other groups, its words are none of theirs. Of OPEN ones an organisation's own cues may add
to a group (own_cues.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chronology.seen.wording.cues import Hit, Own, find, kind_of_number, network
from chronology.seen.wording.words import Words

OPEN = ("carers.toml", "screens.toml")
FILES = (*OPEN, "manner.toml", "guards.toml")
CAPITALS = frozenset(["NUMBER", "TIME", "ANYONES"])
_ANYWHERE = 1000
_OWNER = len("'s")


class Told:
    """Which groups of a table some words hold, and where."""

    __slots__ = ("_groups", "words")

    def __init__(self, file: str, words: Words, own: Own = ()) -> None:
        self.words = words
        self._groups: dict[str, list[Hit]] = {}
        kinds = [_kind(word) for word in words.low]
        ends = range(1, len(words.low) + 1)
        plain = replace(words, quoted=[False] * len(words.low))
        for hit in find(plain, kinds, ends, network(own, (file,))):
            self._groups.setdefault(hit.rule.name, []).append(hit)

    def of(self, group: str, sentence: int | None = None) -> list[Hit]:
        """Where phrases of a group stand, in one sentence or in all."""
        number = self.words.sentence
        found = self._groups.get(group, [])
        return [h for h in found if sentence is None or number[h.first] == sentence]

    def leading(self, group: str, sentence: int, after: int = 0) -> list[Hit]:
        """Phrases that a sentence opens with, after so many words at most."""
        begins = self.words.within(sentence).start
        return [h for h in self.of(group, sentence) if self.between(begins, h.first) <= after]

    def near(
        self, ones: Sequence[Hit], others: Sequence[Hit], within: int = _ANYWHERE
    ) -> list[tuple[int, int]]:
        """The words from one of some phrases to one of others that comes after it, with so many
        words between them at most."""
        return [
            (one.first, other.last)
            for one in ones
            for other in others
            if one.last <= other.first and self.between(one.last, other.first) <= within
        ]

    def length(self, sentence: int) -> int:
        """How many words a sentence has."""
        number = self.words.sentence
        return sum(
            word[0].isalnum() and at == sentence
            for word, at in zip(self.words.low, number, strict=True)
        )

    def between(self, first: int, last: int) -> int:
        """How many words stand between two places; marks are none."""
        return sum(word[0].isalnum() for word in self.words.low[first:last])


def overlap(one: Hit, other: Hit) -> bool:
    """Whether two phrases share words."""
    return one.first < other.last and other.first < one.last


def _kind(word: str) -> str:
    owner = word.endswith("'s") and len(word) > _OWNER and not word[0].isdigit()
    return "ANYONES" if owner else kind_of_number(word)
