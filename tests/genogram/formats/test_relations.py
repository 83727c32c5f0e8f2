"""What somebody is to the child, in all the words that people use for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from genogram.formats.relations import relation_of
from genogram.model import Pregnancy
from tests.genogram.compositiontables import HEADS, PARENTS, family_of, read, ties


@pytest.mark.parametrize(
    ("told", "word", "side"),
    [
        ("Maternal Grandmother (MGM)", "grandparent", "mother"),
        ("P.G.F.", "grandparent", "father"),
        ("mother\u2019s mother", "grandparent", "mother"),
        ("Paternal brother", "half", "father"),
        ("Half sister (mat)", "half", "mother"),
        ("Half-brother (pat.)", "half", "father"),
        ("Father?", "putative", ""),
        ("older brother", "sibling", ""),
        ("Father - whereabouts unknown", "father", ""),
    ],
)
def test_words_for_a_relation_tell_which_and_through_whom(told: str, word: str, side: str) -> None:
    relation = relation_of(told)
    assert (relation.word, relation.side) == (word, side)


UNTIDY = [
    ("half sib (mat)", "half", "mother"),
    ("Bio half brother (pat)", "half", "father"),
    ("Brother (different dad)", "half", "mother"),
    ("Brother (same mum and dad)", "sibling", ""),
    ("Bio mum", "mother", ""),
    ("birth sister", "sibling", ""),
    ("Mat G'father", "grandparent", "mother"),
    ("grandmother paternal", "grandparent", "father"),
    ("MGM \u2013 SGO", "grandparent", "mother"),
    ("M's ex", "parents_partner", "mother"),
    ("Dads new partner", "parents_partner", "father"),
    ("unborn half-sibling (maternal)", "half", "mother"),
    ("unborn EDD 3/5/25", "unborn", ""),
    ("step-dad (left 2019)", "step", ""),
    ("Ex-stepfather", "step", ""),
    ("Mother / PR", "mother", ""),
    ("Subject child 2", "subject", ""),
    ("Child A", "subject", ""),
    ("Foster carer 1", "foster", ""),
    ("Maternal GM", "grandparent", "mother"),
    ("Half-brother (Mum's son)", "half", "mother"),
    ("Kinship carer (paternal aunt)", "parents_sibling", "father"),
    ("Special Guardian / MGM", "grandparent", "mother"),
    ("Mums bf", "parents_partner", "mother"),
    ("1/2 sister (pat)", "half", "father"),
    ("M G/F", "grandparent", "mother"),
    ("Pat g/mother", "grandparent", "father"),
    ("Mum's ex / father of R & S", "parents_partner", "mother"),
    ("P uncle", "parents_sibling", "father"),
    ("Auntie (mum's sister)", "parents_sibling", "mother"),
    ("Nan (mum's mum)", "grandparent", "mother"),
    ("Mum's current partner since 2019", "parents_partner", "mother"),
    ("Paternal aunt (kinship carer from 2021)", "parents_sibling", "father"),
    ("Sibling from a previous relationship", "half", ""),
    ("Half-brother (father's previous relationship)", "half", "father"),
    ("Brother (placed with paternal aunt)", "sibling", ""),
    ("Brother, lives with MGM", "sibling", ""),
    ("Father, in prison", "father", ""),
    ("Foster carers", "foster", ""),
    ("Foster brother", "foster_or_adopted_sibling", ""),
    ("Mother-in-law", "", ""),
]


@pytest.mark.parametrize(("told", "word", "side"), UNTIDY, ids=[u[0] for u in UNTIDY])
def test_untidy_words_are_read_as_people_mean_them(told: str, word: str, side: str) -> None:
    relation = relation_of(told)
    assert (relation.word, relation.side) == (word, side)


@pytest.mark.parametrize(
    ("told", "died"),
    [
        ("MGF (dec'd 2011)", "2011"),
        ("MGF - died 3 May 2011", "3 May 2011"),
        ("MGF (d. 2011)", "2011"),
        ("MGF, deceased", "date not recorded"),
        ("late MGF", "date not recorded"),
        ("MGF RIP", "date not recorded"),
        ("MGF (late 50s)", None),
        ("MGF (wife died 2011)", None),
    ],
)
def test_a_death_in_the_words_for_the_relationship_is_read(
    tmp_path: Path, told: str, died: str | None
) -> None:
    family, _ = family_of(tmp_path, *PARENTS, f"Gus: {told}")
    assert (family.persons[-1].died and family.persons[-1].died.text) == died
    assert ("Jo", "Gus", "birth") in ties(family)


@pytest.mark.parametrize(
    ("told", "pregnancy", "born"),
    [
        ("unborn EDD 3/5/25", Pregnancy.UNBORN, "3/5/25"),
        ("Unborn half-sibling (maternal) due May 2025", Pregnancy.UNBORN, "May 2025"),
        ("Sister (stillborn 2019)", Pregnancy.STILLBIRTH, "2019"),
        ("Stillborn brother", Pregnancy.STILLBIRTH, None),
        ("Miscarriage 2018", Pregnancy.MISCARRIAGE, "2018"),
        ("Sister (miscarriage 2018)", None, None),  # hers, it may be
    ],
)
def test_a_child_not_born_or_born_dead_is_not_drawn_as_living(
    tmp_path: Path, told: str, pregnancy: Pregnancy | None, born: str | None
) -> None:
    family, _ = family_of(tmp_path, *PARENTS, f"Pip: {told}")
    pip = family.persons[-1]
    assert (pip.pregnancy, pip.born and pip.born.text) == (pregnancy, born)


@pytest.mark.parametrize(
    ("name", "cell", "born", "died"),
    [
        ("Gus", "3/3/1950, died 5/3/2017", "3/3/1950", "5/3/2017"),
        ("Gus", "d.o.b. 3/3/1950 (deceased)", "3/3/1950", "died"),
        ("Gus", "b. 1950 d. 2011", "1950", "2011"),
        ("Gus", "Deceased", None, "died"),
        ("Gus (dec'd 2011)", "1950", "1950", "2011"),
        ("Late Gus Sample", "", None, "died"),
        ("Gus", "3 Dec 1950", "3 Dec 1950", None),
        ("Gus", "12/03/1950", "12/03/1950", None),
    ],
)
def test_a_death_beside_the_name_or_the_birth_is_read(
    tmp_path: Path, name: str, cell: str, born: str | None, died: str | None
) -> None:
    rows = [["Kit", "Subject", "2015", "", ""], [name, "MGF", cell, "", ""]]
    family, _ = read(tmp_path, [HEADS, *rows])
    gus = family.persons[-1]
    assert gus.name == name
    assert (gus.born and gus.born.text) == born
    assert (gus.died and gus.died.text.replace("date not recorded", "died")) == died


def test_a_sibling_called_unborn_is_unborn(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, *PARENTS, "Unborn baby Sample: Sibling", "Bo (unborn): Sister")
    assert [p.pregnancy for p in family.persons[-2:]] == [Pregnancy.UNBORN] * 2


def test_the_day_due_beside_the_name_of_an_unborn_child_is_read(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, *PARENTS, "Baby Sample (EDD 3/9/2020): Unborn sibling")
    assert str(family.persons[-1].born and family.persons[-1].born.start) == "2020-09-03"
