"""The plain statements that most records make are read as they say (plain.txt)."""

from pathlib import Path

import pytest

from chronology.narrative import read_narrative

SEEN = {"S": "seen", "A": "seen_alone", "N": "not_seen", "-": "not_recorded"}
VIEWS = {"R": "recorded", "T": "sought_but_not_given", "O": "observed", "-": "not_recorded"}
LINES = (Path(__file__).parent / "plain.txt").read_text(encoding="utf-8").splitlines()
PLAIN = [
    pytest.param(*(part.strip() for part in line.split("|", 3)), id=line.split("|", 3)[3].strip())
    for line in LINES
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("seen", "views", "ruby", "text"), PLAIN)
def test_a_plain_statement_reads_as_it_says(seen: str, views: str, ruby: str, text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    assert told.seen["Theo"].value == SEEN[seen]
    assert told.views["Theo"].value == VIEWS[views]
    sighted = {"seen_alone": "seen"}  # of another child, alone is not weighed
    found = told.seen["Ruby"].value.value
    assert sighted.get(found, found) == sighted.get(SEEN[ruby], SEEN[ruby])


def test_a_stub_that_no_rule_bears_out_shows_nobody_as_seen() -> None:
    told = read_narrative("Visit 12", children=("Theo",), subject="Theo")
    assert told.seen["Theo"].value == "not_recorded"


def test_a_sight_that_no_rule_bears_out_does_not_rest_on_a_denying_sentence() -> None:
    text = "Came along to mother's appointment. Sat in pushchair throughout, quiet. Not examined."
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo").seen["Theo"]
    assert told.value == "seen"
    assert told.evidence
    assert "Not examined" not in told.evidence
