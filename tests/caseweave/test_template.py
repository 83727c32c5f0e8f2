"""`caseweave template`: a blank chronology that comes back as it was filled in."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from caseweave.cli import caseweave
from caseweave.template import HEADING_ROW, write_template
from chronology import merge
from chronology.model import Case, Child, Chronology

CASE = Case(
    children=(
        Child(label="Theo", names=("Theo Marlowe",), subject=True),
        Child(label="Ruby", names=("Ruby Marlowe",)),
    )
)


def filled(path: Path, case: Case, rows: list[dict[str, str]]) -> Chronology:
    """The template with these rows typed below the example, read again."""
    write_template(path, case, "Northmoor Police")
    book = openpyxl.load_workbook(path)
    sheet = book["Chronology"]
    heads = [cell.value for cell in sheet[HEADING_ROW]]
    for number, row in enumerate(rows, start=HEADING_ROW + 2):
        for heading, words in row.items():
            sheet.cell(number, heads.index(heading) + 1, words)
    sheet["B2"] = "household"
    book.save(path)
    return merge([path], case)


def test_what_is_typed_comes_back_child_by_child_without_a_finding(tmp_path: Path) -> None:
    woven = filled(
        tmp_path / "police.xlsx",
        CASE,
        [
            {"Date": "4/3/2021", "Time": "0930", "Event": "Call", "Theo: seen": "Yes",
             "Theo: seen alone": "Yes", "Theo: views": "Sought but not given", "Ruby: seen": "No"},
            {"Date": "March 2021", "Event": "Letter", "Theo: seen": "N/A",
             "Ruby: views": "Not recorded"},
        ],
    )  # fmt: skip
    first = next(e for e in woven.entries if e.when.time)
    assert (first.agency, first.at.row) == ("Northmoor Police", HEADING_ROW + 2)
    assert {c: s.value.value for c, s in first.seen.items()} == {
        "Theo": "seen_alone",
        "Ruby": "not_seen",
    }
    assert first.views["Theo"].value == "sought_but_not_given"
    assert woven.submissions[0].record_of == "household"
    assert {f.code for f in woven.findings} <= {"record-of-by-title", "agency-by-title"}


def test_the_example_and_the_guidance_are_set_aside_with_their_reasons(tmp_path: Path) -> None:
    woven = filled(tmp_path / "p.xlsx", CASE, [{"Date": "4/3/2021", "Event": "Call"}])
    sheets = woven.submissions[0].sheets
    reasons = {a.reason for a in sheets[0].set_aside}
    assert reasons == {"title", "blank", "heading", "example"}
    assert [s.entries for s in sheets] == [1, 0]


def test_seen_has_a_list_to_choose_from_for_every_child(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx", CASE)
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["Chronology"]
    lists = [rule.formula1 for rule in sheet.data_validations.dataValidation]
    assert lists.count('"Yes,No,Not recorded,N/A"') == 4
    assert [c.value for c in sheet[HEADING_ROW]][9:15] == [
        "Theo: seen", "Theo: seen alone", "Theo: views",
        "Ruby: seen", "Ruby: seen alone", "Ruby: views",
    ]  # fmt: skip


def test_dates_are_typed_into_cells_that_hold_text(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx", CASE)
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["Chronology"]
    assert sheet.column_dimensions["A"].number_format == "@"


def test_without_a_case_there_is_one_child_without_a_name(tmp_path: Path) -> None:
    woven = filled(
        tmp_path / "t.xlsx", Case(), [{"Date": "4/3/21", "Event": "A", "Child seen": "Yes"}]
    )
    assert woven.entries[0].seen["Subject child"].value == "seen"


def test_the_same_template_has_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_template(tmp_path / name, CASE, "GP")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize("name", ["t.docx", "there.xlsx"])
def test_no_other_kind_is_written_and_no_file_is_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / "there.xlsx").write_text("ours", "utf-8")
    done = CliRunner().invoke(caseweave, ["template", str(tmp_path / name)])
    assert done.exit_code != 0
    assert (tmp_path / "there.xlsx").read_text("utf-8") == "ours"
