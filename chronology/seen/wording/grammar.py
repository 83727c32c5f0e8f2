"""The data files of chronology/seen, and of these grammar.toml: words that hold sentences."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def table_of(file: str) -> Mapping[str, Any]:
    """The tables of a data file."""
    return tomllib.loads((resources.files("chronology.seen") / file).read_text(encoding="utf-8"))


@cache
def grammar(name: str) -> frozenset[str]:
    """One list of grammar.toml, in whichever of its tables."""
    return frozenset(next(t[name] for t in table_of("grammar.toml").values() if name in t))
