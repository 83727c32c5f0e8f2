"""What was not asked in vain: offers taken up, things declined, questions plainly answered."""

import pytest

from chronology.narrative import read_narrative


def views(text: str) -> str:
    return read_narrative(text, children=("Theo", "Mia"), subject="Theo").views["Theo"].value.value


@pytest.mark.parametrize(
    "text",
    [
        "Mr P offered Theo a listening session and he took him up on it straight away.",
        "Offered Theo a place on the sewing club; he accepted.",
        "Theo was offered counselling and agreed to it.",
        "I asked Theo if he would like to speak to an advocate and he said yes.",
        "Theo was asked to read the chart and did so with ease.",
    ],
)
def test_an_offer_that_a_child_takes_up_is_nothing_asked_in_vain(text: str) -> None:
    assert views(text) == "not_recorded"


@pytest.mark.parametrize(
    "text",
    [
        "Theo was offered a listening session but declined.",
        "Theo was offered a listening session and did not take it up.",
        "Offered Theo time alone. He accepted but said nothing.",
        "Offered Theo a session which mum accepted.",
        "Asked Theo about school. Offered mum a leaflet and she accepted it.",
        "I asked Theo about school. He was offered a snack and said yes please.",
    ],
)
def test_what_is_declined_or_asked_besides_still_is(text: str) -> None:
    assert views(text) == "sought_but_not_given"


@pytest.mark.parametrize(
    "text",
    [
        "Theo declined the flu vaccine.",
        "Theo declined pudding.",
        "Optician came to the home, Theo declined to come out of his bedroom so not tested.",
        "Unable to gain access. Theo not seen.",
        "Could not get up the path for dogs. Left.",
        "Theo seen in clinic with mum. Could not get a urine sample.",
    ],
)
def test_a_thing_not_had_is_no_question_in_vain(text: str) -> None:
    assert views(text) == "not_recorded"


@pytest.mark.parametrize(
    "text",
    [
        "Theo declined counselling.",
        "Theo refused to come out of his room to speak with the social worker.",
        "Theo refused his breakfast and would not say why.",
        "Not able to gain Theo's views today as he was tired.",
        "Was unable to get a word out of Theo.",
    ],
)
def test_views_not_had_are(text: str) -> None:
    assert views(text) == "sought_but_not_given"


@pytest.mark.parametrize(
    "text",
    [
        "I asked Theo how things were at home and he said everything was fine.",
        "I asked Theo how school was and he said it was boring.",
    ],
)
def test_what_a_child_answers_outright_is_the_childs_view(text: str) -> None:
    assert views(text) == "recorded"


@pytest.mark.parametrize(
    "text",
    [
        "Asked how school was. Theo shrugged and said it was boring.",
        "I asked Theo how contact was; mum said it was good.",
    ],
)
def test_a_shrug_and_what_a_parent_answers_are_not(text: str) -> None:
    assert views(text) == "sought_but_not_given"


def test_what_a_child_told_the_relative_who_rang_is_known_through_the_relative_alone() -> None:
    assert views("Gran phoned at lunchtime: Theo told her that dad hurt his arm.") == "not_recorded"
    assert views("Teacher phoned. Theo told her that dad hurt his arm.") == "recorded"
    assert views("TC from Mrs Shaw. Theo told her that he is scared of dad.") == "recorded"


def test_another_young_person_is_no_child_of_the_case() -> None:
    text = "Another young person told staff she is worried about Theo."
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert (told.seen["Theo"].value, told.views["Theo"].value) == ("not_recorded", "not_recorded")
