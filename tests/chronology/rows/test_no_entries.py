"""Rows that show how to fill in a form are no entries; rows that only speak of an example are."""

from pathlib import Path

from chronology import merge
from tests.chronology.mess.writers import write_xlsx


def read(folder: Path, rows: str) -> tuple[list[str], dict[int, str]]:
    path = folder / "log.csv"
    path.write_text("Type,Date,Event,Child seen Y/N\n" + rows, "utf-8")
    woven = merge([path])
    aside = {a.row: a.reason for a in woven.submissions[0].sheets[0].set_aside if a.row > 1}
    return sorted(e.event for e in woven.entries), aside


def test_examples_and_rows_still_to_be_filled_in_are_set_aside(tmp_path: Path) -> None:
    entries, aside = read(
        tmp_path,
        ",e.g. 1/1/2020,Home visit,Y\nEG,1/1/2020,Home visit,Y\nExample row,1/1/2020,Visit,Y\n"
        ",dd/mm/yyyy,Describe what happened,Y/N\n,SAMPLE,Visit,Y\n,Example,Visit,Y\n"
        ",Please enter as DD/MM/YYYY,Describe what happened in full,Y\n,2/1/2020,Call,N\n"
        ",Not known (dd/mm/yyyy),Letter,N\n(24h),(dd/mm/yy),(what was said or done),\n",
    )
    assert entries == ["Call", "Letter"]
    assert aside == dict.fromkeys((*range(2, 9), 11), "example")


def test_words_of_a_sample_or_of_an_example_are_entries(tmp_path: Path) -> None:
    entries, aside = read(
        tmp_path,
        "Sample,5/1/2021,Urine sent,Y\n,,Sample sent to the lab,\n"
        ",,Example of shouting given by mother,\n,dd/mm/yyyy,Visit without a date,Yes\n",
    )
    assert entries == [
        "Example of shouting given by mother",
        "Sample sent to the lab",
        "Urine sent",
        "Visit without a date",
    ]
    assert aside == {}


def test_a_row_over_which_a_heading_is_merged_down_is_an_entry_without_a_date(
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.xlsx"
    rows = [["Date", "Time", "Event"], [None, "11:00", "Call"], ["11/03/2021", "09:00", "Visit"]]
    write_xlsx(path, {"Log": rows}, [("Log", "A1:A2")])
    woven = merge([path])
    assert [(e.at.row, e.when.dated, e.event) for e in woven.entries] == [
        (3, True, "Visit"),
        (2, False, "Call"),
    ]


def told(folder: Path, rows: str) -> tuple[list[tuple[str, str]], dict[int, str]]:
    path = folder / "log.csv"
    path.write_text("Date,Event,Child seen Y/N\n4/3/2021,Visit,Y\n" + rows, "utf-8")
    woven = merge([path])
    aside = {a.row: a.reason for a in woven.submissions[0].sheets[0].set_aside if a.row > 1}
    return [(e.event, e.fields.get("analysis", "")) for e in woven.entries], aside


def test_words_alone_under_the_date_that_head_rows_are_bands_and_subtotals_footers(
    tmp_path: Path,
) -> None:
    entries, aside = told(
        tmp_path, "SECTION B: KEY EVENTS,,\nWorker: S Oak,,\n5/3/2021,Call,N\nSubtotal: 2,,\n"
    )
    assert entries == [("Visit", ""), ("Call", "")]
    assert aside == {3: "band", 4: "band", 6: "footer"}


def test_an_account_alone_under_the_date_is_what_happened_and_an_analysis_is_that(
    tmp_path: Path,
) -> None:
    account = "Around this time the family was said to have moved in with her nan"
    analysis = "Analysis: the worker did not speak with the child that day and should have"
    moved = "Around 05/03/2021 he is said to have moved"
    others = "No contact,,\nSection 20,,\n4/3/2O2x1,,\nThursday 4 March 2022 at 10am,,\n"
    labelled = ["Type: call to mum", "Child: Bruise to cheek", "Location: Home, no reply"]
    others += "".join(f'"{words}",,\n' for words in labelled)
    entries, aside = told(tmp_path, f"{account},,\n{analysis},,\n{moved},,\n{others}")
    assert entries == [
        ("Visit", ""), (moved, ""), ("", ""), (account, ""), ("", analysis), ("No contact", ""),
        ("Section 20", ""), ("", ""), *((words, "") for words in labelled),
    ]  # fmt: skip
    assert aside == {}
