"""A table of family composition is read as far as it goes, and says what it leaves open."""

from __future__ import annotations

from pathlib import Path

import pytest

from genogram.model import LinkKind, Sex, UnionKind
from tests.genogram.compositiontables import PARENTS, family_of, read, ties

TIES = [
    ((), {("Kit", "Al + Jo", "birth")}),
    (("Pip: Sister",), {("Kit", "Al + Jo", "birth"), ("Pip", "Al + Jo", "birth")}),
    (("Pip: Maternal half-brother",), {("Kit", "Al + Jo", "birth"), ("Pip", "Jo", "birth")}),
    (("Pip: Half-sister (father's side)",), {("Kit", "Al + Jo", "birth"), ("Pip", "Al", "birth")}),
    (
        ("Pip: Half-sibling", "Bo: Father of Pip"),
        {("Kit", "Al + Jo", "birth"), ("Pip", "Bo + Jo", "birth")},
    ),
    (
        ("Gran: MGM", "Gus: Maternal grandfather", "Una: Mother's sister"),
        {
            ("Kit", "Al + Jo", "birth"),
            ("Jo", "Gran + Gus", "birth"),
            ("Una", "Gran + Gus", "birth"),
        },
    ),
    (
        ("Una: Maternal aunt", "Cy: Una's son", "Gran: MGM"),
        {
            ("Kit", "Al + Jo", "birth"),
            ("Jo", "Gran", "birth"),
            ("Una", "Gran", "birth"),
            ("Cy", "Una", "birth"),
        },
    ),
    (("Sid: Stepfather",), {("Kit", "Al + Jo", "birth"), ("Kit", "Jo + Sid", "step")}),
    (("Sid: Mother's boyfriend",), {("Kit", "Al + Jo", "birth")}),
    (
        ("Fay: Foster carer", "Fin: Foster carer"),
        {("Kit", "Al + Jo", "birth"), ("Kit", "Fay + Fin", "foster")},
    ),
    (("Ann: Special guardian",), {("Kit", "Al + Jo", "birth"), ("Kit", "Ann", "guardian")}),
    (
        ("Una: Maternal aunt", "Cy: Cousin - Una's son"),
        {
            ("Kit", "Al + Jo", "birth"),
            ("Jo", "Unknown parent", "birth"),
            ("Una", "Unknown parent", "birth"),
            ("Cy", "Una", "birth"),
        },
    ),
    (
        ("Gran: MGM", "Bea: Great aunt (MGM's sister)", "Pete: Step-grandad"),
        {
            ("Kit", "Al + Jo", "birth"),
            ("Jo", "Gran", "birth"),
            ("Gran", "Unknown parent", "birth"),
            ("Bea", "Unknown parent", "birth"),
        },
    ),
    (
        ("Sid: Stepdad", "Zoe: Step sister", "Ann: Zoe's mother / Sid's ex"),
        {
            ("Kit", "Al + Jo", "birth"),
            ("Kit", "Jo + Sid", "step"),
            ("Zoe", "Ann + Sid", "birth"),
        },
    ),
    (
        ("Big Dave Tasker: Mum's new partner", "Zac: Step brother - Dave's son"),
        {("Kit", "Al + Jo", "birth"), ("Zac", "Big Dave Tasker", "birth")},
    ),
    (
        ("Pip: Sister", "Fin: Foster father of Kit & Pip", "Fay: Foster mother of Kit & Pip"),
        {
            ("Kit", "Al + Jo", "birth"),
            ("Pip", "Al + Jo", "birth"),
            ("Kit", "Fay + Fin", "foster"),
            ("Pip", "Fay + Fin", "foster"),
        },
    ),
    (
        ("Pip: Sister", "Gran: PGM", "Una: Paternal aunt, special guardian of Pip"),
        {
            ("Kit", "Al + Jo", "birth"),
            ("Pip", "Al + Jo", "birth"),
            ("Al", "Gran", "birth"),
            ("Una", "Gran", "birth"),
            ("Pip", "Una", "guardian"),
        },
    ),
    (
        ("Lou: Maternal aunt", "Gran: MGM", "Dan: Lous partner", "Ivy: Dan's daughter"),
        {
            ("Kit", "Al + Jo", "birth"),
            ("Jo", "Gran", "birth"),
            ("Lou", "Gran", "birth"),
            ("Ivy", "Dan", "birth"),
        },
    ),
    (
        ("Bo: Brother from dad's previous relationship",),
        {("Kit", "Al + Jo", "birth"), ("Bo", "Al", "birth")},
    ),
    (
        ("Bo: Brother (lives with maternal aunt)",),
        {("Kit", "Al + Jo", "birth"), ("Bo", "Al + Jo", "birth")},
    ),
    (("Sam: Father (putative)",), {("Kit", "Al + Jo", "birth"), ("Kit", "Jo + Sam", "disputed")}),
]


