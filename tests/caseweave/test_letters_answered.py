"""A letter of questions that an agency filled in: read back exactly as its workbook is."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table

from caseweave.cli import caseweave
from tests.casefolder import GP_AND_POLICE, case_folder
from tests.letterforms import cell_of, fill_in, reworked, rows, write

CASE = f"""
[[children]]
label = "Theo"
born = 2020-01-10
subject = true

[[children]]
label = "Ruby"
subject = true
{GP_AND_POLICE}"""
LONG = "Home visit about the damp. " + "The landlord has been told of it again. " * 60
GP = f"""Date,Event,Child seen
01/03/2021,Home visit to the family.,
02/03/2021,Surgery. Repeat prescription for Ruby.,
03/03/2021,Surgery. Theo's eczema reviewed.,Yes (Theo)
04/03/2021,{LONG},
"""
POLICE = "Date,Event,Child seen\n05/03/2021,Strategy discussion with social care.,\n"
SAYS, BY, ON = (
    "What the record says, or how it is known", "Answered by (name and role)", "Answered on",
)  # fmt: skip
SIGNED = ("J Marl, practice manager", "3 May 2024")
Told = Mapping[int, Mapping[str, object]]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case whose questions are written: 1 and 2 about one visit, 5 and 6 about a long entry."""
    made = case_folder(tmp_path / "case", CASE, {"gp.csv": GP, "police.csv": POLICE})
    run("queries", made, "-o", made / "questions")
    return made


def run(*words: str | Path) -> Result:
    done = CliRunner().invoke(caseweave, [*map(str, words)], standalone_mode=False)
    assert done.exception is None, done.output
    return done


def letter_of(case: Path) -> Path:
    return case / "questions" / "gp-letter.docx"


def in_letter(case: Path, told: Told, signed: tuple[str, str] = SIGNED) -> Path:
    """The GP's letter, filled in and put among the answers."""
    return fill_in(letter_of(case), case / "answers" / "gp-letter.docx", told, signed)


def in_workbook(case: Path, told: Told, signed: tuple[str, str] = SIGNED) -> Path:
    """The same answers in the GP's workbook, with name and day in every row."""
    book = openpyxl.load_workbook(case / "questions" / "gp-questions.xlsx")
    sheet = book["Questions"]
    at = {str(cell.value): cell.column for cell in sheet[1]}
    for number, words in told.items():
        for heading, word in {**dict(zip((BY, ON), signed, strict=True)), **words}.items():
            sheet.cell(number + 1, at[heading]).value = word
    (case / "answers").mkdir(exist_ok=True)
    book.save(case / "answers" / "gp-questions.xlsx")
    return case / "answers" / "gp-questions.xlsx"


def changed(case: Path, change: Callable[[Table], None]) -> None:
    """The answered letter among the answers, changed by hand."""
    path = case / "answers" / "gp-letter.docx"
    reworked(path, path, change)


def merged(case: Path) -> dict[str, Any]:
    run("merge", case, "-o", case / "case.json")
    told: dict[str, Any] = json.loads((case / "case.json").read_text(encoding="utf-8"))
    return told


def answers(told: Mapping[str, Any]) -> list[tuple[int, str, str, str]]:
    """Row, child, value and words of everything that an agency answered."""
    return sorted(
        (entry["row"], child, reading["readings"]["agency_answer"], reading["evidence"])
        for entry in told["entries"]
        for kind in ("seen", "views")
        for child, reading in entry[kind].items()
        if "agency_answer" in reading["readings"]
    )


def values(told: Mapping[str, Any]) -> list[tuple[int, str, str]]:
    return [answer[:3] for answer in answers(told)]


