"""The styles and the shared strings of an Excel workbook, as far as they are marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from chronology.importers.number_formats import BUILT_IN, unusual
from chronology.importers.package import damaged, parse
from chronology.importers.rows import UNMARKED, Marks

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OFF = ("0", "false")


def style_marks(data: bytes, name: str) -> Mapping[int, Marks]:
    """Number of a cell style -> its marks, for the styles that have any."""
    root = parse(data, name, "styles")
    codes = {int(f.get("numFmtId") or 0): f.get("formatCode") or "" for f in root.iter("{*}numFmt")}
    struck = [_is_struck(font) for font in _under(root, "fonts", "font")]
    found = {}
    for number, style in enumerate(_under(root, "cellXfs", "xf")):
        font, form = int(style.get("fontId") or 0), int(style.get("numFmtId") or 0)
        marks = Marks(
            struck=font < len(struck) and struck[font],
            number_format=unusual(codes.get(form) or BUILT_IN.get(form, "")),
        )
        if marks != UNMARKED:
            found[number] = marks
    return found


def string_marks(data: bytes, name: str) -> Mapping[int, tuple[str, Marks]]:
    """Number of a shared string -> its standing words and marks, where some are struck."""
    items: Iterable[tuple[int, Element]]
    if b"<si " in data or b":si>" in data:  # as no office program writes them
        items = enumerate(parse(data, name, "shared strings").iterchildren("{*}si"))
    else:
        items = _struck_items(data, name)
    return {number: read for number, item in items if (read := struck_words(item)) is not None}


def _struck_items(data: bytes, name: str) -> Iterator[tuple[int, Element]]:
    """The shared strings with a struck run, each parsed by itself, with their numbers."""
    head = data[: data.find(b"<si>")]
    number = end = 0
    hit = data.find(b"<strike")
    while hit >= 0:
        start = data.rfind(b"<si>", end, hit)
        number += data.count(b"<si>", end, start)
        end = data.find(b"</si>", hit) + len(b"</si>")
        if start < 0 or end < start:
            raise damaged(name, "shared strings")
        item = parse(head + data[start:end] + b"</sst>", name, "shared strings")
        yield number, item[0]
        number += 1
        hit = data.find(b"<strike", end)


def struck_words(item: Element) -> tuple[str, Marks] | None:
    """Standing words and marks of a text with struck runs; None where none is struck."""
    runs = [(_run_text(run), _is_struck(run.find("{*}rPr"))) for run in item.iterchildren("{*}r")]
    if not any(struck for words, struck in runs if words.strip()):
        return None
    standing = "".join(words for words, struck in runs if not struck)
    if not standing.strip():
        return "".join(words for words, _ in runs), Marks(struck=True)
    return standing, Marks(struck_text="".join(words for words, struck in runs if struck).strip())


def _run_text(run: Element) -> str:
    return "".join(part.text or "" for part in run.iterchildren("{*}t"))


def _is_struck(font: Element | None) -> bool:
    strike = font.find("{*}strike") if font is not None else None
    return strike is not None and strike.get("val", "1") not in _OFF


def _under(root: Element, parent: str, child: str) -> list[Element]:
    above = root.find(f"{{*}}{parent}")
    return list(above.iterchildren(f"{{*}}{child}")) if above is not None else []
