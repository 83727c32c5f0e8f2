"""A blank family workbook: the sheets and headings that `caseweave genogram` reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

SHEETS: dict[str, tuple[str, ...]] = {
    "People": ("Id", "Name", "Sex", "Born", "Died", "Role", "Subject child", "Pregnancy", "Twin"),
    "Partnerships": ("Id", "Partner 1", "Partner 2", "Kind", "From", "To"),
    "Parents": ("Child", "Union", "Kind", "From", "To"),
    "Households": ("Household", "Address", "Person", "From", "To"),
    "Relationships": ("Person 1", "Person 2", "Kind", "From", "To", "Status", "Source"),
}
_CHOICES: dict[tuple[str, str], Sequence[str]] = {
    ("People", "Sex"): ("F", "M", "U", "X"),
    ("People", "Subject child"): ("Yes",),
    ("People", "Pregnancy"): ("stillbirth", "miscarriage", "termination", "unborn"),
    ("Partnerships", "Kind"): (
        "married", "cohabiting", "separated", "divorced", "brief", "unknown"
    ),
    ("Parents", "Kind"): (
        "birth", "adopted", "foster", "step", "guardian", "unknown", "disputed"
    ),
}  # fmt: skip
_ROWS = 200


def write_family(path: Path) -> None:
    """Write the workbook; raises CaseweaveError where it cannot be written."""
    from chronology.exporters import whole

    whole(path, _fill)


def _fill(path: Path) -> None:
    import xlsxwriter  # late: only outputs need it

    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    book.set_properties({"title": "Family", "created": dt.datetime(2000, 1, 1)})
    head = book.add_format({"bold": True, "bg_color": "#E3E3E3", "border": 1})
    text = book.add_format({"num_format": "@"})
    for name, heads in SHEETS.items():
        sheet = book.add_worksheet(name)
        sheet.set_column(0, len(heads) - 1, 18, text)
        for column, heading in enumerate(heads):
            sheet.write_string(0, column, heading, head)
            if choices := _CHOICES.get((name, heading)):
                rule = {"validate": "list", "source": list(choices), "show_error": False}
                sheet.data_validation(1, column, _ROWS, column, rule)
        sheet.freeze_panes(1, 0)
    book.close()
