"""Which agency a file is from, by its name, and agencies that are spelt in several ways."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Case, Child, Declared
from chronology.sender import agency_of


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Police 2018-19", "Police"),
        ("Police_2019_part_b", "Police"),
        ("Housing part 2 of 3", "Housing"),
        ("GP (1 of 2)", "GP"),
        ("Police - Jan to Mar 2019", "Police"),
        ("Adult Social Care 2017-2020 v2", "Adult Social Care"),
        ("nursery log (final) v2", "Nursery log"),
        ("police [final]", "Police"),
        ("Section 17 team", "Section 17 team"),
        ("School B", "School B"),
        ("2019", "2019"),
        ("Part 1", "Part 1"),
    ],
)
def test_the_part_of_its_records_that_a_file_holds_is_no_part_of_the_agencys_name(
    name: str, agency: str
) -> None:
    assert agency_of(Path(f"{name}.xlsx"), Case()) == agency


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("School log Milo", "School log"),
        ("GP chronology for Milo Ashgrove v2", "GP"),
        ("Police (Rose)", "Police"),
        ("police_rose_2019", "Police"),
        ("Milo - Health Visiting", "Health Visiting"),
        ("MILO_ASHGROVE_housing", "Housing"),
        ("Rose Hill School", "Rose Hill School"),
        ("School at Rosefield", "School at Rosefield"),
        ("School log Milo and Rose", "School log"),
        ("Rose & Milo - GP", "GP"),
        ("Gran and Milo", "Gran"),
        ("St Rose", "St Rose"),
        ("School of Rose", "School of Rose"),
        ("GP notes of Rose", "GP notes"),
        ("Dr Rose v2", "Dr Rose"),
        ("Milo", "Milo"),
    ],
)
def test_a_childs_name_that_ends_or_heads_the_name_of_a_file_is_no_part_of_the_agencys_name(
    name: str, agency: str
) -> None:
    case = Case(children=(Child(label="Milo", names=("Milo Ashgrove",)), Child(label="Rose")))
    assert agency_of(Path(f"{name}.xlsx"), case) == agency


def test_an_agency_spelt_with_other_capitals_or_spaces_is_one(tmp_path: Path) -> None:
    names = ("POLICE", "Police", "police ", "Pol  ice", "pol ice", "HOUSING", "Housing trust")
    rows = "".join(f"0{n}/03/2019,{name},Event {n}\n" for n, name in enumerate(names, 1))
    (tmp_path / "all.csv").write_text(f"Date,Agency,Event\n{rows}", "utf-8")
    woven = merge([tmp_path / "all.csv"], Case(expected=("Housing",)))
    assert [entry.agency for entry in woven.entries] == [
        "Police", "Police", "Police", "Pol  ice", "Pol  ice", "Housing", "Housing trust",
    ]  # fmt: skip
    assert "agency-not-received" not in {f.code for f in woven.findings}


def agencies(folder: Path, expected: tuple[str, ...], *files: str, **declared: str) -> list[str]:
    """What the agencies of the files are called, and which of those expected sent nothing."""
    for n, file in enumerate(files):
        (folder / f"{file}.csv").write_text(f"Date,Event\n0{n + 1}/03/2019,Event {n}\n", "utf-8")
    said = tuple(Declared(file=f"{f.replace('_', ' ')}.csv", agency=a) for f, a in declared.items())
    woven = merge([folder / f"{f}.csv" for f in files], Case(expected=expected, declared=said))
    missing = [f.message for f in woven.findings if f.code == "agency-not-received"]
    return [*(s.agency for s in woven.submissions), *missing]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("Childrens social care", "Children's social care"),
        ("CHILDREN'S SOCIAL CARE", "Children\u2019s Social Care"),
        ("Childrens Services", "Children's social care"),
        ("CSC", "Children's Services"),
        ("GP Surgery", "GP"),
        ("Health visitors", "Health visiting"),
        ("Fire & Rescue", "Fire and rescue service"),
        ("Probation Service", "Probation"),
    ],
)
def test_an_agency_that_is_plainly_the_one_expected_is_that_one(
    tmp_path: Path, file: str, expected: str
) -> None:
    assert agencies(tmp_path, (expected,), file) == [expected]


def test_two_agencies_that_may_be_the_one_expected_are_both_asked_about(tmp_path: Path) -> None:
    *names, missing = agencies(tmp_path, ("GP",), "GP Surgery", "GP practice")
    assert names == ["GP Surgery", "GP practice"]
    assert "unless it is" in missing


def test_an_agency_that_has_a_name_besides_is_not_taken_for_the_one_expected(
    tmp_path: Path,
) -> None:
    name, missing = agencies(tmp_path, ("GP",), "Oakfield GP surgery")
    assert name == "Oakfield GP surgery"
    assert "unless it is" in missing


def test_the_name_that_the_case_file_gives_to_a_file_stands(tmp_path: Path) -> None:
    name, _ = agencies(tmp_path, ("GP",), "GP Surgery", GP_Surgery="GP surgery")
    assert name == "GP surgery"
