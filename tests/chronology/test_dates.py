"""Dates and times as people write them, and what each is read as."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.dates import in_words, parse_when, read_date, read_time

FORMS = """
12/3/07 | 2007-03-12 | 2007-03-12 | day
12.03.2007 | 2007-03-12 | 2007-03-12 | day
12-Mar-07 | 2007-03-12 | 2007-03-12 | day
Tues 12th March 2019 | 2019-03-12 | 2019-03-12 | day
2021-03-04 | 2021-03-04 | 2021-03-04 | day
12/05/2008 0930hrs | 2008-05-12 | 2008-05-12 | time
5 May 2019 at 9.30am | 2019-05-05 | 2019-05-05 | time
March 2007 | 2007-03-01 | 2007-03-31 | month
Mar-07 | 2007-03-01 | 2007-03-31 | month
06/2021 | 2021-06-01 | 2021-06-30 | month
2021 | 2021-01-01 | 2021-12-31 | year
early 2009 | 2009-01-01 | 2009-04-30 | circa
Spring 2006 | 2006-03-01 | 2006-05-31 | season
winter 2006/7 | 2006-12-01 | 2007-02-28 | season
Autumn term 2008 | 2008-09-01 | 2008-12-31 | term
c. 2004 | 2004-01-01 | 2004-12-31 | circa
circa Feb 05 | 2005-02-01 | 2005-02-28 | circa
circa summer 2019 | 2019-06-01 | 2019-08-31 | circa
before June 2010 | None | 2010-06-30 | before
w/b 29 May 2023 | 2023-05-29 | 2023-06-04 | range
12-14 May 2008 | 2008-05-12 | 2008-05-14 | range
12/5/08 - 14/5/08 | 2008-05-12 | 2008-05-14 | range
29 May - 2 June 2020 | 2020-05-29 | 2020-06-02 | range
12/13 March 2007 | 2007-03-12 | 2007-03-13 | several
20, 21, 22 May, 2 June 2020 | 2020-05-20 | 2020-06-02 | several
?22 May 2016 | 2016-05-22 | 2016-05-22 | circa
22 May 2016? | 2016-05-22 | 2016-05-22 | circa
22.05/16 | 2016-05-22 | 2016-05-22 | day
12/03/20019 | 2019-03-12 | 2019-03-12 | day
30/02/2023 | None | None | unknown
Undated | None | None | unknown
"""


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_each_form_is_read_as_the_table_says(line: str) -> None:
    text, start, end, precision = (part.strip() for part in line.split(" | "))
    when = parse_when(text)
    assert (str(when.start), str(when.end), when.precision.value) == (start, end, precision)
    assert when.text == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("30/02/2023", "date-impossible"),
        ("22.05/16", "date-repaired"),
        ("12/03/20019", "date-repaired"),
        ("Mon 12th March 2019", "date-weekday"),
        ("soon after", "date-not-read"),
        ("", "date-missing"),
    ],
)
def test_a_reading_that_needed_a_rule_says_which(text: str, code: str) -> None:
    assert code in [remark.code for remark in parse_when(text).remarks]


@pytest.mark.parametrize(
    ("text", "time"),
    [("0930", "09:30"), ("09:30hrs", "09:30"), ("9.30am", "09:30"), ("approx 17:00", "17:00"),
     ("midday", "12:00"), ("9:30 pm", "21:30"), ("evening", None)],
)  # fmt: skip
def test_each_time_is_read_as_uk_staff_write_it(text: str, time: str | None) -> None:
    start = read_time(text)[0]
    assert (start and f"{start:%H:%M}") == time


@given(st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2049, 12, 31)))
def test_a_day_shown_and_read_back_is_the_same_day(day: dt.date) -> None:
    when = read_date(day)
    again = parse_when(in_words(when))
    assert (again.start, again.end, again.precision) == (when.start, when.end, when.precision)


@given(st.lists(st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)), min_size=2))
def test_days_sort_as_the_calendar_does(days: list[dt.date]) -> None:
    whens = sorted((read_date(day) for day in days), key=lambda when: when.sort_key())
    assert [when.start for when in whens] == sorted(days)
