"""Which child an age means, where the day of the entry and the dates of birth are known."""

import datetime as dt

import pytest

from chronology.model import Child
from chronology.narrative import read_narrative

THEO = Child(label="Theo", born=dt.date(2012, 3, 1), subject=True)  # 9 on the day
RUBY = Child(label="Ruby", born=dt.date(2018, 1, 10))  # 3
NED = Child(label="Ned", born=dt.date(2020, 6, 1))  # 11 months
DAY = dt.date(2021, 5, 1)


def values(
    text: str, on: dt.date | None = DAY, children: tuple[Child, ...] = (THEO, RUBY, NED)
) -> dict[str, str]:
    told = read_narrative(text, children=children, subject="Theo", on=on)
    return {c: seen.value.value for c, seen in told.seen.items() if seen.value != "not_recorded"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 yr old sat on mum's knee, no marks seen.", {"Ruby": "seen"}),
        ("Three-year-old seen, clean and dressed.", {"Ruby": "seen"}),
        ("Called to 11 month old, febrile. Seen with mum.", {"Ned": "seen"}),
        ("11/12 old baby weighed by HV.", {"Ned": "seen"}),
        ("3 year old not brought to clinic.", {"Ruby": "not_seen"}),
        ("9 yr old not seen, 3 yr old seen in cot.", {"Theo": "not_seen", "Ruby": "seen"}),
        ("Boy (9) and girl (3) seen, both safe and well.", {"Theo": "seen", "Ruby": "seen"}),
        ("CHILDREN AGED 3 AND 9 PRESENT, SAFE AND WELL", {"Theo": "seen", "Ruby": "seen"}),
        ("Sister (3) seen. Theo at school.", {"Theo": "not_seen", "Ruby": "seen"}),
        ("Boy, 9, spoke to officers alone.", {"Theo": "seen_alone"}),
        ("Seen with mum. 9 y/o. Chest clear.", {"Theo": "seen"}),
        ("3yo asleep in cot, seen by crew.", {"Ruby": "seen"}),
    ],
)
def test_an_age_is_the_child_of_that_age(text: str, wanted: dict[str, str]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    "text", ["15 yr old girl seen in the house.", "Girl (15) seen.", "5yo opened the door."]
)
def test_an_age_more_than_a_year_from_every_childs_is_somebody_elses(text: str) -> None:
    assert values(text) == {}


def test_a_child_a_few_months_short_of_an_age_is_meant_where_no_other_is_near() -> None:
    assert values("4 yr old seen in cot.", dt.date(2021, 9, 1)) == {"Ruby": "seen"}


def test_how_old_somebody_was_then_means_nobody() -> None:
    assert values("When he was 3 years old he was seen by CAMHS.") == {}


def test_which_of_two_children_of_one_age_is_meant_nobody_says() -> None:
    twin = Child(label="Rafe", born=RUBY.born)
    text = "Girls aged 3 and 9 seen."
    assert values(text, children=(THEO, RUBY, twin)) == values(text, None, (THEO, RUBY, twin))


def test_without_the_day_an_age_means_whom_it_meant_before() -> None:
    assert values("Boy (3) seen.", None) == {"Theo": "seen"}


@pytest.mark.parametrize(
    "text", ["Girl (15) seen.", "11 month old seen in cot.", "Baby seen in cot."]
)
def test_where_a_date_of_birth_is_wanting_it_is_still_not_a_child_of_another_age(text: str) -> None:
    assert values(text, children=(THEO, RUBY, Child(label="Ned"))) == {}


def test_without_the_date_of_birth_of_the_records_own_child_an_age_may_be_that_ones() -> None:
    told = values("Girl (15) seen.", children=(Child(label="Theo"), RUBY))
    assert told == {"Theo": "seen"}


def test_a_child_who_is_not_yet_born_has_no_age() -> None:
    assert values("Baby (0) seen.", dt.date(2017, 1, 1)) == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mother and baby seen at home, baby weighed.", {"Ned": "seen"}),
        ("Toddler seen playing on the floor.", {"Ruby": "seen"}),
        ("Baby seen asleep in cot, Theo at school.", {"Theo": "not_seen", "Ned": "seen"}),
        ("Teenager seen at the door.", {}),
    ],
)
def test_baby_toddler_and_teenager_are_whoever_is_of_that_age(
    text: str, wanted: dict[str, str]
) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Toddler on lap, settled. Older boy not seen.", {"Ruby": "seen", "Theo": "not_seen"}),
        ("Younger one asleep in cot, seen. Eldest son at school.",
         {"Ruby": "seen", "Theo": "not_seen"}),
        ("The elder boy, Theo, let us in.", {"Theo": "seen"}),
    ],
)  # fmt: skip
def test_the_older_and_the_younger_of_two_are_told_apart(text: str, wanted: dict[str, str]) -> None:
    assert values(text, children=(THEO, RUBY)) == wanted


