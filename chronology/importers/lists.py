"""Chronologies without a table: paragraphs or lines of text that begin with their date.

entry  = [bullet | number] when [mark] words | when alone, its words in the paragraphs below it
         | time mark words, below a day that stands alone; 12th mark words, below a month
         | number words, without a date where the entries are numbered
when   = [on] [about|w/c] [weekday] day [to|and|or day] [?] [time [to time]] | day onwards
         | day[, day] and day month year | month year | year mark
         | before a tab or a mark anything that is read as a date: w/c 9 Nov, May half term 2021
goes on: what has no date belongs to the entry above it, to its last paragraph
ends   : a sign-off, a key or a footer; what follows it is set aside up to the next date
         a name alone over the next date: whom what follows it is about (named.py)
about  : a line 'Child: Ruby' among its words

12/03/2021 - HV - home visit        The date is the words that say it, the event all that is left.
26 March 2021                       A line of text that was broken within a sentence goes on,
Seen at the surgery. ...            although it may begin with a date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from chronology.dates import Precision, read_date, says
from chronology.importers.named import Names, heading_parts, nobody
from chronology.importers.paragraphs import one_cell
from chronology.importers.rows import EMPTY, UNMARKED, Cell, Marks, Row, Table, text_of

A_YEAR = (dt.date(2000, 1, 1), dt.date(2000, 12, 31))
FEWEST = 3
"""Entries that paragraphs must hold to be read as a list of them."""
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
    r"|\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?(?:\.\d+)?z?)?"
    rf"|{_DAYS}{_OF_MONTH}"
    rf"|{_MONTH}\s{_NTH},?\s\d{{4}}"
    rf"|{_NTH}\s{_MONTH}(?={_MARK}|\W*$|{_TO_DAY}{_OF_MONTH})|\d{{1,2}}/\d{{1,2}}(?={_MARK}))"
    r"(?![\d/])"
)
_NOT_SURE = r"(?:\?\s?|(?:about|around|circa|c\.|approx(?:\.|imately)?)\s)?"
_WEEK = r"(?:(?:w/?[bce]|week\s(?:beginning|commencing|ending))[:.]?\s)?"
_STILL = r"(?:\s(?:and\s)?onwards?\b|\sto\s(?:date|(?:the\s)?present)\b)"
_DOUBTED = r"(?:\s?\?|\s\((?:approx\.?|\?)\)|\sapprox\.)"
_WHOLE = (
    rf"{_NOT_SURE}{_WEEK}(?:{_DAY})"
    rf"(?:[-\u2013]\d{{1,2}}/\d{{1,2}}(?![\d/])|{_STILL}|(?:{_TO_DAY}(?:{_DAY})){{0,9}}{_DOUBTED}?)"
)
_LESS = (
    rf"(?:(?:early|mid|late|about|circa|c\.)[\s-])?{_MONTH}\s\d{{4}}(?!\d)"
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
    rf"(?:\s*[-\u2013]\s+|[\s,]*)(?:(?:at|from)\s|@\s?)?\(?{_CLOCK}(?:{_TO}{_CLOCK})?\)?|\s+{_FOUR}"
)
_NUMBER = (
    r"(?:\(?\d{1,3}[.)](?![\d/])\s*"
    r"|\d{1,2}(?:\.\d{1,3}){1,3}[.)]?\s+(?=(?:on|in|during|by|between|from)\s)"
    r"|\d{1,2}\.\d{1,3}(?:\.\d)?[.)]?\s+"
    r"(?=[A-Z\u2018\u201c]|\d{1,2}(?:[./-]\d{1,2}[./-]|(?:st|nd|rd|th)?\s[^\W\d])))"
)
"""1. or 2.1 before words; of a section only before a capital letter: '10.4 kg' is a measure."""
_LETTER = r"\(?(?:[a-z]|[ivx]{1,5})[.)]\s+"
_LEAD = (
    rf"(?:{_NUMBER}|{_LETTER}|[^\w(\[\"'\u2018\u201c?]{{0,4}})(?:date\s*[:-]\s*)?(?:on\s+)?(?:the\s+)?"
    r"(?:\[(?=\d))?"
)
_WHEN = re.compile(
    rf"{_LEAD}(?P<day>{_WHOLE}|{_LESS}|{_SPAN})(?P<time>{_TIME})?(?!\w)",
    re.IGNORECASE,
)
_BEFORE_MARK = re.compile(rf"{_LEAD}(?P<day>\S.{{1,38}}?)(?={_MARK})")
_SAYS_WHEN = re.compile(r"\d|\bterm\b|\bundated\b|\bunknown\b|\bno date\b|\bn/k\b", re.IGNORECASE)
_NUMBERED = re.compile(rf"{_NUMBER}(?=\S)")
_NO_DAY = ("date-impossible", "date-year-odd", "date-missing")
"""Findings of a date that is one, although no day can be made of it."""
_TIME_FIRST = re.compile(
    rf"{_LEAD}(?P<time>{_CLOCK}(?:{_TO}{_CLOCK})?|(?:0\d|1[0-8]|2[1-3])[0-5]\d(?=\s+[^\W\d]))(?!\w)",
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
    rf"{_LEAD}{_NOT_ALWAYS}(?P<day>(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]))\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""'9/1 Letter sent', below a year that stands alone; '50/50' and '12/14 Elm Row' are none."""
