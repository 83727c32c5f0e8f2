"""When something happened, as precisely as the record says and no more. UK day-first, always.

when      = [about] period [?] | undated | ditto
about     = c. | ca. | circa | about | approx | around | ?            keeps the period, as circa
period    = day [time] | several | range | month | season | term | year | part-of
day       = [weekday] d sep m sep y | d month y | month d y | y-m-d   sep: . / - or space
several   = d, d [and|&|/] d month y ...                              first and last day
range     = day - day | d-d month y | y-y | between x and y | w/b day
month     = month y | mm/yyyy          season = spring|summer|autumn|winter y[/y]
term      = spring|summer|autumn term y                               part-of = early|mid|late ...
before x, after x, by x, since x: one end is open
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from enum import StrEnum

from chronology.findings import Remark, Severity


class Precision(StrEnum):
    """How exact a date is, in the words of the open data form."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    TERM = "term"
    YEAR = "year"
    RANGE = "range"
    SEVERAL = "several"
    CIRCA = "circa"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


_EXACT = (Precision.TIME, Precision.DAY)
SortKey = tuple[int, dt.date, int, int, dt.time]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date or period with the words as sent; `end` is inclusive; undated has neither end.

    There is deliberately no `<`: uncertain dates are ordered by `sort_key()` only.
    """

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    text: str
    time: dt.time | None = None
    end_time: dt.time | None = None
    remarks: tuple[Remark, ...] = ()

    def sort_key(self) -> SortKey:
        """Start; a day before anything less precise; untimed last; undated last."""
        first = self.start or self.end
        if first is None:
            return (1, dt.date.max, 0, 0, dt.time.max)
        timed = self.time is not None
        return (0, first, self.precision not in _EXACT, not timed, self.time or dt.time.max)


Window = tuple[dt.date | None, dt.date | None]
_OPEN: Window = (None, None)
_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3].casefold(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS["sept"] = 9
_M = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SEP = r"\s*[./\-]\s*|\s+"
_NUMERIC = re.compile(rf"(\d{{1,2}})(?:{_SEP})(\d{{1,2}})(?:{_SEP})(\d{{4,5}}|\d{{2}})(?!\d)")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NAMED = re.compile(rf"(\d{{1,2}})[\s.\-/]*({_M})\.?[\s,.\-/']*(\d{{4}}|\d{{2}})?(?![\d:])")
_MONTH_FIRST = re.compile(rf"({_M})\.?\s+(\d{{1,2}}),?\s+(\d{{4}})(?!\d)")
_MONTH = re.compile(rf"({_M})\.?[\s,.\-/']*(\d{{4}}|\d{{2}})")
_MONTH_NUMBER = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_YEAR = re.compile(r"((?:19|20)\d\d)")
_SEASON = re.compile(
    r"(spring|summer|autumn|fall|winter)( term)?(?: of)?\s+(\d{4}|\d{2})(?:\s*/\s*\d{1,4})?"
)
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+")
_UNDATED = re.compile(
    r"(?:undated|date (?:not )?(?:un)?known|not known|n/?k|n/?a|no date|tbc|"
    r"not (?:recorded|stated)|unknown|\?+|-+|none)?"
)
_DITTO = re.compile(r'(?:as above|ditto|same (?:day|date)|"|\u201d|\u3003|do\.?)')
_ABOUT = re.compile(
    r"^(?:(?:circa|about|approximately|approx|on or (?:around|about)|around|probably|ca|c)\b\.?|\?)"
    r"\s*"
)
_SEASON_START = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (5, 7)}
_SPAN = re.compile(
    r"\s+(?:-|to|until|till)\s+|(?<=\d{4})-(?=\d)|(?<=\d{2})\s*-\s*(?=\d{1,2}[/.]\d)"
)


def parse_when(text: str, *, near: When | dt.date | None = None) -> When:
    """Read a date as people write it; `near` settles a missing or two-digit year and dittos."""
    return read_date(text, near=near)


def unknown(text: str, *remarks: Remark) -> When:
    """An undated When that keeps the words as sent."""
    return When(start=None, end=None, precision=Precision.UNKNOWN, text=text, remarks=remarks)


def read_date(
    value: object,
    *,
    near: When | dt.date | None = None,
    window: Window = _OPEN,
    epoch_1904: bool = False,
) -> When:
    """Read a cell as a date: text, a real date, or a spreadsheet's serial number."""
    if isinstance(value, dt.datetime):
        time = None if value.time() == dt.time(0) else value.time().replace(second=0, microsecond=0)
        shown = f"{value:%Y-%m-%d %H:%M}" if time else f"{value:%Y-%m-%d}"
        return _day(value.date(), shown, time)
    if isinstance(value, dt.date):
        return _day(value, value.isoformat(), None)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _serial(float(value), epoch_1904)
    text = "" if value is None else str(value)
    day = near if isinstance(near, dt.date) else (near.start if near else None)
    return replace(_Reader(text, day, window).read(), text=text.strip())


