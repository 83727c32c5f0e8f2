"""Circles among lines of descent: everybody who would be their own ancestor."""

from __future__ import annotations

from genogram.circles import circles


def test_a_tidy_family_has_no_circle() -> None:
    assert circles([("grandmother", "mother"), ("mother", "child"), ("father", "child")]) == []


def test_everybody_on_the_way_round_belongs_to_the_circle_and_nobody_else() -> None:
    lines = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "child"), ("elder", "a")]
    assert circles(lines) == [{"a", "b", "c"}]


def test_a_person_recorded_as_their_own_parent_is_a_circle() -> None:
    assert circles([("a", "a"), ("a", "b")]) == [{"a"}]
