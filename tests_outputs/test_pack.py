"""Letters, and the Word chronology after a word processor has saved it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from caseweave.queries import write_queries
from chronology.model import Chronology
from chronology.review.answer_files import read_answers
from chronology.review.earlier import read_earlier
from tests.letterforms import fill_in
from tests_outputs.conftest import Office


@pytest.fixture(scope="module")
def letter(
    case: Chronology, tmp_path_factory: pytest.TempPathFactory, pages: Callable[[Path], list[str]]
) -> list[str]:
    folder = tmp_path_factory.mktemp("questions")
    write_queries(case, folder)
    return pages(folder / "childrens-social-care-letter.docx")


def test_every_page_of_a_letter_bears_the_marking_and_its_number(letter: list[str]) -> None:
    assert len(letter) > 1
    for number, page in enumerate(letter, 1):
        assert "OFFICIAL-SENSITIVE" in page
        assert f"Page {number} of {len(letter)}" in page


def test_the_headings_of_the_questions_stand_on_every_page(letter: list[str]) -> None:
    assert all("Date as sent" in page for page in letter[1:])


def test_a_letter_says_which_child_it_is_about_and_asks_what_is_unanswered(
    letter: list[str],
) -> None:
    words = " ".join(" ".join(letter).split())
    assert "About: Ellis (born 09/03/2022)" in words
    assert "local child safeguarding practice review (LCSPR)" in words
    assert "Was it received, and what was decided?" in words


def test_word_saved_by_a_word_processor_still_leads_each_row_to_its_entry(
    case: Chronology, word_file: Path, office: Office
) -> None:
    again = read_earlier(office(word_file, "docx"))
    assert {row.id for row in again.rows} == {e.id for e in case.entries}


def test_words_typed_into_the_text_are_still_known_after_a_word_processor_saved_it(
    tmp_path: Path, word_file: Path, office: Office
) -> None:
    assert read_earlier(office(word_file, "docx")).notes == ()
    document = docx.Document(str(word_file))
    document.add_paragraph("For the panel of May.")
    document.save(str(tmp_path / "written.docx"))
    told = read_earlier(office(tmp_path / "written.docx", "docx")).notes
    assert [note.words for note in told] == ["For the panel of May."]


@pytest.mark.parametrize("through", ["docx", "doc", "odt"])
def test_a_letter_saved_by_a_word_processor_still_leads_each_answer_to_its_entry(
    case: Chronology, tmp_path: Path, office: Office, through: str
) -> None:
    write_queries(case, tmp_path)
    told = {1: {"Answer": "Views recorded"}, 4: {"Answer": "seen by HV"}, 7: {"Answer": ""}}
    letter = tmp_path / "gp-letter.docx"
    fill_in(letter, letter, told, ("A. Example, manager", "6 May 2025"))
    again = office(letter, through)
    again = again if through == "docx" else office(again, "docx")
    given, findings = read_answers([letter])
    assert (given, findings) == read_answers([again])
    assert [(a.answer, a.by, a.on) for a in given] == [
        ("Views recorded", "A. Example, manager", "06/05/2025"),
        ("seen by HV", "A. Example, manager", "06/05/2025"),
    ]
