"""Heading words -> fields: which row holds the headings, and what each column is.

A heading row is looked for in the first forty rows: it is the first row in which the most cells
are headings that we know, at least two, one of them a date or an event.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

from chronology.dates import EXACT, read_date, says
from chronology.findings import Remark, warning
from chronology.importers.rows import Row, Table, letter, text_of
from chronology.model import Column
from chronology.tables.grouped import in_one_row, without_answers
from chronology.tables.misspelt import misspelt, other_way
from chronology.tables.two_dates import SECOND, date_rank, ends_another, signs, with_its_time

SEARCHED_ROWS = 40
WIDEST = 256
"""Columns that are looked at to find the headings; those beyond are kept under their own."""
_LONGEST = 120
"""Longer cells are no headings."""
_HELD = 4096
"""Headings whose field is remembered: a table is looked at in many ways until one is right."""
JOINED = ("event",)
"""Fields whose columns are joined, line by line, where several tell of it."""
_SAID_SO = "the case file says so"
_NOT_KNOWN = "heading not known: kept under its own heading"
_ASKED_FIRST = re.compile(r"^(?:y ?/ ?n|yes ?/ ?no|y or n|yes or no)\b[\s:-]*")
HeadingWords = tuple[tuple[int, str], ...]
"""Position and folded words of the headings of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """The heading row of a table and the columns below it, in the order of the sheet."""

    heading_row: int
    """The lower one of two; 0 where the table goes on under the headings of another."""
    first_row: int
    columns: tuple[Column, ...]
    lines: tuple[HeadingWords, ...] = ()
    """The words of each row where there are two."""


# What a column may be, by the name used in case.toml; columns.toml gives the headings of each.
FIELDS = (
    "date", "end_date", "time", "end_time", "sequence", "source", "agency", "event", "kind",
    "location", "present", "professional", "subject", "child_seen", "seen_alone",
    "which_children", "date_child_seen", "time_child_seen", "views", "action", "outcome",
    "expected_practice", "comment", "analysis", "terms_of_reference", "significance",
    "missed_opportunity", "good_practice", "gap_note", "initials", "recorded_date",
)  # fmt: skip


@cache
def synonyms() -> Mapping[str, str]:
    """Known heading (folded) -> field, from columns.toml."""
    text = resources.files("chronology").joinpath("columns.toml").read_text(encoding="utf-8")
    return {fold(word): field for field, words in tomllib.loads(text).items() for word in words}


@lru_cache(maxsize=65_536)
def fold(heading: str) -> str:
    """A heading with case, spacing, brackets, footnote marks and end punctuation taken away."""
    bare = re.sub(r"(?<=[a-z]{2})(?=[A-Z][a-z])", " ", heading).casefold()  # occurredAt
    bare = re.sub(
        r"[*†‡?:,\u00b9\u00b2\u00b3\u2070\u2074-\u2079]|\((?:dd|hh|24|y/n|yes|mm)[^)]*\)|"
        r"[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]",  # emoji
        " ",
        bare,
    )
    bare = bare.replace("\u2019", "'").replace("_", " ")
    bare = re.sub(r"[()\[\]]", " ", bare)
    bare = re.sub(r"\s*/\s*", "/", bare)
    return re.sub(r"\s+", " ", bare).strip(' .-\u2013"')


_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
# What a form adds to its question, and what it does not change.
_ASKED = re.compile(
    r"\s*(?:\(?\b(?:y ?/ ?n|yes ?/ ?no|y or n|yes or no|tick|please tick|if applicable|if known|"
    r"where known|where applicable|where appropriate)\b\)?|(?:during|at|on|in) "
    r"(?:(?:the|this|each) )?(?:visit|contact|assessment|appointment|meeting|session|"
    r"occasion|event))\s*$"
)


_LIKE, _BARE = "reads like", "heading known, its brackets left out"


