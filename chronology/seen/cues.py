"""Cues: the phrases of the data files, found among the words of a narrative.

A phrase is words with a space between; `a/b` stands for either, `(a)` may be left out, `..` is a
gap of up to three words within the clause, and CHILD, ADULT and PROF stand for a mention.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import product
from typing import Any

from chronology.seen.words import Words

FILES = ("seen.toml", "not_seen.toml", "views.toml", "scopes.toml")
_GAP = 3
_END = ""
_ARTICLES = frozenset(["the", "his", "her", "their", "my", "our", "a", "an", "both", "all"])
CHANNEL = {
    "seen": "sight", "spoke": "sight", "not_seen": "sight", "elsewhere": "sight",
    "nothing": "sight", "alone": "alone", "speech": "views", "own": "views", "sought": "sought",
    "tried": "sought", "observed": "behaviour", "negation": "negation", "future": "future",
    "report": "report", "paper": "paper", "past": "past", "remote": "remote", "visit": "visit",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """What a group of cues says, of whom, how surely, and the sentences that show it."""

    name: str
    says: str
    of: str = "child"
    strength: int = 2
    manner: str = ""
    reason: str = ""
    phrases: tuple[str, ...] = ()
    examples: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found: words `first` up to, not including, `last`."""

    rule: Rule
    first: int
    last: int


Node = dict[str, Any]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the data files, in their order."""
    found = []
    for file in FILES:
        text = resources.files("chronology.seen").joinpath(file).read_text(encoding="utf-8")
        found += [_rule(name, told) for name, told in tomllib.loads(text).items()]
    return tuple(found)


def _rule(name: str, told: Mapping[str, Any]) -> Rule:
    return Rule(
        name=name,
        says=told["says"],
        of=told.get("of", "child"),
        strength=told.get("strength", 2),
        manner=told.get("manner", ""),
        reason=told.get("reason", ""),
        phrases=tuple(told["phrases"]),
        examples=tuple(told.get("examples", ())),
    )


@cache
def _trie() -> Node:
    root: Node = {}
    for rule in rules():
        for phrase in rule.phrases:
            for words in variants(phrase):
                node = root
                for word in words:
                    node = node.setdefault(word, {})
                node.setdefault(_END, []).append(rule)
    return root


def variants(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every sequence of words that a phrase stands for."""
    choices: list[tuple[str, ...]] = []
    for part in phrase.split():
        optional = part.startswith("(") and part.endswith(")") and len(part) > 2
        options = tuple((part[1:-1] if optional else part).split("/")) if part != "/" else ("/",)
        choices.append((*options, "") if optional else options)
    for words in product(*choices):
        yield tuple(word for word in words if word)


def find(words: Words, kinds: Sequence[str], ends: Sequence[int]) -> list[Hit]:
    """Every cue, the longest of its channel at each place; one inside another is left out.

    `kinds` and `ends` tell, at the first word of each mention, of what kind it is and its end.
    """
    root = _trie()
    low, quoted = words.low, words.quoted
    hits: list[Hit] = []
    reach: dict[str, int] = {}
    for i, word in enumerate(low):
        if quoted[i] or (word not in root and (not kinds[i] or kinds[i] not in root)):
            continue
        found: list[tuple[int, Rule]] = []
        _follow(words, kinds, ends, i, root, i, found)
        if not found:
            continue
        if len(found) == 1:
            end, rule = found[0]
            channel = CHANNEL[rule.says]
            if end > reach.get(channel, 0):
                reach[channel] = end
                hits.append(Hit(rule, i, end))
                if rule.says == "nothing":
                    reach["alone"] = max(end, reach.get("alone", 0))
            continue
        best: dict[str, int] = {}
        for end, rule in found:
            channel = CHANNEL[rule.says]
            best[channel] = max(end, best.get(channel, 0))
        found = [f for f in found if f[0] == best[CHANNEL[f[1].says]]]
        shut = max((end for end, rule in found if rule.says == "nothing"), default=0)
        for end, rule in dict.fromkeys(found):
            channel = CHANNEL[rule.says]
            if end > reach.get(channel, 0) and not (channel in ("sight", "alone") and end <= shut):
                hits.append(Hit(rule, i, end))
        for channel, end in best.items():
            reach[channel] = max(end, reach.get(channel, 0))
        if shut:
            reach["alone"] = max(shut, reach.get("alone", 0))
    return hits


def _follow(
    words: Words, kinds: Sequence[str], ends: Sequence[int], at: int, node: Node, first: int,
    found: list[tuple[int, Rule]],
) -> None:  # fmt: skip
    if _END in node:
        found += [(at, rule) for rule in node[_END]]
    if at >= len(words.low) or words.quoted[at]:
        return
    if (after := node.get(words.low[at])) is not None:
        _follow(words, kinds, ends, at + 1, after, first, found)
    if kinds[at] and (after := node.get(kinds[at])) is not None:
        _follow(words, kinds, ends, ends[at], after, first, found)
    # an article or possessive before a mention: "asked his mother to leave"
    if words.low[at] in _ARTICLES and at > first and (people := _people(node)):
        _follow(words, kinds, ends, at + 1, people, first, found)
    if (after := node.get("..")) is not None:
        for place in range(at, min(at + _GAP + 1, len(words.low))):
            if words.clause[place] == words.clause[first]:
                _follow(words, kinds, ends, place, after, first, found)


def _people(node: Node) -> Node:
    return {kind: node[kind] for kind in ("CHILD", "ADULT", "PROF", "CHILDS") if kind in node}
