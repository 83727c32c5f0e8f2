"""Which reader reads a family, whatever its file is called."""

from __future__ import annotations

from pathlib import Path

import pytest

import genogram
from chronology.findings import Unreadable


def test_gedcom_is_known_by_its_first_line_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = tmp_path / "family.txt"
    path.write_text("0 HEAD\n0 @I1@ INDI\n1 NAME Ada /Sample/\n0 TRLR\n", encoding="utf-8")
    family, _ = genogram.read(path)
    assert [p.name for p in family.persons] == ["Ada Sample"]


@pytest.mark.parametrize(
    ("name", "program"), [("a.gno", "GenoPro"), ("a.FTM", "Family Tree Maker")]
)
def test_a_family_tree_programs_own_file_is_refused_with_what_to_do(
    tmp_path: Path, name: str, program: str
) -> None:
    (tmp_path / name).write_bytes(b"PK\3\4")
    with pytest.raises(Unreadable) as refused:
        genogram.read(tmp_path / name)
    assert f"{name} is a family of {program}," in refused.value.message
    assert "export the family as GEDCOM (.ged)" in refused.value.remedy
