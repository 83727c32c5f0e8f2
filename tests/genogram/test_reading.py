"""Which reader reads a family, whatever its file is called."""

from __future__ import annotations

from pathlib import Path

import genogram


def test_gedcom_is_known_by_its_first_line_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = tmp_path / "family.txt"
    path.write_text("0 HEAD\n0 @I1@ INDI\n1 NAME Ada /Sample/\n0 TRLR\n", encoding="utf-8")
    family, _ = genogram.read(path)
    assert [p.name for p in family.persons] == ["Ada Sample"]
