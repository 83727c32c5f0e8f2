"""The networks that read a narrative word by word, as it concerns each child."""

import pytest

from chronology.narrative import read_narrative, tokens_of
from chronology.seen import network

CHILDREN = ("Theo", "Ruby", "Kit")
TEXT = "Home visit. Theo was asleep upstairs. Ruby told the HV she likes nursery. 2 dogs. Kit out."


def test_people_stand_as_who_they_are_to_the_one_who_asks() -> None:
    told = tokens_of("Theo not seen by HV.", CHILDREN, "Theo")["Theo"]
    assert [token.word for token in told.row][:3] == ["<T>", "not", "seen"]
    assert [token.flags[1] for token in told.row][:3] == [True, True, True]
    other = tokens_of("Theo in bed. Ruby seen.", CHILDREN, "Theo")["Ruby"]
    assert "<O>" in [token.word for token in other.row]


def test_every_child_of_a_narrative_is_read_as_if_asked_about_alone() -> None:
    told = tokens_of(TEXT, CHILDREN, "Theo")
    together = network.chances([*told.values()])
    for one, tokens in zip(together, told.values(), strict=True):
        for of, chances in network.chances([tokens])[0].items():
            assert chances == pytest.approx(one[of], abs=1e-5)


def test_chances_come_to_one() -> None:
    for by in network.chances([*tokens_of(TEXT, CHILDREN, "Theo").values()]):
        assert [sum(chances.values()) for chances in by.values()] == pytest.approx([1, 1, 1])


def test_a_word_never_met_is_read_by_its_letters() -> None:
    assert all("haematemesised" not in net.words for net in network.networks())
    assert set(network.pieces("haematemesised")) & set(network.pieces("haematemesis"))
    assert network.pieces("<T>") == []
    seen = network.chances([tokens_of("Theo haematemesised.", CHILDREN, "Theo")["Theo"]])
    other = network.chances([tokens_of("Theo zzqq.", CHILDREN, "Theo")["Theo"]])
    assert seen != other


@pytest.mark.parametrize("text", ["", ".", "\n\n", "Theo", "\u00b6", "x" * 500, "saw Theo. " * 400])
def test_no_text_is_too_short_or_too_long(text: str) -> None:
    assert set(read_narrative(text, children=CHILDREN, subject="Theo").seen) == set(CHILDREN)
