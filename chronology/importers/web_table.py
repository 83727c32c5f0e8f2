"""Tables of web pages (.html, and pages that are merely named .xls), as case systems export them.

A table inside a table is read as a table of its own where it is large enough for a chronology;
the one round it is then only a frame. Words that stand in no table are set aside, unless no table
holds a chronology: then they may (lists.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from chronology.findings import Remark, Unreadable
from chronology.importers.beginnings import is_date
from chronology.importers.decoding import decode
from chronology.importers.drawn import Drawn, Words, drawn_cell, put_words
from chronology.importers.grid import Found, Span, check_size, merged_rows
from chronology.importers.labelled import forms_and_list
from chronology.importers.named import Names, nobody
from chronology.importers.package import damaged
from chronology.importers.page_styles import write_on_elements
from chronology.importers.remarks import pictures
from chronology.importers.rows import (
    EMPTY,
    OUTSIDE_TABLES,
    PARAGRAPHS,
    Cell,
    Contents,
    Row,
    Table,
    rows_aside,
)
from chronology.importers.source import Source
from chronology.importers.tidying import raised, tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_A_TABLE = "\0"
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 2
_MOST_SPANNED = 1000  # as the HTML standard has it, for columns
_LEFT_OUT = {"script", "style", "head", "template", "noscript", "option", "colgroup", "col"}
_BLOCKS = {
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "section",
    "article", "pre", "blockquote", "dl", "dt", "dd", "address", "form", "fieldset", "caption",
}  # fmt: skip
_WHEN = re.compile(r"\b(?:date|time|when)\b", re.IGNORECASE)
_STRUCK = {"s", "strike", "del"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all")
_LINE_THROUGH = re.compile(r"text-decoration[^;]*line-through")
_BREAKS = re.compile(r"<(?:br|p|div|li|tr)\b", re.IGNORECASE)
_ANGLE = re.compile(
    r"<(?:(?P<note>!--)|(?P<other>[!?][^<>]*>)|/?(?P<name>[a-z][\w:]*)(?=[\s/>])[^<>]*>)?",
    re.IGNORECASE,
)
_XML_LINE = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(slots=True, kw_only=True)
class _Words(Words):
    tables: list[Element] = field(default_factory=list)
    """Those that were passed over, each with `_A_TABLE` among the words that stand."""


def read(source: Source) -> Contents:
    """Read all tables; raises Unreadable for a page without one."""
    try:
        return _read(source)
    except RecursionError as problem:  # nested without end
        raise damaged(source.name) from problem


def cell_of_markup(text: str) -> Cell:
    """What a browser would show of web text that stands in a cell of another file."""
    from lxml import html

    closed = text.rfind("-->")
    text = _ANGLE.sub(lambda f: f[0] if _opens_markup(f, closed) else f"&lt;{f[0][1:]}", text)
    lines = text if _BREAKS.search(text) else text.replace("\n", "<br>")
    return _cell(_gather(html.fragment_fromstring(lines, create_parent="div")))


def _opens_markup(found: re.Match[str], closed: int) -> bool:
    """Whether a bracket opens what a browser knows: "<ann@example.org>" and "<the file>" are words,
    which it would not show. `closed` is where the last comment ends."""
    from lxml.html.defs import tags

    if found["note"]:
        return found.end() <= closed
    name = (found["name"] or "").lower()
    return name in tags or ":" in name or bool(found["other"])


def _read(source: Source) -> Contents:
    root = _parse(source)
    journals = {table for table in root.iter("table") if _holds_entries(table)}
    data = [table for table in root.iter("table") if _is_data(table, journals)]
    outside = _outside(root, data)
    if not data and not _lines_below(outside, (), nobody):
        raise _without_tables(source, root)
    counted = 0
    tables = []
    for number, table in enumerate(data, start=1):
        rows, shown = _rows(table, source.name, number)
        counted += shown
        hidden, above = _is_hidden_above(table), tuple(outside.get(table, ()))
        tables.append(
            Table(
                name=f"table {number}", rows=rows, hidden=hidden, above=above,
                hidden_columns=_hidden_columns(table),
            )
        )  # fmt: skip
    others = partial(_lines_below, outside, tuple(tables))
    if words := _aside(outside):
        tables.append(Table(name=OUTSIDE_TABLES, rows=words))
    remarks: tuple[Remark, ...] = (pictures(counted),) if counted else ()
    return Contents(tables=tuple(tables), remarks=remarks, others=others)


def _parse(source: Source) -> Element:
    from lxml import etree, html

    text = _XML_LINE.sub("", decode(source.data).text)
    try:
        parser = html.HTMLParser(remove_comments=True, remove_pis=True)
        root = html.document_fromstring(text.replace("\x00", ""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as problem:
        raise damaged(source.name) from problem
    write_on_elements(root)
    return root


def _without_tables(source: Source, root: Element) -> Unreadable:
    if any(True for _ in root.iter("frameset", "iframe")):
        return Unreadable(
            f"{source.name} is only the cover of a web page: its sheets lie in a folder beside it.",
            "Open it in Excel and save it as .xlsx.",
        )
    return Unreadable(
        f"{source.name} is a web page without a table.",
        "Ask the agency for the spreadsheet or the Word file.",
    )


def _is_data(table: Element, journals: Collection[Element]) -> bool:
    """Whether a table is not a frame round a larger one, and not a part of another's cell."""
    if any(around in journals for around in table.iterancestors("table")):
        return False
    inner = [one for one in table.iter("table") if one is not table]
    if any(map(_is_large, inner)) and table not in journals:
        return False
    above = next(table.iterancestors("table"), None)
    return above is None or _is_large(table) or not _is_data(above, journals)


