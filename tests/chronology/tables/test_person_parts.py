"""A sheet in parts, one for each child: whom a row alone says that those below it are about."""

from pathlib import Path

import openpyxl
import pytest

from chronology import merge
from chronology.model import Case, Child, Chronology, Declared, Person

CASE = Case(
    children=(
        Child(label="Theo", names=("Theo Marlowe",), subject=True),
        Child(label="Ruby", names=("Ruby Marlowe",)),
    ),
    people=(Person(label="Mother", names=("Kayleigh Marlowe",), role="mother"),),
)


def read(folder: Path, text: str, record_of: str = "") -> Chronology:
    path = folder / "clinic.csv"
    path.write_text(text, "utf-8")
    declared = (Declared(file="clinic.csv", record_of=record_of),)
    return merge([path], Case(children=CASE.children, people=CASE.people, declared=declared))


def seen(woven: Chronology) -> dict[int, str]:
    """For each row who is stated as seen."""
    return {
        e.at.row: " ".join(who for who, s in e.seen.items() if s.value.startswith("seen"))
        for e in woven.entries
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Theo Marlowe", "Ruby Marlowe"),
        ("Child: Theo", "Child: Ruby"),
        ("Pupil:,Theo Marlowe", "Pupil:,Ruby Ann Marlowe"),
        ("Records of Theo Marlowe (DOB 20/05/2017)", "Records of Ruby Marlowe (DOB 03/02/2014)"),
        ('"MARLOWE, Theo"', '"MARLOWE, Ruby"'),
        ("Theo's records", "Ruby's records"),
        ("Child 1: Theo Marlowe (DOB 20/05/2017)", "Child 2: Ruby Marlowe (DOB 03/02/2014)"),
        ("Patient: Theo Marlowe,DOB: 20/05/2017", "Patient: Ruby Marlowe,DOB: 03/02/2014"),
        (
            "Name,Theo Marlowe,DOB,20/05/2017,NHS No,1",
            "Name,Ruby Marlowe,Date of birth,03/02/2014,NHS No,2",
        ),
        ("Theo Marlowe,20/05/2017,1", '"MARLOWE, Ruby (Miss)",03-Feb-2014,999 000 0002'),
        ("Re: Theo Marlowe", "Re: his half-sister Ruby"),
        ("Theo", "Entries about his sister Ruby Marlowe"),
        ("Theo", "Health visiting - Ruby"),
        ("Chronology: Theo Marlowe", "Chronology: Ruby Marlowe"),
        ("Integrated chronology - Theo", "Integrated chronology - Ruby"),
    ],
)
def test_a_yes_below_another_childs_name_is_not_that_of_the_child_above(
    tmp_path: Path, first: str, second: str
) -> None:
    head = "Date,Event,Child seen\n"
    woven = read(tmp_path, f"{first}\n{head}1/1/2021,A,Yes\n{second}\n{head}2/1/2021,B,Yes\n")
    assert seen(woven) == {3: "Theo", 6: "Ruby"}
    assert [f.row for f in woven.findings if f.code == "subject-carried-down"] == [4]


def test_names_alone_under_one_heading_say_whom_the_rows_below_are_about(tmp_path: Path) -> None:
    text = "Date,Event,Child seen\nTheo,,\n1/1/2021,A,Yes\nRuby,,\n2/1/2021,B,Yes\n"
    for record_of in ("", "child", "household"):
        woven = read(tmp_path, text, record_of)
        assert seen(woven) == {3: "Theo", 5: "Ruby"}
        assert [a.reason for a in woven.submissions[0].sheets[0].set_aside] == [
            "heading", "band", "band",
        ]  # fmt: skip


def test_words_under_the_event_that_name_another_child_begin_no_part(tmp_path: Path) -> None:
    head = "Date,Event,Child seen\n"
    text = f"{head}1/1/2021,A,Yes\n,Told of by sister Ruby,\n{head}2/1/2021,B,Yes\n"
    assert seen(read(tmp_path, text, "child")) == {2: "Theo", 3: "", 5: "Theo"}


@pytest.mark.parametrize(
    "words",
    [
        "Before Ruby's birth",
        "Events after the birth of Ruby",
        "Call from Ruby's school",
        "Strategy meeting re Ruby",
        "Social worker: Ruby Jones",
        "Prepared by: Ruby Marlowe",
        "Page 2 - Theo and Ruby Marlowe",
    ],
)
def test_a_title_that_names_another_child_in_passing_begins_no_part(
    tmp_path: Path, words: str
) -> None:
    head = "Date,Event,Child seen\n"
    text = f"Theo\n{head}1/1/2021,A,Yes\n{words}\n{head}2/1/2021,B,Yes\n"
    woven = read(tmp_path, text)
    assert {row: who for row, who in seen(woven).items() if who} == {3: "Theo", 6: "Theo"}


