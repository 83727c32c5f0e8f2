"""The one whole date among other words: 'Visit 12/05/2008', '4/3/21 onwards (weekly)'.

led      words before a date of any kind, which is read to its end
lone     the only whole date of a text, with a time directly after it, if nothing beside it counts
         from it or adds to it
"""

from __future__ import annotations

import re

from chronology.dates.compound import read_compound
from chronology.dates.days import day_at_start
from chronology.dates.lexicon import ORDINAL, WEEKDAY, D, M
from chronology.dates.when import Hints, Precision, When, because, doubt, one_day
from chronology.dates.words import in_words

A_DATE = (
    r"(?<![\d/.-])(?:(?:19|20)\d\d-\d\d-\d\d|"
    + "".join(
        rf"{D}\s?{mark}\s?\d{{1,2}}\s?{mark}\s?(?:\d{{4}}|\d\d)|" for mark in ("/", r"\.", "-")
    )
    + rf"{D}[\s./-]?(?:of )?{M}[\s./-]?,? ?(?:19|20)\d\d|{D}-{M}-\d\d|"
    rf"(?<![\dhtd] ){M}\.? {D},? (?:19|20)\d\d|"
    r"\d\d \d\d (?:19|20)\d\d)"
    rf"(?![\d/-]|th\b|[a-su-z]\d|\s(?:of )?{M}\.? (?:19|20)\d\d)"
)
"""With the same mark twice: '4 Mar 21 - 2.30 pm' holds no 21st of February 2030, and neither
'4/3/20Z1' nor '10/11/12 March 2021' a year of two digits."""
_ONE_DATE = re.compile(A_DATE)
_WORDS_BEFORE = re.compile(
    rf"(?:(?!from|before|after|since|until|till|prior|ending|(?:pre|post|not)\b|{M})"
    r"[a-z']{3,}[\s:,.-]+)+(?=\d)"
)
_COUNTED = re.compile(
    r"\b(?:visit|entry|page|session|contact|row|item|appointment|appt|number|event|incident|meeting|"
    r"review|attempt|call|log|note|form|part|section|sheet|line|home visit)[\s:,.-]+$"
)
_NUMBERED = re.compile(r"^\d{1,3}\s*[-:,.]\s+(?=\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d)")
"""Visit 3 - 4/10/21: the third visit, and no two days."""
CLOCK = (
    r"(?:\d{1,2}:\d\d(?::\d\d)?(?:\s?(?:hrs|hours|am|pm))?|\d{3,4}\s?(?:hrs|hours)|"
    r"\d{1,2}(?:\.\d\d)?\s?(?:am|pm))"
)
_LEANS_BEFORE = re.compile(
    rf"(?:\d\s*(?:,|&|and|or|to|-|/)|{M}\.?\s*(?:-|/|&|and|or)|from|before|after|since|until|till|"
    r"prior to|ending|\b(?:pre|post|not|to|m/e|y/e))[\s-]*$"
)
_MONTH_IN_DIGITS = re.compile(r"\d{1,2}\s*[/-]\s*\d\d")
_CLOCK_AFTER = re.compile(
    r"[\s,;@(-]+\d{1,2}(?:[:.]\d\d(?!\d|[./-]\d)|(?:\.\d)?\s?(?:am|pm)\b|[:.]?\d\d\s?h(?:ou)?rs?\b)"
)
_TIMED = re.compile(rf"[\s,;@(-]+(?:at )?({CLOCK}(?:\s?(?:-|to|and)\s?{CLOCK})?)(?=[\s,;)]|$)\D*$")
"""A time or two directly after a date, and no other number after them: '09:00-09:45 A Finch'."""
_WEEK_OF = re.compile(rf"^(?:w\s?/?\s?[bce]\.?|(?:wk|week)\b[a-z /]*)[\s:.-]*(?:{WEEKDAY})?\s*$")
"""w/c Mon 4/3/19 (two visits): a week, whatever stands after it."""
_OPEN_AFTER = re.compile(r"\s*-?\s*(?:onwards?|ongoing|to (?:the )?present)\b")
"""4/3/21 onwards (weekly): open, whatever stands after it."""
_LEANS_AFTER = re.compile(
    rf"\s*(?:,|&|and|or|to|-|/)?\s*\d{{1,4}}(?!\d)(?:[\s/.-]+\d|(?:{ORDINAL})?(?:\s?(?:of )?{M}|$))"
)


def among_words(words: str, hints: Hints) -> When | None:
    """The date after other words, or the one whole date before or among them."""
    led = _WORDS_BEFORE.match(words)
    told = _NUMBERED.sub("", words[led.end() :] if led else "")
    told = words[led.end() :] if led and not _COUNTED.search(led[0]) else told
    when = read_compound(told, hints) if led else None
    if led and when and when.precision is Precision.MONTH:  # Room 3-14, days 10-14
        when = None if _MONTH_IN_DIGITS.fullmatch(words[led.end() :]) else when
    if when is None or when.start is None:
        found = list(_ONE_DATE.finditer(words))
        when = _lone(words, found[0], hints) if len(found) == 1 else None
    if when is None or when.start is None:
        return None
    message = f"'{hints.sent}': {in_words(when)} was taken from among other words."
    return because(when, doubt("date-among-words", message))


def _lone(words: str, found: re.Match[str], hints: Hints) -> When | None:
    """A whole date that nothing beside it counts from or adds to."""
    before, after = words[: found.start()], words[found.end() :]
    if _WEEK_OF.search(before):
        return read_compound(words[: found.end()], hints)
    if still := _OPEN_AFTER.match(after):
        return read_compound(words[found.start() : found.end() + still.end()], hints)
    if (clock := _TIMED.match(after)) and (timed := _timed(found[0], clock[1], hints)):
        return timed
    leans = _LEANS_AFTER.match(after) and not _CLOCK_AFTER.match(after)
    if leans or _LEANS_BEFORE.search(before):
        return None
    day = day_at_start(words[found.start() :], hints)
    return because(one_day(day.day), *day.remarks) if day and day.day else None


def _timed(date: str, clock: str, hints: Hints) -> When | None:
    """A date with the time directly after it, without the words after that."""
    when = read_compound(f"{date} {clock}", hints)
    return when if when and when.precision is Precision.TIME else None


def misses_its_date(when: When, words: str, hints: Hints) -> bool:
    """Whether a reading leaves out the one whole date of a text: its parts were taken apart."""
    whole = list(_ONE_DATE.finditer(words))
    day = day_at_start(words[whole[0].start() :], hints) if len(whole) == 1 else None
    if not day or not day.day or not when.start or not when.end:
        return False
    return not when.start <= day.day <= when.end
