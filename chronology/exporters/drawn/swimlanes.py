"""Swim lanes: one lane for each agency along time, a mark for each contact.

A row of its own and a shape stand beside each colour. A mark is filled where somebody stated or
confirmed the value, and hollow where it was read from the text and nobody has confirmed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chronology.contacts.sightings import Glance, Measure, basis_of, glances
from chronology.contacts.spells import Need, Span, Spell, spell_words, spells, windows
from chronology.dates import in_words
from chronology.exporters.drawn.axis import (
    LEFT,
    NAME_LINE,
    WIDTH,
    Axis,
    axis_of,
    child_of,
    footer,
    months_of,
    name_beside,
    number_of,
    title,
)
from chronology.exporters.drawn.shapes import document, line, mark, rect, text
from chronology.exporters.rows import BASIS_WORDS
from chronology.exporters.spell_lines import spell_days
from chronology.model import Child, Chronology
from chronology.values.readings_by_basis import FIRM

_ROW = 11.0
_NAME_LINES = 2
_LABEL = 130  # points that the name of a day takes
_LONG = 28  # days; a shorter spell is a sliver at this scale
_ROWS: tuple[tuple[Measure, str, str, str], ...] = (
    (Measure.ALONE, "diamond", "#0B5D1E", "seen alone"),
    (Measure.SEEN, "circle", "#1B4F9C", "seen"),
    (Measure.REMOTE, "square", "#6A1B6A", "remote only"),
    (Measure.CARER, "triangle", "#6B4E00", "by a carer only"),
    (Measure.NOT_SEEN, "cross", "#B00020", "not seen"),
    (Measure.NOT_RECORDED, "tick", "#6E6E6E", "not recorded"),
)
_DRAWN = frozenset(r[0] for r in _ROWS)


def swim_lanes(chronology: Chronology, child: str) -> str:
    """One lane for each agency along time, a mark for each contact; long spells unseen hatched."""
    who = child_of(chronology, child)
    told = [g for g in glances(chronology, who) if g.seen[0] in _DRAWN and g.entry.when.start]
    axis = axis_of(chronology, who, told)
    agencies = sorted({g.entry.agency for g in told})
    shown = [r for r in _ROWS if any(_row(g) is r[0] for g in told)]
    unseen = [s for s in spells(chronology, who, Need.SEEN) if s.most >= _LONG]
    height, top = max(_NAME_LINES * NAME_LINE + 4, _ROW * len(shown) + 8), 74.0
    bottom = top + 34 + height * len(agencies)
    parts = [title(f"{child}: contacts by agency, and whether the child was recorded as seen")]
    parts += _key(shown)
    parts += _years(axis, top - 8, bottom)
    parts += _unseen(chronology, unseen, axis, top)
    for n, agency in enumerate(agencies):
        y = top + 34 + n * height
        lane = [g for g in told if g.entry.agency == agency]
        covered = windows(chronology, who, agency, past_incident=True)
        parts += _lane(agency, lane, axis, y, height, shown, covered)
    parts += _days(chronology, who, axis, top, bottom)
    parts += _months(axis, bottom + 11)
    parts += footer(bottom + 28)
    longest = spell_words(unseen[0]) if unseen else "none of four weeks or more"
    words = (
        f"{len(told)} entries of {number_of(agencies)}. Longest spell in which nobody is "
        f"recorded as seeing the child: {longest}."
    )
    return document(WIDTH, bottom + 38, f"{child}: contacts by agency", words, parts)


def _row(glance: Glance) -> Measure:
    return Measure.ALONE if Measure.ALONE in glance.seen else glance.seen[0]


def _key(shown: Sequence[tuple[Measure, str, str, str]]) -> list[str]:
    parts, x = [], 14.0
    for _, shape, colour, words in shown:
        parts += [mark(shape, x, 33, colour, hollow=False), text(x + 8, 37, words)]
        x += 24 + 6.2 * len(words)
    parts += [
        mark("circle", 14, 49, "#1B4F9C", hollow=False),
        mark("circle", 24, 49, "#1B4F9C", hollow=True),
        text(34, 53, "filled: stated by the agency, confirmed or clarified; hollow (thin): read "
             "from the text, unconfirmed"),
        rect(560, 43, 22, 11, fill="url(#hatch)", stroke="#9A6B00"),
        text(588, 53, f"nobody is recorded as seeing the child for {_LONG} days or more"),
        rect(900, 43, 22, 11, fill="url(#outside)", stroke="#B5B5B5"),
        text(928, 53, "time not covered"),
    ]  # fmt: skip
    return parts


def _years(axis: Axis, top: float, bottom: float) -> list[str]:
    parts = []
    for month in months_of(axis):
        x = axis.x(month)
        new_year = month.month == 1 or month == axis.start
        parts.append(line(x, top, x, bottom, stroke="#9A9A9A" if new_year else "#E2E2E2"))
        if new_year and (month.month < 10 or len(months_of(axis)) < 8):
            parts.append(text(x + 3, top + 5, str(month.year), size=10, bold=True))
    return parts


def _months(axis: Axis, y: float) -> list[str]:
    """Names of the months below the lanes: every one, every third, or none, as there is room."""
    months = months_of(axis)
    room = (axis.right - axis.left) / len(months)
    every = next((n for n in (1, 3) if room * n >= _MONTH_WIDE), 0)
    return [
        text(axis.x(month) + 3, y, f"{month:%b}", size=9)
        for month in months
        if every and (month.month - 1) % every == 0
    ]


_MONTH_WIDE = 26.0


def _unseen(chronology: Chronology, unseen: Iterable[Spell], axis: Axis, top: float) -> list[str]:
    parts = [text(LEFT - 8, top + 18, "Nobody recorded as", anchor="end", size=10),
             text(LEFT - 8, top + 29, "seeing the child: days", anchor="end", size=10)]  # fmt: skip
    for spell in unseen:
        x1, x2 = axis.x(spell.after.last), axis.x(spell.before.first)
        words = f"{spell_words(spell)}: {spell_days(chronology, spell)}"
        parts.append(
            rect(x1, top + 10, max(x2 - x1, 1), 20, fill="url(#hatch)", stroke="#9A6B00",
                 told=words)
        )  # fmt: skip
        label = spell_words(spell).partition(" day")[0]  # "43", or "12 to 43"
        half, size = (11, 10) if spell.least == spell.most else (23, 10)
        if x2 - x1 <= 2 * half + 2:  # "39-45", smaller, where "39 to 45" has no room
            label = label.replace(" to ", "\u2013")
            half, size = 3 * len(label) - 1, 9
        if x2 - x1 > 2 * half + 2:
            middle = (x1 + x2) / 2
            parts.append(rect(middle - half, top + 14, 2 * half, 12, fill="#FFFFFF"))
            parts.append(text(middle, top + 24, label, anchor="middle", size=size, bold=True))
    return parts


def _lane(
    agency: str, told: Iterable[Glance], axis: Axis, y: float, height: float,
    shown: Sequence[tuple[Measure, str, str, str]], covered: Sequence[Span],
) -> list[str]:  # fmt: skip
    parts = [line(8, y, axis.right, y, stroke="#5A5A5A", width=0.8)]
    parts += [
        rect(axis.x(a), y + 1, axis.x(b) - axis.x(a), height - 2, fill="url(#outside)")
        for a, b in _gaps(covered, axis)
        if axis.x(b) > axis.x(a)
    ]
    parts += name_beside(
        agency, y + height / 2, x=LEFT - 8, letters=23, lines=_NAME_LINES, anchor="end"
    )
    places = {measure: (n, shape, colour) for n, (measure, shape, colour, _) in enumerate(shown)}
    for glance in told:
        n, shape, colour = places[_row(glance)]
        at = y + 9 + n * _ROW
        when = glance.entry.when
        assert when.start is not None
        start, end = axis.x(when.start), axis.x(when.end or when.start)
        if end - start > 1:
            parts.append(line(start, at, end, at, stroke=colour, width=1.2, dash="2 2"))
        hollow = basis_of(glance, _row(glance)) not in FIRM
        parts.append(mark(shape, (start + end) / 2, at, colour, hollow=hollow, told=_said(glance)))
    return parts


def _said(glance: Glance) -> str:
    basis = BASIS_WORDS[basis_of(glance, _row(glance))]
    words = f"{in_words(glance.entry.when)}, {glance.entry.agency}: {_row(glance).value}"
    return f"{words}; {basis}" if basis else words


def _gaps(covered: Sequence[Span], axis: Axis) -> list[Span]:
    """The time along the axis that is not covered."""
    edges, gaps = axis.start, []
    for start, end in covered:
        gaps.append((edges, start))
        edges = end
    return [*gaps, (edges, axis.end)]


def _days(chronology: Chronology, child: Child, axis: Axis, top: float, bottom: float) -> list[str]:
    """Birth, death and the incident, as lines down the chart with their names."""
    days = [("born", child.born), ("incident", chronology.case.review.incident),
            ("died", child.died)]  # fmt: skip
    drawn = sorted((day, name) for name, day in days if day and axis.start <= day <= axis.end)
    parts: list[str] = []
    labels: list[tuple[float, str]] = []
    for day, name in drawn:
        x = axis.x(day)
        parts.append(line(x, top - 2, x, bottom, stroke="#000000", width=1.4, dash="5 3"))
        words = f"{name} {day:%d/%m/%Y}"
        if labels and x - labels[-1][0] < _LABEL:  # no room for two: they stand in one
            before = labels.pop()[1]
            same = before.endswith(f" {day:%d/%m/%Y}")
            words = f"{before.rpartition(' ')[0]}, {words}" if same else f"{before}, {words}"
        labels.append((x, words))
    for x, words in labels:
        near_end = x > axis.right - _LABEL * (1 + words.count(","))
        parts.append(
            text(x + (-4 if near_end else 4), top + 6, words, size=9,
                 anchor="end" if near_end else "start", bold=True)
        )  # fmt: skip
    return parts
