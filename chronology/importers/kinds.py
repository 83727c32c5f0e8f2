"""What kind of file it is, by its bytes; the suffix only breaks ties.

PK...            a zip: .xlsx, .docx or .ods by the parts inside it
D0 CF 11 E0 ...  Office's old container: .xls, .doc, or a protected file (protected.py)
<html ...        a web page, whatever its suffix says
text             .csv and its relatives
"""

from __future__ import annotations

import re

from chronology.findings import Unreadable
from chronology.importers.decoding import decode
from chronology.importers.package import Package, main_part, open_package, read_part
from chronology.importers.source import Source

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_SHEET = "Ask the agency for the spreadsheet or Word file that it was made from."
_AS_ATTACHED = (
    "Save its attachments and name those; a chronology in its words can be pasted into a .txt."
)
_AS_DOCX = "Open it in Word, save it as .docx and try again."
_AS_XLSX = "Open it in Excel, save it as .xlsx and try again."
_ARCHIVE = ("an archive of files", "Unpack it and name the files inside it.")
_SIGNATURES = (
    (rb"%PDF", "a PDF", _AS_SHEET),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|.{8}WEBP|.{4}ftyp(?:heic|mif1)", "a picture", _AS_SHEET),
    (rb"BM.{4}\0{4}", "a picture", _AS_SHEET),  # and no text such as "BMI clinic"
    (rb"II\*\0|MM\0\*", "a scan", _AS_SHEET),
    (rb"\{\\rtf", "a rich text document", _AS_DOCX),
    (rb"Rar!|7z\xbc\xaf|\x1f\x8b", *_ARCHIVE),
    (rb"SQLite format 3", "a database", "Ask the agency for an export as a spreadsheet."),
)
"""How files begin that cannot be read, as patterns; what they are, and what to do."""
_TEXT_SUFFIXES = {".csv", ".tsv", ".tab", ".txt", ".asc", ".dat", ".psv"}
_MISNAMED = {".xls", ".xlsx", ".xlsm", ".ods", ""}
_OFFICE = {".xlsx", ".xlsm", ".xls", ".docx", ".docm", ".ods"}
_WEB = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype html|html|table|head|body|div|meta|title|style|h[1-6])\b",
    re.I | re.S,
)
_SHEET_XML = re.compile(r"urn:schemas-microsoft-com:office:spreadsheet|mso-application")
_SENT = re.compile(r"^(?:MIME-Version|Received|Return-Path): ", re.I | re.M)
"""Lines of an e-mail as it was sent, and not of one whose words were pasted into a text."""
_MAIL = re.compile(r"(?:MIME-Version|Received|Return-Path|From|Subject|Date): ", re.I)


def kind_of(source: Source) -> str:
    """One of READERS; raises Unreadable for what cannot be a chronology, with what to do."""
    head = source.data[:4096]
    for magic, what, remedy in _SIGNATURES:
        if re.match(magic, head, re.DOTALL):
            raise _refused(source, what, remedy)
    if head.startswith(b"PK"):
        return _kind_of_package(source)
    if head.startswith(OLE):
        return _kind_of_container(source)
    return _kind_of_text(source, decode(head).text)


def _refused(source: Source, what: str, remedy: str) -> Unreadable:
    return Unreadable(f"{source.name} is {what}, which cannot be read as a table.", remedy)


def _kind_of_package(source: Source) -> str:
    package = open_package(source)
    if "mimetype" in package.parts:
        return _kind_of_opendocument(package, source)
    main = main_part(package)
    folder = main.partition("/")[0]
    if main.endswith(".bin"):
        raise _refused(source, "a binary Excel workbook (.xlsb)", _AS_XLSX)
    if folder == "xl" or "xl/workbook.xml" in package.parts:
        return "excel"
    if folder == "word" or "word/document.xml" in package.parts:
        return "word"
    if folder == "ppt":
        raise _refused(source, "a presentation", _AS_SHEET)
    if any(part.endswith(".iwa") for part in package.parts):
        raise _refused(
            source,
            "a document of Apple's Numbers or Pages",
            "Open it there, choose File, Export To, Excel or Word, and name what that gives.",
        )
    raise _refused(source, *_ARCHIVE)


def _kind_of_opendocument(package: Package, source: Source) -> str:
    kind = read_part(package, "mimetype")[:200].decode("ascii", errors="replace")
    if "opendocument.spreadsheet" in kind:
        return "opendocument"
    if "opendocument.text" in kind:
        raise _refused(
            source, "an OpenDocument text", "Open it in LibreOffice or Word and save it as .docx."
        )
    raise _refused(source, "an OpenDocument file of another kind", _AS_SHEET)


def _kind_of_container(source: Source) -> str:
    from chronology.importers.protected import streams_of

    streams = streams_of(source)
    if streams & {"workbook", "book"}:
        return "old_excel"
    if "worddocument" in streams:
        raise _refused(source, "an old Word document (.doc)", _AS_DOCX)
    if "powerpoint document" in streams:
        raise _refused(source, "a presentation", _AS_SHEET)
    if any(name.startswith("__substg1.0") for name in streams):
        raise _refused(source, "an e-mail", _AS_ATTACHED)
    raise _refused(source, "an Office file of another kind", _AS_SHEET)


def _kind_of_text(source: Source, head: str) -> str:
    if _SHEET_XML.search(head) and head.lstrip("\ufeff \r\n").startswith("<?xml"):
        raise _refused(source, "a workbook in the XML of 2003", _AS_XLSX)
    if _WEB.match(head.lstrip("\ufeff")):
        return "web_table"
    if _MAIL.match(head):
        if "multipart/related" in head:
            raise _refused(source, "a web page in one file", _AS_XLSX)
        if source.suffix != ".txt" or _SENT.search(head):
            raise _refused(source, "an e-mail", _AS_ATTACHED)
    controls = sum(c < " " and c not in "\t\r\n\x0b\x0c\x1a" for c in head)
    if source.suffix in _TEXT_SUFFIXES | _MISNAMED and controls <= 2 + len(head) // 100:
        return "delimited"
    if source.suffix in _OFFICE:
        raise Unreadable(
            f"{source.name} is damaged, or no {source.suffix} file: nothing in it can be read.",
            "Open it in the program it comes from, save it again, or ask for another copy.",
        )
    raise Unreadable(
        f"{source.name}: files of this kind ({source.suffix or 'no suffix'}) cannot be read.",
        "Save it as .xlsx or .csv and try again.",
    )
