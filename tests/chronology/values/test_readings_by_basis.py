"""The bases of a value: each keeps its own reading, and one of them is the value."""

from __future__ import annotations

from itertools import permutations

import pytest

from chronology.model import Basis, Seen
from chronology.values.readings_by_basis import only, readings_of, with_reading, words_by_basis
from tests.chronology.small_chronology import chronology, entry, seen, views

STATED, READ = seen("seen"), seen("not_seen", "narrative")
ANSWERED, REVIEWED = seen("seen_alone", "agency_answer"), seen("not_seen", "reviewer")


@pytest.mark.parametrize("order", list(permutations([STATED, READ, ANSWERED, REVIEWED])))
def test_in_whatever_order_they_come_the_value_and_the_readings_are_the_same(
    order: tuple[Seen, ...],
) -> None:
    value = Seen()
    for told in order:
        value = with_reading(value, told)
    assert (value.value, value.basis) == ("not_seen", "reviewer")
    assert dict(readings_of(value)) == {
        "stated": "seen", "narrative": "not_seen", "agency_answer": "seen_alone",
        "reviewer": "not_seen",
    }  # fmt: skip
    assert set(words_by_basis(value)) == set(readings_of(value))


@pytest.mark.parametrize(
    ("first", "second", "value", "basis"),
    [
        (STATED, READ, "seen", "stated"),
        (STATED, ANSWERED, "seen", "stated"),
        (READ, ANSWERED, "seen_alone", "agency_answer"),
        (Seen(), ANSWERED, "seen_alone", "agency_answer"),
    ],
)
def test_an_answer_given_later_never_replaces_what_was_stated(
    first: Seen, second: Seen, value: str, basis: str
) -> None:
    told = with_reading(first, second)
    assert (told.value, told.basis) == (value, basis)


def test_stated_only_goes_back_to_the_column_and_leaves_the_rest_not_recorded() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21", with_reading(STATED, REVIEWED), views("recorded", "narrative")),
        entry(2, "GP", "2/3/21", READ),
    )
    first, second = only(told, [Basis.STATED]).entries
    assert (first.seen["Theo"].value, first.seen["Theo"].evidence) == ("seen", "seen")
    assert first.views["Theo"].value == "not_recorded"
    assert second.seen["Theo"].basis == "none"
