"""Forms: each entry a block of labels with their values, below each other or side by side.

Date | 12/06/2019          Date   | 12/06/2019 | Time       | 10:00      Case notes are printed so.
Type | Home visit          Worker | P Lathom   | Child seen | Yes        Each block becomes a row
Note | Seen at home        Note   | Seen at home                         under the labels, with the
                                                                         number of its first row.
Date | 13/06/2019          Date   | 13/06/2019 | Time       | 14:00
...
A single form of one label in a line is a table on its side (turned.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chronology.columns import SEARCHED_ROWS, Mapped, fold, name_columns
from chronology.findings import note
from chronology.importers.rows import EMPTY, UNMARKED, Cell, Row, Table, filled_cells, text_of
from chronology.tables.column_check import NO_EVENTS, dated

_LONGEST_LABEL = 60
_FEWEST_FIELDS = 3
_FEWEST_REPEATED = 2
"""Known labels that will do where the form comes again."""
_MOST_CELLS = 12
"""Cells with words in one line of a form."""
_MOST_ODD = 0.5
"""Of the lines of a list of forms, those that are no labels with their values."""
_DATED = re.compile(r"\bdate\b|\bborn\b|\bbirth\b|\bd\.?o\.?b\b|\bwhen\b|\bon$", re.IGNORECASE)
_DRAWN = re.compile(r"[-_=*\u2013\u2014\s]{3,}")
_MOST_BEFORE_DAY = 3
"""Lines from one that says whom the forms below it are about to the first day of those."""
_SHORT = 4
"""Words of a value that does not go on in the row below."""
_ENDS = (".", "!", "?", "\u201d", '"')
_FEW_WORDS = 8
"""Of a title over a form; words that say more belong to the form above them."""

FORMS = note(
    "table-of-forms",
    message="Each entry is a form with its labels beside the values; it was read so, and 'row' is "
    "the row in which the form begins.",
    remedy="Check that each form is one entry.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One label with its value; without a label, words that go on or are a title."""

    row: Row
    label: str
    value: Cell
    known: bool = False
    after_blank: bool = False


Known = Callable[[str], str]
"""The field that a label names, or ''."""


def read_forms(
    table: Table, *, children: Sequence[str], override: Mapping[str, str] | None
) -> tuple[Table, Mapped] | None:
    """The table with a row for each form, and its columns; None where it is no list of forms."""
    fields: dict[str, str] = {}

    def known(label: str) -> str:
        if label not in fields:
            column = name_columns([label], children, override or {})[0]
            fields[label] = column.field
        return fields[label]

    rows = [row for row in table.rows if not row.aside]
    first = (line for r in rows[:SEARCHED_ROWS] for line in _pairs(r, known) or _others(r, known))
    if not any(_is_day(line, known) for line in first):
        return None
    lines: list[_Line] = []
    blank = False
    odd = 0
    for row in rows:
        if not filled_cells(row):
            blank = True
            continue
        pairs = _pairs(row, known)
        if not pairs:
            pairs = _others(row, known)
            odd += not any(pair.label for pair in pairs)
        if not pairs:
            return None
        lines += [replace(p, known=bool(known(p.label)), after_blank=blank) for p in pairs]
        blank = False
    lines = _with_own_words(lines)
    if odd > _MOST_ODD * len({line.row.number for line in lines}):
        return None
    dates = fold(next(line.label for line in lines if _is_day(line, known)))
    days = [at for at, line in enumerate(lines) if fold(line.label) == dates]
    for at in _parts(lines, days, known, children):
        words = f"{lines[at].label}: {text_of(lines[at].value.value)}"
        lines[at] = replace(lines[at], label="", value=Cell(words))
    found = {known(line.label) for line in lines if line.label} - {""}
    beside = any(one.row is other.row for one, other in pairwise(lines))
    if len(found) < (_FEWEST_REPEATED if len(days) > 1 else _FEWEST_FIELDS):
        return None
    if len(days) == 1 and not (beside and "event" in found):
        return None
    return _unfolded(table, _blocks(lines, days), children, override or {})


