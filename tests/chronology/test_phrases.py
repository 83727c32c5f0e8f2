"""Words by their stems."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as made
from snowballstemmer import stemmer

from chronology import phrases

CUES = Path(phrases.__file__).parent / "cues"
AS_WRITTEN = {
    "same_agency.toml", "child_seen.toml", "agency_staff.toml", "column_check.toml",
    "discrepancies.toml", "body_side.toml", "views_column.toml", "whereabouts.toml",
    "partners.toml", "panel.toml",
}  # fmt: skip
"""Names of agencies, titles and the words of a cell or a heading are compared letter by letter; a
tick is no word."""
STEMMED = sorted({path.name for path in CUES.glob("*.toml")} - AS_WRITTEN)


@settings(max_examples=50)
@given(made.from_regex(r"[a-z]{3,9}[abfhjkopquvwxz]", fullmatch=True))
def test_a_word_that_no_ending_can_be_taken_off_is_its_own_stem(word: str) -> None:
    assert phrases.stems(word) == [word] == [stemmer("english").stemWord(word)]


def cues_in(file: str) -> list[list[str]]:
    """The lists of a table in chronology/cues, whatever they stand under."""
    told = phrases.table_of(file).values()
    below = [words for more in told if isinstance(more, dict) for words in more.values()]
    return [words for words in (*told, *below) if isinstance(words, list)]


@pytest.mark.parametrize("file", STEMMED)
def test_every_cue_is_at_least_one_word(file: str) -> None:
    assert all(phrases.stems(cue) for told in cues_in(file) for cue in told)


@pytest.mark.parametrize("file", STEMMED)
def test_no_cue_says_the_same_as_another_of_its_list(file: str) -> None:
    for told in cues_in(file):
        stems = Counter(tuple(phrases.stems(cue)) for cue in told)
        assert [cue for cue, times in stems.items() if times > 1] == []


def test_a_cue_says_how_many_words_it_is_and_whether_it_is_denied() -> None:
    cues = phrases.finder({"nurse": ["school nurse"], "school": ["school"]})
    found = phrases.find(phrases.stems("No school nurse here"), cues)
    assert {(f.name, f.words, f.denied) for f in found} == {
        ("nurse", 2, True),
        ("school", 1, True),
    }
