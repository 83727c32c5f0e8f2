"""CSV and its relatives: one physical record is one row, a quoted newline included."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from chronology.findings import Unreadable
from chronology.importers.rows import Cell, Contents, Row, Table
from chronology.importers.source import LIMIT, Source

_SEPARATORS = ",;\t|"


def read(source: Source) -> Contents:
    """Read a delimited text file as one table named after the file; raises Unreadable."""
    text = decode(source.data)
    csv.field_size_limit(LIMIT)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)))
    except csv.Error as problem:
        raise Unreadable(
            f"{source.name} cannot be read as CSV ({problem}).", "Save it again as CSV UTF-8."
        ) from problem
    rows = tuple(
        Row(number=number, cells=tuple(Cell(field or None) for field in record))
        for number, record in enumerate(records, start=1)
    )
    return Contents(tables=(Table(name=Path(source.name).stem, rows=rows),))


def decode(raw: bytes) -> str:
    """Text by byte order mark, else UTF-8, else the Windows code page of UK machines."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def separator(text: str) -> str:
    """The `sep=` line if there is one, else the mark that cuts most lines alike."""
    first = text[:200].lstrip("\ufeff").splitlines()[:1]
    if first and first[0].lower().startswith("sep=") and len(first[0]) > 4:
        return first[0][4]
    lines = [line for line in text[:20000].splitlines() if line.strip()][:50]
    return max(_SEPARATORS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: list[str], mark: str) -> tuple[int, int]:
    counts = [n for line in lines if (n := line.count(mark))]
    if not counts:
        return (0, 0)
    common = max(set(counts), key=counts.count)
    return (counts.count(common) * common, -_SEPARATORS.index(mark))
