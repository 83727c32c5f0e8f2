"""A letter of questions as the people of an agency fill it in and work in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row, CT_Tc
from docx.table import Table, _Cell

_PROMPT, _BOX = f".//{qn('w:showingPlcHdr')}", f".//{qn('w:sdtContent')}//{qn('w:t')}"


def reworked(letter: Path, into: Path, change: Callable[[Table], None], which: int = 0) -> Path:
    """The letter with one of its tables of questions changed, saved elsewhere."""
    made = docx.Document(str(letter))
    change([t for t in made.tables if "Id" in heads(t)][which])
    into.parent.mkdir(exist_ok=True)
    made.save(str(into))
    return into


def fill_in(
    letter: Path, into: Path, told: Mapping[int, Mapping[str, object]], signed: tuple[str, str]
) -> Path:
    """The letter with words under the headings of these rows, signed once by a name and a day."""
    made = docx.Document(str(letter))
    for table in made.tables:
        if heads(table)[0] == "Agency":
            for cell, words in zip(table.rows[1].cells[1:], signed, strict=True):
                cell.text = words
        elif "Id" in heads(table):
            for row in rows(table):
                for heading, words in told.get(int(cell_of(table, row, "No").text), {}).items():
                    write(table, row, heading, str(words or ""))
    into.parent.mkdir(exist_ok=True)
    made.save(str(into))
    return into


def heads(table: Table) -> list[str]:
    return [cell.text for cell in table.rows[0].cells]


def rows(table: Table) -> Iterator[CT_Row]:
    """The rows of questions."""
    yield from list(table._tbl.tr_lst)[1:]


def cell_of(table: Table, row: CT_Row, heading: str) -> _Cell:
    found: CT_Tc = row.tc_lst[heads(table).index(heading)]
    return _Cell(found, table)


def write(table: Table, row: CT_Row, heading: str, words: str) -> None:
    """Write into a cell; into its box where there is one, as a word processor does."""
    cell = cell_of(table, row, heading)
    prompt = cell._tc.find(_PROMPT)
    if prompt is None:
        cell.text = words
    elif words:
        prompt.getparent().remove(prompt)
        cell._tc.find(_BOX).text = words
