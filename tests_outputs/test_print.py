"""Word and PDF of the example case, page by page, in LibreOffice and poppler."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from caseweave import outputs
from caseweave.opening import family_of
from chronology.model import Chronology
from tests_outputs.conftest import program

HEADS = ("Ref", "Date", "Agency", "Event", "Ellis", "Maisie", "Connor", "Review notes")


@pytest.fixture(scope="module")
def pdf(case: Chronology, harbour_lane: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("print") / "integrated.pdf"
    outputs.write(case, path, family_of((harbour_lane,)))
    return path


@pytest.fixture(scope="module", params=["word_file", "pdf"], ids=["docx", "pdf"])
def printed(request: pytest.FixtureRequest, pages: Callable[[Path], list[str]]) -> list[str]:
    return pages(request.getfixturevalue(request.param))


def test_every_page_bears_the_marking_and_its_number(printed: list[str]) -> None:
    for number, page in enumerate(printed, 1):
        assert "OFFICIAL-SENSITIVE" in page
        assert f"Page {number} of {len(printed)}" in page


def test_the_headings_stand_on_every_page_of_the_chronology(printed: list[str]) -> None:
    told = [page for page in printed if "D. Chronology" in page.splitlines()[0]]
    assert len(told) > 20
    assert all(head in page for page in told for head in HEADS)


def test_every_chapter_of_the_contents_begins_a_page(printed: list[str]) -> None:
    for chapter in ("A. At a glance", "C. The family", "D. Chronology", "L. About"):
        assert chapter in printed[0]
        assert any(chapter in page for page in printed[1:])


def test_headings_are_tagged_and_repeat_as_headings(pdf: Path) -> None:
    command = [program("pdfinfo"), "-struct", str(pdf)]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    kinds = [line.split()[0] for line in told.splitlines() if line.strip()]
    assert kinds.count("H1") == 12
    assert {"Table", "THead", "TH", "TBody"} <= set(kinds)
