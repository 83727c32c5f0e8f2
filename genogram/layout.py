"""From a family to numbers: rows, order, places, lines and household outlines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from genogram.asof import as_of
from genogram.coordinates import place
from genogram.generations import generations
from genogram.kin import Kin, kin_of
from genogram.labels import SMALL, Line, Names, label
from genogram.lettering import LINE
from genogram.lines import Heights, draw_wires
from genogram.model import Family
from genogram.objective import VIA, Objective, Rows, objective
from genogram.ordering import order_rows
from genogram.outlines import outlines
from genogram.plan import COMPACT, WIDE, Layout, Measures, Node
from genogram.wiring import plan_wires

_PAGE = 785.0  # points across A4 landscape between margins
_SMALLEST = 8.0  # print below this and the boxes become narrower
EFFORT = 150


def lay_out(
    family: Family,
    on: dt.date | None = None,
    *,
    effort: int = EFFORT,
    names: Names = Names.NAMES,
) -> Layout:
    """Lay a family out. The same family, day and effort always give the same layout.

    `on` draws the family as it was that day, with ages; `effort` counts hundreds of trials for a
    better order.
    """
    kin = kin_of(as_of(family, on) if on else family)
    level = generations(kin)
    goal = objective(kin, level)
    rows = order_rows(kin, goal, effort)
    wide = _numbers(kin, rows, goal, WIDE, on, names)
    left, _, right, _ = wide.size
    if WIDE.font * _PAGE / max(1.0, right - left) >= _SMALLEST:
        return wide
    return _numbers(kin, rows, goal, COMPACT, on, names)


def _numbers(
    kin: Kin, rows: Rows, goal: Objective, measures: Measures, on: dt.date | None, names: Names
) -> Layout:
    x = place(kin, rows, goal, measures)
    labels = {
        p.id: label(p, measures.width, measures.font, on, names, measures.name_lines)
        for p in kin.people.values()
    }
    wires = plan_wires(kin, rows, goal, x, measures)
    box = {n: _box_height(row, labels, measures) for n, row in enumerate(rows)}
    top, y = {}, 0.0
    for n in range(len(rows)):
        top[n] = y
        y += box[n] + wires.room(n)
    heights = Heights(top=top, box=box, symbol=measures.symbol, level=goal.level, x=x)
    nodes = tuple(
        Node(
            id=p,
            x=x[p],
            y=top[n] + box[n] / 2,
            w=measures.width,
            h=box[n],
            symbol=measures.symbol,
            label=labels[p],
        )
        for n, row in enumerate(rows)
        for p in row
        if not p.startswith(VIA)
    )
    layout = Layout(
        family=kin.family,
        nodes=nodes,
        lines=tuple(draw_wires(kin, wires, heights)),
        outlines=(),
        measures=measures,
        on=on,
    )
    return replace(layout, outlines=outlines(layout))


def _box_height(
    row: Sequence[str], labels: Mapping[str, Sequence[Line]], measures: Measures
) -> float:
    tallest = max((label_height(labels[p], measures) for p in row if p in labels), default=0.0)
    return measures.symbol + 2 + tallest


def label_height(lines: Sequence[Line], measures: Measures) -> float:
    """The height of a label."""
    return sum(measures.font * LINE * (SMALL if line.small else 1.0) for line in lines)
