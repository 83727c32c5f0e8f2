"""Dates and times as people write them, and what each is read as."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronology.dates import Precision, When, in_words, parse_when, read_date, read_time

GUIDE = Path(__file__).parents[3] / "docs" / "dates.md"
ABOVE = "above: "
ROW_ABOVE = dt.date(2008, 5, 5)


def table_rows(columns: int) -> list[tuple[str, ...]]:
    """The rows of the guide's tables of dates and times with so many columns, headings left out."""
    rows = [line.strip("|").split("|") for line in GUIDE.read_text("utf-8").splitlines()]
    cells = [tuple(cell.strip() for cell in row) for row in rows if len(row) == columns]
    return [row for row in cells if row[0] != "written" and not row[0].startswith("---")]


DATES = [row for row in table_rows(5) if row[3] in list(Precision)]
TIMES = table_rows(4)
MESSY = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in Path(__file__).with_name("messy.txt").read_text("utf-8").splitlines()[1:]
]


def read_form(text: str) -> When:
    """Read a form of the guide, below a dated row where it says so."""
    if text.startswith(ABOVE):
        return parse_when(text.removeprefix(ABOVE), near=ROW_ABOVE)
    return parse_when(text)


def day(value: dt.date | None) -> str:
    return value.isoformat() if value else ""


@pytest.mark.parametrize("row", DATES, ids=lambda row: row[0])
def test_each_date_is_read_as_the_guide_says(row: tuple[str, ...]) -> None:
    text, start, end, precision, code = row
    when = read_form(text)
    codes = {remark.code for remark in when.remarks}
    assert (day(when.start), day(when.end), when.precision) == (start, end, precision)
    assert codes == ({code} if code else set())
    assert when.text == text.removeprefix(ABOVE)


@pytest.mark.parametrize("row", MESSY, ids=lambda row: row[0])
def test_each_date_as_it_comes_is_read_or_its_words_are_kept(row: tuple[str, ...]) -> None:
    when = read_form(row[0])
    codes = " ".join(sorted({remark.code for remark in when.remarks}))
    assert (day(when.start), day(when.end), when.precision, codes) == row[1:]
    assert when.text == row[0].removeprefix(ABOVE)


@pytest.mark.parametrize("row", TIMES, ids=lambda row: row[0])
def test_each_time_is_read_as_the_guide_says(row: tuple[str, ...]) -> None:
    text, start, end, code = row
    first, last, remarks = read_time(text)
    shown = [f"{t:%H:%M}" if t else "" for t in (first, last)]
    assert shown == [start, end]
    assert [remark.code for remark in remarks] == ([code] if code else [])


@pytest.mark.parametrize("row", DATES, ids=lambda row: row[0])
def test_each_date_in_words_reads_back_as_the_same_days(row: tuple[str, ...]) -> None:
    when = read_form(row[0])
    again = parse_when(in_words(when))
    if when.start or when.end:
        assert (again.start, again.end) == (when.start, when.end)
    else:
        assert in_words(when) == "undated"


@pytest.mark.parametrize("row", DATES, ids=lambda row: row[0])
def test_no_day_is_shown_where_none_was_written(row: tuple[str, ...]) -> None:
    when = read_form(row[0])
    if when.precision in (Precision.MONTH, Precision.YEAR, Precision.SEASON, Precision.TERM):
        assert f"{when.start:%d/%m/%Y}" not in in_words(when)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (39153, "2007-03-12"),
        (39153.0, "2007-03-12"),
        (2007, "2007-01-01"),
        (3.2007, "2007-03-01"),
        (12032007, "2007-03-12"),
        (1032007, "2007-03-01"),
        (20070312, "2007-03-12"),
        (12.03, ""),
        (-5, ""),
        (float("nan"), ""),
        (1e300, ""),
    ],
)
def test_a_number_is_a_date_only_where_that_is_plausible(number: float, expected: str) -> None:
    assert day(read_date(number).start) == expected


def test_a_serial_number_counts_from_1904_where_the_workbook_does() -> None:
    assert day(read_date(39153 - 1462, epoch_1904=True).start) == "2007-03-12"
    assert day(read_date(str(39153 - 1462), epoch_1904=True).start) == "2007-03-12"


