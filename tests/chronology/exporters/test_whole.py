"""Outputs are whole or absent, and nothing of a case is left behind where one fails."""

import errno
import os
import tempfile
from pathlib import Path

import pytest
import xlsxwriter.workbook

from chronology.exporters import whole, write
from chronology.findings import CaseweaveError
from tests.chronology.exporters.printed_case import printed_case

WRITERS = (".xlsx", ".docx", ".json")


def full(*args: object, **more: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_disk_that_fills_leaves_the_earlier_workbook_and_no_words_of_the_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, kept = printed_case(tmp_path), tmp_path / "temp"
    kept.mkdir()
    out = tmp_path / "out" / "integrated.xlsx"
    out.parent.mkdir()
    out.write_text("the earlier one", encoding="utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(kept))
    monkeypatch.setattr(xlsxwriter.workbook.ZipFile, "write", full)
    with pytest.raises(CaseweaveError) as told:
        write(made, out)
    assert "integrated.xlsx could not be written (No space left on device)" in told.value.message
    assert out.read_text(encoding="utf-8") == "the earlier one"
    assert [*kept.iterdir()] == []
    assert [*out.parent.iterdir()] == [out]


@pytest.mark.parametrize("suffix", WRITERS)
def test_an_output_is_the_only_file_that_is_left(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / "out" / f"integrated{suffix}"
    write(printed_case(tmp_path), out)
    assert [*out.parent.iterdir()] == [out]


def test_a_folder_that_cannot_be_made_is_said_and_is_no_fault_of_the_program(
    tmp_path: Path,
) -> None:
    (tmp_path / "a file").touch()
    with pytest.raises(CaseweaveError, match="could not be written"):
        whole(tmp_path / "a file" / "out.txt", lambda part: None)


def test_a_fault_that_is_not_the_systems_stays_what_it_is(tmp_path: Path) -> None:
    def wrong(part: Path) -> None:
        raise KeyError("label")

    with pytest.raises(KeyError):
        whole(tmp_path / "out.txt", wrong)
    assert [*tmp_path.iterdir()] == []