def _day(day: dt.date, text: str, time: dt.time | None) -> When:
    precision = Precision.TIME if time else Precision.DAY
    return When(start=day, end=day, precision=precision, text=text, time=time)


def _serial(number: float, epoch_1904: bool) -> When:
    text = str(int(number)) if number.is_integer() else str(number)
    if 1900 <= number <= 2099 and number.is_integer():
        return replace(_Reader(text, None, _OPEN).read(), text=text)
    if not 1 <= number < 2958466:
        return unknown(text, _not_read(text))
    start = dt.datetime(1904, 1, 1) if epoch_1904 else dt.datetime(1899, 12, 30)
    return replace(read_date(start + dt.timedelta(minutes=round(number * 1440))), text=text)


class _Reader:
    """One text being read: the folded words, and what settles an unclear year."""

    def __init__(self, text: str, near: dt.date | None, window: Window) -> None:
        self.sent = " ".join(text.split())
        self.near, self.window = near, window
        self.remarks: list[Remark] = []
        folded = self.sent.casefold().translate(
            {0x2013: "-", 0x2014: "-", 0x2019: "'", 0x200B: None}
        )
        folded = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", folded)
        self.words = re.sub(r"\s+", " ", folded).strip(" ,;")

    def read(self) -> When:
        if _UNDATED.fullmatch(self.words):
            return unknown(self.sent, _undated())
        if _DITTO.fullmatch(self.words):
            return self._carried()
        words, about = self._without_about(self.words)
        when = self._period(words)
        if when is None:
            return unknown(self.sent, *(self.remarks or [_not_read(self.sent)]))
        if about:
            when = replace(when, precision=Precision.CIRCA)
        return replace(when, remarks=tuple(self.remarks))

    def _carried(self) -> When:
        if self.near is None:
            return unknown(self.sent, _not_read(self.sent))
        message = f"'{self.sent}': the date of the row above was carried down."
        self.remarks.append(_remark("date-carried-down", Severity.NOTE, message))
        return replace(_day(self.near, self.sent, None), remarks=tuple(self.remarks))

    def _without_about(self, words: str) -> tuple[str, bool]:
        bare = _ABOUT.sub("", words)
        bare = re.sub(r"\s*\?$|\s*\(approx\.?\)$", "", bare)
        return bare, bare != words

    def _period(self, words: str) -> When | None:
        for reader in (
            self._open_ended,
            self._week,
            self._several,
            self._range,
            self._one_day,
            self._part,
            self._month,
            self._season,
            self._year,
        ):
            if (when := reader(words)) is not None:
                return when
            if any(r.code == "date-impossible" for r in self.remarks):
                return None
        return None

    def _open_ended(self, words: str) -> When | None:
        found = re.match(r"(before|prior to|by|pre|after|since|post)\s+(.+)", words)
        inner = self._period(found[2]) if found else None
        if not found or inner is None or inner.start is None or inner.end is None:
            return None
        if found[1] in ("after", "since", "post"):
            return _span(inner.start, None, Precision.AFTER)
        return _span(None, inner.end, Precision.BEFORE)

    def _week(self, words: str) -> When | None:
        found = re.match(r"(?:w/?b|w/?c|week (?:beginning|commencing|of)):?\s+(.+)", words)
        inner = self._one_day(found[1]) if found else None
        if inner is None or inner.start is None:
            return None
        return _span(inner.start, inner.start + dt.timedelta(days=6), Precision.RANGE)

    def _several(self, words: str) -> When | None:
        found = re.fullmatch(rf"((?:\d{{1,2}}\s*(?:,|/|&|and)\s*)+)(\d{{1,2}}\s*(?:{_M}).*)", words)
        if not found:
            return None
        days = re.split(r"(?<=[a-z\d])\s*(?:,|&|and)\s*(?=\d)", found[2])
        year = re.search(r"\d{4}", found[2])
        last = self._one_day(self._with_year(days[-1], int(year[0])) if year else days[-1])
        if last is None or last.start is None:
            return None
        month = re.search(rf"(?<=[\d\s])(?:{_M})", found[2])
        first = int(re.split(r"\D", found[1])[0])
        number = _MONTHS[month[0]] if month else last.start.month
        start = self._make(last.start.year, number, first)
        return _span(start, last.start, Precision.SEVERAL) if start else None

    def _range(self, words: str) -> When | None:
        between = re.fullmatch(r"(?:between|from)\s+(.+?)\s+(?:and|to|-)\s+(.+)", words)
        short = re.fullmatch(
            rf"(\d{{1,2}})\s*(?:-|to)\s*(\d{{1,2}}[\s./-]*(?:{_M}|\d{{1,2}}[./])\b.*)", words
        )
        if between:
            left, right = between[1], between[2]
        elif short:
            left, right = short[1], short[2]
        else:
            parts = _SPAN.split(words)
            if len(parts) != 2:
                return None
            left, right = parts
        later = self._period(right)
        if later is None or later.start is None or later.end is None:
            return None
        if re.fullmatch(r"\d{1,2}", left):
            first = self._make(later.start.year, later.start.month, int(left))
        else:
            self.near = self.near or later.start
            earlier = self._period(self._with_year(left, later.start.year))
            first = earlier.start if earlier else None
        if first is None or later.end < first:
            return None
        return _span(first, later.end, Precision.RANGE)

    def _with_year(self, left: str, year: int) -> str:
        return left if re.search(r"\d{4}|\d[./]\d+[./]\d", left) else f"{left} {year}"

    def _one_day(self, words: str) -> When | None:
        weekday = _WEEKDAY.match(words)
        words = words[weekday.end() :] if weekday else words
        found = self._day_at_start(words)
        if found is None:
            return None
        day, rest = found
        time = end_time = None
        rest = rest.strip(" ,;t").removeprefix("at ").strip("() z")
        if rest:
            time, end_time, remarks = read_time(rest)
            if time is None:
                return None
            self.remarks += remarks
        if weekday and calendar.day_abbr[day.weekday()].casefold() != weekday[1]:
            message = f"'{self.sent}': {day:%d/%m/%Y} was a {calendar.day_name[day.weekday()]}."
            self.remarks.append(
                _remark(
                    "date-weekday", Severity.WARNING, message, "Check the date with the agency."
                )
            )
        return replace(_day(day, self.sent, time), end_time=end_time)

    def _day_at_start(self, words: str) -> tuple[dt.date, str] | None:
        if found := _ISO.match(words):
            day = self._make(int(found[1]), int(found[2]), int(found[3]))
        elif found := _NUMERIC.match(words):
            day = self._numeric(found)
        elif found := _MONTH_FIRST.match(words):
            day = self._make(int(found[3]), _MONTHS[found[1]], int(found[2]))
        elif found := _NAMED.match(words):
            if not found[3] and self.near is None:
                return None
            year = self._year_of(found[3]) if found[3] else self._missing_year()
            day = self._make(year, _MONTHS[found[2]], int(found[1]))
        else:
            return None
        return (day, words[found.end() :]) if day else None

    def _numeric(self, found: re.Match[str]) -> dt.date | None:
        day, month = int(found[1]), int(found[2])
        if len(found[3]) == 5:
            self._repaired(f"the year {found[3]} was read as 20{found[3][-2:]}")
        elif re.search(r"[./-].*[./-]", found[0]) and len(set(re.findall(r"[./-]", found[0]))) > 1:
            self._repaired("its marks differ; read as one date")
        year = self._year_of(found[3][-2:] if len(found[3]) == 5 else found[3])
        if month > 12 >= day:
            self._repaired(f"there is no month {month}; read month first")
            day, month = month, day
        return self._make(year, month, day)

    def _repaired(self, how: str) -> None:
        self.remarks.append(
            _remark(
                "date-repaired",
                Severity.WARNING,
                f"'{self.sent}': {how}.",
                "Check the date with the agency.",
            )
        )

    def _missing_year(self) -> int:
        assert self.near is not None
        message = f"'{self.sent}' has no year; {self.near.year} was taken from the rows around it."
        self.remarks.append(
            _remark("date-year-assumed", Severity.WARNING, message, "Check the year.")
        )
        return self.near.year

    def _year_of(self, digits: str) -> int:
        year = int(digits)
        if len(digits) == 4:
            return year
        low, high = self.window
        fits = [
            c + year
            for c in (2000, 1900)
            if (low is None or c + year >= low.year) and (high is None or c + year <= high.year)
        ]
        if low and high and len(fits) == 1:
            return fits[0]
        return (2000 if year < 50 else 1900) + year

    def _make(self, year: int, month: int, day: int) -> dt.date | None:
        try:
            return dt.date(year, month, day)
        except ValueError:
            self.remarks.append(
                _remark(
                    "date-impossible",
                    Severity.ERROR,
                    f"'{self.sent}': there is no such day. The row is kept as undated.",
                    "Ask the agency for the date.",
                )
            )
            return None

    def _part(self, words: str) -> When | None:
        found = re.match(
            r"(early|mid|middle of|late|end of|beginning of|start of)[\s-]+(?:in )?(.+)", words
        )
        inner = (self._month(found[2]) or self._year(found[2])) if found else None
        if not found or inner is None or inner.start is None or inner.end is None:
            return None
        third = {"e": 0, "b": 0, "s": 0, "m": 1}.get(found[1][0], 2)
        if found[1] == "end of":
            third = 2
        if inner.precision is Precision.YEAR:
            start = dt.date(inner.start.year, 1 + 4 * third, 1)
            return _span(start, _month_end(start.year, start.month + 3), Precision.CIRCA)
        first = inner.start.replace(day=1 + 10 * third)
        last = inner.end if third == 2 else first + dt.timedelta(days=9)
        return _span(first, last, Precision.CIRCA)

    def _month(self, words: str) -> When | None:
        if found := _MONTH.fullmatch(words):
            year, month = self._year_of(found[2]), _MONTHS[found[1]]
        elif found := _MONTH_NUMBER.fullmatch(words):
            year, month = int(found[2]), int(found[1])
        else:
            return None
        start = self._make(year, month, 1)
        return _span(start, _month_end(year, month), Precision.MONTH) if start else None

    def _season(self, words: str) -> When | None:
        found = _SEASON.fullmatch(words)
        if not found:
            return None
        name, year = found[1], self._year_of(found[3])
        if found[2] and name in _TERMS:
            first, last = _TERMS[name]
            return _span(dt.date(year, first, 1), _month_end(year, last), Precision.TERM)
        start = dt.date(year, _SEASON_START[name], 1)
        last_year, last_month = (year + 1, 2) if name == "winter" else (year, start.month + 2)
        return _span(start, _month_end(last_year, last_month), Precision.SEASON)

    def _year(self, words: str) -> When | None:
        found = _YEAR.fullmatch(words)
        if not found:
            return None
        year = int(found[1])
        return _span(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)


