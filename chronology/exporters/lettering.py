"""How wide and how tall text stands in a cell, so that rows are as tall as their words.

Some spreadsheet programs show a row whose height is not written as a single line, and hide words.
Widths are those of Arial and of the fonts made to its measure, in thousandths of the font's size.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil

SIZE = 9  # points
LINE = 12.0  # points from one line to the next, as Excel sets 9 point Arial
LINES = 33  # what a row shows: a spreadsheet gives it 409 points at most
_EDGES = 2.0  # points that a cell's edges take, across and down
_UNIT = 5.25  # points in one unit of column width
_HALF_WORD = 13.0  # points that a line loses at its end, on average
_SHORT = 160  # characters up to which lines are broken word by word
_ADVANCE = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft", 333: "()-`r", 334: "{}", 355: '"',
    389: "*", 469: "^", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu", 584: "+<=>~",
    611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W",
    1015: "@",
}  # fmt: skip
_WIDTHS = {ord(letter): width for width, letters in _ADVANCE.items() for letter in letters}
_QUARTERS = bytes(_WIDTHS.get(code, 560) // 4 for code in range(256))  # others: as a figure

_SHIPPED_REACH = "\u0800"
"""The shipped font has the letters before this one: Latin, Greek, Cyrillic, Hebrew, Arabic."""


def in_shipped_font(text: str) -> bool:
    """Whether the shipped font has every letter; others come from the machine's own fonts."""
    return all(c < _SHIPPED_REACH or "\u2000" <= c < "\u2100" for c in text)


def across(text: str) -> float:
    """The width of a line of text in points."""
    return sum(text.encode("latin-1", "replace").translate(_QUARTERS)) * 4 * SIZE / 1000


@lru_cache(maxsize=8192)  # most cells repeat a few short texts
def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of this width (spreadsheet units)."""
    if len(text) < 2:
        return 1
    room = max(_UNIT * width - _EDGES, 10.0)
    return sum(_paragraph(part, room) for part in text.split("\n"))


def height(lines_: int) -> float:
    """The height in points of a row of so many lines."""
    return min(lines_, LINES) * LINE + _EDGES


def _paragraph(text: str, room: float) -> int:
    total = across(text)
    if total <= room:
        return 1
    if len(text) > _SHORT:
        return ceil(total / max(room - _HALF_WORD, room * 0.7))
    used, count = 0.0, 1
    for word in re.findall(r"\S+\s*|\s+", text):
        wide, whole = _across_word(word)
        if used and used + wide > room:
            count, used = count + 1, 0.0
        if wide > room:  # a word wider than the column is broken anywhere
            count += int(wide / room)
            wide %= room
            used = wide
            continue
        used += whole
    return count


@lru_cache(maxsize=8192)
def _across_word(word: str) -> tuple[float, float]:
    """The width of a word without the space behind it, and with it."""
    return across(word.rstrip()), across(word)
