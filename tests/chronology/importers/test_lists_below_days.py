"""Days, months and years that stand alone in a list, and times and days below them."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.importers.lists import read_list
from tests.chronology.importers.listed import days, entries, lines, read


def test_a_date_alone_is_the_date_of_the_paragraphs_or_the_times_below_it() -> None:
    found = read(
        "12 March 2021\nSeen at home.\nMonday 15-Mar-21\n09:30 - Call\n2pm Visit\n12.50 paid\n"
        "16.03.2021\nLetter"
    )
    assert entries(found) == {
        1: ("12 March 2021", "Seen at home."),
        3: ("Monday 15-Mar-21", "None"),
        4: ("Monday 15-Mar-21 09:30", "Call"),
        5: ("Monday 15-Mar-21 2pm", "Visit\n12.50 paid"),
        7: ("16.03.2021", "Letter"),
    }


def test_a_time_alone_below_a_day_alone_is_the_time_of_the_words_below_both() -> None:
    found = read(
        "04/03/2019\n10:00\nHome visit.\n11:30\nCall.\n05/03/2019\nn/k\nLetter.\n"
        "06/03/2019\n14:30\nNo access.\n"
    )
    told = {at: said for at, said in entries(found).items() if said[1] != "None"}
    assert told == {
        2: ("04/03/2019 10:00", "Home visit."),
        4: ("04/03/2019 11:30", "Call."),
        6: ("05/03/2019", "n/k\nLetter."),
        10: ("06/03/2019 14:30", "No access."),
    }


def test_days_with_dots_below_a_year_are_days_and_no_times_and_measures_are_no_numbers(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ward.txt"
    path.write_text(
        "2019\n12.03 - Admitted.\n2.5 mg given.\n13.03 - Weighed at\n10.4 kg.\n14.03 - Home.\n"
    )
    woven = merge([path])
    assert days(woven) == {2: "2019-03-12", 4: "2019-03-13", 6: "2019-03-14"}
    path.write_text(
        "3.1 On 4 March 2019 he was weighed.\n10.4 kg was noted.\n3.2 On 5 March 2019 a call.\n"
        "3.3 Nothing more.\n3.4 On 6 March 2019 a letter.\n"
    )
    assert days(merge([path])) == {
        1: "2019-03-04", 3: "2019-03-05", 4: "None", 5: "2019-03-06",
    }  # fmt: skip


def test_times_of_four_digits_and_with_a_dot_below_a_day_begin_entries_of_that_day() -> None:
    found = read(
        "Monday 4 March 2019\n0900 Nursery rang\n10.30 SW visited\n2.50 was paid\n"
        "5 March 2019\n2019 was reviewed\n6 March 2019\nCall\n"
    )
    told = {at: said for at, said in entries(found).items() if said[1] != "None"}
    assert told == {
        2: ("Monday 4 March 2019 0900", "Nursery rang"),
        3: ("Monday 4 March 2019 10.30", "SW visited\n2.50 was paid"),
        5: ("5 March 2019", "2019 was reviewed"),
        7: ("6 March 2019", "Call"),
    }


def test_months_alone_below_a_year_or_another_month_are_bands(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text(
        "2019\nMarch\n4th: Visit\nApril was quiet\n12th: Call\nApril\n1st: Clinic\n2020\nJanuary\n"
        "7th: Letter\n"
    )
    woven = merge([path])
    assert days(woven) == {3: "2019-03-04", 5: "2019-03-12", 7: "2019-04-01", 10: "2020-01-07"}
    assert woven.entries[0].event == "Visit\nApril was quiet"


def test_words_below_a_date_that_stands_alone_may_begin_in_another_month() -> None:
    found = read(
        "12 June 2021\nVisit.\nIn March 2019 mother had told the GP.\nPlan made.\n"
        "13 June 2021\nCall.\n14 June 2021\nLetter.\n"
    )
    assert entries(found)[1] == (
        "12 June 2021", "Visit.\nIn March 2019 mother had told the GP.\nPlan made.",
    )  # fmt: skip


def test_a_line_that_is_only_a_date_goes_on_from_a_line_that_was_left_open() -> None:
    told = "01/03/2021 Visit. He was last seen on the\n3rd March.\n08/03/2021 Call\n9/3/21 Visit\n"
    for wrapped in (True, False):
        found = read_list("log", lines(told), wrapped=wrapped)
        assert found is not None
        assert [*entries(found)] == [1, 3, 4]
        assert entries(found)[1] == ("01/03/2021", "Visit. He was last seen on the 3rd March.")


def test_a_day_without_year_alone_below_a_full_line_is_an_entry_only_among_others_alone() -> None:
    told = "Visit. Mother told the health visitor that he was seen on Tuesday\n3rd March\n"
    for first, begin in (("01/03/2021 ", [1, 3, 4]), ("2021\n1st March\n", [1, 2, 4, 5, 6])):
        found = read(f"{first}{told}08/03/2021 Call\n9/3/21 Visit\n")
        assert [*entries(found)] == begin
    told = (
        "12/03/2021\nVisit by duty worker and\n14/03/2021\nMeeting with him from\n16/03/2021\nRang."
    )
    assert [*entries(read(told))] == [1, 3, 5]


def test_days_below_a_year_may_be_followed_by_words_at_once(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text(
        "2018\n\n9/1 Referral received, low mood, no debts.\n"
        "15/2 Mother attended the clinic, prescription issued, no more of it and no\n"
        "1/2 Price of the taxi was repaid.\n15/3 Repairs to boiler agreed, keys with neighbour.\n"
        "\n2019\n\n20/1 Home visit, all quiet.\n23/4 Report of noise, nobody in.\n",
        "utf-8",
    )
    woven = merge([path])
    told = {3: "2018-01-09", 4: "2018-02-15", 6: "2018-03-15", 10: "2019-01-20", 11: "2019-04-23"}
    assert days(woven) == told
    assert woven.entries[0].event == "Referral received, low mood, no debts."


def test_below_a_year_over_whole_dates_a_score_begins_no_entry(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text(
        "2021\n12/01/2021 Home visit, mother in pain.\n9/10 Pain score, as she told it.\n"
        "13/02/2021 Father rang.\n14/03/2021 Meeting at school.\n2022\n9/1 Letter sent.\n",
        "utf-8",
    )
    woven = merge([path])
    assert days(woven) == {2: "2021-01-12", 4: "2021-02-13", 5: "2021-03-14", 7: "2022-01-09"}


@pytest.mark.parametrize(
    "words",
    ["50/50 Shared care.", "12/14 Elm Row.", "16/40 Pregnant.", "0/10 Pain.", "1/52 Leave."],
)
def test_numbers_that_are_no_day_of_a_month_begin_no_entry_below_a_year(
    tmp_path: Path, words: str
) -> None:
    path = tmp_path / "log.txt"
    path.write_text(f"2021\n9/1 Letter sent.\n12/1 Visit.\n{words}\n3/2 Father rang.\n", "utf-8")
    woven = merge([path])
    assert days(woven) == {2: "2021-01-09", 3: "2021-01-12", 5: "2021-02-03"}
    assert woven.entries[1].event == f"Visit.\n{words}"


def test_a_line_that_is_open_day_and_night_is_of_no_day_in_july(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    lines_of = "9/1 Letter sent.\n24/7 Crisis line number given.\n24/7 Visit.\n3/8 Father rang.\n"
    path.write_text(f"2021\n{lines_of}", "utf-8")
    assert days(merge([path])) == {2: "2021-01-09", 4: "2021-07-24", 5: "2021-08-03"}


def test_days_that_stand_alone_below_a_year_or_month_are_over_what_follows(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text(
        "2021\n9 January\nLetter sent.\n12 January\nVisit.\nMarch 2021\nFri 12th\nCall.\n", "utf-8"
    )
    woven = merge([path])
    assert [(e.event, f"{e.when.start}") for e in woven.entries] == [
        ("Letter sent.", "2021-01-09"), ("Visit.", "2021-01-12"), ("Call.", "2021-03-12"),
    ]  # fmt: skip
