"""What stands over rows and says when they happened: bands, sheet names and titles.

    MARCH 2021 ------------------    a band: '12th' and 'Fri 12' below it are days of March 2021
    12th | Visit                     sheet '2021-22', title 'Log for 2021': the years of '6 Sept'
    12/03/2021 -------------------   a day alone: the rows below it without a date are of that day;
                                     so over a table of times without dates, or on its sheet
A row with nothing but a date is a band only where the row below it leans on it, or where no column
is for dates. One merged across that tells what happened on a day, '12/03/2021 Moved to his aunt',
is a band only there too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from chronology.dates import OPEN, Precision, When, Window, read_date, says, unknown
from chronology.findings import Remark, note, warning
from chronology.importers.rows import Row, Value, cell_at, is_blank, text_of
from chronology.normalise import FEW_WORDS, Context
from chronology.rows.date_column import has_no_year
from chronology.rows.dated_words import tells
from chronology.rows.footers import is_footer
from chronology.rows.footnotes import first_of

_YEARS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:\s*(-|/|\u2013|to|and|&)\s*((?:19|20)?\d\d)(?!\d))?(?!\d|[-/.]\d)"
)
_MONTH = r"[a-z]{3,9} (?:19|20)\d\d\b"
_SPAN = re.compile(rf"\b{_MONTH}\s*(?:to|-|\u2013|until)\s*{_MONTH}", re.IGNORECASE)
"""'September 2018 to July 2019' over a school's log."""
_NAMED_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_SHORT_SPAN = re.compile(
    rf"\b({_NAMED_MONTH})(?: ?'?(\d\d))?\s*(?:to|-|\u2013)\s*({_NAMED_MONTH}) ?'?(\d\d)(?![\d/.-])",
    re.IGNORECASE,
)
"""'Jan-Mar 19' and 'Sept 18 - July 19' on the tab of a sheet."""
_MONEY = re.compile(r"\b(?:fy(?=\W|\d)|(?:financial|fiscal|tax) (?:year|yr)\b)", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\b(?:(?:school|academic) (?:year|yr)|(?:year|yr) ?(?:1[0-3]|[1-9]))\b", re.IGNORECASE
)
_SHORT_PAIR = re.compile(
    rf"((?:{_MONEY.pattern}|\b(?:school|academic) (?:year|yr)\b)\s*)'?(\d\d)\s*([-/\u2013])\s*"
    r"(\d\d)\b",
    re.IGNORECASE,
)
"""'FY 20-21'."""
_A_MONTH = re.compile(r"[a-z]{3,9}\.?", re.IGNORECASE)
_A_TIME = re.compile(
    r"\d{1,2}:\d\d(?:\s?(?:hrs|hours|[ap]m))?|\d{1,2}(?:\.\d\d)?\s?[ap]m|\d{4}\s?hrs", re.IGNORECASE
)
_A_DAY = re.compile(r"(?:[a-z]{3,9} )?(\d{1,2})(?:st|nd|rd|th)?\b(?![/.-]\d)", re.IGNORECASE)
_NOT_OF_THE_ROWS = re.compile(
    r"\b(?:dob|d\.o\.b|born|birth|edd|printed|print date|produced|completed|prepared|exported|"
    r"report date|dated?|updated|version|died|death|review|incident)\b",
    re.IGNORECASE,
)
_A_WHOLE_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]{3,9}\.?,? (?:19|20)\d\d\b", re.IGNORECASE
)
"""In a title it is the day of the document, or one on which something happened: no year of rows."""
_DECORATION = re.compile(
    r"^(?:year(?! ?(?:1[0-3]|[1-9])\b)|month|month of|events (?:of|in)|entries for|for)\b[\s:]*|"
    r"\(?cont(?:inue)?'?d\.?\)?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(?:date(?: of (?:meeting|visit|contact|conference))?\s*:|"
    r"(?:meeting |conference |visit )?held(?: on\b|:))",
    re.IGNORECASE,
)
_STRETCHES = (Precision.YEAR, Precision.MONTH, Precision.RANGE, Precision.TERM, Precision.SEASON)
_MOST_YEARS = 5
_DAYS_OF_A_YEAR = 366
"""Within which a day and a month come once."""
_SHORT = 30
"""Longer names are no month."""
_TITLE = 60
"""Longer paragraphs are no heading over a table."""
_FEWEST_WORDS = 3
"""Of a band that may tell what happened."""
_HEADINGS = ("heading", "duplicate heading")
_WORDS = unknown("")


