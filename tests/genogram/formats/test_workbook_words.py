"""The words in the cells of the family workbook, and what they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

import genogram
from genogram.formats.data import from_data, to_data
from genogram.model import LinkKind, Pregnancy, UnionKind
from genogram.view.describing import tie_note
from tests.genogram.familyworkbook import SHEETS, workbook


def test_an_age_under_born_is_kept_as_a_label_and_is_no_date(tmp_path: Path) -> None:
    ages = ["4 yrs", "aged 61", "27", "60s", "30-40", "27?", "about 1985", "04/03/2021", "03-15"]
    people = [["Id", "Born"], *([f"person {n}", age] for n, age in enumerate(ages))]
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", {"People": people}))
    assert [p.labels for p in family.persons] == [
        ("age as given: 4 yrs",),
        ("age as given: aged 61",),
        ("given under Born: 27",),
        ("given under Born: 60s",),
        ("given under Born: 30-40",),
        ("given under Born: 27?",),
        *[()] * 3,
    ]
    assert [p.born is None for p in family.persons] == [True] * 6 + [False] * 3
    assert [f.row for f in findings if f.code == "age-for-birth"] == [2, 3, 4, 5, 6, 7]


def test_the_weeks_of_a_pregnancy_under_born_are_no_age(tmp_path: Path) -> None:
    people = [["Id", "Born", "Pregnancy"], ["bump", "20 weeks", "unborn"]]
    family, _ = genogram.read(workbook(tmp_path / "family.xlsx", {"People": people}))
    assert family.persons[0].labels == ("given under Born: 20 weeks",)


@pytest.mark.parametrize(
    "told", ["Sexual abuse", "Physical abuse", "Emotional abuse", "coercive control", "Neglect"]
)
def test_a_kind_of_abuse_is_read_as_violence_in_the_words_of_the_record(
    tmp_path: Path, told: str
) -> None:
    ties = [["Person 1", "Person 2", "Kind"], ["dad", "kid", told], ["dad", "mum", "Violence"]]
    path = workbook(tmp_path / "family.xlsx", SHEETS | {"Relationships": ties})
    family = genogram.read(path)[0]
    assert [(r.kind.value, r.words) for r in family.relationships] == [
        ("violence", told),
        ("violence", ""),
    ]
    note = tie_note(family, family.relationships[0])
    assert note.startswith(f"{told[0].upper()}{told[1:]}, Al Sample to Sam Sample:")
    for suffix in (".xlsx", ".ged"):
        genogram.write(family, tmp_path / f"again{suffix}")
        again = genogram.read(tmp_path / f"again{suffix}")[0]
        assert [r.words for r in again.relationships] == [told, ""]
    assert from_data({"family": to_data(family)}, "again.json")[0].relationships[0].words == told


def test_zygosity_is_read_from_the_usual_words(tmp_path: Path) -> None:
    told = {"Identical": True, "non-identical": False, "Fraternal": False, "N/K": None, "": None}
    people = [["Id", "Twin", "Zygosity"], *([f"p{n}", "a", word] for n, word in enumerate(told))]
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", {"People": people}))
    assert [p.identical for p in family.persons] == list(told.values())
    assert "zygosity-not-known" not in {f.code for f in findings}


def test_a_word_that_is_not_known_is_a_finding_with_its_row(tmp_path: Path) -> None:
    sheets = SHEETS | {"Partnerships": [SHEETS["Partnerships"][0], ["u1", "mum", "dad", "engagd"]]}
    _, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    found = next(f for f in findings if f.code == "kind-not-known")
    assert (found.sheet, found.row) == ("Partnerships", 2)
    assert "engagd" in found.message


@pytest.mark.parametrize(
    ("told", "text", "asked"),
    [
        ("No", None, 0),
        ("Alive", None, 0),
        ("Yes", "date not recorded", 0),
        ("Deceased", "date not recorded", 0),
        ("2019", "2019", 0),
        ("N/K", "N/K", 1),
    ],
)
def test_nobody_is_drawn_as_died_because_a_cell_says_no(
    tmp_path: Path, told: str, text: str | None, asked: int
) -> None:
    sheets = {"People": [["Id", "Name", "Deceased"], ["k", "Kit", told]]}
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    died = family.persons[0].died
    assert (died and died.text) == text
    assert [f.code for f in findings].count("death-unclear") == asked


def test_a_birth_that_is_still_to_come_makes_an_unborn_baby(tmp_path: Path) -> None:
    rows = [["Id", "Name", "DOB"], ["b", "Baby", "EDD 03/02/2025"], ["k", "Kit", "3/2/2015 (9)"]]
    family, _ = genogram.read(workbook(tmp_path / "family.xlsx", {"People": rows}))
    assert [p.pregnancy for p in family.persons] == [Pregnancy.UNBORN, None]
    assert [str(p.born and p.born.start) for p in family.persons] == ["2025-02-03", "2015-02-03"]


def test_other_usual_words_for_kinds_are_known_and_a_question_mark_is_not_birth(
    tmp_path: Path,
) -> None:
    sheets = {
        "People": [["Id", "Name"], ["k", "Kit"], ["j", "Jo"], ["p", "Pat"], ["q", "Quin"]],
        "Partnerships": [
            ["Id", "Partner 1", "Partner 2", "Kind"],
            ["u", "j", "p", "Ex-partners"],
            ["v", "j", "q", "One night stand"],
            ["w", "k", "q", "married?"],
            ["x", "k", "p", "Paramour"],
        ],
        "Parents": [["Child", "Union", "Kind"], ["k", "v", "?"]],
        "Relationships": [["Person 1", "Person 2", "Kind"], ["p", "j", "DV"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    kinds = [UnionKind.SEPARATED, UnionKind.BRIEF, UnionKind.MARRIED, UnionKind.UNKNOWN]
    assert [u.kind for u in family.unions] == kinds
    assert [k.kind for k in family.parents] == [LinkKind.UNKNOWN]
    assert [r.kind.value for r in family.relationships] == ["violence"]
    (asked,) = [f.message for f in findings if f.code == "kind-not-known"]
    assert asked == "'married?' was read as married, without the question mark."


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("step-child", LinkKind.STEP),
        ("Step son", LinkKind.STEP),
        ("Bio", LinkKind.BIRTH),
        ("Foster-placement", LinkKind.FOSTER),
        ("Special Guardianship Order", LinkKind.GUARDIAN),
        ("Not confirmed", LinkKind.DISPUTED),
        ("", LinkKind.BIRTH),
        ("godson", LinkKind.UNKNOWN),
    ],
)
def test_only_a_child_said_to_be_so_is_a_child_by_birth(
    tmp_path: Path, told: str, kind: LinkKind
) -> None:
    sheets = {
        "People": [["Id", "Name"], ["k", "Kit"], ["j", "Jo"]],
        "Parents": [["Child", "Parents", "Kind"], ["k", "j", told]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert [k.kind for k in family.parents] == [kind]
    asked = [f.message for f in findings if f.code == "kind-not-known"]
    godson = "'godson' is not a known kind; read as unknown."
    assert asked == ([godson] if told == "godson" else [])


def test_hyphens_and_spaces_make_no_difference_and_a_relationship_is_not_a_brief_one(
    tmp_path: Path,
) -> None:
    told = ("ex partners", "Co-habiting", "relationship", "Civil union", "one-night stand")
    sheets = {
        "People": [["Id", "Name"], ["j", "Jo"], *[[f"p{n}", f"P{n}"] for n in range(5)]],
        "Partnerships": [
            ["Partner 1", "Partner 2", "Kind"],
            *[["j", f"p{n}", kind] for n, kind in enumerate(told)],
        ],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    kinds = ["separated", "cohabiting", "unknown", "married", "brief"]
    assert [u.kind.value for u in family.unions] == kinds
    assert "kind-not-known" not in {f.code for f in findings}


def test_one_address_is_one_home_and_present_is_no_end(tmp_path: Path) -> None:
    sheets = {
        "People": [["Id", "Name"], ["k", "Kit"], ["j", "Jo  Sample"], ["p", "Pat"]],
        "Parents": [["Child", "Parents"], ["k", "Jo Sample and Pat"]],
        "Households": [
            ["Address", "Person", "From", "To"],
            ["1 Sample Rd", "k", "2020", "present"],
            ["1 Sample Rd.", "Jo Sample", "2020", "Ongoing"],
            ["1 sample rd", "p", "2020", "2021"],
        ],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    (home,) = family.households
    ends = [(m.person, m.end and m.end.text) for m in home.members]
    assert ends == [("k", None), ("j", None), ("p", "2021")]
    assert {f.code for f in findings} <= {"person-by-name", "no-subject-child"}


def test_words_that_repeat_the_heading_before_a_date_are_no_part_of_it(tmp_path: Path) -> None:
    rows = [["a", "b. 1990", "d. 2019"], ["b", "DOB: 3/4/1991", "died in March 2011"]]
    rows += [["c", "Born 1950", "d. 1999?"], ["d", "d. 1950", "before 2010"]]
    sheets = {"People": [["Id", "Born", "Died"], *rows]}
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    born = [str(p.born and p.born.start) for p in family.persons]
    died = [str(p.died and p.died.start) for p in family.persons]
    assert born == ["1990-01-01", "1991-04-03", "1950-01-01", "None"]  # a death is no birth
    assert died == ["2019-01-01", "2011-03-01", "1999-01-01", "None"]
    assert [f.row for f in findings if f.code == "date-not-read"] == [5]


@pytest.mark.parametrize(
    ("told", "sex", "labels"),
    [
        ("F", "F", []),
        ("not known", "U", []),
        ("Trans man", "M", ["sex as given: Trans man"]),
        ("Female (trans)", "F", ["sex as given: Female (trans)"]),
        ("MTF", "F", ["sex as given: MTF"]),
        ("non binary", "X", ["sex as given: non binary"]),
        ("two-spirit", "U", ["sex as given: two-spirit"]),
    ],
)
def test_a_gender_is_drawn_as_recorded_and_its_words_are_kept(
    tmp_path: Path, told: str, sex: str, labels: list[str]
) -> None:
    sheets = {"People": [["Id", "Name", "Sex"], ["a", "Alex Sample", told]]}
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    (person,) = family.persons
    assert (person.sex.value, list(person.labels)) == (sex, labels)
    assert ("sex-not-known" in {f.code for f in findings}) is (told == "two-spirit")


def test_a_kind_that_is_misspelt_by_a_letter_is_read_and_said(tmp_path: Path) -> None:
    sheets = {
        "People": [["Id", "Name"], ["mum", "Jo"], ["dad", "Al"], ["kid", "Kit"]],
        "Partnerships": [
            ["Id", "Partner 1", "Partner 2", "Kind"],
            ["u", "mum", "dad", "Seperated"],
        ],
        "Parents": [["Child", "Union", "Kind"], ["kid", "u", "addopted"], ["kid", "mum", "parent"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert family.unions[0].kind.value == "separated"
    assert [k.kind.value for k in family.parents] == ["adopted", "unknown"]
    assert [f.message for f in findings if f.code == "kind-not-known"] == [
        "'Seperated' is not a known kind; read as separated, which is spelt like it.",
        "'addopted' is not a known kind; read as adopted, which is spelt like it.",
        "'parent' is not a known kind; read as unknown.",
    ]
