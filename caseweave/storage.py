"""The case JSON, both parts: the chronology and the family in one file, written and read back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from caseweave.family.file import family_or_none
from chronology.exporters import data
from chronology.findings import Unreadable
from chronology.importers.open_form import read_form
from chronology.model import Chronology
from chronology.review.earlier_json import from_data


def is_case_json(path: Path) -> bool:
    """Whether a command was given a case in the open data form, by its suffix."""
    return path.suffix.lower() == ".json" and path.is_file()


def read(path: Path) -> Chronology:
    """Read the chronology of a case JSON; raises Unreadable for any other file."""
    return from_data(_told(path), path.name)


def holds_family(path: Path) -> bool:
    """Whether a case JSON tells of the family as well."""
    return b'"family"' in path.read_bytes() and bool(_told(path).get("family"))


def write(chronology: Chronology, path: Path, family: Path | None = None) -> None:
    """Write the open data form, with the family if the case has one that can be read."""
    told = data.as_data(chronology)
    if family:
        told["family"] = _family(family)
    data.write_data(told, path)


def _family(path: Path) -> Mapping[str, Any] | None:
    from genogram.formats.data import to_data

    family = family_or_none(path)
    return to_data(family) if family else None


def _told(path: Path) -> Mapping[str, Any]:
    told = read_form(path, "Write it again with caseweave merge ... -o case.json.")
    if not isinstance(told, dict) or told.get("entries") is None:
        raise Unreadable(
            f"{path.name} holds no chronology in the open data form.",
            "Name a .json that caseweave merge wrote.",
        )
    return told
