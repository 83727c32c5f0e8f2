"""The words of `relations.toml`, by what they mean."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from genogram.model import Sex

_OTHERS = ("side", "another", "near")  # no relations to the child
_Words = dict[str, tuple[str, Sex]]


@cache
def _told() -> dict[str, Any]:
    text = (
        resources.files("genogram.formats").joinpath("relations.toml").read_text(encoding="utf-8")
    )
    return tomllib.loads(text)


@cache
def near_words() -> frozenset[str]:
    """Words by which whoever works with the family is near it too: friend, lives."""
    return frozenset(_told()["near"]["words"])


@cache
def told_words() -> tuple[_Words, dict[str, str], _Words]:
    """Words for relations to the child, for sides, and for relations to somebody named."""
    told = {name: words for name, words in _told().items() if name not in _OTHERS}
    sides = {word: side for side, several in _told()["side"].items() for word in several}
    return _by_word(told), sides, _by_word(_told()["another"])


@cache
def relation_words() -> frozenset[str]:
    """Every single word of those for relations and sides: step, maternal, mgm."""
    return frozenset(
        part for known in told_words() for word in known for part in re.split("[ -]", word)
    )


def _by_word(told: dict[str, dict[str, list[str]]]) -> _Words:
    return {
        word: (relation, Sex(sex))
        for relation, by_sex in told.items()
        for sex, several in by_sex.items()
        for word in several
    }
