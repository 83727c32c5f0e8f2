"""Whom the first words of an entry are about."""

import pytest

from chronology.events.initials import head_of, headed_by


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("KD chest pain, worse lying.", "KD"),
        ("ED. J Pask 26M chest pain.", "JP"),
        ("J.E. not in. Mum called.", "JE"),
        ("Tina E: back pain, fit note.", "TE"),
        ("Gemma Tarn. Pregnancy test positive.", "GT"),
        ("GP rang about imms.", ""),
        ("Home Visit, no reply.", ""),
        ("Ms Crome rang.", ""),
        ("Uncle Tom collected.", ""),
        ("MALE STOPPED IN CORN STREET", ""),
    ],
)
def test_initials_are_read_of_names_and_of_nothing_else(text: str, initials: str) -> None:
    assert head_of(text) == initials


def test_only_who_heads_several_entries_heads_any() -> None:
    assert headed_by(["KD cough", "KD rash", "KD fit note", "J Pask cough"]) == ["KD"] * 3 + [""]
