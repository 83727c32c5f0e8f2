"""The parts of a Word file beside its text: page, named styles, headers and the footer.

Everything that has a look has it from a style, so that a person can restyle the whole document
from the styles pane.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from chronology.exporters.books.sheets import BANDS
from chronology.exporters.paper.blocks import ACROSS, Document, Look, Style

if TYPE_CHECKING:
    from docx.document import Document as Package
    from docx.section import Section

FONT = "Arial"
TABLE_STYLE = "CaseweaveTable"
PICTURE = "Picture"
FIGURE = "Figure caption"
"""Below its figure, and not kept with what follows; the caption of a table is."""
SECTION_END = "Section end"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
WHEN = dt.datetime(2000, 1, 1)  # outputs take no date from the clock
_DOCUMENT = "word/document.xml"
_MARGIN_MM, _FOOT_MM = 12, 8
# Style -> size in points, bold, space before, space after, kept with what follows.
_LOOKS = {
    Style.TEXT: (10, False, 0, 5, False),
    Style.NOTE: (10, False, 4, 6, False),
    Style.CAPTION: (9.5, True, 8, 4, True),
    Style.CELL: (8.5, False, 0, 1.5, False),
    Style.SMALL: (8, False, 1, 1, False),
    Style.NUMBER: (8.5, False, 0, 0, False),
    Style.HEAD: (8.5, True, 0, 0, False),
    PICTURE: (10, False, 6, 0, True),
    FIGURE: (9.5, True, 4, 8, False),
    SECTION_END: (1, False, 0, 0, False),
}
_HEADINGS = {
    Style.TITLE: (24, 0, 4),
    Style.SUBTITLE: (14, 0, 12),
    "Heading 1": (16, 0, 6),
    "Heading 2": (13, 10, 4),
}


def package(document: Document) -> Package:
    """A package with styles and one section for the first page and for each chapter."""
    made = blank()
    _properties(made, document)
    _styles(made)
    _settings(made)
    first = made.sections[0]
    _page(first)
    _footer(first, document)
    _header(first, document.title)
    for chapter in document.chapters:
        section = made.add_section()
        section.header.is_linked_to_previous = False
        _header(section, f"{document.title}: {chapter}")
    return made


def sections(made: Package) -> list[str]:
    """The properties of each section as XML, first page first."""
    from lxml import etree

    return [etree.tostring(s._sectPr, encoding="unicode") for s in made.sections]


def put_together(made: Package, path: Path, text: IO[bytes] | None = None) -> None:
    """Write the package under one fixed time, with a text of ours for its own if one is given."""
    skeleton = io.BytesIO()
    made.save(skeleton)
    with (
        zipfile.ZipFile(skeleton) as parts,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, WHEN.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            if text is None or name != _DOCUMENT:
                out.writestr(entry, parts.read(name))
                continue
            with out.open(entry, "w") as into:
                while block := text.read(1 << 20):
                    into.write(block)


def blank() -> Package:
    """An empty package without those parts of the template that would not agree with ours.

    Word offers to repair a file whose stylesWithEffects do not name every style.
    """
    import docx  # late: only Word needs it

    made = docx.Document()
    _without(made.part, "stylesWithEffects", "customXml")
    _without(made.part.package, "thumbnail")
    return made


def _without(part: Any, *kinds: str) -> None:
    """Leave out parts of the template that would no longer agree with ours."""
    for rid, relation in list(part.rels.items()):
        if relation.reltype.rsplit("/", 1)[-1] in kinds:
            del part.rels[rid]


def _properties(made: Package, document: Document) -> None:
    told = made.core_properties
    told.title, told.subject, told.keywords = document.title, "", document.marking
    told.author, told.last_modified_by, told.comments = "", "", ""
    told.created = told.modified = told.last_printed = WHEN
    told.revision, told.language = 1, "en-GB"


def _page(section: Section) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(_MARGIN_MM)
    section.top_margin, section.bottom_margin = Mm(18), Mm(17)
    section.header_distance = section.footer_distance = Mm(_FOOT_MM)


def _styles(made: Package) -> None:
    from docx.shared import Pt, RGBColor

    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10)
    for name, (size, bold, before, after, kept) in _LOOKS.items():
        style = _style(made, str(name))
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
        told = style.paragraph_format
        told.space_before, told.space_after = Pt(before), Pt(after)
        told.line_spacing, told.keep_with_next, told.widow_control = 1.0, kept, True
    for heading, (size, before, after) in _HEADINGS.items():
        style = _style(made, str(heading))
        own_font(style)
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = True
    for number in range(1, len(BANDS) + 1):
        _band(made, number)
    _edges(made)
    _contents_style(made)
    _character_styles(made)
    _table_style(made)


def _style(made: Package, name: str, *, characters: bool = False) -> Any:
    """The style of this name, made if there is none."""
    from docx.enum.style import WD_STYLE_TYPE

    if name in made.styles:
        return made.styles[name]
    kind = WD_STYLE_TYPE.CHARACTER if characters else WD_STYLE_TYPE.PARAGRAPH
    style = made.styles.add_style(name, kind)
    if not characters:
        style.base_style = made.styles["Normal"]
    style.quick_style = True
    return style


def own_font(style: Any) -> None:
    """Take the theme's font and rules off a style of the template, and name ours."""
    from docx.oxml.ns import qn

    style.font.name = FONT
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for border in style.element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)
    for spacing in style.element.xpath("w:rPr/w:spacing | w:rPr/w:kern"):
        spacing.getparent().remove(spacing)


