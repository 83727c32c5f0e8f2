"""Cells that still show what is to be chosen or filled in: read as empty, and counted.

Choose an item.   -- Please select --   Click or tap here to enter text.   [Select]

Word says of such a box that it shows its prompt (word_text.py); a copy of its words, in a sheet, a
text or another document, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chronology.importers.remarks import prompts
from chronology.importers.rows import Cell, Contents, Row, Table, Value

_WHAT = r"(?:an?|one|the|your) (?:item|option|value|entry|date|building block|\w+ from the list)"
_PROMPT = re.compile(
    rf"\W{{0,3}}(?:(?:please )?(?:choose|select|pick) {_WHAT}(?: from (?:the|this) list)?|"
    r"please (?:choose|select)(?: one)?|(?:select|choose)(?: one)?|"
    r"(?:click|tap)(?: or (?:tap|click))?(?: here)? to (?:enter|add|insert|choose|select) "
    r"(?:text|dates?|an? \w+)|enter (?:text|a date)(?: here)?)\W{0,4}",
    re.IGNORECASE,
)
_LONGEST = 60


def without_prompts(contents: Contents) -> Contents:
    """What a file holds; its cells that show nothing but a prompt are empty, and counted."""
    found = sum(_is_prompt(cell.value) for row in _rows(contents) for cell in row.cells)
    if not found:
        return contents
    tables = tuple(_without(table) for table in contents.tables)
    return replace(contents, tables=tables, remarks=(*contents.remarks, prompts(found)))


def _rows(contents: Contents) -> Iterator[Row]:
    return (row for table in contents.tables for row in table.rows)


def _without(table: Table) -> Table:
    rows = (
        replace(row, cells=tuple(map(_emptied, row.cells)))
        if any(_is_prompt(cell.value) for cell in row.cells)
        else row
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _emptied(cell: Cell) -> Cell:
    return Cell(None, cell.marks) if _is_prompt(cell.value) else cell


def _is_prompt(value: Value) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST:
        return False
    return _PROMPT.fullmatch(value) is not None
