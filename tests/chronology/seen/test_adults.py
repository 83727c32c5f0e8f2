"""Children other than the one whose record it is, and all in a parent's or a household's record."""

import pytest

from chronology.narrative import read_narrative


def values(text: str, record_of: str) -> dict[str, str]:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo", record_of=record_of)
    return {c: seen.value.value for c, seen in told.seen.items() if seen.value != "not_recorded"}


@pytest.mark.parametrize("record_of", ["mother", "household"])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Both children in their beds when the nurse looked in.", {"Theo": "seen", "Ruby": "seen"}),
        ("Depot given. Theo opened the door and went back to his game.", {"Theo": "seen"}),
        ("Keyworker session. Children at school.", {"Theo": "not_seen", "Ruby": "not_seen"}),
        ("Client attended with Ruby, who played with the bricks.", {"Ruby": "seen"}),
        ("Home visit. Ruby present. Theo at his nan's.", {"Theo": "not_seen", "Ruby": "seen"}),
    ],
)
def test_children_who_are_named_are_read_in_every_record(
    text: str, wanted: dict[str, str], record_of: str
) -> None:
    assert values(text, record_of) == wanted


@pytest.mark.parametrize("record_of", ["mother", "household"])
@pytest.mark.parametrize(
    "text",
    [
        "Seen with mum. Chest clear.",
        "Low mood. Feels guilty about Theo.",
        "Says Theo was seen by CAMHS last week.",
        "MARAC. Theo and Ruby to be seen by social worker.",
        "Attended on time. Tearful.",
    ],
)
def test_what_names_no_child_at_hand_shows_nobody(text: str, record_of: str) -> None:
    assert values(text, record_of) == {}


def test_a_missed_appointment_of_a_mothers_own_says_nothing_of_a_child() -> None:
    assert values("Did not attend. Text sent.", "mother") == {}


def views(text: str, record_of: str) -> dict[str, str]:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo", record_of=record_of)
    return {c: v.value.value for c, v in told.views.items() if v.value != "not_recorded"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ruby said she does not like it when dad shouts.", {"Ruby": "recorded"}),
        ("Ruby quiet, pulled her sleeves over her hands.", {"Ruby": "observed"}),
        ("CHILDREN BELIEVED IN BED. PC DID NOT ATTEND UPSTAIRS.", {}),
        ("Height and weight of both children on low centiles.", {}),
    ],
)
@pytest.mark.parametrize("record_of", ["mother", "household", "child"])
def test_the_views_of_a_child_who_is_named_alone_are_read_in_every_record(
    text: str, wanted: dict[str, str], record_of: str
) -> None:
    assert views(text, record_of) == wanted


def test_words_of_one_of_two_children_are_not_the_others() -> None:
    text = "Theo has written: my mum sleeps all day and I look after Ruby."
    assert "Ruby" not in views(text, "household")
    assert "Ruby" not in views(text, "child")


@pytest.mark.parametrize("record_of", ["child", "household"])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ruby and I sat in the quiet room, nobody else there.", "seen_alone"),
        ("Took Ruby out of class for a chat in my office, just us.", "seen_alone"),
        ("Ruby seen with mum in the kitchen.", "seen"),
        ("Ruby played while mum talked to me.", "seen"),
    ],
)
def test_whether_a_brother_or_sister_was_seen_alone_is_read_as_for_the_records_own(
    text: str, value: str, record_of: str
) -> None:
    assert values(text, record_of)["Ruby"] == value


@pytest.mark.parametrize(
    "text",
    [
        "FAIRWEATHER SAYS CHILD FELL OFF SOFA",
        "LEE FAIRWEATHER SEEN. NO INJURIES.",
        "Fairweather not seen.",
    ],
)
def test_a_grown_person_of_the_case_is_known_by_name_in_capitals_too(text: str) -> None:
    told = read_narrative(
        text, children=("Theo Marlow",), subject="Theo Marlow", grown=("Lee Fairweather",)
    )
    seen, views = told.seen["Theo Marlow"], told.views["Theo Marlow"]
    assert (seen.value, views.value) == ("not_recorded", "not_recorded")


def test_a_surname_that_a_child_of_the_case_bears_too_is_not_only_the_grown_persons() -> None:
    told = read_narrative(
        "MARLOW, THEO SEEN AND WELL", children=("Theo Marlow",), subject="Theo Marlow",
        grown=("Kelly Marlow",),
    )  # fmt: skip
    assert told.seen["Theo Marlow"].value == "seen"


@pytest.mark.parametrize(
    "text", ["Fairweather Primary. Seen in class.", "Fairweather (HV) saw Theo at home."]
)
def test_a_school_or_a_professional_of_that_name_is_not_the_grown_person(text: str) -> None:
    told = read_narrative(
        text, children=("Theo Marlow",), subject="Theo Marlow", grown=("Lee Fairweather",)
    )
    assert told.seen["Theo Marlow"].value == "seen"


@pytest.mark.parametrize("text", ["Short visit, seen well.", "Short on time. Seen well."])
def test_a_surname_that_is_a_word_is_one_where_a_sentence_begins_with_it(text: str) -> None:
    told = read_narrative(text, children=("Theo",), subject="Theo", grown=("Guy Short",))
    assert told.seen["Theo"].value == "seen"
