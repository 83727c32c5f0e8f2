"""A cell as a date: a real date, a spreadsheet's number, or words.

when  = undated | ditto | relative | time below a date | [label] [about] compound [about]
      | words with one date in them
about = c. | circa | about | approx | probably | ?  before or after: the period stays, as circa
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache

from chronology.dates.among import A_DATE, CLOCK, among_words, misses_its_date
from chronology.dates.compound import read_compound
from chronology.dates.lexicon import ORDINAL, WEEKDAY, M, fold, mend
from chronology.dates.relative import carried, is_ditto, read_relative
from chronology.dates.times import hours_as_clocks, read_time
from chronology.dates.when import (
    EXACT,
    OPEN,
    Hints,
    Precision,
    When,
    Window,
    because,
    calendar_day,
    doubt,
    not_read,
    one_day,
    repaired,
    says,
    unknown,
)
from chronology.findings import Remark, note

LONGEST = 200
"""Longer texts are narrative, not dates."""
_SERIALS = range(7306, 54789)  # 1 January 1920 to 31 December 2049
_USUAL = re.compile(r"\s*(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)\s*")
_BY_ITS_PLACE = ("date-year-assumed", "date-ambiguous")
"""Readings that what stands over the row may make others."""
_JANUARY = re.compile(r"\d{1,2}\.1")
_UNDATED = re.compile(
    r"(?:[-?./\s]*|un-?dated|no dates?(?: [a-z]+){0,2}|not dated|date (?:is )?(?:un\w+|not \w+|"
    r"missing)|dates? (?:unknown|unclear)|"
    r"(?:not|un) ?(?:known|recorded|stated|given|specified|documented)|"
    r"n\s*/?\s*[ak]|n/s|unrecorded|unclear|unk|tbc|tba|illegible|missing|none|nil|blank|redacted|"
    r"n\.? ?d\.?|dd/mm/yy(?:yy)?|#[a-z0/!]*|#+|null|nan|various(?: dates)?|"
    r"date (?:redacted|illegible|tbc)|"
    r"not (?:applicable|available|clear|legible))?"
)
_LABEL = re.compile(
    r"^(?:(?:on(?! or\b|/)|in|at|during|throughout|dated|date(?: of \w+)?|the|entry|month of)\b"
    r"[\s:.-]*)+(?=.)"
)
_ABOUT = re.compile(
    r"^(?:(?:circa|some ?time|at some point|over|"
    r"various (?:dates?|days|occasions|times)(?: in| during)?|"
    r"(?:un(?:known|dated)|date un\w+|date not \w+|no date)(?: date)?|"
    r"about|approximately|approx|aprox|appx|on(?: or |/)(?:around|about)|around|roughly|"
    r"probably|prob|possibly|poss|perhaps|maybe|estimated|est|believed(?: to be)?|thought to be|"
    r"ca|c)(?:\b[.:]?|(?=\d))\s*(?:on |in |the )*|\?+\s*(?![\s/.?-]))+"
)
_ABOUT_AFTER = re.compile(
    r"[\s,.-]*(?:\?+|\b(?:circa|approx(?:imately)?|aprox|or so|or thereabouts|estimated|est|"
    r"probably|possibly|unconfirmed|tbc|unclear|undated|"
    r"(?:exact )?(?:date|day|month)s? (?:is )?(?:un\w+|not \w+)|about|uncertain)\.?)$|(?<=\d)ish$"
)
_IN_BRACKETS = re.compile(
    rf"\((?![^)]*(?:\d[./-](?!(?:7|12|40|52)\b)\d|(?:19|20)\d\d|\b(?:to|until|from|before|after|or|{M})\b))[^()]*\)",
    re.I,
)
"""15 & 16 March 21 (2 visits), 28/03/2019 (6/52): words and ages that say nothing of when."""
_MONTH_FIRST = re.compile(rf"(?<!\d )(?<!\d[./-])({M}\.? \d\d?(?:{ORDINAL})?),? (?=(?:19|20)\d\d)")
"""March 4, 2021 to 9 March: a comma within a date parts no list."""
_TWO_WEEKDAYS = re.compile(rf"^{WEEKDAY}\s*[/&]\s*{WEEKDAY}[\s,]+(?=\d\d?\s*[/&-]\s*\d)")
"""Sat/Sun 6/7 March 2021."""
_STROKE_BEFORE_MONTH = re.compile(rf"(?<!\d)(\d\d?\s?[/&-]\s?\d\d?)/(?={M}\b)")
"""3/4/March 2021."""
_INCLUSIVE = re.compile(r"[\s,]*\b(?:inclusive|incl?)\b\.?$")
_RECORDED_ON = re.compile(
    r"[\s,;-]+(?:date (?:of entry|recorded|entered)|recorded|entered|written(?: up)?|logged|input)"
    r"(?: on| in)?[\s:]+\S.*$"
)
_GESTATION = re.compile(
    r"^\d\d?\s?\+\s?[0-6](?:\s?(?:/40|weeks|wks))?\s?[\s(:,-]\s?(?=\d)"
    rf"|^(?:[1-4]\d|[7-9])\s?\+\s?[0-6]\s(?={M}\b)|^\(?\d\d?\s?/\s?40[\s:,-]+(?=\d)"
)
_WEEKS_AFTER = re.compile(r"(?<=\d{2})[\s,(-]+\d\d?(?:\s?\+\s?[0-6])?\s?/\s?(?:40|52)$")
"""16+3 - 04/03/2019, 20/40 4 March 2019, 4/3/19 20/40: weeks and days of a pregnancy.
12+4 March 2019, which may be days, is no more than the month; 3+4 March 2019 are days."""
_DAY_OF_LIFE = re.compile(rf"^(?:day|pn day|d)\s?\d{{1,2}}[\s(:,-]+(?={A_DATE})")
"""Day 5 - 20/09/2019: counted from a birth."""
_CLASS = re.compile(
    r"^(?:year|yr|y)\s?(?:1[0-3]|[1-9])(?!\d|-(?:1[0-3]|[1-9]) [a-z])[\s,:(-]+"
    r"(?=(?!\d{4}$|of\b).*(?:19|20)\d\d(?:\s?[/-]\s?(?:\d\d){1,2})?$)"
)
"""Year 4 autumn term 2021, Y4 - Sept 2021: the class that the child was in."""
_ROMAN = re.compile(r"(?<=\d)([./-])(i{1,3}|iv|vi{0,3}|ix|xi{1,2})\1(?=\d)")
"""12.iii.2021; the x of 12.x.2021 may stand for what is not known."""
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_HALF_A_DAY = re.compile(rf"(?<![\d?/.-])[123]\?+(?=\s?[./-]\s?\d|\s?(?:of )?{M})")
"""1?/03/2021 may be any day from the 10th, or the 1st."""
_HALF_A_YEAR = re.compile(r"(?<!\d)(?:19|20)(?:(?:\d?\?){2}|(?:__+|xx)(?!\w))")
_NEVER = (dt.date(1899, 12, 30), dt.date(1899, 12, 31), dt.date(1900, 1, 1))
"""What programs write for no date: the first days that spreadsheets and databases count from."""
_LAST_YEAR = 2099
_YEARS_OF_A_CLASS = re.compile(r"(?:19|20)\d\d\s?[/-]\s?(?:\d\d){1,2}")
_MACHINE = (
    (re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)t?([0-2]\d)([0-5]\d)[0-5]\d(?:\.\d+)?z?"),
     r"\1-\2-\3 \4:\5"),
    (re.compile(rf"{WEEKDAY} ({M}) (\d\d?) (\d\d:\d\d:\d\d) [a-z]{{3,4}} (\d{{4}})"),
     r"\2 \1 \4 \3"),
    (re.compile(rf"{WEEKDAY} ({M} \d\d? \d{{4}} \d\d:\d\d:\d\d) gmt[+-]\d{{4}}.*"), r"\1"),
    (re.compile(rf"({M})-(\d\d?)-(\d\d)"), r"\2 \1 \3"),
)  # fmt: skip
"""How programs write a date and time: 20210304091000, Thu Mar 04 09:10:00 GMT 2021, with the
year before the time, and Mar-04-21."""
_FORMULA = re.compile(r"=\s*[-+]?[a-z$(]")
"""=IF(B2>"01/04/2020",B2,""): a date in a formula is not that of its row."""
_DITTO_AT = re.compile(
    r"(.+?)(?:[\s,@-]|\bat\b)+(\d.*|am|pm|(?:late |early )?(?:morning|afternoon|evening|night))"
)
_QUOTE_AT = re.compile(
    r"[\"\u201c\u201d]\s+(\d{1,2}[:.]?\d\d(?:\s?(?:hrs?|hours|h|[ap]m))?|(?:\d{1,2}\s?)?[ap]m)\W*",
    re.I,
)
"""A mark for the day above, before a time: '" 2140'."""
_TO_FIVE_PM = r"\d{1,2}\s?(?:-|to)\s?(?=\d{1,2}(?:\.\d\d)?\s?[ap]m)"
_TIME_ALONE = re.compile(rf"(?:at )?(?:{_TO_FIVE_PM}|{CLOCK}\s?(?:-|to|and)\s?)?{CLOCK}")


def parse_when(text: str, *, near: When | dt.date | None = None) -> When:
    """Read a date as people write it, the day first; `near` settles a missing year and dittos.

    The first and last day that it may mean are the When's `start` and `end`, with the time and the
    words as sent beside them; of words that are no date both are None, with a remark. Which
    seasons and terms are meant: docs/dates.md. No text raises.
    """
    return read_date(text, near=near)


def read_date(
    value: object,
    *,
    near: When | dt.date | None = None,
    window: Window = OPEN,
    epoch_1904: bool = False,
    day_first: bool = True,
    within: Window = OPEN,
    falling: bool = False,
) -> When:
    """Read a cell as a date: text, a real date, or a spreadsheet's serial number.

    `near` is the row above; `window` the time of the case; `within` what a band or a sheet's name
    says of its rows; `falling` that the rows go back in time.
    """
    row_above = one_day(near) if isinstance(near, dt.date) else near
    hints = Hints(
        sent="",
        near=row_above.start or row_above.end if row_above else None,
        window=window,
        day_first=day_first,
        within=within,
        falling=falling,
        epoch_1904=epoch_1904,
    )
    when = _read(value, row_above, hints)
    return when if when.start is None else _believed(when, when.start)


def _believed(when: When, day: dt.date) -> When:
    """The reading, unless it is a day that a program writes where it has no date."""
    if day in _NEVER and when.precision in EXACT:
        message = f"'{when.text}' is what programs write for no date; it is kept as undated."
        return unknown(when.text, doubt("date-missing", message, "Ask the agency for the date."))
    if day.year > _LAST_YEAR:
        message = f"'{when.text}': {day.year} cannot be the year. The row is kept as undated."
        return unknown(when.text, doubt("date-year-odd", message))
    return when


def _read(value: object, row_above: When | None, hints: Hints) -> When:
    if isinstance(value, dt.datetime):
        time = value.time().replace(second=0, microsecond=0, tzinfo=None)
        shown = f"{value:%Y-%m-%d %H:%M}" if time != dt.time(0) else value.date().isoformat()
        return one_day(value.date(), shown, time if time != dt.time(0) else None)
    if isinstance(value, dt.date):
        return one_day(value, value.isoformat())
    shortened = False
    if isinstance(value, int | float) and not isinstance(value, bool):
        read = _number(float(value), hints.epoch_1904)
        if isinstance(read, When):
            return read
        value, shortened = read, bool(_JANUARY.fullmatch(read))
    text = "" if value is None else str(value)
    if hints.day_first and (usual := _usual(text)):
        return usual
    on_lines = "\n" in text.strip()
    alone = not on_lines and not hints.epoch_1904
    if alone and (whole := _alone(text, hints.window, hints.day_first)):
        return whole
    hints = replace(hints, sent=" ".join(text.split()))
    when = _text(hints, row_above)
    if on_lines:
        when = _on_lines(text, hints) or when
    if shortened and when.start:
        when = because(when, _or_october(when.start, text))
    return replace(when, text=text.strip())


def _or_october(day: dt.date, text: str) -> Remark:
    """4.10 becomes the number 4.1 where a spreadsheet takes it for one."""
    message = (
        f"'{text}' is a number in the file, and numbers lose a nought at their end: it was read as "
        f"{day:%d/%m/%Y}, and {day.day} October may be meant."
    )
    return doubt("date-ambiguous", message, "Ask the agency which it is.")


def _on_lines(text: str, hints: Hints) -> When | None:
    """Whole dates on lines of their own, as where several entries stand in one row."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or any(_dated(fold(line), hints).precision not in EXACT for line in lines):
        return None
    when = read_compound(", ".join(map(fold, lines)), hints)
    if when is None or when.start is None or when.start == when.end:
        return None
    message = f"'{hints.sent}' are {len(lines)} dates; the row has the first and the last of them."
    remedy = "Look whether the row holds several entries; give each a row of its own in a copy."
    return because(when, doubt("date-among-words", message, remedy))


