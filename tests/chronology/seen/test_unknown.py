"""A brother or sister whom the case does not know is none of its children, and some words that deny
something are no absence of the child's."""

import pytest

from chronology.model import Child
from chronology.narrative import read_narrative

CHILDREN = (Child(label="Theo", subject=True), Child(label="Ruby", names=("Ruby Marlowe",)))


def told(text: str, record_of: str) -> dict[str, str]:
    read = read_narrative(text, children=CHILDREN, subject="Theo", record_of=record_of)
    values = {c: read.seen[c].value.value for c in read.seen}
    views = {c: read.views[c].value.value for c in read.views}
    return {c: f"{values[c]} {views[c]}" for c in values if values[c] != "not_recorded"}


@pytest.mark.parametrize("record_of", ["child", "household"])
@pytest.mark.parametrize(
    "text",
    [
        "Half-sister Lily seen and well.",
        "Half-sister Lily WNB for booster.",
        "Half-sister Lily was not seen.",
        "Sister Lily present.",
        "Brother Sam was seen at the house.",
        "Sister, Lily, seen in cot.",
        "Lily (half-sister) seen.",
        "Older brother Jake was not at home.",
    ],
)
def test_a_brother_or_sister_called_by_anothers_name_is_no_child_of_the_case(
    text: str, record_of: str
) -> None:
    assert told(text, record_of) == {}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Sister Ruby seen.", ["Ruby"]),
        ("Sister seen at home.", ["Ruby"]),
        ("Saw Theo and his sister Lily.", ["Theo"]),
        ("Siblings Theo and Ruby seen.", ["Theo", "Ruby"]),
        ("Sibs Theo & Ruby weighed.", ["Theo", "Ruby"]),
        ("Siblings seen.", ["Ruby"]),
        ("Saw Theo and his sister Ruby.", ["Theo", "Ruby"]),
        ("Theo and sibling Ruby seen.", ["Theo", "Ruby"]),
        ("Theo and siblings Ruby and Theo seen.", ["Theo", "Ruby"]),
        ("Theo (4) and Ruby (2) seen at nursery.", ["Theo", "Ruby"]),
        ("Theo (4) and brother Jack (2) seen.", ["Theo"]),
        ("Theo (4) and baby Ruby (1) seen.", ["Theo", "Ruby"]),
        ("Theo and baby Ruby seen.", ["Theo", "Ruby"]),
    ],
)
def test_one_called_by_a_name_of_the_case_or_by_none_is_its_child(
    text: str, seen: list[str]
) -> None:
    assert [*told(text, "child")] == seen


@pytest.mark.parametrize("record_of", ["child", "household"])
@pytest.mark.parametrize(
    "text",
    [
        "Theo not in uniform.",
        "Theo not in correct uniform, spoken to by teacher.",
        "Ruby not in pain.",
        "Theo is not in trouble.",
        "Theo not in nappies.",
    ],
)
def test_what_a_child_was_not_in_is_no_absence_unless_it_is_a_place(
    text: str, record_of: str
) -> None:
    assert "not_seen" not in " ".join(told(text, record_of).values())


def test_a_child_not_in_school_or_not_in_uniform_and_absent_is_not_seen() -> None:
    assert told("Theo not in school.", "child") == {"Theo": "not_seen not_recorded"}
    assert told("Theo not in uniform yesterday, absent today.", "child") == {
        "Theo": "not_seen not_recorded"
    }


@pytest.mark.parametrize("record_of", ["child", "household"])
@pytest.mark.parametrize(
    "text", ["Visit to Theo at his father's.", "Home visit to see Theo at nursery."]
)
def test_a_visit_to_a_child_somewhere_is_no_absence(text: str, record_of: str) -> None:
    assert told(text, record_of) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Home visit. Theo at his father's.",
        "Visit to Theo at his father's, he was out.",
        "Visit to Theo at his father's, not in.",
        "Unsuccessful visit to Theo at his dad's.",
        "Attempted visit to Theo at home.",
        "Visit to Theo at home, mum declined entry.",
        "Visit to Theo at home, mum said he's at nan's.",
    ],
)
def test_a_child_who_was_elsewhere_at_a_visit_is_not_seen(text: str) -> None:
    assert told(text, "child") == {"Theo": "not_seen not_recorded"}
