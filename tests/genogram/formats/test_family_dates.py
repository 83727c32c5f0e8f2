"""Dates of families: older than case records, in other calendars, and in GEDCOM's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.dates import parse_when
from genogram.formats.family_dates import when_from
from genogram.formats.gedcom_dates import (
    stretch_of,
    stretch_value,
    stretch_words,
    value_of,
    when_of,
    words_beside,
)
from tests.genogram.anyfamily import DATES

READ = [
    ("1850", "1850-01-01", "1850-12-31", "year"),
    ("4 March 1850", "1850-03-04", "1850-03-04", "day"),
    ("about Mar 1850", "1850-03-01", "1850-03-31", "circa"),
    ("estimated 1850", "1850-01-01", "1850-12-31", "circa"),
    ("until 1850", "None", "1850-12-31", "before"),
    ("between 1850 and 1852", "1850-01-01", "1852-12-31", "range"),
    ("45 AD", "0045-01-01", "0045-12-31", "year"),
    ("11 Feb 1731/32", "1732-02-11", "1732-02-11", "day"),
    ("5 Mar 1700 (Julian)", "1700-03-16", "1700-03-16", "day"),
    ("Feb 1700 (Julian)", "1700-02-11", "1700-03-11", "month"),
    ("25 Oct 1917 (Julian)", "1917-11-07", "1917-11-07", "day"),
    ("15 Nsn 5700 (Hebrew)", "1940-04-23", "1940-04-23", "day"),
    ("1 Tsh 5709 (Hebrew)", "1948-10-04", "1948-10-04", "day"),
    ("Ads 5780 (Hebrew)", "2020-02-26", "2020-03-25", "month"),
    ("5780 (Hebrew)", "2019-09-30", "2020-09-18", "year"),
    ("18 Brum 8 (French Republican)", "1799-11-09", "1799-11-09", "day"),
    ("Comp 3 (French Republican)", "1795-09-17", "1795-09-22", "month"),
    ("1850 [the year of the flood]", "1850-01-01", "1850-12-31", "year"),
    ("12/03/2015 (9 yrs)", "2015-03-12", "2015-03-12", "day"),
    ("March 2015 (aged 9)", "2015-03-01", "2015-03-31", "month"),
    ("EDD 03/02/2025", "2025-02-03", "2025-02-03", "day"),
    ("Unborn (due Feb 2025)", "2025-02-01", "2025-02-28", "month"),
    ("30 Feb 1700 (Julian)", "None", "None", "unknown"),
    ("31 Tsh 5700 (Hebrew)", "None", "None", "unknown"),
    ("44 BC", "None", "None", "unknown"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), READ)
def test_each_form_is_read_as_its_first_and_last_day(
    text: str, start: str, end: str, precision: str
) -> None:
    when = when_from(text)
    assert (str(when.start), str(when.end), when.precision) == (start, end, precision)
    assert when.text == text


@pytest.mark.parametrize(
    "text", ["2007", "March 2007", "12 March 2007", "about 2007", "before 2007", "12/03/2007"]
)
def test_dates_of_our_time_are_read_as_in_a_chronology(text: str) -> None:
    assert when_from(text) == parse_when(text)


GEDCOM = [
    ("3 MAR 1980", "", "3 Mar 1980"),
    ("ABT 1950", "", "about 1950"),
    ("BET 1950 AND MAR 1952", "", "between 1950 and Mar 1952"),
    ("FROM 1950 TO 1952", "", "from 1950 to 1952"),
    ("@#DJULIAN@ 5 MAR 1700", "", "5 Mar 1700 (Julian)"),
    ("JULIAN 5 MAR 1700", "", "5 Mar 1700 (Julian)"),
    ("INT 1950 (after the flood)", "", "1950 [after the flood]"),
    ("1950", "after the flood", "1950 [after the flood]"),
    ("14 MAR 1990", "14/03/1990", "14/03/1990"),
    ("(after the flood)", "", "after the flood"),
    ("abt 1950", "", "about 1950"),
]


@pytest.mark.parametrize(("payload", "phrase", "text"), GEDCOM)
def test_gedcoms_words_become_plain_ones(payload: str, phrase: str, text: str) -> None:
    assert when_of(payload, phrase).text == text


@pytest.mark.parametrize("text", DATES)
def test_every_date_is_given_back_by_its_value_and_the_words_beside_it(text: str) -> None:
    when = when_from(text)
    assert when_of(value_of(when), words_beside(when)) == when


@given(start=st.none() | st.sampled_from(DATES), end=st.none() | st.sampled_from(DATES))
def test_every_stretch_of_time_is_given_back(start: str | None, end: str | None) -> None:
    stretch = (when_from(start) if start else None, when_from(end) if end else None)
    assert stretch_of(stretch_value(stretch), *stretch_words(stretch)) == stretch


def test_a_date_changed_in_another_program_wins_over_the_words_beside_it() -> None:
    assert when_of("3 MAR 1981", "14/03/1980").text == "3 Mar 1981 [14/03/1980]"
    start, end = stretch_of("FROM 1999 TO 2001", "c. 1998", "")
    assert (start and start.text, end and end.text) == ("1999", "2001")