def test_both_older_children_are_the_two_eldest() -> None:
    told = read_narrative(
        "PC spoke to both older children who did not wish to say what happened.",
        children=(THEO, RUBY, NED), subject="Theo", record_of="household", on=DAY,
    )  # fmt: skip
    views = {child: of.value.value for child, of in told.views.items()}
    asked = "sought_but_not_given"
    assert views == {"Theo": asked, "Ruby": asked, "Ned": "not_recorded"}


def test_an_older_girl_of_several_children_is_not_the_youngest() -> None:
    told = read_narrative("Older girl not seen.", children=(THEO, RUBY, NED), subject="Ned", on=DAY)
    assert told.overall("Ned") == "not_recorded"


def test_babies_are_the_youngest_ones_and_no_child_of_nine() -> None:
    twins = (Child(label="Ada", born=NED.born), NED)
    told = values("Mother attended with both babies, weighed.", children=(THEO, RUBY, *twins))
    assert told == {"Ada": "seen", "Ned": "seen"}


def test_a_baby_where_every_child_of_the_case_is_older_is_somebody_elses() -> None:
    assert values("Baby seen in cot.", children=(THEO, RUBY)) == {}


def test_a_baby_while_one_is_expected_may_be_the_one_expected() -> None:
    told = read_narrative(
        "Baby active, FHH.", children=(THEO, RUBY, "Bump"), subject="Theo", unborn=("Bump",), on=DAY
    )
    assert told.seen["Ruby"].value == "not_recorded"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2 and a half year old seen in cot.", {"Ruby": "seen"}),
        ("Girl (3 1/2) seen in the lounge.", {"Ruby": "seen"}),
        ("9.5 year old boy seen in clinic.", {"Theo": "seen"}),
        ("3 yrs 3 months old girl seen in clinic.", {"Ruby": "seen"}),
        ("3 and 9 year olds seen.", {"Theo": "seen", "Ruby": "seen"}),
        ("3 and 9 year old seen.", {"Theo": "seen", "Ruby": "seen"}),
    ],
)
def test_half_years_months_beside_years_and_several_ages_are_read(
    text: str, wanted: dict[str, str]
) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "24 hours old baby seen by midwife.",
        "10 day old baby seen by HV.",
        "Neighbour's 3 year old seen in garden.",
        "Friend's boy (9) seen playing in garden.",
        "9 year old's teacher seen by social worker.",
        "3 year old cousin seen at the address.",
    ],
)
def test_somebody_elses_child_is_nobody_of_the_case(text: str) -> None:
    assert values(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Wearing 3 year old shoes, too small. Seen at school, hungry.",
        "Home visit. 3 year old dog in kitchen. Theo seen in bedroom.",
        "Seen in clinic. Baby tooth loose.",
        "Mum's new baby due in June. Seen with mum.",
        "Boy, 3.15, seen in corridor.",
    ],
)
def test_the_age_of_a_thing_and_a_time_mean_no_child(text: str) -> None:
    assert values(text) == {"Theo": "seen"}


def test_children_with_a_number_alone_in_brackets_are_so_many() -> None:
    everyone = {"Theo": "seen", "Ruby": "seen", "Ned": "seen"}
    assert values("Children (3) seen safe and well.") == everyone


def test_of_two_of_one_age_it_is_not_the_third_child() -> None:
    twins = (THEO, Child(label="Ada", born=RUBY.born), Child(label="Bea", born=RUBY.born))
    assert values("Girl (3) seen in the hall.", children=twins) == {}
    assert values("Toddler seen in the hall.", children=twins) == {}
    assert values("Twins aged 3 seen in cots.", children=twins) == {"Ada": "seen", "Bea": "seen"}


def test_a_toddler_while_a_baby_is_expected_is_the_child_of_that_age() -> None:
    told = read_narrative(
        "Toddler seen on the floor with toys.", children=(THEO, RUBY, "Bump"), subject="Theo",
        unborn=("Bump",), on=DAY,
    )  # fmt: skip
    assert (told.seen["Theo"].value, told.seen["Ruby"].value) == ("not_recorded", "seen")