def test_entries_about_his_mother_show_no_child(tmp_path: Path) -> None:
    head = "Date,Event,Child seen\n"
    text = f"Theo\n{head}1/1/2021,A,Yes\nEntries about his mother\n{head}2/1/2021,B,Yes\n"
    assert seen(read(tmp_path, text)) == {3: "Theo", 6: ""}


@pytest.mark.parametrize("heading", ["NHS No", "DOB", "Year", "Time"])
def test_a_row_with_a_childs_name_and_number_before_its_date_is_an_entry(
    tmp_path: Path, heading: str
) -> None:
    cell = {"DOB": "03/02/2014", "Time": "10.30"}.get(heading, "5")
    rows = (f"{who},{cell},{day}/1/2021,A,Yes\n" for day, who in enumerate(("Theo", "Ruby"), 1))
    head = f"Child,{heading},Date,Event,Child seen\n"
    woven = read(tmp_path, f"{head}{''.join(rows)}{head}Theo,{cell},3/1/2021,A,Yes\n")
    assert seen(woven) == {2: "Theo", 3: "Ruby", 5: "Theo"}


def test_a_row_that_labels_its_child_and_has_a_month_for_a_date_is_an_entry(
    tmp_path: Path,
) -> None:
    rows = "Child: Theo,5,1/1/2021,A,Yes\nChild: Ruby,6,March 2021,B,Yes\n"
    woven = read(tmp_path, f"Subject,Ref,Date,Event,Child seen\n{rows}", "child")
    assert seen(woven) == {2: "Theo", 3: "Ruby"}


