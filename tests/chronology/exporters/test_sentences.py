"""The words behind a reading, for a reader who has not the entry before them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from chronology import merge
from chronology.exporters.rows import WITHHELD
from chronology.exporters.sentences import unquoted, words_cited
from chronology.model import Basis, Entry, Seen, Views

EVENT = "MISSING\nNOT BACK BY CURFEW. SAYS HE WAS WITH FRIENDS. Mother asked to ring."


def cited(entry: Entry, basis: Basis, words: str, *, said: bool = False) -> str:
    """What is cited where a value of seen, or of views (`said`), rests on some words."""
    return words_cited(entry, (Views if said else Seen)(basis=basis, evidence=words))


@pytest.fixture
def entry(tmp_path: Path) -> Entry:
    path = tmp_path / "police.csv"
    path.write_text(f'Date,Event\n01/03/2021,"{EVENT}"\n', encoding="utf-8")
    return merge([path]).entries[0]


def test_a_word_read_from_the_text_stands_in_its_sentence(entry: Entry) -> None:
    assert cited(entry, Basis.NARRATIVE, "SAYS") == "SAYS HE WAS WITH FRIENDS"
    assert cited(entry, Basis.NARRATIVE, "NOT BACK") == "NOT BACK BY CURFEW"


@pytest.mark.parametrize("said", ["'he hit me'", '"he hit me"', "\u2018it\u2019s mine\u2019"])
def test_what_is_quoted_right_after_the_words_belongs_to_them(entry: Entry, said: str) -> None:
    told = replace(entry, event=f"Bruise under the eye, said {said}. Mother called.")
    words = cited(told, Basis.NARRATIVE, "Bruise under the eye, said")
    assert words == f"Bruise under the eye, said {said}"
    assert cited(told, Basis.NARRATIVE, "Bruise under the eye") == "Bruise under the eye"


@pytest.mark.parametrize(
    "said",
    [
        "Theo told the class teacher that he is hungry",
        'Theo told the class teacher that dad says "Go away. Now." to him',
        "THEO SPOKEN TO ALONE, SAID HE WAS HUNGRY",
    ],
)
def test_the_words_of_a_child_go_on_to_the_end_of_their_sentence(entry: Entry, said: str) -> None:
    told = replace(entry, event=f"Breakfast club. {said}. Mother called.")
    begins = " ".join(said.split()[:5]).removesuffix(" HE")
    assert cited(told, Basis.NARRATIVE, begins, said=True) == said


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("Theo drew a house. 'I don't want him in it'. Tea.",
         "Theo drew a house. 'I don't want him in it'"),
        ('Theo told the teacher of home. "I hide."', 'Theo told the teacher of home. "I hide."'),
        ('Theo drew a house. "That is a lie," said mother.', "Theo drew a house"),
        ('Theo drew a house. "Lovely." Mother hugged him.', "Theo drew a house"),
    ],
)  # fmt: skip
def test_a_quotation_that_stands_alone_after_the_childs_words_belongs_to_them(
    entry: Entry, event: str, said: str
) -> None:
    told = replace(entry, event=event)
    begins = " ".join(event.split()[: 4 if "told" in event else 2])
    assert cited(told, Basis.NARRATIVE, begins, said=True) == said


def test_what_the_agency_stated_stays_as_it_is(entry: Entry) -> None:
    assert cited(entry, Basis.STATED, "SAYS") == "SAYS"


def test_where_it_is_in_doubt_which_sentence_it_is_the_words_stand_alone(entry: Entry) -> None:
    twice = replace(entry, event="SAYS he is well. Mother SAYS no.")
    assert cited(twice, Basis.NARRATIVE, "SAYS") == "SAYS"
    assert cited(entry, Basis.NARRATIVE, "Home visit.") == "Home visit."


def test_withheld_words_stay_withheld(entry: Entry) -> None:
    hidden = replace(entry, withheld=frozenset({"event"}))
    assert cited(hidden, Basis.NARRATIVE, "SAYS") == WITHHELD


def test_words_of_the_event_are_not_withheld_with_another_cell(entry: Entry) -> None:
    hidden = replace(entry, withheld=frozenset({"outcome"}))
    assert cited(hidden, Basis.NARRATIVE, "SAYS") == "SAYS HE WAS WITH FRIENDS"
    assert cited(hidden, Basis.NARRATIVE, "told in the outcome") == WITHHELD


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('"Mummy was sad"', "Mummy was sad"),
        ("\u201cYeah maybe.\u201d", "Yeah maybe."),
        ("'Mummy was sad'", "Mummy was sad"),
        ("'I don't like it'", "I don't like it"),
        ("\u2018it\u2019s mine\u2019", "it\u2019s mine"),
        ("'yes' and 'no'", "'yes' and 'no'"),
        ('"Yes," she said, "no"', '"Yes," she said, "no"'),
        ("Theo's", "Theo's"),
        ("''", "''"),
    ],
)
def test_words_that_are_one_quotation_stand_in_ours_without_their_own(
    words: str, shown: str
) -> None:
    assert unquoted(words) == shown
