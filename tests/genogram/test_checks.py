"""Each check speaks once for the smallest family in which something does not fit."""

from __future__ import annotations

import pytest

from genogram.checks import check
from genogram.formats.data import from_data
from genogram.undrawable import without_undrawable


def codes(persons: list[str], unions: list[str], parents: list[str], homes: list[str]) -> set[str]:
    """The codes for a family written as words: 'mum F 1990 - subject', 'u mum dad', 'kid u'."""
    told = {"persons": [], "unions": [], "parents": [], "households": []}
    for line in persons:
        name, sex, born, died, *rest = line.split()
        person = {"id": name, "name": name, "sex": sex, "subject": "subject" in rest}
        person |= {"born": born.strip("-") or None, "died": died.strip("-") or None}
        person["pregnancy"] = "stillbirth" if "stillbirth" in rest else None
        told["persons"].append(person)
    for line in unions:
        union, *partners = line.split()
        told["unions"].append({"id": union, "partners": partners, "kind": "married"})
    for line in parents:
        child, union = line.split()
        told["parents"].append({"child": child, "union": union, "kind": "birth"})
    for line in homes:
        home, *stays = line.split()
        members = [dict(zip(("person", "from", "to"), s.split("/"), strict=False)) for s in stays]
        told["households"].append({"id": home, "members": members})
    family, _ = from_data({"family": told}, "family.json")
    whole, left_out = without_undrawable(family)
    return {f.code for f in (*left_out, *check(whole))}


GOOD = ["mum F 1990 -", "dad M 1989 -", "kid F 2015 - subject"]
CASES = [
    ("own-ancestor", GOOD, ["u mum dad", "v kid"], ["kid u", "mum v"], []),
    ("parent-born-after-child", ["mum F 2016 -", GOOD[2]], ["u mum"], ["kid u"], []),
    (
        "parents-by-birth",
        [*GOOD, "bo M 1980 -"],
        ["u mum dad", "v mum bo"],
        ["kid u", "kid v"],
        [],
    ),
    ("parent-under-12", ["mum F 2005 -", GOOD[2]], ["u mum"], ["kid u"], []),
    ("born-after-parent-died", ["dad M 1989 2010", GOOD[2]], ["u dad"], ["kid u"], []),
    ("dates-out-of-order", ["mum F 1990 1980", GOOD[2]], ["u mum"], ["kid u"], []),
    (
        "partners-share-a-parent",
        [*GOOD, "gran F 1960 -"],
        ["u mum dad", "g gran"],
        ["kid u", "mum g", "dad g"],
        [],
    ),
    ("partner-is-parent", GOOD, ["u dad", "v dad kid", "w mum"], ["kid u"], []),
    (
        "two-households-at-once",
        GOOD,
        ["u mum dad"],
        ["kid u"],
        ["h1 mum kid/2016/2018", "h2 dad kid/2017/2019"],
    ),
    ("two-households-at-once", GOOD, ["u mum dad"], ["kid u"], ["h1 mum kid", "h2 dad kid"]),
    ("born-after-parent-died", ["mum F 1990 2014", GOOD[2]], ["u mum"], ["kid u"], []),
    (
        "dates-outside-life",
        [*GOOD, "gran F 1960 2010"],
        ["u mum dad", "g gran"],
        ["kid u", "mum g"],
        ["home mum kid gran/2012"],
    ),
    ("dates-outside-life", GOOD, ["u mum dad"], ["kid u"], ["home mum kid/2010/2012"]),
    ("subject-without-household", GOOD, ["u mum dad"], ["kid u"], []),
    ("subject-without-household", GOOD, ["u mum dad"], ["kid u"], ["h1 mum dad"]),
    ("no-subject-child", ["mum F 1990 -"], [], [], []),
    ("person-twice", [*GOOD, "Kid F 2015 -"], ["u mum dad"], ["kid u", "Kid u"], []),
    (
        "person-twice",
        [*GOOD, "Kid F 03/03/2015 -"],
        ["u mum dad"],
        ["kid u", "Kid u"],
        [],
    ),
    ("tied-to-nobody", [*GOOD, "friend U - -"], ["u mum dad"], ["kid u"], []),
    ("events-after-loss", ["lost U 2010 - stillbirth", GOOD[2]], ["u lost"], ["kid u"], []),
    ("person-unknown", GOOD, ["u mum dad", "v mum ghost"], ["kid u"], []),
    ("union-unknown", GOOD, ["u mum dad"], ["kid u", "kid w"], []),
    ("union-without-partners", GOOD, ["u mum dad", "v ghost"], ["kid u"], []),
    ("id-repeated", [*GOOD, GOOD[0]], ["u mum dad"], ["kid u"], []),
]


@pytest.mark.parametrize(("code", "persons", "unions", "parents", "homes"), CASES)
def test_each_thing_that_does_not_fit_is_found(
    code: str, persons: list[str], unions: list[str], parents: list[str], homes: list[str]
) -> None:
    assert code in codes(persons, unions, parents, homes)


