"""Emoji are printed by name where no font has them, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from chronology import merge
from chronology.emoji import named
from chronology.exporters import write


@pytest.mark.parametrize(
    ("sent", "printed"),
    [
        ("help \U0001f62d", "help [loudly crying face]"),
        ("\U0001f44d\U0001f3fd", "[thumbs up sign, emoji modifier fitzpatrick type-4]"),
        ("\U0001f469\u200d\U0001f467", "[woman, girl]"),
        ("\u2b50\ufe0f\u2b50", "[white medium star][white medium star]"),
        ("\u2764\ufe0f \u2713 \u2610 caf\u00e9", "\u2764 \u2713 \u2610 caf\u00e9"),
        ("no picture", "no picture"),
    ],
)
def test_each_picture_becomes_its_name_and_other_words_stay(sent: str, printed: str) -> None:
    assert named(sent) == printed


def test_the_pdf_says_in_words_what_was_sent_and_a_finding_counts_it(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    path.write_text(
        "Date,Event\n04/03/2021,Message: come \U0001f62d\n05/03/2021,Aunt rang.\n", encoding="utf-8"
    )
    made = merge([path])
    assert [f.rows for f in made.findings if f.code == "emoji"] == [(2,)]
    text = " ".join(
        page.extract_text() for page in PdfReader(write(made, tmp_path / "out.pdf")).pages
    )
    assert "[loudly crying face]" in " ".join(text.split())
