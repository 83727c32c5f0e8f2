"""Boxes of a form typed into one cell are read as they were filled in (boxes.txt)."""

from pathlib import Path

import pytest

from chronology.narrative import read_narrative

SEEN = {"S": "seen", "A": "seen_alone", "N": "not_seen", "-": "not_recorded"}
LINES = (Path(__file__).parent / "boxes.txt").read_text(encoding="utf-8").splitlines()
FILLED = [
    pytest.param(*(part.strip() for part in line.split("|", 2)), id=line.split("|", 2)[2].strip())
    for line in LINES
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("theo", "ruby", "text"), FILLED)
def test_a_form_reads_as_it_was_filled_in(theo: str, ruby: str, text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    sighted = {"seen_alone": "seen"}  # of another child, alone is not weighed
    found, wanted = told.seen["Ruby"].value.value, SEEN[ruby]
    assert told.seen["Theo"].value == SEEN[theo]
    assert sighted.get(found, found) == sighted.get(wanted, wanted)


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
