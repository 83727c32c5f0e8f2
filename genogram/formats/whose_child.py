"""Whose family a table of family composition is, where no row is the child's own.

heading   Relationship to Theo
title     Name of child: Theo Marlowe   DOB 20/05/2017      above the table or outside it
cells     Child's name | Theo Marlowe
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronology.importers.rows import Table, text_of

_LONGEST = 300  # letters of a cell; a title is short
_ABOVE = 12  # rows of a table in which a title may stand
_CHILD = (
    r"(?:name of (?:the )?(?:subject )?child(?:/young person)?|child(?:'s name)?"
    r"|subject(?: child)?|re)"
)
_NAME = re.compile(r"[^\W\d_a-z][\w.'\u2019-]*(?: [\w.'\u2019-]+){0,4}")
_TITLE = re.compile(
    rf"{_CHILD}\s*[:\u2013-]\s*(?P<name>[^,;:(\n]+?)"
    r"(?=\s{2,}|\s*[,;(\n]|\s+(?:dob|d\.o\.b|born|date of birth)\b|\s*$)",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"{_CHILD}\s*:?", re.IGNORECASE)
_HEADING = re.compile(r"relation(?:ship)? to (?P<name>.+)", re.IGNORECASE)
_BORN = re.compile(
    r"(?:dob|d\.o\.b\.?|born|date of birth)[:\s]*(\d{1,2}[/. -](?:\d{1,2}|[a-z]+)[/. -]\d{2,4})",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:the )?(?:subject|index)?"
    r"(?: ?child(?:\(ren\))?| ?children| ?young person| ?subject)?(?: of .*)?"
    r"|(?:the )?(?:victim|adult|adult at risk|vulnerable adult|subject adult|deceased)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A child who is named outside the rows: the name, the words, and a date of birth if said."""

    name: str
    words: str
    born: str = ""


def named_child(chosen: Sequence[Table], tables: Iterable[Table]) -> Named | None:
    """The child whom a title or a heading names; None where none does."""
    above = (line for t in chosen for line in _lines(t, _ABOVE))
    outside = (line for t in tables if t not in chosen for line in _lines(t, len(t.rows)))
    for cells in (*above, *outside):
        if found := _in_title(cells):
            return found
    for table in chosen:
        for row in table.rows[:30]:
            for cell in row.cells:
                heading = _HEADING.fullmatch(text_of(cell.value)[:_LONGEST])
                if heading and not _NOBODY.fullmatch(heading["name"]):
                    return Named(name=heading["name"].strip(), words=heading[0])
    return None


def _lines(table: Table, most: int) -> Iterator[list[str]]:
    for row in table.rows[:most]:
        yield [text for c in row.cells if (text := text_of(c.value)[:_LONGEST])]


def _in_title(cells: list[str]) -> Named | None:
    whole = "  ".join(cells)
    born = _BORN.search(whole)
    day = born[1] if born else ""
    for at, text in enumerate(cells):
        if (found := _TITLE.match(text)) and _NAME.fullmatch(found["name"].strip()):
            return Named(name=found["name"].strip(), words=text, born=day)
        then = cells[at + 1] if at + 1 < len(cells) else ""
        if len(cells) in (2, 4) and _LABEL.fullmatch(text) and _NAME.fullmatch(then):
            return Named(name=then, words=f"{text} {then}", born=day)
    return None
