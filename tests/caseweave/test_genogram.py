"""`caseweave genogram` from the command line: what is shown, two days, several sheets."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from caseweave.cli import caseweave
from caseweave.new import make_case
from chronology.findings import CaseweaveError

CASE = Path(__file__).parents[2] / "examples" / "harbour-lane"
DAYS = ("--compare", "2022-01-01", "18/10/2024")


def run(*words: str | Path) -> Result:
    told = [str(w) for w in (*words, "--effort", "0")]
    return CliRunner().invoke(caseweave, ["genogram", *told])


def ids(drawing: Path) -> set[str]:
    root = ElementTree.fromstring(drawing.read_text(encoding="utf-8"))
    return {element.get("id") or "" for element in root.iter()}


def refused(*words: str | Path) -> str:
    done = run(*words)
    assert isinstance(done.exception, CaseweaveError)
    return f"{done.exception.message} {done.exception.remedy}"


@pytest.mark.parametrize("command", ["genogram", "crosscheck"])
def test_of_the_folder_of_submissions_the_case_folder_is_named(
    command: str, tmp_path: Path
) -> None:
    (tmp_path / "case" / "submissions").mkdir(parents=True)
    (tmp_path / "case" / "case.toml").touch()
    done = CliRunner().invoke(caseweave, [command, str(tmp_path / "case" / "submissions")])
    assert isinstance(done.exception, CaseweaveError)
    assert done.exception.remedy == "Name the case folder above it: case."
    done = CliRunner().invoke(caseweave, [command, str(tmp_path / "case")])
    assert isinstance(done.exception, CaseweaveError)
    assert done.exception.remedy.startswith("Add family.xlsx")


@pytest.mark.parametrize("command", ["genogram", "crosscheck", "merge"])
def test_a_folder_given_as_a_point_is_named_where_something_is_missing(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "case").mkdir()
    monkeypatch.chdir(tmp_path / "case")
    done = CliRunner().invoke(caseweave, [command, "."])
    assert isinstance(done.exception, CaseweaveError)
    assert done.exception.message.startswith("case ")


@pytest.mark.parametrize("output", ["out.png", "out.pdf", "out.json", "out.ged"])
def test_a_family_that_names_nobody_gives_no_empty_picture(tmp_path: Path, output: str) -> None:
    make_case(tmp_path / "case")
    said = refused(tmp_path / "case", "-o", tmp_path / output)
    assert said.startswith("family.xlsx names nobody; nothing was written.")
    assert not (tmp_path / output).exists()
    assert "nobody-recorded" in run(tmp_path / "case", "--json").stdout


def test_a_day_before_everybody_was_born_gives_no_empty_picture(tmp_path: Path) -> None:
    told = {"persons": [{"id": "w", "name": "Wren", "born": "01/02/2003"}]}
    (tmp_path / "family.json").write_text(json.dumps(told), encoding="utf-8")
    said = refused(tmp_path / "family.json", "--on", "2001-01-01", "-o", tmp_path / "out.png")
    assert said.startswith("family.json names nobody who was born by 01/01/2001; nothing was")


def test_what_is_wrong_with_a_family_is_said_with_what_to_do_and_each_remedy_once(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "People"
    for row in (("Id", "Name", "Born"), ("w", "Wren", "31/02/2020"), ("t", "Teal", "30/02/2019")):
        book.active.append(row)
    book.save(tmp_path / "family.xlsx")
    error = run(tmp_path / "family.xlsx").stderr
    assert error.count("there is no such day") == 2
    assert error.count("  What to do: Ask the agency for the date.") == 1


def test_an_option_that_counts_for_nothing_without_another_is_said_to() -> None:
    error = run(CASE, "--words", "--up", "1", "--paper", "a3").stderr
    assert "--up counts only with --around; it was not used." in error
    assert "--paper counts only with --pages; it was not used." in error
    assert "counts only" not in run(CASE, "--words", "--up", "1", "--around", "ellis").stderr


def test_the_least_is_drawn_and_what_is_left_out_is_said(tmp_path: Path) -> None:
    done = run(CASE, "-o", tmp_path / "g.svg")
    assert "Not shown unless asked for with --show: relationships (4), allegations (1)." in (
        done.stderr
    )
    assert "relationship-1" not in ids(tmp_path / "g.svg")


def test_what_is_asked_for_by_list_or_again_is_drawn(tmp_path: Path) -> None:
    run(CASE, "-o", tmp_path / "g.svg", "--show", "relationships,legal", "--show", "allegations")
    lines = {
        i.partition("-from-")[0] for i in ids(tmp_path / "g.svg") if i.startswith("relationship-")
    }
    assert lines == {f"relationship-{n}" for n in range(1, 6)}


def test_an_unknown_word_is_refused_with_the_known_ones() -> None:
    assert "relationships, allegations, losses" in refused(CASE, "--show", "secrets")


def test_homes_have_numbers_in_words_too_and_addresses_when_asked_for() -> None:
    assert "Home 1: " in run(CASE, "--words").stdout
    assert "5 Ropewalk Court: " in run(CASE, "--words", "--addresses").stdout


def test_two_days_are_compared_in_words() -> None:
    lines = run(CASE, *DAYS).stdout.splitlines()
    assert lines[0] == "From 01/01/2022 to 18/10/2024, as recorded in the files given:"
    assert "- Ellis Thornback was born (9 Mar 2022)." in lines
    assert "- Maureen Thornback moved into Home 4 (24 Jun 2023)." in lines


def test_two_days_are_two_drawings_named_by_day(tmp_path: Path) -> None:
    run(CASE, *DAYS, "-o", tmp_path / "g.svg")
    files = sorted(p.name for p in tmp_path.iterdir())
    assert files == ["g-2022-01-01.svg", "g-2024-10-18.svg"]
    assert ["person-ellis" in ids(tmp_path / f) for f in files] == [False, True]


def test_two_days_as_pdf_hold_both_drawings_and_the_list(tmp_path: Path) -> None:
    run(CASE, *DAYS, "-o", tmp_path / "g.pdf")
    pages = [p.extract_text() for p in PdfReader(tmp_path / "g.pdf").pages]
    assert len(pages) == 3
    assert "01/01/2022" in pages[0]
    assert "18/10/2024" in pages[1]
    assert "Ellis Thornback was born" in pages[2]


def test_two_days_as_json_or_text_are_the_list_alone(tmp_path: Path) -> None:
    run(CASE, *DAYS, "-o", tmp_path / "g.json")
    run(CASE, *DAYS, "-o", tmp_path / "g.txt")
    told = json.loads((tmp_path / "g.json").read_text(encoding="utf-8"))
    words = [c["words"] for c in told["changes"]]
    text = (tmp_path / "g.txt").read_text(encoding="utf-8")
    assert all(f"- {w}\n" in text for w in words)
    assert len(words) > 10


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (("--compare", "2024-01-01", "2022-01-01"), "earlier one first"),
        (("--compare", "2022", "2024-01-01"), "'2022' is not one day."),
        (("--compare", "2022-01-01", "-o", "x.pdf"), "--compare needs two days"),
        ((*DAYS, "--on", "2023-01-01"), "do not go together"),
        (("--pages", "-o", "x.png"), "ends in .pdf"),
        ((*DAYS, "--pages", "-o", "x.png"), "ends in .pdf"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(words: tuple[str, ...], because: str) -> None:
    assert because in refused(CASE, *words)


def test_the_layout_form_holds_losses_though_nobody_asked(tmp_path: Path) -> None:
    family = {
        "persons": [{"id": "m"}, {"id": "s", "pregnancy": "stillbirth"}],
        "unions": [{"id": "u", "partners": ["m"]}],
        "parents": [{"child": "s", "union": "u"}],
    }
    (tmp_path / "f.json").write_text(json.dumps({"family": family}), encoding="utf-8")
    for suffix in (".json", ".svg"):
        run(tmp_path / "f.json", "-o", tmp_path / f"out{suffix}")
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [n["id"] for n in told["nodes"]] == ["m", "s"]
    assert {"person-m", "person-s"} & ids(tmp_path / "out.svg") == {"person-m"}


def test_a_few_people_asked_for_on_pages_are_one_sheet(tmp_path: Path) -> None:
    run(CASE, "--pages", "-o", tmp_path / "g.pdf")
    assert len(PdfReader(tmp_path / "g.pdf").pages) == 1


def test_people_with_the_same_initials_keep_their_numbers_in_every_drawing() -> None:
    words = ("--words", "--names", "initials")
    for day in ("2021-11-01", "2024-10-18"):
        told = run(CASE, *words, "--on", day).stdout
        assert "MT 1, female" in told  # Maisie
        assert "MT 2, female" in told  # Maureen
    assert "MT 2 moved into Home 4" in run(CASE, *DAYS, "--names", "initials").stdout
    part = run(CASE, *DAYS, "--names", "initials", "--around", "Maureen Thornback", "--down", "0")
    assert "MT 2 moved into Home 4" in part.stdout


def test_a_part_is_found_by_name_though_no_name_is_drawn() -> None:
    told = run(CASE, "--words", "--names", "roles", "--around", "Harper Wickstead").stdout
    assert "Harper" not in told
    assert "Half-sibling of M and C" in told


def test_without_names_the_heading_does_not_name_the_file_either(tmp_path: Path) -> None:
    for names, heading in (("names", "Genogram: harbour-lane"), ("roles", "Genogram")):
        run(CASE, "--names", names, "-o", tmp_path / "g.svg")
        root = ElementTree.fromstring((tmp_path / "g.svg").read_text(encoding="utf-8"))
        assert root[0].text == heading


def test_a_day_before_the_birth_of_the_subject_child_is_said(tmp_path: Path) -> None:
    said = "is not drawn: not born by 01/01/1999."
    assert said in run(CASE, "--on", "01/01/1999", "-o", tmp_path / "g.svg").stderr
    assert "is not drawn" not in run(CASE, "--on", "18/10/2024", "-o", tmp_path / "g.svg").stderr


def test_many_homes_of_a_child_are_all_in_the_words_and_the_numbers(tmp_path: Path) -> None:
    years = ("2012", "2014", "2016", "2018", "2020")
    homes = [
        {"id": f"h{n}", "members": [{"person": "kit", "from": a, "to": b}]}
        for n, (a, b) in enumerate(itertools.pairwise(years))
    ]
    family = tmp_path / "family.json"
    persons = [{"id": "kit", "name": "Kit Sample", "subject": True}]
    told = {"persons": persons, "unions": [], "parents": [], "households": homes}
    family.write_text(json.dumps({"family": told}), encoding="utf-8")
    words = run(family, "--words").output
    assert all(f"Home {n}: Kit Sample" in words for n in (1, 2, 3, 4))
    run(family, "-o", tmp_path / "layout.json")
    run(family, "-o", tmp_path / "drawing.svg")
    assert len(json.loads((tmp_path / "layout.json").read_text(encoding="utf-8"))["hh"]) == 4
    assert sum(i.startswith("household-") for i in ids(tmp_path / "drawing.svg")) == 1
