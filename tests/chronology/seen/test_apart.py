"""One child told by name, and the others as a part of them: who was there and who was not."""

import pytest

from chronology.narrative import read_narrative

FOUR = ("Kian", "Tilly", "Marley", "Sky")
THREE = ("Theo", "Ruby", "Max")
LETTERS = {"seen": "S", "seen_alone": "S", "not_seen": "N", "not_recorded": "-"}


def seen(text: str, children: tuple[str, ...] = THREE) -> str:
    """A letter for each child."""
    told = read_narrative(text, children=children, subject=children[0])
    return "".join(LETTERS[told.seen[child].value.value] for child in children)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kian and Tilly in. The little ones were in bed asleep, not disturbed.", "SSNN"),
        ("Kian was the only child in. The rest had gone to the park with mum's partner.", "SNNN"),
        ("Kian held the torch for me in the loft. Mum said the younger ones were out.", "SNNN"),
        ("Kian showed me his drawing. His sisters had gone to town with mum.", "SNNN"),
    ],
)
def test_what_is_said_of_the_others_is_not_said_of_one_seen_by_name(text: str, told: str) -> None:
    assert seen(text, FOUR) == told


def test_that_others_by_name_were_elsewhere_denies_nothing_of_those_who_came() -> None:
    text = (
        "Met mother at court. She'd brought Kian and Tilly along. "
        "Marley and Sky were being minded by her sister."
    )
    assert seen(text, FOUR) == "SSNN"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Saw Theo at school on Monday. Today the house was empty.", "N"),
        ("Mum met me at the gate. Theo is upstairs, she says, and won't be coming down.", "N"),
        ("Theo and the girls were out when I called.", "N"),
        ("Saw Ruby in the kitchen with mum. Theo would not get up.", "N"),
    ],
)
def test_what_is_said_of_a_child_beside_others_still_counts(text: str, told: str) -> None:
    assert seen(text)[0] == told


@pytest.mark.parametrize(
    "text",
    [
        "Refuge visit. Girls seen. Theo in school.",
        "Refuge visit. Girls seen and a hug from Ruby. Theo at nan's.",
    ],
)
def test_one_told_by_name_to_be_elsewhere_is_none_of_the_girls_seen(text: str) -> None:
    assert seen(text)[0] == "N"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Saw the children except Max, who was asleep upstairs and I did not disturb him.", "SSN"),
        ("Children seen except for Max.", "SSN"),
        ("Children seen, except Max who had not come home.", "SSN"),
        ("Children present, bar Max.", "SSN"),
        ("Children seen and happy except Max, who was crying.", "SSS"),
        ("Children came except Max, who had a cold.", "SSN"),
        ("Saw the children but Max left early for dance.", "SSS"),
    ],
)
def test_one_left_out_of_the_children_was_not_seen_and_the_others_were(
    text: str, told: str
) -> None:
    assert seen(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Home visit for Theo. His sister Ruby opened the door and said he was out.", "NS"),
        ("Theo's visit. His sister answered the door and said he was out.", "NS"),
        ("Theo arrived without his sister. Mum says she's poorly.", "SN"),
        ("Ruby came without her brother, who was with dad.", "NS"),
        ("Mother arrived without Theo or Ruby.", "NN"),
    ],
)
def test_he_is_not_the_sister_who_says_it_nor_the_one_who_came_without(
    text: str, told: str
) -> None:
    assert seen(text, ("Theo", "Ruby")) == told


def test_who_was_asked_not_to_go_in_did_not_see_who_was_asleep_there() -> None:
    text = (
        "Saw Theo. The twins, Ruby and Max, were asleep in the bedroom "
        "and I was asked not to go in."
    )
    assert seen(text) == "SNN"


@pytest.mark.parametrize(
    "text",
    [
        "Twins not brought to clinic. Mum will bring them next week.",
        "Home visit to twins, no access.",
        "Twins seen, both well.",
    ],
)
def test_which_of_three_are_the_twins_nobody_says(text: str) -> None:
    assert seen(text) == "---"


def test_that_the_babies_were_not_seen_is_not_said_of_another() -> None:
    assert seen("Theo watching TV. Mum said the babies were upstairs; didn't see them.") == "S--"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Theo hugged everyone then went home.", "S-"),
        ("Theo showed everyone his tooth.", "S-"),
        ("I saw everyone at home.", "SS"),
    ],
)
def test_everyone_whom_a_child_meets_need_not_be_its_sister(text: str, told: str) -> None:
    assert seen(text, ("Theo", "Ruby")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Home visit. Both lively and chatty.", "SS"),
        ("Home visit. Checked upstairs, both fast asleep.", "SS"),
        ("Both missing since Tuesday.", "NN"),
        ("Parents seen, both chatty.", "--"),
        ("Grandparents cheerful, both eating lunch.", "--"),
        ("Couple seen. Both laughing.", "--"),
        ("Two dogs in the yard, both lively.", "--"),
    ],
)
def test_both_are_the_children_unless_grown_people_were_spoken_of(text: str, told: str) -> None:
    assert seen(text, ("Theo", "Ruby")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Theo was found at the park with two boys by PC 114.", "S--"),
        ("Theo laughing with two other boys.", "S--"),
        ("Home visit: Theo playing with the two boys.", "SSS"),
    ],
)
def test_two_boys_whom_a_child_is_with_need_not_be_its_brothers(text: str, told: str) -> None:
    assert seen(text) == told


def test_both_off_are_not_at_school() -> None:
    assert seen("Theo and Ruby both off.", ("Theo", "Ruby")) == "NN"
    assert "N" not in seen("Shoes all off, Theo and Ruby in bath.", ("Theo", "Ruby"))


def test_a_list_joined_by_both_is_one() -> None:
    assert seen("Saw Theo and both her siblings at the contact centre.") == "SSS"
    assert seen("Bloods taken from Theo and both parents.") == "S--"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Theo likes football. The rest were at school and nobody was seen.", "N"),
        ("Planned visit to see Theo. The others were out too.", "N"),
        ("Theo smoking in the park according to mum. The girls not in either.", "N"),
        ("Ruby only today. Theo kept by his nan.", "N"),
        ("Theo has been unsettled since contact. Ruby and Max were at school.", "N"),
        ("School visit. Boys seen in class. Theo in school.", "S"),
    ],
)
def test_what_is_said_of_all_of_them_is_said_of_one_named_too(text: str, told: str) -> None:
    assert seen(text)[0] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Failed visit re Ruby, curtains shut, no reply.", "-"),
        ("No reply. Ruby looked out of window. Others not seen.", "N"),
        ("Home visit. No reply. Ruby's review outstanding.", "-"),
        ("Home visit, no reply.", "N"),
        ("Home visit for Theo and his brothers, no reply.", "N"),
    ],
)
def test_a_visit_to_one_child_by_name_says_nothing_of_those_not_spoken_of(
    text: str, told: str
) -> None:
    assert seen(text)[2] == told


def test_how_many_children_there_are_in_a_home_shows_nobody() -> None:
    assert seen("There are 3 children in the home; two seen.") == "---"
