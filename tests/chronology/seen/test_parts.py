"""Some of the children: which of them, only what is said of the others can tell."""

import pytest

from chronology.narrative import read_narrative

FOUR = ("Theo", "Ruby", "Ned", "Ivy")


def values(text: str, record_of: str = "child") -> dict[str, str]:
    told = read_narrative(text, children=FOUR, subject="Theo", record_of=record_of)
    return {c: seen.value.value for c, seen in told.seen.items() if seen.value != "not_recorded"}


@pytest.mark.parametrize("record_of", ["child", "household"])
@pytest.mark.parametrize(
    "text",
    [
        "Two of the children seen.",
        "Saw two of the children at home.",
        "Three of the children were seen, one at school.",
        "Only two of the four children were at home.",
        "Home visit. 2 of 4 children seen.",
        "Home visit. Three of the four seen.",
        "2 of 4 seen.",
        "2/4 children seen.",
        "Children seen x 3.",
        "Some of the children were seen in the garden.",
        "Half the children were at nan's.",
        "Not all children seen.",
    ],
)
def test_which_of_the_children_are_meant_nobody_says(text: str, record_of: str) -> None:
    assert values(text, record_of) == {}


def test_all_but_the_one_who_was_elsewhere_were_seen() -> None:
    told = values("Home visit. Three of the four children seen, Ivy at hospital with nan.")
    assert told == {"Theo": "seen", "Ruby": "seen", "Ned": "seen", "Ivy": "not_seen"}


@pytest.mark.parametrize(
    "text",
    [
        "THREE CHILDREN PRESENT AND WELL, IVY STAYING AT FRIENDS.",
        "Mother and 3 children there. Ivy has gone to Leicester with her father.",
    ],
)
def test_a_number_of_children_are_those_who_were_not_elsewhere(text: str) -> None:
    told = values(text, "household")
    assert told == {"Theo": "seen", "Ruby": "seen", "Ned": "seen", "Ivy": "not_seen"}


def test_three_of_the_four_are_not_the_one_who_was_out() -> None:
    told = values("Statutory visit. Three of the four were in, Ivy was working with her uncle.")
    assert told == {"Theo": "seen", "Ruby": "seen", "Ned": "seen", "Ivy": "not_seen"}
    assert values("Session 2 of 4 with mum.") == {}


def test_two_small_children_of_four_may_be_any_or_others() -> None:
    assert values("Tenancy check. Two small children running about.", "household") == {}


def test_those_of_whom_nothing_else_is_told_were_not_there() -> None:
    told = values("Three of the children off today, unwell. Ivy seen in class, painting.")
    assert told["Ivy"] == "seen"
    assert "seen" not in {told.get(child) for child in ("Theo", "Ruby", "Ned")}


def test_a_child_who_speaks_may_be_one_of_the_two_who_were_seen() -> None:
    told = values("Two of the children seen at home. Ruby told me that she likes her new school.")
    assert told == {"Ruby": "seen"}


def test_as_many_as_there_are_are_all_of_them() -> None:
    assert set(values("All four children seen.").values()) == {"seen"}
    assert len(values("Four of the children seen.")) == len(FOUR)


def test_childrens_wishes_are_those_of_the_children_whom_they_go_on_to_name() -> None:
    told = read_narrative(
        "Children's wishes and feelings: Theo wants to stay with dad, Ruby does not know.",
        children=("Theo", "Ruby", "Ned"), subject="Theo", record_of="household",
    )  # fmt: skip
    assert {c for c, of in told.views.items() if of.value == "recorded"} == {"Theo", "Ruby"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Children seen, Mia at playgroup.", "SSN"),
        ("The children were seen. Mia was at nursery.", "SSN"),
        ("Kids seen and well. Mia at her nan's.", "SSN"),
        ("All three children seen, Mia at nursery.", "SSS"),
        ("Children seen today. Theo at school, Finn at college, Mia at nursery.", "SSS"),
        ("Children seen, Mia at the table drawing.", "SSS"),
        ("Children seen. Mia at football later.", "SSS"),
    ],
)
def test_a_child_who_is_told_to_be_elsewhere_is_none_of_the_children_seen(
    text: str, values: str
) -> None:
    told = read_narrative(text, children=("Theo", "Finn", "Mia"), subject="Theo").seen
    letters = {"seen": "S", "not_seen": "N", "not_recorded": "-"}
    assert "".join(letters[told[c].value.value] for c in ("Theo", "Finn", "Mia")) == values