_CLOCK = re.compile(
    r"(?:approx\.?|about|circa|c\.?|around)?\s*(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2})?(?:\.0+)?\s*"
    r"(hrs|hours|hr|h|a\.?m\.?|p\.?m\.?)?"
)
_NAMED_TIMES = {"midday": dt.time(12), "noon": dt.time(12), "midnight": dt.time(0)}
_LOOSE = ("am", "pm", "a.m.", "p.m.", "morning", "afternoon", "evening", "night", "overnight")


def read_time(
    value: object,
) -> tuple[dt.time | None, dt.time | None, tuple[Remark, ...]]:
    """Read a time or a range of times; words such as 'evening' give no time and a note."""
    if isinstance(value, dt.datetime):
        return value.time().replace(second=0, microsecond=0), None, ()
    if isinstance(value, dt.time):
        return value.replace(second=0, microsecond=0), None, ()
    if isinstance(value, float) and 0 <= value < 1:
        return (
            (dt.datetime(1900, 1, 1) + dt.timedelta(minutes=round(value * 1440))).time(),
            None,
            (),
        )
    if isinstance(value, int | float):
        value = f"{int(value):04d}"
    text = " ".join(str(value or "").split())
    words = text.casefold().replace("\u2013", "-").strip(" .,;()")
    if not words or words in ("n/k", "nk", "n/a", "-", "unknown", "not known", "not recorded"):
        return None, None, ()
    if words in _NAMED_TIMES:
        return _NAMED_TIMES[words], None, ()
    first, _, second = (p.strip() for p in re.sub(r"\s+to\s+", "-", words).partition("-"))
    start, start_half = _clock(first)
    end, end_half = _clock(second) if second else (None, "")
    if (
        start
        and end
        and end_half == "p"
        and not start_half
        and start.hour < 12 <= end.hour
        and start.hour + 12 <= end.hour
    ):
        start = start.replace(hour=start.hour + 12)
    if start is None or (second and end is None):
        loose = words in _LOOSE or any(w in words for w in _LOOSE[4:])
        code, severity = (
            ("time-loose", Severity.NOTE) if loose else ("time-not-read", Severity.WARNING)
        )
        return (
            None,
            None,
            (_remark(code, severity, f"'{text}' is not a time of day to the minute."),),
        )
    return start, end, ()


