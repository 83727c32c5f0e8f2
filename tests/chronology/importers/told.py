"""What comes of a sample file, in words: how it was read, and what the merge made of it.

    == Chronology (hidden)                      each sheet or table, with its remarks
    4 | 2021-03-04 | Seen at home [struck: not] each row by its own number, with its marks
    -- merged                                   rows = entries + set aside, and the findings

`python -m tests.chronology.importers.told` writes the neighbours that are missing, with --accept
all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from chronology import importers, merge
from chronology.findings import CaseweaveError
from chronology.importers.rows import UNMARKED, Cell, Row, Table, text_of
from chronology.model import SetAside

SAMPLES = Path(__file__).resolve().parent / "samples"
# Findings on what the words of an entry mean are others' business, and would change with it.
_ABOUT_READING = (
    "cell", "row-", "file-", "table-", "column", "sheet-", "characters-", "date-", "text-",
)  # fmt: skip
PASSWORD = "harbour"  # of every protected sample


def sample_files() -> list[Path]:
    """Every file that an agency might send."""
    return sorted(path for path in SAMPLES.iterdir() if not path.name.endswith(".expected.txt"))


def neighbour(sample: Path) -> Path:
    """The file that says what must come of a sample."""
    return sample.with_name(f"{sample.name}.expected.txt")


def told(sample: Path) -> str:
    """All that comes of a sample."""
    try:
        return "\n".join(_lines(sample)) + "\n"
    except CaseweaveError as problem:
        return f"{problem.message}\n  What to do: {problem.remedy}\n"


def _lines(sample: Path) -> Iterator[str]:
    contents = importers.read(sample, lambda name: [PASSWORD])
    yield from (f"({remark.code}) {remark.message}" for remark in contents.remarks)
    for table in contents.tables:
        yield from _table(table)
    yield "-- merged"
    woven = merge([sample], passwords=lambda name: [PASSWORD])
    for sheet in woven.submissions[0].sheets:
        aside = ", ".join(map(_aside, sheet.set_aside))
        yield f"{sheet.name}: {sheet.rows} rows = {sheet.entries} entries + {aside or 'nothing'}"
    for entry in sorted(woven.entries, key=lambda e: (e.at.sheet, e.at.row)):
        words = (
            entry.event,
            *(f"{k}: {v}" for k, v in sorted({**entry.fields, **entry.extra}.items())),
        )
        shown = " | ".join(_one_line(word) for word in words if word)
        when = f"{entry.when.start or 'undated'} {entry.when.precision}"
        marks = "".join(f" [{_one_line(mark)}]" for mark in entry.marks)
        yield f"{entry.at.sheet} {entry.at.row}: {when} | {shown}{marks}"
    for finding in woven.findings:
        if not finding.code.startswith(_ABOUT_READING):
            continue
        at = finding.cell or finding.row or ""
        yield f"finding {finding.code}: {finding.sheet} {at}".rstrip()


def _aside(aside: SetAside) -> str:
    return f"{aside.row} {aside.reason}" + "".join(f" [{_one_line(m)}]" for m in aside.marks)


def _table(table: Table) -> Iterator[str]:
    said = [
        "hidden" if table.hidden else "",
        f"hidden columns {sorted(table.hidden_columns)}" if table.hidden_columns else "",
        "1904" if table.epoch_1904 else "",
    ]
    about = ", ".join(filter(None, said))
    yield f"== {table.name}" + (f" ({about})" if about else "")
    yield from (f"({remark.code}) {remark.message}" for remark in table.remarks)
    yield from map(_row, table.rows)


def _row(row: Row) -> str:
    kind = "".join((row.aside and f"{row.aside} ", "hidden " * row.hidden, "band " * row.band))
    return f"{kind}{row.number} | {' | '.join(map(_cell, row.cells))}".rstrip()


def _cell(cell: Cell) -> str:
    marks = cell.marks
    said = [
        f"[{name.replace('_', ' ')}{'' if value is True else f': {_one_line(str(value))}'}]"
        for name in marks.__slots__
        if (value := getattr(marks, name)) != getattr(UNMARKED, name)
    ]
    return " ".join((_one_line(text_of(cell.value)), *said)).strip()


def _one_line(text: str) -> str:
    return text.replace("\n", "\\n").replace("\t", "\\t")


if __name__ == "__main__":
    for path in sample_files():
        if "--accept" in sys.argv or not neighbour(path).exists():
            neighbour(path).write_text(told(path), encoding="utf-8", newline="\n")
