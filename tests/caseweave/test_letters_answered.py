"""A letter of questions that an agency filled in: read back exactly as its workbook is."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.table import Table

from tests.case_folder import merged, refused, run
from tests.caseweave.gpletters import (
    BY,
    CHOSEN,
    LONG,
    ON,
    SAYS,
    SIGNED,
    Told,
    answers,
    gp_lettered,
    in_letter,
    in_workbook,
    letter_of,
    said,
    values,
)
from tests.letterforms import cell_of, fill_in, rows


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return gp_lettered(tmp_path / "case")


@pytest.mark.parametrize(
    "told",
    [
        CHOSEN,
        {1: {"Answer": "Seen alone"}, 2: {"Answer": "Not seen", SAYS: "At nursery\nall day"}},
        {4: {"Answer": "Views sought but not given"}, 5: {"Answer": "The record does not say"}},
        {6: {"Answer": "seen.", BY: "A. Locum, GP", ON: "the 5th of May 2024"}},
        {1: {"Answer": "yes"}, 2: {"Answer": "Y"}, 3: {"Answer": "seen by HV"}},
        {1: {"Answer": "N/K"}, 2: {SAYS: "Only a note on the file"}, 4: {"Answer": "Seen"}},
        {1: {"Answer": "Seen", ON: "next Tuesday"}, 2: {"Answer": "Seen", BY: "as above"}},
        {1: {"Answer": ""}, 3: {"Answer": ""}},
    ],
)  # fmt: skip
def test_answers_in_a_letter_come_back_as_the_same_answers_in_the_workbook(
    case: Path, told: Told
) -> None:
    in_workbook(case, told).rename(case / "workbook.xlsx")
    in_letter(case, told)
    by_letter = merged(case)
    shutil.rmtree(case / "answers")
    (case / "answers").mkdir()
    (case / "workbook.xlsx").rename(case / "answers" / "gp-questions.xlsx")
    by_workbook = merged(case)
    assert by_letter["entries"] == by_workbook["entries"]
    assert said(by_letter) == said(by_workbook)
    filled_in = [words for words in told.values() if any(words.values())]
    assert len(answers(by_letter)) + len(said(by_letter)) == len(filled_in)


def test_an_answer_in_a_letter_is_clarified_later_and_never_the_record_of_the_time(
    case: Path,
) -> None:
    in_letter(case, CHOSEN)
    told = merged(case)
    assert answers(told) == [
        (2, "Ruby", "seen", "clarified by GP on 03/05/2024 (J Marl, practice manager); not in the "
         "original chronology: \u201cChest listened to\u201d"),
    ]  # fmt: skip
    assert told["entries"][0]["seen"]["Ruby"]["basis"] == "agency_answer"


def test_a_letter_that_nobody_filled_in_says_nothing(case: Path) -> None:
    in_letter(case, {}, ("", ""))
    told = merged(case)
    assert (answers(told), said(told)) == ([], [])


def test_a_letter_is_signed_once_and_a_row_may_be_signed_by_somebody_else(case: Path) -> None:
    other = {"Answer": "Not seen", BY: "A. Locum, GP", ON: "5 May 2024"}
    in_letter(case, {1: {"Answer": "Seen"}, 2: other, 3: {"Answer": "Seen", ON: "6 May 2024"}})
    assert [told[3].partition(";")[0] for told in answers(merged(case))] == [
        "clarified by GP on 03/05/2024 (J Marl, practice manager)",
        "clarified by GP on 05/05/2024 (A. Locum, GP)",
        "clarified by GP on 06/05/2024 (J Marl, practice manager)",
    ]


def test_answers_in_a_letter_that_nobody_signed_are_not_taken_in(case: Path) -> None:
    in_letter(case, {1: {"Answer": "Seen"}, 2: {"Answer": "Seen"}}, ("", ""))
    told = merged(case)
    assert answers(told) == []
    assert [code for code, _ in said(told)] == ["answer-unsigned"] * 2


def test_the_same_answers_in_letter_and_workbook_are_one_and_others_are_named(case: Path) -> None:
    in_letter(case, {1: {"Answer": "Seen"}, 2: {"Answer": "Seen"}})
    in_workbook(case, {1: {"Answer": "Seen"}, 2: {"Answer": "Not seen"}}, (SIGNED[0], "4 May 2024"))
    told = merged(case)
    assert values(told) == [(2, "Ruby", "seen"), (2, "Theo", "not_seen")]
    assert said(told) == [
        ("answer-overtaken",
         "The answer 'Seen' about 'Theo' is not the only one to this question: 'Not seen' "
         "(gp-questions.xlsx, row 3) was given later or read after it and stands."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Home visit to the family.", "Home visit to the whole family."),
        ("again. ,", "again. He came.,"),
        ("Home visit about the damp.", "Visit to the home about the damp and the mould."),
    ],
)
def test_answers_in_a_letter_follow_rows_that_the_agency_corrected_since(
    case: Path, before: str, after: str
) -> None:
    in_letter(case, {n: {"Answer": "Seen"} for n in (1, 2, 5, 6)})
    sent = case / "submissions" / "gp.csv"
    assert before in sent.read_text(encoding="utf-8")
    corrected = sent.read_text(encoding="utf-8").replace(before, after)
    sent.write_text(corrected, encoding="utf-8")
    told = merged(case)
    assert [(row, value) for row, _, value in values(told)] == [
        (2, "seen"), (2, "seen"), (5, "seen"), (5, "seen"),
    ]  # fmt: skip
    assert said(told) == []


def test_a_long_entry_is_begun_in_the_letter_and_its_answers_find_it(case: Path) -> None:
    def as_sent(table: Table) -> str:
        return cell_of(table, list(rows(table))[4], "The entry as sent").text

    made = docx.Document(str(letter_of(case)))
    words = as_sent(made.tables[2])
    assert words.endswith("of it again. The [it goes on in your file]")
    assert len(words) < 1050 < len(LONG)
    in_letter(case, {5: {"Answer": "Seen"}})
    assert values(merged(case)) == [(5, "Ruby", "seen")]


@pytest.mark.parametrize(
    ("suffix", "message", "remedy"),
    [
        (".doc", "not read from a .doc file", "save it as .docx"),
        (".odt", "not read from a .odt file", "save it as .docx"),
        (".rtf", "not read from a .rtf file", "save it as .docx"),
        (".pdf", "the workbook (.xlsx) and the letter (.docx)", "Ask the agency for the file that"),
        (".jpg", "the workbook (.xlsx) and the letter (.docx)", "Ask the agency for the file that"),
    ],
)  # fmt: skip
def test_a_letter_that_comes_back_as_another_kind_of_file_is_named_with_what_to_do(
    case: Path, suffix: str, message: str, remedy: str
) -> None:
    path = in_letter(case, CHOSEN)
    path.rename(path.with_suffix(suffix))
    (found,) = [f for f in merged(case)["findings"] if f["code"] == "answers-not-read"]
    assert (found["file"], found["severity"]) == (f"gp-letter{suffix}", "error")
    assert message in found["message"]
    run("check", case, "-o", case / "checked.xlsx")
    book = openpyxl.load_workbook(case / "checked.xlsx")
    assert any(remedy in str(c.value) for sheet in book for line in sheet.rows for c in line)


def test_a_reply_in_words_of_the_agencys_own_is_named(case: Path) -> None:
    reply = docx.Document()
    reply.add_paragraph("Dear review, Theo was seen each time.")
    (case / "answers").mkdir()
    reply.save(str(case / "answers" / "reply.docx"))
    (found,) = [f for f in merged(case)["findings"] if f["code"] == "answers-not-read"]
    assert found["message"].startswith("It holds no answers")


@pytest.mark.parametrize("name", ["gp-letter.docx", "gp-questions.xlsx"])
def test_an_answered_file_among_the_submissions_is_no_chronology(case: Path, name: str) -> None:
    (in_letter if name.endswith("docx") else in_workbook)(case, CHOSEN)
    (case / "answers" / name).rename(case / "submissions" / name)
    told = merged(case)
    assert {entry["file"] for entry in told["entries"]} == {"gp.csv", "police.csv"}
    (found,) = [f for f in told["findings"] if f["code"] == "file-not-read"]
    assert found["message"] == (
        f"{name} holds the review's questions to an agency, not its chronology."
    )


def test_a_letter_in_which_answers_were_typed_is_not_written_over(case: Path) -> None:
    fill_in(letter_of(case), letter_of(case), CHOSEN, ("", ""))
    typed = letter_of(case).read_bytes()
    told = refused("queries", case, "-o", case / "questions")
    assert str(told) == "gp-letter.docx in questions holds answers; nothing was written."
    assert letter_of(case).read_bytes() == typed


def test_a_letter_that_only_asks_other_questions_is_no_error(case: Path) -> None:
    unclear = "Date,Event,Child seen\n01/03/2021,Letter filed.,Sort of\n"
    (case / "submissions" / "gp.csv").write_text(unclear, encoding="utf-8")
    shutil.rmtree(case / "questions")
    run("queries", case, "-o", case / "questions")
    made = docx.Document(str(letter_of(case)))
    assert made.tables[-1].rows[0].cells[-1].text == "Your answer"
    made.tables[-1].rows[1].cells[-1].text = "It was seen."
    (case / "answers").mkdir()
    made.save(str(case / "answers" / "gp-letter.docx"))
    assert said(merged(case)) == []
    made.save(str(letter_of(case)))
    assert "holds answers" in str(refused("queries", case, "-o", case / "questions"))


def test_the_tables_of_a_letter_fit_between_the_margins_of_its_pages(case: Path) -> None:
    made = docx.Document(str(letter_of(case)))
    upright, across = (
        (s.page_width or 0) - (s.left_margin or 0) - (s.right_margin or 0) for s in made.sections
    )
    widths = [sum(c.width or 0 for c in table.columns) for table in made.tables]
    assert widths[0] <= upright + 1000
    assert max(widths[1:]) <= across + 1000
    assert (made.sections[1].page_width, made.sections[1].page_height) == (10692130, 7560310)
