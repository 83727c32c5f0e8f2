"""Shorthand spelt out: "BIB mum" is read as "brought in by mum", and quoted as it was sent.

What it stands for is in shorthand.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from chronology.seen.wording.grammar import table_of

_FAR = 40
"""Characters before it in which the word before it stands."""
_TIME = r"\d\d?[.:]?\d\d"
_END = r"(?=[^\w\s]|\n|$)"
_NUMBER = r"\d[\d.]*\w*"
_LAST_WORD = re.compile(r"(\?|[\w'\u2019]+)\W*$")


class _Meaning(NamedTuple):
    """What shorthand stands for, before what, and never after what."""

    long: tuple[str, ...]
    then: re.Pattern[str] | None
    after: frozenset[str]


class Spelt(NamedTuple):
    """A text's words as they stand, as they are read, in lower case, and their characters."""

    raw: list[str]
    low: list[str]
    spans: list[tuple[int, int]]


def spelt_out(text: str, raw: list[str], low: list[str]) -> Spelt | None:
    """A text's words with shorthand spelt out, or nothing where there is none; the words that it
    stands for have all its characters."""
    found = list(_found(text))
    if not found:
        return None
    spelt, at, done = Spelt([], [], []), 0, 0
    for word, read in zip(raw, low, strict=True):
        start = text.find(word, at)
        start = len(text) if start < 0 else start  # the full stop that split() adds
        at = min(start + len(word), len(text))
        if found and start >= found[0].start:
            short = found.pop(0)
            _add(spelt, short.long, short.long, (short.start, short.end))
            done = short.end
        elif start >= done:
            _add(spelt, [word], [read], (start, at))
    return spelt


def _add(
    spelt: Spelt, as_sent: Sequence[str], as_read: Sequence[str], span: tuple[int, int]
) -> None:
    spelt.raw.extend(as_sent)
    spelt.low.extend(as_read)
    spelt.spans.extend([span] * len(as_read))


class _Short(NamedTuple):
    """Shorthand in a text, and what it stands for there."""

    start: int
    end: int
    long: tuple[str, ...]


def _found(text: str) -> Iterator[_Short]:
    """Every shorthand of a text."""
    pattern, meanings = _shorthand()
    for match in pattern.finditer(text):
        start, end = match.span()
        before = _LAST_WORD.search(text[max(0, start - _FAR) : start])
        for meaning in meanings.get(match[0].lower(), ()):
            if meaning.then and not meaning.then.match(text, end):
                continue
            if before is None or _kind(before) not in meaning.after:
                yield _Short(start, end, meaning.long)
                break


def _kind(before: re.Match[str]) -> str:
    """The word before shorthand as the data name it; NUMBER for a count: "14 att ED"."""
    word, start = before[1].lower(), before.start(1)
    apart = not start or before.string[start - 1].isspace()
    counts = word.isdigit() and len(word) < _YEAR and apart
    return "NUMBER" if counts else word


_YEAR = 4


@cache
def _shorthand() -> tuple[re.Pattern[str], dict[str, list[_Meaning]]]:
    """Every shorthand as one pattern, and what each may stand for."""
    meanings: dict[str, list[_Meaning]] = {}
    for told in table_of("shorthand.toml").values():
        then = _any_of(told["then"]) if "then" in told else None
        after = frozenset([*told["after"], "?"]) if "after" in told else frozenset()
        for short in told["short"]:
            long = tuple(told["long"].split())
            meanings.setdefault(short, []).append(_Meaning(long, then, after))
    each = "|".join(re.escape(short) for short in sorted(meanings, key=len, reverse=True))
    return re.compile(rf"(?<![\w/'\u2019-])(?:{each})(?![\w/'\u2019-])", re.I), meanings


def _any_of(told: Sequence[str]) -> re.Pattern[str]:
    """Any of some words, or of a list of lists.toml, that stand next."""
    lists = table_of("lists.toml")
    words = [w for one in told for w in (lists[one[1:-1]] if one.startswith("{") else [one])]
    each = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    each = each.replace("TIME", _TIME).replace("NUMBER", _NUMBER).replace("END", _END)
    return re.compile(rf"[\s.:]*(?:{each})(?!\w)", re.I)
