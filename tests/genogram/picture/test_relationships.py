"""Relationship lines: each from its person to its person, round everybody else."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import genogram
from genogram.drawing import picture
from genogram.model import Family, Person, Relationship, RelationshipKind
from genogram.picture.marks import Mark, Outline, Stretch, Words
from genogram.picture.relationships import Tie, routed
from genogram.placing.layout_parts import Layout, to_json
from genogram.placing.lettering import width
from tests.genogram.parentsread import box_at

FAMILIES = Path(__file__).parents[1] / "families"
TIES = tuple(
    Relationship(source=a, target=b, kind=kind, status=status, reference="police log")
    for a, b, kind, status in (
        ("M", "S", RelationshipKind.CLOSE, ""),
        ("M", "GF", RelationshipKind.CONFLICT, ""),
        ("S", "M", RelationshipKind.VIOLENCE, "alleged"),
        ("A", "GF", RelationshipKind.CUT_OFF, ""),
        ("A", "M", RelationshipKind.CARER, ""),
    )
)

_YEARS = re.compile(r"(?:\? )?(?:m\. |to )?\d{4}(?:\u2013\d{4})?|\?")  # at a partner line


@cache
def laid_out(ties: tuple[Relationship, ...] = TIES) -> Layout:
    family, _ = genogram.read(FAMILIES / "partners.json")
    return genogram.lay_out(replace(family, relationships=ties), effort=2)


@cache
def drawn(ties: tuple[Relationship, ...] = TIES) -> tuple[Mark, ...]:
    return tuple(picture(laid_out(ties)).marks)


@cache
def routes() -> tuple[Tie, ...]:
    return routed(laid_out(), drawn(()))


def test_every_line_leaves_its_person_and_arrives_at_the_other() -> None:
    ties = routes()
    assert [(t.tie.source, t.tie.target) for t in ties] == [(r.source, r.target) for r in TIES]
    for tie in ties:
        inward = [(x, y + 3) for x, y in (tie.points[0], tie.points[-1])]  # it ends just outside
        ends = [box_at(laid_out(), end) for end in inward]
        assert [n.id for n in ends if n] == [tie.tie.source, tie.tie.target]


@pytest.mark.parametrize("name", ["foster-care", "kinship-care", "partners", "two-homes"])
def test_lines_to_one_person_end_apart(name: str) -> None:
    family, _ = genogram.read(FAMILIES / f"{name}.json")
    one, *others = [p.id for p in family.persons[:6]]
    close = [Relationship(source=p, target=one, kind=RelationshipKind.CLOSE) for p in others]
    bare = genogram.lay_out(replace(family, relationships=()), effort=2)
    layout = replace(bare, family=replace(family, relationships=tuple(close)))
    ends = [tie.points[-1] for tie in routed(layout, picture(bare).marks)]
    assert len(ends) == 5
    assert min(math.dist(a, b) for a, b in itertools.combinations(ends, 2)) > 4


def test_no_line_runs_through_anybody_else() -> None:
    layout = laid_out()
    for tie in routes():
        for a, b in itertools.pairwise(tie.points):
            steps = max(1, int(math.dist(a, b)))
            for n in range(steps + 1):
                x, y = (a[k] + (b[k] - a[k]) * n / steps for k in (0, 1))
                met = [
                    node.id
                    for node in layout.nodes
                    if abs(x - node.x) < node.w / 2 - 2 and abs(y - node.y) < node.h / 2 - 2
                ]
                assert set(met) <= {tie.tie.source, tie.tie.target}


def test_kinds_differ_by_shape_and_not_by_colour() -> None:
    shapes = {}
    for number, tie in enumerate(TIES, start=1):
        alone = replace(tie, status="proven")
        marks = drawn((alone,))
        first = next(
            n for n, m in enumerate(marks) if isinstance(m, Stretch) and m.id == "relationship-1"
        )
        until = next(n for n, m in enumerate(marks) if isinstance(m, Words) and m.text == "1")
        part = marks[first:until]
        colours = {m.colour for m in part if isinstance(m, Stretch)}
        assert len(colours) == 1
        zigzag = max(len(m.points) for m in part if isinstance(m, Stretch)) > 12
        shapes[number] = (len(part), zigzag)
    assert len(set(shapes.values())) == len(TIES)


def test_violence_has_its_arrow_at_the_second_person() -> None:
    (tie,) = routed(laid_out(TIES[2:3]), drawn(()))
    marks = drawn(TIES[2:3])
    heads = [
        m
        for m in marks
        if isinstance(m, Stretch) and m.points[1:] and m.points[1] == tie.points[-1]
    ]
    heads = [m for m in heads if len(m.points) == 3]
    assert len(heads) == 1


def test_a_line_that_the_record_leaves_open_has_a_question_mark_and_the_key_says_so() -> None:
    words = [m.text for m in drawn() if isinstance(m, Words)]
    assert "3?" in words
    assert "With ?: alleged, or not settled in the record" in words


def test_status_and_source_stand_under_the_key_as_recorded() -> None:
    words = [m.text for m in drawn() if isinstance(m, Words)]
    assert any(w.startswith("3 Violence, ") and "alleged; source: police log." in w for w in words)
    assert any(w.startswith("1 Close, ") and "status not recorded" in w for w in words)


def test_the_key_names_only_the_kinds_that_are_drawn() -> None:
    words = {m.text for m in drawn(TIES[:1]) if isinstance(m, Words)}
    assert "Close relationship" in words
    assert not words & {"Conflict", "Violence, towards the arrow", "Cut off, no contact"}


def test_the_layout_form_holds_lines_of_descent_and_partnership_only() -> None:
    assert to_json(laid_out()) == to_json(laid_out(()))


@pytest.mark.parametrize("kind", RelationshipKind)
def test_two_people_tied_to_nobody_else_can_be_joined(kind: RelationshipKind) -> None:
    family = Family(
        persons=(Person(id="a", name="A"), Person(id="b", name="B")),
        relationships=(Relationship(source="a", target="b", kind=kind),),
    )
    marks = picture(genogram.lay_out(family)).marks
    assert any(isinstance(m, Stretch) and m.id == "relationship-1" for m in marks)
    assert sum(isinstance(m, Outline) and m.id.startswith("person-") for m in marks) == 2


@pytest.mark.parametrize("name", sorted(p.stem for p in FAMILIES.glob("*.json")))
def test_a_zigzag_runs_clear_of_the_names_of_homes_and_the_years_of_couples(name: str) -> None:
    family, _ = genogram.read(FAMILIES / f"{name}.json")
    pairs = [u.partners for u in family.unions if len(u.partners) == 2][:3]
    pairs += itertools.pairwise([p.id for p in family.persons[:6]])
    ties = [Relationship(source=a, target=b, kind=RelationshipKind.CONFLICT) for a, b in pairs]
    bare = genogram.lay_out(replace(family, relationships=()), effort=2)
    layout = replace(bare, family=replace(family, relationships=tuple(ties)))
    marks = picture(layout).marks
    drawn = [m for m in marks if isinstance(m, Stretch) and m.id.startswith("relationship-")]
    told = [m for m in picture(bare).marks if isinstance(m, Words) and m.y < layout.size[3]]
    for words in (m for m in told if m.id.startswith("name-") or _YEARS.fullmatch(m.text)):
        half = width(words.text, words.size) / 2
        for x, y in (point for mark in drawn for point in mark.points):
            assert abs(x - words.x) > half - 1 or abs(y - words.y) > words.size * 0.45
