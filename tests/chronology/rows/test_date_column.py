"""What a whole column of dates shows: exchanged days and months, blanks that mean the same day."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from chronology import merge
from chronology.dates import parse_when
from chronology.model import Case, Declared, Period, Review
from chronology.rows.date_column import exchanged, short_years, study

MEANT = [dt.date(2007, 3, d) for d in (2, 5, 9, 12, 13, 14, 20, 22)] + [
    dt.date(2007, 4, d) for d in (1, 3, 8, 11, 16, 25)
]


def as_the_spreadsheet_left_it(days: list[dt.date]) -> list[dt.date | str]:
    """Day-first text read month-first: up to 12 exchanged, the others left as text."""
    return [d.replace(month=d.day, day=d.month) if d.day <= 12 else f"{d:%d/%m/%Y}" for d in days]


def codes(cells: list[dt.date | str]) -> list[str]:
    return [remark.code for remark in study(cells).remarks]


def test_real_dates_up_to_the_12th_beside_later_texts_are_a_finding() -> None:
    column = study(as_the_spreadsheet_left_it(MEANT))
    assert [r.code for r in column.remarks] == ["dates-maybe-swapped"]
    assert "exchanged, never" in column.remarks[0].message
    assert column.maybe_swapped
    assert not column.swap


def test_newest_first_rows_show_it_as_well() -> None:
    assert codes(as_the_spreadsheet_left_it(MEANT[::-1])) == ["dates-maybe-swapped"]


def test_dates_that_a_csv_wrote_out_show_it_as_well() -> None:
    cells = [str(cell) for cell in as_the_spreadsheet_left_it(MEANT)]
    assert codes(list(cells)) == ["dates-maybe-swapped"]


def test_one_real_date_beside_five_later_texts_is_a_finding_where_the_order_tells_nothing() -> None:
    late = [f"{day}/06/2009" for day in (13, 17, 21, 25, 29)]
    assert codes([*late, dt.date(2010, 5, 3)]) == ["dates-maybe-swapped"]
    assert codes([*late[1:], dt.date(2010, 5, 3)]) == []


@pytest.mark.parametrize(
    "cells",
    [
        list(MEANT),
        [f"{day:%d/%m/%Y}" for day in MEANT],
        [day if day.day <= 12 else f"{day:%d/%m/%Y}" for day in MEANT],
        [*MEANT, "13/05/2007", "14/05/2007"],
        [dt.date(2007, 3, 2), "undated", "March 2007", ""],
        [],
    ],
    ids=["real", "text", "in order as it stands", "real dates after the 12th", "few", "empty"],
)
def test_columns_without_the_mark_say_nothing(cells: list[dt.date | str]) -> None:
    assert codes(cells) == []


def test_text_with_the_month_first_beside_text_that_could_be_is_a_finding() -> None:
    assert codes(["03/25/2007", "04/26/2007", "05/06/2007"]) == ["dates-mixed-order"]
    assert study(["03/25/2007", "04/26/2007", "05/06/2007"], day_first=False).remarks == ()


def test_one_date_with_the_month_first_is_a_finding_where_no_day_leads_or_rows_go_back() -> None:
    assert codes(["04/13/2021", "04/06/2021"]) == ["dates-mixed-order"]
    assert codes(["04/13/2021", "04/06/2021", "25/05/2021"]) == []
    in_order = ["12/02/2021", "02/22/2021", "08/03/2021", "14/04/2021", "26/05/2021"]
    assert codes(in_order) == []
    assert codes([*in_order[:2], "03/08/2021", *in_order[3:]]) == ["dates-mixed-order"]
    assert study(["04/13/2021", "04/06/2021"]).remarks[0].message == (
        "A date has the month first, so another could be month first too. It was read day first."
    )


def test_an_export_with_the_month_first_that_a_spreadsheet_here_opened_is_a_finding() -> None:
    left = [d.replace(month=d.day, day=d.month) if d.day <= 12 else f"{d:%m/%d/%Y}" for d in MEANT]
    assert codes(left) == ["dates-maybe-swapped"]
    assert "takes 03/12, the 12th of March, for 3 December" in study(left).remarks[0].message
    assert codes([d if d.day <= 12 else f"{d:%m/%d/%Y}" for d in MEANT]) == []


def test_texts_that_are_in_order_only_with_the_year_first_are_a_finding() -> None:
    rows = ["21-09-02", "21-09-28", "21-10-05", "21-12-31", "22-01-07"]
    (found,) = study(rows).remarks
    assert found.code == "dates-mixed-order"
    assert found.message == (
        "5 dates could have the year first: read so, the rows never go backwards. They were read "
        "day first, as days of 2002 to 2031."
    )
    assert codes([day.replace("-", "/") for day in rows[::-1]]) == ["dates-mixed-order"]
    assert codes([f"21.09.{day:02d}" for day in (2, 8, 15, 22, 28)]) == ["dates-mixed-order"]
    assert codes(["05-01-21", "06-01-21", "07-02-21", "08-02-21", "09-03-21"]) == []
    assert codes(["05-01-21", "06-01-21", "07-02-21", "01-03-21", "09-02-21"]) == []
    assert codes(rows[:4]) == []


MONTH_FIRST = ["01/05/2021", "01/11/2021", "02/03/2021", "02/09/2021", "03/01/2021", "03/08/2021"]


@pytest.mark.parametrize("rows", [MONTH_FIRST, MONTH_FIRST[::-1]], ids=["rising", "falling"])
def test_texts_that_are_in_order_only_with_the_month_first_are_a_finding(rows: list[str]) -> None:
    (found,) = study(rows).remarks
    assert found.code == "dates-mixed-order"
    assert "backwards 2 times" in found.message
    assert study(rows, day_first=False).remarks == ()
    assert study(sorted(rows, key=lambda day: day[3:5])).remarks == ()
    assert study(rows[:4]).remarks == ()


def test_real_dates_that_are_in_order_only_if_exchanged_are_a_finding() -> None:
    rows = [f"2021-{row[3:5]}-{row[:2]}" for row in MONTH_FIRST]
    column = study(rows)
    assert [remark.code for remark in column.remarks] == ["dates-maybe-swapped"]
    assert column.maybe_swapped
    assert study(rows, swapped=True).remarks == ()
    assert study([*rows, "2021-09-20"]).remarks == ()


def test_an_exchange_that_makes_no_other_date_is_none() -> None:
    assert exchanged(dt.date(2007, 3, 13)) is None
    assert exchanged(dt.date(2007, 3, 3)) is None
    assert exchanged(dt.datetime(2007, 3, 4, 9, 30)) == dt.datetime(2007, 4, 3, 9, 30)


@pytest.mark.parametrize(
    ("cells", "times", "carries"),
    [
        (["1/3/07", None, None, "2/3/07", None, "3/3/07"], [], True),
        (["1/3/07", None, "2/3/07", None, *["3/3/07"] * 20],
         ["09:00", "10:00", "09:00", "11:00", *[""] * 20], True),
        (["1/3/07", None, "2/3/07", None, *["3/3/07"] * 20],
         ["09:00", "08:00", "09:00", "11:00", *[""] * 20], False),
        (["1/3/07", None, *["3/3/07"] * 20], [], False),
        (["1/3/07", None, None, "2/3/07"], [], True),
        (["1/3/07", "2/3/07", None, None], [], False),
        (["1/3/07", None, "2/3/07", None, "3/3/07"], [], False),
        (["1/3/07", None, None, *["3/3/07"] * 20], [], False),
        ([None, "1/3/07", None, None, None], [], False),
        (["1/3/07", None, None, None, "undated"], [], False),
        (["1/3/07", None, None, "unknown", None, "2/3/07", None], [], True),
        (["1/3/07", "2/3/07"], [], False),
    ],
)  # fmt: skip
def test_blanks_are_carried_down_only_where_the_table_clearly_does(
    cells: list[str | None], times: list[str], carries: bool
) -> None:
    assert study(cells, times).carries_down is carries


def test_short_years_are_told_once_with_what_they_were_judged_by() -> None:
    whens = [parse_when("12/3/07"), parse_when("Mar-09"), parse_when("12/03/2010")]
    told = short_years(whens, (None, None))
    assert told is not None
    assert "2 years of two digits were read as 2007 to 2009" in told.message
    assert short_years([parse_when("12/03/2007 09:30")], (None, None)) is None


def write_csv(path: Path, cells: list[dt.date | str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Date", "Event"])
        rows.writerows([str(cell), f"Visit {n}"] for n, cell in enumerate(cells, 1))
    return path


def test_a_swapped_file_is_read_as_it_stands_and_each_row_offers_the_other_reading(
    tmp_path: Path,
) -> None:
    path = write_csv(tmp_path / "clinic.csv", as_the_spreadsheet_left_it(MEANT))
    woven = merge([path])
    starts = {e.event: e.when.start for e in woven.entries}
    assert starts["Visit 1"] == dt.date(2007, 2, 3)
    offers = [f for f in woven.findings if f.code == "date-maybe-swapped"]
    assert offers[0].message.startswith("2007-02-03 may be 02/03/2007")
    assert [f.row for f in woven.findings if f.code == "dates-maybe-swapped"] == [None]


def test_a_swapped_file_is_put_right_only_where_the_case_file_says_so(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "clinic.csv", as_the_spreadsheet_left_it(MEANT))
    case = Case(declared=(Declared(file="clinic.csv", agency="Clinic", swapped_dates=True),))
    woven = merge([path], case)
    assert [e.when.start for e in woven.entries] == MEANT
    assert {f.code for f in woven.findings} == {"date-swapped-back"}
    assert woven.entries[0].when.text == "2007-02-03"


def test_short_years_are_judged_by_the_review_period(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "old.csv", ["12/3/49", "13/3/51"])
    review = Review(period=Period(start=dt.date(1948, 1, 1), end=dt.date(1955, 1, 1)))
    woven = merge([path], Case(review=review))
    assert [e.when.start.year for e in woven.entries if e.when.start] == [1949, 1951]
    assert "date-years-short" in {f.code for f in woven.findings}


def test_a_blank_cell_takes_the_date_above_with_a_finding(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "gp.csv", ["12/03/2007", "", "", "13/03/2007", ""])
    woven = merge([path])
    assert [e.when.start.day for e in woven.entries if e.when.start] == [12, 12, 12, 13, 13]
    assert sum(f.code == "date-carried-down" for f in woven.findings) == 3


def test_a_blank_date_whose_time_goes_back_may_be_of_the_next_day(tmp_path: Path) -> None:
    path = tmp_path / "custody.csv"
    rows = "3/1/2021,23:50,A\n,23:55,B\n,00:35,C\n,01:10,D\n5/1/2021,09:00,E\n"
    path.write_text(f"Date,Time,Log entry\n{rows}", "utf-8")
    woven = merge([path])
    assert {e.at.row: e.when.start and e.when.start.day for e in woven.entries} == {
        2: 3, 3: 3, 4: 3, 5: 3, 6: 5,
    }  # fmt: skip
    assert [f.row for f in woven.findings if f.code == "date-maybe-next-day"] == [4]


def test_a_time_alone_below_a_date_is_of_that_day_unless_it_goes_back(tmp_path: Path) -> None:
    cells: list[dt.date | str] = ["12/03/2007 22:10", "23:05", "00:40", "13/03/2007", "0900hrs"]
    woven = merge([write_csv(tmp_path / "log.csv", cells)])
    read = {e.at.row: e.when.start and f"{e.when.start:%d} {e.when.time}" for e in woven.entries}
    assert read == {2: "12 22:10:00", 3: "12 23:05:00", 4: None, 5: "13 None", 6: "13 09:00:00"}


def test_a_blank_cell_below_an_undated_one_is_of_that_row(tmp_path: Path) -> None:
    cells: list[dt.date | str] = ["12/03/2007", "", "", "unknown", "", "13/03/2007", ""]
    woven = merge([write_csv(tmp_path / "gp.csv", cells)])
    read = {e.at.row: e.when.start and e.when.start.day for e in woven.entries}
    assert read == {2: 12, 3: 12, 4: 12, 5: None, 6: None, 7: 13, 8: 13}


def test_a_finding_on_a_time_names_the_time_cell(tmp_path: Path) -> None:
    path = tmp_path / "gp.csv"
    path.write_text("Date,Event,Time\n12/03/2007,A,1.30\n", encoding="utf-8")
    found = {f.code: f.cell for f in merge([path]).findings}
    assert found["time-ambiguous"] == "C2"


def test_a_heading_that_shows_the_month_first_is_believed_and_said(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Date (mm/dd/yyyy),Event\n03/04/2019,A\n03/14/2019,B\n", "utf-8")
    woven = merge([path])
    assert [f"{e.when.start}" for e in woven.entries] == ["2019-03-04", "2019-03-14"]
    assert [f.severity for f in woven.findings if f.code == "dates-mixed-order"] == ["note"]


def test_days_without_years_that_fall_over_two_new_years_are_read_as_falling(
    tmp_path: Path,
) -> None:
    rows = "2 Jan 2020,A\n30 Dec,B\n4 Nov,C\n5 Jan,D\n20 Dec,E\n"
    path = tmp_path / "gp.csv"
    path.write_text(f"Date,Event\n{rows}", encoding="utf-8")
    found = {e.event: str(e.when.start) for e in merge([path]).entries}
    assert found == {
        "A": "2020-01-02",
        "B": "2019-12-30",
        "C": "2019-11-04",
        "D": "2019-01-05",
        "E": "2018-12-20",
    }
