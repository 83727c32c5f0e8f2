"""Words by how they are drawn: standing, struck through, deleted, hidden; and a cell made of them.

walk through a document ---> put_words() ---> Words ---> drawn_cell() ---> Cell
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from chronology.importers.rows import EMPTY, UNMARKED, Cell, Marks, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """How text is drawn where a walk through a document stands."""

    struck: bool = False
    deleted: bool = False
    hidden: bool = False
    raised: bool = False
    """As superscript."""
    as_it_stands: bool = False
    """Within <pre>, where line ends and spaces count."""


@dataclass(slots=True, kw_only=True)
class Words:
    """What has been gathered so far from one part, such as a cell or a paragraph."""

    standing: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: int = 0


def put_words(text: str, drawn: Drawn, words: Words) -> None:
    """Put a piece of text to the words that are drawn like it."""
    if drawn.deleted:
        words.deleted.append(text)
    elif drawn.hidden:
        words.hidden.append(text)
    elif drawn.struck:
        words.struck.append(text)
    else:
        words.standing.append(text)


def drawn_cell(
    standing: str, struck: str, *, deleted: str = "", hidden: str = "", comment: str = "",
    link: str = "",
) -> Cell:  # fmt: skip
    """A cell of its words by how they are drawn: what stands is its value; if all is struck, that
    is."""
    all_struck = bool(struck) and not standing
    marks = Marks(
        struck=all_struck,
        struck_text="" if all_struck else struck.strip(),
        deleted=deleted,
        hidden_text=hidden,
        comment=comment,
        link=link,
    )
    value = standing or struck or None
    if marks == UNMARKED:
        return Cell(value) if value else EMPTY
    return Cell(value, marks)


def in_one(cells: Sequence[Cell], mark: str) -> Cell:
    """Several cells as one with a mark between their words; what is struck out in one of them, or
    pinned to it, stays so."""
    marks = [cell.marks for cell in cells]
    struck = (text_of(c.value) if c.marks.struck else c.marks.struck_text for c in cells)
    return drawn_cell(
        mark.join(filter(None, (text_of(c.value) for c in cells if not c.marks.struck))),
        mark.join(filter(None, struck)),
        deleted=mark.join(filter(None, (m.deleted for m in marks))),
        hidden=mark.join(filter(None, (m.hidden_text for m in marks))),
        comment="\n".join(filter(None, (m.comment for m in marks))),
        link="\n".join(filter(None, (m.link for m in marks))),
    )
