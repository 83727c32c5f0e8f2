"""The integrated workbook as LibreOffice prints it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from caseweave.opening import open_chronology
from chronology.exporters import write


@pytest.fixture(scope="module")
def printed(
    harbour_lane: Path, tmp_path_factory: pytest.TempPathFactory, pages: Callable[[Path], list[str]]
):
    path = tmp_path_factory.mktemp("workbook") / "integrated.xlsx"
    write(open_chronology((harbour_lane,)), path)
    return pages(path)


def test_every_page_carries_the_classification_and_its_number(printed: list[str]) -> None:
    for number, page in enumerate(printed, start=1):
        assert "OFFICIAL-SENSITIVE" in page
        assert f"Page {number} of {len(printed)}" in page
