"""Ages are never more exact than the dates from which they are reckoned."""

from __future__ import annotations

import datetime as dt

import pytest

from genogram.formats.family_dates import when_from
from genogram.placing.ages import age, age_at_death

DAY = dt.date(2020, 6, 1)


@pytest.mark.parametrize(
    ("born", "told"),
    [
        ("1 June 1990", "30"),
        ("2 June 1990", "29"),
        ("1990", "29 or 30"),
        ("about 1990", "about 29"),
        ("between 1985 and 1990", "29 to 35"),
        ("about 2018", "about 1"),
        ("about 2020", "under 1"),
        ("2020", "under 1"),
        ("2019", "under 2"),
        ("28 May 2020", "4 days"),
        ("1 May 2020", "4 weeks"),
        ("1 June 2019", "12 months"),
        ("before 1990", ""),
        ("2021", ""),
        ("unknown", ""),
    ],
)
def test_an_age_on_a_day(born: str, told: str) -> None:
    assert age(when_from(born), DAY) == told


@pytest.mark.parametrize(
    ("born", "died", "told"),
    [
        ("5 May 1958", "5 May 2016", "58"),
        ("5 May 1958", "2016", "57 or 58"),
        ("1958", "5 May 2016", "57 or 58"),
        ("1958", "2016", "57 or 58"),
        ("1958", "about 2016", "about 57"),
        ("5 May 1958", "between 2010 and 2016", "51 to 58"),
        ("3 January 2018", "March 2018", "under 1"),
        ("3 June 2018", "2018", "under 1"),
        ("2018", "2018", "under 1"),
        ("3 January 2018", "5 January 2018", "2 days"),
        ("1958", "before 2016", ""),
        ("2020", "2015", ""),
        ("1958", "date not recorded", ""),
    ],
)
def test_an_age_at_death(born: str, died: str, told: str) -> None:
    assert age_at_death(when_from(born), when_from(died)) == told
