"""The sheets Chronology and Undated: one row for each entry, made to be read on A4 landscape.

| printed, widths fitted to A4 at 7 points or more ... | beside it, for filters | folded: Panel |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronology.exporters import accounts, rows
from chronology.exporters.books.sheets import A4_ACROSS, Sheets, put
from chronology.exporters.rows import Line, TableColumn
from chronology.exporters.widths import SAMPLE, fitted, parts, word_width
from chronology.model import SeenValue
from chronology.notes import AS_WRITTEN, COLUMNS
from chronology.review.typed_over import as_written

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Least widths of the printed columns, and the most that those may grow to which hold sentences.
_LEAST = {"Ref": 4.5, "Date": 9.5, "Time": 5.5, "Agency": 10, "Source": 10, "Event": 30}
_LEAST |= {rows.WORDS_BEHIND: 12, "Action": 9, "Outcome": 10, "Comment": 8.5, "Review notes": 16}
_LEAST |= {rows.PLACE: 9}
_MOST = {
    "Agency": 22,
    "Source": 14,
    "Event": 90,
    rows.WORDS_BEHIND: 30,
    "Action": 30,
    "Outcome": 30,
}
_MOST |= {"Comment": 30, rows.PLACE: 12}
_CHILD = 9
# Columns narrow enough for a word to be broken: they grow first, up to so much.
_WHOLE_WORDS = {"Agency": 13.5, "Source": 11.0, "Action": 11.0, "Outcome": 11.0}
_BOLD = 1.08
# More than three children leave less for the rest; more than five print below 7 points.
_MANY = 3
_TIGHT = {"Source": 8, "Event": 26, "Action": 8, "Outcome": 9, "Comment": 8, "Review notes": 14}
_CHILD_TIGHT = 7.5
_ASIDE = {"Row": 5, "File": 14, "Sheet": 10, "Marks": 9, "Date as sent": 12, rows.ALSO_TOLD: 22}
_FOLDED = tuple(heading for kind, heading in COLUMNS.items() if kind != "review_notes")


_AS_WRITTEN = TableColumn(heading=AS_WRITTEN, words=lambda n: "")
"""The last column, which is filled from what stands in the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """What every row of both sheets is written with."""

    sheets: Sheets
    columns: Sequence[TableColumn]
    widths: Sequence[float]
    targets: Mapping[str, tuple[str, int]]
    """Sheet and line where an entry's other accounts are compared."""


def entry_sheets(sheets: Sheets) -> Mapping[int, tuple[str, int]]:
    """Write both sheets; where the entry of each Ref stands: sheet and line."""
    chronology = sheets.chronology
    lines = accounts.entry_lines(chronology)
    columns = (*rows.columns(chronology), _AS_WRITTEN)
    layout = _Layout(
        sheets=sheets,
        columns=columns,
        widths=_widths(columns, lines[:: max(1, len(lines) // SAMPLE)]),
        targets=accounts.first_lines(chronology),
    )
    dated = sum(line.entry.when.dated for line in lines)
    return {
        **_sheet(layout, "Chronology", lines[:dated]),
        **_sheet(layout, "Undated", lines[dated:]),
    }


def _widths(columns: Sequence[TableColumn], sample: Sequence[Line]) -> list[float]:
    printed = [c for c in columns if c.printed]
    many = sum(c.heading not in _LEAST for c in printed) > _MANY
    known, child = (_LEAST | _TIGHT, _CHILD_TIGHT) if many else (_LEAST, _CHILD)
    least = [float(known.get(c.heading, child)) for c in printed]
    grow = {i: float(_MOST[c.heading]) for i, c in enumerate(printed) if c.heading in _MOST}
    table = [[str(column.words(line)) for column in printed] for line in sample]
    for at, column in enumerate(printed):
        if column.heading in _WHOLE_WORDS:
            wide = max((word_width(row[at]) for row in table), default=0.0)
            wide *= _BOLD if column.heading == "Agency" else 1.0
            least[at] = max(least[at], min(_WHOLE_WORDS[column.heading], wide))
    aside = [float(_ASIDE.get(c.heading, 18)) for c in columns if not c.printed]
    return [*fitted(table, least, grow, A4_ACROSS), *aside]


def _sheet(layout: _Layout, name: str, lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    heads = [column.heading for column in layout.columns]
    sheet = layout.sheets.sheet(name, heads, layout.widths)
    for column, head in enumerate(heads):
        if head in _FOLDED:  # folded away: [+] above the columns opens them
            sheet.set_column(column, column, 16, None, {"level": 1, "hidden": True})
        if head == AS_WRITTEN:
            sheet.set_column(column, column, 16, None, {"hidden": True})
    places: dict[int, tuple[str, int]] = {}
    number = 1
    for line in lines:
        places[line.ref] = name, number
        number = _entry(layout, sheet, line, number)
    last = max(number - 1, 1)
    sheet.autofilter(0, 0, last, len(heads) - 1)
    sheet.print_area(0, 0, last, sum(column.printed for column in layout.columns) - 1)
    sheet.freeze_panes(1, heads.index("Source"))
    return places


def _entry(layout: _Layout, sheet: Worksheet, line: Line, number: int) -> int:
    """Write one entry from row `number` on, in further rows if it is long; the row after it."""
    told = [column.words(line) for column in layout.columns]
    heads = [column.heading for column in layout.columns]
    told[-1] = as_written(dict(zip(heads, told, strict=True)))
    cut = [
        parts(str(words), width if column.printed else None)
        for column, words, width in zip(layout.columns, told, layout.widths, strict=True)
    ]
    for turn in range(max(map(len, cut))):
        for at, (column, pieces) in enumerate(zip(layout.columns, cut, strict=True)):
            words: str | int = pieces[turn] if turn < len(pieces) else ""
            if column.repeated or isinstance(told[at], int):
                words = told[at]
            _cell(layout, sheet, (number, at), words, line)
        across = sum(column.printed for column in layout.columns)
        shown = [pieces[turn] if turn < len(pieces) else "" for pieces in cut[:across]]
        layout.sheets.tall(sheet, number, shown, layout.widths)
        number += 1
    return number


def _cell(
    layout: _Layout, sheet: Worksheet, at: tuple[int, int], words: str | int, line: Line
) -> None:
    heading = layout.columns[at[1]].heading
    target = layout.targets.get(line.entry.id)
    if not words and not layout.columns[at[1]].printed:
        return  # most of what stands beside is empty; nothing is drawn there
    if heading == rows.ALSO_TOLD and words and target:
        layout.sheets.lead(sheet, at, str(words), target)
    else:
        put(sheet, *at, words, _form(layout, at[1], words, line))


def _form(layout: _Layout, column: int, words: str | int, line: Line) -> Format:
    sheets, heading = layout.sheets, layout.columns[column].heading
    if not layout.columns[column].printed:
        return sheets.aside
    if heading == "Ref":
        return sheets.number
    if heading == "Agency":
        return sheets.bands[line.entry.agency]
    if heading in line.entry.seen and isinstance(words, str):  # the eye finds what was said
        if words == rows.SEEN_WORDS[SeenValue.NOT_RECORDED]:
            return sheets.faint
        if words.startswith(rows.SEEN_WORDS[SeenValue.NOT_SEEN]):
            return sheets.strong
    return sheets.cell
