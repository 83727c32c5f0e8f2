"""Slips of spelling in words on which it rests who was seen."""

from __future__ import annotations

import pytest

from chronology.model import SeenValue
from chronology.narrative import read_narrative
from chronology.seen.wording.grammar import table_of
from chronology.seen.wording.spelling import as_spelt
from chronology.seen.wording.words import split

TOLD = table_of("spelling.toml")


@pytest.mark.parametrize("example", TOLD["examples"], ids=lambda e: str(e["t"]))
def test_every_example_beside_the_list_is_read_as_it_says(example: dict[str, str]) -> None:
    assert " ".join(split(example["t"]).low) == example["read"]


def test_decisive_words_and_real_ones_stand_as_they_are() -> None:
    words = [*TOLD["decisive"], *(word for word in TOLD["real"] if word not in TOLD["slips"])]
    assert as_spelt(words) == words


def test_a_prefix_or_a_letter_with_a_mark_makes_another_word() -> None:
    words = ["unvaccinated", "undescribed", "se\u00e1n", "vaccinted"]
    assert as_spelt(words) == [*words[:3], "vaccinated"]


@pytest.mark.parametrize(
    ("sent", "meant"),
    [("met Nott here", "nott"), ("PC NOTT here", "nott"), ("was NTO seen", "not"),
     ("Mising From Home", "missing"), ("had NT scan", "nt"), ("WAS NT SEEN", "not")],
)  # fmt: skip
def test_a_capital_within_a_sentence_is_a_name(sent: str, meant: str) -> None:
    assert meant in split(sent).low


def test_names_of_the_family_are_no_slips() -> None:
    assert as_spelt(["missin", "was", "seen"]) == ["missing", "was", "seen"]
    assert as_spelt(["missin", "was", "seen"], {"missin"}) == ["missin", "was", "seen"]


def test_a_name_with_an_s_is_what_is_theirs_unless_the_name_is_a_word_too() -> None:
    assert as_spelt(["theos", "bag", "marks"], {"theo", "mark"}) == ["theo's", "bag", "marks"]
    assert as_spelt(["twins", "siblings"], {"twin", "sibling"}) == ["twins", "siblings"]


@pytest.mark.parametrize(
    "text",
    ["Theo was nto seen.", "Theo was nt seen.", "Theo mising from home.", "Theo reported mssing.",
     "Theo abscent from school.", "Theo wasent seen.", "Theo was **not** seen.",
     "Theo was (not) seen.", "Mum refuesd entry.", "Theo unseen.", "Theo did not atend."],
)  # fmt: skip
def test_a_slip_shows_no_child_as_seen_who_was_not(text: str) -> None:
    found = read_narrative(text, children=("Theo", "Ruby"), subject="Theo").seen["Theo"]
    assert found.value == SeenValue.NOT_SEEN
    assert found.evidence in text


@pytest.mark.parametrize(
    "text", ["Theo seen seperately.", "Theo was spoken to indivdually.", "Theo sene alnoe."]
)
def test_alone_is_read_misspelt(text: str) -> None:
    found = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    assert found.seen["Theo"].value == SeenValue.SEEN_ALONE
