"""A day over a table, on the tab of its sheet or across it: when it is that of the rows below."""

from pathlib import Path

import pytest

from chronology import merge
from tests.chronology.importers.wordxml import cell, document, paragraph, row, table
from tests.chronology.mess.writers import write_xlsx
from tests.chronology.rows.banded import asides, days, read


def test_a_day_written_across_with_the_week_or_page_that_begins_there_is_no_entry(
    tmp_path: Path,
) -> None:
    told = ("12/03/2021 Week 1", "15/03/2021 10:15 Page 1 of 3", "1 April 2021 Reception year")
    across = (row(cell(words, form='<w:gridSpan w:val="3"/>')) for words in told)
    path = tmp_path / "hv.docx"
    rows = (r for band in across for r in (band, row("20/04/2021", "Visit", "AB")))
    document(path, table(row("Date", "Event", "Worker"), *rows))
    assert {e.event for e in merge([path]).entries} == {"Visit"}


def test_what_happened_on_a_day_written_across_the_columns_is_an_entry(tmp_path: Path) -> None:
    across = cell("20.03.21: Moves to his aunt", form='<w:gridSpan w:val="3"/>')
    day = cell("Monday 22 March 2021 - ward", form='<w:gridSpan w:val="3"/>')
    path = tmp_path / "hv.docx"
    rows = (row("12/03/2021", "Visit", "AB"), row(across), row(day), row("", "Weighed", "AB"))
    document(path, table(row("Date", "Event", "Worker"), *rows))
    woven = merge([path])
    assert days(woven) == {2: "2021-03-12", 3: "2021-03-20", 5: "2021-03-22"}
    assert woven.entries[1].event == "20.03.21: Moves to his aunt"
    assert asides(woven) == {1: "heading", 4: "band"}


def test_a_day_alone_in_its_row_is_the_day_of_rows_with_times_only(tmp_path: Path) -> None:
    rows = "Date,Time,Event\n12/03/2021,,\n,0930,A\n,1015,B\n13/03/2021,,\n,0900,C\n"
    assert days(read(tmp_path, rows)) == {3: "2021-03-12", 4: "2021-03-12", 6: "2021-03-13"}


@pytest.mark.parametrize("second", ["Time", "Ward"])
@pytest.mark.parametrize("label", ["", "Meeting held on ", "Date of meeting: "])
def test_a_day_over_a_table_without_dates_is_its_date(
    tmp_path: Path, second: str, label: str
) -> None:
    days_of = ("Thu 4 March 2021", "Fri 5 March 2021")
    tables = [table(row(second, "Event", "Worker"), row("08:30", day[0], "AB")) for day in days_of]
    over = [paragraph(f"{label}{day}") for day in days_of]
    path = tmp_path / "log.docx"
    document(path, over[0], tables[0], over[1], tables[1])
    woven = merge([path])
    assert {e.event: f"{e.when.start}" for e in woven.entries}["F"] == "2021-03-05"
    assert "date-carried-down" in {f.code for f in woven.findings}


@pytest.mark.parametrize(
    "title", ["Printed 04/03/2021", "DOB 04/03/2021", "Date of report: 04/03/21", "Panel 4/3/21"]
)
def test_a_day_among_other_words_over_a_table_of_times_is_not_its_date(
    tmp_path: Path, title: str
) -> None:
    path = tmp_path / "log.docx"
    document(path, paragraph(title), table(row("Time", "Event"), row("08:30", "Visit")))
    assert [e.when.start for e in merge([path]).entries] == [None]


def test_a_day_on_the_tab_of_a_sheet_of_times_is_its_date(tmp_path: Path) -> None:
    head = ["Time", "Event", "Worker"]
    sheets = {day: [head, ["08:30", "Visit", "AB"]] for day in ("04.03.21", "05.03.21")}
    write_xlsx(tmp_path / "log.xlsx", sheets)
    woven = merge([tmp_path / "log.xlsx"])
    assert [f"{e.when.start} {e.when.time}" for e in woven.entries] == [
        "2021-03-04 08:30:00",
        "2021-03-05 08:30:00",
    ]
    assert "date-carried-down" in {f.code for f in woven.findings}


