"""Rows without a year take it from the name of the file, a title, a heading or their order."""

from pathlib import Path

import pytest

from chronology.rows.bands import years_in
from tests.chronology.rows.banded import days, read


def test_the_files_name_says_the_years_of_a_school_year(tmp_path: Path) -> None:
    rows = "Date,Event\n6 Sept,A\n15/12,B\n10 Jan,C\n7 July,D\n"
    woven = read(tmp_path, rows, "school 2021-22.csv")
    assert list(days(woven).values()) == ["2021-09-06", "2021-12-15", "2022-01-10", "2022-07-07"]


@pytest.mark.parametrize("name", ["school 2020-21.csv", "log for 2020-21.csv"])
def test_a_school_year_has_no_january_of_its_first_year_and_no_autumn_of_its_last(
    tmp_path: Path, name: str
) -> None:
    rows = "Date,Event\n15 Jan,A\n23 Mar,B\n10 June,C\n"
    woven = read(tmp_path, rows, name)
    assert list(days(woven).values()) == ["2021-01-15", "2021-03-23", "2021-06-10"]
    later = read(tmp_path, "Date,Event\n3 Nov,A\n", name)
    assert list(days(later).values()) == ["2020-11-03"]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("FY2019-20", "2019-04-01", "2020-03-31"),
        ("FY 19/20", "2019-04-01", "2020-03-31"),
        ("School year 2019-2020", "2019-09-01", "2020-08-31"),
        ("2019 \u2013 2020 (Year 2)", "2019-09-01", "2020-08-31"),
        ("2019-20", "2019-04-01", "2020-08-31"),
        ("2019-2020", "2019-01-01", "2020-12-31"),
    ],
)
def test_a_name_that_says_which_kind_of_year_it_is_says_its_months(
    name: str, first: str, last: str
) -> None:
    assert tuple(map(str, years_in([name]))) == (first, last)


def test_rows_without_years_above_the_first_year_take_it_from_there(tmp_path: Path) -> None:
    rows = "Date,Event\n28 Nov,A\n3 Dec,B\n4/1/2022,C\n2 Feb,D\n"
    woven = read(tmp_path, rows)
    assert list(days(woven).values())[2:] == ["2022-01-04", "2022-02-02"]
    assert list(days(woven).values())[:2] == ["2021-11-28", "2021-12-03"]


@pytest.mark.parametrize(
    "around",
    [
        ("Chronology to 12 May 2021,\n", ""),
        ("", "Completed: 13/05/2021,\n"),
    ],
)
def test_the_day_on_which_a_file_was_made_says_no_year_of_its_rows(
    tmp_path: Path, around: tuple[str, str]
) -> None:
    woven = read(tmp_path, f"{around[0]}Date,Event\n4 March,Visit\n5 Nov,Call\n{around[1]}")
    assert {e.event: e.when.start for e in woven.entries} == {"Visit": None, "Call": None}


def test_rows_that_go_back_in_time_turn_the_year_back(tmp_path: Path) -> None:
    rows = "Date,Event\n4/2/2022,A\n10 Jan,B\n20 Dec,C\n1 Dec,D\n"
    assert list(days(read(tmp_path, rows)).values()) == [
        "2021-12-01",
        "2021-12-20",
        "2022-01-10",
        "2022-02-04",
    ]


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("2021-22", (2021, 2022)),
        ("Log 2019", (2019, 2019)),
        ("Jan-Mar 19", (2019, 2019)),
        ("Oct \u2013 Dec '18", (2018, 2018)),
        ("Sept 18 - July 19", (2018, 2019)),
        ("Jan - Mar 12/19", None),
        ("Jan 2019 \u2013 Dec 2020", None),
        ("Events 2019 to 2021", (2019, 2021)),
        ("DOB 14/02/2019", None),
        ("Printed 2023", None),
        ("Born 2019", None),
        ("Sheet1", None),
    ],
)
def test_a_name_says_years_only_where_they_are_those_of_the_rows(
    name: str, years: tuple[int, int] | None
) -> None:
    first, last = years_in([name])
    assert (first and last and (first.year, last.year)) == years


def test_a_title_of_two_months_says_the_years_of_the_rows_between_them(tmp_path: Path) -> None:
    text = "Log from September 2018 to July 2019,\nDate,Event\n5 Sept,A\n9 Jan,B\n"
    assert days(read(tmp_path, text)) == {3: "2018-09-05", 4: "2019-01-09"}


def test_a_year_in_the_heading_of_the_dates_is_that_of_days_without_one(tmp_path: Path) -> None:
    woven = read(tmp_path, "Date (2019),Event\n4 March,A\n12/4,B\n")
    assert list(days(woven).values()) == ["2019-03-04", "2019-04-12"]
