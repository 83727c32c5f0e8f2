"""What stands round an account and tells nothing of a child."""

from __future__ import annotations

import pytest

from chronology.narrative import read_narrative
from chronology.seen.wording.administrative import without_administration
from chronology.seen.wording.grammar import table_of

EXAMPLES = table_of("administrative.toml")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: str(e["t"]))
def test_every_example_beside_the_lists_is_read_as_it_says(example: dict[str, str]) -> None:
    text = example["t"]
    bare = without_administration(text)
    assert " ".join(bare.split()) == example["read"]
    assert len(bare) == len(text)


def test_a_doctors_note_is_read_without_its_letters_and_its_plan() -> None:
    bare = without_administration("S: hot. O: Wt 5kg. A: URTI. P: review 1/52.", ("theo", "pip"))
    assert bare.split() == ["hot.", "Wt", "5kg.", "URTI."]


@pytest.mark.parametrize(
    "told",
    ["Action: Took Theo into police protection.", "Contact note: Theo wasn't in.",
     "Contact record: No reply at the door.", "Base: Theo in lounge.", "Role: observed Theo.",
     "Status: AWOL", "Reason for contact: Theo fell and cut his head.", "Next visit: Theo smiling.",
     "Action: Child located at nan's address.", "Case remains open, baby happy at the visit."],
)  # fmt: skip
def test_a_value_or_a_plan_that_tells_what_was_is_read(told: str) -> None:
    bare = without_administration(told, ("theo",))
    assert bare.strip() == told.split(": ", 1)[-1] or bare == told


@pytest.mark.parametrize(
    "to_come",
    ["Plan: HV to ask how Theo is getting on.", "Action: review Theo in 6 weeks.",
     "Actions: bloods to be repeated.", "Next visit planned.", "Team: Duty team."],
)  # fmt: skip
def test_a_plan_of_what_is_to_come_is_not(to_come: str) -> None:
    assert not without_administration(to_come, ("theo",)).strip()


@pytest.mark.parametrize(
    "text",
    ["Theo unwell. Reviewed by GP.", "Late in. 1:1 with key worker.",
     "Seen by:\nA Bell\nHealth Visitor", "With\nAmy Bell, support worker."],
)  # fmt: skip
def test_who_saw_a_child_is_no_paperwork(text: str) -> None:
    assert without_administration(text) == text


def test_a_quotation_of_what_somebody_says_of_themselves_stays_one() -> None:
    assert without_administration('"I hate it here"') == '"I hate it here"'
    assert without_administration('"Dad hits me."') == '"Dad hits me."'
    assert without_administration('"Theo seen."') == " Theo seen. "


def test_a_doctors_letter_is_no_child_of_that_initial() -> None:
    found = read_narrative(
        "S: cough. O: chest clear. A: URTI. P: review.", children=("Inga", "Oskar"), subject="Inga"
    )
    assert found.seen["Oskar"].value == "not_recorded"


def test_letters_that_may_all_be_children_are_no_parts_of_a_note() -> None:
    text = "S: at nursery. P: at school."
    assert without_administration(text, ("sam", "pip")) == text


@pytest.mark.parametrize(
    "told",
    ["Not dropped off. No message.", "Both children seen in the lounge.",
     "Theo reviewed in clinic.",
     "Text from mum to say Theo is ill.", "Theo drew a shark and told me it was dad."],
)  # fmt: skip
@pytest.mark.parametrize(
    "around",
    ["Record type: Case note. Recorded by: A Bell. Author role: Worker. Details: {}",
     "{} Signed: A Bell, Health Visitor. Next visit planned 14/05/2021.",
     "S: {} P: Continue plan, review at next supervision.", "- {}", '"{}"', "({})",
     "Entry 14. A. Bell, Early Help Practitioner. {}", "[12/03/2021 09:14 abell] {}",
     "14:20 PC 4412 BELL writes - {}", "Summary of information recorded by the agency: {}",
     "Case Note - Social Work - Contact Record (Confidential)\n{}",
     "{} Actions: 1. Chase GP letter. 2. Update assessment.",
     "{} Information shared with MASH and recorded. (Source: RiO progress notes, p14)",
     "{}\nA Bell\nHealth Visitor\n01632 960123"],
)  # fmt: skip
def test_what_stands_round_an_account_changes_nothing_that_is_read_of_it(
    told: str, around: str
) -> None:
    alone, dressed = (
        read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
        for text in (told, around.format(told))
    )
    assert dressed.seen == alone.seen
    assert dressed.views == alone.views
