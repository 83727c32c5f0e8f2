"""Whose record a file is: only what plainly says so is believed, and it is said where."""

from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from chronology import merge
from chronology.model import Case, Child, Declared, Person
from chronology.record_of import find_record_of, record_of_row
from tests.chronology.importers.wordxml import document, paragraph, row, table

CASE = Case(
    children=(
        Child(label="Theo", names=("Theo Marlowe", "TM"), subject=True),
        Child(label="Ruby", names=("Ruby Marlowe",)),
    ),
    people=(
        Person(label="Mother", names=("Kayleigh Marlowe", "Ms Marlowe"), role="mother"),
        Person(label="Dean", names=("Dean Ashby",), role="father of Ruby, mother's partner"),
    ),
)


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Chronology for Theo Marlowe DOB 01/02/2019", "Theo"),
        ("CHRONOLOGY OF SIGNIFICANT EVENTS RE: RUBY MARLOWE", "Ruby"),
        ("Child: Theo", "Theo"),
        ("Trust: Saltmere (acute). Child: Theo Marlowe", "Theo"),
        ("GP chronology for Theo Marlowe. Mother: Carly Marlowe", ""),
        ("School. Pupil: Theo. Mother: Carly Marlowe", ""),
        ("Name of Child or Young Person: Ruby Marlowe", "Ruby"),
        ("Mother: Kayleigh Marlowe, with Theo and Ruby. Confidential", "mother"),
        ("Mother's GP record", "mother"),
        ("Re: Ms Marlowe (mother)", "mother"),
        ("Re: Kayleigh Marlowe", "mother"),
        ("Patient: Dean Ashby", "father"),
        ("Extract of records relating to Theo's mother", "mother"),
        ("Chronology for the household", "household"),
        ("Chronology re Theo and Ruby", "household"),
        ("Chronology for Theo and his mother", ""),
        ("Re: Jordan Smith", ""),
        ("Child protection chronology", ""),
        ("Single agency chronology", ""),
        ("Child: Jordan Smith", ""),
        ("Records of child protection conferences", ""),
    ],
)
def test_a_title_says_whose_record_it_is_only_where_it_is_plain(title: str, who: str) -> None:
    assert find_record_of([title], "Sheet1", "police", CASE)[0] == who


def test_a_title_that_names_mother_and_child_on_lines_of_their_own_says_nothing() -> None:
    assert find_record_of(["Child: Theo", "Mother: Kayleigh"], "", "gp", CASE)[0] == ""


@pytest.mark.parametrize(
    ("sheet", "file", "who"),
    [
        ("Mother", "gp", "mother"),
        ("Ruby", "gp", "Ruby"),
        ("Sheet1", "gp-mother", "mother"),
        ("Sheet1", "school_Theo Marlowe", "Theo"),
        ("Sheet1", "child-health", ""),
        ("Sheet1", "School of Ruby", ""),
        ("Sheet1", "School of Ruby - Theo", "Theo"),
        ("Child in need", "social-care", ""),
    ],
)
def test_a_sheets_or_files_name_says_it_where_no_title_does(
    sheet: str, file: str, who: str
) -> None:
    found, remark = find_record_of([], sheet, file, CASE)
    assert found == who
    assert bool(remark) == bool(who)


@pytest.mark.parametrize(
    ("subject", "who"),
    [("Mother", "mother"), ("Ruby", "Ruby"), ("", "Theo"), ("Neighbour", "Theo")],
)
def test_a_column_about_whom_each_row_is_comes_before_the_files_title(
    subject: str, who: str
) -> None:
    assert record_of_row(subject, CASE, "Theo") == who


def school(folder: Path, title: str) -> Path:
    path = folder / "school.csv"
    path.write_text(f"{title}\nDate,Event\n1/2/2021,Seen in class\n2/2/2021,Seen\n", "utf-8")
    return path


def test_the_title_is_used_and_said_and_the_case_file_goes_before_it(tmp_path: Path) -> None:
    path = school(tmp_path, "Re: Ruby Marlowe")
    woven = merge([path], CASE)
    assert [f.message for f in woven.findings if f.code == "record-of-by-title"] == [
        "The title says 'Re: Ruby Marlowe': read as Ruby's own record."
    ]
    assert woven.submissions[0].record_of == "Ruby"
    declared = Case(
        children=CASE.children, declared=(Declared(file="school.csv", record_of="mother"),)
    )
    assert merge([path], declared).submissions[0].record_of == "mother"


def test_an_undeclared_record_is_queried_once_for_a_file_with_its_rows(tmp_path: Path) -> None:
    woven = merge([school(tmp_path, "Chronology")], CASE)
    said = [f.message for f in woven.findings if f.code == "record-of-undeclared"]
    assert len(said) == 1
    assert said[0].startswith("2 rows (3, 4): ")
    assert {e.seen["Theo"].value for e in woven.entries} == {"not_recorded"}


def test_an_undeclared_record_is_queried_where_the_review_is_about_several_children(
    tmp_path: Path,
) -> None:
    several = replace(CASE, children=tuple(replace(c, subject=True) for c in CASE.children))
    woven = merge([school(tmp_path, "Chronology")], several)
    assert "record-of-undeclared" in {f.code for f in woven.findings}


