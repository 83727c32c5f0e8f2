"""Small tables over another table: words over it, as a paragraph there is.

| Child: Ruby Marlowe |                        a name, an agency or a year in a frame
| Name: | Ruby Marlowe | DOB: | 02/02/2012 |   of a table of details, the names alone
| Date  | Event        | Child seen        |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chronology.columns import find_headings
from chronology.importers.named import Names
from chronology.importers.rows import Table, is_blank, of_document
from chronology.record_of import KIN, titles_above

_FEW, _MOST_ROWS = 2, 12
"""Texts of a caption, and rows of a table of details."""
_OF_THE_FAMILY = re.compile(
    rf"(?:(?:half|step)[ -])?(?:{KIN}|siblings?|brothers?|sisters?)\b", re.I
)
"""Among a child's details 'Mother: Kayleigh Marlowe' says whose child it is, not whose record."""


def captioned(tables: Sequence[Table], names: Names) -> tuple[Table, ...]:
    """The tables of a document, each with the words of small tables directly above it over it.

    `names` tells whom words name that say nothing else.
    """
    told: list[Table] = []
    over: tuple[str, ...] = ()
    for table in tables:
        table = replace(table, above=(*over, *table.above)) if over else table
        told.append(table)
        over = _words(table, names)
    return tuple(told)


def _words(table: Table, names: Names) -> tuple[str, ...]:
    """What a table says of the one below it; nothing where it has headings or many rows."""
    rows = [row for row in table.rows if not row.aside and not is_blank(row)]
    if not of_document(table.name) or len(rows) > _MOST_ROWS or find_headings(table):
        return ()
    texts = titles_above(rows, None, form=True)
    told = (text for text in texts if names(text) and not _OF_THE_FAMILY.match(text))
    shown = texts if len(texts) <= _FEW else list(told)
    return (*table.above, *shown) if shown else ()
