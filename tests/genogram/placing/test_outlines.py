"""Household outlines: one closed line that holds exactly its members, however homes overlap."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from benchmarks.random_families import Habits, grow
from genogram.layout import lay_out
from genogram.model import Family, Household, Residence
from genogram.placing.layout_parts import Line, LineKind
from genogram.placing.outline_shifts import off_lines
from tests.genogram import parentsread


def crowded(family: Family, seed: int) -> Family:
    """The same family in more homes: three generations, two homes for a child, people not kin."""
    dice = random.Random(seed)
    people = [p.id for p in family.persons]
    partners = {u.id: u.partners for u in family.unions}
    homes = []
    for _ in range(2):
        union = dice.choice(family.unions)
        children = [k.child for k in family.parents if k.union == union.id]
        elders = [p for k in family.parents if k.child in union.partners for p in partners[k.union]]
        homes += [[*union.partners, *children, *elders], [union.partners[0], *children]]
        homes.append(dice.sample(people, dice.randint(1, 5)))
    made = tuple(
        Household(id=f"X{n}", members=tuple(Residence(person=p) for p in dict.fromkeys(home)))
        for n, home in enumerate(homes)
    )
    return replace(family, households=family.households + made)


@pytest.mark.parametrize("seed", range(8))
def test_each_outline_is_one_line_round_its_members_and_nobody_else(seed: int) -> None:
    family = crowded(grow(seed, 30, Habits(cousins=0.2, homes=0.5, foster=0.2)), seed)
    layout = lay_out(family, effort=2)
    members = {h.id: set(h.people()) for h in family.households}
    assert {o.household for o in layout.outlines} == set(members)
    for outline in layout.outlines:
        (ring,) = outline.rings
        for node in layout.nodes:
            for corner in parentsread.corners(node):
                held = parentsread.inside(ring, corner)
                assert held == (node.id in members[outline.household]), (outline.household, node.id)


def test_an_edge_a_hair_long_is_an_edge_like_others() -> None:
    ring = ((0.0, 0.0), (80.0, 0.0), (80.0, 0.04), (120.0, 0.04), (120.0, 60.0), (0.0, 60.0))
    line = Line(kind=LineKind.RISER, union="u", points=((0.5, 5.0), (0.5, 55.0)))
    (made,) = off_lines([ring], [line], [])
    assert made == ((4.5, 0.0), *ring[1:5], (4.5, 60.0))


def test_outlines_side_by_side_are_moved_apart_so_that_each_can_be_followed() -> None:
    left = ((0.0, 0.0), (60.0, 0.0), (60.0, 90.0), (0.0, 90.0))
    right = ((62.0, 10.0), (120.0, 10.0), (120.0, 90.5), (62.0, 90.5))
    first, second = off_lines([left, right], [], [])
    assert first == left
    assert second[0][0] - first[1][0] > 3.5
    assert [y for _, y in second] == [y for _, y in right]
