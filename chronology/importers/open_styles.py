"""The styles of an OpenDocument spreadsheet, as far as they are marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chronology.importers.number_formats import unusual
from chronology.importers.package import Package, read_part, stream

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
_STYLE, _NUMBER = f"{{{_SPACE}:style:1.0}}", f"{{{_SPACE}:datastyle:1.0}}"
_TABLE = f"{{{_SPACE}:table:1.0}}"
_DATE_PARTS = {"day": "d", "day-of-week": "ddd", "month": "mmm", "year": "yy", "hours": "h"}
_LONGEST_CHAIN = 20


@dataclass(slots=True, kw_only=True)
class OpenStyles:
    """Names of styles that strike through or hide, and the number formats of cells."""

    struck: set[str] = field(default_factory=set)
    hidden_sheets: set[str] = field(default_factory=set)
    formats: dict[str, str] = field(default_factory=dict)
    epoch_1904: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    parent: str
    data: str
    struck: bool | None


def styles_of(package: Package) -> OpenStyles:
    """Read the styles of both parts that hold them, and the day from which dates count."""
    styles = OpenStyles()
    known: dict[str, _Style] = {}
    codes: dict[str, str] = {}
    for part in ("styles.xml", "content.xml"):
        if part in package.parts:
            for element in _above_the_sheets(package, part):
                _note(element, styles, known, codes)
    for name in known:
        data = _inherited(name, known, "data")
        styles.formats[name] = codes.get(str(data or ""), "")
        if _inherited(name, known, "struck"):
            styles.struck.add(name)
    return styles


def _above_the_sheets(package: Package, part: str) -> Iterator[Element]:
    """The styles of a part, down to where its first sheet begins."""
    names = (f"{_STYLE}style", f"{_NUMBER}date-style", f"{_NUMBER}percentage-style",
             f"{_NUMBER}number-style", f"{_TABLE}null-date")  # fmt: skip
    data = read_part(package, part)
    tags = (*names, f"{_TABLE}table")
    for event, element in stream(data, package.name, part, tags, starts=True):
        if element.tag == f"{_TABLE}table":
            return
        if event == "end":
            yield element


def _note(
    element: Element, styles: OpenStyles, known: dict[str, _Style], codes: dict[str, str]
) -> None:
    name = element.get(f"{_STYLE}name") or ""
    match element.tag.rpartition("}")[2]:
        case "style":
            known[name] = _style(element)
            sheet = element.find(f"{_STYLE}table-properties")
            if sheet is not None and sheet.get(f"{_TABLE}display") == "false":
                styles.hidden_sheets.add(name)
        case "date-style":
            parts = [
                _DATE_PARTS.get(c.tag.rpartition("}")[2], "") for c in element.iterchildren("*")
            ]
            codes[name] = unusual("-".join(filter(None, parts)))
        case "percentage-style":
            codes[name] = "0%"
        case "number-style":
            codes[name] = _padded(element.find(f"{_NUMBER}number"))
        case "null-date":
            value = element.get(f"{_TABLE}date-value") or element.get(f"{_TABLE}date-value-type")
            styles.epoch_1904 = (value or "").startswith("1904")


def _style(element: Element) -> _Style:
    text = element.find(f"{_STYLE}text-properties")
    lines = (
        [text.get(f"{_STYLE}text-line-through-{kind}") for kind in ("style", "type")]
        if text is not None
        else []
    )
    given = [line for line in lines if line is not None]
    return _Style(
        parent=element.get(f"{_STYLE}parent-style-name") or "",
        data=element.get(f"{_STYLE}data-style-name") or "",
        struck=any(line != "none" for line in given) if given else None,
    )


def _padded(number: Element | None) -> str:
    digits = number.get(f"{_NUMBER}min-integer-digits") or "" if number is not None else ""
    decimals = number.get(f"{_NUMBER}decimal-places") or "0" if number is not None else "0"
    return (
        "0" * min(int(digits), 30) if digits.isdecimal() and int(digits) > 1 > int(decimals) else ""
    )


def _inherited(name: str, known: Mapping[str, _Style], what: str) -> object:
    """A property of a style, or of the nearest style above it that has it."""
    for _ in range(_LONGEST_CHAIN):
        style = known.get(name)
        if style is None:
            return None
        value: object = getattr(style, what)
        if value not in (None, ""):
            return value
        name = style.parent
    return None
