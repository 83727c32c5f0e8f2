"""The shared strings of an Excel workbook as cells, by number, where they are written plainly.

    <sst> <si><t>Home visit</t></si> <si><r><rPr/><t>seen </t></r><r><t>at home</t></r></si> ...
               0                                   1

A long chronology is nearly all shared strings. Cutting them apart where one text ends and the
next begins takes half the time of reading them as XML, and one cell does for all places that show
the same words. Strings written in another way than the office programs' are left to the reader of
values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronology.importers.package import parse
from chronology.importers.rows import EMPTY, Cell

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STRINGS_LIMIT, PARSED_LIMIT = 500_000, 1024 * 1024
"""Strings in all, and characters of strings in runs that stand together."""
_HEAD = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml\ version=["']1.0["']
    (?:\ encoding=["'](?:UTF|utf)-8["'])?(?:\ standalone=["']\w+["'])?\s*\?>\s*)?
    <sst[^<>]*>(?=<si>)""",
    re.VERBOSE,
)
_FIRST, _LAST = "<si><t>", "</t></si>"
_SPACED, _TEXT, _END = b'<t xml:space="preserve">', b"<t>", b"</sst>"
_ENTITY = re.compile("&([^;]*);?")
_MEANT = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedStrings:
    """Number of a shared string, as the sheets give it, -> its cell; '' -> the empty cell."""

    cells: Mapping[str, Cell]
    runs: bool
    """Whether any may be in runs of its own look, such as struck ones."""


def shared_strings(data: bytes, name: str) -> SharedStrings | None:
    """Cut the part with the shared strings into its strings; None if not written plainly.

    Raises Unreadable or KeyError where a string is broken.
    """
    data = data.replace(_SPACED, _TEXT)
    head, end = _HEAD.match(data), data.rfind(_END)
    # A comment could hold what looks like the end of a string. One byte is found sooner than two.
    if head is None or end < 0 or (b"!" in data and b"<!" in data):
        return None
    items = memoryview(data)[head.end() : end]
    pieces = str(items, "utf-8").split(_LAST + _FIRST, STRINGS_LIMIT)
    if len(pieces) > STRINGS_LIMIT:
        return None
    # With an empty text before the first and another behind the last, each is cut off alike.
    pieces[:1] = (_LAST + pieces[0]).split(_LAST + _FIRST)
    pieces[-1:] = (pieces[-1] + _FIRST).split(_LAST + _FIRST)
    texts: list[str] = []
    runs = False
    for piece in pieces:
        if "<" in piece:
            if len(piece) > PARSED_LIMIT:
                return None
            runs = True
            run = f"{_FIRST}{piece}{_LAST}".encode()
            texts += _in_runs(parse(head[0] + run + _END, name, "shared strings"))
        elif "&" in piece:
            texts.append(_ENTITY.sub(lambda hit: _MEANT[hit[1]], piece))
        else:
            texts.append(piece)
    cells = {str(n): Cell(text) if text else EMPTY for n, text in enumerate(texts[1:-1])}
    cells[""] = EMPTY
    return SharedStrings(cells=cells, runs=runs)


def _in_runs(strings: Element) -> Iterator[str]:
    """The words of each string, in runs or not, without the guide to how they are said aloud."""
    for string in strings.iterchildren("{*}si"):
        yield "".join(
            part.text or ""
            for part in string.iterfind(".//{*}t")
            if not str(getattr(part.getparent(), "tag", "")).endswith("}rPh")
        )