def band_at(rows: Sequence[Row], reasons: Sequence[str], at: int, context: Context) -> When | None:
    """What a row says of those below it, if it is a band; undated for one of other words.

    `reasons` say why rows are set aside: headings that come again below it do not lean on it.
    """
    row, date = rows[at], context.layout.places.get("date")
    told = alone_in(row, context)
    words = text_of(told)
    if not words or len(words.split()) > FEW_WORDS:
        return None
    band = _read(told, context.dates.whole)
    band = band if band.start else _month_beside(told, rows, context)
    after = zip(rows[at + 1 :], reasons[at + 1 :], strict=True)
    below = next((r for r, why in after if not is_blank(r) and why not in _HEADINGS), None)
    if date is None:  # days over rows that have only a time, or nothing, to say when
        return band if below and band.precision is Precision.DAY else None
    under_it = cell_at(below, date).value if below else None
    if below is not None and _leans(under_it, band):
        return band
    stretch = band.start and not says(band, "date-among-words")
    tells_nothing = not tells(words) and not is_footer([words])
    return band if row.band and (stretch or tells_nothing) else None


def alone_in(row: Row, context: Context) -> Value:
    """All that a row holds, if it stands in one cell as a band does: merged across, or in the first
    column or the one of dates; else nothing."""
    filled = [(at, cell.value) for at, cell in enumerate(row.cells) if text_of(cell.value)]
    leading = row.band or (filled[:1] and filled[0][0] in (0, context.layout.places.get("date")))
    return filled[0][1] if len(filled) == 1 and leading else None


def may_tell(words: str) -> bool:
    """Whether the words of a band say no stretch of time, and may tell what happened."""
    if len(words.split()) < _FEWEST_WORDS or says(read_date(words), "date-year-missing"):
        return False
    return _read(words, OPEN).start is None


def said_bands(words: Sequence[str]) -> Remark:
    """A note of rows of a few words that were taken as headings; `words` of those shown."""
    one = len(words) == 1
    what = "A row of a few words was" if one else f"{len(words)} rows of a few words were"
    return note(
        "rows-as-headings",
        message=f"{what} taken as {'a heading' if one else 'headings'} over the rows below"
        f"{first_of(words)}.",
        remedy=f"If {'it' if one else 'one'} tells what happened, give it its date in the file.",
    )


def _month_beside(value: Value, rows: Sequence[Row], context: Context) -> When:
    """A month without a year below another band: of the same year, or the next that comes."""
    first, last = context.dates.within
    month = _A_MONTH.fullmatch(value.strip(" :.-")) if isinstance(value, str) else None
    if month is None or first is None or last is None:
        return _WORDS
    years = (first.year - 1, first.year, last.year + 1)
    told = [_read(f"{month[0]} {year}", OPEN) for year in years]
    if _falls(rows, context.layout.places.get("date")):
        return next((m for m in reversed(told) if m.start and m.start <= last), _WORDS)
    return next((m for m in told if m.start and m.start >= first), _WORDS)


def _falls(rows: Sequence[Row], date: int | None) -> bool:
    """Whether the days below bands, '9th' over '4th', go back in time."""
    cells = (cell_at(row, date).value for row in rows)
    days = [int(day[1]) if (day := _A_DAY.match(text_of(value))) else None for value in cells]
    pairs = [(a, b) for a, b in pairwise(days) if a is not None and b is not None and a != b]
    return 2 * sum(a > b for a, b in pairs) > len(pairs)


def under(context: Context, band: When) -> Context:
    """The context of the rows below a band."""
    dates = context.dates
    if band.precision is Precision.DAY:
        column = replace(dates.column, carries_down=True)
        return replace(context, dates=replace(dates, column=column))
    if band.start is None or band.end is None:
        return context
    within = (band.start, band.end)
    whole = dates.whole if band.precision is Precision.MONTH else within
    return replace(context, dates=replace(dates, within=within, whole=whole))


def _read(value: Value, within: Window) -> When:
    """A stretch of time or a day; undated for words that are neither."""
    told = _DECORATION.sub("", value.strip()).strip(" :-*") if isinstance(value, str) else value
    when = read_date(told, within=within)
    exact = when.start and when.end and when.precision in (*_STRETCHES, Precision.DAY)
    return when if exact else _WORDS


