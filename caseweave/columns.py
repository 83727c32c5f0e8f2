"""How each file's columns are read and why, in words for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from chronology import importers
from chronology.columns import Mapped
from chronology.importers.rows import OUTSIDE_TABLES, Row, letter, text_of
from chronology.model import Case
from chronology.submission import refuse_our_own
from chronology.tables.headed import Headed, headed, tables_of
from chronology.tables.person_parts import names_in
from chronology.tables.sheets import is_guidance

_SAMPLES = 3
_WIDEST = 28


def columns_words(paths: Sequence[Path], case: Case) -> Iterator[str]:
    """One line per column of each sheet; raises Unreadable for a file that cannot be read."""
    labels = [name for child in case.children for name in child.all_names]
    for path in paths:
        override = next((d.columns for d in case.declared if Path(d.file).name == path.name), {})
        contents, names = importers.read(path), names_in(case)
        refuse_our_own(contents, path)
        tables = tables_of(contents, children=labels, override=override, names=names)
        carried: Mapped | None = None
        for table in tables:
            found = headed(
                table,
                tables,
                children=labels,
                override=override,
                grown=case.grown,
                carried=carried,
            )
            carried = None if table.agency else found[1] or carried
            yield from _table_words(path.name, found)


def _table_words(file: str, found: Headed) -> Iterator[str]:
    table, mapped, remarks, turned = found
    where = f"{file}, {table.name}" if table.name else file
    if mapped is None and is_guidance(table):
        yield f"{where}: guidance for the author; no entries are looked for.\n"
        return
    if mapped is None and table.name == OUTSIDE_TABLES:
        yield f"{where}: titles and other words; they are set aside, and stand in Sources.\n"
        return
    if mapped is None:
        yield f"{where}: no row of headings is known in its first rows."
        yield "  What to do: name its columns in case.toml, or add a row of headings.\n"
        return
    below = [r for r in table.rows if r.number > mapped.heading_row and not r.aside]
    first, last = mapped.first_row, mapped.heading_row
    place = f"column {letter(last - 1)}" if turned and last else f"row {last}"
    if first < last and not turned:
        place = f"rows {first} and {last}"
    none = "forms, each an entry with these labels" if turned else "no headings of its own"
    yield f"{where}: {f'headings in {place}' if last else none}"
    for at, column in enumerate(mapped.columns):
        samples = _samples(below, at)
        if column.heading or samples:
            yield (
                f"  {column.letter:<3}{_clipped(column.heading or '(no heading)'):<{_WIDEST}}  "
                + (f"{column.field or 'kept as it is':<18}  {column.why}").rstrip()
            )
            if samples:
                yield f"     e.g. {' | '.join(samples)}"
    yield from (f"  {remark.message} {remark.remedy}" for remark in remarks)
    yield ""


def _samples(rows: Sequence[Row], at: int) -> list[str]:
    """The first different cells of a column."""
    words = (text_of(row.cells[at].value) for row in rows if at < len(row.cells))
    return [_clipped(word) for word in dict.fromkeys(w for w in words if w)][:_SAMPLES]


def _clipped(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _WIDEST else flat[: _WIDEST - 3] + "..."