_NO_YEAR = re.compile(r"\d{1,2}/\d{1,2}")
_A_MONTH = re.compile(rf"{_MONTH}\W*", re.IGNORECASE)
"""A month that stands alone below another, or below a year."""
_COULD_BE_A_SUM = re.compile(r"\d+\.\d+")
_REST = re.compile(r"(?P<mark>[\s\-\u2013\u2014:;,.|)\]]*)(?P<words>.*)", re.DOTALL)
_IN = re.compile(
    rf"(?:in|during)\s(?=(?:(?:early|mid|late)[\s-])?{_MONTH}\s\d{{4}}(?!\d))", re.IGNORECASE
)
ENDS = re.compile(
    r"(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many) (?:regards|wishes|thanks)\b.{0,20}$|"
    r"regards\b.{0,3}$|yours (?:sincerely|faithfully|truly)|thank(?:s| you)\b.{0,30}$|"
    r"sent from my|signed\b|(?:completed|prepared|compiled|produced|written) by\b|"
    r"end of (?:chronology|document|report|record)|"
    r"(?:key|abbreviations|glossary|initials)\b.{0,30}(?::|$)|[-_]{5,}|from: |page \d+)",
    re.IGNORECASE,
)
_WROTE = re.compile(r".{0,120}\bwrote:\s*", re.DOTALL)
_FINISHED = re.compile(r"[.!?:;\"\u201d')\]]\s*$")
_BROKEN_AT = 55
"""Characters of a line that may have been broken because it was full."""
_LEFT_OPEN = re.compile(r"\b(?:on|from|since|until|till|dated|between|the|of|and)$", re.IGNORECASE)
"""How a line ends that goes on with a date, however short it is."""


