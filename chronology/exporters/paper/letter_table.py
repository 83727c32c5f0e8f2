"""A table of a letter in Word: headings on every page, and boxes in which an agency answers.

| Answer             |      the box offers the choices of its question; other words may be typed
| [Choose an answer] |      into it or beside it, and are read as they stand
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from chronology.exporters.paper.asked_tables import Lines
from chronology.exporters.paper.word_parts import FONT, NAMESPACES, own_font
from chronology.exporters.word import run
from chronology.notes import ID
from chronology.review.questions import ANSWER, CHOOSE, DATE, EVENT

if TYPE_CHECKING:
    from docx.document import Document

_TEXT, _SMALL, _KEY, _PROMPT = "Cell", "Small cell", "Key cell", "Prompt"
_SIZES = {_TEXT: 10, _SMALL: 8, _KEY: 6}
_MOST_ROOMY = 6  # columns; a table of more has small letters
_TOGETHER = 1  # rows after the headings that stand on the same page as they
_ONCE = (DATE, EVENT)
"""What questions about one entry have in common: it stands in the first of their rows."""


def add_styles(letter: Document) -> None:
    """The styles that the tables are written in."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    for name, size in _SIZES.items():
        style = letter.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = letter.styles["Normal"]
        own_font(style)
        style.font.size = Pt(size)
        style.paragraph_format.space_after = Pt(0)
    key = letter.styles[_KEY].font
    key.color.rgb, key.no_proof = RGBColor(0x59, 0x59, 0x59), True
    prompt = letter.styles.add_style(_PROMPT, WD_STYLE_TYPE.CHARACTER)
    prompt.font.name, prompt.font.color.rgb = FONT, RGBColor(0x59, 0x59, 0x59)


def add_table(letter: Document, lines: Lines) -> None:
    """A table whose headings stand on every page, and whose first rows stay together."""
    from docx.oxml import parse_xml

    widths = [_twips(width) for width in lines.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_rows(letter, lines))
    letter.element.body.sectPr.addprevious(parse_xml(
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
        '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    ))  # fmt: skip
    letter.add_paragraph("", style=_KEY)


def _rows(letter: Document, lines: Lines) -> Iterator[str]:
    ids = {n: letter.styles[n].style_id for n in (_TEXT, _SMALL, _KEY, _PROMPT)}
    for number, line in enumerate((lines.heads, *lines.rows)):
        repeated = "" if number else "<w:tblHeader/>"
        cells = "".join(_cell(lines, number, n, words, ids) for n, words in enumerate(line))
        yield f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell(lines: Lines, number: int, column: int, words: str, ids: Mapping[str, str]) -> str:
    """A cell of the row of this number; the headings are row 0."""
    head, text = lines.heads[column], _TEXT if len(lines.heads) <= _MOST_ROOMY else _SMALL
    form = f'<w:tcW w:w="{_twips(lines.widths[column])}" w:type="dxa"/>'
    form += _open(lines, number) if head in _ONCE else ""
    if not number or head in lines.typed:
        colour = "FFF8DC" if number else "E3E3E3"
        form += f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
    style = ids[_KEY if head == ID and number else text]
    together = number <= min(_TOGETHER, len(lines.rows) - 1) or number in lines.same
    kept = "<w:keepNext/>" if together else ""
    inside = run(words, bold=not number)
    if number and head == ANSWER and lines.choices:
        inside = _box(lines.choices[number - 1], ids[_PROMPT])
    return (
        f'<w:tc><w:tcPr>{form}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>'
        f"{inside}</w:p></w:tc>"
    )


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def _open(lines: Lines, number: int) -> str:
    """No line between the rows about one entry. Merged cells would take on the words of another
    entry where the first of their rows is deleted."""
    sides = "".join(
        f'<w:{side} w:val="nil"/>'
        for side, joined in (("top", number - 1), ("bottom", number))
        if joined in lines.same
    )
    return f"<w:tcBorders>{sides}</w:tcBorders>" if sides else ""


def _box(choices: Sequence[str], prompt: str) -> str:
    """A box with a list that also takes other words; it cannot be deleted by mistake."""
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(c)} w:value={quoteattr(c)}/>" for c in choices
    )
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{ANSWER}"/><w:tag w:val="answer"/>'
        f'<w:lock w:val="sdtLocked"/><w:showingPlcHdr/><w:comboBox>{items}</w:comboBox></w:sdtPr>'
        f"<w:sdtContent>{run(CHOOSE, prompt)}</w:sdtContent></w:sdt>"
    )
