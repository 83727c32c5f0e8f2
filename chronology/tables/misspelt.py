"""Headings that are spelt or said a little otherwise than those that are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

_FUZZY_ENOUGH = 90  # of 100: "Date of contct" passes, "Child seen" and "Child scene" do too
# Words that no slip of spelling makes: "Occurred to" is not like "Occurred at".
_OPPOSITES = frozenset(
    ("to", "from", "at", "on", "in", "by", "until", "start", "end", "not", "no", "un", "last")
)
_SHORTEST, _LONGEST, _APART = 4, 60, 3  # letters


_IN_FULL = {"appt": "appointment", "mtg": "meeting", "conf": "conference"}


def other_way(folded: str) -> str:
    """'Date of appt' as 'appointment date', and 'appt date' as 'date of appointment'."""
    words = [_IN_FULL.get(word, word) for word in folded.split()]
    match words:
        case [("date" | "time") as what, "of", _, *_]:
            return " ".join([*words[2:], what])
        case [_, *_, ("date" | "time") as what]:
            return " ".join([what, "of", *words[:-1]])
    return ""


def misspelt(folded: str, known: Callable[[], Iterable[str]]) -> str:
    """The known heading of which one is a slip of spelling, or an empty string; `known` gives
    them."""
    if not _SHORTEST <= len(folded) <= _LONGEST:
        return ""
    from rapidfuzz import fuzz, process  # late: only unknown headings need it

    as_long = _as_long(known, len(folded))
    best = process.extractOne(folded, as_long, scorer=fuzz.ratio, score_cutoff=_FUZZY_ENOUGH)
    if best is None:
        return ""
    if set(folded.split()) & _OPPOSITES != set(best[0].split()) & _OPPOSITES:
        return ""
    return "" if _denies(folded, best[0]) or _denies(best[0], folded) else best[0]


@cache
def _as_long(known: Callable[[], Iterable[str]], letters: int) -> tuple[str, ...]:
    """Those of about so many letters: a sheet may have 16,384 headings of its own."""
    return tuple(one for one in known() if abs(len(one) - letters) <= _APART)


def _denies(one: str, other: str) -> bool:
    """Whether a word of one is a word of the other with 'un' or 'non' before it: "child unseen"."""
    words = set(other.split())
    return any(
        word.removeprefix(no).lstrip("-") in words
        for word in set(one.split()) - words
        for no in ("un", "non")
        if word.startswith(no)
    )
