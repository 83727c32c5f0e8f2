"""Whoever has no name is called by what they are in the family, never by a code."""

from __future__ import annotations

import json
from pathlib import Path

import genogram
from genogram.model import Family, Parentage, Person, Pregnancy, Sex, Union
from genogram.view.naming import Names, as_shown
from genogram.view.unnamed import called

ZOE = Person(id="p1", name="Zo\u00eb Ashby", sex=Sex.FEMALE, subject=True)
MOTHER = Person(id="p2", name="Ann Ashby", sex=Sex.FEMALE)
FATHER = Person(id="p3", name="p3", sex=Sex.MALE)


def family(*others: Person, unions: tuple[Union, ...] = ()) -> Family:
    return Family(
        persons=(ZOE, MOTHER, FATHER, *others),
        unions=(Union(id="u1", partners=("p2", "p3")), *unions),
        parents=(
            Parentage(child="p1", union="u1"),
            *(Parentage(child=o.id, union="u1") for o in others if o.pregnancy),
        ),
    )


def names(told: Family) -> dict[str, str]:
    return {p.id: p.name for p in told.persons}


def test_a_father_without_a_name_is_the_unnamed_father_of_his_child() -> None:
    assert names(called(family()))["p3"] == "Unnamed father of Zo\u00eb Ashby"


def test_a_dash_or_question_mark_in_place_of_a_name_is_none() -> None:
    told = family(
        Person(id="p4", name="-", pregnancy=Pregnancy.MISCARRIAGE),
        Person(id="p5", name=" ? ", role="Babysitter"),
    )
    assert names(called(told))["p4"] == "Miscarriage"
    assert names(called(told))["p5"] == "Unnamed babysitter"


def test_the_drawing_the_words_and_the_findings_say_the_same_of_him() -> None:
    lines = {line.text for node in genogram.lay_out(family()).nodes for line in node.label}
    assert "p3" not in lines
    assert any(line.startswith("Unnamed") for line in lines)
    assert "p3" not in genogram.describe(family())
    assert "Unnamed father of Zo\u00eb Ashby" in genogram.describe(family())


def test_a_role_that_is_recorded_comes_first_and_is_not_said_twice() -> None:
    told = family(Person(id="p4", name="p4", sex=Sex.FEMALE, role="Maternal grandmother"))
    assert names(called(told))["p4"] == "Unnamed maternal grandmother"
    assert genogram.describe(told).casefold().count("maternal grandmother") == 1


def test_two_who_would_be_called_alike_are_numbered() -> None:
    told = called(family(Person(id="x7", name="x7"), Person(id="x8", name="x8")))
    assert names(told)["x7"] == "Unnamed person 1"
    assert names(told)["x8"] == "Unnamed person 2"


def test_a_loss_is_called_what_it_was_and_nothing_twice() -> None:
    loss = Person(id="p9", name="p9", pregnancy=Pregnancy.STILLBIRTH)
    assert "Stillbirth, sex not known." in genogram.describe(family(loss))


def test_an_id_that_is_a_name_stays() -> None:
    told = called(family(Person(id="Old Mr Fenn", name="Old Mr Fenn")))
    assert names(told)["Old Mr Fenn"] == "Old Mr Fenn"


def test_with_initials_the_words_keep_no_name() -> None:
    assert names(as_shown(family(), Names.INITIALS))["p3"] == "Unnamed father of Z A"


def test_the_family_as_recorded_is_written_under_its_own_ids(tmp_path: Path) -> None:
    path = tmp_path / "family.json"
    path.write_text(json.dumps({"persons": [{"id": "p3", "sex": "M"}]}), encoding="utf-8")
    read, _ = genogram.read(path)
    assert names(read) == {"p3": "p3"}


def test_a_loss_whose_id_is_a_plain_word_is_called_what_it_was() -> None:
    lost = Person(id="loss", name="loss", sex=Sex.UNKNOWN, pregnancy=Pregnancy.MISCARRIAGE)
    assert names(called(family(lost)))["loss"] == "Miscarriage"
