"""The tables of phrases that stand by themselves: carers.toml, screens.toml and the like."""

from __future__ import annotations

from itertools import product

import pytest

from chronology.seen.wording import cues, tables
from chronology.seen.wording.words import split
from chronology.values import screens

GROUPS = [(file, rule) for file in tables.FILES for rule in cues.rules((file,))]
EXAMPLES = [
    pytest.param(file, rule, example, id=f"{rule.name}: {example['t']}")
    for file, rule in GROUPS
    for example in rule.examples
]
NAMES = [f"{file} {rule.name}" for file, rule in GROUPS]


@pytest.mark.parametrize(("file", "rule", "example"), EXAMPLES)
def test_every_example_beside_a_group_holds_a_phrase_of_it_or_not_as_it_says(
    file: str, rule: cues.Rule, example: dict[str, str]
) -> None:
    told = tables.Told(file, split(example["t"]))
    if rule.voids:
        assert any(told.of(name) for name in rule.voids) != example["found"]
    else:
        assert bool(told.of(rule.name)) == example["found"]


@pytest.mark.parametrize(("file", "rule"), GROUPS, ids=NAMES)
def test_every_group_is_well_written_and_shown_by_examples_of_both_kinds(
    file: str, rule: cues.Rule
) -> None:
    assert [p for p in rule.phrases if cues.problem_of(p, tables.CAPITALS)] == []
    assert {example["found"] for example in rule.examples} == {True, False}
    assert set(rule.voids) <= {other.name for name, other in GROUPS if name == file}


@pytest.mark.parametrize("group", ["screen", "heading", "heading-with", "held-so"])
def test_every_phrase_for_a_screen_has_a_word_by_which_entries_are_picked_out(group: str) -> None:
    """Else it would never be looked for: add the word to screen_hint or app in lists.toml."""
    rule = next(rule for _, rule in GROUPS if rule.name == group)
    for phrase in rule.phrases:
        for ways in product(*(cues._ways(part) for part in phrase.split())):
            text = " ".join(word for way in ways for word in way)
            assert screens.may_be(text), f"{phrase}: {text}"


def test_words_in_quotation_marks_count_too() -> None:
    told = tables.Told("screens.toml", split('Mum said "he is on Zoom".'))
    assert told.of("screen")


def test_a_star_stands_for_one_word_at_most() -> None:
    told = tables.Told("carers.toml", split("Seen by the school nurse. Seen by her own old nurse."))
    assert [hit.first for hit in told.of("seen-by")] == [0]
