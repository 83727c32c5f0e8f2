"""Writing a family for people and programs to go on with: suffix -> writer.

Each writes what genogram/reading.py reads back as the same family.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from chronology.findings import CaseweaveError
from genogram.familybook import write_workbook
from genogram.model import Family

WRITERS: Mapping[str, Callable[[Family, Path], None]] = {".xlsx": write_workbook}


def writes(path: Path) -> bool:
    """Whether a file of this name holds a family rather than a drawing."""
    return path.suffix.casefold() in WRITERS


def write(family: Family, path: Path) -> None:
    """Write the family by suffix; raises CaseweaveError for one that is not known."""
    writer = WRITERS.get(path.suffix.casefold())
    if writer is None:
        raise CaseweaveError(
            f"{path.name}: a family cannot be written as '{path.suffix or 'no suffix'}'.",
            f"Name an output that ends in {' or '.join(WRITERS)}.",
        )
    writer(family, path)
