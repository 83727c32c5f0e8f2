"""The letter that goes with the questions to one agency, in Word."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.exporters.query_book import HOW
from chronology.exporters.word_parts import blank
from chronology.model import Case
from chronology.questions import Question

if TYPE_CHECKING:
    from docx.document import Document

_HEADS = ("No", "Date as sent", "Question")
_FIXED = dt.datetime(2000, 1, 1)  # outputs take no date from the clock


def write(asked: Sequence[Question], agency: str, case: Case, workbook: str, path: Path) -> None:
    """Write the letter; the same questions give the same bytes."""
    letter = blank()
    _look(letter)
    if case.classification:
        letter.add_paragraph(case.classification).runs[0].bold = True
    letter.add_heading(f"Questions about the chronology of {agency}", level=1)
    kind = case.review.type or "review"
    letter.add_paragraph(f"To: {agency}")
    letter.add_paragraph(
        f"Your chronology has been read for the {kind}. In {len(asked)} places it does not say "
        "whether a child was seen, or whether the child's views were sought or given, or records "
        "do not agree. Silence is shown as 'not recorded'; it is not taken to mean that nothing "
        "was done."
    )
    letter.add_paragraph(f"Please answer in the workbook {workbook}. {HOW}")
    number = 0
    for file, of_file in groupby(asked, key=lambda q: q.entry.at.file):
        letter.add_heading(file, level=2)
        lines = []
        for question in of_file:
            number += 1
            lines.append((number, question.entry.when.text, question.words))
        _table(letter, lines)
    _save(letter, path)


def _look(letter: Document) -> None:
    from docx.shared import Mm, Pt, RGBColor

    section = letter.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    normal = letter.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    for level in (1, 2):
        heading = letter.styles[f"Heading {level}"].font
        heading.name, heading.color.rgb = "Arial", RGBColor(0, 0, 0)
    letter.core_properties.created = letter.core_properties.modified = _FIXED
    letter.core_properties.author = "caseweave"


def _table(letter: Document, lines: Sequence[tuple[object, ...]]) -> None:
    from docx.shared import Mm

    table = letter.add_table(rows=1, cols=len(_HEADS), style="Table Grid")
    widths = (Mm(12), Mm(33), Mm(125))
    for cell, head in zip(table.rows[0].cells, _HEADS, strict=True):
        cell.text = head
        cell.paragraphs[0].runs[0].bold = True
    for line in lines:
        for cell, words in zip(table.add_row().cells, line, strict=True):
            cell.text = _printable(str(words))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


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
