"""case.toml: what does not fit is named with its remedy, and nothing is ignored silently."""

import json
from pathlib import Path

import pytest

from caseweave.case.case_file import read_settings
from caseweave.case_folder import read_case
from chronology import merge
from chronology.exporters.data import write
from chronology.findings import CaseweaveError
from chronology.model import Case
from chronology.review.earlier_json import from_data


def case_of(folder: Path, told: str) -> Case:
    (folder / "submissions").mkdir(exist_ok=True)
    (folder / "submissions" / "gp.csv").write_text("Date,Event\n1/2/2021,A\n", "utf-8")
    (folder / "case.toml").write_text(told, "utf-8")
    return read_case(folder)[0]


def test_one_name_may_stand_without_brackets(tmp_path: Path) -> None:
    case = case_of(tmp_path, "[[children]]\nlabel = 'A'\nnames = 'Theo Marl'\n")
    assert case.children[0].names == ("Theo Marl",)


@pytest.mark.parametrize(
    ("told", "said", "remedy"),
    [
        ("[review]\nfrom = 'soon'\n", "[review] from = 'soon' is not right", "a date, such as"),
        (
            "[review]\nfrom = 2021-01-01\nto = 2020-01-01\n",
            "[review] from 2021-01-01 comes after",
            "exchange",
        ),
        (
            "[[periods]]\nname = 'After'\nfrom = 2021-01-01\nto = 2020-01-01\n",
            "[[periods]] 'After' from 2021-01-01 comes after",
            "exchange",
        ),
        ("review = 3\n", "review is not a section", "Write [review]"),
        ("[children]\nlabel = 'Theo'\n", "'children' is not a list", "[[children]]"),
        ("[[children]]\nborn = 2017-01-01\n", "[[children]] number 1 has no label", "label ="),
        ("[[children]]\nlabel = 'A'\nsubject = 'yes'\n", "subject = 'yes'", "true or false"),
        ("[[children]]\nlabel = 'A'\nnames = [1]\n", "names = [1]", "each name in"),
        ("[[children]]\nlabel = 'A'\nnames = 'A, B'\n", "names = 'A, B'", '["Theo", "TH"]'),
        ("[[people]]\nlabel = 'A'\nnames = 'A and B'\n", "names = 'A and B'", '["Theo", "TH"]'),
        ("[[submissions]]\nagency = 'GP'\n", "number 1 has no file", "file ="),
        (
            "[[submissions]]\nfile = 'gp.csv'\ncovers = [2021-01-01]\n",
            "covers = [2021-01-01]",
            "two dates",
        ),
        (
            "[[submissions]]\nfile = 'gp.csv'\nrecord_of = 'aunt'\n",
            "record_of = 'aunt' of gp.csv",
            "mother",
        ),
        (
            "[[submissions]]\nfile = 'gp.csv'\ncolumns = { 'Seen?' = 'sighted' }\n",
            "'Seen?' = 'sighted' is not a field",
            "child_seen",
        ),
        (
            "[[submissions]]\nfile = 'gp.csv'\nsheets = { M = 3 }\n",
            "sheets = { 'M' = 3 }",
            "by name",
        ),
        ("[[children]]\nlabel = 'A'\nsex = 'W'\n", "sex = 'W'", '"female" or "male"'),
        ("[review\n", "line 1 is not understood", "Correct that line"),
        (
            "[review]\nfrom = 01/11/2021\n",
            "line 2 is not understood (from)",
            "Write the day as 2021-03-04",
        ),
        ("[[children]]\nlabel = Child B\n", "line 2 is not understood", "in quotation marks"),
        ("[[children]]\nlabel = \u201cA\u201d\n", "line 2 is not understood", "not curly ones"),
        ("[[children]]\nlabel = 'A'\nsubject = yes\n", "line 3", "Write true or false"),
        ("[children]\nlabel = 'A'\n[[children]]\n", "line 3", "double brackets each time"),
        ("[review]\nfrom = 2021-02-30\n", "line 2", "a day that there is"),
        ("[review]\n[agencies]\n[review]\n", "line 3", "there already"),
        ("[review]\nfrom = 2021-02-03\nfrom = 2021-02-04\n", "line 3", "there already"),
        ('[[children]]\nlabel = "A"\nnames = ["B" "C"]\n', "line 3", "a comma between"),
        ('[[children]]\nlabel = "A\n', "line 2", "quotation mark is missing"),
        ('[[submissions]]\nfile = "C:\\gp.csv"\n', "line 2", "Write / or two"),
        ("{\\rtf1 [review]}", "not saved as UTF-8 text", "plain text"),
        ("[\0r\0e\0v\0", "not saved as UTF-8 text", "plain text"),
        (
            "[[submissions]]\nfile = 'gp.csv'\ncovers = [2021-03-01, 2021-01-01]\n",
            "covers = [2021-03-01, 2021-01-01]",
            "the earlier first",
        ),
    ],
)
def test_a_setting_of_the_wrong_shape_is_named_with_what_to_write(
    tmp_path: Path, told: str, said: str, remedy: str
) -> None:
    with pytest.raises(CaseweaveError) as problem:
        case_of(tmp_path, told)
    assert said in problem.value.message
    assert remedy in problem.value.remedy