def test_a_part_of_a_day_in_a_serial_number_is_its_time() -> None:
    when = read_date(39153.5)
    assert (when.precision, when.time) == (Precision.TIME, dt.time(12))


def test_midnight_in_a_real_date_means_no_time() -> None:
    assert read_date(dt.datetime(2007, 3, 12)).precision is Precision.DAY


def test_a_ditto_below_a_month_is_that_month_and_not_its_first_day() -> None:
    when = parse_when("as above", near=parse_when("March 2007"))
    assert (in_words(when), when.precision) == ("March 2007", Precision.MONTH)


@pytest.mark.parametrize(
    ("text", "low", "high", "year"),
    [
        ("12/3/07", 1998, 2012, 2007),
        ("12/3/98", 1995, 2012, 1998),
        ("12/3/49", 1930, 1960, 1949),
        ("12/3/65", 2005, 2015, 1965),
        ("12/3/13", 1998, 2012, 2013),
        ("12/3/55", 2020, 2024, 1955),
        ("12/3/28", 1990, 2004, 1928),
    ],
)
def test_a_short_year_is_the_one_nearest_to_the_case(
    text: str, low: int, high: int, year: int
) -> None:
    window = (dt.date(low, 1, 1), dt.date(high, 12, 31))
    when = read_date(text, window=window)
    assert when.start == dt.date(year, 3, 12)
    usual = 2000 if int(text[-2:]) < 50 else 1900
    told = [r.code for r in when.remarks]
    assert told == ([] if year // 100 * 100 == usual else ["date-year-two-digits"])


def test_a_missing_year_turns_with_the_year_of_the_row_above() -> None:
    assert parse_when("3 Jan", near=dt.date(2008, 12, 28)).start == dt.date(2009, 1, 3)


def test_a_missing_year_is_that_of_the_review_where_it_has_but_one() -> None:
    review = (dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    assert read_date("6 Sept", window=review).start == dt.date(2021, 9, 6)


def test_month_first_text_is_read_so_only_when_the_case_says_so() -> None:
    assert read_date("03/04/2007", day_first=False).start == dt.date(2007, 3, 4)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.5, "12:00"), (930, "09:30"), (1430, "14:30"), (14.3, "14:30"), (9.3, "09:30"), (0, "00:00"),
     (dt.time(9, 30, 15), "09:30"), (dt.datetime(1899, 12, 30, 9, 30), "09:30"), (9, ""),
     (44000.395833, "09:30"), ("0.395833", "09:30"), ("13:00 in the morning", ""),
     (float("nan"), ""), (float("inf"), ""), (True, ""), (None, ""), (-3, "")],
)  # fmt: skip
def test_each_cell_value_is_read_as_a_time(value: object, expected: str) -> None:
    start = read_time(value)[0]
    assert (f"{start:%H:%M}" if start else "") == expected


WORDS = """
12 3 07 2007 March Mar / - . , & and to before after c. ? w/b early mid late term autumn 2008/9
night of 31 30 02 Easter 0930 9.30am Tues 1st the undated 99999 00 ?? '07 half first week q3 2010s
between next day later school year Sept 21 29 Feb Christmas weekend winter 1900 + ; l2 2OO7
"""
PARTS = st.sampled_from(WORDS.split())


@given(st.lists(PARTS, max_size=8).flatmap(lambda p: st.sampled_from([" ".join(p), "".join(p)])))
@example("0/0/00")
@example("1/1/0")
@example("w/b 1 January 1900")
def test_any_mixture_of_date_words_is_read_or_kept_and_never_backwards(text: str) -> None:
    when = parse_when(text, near=ROW_ABOVE)
    assert when.text == text.strip()
    if when.start and when.end:
        assert when.start <= when.end
    if when.start is None and when.end is None:
        assert when.precision is Precision.UNKNOWN
        assert when.remarks
    in_words(when)


@given(st.text(max_size=60))
def test_no_text_stops_the_reading(text: str) -> None:
    assert in_words(parse_when(text, near=ROW_ABOVE)) is not None
    assert all(time is None or isinstance(time, dt.time) for time in read_time(text)[:2])


