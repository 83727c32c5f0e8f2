"""From a family to numbers: rows, order, places, lines and household outlines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from genogram.kin import Kin, kin_of
from genogram.model import Family
from genogram.placing.coordinates import place
from genogram.placing.generations import generations
from genogram.placing.labels import Label, label
from genogram.placing.layout_parts import (
    COMPACT,
    OVERVIEW,
    PAGE,
    TIGHT,
    UNDER,
    WIDE,
    Layout,
    Measures,
    Node,
    label_height,
)
from genogram.placing.line_drawing import Heights, draw_lines
from genogram.placing.line_tracks import Tracks, plan_tracks
from genogram.placing.lowering import lowered
from genogram.placing.objective import Objective, Rows, objective, places
from genogram.placing.ordering import order_rows
from genogram.placing.outlines import outlines
from genogram.placing.positions import Standing
from genogram.view.as_of import as_of
from genogram.view.homes import numbered
from genogram.view.naming import Names, as_shown
from genogram.view.uncertain import putative

_PAD = 2.0  # points under the tallest label of a row
_FEW = 90  # people; more are never wide enough apart on a page but in narrow boxes
_SMALLEST = 8.0  # print below this and the boxes become narrower
EFFORT = 100


def lay_out(
    family: Family,
    on: dt.date | None = None,
    *,
    effort: int = EFFORT,
    names: Names = Names.NAMES,
) -> Layout:
    """Lay a family out. The same family, day and effort always give the same layout.

    Its numbers are points, y downwards. `on` draws the family as it was that day, with ages;
    `effort` is in hundredths of the usual search for a better order, which takes two seconds for
    100 people; 0 takes none.
    """
    family = numbered(family)
    kin = kin_of(as_of(family, on) if on else family)
    level = generations(kin)
    goal = objective(kin, level)
    rows = order_rows(kin, goal, effort)
    best: Layout | None = None
    for measures in _choices(kin, names):
        made = _numbers(kin, rows, goal, measures, on, names)
        if best is None or print_size(made) > print_size(best):
            best = made
        if print_size(best) >= _SMALLEST:
            break
    assert best
    return replace(best, outlines=outlines(best))


def _choices(kin: Kin, names: Names) -> tuple[Measures, ...]:
    if names is Names.OVERVIEW:
        return (OVERVIEW,)
    return (WIDE, COMPACT, TIGHT) if len(kin.people) <= _FEW else (TIGHT,)


def print_size(layout: Layout) -> float:
    """The size of names, in points, on a sheet of A4 across."""
    left, top, right, bottom = layout.size
    scale = min(PAGE[0] / max(1.0, right - left), PAGE[1] / max(1.0, bottom - top))
    return layout.measures.font * scale


def _numbers(
    kin: Kin, rows: Rows, goal: Objective, measures: Measures, on: dt.date | None, names: Names
) -> Layout:
    family = as_shown(kin.family, names)
    doubts = putative(kin, {p.id: p.name for p in family.persons})
    room = (measures.narrow, measures.width)
    labels = {
        p.id: label(p, room, measures.font, on, names, doubts.get(p.id, "")) for p in family.persons
    }
    low = lowered(kin, rows, goal)
    unplaced = Standing(
        kin=kin,
        goal=goal,
        rows=rows,
        at=places(rows),
        width={p: labels[p].room if p in labels else 0.0 for row in rows for p in row},
        tall=_tall(rows, low, labels, measures),
        measures=measures,
        lowered=low,
        x={},
    )
    standing = replace(unplaced, x=place(unplaced))
    tracks = plan_tracks(standing)
    heights = _heights(standing, tracks)
    nodes = tuple(
        Node(
            id=p,
            x=standing.x[p],
            y=(heights.over[p] + heights.under[p]) / 2,
            w=standing.width[p],
            h=heights.under[p] - heights.over[p],
            symbol=measures.symbol,
            label=labels[p].lines,
            font=measures.font,
        )
        for row in rows
        for p in row
        if not standing.passes(p)
    )
    return Layout(
        family=family,
        nodes=nodes,
        lines=tuple(draw_lines(standing, tracks, heights)),
        outlines=(),
        measures=measures,
        on=on,
    )


def _tall(
    rows: Rows, low: frozenset[str], labels: Mapping[str, Label], measures: Measures
) -> dict[str, float]:
    """Heights of boxes: alike in a row, but for very long labels and for who stands lower."""
    own = {
        p: measures.symbol + UNDER + label_height(k.lines, measures.font) for p, k in labels.items()
    }
    tall = dict(own)
    for row in rows:
        usual = [p for p in row if p in own and p not in low]
        box = max((own[p] for p in usual if own[p] + _PAD <= measures.tallest), default=0.0) + _PAD
        tall |= {p: max(box, own[p]) for p in usual}
    return tall


def _heights(standing: Standing, tracks: Tracks) -> Heights:
    """Where boxes begin and end; who stands lower begins at the middle of the others."""
    over, under, below, above = {}, {}, {}, {}
    y = 0.0
    for n, row in enumerate(standing.rows):
        people = [p for p in row if not standing.passes(p)]
        usual = [standing.tall[p] for p in people if p not in standing.lowered]
        for p in people:
            over[p] = y + (min(usual) / 2 + 0.5 if p in standing.lowered else 0.0)
            under[p] = over[p] + standing.tall[p]
        above[n] = y
        below[n] = max((under[p] for p in people), default=y)
        y = below[n] + tracks.room(n)
    return Heights(
        over=over, under=under, below=below, above=above, symbol=standing.measures.symbol
    )
