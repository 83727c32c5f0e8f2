"""The words of dates: months and their misspellings, and a text made ready for reading."""

from __future__ import annotations

import calendar
import re

MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3].casefold(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS["sept"] = 9
_SHORT_SLIPS = {
    **dict.fromkeys(("janu", "jany", "jn"), "jan"),
    **dict.fromkeys(("febr", "feby", "fbe", "fab"), "feb"),
    **dict.fromkeys(("mrch", "mch", "mrh"), "mar"),
    **dict.fromkeys(("apl", "apri", "arp"), "apr"),
    **dict.fromkeys(("juny", "jne"), "jun"),
    **dict.fromkeys(("jly", "jyl"), "jul"),
    **dict.fromkeys(("agu", "augt"), "aug"),
    **dict.fromkeys(("spt", "setp", "spet", "septm", "septr"), "sept"),
    **dict.fromkeys(("octo", "otc", "octr"), "oct"),
    **dict.fromkeys(("nov.", "novm", "novr", "nvo"), "nov"),
    **dict.fromkeys(("dece", "decr", "dce"), "dec"),
}
_LONG_MONTHS = [name for name in MONTHS if len(name) >= 4 and name != "sept"]
_NOT_MONTHS = re.compile(
    r"terms?|years?|summer|winter|spring|autumn|early|late|later|mark|marked|just|match|matched|"
    r"numbers?|member|remember|after|before|since|until|about|around|dates?|dated|days?|weeks?|"
    r"months?|morning|evening|night|midday|noon|easter|octave|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day"
)

M = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")(?![a-z])"
"""A month's name as a pattern."""
ORDINAL = r"\s?(?:st|nd|rd|th(?!u))"
D = rf"(\d{{1,2}})(?:{ORDINAL})?"
"""The number of a day, as a pattern with one group."""
Y = r"((?:19|20)\d\d|\d\d)(?!\d)"
"""A year of four digits or two, as a pattern with one group."""
WEEKDAY = (
    r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|mondays|tuesday|wednesday|"
    r"wedn?e?s?d?ay|wedensday|wensday|thursday|thurday|thrusday|friday|firday|saturday|saterday|"
    r"sunday)(?![a-z])\.?"
)

DITTO = (
    r"(?:as|see) above|above|dit?to|idem|same|as previous|-?\s*do\s*-?"
    r"|(?:-\s*)?[\"\u201c\u201d\u201e\u201f\u2033\u3003']{1,2}(?:\s*-)?|\u2193"
)
"""What a cell says that means the one above it, as a pattern."""

_DASHES = {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\u2192"}
_QUOTES = {ord(c): "'" for c in "\u2018\u2019\u201b\u0060\u00b4"}
_GONE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_BRACKETS = {ord(c): " " for c in "()[]{}*_\u2020\u2021"}
_SIGNS = {ord("~"): " about ", 0x2044: "/", 0x2215: "/"}
_TABLE = {**_DASHES, **_QUOTES, **_GONE, **_BRACKETS, **_SIGNS}
_LETTER_DIGITS = re.compile(r"(?<![a-z])(?=[oil\d|]*\d)(?=\d*[oil|])[oil\d|]{2,4}(?![a-z\d])")
_SPLIT_YEAR = re.compile(r"(?<=[./-][12]) (?=\d{3}$)")
_TOKEN = re.compile(r"[a-z]{2,10}")


_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_OVER_TWENTY = (*(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first")
_IN_WORDS = {word: day for day, word in enumerate((*_UNITS, *_TEENS, *_OVER_TWENTY), 1)}
_DAY_IN_WORDS = re.compile(
    r"(?<![\w-])(?<!twenty )(?<!thirty )("
    + "|".join(sorted(_IN_WORDS, key=len, reverse=True)).replace("-", "[- ]")
    + rf") of (?={M})"
)
"""The first of May is its 1st; the first week of May and the second half of it are no days."""


def _before_or_after(sign: re.Match[str]) -> str:
    return "before " if sign[1] in "<\u2264" else "after "


def fold(text: str) -> str:
    """One spelling for dashes, quotes, brackets and spaces; lower case."""
    words = text.casefold()
    if "-" in words:  # 11-10-21\u201312-10-21
        words = re.sub("\\s*[\u2013\u2014]\\s*", " - ", words)
    words = words.translate(_TABLE)
    words = re.sub(r"(?<=[a-z])'(?=\d\d(?!\d))", " ", words)
    words = re.sub(r"(?<![a-z\d])'(?=\d\d)", "", words.replace("->", "-"))
    words = re.sub(r"^\s*([<\u2264]|[>\u2265])=?", _before_or_after, words)
    words = re.sub(r"\s+", " ", words).strip(" ,;:'\"")
    return _DAY_IN_WORDS.sub(lambda m: f"{_IN_WORDS[m[1].replace(' ', '-')]} ", words)


def mend(words: str) -> tuple[str, tuple[str, ...]]:
    """Put right letters typed for digits and misspelt months; say each change in words."""
    said: list[str] = []

    def digits(found: re.Match[str]) -> str:
        number = found[0].translate({ord("o"): "0", ord("i"): "1", ord("l"): "1", ord("|"): "1"})
        said.append(f"'{found[0]}' was read as {number}")
        return number

    def month(found: re.Match[str]) -> str:
        meant = _month_meant(found[0])
        if not meant:
            return found[0]
        said.append(f"'{found[0]}' was read as {calendar.month_name[MONTHS[meant]]}")
        return meant

    words = _LETTER_DIGITS.sub(digits, words)
    if (closed := _SPLIT_YEAR.sub("", words)) != words:
        said.append("a space in its year was taken out")
        words = closed
    if any(c.isdigit() for c in words):
        words = _TOKEN.sub(month, words)
    return words, tuple(said)


def _month_meant(word: str) -> str:
    """The month that a misspelt word means, or nothing."""
    if word in MONTHS or _NOT_MONTHS.fullmatch(word):
        return ""
    if word in _SHORT_SLIPS:
        return _SHORT_SLIPS[word]
    if len(word) < 4:
        return ""
    from rapidfuzz import process  # late: only words that are not known need it
    from rapidfuzz.distance import OSA

    best = process.extractOne(
        word, _LONG_MONTHS, scorer=OSA.distance, score_cutoff=1 if len(word) < 6 else 2
    )
    return best[0] if best and (best[0][0] == word[0] or best[1] <= 1) else ""
