"""Questions to each agency: what it is asked, in a workbook and in a letter."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest

from chronology.exporters.lettering import across
from tests.case_folder import case_folder, heads, merged, refused, run
from tests.caseweave.gpasked import GP, SIGNED, answered, first_seen, gp_asked


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return gp_asked(tmp_path / "case")


def asked(case: Path) -> list[tuple[object, ...]]:
    run("queries", case, "-o", case / "questions")
    sheet = openpyxl.load_workbook(case / "questions" / "gp-questions.xlsx")["Questions"]
    at = heads(sheet)
    return [
        (line[at["Row"] - 1].value, line[at["Question"] - 1].value)
        for line in sheet.iter_rows(min_row=2)
    ]


def test_an_agency_is_asked_about_rows_that_do_not_say_and_named_by_sheet_and_row(
    case: Path,
) -> None:
    assert asked(case) == [
        (2, "Row 2: the entry does not say whether Theo was seen."),
        (3, "Row 3: the entry does not say whether Ruby was seen."),
        (4, "Row 4: the entry does not say whether Theo's views were sought or given."),
    ]


def test_an_agency_with_nothing_to_answer_gets_nothing(case: Path) -> None:
    assert "Police: nothing to ask." in run("queries", case, "-o", case / "q").output
    assert sorted(p.name for p in (case / "q").iterdir()) == [
        "gp-letter.docx", "gp-questions.xlsx",
    ]  # fmt: skip


def test_a_row_that_was_sent_twice_is_asked_about_once(tmp_path: Path) -> None:
    row = "04/03/2021,Home visit. Mother said all was well.\n"
    children = '[[children]]\nlabel = "Theo"\nsubject = true\n'
    case = case_folder(tmp_path / "twice", children, {"gp.csv": "Date,Event\n" + row + row})
    assert asked(case) == [(2, "Row 2: the entry does not say whether Theo was seen.")]


def test_the_letter_lists_the_rows_and_says_what_an_answer_is_worth(case: Path) -> None:
    run("queries", case, "-o", case / "q")
    letter = docx.Document(str(case / "q" / "gp-letter.docx"))
    words = " ".join(p.text for p in letter.paragraphs)
    assert "it is not taken to mean that nothing was done" in words
    assert "never turns into the contemporaneous record" in words
    sheet = openpyxl.load_workbook(case / "q" / "gp-questions.xlsx")["Questions"]
    at = heads(sheet)
    told = [[c.text for c in row.cells] for row in letter.tables[2].rows]
    assert told[0] == [
        "No", "Date as sent", "The entry as sent", "Question", "Child", "About", "Answer",
        "What the record says, or how it is known", "Answered by (name and role)", "Answered on",
        "Id",
    ]  # fmt: skip
    assert told[1:] == [
        [str(line[at[head] - 1].value or "") for head in told[0]]
        for line in sheet.iter_rows(min_row=2)
    ]


def test_the_letter_counts_each_kind_of_question_by_child_at_its_head(case: Path) -> None:
    run("queries", case, "-o", case / "q")
    letter = docx.Document(str(case / "q" / "gp-letter.docx"))
    counted = [[c.text for c in row.cells] for row in letter.tables[0].rows]
    assert counted == [
        ["What is asked", "Theo", "Ruby", "In all"],
        ["The entry does not say whether the child was seen", "1", "1", "2"],
        [
            "It says that the child was seen, not whether the child's views were sought or given",
            "1", "0", "1",
        ],
    ]  # fmt: skip


def test_the_same_questions_are_the_same_bytes(case: Path) -> None:
    for name in ("one", "two"):
        run("queries", case, "-o", case / name)
    for file in (case / "one").iterdir():
        assert file.read_bytes() == (case / "two" / file.name).read_bytes()


def test_an_answered_question_is_not_asked_again(case: Path) -> None:
    answered(case, 2, {**SIGNED, "Answer": "The record does not say"})
    assert [row for row, _ in asked(case)] == [3, 4]
    assert first_seen(merged(case))["readings"] == {"agency_answer": "not_recorded"}


@pytest.mark.parametrize(
    ("sheet", "heading"),
    [("Questions", "Answer"), ("Questions", "What the record says, or how it is known"),
     ("Other questions", "Your answer")],
)  # fmt: skip
def test_a_workbook_in_which_answers_were_typed_is_not_written_over(
    case: Path, sheet: str, heading: str
) -> None:
    unclear = GP.replace("eczema.,Yes", "eczema.,Sort of")
    (case / "submissions" / "gp.csv").write_text(unclear, encoding="utf-8")
    run("queries", case, "-o", case / "questions")
    run("queries", case, "-o", case / "questions")
    path = case / "questions" / "gp-questions.xlsx"
    book = openpyxl.load_workbook(path)
    book[sheet].cell(2, heads(book[sheet])[heading]).value = "Seen"
    book.save(path)
    typed = path.read_bytes()
    told = refused("queries", case, "-o", case / "questions")
    assert str(told) == "gp-questions.xlsx in questions holds answers; nothing was written."
    assert path.read_bytes() == typed


def test_of_a_baby_an_agency_is_asked_how_it_behaved_and_not_for_its_views(tmp_path: Path) -> None:
    case = case_folder(tmp_path / "case", BABY, {"gp.csv": CHECKS})
    assert asked(case) == [
        (2, "Row 2: the entry does not say how Theo, too young for words, behaved or was with "
         "others."),
        (3, "Row 3: the entry does not say whether Theo's views were sought or given."),
    ]  # fmt: skip
    book = openpyxl.load_workbook(case / "questions" / "gp-questions.xlsx")
    at = heads(book["Questions"])
    told = {
        "Answer": "Behaviour observed without words", "What the record says, or how it is known":
        "settled on her knee", "Answered by (name and role)": "J Marl, manager",
        "Answered on": "03/05/2024",
    }  # fmt: skip
    for head, words in told.items():
        book["Questions"].cell(2, at[head], words)
    (case / "answers").mkdir()
    book.save(case / "answers" / "gp.xlsx")
    first = merged(case)["entries"][0]
    assert first["views"]["Theo"]["value"] == "observed"
    assert first["views"]["Theo"]["basis"] == "agency_answer"


BABY = """
[[children]]
label = "Theo"
born = 2020-01-10
subject = true