@pytest.mark.parametrize(("more", "expected"), TIES, ids=[", ".join(m) for m, _ in TIES])
def test_each_relation_makes_the_tie_that_it_says_and_no_other(
    tmp_path: Path, more: tuple[str, ...], expected: set[tuple[str, str, str]]
) -> None:
    family, _ = family_of(tmp_path, *PARENTS, *more)
    assert ties(family) == expected


def test_a_father_who_is_only_alleged_is_a_tie_that_is_not_certain(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, "Kit: Subject", "Jo: Mother", "Al: Putative father")
    assert [k.kind for k in family.parents] == [LinkKind.DISPUTED]


def test_two_mothers_are_a_couple(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, "Kit: Subject", "Jo: Mother", "Bea: Mother")
    assert ties(family) == {("Kit", "Bea + Jo", "birth")}


def test_two_children_whose_fathers_are_two_have_each_their_own(tmp_path: Path) -> None:
    children = ("Kit: Subject child", "Pip: Subject child", "Jo: Mother")
    family, _ = family_of(tmp_path, *children, "Al: Father of Kit", "Bo: Pip's father")
    assert ties(family) == {("Kit", "Al + Jo", "birth"), ("Pip", "Bo + Jo", "birth")}


def test_the_partner_of_the_mother_of_the_child_who_is_named_is_hers(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, "Kit: Subject", "Jo: Mother", "Sid: Kit's mum's partner")
    assert ("jo", "Sid") in {u.partners for u in family.unions}


def test_relatives_of_one_child_of_several_are_that_childs(tmp_path: Path) -> None:
    people = ("Kit: Subject child", "Pip: Subject child", "Jo: Mother to both", "Gran: MGM")
    more = ("Al: Kit's dad", "Bo: Father of Pip only", "Una: Kit's PGM", "Gus: Kit's PGF")
    last = ("Ned: Pip's paternal uncle", "Fay: Pip's paternal half-sister")
    family, codes = family_of(tmp_path, *people, *more, *last)
    assert ties(family) == {
        ("Kit", "Al + Jo", "birth"),
        ("Pip", "Bo + Jo", "birth"),
        ("Jo", "Gran", "birth"),
        ("Al", "Gus + Una", "birth"),
        ("Bo", "Unknown parent", "birth"),
        ("Ned", "Unknown parent", "birth"),
        ("Fay", "Bo", "birth"),
    }
    assert codes["relation-left-open"] == 0


def test_a_parent_is_mother_or_father_by_the_sex_and_may_be_neither(tmp_path: Path) -> None:
    rows = [
        ["Kit", "Self", "M"],
        ["Robin", "Parent", "X"],
        ["Eve", "Parent", "F"],
        ["Lyn", "MGM", ""],
    ]
    family, _ = read(tmp_path, [["Name", "Relationship to child", "Sex"], *rows])
    assert ties(family) == {("Kit", "Eve + Robin", "birth"), ("Eve", "Lyn", "birth")}


def test_parents_of_whom_it_is_said_have_parted(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, "Kit: Subject", "Jo: Mother", "Al: Father (divorced)")
    assert family.unions[0].kind is UnionKind.DIVORCED


def test_siblings_whose_parents_are_not_in_the_table_are_siblings_still(tmp_path: Path) -> None:
    family, codes = family_of(tmp_path, "Kit: Subject", "Pip: Sister", "Fay: Foster carer")
    assert ties(family) == {
        ("Kit", "Unknown parent", "birth"),
        ("Pip", "Unknown parent", "birth"),
        ("Kit", "Fay", "foster"),
    }
    assert codes["relation-assumed"] == 1


@pytest.mark.parametrize(
    "told",
    ["Kit's maternal grandad", "Maternal grandad of Kit Sample", "Kit Samples grandad (maternal)"],
)
def test_the_name_of_the_child_makes_no_difference(tmp_path: Path, told: str) -> None:
    family, _ = family_of(tmp_path, "Kit Sample: Subject", "Jo: Kit's birth mother", f"Gus: {told}")
    assert ties(family) == {("Kit Sample", "Jo", "birth"), ("Jo", "Gus", "birth")}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Mothr", {("Kit", "Jo", "birth")}),
        ("Bilogical mother", {("Kit", "Jo", "birth")}),
        ("Kit's birth mohter (moved 2019)", {("Kit", "Jo", "birth")}),
        ("Fister carer", {("Kit", "Jo", "foster")}),
        ("Other", set()),
        ("Sitter", set()),
        ("Mothers", set()),
        ("Family friend (mothr)", set()),
    ],
)
def test_one_slip_of_spelling_is_put_right_and_said(
    tmp_path: Path, told: str, expected: set[tuple[str, str, str]]
) -> None:
    family, codes = family_of(tmp_path, "Kit: Subject child", f"Jo: {told}")
    assert ties(family) == expected
    assert codes["relation-assumed"] == len(expected)


