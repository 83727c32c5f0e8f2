"""The letter with the questions to one agency, in Word; merge reads back what is answered in it.

The letter itself stands upright; the tables in which the agency answers lie across the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.exporters.books.query_book import HOW, OTHER, addressed, kind_of_review
from chronology.exporters.paper import asked_tables
from chronology.exporters.paper.letter_table import add_styles, add_table
from chronology.exporters.paper.word_parts import (
    FONT,
    NAMESPACES,
    WHEN,
    blank,
    field,
    own_font,
    put_together,
)
from chronology.findings import counted
from chronology.model import Case
from chronology.review.questions import ANSWERS, Question
from chronology.review.written_questions import Enquiry

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_SEND = (
    "Please fill in the tables that begin on the next page, or the workbook {}, whichever is "
    "easier; not both. Send it back as the Word file or the workbook that it is: answers in a PDF, "
    "a photograph or a scan cannot be read in."
)
_SIGN = (
    "Write your name and role and the day of your answers once, here. Fill in the last columns of "
    "a row only where somebody else answered it, or on another day."
)
_WHERE = (
    "Choose an answer in each row, or type one of those on its list, and write the record's own "
    "words beside it. {} Yes or No alone cannot be taken in: a No may also mean that the record "
    "does not say. An empty row is taken as not answered. What is written outside the tables is "
    "read by the review's panel, but does not come into the chronology."
)


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
    _foot(letter.sections[0], case.classification, asked_tables.UPRIGHT)
    if case.classification:
        letter.add_paragraph(case.classification).runs[0].bold = True
    title = f"Questions about the chronology of {agency}"
    letter.core_properties.title = _printable(title)[:255]
    letter.add_heading(title, level=1)
    for label, words in addressed(case, agency):
        _labelled(letter, label, words)
    letter.add_paragraph(
        f"Your chronology has been read for the {kind_of_review(case)}. "
        f"{_counted(asked, others)} Silence is shown as 'not recorded in the files given'; it is "
        "not taken to mean that nothing was done."
    )
    letter.add_paragraph(_SEND.format(workbook))
    if asked:
        letter.add_paragraph(HOW)
        add_table(letter, asked_tables.counts(asked, case.children))
    _turn(letter, case.classification)
    _answers(letter, asked, agency)
    if others:
        letter.add_heading(OTHER, level=2)
        _kept(letter, "Please answer these in your own words. The review's panel reads the answers;"
              " they change no entry.")  # fmt: skip
        add_table(letter, asked_tables.in_writing(others))
    put_together(letter, path)


def _answers(letter: Document, asked: Sequence[Question], agency: str) -> None:
    """Who answers, then the questions about each file."""
    letter.add_heading("Your answers", level=2)
    _kept(letter, _SIGN)
    add_table(letter, asked_tables.signed(agency))
    if asked:
        lists = [f"About {what}: {', '.join(told)}." for what, told in ANSWERS.items()]
        _kept(letter, _WHERE.format(" ".join(lists)))
    told = asked_tables.numbered(asked)
    for file, of_file in groupby(told, key=lambda line: line[1].entry.at.file):
        letter.add_heading(file, level=2)
        add_table(letter, asked_tables.to_answer(of_file))


def _kept(letter: Document, words: str) -> None:
    """A paragraph on the page of what follows it."""
    letter.add_paragraph(words).paragraph_format.keep_with_next = True


def _counted(asked: Sequence[Question], others: Sequence[Enquiry]) -> str:
    told = []
    if asked:
        told.append(
            f"In {counted(len(asked), 'place', 'places')} it does not say whether a child was "
            "seen, or whether the child's views were sought or given, or records do not agree."
        )
    if others:
        more = "other " if asked else ""
        many = counted(len(others), f"{more}question", f"{more}questions")
        told.append(f"There {'is' if len(others) == 1 else 'are'} {many}.")
    return " ".join(told)


def _labelled(letter: Document, label: str, words: str) -> None:
    from docx.shared import Pt

    paragraph = letter.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(3)
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(_printable(words))


def _foot(section: Section, marking: str, across: float) -> None:
    """Marking on the left, page on the right."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml import parse_xml
    from docx.shared import Mm

    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(across), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{_printable(marking)}\tPage ")
    for instruction, between in (("PAGE", " of "), ("NUMPAGES", "")):
        told = field(instruction, "1")
        for part in parse_xml(f"<w:p {NAMESPACES}>{told}</w:p>"):
            paragraph._p.append(part)
        paragraph.add_run(between)


def _turn(letter: Document, marking: str) -> None:
    """Go on across the page."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = letter.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm((297 - asked_tables.ACROSS) / 2)
    section.top_margin = section.bottom_margin = Mm(15)
    section.header_distance = section.footer_distance = Mm(7)
    _foot(section, marking, asked_tables.ACROSS)


def _look(letter: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = letter.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - asked_tables.UPRIGHT) / 2)
    section.top_margin = section.bottom_margin = Mm(18)
    normal = letter.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10)
    for level in (1, 2):
        heading = letter.styles[f"Heading {level}"]
        own_font(heading)
        heading.font.color.rgb = RGBColor(0, 0, 0)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(6)
        heading.paragraph_format.keep_with_next = True
    letter.styles["Footer"].paragraph_format.tab_stops.clear_all()
    add_styles(letter)
    letter.core_properties.created = letter.core_properties.modified = WHEN
    letter.core_properties.author = "caseweave"
    letter.core_properties.language = "en-GB"
    for lang in letter.styles.element.iter(qn("w:lang")):  # what is typed is spelt as in Britain
        lang.set(qn("w:val"), "en-GB")


def _printable(words: str) -> str:
    """Word holds no control characters but tabs and line ends."""
    return "".join(c for c in words if c in "\t\n" or c >= " ")
