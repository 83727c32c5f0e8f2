"""What the case file says of columns and sheets, held against what the file has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronology.columns import fold
from chronology.findings import Finding, Severity
from chronology.importers.rows import Table
from chronology.model import Declared, SheetRead
from chronology.tables.stacked import sheet_of


def not_in_the_file(
    declared: Declared, tables: Sequence[Table], sheets: Sequence[SheetRead]
) -> Iterator[Finding]:
    """A finding for each heading and each sheet that case.toml names and the file has not."""
    headings = {fold(column.heading) for sheet in sheets for column in sheet.columns}
    for heading in declared.columns:
        if fold(heading) not in headings:
            yield _unused(declared, f"the column '{heading}'", "as caseweave columns shows it")
    names = {name for table in tables for name in (table.name, sheet_of(table.name))}
    names |= {name for sheet in sheets for name in (sheet.name, sheet_of(sheet.name))}
    for name in declared.sheets:
        if name not in names:
            yield _unused(declared, f"the sheet '{name}'", "as it stands in the file")


def _unused(declared: Declared, what: str, how: str) -> Finding:
    return Finding(
        code="case-setting-unused",
        severity=Severity.WARNING,
        message=f"case.toml speaks of {what} of this file, and nothing in it is called so; that "
        "was not used.",
        remedy=f"Write the name {how}.",
        file=declared.file,
    )
