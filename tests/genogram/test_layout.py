"""Every family: all people, no overlap, lines that read back, households round their members."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import genogram
from chronology.dates import parse_when
from chronology.findings import Severity
from genogram.kin import kin_of
from genogram.layout import lay_out
from genogram.model import (
    Family,
    Household,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Residence,
    Sex,
    Union,
    UnionKind,
)
from genogram.placing.layout_parts import Layout
from tests.genogram import parentsread

FAMILIES = sorted((Path(__file__).parent / "families").glob("*.json"))


@st.composite
def families(draw: st.DrawFn) -> Family:
    """Families of up to 24 people over four generations, with all that makes them awkward."""
    count = draw(st.integers(1, 24))
    birth = [draw(st.integers(0, 3)) for _ in range(count)]
    persons = tuple(
        Person(
            id=f"p{i}",
            name=f"Person {i}",
            sex=draw(st.sampled_from(Sex)),
            born=parse_when(str(1940 + 25 * birth[i] + i % 20)),
            twin=draw(st.sampled_from(["", "", "", "a"])),
            subject=i == 0,
        )
        for i in range(count)
    )
    unions = []
    for n in range(draw(st.integers(0, count))):
        partners = draw(st.lists(st.sampled_from(persons), min_size=1, max_size=2, unique=True))
        kind = draw(st.sampled_from(UnionKind))
        unions.append(Union(id=f"u{n}", partners=tuple(p.id for p in partners), kind=kind))
    links = {}
    for _ in range(draw(st.integers(0, count)) if unions else 0):
        union, child = draw(st.sampled_from(unions)), draw(st.sampled_from(persons))
        oldest = max(birth[int(p[1:])] for p in union.partners)
        if birth[int(child.id[1:])] > oldest:
            links[child.id, union.id] = Parentage(
                child=child.id, union=union.id, kind=draw(st.sampled_from(LinkKind))
            )
    households = tuple(
        Household(
            id=f"h{n}",
            members=tuple(
                Residence(person=p.id)
                for p in draw(
                    st.lists(st.sampled_from(persons), min_size=1, max_size=6, unique=True)
                )
            ),
        )
        for n in range(draw(st.integers(0, 3)))
    )
    return Family(
        persons=persons, unions=tuple(unions), parents=tuple(links.values()), households=households
    )


def assert_holds(layout: Layout, family: Family) -> None:
    """What is true of every drawing."""
    assert sorted(n.id for n in layout.nodes) == sorted(p.id for p in family.persons)
    assert parentsread.overlapping(layout) == []
    kin = kin_of(family)
    recorded = {
        (p, k.child) for u in kin.unions.values() for p in u.partners for k in kin.links[u.id]
    }
    assert parentsread.parents_drawn(layout) == recorded
    assert parentsread.lines_through_people(layout) == []
    for outline in layout.outlines:
        house = next(h for h in family.households if h.id == outline.household)
        for node in layout.nodes:
            for corner in parentsread.corners(node):
                held = any(parentsread.inside(ring, corner) for ring in outline.rings)
                assert held == (node.id in house.people()), (outline.household, node.id)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(families())
def test_any_family_is_drawn_whole_without_overlap_and_reads_back(family: Family) -> None:
    assert_holds(lay_out(family, effort=2), family)


@pytest.mark.parametrize("path", FAMILIES, ids=lambda p: p.stem)
def test_each_example_family_is_drawn_whole_and_reads_back(path: Path) -> None:
    family, findings = genogram.read(path)
    assert not [f for f in findings if f.severity is Severity.ERROR]
    assert_holds(lay_out(family, effort=20), family)


def test_a_family_of_nobody_gives_an_empty_layout() -> None:
    assert lay_out(Family()).nodes == ()


def test_a_child_far_off_on_one_side_pushes_no_other_as_far_to_the_other() -> None:
    family, _ = genogram.read(Path(__file__).parent / "families" / "adopted-in-and-out.json")
    left, _, right, _ = lay_out(family, effort=20).size
    assert right - left < 870  # 1034 where parents are held to the middle over their children


def test_a_child_who_is_expected_stands_right_of_those_born_also_where_no_day_is_known() -> None:
    children = [Person(id=k, born=parse_when(y)) for k, y in (("zoe", "2014"), ("yan", "2012"))]
    children.append(Person(id="bump", pregnancy=Pregnancy.UNBORN))
    family = Family(
        persons=(Person(id="mo"), *children),
        unions=(Union(id="u", partners=("mo",)),),
        parents=tuple(Parentage(child=c.id, union="u") for c in children),
    )
    x = {n.id: n.x for n in lay_out(family).nodes}
    assert x["yan"] < x["zoe"] < x["bump"]


def test_children_of_two_who_parted_and_came_together_again_stand_eldest_first() -> None:
    born = {
        "bob": ("2009", "u1"),
        "ella": ("2011", "u1"),
        "al": ("2017", "u2"),
        "una": ("2022", "u3"),
    }
    family = Family(
        persons=(
            *(Person(id=p) for p in ("mo", "fa")),
            *(Person(id=c, born=parse_when(year)) for c, (year, _) in born.items()),
        ),
        unions=tuple(Union(id=u, partners=("mo", "fa")) for u in ("u1", "u2", "u3")),
        parents=tuple(Parentage(child=c, union=u) for c, (_, u) in born.items()),
    )
    x = {n.id: n.x for n in lay_out(family).nodes}
    assert sorted(born, key=lambda c: x[c]) == list(born)


def test_twins_stand_in_the_order_of_the_record() -> None:
    twins = [
        Person(id=i, name=name, born=parse_when("8 July 2016"), twin="t")
        for i, name in (("b", "First"), ("a", "Second"), ("c", "Third"))
    ]
    family = Family(
        persons=(Person(id="mo"), *twins),
        unions=(Union(id="u", partners=("mo",)),),
        parents=tuple(Parentage(child=t.id, union="u") for t in twins),
    )
    x = {n.id: n.x for n in lay_out(family).nodes}
    assert x["b"] < x["a"] < x["c"]
