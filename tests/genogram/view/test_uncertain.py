"""What is not certain is said in words beside its line."""

from __future__ import annotations

import pytest

import genogram
from genogram.drawing import picture
from genogram.formats.family_dates import when_from
from genogram.kin import kin_of
from genogram.model import Family, LinkKind, Parentage, Person, Sex, Union
from genogram.picture.marks import Outline, Words
from genogram.placing.lettering import width
from genogram.view.uncertain import putative, unidentified


def family(*kinds: LinkKind) -> Family:
    return Family(
        persons=(
            Person(id="m", name="Jo", sex=Sex.FEMALE),
            Person(id="f", name="Al", sex=Sex.MALE),
            *(Person(id=f"c{n}", name=f"Child {n}") for n in range(len(kinds))),
        ),
        unions=(Union(id="u", partners=("m", "f")),),
        parents=tuple(
            Parentage(child=f"c{n}", union="u", kind=kind) for n, kind in enumerate(kinds)
        ),
    )


def doubts(*kinds: LinkKind) -> dict[str, str]:
    told = family(*kinds)
    return putative(kin_of(told), {p.id: p.name for p in told.persons})


def test_the_man_of_a_disputed_link_is_the_putative_father() -> None:
    assert doubts(LinkKind.DISPUTED) == {"f": "putative father"}


def test_with_other_children_it_says_of_whom() -> None:
    assert doubts(LinkKind.DISPUTED, LinkKind.BIRTH) == {"f": "putative father of Child 0"}


def test_nobody_is_putative_where_no_link_is_disputed() -> None:
    assert doubts(LinkKind.BIRTH, LinkKind.UNKNOWN) == {}


def test_the_words_stand_under_him_in_the_drawing() -> None:
    words = [m.text for m in picture(genogram.lay_out(family(LinkKind.DISPUTED))).marks
             if isinstance(m, Words)]  # fmt: skip
    assert "putative father" in words


@pytest.mark.parametrize(
    ("name", "nobody"),
    [
        ("Unknown father", True),
        ("Lodger (name not recorded)", True),
        ("Lodger (surname not recorded)", False),
        ("unknown", True),
        ("Not known (father of Ann)", True),
        ("?", True),
        ("Father unknown", True),
        ("Unity Known", False),
        ("Nk'osi", False),
        ("", False),
    ],
)
def test_somebody_without_a_name_is_not_identified(name: str, nobody: bool) -> None:
    assert unidentified(Person(id="p", name=name)) is nobody


def test_an_unknown_father_has_a_symbol_of_his_own() -> None:
    told = Family(
        persons=(Person(id="f", name="Unknown father", sex=Sex.MALE), Person(id="c", name="C")),
        unions=(Union(id="u", partners=("f",)),),
        parents=(Parentage(child="c", union="u"),),
    )
    marks = picture(genogram.lay_out(told)).marks
    (symbol,) = (m for m in marks if isinstance(m, Outline) and m.id == "person-f")
    assert (symbol.shape.value, symbol.inside) == ("square", "?")
    assert any(isinstance(m, Words) and m.text == "Not identified in the record" for m in marks)


@pytest.mark.parametrize(
    ("name", "sex", "subject"),
    [("Unknown father", Sex.MALE, False), ("Kit", Sex.UNKNOWN, False), ("Kit", Sex.UNKNOWN, True)],
)
def test_the_cross_of_the_dead_does_not_run_through_the_question_mark(
    name: str, sex: Sex, subject: bool
) -> None:
    person = Person(id="p", name=name, sex=sex, subject=subject, died=when_from("2020"))
    marks = picture(genogram.lay_out(Family(persons=(person,)))).marks
    first, *_ = [m for m in marks if isinstance(m, Outline)]
    assert first.inside == ""
    (asked,) = (m for m in marks if isinstance(m, Words) and m.text == "?" and m.y < first.y)
    reach = first.y - asked.y - asked.size / 2  # the strokes are at 45 degrees
    assert width("?", asked.size) / 2 < reach
