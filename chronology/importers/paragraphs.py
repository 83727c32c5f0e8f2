"""Paragraphs put together as one cell."""

from __future__ import annotations

from collections.abc import Sequence

from chronology.importers.drawn import in_one
from chronology.importers.rows import UNMARKED, Cell, text_of


def one_cell(cells: Sequence[Cell], broken: Sequence[bool]) -> Cell:
    """Paragraphs as one cell; what is struck in one of them is kept beside the others."""
    filled = [cell for cell in cells if cell.value is not None or cell.marks is not UNMARKED]
    if all(cell.marks is UNMARKED for cell in filled):
        told = ""
        for cell, goes_on in zip(cells, broken, strict=True):
            told += f"{(' ' if goes_on else chr(10)) if told else ''}{text_of(cell.value)}"
        return Cell(told or None)
    return in_one(filled, "\n")
