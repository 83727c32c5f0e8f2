"""Dates told loosely beside a dated row, and who lies within them."""

from __future__ import annotations

import datetime as dt

import pytest

from caseweave.crosschecks.said_when import date_said
from chronology.number_words import number

DAY = dt.date(2022, 5, 4)
WITHIN = (
    ("in the week before Easter", dt.date(2022, 4, 12)),
    ("on Easter Sunday", dt.date(2022, 4, 17)),
    ("a year to the day since", dt.date(2021, 5, 4)),
    ("three weeks ago", dt.date(2022, 4, 13)),
    ("eighteen months ago", dt.date(2020, 11, 4)),
    ("last week", dt.date(2022, 4, 27)),
    ("last month", dt.date(2022, 4, 2)),
    ("last summer", dt.date(2021, 7, 1)),
    ("in the spring of 2019", dt.date(2019, 4, 1)),
    ("at Christmas", dt.date(2021, 12, 25)),
    ("on Boxing Day 2019", dt.date(2019, 12, 26)),
    ("before Christmas", dt.date(2021, 11, 1)),
    ("on 3 September", dt.date(2021, 9, 3)),
    ("on the third of September", dt.date(2021, 9, 3)),
    ("in November", dt.date(2021, 11, 9)),
    ("in 2018", dt.date(2018, 6, 1)),
    ("on 04/11/2021", dt.date(2021, 11, 4)),
    ("yesterday", dt.date(2022, 5, 3)),
    ("on Friday", dt.date(2022, 4, 29)),
)
NOT_WITHIN = (
    ("in the week before Easter", dt.date(2022, 1, 19)),
    ("a year to the day since", dt.date(2021, 5, 28)),
    ("three weeks ago", dt.date(2022, 1, 19)),
    ("last summer", dt.date(2021, 3, 1)),
    ("at Christmas", dt.date(2022, 1, 30)),
    ("on Boxing Day 2019", dt.date(2021, 12, 26)),
    ("in November", dt.date(2020, 11, 9)),
    ("on Friday", dt.date(2022, 4, 1)),
)


def _holds(words: str, day: dt.date) -> bool:
    said = date_said(words, DAY)
    assert said is not None
    assert said.start is not None
    assert said.end is not None
    return said.start <= day <= said.end


@pytest.mark.parametrize(("words", "day"), WITHIN)
def test_a_day_lies_within_what_is_told(words: str, day: dt.date) -> None:
    assert _holds(words, day)


@pytest.mark.parametrize(("words", "day"), NOT_WITHIN)
def test_another_day_lies_outside_it(words: str, day: dt.date) -> None:
    assert not _holds(words, day)


@pytest.mark.parametrize("words", ["in hospital", "of a stroke", "after a long illness"])
def test_words_without_a_date_have_none(words: str) -> None:
    assert date_said(words, DAY) is None


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2008, 3, 23), (2011, 4, 24), (2021, 4, 4), (2038, 4, 25)]
)
def test_easter_is_the_day_in_the_calendar(year: int, month: int, day: int) -> None:
    said = date_said("at Easter", dt.date(year, 6, 1))
    easter = dt.date(year, month, day)
    about = dt.timedelta(days=14)
    assert said is not None
    assert (said.start, said.end) == (easter - about, easter + about)


@pytest.mark.parametrize(
    ("word", "value"), [("7", 7), ("four", 4), ("Fourth", 4), ("forty", 40), ("thirty-five", 35)]
)
def test_numbers_are_read_as_spelled(word: str, value: int) -> None:
    assert number(word) == value