A, B = "[[children]]\nlabel = 'A'\n", "[[children]]\nlabel = 'B'\n"
GP = "[[submissions]]\nfile = 'gp.csv'\n"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (A + A, "'A' is the label or a name of two children"),
        (A + "[[children]]\nlabel = 'a '\n", "is the label or a name of two children"),
        (
            A + "names = ['Theo M']\n" + B + "names = ['theo  m']\n",
            "'Theo M' is the label or a name",
        ),
        (A + "born = 2021-03-01\ndied = 2020-03-01\n", "before the birth on 01/03/2021"),
        (GP + GP, "2 blocks of [[submissions]] are about gp.csv"),
        (GP + "supersedes = 'gp.csv'\n", "gp.csv is replaced by gp.csv"),
        (
            GP + "supersedes = 'old.csv'\n[[submissions]]\nfile = 'old.csv'\n"
            "supersedes = 'submissions/gp.csv'\n",
            "old.csv is replaced by gp.csv is replaced by old.csv",
        ),
    ],
)
def test_a_case_file_that_contradicts_itself_is_refused_before_a_row_is_lost(
    tmp_path: Path, told: str, said: str
) -> None:
    with pytest.raises(CaseweaveError) as problem:
        case_of(tmp_path, told)
    assert said in problem.value.message
    assert problem.value.remedy


def test_a_file_may_be_replaced_by_one_that_is_replaced_in_turn(tmp_path: Path) -> None:
    case = case_of(
        tmp_path,
        A + GP + "supersedes = 'b.csv'\n[[submissions]]\nfile = 'b.csv'\nsupersedes = 'c.csv'\n",
    )
    assert [d.supersedes for d in case.declared] == [("b.csv",), ("c.csv",)]


@pytest.mark.parametrize(
    ("named", "called", "remedy"),
    [
        ("review", "review/case.toml.txt", "It holds case.toml.txt: give that file the name"),
        ("review/submissions", "review/case.toml", "Name the case folder above it: review."),
        (".", "review/case.toml", "Name the case folder in it: review."),
        ("review", "review/notes.txt", "caseweave new"),
    ],
)
def test_where_the_case_file_is_not_the_message_says_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, called: str, remedy: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "review" / "submissions").mkdir(parents=True)
    (tmp_path / called).write_text(A, encoding="utf-8")
    with pytest.raises(CaseweaveError) as problem:
        read_case(Path(named))
    assert remedy in problem.value.remedy


def test_an_unknown_setting_is_a_finding_that_names_the_nearest_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    case = case_of(
        tmp_path,
        A + "[[submissions]]\nfile = 'gp.csv'\nswaped_dates = true\nagency = 'GP'\n[reviews]\n",
    )
    assert [f.message for f in case.findings] == [
        "'reviews' is no setting; it was not used. Perhaps review is meant.",
        "[[submissions]] number 1 'swaped_dates' is no setting; it was not used. "
        "Perhaps swapped_dates is meant.",
    ]
    assert case.declared[0].agency == "GP"


def test_an_only_child_is_the_subject_without_being_called_so(tmp_path: Path) -> None:
    assert case_of(tmp_path, "[[children]]\nlabel = 'Theo'\n").children[0].subject


