"""Cues: the phrases of the data files, found among the words of a narrative.

The grammar of a phrase (it stands at the top of seen.toml for those who write cues):

    word word     the words, one after the other, whatever their capitals
    a/b           either; (a) may be left out; (a/b) either, or neither
    a_b/c         the two words a b, or c
    =see          every form of the verb: see, sees, seeing, saw, seen
    {room}        any word or phrase of that list in lists.toml
    .. *          up to three words, up to one, within the clause
    CHILD ADULT PROF   somebody of that kind is mentioned; CHILDS ADULTS PROFS: theirs
    NUMBER TIME   any number, any time such as 0340 or 14:32 (4.26 and 104 may be one)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from chronology.seen.wording.forms import BASE, forms
from chronology.seen.wording.grammar import table_of
from chronology.seen.wording.matcher import MENTIONS, Network, Ways, walk
from chronology.seen.wording.words import Words

FILES = ("seen.toml", "not_seen.toml", "alone.toml", "views.toml", "scopes.toml")
SAYS = {
    "seen": "sight", "contact": "sight", "not_seen": "sight", "elsewhere": "elsewhere",
    "alone": "alone", "speech": "views", "own": "views", "sought": "views", "observed": "behaviour",
    "asked": "asking", "plan": "plan", "report": "report", "telling": "telling", "paper": "paper",
    "past": "past", "picture": "paper", "remote": "remote", "meeting": "remote", "visit": "visit",
    "received": "received",
    "appointment": "visit", "session": "visit", "void": "",
}  # fmt: skip
"""What a rule may say -> the channel in which its cues compete: the longest wins."""

CAPITALS = MENTIONS | {"NUMBER", "TIME"}
"""What a phrase may have in capitals."""
_TIME = re.compile(r"\d\d?[.:]?\d\d")

Own = tuple[tuple[str, tuple[str, ...]], ...]
"""An organisation's own cues: rule name -> phrases."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """What a group of cues says, of whom, how surely, and the sentences that show it."""

    name: str
    says: str
    of: str = ""
    strength: int = 2
    manner: str = ""
    reason: str = ""
    voids: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    examples: tuple[Mapping[str, str], ...] = ()
    channels: tuple[str, ...] = ()


Found = tuple[Rule, bool]
"""A rule, and whether its phrase opens with a verb in any form."""


class Hit(NamedTuple):
    """A cue found: words `first` up to, not including, `last`."""

    rule: Rule
    first: int
    last: int
    form: int = 0
    """Which form of a verb the first word is, where the cue was written with =."""


@cache
def rules(files: tuple[str, ...] = FILES) -> tuple[Rule, ...]:
    """Every rule of the data files, in their order."""
    return tuple(_rule(name, told) for file in files for name, told in table_of(file).items())


def _rule(name: str, told: Mapping[str, Any]) -> Rule:
    voids = tuple(told.get("voids", ()))
    says = told.get("says", "")
    return Rule(
        name=name,
        says=says,
        of=told.get("of", ""),
        strength=told.get("strength", 2),
        manner=told.get("manner", ""),
        reason=told.get("reason", ""),
        voids=voids,
        phrases=tuple(told["phrases"]),
        examples=tuple(told.get("examples", ())),
        channels=voids or (SAYS[says] if says else name,),
    )


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in table_of("lists.toml").items()}


@cache
def named(name: str) -> frozenset[str]:
    """A list of lists.toml as single words."""
    return frozenset(_lists()[name])


@lru_cache(maxsize=16)
def network(own: Own = (), files: tuple[str, ...] = FILES) -> Network[Found]:
    """Every phrase, ready to be found; `own` are an organisation's additions by rule name."""
    net: Network[Found] = Network()
    added = dict(own)
    for rule in rules(files):
        for phrase in dict.fromkeys((*rule.phrases, *added.get(rule.name, ()))):
            net.add([_ways(part) for part in phrase.split()], (rule, _opens_with_verb(phrase)))
    net.seal()
    return net


def problem_of(phrase: str, capitals: frozenset[str] = CAPITALS) -> str:
    """What is wrong with a phrase, in plain words; '' where nothing is."""
    parts = phrase.split()
    if not parts:
        return "is empty"
    if any(part.count("(") != part.count(")") for part in parts if part not in "()"):
        return "opens a bracket in one word and closes it in another (write a_b for two words)"
    lists = [c[1:-1] for part in parts for c in part.strip("()").split("/") if c.startswith("{")]
    unknown = [name for name in lists if name not in _lists()]
    if unknown:
        return f"speaks of a list {unknown[0]}, which is not in lists.toml"
    plain = [w for w in re.split(r"[\s/_]+", phrase) if w.strip("()") not in capitals]
    if any(word != word.lower() for word in plain):
        return "has capitals: phrases are written in lower case"
    if all(() in _ways(part) for part in parts):
        return "may be left out altogether"
    return ""


