"""Which agency a file is from, by its name, and agencies that are spelt in several ways."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Case
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
        ("Section 17 team", "Section 17 team"),
        ("School B", "School B"),
        ("2019", "2019"),
        ("Part 1", "Part 1"),
    ],
)
def test_the_part_of_its_records_that_a_file_holds_is_no_part_of_the_agencys_name(
    name: str, agency: str
) -> None:
    assert agency_of(Path(f"{name}.xlsx")) == agency


def test_an_agency_spelt_with_other_capitals_or_spaces_is_one(tmp_path: Path) -> None:
    names = ("POLICE", "Police", "police ", "Pol  ice", "pol ice", "HOUSING", "Housing trust")
    rows = "".join(f"0{n}/03/2019,{name},Event {n}\n" for n, name in enumerate(names, 1))
    (tmp_path / "all.csv").write_text(f"Date,Agency,Event\n{rows}", "utf-8")
    woven = merge([tmp_path / "all.csv"], Case(expected=("Housing",)))
    assert [entry.agency for entry in woven.entries] == [
        "Police", "Police", "Police", "Pol  ice", "Pol  ice", "Housing", "Housing trust",
    ]  # fmt: skip
    assert "agency-not-received" not in {f.code for f in woven.findings}
