"""What kinds of word a word is: the lists of senses.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from chronology.seen.wording.forms import forms
from chronology.seen.wording.grammar import table_of


@cache
def senses() -> Mapping[str, tuple[str, ...]]:
    """Word -> the kinds it is of, in the order of the file."""
    found: dict[str, dict[str, None]] = {}
    for kind, listed in table_of("senses.toml").items():
        for word in _words(listed):
            found.setdefault(word, {})[kind] = None
    return {word: tuple(kinds) for word, kinds in found.items()}


def _words(listed: list[str]) -> Iterator[str]:
    for word in listed:
        if word.startswith("="):
            yield from (form for form, _ in forms(word[1:]))
        else:
            yield word
