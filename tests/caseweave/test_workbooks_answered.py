"""What becomes of the answers in the workbook that an agency sends back."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.case_folder import heads, merged, run
from tests.caseweave.gpasked import GP, SIGNED, answered, codes, first_seen, gp_asked, messages


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return gp_asked(tmp_path / "case")


def choices(case: Path, cell: str) -> list[str]:
    """What a spreadsheet program offers in the drop-down of a cell: it ends each at a comma."""
    run("queries", case, "-o", case / "questions")
    sheet = openpyxl.load_workbook(case / "questions" / "gp-questions.xlsx")["Questions"]
    rules = sheet.data_validations.dataValidation
    (rule,) = [r for r in rules if cell in str(r.sqref).split()]
    return str(rule.formula1).strip('"').split(",")


@pytest.mark.parametrize(("line", "offered"), [(2, 4), (4, 4)])
def test_whatever_an_agency_chooses_from_the_list_is_taken_in(
    case: Path, line: int, offered: int
) -> None:
    told = choices(case, f"I{line}")
    assert len(told) == offered
    for choice in told:
        (case / "answers" / "gp-questions.xlsx").unlink(missing_ok=True)  # what is answered, rests
        answered(case, line, SIGNED | {"Answer": choice})
        assert "answer-unclear" not in codes(merged(case)), choice


@pytest.mark.parametrize("said", ["Views sought, not given", "Views sought", " not given"])
def test_an_answer_chosen_in_a_workbook_sent_before_is_taken_in(case: Path, said: str) -> None:
    answered(case, 4, SIGNED | {"Answer": said})
    assert "answer-unclear" not in codes(merged(case))


@pytest.mark.parametrize("said", ["SEEN", " seen. ", "Seen,"])
def test_an_answer_in_other_letters_or_with_a_full_stop_is_the_same_answer(
    case: Path, said: str
) -> None:
    answered(case, 2, {**SIGNED, "Answer": said})
    assert first_seen(merged(case))["value"] == "seen"


def test_an_answer_comes_back_as_clarified_later_with_by_and_on(case: Path) -> None:
    answered(case, 2, SIGNED)
    seen = first_seen(merged(case))
    assert (seen["value"], seen["basis"]) == ("seen", "agency_answer")
    assert seen["readings"] == {"agency_answer": "seen"}
    assert seen["evidence"] == (
        "clarified by GP on 03/05/2024 (J Marl, practice manager); not in the original "
        "chronology: \u201cChest listened to\u201d"
    )


def test_the_workbook_shows_that_an_answer_is_not_in_the_original_chronology(case: Path) -> None:
    answered(case, 2, SIGNED)
    run("merge", case, "-o", case / "out.xlsx")
    sheet = openpyxl.load_workbook(case / "out.xlsx")["Chronology"]
    cell = sheet.cell(2, heads(sheet)["Theo: seen"]).value
    assert str(cell).startswith("Seen\nclarified by GP on 03/05/2024")


def test_an_answer_never_replaces_what_the_agency_stated(case: Path) -> None:
    answered(case, 2, SIGNED)
    stated = GP.replace("the damp.,", "the damp.,No")
    (case / "submissions" / "gp.csv").write_text(stated, encoding="utf-8")
    seen = first_seen(merged(case))
    assert (seen["value"], seen["basis"]) == ("not_seen", "stated")


def test_an_answered_row_is_found_again_after_the_agency_corrected_it(case: Path) -> None:
    answered(case, 2, SIGNED)
    corrected = GP.replace("about the damp.", "about the bad damp.")
    (case / "submissions" / "gp.csv").write_text(corrected, encoding="utf-8")
    assert first_seen(merged(case))["basis"] == "agency_answer"


def test_answers_about_date_cells_find_their_rows_again_after_another_column_was_filled_in(
    case: Path,
) -> None:
    (case / "submissions" / "gp.csv").unlink()
    toml = (case / "case.toml").read_text(encoding="utf-8").replace("gp.csv", "gp.xlsx")
    (case / "case.toml").write_text(toml, encoding="utf-8")
    visits_in_a_workbook(case, outcome="")
    answered(case, 3, SIGNED)
    visits_in_a_workbook(case, outcome="Manager told")
    told = merged(case)
    assert [e["seen"]["Theo"]["value"] for e in told["entries"][:2]] == ["not_recorded", "seen"]
    assert "answer-without-entry" not in codes(told)


def visits_in_a_workbook(case: Path, outcome: str) -> None:
    """The GP's file as a workbook with date cells, and visits told in the same two words."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date", "Event", "Outcome"])
    for month in (1, 2):
        sheet.append([dt.datetime(2021, month, 7), "Home visit.", outcome])
    book.save(case / "submissions" / "gp.xlsx")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"Answered on": None}, "answer-unsigned"),
        ({"Answered on": "next Tuesday"}, "answer-unsigned"),
        ({"Answered on": "ditto"}, "answer-unsigned"),
        ({"Answer": None}, "answer-unclear"),
        ({"Answered by (name and role)": "as above"}, "answer-unsigned"),
        ({"Answered by (name and role)": '"'}, "answer-unsigned"),
        ({"Answer": "perhaps"}, "answer-unclear"),
        ({"Id": "0" * 12, "The entry as sent": "Something else altogether happened"},
         "answer-without-entry"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_used_is_a_finding_and_sets_nothing(
    case: Path, change: Mapping[str, object], code: str
) -> None:
    answered(case, 2, {**SIGNED, **change})
    told = merged(case)
    assert code in codes(told)
    assert first_seen(told)["value"] == "not_recorded"


def test_a_workbook_that_is_not_ours_is_named(case: Path) -> None:
    (case / "answers").mkdir()
    book = openpyxl.Workbook()
    book.active["A1"] = "Our own list"
    book.save(case / "answers" / "list.xlsx")
    assert "answers-not-read" in codes(merged(case))


def test_an_answer_on_no_day_says_what_was_given(case: Path) -> None:
    answered(case, 2, {**SIGNED, "Answered on": "next Tuesday"})
    assert messages(merged(case), "answer-unsigned") == [
        "The answer does not say on which day it was given ('next Tuesday' is no date); "
        "it was not taken in."
    ]


def reworked(case: Path, change: Callable[[Worksheet], None], name: str = "gp.xlsx") -> None:
    """The answered workbook, changed by hand and saved under a name of its own."""
    answered(case, 2, SIGNED)
    old = case / "answers" / "gp-questions.xlsx"
    book = openpyxl.load_workbook(old)
    change(book["Questions"])
    old.unlink()
    (case / "answers" / name).parent.mkdir(exist_ok=True)
    book.save(case / "answers" / name)


def title_above(sheet: Worksheet) -> None:
    sheet.insert_rows(1)
    sheet["A1"] = "GP: answers, final"


def sheet_renamed(sheet: Worksheet) -> None:
    sheet.title = "Sheet1"


def headings_retyped(sheet: Worksheet) -> None:
    sheet.cell(1, heads(sheet)["Answer"]).value = "ANSWER:"


@pytest.mark.parametrize("change", [title_above, sheet_renamed, headings_retyped])
def test_a_title_a_new_sheet_name_or_a_retyped_heading_loses_no_answer(
    case: Path, change: Callable[[Worksheet], None]
) -> None:
    reworked(case, change)
    assert first_seen(merged(case))["basis"] == "agency_answer"


def test_a_workbook_in_a_folder_of_its_own_among_the_answers_is_read(case: Path) -> None:
    reworked(case, lambda sheet: None, "GP surgery/gp final.XLSX")
    assert first_seen(merged(case))["basis"] == "agency_answer"


def test_a_changed_heading_is_named_and_nothing_is_read_from_the_file(case: Path) -> None:
    def changed(sheet: Worksheet) -> None:
        sheet.cell(1, heads(sheet)["Answered on"]).value = "Date"

    reworked(case, changed)
    told = merged(case)
    assert "'Answered on' cannot be found" in messages(told, "answers-not-read")[0]
    assert first_seen(told)["value"] == "not_recorded"


def test_a_note_beside_the_answer_stands_with_its_words(case: Path) -> None:
    def noted(sheet: Worksheet) -> None:
        sheet.cell(2, sheet.max_column + 1).value = "see scanned letter"

    reworked(case, noted)
    assert "Chest listened to; see scanned letter" in str(first_seen(merged(case))["evidence"])


def test_answers_sorted_without_their_hidden_columns_are_found_by_the_words_in_the_row(
    case: Path,
) -> None:
    two_rows_swapped(case)
    told = merged(case)
    assert told["entries"][0]["seen"]["Theo"]["readings"] == {"agency_answer": "not_seen"}
    assert told["entries"][2]["views"]["Theo"]["readings"] == {"agency_answer": "observed"}
    assert len(messages(told, "answers-sorted-apart")) == 1


def test_such_answers_are_found_too_where_the_agency_corrected_the_rows_meanwhile(
    case: Path,
) -> None:
    two_rows_swapped(case)
    shifted = GP.replace("01/03/2021", "28/02/2021,Clinic.,No\n01/03/2021").replace(
        "Review of eczema.", "Review of eczema at the surgery."
    )
    (case / "submissions" / "gp.csv").write_text(shifted, encoding="utf-8")
    told = merged(case)
    assert told["entries"][1]["seen"]["Theo"]["readings"] == {"agency_answer": "not_seen"}
    assert told["entries"][3]["views"]["Theo"]["readings"] == {}
    assert len(messages(told, "answer-without-entry")) == 1


def two_rows_swapped(case: Path) -> None:
    """Both questions answered, and their rows exchanged but for the hidden columns."""

    def swapped(sheet: Worksheet) -> None:
        at = heads(sheet)
        answers = {2: "Not seen", 4: "Behaviour observed without words"}
        for line, said in answers.items():
            for heading, value in {**SIGNED, "Answer": said}.items():
                sheet.cell(line, at[heading]).value = value
        for column in range(1, at["Agency"]):
            upper, lower = sheet.cell(2, column), sheet.cell(4, column)
            upper.value, lower.value = lower.value, upper.value

    reworked(case, swapped)


def test_what_an_agency_writes_into_a_row_of_its_own_is_named_and_lost_nowhere(case: Path) -> None:
    def added(sheet: Worksheet) -> None:
        sheet.append(["", "", "", "", "", "", "All records before 2020 were in the flood"])
        sheet.append(["", "", "", "", "05/05/2021", "We also saw him on this day."])

    reworked(case, added)
    told = merged(case)
    assert first_seen(told)["basis"] == "agency_answer"
    assert messages(told, "answer-without-entry") == [
        f"The answer '{words}' stands in a row that names no entry; it was not taken in."
        for words in (
            "All records before 2020 were in the flood",
            "05/05/2021; We also saw him on this day.",
        )
    ]


def test_of_two_answers_to_one_question_the_later_stands_and_the_other_is_named(
    case: Path,
) -> None:
    answered(case, 2, {**SIGNED, "Answer": "Not seen", "Answered on": "4 May 2024"})
    (case / "answers" / "gp-questions.xlsx").rename(case / "answers" / "a.xlsx")
    shutil.rmtree(case / "questions")
    (case / "answers" / "a.xlsx").rename(case / "a.xlsx")
    answered(case, 2, SIGNED)
    (case / "a.xlsx").rename(case / "answers" / "a.xlsx")
    told = merged(case)
    assert first_seen(told)["value"] == "not_seen"
    assert "'Seen' about 'Theo' is not the only one" in messages(told, "answer-overtaken")[0]


def test_a_spell_that_an_answer_made_shorter_is_shown_as_it_was_sent_too(case: Path) -> None:
    visits = "Date,Event,Child seen\n01/01/2021,Clinic.,Yes\n01/05/2021,Clinic.,Yes\n"
    (case / "submissions" / "clinic.csv").write_text(visits, encoding="utf-8")
    before = run("coverage", case).output
    answered(case, 2, SIGNED)
    after = " ".join(run("coverage", case).output.split())
    run("coverage", case, "-o", case / "coverage.html")
    run("merge", case, "-o", case / "page.html")
    assert "without what agencies answered later" not in before
    for told in (
        after,
        (case / "coverage.html").read_text(encoding="utf-8"),
        (case / "page.html").read_text(encoding="utf-8"),
    ):
        assert "In the original chronologies, without what agencies answered later:" in told


def test_the_last_time_that_an_answer_tells_of_stands_beside_the_last_in_the_record(
    case: Path,
) -> None:
    (case / "submissions" / "gp.csv").write_text(
        "Date,Event,Child seen\n01/03/2021,Visit to the home about the damp.,\n"
        "01/02/2021,Clinic.,Yes\n", encoding="utf-8",
    )  # fmt: skip
    assert "In the original chronologies" not in run("coverage", case).output
    answered(case, 2, SIGNED)
    told = " ".join(run("coverage", case, "--child", "Theo").output.split())
    assert "Last recorded as seen: 01/03/2021, GP, clarified by the agency later" in told
    assert "In the original chronologies: 01/02/2021, GP" in told
    run("coverage", case, "-o", case / "coverage.html", "-o", case / "coverage.xlsx")
    run("merge", case, "-o", case / "page.html", "-o", case / "out.docx")
    for name in ("coverage.html", "page.html"):
        page = " ".join((case / name).read_text(encoding="utf-8").split())
        after = page.split("In the original chronologies: ")[1]
        assert "01/02/2021, GP" in after[:200]
    document = docx.Document(str(case / "out.docx"))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    assert any("In the original chronologies: 01/02/2021, GP" in words for words in cells)
    sheet = openpyxl.load_workbook(case / "coverage.xlsx")["First and last"]
    firm = heads(sheet)["Last time stated or confirmed"]
    assert sheet.cell(2, firm).value == "01/03/2021 (clarified later)"


def test_a_later_answer_is_called_neither_stated_nor_confirmed(case: Path) -> None:
    (case / "submissions" / "gp.csv").write_text(
        "Date,Event,Child seen\n01/03/2021,Visit to the home about the damp.,\n"
        "05/03/2021,Theo seen at the surgery.,\n", encoding="utf-8",
    )  # fmt: skip
    answered(case, 2, SIGNED)
    told = " ".join(run("coverage", case, "--child", "Theo").output.split())
    assert "Clarified by the agency later: 01/03/2021, GP, clarified by the agency later" in told
    assert "Stated or confirmed: 01/03/2021" not in told


def test_an_answer_of_another_agency_of_the_case_is_named_and_sets_nothing(case: Path) -> None:
    answered(case, 2, {**SIGNED, "Agency": "Police"})
    told = merged(case)
    assert first_seen(told)["value"] == "not_recorded"
    assert messages(told, "answer-by-another") == [
        "The answer is Police's, and the question was put to GP; it was not taken in."
    ]
    answered_before_renaming = {**SIGNED, "Agency": "The Old Surgery"}
    shutil.rmtree(case / "questions")
    answered(case, 2, answered_before_renaming)
    assert first_seen(merged(case))["value"] == "seen"
