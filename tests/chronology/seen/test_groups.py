"""Whom words for several mean: "both", "they", "other children"."""

import pytest

from chronology.narrative import read_narrative


def seen(text: str) -> dict[str, str]:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    return {child: one.value.value for child, one in told.seen.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Theo played with the other children.",
        "Theo fell out with other children in class.",
        "Stay and play. Theo enjoyed the sand and laughed with other children.",
    ],
)
def test_other_children_whom_a_child_meets_are_not_those_of_the_case(text: str) -> None:
    assert seen(text) == {"Theo": "seen", "Ruby": "not_recorded"}


def test_the_other_children_on_a_visit_are_those_of_the_case() -> None:
    assert seen("Theo seen. The other children were at school.")["Ruby"] == "not_seen"
    assert seen("Mum came with Theo and her other children.")["Ruby"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Postnatal visit. Mum and baby both seen. Well.",
        "Postnatal visit, both fine.",
        "Primary visit, both well, breastfeeding.",
        "Mum and Theo seen. They were happy.",
        "Supervised contact. Theo ran to mum. They played with the dolls.",
        "Mum and dad both attended. Theo slept.",
    ],
)
def test_both_and_they_may_be_a_parent_and_the_child(text: str) -> None:
    assert seen(text) == {"Theo": "seen", "Ruby": "not_recorded"}


@pytest.mark.parametrize(
    "text",
    [
        "Attended verbal dispute. Both spoken to separately. Advice given.",
        "Officers attended domestic. Both seen and spoken to separately, no injuries.",
        "Couple arguing in street. Both had been drinking. Both spoken to and sent on their way.",
    ],
)
def test_both_who_quarrel_are_grown_people_where_no_child_is_spoken_of(text: str) -> None:
    assert seen(text) == {"Theo": "not_recorded", "Ruby": "not_recorded"}


def test_both_are_children_after_a_quarrel_where_children_are_spoken_of() -> None:
    assert set(seen("Domestic. Children present. Both spoken to, fine.").values()) == {"seen"}
    assert set(seen("Domestic. Both in bed asleep, checked by PC Ames.").values()) == {"seen"}
    assert set(seen("Visit to school. Both spoken to separately.").values()) == {"seen_alone"}


def of_three(text: str) -> list[str]:
    told = read_narrative(text, children=("Theo", "Jack", "Ruby"), subject="Theo").seen
    return [told[child].value.value for child in ("Theo", "Jack", "Ruby")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Eldest boy answered door. Others watching TV.", ["seen", "seen", "seen"]),
        ("Home visit. Theo at nan's, others playing in the garden.", ["not_seen", "seen", "seen"]),
        ("Home visit. Theo home. Others at school.", ["seen", "not_seen", "not_seen"]),
        ("Theo seen. Rest of the children at nan's.", ["seen", "not_seen", "not_seen"]),
        ("Theo in class. Others were unkind to him.", ["seen", "not_recorded", "not_recorded"]),
        ("Theo was arrested. Others were too.", ["seen", "not_recorded", "not_recorded"]),
        ("Theo missing. Others out looking for him.", ["not_seen", "not_recorded", "not_recorded"]),
        ("Theo minding the dogs. Others with mum at Lidl.", ["seen", "not_seen", "not_seen"]),
        ("Supper, baths, stories. All in bed by 7.30.", ["seen", "seen", "seen"]),
    ],
)
def test_others_at_a_home_are_the_other_children(text: str, values: list[str]) -> None:
    assert of_three(text) == values


def test_a_baby_called_by_name_stands_in_a_list_of_names() -> None:
    assert of_three("Baby Ruby and Theo seen.") == ["seen", "not_recorded", "seen"]
    assert of_three("Baby Ruby's contact. Slept in pram.")[0] == "not_recorded"


def test_both_without_a_parent_are_the_two_children() -> None:
    assert set(seen("Both seen. Well.").values()) == {"seen"}
    assert set(seen("Mum, Theo and Ruby all seen. Both well.").values()) == {"seen"}


