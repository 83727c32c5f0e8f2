"""Coverage as charts: swim lanes, a heat map and bars, as SVG text or PNG bytes.

Every chart reads in black and white: a place and a shape beside each colour, a hatch beside each
tint, and the numbers printed. The bases are drawn and printed apart.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from chronology.contacts.kinds import CHANCES, Scope
from chronology.contacts.sightings import Glance, Measure, glances
from chronology.contacts.spells import windows
from chronology.coverage import By, Tally, ids, name_of, period_of, tallies
from chronology.exporters.drawn.axis import (
    LEFT,
    WIDTH,
    Axis,
    axis_of,
    child_of,
    covers,
    footer,
    is_session,
    months_of,
    name_beside,
    number_of,
    short,
    title,
)
from chronology.exporters.drawn.shapes import INK, document, line, linked, rect, text
from chronology.exporters.drawn.swimlanes import swim_lanes
from chronology.exporters.lettering import in_shipped_font
from chronology.exporters.rows import BASIS_WORDS
from chronology.model import Basis, Child, Chronology
from chronology.values.readings_by_basis import FIRM

__all__ = ["CHARTS", "bars", "heat_map", "png", "swim_lanes"]

_MOST_MONTHS = 48  # in whose boxes "of 12" is read without a glass
_HEAT_KEY = (
    "In each box: times seen by what was stated or confirmed, + times by a reading of the text, "
    "unconfirmed; of contacts and sessions that could have been face to face. Stronger colour: "
    "larger part."
)


def heat_map(chronology: Chronology, child: str, refs: Mapping[str, int] | None = None) -> str:
    """Months across, agencies down: contacts on which the child is recorded as seen, of all.

    Where the months are so many that their figures could not be read, quarters take their place.
    With `refs`, the Ref of each entry, every box leads to its rows.
    """
    who = child_of(chronology, child)
    told = [g for g in glances(chronology, who) if Scope.CONTACTS in g.scopes or is_session(g)]
    axis = axis_of(chronology, who, told)
    by, starts = _columns(axis)
    agencies = sorted({g.entry.agency for g in told})
    rows = _by_column(told, by)
    wide, high, top = (WIDTH - LEFT - 8) / max(len(starts), 1), 26.0, 84.0
    each = f"{by} by {by}"
    parts = [title(f"{child}: seen in person, of contacts and sessions, {each}")]
    parts.append(text(10, 36, _HEAT_KEY, size=10))
    parts.append(rect(10, 44, 16, 10, fill="url(#outside)", stroke="#B5B5B5"))
    parts.append(
        text(
            31,
            53,
            "outside the time that the agency's submission covers, or the child's life",
            size=10,
        )
    )
    parts += _heads(by, starts, wide, top)
    for n, agency in enumerate(agencies):
        y = top + n * high
        parts.append(text(LEFT - 8, y + 17, short(agency), anchor="end"))
        covered = windows(chronology, who, agency, past_incident=True)
        for m, start in enumerate(starts):
            box = (LEFT + m * wide, y, wide, high)
            of, firm, read = (found[agency, name_of(start, by)] for found in rows)
            numbers = len(of), len(firm), len(read)
            cell = _heat_cell(box, numbers, covers(start, covered, _MONTHS[by]))
            when = f"{start:%B %Y}" if by is By.MONTH else name_of(start, by)
            what = f"{child}: {_told_of(numbers)}, {agency}, {when}"
            if refs:
                cell = linked(cell, (refs[i] for i in of), what, shown=" ".join(_in_box(numbers)))
            parts += cell
    bottom = top + len(agencies) * high
    parts += footer(bottom + 18)
    return document(WIDTH, bottom + 28, f"{child}: seen by {by} and agency",
                    f"{number_of(agencies)}, {len(starts)} {by}s.", parts,
                    role="group" if refs else "img")  # fmt: skip


_MONTHS = {By.MONTH: 1, By.QUARTER: 3}


def _columns(axis: Axis) -> tuple[By, list[dt.date]]:
    """Months, or quarters where months are too many; and the first day of each."""
    months = months_of(axis)
    if len(months) <= _MOST_MONTHS:
        return By.MONTH, months
    quarters = (m.replace(month=m.month - (m.month - 1) % 3) for m in months)
    return By.QUARTER, list(dict.fromkeys(quarters))


_InColumns = defaultdict[tuple[str, str], list[str]]
"""Ids of entries by agency, and month or quarter."""


def _by_column(told: Iterable[Glance], by: By) -> tuple[_InColumns, _InColumns, _InColumns]:
    """All, those seen by a person's word, and those seen by the text alone."""
    of, firm, read = _InColumns(list), _InColumns(list), _InColumns(list)
    for glance in told:
        key = glance.entry.agency, period_of(glance.entry.when, by)
        of[key].append(glance.entry.id)
        if glance.seen[0] is Measure.SEEN:
            (firm if glance.basis in FIRM else read)[key].append(glance.entry.id)
    return of, firm, read


