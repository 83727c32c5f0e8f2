"""What stands over rows, in the sheet's name or around a row, says what its date leaves out."""

from pathlib import Path

import pytest

from chronology import merge
from tests.chronology.importers.wordxml import cell, document, paragraph, row, table
from tests.chronology.mess.writers import write_xlsx
from tests.chronology.rows.banded import asides, days, read


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


def test_a_month_with_nothing_beside_it_is_an_entry_where_no_row_leans_on_it(
    tmp_path: Path,
) -> None:
    woven = read(tmp_path, "Date,Event\nMarch 2021,\n12/09/2022,A\n")
    assert days(woven) == {2: "2021-03-01", 3: "2022-09-12"}


def test_a_class_with_its_school_year_is_a_band_over_its_rows(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        "Date,Event\nYear 3 (2020/21),\n14 Sept,A\n15 Jan,B\nYear 4 (2021/22),\n20 May,C\n",
    )
    assert days(woven) == {3: "2020-09-14", 4: "2021-01-15", 6: "2022-05-20"}


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


def test_a_year_is_that_of_the_rows_below_it_also_where_the_first_is_no_day_of_it(
    tmp_path: Path,
) -> None:
    woven = read(tmp_path, "Date,Event\n2020,\n4 March,A\n2021,\n29 Feb,B\n1 March,C\n")
    assert days(woven) == {3: "2020-03-04", 5: "None", 6: "2021-03-01"}
    assert asides(woven) == {1: "heading", 2: "band", 4: "band"}
    assert "date-impossible" in {f.code for f in woven.findings}


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
