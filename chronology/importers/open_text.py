"""The words of an OpenDocument cell: what stands, what is struck, its comment and its links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chronology.importers.drawn import Drawn, Words, drawn_cell, put_words
from chronology.importers.open_styles import OpenStyles
from chronology.importers.rows import Cell
from chronology.importers.tidying import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT, _DRAW = f"{{{_SPACE}:text:1.0}}", f"{{{_SPACE}:drawing:1.0}}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_MOST_SPACES = 1000
_LEFT_OUT = {"ruby-text", "annotation-end", "note-citation", "tracked-changes", "date", "creator"}


@dataclass(slots=True, kw_only=True)
class _Words(Words):
    boxes: list[str] = field(default_factory=list)


def cell_words(
    element: Element, styles: OpenStyles, *, struck: bool = False
) -> tuple[Cell, list[str]]:
    """The words that a cell shows, with their marks, and those of text boxes anchored to it."""
    words = _Words()
    for child in element.iterchildren("*"):
        _walk(child, Drawn(struck=struck), words, styles)
    standing = _joined(words.standing)
    cell = drawn_cell(
        standing,
        _joined(words.struck),
        comment="\n".join(words.comments),
        link="\n".join(link for link in words.links if link not in standing),
    )
    return cell, words.boxes


def _joined(pieces: list[str]) -> str:
    return tidy("".join(pieces)).strip("\n")


def _walk(node: Element, drawn: Drawn, words: _Words, styles: OpenStyles) -> None:
    if not isinstance(node.tag, str):
        return
    space, _, name = node.tag.rpartition("}")
    if name == "annotation":
        words.comments.append(_comment(node, styles))
    elif space + "}" == _DRAW:
        if box := _joined(_inner(node, styles).standing).strip():
            words.boxes.append(box)
    elif name == "s":
        count = node.get(f"{_TEXT}c") or "1"
        put_words(" " * min(int(count), _MOST_SPACES), drawn, words)
    elif name in ("tab", "line-break"):
        put_words("\t" if name == "tab" else "\n", drawn, words)
    elif name not in _LEFT_OUT:
        if name == "span" and (node.get(f"{_TEXT}style-name") or "") in styles.struck:
            drawn = Drawn(struck=True)
        if name == "a" and (target := node.get(_HREF)):
            words.links.append(target.removeprefix("mailto:"))
        _text(node, drawn, words, styles)


def _text(node: Element, drawn: Drawn, words: _Words, styles: OpenStyles) -> None:
    put_words(node.text or "", drawn, words)
    for child in node:
        _walk(child, drawn, words, styles)
        put_words(child.tail or "", drawn, words)
    if node.tag in (f"{_TEXT}p", f"{_TEXT}h"):
        put_words("\n", drawn, words)


def _inner(node: Element, styles: OpenStyles) -> _Words:
    """The words of a comment or of a shape, by themselves."""
    words = _Words()
    for paragraph in node.iter(f"{_TEXT}p", f"{_TEXT}h"):
        _walk(paragraph, Drawn(), words, styles)
    return words


def _comment(node: Element, styles: OpenStyles) -> str:
    said = _joined(_inner(node, styles).standing).strip()
    author = (node.findtext(_CREATOR) or "").strip()
    return f"{author}: {said}" if author else said
