"""Which child an age means, where the day of the entry and the dates of birth are known.

    "the 3 yr old", "two-year-old girl", "5yo"      from that birthday up to the next
    "18 month old", "18/12 old", "6/52 old"         from 18 months up to 19; 6 weeks up to 7
    "boy (3)", "girl, 14,", "sister aged 6"         the same, after a word for a child
    "girls aged 3 and 5", "boys (7, 9)"             each of them
    "baby", "toddler", "teenager"                   whoever of the case is of that age

A child of exactly that age, else the only one within half a unit of it, as people round. An age
that is more than a year from every child's is somebody else's child, and so is a baby where every
child of the case is older.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from chronology.model import Child
from chronology.seen.family import Family
from chronology.seen.grammar import grammar
from chronology.seen.words import Words

Range = tuple[float, float]
"""Days since birth, from and up to."""
_YEAR = 365.25
_DAYS = {"y": _YEAR, "m": _YEAR / 12, "/12": _YEAR / 12, "w": 7.0, "/52": 7.0, "d": 1.0}
_FAR = _YEAR
_GROWN = 18
_SPELT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")  # fmt: skip
SPELT = {word: number for number, word in enumerate(_SPELT, 1)}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_SPELT)})"
_UNIT = r"(?:[-\s]?(?:years?|yrs?|y|months?|mths?|weeks?|wks?|days?)|/12|/52)"
_OLD = re.compile(rf"({_NUMBER})({_UNIT})(?:[-\s]?old|/?o)\b", re.I)
_LIST = rf"{_NUMBER}{_UNIT}?(?:\s?(?:,|&|/|and)\s?{_NUMBER}{_UNIT}?)*"
_AFTER = re.compile(
    rf"[,\s]*\((?:aged?\s)?({_LIST})(?:[-\s]?old|/?o)?\)|[,\s(]*\bage[ds]?\s({_LIST})\b|"
    r",\s(\d{1,2})(?=[,.;])|\s(\d{1,2}\s?(?:&|and)\s?\d{1,2})\b(?!\s?[-:/.]|\s?(?:am|pm|days|weeks))",
    re.I,
)
_EACH = re.compile(rf"({_NUMBER})({_UNIT})?", re.I)
_BANDS = {
    **dict.fromkeys(("newborn", "neonate"), (0.0, 0.5)),
    **dict.fromkeys(("baby", "bb", "babe", "bubba", "bubs", "infant"), (0.0, 2.0)),
    "baby boy": (0.0, 2.0),
    "baby girl": (0.0, 2.0),
    **dict.fromkeys(("toddler", "tot"), (1.0, 4.0)),
    **dict.fromkeys(("teenager", "teen", "adolescent"), (11.0, 18.0)),
}
"""How many years old those are who are called so, from and up to; widely taken."""
_PREDICATE = grammar("before_age")
"""Before an age that says how old somebody was, and means nobody: "when he was 3 years old"."""
_THINGS = grammar("heads")
_NOUNS = grammar("of_an_age")


def on_a_day(home: Family, children: Sequence[Child], day: dt.date) -> Family:
    """The family with how many days old each child is on a day."""
    ages = [(c.label, (day - c.born).days) for c in children if c.born and c.label in home.born]
    return replace(home, ages=tuple((label, days) for label, days in ages if days >= 0))


def begins(words: Words, at: int, home: Family) -> tuple[tuple[str, ...], int] | None:
    """Whom the age means that begins at a word, nobody of the case where it fits none, and the
    word after it; None where no age does, or whose it is cannot be said."""
    found = _OLD.match(words.text, words.spans()[at][0])
    if found is None or (at and words.low[at - 1] in _PREDICATE):
        return None
    last = _after(words, found.end())
    if words.low[last] in _NOUNS:
        last += 1
    who = None if words.low[last] in _THINGS else _child(home, _range(found[1], found[2]))
    return None if who is None else (who, last)


def follows(words: Words, last: int, home: Family) -> tuple[tuple[str, ...], int] | None:
    """The same of the ages that follow a word for a child or for children."""
    found = _AFTER.match(words.text, words.spans()[last - 1][1])
    told = found and next(group for group in found.groups() if group)
    if not found or not told:
        return None
    each = _EACH.findall(told)
    last_unit = next((unit for _, unit in reversed(each) if unit), "y")
    ranges = [_range(number, unit or last_unit) for number, unit in each]  # "3 and 5 months"
    who = [_child(home, said) for said in ranges]
    children = tuple(dict.fromkeys(label for one in who for label in one or ()))
    if None in who or (children and len(children) < len(who)):
        return None
    return children, _after(words, found.end())


def called(home: Family, word: str) -> tuple[str, ...] | None:
    """The same of "baby", "toddler" and the like: of several of that age the youngest, None where a
    date of birth is wanting."""
    if word not in _BANDS or len(home.ages) < len(home.born) or not home.baby:
        return None  # "baby" may be the one to be born
    first, last = (years * _YEAR for years in _BANDS[word])
    fit = [(days, label) for label, days in home.ages if first <= days < last]
    return (min(fit)[1],) if fit else ()


def of_years(home: Family, years: int) -> tuple[str, ...] | None:
    """The same of an age in years."""
    return _child(home, (years * _YEAR, (years + 1) * _YEAR))


def _after(words: Words, end: int) -> int:
    """The first word behind a place in the text."""
    return bisect_left(words.spans(), (end, end))


def _range(number: str, unit: str) -> Range:
    count = SPELT.get(number.lower()) or int(number)
    days = _DAYS[unit.lower().strip("- ")[0] if "/" not in unit else unit]
    return count * days, (count + 1) * days


def _child(home: Family, said: Range) -> tuple[str, ...] | None:
    """The one child of an age; nobody where every child's age is known and far from it."""
    first, last = said
    if first >= _GROWN * _YEAR:
        return None
    half = (last - first) / 2
    for slack in (0.0, half):
        fit = tuple(c for c, days in home.ages if first - slack <= days < last + slack)
        if fit:
            return fit if len(fit) == 1 else None
    far = all(not first - _FAR <= days < last + _FAR for _, days in home.ages)
    return () if far and len(home.ages) == len(home.born) else None
