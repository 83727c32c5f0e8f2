"""Numbers as records spell them: "four", "fourth"."""

from __future__ import annotations

from collections.abc import Sequence

_CARDINALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_NUMBERS = {w: n for words in (_CARDINALS, _ORDINALS) for n, w in enumerate(words, start=1)}


def number(word: str) -> int:
    """The number that digits, "four" or "Fourth" say; raises KeyError for any other word."""
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


def _any_of(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # "sixteen" is not read as "six"


ONE_TO_NINE = rf"\d|{_any_of(_CARDINALS[:9])}"
AGE = rf"\d{{1,2}}|{_any_of(_CARDINALS[:18])}"
"""In years, as digits of anybody, in words of a child."""
ORDINAL = _any_of(_ORDINALS)
