"""The words of a part of a Word document, each kind apart: standing, struck, deleted, hidden.

    w:p  paragraph    w:r run (w:rPr: its formatting)    w:t text    w:tab, w:br, w:sym, ...
    w:ins, w:moveTo   inserted with tracked changes: counts     w:del, w:moveFrom: deleted
    w:sdt             content control; a prompt that nobody filled in is no text
    w:fldChar         a field or old form field; w:instrText, its instruction, is no text

Everything that may hold text is walked through, known or not; only properties are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from chronology.importers.drawn import Drawn, Words, drawn_cell, put_words
from chronology.importers.package import relation_id
from chronology.importers.rows import Cell
from chronology.importers.tidying import raised, tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_DELETED = {"del", "moveFrom"}
_NO_TEXT = {
    "pPr", "rPr", "tblPr", "tblGrid", "tcPr", "trPr", "sdtPr", "sdtEndPr", "sectPr", "instrText",
    "delInstrText", "tblPrEx", "rubyPr", "rt", "fldData",
}  # fmt: skip
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Ticks and crosses of the symbol fonts, which have their own numbers for them.
_SYMBOLS: Mapping[str, Mapping[str, str]] = {
    "wingdings": {
        "FC": "\u2713", "FB": "\u2717", "FE": "\u2611", "FD": "\u2612", "A8": "\u2610",
        "6F": "\u2610", "78": "\u2612", "E0": "\u2192", "DF": "\u2190",
    },
    "wingdings 2": {
        "50": "\u2713", "4F": "\u2717", "52": "\u2611", "54": "\u2612", "53": "\u2612",
        "A3": "\u2610",
    },
    "symbol": {"B7": "\u2022", "AE": "\u2192", "D6": "\u221a"},
}  # fmt: skip
_CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
_TICKED, _NOT_TICKED = "\u2611", "\u2610"  # Word itself draws a cross in a box for a tick
_WRAPS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveTo", "moveFrom"}
_LINK_FIELD = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the words of a document refer to: comments, footnotes, links, and struck styles."""

    comments: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Words by kind ('footnote', 'endnote') and id."""
    links: Mapping[str, str] = field(default_factory=dict)
    struck_styles: frozenset[str] = frozenset()
    hidden_styles: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class Gathered(Words):
    """What has been gathered so far from one part, such as a cell."""

    parts: Parts
    prompts: int = 0


def gather(blocks: Iterable[Element], parts: Parts, *, deleted: bool = False) -> Gathered:
    """Gather the words of paragraphs, cells or any other elements, one after the other."""
    words = Gathered(parts=parts)
    for block in blocks:
        _walk(block, Drawn(deleted=deleted), words)
    return words


def cell_of(words: Words) -> Cell:
    """The words as a cell: what stands is its value; if all is struck, that is."""
    standing = _joined(words.standing)
    return drawn_cell(
        standing,
        _joined(words.struck),
        deleted=_joined(words.deleted),
        hidden=_joined(words.hidden),
        comment="\n".join(dict.fromkeys(filter(None, words.comments))),
        link="\n".join(dict.fromkeys(link for link in words.links if link not in standing)),
    )


def _joined(pieces: Iterable[str]) -> str:
    lines = tidy("".join(pieces)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _walk(node: Element, drawn: Drawn, words: Gathered) -> None:
    if not isinstance(node.tag, str):
        return  # a comment of the XML, not of the document
    name = node.tag.rpartition("}")[2]
    if name in _NO_TEXT:
        if name in ("instrText", "delInstrText"):
            words.links += _LINK_FIELD.findall(node.text or "")
        return
    if name in _DELETED:
        drawn = replace(drawn, deleted=True)
    if walk := _WALKS.get(name):
        walk(node, drawn, words)
    else:
        _children(node, drawn, words)


def _children(node: Element, drawn: Drawn, words: Gathered) -> None:
    for child in node:
        _walk(child, drawn, words)


def _paragraph(node: Element, drawn: Drawn, words: Gathered) -> None:
    _children(node, drawn, words)
    put_words("\n", drawn, words)


def _run(node: Element, drawn: Drawn, words: Gathered) -> None:
    form = node.find(f"{W}rPr")
    if form is not None:
        style = form.find(f"{W}rStyle")
        name = _value(style) if style is not None else ""
        drawn = replace(
            drawn,
            struck=is_on(form, ("strike", "dstrike"), otherwise=name in words.parts.struck_styles),
            hidden=is_on(form, ("vanish",), otherwise=name in words.parts.hidden_styles),
            raised=form.find(f"{W}vertAlign[@{W}val='superscript']") is not None,
        )
    _children(node, drawn, words)


def is_on(form: Element, names: Iterable[str], *, otherwise: bool) -> bool:
    """Whether one of these properties is on; the style's word where none is given."""
    given = [e for name in names if (e := form.find(f"{W}{name}")) is not None]
    return any(_value(e, "1") not in _OFF for e in given) if given else otherwise


def _value(node: Element, otherwise: str = "") -> str:
    return node.get(f"{W}val", otherwise)


