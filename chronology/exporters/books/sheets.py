"""How the workbook looks: A4 landscape, headings on each page, formats, checked writes."""

from __future__ import annotations

import copy
import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from chronology.exporters import lettering
from chronology.exporters.widths import CELL_LIMIT, for_agencies, parts
from chronology.findings import CaseweaveError
from chronology.notes import ID
from chronology.ordering import agencies_of

if TYPE_CHECKING:
    from pathlib import Path

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from chronology.exporters.coverage_tables import Table
    from chronology.model import Chronology

# Dark enough under white text for WCAG AA; the agency's name always stands beside the colour.
BANDS = ("#1B4F72", "#7B3F00", "#1D6B35", "#6A1B6A", "#7A1F2B", "#00565B", "#4A4A12", "#37474F")
# Units of width that fit on A4 landscape if 9 point text is to be printed at 7 points or more
# (LibreOffice draws a unit about a tenth wider than Excel).
A4_ACROSS = 165
AT_EIGHT_POINTS = 148
"""The same for tables other than the chronology itself, which has most columns."""
_PAPER_A4 = 9
_MOST_LEADS = 65_530  # links that Excel allows in one sheet
_NOT_PRINTED = (ID, "Kind")
_FOR_THE_SCREEN = ("By quarter", "By month", "Clocks", "Rows behind", "Entries")
"""Sheets with a line for nearly every row of the case: on paper, their first lines alone."""
_FIRST_LINES = 40
NONE_FOUND = "None found in the files given."
TURNED = 84.0  # points that upright headings take, in two lines
_A_DATE = 9.8  # units of width in which 21/03/2021 stands in one line
_READ_FROM = 2.0  # units of width; narrower columns are hidden
_BASE = {
    "font_name": "Arial",
    "font_size": 9,
    "valign": "top",
    "text_wrap": True,
    "border": 1,
    "border_color": "#9A9A9A",
}

_LOOK = {
    # Column widths are counted in figures of the default font: Arial's are alike everywhere.
    "default_format_properties": {"font_name": "Arial", "font_size": 10},
    "default_row_height": 17,
}


def new_book(path: Path, title: str) -> Workbook:
    """An empty workbook of our look.

    The library writes into the options it is given, so each workbook has its own.
    """
    return plain_book(path, title, **copy.deepcopy(_LOOK))


def plain_book(path: Path, title: str, **more: object) -> Workbook:
    """An empty workbook in which text stays text, without today's date.

    Its working files lie beside the workbook, not where every program keeps its own.
    """
    import xlsxwriter  # late: only writers need it

    as_text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = xlsxwriter.Workbook(str(path), {**as_text, "tmpdir": str(path.parent), **more})
    book.set_properties({"title": title, "created": dt.datetime(2000, 1, 1)})
    return book


