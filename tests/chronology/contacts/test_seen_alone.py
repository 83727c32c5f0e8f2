"""Seen alone, where the agency's column says only that the child was seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronology import merge
from chronology.contacts.kinds import Scope
from chronology.contacts.sightings import Measure
from chronology.contacts.spells import Need, spells
from chronology.contacts.summary import times
from chronology.coverage import count, tallies
from chronology.exporters.rows import child_words, seen_words
from chronology.model import Basis, Case, Child, Chronology, Declared
from chronology.values.confirming import to_confirm
from chronology.values.readings_by_basis import FIRM, only

BEA, NED = Child(label="Bea", subject=True), Child(label="Ned")
TEXT = "Home visit. Bea seen alone in her bedroom. Ned playing downstairs."


def woven(tmp_path: Path, heads: str, *cells: str) -> Chronology:
    rows = [f"0{n}/03/2021,{TEXT},{told}" for n, told in enumerate(cells, 1)]
    text = "\n".join([f"Date,Event,{heads}", *rows, "20/03/2021,Home visit.," + "," * 3])
    (tmp_path / "hv.csv").write_text(text + "\n", encoding="utf-8")
    case = Case(children=(BEA, NED), declared=(Declared(file="hv.csv", record_of="Bea"),))
    return merge([tmp_path / "hv.csv"], case=case)


def alone(told: Chronology, child: Child = BEA) -> list[int]:
    """How many are counted as alone: by the agency's word, by the text."""
    tally = tallies(told, child, Scope.CONTACTS)[0]
    return [count(tally, Measure.ALONE, b) for b in (Basis.STATED, Basis.NARRATIVE)]


def test_a_column_that_says_only_seen_leaves_it_to_the_text_whether_alone(tmp_path: Path) -> None:
    told = woven(tmp_path, "Child seen Y/N", "Y")
    tally = tallies(told, BEA, Scope.CONTACTS)[0]
    assert [count(tally, Measure.SEEN, b) for b in (Basis.STATED, Basis.NARRATIVE)] == [1, 0]
    assert alone(told) == [0, 1]
    last = times(told, BEA, Need.ALONE)
    assert last.last is told.entries[0]
    assert last.last_firm is None
    assert spells(told, BEA, Need.ALONE)[0].after.entry == told.entries[0].id


def test_both_stand_in_every_output_each_with_its_basis(tmp_path: Path) -> None:
    entry = woven(tmp_path, "Child seen Y/N", "Y").entries[0]
    assert child_words(entry, BEA) == "Seen (stated)\nAlone (from text)"
    assert seen_words(entry, "Bea").splitlines() == [
        "Seen", "stated by the agency: \u201cY\u201d",
        "Alone", "read from the text, unconfirmed: \u201cBea seen alone\u201d",
    ]  # fmt: skip


def test_it_is_there_to_be_confirmed(tmp_path: Path) -> None:
    [found] = [u for u in to_confirm(woven(tmp_path, "Child seen Y/N", "Y")) if u.child == "Bea"]
    assert (found.value, found.words) == ("seen alone", "Bea seen alone")
    assert "its column says seen, and nothing of alone" in found.why


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        ("Child seen Y/N,Seen alone", "Y,N"),
        ("Child seen Y/N,Seen alone", "Y,With mother"),
        ("Child seen Y/N", "Yes - not alone"),
        ("Child seen Y/N", "Yes with mother"),
    ],
)
def test_what_the_agency_states_of_alone_stands(tmp_path: Path, heads: str, cells: str) -> None:
    assert alone(woven(tmp_path, heads, cells)) == [0, 0]


def test_without_readings_of_the_text_nothing_of_it_is_left(tmp_path: Path) -> None:
    told = only(woven(tmp_path, "Child seen Y/N", "Y"), FIRM)
    assert alone(told) == [0, 0]
    assert told.entries[0].seen["Bea"].readings == {"stated": "seen"}