@lru_cache(maxsize=8192)
def _usual(text: str) -> When | None:
    """12/03/2007 and 12.3.2007: the form that most cells have, read without all the others."""
    found = _USUAL.fullmatch(text)
    day = calendar_day(int(found[4]), int(found[3]), int(found[1])) if found else None
    return one_day(day, text.strip()) if day else None


@lru_cache(maxsize=8192)
def _alone(text: str, window: Window, day_first: bool) -> When | None:
    """The date of a text that says all of it, whatever stands around it; None for any other."""
    if len(text) > LONGEST:
        return None
    hints = Hints(sent=" ".join(text.split()), window=window, day_first=day_first)
    when = _text(hints, None)
    if when.start is None or when.precision is Precision.MONTH or says(when, *_BY_ITS_PLACE):
        return None
    return replace(when, text=text.strip())


def _number(number: float, epoch_1904: bool = False) -> When | str:
    """A serial number where it is a plausible one; otherwise the digits as if typed."""
    text = str(int(number)) if number == number // 1 and abs(number) < 1e9 else str(number)
    start = dt.datetime(1904, 1, 1) if epoch_1904 else dt.datetime(1899, 12, 30)
    shift = 1462 if epoch_1904 else 0
    if number == number and number // 1 + shift in _SERIALS:
        when = read_date(start + dt.timedelta(minutes=round(number * 1440)))
        return replace(when, text=text)
    return f"0{text}" if text.isdigit() and len(text) == 7 else text


