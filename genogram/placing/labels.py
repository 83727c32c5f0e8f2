"""The words under each symbol: name, dates, age, role and status, as lines that fit."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from chronology.dates import Precision, When
from genogram.formats.family_dates import MONTHS
from genogram.model import Person, Pregnancy, Union, UnionKind
from genogram.placing.ages import age, age_at_death
from genogram.placing.lettering import TIED, clean, wrap
from genogram.view.naming import Names
from genogram.view.unnamed import LOSS


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


_SAYS_SO = re.compile(r"(?:before|after|between|from|since|until|to)\b", re.IGNORECASE)
_NAME_LINES, _FACT_LINES, _STEP = 3, 4, 4.0
SMALL = 0.85  # of the name's size


def short(when: When | None) -> str:
    """A date as short as its precision honestly allows; empty for none."""
    if when is None:
        return ""
    start = when.start
    if when.precision in (Precision.DAY, Precision.TIME) and start:
        return f"{start.day} {MONTHS[start.month - 1]} {start.year}"
    if when.precision is Precision.MONTH and start:
        return f"{MONTHS[start.month - 1]} {start.year}"
    if when.precision is Precision.YEAR and start:
        return str(start.year)
    return clean(when.text)


def from_to(start: When | None, end: When | None) -> str:
    """The time of something, to stand after its name; empty where none is recorded."""
    words = f" from {short(start)}" if start else ""
    return words + (f" to {short(end)}" if end else "")


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
        facts = [_life("b. ", person.born, "" if person.died else age(person.born, on))]
        facts.append(_life("d. ", person.died, age_at_death(person.born, person.died)))
    role = clean(person.role)
    if names is Names.NAMES and not in_name(role, clean(person.name)):
        facts.append(role)
    return [f for f in (*facts, doubt, *map(clean, person.labels)) if f]


def _life(mark: str, when: When | None, years: str) -> str:
    if when is None or (not when.text and when.start is None):
        return ""
    tied = f"({years})".replace(" ", TIED)
    return f"{mark}{short(when)}" + (f" {tied}" if years else "")


def union_words(union: Union) -> str:
    """Years of a partnership, to stand at its line."""
    start, end = _year(union.start), _year(union.end)
    if start and end and start != end:
        return f"{start}\u2013{end}" if (start + end).isdigit() else f"{start} to {end}"
    if end and not start:
        return f"to {end}"
    if not start:
        return ""
    if union.kind in (UnionKind.MARRIED, UnionKind.DIVORCED):
        return f"m. {start}"
    passing = union.kind in (UnionKind.BRIEF, UnionKind.DONOR)
    return start if passing or _SAYS_SO.match(start) else f"from {start}"


def _year(when: When | None) -> str:
    """The year of a date; its own words where that would be more exact than they are."""
    if when is None or not (when.start or when.end):
        return ""
    years = {day.year if day else None for day in (when.start, when.end)}
    exact = len(years) == 1 and when.precision is not Precision.CIRCA
    return str(years.pop()) if exact else short(when)


def in_name(role: str, name: str) -> bool:
    """Whether a name says what somebody is, in whole words: 'Mum' in 'Mum Sample'."""
    return re.search(rf"(?<!\w){re.escape(role.casefold())}(?!\w)", name.casefold()) is not None
