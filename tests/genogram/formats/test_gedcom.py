"""GEDCOM of every version and program is read without losing anybody."""

from __future__ import annotations

import re
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import genogram
from chronology.findings import Unreadable
from genogram.formats import gedcom
from tests.genogram.gedcom.make import expected
from tests.genogram.largegedcom import counted, found, many_people

SAMPLES = sorted((Path(__file__).parents[1] / "gedcom").glob("*.ged"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_each_kind_of_file_is_read_as_its_neighbour_says(path: Path) -> None:
    kept = path.with_suffix(".expected.txt").read_text(encoding="utf-8")
    assert expected(path) == kept, "meant? python -m tests.genogram.gedcom.make, and read it"


@pytest.mark.parametrize("seven", [False, True], ids=["5.5.1", "7"])
def test_of_a_large_file_everybody_and_every_tie_is_there_by_an_independent_count(
    tmp_path: Path, seven: bool
) -> None:
    text = many_people(400, seven=seven)
    path = tmp_path / "many.ged"
    path.write_text(text, encoding="utf-8")
    family, _ = gedcom.read(path)
    assert found(family) == counted(text)


def test_everything_that_is_not_in_the_family_is_named_with_how_often_and_where(
    tmp_path: Path,
) -> None:
    text = many_people(100)
    path = tmp_path / "many.ged"
    path.write_text(text, encoding="utf-8")
    _, findings = gedcom.read(path)
    told = next(f for f in findings if "INDI.OCCU" in f.message)
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.startswith("1 OCCU")]
    assert told.row == lines[0]
    assert f"and {len(lines) - 4} more" in told.message


LINES = (
    *("0 HEAD", "0 @I1@ INDI", "0 @I2@ INDI", "0 @F1@ FAM", "0 @F2@ FAM", "0 TRLR", "0 @H1@ _HOUS"),
    *("1 NAME A /B/", "1 FAMC @F1@", "1 FAMS @F1@", "1 HUSB @I1@", "1 WIFE @I2@", "1 CHIL @I1@"),
    *("1 CHIL @VOID@", "1 ASSO @I2@", "2 RELA carer", "2 ROLE MULTIPLE", "1 BIRT", "2 DATE 1900"),
    *("2 FAMC @F2@", "1 ADOP", "1 FOST", "3 ADOP HUSB", "2 PEDI OTHER", "3 PHRASE step", "1 EVEN"),
    *("2 TYPE separated", "1 FACT x", "2 TYPE legal status", "2 DATE FROM 1900 TO", "1 _MEMB @I1@"),
    *("1 REFN x", "2 TYPE id in the family", "2 CONC y", "2 CONT z", "9 DEEP", "no line", "", "@@"),
    *("1 SCHMA", "2 TAG _X https://caseweave.example/gedcom/_HOUS", "2 _FREL Step", "2 _MREL x"),
)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_lines_in_any_order_are_read_and_every_person_stays(lines: list[str]) -> None:
    text = "\n".join(["0 HEAD", *lines])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "any.ged")
        path.write_text(text, encoding="utf-8")
        family, _ = gedcom.read(path)
    assert len(family.persons) >= len(re.findall(r"\n0 @I\d@ INDI", text))
    assert len(family.unions) >= len(re.findall(r"\n0 @F\d@ FAM", text))


@pytest.mark.parametrize("text", ["Date,Event\n", "1 NAME Ada"])
def test_what_is_not_gedcom_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.ged"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match="does not begin as a GEDCOM file"):
        gedcom.read(path)


def test_a_package_of_version_7_is_unpacked_to_the_family_in_it(tmp_path: Path) -> None:
    path = tmp_path / "family.gdz"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("photo.jpg", b"no picture")
        package.writestr("gedcom.ged", "0 HEAD\n0 @I1@ INDI\n1 NAME Ada /Sample/\n0 TRLR\n")
    family, _ = genogram.read(path)
    assert [p.name for p in family.persons] == ["Ada Sample"]


def test_a_package_without_a_family_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "family.gdz"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("photo.jpg", b"no picture")
    with pytest.raises(Unreadable, match=r"holds no 'gedcom\.ged'"):
        genogram.read(path)


def test_a_family_package_whose_packing_is_broken_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "family.gdz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("gedcom.ged", "0 HEAD\n" * 200)
    data = bytearray(path.read_bytes())
    start = data.index(b"gedcom.ged") + len("gedcom.ged")
    data[start : start + 8] = b"\xff" * 8
    path.write_bytes(bytes(data))
    with pytest.raises(Unreadable) as refused:
        genogram.read(path)
    assert "that can be read" in refused.value.message
