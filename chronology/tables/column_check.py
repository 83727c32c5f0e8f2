"""What the cells below the headings say of them, where the headings do not say enough.

no Date column      a column of dates is the date: of recording first, then one without a heading
a Date column       without any date below it is a finding
no Event column     the column with most words in it tells what happened, or one of reasons
an Event column     a column headed as the source, 'Record', over more words than it tells so too,
                    and so does one without a heading that has words in most of the rows
a child's name      over cells of Seen and Not seen: whether that child was seen
no Outcome column   one not known whose cells say DNA, WNB or Attended
not known           'Child not seen' over answers or ticks is a finding, and so is 'Mia: seen' where
                    the case has no Mia
'From' and 'To'     beside a date are times, but not over names: those who wrote and were written to
a Seen column       of numbers, some above 1, counts children: 1 is no Yes, and 0 no child's No
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chronology import phrases
from chronology.columns import (
    A_TIME_BESIDE,
    Mapped,
    by_content,
    column_name,
    field_of,
    first_place,
    fold,
    places_of,
    rows_below,
    settled,
    with_field,
)
from chronology.dates import OPEN, Window, read_date, read_time, says
from chronology.findings import Remark, warning
from chronology.importers.beginnings import A_YEAR
from chronology.importers.logs import DAY_ALONE
from chronology.importers.rows import Row, Value, cells_below, text_of, texts_below
from chronology.model import Column
from chronology.record_of import KIN
from chronology.rows.who_column import POST
from chronology.tables.grouped import answer_in
from chronology.tables.two_dates import SAYS_WHEN, named_among_words, never_later

FEWEST = 3
MOSTLY = 0.7
_HARDLY = 0.2
_MAY_DATE = ("", "time", "date_child_seen", "recorded_date")
"""Fields that may well hold the only date of a table, the least likely first; any other may too:
'Seen' and 'Contact' over days."""
_RECORD = re.compile(r"records?|entry", re.I)
_TOLD = phrases.table_of("missed.toml")
_MISSED = re.compile(
    rf"{phrases.one_of([*_TOLD['was not brought'], *_TOLD['did not attend']])}\b", re.I
)
_KEPT = re.compile(
    rf"(?:{_MISSED.pattern}|(?:{phrases.one_of(_TOLD['cancelled'])}|canx)(?: by \w+)?|"
    r"attended|seen|arrived|kept|late|yes|no|y|n|-)\W*",
    re.I,
)
_OF_ATTENDANCE = re.compile(
    r"attend|appoint|appt|status|result|kept|\b(?:dna|wnb|cnb)\b|brought|arriv|came|no show", re.I
)
"""'Mother' and 'Police' over Attended and DNA say who of several came."""
_OF_A_PERSON = re.compile(rf"\b(?:{KIN}|staff|professionals?)\b", re.I)
_SEEN = ("child_seen", "which_children")
_NUMBER = re.compile(r"\d{1,2}")
_LOG_NUMBER = re.compile(r"[A-Z]{0,6}[-/ ]?\d(?:[\d/-][\w/-]*)?")
_A_SECTION = re.compile(r"S ?(?:7|17|20|31|37|38|46|47|76|136)")
"""Of an Act: 'S47' tells what happened, where a column holds nothing else."""
_MAY_TELL = ("", "comment", "action", "outcome", "kind", "source")
FEW_WORDS = 3
_LONGEST_ANSWER = 6
A_SENTENCE = 5
"""Words in a cell, on average, of a column that tells what happened."""
_DATES = "the date, because its cells are dates and no other column of dates is headed so"
_BESIDE = "because its cells hold more words than the column headed so; that one is read with it"
_BIRTH = re.compile(r"birth|born|\bd\.?o\.?b", re.I)
NO_EVENTS = re.compile(rf"{_BIRTH.pattern}|due|target|by when|deadline|review date", re.I)
"""Headings of dates on which nothing happened: a list of people, a plan of actions."""

_WHOM = re.compile(
    r"^(?:child|pupil|student|patient|baby|young person|yp|name)(?:'s name)?\b[\s:-]*", re.I
)
_TELLS_SEEN = re.compile(r"\bseen\b", re.I)
_ANSWER = re.compile(r"(?:y|n|yes|no|n/?a|n/?k|not recorded|-|\?)\.?", re.I)
_CHILD_WORDS = phrases.table_of("column_check.toml")["child"]["words"]
_OF_CHILD_SEEN = re.compile(rf"^not seen|\b{phrases.one_of(_CHILD_WORDS)}\b.*\b(?:un)?seen\b", re.I)
_OF_ELSE_SEEN = re.compile(
    rf"\b{phrases.one_of_lists('column_check.toml', 'something else')}\b", re.I
)
_TICKED = re.compile(rf"{_ANSWER.pattern}|[x1\u2713\u2714\u2611\u2612\u221a]|true|false", re.I)
_REASON = re.compile(r"\b(?:reason|diagnosis|complaint|problem|purpose)\b", re.I)
"""Headings over a word or two that tell what happened where no other column does."""


def check_columns(
    mapped: Mapped, rows: Sequence[Row], children: Sequence[str]
) -> tuple[Mapped, tuple[Remark, ...]]:
    """The columns with date, event and seen found by content where need be, and what is to be said.

    `children` are the names that the case has for its children.
    """
    below = rows_below(rows, mapped)
    mapped = _without_senders(mapped, below)
    mapped, about_date = _check_date(mapped, below)
    mapped, about_event = _check_event(mapped, below)
    mapped = _with_attendance(mapped, below)
    mapped, about_seen = _check_seen(mapped, below)
    mapped, about_named = _check_named(mapped, below, children)
    unread = _answers_unread(mapped, below)
    return mapped, (*about_date, *about_event, *about_seen, *about_named, *unread)


def _check_date(mapped: Mapped, below: Sequence[Row]) -> tuple[Mapped, tuple[Remark, ...]]:
    dated = first_place(mapped, "date")
    if dated is None:
        return _with_date(mapped, below)
    cells = cells_below(below, dated)
    dates = [cell for cell in cells if DAY_ALONE.fullmatch(text_of(cell)) or _may_be_date(cell)]
    sent = fold(mapped.columns[dated].heading) == "from" and not places_of(mapped, "end_date")
    hardly = 0.5 if sent else _HARDLY  # 'From': Police (report of 22/12/20)
    if len(below) < FEWEST or len(dates) > hardly * len(cells):
        return mapped, ()
    other, said = _with_date(mapped, below)
    if said:
        why = "hardly any of its cells is a date; kept under its own heading"
        return with_field(other, dated, "", why), said
    return mapped, (_no_dates(mapped.columns[dated], cells),) if len(cells) >= FEWEST else ()


def _without_senders(mapped: Mapped, below: Sequence[Row]) -> Mapped:
    """'From' and 'To' of letters, which hold no times: kept under their own headings."""
    for at, column in enumerate(mapped.columns):
        texts = texts_below(below, at) if column.why == A_TIME_BESIDE else []
        if texts and sum(read_time(text)[0] is not None for text in texts) <= _HARDLY * len(texts):
            why = "its cells are no times; kept under its own heading"
            mapped = with_field(mapped, at, "", why)
    return mapped


def _may_be_date(cell: Value) -> bool:
    return dates_among([cell], within=A_YEAR) == 1  # September, below 2018


def _check_event(mapped: Mapped, below: Sequence[Row]) -> tuple[Mapped, tuple[Remark, ...]]:
    """Where no heading says what happened: the wordiest column of those that may."""
    mapped = _without_numbers(mapped, below)
    headed = places_of(mapped, "event")
    if headed:
        return _check_source(mapped, below, max(words_in(cells_below(below, at)) for at in headed))
    free = [i for i, column in enumerate(mapped.columns) if column.field in _MAY_TELL]
    words = {i: words_in(cells_below(below, i)) for i in free}
    at = max(free, key=lambda i: (words[i], -i), default=None)
    named = {i: mapped.columns[i].heading.strip() for i in free if words[i]}
    plain = [i for i in named if _RECORD.fullmatch(named[i])]
    plain += [i for i in named if _REASON.search(named[i])]
    if plain and (at is None or words[at] < FEW_WORDS):
        at = plain[0]  # "No access." under Record is short, and what happened
    elif at is None or words[at] < FEW_WORDS:
        return mapped, ()
    why = "no heading says what happened, and this column has most words or the reason"
    return with_field(mapped, at, "event", why), (_told_by(mapped.columns[at]),)


def _without_numbers(mapped: Mapped, below: Sequence[Row]) -> Mapped:
    """'Log' or 'Entry' over numbers alone, beside words of what happened: the sequence."""
    headed = places_of(mapped, "event")
    free = (i for i, column in enumerate(mapped.columns) if column.field in _MAY_TELL)
    told = any(words_in(cells_below(below, i)) >= FEW_WORDS for i in free)
    texts = {i: texts_below(below, i) for i in headed}
    numbers = [i for i in headed if texts[i] and all(map(_LOG_NUMBER.fullmatch, texts[i]))]
    numbers = [i for i in numbers if not all(map(_A_SECTION.fullmatch, texts[i]))]
    for at in numbers if told or len(numbers) < len(headed) else ():
        taken = any(column.field == "sequence" for column in mapped.columns)
        mapped = with_field(mapped, at, "" if taken else "sequence", "its cells are numbers")
        mapped = replace(mapped, columns=settled(tuple(map(_unjoined, mapped.columns))))
    return mapped


def _unjoined(column: Column) -> Column:
    return replace(column, why=column.why.partition("; joined with")[0])


def _with_attendance(mapped: Mapped, below: Sequence[Row]) -> Mapped:
    """A column not known, such as Attendance, that says of each appointment whether it was kept:
    the outcome, where no other is."""
    if any(column.field == "outcome" for column in mapped.columns):
        return mapped
    kept = [at for at, column in enumerate(mapped.columns) if _tells_kept(column, below, at)]
    if len(kept) != 1:  # of several people or agencies, each with a column of its own
        return mapped
    return with_field(mapped, kept[0], "outcome", "its cells say whether appointments were kept")


def _tells_kept(column: Column, below: Sequence[Row], at: int) -> bool:
    if column.field or _OF_A_PERSON.search(column.heading):
        return False
    cells = texts_below(below, at)
    told = all(map(_KEPT.fullmatch, cells)) and any(map(_MISSED.match, cells))
    return told and bool(_OF_ATTENDANCE.search(column.heading))


def _check_seen(mapped: Mapped, below: Sequence[Row]) -> tuple[Mapped, tuple[Remark, ...]]:
    """Columns of who was seen that hold how many children were: kept under their own heading."""
    said: tuple[Remark, ...] = ()
    for at, column in enumerate(mapped.columns):
        cells = texts_below(below, at) if column.field in _SEEN else []
        if all(map(_NUMBER.fullmatch, cells)) and any(int(cell) > 1 for cell in cells):
            mapped = with_field(
                mapped, at, "", "its cells count children; kept under its own heading"
            )
            said += (_counted(column),)
    return mapped, said


def _counted(column: Column) -> Remark:
    return warning(
        "column-of-counts",
        message=f"{column_name(column)} holds numbers above 1: it was taken as "
        "how many children were seen, and says of none that it was.",
        remedy="Ask the agency which children were seen.",
    )


def _check_source(
    mapped: Mapped, below: Sequence[Row], most: float
) -> tuple[Mapped, tuple[Remark, ...]]:
    """A column headed as the source with sentences in it, and more words than the `most` of the
    columns headed as the event, belongs to them: 'Contact type' beside 'Record'. So does one
    without a heading, if it has words in most rows: texts beside labels under 'Consultation'."""
    said: tuple[Remark, ...] = ()
    for at, column in enumerate(mapped.columns):
        cells = cells_below(below, at)
        bare = not (column.heading.strip() or column.field) and len(cells) >= MOSTLY * len(below)
        words = words_in(cells) if column.field == "source" or bare else 0.0
        if words >= A_SENTENCE and words > most:
            headed = "has no heading" if bare else "is headed as the source"
            why = f"it {headed}, but tells in sentences what happened"
            mapped = with_field(mapped, at, "event", why)
            said += (_told_by(column, _BESIDE),)
    return mapped, said


def _check_named(
    mapped: Mapped, below: Sequence[Row], children: Sequence[str]
) -> tuple[Mapped, tuple[Remark, ...]]:
    """A column under a child's name alone, 'Abi' or 'Pupil: Abi', over 'Seen' and 'Not seen'.

    'Y' and 'N' alone do not say of what: they may tell whom a row is about.
    """
    said: tuple[Remark, ...] = ()
    for at, column in enumerate(mapped.columns):
        child = _child(column.heading, children) if not column.field else ""
        texts = texts_below(below, at) if child else []
        if any(map(_TELLS_SEEN.search, texts)) and all(map(_says_seen, texts)):
            why = f"it is headed {child}, and its cells say whether somebody was seen"
            mapped = with_field(mapped, at, f"child_seen:{child}", why)
            read = f"whether {child} was seen, because its cells say so"
            said += (by_content(column, "column-seen-by-content", read),)
    return mapped, said


def _says_seen(text: str) -> bool:
    """Whether a cell is an answer to the question who was seen, in a few words."""
    told = _TELLS_SEEN.search(text) and len(text.split()) <= _LONGEST_ANSWER
    return bool(told or _ANSWER.fullmatch(text))


def _child(heading: str, children: Sequence[str]) -> str:
    """The child whom a heading names and says nothing else of; else empty."""
    bare = fold(_WHOM.sub("", heading.strip()))
    return next((child for child in children if fold(child) == bare), "") if bare else ""


def words_in(cells: Sequence[Value]) -> float:
    """Words in a cell, on average over those that hold any."""
    return sum(len(text_of(cell).split()) for cell in cells) / len(cells) if cells else 0.0


def _with_date(mapped: Mapped, below: Sequence[Row]) -> tuple[Mapped, tuple[Remark, ...]]:
    """Name the date column by its cells: of recording, without a heading, then one not known; first
    one headed as a date or a contact that is never later than that of recording. No births."""
    free = [
        i
        for i, column in enumerate(mapped.columns)
        if column.field != "end_date" and not _BIRTH.search(column.heading)
    ]
    recorded = next((i for i in free if mapped.columns[i].field == "recorded_date"), None)

    def order(i: int) -> tuple[bool, int, bool, int]:
        field = mapped.columns[i].field
        likely = _MAY_DATE.index(field) if field in _MAY_DATE else -1
        may = recorded is not None and field in ("", "event", "kind")
        first = may and _is_first(mapped, below, i, recorded or 0)
        return not first, -likely, bool(mapped.columns[i].heading), i

    for at in sorted(free, key=order):
        column, cells = mapped.columns[at], cells_below(below, at)
        known = column.field or SAYS_WHEN.search(column.heading) or not order(at)[0]
        known = known or (at == 0 and not column.heading)
        if column.field in ("event", *_MAY_TELL[1:]) and named_among_words(cells, FEW_WORDS):
            continue
        if len(cells) >= (1 if known else FEWEST) and dates_among(cells) >= MOSTLY:
            why = "its cells are dates, and no other column is headed as the date"
            said = by_content(column, "column-date-by-content", _DATES)
            return with_field(mapped, at, "date", why), (said,)
    return mapped, ()


def _is_first(mapped: Mapped, below: Sequence[Row], at: int, recorded: int) -> bool:
    """Whether a column may tell when, beside the one that tells when it was recorded."""
    heading = mapped.columns[at].heading
    return not NO_EVENTS.search(heading) and never_later(heading, below, at, recorded)


def dated(value: Value) -> bool:
    """Whether a cell is a date, or says that it has none."""
    return bool(text_of(value)) and dates_among([value]) == 1


def dates_among(cells: Sequence[Value], within: Window = OPEN) -> float:
    """How many of the cells are dates that say at least their month or year, or say undated.

    A month alone is one `within` a year that stands over it.
    """
    read = [read_date(cell, within=within) for cell in cells]
    undated = ("date-missing", "date-impossible", "date-year-missing", "date-year-odd")
    return sum(when.dated or says(when, *undated) for when in read) / len(cells)


def _answers_unread(mapped: Mapped, below: Sequence[Row]) -> tuple[Remark, ...]:
    """Columns of answers on who was seen whose headings are not known: 'Child not seen', 'Seen
    alone: Yes', and 'Mia: seen' where the case has no Mia."""
    return tuple(
        _said_of_others(column) if _of_one_unknown(column.heading) else _said_unread(column)
        for at, column in enumerate(mapped.columns)
        if not column.field
        and (_OF_CHILD_SEEN.search(column.heading) or _of_one(column.heading))
        and not _OF_ELSE_SEEN.search(column.heading)
        and not field_of(column.heading)[0]
        and (texts := texts_below(below, at))
        and sum(map(bool, map(_TICKED.fullmatch, texts))) >= MOSTLY * len(texts)
    )


