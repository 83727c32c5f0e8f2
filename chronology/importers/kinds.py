"""What kind of file it is, by its bytes; the suffix only breaks ties."""

from __future__ import annotations

from chronology.findings import Unreadable
from chronology.importers.package import open_package
from chronology.importers.source import Source

_SIGNATURES = (
    (b"%PDF", "a PDF", "Ask the agency for the spreadsheet or Word file that it was made from."),
    (b"\x89PNG", "a picture", "Ask the agency for the spreadsheet itself, not a picture of it."),
    (b"\xff\xd8\xff", "a picture", "Ask the agency for the spreadsheet itself, not a picture."),
    (b"GIF8", "a picture", "Ask the agency for the spreadsheet itself, not a picture of it."),
    (
        b"\xd0\xcf\x11\xe0",
        "an old-style or password-protected Office file",
        "Open it in Excel, remove any password, save it as .xlsx and try again.",
    ),
)
_TEXT_SUFFIXES = {".csv", ".tsv", ".txt"}


def kind_of(source: Source) -> str:
    """The kind of file by its first bytes; raises Unreadable for what cannot be a chronology."""
    head = source.data[:4096]
    for magic, what, remedy in _SIGNATURES:
        if head.startswith(magic):
            raise Unreadable(f"{source.name} is {what}, which cannot be read as a table.", remedy)
    if head.startswith(b"PK"):
        return _kind_of_package(source)
    if source.suffix in _TEXT_SUFFIXES and _looks_like_text(head):
        return "delimited"
    raise Unreadable(
        f"{source.name}: files of this kind ({source.suffix or 'no suffix'}) cannot be read.",
        "Save it as .xlsx or .csv and try again.",
    )


def _kind_of_package(source: Source) -> str:
    package = open_package(source)
    if "xl/workbook.xml" in package.parts:
        return "excel"
    if "word/document.xml" in package.parts:
        return "word"
    raise Unreadable(
        f"{source.name} is not an Excel workbook.", "Save it as .xlsx or .csv and try again."
    )


def _looks_like_text(head: bytes) -> bool:
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" not in head