def _clock(words: str) -> tuple[dt.time | None, str]:
    found = _CLOCK.fullmatch(words)
    if not found or (found[2] is None and found[3] is None):
        return None, ""
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if (hour, minute) == (24, 0):
        hour = 0
    return (dt.time(hour, minute), half) if hour < 24 and minute < 60 else (None, "")


def in_words(when: When) -> str:
    """The date only as precisely as it may honestly be shown."""
    start, end = when.start, when.end
    if when.precision is Precision.BEFORE and end:
        return f"before {_shown(end, end)}"
    if when.precision is Precision.AFTER and start:
        return f"after {_shown(start, start)}"
    if start is None or end is None:
        return "undated"
    if when.precision in _EXACT:
        return _shown(start, end)
    if when.precision is Precision.MONTH:
        return f"{start:%B} {start.year}"
    if when.precision is Precision.YEAR:
        return str(start.year)
    if when.precision in (Precision.SEASON, Precision.TERM, Precision.CIRCA, Precision.SEVERAL):
        return when.text or f"about {_shown(start, end)}"
    return f"{_shown(start, start)} to {_shown(end, end)}"


def _shown(start: dt.date, end: dt.date) -> str:
    shown = f"{start.day:02d}/{start.month:02d}/{start.year:04d}"
    return shown if start == end else f"{shown} to {end.day:02d}/{end.month:02d}/{end.year:04d}"


def _span(start: dt.date | None, end: dt.date | None, precision: Precision) -> When:
    return When(start=start, end=end, precision=precision, text="")


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _remark(code: str, severity: Severity, message: str, remedy: str = "") -> Remark:
    return Remark(code=code, severity=severity, message=message, remedy=remedy)


def _undated() -> Remark:
    return _remark(
        "date-missing",
        Severity.WARNING,
        "The row has no date; it is kept as undated.",
        "Ask the agency for the date.",
    )


def _not_read(text: str) -> Remark:
    return _remark(
        "date-not-read",
        Severity.WARNING,
        f"'{text}' cannot be read as a date. The row is kept as undated.",
        "Ask the agency for the date, or correct it in a copy.",
    )
