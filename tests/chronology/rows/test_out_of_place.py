"""A date that stands out of place in rows that are in order is asked about, and not changed."""

from pathlib import Path

import pytest

from chronology import merge

ROWS = ["03/12/2018", "21/12/2018", "?", "09/01/2019", "16/01/2019", "02/02/2019", "20/02/2019"]


def asked(folder: Path, days: list[str]) -> list[tuple[int | None, str]]:
    rows = "".join(f"{day},Visit {n}.\n" for n, day in enumerate(days))
    (folder / "gp.csv").write_text(f"Date,Event\n{rows}", "utf-8")
    woven = merge([folder / "gp.csv"])
    assert len(woven.entries) == len(days)
    return [
        (f.row, f.message.split(": ")[1].split(" ")[0])
        for f in woven.findings
        if f.code == "date-out-of-place"
    ]


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        ("04/01/2018", "04/01/2019"),
        ("04/01/2091", "04/01/2019"),
        ("28/12/2019", "28/12/2018"),
        ("01/07/2019", "07/01/2019"),
        ("04/01/2019", ""),
        ("01/12/2018", ""),
        ("04/06/2015", ""),
        ("January 2018", ""),
    ],
)
@pytest.mark.parametrize("newest_first", [False, True])
def test_another_year_or_the_day_and_month_exchanged_may_be_meant(
    tmp_path: Path, day: str, meant: str, newest_first: bool
) -> None:
    days = [day if one == "?" else one for one in ROWS][:: -1 if newest_first else 1]
    row = len(days) - 1 if newest_first else 4
    assert asked(tmp_path, days) == ([(row, meant)] if meant else [])


def test_several_rows_of_the_old_year_are_each_asked_about(tmp_path: Path) -> None:
    days = [*ROWS[:2], "04/01/2018", "05/01/2018", *ROWS[3:]]
    assert asked(tmp_path, days) == [(4, "04/01/2019"), (5, "05/01/2019")]


def test_rows_in_no_order_are_not_asked_about(tmp_path: Path) -> None:
    days = ["03/12/2018", "04/01/2018", "21/12/2018", "02/02/2018", "09/01/2019", "01/01/2018"]
    assert asked(tmp_path, days) == []