def _told_of(numbers: tuple[int, int, int]) -> str:
    of, firm, read = numbers
    return f"seen {firm} stated or confirmed, {read} from the text, of {of}"


def _heads(by: By, starts: Sequence[dt.date], wide: float, top: float) -> list[str]:
    parts = []
    for m, start in enumerate(starts):
        x = LEFT + m * wide
        if m == 0 or start.month == 1:
            parts.append(text(x, top - 16, str(start.year), size=10, bold=True))
        month = f"{start:%b}"[: 3 if wide > 20 else 1]
        head = month if by is By.MONTH else f"Q{start.month // 3 + 1}"
        parts.append(text(x + wide / 2, top - 4, head, size=9, anchor="middle"))
    return parts


_TINTS = ("#FFFFFF", "#DCE6F4", "#A9C3E6", "#5E8FCB", "#1B4F9C")


def _heat_cell(
    box: tuple[float, float, float, float], numbers: tuple[int, int, int], covered: bool
) -> list[str]:
    """One box: "2+1" over "of 5" is 2 stated or confirmed, 1 from the text."""
    x, y, wide, high = box
    of, firm, read = numbers
    if not of:
        return [rect(*box, fill="#FFFFFF" if covered else "url(#outside)", stroke="#C9C9C9")]
    step = min(4, 1 + int(3 * (firm + read) / of)) if firm + read else 0
    ink = "#FFFFFF" if step >= 3 else "#1A1A1A"
    return [
        rect(*box, fill=_TINTS[step], stroke="#8A8A8A", told=_told_of(numbers)),
        *(
            text(x + wide / 2, y + high * part, words, size=_fitting(words, wide), fill=ink,
                 anchor="middle")
            for words, part in zip(_in_box(numbers), (0.45, 0.88), strict=True)
        ),
    ]  # fmt: skip


def _in_box(numbers: tuple[int, int, int]) -> tuple[str, str]:
    of, firm, read = numbers
    return (f"{firm}+{read}" if read else f"{firm}"), f"of {of}"


def _fitting(words: str, wide: float) -> float:
    """The largest print, up to 9, in which the words fit into a box."""
    return round(min(9.0, wide / len(words) / 0.52), 1)


def bars(chronology: Chronology, child: str, refs: Mapping[str, int] | None = None) -> str:
    """Small bars by agency: seen, alone and heard, of its contacts and sessions.

    With `refs`, the Ref of each entry, every bar leads to its rows.
    """
    who = child_of(chronology, child)
    found = _contacts_and_sessions(chronology, who)
    agencies = sorted(found)
    parts = [title(f"{child}: seen, seen alone and heard, by agency")]
    parts += _bar_key()
    high, top = 56.0, 60.0
    most = max([1, *(sum(len(t.of) for t in found[a]) for a in agencies)])
    scale = (WIDTH - LEFT - 330) / most
    for n, agency in enumerate(agencies):
        parts += _agency_bars(agency, found[agency], top + n * high, scale, refs)
    bottom = top + len(agencies) * high
    parts += footer(bottom + 12)
    return document(WIDTH, bottom + 22, f"{child}: seen, alone and heard by agency",
                    f"{number_of(agencies)}, in the order of their names.", parts,
                    role="group" if refs else "img")  # fmt: skip


