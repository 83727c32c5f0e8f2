"""Sheets of words to stand beside drawings: a list of changes, or who is on which page."""

from __future__ import annotations

from collections.abc import Sequence

from genogram.picture.marks import Picture, Words
from genogram.placing.lettering import wrap

_WIDE, _SIZE, _LINES, _LONGEST = 770.0, 10.0, 34, 8
_STEP, _TOP, _BETWEEN = 14.5, 26.0, 16.0


def word_lines(lines: Sequence[str], columns: int) -> list[str]:
    """Lines broken to the width of a column."""
    room = _WIDE / columns - _BETWEEN
    return [part for line in lines for part in wrap(line, room, _SIZE, _LONGEST)]


def word_sheets(
    title: str, lines: Sequence[str], columns: int = 1, *, pages: tuple[int, int] | None = None
) -> list[Picture]:
    """As many sheets as the lines need; each fills one column after another.

    `pages` are the number of the first sheet and that of the last of all, for the headings.
    """
    broken, most = word_lines(lines, columns), _LINES * columns
    sheets = [broken[n : n + most] for n in range(0, max(1, len(broken)), most)]
    return [
        _sheet(f"{title} (page {pages[0] + n} of {pages[1]})" if pages else title, sheet, columns)
        for n, sheet in enumerate(sheets)
    ]


def _sheet(title: str, lines: Sequence[str], columns: int) -> Picture:
    made = Picture(title=title, description="\n".join([title, *lines]), font=_SIZE)
    made.marks.append(Words(text=title, x=0, y=0, size=14, bold=True, anchor="start", id="title"))
    for n, line in enumerate(lines):
        column, row = divmod(n, _LINES)
        x, y = column * _WIDE / columns, _TOP + row * _STEP
        made.marks.append(Words(text=line, x=x, y=y, size=_SIZE, anchor="start"))
    made.box = (0, -12, _WIDE, _TOP + _LINES * _STEP)
    return made
