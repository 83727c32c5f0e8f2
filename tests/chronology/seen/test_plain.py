"""The plain statements that most records make are read as they say (plain.txt)."""

import pytest

from chronology.narrative import read_narrative
from tests.chronology.labelled_texts import SEEN, VIEWS, sight, texts


@pytest.mark.parametrize(("seen", "views", "ruby", "text"), texts("seen/plain.txt", 3))
def test_a_plain_statement_reads_as_it_says(seen: str, views: str, ruby: str, text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    assert told.seen["Theo"].value == SEEN[seen]
    assert told.views["Theo"].value == VIEWS[views]
    assert sight(told.seen["Ruby"].value.value) == sight(SEEN[ruby])


def test_a_stub_that_no_rule_bears_out_shows_nobody_as_seen() -> None:
    told = read_narrative("Visit 12", children=("Theo",), subject="Theo")
    assert told.seen["Theo"].value == "not_recorded"


@pytest.mark.parametrize("text", ["0", "N", "----------", "------ ------", "..."])
def test_what_holds_no_word_says_nothing(text: str) -> None:
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert told.seen["Theo"].value == "not_recorded"


def test_a_sight_that_no_rule_bears_out_does_not_rest_on_a_denying_sentence() -> None:
    text = "Came along to mother's appointment. Sat in pushchair throughout, quiet. Not examined."
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo").seen["Theo"]
    assert told.value == "seen"
    assert told.evidence
    assert "Not examined" not in told.evidence


def test_money_taken_is_no_child_taken() -> None:
    text = "Mother seen. Theo at a friend's. \u00a340 taken."
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo", record_of="household")
    assert told.seen["Theo"].value != "seen"