@pytest.mark.parametrize(
    "text",
    [
        "Ruby wet the bed. Theo up at 5. Both ate a big breakfast.",
        "Head lice seen in both children's hair. Theo and Ruby sent home with leaflet.",
    ],
)
def test_both_who_are_named_are_no_third_child(text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby", "Finn"), subject="Theo").seen
    values = [told[child].value for child in ("Theo", "Ruby", "Finn")]
    assert values == ["seen", "seen", "not_recorded"]


@pytest.mark.parametrize("text", ["All three children seen.", "Saw all 3 children at home."])
def test_all_three_of_four_children_does_not_show_a_fourth_as_seen(text: str) -> None:
    told = read_narrative(text, children=("Ava", "Ben", "Cal", "Dee"), subject="Ava")
    assert {told.seen[child].value.value for child in ("Ben", "Cal", "Dee")} == {"not_recorded"}


def test_all_four_of_four_children_are_all_of_them() -> None:
    children = ("Ava", "Ben", "Cal", "Dee")
    told = read_narrative("All four children seen at home.", children=children, subject="Ava")
    assert {told.seen[child].value.value for child in children} == {"seen"}


@pytest.mark.parametrize("text", ["Both twins seen asleep.", "Both of the twins seen at home."])
@pytest.mark.parametrize("record_of", ["child", "household"])
def test_both_twins_of_four_children_are_the_twins(text: str, record_of: str) -> None:
    told = read_narrative(
        text, children=("Juno", "Twin 1", "Twin 2", "Abe"), subject="Juno", record_of=record_of
    )
    assert {c for c, seen in told.seen.items() if seen.value == "seen"} == {"Twin 1", "Twin 2"}


@pytest.mark.parametrize(
    "text",
    [
        "Noah, Mia & Finn all seen. Ava with nan.",
        "Noah, Mia and Finn were all seen, clean and well. Ava was not at home.",
        "Noah, Mia, and Finn all asleep in bed, Ava out with friends.",
        "Noah, Mia and Finn present. All appeared well. Ava at dad's.",
    ],
)
def test_all_after_a_list_of_names_are_those_named(text: str) -> None:
    told = read_narrative(text, children=("Ava", "Noah", "Mia", "Finn"), subject="Ava")
    assert [one.value for one in told.seen.values()] == ["not_seen", "seen", "seen", "seen"]


def test_all_without_a_list_of_names_are_all_the_children() -> None:
    children = ("Ava", "Noah", "Mia", "Finn")
    told = read_narrative("Mum in. Ava let me in. All seen.", children=children, subject="Ava")
    assert {one.value.value for one in told.seen.values()} == {"seen"}


@pytest.mark.parametrize(
    "text",
    [
        "Joint visit. Both children in school. Home conditions poor.",
        "Theo and Ruby both down for fillings. Neither attended.",
        "Visit to parents. Bags of clothes collected for the children, who are with their aunt.",
        "Mum met me at the bus stop so I wouldn't come up. Kids up at the flat with her mate.",
    ],
)
def test_two_of_whom_the_same_words_speak_are_not_one_seen_and_one_not(text: str) -> None:
    assert seen(text) == {"Theo": "not_seen", "Ruby": "not_seen"}


@pytest.mark.parametrize(
    "text",
    [
        "Health visitor telephoned mum. All children fine.",
        "The family live in a two bed flat with Theo and Ruby sharing.",
        "Twins Theo and Ruby, born at 34 weeks, on caseload.",
    ],
)
def test_words_for_several_that_do_not_show_the_records_own_child_show_no_other(text: str) -> None:
    assert seen(text) == {"Theo": "not_recorded", "Ruby": "not_recorded"}


def test_boys_may_leave_out_the_records_own_child_whose_sex_is_not_known() -> None:
    text = "Boys riding luggage trolley again. Spoken to."
    told = read_narrative(text, children=("Theo", "Ned", "Ruby"), subject="Ruby").seen
    values = [told[child].value for child in ("Theo", "Ned", "Ruby")]
    assert values == ["seen", "seen", "not_recorded"]


@pytest.mark.parametrize("text", ["Both well.", "Both seen.", "Postnatal visit. Both well."])
def test_both_in_a_mothers_own_record_are_she_and_a_baby_whom_nothing_names(text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="", record_of="mother")
    assert {one.value.value for one in told.seen.values()} == {"not_recorded"}


def test_both_in_a_mothers_own_record_are_the_children_who_are_named_before() -> None:
    told = read_narrative(
        "Attended with the children. Both clean.",
        children=("Theo", "Ruby"), subject="", record_of="mother",
    )  # fmt: skip
    assert {one.value.value for one in told.seen.values()} == {"seen"}
