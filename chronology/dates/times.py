"""Times of day as UK staff write them.

time   = [about] clock | [about] clock to clock | midday | noon | midnight
clock  = hhmm | hh:mm[:ss] | hh.mm | h am|pm   [hrs|hours|h|am|pm] [in the morning|evening ...]
to     = - | to | until | / | and
Words such as 'evening' and 'before 9am' give no time and a note; n/k and blank give nothing.
A 1.30 that could be night or afternoon is read as it stands, with a warning.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from chronology.dates.lexicon import ORDINAL, M, fold
from chronology.dates.when import IF_IT_MATTERS, doubt
from chronology.findings import Remark, note

TimesRead = tuple[dt.time | None, dt.time | None, tuple[Remark, ...]]
_NOTHING: TimesRead = (None, None, ())
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.;,h]?\s?(\d{2})(?:[:.]\d{2}(?:\.\d+)?)?)?\s*"
    r"(hrs|hours|hour|hr|hs|h|o'clock|a\.?\s?m\.?|p\.?\s?m\.?|noon|z|gmt|bst)?\s*(?:gmt|bst|hrs)?"
)
# A spreadsheet's part of a day left as text; 0.30 is half past midnight.
_PART_OF_A_DAY = re.compile(r"0?\.(?:\d|\d{3,})")
_HALF_FIRST = re.compile(r"^(am|pm) ((?:\d{3,4}|\d{1,2}[:.]\d\d)(?: ?hrs)?)$")
_OFFSET = re.compile(r"(?<=\d)\s?\+\d\d:?\d\d$|(?<=:\d\d:\d\d)-0\d:?[03]0$|(?<=\d)\s?(?:z|utc)$")
_ZONE = re.compile(rf"{_OFFSET.pattern}|(?<=\d)\s?(?:gmt|bst)$")
_HOURS = r"(?: ?h(?:ou)?rs?)?"
_NOON = re.compile(rf"(?:12(?:[:.]?00)?{_HOURS} )?(?:noon|mid[ -]?day)")
_MIDNIGHT = re.compile(rf"(?:(?:12|24|00?)(?:[:.]?00)?{_HOURS} )?mid[ -]?night")
_END_OF_DAY = re.compile(rf"24[:.]?00(?:[:.]00)?{_HOURS}")
_IN_THE = (
    r"(?:(?:in|at|during) )?(?:the )?(?:early |late |mid[ -])?(morning|afternoon|evening|night)"
)
_PART = re.compile(rf"{_IN_THE}(?:,? at)?,? (?P<after>.+)|(?P<before>.+?),? {_IN_THE}")
"""A clock beside the part of the day that it lies in: '19:30 (evening)', '3 in the afternoon'."""
_NIGHT_FROM = 6
_ASK_WHICH = "Ask the agency which it was."
_BLANK = re.compile(
    r"(?:[-?./\s]*|n\s*/?\s*[akrs]|unknown|unk|not (?:known|recorded|stated|given|specified|"
    r"documented|applicable)|none(?: recorded| given)?|no time(?: recorded| given)?|"
    r"time (?:unknown|not \w+)|unrecorded|untimed|tbc|as above|ditto|blank|various)"
)
_LASTING = re.compile(
    r"[\s,-]+(?:for )?(?:about |approx )?\d{1,3}\s?(?:minutes|minute|mins?|hours|hour|hrs?)$"
)
"""'11.00am (45 mins)': how long it took, behind the time."""
_LOOSE = re.compile(
    r"\b(?:am|pm|a\.m\.?|p\.m\.?|morning|mornings|afternoon|evening|eve|night|overnight|lunch|"
    r"lunchtime|tea ?time|bed ?time|breakfast|dawn|dusk|early hours|all day|daytime|school|before|"
    r"after|since|later?|early|shift|hours|during|onwards)\b"
)
_ABOUT = re.compile(
    r"^(?:(?:approx(?:imately)?|about|around|circa|ca|c|just (?:after|before)|at|by|from|between|"
    r"time)\b[.:]?\s*|c(?=\d)|@\s*)+"
)
_ABOUT_AFTER = re.compile(r"[\s-]*(?:approx(?:imately)?\.?|circa|or so|ish|onwards|start)$")
_PAST = re.compile(
    r"(half|quarter|\d{1,2}(?: min(?:ute)?s?)?) (past|to) (\d{1,2}|[a-z]+)(?:\s*([ap])\.?m\.?)?"
)
_HOUR_TO_HOUR = re.compile(r"(\d{1,2}) to ((\d{1,2}) ?[ap]\.?m\.?)")
_NUMBERS = re.compile(
    "(one)|(two)|(three)|(four)|(five)|(six)|(seven)|(eight)|(nine)|(ten)|(eleven)|(twelve)"
)
_HOURS_AFTER_DAY = re.compile(
    rf"(?P<day>.*\b\d{{1,2}}(?:(?P<mark>[/.-])\d{{1,2}}(?P=mark)|(?:{ORDINAL})? (?:of )?{M},? )"
    r"(?:(?:19|20)\d\d|'?\d\d))[\s,]+"
    r"(?P<from>\d{1,2})(?P<past>[:.][0-5]\d)?\s?(?:-|to)\s?(?P<to>\d{1,2})(?P<after>[:.][0-5]\d)?"
)
_TO = re.compile(r"\s*(?:-+|\bto\b|\buntil\b|\btill?\b|/|&|\band\b)\s*(?:approx )?")
_MIGHT_BE_AFTERNOON = range(1, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clock:
    """A time of day; `half` is a or p where the text says so; `sure` if it cannot be the other."""

    at: dt.time
    half: str = ""
    sure: bool = True


def read_time(value: object) -> TimesRead:
    """Read a time or a range of times; words such as 'evening' give no time and a note."""
    if isinstance(value, dt.datetime):
        return _plain(value.time()), None, ()
    if isinstance(value, dt.time):
        return _plain(value), None, ()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value)
    return _text("" if value is None else " ".join(str(value).split()))


def hours_as_clocks(words: str) -> str:
    """'13/03/21 10-12' with its hours as times, 10:00 - 12:00: behind a day they are no days."""
    found = _HOURS_AFTER_DAY.fullmatch(words)
    if not found or (found["past"] and found["after"]):
        return words
    first, last = int(found["from"]), int(found["to"])
    last += 12 * (last < first <= 12)
    if max(first, last) >= 24 or last <= first:
        return words
    past, after = (
        found[part].replace(".", ":") if found[part] else ":00" for part in ("past", "after")
    )
    return f"{found['day']} {first}{past} - {last}{after}"


def _plain(time: dt.time) -> dt.time:
    return time.replace(second=0, microsecond=0, tzinfo=None)


def _number(value: float) -> TimesRead:
    """A spreadsheet's part of a day, 0930 that lost its nought, or 9.30 that became a number."""
    if 0 < value < 1:
        minutes = round(value * 1440) % 1440
        return dt.time(*divmod(minutes, 60)), None, ()
    if value != value or value in (float("inf"), float("-inf")):
        return _unread(str(value))
    if float(value).is_integer():
        return _text(f"{int(value):04d}") if value == 0 or value >= 100 else _unread(f"{value:g}")
    if 1 <= value < 24:
        return _text(f"{value:.2f}")
    if 20000 < value < 80000:
        return _number(value % 1)
    return _unread(str(value))


