"""How a child was seen: asleep, or glimpsed from outside; on a screen, see test_screens.py."""

from __future__ import annotations

import pytest

from chronology.narrative import read_narrative


def manner(text: str, child: str = "Theo") -> str:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    return told.seen[child].manner


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Mum in with Theo, asleep in his cot.", "asleep"),
        ("Theo in pram, asleep.", "asleep"),
        ("Called at gran's. Theo asleep on the settee.", "asleep"),
        ("Theo fell asleep on the carpet at story time.", "in_person"),
        ("Theo was pretending to be asleep and giggled at us.", "in_person"),
        ("Theo asleep on arrival, woke and smiled at mum.", "in_person"),
        ("Home visit. Theo napping in his cot, checked by SW.", "asleep"),
        ("Home visit. Theo asleep by 8, no waking.", "asleep"),
        ("Home visit. Theo asleep at first but got up to show his picture.", "in_person"),
        ("Officers attended. Theo half asleep on the stairs in a nappy.", "in_person"),
        ("Visit. Mum said Theo had been napping. He ran in and out.", "in_person"),
    ],
)
def test_asleep_is_who_slept_while_they_were_seen(text: str, how: str) -> None:
    assert manner(text) == how


def test_asleep_is_said_of_the_child_of_whom_it_is_told() -> None:
    text = "Ruby drew at the table while Theo lay asleep in the pram."
    assert (manner(text), manner(text, "Ruby")) == ("asleep", "in_person")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("I saw Theo through the kitchen window. No one came to the door.", "glimpsed"),
        ("Through the letterbox I could see Theo on the stairs.", "glimpsed"),
        ("Work pack dropped off. Theo at window, waved.", "glimpsed"),
        ("Theo at an upstairs window, waved down to the crew.", "glimpsed"),
        ("Session with Theo in the tent. He saw his mum through the glass and hid.", "in_person"),
        ("Mum and Theo rescued from first floor window.", "in_person"),
    ],
)
def test_glimpsed_is_who_was_seen_from_outside(text: str, how: str) -> None:
    assert manner(text) == how


def test_glimpsed_is_said_of_the_one_who_was_seen_so() -> None:
    text = "Theo drew with me while I could see his sister Ruby through the glass."
    assert manner(text) == "in_person"
