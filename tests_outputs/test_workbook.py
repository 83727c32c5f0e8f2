"""The integrated workbook as LibreOffice prints it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from caseweave.opening import open_chronology
from chronology.exporters import write
from chronology.model import Chronology


@pytest.fixture(scope="module")
def printed(
    case: Chronology, tmp_path_factory: pytest.TempPathFactory, pages: Callable[[Path], list[str]]
):
    path = tmp_path_factory.mktemp("workbook") / "integrated.xlsx"
    write(case, path)
    return pages(path)


def test_every_page_carries_the_classification_and_its_number(printed: list[str]) -> None:
    for number, page in enumerate(printed, start=1):
        assert "OFFICIAL-SENSITIVE" in page
        assert f"Page {number} of {len(printed)}" in page


def test_the_headings_stand_on_every_page_of_the_chronology(printed: list[str]) -> None:
    chronology = [page for page in printed if "Chronology, draft" in page]
    assert len(chronology) > 5
    assert all("Agency" in page and "Review notes" in page for page in chronology)


@pytest.mark.parametrize("name", ["harbour-lane", "mill-terrace"])  # three children, and five
def test_the_chronology_is_printed_in_at_least_seven_points(
    name: str,
    harbour_lane: Path,
    tmp_path: Path,
    word_boxes: Callable[[Path], list[tuple[str, float]]],
) -> None:
    write(open_chronology((harbour_lane.with_name(name),)), tmp_path / "integrated.xlsx")
    widths = [
        width for word, width in word_boxes(tmp_path / "integrated.xlsx") if word == "recorded"
    ]
    at_one_point = 3.944  # the width of "recorded" in Arial
    assert len(widths) > 100
    assert round(min(widths[:100]) / at_one_point, 1) >= 7.0
