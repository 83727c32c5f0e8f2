"""The coverage workbook: every number leads to exactly the rows behind it."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from chronology.contacts.kinds import CHANCES, SCOPES
from chronology.coverage import By, ids
from chronology.exporters import coverage_figures
from chronology.exporters.books import coverage_book, rows_behind
from chronology.exporters.books.sheets import AT_EIGHT_POINTS, TURNED
from chronology.exporters.lettering import LINE, across
from chronology.exporters.widths import word_width
from chronology.model import Basis, NamedPeriod, Period
from chronology.ordering import refs
from tests.chronology.small_chronology import THEO, chronology, day, entry, seen
from tests.chronology.test_coverage import three_hundred


def test_every_number_is_one_stretch_of_lines_that_holds_its_rows_and_no_other() -> None:
    told = three_hundred(7)
    behind = rows_behind.rows_behind(told, [THEO])
    ref = refs(told)
    for by in (None, By.MONTH, By.QUARTER, By.YEAR):
        scopes = CHANCES if by else SCOPES
        for line in coverage_figures.figures(told, [THEO], by, scopes):
            for measure in (*coverage_figures.FIGURES, *coverage_figures.SILENT):
                members = rows_behind.members_of(line.tally, measure, line.basis)
                if measure in coverage_figures.FIGURES and line.basis is Basis.NONE:
                    continue
                if measure in coverage_figures.SILENT and line.basis is not Basis.NONE:
                    continue
                found = rows_behind.stretch(behind, line.tally, measure, line.basis, by)
                lines = behind.table.lines[found[0] - 1 : found[1]] if found else ()
                assert sorted(n[1] for n in lines) == sorted(ref[i] for i in members)


def test_the_figures_begin_with_the_contacts_at_which_a_child_could_have_been_seen() -> None:
    told = [line.told[1] for line in coverage_figures.figures(three_hundred(7), [THEO])]
    assert list(dict.fromkeys(told)) == [scope.value for scope in SCOPES]


def test_no_word_of_a_heading_of_the_figures_is_broken_on_paper() -> None:
    narrowed = AT_EIGHT_POINTS / sum(coverage_figures.WIDTHS)
    for head, width in zip(coverage_figures.HEADS, coverage_figures.WIDTHS, strict=True):
        if head not in coverage_figures.UPRIGHT:
            assert 1.06 * word_width(head) <= narrowed * width, f"{head}, in bold"
        else:  # in two lines at most, one beside the other
            assert 1.06 * across(head) / 2 + LINE < TURNED
            assert narrowed * width * 5.25 + 2 > 2 * LINE


def test_the_figures_of_the_longest_names_are_printed_in_eight_points(tmp_path: Path) -> None:
    agency = "Upper Tarn Valley Community Health NHS Foundation Trust Health Visiting Service"
    told = chronology(entry(1, agency, "1/3/21", seen("seen")))
    coverage_book.write(told, [THEO], "", tmp_path / "c.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx")["Coverage"]
    widths = [column.width for column in sheet.column_dimensions.values()]
    assert sum(widths) <= AT_EIGHT_POINTS + len(coverage_figures.HEADS)  # and edges
    assert {c.value for c in sheet[1] if c.alignment.textRotation == 90} == {
        *coverage_figures.UPRIGHT
    }


def test_the_links_of_the_workbook_go_to_those_lines(tmp_path: Path) -> None:
    told = chronology(
        entry(1, "GP", "1/3/21", seen("seen")),
        entry(2, "GP", "1/6/22", seen("seen")),
        entry(3, "GP", "2/6/22"),
    )
    coverage_book.write(told, [THEO], "", tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    sheet, rows = book["Coverage"], book[rows_behind.SHEET]
    heads = [c.value for c in sheet[1]]
    cell = sheet.cell(2, heads.index("Seen, alone or not") + 1)
    assert cell.value == 2
    first, last = re.findall(r"[A-Z](\d+)", cell.hyperlink.location)
    dates = [rows.cell(n, 3).value for n in range(int(first), int(last) + 1)]
    assert dates == ["01/03/2021", "01/06/2022"]


def test_a_period_that_the_case_file_names_has_figures_with_rows_of_its_own(
    tmp_path: Path,
) -> None:
    told = chronology(entry(1, "GP", "1/3/21", seen("seen")), entry(2, "GP", "1/6/21"))
    plan = NamedPeriod(name="on a plan", period=Period(start=day("1/5/21"), end=None))
    case = type(told.case)(children=told.case.children, periods=(plan,))
    told = type(told)(case=case, submissions=told.submissions, entries=told.entries, findings=())
    coverage_book.write(told, [THEO], "", tmp_path / "c.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx")["Named periods"]
    told_of = {(line[2].value, line[3].value, line[4].value) for line in sheet.iter_rows(2, 3)}
    assert ("GP", "on a plan", 1) in told_of


def test_the_same_coverage_is_the_same_bytes(tmp_path: Path) -> None:
    told = three_hundred(2)
    for name in ("a.xlsx", "b.xlsx"):
        coverage_book.write(told, [THEO], "", tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_long_sheet_for_the_screen_prints_its_first_lines_and_says_so(tmp_path: Path) -> None:
    coverage_book.write(three_hundred(4), [THEO], "", tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    long, whole = book[rows_behind.SHEET], book["Coverage"]
    assert long.print_area.endswith("$41")
    assert long.oddHeader.left.text.startswith(
        f"Only the first 40 of {long.max_row - 1:,} lines of this sheet are printed"
    )
    assert (whole.print_area, whole.oddHeader.left.text) == ("", None)


@pytest.mark.parametrize("by", [None, By.YEAR])
def test_no_line_adds_the_bases(by: By | None) -> None:
    for line in coverage_figures.figures(three_hundred(4), [THEO], by):
        for measure in coverage_figures.FIGURES:
            at = coverage_figures.HEADS.index(measure.value)
            if line.basis is not Basis.NONE:
                assert line.told[at] == len(ids(line.tally, measure, line.basis))
            else:
                assert line.told[at] == ""


def test_spells_below_which_a_note_stands_are_printed_with_it(tmp_path: Path) -> None:
    days = [f"{1 + n}/{1 + m}/21" for m in range(12) for n in (1, 27)]
    told = chronology(
        *(entry(n, f"Agency {n % 8}", on, seen("seen")) for n, on in enumerate(days, 1)),
        covers="1/1/19-1/12/22",
    )
    areas = {}
    for note in ("", "Only entries from 01/01/2021 are counted."):
        coverage_book.write(told, [THEO], note, tmp_path / "c.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "c.xlsx")["Spells without"]
        areas[note] = sheet.print_area
        assert sheet.max_row > 45
    assert list(map(bool, areas.values())) == [True, False]
