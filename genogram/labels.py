"""The words under each symbol: name, dates, age, role and status, as lines that fit."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from chronology.dates import Precision, When
from genogram.lettering import TIED, clean, wrap
from genogram.model import Person, Pregnancy, Union, UnionKind
from genogram.naming import Names
from genogram.unnamed import LOSS


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a label."""

    text: str
    bold: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The lines of one person's label and the width of the box that holds them."""

    lines: tuple[Line, ...]
    room: float


_NAME_LINES, _FACT_LINES, _STEP = 3, 4, 4.0
SMALL = 0.85  # of the name's size
_MONTH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def short(when: When | None) -> str:
    """A date as short as its precision honestly allows; empty for none."""
    if when is None:
        return ""
    start = when.start
    if when.precision in (Precision.DAY, Precision.TIME) and start:
        return _day(start)
    if when.precision is Precision.MONTH and start:
        return f"{_MONTH[start.month - 1]} {start.year}"
    if when.precision is Precision.YEAR and start:
        return str(start.year)
    return clean(when.text)


def from_to(start: When | None, end: When | None) -> str:
    """The time of something, to stand after its name; empty where none is recorded."""
    words = f" from {short(start)}" if start else ""
    return words + (f" to {short(end)}" if end else "")


def _day(day: dt.date) -> str:
    return f"{day.day} {_MONTH[day.month - 1]} {day.year}"


def age(born: When | None, on: dt.date | None) -> str:
    """Full years between a birth and a day; with "about" where the birth is not exact.

    A child under two is so many months old, under two months so many weeks, under two weeks days.
    """
    if born is None or on is None or born.start is None or born.end is None or born.start > on:
        return ""
    if born.start == born.end and _months(born.start, on) < 24:
        return _infant(born.start, on)
    oldest, youngest = full_years(born.start, on), full_years(min(born.end, on), on)
    if oldest == youngest:
        return str(oldest)
    return f"{youngest} or {oldest}" if oldest - youngest == 1 else f"about {youngest}"


def _infant(born: dt.date, on: dt.date) -> str:
    days, months = (on - born).days, _months(born, on)
    if days < 14:
        return f"{days} day" + "s" * (days != 1)
    return f"{months} months" if months >= 2 else f"{days // 7} weeks"


def _months(born: dt.date, on: dt.date) -> int:
    return (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)


def full_years(born: dt.date, on: dt.date) -> int:
    """Age on a day; whoever is born on 29 February is a year older on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def label(
    person: Person,
    room: tuple[float, float],
    size: float,
    on: dt.date | None,
    names: Names,
    doubt: str = "",
) -> Label:
    """The lines of one person's label, and a room for them between the two given.

    The room is the narrowest in which no word is broken and nothing left out; else the widest.
    """
    name, facts = clean(person.name or person.id), _facts(person, on, names, doubt)
    narrow, wide = room
    while narrow < wide:
        if all(_fits(f, narrow, size * SMALL, _FACT_LINES, False) for f in facts) and _fits(
            name, narrow, size, _NAME_LINES, person.subject
        ):
            break
        narrow += _STEP
    narrow = min(narrow, wide)
    named = wrap(name, narrow, size, _NAME_LINES, bold=person.subject)
    found = [Line(text=text, bold=person.subject) for text in named]
    for fact in facts:
        found += [Line(text=t, small=True) for t in wrap(fact, narrow, size * SMALL, _FACT_LINES)]
    return Label(lines=tuple(found), room=narrow)


def _fits(text: str, room: float, size: float, most: int, bold: bool) -> bool:
    """Whether a text breaks only at its spaces and hyphens, and whole, into so many lines."""
    lines = wrap(text, room, size, most, bold=bold)
    return "".join("".join(lines).split()) == "".join(clean(text).split())


def _facts(person: Person, on: dt.date | None, names: Names, doubt: str) -> list[str]:
    if names is Names.OVERVIEW:
        return list(person.labels)
    if person.pregnancy is Pregnancy.UNBORN:
        facts = [f"due {short(person.born)}" if person.born else "unborn"]
    elif person.pregnancy:
        word = LOSS[person.pregnancy]
        same = clean(person.name).casefold().startswith(word.casefold())
        facts = ["" if same else word, short(person.born or person.died)]
    else:
        facts = [_life(person, "b. ", person.born, None if person.died else on)]
        facts.append(_life(person, "d. ", person.died, person.died.start if person.died else None))
    role = clean(person.role)
    if names is Names.NAMES and not in_name(role, clean(person.name)):
        facts.append(role)
    return [f for f in (*facts, doubt, *map(clean, person.labels)) if f]


def _life(person: Person, mark: str, when: When | None, on: dt.date | None) -> str:
    if when is None or (not when.text and when.start is None):
        return ""
    years = age(person.born, on)
    tied = f"({years})".replace(" ", TIED)
    return f"{mark}{short(when)}" + (f" {tied}" if years else "")


def union_words(union: Union) -> str:
    """Years of a partnership, to stand at its line."""
    start, end = _year(union.start), _year(union.end)
    if start and end and start != end:
        return f"{start}\u2013{end}"
    if end and not start:
        return f"to {end}"
    if not start:
        return ""
    return f"m. {start}" if union.kind is UnionKind.MARRIED else start


def _year(when: When | None) -> str:
    day = when and (when.start or when.end)
    return str(day.year) if day else ""


def in_name(role: str, name: str) -> bool:
    """Whether a name says what somebody is, in whole words: 'Mum' in 'Mum Sample'."""
    return re.search(rf"(?<!\w){re.escape(role.casefold())}(?!\w)", name.casefold()) is not None
