"""The questions to one agency as the tables of its letter.

| What is asked | Kai | Lacey | In all |              one row for each kind of question
| No | Date as sent | The entry as sent | Question | ... | Answer | ...   one row a question
| No | Date as sent | Question | Your answer |        what is answered in writing
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chronology.exporters.books.query_book import OTHER, TYPED, as_sent, shown
from chronology.model import Child
from chronology.review.questions import (
    ANSWERS,
    DATE,
    LETTER_HEADS,
    OTHER_ANSWER,
    QUESTION,
    SIGNED_HEADS,
    Asks,
    Question,
    begun,
)
from chronology.review.written_questions import Enquiry

_MOST_CHILDREN = 6  # in the first table; more are only counted together
UPRIGHT, ACROSS = 174.0, 275.0
"""Millimetres between the margins of a page of each kind."""
_WHAT = 34.0
"""Millimetres that words on what is asked need at the least."""
_WIDTHS = (9, 20, 59, 42, 16, 13, 28, 39, 22, 17, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A table of a letter: headings, widths in millimetres, and rows."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    typed: frozenset[str] = frozenset()
    """The headings below which the agency writes."""
    choices: tuple[Sequence[str], ...] = ()
    """What may be chosen as the answer of each row."""
    same: frozenset[int] = frozenset()
    """The rows, from 0, about the same entry as the row above: they leave out its words."""


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
    shares = [_share(head) for head in (*labels, "In all")]
    if UPRIGHT - sum(shares) < _WHAT:  # the names of so many leave no room to say what is asked
        labels, shares = [], shares[-1:]
        rows = tuple((row[0], row[-1]) for row in rows)
    return Lines(
        heads=("What is asked", *labels, "In all"),
        widths=(UPRIGHT - sum(shares), *shares),
        rows=rows,
    )


def _share(head: str) -> float:
    """Millimetres in which no part of a child's name is broken, up to a width."""
    return max(14.0, min(35.0, 4.0 + 1.83 * max(map(len, re.split(r"[\s-]+", head)))))


def signed(agency: str) -> Lines:
    """Who answers and on which day, once for all rows."""
    return Lines(
        heads=SIGNED_HEADS,
        widths=(80, 125, 70),
        rows=((agency, "", ""),),
        typed=frozenset(SIGNED_HEADS[1:]),
    )


def to_answer(of_file: Iterable[Numbered]) -> Lines:
    """The questions about one file, with the headings and the choices of the workbook."""
    told = tuple(of_file)
    ids = [q.entry.id for _, q in told]
    same = frozenset(n for n in range(1, len(ids)) if ids[n] == ids[n - 1])
    return Lines(
        heads=LETTER_HEADS,
        widths=_WIDTHS,
        rows=tuple(_row(number, q, n in same) for n, (number, q) in enumerate(told)),
        typed=frozenset(TYPED),
        choices=tuple(tuple(ANSWERS[q.what]) for _, q in told),
        same=same,
    )


def _row(number: int, question: Question, same: bool) -> tuple[str, ...]:
    entry = question.entry
    date, words = ("", "") if same else (as_sent(entry), begun(shown(entry)))
    return (
        str(number), date, words, question.words, question.child, question.what.value,
        "", "", "", "", entry.id,
    )  # fmt: skip


def in_writing(others: Sequence[Enquiry]) -> Lines:
    """What is answered in writing: the panel reads it, merge does not."""
    rows = tuple(
        (f"{OTHER[0]}{n}", as_sent(o.entry) if o.entry else "", _from_file(o), "")
        for n, o in enumerate(others, start=1)
    )
    return Lines(
        heads=("No", DATE, QUESTION, OTHER_ANSWER),
        widths=(12, 24, 124, 115),
        rows=rows,
        typed=frozenset([OTHER_ANSWER]),
    )


def _from_file(enquiry: Enquiry) -> str:
    """With the file before it, where the place does not name the file already."""
    known = not enquiry.file or enquiry.place == enquiry.file
    return enquiry.told if known else f"{enquiry.file}. {enquiry.told}"
