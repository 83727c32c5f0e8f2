"""Reading a narrative: who was seen, alone, not seen, and whether views were recorded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.narrative import read_narrative, read_undeclared
from chronology.seen.wording import cues

EXAMPLES = [
    pytest.param(example, id=f"{rule.name}-{n}")
    for rule in cues.rules()
    for n, example in enumerate(rule.examples)
]


def seen(text: str, record_of: str = "child") -> dict[str, str]:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo", record_of=record_of)
    return {child: value.value.value for child, value in told.seen.items()}


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_beside_a_cue_reads_as_it_says(example: dict[str, str]) -> None:
    told = read_narrative(example["t"], children=("Theo", "Ruby"), subject="Theo")
    assert example.keys() > {"t"}
    if "seen" in example:
        assert told.seen["Theo"].value == example["seen"]
    if "views" in example:
        assert told.views["Theo"].value == example["views"]


@pytest.mark.parametrize(
    "text",
    [
        "Home visit. Mother well, home tidy.",
        "Plan to see Theo on Friday.",
        "Theo to be seen within 24 hours.",
        "Theo should be seen alone.",
        "Mother said the health visitor saw Theo.",
        "Mother said she saw Theo at contact.",
        "Phone call to mother, no reply.",
        "Photograph of Theo's bruise received.",
        "Theo's attendance is 84%.",
        "It is not recorded whether Theo was seen.",
    ],
)
def test_silence_plans_and_hearsay_are_never_seen(text: str) -> None:
    assert set(seen(text).values()) == {"not_recorded"}


def test_a_child_seen_says_nothing_about_the_other() -> None:
    assert seen("Home visit. Ruby seen.") == {"Theo": "not_recorded", "Ruby": "seen"}


def test_groups_are_every_born_child() -> None:
    assert seen("Both children were seen.") == {"Theo": "seen", "Ruby": "seen"}
    assert seen("Neither child was seen.") == {"Theo": "not_seen", "Ruby": "not_seen"}


def test_not_seen_alone_is_not_not_seen() -> None:
    assert seen("Theo seen. Not seen alone.")["Theo"] == "seen"


def test_an_adults_record_supplies_no_unnamed_child() -> None:
    assert seen("Attended. Seen by Dr.", record_of="mother")["Theo"] == "not_recorded"
    assert seen("Attended. Seen by Dr.", record_of="child")["Theo"] == "seen"
    assert seen("Did not attend.", record_of="mother")["Theo"] == "not_recorded"


def test_an_undeclared_record_is_read_once_and_as_two_readings_would_tell() -> None:
    differs = []
    for text in (example["t"] for rule in cues.rules() for example in rule.examples):
        told, withheld = read_undeclared(text, children=("Theo", "Ruby"), subject="Theo")
        both = [seen(text, record_of) for record_of in ("undeclared", "child")]
        assert {child: value.value.value for child, value in told.seen.items()} == both[0]
        assert withheld == (both[0] != both[1])
        differs.append(withheld)
    assert set(differs) == {True, False}


def test_an_unborn_child_is_never_seen() -> None:
    told = read_narrative(
        "Scan. Baby seen, good movements. Unborn baby seen.",
        children=("Theo", "Unborn"),
        subject="Theo",
        unborn=("Unborn",),
    )
    assert told.seen["Unborn"].value == "not_recorded"


def test_the_evidence_is_the_very_words() -> None:
    text = "Home visit. I spoke to Theo on his own in his bedroom."
    told = read_narrative(text, children=("Theo",), subject="Theo")
    start, end = told.spans["Theo"]
    assert told.seen["Theo"].evidence == text[start:end]
    assert told.rules["Theo"] == "alone"
    assert told.overall() == told.overall("Theo") == "seen_alone"


@given(st.text(max_size=300), st.sampled_from(["child", "mother", ""]))
def test_no_text_raises_and_evidence_is_always_quoted(text: str, record_of: str) -> None:
    told = read_narrative(text, children=("Theo", "T"), subject="Theo", record_of=record_of)
    for value in told.seen.values():
        assert value.evidence in text


def test_the_end_of_a_line_is_no_part_of_the_words_quoted() -> None:
    text = "Rent arrears. Kay said Finn poorly so missed benefits appt.\nKids at nursery"
    told = read_narrative(text, children=("Finn", "Bea"), subject="", record_of="household")
    assert told.seen["Finn"].evidence == "Kay said Finn poorly so missed benefits appt."