def test_a_row_merged_across_that_tells_of_a_child_of_an_age_is_an_entry(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    told = "Ruby aged 3 was seen at home with a graze on her knee and said she fell"
    for cells in (
        ["Theo Marlowe"], ["Date", "Event", "Child seen"], ["1/1/2021", "A", "Yes"],
        [told], ["2/1/2021", "B", "Yes"],
    ):  # fmt: skip
        made.active.append(cells)
    made.active.merge_cells("A4:C4")
    made.save(tmp_path / "clinic.xlsx")
    woven = merge([tmp_path / "clinic.xlsx"], CASE)
    assert told in {e.event for e in woven.entries}
    assert seen(woven)[5] == "Theo"


def test_a_part_of_a_childs_record_about_the_mother_shows_no_child(tmp_path: Path) -> None:
    text = "Date,Event,Seen\n1/1/2021,A,Yes\nKayleigh Marlowe,,\n2/1/2021,Clinic,Yes\n"
    assert seen(read(tmp_path, text, "child")) == {2: "Theo", 4: ""}


def test_the_childs_own_name_on_every_page_changes_nothing(tmp_path: Path) -> None:
    text = "Child: Theo\nDate,Event,Seen\n1/1/2021,A,Yes\nChild: Theo\n2/1/2021,B,Yes\n"
    woven = read(tmp_path, text)
    assert seen(woven) == {3: "Theo", 5: "Theo"}
    assert "subject-carried-down" not in {f.code for f in woven.findings}


def test_words_that_say_more_than_a_name_are_an_entry_and_no_heading(tmp_path: Path) -> None:
    text = "Date,Event,Seen\n1/1/2021,A,Yes\nRuby asleep,,\nMother: rang,,\n2/1/2021,B,Yes\n"
    woven = read(tmp_path, text, "child")
    assert {e.at.row for e in woven.entries} == {2, 3, 4, 5}
    assert seen(woven)[5] == "Theo"


def test_a_part_about_somebody_of_whom_the_case_knows_nothing_shows_no_child(
    tmp_path: Path,
) -> None:
    head = "Date,Event,Child seen\n"
    text = f"Pupil: Theo\n{head}1/1/2021,A,Yes\nPupil: Jordan Reed\n{head}2/1/2021,B,Yes\n"
    assert seen(read(tmp_path, text)) == {3: "Theo", 6: ""}


def book(folder: Path, *sheets: str, record_of: str = "child") -> Chronology:
    """A child's file with one contact and a Yes on each of its sheets."""
    made = openpyxl.Workbook()
    for name in sheets:
        sheet = made.create_sheet(name)
        sheet.append(["Date", "Event", "Child seen"])
        sheet.append(["1/1/2021", "Attended surgery, seen.", "Yes"])
    made.remove(made.worksheets[0])
    made.save(folder / "clinic.xlsx")
    declared = (Declared(file="clinic.xlsx", record_of=record_of),)
    case = Case(children=CASE.children, people=CASE.people, declared=declared)
    return merge([folder / "clinic.xlsx"], case)


def by_sheet(woven: Chronology) -> dict[str, list[str]]:
    return {e.at.sheet: [c for c, s in e.seen.items() if s.value == "seen"] for e in woven.entries}


def test_a_childs_file_with_a_sheet_of_another_child_is_not_all_that_childs(
    tmp_path: Path,
) -> None:
    woven = book(tmp_path, "Theo", "Ruby")
    assert by_sheet(woven) == {"Theo": ["Theo"], "Ruby": ["Ruby"]}
    assert [f.sheet for f in woven.findings if f.code == "record-of-by-title"] == ["Ruby"]


@pytest.mark.parametrize(
    ("sheet", "whose"),
    [
        ("Mother", "the mother's"),
        ("Kayleigh Marlowe", "the mother's"),
        ("Theo's dad", "the father's"),
        ("Grandmother of Theo", "another person's"),
        ("Sheila Marlowe", "another person's"),
        ("MARLOWE, Sheila", "another person's"),
        ("KAYLEIGH", "the mother's"),
        ("KM", "the mother's"),
        ("Sibs", "another person's"),
        ("Child 2", "another person's"),
        ("Nan", "another person's"),
        ("Both parents", "another person's"),
        ("Stepdad", "another person's"),
        ("MGM", "another person's"),
    ],
)
def test_a_sheet_of_a_grown_person_in_a_childs_file_shows_no_child(
    tmp_path: Path, sheet: str, whose: str
) -> None:
    woven = book(tmp_path, "Theo", sheet)
    assert by_sheet(woven) == {"Theo": ["Theo"], sheet: []}
    [said] = [f for f in woven.findings if f.code == "record-of-by-title"]
    assert (said.sheet, said.message) == (
        sheet, f"The sheet's name says '{sheet}': read as {whose} record.",
    )  # fmt: skip


@pytest.mark.parametrize("sheet", ["RM", "R.M.", "RUBY M"])
def test_a_sheet_named_by_a_childs_initials_is_that_childs(tmp_path: Path, sheet: str) -> None:
    assert by_sheet(book(tmp_path, "TM", sheet)) == {"TM": ["Theo"], sheet: ["Ruby"]}


@pytest.mark.parametrize(
    "sheet",
    [
        "Sheet2",
        "Marlowe Family",
        "2021",
        "Home visits",
        "Theo 2",
        "Contact with mum",
        "Calls to dad",
    ],
)
def test_a_sheet_named_after_nobody_else_stays_the_childs(tmp_path: Path, sheet: str) -> None:
    assert by_sheet(book(tmp_path, "Theo", sheet)) == {"Theo": ["Theo"], sheet: ["Theo"]}


def test_a_name_over_the_headings_of_several_pages_is_said_once_and_counts_on_each(
    tmp_path: Path,
) -> None:
    pages = (
        f"LOG,,Page {n} of 4\nPupil: {who},,\nDate,Event,Seen\n{n}/1/2021,A,Yes\n"
        for n, who in enumerate(("Theo", "Theo", "Ruby", "Ruby"), 1)
    )
    woven = read(tmp_path, "".join(pages))
    assert seen(woven) == {4: "Theo", 8: "Theo", 12: "Ruby", 16: "Ruby"}
    assert [f.row for f in woven.findings if f.code == "subject-carried-down"] == [10]


def test_a_name_over_a_group_of_columns_is_no_title(tmp_path: Path) -> None:
    text = ",,Mother,\nDate,Event,Present,Child seen\n1/1/2021,Visit,Yes,Yes\n"
    assert seen(read(tmp_path, text, "child")) == {3: "Theo"}


def test_a_sheet_of_one_child_in_a_file_of_several_is_that_childs(tmp_path: Path) -> None:
    woven = book(tmp_path, "Theo", "Ruby", "Mother", "Sheet4", record_of="Theo, Ruby")
    assert by_sheet(woven) == {"Theo": ["Theo"], "Ruby": ["Ruby"], "Mother": [], "Sheet4": []}
