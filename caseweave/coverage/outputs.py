"""Coverage as files: suffix -> writer. Each is whole or absent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from caseweave.coverage.page import page
from chronology.contacts.stretch_of_time import between
from chronology.coverage import By
from chronology.exporters import charts, file_name, put, whole
from chronology.exporters.books import coverage_book
from chronology.exporters.drawn.axis import child_of
from chronology.exporters.drawn.shapes import with_footnote
from chronology.findings import CaseweaveError, refuse_other_endings
from chronology.model import Child, Chronology

_CHARTS: dict[str, Callable[[str], bytes]] = {".svg": str.encode, ".png": charts.png}
_Fill = Callable[[Chronology, Sequence[Child], str, By | None, Path], None]


def _page(
    chronology: Chronology, children: Sequence[Child], note: str, by: By | None, path: Path
) -> None:
    path.write_text(page(chronology, children, note, by), encoding="utf-8", newline="\n")


def _book(
    chronology: Chronology, children: Sequence[Child], note: str, by: By | None, path: Path
) -> None:
    coverage_book.write(chronology, children, note, path)  # it has the figures by each stretch


_WHOLE: dict[str, _Fill] = {".xlsx": _book, ".html": _page}


def check_suffix(path: Path) -> None:
    """Raise CaseweaveError unless coverage can be written under that suffix."""
    refuse_other_endings(path, "coverage", (*_WHOLE, *_CHARTS))


def is_chart(path: Path) -> bool:
    """Whether it is written as charts, without a table of figures."""
    return path.suffix.lower() in _CHARTS


def children_of(chronology: Chronology, named: str) -> tuple[Child, ...]:
    """The child named, else every child of the case; raises CaseweaveError for an unknown name."""
    return (child_of(chronology, named),) if named else chronology.case.children


def cut(
    chronology: Chronology, start: dt.date | None, end: dt.date | None
) -> tuple[Chronology, str]:
    """The entries of these days, and words on the days and on what may or may not belong there.

    Raises CaseweaveError where no entry lies in them.
    """
    told = between(chronology, start, end)
    days = (("from", start), ("to", end))
    ends = " ".join(f"{word} {day:%d/%m/%Y}" for word, day in days if day)
    if not told.chronology.entries:  # no answer would be true of the files given
        first, last = _span(chronology)
        raise CaseweaveError(
            f"No entry is dated {ends}.",
            f"The entries that are dated are from {first} to {last}: check --from and --to.",
        )
    words = f"Only entries {ends} are counted."
    if number := len(told.unsure):
        one = number == 1
        words += (
            f" {number} {'entry is' if one else 'entries are'} undated or not dated closely enough "
            f"to say whether {'it belongs' if one else 'they belong'} to these days; "
            f"{'it is' if one else 'they are'} not counted."
        )
    return told.chronology, words


def _span(chronology: Chronology) -> tuple[str, str]:
    """The first and the last day that entries give."""
    starts = [e.when.start for e in chronology.entries if e.when.start]
    ends = [e.when.end for e in chronology.entries if e.when.end]
    first, last = min(starts, default=None), max(ends, default=None)
    return f"{first:%d/%m/%Y}" if first else "-", f"{last:%d/%m/%Y}" if last else "-"


def refuse_no_periods(chronology: Chronology, by: By | None) -> None:
    """Raise CaseweaveError where figures by named period are asked for and none is named."""
    if by is By.NAMED and not chronology.case.periods:
        raise CaseweaveError(
            "The case names no periods.",
            "Write a block [[periods]] for each in case.toml, or use --by year, quarter or month.",
        )


STATED_ONLY = (
    "Only what agencies stated in their own columns is counted; what their texts say, and what was "
    "clarified or confirmed later, is left out. Missed contacts stand all the same, as the records "
    "word them."
)


def write(
    chronology: Chronology,
    children: Sequence[Child],
    path: Path,
    note: str = "",
    by: By | None = None,
) -> list[Path]:
    """Write and say where; of charts one file for each child and chart.

    `note` says what is counted, where it is not everything; `by` asks a page for the figures of
    such stretches beside those that it always has.
    """
    suffix = path.suffix.lower()
    if suffix in _WHOLE:
        return [whole(path, partial(_WHOLE[suffix], chronology, children, note, by))]
    fill, written = _CHARTS[suffix], []
    for child in children:
        for name, draw in charts.CHARTS.items():
            made = fill(with_footnote(draw(chronology, child.label), note))
            target = path.with_stem(f"{path.stem}-{file_name(child.label, 'child')}-{name}")
            written.append(put(target, made))
    return written
