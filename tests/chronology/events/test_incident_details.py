"""What accounts of a call-out, a strategy discussion and a new home differ on."""

from dataclasses import replace

import pytest

from chronology.events.differing_details import differing_details
from chronology.events.incident_details import risk
from chronology.model import Case
from tests.chronology.small_chronology import entry


def differ(one: str, other: str) -> list[tuple[str, ...]]:
    """What differs in two accounts of one event, as the field and the words of each."""
    told = [entry(1, "Police", "4/3/21", event=one), entry(2, "School", "4/3/21", event=other)]
    found = differing_details(told, Case(), sitting=lambda e: False)
    return [(d.field, *(s.words for s in d.said)) for d in found]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Couple argued. DASH - MEDIUM.", "PPN graded standard risk",
         ("risk", "DASH - MEDIUM", "graded standard")),
        ("Op Encompass: DA at home. Medium.", "High risk DV, police attended",
         ("risk", "Medium", "High risk")),
        ("Domestic. 3 children present.", "DA incident, two children in the house",
         ("children", "3 children", "two children")),
        ("PPN. Argument. Two children.", "Domestic, three young kids asleep",
         ("children", "Two children", "three young kids")),
        ("Strategy meeting. Joint s47.", "Strat disc. S47 single agency.",
         ("enquiry", "Joint", "S47 single agency")),
        ("Moved to 12 Marl Court", "New address 21 Marl Ct",
         ("address", "12 Marl Court", "21 Marl Court")),
    ],
)  # fmt: skip
def test_another_level_number_enquiry_or_house_is_a_difference(
    one: str, other: str, said: tuple[str, ...]
) -> None:
    assert differ(one, other) == [said]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Domestic. DASH high.", "DV, medium risk, raised to high risk by MASH"),
        ("Domestic. DASH high, regraded to medium.", "DV, medium risk"),
        ("Domestic. High risk of eviction.", "DA, medium risk"),
        ("High temperature, high risk", "medium risk"),
        ("Domestic, no longer high risk", "DA, medium risk"),
        ("DV. Mother of 4 children.", "DA, two children present"),
        ("DV. Mother has 4 children.", "DA, two children present. Year 4 child."),
        ("DV. Three children at home.", "DA, one child witnessed it"),
        ("DV. One child present, two children upstairs.", "DA, three children at home"),
        ("DV. Both children there.", "DA, three children there"),
        ("Strategy meeting. Joint visit to follow.", "Strategy. Single agency."),
        ("Single agency assessment", "Strategy. Joint enquiry"),
        ("Strategy meeting. Joint investigation not required.", "Strategy. Single agency."),
        ("Strategy. Joint custody of Theo, swollen knee joint.", "Strategy. Single agency."),
        ("Strategy. Single agency or joint s47 talked over.", "Strategy. Joint."),
        ("Moved from 3 to 12 Marl Court", "Left 40 Marl Court"),
        ("Moved to 12 Marl Court", "New address. Nan lives at 21 Marl Court"),
        ("Moved from 12 Marl Court to 21 Marl Court", "New address 21 Marl Court"),
    ],
)
def test_what_agrees_or_is_of_something_else_is_no_difference(one: str, other: str) -> None:
    assert differ(one, other) == []


def test_the_level_may_stand_in_a_column_of_its_own_unless_that_is_withheld() -> None:
    plain = replace(entry(1, "Police", "4/3/21"), extra={"Risk level": "HIGH"})
    assert risk(plain, "Male arrested") == {"risk": (frozenset(["high"]), "HIGH")}
    hidden = replace(plain, withheld=frozenset(["Risk level"]))
    assert risk(hidden, "Male arrested") == {}