def _text(hints: Hints, row_above: When | None) -> When:
    words = fold(hints.sent[: LONGEST + 1])
    if not words.strip("\"'") and hints.sent.strip("\"'\u201c\u201d\u3003") != hints.sent:
        return carried(hints, row_above)
    if _UNDATED.fullmatch(words):
        return unknown(hints.sent, _missing(hints.sent))
    if _FORMULA.match(words):
        return unknown(hints.sent, not_read(hints.sent))
    if is_ditto(words):
        return carried(hints, row_above)
    if len(hints.sent) > LONGEST:
        return unknown(hints.sent, not_read(hints.sent[:60] + "..."))
    if marked := _QUOTE_AT.fullmatch(hints.sent):
        words = f"ditto {fold(marked[1])}"
    if later := _DITTO_AT.fullmatch(words):
        day = carried(hints, row_above)
        start, end, said = read_time(later[2])
        if is_ditto(later[1]) and day.start and day.precision is Precision.DAY:
            timed = replace(day, precision=Precision.TIME if start else day.precision)
            return because(replace(timed, time=start, end_time=end), *said)
    told = _time_alone(words, hints, row_above) or read_relative(words, hints, row_above)
    return told or _bracketed(_dated(words, hints), hints)


def _bracketed(when: When, hints: Hints) -> When:
    """The reading, or where there is none that of the words without what stands in brackets."""
    bare = _IN_BRACKETS.sub(" ", hints.sent)
    if (
        (when.dated and not says(when, "date-among-words"))
        or _said(when)
        or bare == hints.sent
        or not any(map(str.isdigit, bare))
    ):
        return when
    again = _dated(fold(bare), hints)
    if not again.dated or (when.dated and says(again, "date-among-words")):
        return when
    message = f"'{hints.sent}' was read without the words in brackets."
    return because(again, doubt("date-among-words", message))


