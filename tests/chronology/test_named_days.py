"""Days and times that a text names."""

import datetime as dt

from chronology import phrases
from chronology.named_days import clock, named_days, named_times


def test_a_weekday_and_last_night_are_days_up_to_the_one_it_was_written_on() -> None:
    text = "Police rang: arrested on Saturday, and again last night"
    found = named_days(text, phrases.stems(text), dt.date(2023, 5, 24))
    assert found == {dt.date(2023, 5, 20).toordinal(), dt.date(2023, 5, 23).toordinal()}


def test_times_are_read_on_the_face_of_a_clock() -> None:
    assert named_times("SW came 1.15, saw both; left at 14:05.") == {75, 125}
    assert clock(15, 20) == clock(3, 20) == 200


def test_weights_dates_and_money_are_no_times() -> None:
    assert named_times("Wt 3.40kg, 1.50 cm, £4.20, seen 12.05.2022, 10.30%") == frozenset()
