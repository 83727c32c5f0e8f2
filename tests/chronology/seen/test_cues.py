"""Cues of an organisation's own, phrases, and the second opinion."""

import pytest

from chronology.contacts.kinds import kind_of
from chronology.findings import CaseweaveError
from chronology.model import Seen, SeenValue
from chronology.narrative import read_narrative
from chronology.seen.wording import cues, tables
from chronology.seen.wording.own_cues import own_cues
from chronology.values.carers import credited


def test_an_organisations_own_cue_is_read() -> None:
    text = "Gate padlocked, spoke to nobody."
    own = own_cues({"no-access": ["gate (=be) padlocked"]})
    told = read_narrative(text, children=("Theo",), subject="Theo", cues=own)
    assert (told.seen["Theo"].value, told.rules["Theo"]) == ("not_seen", "no-access")


def test_an_organisations_own_words_for_a_screen_are_read() -> None:
    text = "Review on the clinic portal. Theo seen, well."
    own = own_cues({"screen": ["on the clinic portal"]})
    seen = [
        read_narrative(text, children=("Theo",), subject="Theo", cues=cues).seen["Theo"].manner
        for cues in ((), own)
    ]
    assert seen == ["in_person", "remote"]
    assert [kind_of("GP", "", text, cues) for cues in ((), own)] == ["appointment", "remote"]


def test_an_organisations_own_words_for_a_carer_are_read() -> None:
    seen, own = Seen(value=SeenValue.SEEN), own_cues({"carer": ["link family"]})
    row = {
        "professional": "Link family",
        "agency": "Fostering agency",
        "event": "Theo ate his tea.",
    }
    by = [credited(seen, cues=cues, **row).by for cues in ((), own)]
    assert by == ["", "carer: Link family"]


def test_no_two_rules_to_which_own_cues_may_be_added_have_one_name() -> None:
    names = [rule.name for rule in cues.rules() + cues.rules(tables.OPEN)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"no-acces": ["x"]}, "no-acces is no rule"),
        ({"no-access": 3}, "is not right"),
        ({"no-access": ["Gate locked"]}, "has capitals"),
        ({"no-access": ["(gate locked)"]}, "opens a bracket"),
        ({"no-access": ["{gates} locked"]}, "a list gates"),
        ({"no-access": ["(gate)"]}, "left out altogether"),
        ({"no-access": [""]}, "is empty"),
    ],
)
def test_a_cue_that_cannot_be_read_says_why(told: dict[str, object], says: str) -> None:
    with pytest.raises(CaseweaveError) as problem:
        own_cues(told)
    assert says in problem.value.message


def test_every_phrase_of_the_data_files_is_well_written() -> None:
    assert [p for rule in cues.rules() for p in rule.phrases if cues.problem_of(p)] == []


def test_a_value_that_no_rule_bears_out_rests_on_a_sentence_and_says_so() -> None:
    text = "Room check 10am. Beds stripped, buggy gone. Keys left with the office."
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert told.rules == {"Theo": "weighed-words"}
    assert told.seen["Theo"].value == "not_seen"
    assert told.seen["Theo"].evidence == "Beds stripped, buggy gone."


def test_an_adult_who_tells_the_childs_words_is_flagged_and_not_counted() -> None:
    told = read_narrative(
        "Father reports that Theo told him he is scared.", children=("Theo",), subject="Theo"
    )
    assert told.views["Theo"].value == "not_recorded"
    assert "Theo" in told.relayed


def test_who_saw_the_child_and_how_are_read() -> None:
    told = read_narrative(
        "Health visitor saw Theo asleep in his cot.", children=("Theo",), subject="Theo"
    )
    assert (told.seen["Theo"].manner, told.seen["Theo"].by) == ("asleep", "Health visitor")
    carer = read_narrative("Foster carer weighed Theo.", children=("Theo",), subject="Theo")
    assert carer.seen["Theo"].by == "carer: Foster carer"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Clinic: Theo WNB.", "not_brought"),
        ("Clinic: Theo DNA.", "not_attended"),
        ("Home visit. No access.", "no_access"),
        ("Visit. Theo refused to come downstairs.", "refused"),
        ("Theo reported missing from placement.", "missing"),
        ("Visit. Mother said Theo was at his nan's.", "elsewhere"),
    ],
)
def test_why_a_child_was_not_seen_is_kept(text: str, reason: str) -> None:
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert (told.seen["Theo"].value, told.seen["Theo"].reason) == ("not_seen", reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Client in but the children were both round at a neighbour's.", "elsewhere"),
        ("Theo out; dad took Friday off with him.", "elsewhere"),
        ("Samira booked in, did not arrive.", ""),
    ],
)
def test_where_no_rule_bears_an_absence_out_only_the_whereabouts_are_its_reason(
    text: str, reason: str
) -> None:
    told = read_narrative(text, children=("Theo", "Samira"), subject="Theo")
    assert {s.reason for s in told.seen.values() if s.value == "not_seen"} == {reason}


def test_the_words_for_views_are_quoted_with_their_rule() -> None:
    text = "Visit. Theo told me he hates bedtimes."
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert told.views["Theo"].evidence == "Theo told"
    assert told.views_rules["Theo"] == "child-says"


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "Took Theo for a milkshake; he drew his room and would not say why.",
            "Took Theo for a milkshake",
        ),
        ("Saw Theo in his room, asleep.", "Saw Theo"),
    ],
)
def test_the_words_shown_do_not_break_off_before_what_they_lead_to(
    text: str, evidence: str
) -> None:
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert told.seen["Theo"].evidence == evidence