@lru_cache(maxsize=4096)
def _text(text: str) -> TimesRead:
    words = _HALF_FIRST.sub(r"\2 \1", fold(text).strip(" .,;:").rstrip(" -"))
    words = _OFFSET.sub("", words) if re.match(r"\d\d:\d\d", words) else words
    if _BLANK.fullmatch(words):
        return _NOTHING
    if _PART_OF_A_DAY.fullmatch(words):
        return _number(float(words))
    words = _mended(words)
    bare = _ABOUT_AFTER.sub("", _ABOUT.sub("", words.replace("about", "approx"))).strip(" ?.,")
    if re.match(r"(?:before|after|just (?:before|after)|by)\b", words):
        return _loose(text)
    if _MIDNIGHT.fullmatch(bare) or _END_OF_DAY.fullmatch(bare):
        message = f"'{text}' could be the start or the end of the day; the start was taken."
        return dt.time(0), None, (doubt("time-ambiguous", message, _ASK_WHICH),)
    if hours := _minutes_or_hours(bare, text):
        return hours
    if single := _noon(bare) or _clock(bare) or _in_part(bare):
        return single.at, None, _doubts(single, text)
    if two := _two(bare, text):
        return two
    if (begun := _LASTING.sub("", bare)) != bare and (clock := _clock(begun)):
        return clock.at, None, _doubts(clock, text)
    return _loose(text) if _LOOSE.search(words) else _unread(text)


def _mended(words: str) -> str:
    """Letters typed for noughts and ones, doubled marks, and "o'clock" before "pm"."""
    words = re.sub(r"(?<![a-z])o(?=\d)|(?<=\d)o(?=[\do:.]|\b(?!'))", "0", words)
    words = re.sub(r"(?<=\d) o'clock(?= ?[ap]\.?m\b|,? (?:in|at) )", "", words)
    return re.sub(r"([:.;]){2,}", r"\1", words)


