"""The rows of a Word table as a grid of columns.

Word has no columns, only rows of cells, each so many units of a grid wide:

    | Date     | Event            | Seen |      the usual row of this table: three cells
    | Date     | Event         | Seen    |      a border was dragged: still the same three
    | MARCH 2022                         |      one cell over all three: a band

The rows with the most usual number of cells say what the columns are. Another row's cell
belongs to the columns that it covers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chronology.importers.drawn import in_one
from chronology.importers.grid import Found, Span, merged_rows
from chronology.importers.rows import EMPTY, Cell, Row
from chronology.importers.word_text import Gathered, Parts, W, cell_of, cells_in, gather, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WIDEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCell:
    """One cell: where it begins in the units of the grid, how many it takes, and what it holds."""

    start: int
    width: int
    cell: Cell
    continues: bool
    """It is merged with the cell above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """One row as Word has it."""

    cells: tuple[WordCell, ...]
    hidden: bool
    pictures: int
    prompts: int


def word_row(row: Element, parts: Parts) -> WordRow:
    """Read one row of a table."""
    form = row.find(f"{W}trPr")
    deleted = form is not None and form.find(f"{W}del") is not None
    start = _number(form, "gridBefore", 0)
    cells: list[WordCell] = []
    gathered: list[Gathered] = []
    for cell in cells_in(row, "tc"):
        properties = cell.find(f"{W}tcPr")
        width = _number(properties, "gridSpan", 1)
        prompt = _is_prompt(cell)
        words = gather(() if prompt else cell, parts, deleted=deleted or _is_deleted(properties))
        words.prompts += prompt
        read = cell_of(words)
        if _merge(properties, "hMerge") == "continue" and cells and read is EMPTY:
            cells[-1] = replace(cells[-1], width=cells[-1].width + width)
        else:
            continues = _merge(properties, "vMerge") == "continue"
            cells.append(WordCell(start=start, width=width, cell=read, continues=continues))
        gathered.append(words)
        start += width
    return WordRow(
        cells=tuple(cells),
        hidden=form is not None and is_on(form, ("hidden",), otherwise=False),
        pictures=sum(words.pictures for words in gathered),
        prompts=sum(words.prompts for words in gathered),
    )


def word_rows(rows: Sequence[WordRow]) -> tuple[Row, ...]:
    """All rows of a table on one set of columns."""
    columns = _columns(rows)
    grid: list[list[Cell]] = []
    spans: list[Span] = []
    last_at: dict[int, int] = {}  # column -> place in `spans` of what stands lowest in it
    for number, row in enumerate(rows, start=1):
        cells: list[Cell] = []
        for place, (left, right) in zip(row.cells, _places(row, columns), strict=True):
            cells += [EMPTY] * (right + 1 - len(cells))
            cells[left] = _both(cells[left], place.cell)
            above = spans[last_at[left]] if left in last_at else None
            if place.continues and above and above.bottom == number - 1:
                spans[last_at[left]] = replace(above, bottom=number)
            else:
                last_at[left] = len(spans)
                spans.append(Span(top=number, bottom=number, left=left, right=right))
        grid.append(cells)
    merged = [span for span in spans if span.bottom > span.top or span.right > span.left]
    hidden = {number for number, row in enumerate(rows, start=1) if row.hidden}
    return merged_rows(grid, Found(hidden_rows=hidden, spans=merged))


def _columns(rows: Sequence[WordRow]) -> list[tuple[int, int]]:
    """Where each column begins and ends, by the rows with the most usual number of cells."""
    counts = Counter(len(row.cells) for row in rows)
    usual = max(counts, key=lambda n: (n > 1, counts[n], n), default=0)
    shapes = Counter(
        tuple((cell.start, cell.start + cell.width) for cell in row.cells)
        for row in rows
        if len(row.cells) == usual
    )
    return list(shapes.most_common(1)[0][0]) if shapes else []


def _places(row: WordRow, columns: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The first and the last column of each cell of a row."""
    if len(row.cells) == len(columns):
        return [(n, n) for n in range(len(columns))]
    middles = [(start + end) / 2 for start, end in columns]
    places = []
    for cell in row.cells:
        first = min(bisect_left(middles, cell.start), len(columns) - 1)
        last = bisect_left(middles, cell.start + cell.width) - 1
        places.append((first, max(first, last)))
    return places


def _both(one: Cell, other: Cell) -> Cell:
    """Two cells in one column, of a row that has more cells than its table has columns."""
    if one is EMPTY or other is EMPTY:
        return other if one is EMPTY else one
    return in_one((one, other), " | ")


def _number(form: Element | None, name: str, otherwise: int) -> int:
    given = form.find(f"{W}{name}") if form is not None else None
    text = given.get(f"{W}val") or "" if given is not None else ""
    return min(int(text), _WIDEST) if text.isdecimal() else otherwise


def _merge(form: Element | None, name: str) -> str:
    """'restart', 'continue' or ''; a merge without a word continues."""
    given = form.find(f"{W}{name}") if form is not None else None
    return "" if given is None else given.get(f"{W}val") or "continue"


def _is_deleted(form: Element | None) -> bool:
    return form is not None and form.find(f"{W}cellDel") is not None


def _is_prompt(cell: Element) -> bool:
    """Whether a content control round the whole cell still shows what to fill in."""
    around = cell.getparent()
    control = around.getparent() if around is not None and around.tag == f"{W}sdtContent" else None
    return control is not None and control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
