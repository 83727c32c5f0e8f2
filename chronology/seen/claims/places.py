"""Where in a narrative the words of a claim stand, so that they can be shown as sent."""

from __future__ import annotations

from chronology.model import ViewsValue
from chronology.seen.claims.claim import Claim
from chronology.seen.scene import Scene
from chronology.seen.who.mention import PROFESSIONAL
from chronology.seen.wording.grammar import grammar

_LEADING_ON = grammar("leading_on")
_LEADS = frozenset([",", ":", "that", "to", "the", "-", "\u2013"])

Span = tuple[int, int]


class Places:
    """Characters of a claim's words, found once for a narrative."""

    __slots__ = ("_scene", "_spans")

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._spans: list[Span] = []

    def __call__(self, claim: Claim) -> Span:
        if not self._spans:
            self._spans = self._scene.words.spans()
        first, last = claim.first, self._whole(claim)
        if claim.value == ViewsValue.RECORDED:
            first, last = self._quoted(first, last)
        return self._spans[first][0], self._spans[last - 1][1]

    def _quoted(self, first: int, last: int) -> tuple[int, int]:
        """With the quotation that follows or leads up to them: "Theo said" is said of what."""
        quoted, low = self._scene.words.quoted, self._scene.words.low
        told = {at for m in self._scene.mentions if m.kind == PROFESSIONAL
                for at in range(m.first, m.last)}  # fmt: skip
        opens = last
        while opens < len(low) and not quoted[opens] and (low[opens] in _LEADS or opens in told):
            opens += 1
        while opens < len(low) and quoted[opens]:
            last = opens = opens + 1
        while first and quoted[first - 1] and not quoted[first]:
            first = self._opening(first - 1)
        return first, last

    def _opening(self, at: int) -> int:
        """Where the quotation begins in which a word stands."""
        quoted = self._scene.words.quoted
        while at and quoted[at - 1]:
            at -= 1
        return at

    def _whole(self, claim: Claim) -> int:
        """Where a claim's words end: "Took Noor for a" goes on to the milkshake."""
        words, last = self._scene.words, claim.last
        while (
            words.low[last - 1] in _LEADING_ON
            and last < len(words.low)
            and words.clause[last] == words.clause[claim.last - 1]
        ):
            last += 1
        return last