def _leans(value: Value, band: When) -> bool:
    """Whether the date cell below a band takes its day, month or year from it."""
    if band.start is None or band.end is None:
        return False
    if not text_of(value) or _A_TIME.fullmatch(text_of(value)):
        return band.precision is Precision.DAY
    below = read_date(value, within=(band.start, band.end))
    if below.start is None:  # '29 Feb' below a common year is no day, and of that year all the same
        return says(below, "date-impossible") and has_no_year(value)
    return band.start <= below.start <= band.end


def period_over(paragraphs: Sequence[str], before: str) -> str:
    """The paragraph nearest above a table that says its years or month: a heading '2019'.

    A table that follows the one before it without a word between goes on under the same.
    """
    titles = [text for text in paragraphs if text.strip()]
    if all(_DECORATION.fullmatch(text.strip()) for text in titles):
        return before
    short = (text for text in reversed(titles) if len(text) <= _TITLE)
    return next((text for text in short if years_in([text]) != OPEN), "")


def day_over(names: Sequence[str]) -> When | None:
    """The day that one of some names over a table is, and nothing else: 'Thursday 4 March 2021'."""
    bare = (_LABEL.sub("", name) for name in names)
    short = (name for name in bare if len(name) <= _SHORT and not _NOT_OF_THE_ROWS.search(name))
    told = (_read(name, OPEN) for name in short)
    days = (day for day in told if day.precision is Precision.DAY)
    return next((day for day in days if not says(day, "date-among-words")), None)


def said_day_over(day: When, name: str) -> Remark:
    """A warning that the rows of a table without a column of dates were given one day; `name`
    is the tab of its sheet."""
    on_tab = day_over([name]) is not None
    where = f"the name of the sheet, '{name}'" if on_tab else "what stands over the table"
    return warning(
        "date-over-table",
        message=f"No column is for dates: rows under no other day were given "
        f"{day.start:%d/%m/%Y}, by {where}.",
        remedy="If that is the day of an export and not of what happened, take it away in a copy; "
        "then ask the agency for the dates.",
    )


def years_in(names: Sequence[str]) -> Window:
    """The years or the month that the first of some names says of its rows; open if none does."""
    for name in map(_with_centuries, names):
        whole = _read(name, OPEN) if len(name) <= _SHORT else _WORDS
        if whole.start and whole.end and whole.precision is Precision.MONTH:
            return whole.start, whole.end
        if (span := _SPAN.search(name)) and not _NOT_OF_THE_ROWS.search(name):
            when = read_date(span[0])
            if when.start and when.end and (when.end - when.start).days <= _DAYS_OF_A_YEAR:
                return when.start, when.end
        found = _YEARS.findall(name)
        other = _NOT_OF_THE_ROWS.search(name) or _A_WHOLE_DAY.search(name)
        if len(found) == 1 and not other:
            year, mark, until = found[0]
            first, last = _pair(year, until)
            named = _MONEY.search(name) or _SCHOOL.search(name)
            if last == first + 1 and (mark == "/" or len(until) == 2 or named):
                return _across_new_year(first, name)
            if first <= last < first + _MOST_YEARS:
                return dt.date(first, 1, 1), dt.date(last, 12, 31)
    return OPEN


def _with_centuries(name: str) -> str:
    """A stretch of months or of a year in years of two digits with its years written out."""
    name = _SHORT_PAIR.sub(r"\g<1>20\2\3\4", name)
    return _SHORT_SPAN.sub(
        lambda m: f"{m[1]}{f' 20{m[2]}' if m[2] else ''} - {m[3]} 20{m[4]}", name
    )


def _across_new_year(first: int, name: str) -> Window:
    """The days of '2020-21': a financial year from April to March, or a school year to August.

    Where the name says neither, it may be both: neither has a January of its first year nor a
    September of its last.
    """
    begins = dt.date(first, 9 if _SCHOOL.search(name) else 4, 1)
    ends = dt.date(first + 1, 3, 31) if _MONEY.search(name) else dt.date(first + 1, 8, 31)
    return begins, ends


def _pair(first: str, last: str) -> tuple[int, int]:
    year = int(first)
    if not last:
        return year, year
    return year, int(last) if len(last) == 4 else year // 100 * 100 + int(last)
