"""Ages: on a day, and at death. Never more exact than the dates from which they are reckoned.

both exact     4; of a child under two 8 months, under two months 5 weeks, under two weeks 3 days
a year apart   44 or 45; before a first birthday under 1, about it under 2
further apart  44 to 49
a date that is "about" itself  about 44, about 1
"""

from __future__ import annotations

import datetime as dt

from chronology.dates import Precision, When


def age(born: When | None, on: dt.date | None) -> str:
    """Age between a birth and a day; empty where it cannot be told."""
    return _between(born, (on, on)) if born and on else ""


def age_at_death(born: When | None, died: When | None) -> str:
    """Age at a death; empty where it cannot be told."""
    if born is None or died is None:
        return ""
    about = died.precision is Precision.CIRCA
    return _between(born, (died.start, died.end), about=about)


def _between(
    born: When, then: tuple[dt.date | None, dt.date | None], *, about: bool = False
) -> str:
    first, last = then
    if not (born.start and born.end and first and last) or last < born.start:
        return ""
    if born.start == born.end and first == last and _months(born.start, first) < 24:
        return _infant(born.start, first)
    youngest, oldest = max(0, full_years(born.end, first)), full_years(born.start, last)
    if oldest and (about or born.precision is Precision.CIRCA):
        return f"about {youngest or 1}"
    if youngest == 0:
        return f"under {oldest + 1}"
    if oldest - youngest > 1:
        return f"{youngest} to {oldest}"
    return str(oldest) if oldest == youngest else f"{youngest} or {oldest}"


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
