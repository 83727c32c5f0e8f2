"""How an entry of a list begins, and which lines may hide one that begins otherwise."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.importers.beginnings import begun_with
from chronology.model import Chronology

LIST = "02/03/2020 Alpha visit.\n{}\n10/03/2020 Call received.\n12/03/2020 Letter sent.\n"


def woven(tmp_path: Path, text: str) -> Chronology:
    path = tmp_path / "school.txt"
    path.write_text(text, encoding="utf-8")
    return merge([path])


def codes(found: Chronology) -> list[str]:
    return [finding.code for finding in found.findings]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Entry 3: 04/03/2020 Visit", "04/03/2020"),
        ("#3 04/03/2020 Visit", "04/03/2020"),
        ("10:00 04/03/2020 Visit", "10:00 04/03/2020"),
        ("At 10am on 4 March 2020 Visit", "At 10am on 4 March 2020"),
        ("04/03/2020T10:00 Visit", "04/03/2020T10:00"),
        ("04/03/2020 | 10:00 | Visit", "04/03/2020 | 10:00"),
        ("2020/03/04 Visit", "2020/03/04"),
        ("20200304 Visit", "20200304"),
        ("04 03 2020 Visit", "04 03 2020"),
        ("4-6/3/2020 Visit", "4-6/3/2020"),
        ("4/3-6/3/2020 Visit", "4/3-6/3/2020"),
        ("4 Febuary 2020 Visit", "4 Febuary 2020"),
        ("c. March 2020: Visit", "c. March 2020"),
        ("On or around 4 March 2020 - Visit", "On or around 4 March 2020"),
        ("March - April 2020: Visit", "March - April 2020"),
        ("March to May 2020 Visit", "March to May 2020"),
        ("Feb 2020 - April 2020: Visit", "Feb 2020 - April 2020"),
    ],
)
def test_a_date_may_be_written_in_any_of_these_ways(line: str, date: str) -> None:
    begun = begun_with(line, "")
    assert begun is not None
    assert (begun.date, begun.words) == (date, "Visit")


@pytest.mark.parametrize(
    "line",
    ["Spring term 2020", "End of March 2020", "May \u2013 June 2020:", "04/03/2O20", "Undated"],
)
def test_a_line_that_is_a_date_and_nothing_else_begins_an_entry(line: str) -> None:
    begun = begun_with(line, "")
    assert begun is not None
    assert begun.words == ""


@pytest.mark.parametrize(
    "line",
    [
        "Contact 4 March 2020 with GP",
        "1 - 04/03/2020 Visit",
        "10/10",
        "24/7",
        "to 19 July 2023",
        "9 - 10am: bath",
        "4 - 5 pm - call",
        "10 - 11: maths",
        "10-12: play",
        "12-1: lunch",
        "07700 900123",
        "4 visits 2020 in all",
        "20201234 is the reference",
        "04/03/202 Visit",
        "Section 47",
        "N/K",
        "120/80",
    ],
)
def test_other_numbers_and_dates_that_may_be_part_of_one_begin_no_entry(line: str) -> None:
    assert begun_with(line, "") is None


@pytest.mark.parametrize(
    "line",
    [
        "HV: 04/03/2020 Visit",
        "Visit on 04/03/2020",
        "(04/03/2020) Visit",
        "March 4th Visit",
        "Wed 4/3 Visit",
        "Next day: Visit",
        "Two days later Visit",
        "By March 2020, Visit",
        "04/03/202 Visit",
        "xx/03/2020 Visit",
        "Tuesday",
        "Wed 4th",
        "In March 2018 there had been a like incident",
        "10-12: play",
    ],
)
def test_a_line_within_an_entry_that_names_another_day_at_its_beginning_is_asked_about(
    tmp_path: Path, line: str
) -> None:
    found = woven(tmp_path, LIST.format(line))
    assert len(found.entries) == 3
    assert "dated-within" in codes(found)


@pytest.mark.parametrize(
    "line",
    [
        "Seen at home by the health visitor",
        "Letter dated 04/03/2020 received",
        "DOB: 04/03/2018",
        "Validated by L Marsh 05/03/2020",
        "Repeated 02/03/2020 by fax",
        "2 days of nursery a week",
        "12 March Road, no reply",
        "Ref 12/3/2020-44",
    ],
)
def test_a_date_of_something_else_or_of_the_entry_itself_is_not_asked_about(
    tmp_path: Path, line: str
) -> None:
    assert "dated-within" not in codes(woven(tmp_path, LIST.format(line)))


def test_a_month_in_prose_begins_an_entry_with_or_without_a_comma(tmp_path: Path) -> None:
    told = "In January 2019, he was referred.\nIn March 2019 he was seen.\nIn May 2019, he moved.\n"
    assert [e.event for e in woven(tmp_path, told).entries] == [
        "he was referred.",
        "he was seen.",
        "he moved.",
    ]


def test_a_month_in_prose_is_an_entry_where_the_entries_go_back_in_time(tmp_path: Path) -> None:
    told = "12/03/2020 Call.\n10/03/2020 Visit.\nIn January 2020 he was referred.\n"
    assert [e.when.text for e in woven(tmp_path, told).entries] == [
        "January 2020",
        "10/03/2020",
        "12/03/2020",
    ]


def test_a_month_below_days_of_a_year_may_be_a_name_and_is_asked_about(tmp_path: Path) -> None:
    told = "2020\n04/03 Visit\nJune - aunt - rang\n11/03 Call\n18/03 Call\n"
    found = woven(tmp_path, told)
    assert [e.event for e in found.entries] == ["Visit\nJune - aunt - rang", "Call", "Call"]
    assert "dated-within" in codes(found)


def test_a_day_over_times_is_a_band_also_without_a_year(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        "Thursday 5 March 2020\n0930 Call from school.\n1015 \u2013 Visit.\n"
        "Saturday 7 March\n0900: Seen.\n11.00 Home visit.\n",
    )
    told = [(e.at.row, f"{e.when.start} {e.when.time}", e.event) for e in found.entries]
    assert told == [
        (2, "2020-03-05 09:30:00", "Call from school."),
        (3, "2020-03-05 10:15:00", "Visit."),
        (5, "2020-03-07 09:00:00", "Seen."),
        (6, "2020-03-07 11:00:00", "Home visit."),
    ]
    assert "rows-as-headings" not in codes(found)


def test_months_with_their_words_below_a_year_alone_are_of_that_year(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        "2018\nBorn at term.\nJanuary \u2013 birth visit.\nMarch: check.\n2019\nJune - moved.\n",
    )
    told = [(e.at.row, str(e.when.start), e.event) for e in found.entries]
    assert told == [
        (1, "2018-01-01", "Born at term."),
        (3, "2018-01-01", "birth visit."),
        (4, "2018-03-01", "check."),
        (6, "2019-06-01", "moved."),
    ]


def test_a_month_alone_below_a_label_answers_it_and_is_asked_about(tmp_path: Path) -> None:
    found = woven(tmp_path, LIST.format("Due to start at nursery:\nSpring 2021"))
    assert found.entries[0].event.endswith("nursery:\nSpring 2021")
    assert "dated-within" in codes(found)


def test_a_date_alone_below_a_line_left_open_goes_on_from_it_and_is_asked_about(
    tmp_path: Path,
) -> None:
    found = woven(tmp_path, LIST.format("Last seen by the health visitor on the\n3rd March 2020."))
    assert found.entries[0].event.endswith("on the 3rd March 2020.")
    assert "dated-within" in codes(found)


def test_a_day_and_a_month_with_a_hyphen_begin_an_entry_below_a_year_alone(tmp_path: Path) -> None:
    found = woven(tmp_path, "2020\n10-3 - Call\n12-3 - Letter\n11-4 - Visit\n")
    assert [str(e.when.start) for e in found.entries] == ["2020-03-10", "2020-03-12", "2020-04-11"]


def test_hours_below_a_month_are_no_days(tmp_path: Path) -> None:
    found = woven(tmp_path, "March 2020\n4th - seen\n10-12: at home\n5th - seen\n6th - seen\n")
    assert [e.when.start.isoformat() for e in found.entries if e.when.start] == [
        "2020-03-04",
        "2020-03-05",
        "2020-03-06",
    ]
