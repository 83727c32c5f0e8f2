"""The letter to an agency: the other questions stand under their heading and name the file once."""

from pathlib import Path

import docx
from docx.document import Document

from chronology.enquiries import Enquiry
from chronology.exporters import query_letter
from chronology.model import Case

WHOSE = "3 rows (2, 4, 5): 'N' does not say which child it is about. Please say which child."


def letter(folder: Path, *others: Enquiry) -> Document:
    path = folder / "letter.docx"
    query_letter.write((), others, "Police", Case(), "police-questions.xlsx", path)
    return docx.Document(str(path))


def test_a_question_about_a_whole_file_names_the_file_once(tmp_path: Path) -> None:
    made = letter(tmp_path, Enquiry(words=WHOSE, place="police.csv", file="police.csv"))
    assert made.tables[0].rows[1].cells[2].text == f"police.csv: {WHOSE}"


def test_a_question_about_a_sheet_names_its_file_before_it(tmp_path: Path) -> None:
    made = letter(tmp_path, Enquiry(words=WHOSE, place="Sheet 2019", file="care.xlsx"))
    assert made.tables[0].rows[1].cells[2].text == f"care.xlsx. Sheet 2019: {WHOSE}"


def test_the_words_over_the_other_questions_stay_with_their_table(tmp_path: Path) -> None:
    made = letter(tmp_path, Enquiry(words=WHOSE, place="police.csv", file="police.csv"))
    over = next(p for p in made.paragraphs if p.text.startswith("Please answer these in writing"))
    assert over.paragraph_format.keep_with_next
