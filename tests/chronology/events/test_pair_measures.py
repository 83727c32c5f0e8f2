"""What speaks for and against two accounts being of one event."""

import pytest

from chronology.events.accounts import Account, accounts
from chronology.events.pair_measures import measures
from chronology.events.scoring import weights
from chronology.matching import group_events
from chronology.model import Case, Entry
from tests.chronology.told_cases import NAMES, entry, measured


def both(one: Entry, other: Entry) -> tuple[dict[str, float], tuple[Account, ...]]:
    told, rarity = accounts([one, other], Case())
    return {name: much for name, much, _ in measures(*told, rarity)}, tuple(told)


def test_everything_that_is_measured_has_its_worth_in_the_file() -> None:
    named = {n for name in NAMES for _, found in measured(name) for n in found}
    assert named - weights().keys() == set()


def test_words_that_mean_the_same_are_one_word() -> None:
    found, _ = both(
        entry(1, "Police", "04/03/2021", "", "Found on the promenade, by the settee"),
        entry(2, "GP", "04/03/2021", "", "Seen on seafront near a sofa"),
    )
    assert found["rare words in common"] > 1


def test_a_group_gives_its_words_as_the_account_writes_them() -> None:
    (group,) = group_events(
        (
            entry(1, "Police", "04/03/2021", "22:10", "Shoplifting at the pharmacy, cosmetics"),
            entry(2, "School", "05/03/2021", "", "Mum says caught stealing make-up at chemist "
                  "yesterday, police dealt"),
        ),
        Case(),
    )  # fmt: skip
    assert any("pharmacy" in why for why in group.why if why.startswith("words in common"))


def test_one_that_was_told_and_names_a_day_beside_is_nearer_than_the_days_between() -> None:
    found, _ = both(
        entry(1, "Police", "02/12/2021", "", "Officers attended, domestic"),
        entry(2, "Social care", "06/12/2021", "", "Police notification: domestic on 03/12/2021"),
    )
    assert "one that was told names a day beside the other's" in found
    assert not any(name.endswith(" apart") for name in found)


@pytest.mark.parametrize(("says", "another"), [("on 12/11/2021", True), ("Review 12/1", False)])
def test_a_day_to_come_is_not_the_day_of_what_one_was_told_of(says: str, another: bool) -> None:
    found, _ = both(
        entry(1, "Hospital", "02/12/2021", "", "Burn to hand dressed"),
        entry(2, "GP", "06/12/2021", "", f"Hospital letter received: burn to hand. {says}."),
    )
    assert ("one that was told names another day than the other's" in found) is another


def test_the_same_night_goes_past_midnight() -> None:
    found, _ = both(
        entry(1, "Police", "03/12/2021", "21:50", "Forced entry"),
        entry(2, "Hospital", "04/12/2021", "00:40", "Brought by police"),
    )
    assert "the same night" in found


def test_minutes_that_name_the_month_belong_to_the_meeting_of_that_month() -> None:
    (group,) = group_events(
        (
            entry(1, "Social care", "22/04/2021", "10:00", "Review conference. Plan to continue."),
            entry(2, "GP", "24/05/2021", "", "Minutes review conf April filed. Plan continues."),
        ),
        Case(),
    )
    assert "one names the other's week or month" in group.why


def test_two_conferences_on_two_days_are_two() -> None:
    found, _ = both(
        entry(1, "Social care", "01/03/2021", "", "Core group. Plan agreed."),
        entry(2, "School", "03/03/2021", "", "Core group held here."),
    )
    assert any("on two days" in name for name in found)


@pytest.mark.parametrize(("agency", "told"), [("GP", True), ("General Hospital", False)])
def test_a_letter_of_the_emergency_department_is_no_news_to_the_hospital(
    agency: str, told: bool
) -> None:
    _, (account, _) = both(
        entry(1, agency, "04/03/2021", "", "ED letter: fell from sofa"),
        entry(2, "School", "04/03/2021", "", "Away"),
    )
    assert account.told_plainly is told


def test_a_school_nurse_is_no_school() -> None:
    _, (account, _) = both(
        entry(1, "Police", "04/03/2021", "", "School nurse rang"),
        entry(2, "School Nursing", "04/03/2021", "", "Rang police"),
    )
    assert account.named == {"health visitor"}
