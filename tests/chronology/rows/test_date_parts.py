"""Dates in parts, each in a column of its own, are put together; whole dates are left alone."""

import datetime as dt
from pathlib import Path

import openpyxl

from chronology import merge
from chronology.model import Chronology


def read(folder: Path, *rows: tuple[object, ...]) -> Chronology:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / "log.xlsx")
    return merge([folder / "log.xlsx"])


def dates(woven: Chronology) -> dict[int, tuple[str, str, str]]:
    return {
        e.at.row: (f"{e.when.start}", e.when.precision, e.when.text)
        for e in sorted(woven.entries, key=lambda e: e.at.row or 0)
    }


def test_day_month_and_year_are_one_date_whether_the_month_is_a_name_or_a_number(
    tmp_path: Path,
) -> None:
    woven = read(
        tmp_path,
        ("Day", "Month", "Year", "Details"),
        (6, "January", 2021, "A"),
        ("14th", "Jan", 2021, "B"),
        (3, 3, 2021, "C"),
        (None, "Feb", 2021, "D"),
        ("?", 4, 2021, "E"),
        (30, 2, 2021, "F"),
        (5, dt.datetime(2021, 5, 1), 2021, "G"),
    )
    assert dates(woven) == {
        2: ("2021-01-06", "day", "6 January 2021"),
        3: ("2021-01-14", "day", "14th Jan 2021"),
        4: ("2021-03-03", "day", "3/3/2021"),
        5: ("2021-02-01", "month", "Feb 2021"),
        6: ("2021-04-01", "month", "?/4/2021"),
        7: ("None", "unknown", "30/2/2021"),
        8: ("2021-05-05", "day", "5 May 2021"),
    }
    assert {f.code for f in woven.findings} == {"date-in-parts", "date-partial", "date-impossible"}
    assert woven.entries[0].extra == {"Month": "January", "Year": "2021"}


def test_a_year_beside_dates_without_one_holds_for_the_rows_below_it(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        ("Year", "Date", "Details"),
        (2020, "3 Nov", "A"),
        (None, "21/12", "B"),
        (None, None, None),
        (2021, "4 Jan", "C"),
        (None, "undated", "D"),
    )
    assert [start for start, _, _ in dates(woven).values()] == [
        "2020-11-03",
        "2020-12-21",
        "2021-01-04",
        "None",
    ]
    (said,) = [f for f in woven.findings if f.code == "date-in-parts"]
    assert said.message.endswith("is that of the row above.")


def test_a_month_and_a_year_without_a_day_are_a_month(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        ("Month", "Year", "Details", "Child seen"),
        ("March", 2021, "A", "Yes"),
        (4, 2021, "B", "No"),
    )
    assert [told[:2] for told in dates(woven).values()] == [
        ("2021-03-01", "month"),
        ("2021-04-01", "month"),
    ]


def test_a_month_with_its_year_beside_days_is_one_date_with_them(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        ("Month", "Date", "Event"),
        ("January 2019", "4th", "Visit"),
        ("", "Fri 11th", "Call"),
        ("Feb 2019", "1", "Letter"),
        (dt.date(2019, 3, 1), "4th", "Clinic"),
    )
    assert [start for start, _, _ in dates(woven).values()] == [
        "2019-01-04", "2019-01-11", "2019-02-01", "2019-03-04",
    ]  # fmt: skip


def test_pm_in_a_column_of_its_own_is_that_of_the_time_beside_it(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        ("Date", "Time", "am/pm", "Event"),
        ("04/03/2019", "9:30", "pm", "Call"),
        ("05/03/2019", "2:15", "AM", "Visit"),
        ("06/03/2019", dt.time(11, 0), "", "Letter"),
        ("07/03/2019", "", "pm", "Clinic"),
    )
    times = [e.when.time for e in sorted(woven.entries, key=lambda e: e.at.row or 0)]
    assert times == [dt.time(21, 30), dt.time(2, 15), dt.time(11, 0), None]
    assert woven.entries[0].extra == {"am/pm": "pm"}


