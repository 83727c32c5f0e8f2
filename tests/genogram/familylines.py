"""A family and its findings as lines that a person can check: only what is recorded, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from chronology.dates import When
from chronology.findings import Finding
from genogram.model import Family

_NAMES = ("persons", "unions", "parents", "households", "relationships")


def told(family: Family, findings: Iterable[Finding] = ()) -> str:
    """One line for each person, union, link, household, relationship and finding."""
    lines = [
        f"{type(one).__name__}: {_parts(one)}" for name in _NAMES for one in getattr(family, name)
    ]
    lines += [f"{f.severity.value}, line {f.row}: {f.code}: {f.message}" for f in findings]
    return "\n".join(lines) + "\n"


def _parts(record: Any) -> str:
    return "; ".join(_said(record))


def _said(record: Any) -> Iterator[str]:
    for field in fields(record):
        value = getattr(record, field.name)
        if value not in (None, "", (), False):
            yield f"{field.name} {_words(value)}"


def _words(value: Any) -> str:
    if isinstance(value, When):
        return (
            f"'{value.text}' ({value.start or '?'} to {value.end or '?'}, {value.precision.value})"
        )
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return ", ".join(_words(v) for v in value)
    if is_dataclass(value):
        return f"[{_parts(value)}]"
    return repr(value) if isinstance(value, str) else str(value)
