"""The questions to one agency as the tables of its letter: to be taken in at one glance.

| What is asked | Kai | Lacey | In all |      one row for each kind of question
| No | Date as sent | Row | Was the child seen? | Were views sought or given? |   one row an entry
| No | Date as sent | Question |               where records do not agree, in full
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from chronology.exporters.query_book import as_sent
from chronology.model import Child
from chronology.questions import Asks, Question, sheet_words

_MOST_CHILDREN = 6  # in the first table; more are only counted together
_ACROSS = 170.0
SILENT = (Asks.SEEN, Asks.VIEWS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A table of a letter: headings, widths in millimetres, and rows; a row of one is a band."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


Numbered = tuple[int, Question]


def numbered(asked: Sequence[Question]) -> tuple[Numbered, ...]:
    """The questions under the numbers that they have in the workbook."""
    return tuple(enumerate(asked, start=1))


def counts(asked: Sequence[Question], children: Sequence[Child]) -> Lines:
    """How many questions of each kind, about each child."""
    labels = [c.label for c in children if any(q.child == c.label for q in asked)]
    labels = labels if 1 < len(labels) <= _MOST_CHILDREN else []
    told = Counter((q.asks, q.child) for q in asked)
    kinds = [kind for kind in Asks if any(q.asks is kind for q in asked)]
    rows = tuple(
        (
            str(kind),
            *(str(told[kind, label]) for label in labels),
            str(sum(q.asks is kind for q in asked)),
        )
        for kind in kinds
    )
    shares = [max(14.0, min(30.0, 6.0 + 2.4 * len(head))) for head in (*labels, "In all")]
    return Lines(
        heads=("What is asked", *labels, "In all"),
        widths=(_ACROSS - sum(shares), *shares),
        rows=rows,
    )


def silent(of_file: Iterable[Numbered]) -> Lines:
    """Where entries of one file do not say: a row for each entry, by year."""
    told = [(n, q) for n, q in of_file if q.asks in SILENT]
    told.sort(key=lambda line: (_year(line[1]), line[0]))
    one = bool(only_sheet(q for _, q in told))
    return Lines(
        heads=("No", "Date as sent", "Row", "Was this child seen?",
               "Were this child\u2019s views sought or given?"),
        widths=(25, 27, 16, 51, 51) if one else (25, 27, 38, 40, 40),
        rows=tuple(_by_year(told, one)),
    )  # fmt: skip


def only_sheet(asked: Iterable[Question]) -> str:
    """The sheet that all questions about a file stand in, to be said once; else nothing."""
    sheets = {q.entry.at.sheet for q in asked}
    return sheets.pop() if len(sheets) == 1 else ""


def _by_year(told: Sequence[Numbered], one_sheet: bool) -> Iterator[tuple[str, ...]]:
    for year, of_year in groupby(told, key=lambda line: _year(line[1])):
        entries = [list(e) for _, e in groupby(of_year, key=lambda line: line[1].entry.id)]
        asked = sum(map(len, entries))
        yield (
            f"{year}: {asked} {'question' if asked == 1 else 'questions'} about {len(entries)} "
            f"{'entry' if len(entries) == 1 else 'entries'}",
        )
        yield from (_entry(entry, one_sheet) for entry in entries)


def _entry(told: Sequence[Numbered], one_sheet: bool) -> tuple[str, ...]:
    entry = told[0][1].entry
    named = {kind: [q.child for _, q in told if q.asks is kind] for kind in SILENT}
    return (
        _ranges([n for n, _ in told]),
        as_sent(entry.when),
        f"{entry.at.row}{'' if one_sheet else sheet_words(entry.at.file, entry.at.sheet)}",
        *(", ".join(named[kind]) for kind in SILENT),
    )


def apart(of_file: Iterable[Numbered]) -> Lines:
    """Where records of one file do not agree, each question in full."""
    rows = tuple(
        (str(n), as_sent(q.entry.when), q.words) for n, q in of_file if q.asks not in SILENT
    )
    return full(rows)


def full(rows: tuple[tuple[str, ...], ...]) -> Lines:
    """Questions in full words."""
    return Lines(heads=("No", "Date as sent", "Question"), widths=(15, 27, 128), rows=rows)


def _year(question: Question) -> str:
    day = question.entry.when.start or question.entry.when.end
    return str(day.year) if day else "Without a date that could be read"


def _ranges(numbers: Sequence[int]) -> str:
    """ "8", "8, 9" or "8 to 11" of numbers in order."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(
        f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in found
    )