def _time_alone(words: str, hints: Hints, row_above: When | None) -> When | None:
    """A time of day below a date: the same day, unless it goes back; None for anything else."""
    if row_above is None or row_above.precision not in EXACT or not _TIME_ALONE.fullmatch(words):
        return None
    start, end, said = read_time(words)
    if start is None or start < (row_above.time or dt.time(0)):
        return None
    when = replace(carried(hints, row_above), precision=Precision.TIME, time=start, end_time=end)
    message = f"'{hints.sent}' is a time only; the date of the row above was carried down."
    return replace(when, remarks=(doubt("date-carried-down", message), *said))


def _dated(words: str, hints: Hints) -> When:
    for pattern, plain in _MACHINE:
        words = pattern.sub(plain, words) if pattern.fullmatch(words) else words
    words = _ROMAN.sub(lambda m: f"{m[1]}{_ROMANS.index(m[2]) + 1}{m[1]}", words)
    words, mended = mend(_HALF_A_DAY.sub("??", words).rstrip(". "))
    if _HALF_A_YEAR.search(words) or _HALF_A_YEAR.search(hints.sent.casefold()):
        return unknown(hints.sent, not_read(hints.sent))
    words = re.sub(r"\bthe (?=\d)", "", words.rstrip("/"))
    words = _STROKE_BEFORE_MONTH.sub(r"\1 ", words)
    words = _MONTH_FIRST.sub(r"\1 ", _TWO_WEEKDAYS.sub("", words))
    words = hours_as_clocks(_INCLUSIVE.sub("", words))
    if (told := _RECORDED_ON.sub("", words)) != words and re.search(r"\d", told):
        message = f"'{hints.sent}': the day of recording beside the date was left out."
        return because(_dated(told, hints), note("date-among-words", message))
    told = _CLASS.sub("", _DAY_OF_LIFE.sub("", _GESTATION.sub("", _WEEKS_AFTER.sub("", words))))
    if told != words:
        what = "the weeks of pregnancy, days of life or year at school beside the date"
        message = f"'{hints.sent}': {what} were left out."
        told = f"school year {told}" if _YEARS_OF_A_CLASS.fullmatch(told) else told
        return because(_dated(told, hints), note("date-among-words", message))
    bare = _LABEL.sub("", words)
    bare, about = _without_about(bare)
    when = read_compound(bare, hints)
    if (when is None or when.start is None is when.end) and not _said(when):
        when = _serial_text(bare, hints) or among_words(bare, hints) or when
    if when is None:
        return unknown(hints.sent, not_read(hints.sent))
    if when.start is None and when.end is None:
        return when
    if misses_its_date(when, bare, hints):
        return among_words(bare, hints) or unknown(hints.sent, not_read(hints.sent))
    if (about or " or " in bare) and when.precision not in (Precision.BEFORE, Precision.AFTER):
        when = replace(when, precision=Precision.CIRCA)
    return because(when, *(repaired(hints, how) for how in mended))


