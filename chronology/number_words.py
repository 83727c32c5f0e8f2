"""Numbers as records spell them: "four", "fourth"."""

from __future__ import annotations

import re
from collections.abc import Sequence

CARDINALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_TENTHS = ("thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth",
           "hundredth")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {w: n for words in (CARDINALS, _ORDINALS) for n, w in enumerate(words, start=1)}


def number(word: str) -> int:
    """The number that digits, "four", "Fourth" or "thirty-five" say; KeyError for other words."""
    if word.isdigit():
        return int(word)
    tens, *one = re.split(r"[-\s]+", word.casefold())
    if tens in _TENS and (not one or one[0] in _NUMBERS):
        return 10 * _TENS.index(tens) + 20 + (_NUMBERS[one[0]] if one else 0)
    if word.casefold() in _TENTHS:
        return 10 * _TENTHS.index(word.casefold()) + 30
    return _NUMBERS[word.casefold()]


def _any_of(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # "sixteen" is not read as "six"


ONE_TO_NINE = rf"\d|{_any_of(CARDINALS[:9])}"
_IN_WORDS = (
    rf"(?:{'|'.join(_TENS)})(?:[-\s](?:{_any_of(CARDINALS[:9])}))?|{_any_of(CARDINALS[:19])}"
)
AGE = rf"\d{{1,2}}|{_IN_WORDS}"
"""In years."""
ORDINAL = (
    rf"(?:{'|'.join(_TENS)})[-\s](?:{_any_of(_ORDINALS[:9])})|{_any_of((*_ORDINALS, *_TENTHS))}"
)
