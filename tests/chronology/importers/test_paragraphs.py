"""Paragraphs of a Word document that tell what happened, without a table or beside one."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Chronology
from tests.chronology.importers.wordxml import cell, document, paragraph, row, run, table


def days(woven: Chronology) -> dict[int | None, str]:
    return {e.at.row: f"{e.when.start} {e.when.time or ''}".strip() for e in woven.entries}


def test_days_without_a_year_before_a_tab_are_entries_under_the_school_year_over_them(
    tmp_path: Path,
) -> None:
    tab = "<w:r><w:tab/></w:r>"
    document(
        tmp_path / "school.docx",
        paragraph("2019/20"),
        paragraph("9 Sept", tab, "Joined"),
        paragraph("6 Jan", tab, "Absent"),
        paragraph("w/c 4 May", tab, "At home"),
        paragraph("April, her aunt, called"),
    )
    woven = merge([tmp_path / "school.docx"])
    assert days(woven) == {2: "2019-09-09", 3: "2020-01-06", 4: "2020-05-04"}
    assert woven.entries[-1].event == "At home\nApril, her aunt, called"


def test_days_below_a_month_that_stands_alone_are_days_of_that_month(tmp_path: Path) -> None:
    words = (
        "January 2021", "12th - Visit", "Fri 15th: Call", "and a letter", "18/1 - Letter",
        "February 2021", "2nd: no access", "3rd Feb: seen",
    )  # fmt: skip
    document(tmp_path / "hv.docx", *map(paragraph, words))
    woven = merge([tmp_path / "hv.docx"])
    assert days(woven) == {
        2: "2021-01-12", 3: "2021-01-15", 5: "2021-01-18", 7: "2021-02-02", 8: "2021-02-03",
    }  # fmt: skip
    assert woven.entries[1].event == "Call\nand a letter"
    assert [a.reason for a in woven.submissions[0].sheets[0].set_aside] == ["band", "band"]


def test_a_document_without_a_table_is_read_by_its_paragraphs_with_what_is_struck_withheld(
    tmp_path: Path,
) -> None:
    document(
        tmp_path / "gp.docx",
        paragraph("Chronology of the GP"),
        paragraph(run("12/03/2021", "<w:b/>")),
        paragraph("Seen at the surgery. ", run("Lives at the refuge.", "<w:strike/>")),
        paragraph("2021"),
        paragraph("14 March - did not attend"),
        paragraph("16/03/2021 0830hrs letter sent"),
        paragraph("17/03/2021 call"),
    )
    woven = merge([tmp_path / "gp.docx"])
    assert days(woven) == {
        2: "2021-03-12",
        5: "2021-03-14",
        6: "2021-03-16 08:30:00",
        7: "2021-03-17",
    }
    first = woven.entries[0]
    assert first.event == "Seen at the surgery."
    assert any("struck" in mark for mark in first.marks)
    sheet = woven.submissions[0].sheets[0]
    assert [(a.row, a.reason) for a in sheet.set_aside] == [(1, "paragraph"), (4, "band")]
    assert sheet.rows == sheet.entries + len(sheet.set_aside)
    assert "table-of-paragraphs" in {f.code for f in woven.findings}


def test_a_paragraph_of_several_lines_is_as_many_entries_as_lines_that_begin_with_a_date(
    tmp_path: Path,
) -> None:
    lines = [run("12/01/2021 - Visit"), "<w:r><w:br/></w:r>", run("and a call"),
             "<w:r><w:br/></w:r>", run("15/01/2021 - Call")]  # fmt: skip
    document(tmp_path / "gp.docx", paragraph(*lines), paragraph("18/01/2021 - Letter"))
    woven = merge([tmp_path / "gp.docx"])
    assert [(e.at.row, f"{e.when.start}", e.event) for e in woven.entries] == [
        (1, "2021-01-12", "Visit\nand a call"),
        (1, "2021-01-15", "Call"),
        (2, "2021-01-18", "Letter"),
    ]


def test_words_in_a_box_are_read_like_paragraphs(tmp_path: Path) -> None:
    box = [paragraph(f"{day}/01/2021 - Visit") for day in (12, 13, 14)]
    document(tmp_path / "gp.docx", paragraph("Chronology"), table(row(cell(*box))))
    assert len(merge([tmp_path / "gp.docx"]).entries) == 3


def test_paragraphs_are_entries_beside_a_table_of_names_and_not_beside_a_chronology(
    tmp_path: Path,
) -> None:
    dated = [paragraph(f"{day}/03/2021 - visit to the home") for day in (12, 13, 14)]
    names = table(row("Name of child", "Theo"), row("Date of birth", "01/02/2017"))
    document(tmp_path / "school.docx", names, *dated)
    assert len(merge([tmp_path / "school.docx"]).entries) == 3
    contacts = table(row("Date", "Event"), row("11/03/2021", "Call"))
    document(tmp_path / "police.docx", contacts, *dated)
    woven = merge([tmp_path / "police.docx"])
    assert [e.event for e in woven.entries] == ["Call"]
    assert "dated-outside" in {f.code for f in woven.findings}


def test_paragraphs_with_labels_are_forms_and_what_follows_a_label_is_its_value(
    tmp_path: Path,
) -> None:
    document(
        tmp_path / "notes.docx",
        paragraph("Case notes of Theo"),
        paragraph("Date: 12/01/2021"),
        paragraph("Time: 10:15"),
        paragraph("Worker: Lena Marsh"),
        paragraph("Notes: Seen in the hub. ", run("Lives at the refuge.", "<w:strike/>")),
        paragraph("He misses nan."),
        paragraph("Entry 2"),
        paragraph("Date: unknown"),
        paragraph("Notes: Letter filed: no reply."),
        paragraph("Date: 15/01/2021"),
        paragraph("Notes: Call"),
        paragraph("Completed by: A Clerk"),
    )
    woven = merge([tmp_path / "notes.docx"])
    assert [(e.at.row, e.event, e.fields.get("professional")) for e in woven.entries] == [
        (2, "Seen in the hub.\nHe misses nan.", "Lena Marsh"),
        (10, "Call", None),
        (8, "Letter filed: no reply.", None),
    ]
    assert days(woven) == {2: "2021-01-12 10:15:00", 10: "2021-01-15", 8: "None"}
    assert any("struck" in mark for mark in woven.entries[0].marks)
    sheet = woven.submissions[0].sheets[0]
    assert {(a.row, a.reason) for a in sheet.set_aside} == {
        (1, "paragraph"),
        (7, "title"),
        (12, "paragraph"),
    }


@pytest.mark.parametrize("label", ["Call date", "Case start", "Date ......"])
def test_labels_of_two_calls_are_two_forms_however_the_date_is_labelled(
    tmp_path: Path, label: str
) -> None:
    path = tmp_path / "calls.txt"
    calls = (("31/01/2021", "Fall from sofa"), ("15/06/2021", "Fever"))
    path.write_text("".join(f"{label}: {d}\nCaller: Mother\nDetails: {w}\n---\n" for d, w in calls))
    woven = merge([path])
    assert [(e.when.text, e.event) for e in woven.entries] == list(calls)
