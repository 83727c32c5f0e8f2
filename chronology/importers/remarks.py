"""What readers have to say of a file or of a sheet."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from chronology.findings import Remark, first_of, note, warning

_SHOWN = 5
_MACRO = re.compile(r"vbaProject\.bin$|^(?:Basic|Scripts)/.*\.xml$")
_OBJECT = re.compile(r"^(?:word|xl)/embeddings/[^/]+$")
_CHART = re.compile(r"^word/charts/chart\d*\.xml$")
_CHUNK = re.compile(r"^(?:word/)?[^/]+\.(?:x?html?|mht|rtf|txt|docx?)$", re.IGNORECASE)
"""A document put into another as it is: a chunk (altChunk)."""

_MACROS = note(
    "file-macros",
    message="The file holds macros. They were not run.",
    remedy="Nothing, unless a macro is needed to show what the cells hold.",
)


def controls_left_out(places: Sequence[str]) -> Remark:
    """Characters that no document can hold were left out."""
    where = f"{'Cell' if len(places) == 1 else 'Cells'} {first_of(places, _SHOWN)}"
    return note(
        "characters-left-out",
        message=f"{where} held control characters, which no document can show: left out.",
        remedy="Look at the cell as sent, if its words seem to run together.",
    )


def pictures(count: int) -> Remark:
    """Pictures may hold words that nothing here can read."""
    one = count == 1
    return note(
        "file-pictures",
        message=f"The file holds {'a picture' if one else f'{count} pictures'}. Words in "
        f"{'it' if one else 'them'} were not read.",
        remedy="Look whether a picture shows a part of the chronology; ask for its words if so.",
    )


def boxes_unread(count: int) -> Remark:
    """Text boxes that a reader of this format passes over."""
    return warning(
        "file-text-boxes",
        message=f"The file holds {count} text box{'es' if count > 1 else ''} over its cells, whose "
        "words were not read.",
        remedy="Look at the file as sent, or save it as .xlsx, from which they are read.",
    )


def of_parts(parts: Collection[str]) -> tuple[Remark, ...]:
    """What the names of a package's parts tell: macros, and files within the file."""
    macros = (_MACROS,) if any(map(_MACRO.search, parts)) else ()
    within = embedded(parts)
    return (*macros, within) if within else macros


def embedded(parts: Collection[str]) -> Remark | None:
    """Files within the file, which Office shows as a part of it or as a picture to open.

    `parts` are the names of its parts. The numbers behind a chart are no such file.
    """
    charts = sum(bool(_CHART.search(part)) for part in parts)
    found = sum(bool(_OBJECT.search(part)) for part in parts) - charts
    found = max(found, 0) + sum(bool(_CHUNK.search(part)) for part in parts)
    if not found:
        return None
    one = found == 1
    return warning(
        "file-embedded",
        message=f"The file holds {'another file' if one else f'{found} other files'} within it, "
        f"such as a page or a workbook put in. {'It was' if one else 'They were'} not read.",
        remedy="Open the file, save what is within it under names of their own, and put those into "
        "the case too; a page that is shown as text becomes a part of a document saved anew.",
    )


def holds_no_chronology(name: str) -> tuple[str, str]:
    """That a file of tables or words gave no entry, and what to do."""
    return (
        f"{name} holds no chronology: neither a table with headings such as Date and Event, nor "
        "three paragraphs or lines that begin with a date.",
        "Check that it is the right file. If it is, write a date before each entry in a copy, or "
        "put the entries into a table with headings such as Date and Event.",
    )


def prompts(count: int) -> Remark:
    """Boxes of a form that nobody filled in."""
    return note(
        "file-prompts",
        message=f"{count} of the form's boxes still show what to fill in, such as 'Click here to "
        "enter text': read as empty.",
        remedy="Nothing, unless the agency meant to fill them in.",
    )


def signs_as_meant(told: Sequence[tuple[int, str, str]]) -> Remark:
    """Garbled words that were read as they were meant; of each its row, the word as it stands, and
    as it is read."""
    words = list(dict.fromkeys(f"'{stands}' as '{meant}'" for _, stands, meant in told))
    return note(
        "signs-as-meant",
        message=f"{_in_rows(row for row, _, _ in told)}: signs that a change of program or a "
        f"slip of a key put for others are read as meant: {first_of(words, _SHOWN)}.",
        remedy="Compare with the file as sent where a name or an amount looks wrong.",
    )


def web_text_shown(told: Sequence[tuple[int, str]]) -> Remark:
    """Cells that hold the text of a web page; of each its row, and a piece of its markup."""
    pieces = list(dict.fromkeys(f"'{piece}'" for _, piece in told))
    return note(
        "cells-web-text",
        message=f"{_in_rows(row for row, _ in told)}: the cells hold web text with its markup, "
        f"{first_of(pieces, _SHOWN)}, and are read as a browser would show them.",
        remedy="Nothing, unless words seem to be missing: compare with the file as sent.",
    )


def _in_rows(numbers: Iterable[int]) -> str:
    rows = list(dict.fromkeys(numbers))
    return f"Row{'s' if len(rows) > 1 else ''} {first_of(rows, _SHOWN)}"
