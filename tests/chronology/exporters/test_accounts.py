"""Accounts beside each other fit into a workbook, however many there are."""

from dataclasses import replace

import pytest

from chronology.exporters import accounts, widths
from tests.chronology.small_chronology import chronology, entry


def test_refs_too_many_for_one_cell_go_on_in_further_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(widths, "CELL_LIMIT", 60)
    told = chronology(*(entry(n, "GP", "4/3/21") for n in range(100)))
    tagged = replace(told, themes={"neglect": tuple(e.id for e in told.entries)})
    lines = accounts.patterns(tagged).lines
    assert [str(line[0]).endswith("(continued)") for line in lines] == [
        n > 0 for n in range(len(lines))
    ]
    assert max(len(str(words)) for line in lines for words in line) <= 60
    assert "".join(str(line[1]) for line in lines).startswith("100 of 100 entries")
    listed = "".join(str(line[2]) for line in lines)
    assert listed.split(", ") == [str(n) for n in range(1, 101)]
