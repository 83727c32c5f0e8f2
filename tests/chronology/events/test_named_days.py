"""Days and times that a text names."""

import datetime as dt

import pytest

from chronology import phrases
from chronology.events.named_days import clock, named_days, named_spans, named_times


def test_a_weekday_and_last_night_are_days_up_to_the_one_it_was_written_on() -> None:
    text = "Police rang: arrested on Saturday, and again last night"
    found = named_days(text, phrases.stems(text), dt.date(2023, 5, 24))
    assert found == {dt.date(2023, 5, 20).toordinal(), dt.date(2023, 5, 23).toordinal()}


def test_a_weekday_to_come_is_no_day_up_to_the_one_it_was_written_on() -> None:
    for text in ("Mother will bring him on Friday", "Review due on Monday", "Seen by Tuesday"):
        assert not named_days(text, phrases.stems(text), dt.date(2023, 5, 24))


def test_times_are_read_on_the_face_of_a_clock() -> None:
    assert named_times("SW came 1.15, saw both; left at 14:05.") == {75, 125}
    assert clock(15, 20) == clock(3, 20) == 200


def test_weights_dates_and_money_are_no_times() -> None:
    assert named_times("Wt 3.40kg, 1.50 cm, £4.20, seen 12.05.2022, 10.30%") == frozenset()


@pytest.mark.parametrize(
    ("text", "written", "day"),
    [
        ("police attendance on the 6th", (2021, 9, 9), (2021, 9, 6)),
        ("found on 20th, late", (2022, 1, 3), (2021, 12, 20)),
        ("asthma attack on New Year's Eve", (2022, 1, 5), (2021, 12, 31)),
        ("burnt hand at Hallowe'en", (2022, 11, 2), (2022, 10, 31)),
        ("rash since New Year\u2019s Day", (2022, 1, 5), (2022, 1, 1)),
        ("seen the day before yesterday", (2022, 1, 10), (2022, 1, 8)),
        ("of last Monday", (2022, 1, 10), (2022, 1, 3)),
    ],
)
def test_a_day_of_the_month_and_a_feast_are_days(
    text: str, written: tuple[int, int, int], day: tuple[int, int, int]
) -> None:
    found = named_days(text, phrases.stems(text), dt.date(*written))
    assert dt.date(*day).toordinal() in found


def test_marks_are_no_march_and_a_birthday_is_no_day() -> None:
    text = "2 marks on arm, the 3rd birthday"
    assert named_days(text, phrases.stems(text), dt.date(2023, 5, 24)) == frozenset()


def test_weeks_and_months_are_named_up_to_the_day_of_writing() -> None:
    def spans(text: str, *day: int) -> list[tuple[dt.date, dt.date]]:
        found = named_spans(text, phrases.stems(text), dt.date(*day))
        return [(dt.date.fromordinal(a), dt.date.fromordinal(b)) for a, b in found]

    assert spans("seen this week", 2021, 2, 11) == [(dt.date(2021, 2, 8), dt.date(2021, 2, 11))]
    assert spans("in hospital last week", 2021, 11, 8) == [
        (dt.date(2021, 11, 1), dt.date(2021, 11, 7))
    ]
    assert spans("held mid Dec", 2021, 1, 11) == [(dt.date(2020, 12, 1), dt.date(2020, 12, 31))]
    assert spans("twins due in June", 2021, 1, 11) == []


def test_months_and_days_written_as_fractions_are_no_days_unless_such_a_day_has_just_been() -> None:
    for text, written in (("5/12 male, cough", (2023, 8, 8)), ("cough 5/7", (2023, 4, 1))):
        assert not named_days(text, phrases.stems(text), dt.date(*written))
    text = "seen in A&E 5/12"
    found = named_days(text, phrases.stems(text), dt.date(2023, 12, 9))
    assert found == {dt.date(2023, 12, 5).toordinal()}
