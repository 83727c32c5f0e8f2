"""Who else was in the room: alone is where nobody stayed, and where somebody was sent out."""

import pytest

from chronology.narrative import read_narrative


def seen(text: str) -> str:
    return read_narrative(text, children=("Theo", "Mia"), subject="Theo").seen["Theo"].value.value


@pytest.mark.parametrize(
    "text",
    [
        "I had hoped to see Theo alone but grandmother would not leave the room. He told me school "
        "is fine.",
        "Planned to see Theo individually; stepdad sat in. Theo said little.",
        "Mum left us but dad came in and sat down. Theo drew a house.",
        "Mum was upstairs, dad sat with us. Theo said he is happy.",
        "Dad went outside to smoke; mum remained. Theo told me about his birthday.",
        "Dad left the room but mum stayed throughout. Theo told me about his birthday.",
        "Mum agreed to leave us to talk but stood in the doorway the whole time. Theo said home is "
        "good.",
    ],
)
def test_a_child_beside_whom_an_adult_stayed_was_not_seen_alone(text: str) -> None:
    assert seen(text) == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "I saw Theo alone in his bedroom; mum stayed downstairs.",
        "I saw Theo on his own, mum sat in the car.",
        "Saw Theo alone in his room. Mum joined us at the end.",
        "Theo seen alone, as mum stayed put in the kitchen.",
        "Saw Theo alone; dad would not leave his bed.",
        "Theo seen alone while mum was in and out of the shower.",
        "Mum sat in for the first half, then left. Theo told me he is scared.",
        "Mum left the room and Theo told me about the belt but she came back in and he stopped.",
        "Mum went out. Theo told me dad hits him. Mum came back in and sat down.",
    ],
)
def test_who_stayed_elsewhere_or_came_later_does_not_stop_it_being_alone(text: str) -> None:
    assert seen(text) == "seen_alone"


@pytest.mark.parametrize(
    "text",
    [
        "Doctor asked Ray to step out and asked Theo how it happened. He shook his head.",
        "Parents were sent for a cup of tea. Theo told the nurse that he had meant to die.",
        "When mum nipped to the loo Theo whispered to me that he is scared.",
    ],
)
def test_a_child_who_is_asked_once_somebody_was_sent_out_is_seen_alone(text: str) -> None:
    assert seen(text) == "seen_alone"


@pytest.mark.parametrize(
    "text",
    [
        "Officer asked dad to step outside and asked mum what happened. Theo was crying in the "
        "hall.",
        "Teacher asked Theo to step outside and asked him what was wrong. He shrugged.",
    ],
)
def test_it_is_the_child_who_is_asked_and_not_the_child_who_is_sent_out(text: str) -> None:
    assert seen(text) == "seen"
