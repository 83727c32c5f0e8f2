"""What an account says of each thing that another may contradict: a side, a weight, who came."""

from __future__ import annotations

from collections.abc import Iterable

Particulars = dict[str, tuple[frozenset[str], str]]
"""What it is about -> what is said of it, and the words: "arm of Theo" -> L, "left arm"."""


def add_said(told: Particulars, about: str, values: Iterable[str], words: str) -> None:
    """Put a further thing said to what an account says already."""
    before, said = told.get(about, (frozenset(), ""))
    told[about] = before | {*values}, f"{said}, {words}" if said else words
