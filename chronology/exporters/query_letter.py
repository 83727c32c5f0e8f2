"""The letter that goes with the questions to one agency, in Word."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.enquiries import Enquiry
from chronology.exporters import asked_tables
from chronology.exporters.asked_tables import Lines
from chronology.exporters.query_book import HOW, OTHER, as_sent
from chronology.exporters.word_parts import FONT, NAMESPACES, blank, field, own_font
from chronology.model import Case, Child
from chronology.questions import Question, sheet_words

if TYPE_CHECKING:
    from docx.document import Document

_TOGETHER = 1  # rows after the headings that stand on the same page as they
_FIXED = dt.datetime(2000, 1, 1)  # outputs take no date from the clock


_REVIEWS = {
    "LCSPR": "local child safeguarding practice review (LCSPR)",
    "CPR": "child practice review (CPR)",
    "SCR": "serious case review (SCR)",
    "DHR": "domestic homicide review (DHR)",
    "SAR": "safeguarding adults review (SAR)",
}
_TO_FILL_IN = "________________________"


def write(
    asked: Sequence[Question],
    others: Sequence[Enquiry],
    agency: str,
    case: Case,
    workbook: str,
    path: Path,
) -> None:
    """Write the letter; the same questions give the same bytes."""
    letter = blank()
    _look(letter)
    _foot(letter, case.classification)
    if case.classification:
        letter.add_paragraph(case.classification).runs[0].bold = True
    letter.add_heading(f"Questions about the chronology of {agency}", level=1)
    kind = _REVIEWS.get(case.review.type, case.review.type or "review")
    for label, words in (
        ("To", agency), ("About", _whom(case.children)), ("From", _TO_FILL_IN),
        ("Please reply by", _TO_FILL_IN),
    ):  # fmt: skip
        _labelled(letter, label, words)
    letter.add_paragraph(
        f"Your chronology has been read for the {kind}. {_counted(asked, others)} Silence is "
        "shown as 'not recorded in the files given'; it is not taken to mean that nothing was done."
    )
    if asked:
        letter.add_paragraph(f"Please answer in the workbook {workbook}. {HOW}")
        _table(letter, asked_tables.counts(asked, case.children))
    told = asked_tables.numbered(asked)
    for file, of_file in groupby(told, key=lambda line: line[1].entry.at.file):
        _of_file(letter, file, tuple(of_file))
    if others:
        letter.add_heading("Other questions", level=2)
        asked_in = letter.add_paragraph(
            f"Please answer these in writing, in the sheet '{OTHER}' of the workbook or by letter."
        )
        asked_in.paragraph_format.keep_with_next = True  # no heading alone at the foot of a page
        _table(letter, asked_tables.full(tuple(
            (f"{OTHER[0]}{n}", as_sent(o.entry.when) if o.entry else "", _from_file(o))
            for n, o in enumerate(others, start=1)
        )))  # fmt: skip
    _save(letter, path)


_NAMED = (
    "Each line is one entry, under the numbers that its questions have in the workbook, where the "
    "entry stands as sent. The child named is the one of whom the entry does not say."
)


def _of_file(letter: Document, file: str, asked: Sequence[asked_tables.Numbered]) -> None:
    """The questions about one file: where it does not say, then where records do not agree."""
    sheet = asked_tables.only_sheet(q for _, q in asked if q.asks in asked_tables.SILENT)
    letter.add_heading(file + sheet_words(file, sheet).replace(" of ", ", "), level=2)
    for lines, words in (
        (asked_tables.silent(asked), _NAMED),
        (asked_tables.apart(asked), "Where records do not agree:"),
    ):
        if lines.rows:
            letter.add_paragraph(words).paragraph_format.keep_with_next = True
            _table(letter, lines)


def _counted(asked: Sequence[Question], others: Sequence[Enquiry]) -> str:
    told = []
    if asked:
        places = "1 place" if len(asked) == 1 else f"{len(asked)} places"
        told.append(
            f"In {places} it does not say whether a child was seen, or whether the child's views "
            "were sought or given, or records do not agree."
        )
    if others:
        more = "other questions" if asked else "questions"
        told.append(f"There {'is' if len(others) == 1 else 'are'} {len(others)} "
                    f"{more[:-1] if len(others) == 1 else more}.")  # fmt: skip
    return " ".join(told)


def _from_file(enquiry: Enquiry) -> str:
    """With the file before it, where the place does not name the file already."""
    known = not enquiry.file or enquiry.place == enquiry.file
    return enquiry.told if known else f"{enquiry.file}. {enquiry.told}"


def _whom(children: Sequence[Child]) -> str:
    """The children of the case, those whom it is about first."""
    ordered = sorted(children, key=lambda c: not c.subject)
    return ", ".join(
        c.label + (f" (born {c.born:%d/%m/%Y})" if c.born else "") for c in ordered
    )  # fmt: skip


def _labelled(letter: Document, label: str, words: str) -> None:
    from docx.shared import Pt

    paragraph = letter.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(3)
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(_printable(words))


def _foot(letter: Document, marking: str) -> None:
    """Marking on the left, page on the right."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml import parse_xml
    from docx.shared import Mm

    paragraph = letter.sections[0].footer.paragraphs[0]
    stops = letter.styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{_printable(marking)}\tPage ")
    for instruction, between in (("PAGE", " of "), ("NUMPAGES", "")):
        told = field(instruction, "1")
        for part in parse_xml(f"<w:p {NAMESPACES}>{told}</w:p>"):
            paragraph._p.append(part)
        paragraph.add_run(between)


def _look(letter: Document) -> None:
    from docx.shared import Mm, Pt, RGBColor

    section = letter.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    normal = letter.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10)
    for level in (1, 2):
        heading = letter.styles[f"Heading {level}"]
        own_font(heading)
        heading.font.color.rgb = RGBColor(0, 0, 0)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(6)
        heading.paragraph_format.keep_with_next = True
    letter.core_properties.created = letter.core_properties.modified = _FIXED
    letter.core_properties.author = "caseweave"


def _table(letter: Document, lines: Lines) -> None:
    """A table whose headings stand on every page, and whose first rows stay together."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    table = letter.add_table(rows=0, cols=len(lines.heads), style="Table Grid")
    table.autofit = False
    widths = [Mm(width) for width in lines.widths]
    for number, line in enumerate((lines.heads, *lines.rows)):
        row = table.add_row()
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        cells = row.cells
        band = len(line) == 1
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width
        if band:
            cells = (cells[0].merge(cells[-1]),)
        for cell, words in zip(cells, line, strict=True):
            written = cell.paragraphs[0]
            written.add_run(_printable(words)).bold = band or number == 0
            written.paragraph_format.space_after = Pt(0)
            written.paragraph_format.keep_with_next = band or number <= _TOGETHER
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    letter.add_paragraph().paragraph_format.space_after = Pt(0)


def _printable(words: str) -> str:
    """Word holds no control characters but tabs and line ends."""
    return "".join(c for c in words if c in "\t\n" or c >= " ")


def _save(letter: Document, path: Path) -> None:
    """Save with fixed dates inside the file, so that the same letter is the same bytes."""
    made = io.BytesIO()
    letter.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(parts.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, date_time=_FIXED.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, parts.read(name))