@given(st.floats() | st.integers())
def test_no_number_stops_the_reading(number: float) -> None:
    assert read_date(number).precision in Precision
    assert all(time is None or isinstance(time, dt.time) for time in read_time(number)[:2])


@given(st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2049, 12, 31)))
def test_a_day_shown_and_read_back_is_the_same_day(day: dt.date) -> None:
    when = read_date(day)
    again = parse_when(in_words(when))
    assert (again.start, again.end, again.precision) == (when.start, when.end, when.precision)


FORMATS = ["%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%b-%y", "%d %B %Y", "%A %d %B %Y", "%Y-%m-%d",
           "%B %d, %Y", "%d%b%Y", "%a %d/%m/%y"]  # fmt: skip


@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), st.sampled_from(FORMATS))
def test_a_day_written_in_any_usual_shape_is_that_day(day: dt.date, shape: str) -> None:
    when = parse_when(day.strftime(shape))
    assert (when.start, when.end, when.remarks) == (day, day, ())


SHAPES = ["{0.day}/{0.month}", "{0.day:02}/{0.month:02}", "{0:%d %B}", "{0:%d %b}"]
YEARS = {"/": "/{0.year}", " ": " {0.year}"}
BETWEEN = [" - ", " to ", ", ", " and ", " & "]


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2049, 6, 1)),
    st.integers(1, 150),
    st.sampled_from(SHAPES),
    st.sampled_from(BETWEEN),
    st.booleans(),
)
@example(dt.date(2019, 12, 28), 6, SHAPES[0], " - ", True)
def test_of_two_dates_either_may_say_the_year_and_the_other_turns_at_the_new_year(
    first: dt.date, days: int, shape: str, between: str, year_first: bool
) -> None:
    last = first + dt.timedelta(days=days)
    year = YEARS["/" if "/" in shape else " "]
    left, right = shape + year * year_first, shape + year * (not year_first)
    when = parse_when(left.format(first) + between + right.format(last))
    assert (when.start, when.end, when.remarks) == (first, last, ())


@given(st.lists(st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)), min_size=2))
def test_days_sort_as_the_calendar_does(days: list[dt.date]) -> None:
    whens = sorted((read_date(day) for day in days), key=lambda when: when.sort_key())
    assert [when.start for when in whens] == sorted(days)


def test_dates_on_lines_of_their_own_are_several_and_a_broken_date_is_one() -> None:
    when = parse_when("4/3/19\n\n6/3/19\n8/3/19 10:00")
    assert (f"{when.start}", f"{when.end}") == ("2019-03-04", "2019-03-08")
    assert [r.code for r in when.remarks] == ["date-among-words"]
    assert "3 dates" in when.remarks[0].message
    assert f"{parse_when('12 March' + chr(10) + '2019').start}" == "2019-03-12"


def test_a_number_that_may_have_lost_a_nought_is_october_or_january_and_says_so() -> None:
    near = dt.date(2021, 3, 4)
    when = read_date(4.1, near=near)
    assert (when.start, when.remarks[-1].code) == (
        dt.date(2021, 1, 4),
        "date-ambiguous",
    )
    assert "date-ambiguous" not in [r.code for r in read_date(4.2, near=near).remarks]
    assert "date-ambiguous" not in [r.code for r in read_date("4.1", near=near).remarks]


def test_dates_on_lines_of_their_own_are_queried_unless_they_are_the_same() -> None:
    when = read_date("04/03/2021\n11/03/2021\n18/03/2021")
    assert (day(when.start), day(when.end)) == ("2021-03-04", "2021-03-18")
    assert [remark.code for remark in when.remarks] == ["date-among-words"]
    assert read_date("04/03/2021\n04/03/2021").remarks == ()


def test_a_year_or_time_below_a_heading_of_another_year_is_a_time() -> None:
    of_2019 = dt.date(2019, 1, 1), dt.date(2019, 12, 31)
    when = read_date("8/3 2015", within=of_2019)
    assert (when.start, when.time) == (dt.date(2019, 3, 8), dt.time(20, 15))
    when = read_date("8/3 2019", within=of_2019)
    assert (when.start, when.time) == (dt.date(2019, 3, 8), None)
