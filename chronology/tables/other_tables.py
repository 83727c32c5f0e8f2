"""Tables of a file that are no chronology although their headings are known.

Version | Date | Author | Changes          record of versions: the drafts of the document itself
Month | Contacts | Child seen              counts: below each other numbers, and no day
Name | Date of birth | Role | Notes        list of people: births, and no other date
Date | Action | Owner | Due date           action plan: actions that are due, and no event
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chronology.columns import Mapped, fold, rows_below
from chronology.dates import EXACT, Precision, read_date
from chronology.findings import Remark, warning
from chronology.importers.rows import (
    Row,
    Table,
    filled_texts,
    is_blank,
    text_at,
    text_of,
    texts_below,
)
from chronology.rows.no_entries import NUMBERS, TOTAL

VERSIONS, COUNTS, PEOPLE, PLAN = "record of versions", "counts", "list of people", "action plan"
_VERSION = re.compile(r"(?:version|revision|issue|draft|ver|rev)(?: (?:no|number|control|ref))?")
_OF_A_VERSION = re.compile(
    r"(?:v|ver|version|rev|draft|issue)\W?\d{1,2}\b(?!/)|draft|final|"
    r"\W?\d{1,2}(?:\.\d{1,2}){1,2}\b(?![./]\d)|\W?\d{1,2}\W*(?:$|\(|draft|final)",
    re.I,
)
"""'2 bruises on his arm' under Issue is none."""
_CHANGES = re.compile(
    r"(?:(?:summary|details?|description|nature) of )?(?:changes?|amendments?|revisions?)"
    r"(?: made)?"
)
_A_DRAFT = re.compile(r"\b(?:drafts?|final|version|v\d)\b", re.I)
_BIRTH = re.compile(r"\bbirth\b|\bborn\b|\bd\.?o\.?b\b", re.I)
_ACTION = re.compile(r"(?:agreed )?(?:actions?|recommendations?)(?: required| needed| agreed)?")
_DUE = re.compile(
    r"(?:date )?due(?: date| by)?|by when|deadline|target date|timescale|completed by"
)
_OF_ENTRIES = ("event", "child_seen", "which_children", "time")
"""Fields of which a record of versions has none."""
_SUMS_UP = re.compile(rf"{TOTAL.pattern}|average|mean", re.I)


def without_others(table: Table, mapped: Mapped) -> tuple[Table, tuple[Remark, ...]] | None:
    """The table with all of its rows set aside, and a note; None where it may hold entries."""
    kind = _kind(mapped, [row for row in rows_below(table.rows, mapped) if not is_blank(row)])
    if not kind:
        return None
    rows = (r if r.aside or is_blank(r) else replace(r, aside=kind) for r in table.rows)
    said = warning(
        "table-not-chronology",
        message=f"{table.name or 'The table'} looks like {_A[kind]}; its rows were set aside and "
        "are no entries.",
        remedy="If it holds entries, name its columns in the case file (case.toml).",
    )
    return replace(table, rows=tuple(rows)), (said,)


_A = {
    VERSIONS: "a record of the document's versions",
    COUNTS: "a table of counts",
    PEOPLE: "a list of people",
    PLAN: "an action plan",
}


def _kind(mapped: Mapped, below: Sequence[Row]) -> str:
    fields = {column.field for column in mapped.columns}
    headings = [column.heading for column in mapped.columns]
    if not below:
        return ""
    if any(_tells_versions(below, at, heading) for at, heading in enumerate(headings)):
        return VERSIONS
    if fields.isdisjoint(_OF_ENTRIES) and any(
        _tells_changes(below, at, heading) for at, heading in enumerate(headings)
    ):
        return VERSIONS
    if "date" not in fields and "subject" in fields and _only_births(below, headings):
        return PEOPLE
    folded = [fold(heading) for heading in headings]
    plan = any(map(_ACTION.fullmatch, folded)) and any(map(_DUE.fullmatch, folded))
    if plan and "event" not in fields:
        return PLAN
    counted = [row for row in below if not _is_total(row)]
    return COUNTS if counted and all(map(_counts, counted)) else ""


def _only_births(below: Sequence[Row], headings: Sequence[str]) -> bool:
    """Whether the only dates of a table are births."""
    births = {at for at, heading in enumerate(headings) if _BIRTH.search(heading)}
    others = (
        text_of(cell.value)
        for row in below
        for at, cell in enumerate(row.cells)
        if at not in births
    )
    return bool(births) and not any(
        text[0].isdigit() and read_date(text).precision in EXACT for text in others if text
    )


def _tells_versions(below: Sequence[Row], at: int, heading: str) -> bool:
    texts = texts_below(below, at)
    told = _VERSION.fullmatch(fold(heading)) and texts and all(map(_OF_A_VERSION.match, texts))
    return bool(told)


def _tells_changes(below: Sequence[Row], at: int, heading: str) -> bool:
    """Whether 'Change' stands over words on the drafts of the document, the first or last of them
    'First draft'; 'Final visit before the move' among many is none."""
    texts = [text_at(row, at) for row in below]
    drafts = any(map(_A_DRAFT.search, (texts[0], texts[-1])))
    return bool(_CHANGES.fullmatch(fold(heading))) and drafts


def _is_total(row: Row) -> bool:
    """Whether a row sums up the others; its formulas may have come to nothing."""
    first, *rest = filled_texts(row)
    return bool(_SUMS_UP.fullmatch(first)) and all(map(NUMBERS.fullmatch, rest))


def _counts(row: Row) -> bool:
    """Whether a row is words, a month or a year, and then two numbers or more."""
    first, *rest = filled_texts(row)
    if len(rest) < 2 or not all(map(NUMBERS.fullmatch, rest)):
        return False
    return read_date(first).precision in (Precision.UNKNOWN, Precision.MONTH, Precision.YEAR)