def _two(words: str, text: str) -> TimesRead | None:
    """Two times: a start and an end."""
    for mark in _TO.finditer(words):
        left, right = words[: mark.start()], words[mark.end() :]
        end = _named_or_clock(right)
        start = _named_or_clock(left) or (_hour(left) if end and end.half else None)
        if start and not end:
            end = _hour(right) if start.half else None
        if start and end:
            started = _same_half(start, end)
            ended = end if end.half or not start.half else _after(started, end)
            return started.at, ended.at, (*_doubts(started, text), *_maybe_apart(mark[0], text))
    return None


def _maybe_apart(mark: str, text: str) -> tuple[Remark, ...]:
    """'14:30 & 16:00' may be two visits; 'between 14:30 and 16:00' is not."""
    if mark.strip() not in ("/", "&", "and") or re.match(r"\W*(?:between|from)\b", text, re.I):
        return ()
    message = f"'{text}' could be two times; it was read as from the one to the other."
    return (doubt("time-ambiguous", message, _ASK_WHICH),)


def _named_or_clock(words: str) -> _Clock | None:
    if _MIDNIGHT.fullmatch(words):  # beside another time there is no doubt which
        return _Clock(at=dt.time(0), half="a")
    return _noon(words) or _clock(words)


def _noon(words: str) -> _Clock | None:
    return _Clock(at=dt.time(12)) if _NOON.fullmatch(words) else None


def _in_part(words: str) -> _Clock | None:
    """A clock with its part of the day; None where the two contradict each other."""
    found = _PART.fullmatch(words)
    if not found:
        return None
    part = found[1] or found[4]
    bare = _ABOUT_AFTER.sub("", _ABOUT.sub("", found["after"] or found["before"])).strip(" ?.,")
    clock = _clock(bare) or _hour(bare)
    if clock is None:
        return None
    at, half = clock.at, _half(part, clock.at.hour)
    if (clock.half and clock.half != half) or (at.hour >= 12 and half == "a"):
        return None
    if at.hour == 12 and part != "afternoon":
        return None
    if half == "p" and at.hour < 12:
        at = at.replace(hour=at.hour + 12)
    return _Clock(at=at, half=half)


def _half(part: str, hour: int) -> str:
    """The half of the day, a or p, in which an hour of a part of the day lies."""
    if part == "night":
        return "p" if hour >= _NIGHT_FROM else "a"
    return "a" if part == "morning" else "p"


def _minutes_or_hours(words: str, text: str) -> TimesRead | None:
    """'2 to 4pm' is from 14:00; '10 to 4pm' may be 15:50 and '5 to 7pm' 18:55, and are queried.

    None for all that is no such pair, and for 20 or 25 minutes to an hour.
    """
    found = _HOUR_TO_HOUR.fullmatch(words)
    if not found or not 1 <= int(found[1]) <= 12:
        return None
    hours = _two(f"{found[1]} - {found[2]}", text)
    past = _clock(words)
    if not hours or not hours[0] or not hours[1] or past is None or int(found[1]) not in (5, 10):
        return hours
    pair, minutes = f"{hours[0]:%H:%M} to {hours[1]:%H:%M}", f"{past.at:%H:%M}"
    as_hours = int(found[1]) < int(found[3])
    first, second = (pair, minutes) if as_hours else (minutes, pair)
    message = f"'{text}' could be {first} or {second}; the first was taken."
    remarks = (doubt("time-ambiguous", message, _ASK_WHICH),)
    return (*hours[:2], remarks) if as_hours else (past.at, None, remarks)


def _hour(words: str) -> _Clock | None:
    """A bare hour: a time only beside one that says am or pm."""
    whole = re.fullmatch(r"\d{1,2}", words)
    return _Clock(at=dt.time(int(words)), sure=False) if whole and int(words) < 24 else None


def _same_half(start: _Clock, end: _Clock) -> _Clock:
    """'5-6pm' began at 17:00, '11-1pm' at 11:00."""
    if end.half == "a" and not start.half:
        return _Clock(at=start.at.replace(hour=start.at.hour % 12), half="a")
    later = start.at.hour + 12
    if end.half == "p" and not start.half and later < 24:
        moved = start.at.replace(hour=later)
        if moved <= end.at:
            return _Clock(at=moved, half="p")
        return _Clock(at=start.at, half="a")
    return start


