"""Apostrophes written with another sign, in another place, or lost."""

from __future__ import annotations

import pytest

from chronology.apostrophes import plain_apostrophes
from chronology.model import SeenValue
from chronology.narrative import read_narrative


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("wasn`t", "wasn't"),
        ("wasn\u00b4t", "wasn't"),
        ("mum\u02bcs", "mum's"),
        ("wasn\u2018t", "wasn't"),
        ("didn?t", "didn't"),
        ("DIDN?T", "DIDN'T"),
        ("mum\ufffds", "mum's"),
        ("was'nt", "wasn't"),
        ("Did\u2019nt", "Didn't"),
        ("was,nt", "wasn't"),
        ("wasn;t", "wasn't"),
        ("they?re", "they're"),
        ('wasn"t', "wasn't"),
        ("wasn'y", "wasn't"),
        ("wasn''t", "was n't"),
    ],
)
def test_an_apostrophe_is_read_as_it_was_meant(sent: str, meant: str) -> None:
    assert plain_apostrophes(sent) == meant


@pytest.mark.parametrize(
    "text",
    [
        "said \u2018go\u2019 and `stay`", "Seen? Then left", "5\u2032 tall", "was, nt noted",
        "it was. T arrived", "home?said", "He was 'naughty'", "Zo? seen", "mum's", "didn\u2019t",
        "upset?re bruise", "page?s=1&login?t=2",
    ],
)  # fmt: skip
def test_other_signs_stay_as_they_are(text: str) -> None:
    assert plain_apostrophes(text) == text


@pytest.mark.parametrize("sent", ["wasn`t", "was'nt", "wasn?t", "wasn''t", "wasn,t", "wasn\u02bct"])
def test_a_child_who_wasnt_seen_is_not_shown_as_seen_for_want_of_an_apostrophe(sent: str) -> None:
    text = f"Theo {sent} seen at the visit."
    found = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    assert found.seen["Theo"].value == SeenValue.NOT_SEEN
    assert found.seen["Theo"].evidence in text