def _holds_entries(table: Element) -> bool:
    """Whether rows of a table begin with their dates, beside small tables of their words that have
    no headings of their own: what a journal holds of each consultation. Round a table with more
    dates it is a frame."""
    firsts = _words_first(table)
    if len(firsts) < _FEWEST_ROWS:
        return False
    inner = [one for one in table.iter("table") if one is not table]
    if not inner or any(one.find(".//th") is not None for one in inner):
        return False
    heads = (row for one in inner for row in islice(_rows_of(one), 1))
    if any(_WHEN.search(_lines([" ".join(map(str, row.itertext()))])) for row in heads):
        return False
    own = _dates_in(firsts)
    return own >= _FEWEST_ROWS and all(_dates_in(_words_first(one)) <= own for one in inner)


def _words_first(table: Element) -> list[Element]:
    """The first cell of each row, but those that hold a table."""
    firsts = [cell for row in _rows_of(table) for cell in islice(_cells_of(row), 1)]
    return [cell for cell in firsts if cell.find(".//table") is None]


def _dates_in(cells: Iterable[Element]) -> int:
    return sum(bool(is_date(_lines(_gather(cell).standing))) for cell in cells)


def _is_large(table: Element) -> bool:
    rows = [sum(1 for _ in _cells_of(row)) for row in _rows_of(table)]
    return len(rows) >= _FEWEST_ROWS and max(rows) >= _FEWEST_COLUMNS