def _after(start: _Clock, end: _Clock) -> _Clock:
    """'11am - 1' ended at 13:00, '11pm - 1' at one at night."""
    if end.at <= start.at and end.at.hour < 12:
        later = end.at.replace(hour=end.at.hour + 12)
        return _Clock(at=later, half="p") if later > start.at else end
    return end


def _clock(words: str) -> _Clock | None:
    if past := _PAST.fullmatch(words):
        return _past(past)
    found = _CLOCK.fullmatch(words.strip())
    if not found or (found[2] is None and found[3] is None):
        return None
    hour, minute, suffix = int(found[1]), int(found[2] or 0), found[3] or ""
    half = suffix[0] if suffix[:1] in ("a", "p") else ""
    if found[2] is None and not half and suffix not in ("noon", "o'clock") and len(found[1]) < 2:
        return None
    if hour == 24 and found[2] is None:  # 24hrs is a length
        return None
    if (half == "a" and hour > 12) or (half == "p" and hour == 0):  # 13:30am, 00:30pm
        return None
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    hour = 0 if (hour, minute) == (24, 0) else hour
    if hour > 23 or minute > 59:
        return None
    sure = bool(suffix) or found[1].startswith("0") or hour not in _MIGHT_BE_AFTERNOON
    return _Clock(at=dt.time(hour, minute), half=half, sure=sure and suffix != "o'clock")


_ITS_ZONE = "if its zone is meant"


def is_of_zone(remark: Remark) -> bool:
    """Whether a remark is one of zone_doubts."""
    return _ITS_ZONE in remark.message


def zone_doubts(day: dt.date, time: dt.time | None, words: str) -> tuple[Remark, ...]:
    """What is to be said of a time with a zone that is not that of the UK on the day.

    Programs write Z behind the time of the clock and behind that of Greenwich alike.
    """
    zone = _ZONE.search(words)
    if time is None or zone is None:
        return ()
    digits = re.sub(r"\D", "", zone[0])
    minutes = int(digits[:2]) * 60 + int(digits[2:]) if digits else 60 * ("bst" in zone[0])
    at = dt.datetime.combine(day, time)
    there = at - dt.timedelta(minutes=-minutes if "-" in zone[0] else minutes)
    here = there + dt.timedelta(hours=_summer_time(there))
    if here == at:
        return ()
    message = (
        f"'{words}': {_ITS_ZONE} it was {here:%d/%m/%Y %H:%M} by the clock in the UK; "
        "it was read as it stands."
    )
    return (doubt("time-ambiguous", message, _ASK_WHICH),)


def _summer_time(at: dt.datetime) -> bool:
    """From the last Sunday of March to that of October, at one o'clock by Greenwich."""
    begins, ends = (dt.datetime(at.year, month, 31, 1) for month in (3, 10))
    begins, ends = (t - dt.timedelta(days=t.isoweekday() % 7) for t in (begins, ends))
    return begins <= at < ends


def _past(found: re.Match[str]) -> _Clock | None:
    """'half past nine', 'quarter to 10 am'."""
    name, spelt = found[3], _NUMBERS.fullmatch(found[3])
    hour = int(name) if name.isdigit() else (spelt.lastindex or 99) if spelt else 99
    if hour > 12:
        return None
    if found[1].isdigit() and int(found[1]) not in (5, 10, 20, 25):  # 9 to 10 are hours
        return None
    minutes = {"half": 30, "quarter": 15}.get(found[1]) or int(re.sub(r"\D", "", found[1]) or 0)
    total = (hour % 12 + (12 if found[4] == "p" else 0)) * 60
    total += minutes if found[2] == "past" else -minutes
    at = dt.time(*divmod(total % 1440, 60))
    hours = found[1] in ("5", "10") and found[2] == "to"
    sure = bool(found[4]) or not (hours or at.hour in _MIGHT_BE_AFTERNOON)
    return _Clock(at=at, half=found[4] or "", sure=sure)


def _doubts(clock: _Clock, text: str) -> tuple[Remark, ...]:
    if clock.sure or clock.half or clock.at.hour >= 12 or clock.at.hour == 0:
        return ()
    other = clock.at.replace(hour=clock.at.hour + 12)
    message = f"'{text}' could be {clock.at:%H:%M} or {other:%H:%M}; the first was taken."
    return (doubt("time-ambiguous", message, _ASK_WHICH),)


def _loose(text: str) -> TimesRead:
    message = f"'{text}' is not a time of day to the minute; the words are kept."
    return None, None, (note("time-loose", message, IF_IT_MATTERS),)


def _unread(text: str) -> TimesRead:
    message = f"'{text}' cannot be read as a time of day; the words are kept."
    return None, None, (doubt("time-not-read", message, "Ask the agency for the time."),)