def _with_own_words(lines: Sequence[_Line]) -> list[_Line]:
    """The lines with words below a row of several labels, whose values do not go on there, as what
    happened: 'Date | 12/06/2019 | Worker | P Lathom', below it 'Seen at home.'"""
    told = [*lines]
    for at, (before, above, line) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 2):
        last = text_of(above.value.value).split()
        ended = 0 < len(last) <= _SHORT and not last[-1].endswith(",")
        beside = above.row is before.row and above.label and ended
        words = text_of(line.value.value)
        alone = not line.label and len(filled_cells(line.row)) == 1
        numbered = len(words.split()) <= _SHORT and words.rstrip(".")[-1:].isdigit()  # 'No. 2.'
        ends = words[-1:] in _ENDS and not numbered
        if beside and alone and (len(words.split()) > _FEW_WORDS or ends):
            told[at] = replace(line, label="Account", known=True)
    return told


def _pairs(row: Row, known: Known) -> list[_Line]:
    """The labels and values of a row; one of words alone has no label; none for another row."""
    filled = [(at, cell) for at, cell in enumerate(row.cells) if text_of(cell.value)]
    if not 1 <= len(filled) <= _MOST_CELLS:
        return []
    if len(filled) == 1:
        label = _label(filled[0][1])
        if label and known(label):
            return [_Line(row=row, label=label, value=EMPTY)]
        return [_Line(row=row, label="", value=filled[0][1])]
    beside = [at for at, cell in filled if at > 1 and at % 2 == 0 and known(_label(cell))]
    if beside and filled[0][0] == 0:
        starts = [0, *(at for at in range(2, len(row.cells), 2) if text_of(row.cells[at].value))]
        if starts[1:] != beside or not _label(row.cells[0]):
            return []
        ends = [(*row.cells, EMPTY)[at + 1] for at in starts]
        return [
            _Line(row=row, label=_label(row.cells[at]), value=value)
            for at, value in zip(starts, ends, strict=True)
        ]
    label = _label(filled[0][1])
    if len(filled) != 2 or not label or filled[0][0]:
        return []
    return [_Line(row=row, label=label, value=filled[1][1])]


def _others(row: Row, known: Known) -> list[_Line]:
    """What else stands in a form: labels that are not all known beside their values, or the rows of
    a small table, as words that go on. None for a row with a date, or with marks on its words.
    """
    filled = filled_cells(row)
    texts = [text_of(cell.value) for cell in filled]
    if len(filled) > _MOST_CELLS or any(known(text) == "date" for text in texts[1:]):
        return []
    starts = [at for at in range(0, len(row.cells), 2) if text_of(row.cells[at].value)]
    pairs = [
        _Line(row=row, label=_label(row.cells[at]), value=(*row.cells, EMPTY)[at + 1])
        for at in starts
    ]
    named = len(starts) > 1 and starts[0] == 0 and all(pair.label for pair in pairs)
    if named and any(known(pair.label) for pair in pairs):
        wrong = (p for p in pairs if dated(p.value.value) and not _DATED.search(p.label))
        return [] if any(wrong) else pairs
    plain = all(replace(cell.marks, across=1) == UNMARKED for cell in filled)
    if not plain or any(dated(cell.value) for cell in filled):
        return []
    return [_Line(row=row, label="", value=Cell(" | ".join(texts)))]


def _label(cell: Cell) -> str:
    value = cell.value
    short = isinstance(value, str) and len(value) <= _LONGEST_LABEL and not dated(value)
    return text_of(value) if short else ""


def _is_day(line: _Line, known: Known) -> bool:
    """Whether a line says when its entry was."""
    named = known(line.label) == "date" and not NO_EVENTS.search(line.label)
    return named and dated(line.value.value)


def _parts(
    lines: Sequence[_Line], days: Sequence[int], known: Known, children: Sequence[str]
) -> list[int]:
    """Lines 'Child | Ruby' that stand over several forms each: titles, and of none of them."""
    found = [at for at, line in enumerate(lines) if line.label and known(line.label) == "subject"]
    named = {fold(name) for name in children}
    over = (any(at < day <= at + _MOST_BEFORE_DAY for day in days) for at in found)
    some = any(set(fold(text_of(lines[at].value.value)).split()) & named for at in found)
    return found if some and all(over) and 2 * len(found) <= len(days) else []


