"""What the charts share: days along a line, months, the child, titles and foot lines."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Sized
from dataclasses import dataclass

from chronology.contacts.kinds import Scope
from chronology.contacts.sightings import Glance
from chronology.contacts.spells import Span, windows
from chronology.coverage import HONESTY
from chronology.exporters.drawn.shapes import text
from chronology.findings import CaseweaveError, counted
from chronology.model import Child, Chronology

WIDTH = 1040.0  # A4 landscape inside its margins, at about 3.8 units to the millimetre
LEFT = 168.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Days along a chart: from `start` at x = `left` to `end` at `right`."""

    start: dt.date
    end: dt.date
    left: float = LEFT
    right: float = WIDTH - 8

    def x(self, day: dt.date) -> float:
        """Where a day stands; days beyond the axis stand at its ends."""
        day = min(max(day, self.start), self.end)
        days = max((self.end - self.start).days, 1)
        return self.left + (self.right - self.left) * (day - self.start).days / days


def child_of(chronology: Chronology, label: str) -> Child:
    """The child of that label; raises CaseweaveError where the case has none."""
    for child in chronology.case.children:
        if label.casefold() in {n.casefold() for n in child.all_names}:
            return child
    known = ", ".join(c.label for c in chronology.case.children)
    raise CaseweaveError(f"The case has no child '{label}'.", f"Name one of: {known}.")


def axis_of(chronology: Chronology, child: Child, told: Iterable[Glance]) -> Axis:
    """From the first day covered, or of the first entry, to the last, in whole months.

    It goes no further than the death, and no date that is a long stretch ("2024") makes it longer.
    """
    days = [d for g in told for d in _days_of(g) if d]
    days += [d for a, b in windows(chronology, child) for d in (a, b)]
    first, last = min(days, default=dt.date(2000, 1, 1)), max(days, default=dt.date(2000, 1, 31))
    if chronology.case.review.incident:
        last = max(last, chronology.case.review.incident)
    if child.died:
        last = max(first, min(last, child.died))
    return Axis(start=first.replace(day=1), end=next_month(last))


def _days_of(glance: Glance) -> tuple[dt.date | None, ...]:
    start, end = glance.entry.when.start, glance.entry.when.end
    long = start is not None and end is not None and end - start > _LONG_STRETCH
    return (start,) if long else (start, end)


_LONG_STRETCH = dt.timedelta(days=92)


def next_month(day: dt.date) -> dt.date:
    """The first day of the month after that of a day."""
    return dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)


def months_of(axis: Axis) -> list[dt.date]:
    """The first day of each month of the axis."""
    months = [axis.start]
    while (after := next_month(months[-1])) < axis.end:
        months.append(after)
    return months


def title(words: str) -> str:
    """The heading of a chart, as SVG."""
    return text(10, 18, words, size=14, bold=True)


def footer(y: float) -> list[str]:
    """What every chart says of its figures, as SVG, `y` points from the top."""
    return [text(10, y, HONESTY, size=9)]


def covers(first: dt.date, covered: Iterable[Span], months: int) -> bool:
    """Whether a day of so many months from the first on is covered."""
    after = first
    for _ in range(months):
        after = next_month(after)
    return any(start < after and first <= end for start, end in covered)


def number_of(agencies: Sized) -> str:
    """ "1 agency", "3 agencies"."""
    return counted(len(agencies), "agency", "agencies")


def name_beside(
    agency: str, middle: float, *, x: float, letters: int, lines: int, anchor: str = "start"
) -> list[str]:
    """An agency's name beside its lane or bars, as SVG: in so many lines at most, of so many
    letters."""
    told = name_lines(agency, letters, lines)
    first = middle + 4 - NAME_LINE / 2 * (len(told) - 1)
    return [
        text(x, first + NAME_LINE * n, words, bold=True, anchor=anchor)
        for n, words in enumerate(told)
    ]


NAME_LINE = 13.0
"""From one line of a name to the next."""


def name_lines(name: str, letters: int, lines: int) -> list[str]:
    """A name in so many lines at most: its beginning and its end, for it is by the end that
    "Fen NHS Trust, Health Visiting" and "Fen NHS Trust, School Nursing" are told apart."""
    told = textwrap.wrap(name, letters)
    if len(told) <= lines:
        return told
    return [*told[: lines - 1], f"\u2026 {_end(name, letters - 2)}"]


def short(agency: str) -> str:
    """An agency's name as it fits into one line beside a row of boxes: 26 letters at most."""
    if len(agency) <= _ONE_LINE:
        return agency
    end = _end(agency, _ONE_LINE // 2 + 2)
    room = _ONE_LINE - len(end) - 3
    begins = textwrap.wrap(agency, room)[0].rstrip(" ,:;-(")
    return f"{begins} \u2026 {end}"


_ONE_LINE = 26


def _end(name: str, letters: int) -> str:
    """The last words of a name that have so many letters at most; of a longer word its end."""
    end = textwrap.wrap(name[::-1], letters)[0][::-1]
    return end.removeprefix("- ")


def is_session(glance: Glance) -> bool:
    """Whether it is presence in school, nursery or ward, which is drawn apart."""
    return Scope.SESSIONS in glance.scopes
