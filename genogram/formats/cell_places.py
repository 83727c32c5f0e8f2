"""Where each part of a family stands in its workbook, for what is said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field

About = tuple[str, Hashable]
"""What is meant: ("person", id), ("union", id), or a link, stay, tie or status as recorded."""


@dataclass(slots=True, kw_only=True)
class Places:
    """Sheets and rows; empty for a family that no workbook holds."""

    rows: dict[About, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))

    def put(self, about: About, sheet: str, row: int) -> None:
        """Remember one row. What stands there twice has two."""
        self.rows[about].append((sheet, row))

    def of(self, about: About | None, nth: int = 0) -> tuple[str, int | None]:
        """Sheet and row of the nth that is so; ("", None) where it is not known."""
        rows = self.rows.get(about, []) if about else []
        return rows[min(nth, len(rows) - 1)] if rows else ("", None)
