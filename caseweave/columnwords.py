"""How each file's columns are read and why, in words for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from chronology import importers
from chronology.columncheck import check_columns
from chronology.columns import letter
from chronology.importers.rows import Row, Table, text_of
from chronology.model import Case, Column
from chronology.sheets import is_guidance
from chronology.stacked import apart
from chronology.turned import headings_of

_SAMPLES = 3
_WIDEST = 28


def columns_words(paths: Sequence[Path], case: Case) -> Iterator[str]:
    """One line per column of each sheet; raises Unreadable for a file that cannot be read."""
    labels = [name for child in case.children for name in (child.label, *child.names)]
    for path in paths:
        override = next((d.columns for d in case.declared if Path(d.file).name == path.name), {})
        tables = importers.read(path).tables
        for table in apart(tables, children=labels, override=dict(override)):
            yield from _table_words(path.name, table, labels, dict(override))


def _table_words(
    file: str, table: Table, labels: Sequence[str], override: dict[str, str]
) -> Iterator[str]:
    table, mapped, turned = headings_of(table, children=labels, override=override)
    where = f"{file}, {table.name}" if table.name else file
    if mapped is None and is_guidance(table):
        yield f"{where}: guidance for the author; no entries are looked for.\n"
        return
    if mapped is None:
        yield f"{where}: no row of headings is known in its first rows."
        yield "  What to do: name its columns in case.toml, or add a row of headings.\n"
        return
    mapped, remarks = check_columns(mapped, table.rows)
    below = [row for row in table.rows if row.number > mapped.heading_row]
    first, last = mapped.first_row, mapped.heading_row
    place = f"column {letter(last - 1)}" if turned and last else f"row {last}"
    if first < last and not turned:
        place = f"rows {first} and {last}"
    found = f"headings in {place}" if last else "forms, each an entry with these labels"
    yield f"{where}: {found}"
    for at, column in enumerate(mapped.columns):
        samples = _samples(below, at)
        if column.heading or samples:
            yield (
                f"  {column.letter:<3}{_clipped(column.heading or '(no heading)'):<{_WIDEST}}  "
                + (f"{_read_as(column):<18}{column.why}").rstrip()
            )
            if samples:
                yield f"     e.g. {' | '.join(samples)}"
    yield from (f"  {remark.message} {remark.remedy}" for remark in remarks)
    yield ""


def _read_as(column: Column) -> str:
    return column.field or "kept as it is"


def _samples(rows: Sequence[Row], at: int) -> list[str]:
    """The first different cells of a column."""
    words = (text_of(row.cells[at].value) for row in rows if at < len(row.cells))
    return [_clipped(word) for word in dict.fromkeys(w for w in words if w)][:_SAMPLES]


def _clipped(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _WIDEST else flat[: _WIDEST - 3] + "..."
