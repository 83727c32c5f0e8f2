"""Files made to break a reader, each as small as it may be; made when a test asks for them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from tests.chronology.importers.told import SAMPLES
from tests.chronology.importers.wordxml import NAMES, paragraph, row, table

_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LAUGHS = (
    '<!DOCTYPE lol [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)
_FAR = 1_048_576


def changed(sample: str, **parts: str | bytes | Callable[[bytes], bytes]) -> bytes:
    """A sample with parts put in or changed; '__' stands for '/' and 'dot' parts for '.xml'."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(SAMPLES / sample) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        replaced = {name.replace("__", "/") + ".xml": told for name, told in parts.items()}
        for name in old.namelist():
            told = replaced.get(name, old.read(name))
            new.writestr(name, told(old.read(name)) if callable(told) else told)
    return made.getvalue()


def sheet_of(rows: str) -> bytes:
    """A workbook whose only sheet has these rows."""
    told = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return changed("excel-prefixed.xlsx", xl__worksheets__sheet1=told)


def words(place: str, text: str) -> str:
    """A cell with its text in it."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def entity_in(sample: str, part: str, root: str) -> bytes:
    """A part that begins with a billion laughs and ends with asking for them."""

    def laughing(told: bytes) -> bytes:
        text = told.decode("utf-8")
        begins = text.index(f"<{root}")
        ends = text.index(">", begins) + 1
        return f"{_LAUGHS}{text[begins:ends]}&m;{text[ends:]}".encode()

    return changed(sample, **{part: laughing})


def says_it_unpacks_to(size: int) -> bytes:
    """A workbook whose directory says that its sheet unpacks to so many bytes."""
    data = bytearray((SAMPLES / "excel-merged.xlsx").read_bytes())
    at = data.rindex(b"PK\x01\x02", 0, data.index(_SHEET.encode(), data.index(b"PK\x01\x02")))
    data[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(data)


def unpacks_to_more_than_it_says() -> bytes:
    """A workbook whose sheet goes on for 64 MB after its directory says that it ends."""
    made = io.BytesIO(changed("excel-merged.xlsx", xl__worksheets__sheet1=b" " * 2**26))
    data = bytearray(made.getvalue())
    for magic, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = 0
        while (at := data.find(magic, start)) >= 0:
            if _SHEET.encode() in data[at : at + 120]:
                data[at + offset : at + offset + 4] = (1000).to_bytes(4, "little")
            start = at + 4
    return bytes(data)


def blank_rows(count: int) -> str:
    """Rows that a program styled down to the end of the sheet."""
    return "".join(
        f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>'
        for n in range(3, count)
    )


def wide_rows(count: int) -> str:
    """Rows of 16,384 cells."""
    letters = [a + b + c for a in " ABCDEFGHIJKLMNOPQRSTUVWX" for b in " ABCDEFGHIJKLMNOPQRSTUVWXYZ"
               for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]  # fmt: skip
    names = [n.strip() for n in letters if " " not in n.strip() and (n[0] == " " or n[1] != " ")]
    names = sorted(dict.fromkeys(names), key=lambda n: (len(n), n))[:16_384]
    return "".join(
        f'<row r="{n}">{"".join(words(f"{name}{n}", f"words {name} {n}") for name in names)}</row>'
        for n in range(1, count + 1)
    )


_HEAD = f'<row r="1">{words("A1", "Date")}{words("B1", "Event")}</row>'
_SEEN = f'<row r="2">{words("A2", "12/03/2021")}{words("B2", "Seen")}</row>'
_TWO = _HEAD + _SEEN


def word_of(body: str) -> bytes:
    """A Word document of this body."""
    told = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    return changed("word-plain.docx", word__document=told)


def open_of(rows: str) -> bytes:
    """An OpenDocument sheet of these rows."""

    def with_rows(told: bytes) -> bytes:
        text = told.decode("utf-8")
        first, last = text.index("<table:table-row"), text.rindex("</table:table-row>")
        return (text[:first] + rows + text[last + len("</table:table-row>") :]).encode()

    return changed("open-repeated.ods", content=with_rows)


def _open_row(repeated: int, cells: int) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}"><table:table-cell '
        f'table:number-columns-repeated="{cells}"><text:p>x</text:p></table:table-cell>'
        "</table:table-row>"
    )


# name -> its bytes, and words of the message that refuses it; '' where it is read within bounds.
CASES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "cut.xlsx": (lambda: _cut("excel-merged.xlsx"), "damaged"),
    "cut.docx": (lambda: _cut("word-plain.docx"), "damaged"),
    "cut.ods": (lambda: _cut("open-merged.ods"), "damaged"),
    "cut.xls": (lambda: _cut("old-merged.xls"), "damaged"),
    "cut-locked.xlsx": (lambda: _cut("locked-excel.xlsx"), "protected"),
    "broken-sheet.xlsx": (
        lambda: changed("excel-merged.xlsx", xl__worksheets__sheet1=lambda told: told[:-200]),
        "damaged",
    ),
    "broken-strings.xlsx": (
        lambda: changed("excel-merged.xlsx", xl__sharedStrings=lambda told: told[:-200]),
        "damaged",
    ),
    "broken-styles.xlsx": (
        lambda: changed("excel-merged.xlsx", xl__styles=b"<styleSheet><fonts>"), "damaged",
    ),
    "broken.docx": (
        lambda: changed("word-plain.docx", word__document=lambda told: told[:-200]), "damaged",
    ),
    "broken.ods": (
        lambda: changed("open-merged.ods", content=lambda told: told[:-200]), "damaged",
    ),
    "laughs.xlsx": (
        lambda: entity_in("excel-merged.xlsx", "xl__worksheets__sheet1", "worksheet"),
        "declares entities",
    ),
    "laughs-strings.xlsx": (
        lambda: entity_in("excel-merged.xlsx", "xl__sharedStrings", "sst"),
        "declares entities",
    ),
    "laughs.docx": (
        lambda: entity_in("word-plain.docx", "word__document", "w:document"), "declares entities",
    ),
    "laughs.ods": (
        lambda: entity_in("open-merged.ods", "content", "office:document-content"),
        "declares entities",
    ),
    "bomb.xlsx": (lambda: says_it_unpacks_to(2**30), "unpacks to"),
    "bomb-that-lies.xlsx": (unpacks_to_more_than_it_says, "damaged"),
    "wide.xlsx": (lambda: sheet_of(wide_rows(5)), "holds no chronology"),
    "wide-headings.xlsx": (lambda: sheet_of(_headed(wide_rows(3))), ""),
    "wide-and-long.xlsx": (lambda: sheet_of(wide_rows(1) + _far("A500")), "spreads over"),
    "blank-rows.xlsx": (lambda: sheet_of(_TWO + blank_rows(_FAR)), ""),
    "far-cell.xlsx": (lambda: sheet_of(_TWO + _far("XFD1048576")), "the cell XFD1048576"),
    "far-row.xlsx": (lambda: sheet_of(_TWO + _far("A1048576")), "the cell A1048576"),
    "beyond-any-sheet.xlsx": (lambda: sheet_of(_TWO + _far("ZZZZ99999")), "damaged"),
    "far-without-address.xlsx": (
        lambda: sheet_of(_TWO + "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"),
        "the cell XFD1048576",
    ),
    "wide-merges.xlsx": (lambda: _merged(), ""),
    "deep.docx": (lambda: word_of(_deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")),
        "damaged",
    ),
    "deep-tables.docx": (
        lambda: word_of(_deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")),
        "damaged",
    ),
    "wide.docx": (
        lambda: word_of(table(row("Date", "Event"), row("12/03/2021", "Seen")).replace(
            "<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>')),
        "",
    ),
    "far.ods": (lambda: open_of(_open_row(_FAR, 16_384)), "spreads over"),
    "far-beyond-reason.ods": (lambda: open_of(_open_row(10**15, 10**15)), "spreads over"),
    "deep.html": (lambda: b"<table><tr><td>" * 20_000 + b"x", ""),
    "wide.html": (
        lambda: b"<table><tr><th>Date<th>Event<tr><td rowspan=65534 colspan=99999999>x</table>", "",
    ),
    "wide.csv": (lambda: b"Date,Event" + b"," * 4_000_000 + b"\n", "spreads over"),
    "one-quote.csv": (lambda: b'Date,Event\n12/03/2021,"' + b"Seen,\n" * 3_000, ""),
    "noughts.csv": (lambda: b"Date,Event\n12/03/2021,Seen\n" + bytes(2_000_000), "cannot be read"),
}  # fmt: skip


def _headed(rows: str) -> str:
    """With headings over the first two columns, and a date below."""
    for was, now in (("A 1", "Date"), ("B 1", "Event"), ("A 2", "12/03/2021"), ("B 2", "Seen")):
        rows = rows.replace(f">words {was}<", f">{now}<", 1)
    return rows


def _cut(sample: str) -> bytes:
    data = (SAMPLES / sample).read_bytes()
    return data[: len(data) // 2]


def _far(place: str) -> str:
    number = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f'<row r="{number}">{words(place, "x")}</row>'


def _merged() -> bytes:
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(3, 5000))
    told = (
        f'<worksheet xmlns="{_MAIN}"><sheetData>{_TWO}</sheetData><mergeCells>{merges}'
        "</mergeCells></worksheet>"
    )
    return changed("excel-prefixed.xlsx", xl__worksheets__sheet1=told)


def _deep(begin: str, end: str) -> str:
    return (
        table(row("Date", "Event"), row("12/03/2021", "Seen"))
        + begin * 20_000
        + paragraph("x")
        + end * 20_000
    )
