"""A family comes in whole from a workbook, from JSON and from every kind of GEDCOM."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

import genogram
from chronology.findings import Unreadable
from genogram.formats.data import from_data, to_data
from genogram.kin import kin_of
from genogram.model import LinkKind, Pregnancy, UnionKind
from genogram.undrawable import without_undrawable
from genogram.view.describing import tie_note

SHEETS = {
    "People": [
        ["Id", "Name", "Sex", "Born", "Died", "Role", "Subject child", "Pregnancy"],
        ["mum", "Jo Sample", "F", "14/03/1990", None, "Mother", None, None],
        ["dad", "Al Sample", "M", "c. 1989", None, None, None, None],
        ["kid", "Sam Sample", "Male", "March 2015", None, None, "Yes", None],
        ["bump", "Baby", None, "01/09/2021", None, None, None, "Unborn"],
    ],
    "Partnerships": [
        ["Id", "Partner 1", "Partner 2", "Kind", "From", "To"],
        ["u1", "mum", "dad", "Living together", "2012", None],
    ],
    "Parents": [
        ["Child", "Union", "Kind", "From", "To"],
        ["kid", "u1", None, None, None],
        ["bump", "mum + dad", "Birth", None, None],
        ["mum", "dad", "step", None, None],
    ],
    "Households": [
        ["Household", "Address", "Person", "From", "To"],
        ["Home 1", "1 Sample Road", "mum", "01/01/2014", None],
        ["Home 1", None, "kid", "March 2015", "05/06/2020"],
    ],
}


def workbook(path: Path, sheets: dict[str, list[list[str | None]]]) -> Path:
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(path)
    return path


def test_a_family_workbook_is_read_whole(tmp_path: Path) -> None:
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", SHEETS))
    assert [p.name for p in family.persons] == ["Jo Sample", "Al Sample", "Sam Sample", "Baby"]
    assert family.persons[3].pregnancy is Pregnancy.UNBORN
    assert family.unions[0].kind is UnionKind.COHABITING
    assert [(k.child, k.union, k.kind) for k in family.parents] == [
        ("kid", "u1", LinkKind.BIRTH),
        ("bump", "u1", LinkKind.BIRTH),
        ("mum", "dad", LinkKind.STEP),
    ]
    assert family.households[0].address == "1 Sample Road"
    assert family.households[0].people() == ("mum", "kid")
    assert {f.code for f in findings} <= {"partner-is-parent", "date-approximate"}


def test_people_may_be_meant_by_their_first_names_without_accents_and_in_other_capitals(
    tmp_path: Path,
) -> None:
    people = [["mum", "Zoë Sample", "F"], ["kid", "Sam Sample-Jones", "M"]]
    sheets = {
        "People": [["ID no", "Name", "Sex"], *people],
        "Partnerships": [["Id", "Partner 1"], ["U1", "zoe sample"]],
        "Parents": [["Child", "Union"], ["Sam", "u1"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert [(k.child, k.union) for k in family.parents] == [("kid", "U1")]
    assert family.unions[0].partners == ("mum",)
    assert [f.row for f in findings if f.code == "person-by-name"] == [2, 2]
    told = [f.message for f in findings]
    assert "'Sam' was taken as the person with the id 'kid', Sam Sample-Jones." in told


def test_a_slip_in_a_name_is_left_out_with_its_row_and_the_name_that_may_be_meant(
    tmp_path: Path,
) -> None:
    homes = [SHEETS["Households"][0], ["Home 1", None, "Joe Sampel", None, None]]
    path = workbook(tmp_path / "family.xlsx", SHEETS | {"Households": homes})
    found = next(f for f in genogram.read(path)[1] if f.code == "person-unknown")
    assert (found.sheet, found.row) == ("Households", 2)
    assert "is 'Jo Sample' meant?" in found.message


def test_an_id_with_another_number_is_not_taken_for_a_slip() -> None:
    persons = [{"id": f"I001{n}", "name": f"Sam {n}"} for n in range(3)]
    unions = [{"id": "u", "partners": ["I0013", "I0010"]}]
    family, _ = from_data({"persons": persons, "unions": unions}, "family.json")
    (found,) = without_undrawable(family)[1]
    assert "who is not in the file; left out" in found.message


def test_of_many_who_are_called_alike_the_message_names_a_few() -> None:
    persons = [{"id": f"p{n}", "name": f"Sam Sample {n}"} for n in range(9)]
    unions = [{"id": "u", "partners": ["Sam", "p0"]}]
    family, _ = from_data({"persons": persons, "unions": unions}, "family.json")
    (found,) = without_undrawable(family)[1]
    assert "('p0' and 'p1' and 'p2' and 'p3' and 5 more)" in found.message


def test_a_name_that_begins_several_is_left_out_and_says_whose_ids_they_are(tmp_path: Path) -> None:
    sheets = SHEETS | {"Parents": [["Child", "Union"], ["S", "u1"]]}
    sheets["People"] = [*SHEETS["People"], ["s2", "S One"], ["s3", "S Two"]]
    found = genogram.read(workbook(tmp_path / "family.xlsx", sheets))[1]
    said = next(f for f in found if f.code == "person-unknown")
    assert "as several people are called ('s2' and 's3')" in said.message


def test_two_people_of_one_name_without_ids_are_both_kept(tmp_path: Path) -> None:
    people = [["Id", "Name", "Born"], [None, "Al Sample", "2014"], [None, "Al Sample", "1960"]]
    family, _ = genogram.read(workbook(tmp_path / "family.xlsx", {"People": people}))
    assert [p.name for p in family.persons] == ["Al Sample", "Al Sample"]


def test_the_message_on_a_name_of_two_gives_the_row_of_the_one_who_was_taken(
    tmp_path: Path,
) -> None:
    people = [["p1", "Tom Sample", "1955"], [None, "Tom Sample", "1985"], ["jo", "Jo", None]]
    sheets = {
        "People": [["Id", "Name", "Born"], *people],
        "Partnerships": [["Id", "Partner 1", "Partner 2"], ["u", "Tom Sample", "jo"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert family.unions[0].partners == ("Tom Sample", "jo")
    (told,) = [f.message for f in findings if f.code == "name-of-several"]
    assert (
        told == "'Tom Sample' is the name of several people; the one in People, row 3, was taken."
    )


def test_whoever_is_not_known_is_not_taken_for_the_unknown_father_of_another_child(
    tmp_path: Path,
) -> None:
    sheets = {
        "People": [["Id", "Name"], ["mum", "Jo Sample"], ["uf", "Unknown father of Kit"]],
        "Partnerships": [["Id", "Partner 1", "Partner 2"], ["u", "mum", "Unknown"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert family.unions[0].partners == ("mum",)
    assert "person-unknown" in {f.code for f in findings}


def test_of_two_columns_for_the_id_the_one_headed_id_has_it(tmp_path: Path) -> None:
    sheets = {
        "People": [["No", "Id", "Name"], ["1", "mum", "Jo Sample"], ["2", "kid", "Sam Sample"]],
        "Parents": [["Child", "Parents"], ["kid", "mum"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert [p.id for p in family.persons] == ["mum", "kid"]
    assert [(k.child, k.union) for k in family.parents] == [("kid", "mum")]
    assert "The column 'No' was not read" in next(f.message for f in findings)


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


def test_what_does_not_fit_in_time_is_told_with_the_row_where_it_stands(tmp_path: Path) -> None:
    stays = [*SHEETS["Households"], ["Home 2", None, "mum", "2020", "2015"]]
    sheets = SHEETS | {"Households": stays}
    findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))[1]
    found = next(f for f in findings if f.code == "dates-out-of-order")
    assert (found.sheet, found.row) == ("Households", 4)


def test_a_word_that_is_not_known_is_a_finding_with_its_row(tmp_path: Path) -> None:
    sheets = SHEETS | {"Partnerships": [SHEETS["Partnerships"][0], ["u1", "mum", "dad", "engagd"]]}
    _, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    found = next(f for f in findings if f.code == "kind-not-known")
    assert (found.sheet, found.row) == ("Partnerships", 2)
    assert "engagd" in found.message


def test_a_workbook_without_people_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no sheet of people"):
        genogram.read(workbook(tmp_path / "other.xlsx", {"Sheet1": [["Date", "Event"]]}))


def test_the_open_form_reads_back_the_same(tmp_path: Path) -> None:
    first, _ = genogram.read(workbook(tmp_path / "family.xlsx", SHEETS))
    path = tmp_path / "family.json"
    path.write_text(json.dumps({"family": to_data(first)}), encoding="utf-8")
    second, _ = genogram.read(path)
    assert to_data(second) == to_data(first)


def test_gedcom_is_known_by_its_first_line_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = tmp_path / "family.txt"
    path.write_text("0 HEAD\n0 @I1@ INDI\n1 NAME Ada /Sample/\n0 TRLR\n", encoding="utf-8")
    family, _ = genogram.read(path)
    assert [p.name for p in family.persons] == ["Ada Sample"]


def test_a_child_fostered_twice_and_then_adopted_by_one_couple_keeps_every_tie() -> None:
    told = {
        "persons": [{"id": i} for i in ("kid", "ann", "bea")],
        "unions": [{"id": "u", "partners": ["ann", "bea"], "kind": "married"}],
        "parents": [
            {"child": "kid", "union": "u", "kind": "foster", "from": "2016", "to": "2017"},
            {"child": "kid", "union": "u", "kind": "adopted", "from": "2019"},
            {"child": "kid", "union": "u", "kind": "foster", "from": "2018", "to": "2019"},
        ],
    }
    family, findings = without_undrawable(from_data(told, "family.json")[0])
    assert len(family.parents) == 3
    assert findings == ()
    assert [k.kind for k in kin_of(family).links["u"]] == [LinkKind.ADOPTED]
    words = "fostered from 2016 to 2017, fostered from 2018 to 2019, adopted from 2019"
    assert f"kid ({words})" in genogram.describe(family)


def test_people_may_be_named_instead_of_called_by_id_where_only_one_has_the_name(
    tmp_path: Path,
) -> None:
    sheets = {
        "People": [["Id", "Name"], ["k", "Kit"], ["j", "Jo Sample"], ["p", "Pat"], ["q", "Pat"]],
        "Partnerships": [["Id", "Partner 1", "Partner 2"], ["u", "Jo Sample", "Pat"]],
        "Parents": [["Child", "Union"], ["KIT", "jo sample"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert {(k.child, k.union) for k in family.parents} == {("k", "j")}
    assert [u.partners for u in family.unions] == [("j",), ("j",)]
    codes = [f.code for f in findings]
    assert codes.count("person-by-name") == 3
    assert codes.count("person-unknown") == 1  # two are called Pat


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


@pytest.mark.parametrize(
    ("told", "text"),
    [(True, "date not recorded"), ("Yes", "date not recorded"), (False, None), ("no", None)],
)
def test_of_a_death_in_json_yes_and_true_mean_that_no_date_is_known(
    told: object, text: str | None
) -> None:
    family, findings = from_data({"persons": [{"id": "k", "died": told}]}, "family.json")
    assert (family.persons[0].died and family.persons[0].died.text) == text
    assert findings == ()


@pytest.mark.parametrize(
    ("told", "meant"), [(True, True), ("yes", True), (False, False), ("no", False), (None, False)]
)
def test_a_no_in_json_makes_nobody_the_subject_child(told: object, meant: bool) -> None:
    family, _ = from_data({"persons": [{"id": "k", "subject": told}]}, "family.json")
    assert family.persons[0].subject is meant


@pytest.mark.parametrize(
    ("told", "meant"), [(True, True), ("yes", True), (False, False), ("no", False), (None, None)]
)
def test_a_no_in_json_makes_no_twins_identical(told: object, meant: bool | None) -> None:
    family, _ = from_data({"persons": [{"id": "k", "identical": told}]}, "family.json")
    assert family.persons[0].identical is meant


def test_one_word_in_json_where_a_list_belongs_is_not_taken_letter_by_letter() -> None:
    told = {"persons": [{"id": "mum"}], "unions": [{"id": "u", "partners": "mum"}]}
    with pytest.raises(Unreadable, match="unions, number 1: partners is no list"):
        from_data(told, "family.json")


def test_a_finding_in_json_says_in_which_record_it_is() -> None:
    persons = [{"id": "m"}, {"id": "k", "born": "31/02/2010", "pregnancy": "none"}]
    homes = [{"id": "h", "members": [{"person": "k", "from": "after tea"}]}]
    _, findings = from_data({"persons": persons, "households": homes}, "family.json")
    assert [(f.code, f.sheet, f.row) for f in findings] == [
        ("pregnancy-not-known", "persons", 2),
        ("date-impossible", "persons", 2),
        ("date-not-read", "households", 1),
    ]
    assert "It is shown as written, not as a date." in findings[1].message


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


def test_somebody_given_by_a_short_name_alone_keeps_it(tmp_path: Path) -> None:
    sheets = {
        "People": [["Name", "Role"], ["Jo", "Mother"], ["MP2", "Partner"]],
        "Partnerships": [["Id", "Partner 1", "Partner 2", "Kind"], ["u", "Jo", "MP2", "married"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert "Jo and MP2, married" in genogram.describe(family)
    assert "person-by-name" not in {f.code for f in findings}


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