def test_the_father_of_the_child_by_name_is_the_father(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, "Kit Sample: Subject", "Jo: Kit's mother", "Al: Father of Kit")
    assert ties(family) == {("Kit Sample", "Al + Jo", "birth")}


@pytest.mark.parametrize(
    ("told", "kind", "left_open"),
    [
        ("Mother's husband", UnionKind.MARRIED, 1),
        ("Mother's ex-partner", UnionKind.SEPARATED, 1),
        ("Mother's partner", UnionKind.UNKNOWN, 2),
    ],
)
def test_how_two_are_together_is_read_only_where_a_word_says_it(
    tmp_path: Path, told: str, kind: UnionKind, left_open: int
) -> None:
    family, codes = family_of(tmp_path, *PARENTS, f"Sid: {told}")
    assert next(u.kind for u in family.unions if "Sid" in u.partners) is kind
    assert codes["partnership-open"] == left_open


@pytest.mark.parametrize("told", ["Cousin", "Lodger", "Friend of mother", "Nan's neighbour", "?"])
def test_what_is_not_known_is_left_open_and_the_person_stays(tmp_path: Path, told: str) -> None:
    family, codes = family_of(tmp_path, *PARENTS, f"Lou: {told}")
    assert family.persons[-1].name == "Lou"
    assert family.persons[-1].role == told
    assert codes["relation-left-open"] == 1


def test_sex_is_read_from_the_word_only_where_the_word_says_it(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, *PARENTS, "Sid: Mother's partner", "Ivy: Great-grandmother")
    assert [p.sex for p in family.persons] == [
        Sex.UNKNOWN, Sex.FEMALE, Sex.MALE, Sex.UNKNOWN, Sex.FEMALE,
    ]  # fmt: skip


def test_a_grandmother_who_has_the_order_is_drawn_as_guardian_too(tmp_path: Path) -> None:
    family, codes = family_of(tmp_path, *PARENTS, "Gran: MGM - SGO")
    assert ("Kit", "Gran", "guardian") in ties(family)
    assert ("Jo", "Gran", "birth") in ties(family)
    assert codes["relation-assumed"] == 1


def test_the_partner_of_one_of_two_grandparents_is_hers(tmp_path: Path) -> None:
    people = ("Gran: MGM", "Gus: MGF", "Tess: MGM's partner")
    family, codes = family_of(tmp_path, *PARENTS, *people)
    assert ("Gran", "Tess") in {u.partners for u in family.unions}
    assert codes["relation-left-open"] == 0


def test_a_grandparent_without_the_parent_in_the_table_is_left_open(tmp_path: Path) -> None:
    _, codes = family_of(tmp_path, "Kit: Subject child", "Gus: Maternal grandad")
    assert codes["relation-left-open"] == 2
    _, codes = family_of(tmp_path, "Kit: Subject child", "Gus: MGF", "Gran: MGM")
    assert codes["relation-left-open"] == 3


def test_a_former_partner_in_brackets_is_one_who_has_parted(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, *PARENTS, "Sid: Mum's boyfriend (ex)")
    assert next(u.kind for u in family.unions if "Sid" in u.partners) is UnionKind.SEPARATED


def test_a_father_of_children_called_by_letters_is_theirs_and_half_siblings_have_both(
    tmp_path: Path,
) -> None:
    people = ("Child R: Subject child", "Child S: Older sibling", "Child T: Younger half-sibling")
    more = ("M: Mother", "F: Father of R & S", "MP2: Mother's partner, father of Child T")
    family, codes = family_of(tmp_path, *people, *more)
    assert ties(family) == {
        ("Child R", "F + M", "birth"),
        ("Child S", "F + M", "birth"),
        ("Child T", "M + MP2", "birth"),
    }
    assert codes["relation-left-open"] == 0


def test_the_child_of_two_who_are_named_is_the_child_of_both(tmp_path: Path) -> None:
    people = ("Al: Father", "Fay: Father's partner", "Ursa: Al and Fay's child")
    family, _ = family_of(tmp_path, "Kit: Subject", *people)
    assert ("Ursa", "Al + Fay", "birth") in ties(family)


def test_whoever_of_several_is_not_in_the_table_is_told(tmp_path: Path) -> None:
    family, codes = family_of(tmp_path, *PARENTS, "Pip: Half-brother", "Bo: Father of Pip & Lou")
    assert ("Pip", "Bo + Jo", "birth") in ties(family)
    assert codes["relation-left-open"] == 1