@dataclass(slots=True, kw_only=True)
class _Entry:
    """An entry while its paragraphs are gathered."""

    row: Row
    date: str
    cells: list[Cell]
    led: bool = False
    """Whether its words begin beside its date, and not in a paragraph below it."""
    broken: list[bool] = field(default_factory=lambda: [False])
    """Whether each cell goes on with a line that was broken because it was full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """How a paragraph begins: its date, or only a time; whether a mark follows; and the rest."""

    date: str
    marked: bool
    words: str
    time_only: bool = False


def read_list(
    name: str, paragraphs: Sequence[Row], *, wrapped: bool = False, names: Names = nobody
) -> Table | None:
    """The paragraphs as rows of a date and words; None where too few of them are entries.

    `paragraphs` are rows of one cell, blank ones among them; what is no entry keeps its place,
    set aside. `wrapped` says that they are lines of text, which may be broken in a sentence, and
    `names` tells names alone, which are bands over what they head.
    """
    rows = tuple(_rows([line for row in paragraphs for line in _lines_of(row)], wrapped, names))
    entries = sum(not row.aside and not row.band for row in rows)
    return Table(name=name, rows=rows, listed=True) if entries >= FEWEST else None


def _lines_of(row: Row) -> list[Row]:
    """A paragraph by its lines, if a later one begins with a date; its marks stay whole."""
    cell = row.cells[0] if row.cells else EMPTY
    lines = text_of(cell.value).split("\n")
    plain = cell.marks == Marks(comment=cell.marks.comment, link=cell.marks.link)
    if not plain or not any(_begun(line, "") for line in lines[1:] if line):
        return [row]
    first = replace(row, cells=(Cell(lines[0] or None, cell.marks),))
    return [first, *(replace(row, cells=(Cell(line),)) for line in lines[1:] if line.strip())]


_ABOUT = re.compile(
    r"(?:re|regarding|subject|patient|client|pupil|student|child|young person|service user|name|"
    r"(?:child|pupil|patient|client)(?:'s|\u2019s)? name|name of (?:child|pupil|patient))\s*:",
    re.IGNORECASE,
)
"""Labels of a line that says whom an entry is about."""


def _rows(paragraphs: Sequence[Row], wrapped: bool, names: Names) -> Iterator[Row]:
    entry: _Entry | None = None
    day = above = ""
    numbered = False
    headings = heading_parts(paragraphs, list(_beginnings(paragraphs)), names)
    as_row = partial(_as_row, names=names)
    for at, row in enumerate(paragraphs):
        cell = row.cells[0] if row.cells else EMPTY
        text = text_of(cell.value)
        if not text or (row.aside and row.aside != "paragraph"):
            above = ""
            if text or cell.marks is not UNMARKED:
                yield replace(row, aside=row.aside or "paragraph")
            continue
        if at in headings and (entry is None or _has_words(entry)):
            if entry:
                yield as_row(entry)
            entry, above = None, ""
            yield replace(row, cells=(cell,), aside="", band=True)
            continue
        begun = _begun(text, day)
        numbered = numbered or _is_numbered(text, begun)
        full = bool(_LEFT_OPEN.search(above)) or (wrapped and _is_full(above))
        begun = begun or _begun_otherwise(text, day, entry, numbered=numbered, full=full)
        if begun and entry and full and _goes_on(begun, text, above, day):
            begun = None
        if begun:
            if entry:
                yield as_row(entry)
            day = _over(begun, day, entry)
            date = f"{day} {begun.date}" if begun.time_only else begun.date
            words = Cell(begun.words or None, cell.marks)
            entry = _Entry(row=row, date=date, cells=[words], led=bool(begun.words))
        elif entry and (row.band or ENDS.match(text) or _WROTE.fullmatch(text)):
            yield as_row(entry)
            entry = None
            yield replace(row, aside="paragraph", band=False)
        elif entry:
            entry.cells.append(cell)
            entry.broken.append(full)
        else:
            yield replace(row, aside="paragraph", band=False)
        above = text
    if entry:
        yield as_row(entry)


def _begun_otherwise(
    text: str, day: str, entry: _Entry | None, *, numbered: bool, full: bool
) -> _Begun | None:
    """How a paragraph begins that opens with no plain date: with a number, where others are
    `numbered`, with a month or a year; not where the line above was broken because it was `full`.
    """
    if numbered and (number := _NUMBERED.match(text)):
        told = text[number.end() :]
        return _in_a_month(told) or _Begun(date="", marked=True, words=told)
    if full:
        return None
    month = _in_a_month(text) if entry is None or entry.led else None
    return month or _in_a_year(text, day)


def _is_numbered(text: str, begun: _Begun | None) -> bool:
    """Whether a paragraph has a number before its date, and not as a part of that."""
    number = _NUMBERED.match(text)
    return bool(number and begun and begun.date in text[number.end() :])


def _beginnings(paragraphs: Sequence[Row]) -> Iterator[bool]:
    """Of each paragraph whether it begins with a date, or with a time below a day."""
    day = ""
    for row in paragraphs:
        begun = _begun(text_of(row.cells[0].value), day) if row.cells else None
        day = _over(begun, day) if begun else day
        yield begun is not None


def _has_words(entry: _Entry) -> bool:
    """Whether a name below it can be none of its words: it has some, or is a month or a year."""
    return any(c.value for c in entry.cells) or _is_stretch(entry.date)


def date_before(text: str) -> tuple[str, str] | None:
    """The date with which words begin, and the words after it; None where there is no such date."""
    begun = _begun(text, "")
    return (begun.date, begun.words) if begun and begun.words else None


def _begun(text: str, day: str) -> _Begun | None:
    """How an entry begins; None for a paragraph that begins with neither a date nor, below a
    `day` that stands alone, a time."""
    if _WROTE.fullmatch(text):
        return None
    if day and _A_MONTH.fullmatch(text):
        return _Begun(date=text, marked=False, words="")
    if not (found := _WHEN.match(text)):
        if day and not _is_stretch(day) and (found := _TIME_FIRST.match(text)):
            begun = _split(text, found, found["time"], time_only=True)
            measure = _COULD_BE_A_SUM.fullmatch(begun.date) and not begun.words[:1].isupper()
            if begun.marked or not measure:
                return begun
        if day and _is_month(day) and (found := _BARE.match(text)):
            return _split(text[found.end() :], None, found["day"])
        found = _BEFORE_MARK.match(text)
        if not found or not _SAYS_WHEN.search(found["day"]) or not is_date(found["day"]):
            return None
        return _split(text[found.end() :], None, found["day"])
    with_time = text[found.start("day") : found.end()]
    if not found["time"] or read_date(with_time).precision in (Precision.TIME, Precision.RANGE):
        date, end = with_time, found.end()
    else:
        date, end = found["day"], found.end("day")
    return _split(text[end:], None, date) if is_date(date) else None


def _in_a_month(text: str) -> _Begun | None:
    """How an entry of prose begins: 'In January 2019 he was referred ...'."""
    led = _IN.match(text)
    begun = _begun(text[led.end() :], "") if led else None
    return begun if begun and begun.words and not begun.marked else None


def _in_a_year(text: str, day: str) -> _Begun | None:
    """How an entry begins below a year that stands alone: '9/1 Letter sent to mother'."""
    found = _IN_A_YEAR.match(text) if day and not _is_month(day) and _is_stretch(day) else None
    return _split(text[found.end() :], None, found["day"]) if found else None


def _over(begun: _Begun, day: str, above: _Entry | None = None) -> str:
    """The day, month or year that stands alone over what follows an entry that has begun so; no
    year `above` entries with whole dates: '9/10 Pain score' begins none there."""
    if begun.time_only:
        return day
    if not begun.words:
        return begun.date
    if not day or _is_month(day):
        return day
    first = above is not None and not above.led and above.date == day
    whole = first and not _NO_YEAR.fullmatch(begun.date)
    return day if _is_stretch(day) and not whole else ""


def _is_month(text: str) -> bool:
    return bool(_A_MONTH.fullmatch(text)) or read_date(text).precision is Precision.MONTH


def _is_stretch(text: str) -> bool:
    return _is_month(text) or read_date(text).precision is Precision.YEAR


def is_date(text: str) -> bool:
    """Whether a text is a date from end to end, if only an impossible one or one without a year."""
    when = read_date(text, within=A_YEAR)
    return (when.dated and not says(when, "date-among-words")) or says(when, *_NO_DAY)


def _split(text: str, found: re.Match[str] | None, date: str, *, time_only: bool = False) -> _Begun:
    rest = _REST.match(text, found.end() if found else 0)
    assert rest is not None
    return _Begun(
        date=date.strip(),
        marked=bool(rest["mark"].strip()) or "\t" in rest["mark"],
        words=rest["words"].strip(),
        time_only=time_only,
    )


def _goes_on(begun: _Begun, text: str, above: str, day: str) -> bool:
    """Whether a line that begins with a date goes on from a line above it that was full; one that
    is a date and nothing else, if no other stands alone, and it has no year or that line was left
    open: 'last seen on the', '3rd March.'"""
    if not begun.words:
        bare = says(read_date(begun.date), "date-year-missing")
        return not day and (bare or bool(_LEFT_OPEN.search(above)))
    return not text[0].isupper() and not begun.marked and begun.words[:1].islower()


def _is_full(line: str) -> bool:
    """Whether a line may have been broken within a sentence."""
    return len(line) >= _BROKEN_AT and not _FINISHED.search(line)


def _as_row(entry: _Entry, names: Names) -> Row:
    """An entry as a row; a month or a year that stands alone is a band."""
    cell = one_cell(entry.cells, entry.broken)
    date = Cell(entry.date or None, Marks(struck=True) if cell.marks.struck else UNMARKED)
    alone = cell.value is None and cell.marks is UNMARKED
    band = alone and _is_stretch(entry.date)
    standing = [text_of(c.value) for c in entry.cells if not c.marks.struck]
    led = [line for text in standing for line in text.split("\n") if _ABOUT.match(line)]
    who = ", ".join(dict.fromkeys(filter(None, map(names, led))))
    about = (Cell(who),) if who else ()
    return replace(entry.row, cells=(date, cell, *about), aside="", band=band)
