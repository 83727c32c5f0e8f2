"""Excel workbooks (.xlsx, .xlsm): every sheet, hidden ones too; macros are never run.

python-calamine reads the values. It is given a workbook made here of the very parts that were
checked, and of nothing else. What it cannot see comes from passes over the XML itself.
"""

from __future__ import annotations

import datetime as dt
import gc
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from chronology.findings import Unreadable
from chronology.importers.excel_styles import string_marks, style_marks
from chronology.importers.grid import Found, check_size, grid_rows
from chronology.importers.package import (
    Package,
    damaged,
    main_part,
    open_package,
    parse_part,
    read_part,
    refuse_entities,
    related,
    relation_id,
    relations,
)
from chronology.importers.pinned import links_of, notes_of, text_boxes
from chronology.importers.remarks import of_parts
from chronology.importers.rows import Contents, Table, Value
from chronology.importers.shared_strings import SharedStrings, shared_strings
from chronology.importers.sheet_marks import Known, extent, is_plain, sheet_marks
from chronology.importers.source import Source
from chronology.importers.tidying import UNSEEN

_WIDE_OR_DEEP = re.compile(rb'<c r="(?:[A-Z]{2,}\d|[A-Z]\d{6,})')
_BLANK_TAIL = 1024 * 1024
_HEAD = 65_536
_PREFIXED = b":c>"
_STRUCK = re.compile(rb"<strike")
_TRUE = ("1", "true")
_NUMBERED, _AS_TEXT = b' t="s"', b' t="str"'
_TEXT_WITHIN = (_AS_TEXT, b' t="inlineStr"', b' t="d"')
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    package: Package
    sheets: tuple[_Sheet, ...]
    epoch_1904: bool
    styles: bytes
    strings: bytes
    shared: SharedStrings | None
    """The shared strings as cells, unless they are to be read with the values."""
    untidy: bool
    known: Known


def read(source: Source) -> Contents:
    """Read all sheets with the sheet's own row numbers; raises Unreadable for damage or bombs."""
    package = open_package(source)
    try:
        with _uncollected():
            tables = _either_way(_book(package))
    except (ValueError, IndexError, KeyError) as problem:  # numbers that are none, styles too many
        raise damaged(package.name) from problem
    return Contents(tables=tables, remarks=of_parts(package.parts))


