"""What the paragraphs of a Word document were when it was written, kept in a part of their own.

Word processors keep such a part (Word calls it custom XML) as it is. By it the next merge knows
which paragraphs somebody typed, or typed in.

    <written xmlns="urn:caseweave:written">3f2a91c 77d01be ...</written>
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from chronology.importers.package import Package, parse_part, related

if TYPE_CHECKING:
    from docx.document import Document

_ROOT = "{urn:caseweave:written}written"
_PART, _PROPERTIES = "/customXml/item1.xml", "/customXml/itemProps1.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMED = (
    '<ds:datastoreItem ds:itemID="{0DD65DB4-4C3A-4E0B-9C46-5F4C4A3E5C01}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    '<ds:schemaRefs><ds:schemaRef ds:uri="urn:caseweave:written"/></ds:schemaRefs>'
    "</ds:datastoreItem>"
)
"""LibreOffice keeps the part only if another one names it."""


def digest_of(words: str, *, counted: bool = False) -> str:
    """The letters and figures of a paragraph in short; of a counted one, such as a caption, the
    letters alone."""
    told = "".join(filter(str.isalpha if counted else str.isalnum, words))
    return hashlib.sha256(told.encode()).hexdigest()[:7] if told else ""


def in_row(digests: Iterable[str], row: str) -> Iterator[str]:
    """The same for the paragraphs of an entry's row: "Not seen" there is not that of another row,
    and the second of two alike in a row is not the first."""
    met = Counter[str]()
    for digest in digests:
        met[digest] += 1
        yield digest_of(f"{row} {digest} {met[digest]}") if digest else ""


def add_written(made: Document, written: Iterable[str]) -> None:
    """Put the part into a package."""
    from docx.opc.packuri import PackURI  # late: only Word needs it
    from docx.opc.part import Part

    told = " ".join(sorted({*written} - {""}))
    blob = f'<written xmlns="urn:caseweave:written">{told}</written>'.encode()
    inside = made.part.package
    part = Part(PackURI(_PART), "application/xml", blob, inside)
    part.relate_to(
        Part(PackURI(_PROPERTIES), _TYPE, _NAMED.encode(), inside), f"{_RELATIONS}/customXmlProps"
    )
    made.part.relate_to(part, f"{_RELATIONS}/customXml")


def read_written(package: Package, main: str) -> frozenset[str] | None:
    """What the paragraphs were; None where no program left the part in the file."""
    for part in related(package, main, "customXml"):
        root = parse_part(package, part) if part in package.parts else None
        if root is not None and root.tag == _ROOT:
            return frozenset((root.text or "").split())
    return None