def _contacts_and_sessions(chronology: Chronology, child: Child) -> dict[str, list[Tally]]:
    found: dict[str, list[Tally]] = {}
    for scope in CHANCES:
        for tally in tallies(chronology, child, scope):
            if tally.agency and tally.of:
                found.setdefault(tally.agency, []).append(tally)
    return found


_BARS = (
    (Measure.SEEN, "seen", "#1B4F9C"),
    (Measure.ALONE, "alone", "#0B5D1E"),
    (Measure.VIEWS, "heard", "#7B3F00"),
)
_FILLS = {
    Basis.STATED: "{0}",
    Basis.REVIEWER: "url(#confirmed)",
    Basis.AGENCY_ANSWER: "url(#clarified)",
    Basis.NARRATIVE: "#FFFFFF",
}
_SHOWN = (Basis.STATED, Basis.REVIEWER, Basis.AGENCY_ANSWER, Basis.NARRATIVE)


def _bar_key() -> list[str]:
    parts, x = [], 10.0
    for basis in _SHOWN:
        words = BASIS_WORDS[basis]
        parts.append(rect(x, 30, 22, 9, fill=_FILLS[basis].format("#3A3A3A"), stroke="#1A1A1A"))
        parts.append(text(x + 28, 38, words, size=10))
        x += 46 + 5.6 * len(words)
    parts.append(line(x, 34.5, x + 22, 34.5, stroke="#1A1A1A", width=1.2))
    parts.append(text(x + 28, 38, "all contacts and sessions", size=10))
    return parts


def _agency_bars(
    agency: str, told: Sequence[Tally], y: float, scale: float, refs: Mapping[str, int] | None
) -> list[str]:
    of = sum(len(t.of) for t in told)
    parts = [line(8, y, WIDTH - 8, y, stroke="#C9C9C9")]
    parts += name_beside(agency, y + 28, x=10, letters=18, lines=3)
    for n, (measure, name, colour) in enumerate(_BARS):
        at, x = y + 6 + n * 16, LEFT
        parts.append(text(LEFT - 8, at + 9, name, anchor="end", size=10))
        rows = {b: [i for t in told for i in ids(t, measure, b)] for b in _SHOWN}
        found = {b: len(rows[b]) for b in _SHOWN}
        for basis, number in found.items():
            wide = number * scale
            fill = _FILLS[basis].format(colour)
            bar = [rect(x, at, wide, 11, fill=fill, stroke="#1A1A1A")] * bool(number)
            what = f"{agency}: {number} {name}, {BASIS_WORDS[basis]}, of {of}"
            parts += linked(bar, (refs[i] for i in rows[basis]), what) if refs else bar
            x += wide
        parts.append(line(LEFT, at + 12.5, LEFT + of * scale, at + 12.5, stroke=INK, width=1.2))
        words = ", ".join(f"{number} {_BRIEF[b]}" for b, number in found.items() if number)
        parts.append(
            text(
                LEFT + of * scale + 8,
                at + 10,
                f"{words}; of {of}" if words else f"0 of {of}",
                size=10,
            )
        )
    return parts


_BRIEF = {
    Basis.STATED: "stated",
    Basis.REVIEWER: "confirmed",
    Basis.AGENCY_ANSWER: "clarified later",
    Basis.NARRATIVE: "from the text, unconfirmed",
}


CHARTS: dict[str, Callable[[Chronology, str], str]] = {
    "lanes": swim_lanes,
    "months": heat_map,
    "bars": bars,
}


@lru_cache(maxsize=8)  # a report's document and its coverage show the same ones
def png(svg: str, dpi: int = 300) -> bytes:
    """The SVG as PNG; 300 dpi is A4 width in print. The shipped font makes it alike everywhere."""
    import resvg_py  # late: only PNG needs it

    fonts = resources.files("chronology").joinpath("fonts")
    made = resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=dpi / 96,
        skip_system_fonts=in_shipped_font(svg),
        font_dirs=[str(fonts)],
    )
    return bytes(made)