def _opens_with_verb(phrase: str) -> bool:
    first = next((p for p in phrase.split() if not p.startswith("(")), phrase)
    return "=" in first or (first.startswith("{") and _lists()[first[1:-1]][0].startswith("="))


def _ways(part: str) -> Ways:
    """The ways through one part of a phrase."""
    optional = part.startswith("(") and part.endswith(")") and len(part) > 2
    inner = part[1:-1] if optional else part
    ways: list[tuple[str, ...]] = [()] if optional else []
    for choice in inner.split("/") if inner != "/" else ["/"]:
        ways += _choice(choice)
    return tuple(dict.fromkeys(ways))


def _choice(choice: str) -> list[tuple[str, ...]]:
    if choice.startswith("{"):
        return [way for item in _lists()[choice[1:-1]] for way in _choice(item.replace(" ", "_"))]
    first, *rest = choice.split("_") if len(choice) > 1 else [choice]
    if first.startswith("=") and len(first) > 1:
        return [(word, *rest) for word in dict.fromkeys(word for word, _ in forms(first[1:]))]
    return [(first, *rest)]


@cache
def verb_forms() -> Mapping[str, int]:
    """Word -> the forms it may be, for every verb written with = in the data files."""
    found: dict[str, int] = {}
    verbs = {
        choice[1:]
        for words in (*(r.phrases for r in rules()), *_lists().values())
        for phrase in words
        for part in phrase.split()
        for choice in part.strip("()").split("/")
        if choice.startswith("=") and len(choice) > 1
    }
    for verb in verbs:
        for word, form in forms(verb):
            found[word] = found.get(word, 0) | form
    return found


def is_base(word: str) -> bool:
    """Whether a word may be a verb as it stands after "to" and "will"."""
    return bool(verb_forms().get(word, 0) & BASE)


def kind_of_number(word: str) -> str:
    """Which of NUMBER and TIME a word is; '' where it is neither."""
    if not word[0].isdigit():
        return ""
    return "TIME" if _TIME.fullmatch(word) else "NUMBER"


def find(words: Words, kinds: Sequence[str], ends: Sequence[int], net: Network[Found]) -> list[Hit]:
    """Every cue, the longest of its channel at each place; one inside another is left out.

    `kinds` and `ends` tell, at the first word of each mention, of what kind it is and its end.
    """
    hits: list[Hit] = []
    reach: dict[str, int] = {}
    forms = verb_forms()
    low = words.low

    def keep(first: int, found: list[tuple[int, Found]]) -> None:
        if len(found) == 1 and not found[0][1][0].voids:  # nine times in ten
            end, (rule, verbal) = found[0]
            if end > reach.get(rule.channels[0], 0):
                reach[rule.channels[0]] = end
                hits.append(Hit(rule, first, end, forms.get(low[first], 0) if verbal else 0))
            return
        for end, rule, verbal in _longest(found, reach):
            hits.append(Hit(rule, first, end, forms.get(low[first], 0) if verbal else 0))

    walk(net, words, kinds, ends, keep)
    return hits


def _longest(found: list[tuple[int, Found]], reach: dict[str, int]) -> list[tuple[int, Rule, bool]]:
    """Of the cues that begin at a word the longest of each channel, void ones shutting it."""
    best: dict[str, int] = {}
    shut: dict[str, int] = {}
    for end, (rule, _) in found:
        for channel in rule.channels:
            if end > best.get(channel, 0):
                best[channel] = end
            if rule.voids and end > shut.get(channel, 0):
                shut[channel] = end
    kept: dict[tuple[Rule, int], bool] = {}
    for end, (rule, verbal) in found:
        channel = rule.channels[0]
        if rule.voids or end < best[channel] or end <= shut.get(channel, 0):
            continue
        if end > reach.get(channel, 0):
            kept[rule, end] = kept.get((rule, end), True) and verbal
    for channel, end in best.items():
        if end > reach.get(channel, 0):
            reach[channel] = end
    return [(end, rule, verbal) for (rule, end), verbal in kept.items()]
