"""What kind of agency a name speaks of, and the words by which agencies name each other."""

from __future__ import annotations

import tomllib
from functools import cache

from chronology import phrases


@cache
def agency_words() -> phrases.Finder:
    """The words by which agencies are named, by kind of agency."""
    return phrases.finder(tomllib.loads(phrases.words_of("agencies.toml")))


@cache
def agency_kinds(agency: str) -> frozenset[str]:
    """What kind of agency a name speaks of; the name itself where no cue is known."""
    found = frozenset(f.name for f in phrases.find(phrases.stems(agency), agency_words()))
    return found or frozenset({agency.casefold()})
