"""A child who would not come or was out at first, and was seen all the same (all_the_same.py)."""

import pytest

from tests.chronology.seen.test_guards import seen


@pytest.mark.parametrize(
    "text",
    [
        "Therapist met Mia in the car park as she would not come in.",
        "Met Mia outside because she refused to come in.",
        "Mia refused to come in so I saw her in the car park.",
        "Spoke to Mia in the car as she would not come into school.",
    ],
)
def test_who_would_not_come_in_and_was_met_outside_was_seen(text: str) -> None:
    assert seen(text)["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Mum said Mia had gone to the shop. Mia came back as I was leaving and said hello.",
        "Mia was out but came back before I left.",
        "Mia at the shop but got back as I left.",
    ],
)
def test_who_was_out_and_came_back_before_the_visit_ended_was_seen(text: str) -> None:
    assert seen(text)["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Spoke to Mia through her door, she would not come out.",
        "Unable to see Mia as she would not come down.",
        "I should have met Mia today but she would not come in.",
        "Met Mia last week; today she would not come in.",
        "Mum met Mia at the gate as she would not come in.",
        "Met with Mia's teacher as Mia refused to come in.",
        "Met Theo, Mia would not come in.",
        "Met Mia on Teams as she would not come in.",
        "Staff saw Mia get into a car, she did not come back.",
        "Mia was at football and had not come back by the time I left.",
        "Mum said Mia came back as the health visitor was leaving last time. Mia out today.",
        "I would have met Mia but she would not come.",
        "We were meant to have seen Mia but she would not come.",
        "Saw Mia's coat, she would not come in.",
        "Mia at school. A call came in during the visit.",
    ],
)
def test_who_would_not_come_and_was_not_met_was_not_seen(text: str) -> None:
    assert seen(text)["Mia"] == "not_seen"


@pytest.mark.parametrize(
    "text",
    [
        "Mia had run off but came back while I was talking to her mum.",
        "Mia was at Scouts, and walked in as we were still sitting at the table.",
        "Mia barricaded in bedroom, opened door to nurse after an hour.",
        "Mia locked herself in the bathroom and eventually let me in.",
        "Mia absent at registration, arrived 10.15.",
        "Mia missing at roll call, found in the toilets by Mr Penn.",
    ],
)
def test_who_was_away_at_first_and_then_stood_before_somebody_was_seen(text: str) -> None:
    assert seen(text)["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Mia asleep upstairs. Mum opened the door to PC Hale and would not let him up.",
        "Mia missing from registration, not found on site.",
        "Mia was not home by the time I left.",
    ],
)
def test_where_somebody_else_opened_or_nobody_came_the_child_was_not_seen(text: str) -> None:
    assert seen(text)["Mia"] == "not_seen"
