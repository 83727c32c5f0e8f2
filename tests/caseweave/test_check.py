"""`caseweave check`: what an author runs before sending a chronology."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from caseweave.cli import caseweave

ROWS = "Date,Event,Child seen\n30/02/2023,A,Yes\n,B,No\n12/3/07,C,by phone\n"


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    path = tmp_path / "ours.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_findings_stand_by_kind_with_their_cells_most_serious_first(ours: Path) -> None:
    shown = CliRunner().invoke(caseweave, ["check", str(ours)]).output
    kinds = [
        shown.index(k) for k in ("Date impossible (1)", "Date missing (1)", "Date years short")
    ]
    assert kinds == sorted(kinds)
    assert "A2: '30/02/2023': there is no such day." in shown
    assert "What to do: Ask the agency for the date." in shown


def test_long_findings_go_on_in_indented_lines_within_100_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    path = tmp_path / "our-chronology-of-everything-that-we-know-of-this-family.csv"
    path.write_text(ROWS.replace("30/02/2023", "30/02/2023 or else " * 6), encoding="utf-8")
    lines = CliRunner().invoke(caseweave, ["check", str(path)]).output.splitlines()
    assert max(map(len, lines)) <= 100
    assert any(line.startswith("      ") and "What to do" not in line for line in lines)


def test_the_same_finding_of_several_rows_stands_once_with_every_cell(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text("Date,Event\n1/2/2007,A\nunknown,B\nunknown,C\n", encoding="utf-8")
    shown = CliRunner().invoke(caseweave, ["check", str(path)]).output
    assert "Date missing (2)" in shown
    assert "ours, A3, A4: The date is given as 'unknown'; it is kept as undated." in shown


def test_a_file_without_findings_says_so(tmp_path: Path) -> None:
    path = tmp_path / "clean.csv"
    path.write_text("Date,Event,Child seen\n12/03/2007,A,Yes\n", encoding="utf-8")
    shown = CliRunner().invoke(caseweave, ["check", str(path)])
    assert shown.output.strip() == "No findings."


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("note", 1), (None, 0)])
def test_the_exit_code_follows_the_level_asked_for(
    ours: Path, level: str | None, code: int
) -> None:
    words = ["check", str(ours), *(["--fail-on", level] if level else [])]
    done = CliRunner().invoke(caseweave, words, standalone_mode=False)
    assert done.return_value == code


def test_json_holds_the_same_findings(ours: Path) -> None:
    told = json.loads(CliRunner().invoke(caseweave, ["check", str(ours), "--json"]).output)
    assert "date-impossible" in {finding["code"] for finding in told}


def test_the_checked_copy_keeps_every_address_and_shows_findings_beside_the_rows(
    tmp_path: Path, ours: Path
) -> None:
    out = tmp_path / "checked.xlsx"
    CliRunner().invoke(caseweave, ["check", str(ours), "-o", str(out)])
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Findings", "ours"]
    rows = [[cell.value for cell in row] for row in book["ours"].iter_rows()]
    assert rows[0] == ["Date", "Event", "Child seen", None]
    assert rows[1][:3] == ["30/02/2023", "A", "Yes"]
    assert rows[1][3].startswith("error A2: '30/02/2023': there is no such day.")
    assert rows[3][3].startswith("warning C4: 'by phone' does not say plainly")
    listed = [row[0].value for row in book["Findings"].iter_rows(min_row=2)]
    assert listed == sorted(listed, key=["error", "warning", "note"].index)


def test_the_file_itself_is_never_overwritten(ours: Path) -> None:
    done = CliRunner().invoke(caseweave, ["check", str(ours), "-o", str(ours)])
    assert done.exit_code != 0
    assert ours.read_text("utf-8") == ROWS


def test_hidden_words_are_withheld_from_the_copy(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Date", "Event"], ["1/2/2021", "Visit"], ["2/2/2021", "Refuge address"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")
    CliRunner().invoke(
        caseweave, ["check", str(tmp_path / "a.xlsx"), "-o", str(tmp_path / "b.xlsx")]
    )
    copy = openpyxl.load_workbook(tmp_path / "b.xlsx")["Sheet"]
    assert "Refuge address" not in [cell.value for row in copy.iter_rows() for cell in row]


def test_a_file_that_cannot_be_read_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "submissions").mkdir()
    (tmp_path / "case.toml").write_text("[[children]]\nlabel = 'Theo'\n", "utf-8")
    (tmp_path / "submissions" / "gp.csv").write_text("Date,Event\n1/2/2021,Visit\n", "utf-8")
    (tmp_path / "submissions" / "photo.jpg").write_bytes(b"\xff\xd8")
    shown = CliRunner().invoke(caseweave, ["check", str(tmp_path)]).output
    assert "    photo.jpg: files of this kind (.jpg) cannot be read." in shown
