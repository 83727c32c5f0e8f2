"""Findings: the things a person should look at, and the exceptions that stop a reading.

Problems found while reading are values, gathered and shown together; one bad row never loses
the file and one bad file never loses the case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

_SHEET_NAME = 31
"""Letters of a file's name that Excel keeps for its sheet."""


class Severity(StrEnum):
    """How much a finding matters: an error can make a wrong record, a note only explains."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a person should look at: what, where, and what to do about it.

    `row` is the sheet's own row number and `cell` an address such as B12, where known. `rows` are
    all rows of a finding that stands for several, where its message names only the first.
    """

    code: str
    severity: Severity
    message: str
    remedy: str = ""
    file: str = ""
    sheet: str = ""
    row: int | None = None
    cell: str = ""
    entries: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a reader of one value has to say about it, before anybody knows where it stood."""

    code: str
    severity: Severity
    message: str
    remedy: str = ""


def note(code: str, message: str, remedy: str = "") -> Remark:
    """Something worth knowing about a reading."""
    return Remark(code=code, severity=Severity.NOTE, message=message, remedy=remedy)


def warning(code: str, message: str, remedy: str = "") -> Remark:
    """Something about a reading that a person should check."""
    return Remark(code=code, severity=Severity.WARNING, message=message, remedy=remedy)


def error(code: str, message: str, remedy: str = "") -> Remark:
    """Something about a reading that may be wrong as it stands."""
    return Remark(code=code, severity=Severity.ERROR, message=message, remedy=remedy)


class CaseweaveError(Exception):
    """A plain message for the person at the keyboard; the command ends with exit code 2."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class Unreadable(CaseweaveError):
    """A file that cannot be read as what it claims to be."""


class NoTable(Unreadable):
    """A document in which nothing stands in a table, nor as one; `paragraphs` are its words."""

    paragraphs: tuple[str, ...] = ()


def refuse_other_endings(path: Path, what: str, known: Collection[str]) -> None:
    """Raise CaseweaveError unless an output ends as `what`, such as 'a chronology', is written."""
    if path.suffix.lower() in known:
        return
    message = f"{path.name}: {what} cannot be written as '{path.suffix}'."
    if path.is_dir():
        message = f"{path.resolve().name} is a folder."
    elif not path.suffix:
        message = f"{path.name}: the name has no ending that says what to write."
    raise CaseweaveError(message, f"Name an output that ends in {' or '.join(known)}.")


def locate(remark: Remark, *, file: str, sheet: str, row: int | None) -> Finding:
    """Give a remark its place."""
    return Finding(
        code=remark.code,
        severity=remark.severity,
        message=remark.message,
        remedy=remark.remedy,
        file=file,
        sheet=sheet,
        row=row,
    )


def place_of(finding: Finding, many_files: bool = True) -> str:
    """File, sheet, and the cell or the row, as far as they are known."""
    where = finding.cell or (f"row {finding.row}" if finding.row is not None else "")
    parts = (finding.file if many_files else "", finding.sheet, where)
    return ", ".join(part for part in parts if part)


def places_of(found: Iterable[Finding], many_files: bool = True) -> str:
    """The places of findings that say the same, each file and sheet named once: "gp.csv, gp, A3,
    A7; hv.csv, hv, rows 2 and 5"."""
    sheets: dict[str, list[Finding]] = {}
    for finding in found:
        parts = (finding.file if many_files else "", finding.sheet)
        sheets.setdefault(", ".join(filter(None, parts)), []).append(finding)
    told = []
    for sheet, of_sheet in sheets.items():
        cells = cells_of(of_sheet)
        rows = list(dict.fromkeys(f.row for f in of_sheet if f.row is not None and not f.cell))
        named = f"row{'s' if len(rows) > 1 else ''} {all_of(rows)}" if rows else ""
        told.append(", ".join(filter(None, (sheet, *cells, named))))
    return "; ".join(filter(None, told))


def rows_of(found: Iterable[Finding]) -> tuple[int, ...]:
    """Every row that findings are about, each once, also those that a message only counts."""
    rows = (row for f in found for row in (f.row, *f.rows) if row is not None)
    return tuple(sorted(set(rows)))


def cells_of(found: Iterable[Finding]) -> tuple[str, ...]:
    """The cells that findings name, each once."""
    return tuple(dict.fromkeys(f.cell for f in found if f.cell))


def is_called_alike(file: str, sheet: str) -> bool:
    """Whether a sheet is called as its file is, and need not be named beside it: "gp" of gp.csv."""
    name = PurePath(file).stem
    return sheet in ("", name, name[:_SHEET_NAME])


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: '1 entry', '2,000 entries'."""
    return f"{number:,} {one if number == 1 else many}"


def all_of(found: Sequence[object]) -> str:
    """Words or names after each other: 'Ann, Ben and Cal'."""
    *before, last = map(str, found)
    return f"{', '.join(before)} and {last}" if before else last


def first_of(found: Sequence[object], most: int) -> str:
    """The first of some rows, places or days, and how many more: '3, 5, 8 and 2 more'."""
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return ", ".join(map(str, found[:most])) + more


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """Most serious first; within a severity by code and place."""
    return sorted(
        findings, key=lambda f: (_RANK[f.severity], f.code, f.file, f.sheet, f.row or 0, f.cell)
    )


def told_once(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Most serious first, those of one sheet that say the same together."""
    same: dict[object, list[Finding]] = {}
    for f in by_severity(findings):
        key = (f.severity, f.code, f.message, f.remedy, f.file, f.sheet)
        same.setdefault(key, []).append(f)
    return [*same.values()]


def at_or_above(findings: Iterable[Finding], level: Severity) -> list[Finding]:
    """Those at least as serious as `level`."""
    return [f for f in findings if _RANK[f.severity] <= _RANK[level]]