def said(told: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Code and message of the findings about answers."""
    return [(f["code"], f["message"]) for f in told["findings"] if f["code"].startswith("answer")]


CHOSEN: Told = {1: {"Answer": "Seen", SAYS: "Chest listened to"}}


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
    assert len(answers(by_letter)) + len(said(by_letter)) == sum(map(any_typed, told.values()))


def any_typed(words: Mapping[str, object]) -> bool:
    return any(words.values())


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


def test_words_typed_beside_the_box_are_the_answer(case: Path) -> None:
    def typed(table: Table) -> None:
        for row, words in zip(rows(table), ("Not seen", "with her mother"), strict=False):
            cell_of(table, row, "Answer").paragraphs[0].add_run(words)

    in_letter(case, {2: {"Answer": "Seen"}})
    changed(case, typed)
    told = merged(case)
    assert values(told) == [(2, "Ruby", "not_seen")]
    assert said(told) == [
        ("answer-unclear", "The answer 'Seenwith her mother' about 'Theo' is not one of the "
         "answers on the list; it was not taken in."),
    ]  # fmt: skip


def test_boxes_that_a_program_turned_into_plain_words_answer_nothing(case: Path) -> None:
    def flattened(table: Table) -> None:
        for row, words in zip(rows(table), ("", "", " Seen"), strict=False):
            cell = cell_of(table, row, "Answer")
            for box in cell._tc.findall(f".//{qn('w:sdt')}"):
                box.getparent().remove(box)
            cell.paragraphs[0].add_run(f"Choose an answer{words}")

    in_letter(case, {})
    changed(case, flattened)
    told = merged(case)
    assert (values(told), said(told)) == ([(3, "Ruby", "seen")], [])


def test_changes_that_word_tracked_count_as_if_they_were_accepted(case: Path) -> None:
    def tracked(table: Table) -> None:
        first, second, *_ = rows(table)
        text = f"<w:r {nsdecls('w')}><w:{{0}}>{{1}}</w:{{0}}></w:r>"
        paragraph = cell_of(table, first, "Answer").paragraphs[0]._p
        for tag, part, words in (("del", "delText", "Seen"), ("ins", "t", "Not seen")):
            change = OxmlElement(f"w:{tag}")
            change.append(parse_xml(text.format(part, words)))
            paragraph.append(change)
        second.get_or_add_trPr().append(OxmlElement("w:del"))

    in_letter(case, {2: {"Answer": "Seen"}})
    changed(case, tracked)
    told = merged(case)
    assert (values(told), said(told)) == ([(2, "Ruby", "not_seen")], [])


def test_rows_that_were_deleted_or_moved_leave_the_others_with_their_entries(case: Path) -> None:
    def moved(table: Table) -> None:
        first, _, third, *_ = rows(table)
        table._tbl.remove(first)
        table._tbl.append(third)

    in_letter(case, {2: {"Answer": "Seen"}, 3: {"Answer": "Not seen"}, 6: {"Answer": "Seen alone"}})
    changed(case, moved)
    told = merged(case)
    assert values(told) == [
        (2, "Theo", "seen"), (3, "Ruby", "not_seen"), (5, "Theo", "seen_alone"),
    ]  # fmt: skip
    assert said(told) == []


def test_a_table_that_was_split_or_lost_its_headings_loses_no_answer(case: Path) -> None:
    def split(table: Table) -> None:
        *_, fifth, sixth = rows(table)
        below = copy.deepcopy(table._tbl)
        for row in list(below.tr_lst):
            below.remove(row)
        below.extend([fifth, sixth])
        table._tbl.addnext(below)
        below.addprevious(OxmlElement("w:p"))

    def beheaded(table: Table) -> None:
        table._tbl.remove(table._tbl.tr_lst[0])

    in_letter(case, {1: {"Answer": "Seen"}, 6: {"Answer": "Not seen"}})
    for change in (split, beheaded):
        changed(case, change)
        told = merged(case)
        assert values(told) == [(2, "Ruby", "seen"), (5, "Theo", "not_seen")]
        assert said(told) == []


def test_an_entry_whose_words_were_retyped_in_the_letter_is_still_the_one_meant(case: Path) -> None:
    def retyped(table: Table) -> None:
        cell = cell_of(table, list(rows(table))[4], "The entry as sent")
        cell.text = cell.text.replace("damp", "mould")

    in_letter(case, {1: {"Answer": "Seen"}, 5: {"Answer": "Seen"}, 6: {"Answer": "Not seen"}})
    changed(case, retyped)
    told = merged(case)
    assert values(told) == [(2, "Ruby", "seen"), (5, "Ruby", "seen"), (5, "Theo", "not_seen")]
    assert said(told) == []


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


def test_an_answer_that_was_struck_out_is_not_taken_in(case: Path) -> None:
    def struck(table: Table) -> None:
        first, second, *_ = rows(table)
        for row, heading in ((first, "Answer"), (second, SAYS)):
            for run_ in cell_of(table, row, heading)._tc.iter(qn("w:r")):
                run_.get_or_add_rPr().append(OxmlElement("w:strike"))

    in_letter(case, {1: {"Answer": "Seen"}, 2: {"Answer": "Seen", SAYS: "In the cot"}})
    changed(case, struck)
    told = merged(case)
    assert values(told) == [(2, "Theo", "seen")]
    assert "In the cot" not in answers(told)[0][3]
    assert said(told) == [
        ("answer-unclear", "The answer 'Seen (struck out)' about 'Ruby' is not one of the answers "
         "on the list; it was not taken in."),
    ]  # fmt: skip


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_comment_pinned_to_an_answer_stands_with_its_words(case: Path, suffix: str) -> None:
    if suffix == ".docx":
        path = in_letter(case, CHOSEN)
        made = docx.Document(str(path))
        table = made.tables[2]
        box = cell_of(table, next(rows(table)), SAYS).paragraphs[0].runs
        made.add_comment(box, text="Ask Dr Ash", author="J Marl")
        made.save(str(path))
    else:
        path = in_workbook(case, CHOSEN)
        book = openpyxl.load_workbook(path)
        book["Questions"]["J2"].comment = openpyxl.comments.Comment("Ask Dr Ash", "J Marl")
        book.save(path)
    assert "Ask Dr Ash" in answers(merged(case))[0][3]


def test_a_row_that_the_agency_added_to_a_letter_is_named(case: Path) -> None:
    def added(table: Table) -> None:
        row = table.add_row()
        write(table, row._tr, "The entry as sent", "")
        write(table, row._tr, SAYS, "All records before 2020 were in the flood")

    in_letter(case, CHOSEN)
    changed(case, added)
    assert said(merged(case)) == [
        ("answer-without-entry", "The answer 'All records before 2020 were in the flood' stands in "
         "a row that names no entry; it was not taken in."),
    ]  # fmt: skip


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
    refused = CliRunner().invoke(
        caseweave, ["queries", str(case), "-o", str(case / "questions")], standalone_mode=False
    )
    assert (
        str(refused.exception) == "gp-letter.docx in questions holds answers; nothing was written."
    )
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
    refused = CliRunner().invoke(
        caseweave, ["queries", str(case), "-o", str(case / "questions")], standalone_mode=False
    )
    assert "holds answers" in str(refused.exception)


def test_the_tables_of_a_letter_fit_between_the_margins_of_its_pages(case: Path) -> None:
    made = docx.Document(str(letter_of(case)))
    upright, across = (
        (s.page_width or 0) - (s.left_margin or 0) - (s.right_margin or 0) for s in made.sections
    )
    widths = [sum(c.width or 0 for c in table.columns) for table in made.tables]
    assert widths[0] <= upright + 1000
    assert max(widths[1:]) <= across + 1000
    assert (made.sections[1].page_width, made.sections[1].page_height) == (10692130, 7560310)