def _band(made: Package, number: int) -> None:
    """An agency's colour: white on dark, at 4.5 to 1 or more."""
    from docx.shared import Pt, RGBColor

    style = _style(made, f"{Style.AGENCY} {number}")
    style.font.size, style.font.bold = Pt(8.5), True
    style.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    fill = BANDS[number - 1].removeprefix("#")
    _put(style.element.get_or_add_pPr(), (
        f'<w:pBdr {NAMESPACES}><w:top w:val="single" w:sz="12" w:space="0" w:color="{fill}"/>'
        f'<w:left w:val="single" w:sz="12" w:space="2" w:color="{fill}"/>'
        f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{fill}"/>'
        f'<w:right w:val="single" w:sz="12" w:space="2" w:color="{fill}"/></w:pBdr>',
        f'<w:shd {NAMESPACES} w:val="clear" w:color="auto" w:fill="{fill}"/>',
    ))  # fmt: skip
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(3)
    style.paragraph_format.space_after = Pt(0)


def _put(into: Any, xml: tuple[str, ...]) -> None:
    """Append elements before those that the schema puts after them."""
    from docx.oxml import parse_xml

    for number, words in enumerate(xml):
        into.insert(number, parse_xml(words))


def _edges(made: Package) -> None:
    """Header and footer: small, with stops in the middle and at the right edge of the page."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    for name in ("Header", "Footer"):
        style = made.styles[name]
        style.font.size = Pt(9)
        stops = style.paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Mm(ACROSS / 2), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Mm(ACROSS), WD_TAB_ALIGNMENT.RIGHT)


def _contents_style(made: Package) -> None:
    from docx.shared import Pt

    style = _style(made, "toc 1")
    style.font.size = Pt(11)
    style.paragraph_format.space_after = Pt(3)


def _character_styles(made: Package) -> None:
    from docx.enum.text import WD_UNDERLINE
    from docx.shared import RGBColor

    _style(made, Look.LABEL.value, characters=True).font.bold = True
    _style(made, Look.READ.value, characters=True).font.underline = WD_UNDERLINE.DOTTED
    link = _style(made, "Hyperlink", characters=True)
    link.font.underline, link.font.color.rgb = True, RGBColor(0x0B, 0x3D, 0x91)


def _table_style(made: Package) -> None:
    from docx.oxml import parse_xml

    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="9A9A9A"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made.styles.element.append(
        parse_xml(
            f'<w:style {NAMESPACES} w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">'
            '<w:name w:val="Caseweave table"/><w:basedOn w:val="TableNormal"/>'
            '<w:uiPriority w:val="59"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>"
            '<w:top w:w="34" w:type="dxa"/><w:left w:w="68" w:type="dxa"/>'
            '<w:bottom w:w="34" w:type="dxa"/><w:right w:w="68" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>"
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="E3E3E3"/></w:tcPr></w:tblStylePr>'
            "</w:style>"
        )
    )


def _settings(made: Package) -> None:
    """Open as a document of today's Word, in English."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    settings = made.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is not None:
        for old in compat.findall(qn("w:compatSetting")):
            compat.remove(old)
        compat.append(
            parse_xml(
                f'<w:compatSetting {NAMESPACES} w:name="compatibilityMode" '
                'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
            )
        )
    for lang in made.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "en-GB")


def _header(section: Section, words: str) -> None:
    paragraph = section.header.paragraphs[0]
    paragraph.text = words


def _footer(section: Section, document: Document) -> None:
    """Marking, draft and page, on the left, in the middle and on the right."""
    from docx.oxml import parse_xml

    paragraph = section.footer.paragraphs[0]
    told = (
        f"<w:r><w:t>{escape(document.marking)}</w:t></w:r><w:r><w:tab/></w:r>"
        f'<w:r><w:t xml:space="preserve">Draft {escape(document.draft)}</w:t></w:r>'
        '<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">Page </w:t></w:r>'
        f'{field("PAGE", "1")}<w:r><w:t xml:space="preserve"> of </w:t></w:r>'
        f"{field('NUMPAGES', '1')}"
    )
    for run in parse_xml(f"<w:p {NAMESPACES}>{told}</w:p>"):
        paragraph._p.append(run)


def field(instruction: str, shown: str) -> str:
    """A field with what it shows until it is updated."""
    return (
        f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>{escape(shown)}</w:t></w:r>'
        "</w:fldSimple>"
    )
