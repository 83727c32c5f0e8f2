"""What is put right in a text before it is cut into words and sentences."""

from __future__ import annotations

import pytest

from chronology.seen.wording.words import with_stops, without_emphasis


@pytest.mark.parametrize(
    ("sent", "bare"),
    [
        ("was **not** seen", "was   not   seen"),
        ("was (NOT) seen", "was  NOT  seen"),
        ("* Theo seen * later", "* Theo seen * later"),
        ("snake_case_name", "snake_case_name"),
    ],
)
def test_marks_that_set_words_off_are_spaces(sent: str, bare: str) -> None:
    assert without_emphasis(sent) == bare


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("Seen at home Mum present and Theo in cot No concerns noted",
         "Seen at home.Mum present and Theo in cot.No concerns noted"),
        ("Seen at home. Theo asleep in the cot and Mum was well", ""),
        ("Theo went with Mum and Dad past Mum's house to the School", ""),
        ("Mum present", ""),
    ],
)  # fmt: skip
def test_a_text_without_full_stops_has_them_where_sentences_begin(sent: str, read: str) -> None:
    assert with_stops(sent) == (read or sent)