def _blocks(lines: Sequence[_Line], days: Sequence[int]) -> list[Sequence[_Line]]:
    """What is above the first form, and the lines of each: with the labels that lead to its day.

    Those are the labels above the second day that stand above the first one too.
    """
    if len(days) == 1:
        first = next(at for at, line in enumerate(lines) if line.label)
        return [lines[:first], lines[first:]]
    lead = 0
    while (
        lead < days[0]
        and days[0] + lead < days[1]
        and _same(lines[days[0] - lead - 1], lines[days[1] - lead - 1])
    ):
        lead += 1
    starts = []
    for day in days:
        start = day
        while day - start < lead and _same(lines[start - 1], lines[days[0] - (day - start) - 1]):
            start -= 1
        starts.append(start)
    starts = sorted({*starts, *_apart(lines, starts)})
    ends = [*starts[1:], len(lines)]
    return [lines[: starts[0]], *(lines[a:b] for a, b in zip(starts, ends, strict=True))]


def _apart(lines: Sequence[_Line], starts: Sequence[int]) -> list[int]:
    """Where else a form begins although its date is missing or its label misspelt.

    Below a blank row, where each form does; else at a label that the form above has already.
    """
    blank = [
        at
        for at in range(starts[0] + 1, len(lines))
        if lines[at].label and lines[at].after_blank and lines[at - 1].row is not lines[at].row
    ]
    if blank and {*starts[1:]} <= {*blank}:
        return blank
    more = []
    seen: set[str] = set()
    for at in range(starts[0], len(lines)):
        label = fold(lines[at].label)
        if at in starts or (label and label in seen and lines[at].known):
            more.append(at)
            seen = set()
        seen.add(label)
    return more


def _same(one: _Line, other: _Line) -> bool:
    return bool(one.label) and fold(one.label) == fold(other.label)


def _unfolded(
    table: Table,
    blocks: Sequence[Sequence[_Line]],
    children: Sequence[str],
    override: Mapping[str, str],
) -> tuple[Table, Mapped]:
    """The table with a row for each form under the labels, and titles set aside."""
    titles = [line.row for line in blocks[0]]
    forms = []
    headings: dict[tuple[str, int], str] = {}
    ends_in_words = _may_be_title(blocks[-1][-1]) and not _may_be_title(*blocks[0][-1:])
    for number, block in enumerate(blocks[1:], start=2):
        over_next = number < len(blocks) and not ends_in_words
        while _is_line(block[-1]) or (over_next and _is_over_the_next(block)):
            titles.append(block[-1].row)
            block = block[:-1]
        values = _values(block)
        headings.update({key: words for key, (words, _) in values.items() if key not in headings})
        forms.append((block, values))
    rows = tuple(
        Row(
            number=block[0].row.number,
            cells=tuple(values[key][1] if key in values else EMPTY for key in headings),
            hidden=any(line.row.hidden for line in block),
        )
        for block, values in forms
    )
    above = dict.fromkeys(replace(row, aside="title") for row in titles)
    about = (row for row in table.rows if row.aside)
    columns = name_columns(list(headings.values()), children, override)
    own = sorted((*above, *rows), key=lambda row: row.number)
    return (
        replace(table, rows=(*about, *own), hidden_columns=frozenset()),
        Mapped(heading_row=0, first_row=0, columns=columns),
    )


def _values(block: Sequence[_Line]) -> dict[tuple[str, int], tuple[str, Cell]]:
    """Label (folded) and for which time it stands there -> the label and its value.

    Words alone are the value of a label above that has none, or go on from there.
    """
    values: dict[tuple[str, int], tuple[str, Cell]] = {}
    often: Counter[str] = Counter()
    label, waiting = "", False
    for line in block:
        label = line.label or label
        if line.label or not waiting:
            often[fold(label)] += 1
        key = (fold(label), often[fold(label)])
        values[key] = (label, line.value)
        waiting = not text_of(line.value.value)
    return values


def _is_over_the_next(block: Sequence[_Line]) -> bool:
    """Whether the last words of a form are a title: no value of the label above them."""
    waits = len(block) > 1 and block[-2].label and not text_of(block[-2].value.value)
    return _may_be_title(block[-1]) and not waits


def _is_line(line: _Line) -> bool:
    """Whether it is drawn with dashes, and has no words."""
    return not line.label and bool(_DRAWN.fullmatch(text_of(line.value.value)))


def _may_be_title(line: _Line | None = None) -> bool:
    """Whether words may be a title over a form; below the last one they are no title over a next,
    and below each of them they are its own."""
    if line is None or line.label or _is_line(line):
        return False
    return len(text_of(line.value.value).split()) <= _FEW_WORDS