def test_a_child_in_the_year_of_the_mothers_death_and_a_father_dead_before_birth_fit() -> None:
    people = ["mum F 1990 2015", "dad M 1989 2014", GOOD[2]]
    assert codes(people, ["u mum dad"], ["kid u"], ["home mum kid"]) == set()


def test_a_family_that_fits_has_no_findings() -> None:
    assert codes(GOOD, ["u mum dad"], ["kid u"], ["home mum dad kid"]) == set()


@pytest.mark.parametrize(
    ("first", "then", "fits"),
    [
        (("3 May 2015", "u"), ("4 May 2015", "u"), True),  # either side of midnight
        (("3 May 2015", "u"), ("2015", "u"), True),
        (("3 May 2015", "u"), ("9 June 2016", "u"), False),
        (("2015", "u"), ("2015", "v"), False),
        (("2015", "u"), None, False),
    ],
)
def test_twins_are_born_together_of_the_same_parents(
    first: tuple[str, str], then: tuple[str, str] | None, fits: bool
) -> None:
    children = {"a": first} | ({"b": then} if then else {})
    persons = [{"id": i, "name": i, "born": c[0], "twin": "t"} for i, c in children.items()]
    told = {
        "persons": [{"id": "mum"}, {"id": "gran"}, *persons],
        "unions": [{"id": "u", "partners": ["mum"]}, {"id": "v", "partners": ["gran"]}],
        "parents": [{"child": i, "union": c[1]} for i, c in children.items()],
    }
    found = check(without_undrawable(from_data(told, "family.json")[0])[0])
    assert ("twins-do-not-fit" not in {f.code for f in found}) is fits


@pytest.mark.parametrize(
    ("sexes", "identical", "fits"),
    [
        ("FF", (True, True), True),
        ("FU", (True, None), True),
        ("FM", (True, None), False),
        ("FM", (None, None), True),
        ("FF", (True, False), False),
    ],
)
def test_identical_twins_are_identical_with_each_other_and_of_one_sex(
    sexes: str, identical: tuple[bool | None, bool | None], fits: bool
) -> None:
    kids = [
        {"id": f"k{n}", "name": f"Kit {n}", "sex": sex, "twin": "t", "identical": one}
        for n, (sex, one) in enumerate(zip(sexes, identical, strict=True))
    ]
    told = {
        "persons": [{"id": "mum", "sex": "F"}, *kids],
        "unions": [{"id": "u", "partners": ["mum"]}],
        "parents": [{"child": k["id"], "union": "u"} for k in kids],
    }
    found = check(without_undrawable(from_data(told, "family.json")[0])[0])
    assert ("twins-do-not-fit" not in {f.code for f in found}) is fits


@pytest.mark.parametrize(
    ("kind", "role", "fits"),
    [("donor", "", True), ("unknown", "Known donor", True), ("brief", "Known donor", False)],
)
def test_a_donor_is_no_third_parent_of_a_couples_child(kind: str, role: str, fits: bool) -> None:
    told = {
        "persons": [{"id": "ann"}, {"id": "bea"}, {"id": "dan", "role": role}, {"id": "kid"}],
        "unions": [
            {"id": "u", "partners": ["ann", "bea"], "kind": "married"},
            {"id": "d", "partners": ["bea", "dan"], "kind": kind},
        ],
        "parents": [{"child": "kid", "union": "u"}, {"child": "kid", "union": "d"}],
    }
    found = check(without_undrawable(from_data(told, "family.json")[0])[0])
    assert ("parents-by-birth" not in {f.code for f in found}) is fits


def test_twins_who_were_adopted_together_fit() -> None:
    told = {
        "persons": [{"id": "ann"}, {"id": "a", "twin": "t"}, {"id": "b", "twin": "t"}],
        "unions": [{"id": "u", "partners": ["ann"]}],
        "parents": [{"child": c, "union": "u", "kind": "adopted"} for c in "ab"],
    }
    found = check(without_undrawable(from_data(told, "family.json")[0])[0])
    assert "twins-do-not-fit" not in {f.code for f in found}


def test_a_partnership_is_told_by_the_names_of_its_people() -> None:
    told = {
        "persons": [{"id": i, "name": n} for i, n in (("p1", "Ann"), ("p2", "Bo"), ("p3", "Kit"))],
        "unions": [{"id": "u7", "partners": ["p1", "p2"], "start": "2010", "end": "2008"}],
        "parents": [{"child": "p3", "union": "u7", "kind": "foster", "from": "2012", "to": "2011"}],
    }
    family, _ = from_data({"family": told}, "family.json")
    said = " ".join(f.message for f in check(family) if f.code == "dates-out-of-order")
    assert "The partnership of Ann and Bo ended (2008)" in said
    assert "Kit's tie to Ann and Bo (foster) ended (2011)" in said
