"""Boxes of a form that nobody filled in, in files that do not say that they show a prompt."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Basis


@pytest.mark.parametrize(
    "prompt",
    [
        "Choose an item.", "Select...", "-- Please select --", "[Select]", "Select an option",
        "Choose a value from the list", "Click or tap here to enter text.",
    ],
)  # fmt: skip
def test_a_cell_that_still_shows_its_prompt_is_empty(tmp_path: Path, prompt: str) -> None:
    path = tmp_path / "gp.csv"
    path.write_text(f'Date,Event,Child seen\n12/03/2021,Visit,"{prompt}"\n19/03/2021,Call,No\n')
    woven = merge([path])
    stated = [Basis.STATED in e.seen["Subject child"].readings for e in woven.entries]
    assert stated == [False, True]
    assert {f.code for f in woven.findings} >= {"file-prompts"}
    assert "seen-unclear" not in {f.code for f in woven.findings}


def test_words_that_tell_of_a_choice_are_no_prompt(tmp_path: Path) -> None:
    path = tmp_path / "gp.csv"
    path.write_text("Date,Event\n12/03/2021,Chose an item\n13/03/2021,Asked to select a school\n")
    assert [e.event for e in merge([path]).entries] == ["Chose an item", "Asked to select a school"]
