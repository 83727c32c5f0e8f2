"""What kinds of word a word is: the lists of senses.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from chronology.seen.forms import forms


@cache
def senses() -> Mapping[str, tuple[str, ...]]:
    """Word -> the kinds it is of, in the order of the file."""
    text = resources.files("chronology.seen").joinpath("senses.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, None]] = {}
    for kind, listed in tomllib.loads(text).items():
        for word in _words(listed):
            found.setdefault(word, {})[kind] = None
    return {word: tuple(kinds) for word, kinds in found.items()}


def _words(listed: list[str]) -> Iterator[str]:
    for word in listed:
        if word.startswith("="):
            yield from (form for form, _ in forms(word[1:]))
        else:
            yield word
