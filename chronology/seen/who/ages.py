"""Which child an age means, where the day of the entry and the dates of birth are known.

    "the 3 yr old", "two-year-old girl", "5yo"      from that birthday up to the next
    "18 month old", "18/12 old", "6/52 old"         from 18 months up to 19; 6 weeks up to 7
    "boy (3)", "girl, 14,", "sister aged 6"         the same, after a word for a child
    "girls aged 3 and 5", "boys (7, 9)"             each of them
    "3 and 9 year olds"                             the same
    "baby", "toddler", "teenager"                   whoever of the case is of that age
    "older girl", "youngest son"                    of two children that one; of more nobody, where
                                                    it cannot be the record's own child

A child of exactly that age, else the only one within half a unit of it, as people round. An age
that is far from every child's is somebody else's child (by a year, or by months where it is one of
months or days), and so is a baby where every child of the case is older. Where a date of birth is
wanting, or several are of that age, it is not the record's own child if that one's age is another.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from chronology.model import Child
from chronology.number_words import AGE, CARDINALS
from chronology.number_words import number as in_digits
from chronology.seen.who.family import Family
from chronology.seen.who.sexes import of_sex, sex_of
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.words import Words

Range = tuple[float, float]
"""Days since birth, from and up to."""
_YEAR = 365.25
_MONTH = _YEAR / 12
_DAYS = {
    "y": _YEAR, "m": _MONTH, "/12": _MONTH, "w": 7.0, "/52": 7.0, "d": 1.0, "h": 1 / 24,
}  # fmt: skip
_FAR, _NEARER, _NEAREST = _YEAR, 4 * _MONTH, 2 * _MONTH
"""How far an age must be from a child's to be another's: of years, of months, of less."""
_GROWN = 18
_TWO = 2
SPELT = frozenset(CARDINALS)
_NUMBER = rf"(?:{AGE})"
_HALF = r"(?:\s?½|\.\d|\s1/2|\s(?:and|&)\s(?:a\s)?half(?:\sa)?)?"  # rounded down, as ages are
_UNIT = r"(?:[-\s]?(?:years?|yrs?|y|months?|mths?|weeks?|wks?|days?|hours?|hrs?)|/12|/52)"
_OLD = re.compile(
    rf"({_NUMBER}){_HALF}({_UNIT})(?:[,\s]*(?:and\s)?{_NUMBER}{_UNIT})?"
    r"(?:[-\s]?old|/?o)\b(?!['\u2019]s)",
    re.I,
)
_OLDS = re.compile(
    rf"({_NUMBER}(?:,\s{_NUMBER})*\s?(?:&|and)\s?{_NUMBER})({_UNIT})[-\s]?olds?\b(?!['\u2019]s)",
    re.I,
)
_LIST = rf"{_NUMBER}{_HALF}{_UNIT}?(?:\s?(?:,|&|/|and)\s?{_NUMBER}{_HALF}{_UNIT}?)*"
_AFTER = re.compile(
    rf"[,\s]*\((?:aged?\s)?({_LIST})(?:[-\s]?old|/?o)?\)|[,\s(]*\bage[ds]?\s({_LIST})\b|"
    r",\s(\d{1,2})(?=[,;]|\.(?!\d))|\s(\d{1,2}\s?(?:&|and)\s?\d{1,2})\b(?!\s?[-:/.]|\s?(?:am|pm|days|weeks))",
    re.I,
)
_COUNT = re.compile(rf"[,\s]*\({_NUMBER}\)", re.I)
_EACH = re.compile(rf"({_NUMBER}){_HALF}({_UNIT})?", re.I)
_BANDS = {
    **dict.fromkeys(("newborn", "neonate"), (0.0, 0.5)),
    **dict.fromkeys(("baby", "bb", "babe", "bubba", "bubs", "infant"), (0.0, 2.0)),
    "baby boy": (0.0, 2.0),
    "baby girl": (0.0, 2.0),
    "babies": (0.0, 2.0),
    **dict.fromkeys(("toddler", "tot"), (1.0, 4.0)),
    **dict.fromkeys(("teenager", "teen", "adolescent"), (11.0, 18.0)),
}
"""How many years old those are who are called so, from and up to; widely taken."""
_PREDICATE = grammar("before_age")
"""Before an age that says how old somebody was, and means nobody: "when he was 3 years old"."""
_THINGS = grammar("heads") | grammar("things_of_an_age")
_NOUNS = grammar("of_an_age")
_SEVERAL = grammar("several_of_an_age")
_ANOTHERS = grammar("anothers")
_SMALL = frozenset(["little", "new", "newborn", "small", "young", "two", "three", "2", "3"])
_STRANGERS = grammar("strangers_of_an_age")


def on_a_day(home: Family, children: Sequence[Child], day: dt.date) -> Family:
    """The family with how many days old each child is on a day."""
    ages = [(c.label, (day - c.born).days) for c in children if c.born and c.label in home.born]
    return replace(home, ages=tuple((label, days) for label, days in ages if days >= 0))


def begins(words: Words, at: int, home: Family) -> tuple[tuple[str, ...], int] | None:
    """Whom the age means that begins at a word, nobody of the case where it fits none, and the
    word after it; None where no age does, or whose it is cannot be said."""
    start = words.spans()[at][0]
    found = _OLDS.match(words.text, start) or _OLD.match(words.text, start)
    if found is None or (at and words.low[at - 1] in _PREDICATE):
        return None
    last = _after(words, found.end())
    if words.low[last : last + 1] and words.low[last] in _NOUNS | _SEVERAL:
        last += 1
    following = words.low[last] if last < len(words.low) else ""
    if following in _THINGS:
        return None
    if following in _STRANGERS or is_anothers(words, at):
        return (), last
    ranges = [_range(number, found[2]) for number, _ in _EACH.findall(found[1])]
    who = _each(home, ranges, several=words.low[last - 1] in _SEVERAL)
    return None if who is None else (who, last)


def is_anothers(words: Words, at: int) -> bool:
    """Whether a child is somebody else's: "neighbour's 3 year old", "friend's two children"."""
    while at > 1 and words.low[at - 1] in _SMALL:
        at -= 1
    return at > 0 and words.low[at - 1] in _ANOTHERS


