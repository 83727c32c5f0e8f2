"""Phrases of cues as one network of words, walked from every word of a narrative.

A phrase is a row of steps; each step has ways through it, and ways that lead to the same place are
kept once. What may follow is worked out when a narrative first comes there and then remembered, so
that a phrase with many choices costs no more than the choices that are met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from chronology.seen.wording.words import Words

R = TypeVar("R")
GAPS = {"..": 3, "*": 1}
"""How many words a gap may swallow, within the clause."""
MENTIONS = frozenset(["CHILD", "ADULT", "PROF", "CHILDS", "ADULTS", "PROFS"])
_ARTICLES = frozenset(["the", "his", "her", "their", "my", "our", "a", "an", "both", "all", "of"])
_CONTRACTED = frozenset(["did", "was", "were", "would", "could", "does", "is", "are", "has", "have",
                         "had", "do", "should", "must", "can", "will"])  # fmt: skip
_ODD = {"can": ("can't", "cannot", "cant"), "will": ("won't", "wont")}

Ways = tuple[tuple[str, ...], ...]
"""The ways through one step: rows of words; an empty row where the step may be left out."""


class Place(Generic[R]):
    """Where one may be in the network: what ends here and what may follow."""

    __slots__ = ("_net", "_strict", "ends", "gap", "people", "steps", "words")

    def __init__(self, net: Network[R], states: frozenset[int]) -> None:
        self._net = net
        self.ends: tuple[R, ...] = tuple(
            dict.fromkeys(r for s in sorted(states) for r in net.ends.get(s, ()))
        )
        free = frozenset(n for s in states for n in net.free.get(s, ()))
        self.gap: frozenset[int] = net.close(free) if free else frozenset()
        """Where any word leads, within the clause."""
        self._strict = net.words(states)
        self.words = frozenset(self._strict)
        self.people = not MENTIONS.isdisjoint(self.words)
        self.steps: dict[str, Place[R]] = {}

    def find(self, word: str, within: bool) -> Place[R] | None:
        """Where a word leads; `within` the clause a gap may swallow it."""
        if not self.gap:
            found = self._net.place(self._strict.get(word))
            if found is not None:
                self.steps[word] = found
            return found
        after = self._strict.get(word)
        return self._net.place(((after or frozenset()) | self.gap) if within else after)


class Network(Generic[R]):
    """Every phrase, ready to be walked."""

    def __init__(self) -> None:
        self._count = 1
        self._edges: dict[int, dict[str, set[int]]] = {0: {}}
        self._skips: dict[int, set[int]] = {}
        self.free: dict[int, set[int]] = {}
        self.ends: dict[int, list[R]] = {}
        self._places: dict[frozenset[int], Place[R]] = {}
        self.opens: dict[str, frozenset[int]] = {}
        """Where a phrase that opens with a word leads."""
        self._begin: dict[str, Place[R]] = {}

    def add(self, steps: Sequence[Ways], rule: R) -> None:
        """Add a phrase; `rule` is what it stands for."""
        at = 0
        for step in steps:
            after = self._new()
            for way in step:
                if way and way[0] in GAPS:
                    self._gap(at, after, GAPS[way[0]])
                else:
                    self._way(at, after, way)
            at = after
        self.ends.setdefault(at, []).append(rule)

    def _new(self) -> int:
        self._count += 1
        return self._count

    def _gap(self, at: int, after: int, most: int) -> None:
        self._skips.setdefault(at, set()).add(after)
        here = at
        for _ in range(most):
            following = self._new()
            self.free.setdefault(here, set()).add(following)
            self._skips.setdefault(following, set()).add(after)
            here = following

    def _way(self, at: int, after: int, way: tuple[str, ...]) -> None:
        if not way:
            self._skips.setdefault(at, set()).add(after)
            return
        here = at
        for word in way[:-1]:
            following = self._new()
            self._edge(here, word, following)
            here = following
        self._edge(here, way[-1], after)

    def _edge(self, at: int, word: str, after: int) -> None:
        self._edges.setdefault(at, {}).setdefault(word, set()).add(after)

    def seal(self) -> None:
        """Add "didn't" beside "did not", and get ready to be walked."""
        for at, edges in list(self._edges.items()):
            for word in _CONTRACTED & set(edges):
                beyond = {
                    n for s in self.close(frozenset(edges[word]))
                    for n in self._edges.get(s, {}).get("not", ())
                }  # fmt: skip
                for short in _ODD.get(word, (word + "n't", word + "nt")) if beyond else ():
                    for after in beyond:
                        self._edge(at, short, after)
        self.opens = self.words(self.close(frozenset([0])))

    def begin(self, word: str) -> Place[R] | None:
        """The place to which a word leads that opens a phrase."""
        found = self._begin.get(word)
        if found is None and word in self.opens:
            found = self._begin[word] = Place(self, self.opens[word])
        return found

    def close(self, states: frozenset[int]) -> frozenset[int]:
        """The states, with those that steps left out lead to."""
        if self._skips.keys().isdisjoint(states):  # nine times in ten
            return states
        found, left = set(states), list(states)
        while left:
            for after in self._skips.get(left.pop(), ()):
                if after not in found:
                    found.add(after)
                    left.append(after)
        return frozenset(found)

    def words(self, states: Iterable[int]) -> dict[str, frozenset[int]]:
        """Word -> where it leads from any of the states."""
        found: dict[str, set[int]] = {}
        for state in states:
            for word, after in self._edges.get(state, {}).items():
                found.setdefault(word, set()).update(after)
        return {word: self.close(frozenset(after)) for word, after in found.items()}

    def place(self, states: frozenset[int] | None) -> Place[R] | None:
        """The place for a set of states, made once."""
        if not states:
            return None
        found = self._places.get(states)
        if found is None:
            found = self._places[states] = Place(self, states)
        return found


def walk(
    net: Network[R], words: Words, kinds: Sequence[str], ends: Sequence[int],
    keep: Callable[[int, list[tuple[int, R]]], None],
) -> None:  # fmt: skip
    """Hand every phrase found to `keep`, word by word: where it begins, its ends and rules."""
    opens, low, quoted = net.opens, words.low, words.quoted
    found: list[tuple[int, R]] = []
    for i in [i for i, word in enumerate(low) if word in opens or kinds[i]]:
        if quoted[i]:
            continue
        place, kind, at = net.begin(low[i]), kinds[i], i + 1
        if place is not None:
            if at < len(low) and (
                place.gap or low[at] in place.words or kinds[at] in place.words
                or (place.people and low[at] in _ARTICLES)
            ):  # fmt: skip
                _follow(words, kinds, ends, at, place, i, found)
            else:
                for rule in place.ends:
                    found.append((at, rule))
        if kind and (place := net.begin(kind)):
            _follow(words, kinds, ends, ends[i], place, i, found)
        if found:
            keep(i, found)
            found.clear()


def _follow(
    words: Words, kinds: Sequence[str], ends: Sequence[int], at: int, place: Place[R], first: int,
    found: list[tuple[int, R]],
) -> None:  # fmt: skip
    """Gather every end that is reached from a place, word by word."""
    low, quoted = words.low, words.quoted
    count = len(low)
    while True:
        for rule in place.ends:
            found.append((at, rule))
        if at >= count or quoted[at]:
            return
        word, kind = low[at], kinds[at]
        if kind and kind in place.words:
            after = place.steps.get(kind) or place.find(kind, False)
            if after:
                _follow(words, kinds, ends, ends[at], after, first, found)
        elif place.people and not kind and word in _ARTICLES:
            _past_article(words, kinds, ends, at + 1, place, first, found)
        following = place.steps.get(word)
        if following is None:
            if not place.gap and word not in place.words:
                return
            following = place.find(word, words.clause[at] == words.clause[first])
            if following is None:
                return
        place, at = following, at + 1


def _past_article(
    words: Words, kinds: Sequence[str], ends: Sequence[int], at: int, place: Place[R], first: int,
    found: list[tuple[int, R]],
) -> None:  # fmt: skip
    """An article or possessive before a mention: "asked his mother to leave"."""
    if at < len(kinds) and kinds[at] in place.words:
        after = place.find(kinds[at], False)
        if after:
            _follow(words, kinds, ends, ends[at], after, first, found)
