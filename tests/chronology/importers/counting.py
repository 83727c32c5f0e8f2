"""Rows of a file counted by other means than the readers', to hold them to losing none."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def rows_that_hold_something(sample: Path) -> int | None:
    """How many rows of the whole file hold a value; None for a kind that nothing else counts."""
    count = _COUNTS.get(sample.suffix)
    return count(sample) if count else None


def _excel(sample: Path) -> int:
    book = openpyxl.load_workbook(sample, data_only=True)
    return sum(
        any(value not in (None, "") for value in row)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
    )


def _word(sample: Path) -> int:
    """Rows with a letter in them that stand in no other row, or in one that is only a frame."""
    with zipfile.ZipFile(sample) as package:
        text = package.read("word/document.xml").decode("utf-8")
    body = ElementTree.fromstring(text.replace(_STRICT[1:-1], _W[1:-1])).find(f"{_W}body")
    assert body is not None
    for fallback in body.iter(
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    ):
        fallback.clear()
    rows = [row for row in body.iter(f"{_W}tr") if _has_words(row)]
    inner = [below for row in rows for below in row.iter(f"{_W}tr") if below is not row]
    return len(rows) - len(inner)


def _has_words(element: ElementTree.Element) -> bool:
    return any((t.text or "").strip() for t in element.iter(f"{_W}t"))


_COUNTS = {".xlsx": _excel, ".xlsm": _excel, ".docx": _word}
