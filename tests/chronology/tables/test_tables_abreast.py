"""Tables beside each other on one sheet are read one after the other, each under its own dates."""

from pathlib import Path

from chronology import merge
from chronology.model import Chronology


def read(folder: Path, text: str) -> Chronology:
    path = folder / "log.csv"
    path.write_text(text, "utf-8")
    woven = merge([path])
    for sheet in woven.submissions[0].sheets:
        assert sheet.rows == sheet.entries + len(sheet.set_aside)
    return woven


def told(woven: Chronology) -> list[tuple[str, int | None, str, str]]:
    return [(e.at.sheet, e.at.row, f"{e.when.start}", e.event) for e in woven.entries]


def test_the_right_table_has_its_own_dates_and_no_event_stands_under_another_ones(
    tmp_path: Path,
) -> None:
    woven = read(
        tmp_path,
        "Contacts of the clinic\nDate,Event,Worker,,Date,Event,Worker\n"
        "05/01/2021,A,AB,,07/01/2021,C,CD\n06/01/2021,B,AB,,,,\n",
    )
    assert told(woven) == [
        ("log", 3, "2021-01-05", "A"),
        ("log", 4, "2021-01-06", "B"),
        ("log (from column E)", 3, "2021-01-07", "C"),
    ]
    assert [e.fields["professional"] for e in woven.entries] == ["AB", "AB", "CD"]
    right = woven.submissions[0].sheets[1]
    assert [(a.row, a.reason) for a in right.set_aside] == [(1, "title"), (2, "heading")]
    assert [f.sheet for f in woven.findings if f.code == "table-beside"] == ["log (from column E)"]


def test_other_words_for_the_same_headings_are_the_same_headings(tmp_path: Path) -> None:
    woven = read(tmp_path, "Date,Event,Date,Contact\n05/01/2021,A,07/01/2021,B\n")
    assert [start for _, _, start, _ in told(woven)] == ["2021-01-05", "2021-01-07"]


def test_a_second_date_beside_other_headings_is_no_second_table(tmp_path: Path) -> None:
    woven = read(tmp_path, "Date,Event,Date recorded,Notes\n05/01/2021,A,07/01/2021,B\n")
    assert told(woven) == [("log", 2, "2021-01-05", "A\nB")]


SIDES = "Date,Incident,Officer,,Date,Contact,Outcome\n"


def test_an_empty_column_parts_tables_under_different_headings(tmp_path: Path) -> None:
    rows = "05/01/2021,A,PC 1,,07/02/2021,B,ok\n,,,,08/02/2021,C,WNB\n"
    assert told(read(tmp_path, SIDES + rows)) == [
        ("log", 2, "2021-01-05", "A"),
        ("log (from column E)", 2, "2021-02-07", "B"),
        ("log (from column E)", 3, "2021-02-08", "C"),
    ]


def test_a_name_over_each_of_them_is_the_agency_of_that_one(tmp_path: Path) -> None:
    rows = "Police,,,,GP,,\n" + SIDES + "05/01/2021,A,PC 1,,07/02/2021,B,ok\n"
    assert [e.agency for e in read(tmp_path, rows).entries] == ["Police", "GP"]


def test_without_an_empty_column_a_second_date_beside_a_second_event_parts_nothing(
    tmp_path: Path,
) -> None:
    rows = "Date,Incident,Officer,Date,Contact,Outcome\n05/01/2021,A,PC 1,07/02/2021,B,ok\n"
    assert told(read(tmp_path, rows)) == [("log", 2, "2021-01-05", "A\nB")]


def test_what_stands_left_of_the_first_heading_stays_with_the_first_table(tmp_path: Path) -> None:
    for headings in ("Date,Incident,,Date,Contact", "Date,Event,,Date,Event"):
        rows = f",{headings}\nSee file 2,05/01/2021,A,,07/02/2021,B\n"
        extra = [e.extra for e in read(tmp_path, rows).entries]
        assert extra == [{"column 1": "See file 2"}, {}]
