"""Column widths that make a table short on paper, and long text cut so that no line is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from chronology.exporters.lettering import LINES, across, lines

SAMPLE = 250  # rows are enough to fit widths to, spread over the whole table
CELL_LIMIT = 32_767  # characters that a cell holds
_UNIT = 5.25
_EDGES = 3.0  # points beside the words
_BOLD = 1.08  # how much wider bold words are
_OF_AGENCIES = ("Agency", "By")
_NAME_LINES = 4
_WIDEST_NAME = 24.0
_SPARED = 40.0  # a column of sentences is not made narrower than this


def fitted(
    table: Sequence[Sequence[str]], least: Sequence[float], stretch: Mapping[int, float], total: int
) -> list[float]:
    """Widths that add up to `total`: the least ones, and what is left where it saves most height.

    `stretch` says which columns may grow, each up to how wide. The height of a row is smoothed
    (the fourth root of the sum of fourth powers) so that each further unit of width counts.
    """
    widths = list(least)
    tall = [[_tall(text, width) for text, width in zip(row, widths, strict=True)] for row in table]
    for _ in range(int(total - sum(widths))):
        free = [c for c, most in stretch.items() if widths[c] < most]
        if not free:
            break
        best = max(free, key=lambda column: _saved(tall, column, widths[column]))
        for row in tall:
            row[best] *= widths[best] / (widths[best] + 1)
        widths[best] += 1
    return widths


def word_width(text: str) -> float:
    """The width that the longest word of a text needs, so that it is not broken."""
    words = re.split(r"[\s-]+", text)
    return (max(map(across, words)) + _EDGES) / _UNIT


def name_width(names: Iterable[str], least: float, most: float) -> float:
    """The width for names of agencies in bold: no word is broken, and none takes many lines."""
    told, width = set(names), least
    while width < most and any(
        _BOLD * word_width(n) > width or lines(n, width / _BOLD) > _NAME_LINES for n in told
    ):
        width += 1
    return min(width, most)


def for_agencies(
    heads: Sequence[str], widths: Sequence[float], table: Sequence[Sequence[object]]
) -> list[float]:
    """The widths of a table with more for long names of agencies, which a wide column gives."""
    fit = list(widths)
    for at in (n for n, head in enumerate(heads) if head in _OF_AGENCIES):
        fit[at] = name_width({str(line[at]) for line in table}, fit[at], _WIDEST_NAME)
    widest = max(range(len(fit)), key=fit.__getitem__)
    fit[widest] -= min(sum(fit) - sum(widths), max(0.0, fit[widest] - _SPARED))
    return fit


def _tall(text: str, width: float) -> float:
    return sum(max(1.0, across(part) / (width * _UNIT)) for part in text.split("\n"))


def _saved(tall: Sequence[Sequence[float]], column: int, width: float) -> float:
    shrunk = width / (width + 1)
    saved = 0.0
    for row in tall:
        power = sum(lines**4 for lines in row)
        saved += power**0.25 - (power + row[column] ** 4 * (shrunk**4 - 1)) ** 0.25
    return saved


def parts(text: str, width: float | None) -> list[str]:
    """The text cut where a row of a spreadsheet would end; put together again it is the text.

    A row shows at most 33 lines and a cell holds at most 32,767 characters: the rest of a long
    text goes on in the next row. `width` is None for a column whose lines are not broken.
    """
    found = []
    while not _fits(text, width):
        end = _end(text, width)
        found.append(text[:end])
        text = text[end:]
    return [*found, text]


def _fits(text: str, width: float | None) -> bool:
    return len(text) <= CELL_LIMIT and (width is None or lines(text, width) <= LINES)


def _end(text: str, width: float | None) -> int:
    """Where the first row of a text ends: after a line or a word, if there is one."""
    end = min(len(text), CELL_LIMIT)
    while width is not None and end > 1 and not _fits(text[:end], width):
        end = max(1, int(end * min(0.97, LINES / lines(text[:end], width))))
    gap = max(text.rfind(mark, end // 2, end) for mark in ("\n", " "))
    return gap + 1 if gap > 0 else end
