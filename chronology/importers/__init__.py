"""Readers of agencies' files: kind of file -> module. They give rows with their places; no more."""

from __future__ import annotations

from pathlib import Path

from chronology.findings import Unreadable
from chronology.importers import delimited, excel
from chronology.importers.rows import Contents, Passwords

# One file per format. What a file is, is decided by its bytes; the suffix only breaks ties.
READERS = {"excel": excel.read, "delimited": delimited.read}

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


def read(path: Path, passwords: Passwords | None = None) -> Contents:
    """Read every sheet or table of a file; raises Unreadable with what to do.

    `passwords` gives those to try where the file is protected.
    """
    return READERS[kind_of(path)](path)


def kind_of(path: Path) -> str:
    """The kind of file by its first bytes; raises Unreadable for what cannot be a chronology."""
    if path.is_dir():
        raise Unreadable(f"{path.name} is a folder, not a file.", "Name the files inside it.")
    if not path.exists():
        raise Unreadable(f"{path.name}: there is no such file.", "Check the name and the folder.")
    try:
        with path.open("rb") as handle:
            head = handle.read(4096)
    except OSError as problem:
        raise Unreadable(
            f"{path.name} cannot be opened ({problem.strerror}).",
            "Close it in other programs, check that you may read it, and try again.",
        ) from problem
    if not head:
        raise Unreadable(f"{path.name} is empty.", "Ask the agency to send it again.")
    return _kind_by_bytes(path, head)


def _kind_by_bytes(path: Path, head: bytes) -> str:
    for magic, what, remedy in _SIGNATURES:
        if head.startswith(magic):
            raise Unreadable(f"{path.name} is {what}, which cannot be read as a table.", remedy)
    if head.startswith(b"PK"):
        return "excel"
    if path.suffix.lower() in _TEXT_SUFFIXES and _looks_like_text(head):
        return "delimited"
    raise Unreadable(
        f"{path.name}: files of this kind ({path.suffix or 'no suffix'}) cannot be read.",
        "Save it as .xlsx or .csv and try again.",
    )


def _looks_like_text(head: bytes) -> bool:
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" not in head
