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


def test_without_every_childs_date_of_birth_an_age_may_be_the_other_childs() -> None:
    unknown = Child(label="Ned")
    assert values("Girl (15) seen.", children=(THEO, RUBY, unknown)) == {"Theo": "seen"}


def test_a_child_who_is_not_yet_born_has_no_age() -> None:
    assert values("Baby (0) seen.", dt.date(2017, 1, 1)) == values("Baby (0) seen.", None)


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


def test_a_baby_where_every_child_of_the_case_is_older_is_somebody_elses() -> None:
    assert values("Baby seen in cot.", children=(THEO, RUBY)) == {}


def test_a_baby_while_one_is_expected_may_be_the_one_expected() -> None:
    told = read_narrative(
        "Baby active, FHH.", children=(THEO, RUBY, "Bump"), subject="Theo", unborn=("Bump",), on=DAY
    )
    assert told.seen["Ruby"].value == "not_recorded"
