"""Words by their stems."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as made
from snowballstemmer import stemmer

from chronology import phrases

CUES = Path(phrases.__file__).parent / "cues"


@settings(max_examples=50)
@given(made.from_regex(r"[a-z]{3,9}[abfhjkopquvwxz]", fullmatch=True))
def test_a_word_that_no_ending_can_be_taken_off_is_its_own_stem(word: str) -> None:
    assert phrases.stems(word) == [word] == [stemmer("english").stemWord(word)]


def test_every_cue_is_at_least_one_word() -> None:
    for file in sorted(CUES.glob("*.txt")):
        assert phrases.stems(file.read_text(encoding="utf-8"))


def test_a_cue_says_how_many_words_it_is_and_whether_it_is_denied() -> None:
    cues = phrases.finder({"nurse": ["school nurse"], "school": ["school"]})
    found = phrases.find(phrases.stems("No school nurse here"), cues)
    assert {(f.name, f.words, f.denied) for f in found} == {
        ("nurse", 2, True),
        ("school", 1, True),
    }
