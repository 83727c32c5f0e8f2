"""`caseweave columns`: how each column is read and why."""

from pathlib import Path

import docx
from click.testing import CliRunner

from caseweave.cli import caseweave
from genogram.model import Family
from genogram.writing import write


def test_columns_shows_the_heading_row_each_field_why_and_samples(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    path.write_text(
        "Harbour Police,,\nDate,Evnt details,Weather\n12/3/07,Called to house,Rain\n", "utf-8"
    )
    shown = CliRunner().invoke(caseweave, ["columns", str(path)]).output
    assert "police.csv" in shown
    assert "headings in row 2" in shown
    assert "heading known" in shown
    assert "reads like 'event details'" in shown
    assert "kept as it is" in shown
    assert "e.g. Called to house" in shown


def test_columns_says_what_to_do_with_a_file_that_has_no_headings(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a,b\nc,d\n", "utf-8")
    shown = CliRunner().invoke(caseweave, ["columns", str(path)]).output
    assert "no row of headings" in shown
    assert "What to do" in shown


def test_the_family_workbook_is_refused_for_it_is_no_chronology(tmp_path: Path) -> None:
    write(Family(), tmp_path / "family.xlsx")
    for command in ("columns", "coverage", "merge"):
        told = CliRunner().invoke(caseweave, [command, str(tmp_path / "family.xlsx")])
        assert "family.xlsx holds the family for the genogram" in str(told.exception)


def test_columns_keeps_a_long_field_apart_from_why(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(
        "[[children]]\nlabel = 'Baby Wren'\nborn = 2022-05-14\nsubject = true\n", "utf-8"
    )
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions" / "csc.csv").write_text(
        "Date,Event,Baby Wren: seen alone\n12/3/2023,Visit,Yes\n", "utf-8"
    )
    shown = CliRunner().invoke(caseweave, ["columns", str(tmp_path)]).output
    assert "seen_alone:Baby Wren  heading names Baby Wren" in shown


def test_a_title_above_the_table_of_a_word_document_wants_no_headings(tmp_path: Path) -> None:
    sent = docx.Document()
    sent.add_heading("GP chronology")
    table = sent.add_table(2, 2)
    for cell, words in zip(table._cells, ("Date", "Event", "01/02/2021", "Seen."), strict=True):
        cell.text = words
    sent.save(str(tmp_path / "gp.docx"))
    shown = CliRunner().invoke(caseweave, ["columns", str(tmp_path / "gp.docx")]).output
    assert "outside the tables: titles and other words; they are set aside" in shown
    assert "What to do" not in shown
