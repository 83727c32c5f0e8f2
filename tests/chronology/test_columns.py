"""Which field each heading names."""

import tomllib
from importlib import resources

import pytest

from chronology.columns import field_of, fold


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date (& time where appropriate)", "date"),
        ("Date or\nPeriod of\nEvent", "date"),
        ("DATE OF CONTACT:", "date"),
        ("Visit date", "date"),
        ("Time (24hr)", "time"),
        ("Witness or document reference (where applicable)", "source"),
        ("*Event: (What actually happened)", "event"),
        ("Brief details", "event"),
        ("Were the children seen?", "child_seen"),
        ("Child seen (Y/N)", "child_seen"),
        ("Was the child seen individually / alone?", "seen_alone"),
        ("Child\u2019s wishes & feelings", "views"),
        ("Action taken / outcome", "outcome"),
        ("Name of professional", "professional"),
        ("IMR author's comments", "comment"),
        ("Missed opportunity (Y/N)", "missed_opportunity"),
        ("Kloe ref", "terms_of_reference"),
        ("Date of birth", ""),
        ("Date child seen", ""),
        ("Legal status", ""),
        ("Child bedroom seen", ""),
    ],
)
def test_each_heading_is_read_as_agencies_mean_it(heading: str, field: str) -> None:
    assert field_of(heading)[0] == field


def test_no_heading_stands_under_two_fields() -> None:
    text = resources.files("chronology").joinpath("columns.toml").read_text(encoding="utf-8")
    folded = [fold(word) for words in tomllib.loads(text).values() for word in words]
    assert sorted(folded) == sorted(set(folded))
