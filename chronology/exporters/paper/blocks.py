"""What paper is made of, whoever prints it: headings, paragraphs, tables and pictures.

Word and PDF print the same blocks. Rows may come from a generator, so that a long table is never
held whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How words within a paragraph stand out; each is a named character style."""

    PLAIN = ""
    LABEL = "Label"
    READ = "Words read"


class Style(StrEnum):
    """Named paragraph styles, as a person finds them in a word processor."""

    TITLE = "Title"
    SUBTITLE = "Subtitle"
    TEXT = "Body Text"
    NOTE = "Note"
    CAPTION = "Caption"
    CELL = "Table text"
    SMALL = "Table small"
    NUMBER = "Table number"
    HEAD = "Table heading"
    AGENCY = "Agency"
    """Followed by a number from 1 to 8: each has its colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A run of words that look alike."""

    text: str
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words in one style; `anchor` names the place, `link` leads to a place of that name.

    `mark` is the name by which the entry of a row is found again in Word (earlier_word.py).
    """

    words: tuple[Words, ...]
    style: str = Style.TEXT
    anchor: str = ""
    link: str = ""
    mark: str = ""


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of cells; `whole` keeps it on one page."""

    cells: tuple[Cell, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OneByOne:
    """Rows made one at a time, and anew for each who asks: two writers print one document."""

    make: Callable[[], Iterator[Row]]

    def __iter__(self) -> Iterator[Row]:
        """The rows from the first on."""
        return self.make()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its headings repeated on each page; widths in millimetres.

    Rows are read again by each writer, so they are never an iterator that is used up.
    """

    caption: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: Sequence[Row] | OneByOne


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 or 2; level 1 begins a new page."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing as SVG text, with its caption and the same in words for who cannot see it."""

    svg: str
    caption: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The table of contents stands here: the chapters of the document."""


Block = Heading | Paragraph | Table | Picture | Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document: what stands at the foot of each page, and its blocks in order."""

    title: str
    marking: str
    draft: str
    chapters: tuple[str, ...]
    """The headings of level 1, in order."""
    blocks: Iterable[Block]
    linked: bool = True
    """Whether it holds every entry, so that a Ref can lead to one."""


ACROSS = 273.0
"""Millimetres of A4 landscape between margins of 12 mm."""


_TALLEST = 140.0
"""Millimetres: a drawing shares its page with a heading and its caption."""
LEAST = {
    "Date": 20.0, "Ref": 10.0, "Agency": 22.0, "Event": 12.0, "No": 8.0, "Of": 9.0, "Rows": 11.0,
    "Entries": 15.0, "What differs": 22.0,
}  # fmt: skip
"""Millimetres that a column under one of these headings needs so that no word is broken."""


def plain(text: str, style: str = Style.TEXT) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(words=(Words(text=text),), style=style)


def labelled(label: str, text: str, style: str = Style.CELL) -> Paragraph:
    """A paragraph that says first what it is."""
    return Paragraph(words=(Words(text=f"{label}: ", look=Look.LABEL), Words(text=text)),
                     style=style)  # fmt: skip


def size(svg: str) -> tuple[float, float]:
    """Width and height of a drawing in millimetres: across the page, or as tall as it may be."""
    found = [re.search(rf'\b{side}="([\d.]+)"', svg) for side in ("width", "height")]
    wide, tall = (float(f[1]) if f else 1.0 for f in found)
    across = min(ACROSS, _TALLEST * wide / tall)
    return round(across, 2), round(across * tall / wide, 2)


def cell(
    value: str | int, style: str = Style.CELL, *, link: str = "", anchor: str = "", mark: str = ""
) -> Cell:
    """A cell of plain words, or of a number."""
    look = Style.NUMBER if isinstance(value, int) else style
    words = (Words(text=str(value)),)
    return (Paragraph(words=words, style=look, link=link, anchor=anchor, mark=mark),)


def fit(widths: Sequence[float], heads: Sequence[str] = ()) -> tuple[float, ...]:
    """Widths in any unit, as millimetres that fill the page across, no column below its least."""
    narrow = {n: LEAST[head] for n, head in enumerate(heads) if head in LEAST}
    told = [width * ACROSS / sum(widths) for width in widths]
    held = {n: wide for n, wide in narrow.items() if told[n] < wide}
    rest = sum(told[n] for n in range(len(told)) if n not in held)
    room = ACROSS - sum(held.values())
    return tuple(round(held.get(n, told[n] * room / rest), 2) for n in range(len(told)))
