"""How a paragraph or line of a list begins: with its date, a time or a number (lists.py).

entry  = [bullet | number] when [mark] words | when alone, its words in the paragraphs below it
         | time mark words, below a day that stands alone; 12th mark words, below a month
         | number words, without a date where the entries are numbered
when   = [on] [about|w/c] [weekday] day [to|and|or day] [?] [time [to time]] | day onwards
         | day[, day] and day month year | month year | year mark
         | before a tab or a mark anything that is read as a date: w/c 9 Nov, May half term 2021

12/03/2021 - HV - home visit        The date is the words that say it, the event all that is left.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from chronology.dates import EXACT, Precision, read_date, says

A_YEAR = (dt.date(2000, 1, 1), dt.date(2000, 12, 31))
"""Within which a date without a year is one."""
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MARK = r"(?:\s*[-\u2013\u2014:|]\s|[ ]*\t|[ ]{2,})"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_TO_DAY = r"\s?(?:-|\u2013|to|until|till|and|&|or)\s?"
_DAYS = rf"(?:{_NTH}\s?(?:-|\u2013|/|,|&|\+|to|and|or)\s?(?:and\s)?){{0,9}}"
"""Of '4, 5 and 6 March 2021' and '4-6 March 2021' what stands before the last day."""
_OF_MONTH = rf"{_NTH}[\s./-]?(?:of\s)?{_MONTH},?[\s./-]?(?:\d{{4}}|'?\d\d)"
_DAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?:the\s+)?)?"
    rf"(?:\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:\d{{4}}|\d\d(?!\s{_MONTH}\s\d{{4}}))"
    r"(?:t\d\d:\d\d(?::\d\d)?)?"
    r"|\d{1,2}[-\u2013]\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)"
    r"|\d{1,2}[./]\d{1,2}\s?[-\u2013]\s?\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)"
    r"|\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?(?:\.\d+)?z?)?"
    r"|(?:19|20)(?:\d\d/\d\d/\d\d|\d\d\.\d\d\.\d\d|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))|\d\d\s\d\d\s(?:19|20)\d\d"
    rf"|{_DAYS}{_OF_MONTH}"
    rf"|{_MONTH}\s{_NTH},?\s\d{{4}}|{_NTH}\s[a-z]{{3,10}}\s(?:19|20)\d\d"
    rf"|{_NTH}\s{_MONTH}(?={_MARK}|\W*$|{_TO_DAY}{_OF_MONTH})|\d{{1,2}}/\d{{1,2}}(?={_MARK}))"
    r"(?![\d/])"
)
_NOT_SURE = (
    r"(?:\?\s?|(?:on(?:\sor\s|\s?/\s?))?(?:about|around|circa|c\.|approx(?:\.|imately)?)\s)?"
)
_WEEK = r"(?:(?:w/?[bce]|week\s(?:beginning|commencing|ending))[:.]?\s)?"
_STILL = r"(?:\s(?:and\s)?onwards?\b|\sto\s(?:date|(?:the\s)?present)\b)"
_DOUBTED = r"(?:\s?\?|\s\((?:approx\.?|\?)\)|\sapprox\.)"
_WHOLE = (
    rf"{_NOT_SURE}{_WEEK}(?:{_DAY})"
    rf"(?:[-\u2013]\d{{1,2}}/\d{{1,2}}(?![\d/])|{_STILL}|(?:{_TO_DAY}(?:{_DAY})){{0,9}}{_DOUBTED}?)"
)
_LESS = (
    rf"(?:(?:early|mid|late|about|circa|c\.)[\s-])?(?:{_MONTH}(?:\s\d{{4}})?(?:{_TO_DAY}|/))?"
    rf"{_MONTH}\s\d{{4}}(?!\d)"
    rf"|(?:19|20)\d\d(?:(?={_MARK})|(?:\s?[/-]\s?(?:\d\d){{1,2}})?(?=\W*$))"
)
_SPAN = (
    r"(?:between|from)\s(?:the\s)?\d[^.,;:|]{0,20}?\s(?:and|to|until|&)\s(?:the\s)?"
    rf"(?:{_DAY}|{_MONTH}\s\d{{4}}(?!\d))|(?:between|from)\s{_MONTH}(?:\s\d{{4}})?\s"
    rf"(?:and|to|until|&)\s{_MONTH}\s\d{{4}}(?!\d)"
)
_CLOCK = (
    r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?(?:hrs|hours|[ap]\.?m\.?))?|\d{4}\s?(?:hrs|hours)|"
    r"\d{1,2}\s?[ap]\.?m\b\.?|noon|midday|midnight)(?!\d|[./-]\d|\s?(?:kg|cm|mls?|oz|%|\u00b0))"
)
_FOUR = rf"(?:[01]\d|2[0-3])[0-5]\d(?={_MARK})(?!\s*[-\u2013]\s*\d)"
"""Behind a whole date four digits before a mark are a time: '7/1/21 0910 - home visit'."""
_TO = r"\s?(?:-|\u2013|to|and|&)\s?"
_TIME = (
    rf"(?:\s*[-\u2013|]\s+|[\s,]*)(?:(?:at|from)\s|@\s?)?\(?{_CLOCK}(?:{_TO}{_CLOCK})?\)?"
    rf"|\s+{_FOUR}"
)
_NUMBER = (
    r"(?:\(?\d{1,3}[.)](?![\d/])\s*"
    r"|\d{1,2}(?:\.\d{1,3}){1,3}[.)]?\s+(?=(?:on|in|during|by|between|from)\s)"
    r"|\d{1,2}\.\d{1,3}(?:\.\d)?[.)]?\s+"
    r"(?=[A-Z\u2018\u201c]|\d{1,2}(?:[./-]\d{1,2}[./-]|(?:st|nd|rd|th)?\s[^\W\d])))"
)
"""1. or 2.1 before words; of a section only before a capital letter: '10.4 kg' is a measure."""
_LETTER = r"\(?(?!c\.)(?:[a-z]|[ivx]{1,5})[.)]\s+"
"""a) or ii. before a date; 'c. March 2021' is about then."""
_NAMED_NUMBER = (
    r"(?:(?:entry|contact|event|item|note|record|number|no\.?)\s?#?|#)\d{1,4}\s?[.:)\-\u2013]?\s+"
    rf"(?!{_MONTH})"
)
_LEAD = (
    rf"(?:{_NUMBER}|{_LETTER}|{_NAMED_NUMBER}|[^\w(\[\"'\u2018\u201c?]{{0,4}})(?:date\s*[:-]\s*)?(?:on\s+)?(?:the\s+)?"
    r"(?:\[(?=\d))?"
)
_WHEN = re.compile(
    rf"{_LEAD}(?P<day>{_WHOLE}|{_LESS}|{_SPAN})(?P<time>{_TIME})?(?!\w)",
    re.IGNORECASE,
)
_TIME_AND_DAY = re.compile(
    rf"{_LEAD}(?P<day>(?:at\s)?(?:{_CLOCK}|(?:[01]\d|2[0-3])[0-5]\d(?=\s\d{{1,2}}[./-])),?\s(?:on\s)?"
    rf"(?:the\s)?(?:{_DAY}))(?!\w)",
    re.IGNORECASE,
)
"""A day behind its time: '10:00 04/03/2020', '10am on 4 March 2020'."""
_LEADING = re.compile(_LEAD, re.IGNORECASE)
_MARKED = re.compile(_MARK)
_LONGEST = 40
"""Letters of a date that is written otherwise, such as 'between Easter and May half term 2021'."""
_SAYS_WHEN = re.compile(
    r"\d|\bterm\b|\bundated\b|\b(?:un|not )known\b|\bno date\b|\bn/k\b", re.IGNORECASE
)
_ALL_OF_IT = re.compile(
    r"^(?!(?:to|until|till|by|and)\b)(?=.*\d).*(?:(?:19|20)\d\d|\d[./-][\dO]{1,2}[./-][\dO]{2}|"
    rf"(?:\b|\d){_MONTH}(?:\b|\d)|\b(?:spring|summer|autumn|winter|christmas|xmas|easter|term)\b|"
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W+\d{1,2}/\d)|"
    r"\bundated\b|\bno date\b|\bdate (?:un|not )known\b",
    re.IGNORECASE,
)
"""A line that is a date and nothing else says at least this: '10/10' may be a score."""
_NUMBERED = re.compile(rf"{_NUMBER}(?=\S)")
_NO_DAY = ("date-impossible", "date-year-odd", "date-missing")
"""Findings of a date that is one, although no day can be made of it."""
_TIME_FIRST = re.compile(
    rf"{_LEAD}(?P<time>{_CLOCK}(?:{_TO}{_CLOCK})?|(?:0\d|1[0-8]|2[1-3])[0-5]\d"
    rf"(?=\s+[^\W\d]|{_MARK}))(?!\w)",
    re.IGNORECASE,
)
"""Four digits are a time where they are no year."""
_BARE = re.compile(
    rf"{_LEAD}(?P<day>(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?:the\s+)?\d{{1,2}}"
    rf"(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)))(?={_MARK}|\W*$)",
    re.IGNORECASE,
)
"""A day of the month that stands alone over it."""
_NOT_ALWAYS = (
    r"(?!24/7\s(?:\w+\s){0,2}(?:line|helpline|hotline|number|cover|supervision|service|access)\b)"
)
"""'24/7 Crisis line' is open day and night, and not on 24 July."""
_IN_A_YEAR = re.compile(
    rf"{_LEAD}(?:{_NOT_ALWAYS}(?P<day>(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]))\s+(?=(?-i:[A-Z]))|"
    rf"(?P<month>{_MONTH})(?={_MARK}))",
    re.IGNORECASE,
)
"""'9/1 Letter sent' and 'January - moved', below a year that stands alone; '50/50' and
'12/14 Elm Row' are none."""
_A_NAME_TOO = re.compile(r"jan|april|may|june|august", re.IGNORECASE)
_A_MONTH = re.compile(rf"{_MONTH}\W*", re.IGNORECASE)
"""A month that stands alone below another, or below a year."""
_HOURS = r"(?:1[0-2]|[1-9])[-\u2013](?:1[0-2]|[1-9])"
_COULD_BE_HOURS = re.compile(_HOURS)
"""'10-12: play', but below a year."""
_COULD_BE_A_SUM = re.compile(r"\d+\.\d+")
_REST = re.compile(r"(?P<mark>[\s\-\u2013\u2014:;,.|)\]]*)(?P<words>.*)", re.DOTALL)
_IN = re.compile(
    rf"(?:in|during)\s(?=(?:(?:early|mid|late)[\s-])?{_MONTH}\s\d{{4}}(?!\d))", re.IGNORECASE
)
_OTHER_DAY = (
    r"(?:born|birth|d\.?o\.?b\.?|due|edd|recorded|signed|validated|dictated|typed|printed|entered|"
    r"dated?|since|until|till|from|by|before|after|review(?:ed)?|next|expires?|last|previous|and|to|ref\w*|urn)"
)
"""Before a date within an entry: it is that of something else."""
_NEAR_ITS_BEGINNING = re.compile(
    rf"\W{{0,4}}(?:(?!{_OTHER_DAY}\b)[\w&.'\u2019/-]+[\s:,;(\"-]+){{0,2}}?"
    rf"(?P<day>\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d\d)(?!\d)|(?:19|20)\d\d[./-]\d\d[./-]\d\d\b"
    rf"|{_OF_MONTH}\b|{_MONTH}\s{_NTH},?\s\d{{4}}|{_MONTH}\s\d{{4}})(?!\w)",
    re.IGNORECASE,
)
_A_STREET = r"(?:road|street|close|avenue|lane|drive|way|court|place|terrace|gardens|row)\b"
_LIKE_A_DAY = re.compile(
    r"[\W_]{0,4}(?:(?:[\dOl]{1,2}[./,:-]{1,2}){2}[\dOl]{2,5}|[\d?x]{1,2}/\w{1,4}/\d{1,4}|"
    r"\d{1,2}/(?:19|20)\d\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W+\d{1,2}[/.]\d{1,2}|dated?\s\d|"
    r"(?:(?:early|mid|late|end of|in|on)[\s-])?(?:the\s)?"
    rf"(?:{_NTH}[\s-]{_MONTH}(?!\s{_A_STREET})|{_MONTH}[\s-]{_NTH})|"
    rf"(?:early|mid|late|end of|in)[\s-]{_MONTH}|"
    rf"(?:since|by|in|from|until)\s(?:{_MONTH}\s)?(?:19|20)\d\d|{_MONTH}\s(?:'\d\d|[-\u2013]\s\w+)|"
    r"(?:19|20)\d\d(?:[/-]\d\d)?\s(?=[A-Z])|"
    r"(?:spring|summer|autumn|winter|christmas|easter)\s(?:term\s)?\d{4}|"
    rf"{_HOURS}(?={_MARK})|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    rf"(?:[\s,]+(?:the\s)?{_NTH})?(?=\W*$)|"
    r"(?:the\s)?(?:next|following)\s(?:day|morning|week|month)|"
    r"(?:\w+\s)(?:days?|weeks?|months?)\slater)\b",
    re.IGNORECASE,
)
"""How a line begins that may be of another day than the lines above it."""
WROTE = re.compile(r".{0,120}\bwrote:\s*", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """How a paragraph begins: its date, or only a time; whether a mark follows; and the rest."""

    date: str
    marked: bool
    words: str
    time_only: bool = False
    may_answer: bool = False
    """It is all of the paragraph, as an answer is below 'Due to start at nursery:'."""


def begun_otherwise(
    text: str, day: str, *, above: str, before: str, prose: bool, numbered: bool, full: bool
) -> Begun | None:
    """How a paragraph begins that opens with no plain date: with a number, where others are
    `numbered`, in `prose` with a month, or with a year; not where the line above was broken because
    it was `full`. `above` is the date of the entry above, `before` of the one before that.
    """
    if numbered and (number := _NUMBERED.match(text)):
        told = text[number.end() :]
        return _in_a_month(told, "", "") or Begun(date="", marked=True, words=told)
    if full:
        return None
    month = _in_a_month(text, above, before) if prose else None
    return month or _in_a_year(text, day, above)


def may_begin(text: str, date: str) -> bool:
    """Whether a paragraph that was read as words of an entry of a date may be one of its own: it
    names another day at its beginning, or behind a word or two."""
    if found := _NEAR_ITS_BEGINNING.match(text):
        day, own = read_date(found["day"]), read_date(date)
        return day.start is None or day.start != own.start
    return _LIKE_A_DAY.match(text) is not None


def is_numbered(text: str, begun: Begun | None) -> bool:
    """Whether a paragraph has a number before its date, and not as a part of that."""
    number = _NUMBERED.match(text)
    return bool(number and begun and begun.date in text[number.end() :])


def date_before(text: str) -> tuple[str, str] | None:
    """The date with which words begin, and the words after it; None where there is no such date."""
    begun = begun_with(text, "")
    return (begun.date, begun.words) if begun and begun.words else None


def begun_with(text: str, day: str) -> Begun | None:
    """How an entry begins; None for a paragraph that begins with neither a date nor, below a
    `day` that stands alone, a time."""
    if WROTE.fullmatch(text):
        return None
    if day and _A_MONTH.fullmatch(text):
        return Begun(date=text, marked=False, words="")
    if found := _TIME_AND_DAY.match(text):
        if is_date(found["day"]):
            return _split(text[found.end() :], None, found["day"])
    elif found := _WHEN.match(text):
        date, end = _with_time(text, found)
        if is_date(date):
            return _split(text[end:], None, date)
    elif day and not is_stretch(day) and (found := _TIME_FIRST.match(text)):
        begun = _split(text, found, found["time"], time_only=True)
        measure = _COULD_BE_A_SUM.fullmatch(begun.date) and not begun.words[:1].isupper()
        if begun.marked or not measure:
            return begun
    elif day and is_month(day) and (found := _BARE.match(text)):
        return _split(text[found.end() :], None, found["day"])
    return _written_otherwise(text, day)


def _with_time(text: str, found: re.Match[str]) -> tuple[str, int]:
    """The date with the time behind it, if both are read together, and where it ends."""
    with_time = text[found.start("day") : found.end()]
    if not found["time"] or read_date(with_time).precision in (Precision.TIME, Precision.RANGE):
        return with_time, found.end()
    return found["day"], found.end("day")


def _written_otherwise(text: str, day: str) -> Begun | None:
    """How a paragraph begins with a date of any other kind: one before a mark, or all of it."""
    lead = _LEADING.match(text)
    start = lead.end() if lead else 0
    ends = [found.start() for found in _MARKED.finditer(text, start, start + _LONGEST)]
    for n, end in enumerate(ends):
        says_when = _ALL_OF_IT if n else _SAYS_WHEN  # '9 - 10am: bath' is no 9 October
        told = text[start:end].strip()
        if _COULD_BE_HOURS.fullmatch(told) and (is_month(day) or not is_stretch(day)):
            continue
        if is_date(told) and says_when.search(told):
            return _split(text[end:], None, told)
    alone = text[start:].strip(" :.*-\u2013\u2014")
    whole = len(alone) <= _LONGEST and _ALL_OF_IT.search(alone) and is_date(alone)
    if whole and (not re.search("[a-z]", alone, re.I) or not says(read_date(alone), *_NO_DAY[:2])):
        return Begun(date=alone, marked=False, words="", may_answer=True)
    return None


def _in_a_month(text: str, above: str, before: str) -> Begun | None:
    """How an entry of prose begins: 'In January 2019 he was referred ...'; within an entry of a
    later day it tells what had been, unless the entries go back in time."""
    led = _IN.match(text)
    begun = begun_with(text[led.end() :], "") if led else None
    if not begun or not begun.words:
        return None
    earlier = _is_earlier(begun.date, above) and not _is_earlier(above, before)
    return None if earlier else begun


def _is_earlier(date: str, other: str) -> bool:
    """Whether a date is over before another, which is a day, begins."""
    when, day = read_date(date), read_date(other)
    return bool(when.end and day.start and day.precision in EXACT and when.end < day.start)


def _in_a_year(text: str, day: str, above: str) -> Begun | None:
    """How an entry begins below a year that stands alone: '9/1 Letter sent to mother'; 'June - aunt
    - rang' below an entry of a day may be of a woman called June."""
    found = _IN_A_YEAR.match(text) if day and not is_month(day) and is_stretch(day) else None
    below_a_day = above[:1].isdigit() and above != day
    if found and below_a_day and _A_NAME_TOO.fullmatch(found["month"] or ""):
        return None
    return _split(text[found.end() :], None, found["day"] or found["month"]) if found else None


def is_month(text: str) -> bool:
    """Whether a text is a month and nothing else, if only without its year."""
    return bool(_A_MONTH.fullmatch(text)) or read_date(text).precision is Precision.MONTH


def is_stretch(text: str) -> bool:
    """Whether a text is a month or a year and nothing else."""
    return is_month(text) or read_date(text).precision is Precision.YEAR


def is_date(text: str) -> bool:
    """Whether a text is a date from end to end, if only an impossible one or one without a year."""
    when = read_date(text, within=A_YEAR)
    return (when.dated and not says(when, "date-among-words")) or says(when, *_NO_DAY)


def _split(text: str, found: re.Match[str] | None, date: str, *, time_only: bool = False) -> Begun:
    rest = _REST.match(text, found.end() if found else 0)
    assert rest is not None
    return Begun(
        date=date.strip(),
        marked=bool(rest["mark"].strip()) or "\t" in rest["mark"],
        words=rest["words"].strip(),
        time_only=time_only,
    )