@lru_cache(maxsize=_HELD)
def field_of(heading: str) -> tuple[str, str]:
    """The field that a heading names and why, or two empty strings."""
    folded = fold(heading)
    if not folded:
        return "", ""
    if field := synonyms().get(folded):
        return field, "heading known"
    for bare, why in (
        (fold(_BRACKETS.sub(" ", heading)), _BARE),
        (_unasked(folded), "heading known, what it asks beside left out"),
        (_unasked(fold(_BRACKETS.sub(" ", heading))), _BARE),
        (other_way(folded), "heading known, said the other way"),
    ):
        if bare and (field := synonyms().get(bare)):
            return field, why
    return _by_parts(folded) or _by_parts(_unasked(folded)) or _like(folded)


_PARTED = tuple(map(re.compile, (r"/", r"/|\band\b", r"/|\band\b|\s[-\u2013]\s")))
_IN_ONE_CELL = "heading known, its first part; what else it names stands in the same cell"
_BESIDE_A_DATE = {"date", "time", "professional", "initials", "location"}
"""What may stand with the date in one cell, on lines of their own: 'Date / Time / Worker'."""


def _by_parts(folded: str) -> tuple[str, str] | None:
    """The field that every part of a heading names, or the date with what stands in its cell:
    "voice of the child/wishes and feelings", "date/time/worker"."""
    told = folded.replace("&", "and")
    if not _PARTED[-1].search(told):
        return None
    if field := synonyms().get(" ".join(told.split())):
        return field, "heading known"
    for parted in _PARTED:
        parts = [part.strip() for part in parted.split(told)]
        fields = {synonyms().get(part, "") for part in parts}
        if len(parts) > 1 and len(fields) == 1 and (field := fields.pop()):
            return field, "heading known, each part of it"
        if "date" in fields and fields <= _BESIDE_A_DATE:
            return "date", _IN_ONE_CELL
        if fields in ({"child_seen", "views"}, {"seen_alone", "views"}):
            return (fields - {"views"}).pop(), _IN_ONE_CELL
    return None


def _unasked(folded: str) -> str:
    """A question without 'Y/N' before it, and without that or 'during the visit' at its end."""
    folded = _ASKED_FIRST.sub("", folded)
    while (bare := _ASKED.sub("", folded)) != folded:
        folded = bare
    return folded


@cache
def _like(folded: str) -> tuple[str, str]:
    """The field of a heading that is spelt a little differently, and of which known one."""
    known = misspelt(folded, synonyms)
    return (synonyms()[known], f"{_LIKE} '{known}'") if known else ("", "")


def find_headings(
    table: Table, *, children: Sequence[str] = (), override: Mapping[str, str] | None = None
) -> Mapped | None:
    """Find the heading row and name the columns; None where the table has no headings we know.

    Two rows are taken together where that names more columns than either of them.
    """
    override = override or {}

    named = {fold(heading) for heading in override}

    def known(heading: str) -> str:
        return _decide(heading, children, override)[0]

    def score_of(words: Sequence[str]) -> int:
        return _score(without_answers(words), known, named)

    rows = [row for row in table.rows[:SEARCHED_ROWS] if not row.aside]
    first = [replace(row, cells=row.cells[:WIDEST]) for row in rows]
    found: list[tuple[int, bool, tuple[Row, ...], Sequence[str]]] = []
    for row in first:
        words = _headings(row)
        found.append((score_of(words), False, (row,), words))
    for upper, lower in pairwise(first):
        if both := in_one_row(upper, lower, known):
            grouped = len({word for word in _headings(upper) if word}) > 1
            found.append((score_of(both), grouped, (upper, lower), both))
    # The first of the best; of one row and two that name as much, two rows of groups.
    best = max(found, key=lambda f: f[:2], default=None)
    if best is None or not best[0]:
        return None
    chosen = tuple(row for row in rows if row.number in {one.number for one in best[2]})
    headings = in_one_row(*chosen, known) if len(chosen) == 2 else _headings(chosen[0])
    return Mapped(
        first_row=chosen[0].number,
        heading_row=chosen[-1].number,
        columns=name_columns(headings or best[3], children, override),
        lines=tuple(_folded(_headings(row)) for row in chosen) if len(chosen) > 1 else (),
    )


def _headings(row: Row) -> list[str]:
    return [text_of(cell.value) for cell in row.cells]


