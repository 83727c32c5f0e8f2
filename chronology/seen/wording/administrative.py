"""What stands round an account and tells nothing: "Recorded by: A Bell. Details: ... Plan: review."

Weighed with the account it makes a reading less sure: of entries that were read rightly, one in
twenty was no more once labels of a record stood before it. Which words, in administrative.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from chronology.seen.wording.grammar import table_of

_FARTHEST = 80
"""Characters of a value or a plan; what goes on longer tells something."""
_PART = re.compile(r"(?<![^.\n ])([SOAP]) ?:")
_A_NOTE = re.compile(r"^\s*S ?: ?.*(?<=[.\n ])[AP] ?:", re.DOTALL)
"""Set out as doctors do: S(ubjective), O(bjective), A(ssessment), P(lan)."""
_TO_THE_END = rf"[^.;|\n]{{0,{_FARTHEST}}}?(?:\.(?=\s|$)|[;|]|(?=\n|$))"
"""Up to the end of the sentence, of the line or of the cell that was put into it."""


def without_administration(text: str, names: Iterable[str] = ()) -> str:
    """The text with spaces for what tells nothing; it stays as long as it was. `names` are the
    children's: where "S:" and "P:" may both be children, they are no parts of a note."""
    note = {letter.lower() for letter in _PART.findall(text)} if _A_NOTE.search(text) else set()
    letters = not note <= {name[:1] for name in names}
    for pattern in _patterns(letters):
        text = pattern.sub(_spaces, text)
    return text


def _spaces(found: re.Match[str]) -> str:
    return found[0] if _telling().search(found[0]) else " " * len(found[0])


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(table_of('administrative.toml')['tells'])})\b", re.I)


@cache
def _patterns(letters: bool) -> tuple[re.Pattern[str], ...]:
    """What tells nothing; in a doctor's note by `letters` "S:", "O:", "A:" and "P: ..." too."""
    told = table_of("administrative.toml")
    begins = r"(?:(?<=[.!?;|:] )|(?<=\n)|^)[ \t]*"
    with_value = (*told["with_value"], *told["plans"], *("p" * letters))
    alone = (*told["alone"], *("soa" * letters))
    ways = (
        r"(?:(?<=\n)|^)[ \t]*[-*\u2022\u00b7\u25aa\u2013][ \t]+(?=\w)",
        rf"{begins}(?:{_any_of(with_value)})\s?[:\u2013-] ?{_TO_THE_END}",
        rf"{begins}(?:{_any_of(alone)})\s?:",
        rf"{begins}(?:{_any_of(told['sentences'])})\b{_TO_THE_END}",
    )
    return tuple(re.compile(way, re.IGNORECASE) for way in ways)


def _any_of(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
