"""Cue words kept as data: which cues of a list a text holds, whatever the endings and case.

A cue is one or more words in a row. Words are compared by their stem, so that "bruise" finds
"bruising"; text is read once, however many cues there are.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_WORD = re.compile(r"(?!(?<=')s\b)[a-z0-9]+(?:&[a-z])?")  # without the s of "mother's"
# Words that mean something else than those they share a stem with: house, home, miss.
_ON_THEIR_OWN = frozenset(["housing", "homes", "missing"])
_OWN_STEM = 3  # shorter words are abbreviations or names and stay as they are
# No ending that the stemmer takes off or alters ends in one of these letters.
_ENDS_NOTHING = frozenset("abfhjkopquvwxz")
# A cue that stands just after one of these is denied: "no bruises", "denies drug use".
_DENIALS = frozenset(
    ["no", "not", "nil", "never", "deni", "without", "neither", "nor", "non", "free", "negat"]
)  # stems
_DENIAL_REACH = 3  # words

Finder = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One cue found in a text: what it stands for, the word it begins at, and whether denied."""

    name: str
    at: int
    denied: bool
    words: int = 1
    """How many words it is."""


@cache
def words_of(file: str) -> str:
    """The text of a data file in chronology/cues."""
    return resources.files("chronology").joinpath("cues", file).read_text(encoding="utf-8")


@cache
def table_of(file: str) -> Mapping[str, Any]:
    """The tables of a data file in chronology/cues, without the examples of its lists."""
    tables = tomllib.loads(words_of(file))
    return {name: told for name, told in tables.items() if name != "examples"}


def one_of(told: Iterable[str]) -> str:
    """A pattern for any of some words, letter by letter."""
    return f"(?:{'|'.join(map(re.escape, told))})"


def one_of_lists(file: str, *lists: str) -> str:
    """A pattern for any word of some lists of a table in chronology/cues; a word that ends in *
    stands for every word that begins so."""
    table = table_of(file)
    told = one_of(word for name in lists for word in table[name]["words"])
    return told.replace(r"\*", r"\w*")


def words(text: str) -> list[str]:
    """The words of a text in small letters; "mother's" is "mother", "9-year-old" three words."""
    folded = text.casefold().replace("\u2019", "'").replace("n't", " not")
    return _WORD.findall(folded)


class _Stems(dict[str, str]):
    """Stems found so far: a case uses few different words, each many times."""

    def __missing__(self, word: str) -> str:
        plain = len(word) <= _OWN_STEM or not word.isalpha() or word in _ON_THEIR_OWN
        plain = plain or word[-1] in _ENDS_NOTHING
        self[word] = found = word if plain else str(_stemmer().stemWord(word))
        return found


_stems = _Stems()


def stems(text: str, most: int | None = None) -> list[str]:
    """The stems (Snowball, English) of a text's words, or of the first so many; numbers and short
    words stay as they are."""
    return [_stems[word] for word in words(text)[:most]]


def finder(cues: Mapping[str, Iterable[str]]) -> Finder:
    """Prepare lists of cues by name for `find`."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in cues.items():
        for phrase in phrases:
            first, *rest = stems(phrase)
            table.setdefault(first, []).append((tuple(rest), name))
    return {first: tuple(dict.fromkeys(ways)) for first, ways in table.items()}


def find(told: Sequence[str], cues: Finder) -> list[Found]:
    """The cues that a text holds, given its stems in order."""
    found = []
    following = [*told[1:], ""]
    for at in [at for at, first in enumerate(told) if first in cues]:
        after = following[at]
        here = [
            (name, 1 + len(rest))
            for rest, name in cues[told[at]]
            if not rest or (rest[0] == after and tuple(told[at + 1 : at + 1 + len(rest)]) == rest)
        ]
        if here:
            no = denied(told, at)
            found += [Found(name=n, at=at, denied=no, words=words) for n, words in here]
    return found


def find_cues(told: Sequence[str], file: str) -> list[Found]:
    """The same of the cues of a data file in chronology/cues."""
    return find(told, _cues_of(file))


@cache
def _cues_of(file: str) -> Finder:
    return finder(table_of(file))


def longest(found: Sequence[Found]) -> list[Found]:
    """Of cues that begin at one word those of the most words: a school nurse is no school."""
    most: dict[int, int] = {}
    for f in found:
        most[f.at] = max(f.words, most.get(f.at, 0))
    return [f for f in found if f.words == most[f.at]]


def denied(told: Sequence[str], at: int, since: int = 0) -> bool:
    """Whether a denial stands just before a word, and not before the word `since`."""
    return not _DENIALS.isdisjoint(told[max(since, at - _DENIAL_REACH) : at])


@cache
def _stemmer() -> Any:
    import snowballstemmer  # late: only where text is compared

    return snowballstemmer.stemmer("english")
