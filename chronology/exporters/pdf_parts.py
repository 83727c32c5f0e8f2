"""Parts of a PDF joined into one: pages, bookmarks and the tags that a screen reader follows.

pypdf joins pages and bookmarks and leaves the tags out. A page points into the tree of tags by a
number (StructParents); joined, the numbers of each part go on from those of the part before.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
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


def joined(parts: Sequence[bytes], title: str) -> bytes:
    """One PDF of all parts; the same parts give the same bytes."""
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
    writer.root_object[NameObject("/Lang")] = TextStringObject("en-GB")
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    writer.add_metadata({"/Title": title, "/Producer": "caseweave"})
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


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
        yield int(told[at]), told.raw_get(at + 1) if hasattr(told, "raw_get") else told[at + 1]
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