def test_a_year_beside_whole_dates_and_a_school_year_change_nothing(tmp_path: Path) -> None:
    whole = read(
        tmp_path, ("Year", "Date", "Details"), (9, "3/11/2020", "A"), (10, "4/1/2021", "B")
    )
    assert [start for start, _, _ in dates(whole).values()] == ["2020-11-03", "2021-01-04"]
    assert whole.findings == ()
    school = read(tmp_path, ("Year", "Date", "Details"), ("2020/21", "3 Nov", "A"))
    assert dates(school)[2] == ("None", "unknown", "3 Nov")
    group = read(tmp_path, ("Year", "Date", "Details"), (10, "3 Nov", "A"), (11, "4 Nov", "B"))
    assert dates(group)[2] == ("None", "unknown", "3 Nov")


def test_dates_before_the_words_of_what_happened_are_the_dates_of_the_rows(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        ("No", "Entry", "Worker"),
        (1, "12/01/2021 - Home visit", "AB"),
        (2, "15 Jan 2021: Call", "CD"),
        (3, "Letter sent", "AB"),
        (4, "18/01/2021 10:15 Clinic", "AB"),
    )
    assert [(e.at.row, f"{e.when.start}", e.event) for e in woven.entries] == [
        (2, "2021-01-12", "Home visit"),
        (3, "2021-01-15", "Call"),
        (5, "2021-01-18", "Clinic"),
        (4, "None", "Letter sent"),
    ]
    assert {f.code for f in woven.findings} == {"date-before-words", "date-missing"}
    assert woven.entries[0].fields["professional"] == "AB"


def test_beside_dates_of_recording_the_dates_before_the_words_are_the_dates_if_all_have_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.csv"
    rows = "05/03/2021,04/03/2021 Visit\n12/03/2021,{} Call\n"
    path.write_text("Date recorded,Event\n" + rows.format("11/03/2021"), "utf-8")
    assert [f"{e.when.start:%d/%m}" for e in merge([path]).entries] == ["04/03", "11/03"]
    path.write_text("Date recorded,Event\n" + rows.format("19/03/2021"), "utf-8")
    assert [f"{e.when.start:%d/%m}" for e in merge([path]).entries] == ["05/03", "12/03"]


def test_where_no_column_holds_dates_the_one_date_among_the_words_is_that_of_the_row(
    tmp_path: Path,
) -> None:
    rows = (
        ("Home visit, Theo in bed (12/03/2021)", "AB"),
        ("Call from his nan - 05/03/2021", "CD"),
        ("Seen at the clinic on 19/03/2021 with her", "AB"),
    )
    woven = read(tmp_path, ("Summary", "Worker"), *rows, ("Letter sent", "AB"))
    assert [(f"{e.when.start}", e.event) for e in woven.entries] == [
        ("2021-03-05", rows[1][0]),
        ("2021-03-12", rows[0][0]),
        ("2021-03-19", rows[2][0]),
        ("None", "Letter sent"),
    ]
    assert {"date-before-words", "date-among-words"} <= {f.code for f in woven.findings}
    days = [(row[0], f"{day}/4/2021") for day, row in enumerate(rows, 1)]
    beside = read(tmp_path, ("Summary", "Received"), *days)
    assert [e.when.start and e.when.start.day for e in beside.entries] == [1, 2, 3]
    days = [(f"{day}/4/2021", row[0].partition("(")[0]) for day, row in enumerate(rows, 1)]
    contacts = read(tmp_path, ("Contact", "Notes of contact"), *days)
    assert contacts.submissions[0].sheets[0].columns[0].field == "date"
    for words in ("Seen. Next visit", "Home visit; appt made for", "Lives with a boy born"):
        ahead = [(f"{words} {day}/4/2021", "AB") for day in (1, 2, 3)]
        assert not any(e.when.dated for e in read(tmp_path, ("Summary", "Worker"), *ahead).entries)