class Sheets:
    """A workbook being written: its formats, and sheets that all look alike."""

    def __init__(self, book: Workbook, chronology: Chronology) -> None:
        self.book, self.chronology = book, chronology
        self.leads: Counter[str] = Counter()
        self.told: set[tuple[str, str]] = set()
        """Every heading of a table with the words below it."""
        self.cell = book.add_format(_BASE)
        self.aside = book.add_format(_BASE | {"text_wrap": False})
        """For columns beside the printed ones: they must not make the rows taller."""
        self.note = book.add_format({"font_name": "Arial", "font_size": 9})
        self.number = book.add_format(_BASE | {"align": "center"})
        self.faint = book.add_format(_BASE | {"font_color": "#595959"})
        self.strong = book.add_format(_BASE | {"bold": True})
        self.head = book.add_format(_BASE | {"bold": True, "bg_color": "#E3E3E3"})
        self.turned = book.add_format(
            _BASE | {"bold": True, "bg_color": "#E3E3E3", "rotation": 90, "valign": "bottom"}
        )
        self.link = book.add_format(_BASE | {"font_color": "#0B3D91", "underline": 1})
        self.title = book.add_format({"font_name": "Arial", "font_size": 14, "bold": True})
        self.text = book.add_format(
            {"font_name": "Arial", "font_size": 10, "text_wrap": True, "valign": "top"}
        )
        self.bands = {
            agency: book.add_format(
                _BASE | {"bold": True, "font_color": "#FFFFFF", "bg_color": BANDS[i % len(BANDS)]}
            )
            for i, agency in enumerate(agencies_of(chronology))
        }

    def format(self, more: Mapping[str, object]) -> Format:
        """The format of a cell, and more."""
        return self.book.add_format(_BASE | dict(more))

    def sheet(
        self, name: str, heads: Sequence[str], widths: Sequence[float], turned: Collection[str] = ()
    ) -> Worksheet:
        """A new sheet with its headings, frozen and repeated on every page.

        Headings in `turned` stand upright: over narrow columns of numbers they would else be what
        makes these wide.
        """
        sheet = self.book.add_worksheet(name)
        _let_grow(sheet)
        on_paper(sheet)
        sheet.set_margins(0.28, 0.28, 0.4, 0.6)
        marking = self.chronology.case.classification.replace("&", "&&")
        draft = f"draft {self.chronology.draft}".replace("&", "&&")
        sheet.set_footer(f"&L{marking}&C&A, {draft}&RPage &P of &N")
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.set_column(column, column, width)
            put(sheet, 0, column, head, self.turned if head in turned else self.head)
        flat = [n for n, head in enumerate(heads) if head not in turned]
        # headings are bold
        self.tall(sheet, 0, [heads[n] for n in flat], [widths[n] * 0.9 for n in flat])
        if turned:
            sheet.set_row(0, TURNED)
        return sheet

    def table(
        self,
        name: str,
        heads: Sequence[str],
        widths: Sequence[float],
        lines: Iterable[Sequence[object]],
        first: int | None = None,
        turned: Collection[str] = (),
    ) -> Worksheet:
        """A sheet filled with lines under its headings, narrowed if it is wider than the paper.

        Words that are more than a cell holds go on in the row below. Columns at the end by which
        a merge finds the entry again are not printed. `first` is the number of lines that are
        printed of a long sheet; None for all.
        """
        lines, printed = tuple(lines), len(heads)
        widths = for_agencies(heads, widths, lines)
        while heads[printed - 1] in _NOT_PRINTED:
            printed -= 1
        room = A4_ACROSS if name in _FOR_THE_SCREEN else AT_EIGHT_POINTS
        narrowed = min(1.0, room / sum(widths[:printed]))
        widths = [
            max(width * narrowed, _A_DATE if head.startswith("Date") else 0.0)
            for head, width in zip(heads, widths, strict=True)
        ]
        sheet = self.sheet(name, heads, widths, turned)
        self.told |= {(head, head) for head in heads}
        number = 0
        for number, row in enumerate((row for line in lines for row in _rows(line)), start=1):
            for column, words in enumerate(row):
                put(sheet, number, column, words, self._form(words))
            self.told |= {(h, str(w)) for h, w in zip(heads, row, strict=True) if w != ""}
            self.tall(sheet, number, row, widths)
        if not number:
            put(sheet, 1, 0, NONE_FOUND, self.note)
        elif number > 1 and len(heads) > 1:
            sheet.autofilter(0, 0, number, len(heads) - 1)
        if name in _FOR_THE_SCREEN:
            first = 0
        most = number if first is None else min(number, max(first, _FIRST_LINES))
        if most < number:
            which = "" if name in _FOR_THE_SCREEN else ", those that matter most,"
            sheet.set_header(_first_lines_words(most, number, which), {"margin": 0.2})
        if most < number or printed < len(heads):
            last = max(most, 1)
            sheet.print_area(0, 0, last, printed - 1)
        return sheet

    def linked(self, table: Table, targets: Mapping[int, tuple[str, int]]) -> Worksheet:
        """A sheet filled with a table whose Refs lead to the sheet and line of their entries."""
        sheet = self.table(table.name, table.heads, table.widths, table.lines, table.first)
        for number, line in enumerate(table.lines, start=1):
            for column in table.refs:
                ref = line[column]
                if isinstance(ref, int) and ref in targets:
                    self.lead(sheet, (number, column), str(ref), targets[ref])
        return sheet

    def _form(self, words: object) -> Format:
        return self.number if isinstance(words, int) else self.cell

    def tall(
        self, sheet: Worksheet, row: int, words: Sequence[object], widths: Sequence[float]
    ) -> None:
        """Make a row as tall as its words; a column too narrow to be read makes nothing taller."""
        most = max(
            lettering.lines(str(w), width)
            for w, width in zip(words, widths, strict=False)
            if width >= _READ_FROM
        )
        if most > 1:
            sheet.set_row(row, lettering.height(most))

    def lead(
        self, sheet: Worksheet, at: tuple[int, int], words: str, target: tuple[str, int]
    ) -> None:
        """Write words that lead to a line of another sheet; plain words beyond Excel's 65,530."""
        name, line = target
        url = f"internal:'{name}'!A{line + 1}"
        # The library would say so of each further one, on the terminal.
        full = self.leads[sheet.get_name()] >= _MOST_LEADS
        self.leads[sheet.get_name()] += 1
        if full or sheet.write_url(*at, url, self.link, words) != 0:
            put(sheet, *at, words, self.cell)


def _first_lines_words(printed: int, number: int, which: str) -> str:
    """The header of a sheet that is not printed whole: what is missing, and how to get it."""
    return (
        f"&L&8Only the first {printed:,} of {number:,} lines of this sheet{which} are printed; all "
        "are on the screen. To print them all: Page Layout, Print Area, Clear."
    )


def _rows(line: Sequence[object]) -> Iterable[Sequence[object]]:
    """A line, in as many rows as its longest words need."""
    if all(len(str(words)) <= CELL_LIMIT for words in line):
        return (line,)
    cut = (parts(words, None) if isinstance(words, str) else (words,) for words in line)
    return zip_longest(*cut, fillvalue="")


def on_paper(sheet: Worksheet) -> None:
    """A4 across, as wide as the page, with the first row on each; it stays in view on screen."""
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)


def _let_grow(sheet: Worksheet) -> None:
    """Say how tall a row is without fixing it: it still grows when someone types into it.

    The library marks every height that is set as the user's own (customHeight).
    """
    plain = sheet._xml_start_tag_unencoded

    def start(tag: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
        plain(tag, [a for a in attributes if (tag, a[0]) != ("row", "customHeight")])

    sheet._xml_start_tag_unencoded = start


def put(sheet: Worksheet, row: int, column: int, words: object, form: Format) -> None:
    """Write a cell and read the return code: the library cuts or drops silently otherwise.

    Raises CaseweaveError where the sheet cannot hold it.
    """
    if isinstance(words, int):
        code = sheet.write_number(row, column, words, form)
    elif words:
        code = sheet.write_string(row, column, str(words), form)
    else:
        code = sheet.write_blank(row, column, None, form)
    if code != 0:
        raise CaseweaveError(
            f"The workbook cannot hold row {row + 1} of sheet {sheet.get_name()}.",
            "Write .json instead, or merge fewer files at a time.",
        )
