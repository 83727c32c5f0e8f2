"""Which children girls, boys, he and she mean where the case says the sex of the children."""

import datetime as dt

import pytest

from chronology.model import Child
from chronology.narrative import read_narrative

THEO = Child(label="Theo", born=dt.date(2010, 3, 1), sex="M", subject=True)
RUBY = Child(label="Ruby", born=dt.date(2013, 5, 1), sex="F")
NED = Child(label="Ned", born=dt.date(2016, 6, 1), sex="M")
IVY = Child(label="Ivy", born=dt.date(2019, 2, 2), sex="F")
DAY = dt.date(2021, 5, 1)


def values(text: str, children: tuple[Child, ...] = (THEO, RUBY, NED, IVY)) -> dict[str, str]:
    told = read_narrative(text, children=children, subject="Theo", on=DAY)
    return {c: seen.value.value for c, seen in told.seen.items() if seen.value != "not_recorded"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Both girls seen.", {"Ruby": "seen", "Ivy": "seen"}),
        ("Girls seen in the bedroom.", {"Ruby": "seen", "Ivy": "seen"}),
        ("The boys were playing football in the yard.", {"Theo": "seen", "Ned": "seen"}),
        ("None of the boys were seen.", {"Theo": "not_seen", "Ned": "not_seen"}),
        ("Younger brother seen with mum.", {"Ned": "seen"}),
        ("Seen with mum and baby brother.", {"Theo": "seen", "Ned": "seen"}),
        ("Theo seen with his brother.", {"Theo": "seen", "Ned": "seen"}),
        ("Seen with his brother, both well.", {"Theo": "seen", "Ned": "seen"}),
        ("Seen with his sister.", {"Theo": "seen"}),
        ("Mum brought her daughters.", {"Ruby": "seen", "Ivy": "seen"}),
        ("Older girl seen in the kitchen. Younger girl not seen.",
         {"Ruby": "seen", "Ivy": "not_seen"}),
    ],
)  # fmt: skip
def test_girls_and_boys_are_those_of_that_sex(text: str, wanted: dict[str, str]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    "text", ["The girl was seen in her bedroom.", "Her daughter was brought to the appointment."]
)
def test_which_of_two_girls_is_meant_nobody_says_and_it_is_no_boy(text: str) -> None:
    assert values(text) == {}


def test_the_only_girl_is_meant_in_her_brothers_record() -> None:
    assert values("The girl was seen in her bedroom.", (THEO, RUBY)) == {"Ruby": "seen"}


def test_she_is_no_boy_and_he_no_girl() -> None:
    assert values("She was seen in clinic.") == {}
    assert values("He was seen in clinic.") == {"Theo": "seen"}
    assert values("Theo stood by Ruby. She was weighed.")["Ruby"] == "seen"


@pytest.mark.parametrize(
    "text",
    ["Girl found wandering at 22.10.", "Girl in nappy, seen by officers."],
)
def test_a_girl_in_a_boys_record_is_not_the_boy(text: str) -> None:
    assert values(text) == {}


def test_the_twin_sister_is_the_other_twin() -> None:
    finn = Child(label="Finn", born=IVY.born, sex="M")
    told = read_narrative(
        "Twin sister weighed.", children=(RUBY, IVY, finn), subject="Finn", on=DAY
    )
    assert told.overall("Ivy") == "seen"
    assert {told.overall(child) for child in ("Ruby", "Finn")} == {"not_recorded"}


def test_the_boy_of_a_household_is_not_the_girl_who_was_named_before() -> None:
    told = read_narrative(
        "Home visit. Ruby refused to come down. Boy spoken to alone in his room.",
        children=(THEO, RUBY), subject="Theo", record_of="household",
    )  # fmt: skip
    assert told.overall("Theo") == "seen_alone"
    assert told.overall("Ruby") == "not_seen"


def test_what_is_told_of_a_boy_who_may_be_either_is_told_of_no_girl() -> None:
    told = read_narrative(
        "Visit. Ruby refused to come down. Boy spoken to alone in his room.",
        children=(THEO, RUBY, NED), subject="Theo", record_of="household",
    )  # fmt: skip
    assert told.overall("Ruby") == "not_seen"
    assert {told.overall(child) for child in ("Theo", "Ned")} == {"not_recorded"}


def test_the_child_of_a_household_of_several_is_nobody_who_is_known() -> None:
    told = read_narrative(
        "CHILD SEEN SAFE AND WELL.", children=(THEO, RUBY), subject="Theo", record_of="household"
    )
    assert told.overall() == "not_recorded"


def test_where_the_case_does_not_say_girls_may_be_any_of_the_children() -> None:
    unsaid = tuple(Child(label=child.label) for child in (THEO, RUBY))
    assert values("Girls seen in the bedroom.", unsaid) == {"Theo": "seen", "Ruby": "seen"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Younger sister seen.", {}),
        ("Baby brother Ned seen.", {"Ned": "seen"}),
        ("Little brother seen.", {}),
        ("Older sister seen.", {"Ruby": "seen"}),
    ],
)
def test_a_brother_or_sister_whom_the_case_lacks_is_no_other_of_them(
    text: str, wanted: dict[str, str]
) -> None:
    told = read_narrative(text, children=(THEO, RUBY, NED), subject="Ned", on=DAY)
    assert {c: s.value.value for c, s in told.seen.items() if s.value != "not_recorded"} == wanted
