"""What the panel types on a child: only plain words decide, and who, when and why is asked for."""

from dataclasses import replace

import pytest

from chronology.model import Case, Child, Seen
from chronology.phrases import table_of
from chronology.review.earlier_draft import Before
from chronology.review.panel_notes import Note
from chronology.values.decisions import decision_of
from chronology.values.reviewer import apply_panel
from tests.chronology.small_chronology import entry

EXAMPLES = [e for told in table_of("panel.toml").values() for e in told["examples"]]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["line"])
def test_what_a_line_with_words_of_the_table_sets(example: dict[str, str]) -> None:
    told = decision_of(example["line"], "seen")
    assert (told.value if told else "") == example["sets"]


@pytest.mark.parametrize(
    "line",
    [
        "not seen alone - JS, 3/5/24, mother there", "seen: no - JS", "seen - no, JS, 3/5/24",
        "seen alone with mum - JS", "seen by his stepfather - JS", "seen via Teams - JS",
        "seen - by video, JS", "seen and not seen", "seen nobody", "seen n - JS",
        "seen alone: N - JS", "seen alone - mum present, JS", "not recorded but seen - JS",
        "not seen at school, seen at home - JS", "seen - missing, JS", "seen by MGM and mum",
        "not seen - should be seen, JS", "seen alone (disputed) - JS",
    ],
)  # fmt: skip
def test_a_line_that_takes_back_its_first_words_sets_nothing(line: str) -> None:
    assert decision_of(line, "seen") is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("SEEN ALONE - js, 3.5.24, HV's diary", "seen_alone"), ("seen, alone - JS", "seen_alone"),
        ("seen but not alone - JS", "seen"), ("seen by SW, not alone - JS", "seen"),
        ("seen - JS, 3/5/24, not alone; by phone with the HV", "seen"),
        ("not seen \u2013 mother's word \u2013 JS, 3/5/24", "not_seen"),
        ("not recorded as seen - JS", "not_recorded"),
        ("seen alone by PC Rees at school - JS", "seen_alone"), ("Seen (alone)", "seen_alone"),
        ("seen - alone, JS, 3/5/24, log", "seen_alone"), ("seen & spoken to - JS", "seen"),
        ("Yes, seen!", "seen"), ("Child was not seen - JS", "not_seen"), ("seen [JS]", "seen"),
        ("seen - NK, 3/5/24, log", "seen"), ("seen alone at nan's - JS", "seen_alone"),
    ],
)  # fmt: skip
def test_plain_words_set_their_value_whatever_the_reason_says(line: str, value: str) -> None:
    told = decision_of(line, "seen")
    assert told
    assert told.value == value


def test_the_childs_words_by_another_adult_or_not_at_all_are_no_views() -> None:
    for line in ("recorded by mum - JS", "recorded as dad's words", "recorded: no", "not sought"):
        assert decision_of(line, "views") is None
    for line in (
        "Views recorded - JS",
        "sought, not given - JS",
        "sought but not given",
        "observed - no words - JS",
    ):
        assert decision_of(line, "views")


def test_how_the_child_was_seen_is_taken_from_the_line() -> None:
    told = decision_of("seen (asleep) - JS, 3/5/24, log", "seen")
    assert told
    assert told.manner == "asleep"
    unseen = decision_of("not seen - asleep, JS, 3/5/24", "seen")
    assert unseen
    assert (unseen.value, unseen.manner) == ("not_seen", "")


@pytest.mark.parametrize(
    ("line", "unsaid"),
    [
        ("seen - JS, 3/5/24, the HV's diary", ()),
        ("seen - JS 3/5/24, agrees with the text", ()),
        ("seen - JS read the diary on file, 3 May 2024", ()),
        ("seen - JS, 3/5/24", ("why",)),
        ("seen - JS, agrees with the text", ("when",)),
        ("seen - JS, tomorrow, agrees with the text", ("when",)),
        ("seen - JS, 31/2/24, agrees with the text", ("when",)),
        ("seen (3/5/24, agrees with the text)", ("who decided it",)),
        ("seen", ("who decided it", "when", "why")),
    ],
)
def test_initials_a_day_and_a_reason_are_asked_for(line: str, unsaid: tuple[str, ...]) -> None:
    told = decision_of(line, "seen")
    assert told
    assert told.unsaid == unsaid


CASE = Case(children=(Child(label="Theo", subject=True), Child(label="Ruby")))


def set_by(words: str) -> tuple[dict[str, str], list[str]]:
    """The values that a cell of the panel's sets, and the messages about it."""
    told = replace(entry(2, "GP", "3/4/21"), seen={"Theo": Seen(), "Ruby": Seen()})
    note = Note(entry=told.id, kind="seen", words=words, about=Before(id=told.id))
    (done,), findings = apply_panel([told], [note], CASE)
    return {c: s.value for c, s in done.seen.items()}, [f.message for f in findings]


def test_of_two_decisions_the_one_of_the_later_day_stands_wherever_it_is_written() -> None:
    early, late = "Theo: seen alone - AB, 1/6/24, log", "Theo: not seen - CD, 2/6/24, diary"
    for words in (f"{early}\n{late}", f"{late}\n{early}"):
        values, said = set_by(words)
        assert values["Theo"] == "not_seen"
        assert len(said) == 1
        assert said[0].startswith(f"The panel's '{early}' is not what")


def test_a_child_is_named_with_a_colon_or_without() -> None:
    for words in ("Theo: seen - JS", "Theo seen - JS", "THEO - seen - JS", "Theo was seen - JS"):
        assert set_by(words)[0] == {"Theo": "seen", "Ruby": "not_recorded"}
    for words in ("Theo: seen with Ruby - JS, 3/5/24, Ruby too", "Theo: seen with mum and Ruby"):
        assert set_by(words)[0]["Theo"] == "seen"
    for words in ("Theo's mum seen - JS", "Theo and Ruby seen - JS", "seen - JS"):
        assert set(set_by(words)[0].values()) == {"not_recorded"}


@pytest.mark.parametrize(
    "words", ["Theo: seen; Ruby was seen - JS", "Theo: seen, Ruby too - JS", "Theo seen & Ruby"]
)
def test_a_second_child_on_the_line_is_not_lost_unsaid(words: str) -> None:
    values, (said,) = set_by(words)
    assert set(values.values()) == {"not_recorded"}
    assert "sets nothing" in said


def test_a_line_that_goes_on_to_another_child_sets_nothing_and_says_so() -> None:
    values, (said,) = set_by("Theo: seen; Ruby: seen alone - JS, 3/5/24, log")
    assert set(values.values()) == {"not_recorded"}
    assert "is not plain; it is kept as a note and sets nothing" in said
