"""The integrated chronology as a Word document: A4 landscape, styles that can be restyled.

The package and its styles come from python-docx; the text is written out row by row, so that a
long table is never held whole.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, unescape

from chronology.exporters import charts
from chronology.exporters.paper.blocks import (
    Cell,
    Contents,
    Document,
    Heading,
    Paragraph,
    Picture,
    Row,
    Style,
    Table,
    plain,
    size,
)
from chronology.exporters.paper.chapters import document
from chronology.exporters.paper.word_parts import (
    FIGURE,
    NAMESPACES,
    PICTURE,
    SECTION_END,
    TABLE_STYLE,
    field,
    package,
    put_together,
    sections,
)
from chronology.model import Chronology
from chronology.review.earlier_word import entry_of
from chronology.review.word_as_written import add_written, digest_of, in_row

if TYPE_CHECKING:
    from docx.document import Document as Package

_TWIPS, _EMU = 1440 / 25.4, 36_000  # in a millimetre
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TOLD = re.compile(r"<w:t(?: [^>]*)?>([^<]*)<")
_MARKS = re.compile(r'<w:bookmarkStart [^>]*w:name="([^"]*)"')
_COUNTED = " SEQ "  # a field that Word counts anew, as of a caption
_PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write(chronology: Chronology, path: Path, pictures: Sequence[Picture] = ()) -> None:
    """Write the document; `pictures` (genograms) stand before the chronology."""
    write_document(document(chronology, pictures), path, written_in=True)


def write_document(told: Document, path: Path, *, written_in: bool = False) -> None:
    """Write any document; the same document gives the same bytes.

    One that people write in holds what its paragraphs were, to know theirs by (word_as_written.py).
    """
    made = package(told)
    with tempfile.TemporaryFile() as text:
        writer = _Writer(made, told)
        for part in writer.body():
            text.write(part.encode("utf-8"))
        text.seek(0)
        if written_in:
            add_written(made, writer.written)
        put_together(made, path, text)


class _Writer:
    """Blocks to XML, with the numbers that Word wants: of bookmarks, tables and pictures."""

    def __init__(self, made: Package, told: Document) -> None:
        self.made, self.told = made, told
        named = [style.name for style in made.styles if style.name]
        self.ids = {name: made.styles[name].style_id for name in named}
        self.ends = sections(made)
        self.chapter = 0
        self.marks = self.tables = self.pictures = 0
        self.written: list[str] = []
        """What each paragraph holds, in a few letters."""

    def body(self) -> Iterator[str]:
        """The whole text."""
        yield f"{_PROLOGUE}<w:document {NAMESPACES}><w:body>"
        for block in self.told.blocks:
            if isinstance(block, Heading):
                yield from self._heading(block)
            elif isinstance(block, Table):
                yield from self._table(block)
            elif isinstance(block, Picture):
                yield self._picture(block)
            elif isinstance(block, Contents):
                yield from self._contents()
            else:
                yield self._paragraph(block)
        yield f"{self.ends[self.chapter]}</w:body></w:document>"

    def _heading(self, heading: Heading) -> Iterator[str]:
        if heading.level == 1:
            end = self.ends[self.chapter]
            yield f'<w:p><w:pPr><w:pStyle w:val="{self.ids[SECTION_END]}"/>{end}</w:pPr></w:p>'
            self.chapter += 1
        words = run(heading.text)
        if heading.level == 1:
            words = self._bookmark(_chapter_mark(self.chapter), words)
        yield self._styled(f"Heading {heading.level}", words)

    def _contents(self) -> Iterator[str]:
        """A field with its entries filled in; it asks for no page numbers, so it stays right."""
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\o "1-1" \\n \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        last = len(self.told.chapters)
        for number, chapter in enumerate(self.told.chapters, 1):
            link = (
                f'<w:hyperlink w:anchor="{_chapter_mark(number)}" w:history="1">'
                f"{run(chapter)}</w:hyperlink>"
            )
            close = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if number == last else ""
            yield self._styled("toc 1", f"{begin if number == 1 else ''}{link}{close}")

    def _table(self, table: Table) -> Iterator[str]:
        self.tables += 1
        yield self._caption("Table", self.tables, table.caption, Style.CAPTION)
        widths = [round(width * _TWIPS) for width in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{_quoted(table.caption)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        heads = tuple((plain(words, Style.HEAD),) for words in table.heads)
        yield self._row(Row(cells=heads), widths, head=True, kept=True)
        for number, row in enumerate(table.rows):
            yield self._row(row, widths, kept=not number and _is_short(row))
        yield f"</w:tbl>{self._styled(SECTION_END, '')}"

    def _row(
        self, row: Row, widths: Sequence[int], *, head: bool = False, kept: bool = False
    ) -> str:
        """A row; `kept` on the page of the next one."""
        told = ("<w:cantSplit/>" if row.whole else "") + ("<w:tblHeader/>" if head else "")
        first = len(self.written)
        cells = "".join(self._cell(c, w, kept) for c, w in zip(row.cells, widths, strict=True))
        if entry := next(filter(None, map(entry_of, _MARKS.findall(cells))), ""):
            self.written += in_row(self.written[first:], entry)
        return f"<w:tr>{f'<w:trPr>{told}</w:trPr>' if told else ''}{cells}</w:tr>"

    def _cell(self, cell: Cell, width: int, kept: bool) -> str:
        told = [self._paragraph(p, kept=kept) for p in cell]
        inside = "".join(told) or self._styled(Style.CELL, "", kept=kept)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'

    def _paragraph(self, paragraph: Paragraph, *, kept: bool = False) -> str:
        link = paragraph.link if self.told.linked else ""
        words = "".join(
            run(w.text, "Hyperlink" if link else self.ids.get(w.look, "")) for w in paragraph.words
        )
        if link:
            words = f'<w:hyperlink w:anchor="{_name(link)}">{words}</w:hyperlink>'
        if paragraph.mark:
            words = self._bookmark(paragraph.mark, words)
        if paragraph.anchor:
            words = self._bookmark(_name(paragraph.anchor), words)
        return self._styled(paragraph.style, words, kept=kept)

    def _styled(self, style: str, words: str, *, kept: bool = False) -> str:
        told = unescape("".join(_TOLD.findall(words)))
        self.written.append(digest_of(told, counted=_COUNTED in words))
        told = f'<w:pStyle w:val="{self.ids[style]}"/>{"<w:keepNext/>" if kept else ""}'
        return f"<w:p><w:pPr>{told}</w:pPr>{words}</w:p>"

    def _bookmark(self, name: str, words: str) -> str:
        self.marks += 1
        start = f'<w:bookmarkStart w:id="{self.marks}" w:name="{name}"/>'
        return f'{start}{words}<w:bookmarkEnd w:id="{self.marks}"/>'

    def _caption(self, kind: str, number: int, words: str, style: str) -> str:
        count = field(f"SEQ {kind} \\* ARABIC", str(number))
        return self._styled(style, run(f"{kind} ") + count + run(f". {words}"))

    def _picture(self, picture: Picture) -> str:
        self.pictures += 1
        image = io.BytesIO(charts.png(picture.svg))
        rid, _ = self.made.part.get_or_add_image(image)
        wide, tall = (round(side * _EMU) for side in size(picture.svg))
        told = _quoted(picture.told)
        shape = (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{tall}"/>'
            f'<wp:docPr id="{self.pictures}" name="Picture {self.pictures}" descr="{told}"/>'
            "<a:graphic><a:graphicData "
            'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{self.pictures}" name="Picture {self.pictures}" '
            f'descr="{told}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
        caption = self._caption("Figure", self.pictures, picture.caption, FIGURE)
        return f"{self._styled(PICTURE, shape)}{caption}"


_SHORT = 400  # letters: a row longer than that may stand alone at the foot of a page


def _is_short(row: Row) -> bool:
    """Whether a first row is short enough to wait for the next one on the next page."""
    return sum(len(w.text) for cell in row.cells for p in cell for w in p.words) <= _SHORT


def run(words: str, style: str = "", *, bold: bool = False) -> str:
    """A run of text; line breaks and tabs become Word's own, other controls are left out."""
    look = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/>" if bold else "")
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    text = escape(_NOT_XML.sub("", words.replace("\r\n", "\n").replace("\r", "\n")))
    inside = '<w:t xml:space="preserve">' + text + "</w:t>"
    for sign, tag in (("\n", "br"), ("\t", "tab")):
        inside = inside.replace(sign, f'</w:t><w:{tag}/><w:t xml:space="preserve">')
    return f"<w:r>{look}{inside}</w:r>"


def _quoted(words: str) -> str:
    """Words for an attribute."""
    return escape(_NOT_XML.sub("", " ".join(words.split())), {'"': "&quot;"})


def _name(anchor: str) -> str:
    """A name that Word takes for a bookmark: letters, figures and underscores."""
    return re.sub(r"\W", "_", anchor)


def _chapter_mark(number: int) -> str:
    return f"_Toc{number:08d}"