def _rows_of(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cells_of(row: Element) -> Iterator[Element]:
    yield from row.iterchildren("td", "th")


def _rows(table: Element, name: str, number: int) -> tuple[tuple[Row, ...], int]:
    """The rows of a table, and how many pictures they hold."""
    found = Found()
    grid: list[list[Cell]] = []
    taken: set[tuple[int, int]] = set()
    shown = 0
    for caption in table.iterchildren("caption"):
        words = _gather(caption)
        shown += words.pictures
        grid.append([_cell(words)])
    for row, element in enumerate(_rows_of(table), start=len(grid) + 1):
        cells: list[Cell] = []
        column = 0
        if _is_hidden(element):
            found.hidden_rows.add(row)
        for cell in _cells_of(element):
            while (row, column) in taken:
                column += 1
            words = _gather(cell)
            shown += words.pictures
            across, down = _spanned(cell, "colspan"), _spanned(cell, "rowspan")
            check_size(name, f"table {number}", row, column + across)
            cells += [EMPTY] * (column + 1 - len(cells))
            cells[column] = _cell(words)
            if across > 1 or down > 1:
                right, bottom = column + across - 1, row + down - 1
                found.spans.append(Span(top=row, bottom=bottom, left=column, right=right))
                taken |= {
                    (r, c) for r in range(row + 1, bottom + 1) for c in range(column, right + 1)
                }
            column += across
        grid.append(cells)
        taken = {place for place in taken if place[0] > row}
    return merged_rows(grid, found), shown


def _hidden_columns(table: Element) -> frozenset[int]:
    """Those that the page of a spreadsheet hides, from 0: `<col style="display:none">`."""
    hidden: set[int] = set()
    at = 0
    for column in table.iterchildren("col", "colgroup"):
        for one in [*column.iterchildren("col")] or [column]:
            ends = at + _spanned(one, "span")
            if _is_hidden(one) or _is_hidden(column):
                hidden.update(range(at, ends))
            at = ends
    return frozenset(hidden)


def _spanned(cell: Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return max(1, min(int(text), _MOST_SPANNED)) if text.isdecimal() and len(text) < 6 else 1


def _outside(root: Element, data: list[Element]) -> dict[Element | None, list[str]]:
    """Every line of words that stands in none of the tables read, by the table below it."""
    words = _Words()
    body = root.find("body")
    _walk(body if body is not None else root, Drawn(), words, {*data})
    pieces = "".join(words.standing).split(_A_TABLE)
    lines = ([w for line in _lines([p]).split("\n") if (w := line.strip(" |"))] for p in pieces)
    return dict(zip([*words.tables, None], lines, strict=True))


def _aside(outside: dict[Element | None, list[str]]) -> tuple[Row, ...]:
    return rows_aside((line for over in outside.values() for line in over), "paragraph")


def _lines_below(
    outside: dict[Element | None, list[str]], tables: tuple[Table, ...], names: Names
) -> tuple[tuple[Table, ...], ...]:
    """The words outside all tables as forms and as a list, each below the tables of the page."""
    found = forms_and_list(PARAGRAPHS, _aside(outside), names)
    return tuple((*tables, table) for table in found if table)


def _gather(cell: Element) -> _Words:
    words = _Words()
    _inside(cell, _drawn(cell, Drawn()), words, set())
    return words


def _cell(words: _Words) -> Cell:
    standing = _lines(words.standing)
    links = [
        link for link in dict.fromkeys(words.links) if link.removeprefix("mailto:") not in standing
    ]
    return drawn_cell(
        standing, _lines(words.struck), hidden=_lines(words.hidden), link="\n".join(links)
    )


def _lines(pieces: list[str]) -> str:
    """Pieces as they are shown: spaces run together, blocks on lines of their own."""
    lines = tidy("".join(pieces)).replace("\xa0", " ").split("\n")
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _walk(node: Element, drawn: Drawn, words: _Words, skipped: set[Element]) -> None:
    """Gather the text of an element and all below it, in the order of the page."""
    if node in skipped:
        words.tables.append(node)
        words.standing.append(_A_TABLE)
        return
    if not isinstance(node.tag, str) or node.tag in _LEFT_OUT:
        return
    drawn = _drawn(node, drawn)
    block = node.tag in _BLOCKS
    if block or node.tag == "br":
        put_words("\n", drawn, words)
    elif node.tag in ("td", "th") and node.getprevious() is not None:
        put_words(" | ", drawn, words)
    _special(node, drawn, words)
    _inside(node, drawn, words, skipped)
    if block:
        put_words("\n", drawn, words)


def _inside(node: Element, drawn: Drawn, words: _Words, skipped: set[Element]) -> None:
    _text(node.text, drawn, words)
    for child in node:
        _walk(child, drawn, words, skipped)
        _text(child.tail, drawn, words)


def _drawn(node: Element, drawn: Drawn) -> Drawn:
    style = (node.get("style") or "").casefold()
    return replace(
        drawn,
        struck=drawn.struck or node.tag in _STRUCK or bool(_LINE_THROUGH.search(style)),
        hidden=drawn.hidden or _is_hidden(node),
        raised=drawn.raised or node.tag == "sup",
        as_it_stands=drawn.as_it_stands or node.tag == "pre",
    )


def _special(node: Element, drawn: Drawn, words: _Words) -> None:
    """Links, pictures, boxes that are ticked or not, and the choice that was made from a list."""
    match node.tag:
        case "a" if (target := node.get("href") or "").startswith(("http", "mailto:", "file:")):
            words.links.append(target)
        case "img":
            words.pictures += 1
            put_words(node.get("alt") or "", drawn, words)
        case "input" if node.get("type") in ("checkbox", "radio"):
            put_words("\u2611" if node.get("checked") is not None else "\u2610", drawn, words)
        case "input" if node.get("type") != "hidden":
            put_words(node.get("value") or "", drawn, words)
        case "select":
            for option in node.iter("option"):
                if option.get("selected") is not None:
                    put_words("".join(map(str, option.itertext())), drawn, words)


def _text(text: str | None, drawn: Drawn, words: _Words) -> None:
    if text:
        text = raised(text) if drawn.raised else text
        put_words(text if drawn.as_it_stands else re.sub(r"\s+", " ", text), drawn, words)


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").casefold()
    return bool(_HIDDEN.search(style)) or element.get("hidden") is not None


def _is_hidden_above(table: Element) -> bool:
    return _is_hidden(table) or any(map(_is_hidden, table.iterancestors()))
