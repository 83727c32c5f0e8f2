"""The letter to an agency: what its tables ask, and the boxes in which it answers."""

import datetime as dt
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn

from chronology import merge
from chronology.exporters.paper import query_letter
from chronology.model import Case, Child, Review
from chronology.review.questions import ANSWERS, questions
from chronology.review.written_questions import Enquiry
from chronology.values.confirming import What

WHOSE = "3 rows (2, 4, 5): 'N' does not say which child it is about. Please say which child."


def letter(folder: Path, *others: Enquiry) -> Document:
    path = folder / "letter.docx"
    query_letter.write((), others, "Police", Case(), "police-questions.xlsx", path)
    return docx.Document(str(path))


def test_a_question_about_a_whole_file_names_the_file_once(tmp_path: Path) -> None:
    made = letter(tmp_path, Enquiry(words=WHOSE, place="police.csv", file="police.csv"))
    assert made.tables[1].rows[1].cells[2].text == f"police.csv: {WHOSE}"


def test_a_question_about_a_sheet_names_its_file_before_it(tmp_path: Path) -> None:
    made = letter(tmp_path, Enquiry(words=WHOSE, place="Sheet 2019", file="care.xlsx"))
    assert made.tables[1].rows[1].cells[2].text == f"care.xlsx. Sheet 2019: {WHOSE}"


def test_the_words_over_the_other_questions_stay_with_their_table(tmp_path: Path) -> None:
    made = letter(tmp_path, Enquiry(words=WHOSE, place="police.csv", file="police.csv"))
    over = next(p for p in made.paragraphs if p.text.startswith("Please answer these in your own"))
    assert over.paragraph_format.keep_with_next


def test_the_box_of_an_answer_takes_other_words_and_cannot_be_deleted_by_mistake(
    tmp_path: Path,
) -> None:
    sent = tmp_path / "gp.csv"
    sent.write_text("Date,Event,Child seen\n01/03/2021,Home visit.,\n", encoding="utf-8")
    chronology = merge([sent], agency="GP")
    asked = questions(chronology, "GP")
    path = tmp_path / "letter.docx"
    query_letter.write(asked, (), "GP", Case(), "gp-questions.xlsx", path)
    box = docx.Document(str(path)).tables[2]._tbl.find(f".//{qn('w:sdtPr')}")
    assert box.find(qn("w:lock")).get(qn("w:val")) == "sdtLocked"
    offered = [item.get(qn("w:displayText")) for item in box.iter(qn("w:listItem"))]
    assert offered == list(ANSWERS[What.SEEN])
    assert box.find(qn("w:comboBox")) is not None
    told = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert "About seen: Seen, Seen alone, Not seen, The record does not say." in told


def test_a_child_born_after_the_review_is_born_or_due(tmp_path: Path) -> None:
    case = Case(
        children=(
            Child(label="Theo", born=dt.date(2017, 5, 20), subject=True),
            Child(label="Unborn", born=dt.date(2021, 6, 1)),
        ),
        review=Review(incident=dt.date(2021, 3, 4)),
    )
    path = tmp_path / "letter.docx"
    query_letter.write((), (), "Police", case, "police-questions.xlsx", path)
    words = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert "Theo (born 20/05/2017), Unborn (born or due 01/06/2021)" in words


def test_the_letter_has_a_title_and_is_in_british_english(tmp_path: Path) -> None:
    made = letter(tmp_path)
    assert made.core_properties.title == "Questions about the chronology of Police"
    assert {lang.get(qn("w:val")) for lang in made.styles.element.iter(qn("w:lang"))} == {"en-GB"}