def _text(node: Element, drawn: Drawn, words: Gathered) -> None:
    put_words(raised(node.text or "") if drawn.raised else node.text or "", drawn, words)


def _character(node: Element, drawn: Drawn, words: Gathered) -> None:
    put_words(_CHARACTERS[node.tag.rpartition("}")[2]], drawn, words)


def _symbol(node: Element, drawn: Drawn, words: Gathered) -> None:
    font, number = (node.get(f"{W}font") or "").casefold(), (node.get(f"{W}char") or "").upper()
    plain = int(number, 16) & 0xFFFF if re.fullmatch("[0-9A-F]{1,4}", number) else 0xFFFD
    own = _SYMBOLS.get(font, {}).get(number[-2:], "")
    put_words(own or (chr(plain) if not 0xD800 <= plain < 0xF900 else "\ufffd"), drawn, words)


def _control(node: Element, drawn: Drawn, words: Gathered) -> None:
    """A content control; the prompt of one that nobody filled in is counted, not read."""
    if node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
        words.prompts += 1
    elif (box := node.find(f"{W}sdtPr/{_CHECKBOX}")) is not None:
        checked = box.find(f"{_CHECKBOX[:-8]}checked")
        ticked = checked is not None and checked.get(f"{_CHECKBOX[:-8]}val", "1") not in _OFF
        put_words(_TICKED if ticked else _NOT_TICKED, drawn, words)
    else:
        _children(node, drawn, words)


def _field(node: Element, drawn: Drawn, words: Gathered) -> None:
    """A field; of an old form's a box that is ticked or not, or a choice from a list, is read."""
    form = node.find(f"{W}ffData")
    if form is None:
        return
    if (box := form.find(f"{W}checkBox")) is not None:
        told = box.find(f"{W}checked")
        told = told if told is not None else box.find(f"{W}default")
        ticked = told is not None and _value(told, "1") not in _OFF
        put_words(_TICKED if ticked else _NOT_TICKED, drawn, words)
    if (choice := form.find(f"{W}ddList")) is not None:
        entries = [_value(e) for e in choice.iterchildren(f"{W}listEntry")]
        result = choice.find(f"{W}result")
        chosen = int(_value(result, "0")) if result is not None else 0
        put_words(entries[chosen] if chosen < len(entries) else "", drawn, words)


def _link(node: Element, drawn: Drawn, words: Gathered) -> None:
    if target := words.parts.links.get(relation_id(node), ""):
        words.links.append(target)
    _children(node, drawn, words)


def _comment(node: Element, _: Drawn, words: Gathered) -> None:
    words.comments.append(words.parts.comments.get(node.get(f"{W}id") or "", ""))


def _note(node: Element, drawn: Drawn, words: Gathered) -> None:
    kind = node.tag.rpartition("}")[2].removesuffix("Reference")
    if said := words.parts.notes.get((kind, node.get(f"{W}id") or "")):
        put_words(f" [{kind}: {said}]", drawn, words)


def _picture(node: Element, drawn: Drawn, words: Gathered) -> None:
    words.pictures += 1
    _children(node, drawn, words)


def _alternative(node: Element, drawn: Drawn, words: Gathered) -> None:
    """The same thing for newer and for older programs: one of them."""
    for way in node:
        before = len(words.standing) + len(words.struck) + words.pictures
        _children(way, drawn, words)
        if len(words.standing) + len(words.struck) + words.pictures > before:
            return


def _box(node: Element, drawn: Drawn, words: Gathered) -> None:
    put_words("\n", drawn, words)
    _children(node, drawn, words)


def _nested(node: Element, drawn: Drawn, words: Gathered) -> None:
    """A table within a cell: its rows as lines, its cells with a bar between them."""
    for row in cells_in(node, "tr"):
        put_words("\n", drawn, words)
        for number, cell in enumerate(cells_in(row, "tc")):
            inner = gather(cell, words.parts, deleted=drawn.deleted)
            put_words((" | " if number else "") + _joined(inner.standing), drawn, words)
            for name in ("struck", "deleted", "hidden", "comments", "links"):
                getattr(words, name).extend(getattr(inner, name))
            words.pictures += inner.pictures
            words.prompts += inner.prompts
    put_words("\n", drawn, words)


def cells_in(node: Element, name: str) -> Iterator[Element]:
    """The rows ('tr') of a table or the cells ('tc') of a row, through controls and other wraps."""
    for child in node.iterchildren("*"):
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag.rpartition("}")[2] in _WRAPS:
            yield from cells_in(child, name)


_WALKS: Mapping[str, Callable[[Element, Drawn, Gathered], None]] = {
    "p": _paragraph,
    "r": _run,
    "t": _text,
    "delText": _text,
    "sym": _symbol,
    "sdt": _control,
    "fldChar": _field,
    "hyperlink": _link,
    "commentReference": _comment,
    "footnoteReference": _note,
    "endnoteReference": _note,
    "blip": _picture,
    "imagedata": _picture,
    "AlternateContent": _alternative,
    "txbxContent": _box,
    "tbl": _nested,
} | dict.fromkeys(_CHARACTERS, _character)