_NO_NAME = re.compile(
    rf"^(?:not|{phrases.one_of_lists('column_check.toml', 'child', 'no name')})$", re.I
)
_OF_A_NAME = re.compile(r"([A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*){0,2})\s*[-\u2013:]?\s+(\w.*)")


def _of_one_unknown(heading: str) -> bool:
    """ "Mia: seen", "Baby Mia seen alone": of somebody by name, and of none of the case's children,
    whose columns are known. "Visitor seen" and "GP seen" are of nobody by name."""
    match = _OF_A_NAME.fullmatch(heading.strip())
    if match is None or any(words.search(match[1]) for words in (_NO_NAME, _OF_A_PERSON, POST)):
        return False
    return field_of(f"Child {match[2]}")[0] in ("child_seen", "seen_alone")


def _of_one(heading: str) -> bool:
    """The same, or one answer alone: 'Seen alone: No', 'Mia seen: Yes' (yes_and_no.py)."""
    asked = (answer_in(heading) or ("",))[0]
    return any(map(_of_one_unknown, (heading, asked))) or field_of(asked)[0] == "seen_alone"


def _told_by(column: Column, why: str = "because no heading says so") -> Remark:
    return by_content(column, "column-event-by-content", f"what happened, {why}")


def _said_unread(column: Column) -> Remark:
    return warning(
        "column-seen-unread",
        message=f"{column_name(column)} holds answers on who was seen in words that are not known: "
        "it was kept as sent, and not read so.",
        remedy="Look at its cells, and set what they say by hand with initials and a reason; or "
        "ask the agency for one column Child seen with Yes or No.",
    )


def _said_of_others(column: Column) -> Remark:
    return replace(
        _said_unread(column),
        message=f"{column_name(column)} says of somebody whom the case does not name as a child "
        "whether they were seen: it was kept as sent, and not read.",
        remedy="If it is one of the children, name the child under [[children]] in the case file "
        "(case.toml). A file checked alone has no case file; in its folder the column is read.",
    )


def _no_dates(column: Column, cells: Sequence[Value]) -> Remark:
    return warning(
        "column-without-dates",
        message=f"{column_name(column)} is the date column, but hardly any of its {len(cells)} "
        "cells is a date.",
        remedy="Check which column holds the dates, and name it in the case file (case.toml).",
    )
