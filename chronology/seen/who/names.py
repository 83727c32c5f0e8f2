"""The forms in which a child's name stands in a record: cut short, half of it, spelt otherwise. The
lists stand in names.toml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from chronology.seen.wording.grammar import table_of

_CUT, _LONGER = 4, 2
"""The fewest letters of a name cut short that no list knows, and how many it lacks at least."""
_HEARD, _SPELT = 3, 5
"""The fewest sounds, and letters, of a name spelt otherwise."""


@cache
def name_words(of: str) -> frozenset[str]:
    """A list of names that are words too, or of what stands beside them."""
    return frozenset(table_of("names.toml")["words"][of])


@cache
def _short() -> dict[str, dict[str, None]]:
    """By a name in lower case, the forms it has: Thomas is Tom and Tommy, Tom is Thomas."""
    found: dict[str, dict[str, None]] = {}
    for full, forms in table_of("names.toml")["short"].items():
        for form in forms:
            found.setdefault(full, {})[form] = None
            found.setdefault(form.casefold(), {})[full.capitalize()] = None
    return found


def forms(label: str) -> list[str]:
    """ "N-R", "Nevaeh", "Rose" and "Nev" for Nevaeh-Rose: what a first name is cut short to."""
    first = label.split()[0]
    parts = [part for part in first.split("-") if part]
    halves = ["-".join(part[0] for part in parts), *parts] if len(parts) > 1 else []
    return [*halves, *(form for part in parts for form in _short().get(part.casefold(), ()))]


def nearly(raw: str, names: Sequence[tuple[str, str]]) -> str:
    """The one child whose first name a word is cut short from, or spells otherwise; '' for none.

    `names` are (first name, label). "Chan" of Chantelle, "Mohamed" for Mohammed.
    """
    word = raw.casefold().removesuffix("'s")
    found = {
        label for name, label in names
        if (len(word) >= _CUT and len(name) >= len(word) + _LONGER and name.startswith(word))
        or _alike(word, name)
    }  # fmt: skip
    return found.pop() if len(found) == 1 else ""


def _alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SPELT or abs(len(one) - len(other)) > 1:
        return False
    heard = _sounds(one)
    return len(heard) >= _HEARD and heard == _sounds(other)


@lru_cache(maxsize=4096)
def _sounds(name: str) -> str:
    """The first letter and the consonants of a name, each once where it stands twice."""
    for spelt, heard in (("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("z", "s")):
        name = name.replace(spelt, heard)
    return re.sub(r"(.)\1+", r"\1", name[:1] + re.sub(r"[aeiouy]", "", name[1:]))