def folded_headings(columns: Sequence[Column]) -> HeadingWords:
    """Position and folded words of every heading, for `repeats`."""
    return _folded([column.heading for column in columns])


def _folded(headings: Sequence[str]) -> HeadingWords:
    return tuple((at, fold(heading)) for at, heading in enumerate(headings) if heading)


def places_of(mapped: Mapped, field: str) -> list[int]:
    """Where the columns of a field stand."""
    return [at for at, column in enumerate(mapped.columns) if column.field == field]


def first_place(mapped: Mapped, field: str) -> int | None:
    """Where the first column of a field stands."""
    return next(iter(places_of(mapped, field)), None)


def with_field(mapped: Mapped, at: int, field: str, why: str) -> Mapped:
    """The columns with another field for one of them, and why."""
    found = replace(mapped.columns[at], field=field, why=why)
    return replace(mapped, columns=(*mapped.columns[:at], found, *mapped.columns[at + 1 :]))


def column_name(column: Column) -> str:
    """A column by its letter and its heading, as findings name it."""
    return f"Column {column.letter}" + (f" ('{column.heading}')" if column.heading else "")


def by_content(column: Column, code: str, read: str) -> Remark:
    """What is to be said of a column that was understood by its cells; `read` is as what."""
    return warning(
        code,
        message=f"{column_name(column)} was read as {read}.",
        remedy="Check it, or name the columns of this file in the case file (case.toml).",
    )


def rows_below(rows: Iterable[Row], mapped: Mapped) -> list[Row]:
    """The rows below the headings, without what stands about the table."""
    return [row for row in rows if row.number > mapped.heading_row and not row.aside]


_CONTINUED = re.compile(r" cont(?:['\u2019]?d|inued)?$")


