"""The words in which agencies tell of events."""

from collections import Counter

import pytest

from chronology import phrases
from chronology.events.wording import compared, event_words, street_words


def test_words_that_mean_the_same_are_compared_as_one() -> None:
    assert compared(phrases.stems("settee")) == compared(phrases.stems("a couch"))


def test_a_slap_is_no_drug() -> None:
    assert compared(phrases.stems("smacked")).isdisjoint(compared(phrases.stems("heroin")))


@pytest.mark.parametrize(
    ("text", "told"),
    [("Officers at 47 Mallow Road, noise", False), ("S47 begun", True), ("Section 47", True)],
)
def test_the_number_of_a_house_is_no_section_of_an_act(text: str, told: bool) -> None:
    named = {f.name for f in phrases.find(phrases.stems(text), event_words())}
    assert ("section 47 enquiry" in named) == told


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("Noise at 14 Mallow Court", {"14", "mallow", "court"}),
        ("Seen in Emlyn Way", {"emlyn", "way"}),
        ("Repairs, 3 Manor View", {"3", "manor", "view"}),
        ("Called to Mallow Rd", {"mallow", "rd"}),
        ("Crown Court. Manor View asked. Consultant Dr Ash, Ward St Bride", set()),
    ],
)
def test_the_words_of_a_street_are_told_from_a_court_a_surname_and_a_doctor(
    text: str, street: set[str]
) -> None:
    assert street_words(text) == compared(street)


def test_no_word_stands_in_two_sets_of_words_that_mean_the_same() -> None:
    lines = phrases.words_of("alike.txt").splitlines()
    sets = [set(phrases.stems(line)) for line in lines if line[:1].isalpha()]
    assert min(map(len, sets)) > 1
    assert [word for word, n in Counter(w for words in sets for w in words).items() if n > 1] == []
