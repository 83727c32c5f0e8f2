"""What stands over rows, in the sheet's name or around a row, says what its date leaves out."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Chronology
from chronology.rows.bands import years_in
from tests.chronology.importers.wordxml import cell, document, paragraph, row, table
from tests.chronology.mess.writers import write_xlsx


def read(folder: Path, text: str, name: str = "log.csv") -> Chronology:
    path = folder / name
    path.write_text(text, "utf-8")
    return merge([path])


def days(woven: Chronology) -> dict[int, str]:
    return {e.at.row: f"{e.when.start}" for e in woven.entries}


def asides(woven: Chronology) -> dict[int, str]:
    return {a.row: a.reason for a in woven.submissions[0].sheets[0].set_aside}


def test_a_year_alone_in_its_row_is_the_year_of_the_rows_below(tmp_path: Path) -> None:
    woven = read(tmp_path, "Date,Event\n2019,\n3 May,A\n7 Sept,B\n2021,\n1 Feb,C\n")
    assert days(woven) == {3: "2019-05-03", 4: "2019-09-07", 6: "2021-02-01"}
    assert asides(woven) == {1: "heading", 2: "band", 5: "band"}


def test_a_month_alone_in_its_row_is_the_month_of_bare_days(tmp_path: Path) -> None:
    woven = read(tmp_path, "Date,Event\nMARCH 2021,\nFri 12th,A\n14,B\nApril 2021,\n2nd,C\n")
    assert list(days(woven).values()) == ["2021-03-12", "2021-03-14", "2021-04-02"]
    assert {f.code for f in woven.findings} == {"date-year-assumed"}


def test_a_month_without_a_year_below_another_band_is_the_next_that_comes(tmp_path: Path) -> None:
    months = "Date,Event\nNovember 2019,\n4th,A\n9th,B\nDecember,\n1st,C\nJanuary,\n7th,D\n"
    assert list(days(read(tmp_path, months)).values()) == [
        "2019-11-04", "2019-11-09", "2019-12-01", "2020-01-07",
    ]  # fmt: skip
    back = "Date,Event\nFebruary 2020,\n9th,A\n4th,B\nJanuary,\n7th,C\nDecember,\n3rd,D\n"
    woven = read(tmp_path, back)
    assert {e.event: f"{e.when.start}" for e in woven.entries} == {
        "A": "2020-02-09", "B": "2020-02-04", "C": "2020-01-07", "D": "2019-12-03",
    }  # fmt: skip
    assert "date-year-assumed" in {f.code for f in woven.findings}


def test_a_heading_between_the_tables_of_a_document_is_the_year_of_the_one_below_it(
    tmp_path: Path,
) -> None:
    head = row("Date", "Event")
    path = tmp_path / "gp.docx"
    document(
        path,
        paragraph("Chronology of the GP, prepared in 2022"),
        paragraph("2019"),
        table(head, row("4 Jan", "A"), row("Sept", "B")),
        paragraph("Events in 2020"),
        table(head, row("2 March", "C")),
        table(head, row("3 March", "on the next page")),
        paragraph("March 2021"),
        table(head, row("14th", "D")),
        paragraph("Notes"),
        table(head, row("5 May", "undated: no year stands over it")),
    )
    woven = merge([path])
    read = {(e.at.sheet, e.at.row): f"{e.when.start}" for e in woven.entries}
    assert read == {
        ("table 1", 2): "2019-01-04",
        ("table 1", 3): "2019-09-01",
        ("table 2", 2): "2020-03-02",
        ("table 3", 2): "2020-03-03",
        ("table 4", 2): "2021-03-14",
        ("table 5", 2): "None",
    }
    assert sum(f.code == "date-year-assumed" for f in woven.findings) == 5


def test_a_year_over_headings_that_come_again_is_the_year_of_the_rows_below_them(
    tmp_path: Path,
) -> None:
    woven = read(tmp_path, "2019,\nDate,Event\n12 March,A\n2020,\nDate,Event\n12 March,B\n")
    assert days(woven) == {3: "2019-03-12", 6: "2020-03-12"}


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


def test_a_month_with_nothing_beside_it_is_an_entry_where_no_row_leans_on_it(
    tmp_path: Path,
) -> None:
    woven = read(tmp_path, "Date,Event\nMarch 2021,\n12/09/2022,A\n")
    assert days(woven) == {2: "2021-03-01", 3: "2022-09-12"}


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


def test_a_class_with_its_school_year_is_a_band_over_its_rows(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        "Date,Event\nYear 3 (2020/21),\n14 Sept,A\n15 Jan,B\nYear 4 (2021/22),\n20 May,C\n",
    )
    assert days(woven) == {3: "2020-09-14", 4: "2021-01-15", 6: "2022-05-20"}


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


@pytest.mark.parametrize(
    "words",
    ["Signed written agreement with mother", "Confirmed by hospital that his arm was broken"],
)
def test_what_was_signed_or_confirmed_is_no_signature(tmp_path: Path, words: str) -> None:
    woven = read(tmp_path, f"Date,Event\n12/3/21,Visit\n,{words}\n13/3/21,Call\n")
    assert asides(woven) == {1: "heading"}
    assert {e.event for e in woven.entries} == {"Visit", words, "Call"}


def test_who_signed_below_an_entry_is_kept_with_it(tmp_path: Path) -> None:
    woven = read(tmp_path, "Date,Event\n12/3/21,Visit\n,Signed: J Heron HV\n13/3/21,Call\n")
    assert [dict(e.extra) for e in woven.entries] == [{"Signed below": "Signed: J Heron HV"}, {}]
    assert asides(woven)[3] == "signature"


def test_an_account_that_goes_on_in_the_next_row_has_its_date_and_is_queried(
    tmp_path: Path,
) -> None:
    rows = "Date,Time,Event,By\n12/3/21,0930,Noise reported and,AB\n,,loud music.,\n,,New.,\n"
    woven = read(tmp_path, rows)
    told = [(e.at.row, e.when.start is not None, e.when.time is not None) for e in woven.entries]
    assert told == [(2, True, True), (3, True, True), (4, False, False)]
    assert {f.code for f in woven.findings if f.row == 3} == {"row-goes-on"}


def test_words_alone_under_another_heading_or_of_some_length_are_an_entry(tmp_path: Path) -> None:
    rows = "Ref,Date,Event,Comment\n1,1/2/2021,A,\n,,,The school had told of it\nWard 4,,,\n"
    long = "Seen by the night staff who wrote nothing more of it than this line,,,\n"
    woven = read(tmp_path, rows + long)
    assert asides(woven) == {1: "heading", 4: "band"}
    assert [e.at.row for e in woven.entries] == [2, 3, 5]
    assert woven.entries[1].fields["comment"] == "The school had told of it"


def test_a_table_of_counts_below_the_entries_shows_no_child_as_seen(tmp_path: Path) -> None:
    rows = "Date,Event,Seen\n1/2/2021,A,Y\n\nJan 2021,4,2\nFeb 2021,3,1\n"
    woven = read(tmp_path, rows)
    assert asides(woven) == {1: "heading", 3: "blank", 4: "total", 5: "total"}
    assert [e.at.row for e in woven.entries] == [2]


def test_the_headings_of_a_table_of_counts_are_no_entry(tmp_path: Path) -> None:
    rows = "Date,Event,Seen\n1/2/2021,A,Y\nMonth,Contacts,Seen\nJan 2021,4,2\n"
    woven = read(tmp_path, rows)
    assert asides(woven) == {1: "heading", 3: "heading", 4: "total"}
    assert [e.at.row for e in woven.entries] == [2]


def test_a_title_of_two_months_says_the_years_of_the_rows_between_them(tmp_path: Path) -> None:
    text = "Log from September 2018 to July 2019,\nDate,Event\n5 Sept,A\n9 Jan,B\n"
    assert days(read(tmp_path, text)) == {3: "2018-09-05", 4: "2019-01-09"}


def test_a_day_alone_over_rows_that_begin_with_a_time_is_a_band_and_no_entry(
    tmp_path: Path,
) -> None:
    woven = read(
        tmp_path, "Date/time,Event\n4 March 2019,\n09:30,A\n2pm,B\n5 March 2019,\n8:15,C\n"
    )
    assert [(e.event, f"{e.when.start} {e.when.time:%H:%M}") for e in woven.entries] == [
        ("A", "2019-03-04 09:30"), ("B", "2019-03-04 14:00"), ("C", "2019-03-05 08:15"),
    ]  # fmt: skip


def test_a_year_in_the_heading_of_the_dates_is_that_of_days_without_one(tmp_path: Path) -> None:
    woven = read(tmp_path, "Date (2019),Event\n4 March,A\n12/4,B\n")
    assert list(days(woven).values()) == ["2019-03-04", "2019-04-12"]


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        ("Family moved to nan's house", True), ("Mother gave birth", True), ("Dad home.", True),
        ("Theo born 14/03/2021 at home", True), ("MOTHER LEFT", True), ("Theo (4) fell", True),
        ("Events reported by the school", False), ("After the child was born", False),
        ("Looked after children reviews", False), ("Primary school cont.", False),
        ("April 2021", False), ("Part 2 - Family known to Early Help", False),
    ],
)  # fmt: skip
def test_words_merged_across_that_tell_what_happened_are_an_entry_and_no_heading(
    tmp_path: Path, words: str, tells: bool
) -> None:
    grid = [["Date", "Event", "Seen"], ["12/03/2021", "A", "Yes"], [words], ["19/03/2021", "B", ""]]
    write_xlsx(tmp_path / "log.xlsx", {"Log": grid}, [("Log", "A3:C3")])
    woven = merge([tmp_path / "log.xlsx"])
    assert (words in [e.event for e in woven.entries]) is tells


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


def test_a_year_is_that_of_the_rows_below_it_also_where_the_first_is_no_day_of_it(
    tmp_path: Path,
) -> None:
    woven = read(tmp_path, "Date,Event\n2020,\n4 March,A\n2021,\n29 Feb,B\n1 March,C\n")
    assert days(woven) == {3: "2020-03-04", 5: "None", 6: "2021-03-01"}
    assert asides(woven) == {1: "heading", 2: "band", 4: "band"}
    assert "date-impossible" in {f.code for f in woven.findings}


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


def test_words_across_the_table_are_said_to_stand_between_the_dates_about_them(
    tmp_path: Path,
) -> None:
    path = tmp_path / "gp.docx"
    across = "Around this time mother told the nursery that she was pregnant."
    merged = cell(across, form='<w:gridSpan w:val="2"/>')
    document(
        path,
        table(
            row("Date", "Event"),
            row("01/02/2020", "A"),
            row(merged),
            row("March 2020", "B"),
        ),
    )
    woven = merge([path])
    said = [f.message for f in woven.findings if f.code == "undated-across"]
    assert said == [
        "The row is merged across the table and says no date; it stands below a row of 01/02/2020 "
        "and above a row of March 2020."
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


def test_who_made_it_across_the_table_heads_no_rows_where_only_a_footer_is_below(
    tmp_path: Path,
) -> None:
    made, end = "Chronology completed by J Ash, Named Nurse", "End of chronology"
    grid = [["Date", "Event", "Seen"], ["12/03/2021", "A", "Yes"], [made], [end]]
    write_xlsx(tmp_path / "log.xlsx", {"Log": grid}, [("Log", "A3:C3"), ("Log", "A4:C4")])
    woven = merge([tmp_path / "log.xlsx"])
    assert [a.reason for a in woven.submissions[0].sheets[0].set_aside] == [
        "heading",
        "footer",
        "footer",
    ]
    assert "rows-as-headings" not in [f.code for f in woven.findings]
