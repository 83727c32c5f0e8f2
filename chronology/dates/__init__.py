"""When something happened, as precisely as the record says and no more. UK day-first, always.

    reading.py  a cell -> When: real dates, serial numbers, undated, about, ditto
    among.py    the one date among other words
    compound.py open ends, weeks, nights, ranges, several days
    days.py     one day with its weekday and time      times.py    times of day
    periods.py  months, seasons, years, parts of them  holidays.py terms and named days
    relative.py as above, next day                     years.py    short and missing years
    lexicon.py  months, misspellings, one spelling     words.py    a When in words
    when.py     what a When is made of

Each file states its grammar above its code. What cannot be read is unknown, its words kept.
"""

from chronology.dates.lexicon import DITTO
from chronology.dates.reading import parse_when, read_date
from chronology.dates.relative import carry_down
from chronology.dates.times import is_of_zone, read_time, zone_doubts
from chronology.dates.when import (
    EXACT,
    OPEN,
    Precision,
    SortKey,
    When,
    Window,
    calendar_day,
    says,
    unknown,
)
from chronology.dates.words import in_words

__all__ = [
    "DITTO",
    "EXACT",
    "OPEN",
    "Precision",
    "SortKey",
    "When",
    "Window",
    "calendar_day",
    "carry_down",
    "in_words",
    "is_of_zone",
    "parse_when",
    "read_date",
    "read_time",
    "says",
    "unknown",
    "zone_doubts",
]
