"""The words in which agencies tell of events."""

from collections import Counter

from chronology import phrases
from chronology.wording import compared


def test_words_that_mean_the_same_are_compared_as_one() -> None:
    assert compared(phrases.stems("settee")) == compared(phrases.stems("a couch"))


def test_a_slap_is_no_drug() -> None:
    assert compared(phrases.stems("smacked")).isdisjoint(compared(phrases.stems("heroin")))


def test_no_word_stands_in_two_sets_of_words_that_mean_the_same() -> None:
    lines = phrases.words_of("alike.txt").splitlines()
    sets = [set(phrases.stems(line)) for line in lines if line[:1].isalpha()]
    assert min(map(len, sets)) > 1
    assert [word for word, n in Counter(w for words in sets for w in words).items() if n > 1] == []
