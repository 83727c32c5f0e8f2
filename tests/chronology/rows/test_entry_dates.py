"""The words of a time that says more than is shown are kept as sent."""

import datetime as dt
from pathlib import Path

import pytest

from chronology import merge
from tests.chronology.mess.writers import write_xlsx


@pytest.mark.parametrize(
    ("words", "shown", "kept"),
    [
        ("14:00", "14:00-", ""),
        ("0830hrs", "08:30-", ""),
        ("14:00-16:00", "14:00-16:00", ""),
        ("1400hrs to 1600hrs", "14:00-16:00", ""),
        ("approx 3pm", "15:00-", "approx 3pm"),
        ("12.00 midnight", "00:00-", "12.00 midnight"),
        ("between 2 and 4pm", "14:00-16:00", "between 2 and 4pm"),
        ("5 to 7pm", "17:00-19:00", "5 to 7pm"),
        ("evening (19:30)", "19:30-", "evening (19:30)"),
        ("12/03/2021 09:15", "09:15-", "12/03/2021 09:15"),
    ],
)
def test_a_time_in_words_is_kept_beside_its_reading(
    tmp_path: Path, words: str, shown: str, kept: str
) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f"Date,Time,Event\n12/03/2021,{words},Call\n", "utf-8")
    (entry,) = merge([path]).entries
    start, end = entry.when.time, entry.when.end_time
    assert f"{start:%H:%M}-{f'{end:%H:%M}' if end else ''}" == shown
    assert entry.extra.get("Time", "") == kept


@pytest.mark.parametrize("words", ["14", "2575", "99:99"])
def test_a_number_that_is_no_time_is_kept_as_sent(tmp_path: Path, words: str) -> None:
    path = tmp_path / "log.csv"
    rows = f"12/03/2021,{words},09:15,Call\n13/03/2021,09:15,{words},Call\n"
    path.write_text(f"Date,Start time,End time,Event\n{rows}", "utf-8")
    first, second = merge([path]).entries
    assert first.when.time is None
    assert first.extra["Start time"] == words
    assert second.when.end_time is None
    assert second.extra["End time"] == words


def test_a_time_that_differs_from_that_in_the_date_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    rows = "12/03/2021 09:15,10:00,Call\n12/03/2021 11:00,11.00,Call\n"
    path.write_text(f"Date,Time,Event\n{rows}", "utf-8")
    chronology = merge([path])
    assert [f"{entry.when.time:%H:%M}" for entry in chronology.entries] == ["10:00", "11:00"]
    (found,) = [f for f in chronology.findings if f.code == "time-ambiguous"]
    assert (found.row, found.cell) == (2, "B2")


def test_a_time_of_greenwich_beside_a_day_in_summer_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Date,Time,Event\n12/03/2021,14:30Z,Call\n12/07/2021,14:30Z,Call\n", "utf-8")
    found = [f.row for f in merge([path]).findings if f.code == "time-ambiguous"]
    assert found == [3]


@pytest.mark.parametrize("midnight", ["12:00 AM", "12:00:00 AM", "00:00:00"])
def test_midnight_behind_a_day_is_no_other_time_than_that_of_the_time_column(
    tmp_path: Path, midnight: str
) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f"Date,Time,Event\n04/03/2021 {midnight},14:30,Call\n", "utf-8")
    woven = merge([path])
    assert [f.code for f in woven.findings if f.code == "time-ambiguous"] == []
    assert woven.entries[0].when.time == dt.time(14, 30)


@pytest.mark.parametrize(
    ("heads", "row"), [("Date", "{:02}/07/2021 14:30Z"), ("Date,Time", "{:02}/07/2021,14:30Z")]
)
def test_the_times_of_greenwich_of_a_whole_export_are_asked_about_once(
    tmp_path: Path, heads: str, row: str
) -> None:
    path = tmp_path / "log.csv"
    rows = "\n".join(f"{row.format(n)},Call" for n in range(1, 7))
    path.write_text(f"{heads},Event\n{rows}\n", "utf-8")
    (found,) = [f for f in merge([path]).findings if f.code == "time-ambiguous"]
    assert found.row is None or found.row < 2
    assert found.message.startswith("6 times have a zone that the UK did not keep on that day.")
    assert "01/07/2021 15:30 by the clock in the UK" in found.message


def test_a_row_without_a_time_is_of_that_at_which_the_child_was_seen(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Date,Time child seen,Event\n12/03/2021,09:15,Visit\n", "utf-8")
    (entry,) = merge([path]).entries
    assert entry.when.time == dt.time(9, 15)


def test_the_end_of_a_row_that_has_no_date_is_kept_as_sent(tmp_path: Path) -> None:
    path = tmp_path / "ward.csv"
    rows = "12/3/2019,13/3/2019,10:00,A\nunknown,15/3/2019,10:00,B\n"
    path.write_text(f"From,To,End time,Event\n{rows}", "utf-8")
    _, entry = merge([path]).entries
    assert (entry.when.dated, entry.extra) == (False, {"To": "15/3/2019", "End time": "10:00"})


def test_an_end_date_that_is_not_read_leaves_the_row_its_date(tmp_path: Path) -> None:
    path = tmp_path / "ward.csv"
    text = "Date of admission,Discharge date,Event\n12/3/2019,to be found,A\n13/3/2019,Still in,B\n"
    path.write_text(text, encoding="utf-8")
    woven = merge([path])
    told = [f.message for f in woven.findings if f.code == "date-not-read"]
    assert told == [
        "'to be found' cannot be read as a date. The row keeps its date, without an end."
    ]
    assert woven.entries[1].when.end is None


@pytest.mark.parametrize(("words", "kept"), [("n/k", "n/k"), ("not known", "not known"), ("-", "")])
def test_that_an_end_date_is_not_known_is_kept(tmp_path: Path, words: str, kept: str) -> None:
    path = tmp_path / "ward.csv"
    path.write_text(f"From,To,Event\n12/3/2019,{words},A\n", encoding="utf-8")
    (entry,) = merge([path]).entries
    assert (str(entry.when.start), entry.extra.get("To", "")) == ("2019-03-12", kept)


def test_dates_that_are_formulas_without_results_are_not_those_of_the_rows_above(
    tmp_path: Path,
) -> None:
    rows = [[dt.date(2021, 3, 4), "A"], *([f"=A{n}+7", "B"] for n in range(2, 6))]
    write_xlsx(tmp_path / "log.xlsx", {"Log": [["Date", "Event"], *rows]})
    woven = merge([tmp_path / "log.xlsx"])
    assert [e.when.dated for e in woven.entries] == [True, False, False, False, False]


def test_times_past_midnight_beside_two_days_in_a_row_are_of_the_first_and_the_last(
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.csv"
    rows = "4/3/2021 - 5/3/2021,2330-0045,Fight\n4/3/2021 - 8/3/2021,22:00-06:00,Nights\n"
    path.write_text(f"Date,Time,Event\n{rows}", "utf-8")
    fight, nights = merge([path]).entries
    assert (fight.when.time, fight.when.end_time) == (dt.time(23, 30), dt.time(0, 45))
    assert (nights.when.time, nights.extra) == (None, {"Time": "22:00-06:00"})
