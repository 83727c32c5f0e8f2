"""The genogram for every day on which an entry stands: each state of the family drawn once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from caseweave.family.file import family_to_draw
from caseweave.templating import environment
from chronology.model import Chronology
from genogram.picture.marks import Words

if TYPE_CHECKING:
    from genogram.model import Family

_EFFORT = 40  # hundreds of trials: a case has many states, and one more line crossing harms little


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The drawings, and for each day the number of its drawing and its lines of words."""

    drawings: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    """Every line of words that some day needs, once: what it is of, and what is said."""
    days: dict[int, tuple[int, tuple[int, ...]]]
    """Day -> number of its drawing, numbers of its lines."""


def drawn_family(chronology: Chronology, family: Path | None) -> Drawn | None:
    """The family on each day of the chronology; None where the case has none that can be read."""
    from genogram.view.showing import shown

    people = family_to_draw(family)
    return _drawn(shown(people), days_shown(chronology)) if people else None


def days_shown(chronology: Chronology) -> list[dt.date]:
    """The first day of each entry, and the incident."""
    days = {e.when.start or e.when.end for e in chronology.entries}
    return sorted(d for d in (*days, chronology.case.review.incident) if d)


def _drawn(people: Family, days: list[dt.date]) -> Drawn:
    from genogram.view.as_of import as_of

    states: dict[Family, list[dt.date]] = {}
    lines: dict[tuple[str, str], int] = {}
    told: dict[int, tuple[int, tuple[int, ...]]] = {}
    for day in days:
        family = as_of(people, day)
        states.setdefault(family, []).append(day)
        state = list(states).index(family)
        words = _words(family, day)
        told[day.toordinal()] = state, tuple(lines.setdefault(w, len(lines)) for w in words)
    drawings = tuple(_svg(family, held) for family, held in states.items())
    return Drawn(drawings=drawings, lines=tuple(lines), days=told)


def _words(family: Family, day: dt.date) -> list[tuple[str, str]]:
    """Households first, with who lived there that day; then the people, as the drawing has them.

    Each line as what it is of, and what is said of it.
    """
    from genogram.view.describing import describe

    said = describe(replace(family, notes=()), day).splitlines()[1:]
    labels = tuple(f"{h.label}: " for h in family.households)
    homes = [s.partition(": ") for s in said if s.startswith(labels)]
    names = {p.name for p in family.persons}
    rest = [s.partition(", ") for s in said if not s.startswith(labels)]
    return [
        *((f"At {head}", words) for head, _, words in homes),
        *((head, words) if head in names else ("", head + comma + words)
          for head, comma, words in rest),
    ]  # fmt: skip


def _svg(family: Family, held: list[dt.date]) -> str:
    """The drawing as SVG to stand in a page; the words beside it carry the ages of the day."""
    import genogram
    from genogram.drawing import picture

    as_of = (
        f"As recorded in the files given, on each day with an entry from {held[0]:%d/%m/%Y} to "
        f"{held[-1]:%d/%m/%Y}."
    )
    made = picture(genogram.lay_out(family, effort=_EFFORT), title="", as_of=as_of)
    marks = [(type(m).__name__, m) for m in made.marks if not isinstance(m, Words) or m.text]
    return environment().get_template("family.svg.j2").render(picture=made, marks=marks).strip()
