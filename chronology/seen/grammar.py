"""Words that hold sentences together, from grammar.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _told() -> dict[str, list[str]]:
    text = resources.files("chronology.seen").joinpath("grammar.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def grammar(name: str) -> frozenset[str]:
    """One list of grammar.toml."""
    return frozenset(_told()[name])
