"""The integrated chronology as a PDF: tagged, with bookmarks, fonts embedded, A4 landscape.

Typst lays it out; every word goes in as data, never as markup. It needs about half a megabyte for
a row, so a long chronology is laid out in parts, which are then joined.
"""

from __future__ import annotations

import json
import multiprocessing
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any

from chronology.emoji import named
from chronology.exporters.books.sheets import BANDS
from chronology.exporters.lettering import in_shipped_font
from chronology.exporters.paper.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    Picture,
    Table,
    size,
)
from chronology.exporters.paper.chapters import document
from chronology.model import Chronology

PART_ROWS = 1_200
"""Rows that are laid out together, at most."""
Data = dict[str, Any]


def write(chronology: Chronology, path: Path, pictures: Sequence[Picture] = ()) -> None:
    """Write the PDF; `pictures` (genograms) stand before the chronology."""
    write_document(document(chronology, pictures), path)


def write_document(told: Document, path: Path) -> None:
    """Write any document; the same document gives the same bytes."""
    parts = list(_parts(told))
    if len(parts) == 1:
        path.write_bytes(laid_out(_data(told, parts[0], whole=True)))
    else:
        path.write_bytes(_in_parts(told, parts))


def _in_parts(told: Document, parts: list[list[Data]]) -> bytes:
    """Lay out part by part, each in a process of its own, which gives its memory back."""
    from chronology.exporters.paper.pdf_parts import joined, outline, page_count

    front, *rest = _front_apart(parts)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as pool:

        def lay(part: list[Data], **how: Any) -> bytes:
            return pool.submit(laid_out, _data(told, part, **how)).result()

        chapters = [(name, 0) for name in told.chapters]
        first = lay(front, contents=chapters)
        made, pages, chapters, chapter = [first], page_count(first), [], ""
        for part in rest:
            laid = lay(part, start=pages + 1, chapter=chapter)
            chapter = _last_chapter(part, chapter)
            begun = [mark for mark in outline(laid) if mark[0] in told.chapters]
            chapters += [(name, pages + page) for name, page in begun]
            pages += page_count(laid)
            made.append(laid)
        made[0] = lay(front, contents=chapters)
    return joined(made, told.title, page_numbers(pages))


def page_numbers(pages: int) -> bytes:
    """A page for each with nothing but "Page 7 of 120" at its foot."""
    return _compiled("page_numbers.typ", {"total": str(pages)}, system_fonts=False)


_LETTER = 1.6  # millimetres of a letter of table text, or a little more
_NO_WIDTH = "\u200b"
"""A place to break a line at, of no width and in no word as sent."""


def _breakable(row: Data, widths: Sequence[float]) -> Data:
    """A row whose long words (hashes, addresses) may break; else they run out of their cell."""
    for cell, width in zip(row["cells"], widths, strict=True):
        most = max(8, int(width / _LETTER))
        for paragraph in cell:
            for words in paragraph["words"]:
                words["text"] = re.sub(rf"[^\s-]{{{most},}}", partial(_broken, most), words["text"])
    return row


def _broken(most: int, word: re.Match[str]) -> str:
    """A long word that may break after its stops, and anywhere in a part that is long itself."""
    parts = re.findall(r"[^._/\\@:]*[._/\\@:]|[^._/\\@:]+", word[0])
    return _NO_WIDTH.join(p if len(p) < most else _NO_WIDTH.join(p) for p in parts)


def _front_apart(parts: list[list[Data]]) -> list[list[Data]]:
    """The first page and the contents as a part of their own."""
    end = 1 + next(n for n, block in enumerate(parts[0]) if block["kind"] == "contents")
    return [parts[0][:end], parts[0][end:], *parts[1:]]


def _parts(told: Document) -> Iterator[list[Data]]:
    """The blocks as data, cut where a part has its rows."""
    part: list[Data] = []
    rows = tables = figures = 0
    for block in told.blocks:
        tables += isinstance(block, Table)
        figures += isinstance(block, Picture)
        for data in _pieces(block, tables if isinstance(block, Table) else figures):
            new = len(data.get("rows", ()))
            if part and rows + new > PART_ROWS:
                yield part
                part, rows = [], 0
            part.append(data)
            rows += new
    yield part


def _pieces(block: Block, number: int) -> Iterator[Data]:
    """One block as data; a long table as several, the first of them with the caption."""
    if isinstance(block, Table):
        rows = iter(block.rows)
        caption = f"Table {number}. {block.caption}"
        while (piece := list(islice(rows, PART_ROWS))) or caption:
            yield {
                "kind": "table",
                "caption": caption,
                "heads": block.heads,
                "widths": block.widths,
                "rows": [_breakable(asdict(row), block.widths) for row in piece],
            }
            caption = ""
    elif isinstance(block, Picture):
        caption = f"Figure {number}. {block.caption}"
        yield {"kind": "picture", **asdict(block), "caption": caption, "size": size(block.svg)}
    elif isinstance(block, Heading):
        yield {"kind": "heading", **asdict(block)}
    elif isinstance(block, Contents):
        yield {"kind": "contents"}
    else:
        yield {"kind": "paragraph", **asdict(block)}


def _data(
    told: Document,
    blocks: Sequence[Data],
    *,
    whole: bool = False,
    start: int = 1,
    chapter: str = "",
    contents: Sequence[tuple[str, int]] = (),
) -> str:
    """One part as the data that print.typ reads; `whole` if there is no other part."""
    data = {
        "title": told.title,
        "marking": told.marking,
        "draft": told.draft,
        "bands": BANDS,
        "whole": whole,
        "start": start,
        "chapter": chapter,
        "contents": contents,
        "anchors": sorted(_anchors(blocks)),
        "blocks": blocks,
    }
    return named(json.dumps(data, ensure_ascii=False))


def laid_out(data: str) -> bytes:
    """One part as a PDF of its own."""
    return _compiled("print.typ", {"document": data}, system_fonts=not in_shipped_font(data))


def _compiled(source: str, inputs: dict[str, str], *, system_fonts: bool) -> bytes:
    import typst  # late: only this writer needs it

    package = resources.files("chronology")
    return typst.compile(
        package.joinpath("exporters", source).read_bytes(),
        sys_inputs=inputs,
        font_paths=typst.Fonts(
            include_system_fonts=system_fonts, font_paths=[str(package.joinpath("fonts"))]
        ),
        format="pdf",
    )


def _last_chapter(part: Sequence[Data], before: str) -> str:
    """The chapter that goes on where a part ends."""
    heads = [b["text"] for b in part if b["kind"] == "heading" and b["level"] == 1]
    return heads[-1] if heads else before


def _anchors(blocks: Sequence[Data]) -> Iterator[str]:
    """The places that links of this part may lead to."""
    for block in blocks:
        for row in block.get("rows", ()):
            for cell in row["cells"]:
                yield from (p["anchor"] for p in cell if p["anchor"])
