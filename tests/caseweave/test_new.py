"""`caseweave new`: a case folder that can be filled in and merged."""

import tomllib
from pathlib import Path

import openpyxl
import pytest

import genogram
from caseweave.case.case_file import FREE, ONCE, REPEATED
from caseweave.case_folder import read_case
from caseweave.new import CASE_TOML, make_case
from chronology.findings import CaseweaveError


def uncommented() -> str:
    """The template with every setting in use, its explanations left out."""
    lines = (line.removeprefix("# ") for line in CASE_TOML.splitlines())
    return "\n".join(line for line in lines if "=" in line or line.startswith("["))


def test_a_new_case_is_read_once_it_holds_a_file(tmp_path: Path) -> None:
    make_case(tmp_path / "harbour-lane")
    (tmp_path / "harbour-lane" / "submissions" / "gp.csv").write_text("Date,Event\n", "utf-8")
    case, paths = read_case(tmp_path / "harbour-lane")
    assert [path.name for path in paths] == ["gp.csv"]
    assert case.expected == ()


def test_every_setting_in_the_new_case_file_is_one_that_is_read(tmp_path: Path) -> None:
    told = tomllib.loads(uncommented())
    make_case(tmp_path)
    (tmp_path / "case.toml").write_text(uncommented(), "utf-8")
    (tmp_path / "submissions" / "police.csv").write_text("Date,Event\n", "utf-8")
    case, _ = read_case(tmp_path)
    assert [f.code for f in case.findings] == ["submission-not-found"] * 2
    declared = case.declared[0]
    assert set(told) == {*ONCE, *REPEATED, *FREE}
    for section, shapes in (*ONCE.items(), *REPEATED.items()):
        blocks = told[section] if section in REPEATED else [told[section]]
        assert {key for block in blocks for key in block} == set(shapes), section
    assert case.cues == (("no-access", ("dog in garden (,) not entered",)),)
    assert (case.children[0].label, case.expected[0]) == ("Child A", "Police")
    assert (declared.day_first, declared.swapped_dates) == (False, True)
    assert declared.sheets["Mother"] == "mother"


def test_a_case_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    make_case(tmp_path)
    (tmp_path / "case.toml").write_text("[review]\n", "utf-8")
    with pytest.raises(CaseweaveError, match="already holds"):
        make_case(tmp_path)
    assert (tmp_path / "case.toml").read_text("utf-8") == "[review]\n"


def test_a_new_case_has_a_family_workbook_with_the_sheets_that_are_read(tmp_path: Path) -> None:
    make_case(tmp_path)
    book = openpyxl.load_workbook(tmp_path / "family.xlsx")
    people = book["People"]
    people.append(["t", "Theo", "M", "2017-05-20", None, None, "Yes"])
    people.append(["k", "Kayleigh", "F"])
    book["Parents"].append(["t", "k", "birth"])
    book["Households"].append(["h1", "1 Larch Court", "t", "2017-05-20"])
    book.save(tmp_path / "family.xlsx")
    family, _ = genogram.read(tmp_path / "family.xlsx")
    assert [p.name for p in family.persons] == ["Theo", "Kayleigh"]
    assert len(family.parents) == len(family.households) == 1


def test_a_family_workbook_that_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "family.xlsx").write_text("ours", "utf-8")
    make_case(tmp_path)
    assert (tmp_path / "family.xlsx").read_text("utf-8") == "ours"


def test_on_a_full_disk_no_half_case_is_left_and_it_can_be_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def half(self: Path, made: bytes) -> int:
        write(self, made[:100])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", half)
        with pytest.raises(CaseweaveError, match=r"case\.toml could not be written"):
            make_case(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["family.xlsx", "submissions"]
    make_case(tmp_path)
    assert (tmp_path / "case.toml").read_text("utf-8") == CASE_TOML
