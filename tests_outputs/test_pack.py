"""Letters, and the Word chronology after a word processor has saved it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from caseweave import outputs
from caseweave.opening import family_of, open_chronology
from caseweave.queries import write_queries
from chronology.earlier import read_earlier


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
    assert all("Date as sent" in page for page in letter)


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
    command = [
        soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        "--convert-to", "docx", "--outdir", str(tmp_path / "saved"), str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    again = read_earlier(tmp_path / "saved" / "integrated.docx")
    assert {row.id for row in again.rows} == {e.id for e in chronology.entries}
