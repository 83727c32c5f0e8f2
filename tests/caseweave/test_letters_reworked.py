"""A letter of questions in which people wrote, moved and struck out more than was asked."""

from __future__ import annotations

import copy
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table

from tests.case_folder import merged
from tests.caseweave.gpletters import (
    CHOSEN,
    SAYS,
    answers,
    changed,
    gp_lettered,
    in_letter,
    in_workbook,
    said,
    values,
)
from tests.letterforms import cell_of, rows, write


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return gp_lettered(tmp_path / "case")


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
