"""Zip packages of XML parts: .xlsx, .docx and .ods. Checked here before any library sees them.

The directory of the zip says how much each part unpacks to, and no part is read beyond that; a
part with a document type could define entities, which no office program writes.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronology.findings import Unreadable
from chronology.importers.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

INFLATED_LIMIT = 256 * 1024 * 1024
PARTS_LIMIT = 20_000
_LOOKED_AT = 4096
DAMAGED = "Open it in the program it comes from, save it again, or ask for another copy."


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """An opened zip whose sizes are within bounds."""

    name: str
    zip: zipfile.ZipFile
    parts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One line of a .rels part: the last word of its type, and the part or address it leads to."""

    kind: str
    target: str
    external: bool


def open_package(source: Source) -> Package:
    """Open a zip; raises Unreadable for damage and for what unpacks to too much."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(source.data))
        listed = opened.infolist()
    except Exception as problem:  # whatever a damaged zip makes the library raise
        raise damaged(source.name) from problem
    size = sum(part.file_size for part in listed)
    if size > INFLATED_LIMIT or len(listed) > PARTS_LIMIT:
        raise Unreadable(
            f"{source.name} unpacks to {size // 1024**2:,} MB in {len(listed):,} parts, more than "
            "a chronology can need.",
            "Copy the table into a new file and save that.",
        )
    return Package(name=source.name, zip=opened, parts=frozenset(p.filename for p in listed))


def damaged(name: str, part: str = "") -> Unreadable:
    """The plain message for a file that is cut short or broken."""
    where = f" (its part {part})" if part else ""
    return Unreadable(f"{name} is damaged and cannot be read{where}.", DAMAGED)


def read_part(package: Package, part: str) -> bytes:
    """One part, unpacked; raises Unreadable where it is broken or not there."""
    try:
        return package.zip.read(part)
    except Exception as problem:  # whatever a damaged zip makes the library raise
        raise damaged(package.name, part) from problem


def parse_part(package: Package, part: str) -> Element:
    """One part as XML; raises Unreadable where it is broken."""
    return parse(read_part(package, part), package.name, part)


def parse(data: bytes, name: str, part: str) -> Element:
    """XML without entities, network or document types; raises Unreadable for all of these."""
    from lxml import etree

    refuse_entities(data, name, part)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise damaged(name, part) from problem
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise _with_entities(name, part)
    return root


def let_go(element: Element) -> None:
    """Forget an element of a stream that has been read, and what stood before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def stream(
    data: bytes, name: str, part: str, tags: Sequence[str], *, starts: bool = False
) -> Iterator[tuple[str, Element]]:
    """Elements of a part as they end, and begin if asked; without entities, as in `parse`.

    Raises Unreadable for a part that is damaged.
    """
    from lxml import etree

    refuse_entities(data, name, part)
    try:
        yield from etree.iterparse(
            io.BytesIO(data),
            events=("start", "end") if starts else ("end",),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            huge_tree=True,
        )
    except etree.XMLSyntaxError as problem:
        raise damaged(name, part) from problem


def refuse_entities(data: bytes, name: str, part: str) -> None:
    """Raise Unreadable for XML that declares a document type, in whichever encoding."""
    if b"<!DOCTYPE" in data or any(
        "<!DOCTYPE".encode(wide) in data[:_LOOKED_AT] for wide in ("utf-16-le", "utf-16-be")
    ):
        raise _with_entities(name, part)


def _with_entities(name: str, part: str) -> Unreadable:
    """The plain message for a part that declares a document type, as bombs of entities do."""
    return Unreadable(
        f"{name} was not written by an office program: its part {part} declares entities.",
        "Do not open it. Ask the agency whether they sent it, and for another copy.",
    )


def relations(package: Package, part: str) -> dict[str, Relation]:
    """What a part leads to, by id; empty where it leads to nothing."""
    folder, _, base = part.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
    if rels not in package.parts:
        return {}
    found = {}
    for line in parse_part(package, rels).iter("{*}Relationship"):
        external = line.get("TargetMode") == "External"
        target = line.get("Target") or ""
        found[line.get("Id") or ""] = Relation(
            kind=(line.get("Type") or "").rpartition("/")[2],
            target=target if external else _inside(folder, target),
            external=external,
        )
    return found


def _inside(folder: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(folder, target))


def relation_id(element: Element) -> str:
    """The id of the relation that an element names; '' for none."""
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")


def related(package: Package, part: str, kind: str) -> list[str]:
    """The parts of one kind that a part leads to, in the order of their names."""
    found = (r for r in relations(package, part).values() if r.kind == kind and not r.external)
    return sorted(r.target for r in found if r.target in package.parts)


def main_part(package: Package) -> str:
    """The part that the whole package is about; '' for a zip of another kind."""
    targets = [r.target for r in relations(package, "").values() if r.kind == "officeDocument"]
    return next((target for target in targets if target in package.parts), "")