def is_of_a_thing(words: Words, last: int) -> bool:
    """Whether a word for a child belongs to the one after it: "baby tooth"; or "baby due"."""
    return last < len(words.low) and words.low[last] in _THINGS


def follows(words: Words, last: int, home: Family) -> tuple[tuple[str, ...], int] | None:
    """The same of the ages that follow a word for a child or for children."""
    found = _AFTER.match(words.text, words.spans()[last - 1][1])
    told = found and next(group for group in found.groups() if group)
    if not found or not told:
        return None
    if words.low[last - 1] in _SEVERAL and _COUNT.fullmatch(found[0]):
        return None  # "children (3)" are three
    each = _EACH.findall(told)
    last_unit = next((unit for _, unit in reversed(each) if unit), "y")
    ranges = [_range(number, unit or last_unit) for number, unit in each]  # "3 and 5 months"
    who = _each(home, ranges, several=words.low[last - 1] in _SEVERAL)
    return None if who is None else (who, _after(words, found.end()))


def _each(home: Family, ranges: Sequence[Range], *, several: bool) -> tuple[str, ...] | None:
    """Those of several ages, where each is told, or several of one; nobody where all are somebody
    else's."""
    if several and len(ranges) == 1 and (alike := _of_age(home, ranges[0])):
        return alike
    who = [_child(home, said) for said in ranges]
    children = tuple(dict.fromkeys(label for one in who for label in one or ()))
    return None if None in who or (children and len(children) < len(who)) else children


def called(home: Family, word: str) -> tuple[str, ...] | None:
    """The same of "baby", "toddler" and the like: of several of that age the youngest; of
    twins nobody says which."""
    if word not in _BANDS or (_BANDS[word][0] == 0 and not home.baby):
        return None  # "baby" may be the one to be born
    first, last = (years * _YEAR for years in _BANDS[word])
    fit = [days for _, days in home.ages if first <= days < last]
    if word == "babies":
        return _of_age(home, (first, last)) if len(fit) > 1 else None
    if len(home.ages) == len(home.born):
        youngest = tuple(label for label, days in home.ages if fit and days == min(fit))
        return youngest if len(youngest) == 1 else ()
    return None if fit or not _is_known(home) else ()


def in_order(home: Family, words: str) -> tuple[str, ...] | None:
    """The same of "older girl", of the children who may be girls."""
    sex = sex_of(words.split()[-1])
    born = of_sex(home, home.born, sex)
    aged = [(days, label) for label, days in home.ages if label in born]
    order = [label for _, label in sorted(aged, reverse=True)]
    if len(order) != len(born) or len({days for days, _ in aged}) < _TWO:
        return None
    last = words.startswith("young")
    if len(order) == _TWO:
        return (order[-1 if last else 0],)
    return () if home.subject == order[0 if last else -1] else None


def of_years(home: Family, years: int) -> tuple[str, ...] | None:
    """The same of an age in years."""
    return _child(home, (years * _YEAR, (years + 1) * _YEAR))


def _after(words: Words, end: int) -> int:
    """The first word behind a place in the text."""
    return bisect_left(words.spans(), (end, end))


def _range(number: str, unit: str) -> Range:
    count = in_digits(number)
    days = _DAYS[unit.lower().strip("- ")[0] if "/" not in unit else unit]
    return count * days, (count + 1) * days


def _child(home: Family, said: Range) -> tuple[str, ...] | None:
    """The one child of an age; nobody where it is not the record's own child's and no other's for
    sure; None where it may be that one's."""
    first, last = said
    if first >= _GROWN * _YEAR:
        return None
    half = (last - first) / 2
    for slack in (0.0, half):
        if fit := _of_age(home, (first - slack, last + slack)):
            return fit if len(fit) == 1 else (None if home.subject in fit else ())
    unit = last - first
    near = _FAR if unit > _MONTH else _NEARER if unit == _MONTH else _NEAREST
    far = all(not first - near <= days < last + near for _, days in home.ages)
    return () if far and _is_known(home) else None


def _of_age(home: Family, said: Range) -> tuple[str, ...]:
    return tuple(child for child, days in home.ages if said[0] <= days < said[1])


def _is_known(home: Family) -> bool:
    """Whether the age of the record's own child is known, or every child's."""
    return len(home.ages) == len(home.born) or home.subject in dict(home.ages)
