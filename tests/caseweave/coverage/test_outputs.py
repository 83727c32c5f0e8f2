"""What `caseweave coverage -o` writes: the workbook, the charts, and what each leaves out."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.caseweave.coverage.theo import run, told


@pytest.mark.parametrize("name", ["coverage.html", "coverage.svg"])
def test_every_output_says_what_it_leaves_out(case: Path, tmp_path: Path, name: str) -> None:
    run("coverage", case, "--from", "1/3/2021", "--stated-only", "-o", tmp_path / name)
    written = list(tmp_path.glob(f"coverage*{Path(name).suffix}"))
    assert written
    for path in written:
        words = path.read_text(encoding="utf-8")
        assert "Only entries from 01/03/2021 are counted." in words
        assert "what their texts say" in " ".join(words.split())


def test_it_is_said_that_charts_have_no_figures_by_stretches(case: Path, tmp_path: Path) -> None:
    words = told(case, "--by", "year", "-o", tmp_path / "c.svg")
    assert "--by changes nothing in the charts of c.svg." in words


def test_the_workbooks_figures_say_what_they_leave_out(case: Path, tmp_path: Path) -> None:
    run("coverage", case, "--stated-only", "-o", tmp_path / "coverage.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "coverage.xlsx")["Coverage"]
    [said] = [v for row in sheet.values for v in row if "A chronology is" in str(v)]
    assert str(said).startswith("Only what agencies stated")


def test_the_clocks_of_a_large_case_stand_in_the_coverage_workbook_and_about_says_so(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chronology.exporters.coverage_tables.CLOCK_LINES", 6)
    run("merge", case, "-o", tmp_path / "m.xlsx")
    told(case, "-o", tmp_path / "c.xlsx")
    merged, covered = (openpyxl.load_workbook(tmp_path / n) for n in ("m.xlsx", "c.xlsx"))
    assert "Clocks" not in merged.sheetnames
    assert any("running clocks" in str(c.value) for c in merged["About"]["A"])
    assert covered["Clocks"].max_row == 8


def test_the_example_has_a_page_a_workbook_and_charts(example: Path, tmp_path: Path) -> None:
    for name in ("c.html", "c.xlsx", "c.svg"):
        told(example, "--child", "Ellis", "-o", tmp_path / name)
    made = sorted(p.name for p in tmp_path.iterdir())
    assert made == ["c-ellis-bars.svg", "c-ellis-lanes.svg", "c-ellis-months.svg", "c.html",
                    "c.xlsx"]  # fmt: skip
    assert "Maisie: the figures" not in (tmp_path / "c.html").read_text(encoding="utf-8")


def test_the_workbook_says_which_of_its_sheets_are_for_paper(case: Path, tmp_path: Path) -> None:
    run("coverage", case, "-o", tmp_path / "c.xlsx")
    about = openpyxl.load_workbook(tmp_path / "c.xlsx")["About"]
    words = next(str(c.value) for c in about["A"] if "are printed" in str(c.value))
    assert "Rows behind" in words