def _either_way(book: _Book) -> tuple[Table, ...]:
    """The tables with their shared strings looked up here or, if that fails, read with the rest."""
    try:
        return tuple(_tables(book))
    except (Unreadable, KeyError):
        if book.shared is None:
            raise
        return tuple(_tables(replace(book, shared=None)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hundreds of thousands of cells are made and all kept: looking for waste doubles the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            # All at once among the old objects, which are seldom looked at.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _book(package: Package) -> _Book:
    part = main_part(package)
    root = parse_part(package, part)
    leads = relations(package, part)
    sheets = []
    for sheet in root.iterfind("{*}sheets/{*}sheet"):
        where = leads.get(relation_id(sheet))
        if where is not None and where.kind == "worksheet" and where.target in package.parts:
            hidden = sheet.get("state") in ("hidden", "veryHidden")
            sheets.append(_Sheet(name=sheet.get("name") or "", part=where.target, hidden=hidden))
    properties = root.find("{*}workbookPr")
    styles = _first(package, related(package, part, "styles"))
    strings = _first(package, related(package, part, "sharedStrings"))
    refuse_entities(strings[:_HEAD], package.name, "shared strings")
    untidy = _untidy(strings) or _has_durations(styles)
    shared = None if untidy else shared_strings(strings, package.name)
    return _Book(
        package=package,
        sheets=tuple(sheets),
        epoch_1904=properties is not None and properties.get("date1904") in _TRUE,
        styles=styles,
        strings=strings,
        shared=shared,
        untidy=untidy,
        known=Known(
            styles=style_marks(styles, package.name) if styles else {},
            strings=string_marks(strings, package.name) if _may_be_struck(strings, shared) else {},
        ),
    )


def _may_be_struck(strings: bytes, shared: SharedStrings | None) -> bool:
    """Whether the shared strings hold a struck run, or are written in a way not searched here."""
    if shared is not None and not shared.runs:
        return False
    return bool(_STRUCK.search(strings)) or (b"<sst" not in strings[:_HEAD] and bool(strings))


def _first(package: Package, parts: Sequence[str]) -> bytes:
    return read_part(package, parts[0]) if parts else b""


def _tables(book: _Book) -> Iterator[Table]:
    """Look at every sheet first, then let the values be read from those very bytes."""
    made = io.BytesIO()
    looked = []
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as copy:
        for number, sheet in enumerate(book.sheets):
            data = _without_blank_tail(read_part(book.package, sheet.part))
            refuse_entities(data[:_HEAD], book.package.name, sheet.part)
            plain = is_plain(data)
            found = _look(book, sheet, data, plain=plain)
            shared = book.shared if plain and not _has_texts(data) else None
            looked.append((sheet, found, book.untidy or _untidy(data), shared))
            copy.writestr(
                f"xl/worksheets/sheet{number}.xml",
                # The number of a shared string is then the cell's text, and looked up here.
                data if shared is None else data.replace(_NUMBERED, _AS_TEXT),
            )
        _complete(copy, book, strings=any(shared is None for *_, shared in looked))
    values = _values(made, book)
    for sheet, found, untidy, shared in looked:
        cells = shared.cells if shared is not None else None
        rows, remarks = grid_rows(next(values), found, untidy=untidy, shared=cells)
        yield Table(
            name=sheet.name,
            rows=rows,
            hidden=sheet.hidden,
            hidden_columns=frozenset(found.hidden_columns),
            epoch_1904=book.epoch_1904,
            remarks=remarks,
        )
        if boxes := text_boxes(book.package, sheet.part):
            yield Table(name=f"{sheet.name} (text boxes)", rows=boxes, hidden=sheet.hidden)


def _has_texts(data: bytes) -> bool:
    """Whether the text of a cell may stand in a plain sheet itself: not all are shared strings."""
    if data.count(b' t="') == data.count(_NUMBERED):
        return False
    return any(kind in data for kind in _TEXT_WITHIN)


def _look(book: _Book, sheet: _Sheet, data: bytes, *, plain: bool) -> Found:
    """All that is to be known of a sheet beside its values; raises Unreadable if it is too wide."""
    name = book.package.name
    if not plain or _WIDE_OR_DEEP.search(data):
        check_size(name, sheet.name, *extent(data, name, sheet.part))
    found, links = sheet_marks(data, book.known, plain=plain, name=name, part=sheet.part)
    found.links |= links_of(book.package, sheet.part, links)
    found.notes |= notes_of(book.package, sheet.part)
    return found


def _without_blank_tail(data: bytes) -> bytes:
    """Without the styled blank rows that some programs write down to the end of a sheet."""
    last, end = data.rfind(b"</c>"), data.rfind(b"</sheetData>")
    if last < 0 or end - last < _BLANK_TAIL or _PREFIXED in data[last:end]:
        return data
    return data[: last + 4] + b"</row>" + data[end:]


def _values(made: io.BytesIO, book: _Book) -> Iterator[Sequence[Sequence[Value | dt.timedelta]]]:
    """The values of every row from the first on, sheet by sheet, by calamine."""
    from python_calamine import CalamineError, CalamineWorkbook

    made.seek(0)
    part = "shared strings"
    try:
        opened = CalamineWorkbook.from_filelike(made)
        for number, sheet in enumerate(book.sheets):
            part = f"sheet {sheet.name}"
            yield opened.get_sheet_by_name(f"s{number}").to_python(skip_empty_area=False)
    except CalamineError as problem:
        raise damaged(book.package.name, part) from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":  # how the library's own bugs end
            raise
        raise damaged(book.package.name, part) from problem


def _complete(copy: zipfile.ZipFile, book: _Book, *, strings: bool) -> None:
    """What else a workbook needs: lists of its parts, its styles and, if asked, its strings."""
    numbers = range(len(book.sheets))
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n + 1}" r:id="r{n}"/>' for n in numbers)
    leads = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATION}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    said = {"EPOCH": str(int(book.epoch_1904)), "SHEETS": sheets, "LEADS": leads}
    for part, content in _PARTS.items():
        for word, meant in said.items():
            content = content.replace(word, meant)
        copy.writestr(part, content)
    if book.styles:
        copy.writestr("xl/styles.xml", book.styles)
    if book.strings and strings:
        copy.writestr("xl/sharedStrings.xml", book.strings)


def _untidy(data: bytes) -> bool:
    """Whether any text may hold line ends or characters that are to be put right."""
    # One byte is found many times faster than two, and most texts hold none of the first bytes.
    return any(first in data and (first == mark or mark in data) for first, mark in _UNTIDY)


def _has_durations(styles: bytes) -> bool:
    """Whether any number may be shown as a stretch of time: [h]:mm, or the built-in format 46."""
    return any(mark in styles for mark in (b"[h", b"[m", b"[s", b'numFmtId="46"'))


_UNTIDY = (
    (b"_", b"_x"), (b"&", b"&#"), (b"\r", b"\r"), (b"\x7f", b"\x7f"), (b"\xc2", b"\xc2\x85"),
    (b"\xe2", b"\xe2\x80\xa8"), (b"\xe2", b"\xe2\x80\xa9"), (b"\xcc", b"\xcc"), (b"\xcd", b"\xcd"),
    *((mark.encode()[:1], mark.encode()) for mark in UNSEEN),
)  # fmt: skip
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Override '
    f'PartName="/xl/workbook.xml" ContentType="{_CONTENT}.sheet.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">LEADS'
    "</Relationships>",
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    f' xmlns:r="{_RELATION}"><workbookPr date1904="EPOCH"/><sheets>SHEETS</sheets></workbook>',
}
