"""Sheets of coverage fit into a workbook, however many entries there are."""

import pytest

from chronology.exporters import coverage_tables
from tests.chronology.small_chronology import THEO, chronology, entry, seen


def test_contradictions_beyond_what_a_sheet_lists_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(coverage_tables, "CLASHES", 2)
    told = chronology(
        *(entry(n, "GP", "4/3/21", seen("seen")) for n in range(3)),
        entry(9, "Police", "4/3/21", seen("not_seen")),
    )
    lines = coverage_tables.contradictions_table(told, [THEO]).lines
    assert [line[0] for line in lines] == [1, 1, 2, 2, ""]
    assert lines[-1][2] == "1 more about Theo do not fit into this sheet"
