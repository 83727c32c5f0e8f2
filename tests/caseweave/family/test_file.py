"""`caseweave genogram FAMILY -o family.xlsx` and `.ged` write the family itself."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

import genogram
from caseweave.cli import caseweave
from chronology.findings import CaseweaveError
from genogram.formats.workbook_writing import SHEETS

CASE = Path(__file__).parents[3] / "examples" / "harbour-lane"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(caseweave, ["genogram", *map(str, words)])


@pytest.mark.parametrize(
    "words", [["family.xlsx"], ["family.ged"], ["family.ged", "--gedcom", "7.0"]], ids="-".join
)
def test_the_family_of_a_case_is_written_and_reads_back_the_same(
    tmp_path: Path, words: list[str]
) -> None:
    output = tmp_path / words[0]
    done = run(CASE, "-o", output, *words[1:])
    assert done.exit_code == 0, done.output
    first, _ = genogram.read(CASE / "family.xlsx")
    again, _ = genogram.read(output)
    assert again.persons == first.persons
    assert again.unions == first.unions
    assert again.households == first.households
    assert set(again.parents) == set(first.parents)
    assert set(again.relationships) == set(first.relationships)


def test_the_same_family_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx", "a.ged", "b.ged"):
        run(CASE, "-o", tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert (tmp_path / "a.ged").read_bytes() == (tmp_path / "b.ged").read_bytes()


def test_the_workbook_is_ready_to_be_corrected(tmp_path: Path) -> None:
    run(CASE, "-o", tmp_path / "family.xlsx")
    book = openpyxl.load_workbook(tmp_path / "family.xlsx")
    assert book.sheetnames == list(SHEETS)
    people = book["People"]
    assert [c.value for c in people[1]] == [c.heading for c in SHEETS["People"]]
    assert people.freeze_panes == "B2"
    offered = {str(rule.formula1) for rule in people.data_validations.dataValidation}
    assert '"F,M,U,X"' in offered
    ids = {str(rule.formula1) for rule in book["Partnerships"].data_validations.dataValidation}
    assert any(formula.startswith("People!$A$2") for formula in ids)


def test_the_family_on_a_day_leaves_out_who_was_not_born(tmp_path: Path) -> None:
    run(CASE, "-o", tmp_path / "then.ged", "--on", "1990-01-01")
    then, _ = genogram.read(tmp_path / "then.ged")
    whole, _ = genogram.read(CASE / "family.xlsx")
    assert 0 < len(then.persons) < len(whole.persons)


def test_a_file_never_takes_the_place_of_the_one_it_was_read_from(tmp_path: Path) -> None:
    path = tmp_path / "family.ged"
    path.write_text("0 HEAD\n0 @I1@ INDI\n1 NAME Ada /Sample/\n0 TRLR\n", "utf-8")
    before = path.read_bytes()
    done = run(path, "-o", path)
    assert isinstance(done.exception, CaseweaveError)
    assert "own file" in str(done.exception)
    assert path.read_bytes() == before


def test_initials_are_for_drawings_since_a_file_of_the_family_holds_its_names(
    tmp_path: Path,
) -> None:
    done = run(CASE, "-o", tmp_path / "family.ged", "--names", "initials")
    assert isinstance(done.exception, CaseweaveError)
    assert "full names" in str(done.exception)
    assert not (tmp_path / "family.ged").exists()


def test_of_many_findings_of_one_kind_the_first_are_told_and_the_rest_counted(
    tmp_path: Path,
) -> None:
    path = tmp_path / "family.ged"
    people = "".join(f"0 @I{n}@ INDI\n1 NAME P{n} /Sample/\n" for n in range(30))
    path.write_text(f"0 HEAD\n{people}0 TRLR\n", encoding="utf-8")
    done = run(path, "-o", tmp_path / "out.ged")
    assert done.stderr.count("has no partner, parent, child or household") == 12
    assert "and 18 more 'tied-to-nobody': --json lists all." in done.stderr