def _said(when: When | None) -> bool:
    """Whether a reading came to the end of the text and says why it gives no date."""
    return when is not None and says(when, "date-impossible", "date-year-odd")


def _without_about(words: str) -> tuple[str, bool]:
    words = re.sub(r"^-+\s+", "", words).strip(" ,:")
    bare = _ABOUT_AFTER.sub("", _ABOUT.sub("", words)).strip(" ,:")
    bare = re.sub(r"^-+\s+", "", bare)
    bare = _ABOUT.sub("", _LABEL.sub("", bare))
    if "?" in bare and not re.search(r"(?:^|[/.-])\s*\?{1,2}\s*[/.-]", bare):
        bare = re.sub(r"\s*\?+\s*(?=$|[/.\s-])|\?", " ", bare).strip()
    bare = re.sub(r"\s+", " ", bare)
    return bare, bare != _LABEL.sub("", words)


def _serial_text(words: str, hints: Hints) -> When | None:
    """'39153' as text, from a sheet saved with its dates as numbers."""
    if not re.fullmatch(r"\d{5}(?:\.\d+)?", words):
        return None
    when = _number(float(words), hints.epoch_1904)
    if not isinstance(when, When) or when.start is None:
        return None
    how = f"it is a spreadsheet's number for {when.start:%d/%m/%Y}; read as that"
    return because(when, repaired(hints, how))


def _missing(text: str) -> Remark:
    said = f"The date is given as '{text}'" if text else "The row has no date"
    return doubt("date-missing", f"{said}; it is kept as undated.", "Ask the agency for the date.")
