"""Notes typed into the report pack come back when it is written again."""

from pathlib import Path

import openpyxl

from tests.caseweave.pack.marsh import report, typed


def test_notes_typed_into_the_workbook_of_the_pack_come_back(case: Path, few: None) -> None:
    report(case)
    book = case.parent / "pack" / "integrated-chronology.xlsx"
    opened = openpyxl.load_workbook(book)
    sheet = opened["Chronology"]
    heads = [c.value for c in sheet[1]]
    sheet.cell(2, heads.index("Review notes") + 1).value = "Ask who was in."
    opened.save(book)
    report(case)
    again = openpyxl.load_workbook(book)["Chronology"]
    assert again.cell(2, heads.index("Review notes") + 1).value == "Ask who was in."


def note_in(path: Path) -> object:
    sheet = openpyxl.load_workbook(path)["Chronology"]
    return sheet.cell(2, [c.value for c in sheet[1]].index("Review notes") + 1).value


def test_a_note_typed_into_the_word_file_of_the_pack_comes_back_in_both(
    case: Path, written: Path
) -> None:
    typed(written / "integrated-chronology.docx", "Ask why.")
    assert "kept as integrated-chronology (changed 1).docx" in report(case).output
    assert note_in(written / "integrated-chronology.xlsx") == "Ask why."
    typed(written / "integrated-chronology.docx", " Twice.")
    report(case)
    assert note_in(written / "integrated-chronology.xlsx") == "Ask why. Twice."


def test_of_notes_typed_into_both_none_is_lost(case: Path, written: Path) -> None:
    typed(written / "integrated-chronology.docx", "In Word.")
    typed(written / "integrated-chronology.xlsx", "In the workbook.")
    report(case)
    assert note_in(written / "integrated-chronology.xlsx") == "In the workbook.\nIn Word."
