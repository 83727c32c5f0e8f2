"""The family's own file: read where it can be, or written as another kind of file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.findings import CaseweaveError

if TYPE_CHECKING:
    from genogram.model import Family


def family_or_none(path: Path | None) -> Family | None:
    """The family of a file; None where there is no file, or none that can be read."""
    from genogram.reading import read

    if path is None:
        return None
    try:
        return read(path)[0]
    except CaseweaveError:  # `caseweave genogram` says what is wrong; what is written is not harmed
        return None


def family_to_draw(path: Path | None) -> Family | None:
    """The family of a file; None too where it names nobody."""
    family = family_or_none(path)
    return family if family and family.persons else None


def refuse_own_file(path: Path, output: Path | None) -> None:
    """Raise CaseweaveError where an output would take the place of the family's own file."""
    if output and output.exists() and path.exists() and output.samefile(path):
        raise CaseweaveError(f"{path.name} is the family's own file.", "Name another output.")


def convert(family: Family, output: Path, *, on: dt.date | None, names: str, gedcom: str) -> Path:
    """Write the family, as it was `on` a day if one is given; raises CaseweaveError."""
    from chronology.exporters import whole
    from genogram.view.as_of import as_of
    from genogram.writing import write

    if names != "names":
        raise CaseweaveError(
            f"{output.name} would hold full names; --names {names} is for drawings.",
            "Leave --names out, or name a drawing as the output.",
        )
    told = as_of(family, on) if on else family
    return whole(output, lambda part: write(told, part, gedcom=gedcom))
