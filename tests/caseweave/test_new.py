"""`caseweave new`: a case folder that can be filled in and merged."""

import tomllib
from pathlib import Path

import pytest

from caseweave.casefolder import read_case
from caseweave.newcase import CASE_TOML, make_case
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
    assert set(told) == {
        "review", "children", "agencies", "submissions", "glossary", "cues", "outputs",
    }  # fmt: skip
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