def test_days_over_the_rows_are_their_dates_where_no_column_is_for_dates(tmp_path: Path) -> None:
    first = "Time,Entry,Clinician\nMonday 19 November 2018,,\n21:15,A,MW\n\n"
    rows = first + "20 Nov 2018,,\n00:01,B,MW\n,C,MW\n"
    woven = read(tmp_path, rows)
    assert days(woven) == {3: "2018-11-19", 6: "2018-11-20", 7: "2018-11-20"}
    assert [str(e.when.time) for e in woven.entries] == ["21:15:00", "00:01:00", "None"]
    assert asides(woven) == {1: "heading", 2: "band", 4: "blank", 5: "band"}


def test_a_day_alone_over_rows_that_begin_with_a_time_is_a_band_and_no_entry(
    tmp_path: Path,
) -> None:
    woven = read(
        tmp_path, "Date/time,Event\n4 March 2019,\n09:30,A\n2pm,B\n5 March 2019,\n8:15,C\n"
    )
    assert [(e.event, f"{e.when.start} {e.when.time:%H:%M}") for e in woven.entries] == [
        ("A", "2019-03-04 09:30"), ("B", "2019-03-04 14:00"), ("C", "2019-03-05 08:15"),
    ]  # fmt: skip


def test_days_alone_in_a_table_are_of_the_month_in_its_title(tmp_path: Path) -> None:
    title, rest = "Daily log - March 2021,\n", "Friday 12th,Woke\nSat 13th,Park\n4 April,Rest\n"
    woven = read(tmp_path, f"{title}Day,Notes\n{rest}")
    assert list(days(woven).values()) == ["2021-03-12", "2021-03-13", "2021-04-04"]
    assert "column-without-dates" not in {f.code for f in woven.findings}
    woven = read(tmp_path, "Log to March 2021\nDay,Notes\n12/02/2021,Woke\nSun 14th,Park\n")
    assert list(days(woven).values()) == ["2021-02-12", "None"]
    entry = row("Friday 12th", "Theo woke up twice."), row("Sat 13th", "Contact with mum today.")
    path = tmp_path / "carer.docx"
    document(path, paragraph("Daily log - March 2021"), table(*entry, row("14th", "Quiet day.")))
    assert list(days(merge([path])).values()) == ["2021-03-12", "2021-03-13", "2021-03-14"]


def test_a_day_within_a_table_is_not_overruled_by_that_over_it_and_the_finding_says_so(
    tmp_path: Path,
) -> None:
    rows = [["12/05/2021"], ["Time", "Event"], ["10:00", "A"], ["13/05/2021"], ["12:00", "B"]]
    write_xlsx(tmp_path / "log.xlsx", {"Log": rows})
    found = merge([tmp_path / "log.xlsx"])
    assert [str(e.when.start) for e in found.entries] == ["2021-05-12", "2021-05-13"]
    said = [f.message for f in found.findings if f.code == "date-over-table"]
    assert said
    assert "rows under no other day" in said[0]


def test_the_day_of_a_whole_table_is_named_once_with_where_it_stands(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "log.xlsx", {"04.03.21": [["Time", "Event"], ["08:30", "Visit"]]})
    said = [f for f in merge([tmp_path / "log.xlsx"]).findings if f.code == "date-over-table"]
    assert [f.message for f in said] == [
        "No column is for dates: rows under no other day were given 04/03/2021, by the name of "
        "the sheet, '04.03.21'."
    ]


def test_a_day_in_a_row_directly_over_the_headings_is_that_of_times_without_dates(
    tmp_path: Path,
) -> None:
    rows = "04/03/2020,\nTime,Event\n10:00,A\n11:00,B\n05/03/2020,\nTime,Event\n09:00,C\n"
    woven = read(tmp_path, rows)
    assert days(woven) == {3: "2020-03-04", 4: "2020-03-04", 7: "2020-03-05"}
    assert "date-over-table" in {f.code for f in woven.findings}


@pytest.mark.parametrize(
    "over", ["04/03/2020,\n,", "Title,\nPrinted 04/03/2020,", "A,\n04/03/2020,HV"]
)
def test_a_day_further_up_or_beside_other_words_is_not(tmp_path: Path, over: str) -> None:
    assert days(read(tmp_path, f"{over}\nTime,Event\n10:00,A\n11:00,B\n")) == {4: "None", 5: "None"}


def test_a_day_over_a_table_without_times_is_that_of_the_document(tmp_path: Path) -> None:
    assert days(read(tmp_path, "04/03/2020,\nEvent,Action\nA,B\nC,D\n")) == {3: "None", 4: "None"}
