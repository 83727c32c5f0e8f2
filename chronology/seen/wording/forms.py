"""The forms of a verb: see, sees, seeing, saw, seen. The irregular ones stand in verbs.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from chronology.seen.wording.grammar import table_of

BASE, PRESENT, ING, PAST, PARTICIPLE = 1, 2, 4, 8, 16
_DOUBLED = re.compile(r"(?:^|[^aeiou])[^aeiouy]*[aeiou][bdgklmnprt]$")


@cache
def irregular() -> dict[str, tuple[str, str]]:
    """Verb -> its past and its participle."""
    found = {}
    for line in table_of("verbs.toml")["irregular"]:
        verb, past, *participle = line.split()
        found[verb] = (past, participle[0] if participle else past)
    return found


@cache
def _doubling() -> frozenset[str]:
    """Verbs of more than one syllable that double their last letter: admit, admitted."""
    return frozenset(table_of("verbs.toml")["doubling"])


def forms(verb: str) -> Iterator[tuple[str, int]]:
    """Every form of a verb and which form it is."""
    if verb == "be":
        yield from _BE
        return
    stem = _stem(verb)
    yield verb, BASE
    yield _third(verb), PRESENT
    yield _ing(verb, stem), ING
    past = irregular().get(verb)
    if past:
        for word in past[0].split("/"):
            yield word, PAST
        for word in past[1].split("/"):
            yield word, PARTICIPLE
    else:
        word = _regular_past(verb, stem)
        yield word, PAST
        yield word, PARTICIPLE


_BE = (("is", PRESENT), ("are", PRESENT), ("was", PAST), ("were", PAST), ("been", PARTICIPLE),
       ("being", ING), ("be", BASE), ("am", PRESENT))  # fmt: skip


def _stem(verb: str) -> str:
    """What endings are put to: hug -> hugg."""
    if verb in _doubling() or (
        _DOUBLED.search(verb) and len(re.findall("[aeiouy]+", verb)) == 1 and verb[-2:] != "qu"
    ):
        return verb + verb[-1]
    return verb


def _third(verb: str) -> str:
    if verb in ("have", "do", "go"):
        return {"have": "has", "do": "does", "go": "goes"}[verb]
    if re.search(r"(?:s|x|z|ch|sh)$", verb):
        return verb + "es"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + "s"


def _ing(verb: str, stem: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return stem + "ing"


def _regular_past(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return stem + "ed"