def test_the_sex_of_a_child_is_kept_in_the_open_data_form_too(tmp_path: Path) -> None:
    told = "[[children]]\nlabel = 'Theo'\nsex = 'male'\n[[children]]\nlabel = 'Ruby'\n"
    case = case_of(tmp_path, told)
    assert [c.sex for c in case.children] == ["M", ""]
    write(merge([tmp_path / "submissions" / "gp.csv"], case), tmp_path / "case.json")
    kept = from_data(json.loads((tmp_path / "case.json").read_text("utf-8")), "case.json")
    assert [c.sex for c in kept.case.children] == ["M", ""]


@pytest.mark.parametrize(
    ("theo", "ruby", "subjects"),
    [
        ("", "", ["Theo", "Ruby"]),
        ("", "subject = false", ["Theo"]),
        ("", "subject = true", ["Ruby"]),
        ("subject = false", "subject = false", []),
    ],
)
def test_where_no_child_is_marked_those_left_open_are_the_subjects(
    tmp_path: Path, theo: str, ruby: str, subjects: list[str]
) -> None:
    told = f"[[children]]\nlabel = 'Theo'\n{theo}\n[[children]]\nlabel = 'Ruby'\n{ruby}\n"
    assert [c.label for c in case_of(tmp_path, told).children if c.subject] == subjects


def test_a_column_may_be_declared_for_one_child_and_a_record_for_a_sibling(tmp_path: Path) -> None:
    case = case_of(
        tmp_path,
        "[[children]]\nlabel = 'Theo'\nsubject = true\n[[children]]\nlabel = 'Ruby'\n"
        "[[submissions]]\nfile = 'C:\\\\case\\\\gp.csv'\nrecord_of = 'ruby'\n"
        "columns = { 'T?' = 'child_seen:theo' }\nsheets = { Mum = 'mother' }\n",
    )
    declared = case.declared[0]
    assert (declared.file, declared.record_of) == ("gp.csv", "Ruby")
    assert declared.columns == {"T?": "child_seen:Theo"}
    assert declared.sheets == {"Mum": "mother"}


@pytest.mark.parametrize("said", ["['Theo', 'ruby']", "'Theo and Ruby'"])
def test_a_record_may_be_of_several_children_of_whom_an_unnamed_seen_says_nothing(
    tmp_path: Path, said: str
) -> None:
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions" / "hv.csv").write_text(
        "Date,Event\n12/03/2021,Home visit. Seen and well.\n13/03/2021,Home visit. Theo seen.\n",
        encoding="utf-8",
    )
    case = case_of(
        tmp_path,
        "[[children]]\nlabel = 'Theo'\nsubject = true\n[[children]]\nlabel = 'Ruby'\n"
        f"[[submissions]]\nfile = 'hv.csv'\nrecord_of = {said}\n",
    )
    assert case.declared[0].record_of == "Theo, Ruby"
    woven = merge([tmp_path / "submissions" / "hv.csv"], case)
    assert [(e.seen["Theo"].value, e.seen["Ruby"].value) for e in woven.entries] == [
        ("not_recorded", "not_recorded"),
        ("seen", "not_recorded"),
    ]
    assert "record-of-undeclared" not in {finding.code for finding in woven.findings}


def test_a_file_that_the_case_speaks_of_but_is_not_there_is_a_finding(tmp_path: Path) -> None:
    told = "[[submissions]]\nfile = 'police.xlsx'\nsupersedes = 'old.xlsx'\n"
    case = case_of(tmp_path, A + told)
    assert [(f.code, f.file) for f in case.findings] == [
        ("submission-not-found", "police.xlsx"),
        ("submission-not-found", "old.xlsx"),
    ]


def test_a_case_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CaseweaveError, match="there is no such folder"):
        read_settings(tmp_path / "reveiw" / "case.toml")


def test_a_missing_case_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CaseweaveError) as problem:
        read_settings(tmp_path / "case.toml")
    assert "caseweave new" in problem.value.remedy


def test_names_with_accents_are_known_without_them_too(tmp_path: Path) -> None:
    told = "[[children]]\nlabel = 'Siôn'\nnames = ['Siôn Wójcik']\n[[people]]\nlabel = 'Łucja'\n"
    case = case_of(tmp_path, told)
    assert case.children[0].names == ("Siôn Wójcik", "Sion", "Sion Wojcik")
    assert case.people[0].names == ("Lucja",)
