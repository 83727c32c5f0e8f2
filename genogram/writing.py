"""Writing a family for people and programs to go on with: suffix -> writer.

Each writes what genogram/reading.py reads back as the same family.
"""

from __future__ import annotations

from pathlib import Path

from chronology.findings import refuse_other_endings
from genogram.formats.workbook_writing import write_workbook
from genogram.model import Family

SUFFIXES = (".xlsx", ".ged")


def writes(path: Path) -> bool:
    """Whether a file of this name holds a family rather than a drawing."""
    return path.suffix.casefold() in SUFFIXES


def write(family: Family, path: Path, *, gedcom: str = "5.5.1") -> None:
    """Write the family by suffix, `gedcom` being 5.5.1 or 7.0; raises CaseweaveError for others."""
    refuse_other_endings(path, "a family", SUFFIXES)
    match path.suffix.casefold():
        case ".xlsx":
            write_workbook(family, path)
        case ".ged":
            from genogram.formats.gedcom_writing import Version, write_gedcom

            write_gedcom(family, path, Version(gedcom))
