"""Parts of a PDF joined into one: pages, bookmarks and the tags that a screen reader follows.

pypdf joins pages and bookmarks and leaves the tags out. A page points into the tree of tags by a
number (StructParents); joined, the numbers of each part go on from those of the part before.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)


def page_count(made: bytes) -> int:
    """How many pages it has."""
    return len(PdfReader(io.BytesIO(made)).pages)


def outline(made: bytes) -> Iterator[tuple[str, int]]:
    """The bookmarks of the first level, with their pages counted from 1."""
    reader = PdfReader(io.BytesIO(made))
    for mark in reader.outline:
        if not isinstance(mark, list):
            page = reader.get_destination_page_number(mark)
            yield str(mark.title), (page or 0) + 1


def joined(parts: Sequence[bytes], title: str, numbers_of_pages: bytes) -> bytes:
    """One PDF of all parts, each page with its number; the same parts give the same bytes."""
    writer = PdfWriter()
    tops, numbers = ArrayObject(), ArrayObject()
    roles = DictionaryObject()
    offset = 0
    for made in parts:
        reader = PdfReader(io.BytesIO(made))
        before = len(writer.pages)
        writer.append(reader, import_outline=True)
        root: Any = reader.root_object["/StructTreeRoot"].get_object()
        tree = root.clone(writer)
        pages = zip(reader.pages, writer.pages[before:], strict=True)
        for old, new in pages:
            _renumber(old, new, offset)
        tops.extend(_as_list(tree["/K"]))
        offset = _extend(numbers, tree["/ParentTree"], offset)
        roles.update(tree.get("/RoleMap", DictionaryObject()))
    _tags(writer, tops, numbers, roles, offset)
    _number(writer, PdfReader(io.BytesIO(numbers_of_pages)))
    writer.root_object[NameObject("/Lang")] = TextStringObject("en-GB")
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    writer.add_metadata({"/Title": title, "/Producer": "caseweave"})
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def _number(writer: PdfWriter, numbers: PdfReader) -> None:
    """Draw the foot of each page under what is there; its fonts get names of their own.

    The library's own way of merging pages takes ten times as long and leaves them uncompressed.
    """
    for page, foot in zip(writer.pages, numbers.pages, strict=True):
        stream = StreamObject()
        stream.set_data(b"q\n" + _renamed(page, foot, writer) + b"\nQ\n")
        before = page.raw_get("/Contents")
        kept = before if isinstance(before, ArrayObject) else [before]
        place = writer._add_object(stream.flate_encode())
        page[NameObject("/Contents")] = ArrayObject([place, *kept])


def _renamed(page: Any, foot: Any, writer: PdfWriter) -> bytes:
    """What is drawn at the foot, with its fonts and colours among those of the page."""
    words: bytes = foot.get_contents().get_data()
    of_page, of_foot = page["/Resources"].get_object(), foot["/Resources"].get_object()
    for kind in ("/Font", "/ColorSpace"):
        if NameObject(kind) not in of_page:
            of_page[NameObject(kind)] = DictionaryObject()
        for name, told in of_foot.get(kind, {}).items():
            renamed = f"/Foot{name[1:]}"
            of_page[kind].get_object()[NameObject(renamed)] = told.clone(writer).indirect_reference
            words = re.sub(rb"%b\b" % re.escape(name.encode()), renamed.encode(), words)
    return words


def _renumber(old: Any, new: Any, offset: int) -> None:
    if "/StructParents" in old:
        new[NameObject("/StructParents")] = NumberObject(old["/StructParents"] + offset)
    for annotation in new.get("/Annots", ()):
        told = annotation.get_object()
        if "/StructParent" in told:
            told[NameObject("/StructParent")] = NumberObject(told["/StructParent"] + offset)


def _extend(numbers: ArrayObject, tree: Any, offset: int) -> int:
    """Add a part's number tree, moved up by `offset`; the first number free after it."""
    last = offset
    for key, value in _leaves(tree.get_object()):
        numbers.append(NumberObject(key + offset))
        numbers.append(value)
        last = max(last, key + offset + 1)
    return last


def _leaves(tree: Any) -> Iterator[tuple[int, Any]]:
    told = tree.get("/Nums", ())
    for at in range(0, len(told), 2):
        yield int(told[at]), told[at + 1]
    for kid in tree.get("/Kids", ()):
        yield from _leaves(kid.get_object())


def _as_list(told: Any) -> Sequence[Any]:
    return told if isinstance(told, ArrayObject) else [told]


def _tags(
    writer: PdfWriter, tops: ArrayObject, numbers: ArrayObject, roles: DictionaryObject, free: int
) -> None:
    root = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
    place = writer._add_object(root)
    for top in tops:
        top.get_object()[NameObject("/P")] = place
    root[NameObject("/K")] = tops
    root[NameObject("/ParentTree")] = writer._add_object(
        DictionaryObject({NameObject("/Nums"): numbers})
    )
    root[NameObject("/ParentTreeNextKey")] = NumberObject(free)
    if roles:
        root[NameObject("/RoleMap")] = roles
    writer.root_object[NameObject("/StructTreeRoot")] = place
    writer.root_object[NameObject("/MarkInfo")] = DictionaryObject(
        {NameObject("/Marked"): BooleanObject(True)}
    )