def repeats(row: Row, headed: HeadingWords) -> bool:
    """Whether a later row is the heading row once more; most rows differ in their first cells."""
    needed = max(2, (len(headed) + 1) // 2)
    same, left = 0, len(headed)
    for at, heading in headed:
        if same + left < needed:
            return False
        left -= 1
        value = row.cells[at].value if at < len(row.cells) else None
        short = isinstance(value, str) and len(value) <= _LONGEST
        same += short and _CONTINUED.sub("", fold(str(value))) == heading
    return bool(headed) and same >= needed


def _score(words: Sequence[str], known: Callable[[str], str], named: Container[str]) -> int:
    """How many columns a row of headings names; 0 unless one is a date or an event, and none a day.

    A row with a day in it is an entry, or the top of a form: 'Date | 01/05/2021 | Contact | Home'.
    """
    fields = {field for word in words[:WIDEST] if word and (field := known(word))}
    hits = len(fields) + sum(fold(word) in named for word in words[:WIDEST])
    if len(fields) < 2 or not fields & {"date", "event"}:
        return 0
    return 0 if any(map(_is_day, words[:WIDEST])) else hits


def _is_day(words: str) -> bool:
    """Whether a cell is a day and nothing else."""
    if len(words) > _LONGEST or not any(character.isdigit() for character in words):
        return False
    when = read_date(words)
    return when.precision in EXACT and not says(when, "date-among-words")


def name_columns(
    headings: Sequence[str], children: Sequence[str], override: Mapping[str, str]
) -> tuple[Column, ...]:
    """What each column is by its heading; `children` and `override` as the case file has them."""
    decided = [_decide(heading, children, override) for heading in headings[:WIDEST]]
    decided += [("", _NOT_KNOWN)] * (len(headings) - WIDEST)
    decided = _beside_a_date(headings, decided)
    decided = with_its_time([fold(heading) for heading in headings[:WIDEST]], decided)
    columns = (
        Column(letter=letter(position), heading=heading, field=field, why=why)
        for position, (heading, (field, why)) in enumerate(zip(headings, decided, strict=True))
    )
    return settled(tuple(columns))


# Beside a column of dates, 'From' and 'To' are times of day; alone they are dates.
A_TIME_BESIDE = "a time, beside a column of dates"
_FROM = {"from": "time", "start": "time", "to": "end_time", "end": "end_time",
         "until": "end_time", "finish": "end_time"}  # fmt: skip


def _beside_a_date(
    headings: Sequence[str], decided: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """What 'From' and 'To' mean: dates, or times where both stand beside a column of dates."""
    folded = [fold(heading) for heading in headings]
    others = {field for name, (field, _) in zip(folded, decided, strict=True) if name not in _FROM}
    if "date" not in others or others & {"time", "end_date"} or not {"from", "start"} & {*folded}:
        return list(decided)
    return [
        (_FROM[name], A_TIME_BESIDE) if name in _FROM and said[1] != _SAID_SO else said
        for name, said in zip(folded, decided, strict=True)
    ]


def settled(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """One column for each field: of several claims the strongest stands, then the first.

    Columns of what happened are all kept as that and joined; others keep their own heading.
    """
    best: dict[str, int] = {}
    for position, column in enumerate(columns):
        field = column.field
        if field and (field not in best or _rank(column) < _rank(columns[best[field]])):
            best[field] = position
    kept = []
    another = ends_another(columns, best)
    for position, column in enumerate(columns):
        field = column.field
        if field in another and column.why != _SAID_SO:
            column = replace(column, field="", why=another[field])
        elif field in JOINED and position != best[field]:
            column = replace(column, why=f"{column.why}; joined with {columns[best[field]].letter}")
        elif field and position != best[field]:
            why = f"{SECOND} {field}: kept under its own heading"
            column = replace(column, field="", why=why)
        kept.append(column)
    return tuple(kept)


# How strong a claim is, by the reason given for it; what reads like a known heading is last.
_RANKS = (
    (_SAID_SO, 0),
    ("heading known,", 2),
    ("heading known", 1),
    ("a time", 1),
    ("heading names", 3),
)


def _rank(column: Column) -> tuple[bool, int, int]:
    """How strong a claim is: the case file's is the strongest; of dates and times, what of."""
    rank = next((rank for why, rank in _RANKS if column.why.startswith(why)), len(_RANKS))
    said = column.why == _SAID_SO
    heading = fold(column.heading)
    what = date_rank(heading) if column.field == "date" else signs(heading)
    return not said, what if column.field in ("date", "time") else 0, rank


def _decide(heading: str, children: Sequence[str], override: Mapping[str, str]) -> tuple[str, str]:
    for named, field in override.items():
        if field and fold(named) == fold(heading):
            return field, _SAID_SO
    return _by_its_words(heading, tuple(children))


@lru_cache(maxsize=_HELD)
def _by_its_words(heading: str, children: tuple[str, ...]) -> tuple[str, str]:
    field, why = field_of(heading)
    if field and not why.startswith((_LIKE, _BARE)):
        return field, why
    # Before what a heading resembles, or is without its brackets: "Child A seen" is no slip for
    # "Child seen", nor is "Seen (Theo)" about whoever's record it is.
    if named := _of_one_child(heading, children):
        return named
    return (field, why) if field else ("", _NOT_KNOWN if heading else "")


_OF_ONE_CHILD = ("child_seen", "seen_alone", "views", "date_child_seen")


def _of_one_child(heading: str, children: Sequence[str]) -> tuple[str, str] | None:
    """ "Theo seen", "Child seen - Ruby", "Views of Alfie": the field for that one child."""
    for child in sorted(children, key=len, reverse=True):
        name = rf"(?<![\w-]){re.escape(child)}(?![\w-])(?P<own>['\u2019]s\b)?"
        if not re.search(name, heading, re.I):
            continue
        rest = re.sub(name, " ", heading, flags=re.I).strip()
        field, _ = field_of(re.sub(r"\s*[-\u2013:]\s*$|^\s*[-\u2013:]\s*", "", rest))
        field = "child_seen" if field == "which_children" else field
        asked = re.sub(name, lambda found: "child" + (found["own"] or ""), heading, flags=re.I)
        field = synonyms().get(_unasked(fold(asked)), field)
        if field in _OF_ONE_CHILD:
            return f"{field}:{child}", f"heading names {child}"
    return None