[[submissions]]
file = "gp.csv"
agency = "GP"
record_of = "child"
"""
CHECKS = """Date,Event,Child seen
06/03/2020,8 week check.,Yes
10/01/2022,Attended with a cough.,Yes
"""


def test_an_agency_of_a_long_name_gets_files_of_names_that_any_system_can_hold(
    tmp_path: Path,
) -> None:
    name = "Children's Social Care, Assessment, Safeguarding and Family Support, Team "
    sent = [tmp_path / f"{name}{team}.csv" for team in ("North", "South")]
    for day, file in enumerate(sent, start=1):
        file.write_text(f"Date,Event\n0{day}/05/2021,Home visit {day}.\n", encoding="utf-8")
    run("queries", *sent, "-o", tmp_path / "q")
    cut = "childrens-social-care-assessment-safeguarding-and-family"
    assert sorted(p.name for p in (tmp_path / "q").iterdir()) == [
        f"{cut}-2-letter.docx", f"{cut}-2-questions.xlsx",
        f"{cut}-letter.docx", f"{cut}-questions.xlsx",
    ]  # fmt: skip


def test_letter_and_workbook_say_from_whom_and_for_which_review_they_are(tmp_path: Path) -> None:
    case = gp_asked(tmp_path / "case")
    toml = case / "case.toml"
    told = (
        '[outputs]\ncontact = "A. Author, a.author@example.org"\nreply_by = 2022-02-01\n'
        "[review]\nfrom = 2021-01-01\nto = 2021-12-31\n"
        'commissioned_by = "Anytown Safeguarding Children Partnership"\n'
    )
    words = toml.read_text(encoding="utf-8").replace("[review]\n", told)
    toml.write_text(words, encoding="utf-8")
    run("merge", case, "-o", case / "case.json")
    for given, folder in ((case, "q"), (case / "case.json", "from-json")):
        assert "leave open" not in run("queries", given, "-o", case / folder).output
        letter = docx.Document(str(case / folder / "gp-letter.docx"))
        book = openpyxl.load_workbook(case / folder / "gp-questions.xlsx")["How to answer"]
        for words in (
            [p.text for p in letter.paragraphs],
            [str(cell.value) for cell in book["A"]],
        ):
            assert "To: GP" in words
            assert "From: A. Author, a.author@example.org" in words
            assert (
                "For: the local child safeguarding practice review (LCSPR) covering 01/01/2021 to "
                "31/12/2021, commissioned by Anytown Safeguarding Children Partnership"
            ) in words
            assert "Please reply by: 01/02/2022" in words


def test_a_child_whose_label_is_no_name_is_called_by_its_name_too(tmp_path: Path) -> None:
    twins = "".join(
        f'[[children]]\nlabel = "{label}"\nnames = ["{name}", "{name} Oram"]\n'
        "born = 2017-10-02\nsubject = true\n"
        for label, name in (("C1", "Idris"), ("Nia", "Nia"))
    )
    rows = "Date,Event\n04/03/2021,Home visit. Mother said all was well.\n"
    case = case_folder(tmp_path / "twins", twins, {"gp.csv": rows})
    run("queries", case, "-o", case / "q")
    letter = docx.Document(str(case / "q" / "gp-letter.docx"))
    about = next(p.text for p in letter.paragraphs if p.text.startswith("About: "))
    assert "C1 (Idris Oram, born 02/10/2017), Nia (born 02/10/2017)" in about


def test_what_the_letters_leave_open_is_said_with_where_to_set_it(case: Path) -> None:
    told = " ".join(run("queries", case, "-o", case / "q").output.split())
    assert (
        "The letters leave open from whom they are and by when to answer: fill it in, or set "
        "contact and reply_by under [outputs] in case.toml and write them again." in told
    )


def test_a_date_stands_in_one_line_of_the_workbook_of_questions(case: Path) -> None:
    run("queries", case, "-o", case / "q")
    sheet = openpyxl.load_workbook(case / "q" / "gp-questions.xlsx")["Questions"]
    at = sheet.cell(1, heads(sheet)["Date as sent"]).column_letter
    assert sheet.column_dimensions[at].width * 5.25 > across("21/03/2021") + 4  # and edges