def test_a_row_is_named_once_however_many_of_its_cells_are_queried(tmp_path: Path) -> None:
    path = tmp_path / "social-care.csv"
    rows = "02/03/2021,Home visit.,Yes,No\n03/03/2021,Home visit.,N,\n"
    path.write_text(f"Date,Event,Child seen,Seen alone\n{rows}", encoding="utf-8")
    of_household = (Declared(file=path.name, record_of="household"),)
    woven = merge([path], Case(children=CASE.children, declared=of_household))
    (said,) = (f for f in woven.findings if f.code == "seen-whose")
    assert said.rows == (2, 3)
    assert said.message.startswith("2 rows (2, 3), the first: 'Yes' does not say which child")


def test_a_form_above_the_table_and_a_first_sheet_say_whose_record_and_whose_file(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    for cells in (["Author", "J Heron"], ["Agency", "CAMHS"]):
        book.active.append(cells)
    for month in ("Jan 2021", "Feb 2021"):
        sheet = book.create_sheet(month)
        for cells in (["Date", "Contact"], ["Wed 20", "Visit"]):
            sheet.append(cells)
    book.save(tmp_path / "b.xlsx")
    woven = merge([tmp_path / "b.xlsx"])
    assert {e.agency for e in woven.entries} == {"CAMHS"}
    assert [f"{e.when.start}" for e in woven.entries] == ["2021-01-20", "2021-02-20"]


def test_the_paragraphs_of_a_document_say_whose_record_its_tables_are(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Chronology for Ruby Marlowe")
    table = document.add_table(rows=2, cols=2)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, words in zip(cells, ("Date", "Event", "1/2/21", "Seen"), strict=True):
        cell.text = words
    document.save(str(tmp_path / "school.docx"))
    assert merge([tmp_path / "school.docx"], CASE).submissions[0].record_of == "Ruby"


def test_each_heading_between_tables_says_whose_record_the_table_below_it_is(
    tmp_path: Path,
) -> None:
    document = docx.Document()
    for title in ("Chronology for Theo", "Chronology for Ruby Marlowe", "", "Mother's GP record"):
        document.add_paragraph(title)
        table = document.add_table(rows=2, cols=2)
        cells = [cell for row in table.rows for cell in row.cells]
        for cell, words in zip(cells, ("Date", "Event", "1/2/21", "Seen"), strict=True):
            cell.text = words
    document.save(str(tmp_path / "school.docx"))
    sheets = merge([tmp_path / "school.docx"], CASE).submissions[0].sheets
    assert [s.record_of for s in sheets if s.entries] == ["Theo", "Ruby", "Ruby", "mother"]


def test_a_small_table_over_another_says_whose_record_that_is(tmp_path: Path) -> None:
    head = row("Date", "Event", "Child seen")
    parts = [
        (row("Child: Theo Marlowe"), "Yes"),
        (row("Name:", "Ruby Marlowe", "DOB:", "03/02/2014") + row("School:", "Larkfold"), "No"),
    ]
    path = tmp_path / "school.docx"
    document(
        path,
        *(t for over, told in parts for t in (table(over), table(head, row("1/2/21", "A", told)))),
    )
    woven = merge([path], CASE)
    assert [{who: s.value for who, s in e.seen.items()} for e in woven.entries] == [
        {"Theo": "seen", "Ruby": "not_recorded"},
        {"Theo": "not_recorded", "Ruby": "not_seen"},
    ]


def test_the_mother_among_a_childs_details_over_a_table_makes_it_no_record_of_hers(
    tmp_path: Path,
) -> None:
    head = row("Date", "Event", "Child seen")
    details = (("School", "Larkfold"), ("GP", "A"), ("Mother", "Kayleigh Marlowe"))
    path = tmp_path / "school.docx"
    over = table("".join(row(*cells) for cells in details))
    title = paragraph("Chronology of Theo Marlowe")
    document(path, title, over, table(head, row("1/2/21", "A", "Yes")))
    [entry] = merge([path], CASE).entries
    assert {who: s.value for who, s in entry.seen.items() if s.value != "not_recorded"} == {
        "Theo": "seen"
    }


def test_a_title_that_ends_in_child_and_name_after_a_dash_says_whose_record_it_is() -> None:
    title = "Saltmere Infirmary - Child: Theo"
    assert find_record_of([title], "", "hospital", CASE)[0] == "Theo"
    both = [title, "Saltmere Infirmary - Mother: Kayleigh"]
    assert find_record_of(both, "", "hospital", CASE)[0] == ""


def test_the_heads_of_a_list_of_who_came_name_no_agency(tmp_path: Path) -> None:
    people = table(row("Name", "Agency", "Role"), row("G Okoro", "Social care", "SW"))
    events = table(row("Date", "Event"), row("12/03/2021", "Referral"), row("13/03/2021", "Visit"))
    path = tmp_path / "housing.docx"
    document(path, events, paragraph("Present"), people)
    assert {entry.agency for entry in merge([path]).entries} == {"Housing"}


@pytest.mark.parametrize(
    ("name", "text", "who"),
    [
        ("log.csv", "Pupil,Theo Marlowe\nDate,Concern\n12/03/2021,Late\n", "Theo"),
        ("log.txt", "Pupil: Theo Marlowe\n1/3/2021 - A\n2/3/2021 - B\n3/3/2021 - C\n", "Theo"),
        ("two.txt", "THEO\n1/3/2021 - A\n2/3/2021 - B\n\nRUBY\n3/3/2021 - C\n", ""),
        ("daily.csv", "Foster carer daily log\nDate,Concern\n12/03/2021,Late\n", ""),
    ],
)
def test_a_pupils_name_over_all_of_a_table_or_list_says_whose_record_it_is(
    tmp_path: Path, name: str, text: str, who: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert merge([path], CASE).submissions[0].record_of == who
