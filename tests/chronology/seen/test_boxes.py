"""Boxes of a form typed into one cell are read as they were filled in (boxes.txt)."""

import pytest

from chronology.narrative import read_narrative
from tests.chronology.labelled_texts import SEEN, sight, texts


@pytest.mark.parametrize(("theo", "ruby", "text"), texts("seen/boxes.txt", 2))
def test_a_form_reads_as_it_was_filled_in(theo: str, ruby: str, text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    assert told.seen["Theo"].value == SEEN[theo]
    assert sight(told.seen["Ruby"].value.value) == sight(SEEN[ruby])


@pytest.mark.parametrize(
    "text",
    [
        "Child's views: ____", "Child seen: ____ Views: ____", "Wishes and feelings: ____",
        "Child seen:\nChild spoken to:\nChild's views:\nOutcome:",
    ],
)  # fmt: skip
def test_a_form_with_nothing_on_its_lines_tells_of_no_sight_and_no_views(text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    assert (told.seen["Theo"].value, told.views["Theo"].value) == ("not_recorded", "not_recorded")


def test_the_words_of_a_box_are_its_evidence() -> None:
    text = "Stat visit. Child seen \u2610 Yes \u2612 No. Carer seen: Yes."
    told = read_narrative(text, children=("Theo",), subject="Theo").seen["Theo"]
    assert told.evidence.startswith("Child seen \u2610 Yes \u2612 No")


def test_a_letter_that_is_a_childs_initial_is_no_answer_but_of_a_box_of_the_child() -> None:
    told = read_narrative("Child seen: N.", children=("Nico", "Ada"), subject="Nico")
    assert told.seen["Nico"].value == "not_seen"
    told = read_narrative("Visit. Seen: N and B.", children=("Nico", "Bea"), subject="Nico")
    assert told.seen["Bea"].value == "seen"


def test_a_form_about_a_grown_person_says_nothing_of_the_child() -> None:
    text = "Client: mother. Attended: yes. Topics: lapse."
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert told.seen["Theo"].value == "not_recorded"


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Child seen: Yes", "in_person"),
        ("Child seen: Yes (asleep)", "asleep"),
        ("Child seen - Yes via video call", "remote"),
    ],
)
def test_what_stands_beside_a_box_is_the_manner_of_the_sighting(text: str, manner: str) -> None:
    told = read_narrative(text, children=("Theo",), subject="Theo").seen["Theo"]
    assert (told.value, told.manner) == ("seen", manner)
