"""Letters, and the Word chronology after a word processor has saved it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from caseweave import outputs
from caseweave.opening import family_of, open_chronology
from caseweave.queries import write_queries
from chronology.answered import read_answers
from chronology.earlier import read_earlier
from tests.letterforms import fill_in


@pytest.fixture(scope="module")
def letter(
    harbour_lane: Path, tmp_path_factory: pytest.TempPathFactory, pages: Callable[[Path], list[str]]
) -> list[str]:
    folder = tmp_path_factory.mktemp("questions")
    write_queries(open_chronology((harbour_lane,)), folder)
    return pages(folder / "children-s-social-care-letter.docx")


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
    harbour_lane: Path, tmp_path: Path, soffice: str
) -> None:
    path = tmp_path / "integrated.docx"
    chronology = open_chronology((harbour_lane,))
    outputs.write(chronology, path, family_of((harbour_lane,)))
    again = read_earlier(saved(path, "docx", soffice))
    assert {row.id for row in again.rows} == {e.id for e in chronology.entries}


@pytest.mark.parametrize("through", ["docx", "doc", "odt"])
def test_a_letter_saved_by_a_word_processor_still_leads_each_answer_to_its_entry(
    harbour_lane: Path, tmp_path: Path, soffice: str, through: str
) -> None:
    write_queries(open_chronology((harbour_lane,)), tmp_path)
    told = {1: {"Answer": "Views recorded"}, 4: {"Answer": "seen by HV"}, 7: {"Answer": ""}}
    letter = tmp_path / "gp-letter.docx"
    fill_in(letter, letter, told, ("A. Example, manager", "6 May 2025"))
    again = saved(letter, through, soffice)
    again = again if through == "docx" else saved(again, "docx", soffice)
    given, findings = read_answers([letter])
    assert (given, findings) == read_answers([again])
    assert [(a.answer, a.by, a.on) for a in given] == [
        ("Views recorded", "A. Example, manager", "06/05/2025"),
        ("seen by HV", "A. Example, manager", "06/05/2025"),
    ]


def saved(path: Path, kind: str, soffice: str) -> Path:
    """The file as LibreOffice saves it, in a folder beside it."""
    folder = path.parent / f"saved as {kind}"
    command = [
        soffice, f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless",
        "--convert-to", kind, "--outdir", str(folder), str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{path.stem}.{kind}"
