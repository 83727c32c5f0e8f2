"""The genogram for every day on which an entry stands: each state of the family drawn once."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.model import Chronology

if TYPE_CHECKING:
    from genogram.model import Family

_EFFORT = 40  # hundreds of trials: a case has many states, and one more line crossing harms little
_NOT_SEEN = re.compile(r"<\?xml.*?\?>\n?|<!--.*?-->\n?|<title>corner[^<]*</title>\n?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The drawings, and for each day the number of its drawing and its lines of words."""

    drawings: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    """Every line of words that some day needs, once."""
    days: dict[int, tuple[int, tuple[int, ...]]]
    """Day -> number of its drawing, numbers of its lines."""


def drawn_family(chronology: Chronology, family: Path | None) -> Drawn | None:
    """The family on each day of the chronology; None where the case has none that can be read."""
    from chronology.findings import CaseweaveError
    from genogram.reading import read

    if family is None:
        return None
    try:
        people, _ = read(family)
    except CaseweaveError:  # `caseweave genogram` says what is wrong; the page is not harmed
        return None
    return _drawn(people, days_shown(chronology)) if people.persons else None


def days_shown(chronology: Chronology) -> list[dt.date]:
    """The first day of each entry, and the incident."""
    days = {e.when.start or e.when.end for e in chronology.entries}
    return sorted(d for d in (*days, chronology.case.review.incident) if d)


def _drawn(people: Family, days: list[dt.date]) -> Drawn:
    from genogram.asof import as_of

    states: dict[Family, int] = {}
    lines: dict[str, int] = {}
    told: dict[int, tuple[int, tuple[int, ...]]] = {}
    for day in days:
        family = as_of(people, day)
        state = states.setdefault(family, len(states))
        words = _words(family, day)
        told[day.toordinal()] = state, tuple(lines.setdefault(w, len(lines)) for w in words)
    return Drawn(drawings=tuple(map(_svg, states)), lines=tuple(lines), days=told)


def _words(family: Family, day: dt.date) -> list[str]:
    """Households first: who lived there that day; then the people, as the drawing shows them."""
    from genogram.describing import describe

    said = describe(family, day).splitlines()[1:]
    homes = [line for line in said if line.startswith("Household ")]
    return [*homes, *(line for line in said if line not in homes)]


def _svg(family: Family) -> str:
    """The drawing as SVG to stand in a page; the words beside it carry the ages of the day."""
    import genogram

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "family.svg"
        genogram.draw(genogram.lay_out(family, effort=_EFFORT), path, title="Family")
        return _NOT_SEEN.sub("", path.read_text(encoding="utf-8")).strip()
