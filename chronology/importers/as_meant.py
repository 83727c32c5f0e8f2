"""Cells whose words are garbled or hold web text, read as they were meant, and counted.

    Â£20, wasn`t                  £20, wasn't       garbled.py
    <p>Seen</p>, wasn&#39;t       Seen, wasn't      as a browser shows it (web_table.py)

Names, sums and negations are then what they were; a finding shows what was read otherwise.
"""

from __future__ import annotations

import re
from dataclasses import replace

from chronology.importers import garbled
from chronology.importers.remarks import signs_as_meant, web_text_shown
from chronology.importers.rows import UNMARKED, Cell, Contents, Row, Table

_SUSPECT = re.compile(r"[^\x00-\x7f]|[a-z][`?][a-z]|&#?\w+;|<[/a-z]", re.IGNORECASE)
"""Most cells hold none of these, and are asked no more."""
_ATTRIBUTE = r"""\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s<>]+)"""
_TAG = re.compile(
    rf"<(?:br|p|li)(?:{_ATTRIBUTE})*\s*/?>|</(?:p|div|span|b|strong|i|em|u|s|strike|del|ins|ul|ol|li|"
    r"font|a|h[1-6]|table|tbody|thead|tr|td|th|blockquote|pre|sup|sub)\s*>",
    re.IGNORECASE,
)
"""What web text has at the least: a break, or the end of an element."""
_ENTITY = re.compile(
    r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|pound|euro|"
    r"bull|middot|deg|frac(?:12|14|34)|[aeiouy](?:acute|grave|uml|circ)|ccedil|ntilde);",
    re.IGNORECASE,
)
_MOST_TIMES = 2
"""Web text that was made web text once more: &amp;#39;."""


class _Found:
    """The cells of one table that were read otherwise than they stand."""

    def __init__(self) -> None:
        self.signs: list[tuple[int, str, str]] = []
        """The row, a word as it stands and as it was meant."""
        self.web: list[tuple[int, str]] = []
        """The row, and a piece of the markup."""


def as_meant(contents: Contents) -> Contents:
    """What a file holds, its garbled words and web text as they were meant, with findings."""
    others = contents.others
    return replace(
        contents,
        tables=tuple(map(_table, contents.tables)),
        others=others and (lambda names: tuple(tuple(map(_table, t)) for t in others(names))),
    )


def _table(table: Table) -> Table:
    found = _Found()
    rows = tuple(_row(row, found) for row in table.rows)
    above = tuple(garbled.as_meant(text) for text in table.above)
    if not found.signs and not found.web:
        return table if above == table.above else replace(table, above=above)
    remarks = (
        *([signs_as_meant(found.signs)] if found.signs else ()),
        *([web_text_shown(found.web)] if found.web else ()),
    )
    return replace(table, rows=rows, above=above, remarks=(*table.remarks, *remarks))


def _row(row: Row, found: _Found) -> Row:
    cells = tuple(_cell(cell, row.number, found) for cell in row.cells)
    return row if cells == row.cells else replace(row, cells=cells)


def _cell(cell: Cell, row: int, found: _Found) -> Cell:
    text = cell.value
    if not isinstance(text, str) or not _SUSPECT.search(text):
        return cell
    for _ in range(_MOST_TIMES):
        if markup := _TAG.search(text) or _ENTITY.search(text):
            found.web.append((row, markup[0]))
            cell = _shown(text, cell)
            text = cell.value if isinstance(cell.value, str) else ""
    meant = garbled.as_meant(text)
    if meant == text:
        return cell
    found.signs.append((row, *_example(text, meant)))
    return cell._replace(value=meant)


def _shown(text: str, cell: Cell) -> Cell:
    """What a browser would show of web text."""
    from chronology.importers.web_table import cell_of_markup  # late: few cells hold any

    shown = cell_of_markup(text)
    if shown.marks is UNMARKED or cell.marks is UNMARKED:
        return Cell(shown.value, cell.marks if shown.marks is UNMARKED else shown.marks)
    marks = replace(
        cell.marks,
        struck=cell.marks.struck or shown.marks.struck,
        struck_text="\n".join(filter(None, (cell.marks.struck_text, shown.marks.struck_text))),
        hidden_text="\n".join(filter(None, (cell.marks.hidden_text, shown.marks.hidden_text))),
        link=cell.marks.link or shown.marks.link,
    )
    return Cell(shown.value, marks)


def _example(text: str, meant: str) -> tuple[str, str]:
    """The first word that is read otherwise, as it stands and as it was meant."""
    before, after = text.split(" "), meant.split(" ")
    pairs = zip(before, after, strict=False)
    return next((one, other) for one, other in pairs if one != other)
