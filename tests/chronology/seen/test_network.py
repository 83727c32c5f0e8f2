"""The weights and the network that read a narrative word by word, as it concerns each child."""

from collections.abc import Sequence

import numpy
import pytest

from chronology.narrative import read_narrative, tokens_of
from chronology.seen.learnt import network, opinion
from chronology.seen.learnt.evidence import evidence
from chronology.seen.learnt.tokens import DENIED, OF_VIEWS, OWN, VALUES, Tokens
from chronology.seen.learnt.weighing import HUNDREDTHS, speaks_most, weigh, weights

CHILDREN = ("Theo", "Ruby", "Kit")
TEXT = "Home visit. Theo was asleep upstairs. Ruby told the HV she likes nursery. 2 dogs. Kit out."


def test_people_stand_as_who_they_are_to_the_one_who_asks() -> None:
    told = tokens_of("Theo not seen by HV.", CHILDREN, "Theo")
    assert told["Theo"].words == ["<T>", "not", "seen", "by", "<P>", "."]
    assert told["Ruby"].words == ["<O>", "not", "seen", "by", "<P>", "."]
    assert all(flags & DENIED for flags in told["Theo"].row.flags)


def test_every_child_of_a_narrative_is_read_as_if_asked_about_alone() -> None:
    told = tokens_of(TEXT, CHILDREN, "Theo")
    for net in network.networks():
        together = network.chances(net, [*told.values()])
        for one, tokens in zip(together, told.values(), strict=True):
            for of, chances in network.chances(net, [tokens])[0].items():
                assert chances == pytest.approx(one[of], abs=1e-5)


def test_chances_come_to_one() -> None:
    told = [*tokens_of(TEXT, CHILDREN, "Theo").values()]
    by_networks = [by for net in network.networks() for by in network.chances(net, told)]
    for by in (*by_networks, *(weighed.chances for weighed in weigh(told))):
        assert [sum(chances.values()) for chances in by.values()] == pytest.approx([1, 1, 1])


def test_a_word_never_met_is_read_by_its_letters() -> None:
    assert all("haematemesised" not in net.words for net in network.networks())
    assert set(network.pieces("haematemesised")) & set(network.pieces("haematemesis"))
    assert network.pieces("<T>") == []
    seen, other = (
        network.chances(network.networks()[0], [tokens_of(text, CHILDREN, "Theo")["Theo"]])
        for text in ("Theo haematemesised.", "Theo zzqq.")
    )
    assert seen != other


def test_evidence_has_the_same_number_on_every_machine() -> None:
    numbers, at = evidence(tokens_of("Theo not seen.", ("Theo",), "Theo")["Theo"])
    assert numbers.dtype == numpy.uint32
    assert (int(numbers[0]), int(at[0])) == (FIRST, 1)  # "w not", at the second word
    assert int(at.max()) == 3  # the full stop
    assert -1 in at  # what is of no one word


FIRST = 89444100


def test_evidence_that_stands_twice_is_weighed_once() -> None:
    told = tokens_of("Theo seen. Theo seen. Theo seen.", ("Theo",), "Theo")["Theo"]
    (weighed,), known = weigh([told]), weights()
    rows = [*{*weighed.rows.tolist()}]
    assert len(evidence(told)[0]) >= len(weighed.rows) > len(rows)
    sums = known.rows[rows].sum(0)[: len(VALUES[OWN])]
    raised = 1 / (1 + numpy.exp(-sums / HUNDREDTHS))
    assert [*weighed.chances[OWN].values()] == pytest.approx((raised / raised.sum()).tolist())


def test_no_two_pieces_of_evidence_that_are_weighed_are_looked_up_in_one_place() -> None:
    known = weights()
    assert (known.table[known.numbers % len(known.table)] == numpy.arange(len(known.numbers))).all()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Rent paid. No reply at the door, nobody in. Letter left.", 1),
        ("Nobody in, no reply at the door. Rent paid.", 0),
    ],
)
def test_a_value_that_no_rule_bears_out_rests_on_the_sentence_that_speaks_most_for_it(
    text: str, sentence: int
) -> None:
    told = tokens_of(text, ("Theo",), "Theo")["Theo"]
    assert speaks_most(told, OWN, "not_seen", weigh([told])[0]) == sentence


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Home visit, no reply. Card left.", "not_seen"),
        ("3 CH SIGHTED SAFE AND WELL.", "seen"),
        ("Theo absent today, no call from home.", "not_recorded"),
        ("House busy, three men in kitchen. Theo off school to help.", "not_recorded"),
    ],
)
def test_a_child_who_is_not_spoken_of_is_asked_about_with_the_household(
    text: str, value: str
) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Theo")
    assert (told.seen["Ruby"].value, told.seen["Kit"].value) == (value, value)


@pytest.mark.parametrize("text", ["", ".", "\n\n", "Theo", "\u00b6", "x" * 500, "saw Theo. " * 400])
def test_no_text_is_too_short_or_too_long(text: str) -> None:
    assert set(read_narrative(text, children=CHILDREN, subject="Theo").seen) == set(CHILDREN)


def test_where_a_second_opinion_only_doubts_none_is_asked_for_if_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = {"children": CHILDREN, "subject": "Theo", "record_of": "mother"}
    said = read_narrative("Rent arrears discussed with mother.", **asked)
    monkeypatch.delattr("chronology.seen.learnt.opinion.opinions")
    assert read_narrative("Rent arrears discussed with mother.", **asked) == said


def test_what_is_worked_out_once_for_a_narrative_is_the_same_for_each_of_its_children() -> None:
    told = tokens_of(TEXT, CHILDREN, "Theo")
    together = {child: evidence(one)[0].tolist() for child, one in told.items()}
    for child in CHILDREN:
        assert evidence(tokens_of(TEXT, CHILDREN, "Theo")[child])[0].tolist() == together[child]


def test_the_second_network_is_not_asked_where_it_could_change_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = ["Theo seen.", "Theo not in.", "No reply. Card left.", "Theo said he likes it.", TEXT]
    asked: list[network.Network] = []
    chances = network.chances

    def counted(net: network.Network, told: Sequence[Tokens]) -> list[network.Chances]:
        asked.append(net)
        return chances(net, told)

    monkeypatch.setattr(network, "chances", counted)
    read = [read_narrative(text, children=CHILDREN, subject="Theo") for text in texts]
    few = len(asked)
    monkeypatch.setattr("chronology.seen.learnt.opinion._settled", lambda *_: False)
    assert [read_narrative(text, children=CHILDREN, subject="Theo") for text in texts] == read
    assert few < len(asked) - few


def test_words_that_stand_far_from_what_tells_children_apart_are_worked_out_once() -> None:
    told = tokens_of(
        "Theo seen. " + "The rent was paid in full. " * 5 + "Ruby out.", CHILDREN, "Theo"
    )
    net = network.networks()[0]
    together = network._through(net, network._known(net, [*told.values()]))
    for one, x in zip(told.values(), together, strict=True):
        assert x == pytest.approx(network._through(net, network._known(net, [one]))[0], abs=1e-5)


def test_nothing_is_asked_of_what_is_beyond_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sequence[Sequence[str]]] = []
    opinions = opinion.opinions

    def kept(
        told: Sequence[Tokens], questions: Sequence[Sequence[str]], spoken_of: Sequence[bool]
    ) -> list[opinion.Opinion]:
        asked.append(questions)
        return opinions(told, questions, spoken_of)

    monkeypatch.setattr(opinion, "opinions", kept)
    read_narrative("Child seen: No. He rang later.", children=("Theo",), subject="Theo")
    assert asked == [[(OF_VIEWS,)]]
