"""Readers of agencies' files: kind of file -> module. They give rows with their places; no more.

    rows.py           what every reader hands over   source.py         the file as sent
    kinds.py          which kind, by its bytes       protected.py      files under a password
    package.py        zip packages, checked first    remarks.py        what readers have to say
    grid.py           rows, with merged cells        number_formats.py what a sheet shows of a value
    drawn.py          struck, deleted, hidden words  tidying.py        line ends, unseen letters
    prompts.py        boxes that nobody filled in    as_meant.py       garbled words, web text
    garbled.py        signs put for others

Excel
    excel.py          .xlsx                          old_excel.py      .xls
    excel_styles.py   struck cells and words         sheet_marks.py    what values do not show
    shared_strings.py shared strings                 pinned.py         links, notes, text boxes
OpenDocument
    opendocument.py   .ods                           open_styles.py    its styles
    open_text.py      the words of a cell
Word
    word.py           .docx                          word_table.py     a table as a grid
    word_text.py      the words of a cell            word_parts.py     comments, footnotes, links
Text and web pages
    delimited.py      .csv, .txt                     decoding.py       bytes -> text
    web_table.py      .html                          page_styles.py    what its style sheet hides
Paragraphs without a table, of any of these
    lists.py          those that begin with dates    beginnings.py     how each of them begins
    labelled.py       those with labels
    named.py          names alone over them          paragraphs.py     several as one cell
    logs.py           a day or a month over them
The open data form
    open_form.py      .json, and what is wrong with one
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from importlib import import_module
from pathlib import Path

from chronology.importers.as_meant import as_meant
from chronology.importers.kinds import kind_of
from chronology.importers.prompts import without_prompts
from chronology.importers.protected import unlocked
from chronology.importers.rows import Contents, Passwords
from chronology.importers.source import Source, open_source

READERS = ("excel", "old_excel", "opendocument", "word", "web_table", "delimited")
"""One file per format; kinds.py tells by the bytes which it is."""
GIVEN: ContextVar[Passwords | None] = ContextVar("passwords of protected files", default=None)
"""Those to try where a caller gives none: a command sets them once for all that it reads."""


def read(path: Path, passwords: Passwords | None = None) -> Contents:
    """Read every sheet or table of a file; raises Unreadable with what to do.

    `passwords` gives those to try where the file is protected.
    """
    source = unlocked(open_source(path), passwords or GIVEN.get())
    module = import_module(f"chronology.importers.{kind_of(source)}")
    reader: Callable[[Source], Contents] = module.read
    return without_prompts(as_meant(reader(source)))
