"""Every file of every kind comes out as its neighbour says, and none of its rows is lost.

A file put into samples/ is a test; `python -m tests.chronology.importers.told` writes its
neighbour, which is to be read before it is kept.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from chronology import importers, merge
from chronology.findings import CaseweaveError
from chronology.importers.rows import text_of
from chronology.tables.sheets import ANOTHER_AGENCYS
from chronology.tables.stacked import sheet_of
from tests.chronology.importers.counting import rows_that_hold_something
from tests.chronology.importers.told import PASSWORD, neighbour, sample_files, told


@pytest.mark.parametrize("sample", sample_files(), ids=lambda path: path.name)
def test_a_file_comes_out_as_its_neighbour_says(sample: Path) -> None:
    expected = neighbour(sample).read_text(encoding="utf-8")
    assert told(sample) == expected, "if meant: python -m tests.chronology.importers.told --accept"


@pytest.mark.parametrize("sample", sample_files(), ids=lambda path: path.name)
def test_every_row_found_is_an_entry_or_set_aside(sample: Path) -> None:
    try:
        woven = merge([sample], passwords=lambda name: [PASSWORD])
    except CaseweaveError:
        return  # refused whole, with a message that its neighbour holds
    contents = importers.read(sample, lambda name: [PASSWORD])
    for table in contents.tables:
        entries: set[int | None] = set()
        aside: set[int | None] = set()
        for sheet in woven.submissions[0].sheets:
            if sheet_of(sheet.name) == table.name:
                assert sheet.rows == sheet.entries + len(sheet.set_aside)
                aside |= {a.row for a in sheet.set_aside if a.reason != ANOTHER_AGENCYS}
                entries |= {e.at.row for e in woven.entries if e.at.sheet == sheet.name}
        filled = {r.number for r in table.rows if any(text_of(c.value) for c in r.cells)}
        assert filled <= aside | entries
        assert not aside & entries


@pytest.mark.parametrize("sample", sample_files(), ids=lambda path: path.name)
def test_another_means_counts_as_many_rows(sample: Path) -> None:
    try:
        contents = importers.read(sample, lambda name: [PASSWORD])
    except CaseweaveError:
        return  # refused whole
    found = sum(
        any((c.value is not None and not c.marks.merged) or c.marks.deleted for c in row.cells)
        for table in contents.tables
        for row in table.rows
        if not row.aside
    )
    assert rows_that_hold_something(sample) in (found, None)
