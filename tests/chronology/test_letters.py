"""Letters that the font of the PDF lacks are named, and no others."""

from __future__ import annotations

import pytest

from chronology.letters import letter_findings
from tests.chronology.small_chronology import entry


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("தம்பி", True),
        ("小明 came to class", True),
        ("ਬੇਟੀ", True),
        ("กานต์", True),
        ("Nguyễn Thị, Ştefan, Łukasz", False),
        ("Оксана, محمد, שרה, Ελένη", False),
        ("☑ Seen \u2013 “quoted” … 😀 👍🏽", False),
    ],
)
def test_letters_beyond_the_shipped_font_are_named(words: str, named: bool) -> None:
    told = list(letter_findings([entry(1, "GP", "1/3/21", event=words)]))
    assert [f.code for f in told] == ["letters-of-another-font"] * named
