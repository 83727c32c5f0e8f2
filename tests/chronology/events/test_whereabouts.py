"""A child said to be somewhere, and what is recorded there of that day: side by side."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from chronology import merge
from chronology.events.contradictions import Contradiction, contradictions
from chronology.model import Case, Child, Chronology, Declared, Difference
from chronology.phrases import table_of
from chronology.review.written_questions import enquiries

THEO = Child(label="Theo", subject=True, born=dt.date(2018, 1, 10))
RUBY = Child(label="Ruby", born=dt.date(2019, 6, 2))
CASE = Case(children=(THEO, RUBY))
Row = tuple[str, str, str]
"""Agency, time and words, all of Thursday 4 March 2021."""


def woven(folder: Path, *rows: Row, on: str = "04/03/2021") -> Chronology:
    for agency, time, words in rows:
        path = folder / f"{agency}.csv"
        path.touch()
        before = path.read_text() or "Date,Time,Event\n"
        path.write_text(f'{before}{on},{time},"{words}"\n')
    paths = sorted(folder.glob("*.csv"))
    declared = tuple(Declared(file=path.name, record_of="Theo") for path in paths)
    return merge(paths, replace(CASE, declared=declared))


def found_in(chronology: Chronology) -> list[Difference]:
    return [d for d in chronology.differences if d.field == "whereabouts"]


TOLD = "Home visit. Theo not seen. Mum said he was at nursery."
ABSENT = "Theo absent today. No call from home."
SAID: list[tuple[str, Row, Row]] = [
    ("said to be at nursery, which records an absence",
     ("Health visitor", "10:30", TOLD), ("Nursery", "", ABSENT)),
    ("said of both children, and of one of them the school records an absence",
     ("Police", "11:00", "Officers attended a domestic. Mother stated both children were in "
      "school, not seen."),
     ("School", "", "Theo did not attend school today.")),
    ("not seen in the words of the visit itself, without saying who told",
     ("Social care", "", "Unannounced visit. Theo at school."), ("School", "09:15", "Absent.")),
    ("said to be at an appointment to which he was not brought",
     ("Health visitor", "14:00", "Home visit. Mum said Theo was at his hospital appointment."),
     ("Hospital", "14:15", "Paediatric outpatient clinic. Was not brought.")),
    ("said to be at the school that the record comes from",
     ("Police", "10:00", "Visit. Theo not seen as he was at Fernside Primary School."),
     ("Fernside Primary School", "", "Theo not in today, text sent to mum.")),
    ("said to be asleep upstairs while a nursery has him",
     ("Police", "10:30", "Officers attended. Theo not seen, mother said he was asleep upstairs."),
     ("Nursery", "10:20", "Theo present and played in the sand.")),
]  # fmt: skip
NOT_SAID: list[tuple[str, Row, Row]] = [
    ("who is absent in the morning is not who is said to be there after lunch",
     ("Health visitor", "14:30", TOLD), ("Nursery", "", "Theo absent a.m., doctor.")),
    ("who came late, or went home, was there for a part of the day",
     ("Health visitor", "14:30", TOLD), ("Nursery", "", "Absent at register, arrived at 12:45.")),
    ("another school",
     ("Police", "10:00", "Visit. Theo not seen as he was at Fernside Primary School."),
     ("Harbour Lane Infant School", "", "Absent.")),
    ("the brother or sister is the one at nursery",
     ("Health visitor", "10:30", "Home visit. Theo not seen, asleep. Ruby at nursery."),
     ("Nursery", "", "Theo absent.")),
    ("in capitals, the brother or sister is the one at nursery",
     ("Police", "10:30", "OFFICERS ATTENDED. THEO NOT SEEN, RUBY WAS AT NURSERY."),
     ("Nursery", "", "Theo absent.")),
    ("a child who is not of the case is the one at nursery",
     ("Police", "10:30", "Officers attended. Theo not seen. Idris was at nursery."),
     ("Nursery", "", "Theo absent.")),
    ("both say that the child was not there",
     ("Social care", "10:00", "Visit to see Theo at school. Theo absent, not seen."),
     ("School", "10:00", "Theo absent. Social worker called.")),
    ("to be seen there on another day",
     ("Social care", "10:00", "Home visit. Theo not seen. Will see Theo at school tomorrow."),
     ("School", "", "Theo absent today.")),
    ("where he was before",
     ("Social care", "16:00", "Home visit. Theo not seen. Mum said he was at school yesterday."),
     ("School", "", "Theo absent today.")),
    ("the school is closed",
     ("Social care", "10:00", "Home visit. Theo not seen. Mum said he was at school."),
     ("School", "", "INSET day, all pupils absent. Theo absent.")),
    ("an absence of other days",
     ("Social care", "10:00", "Home visit. Theo not seen. Mum said he was at school."),
     ("School", "", "Attendance meeting. Theo absent on 01/03/2021 and 02/03/2021.")),
    ("at another school than the one told of only as his place",
     ("Health visitor", "10:30", "Home visit. Theo not seen. He has a place at nursery."),
     ("Nursery", "", ABSENT)),
    ("said to be at his nan's in the morning and seen at nursery after lunch",
     ("Police", "09:30", "Officers attended. Theo not seen, mother said he was at his nan's."),
     ("Nursery", "13:30", "Theo present and played in the sand.")),
    ("said to be with his nan, who may have brought him",
     ("Police", "10:30", "Officers attended. Theo not seen, mother said he was with his nan."),
     ("Hospital", "10:20", "ED. Theo examined, chest clear. Brought by grandmother.")),
    ("an appointment at another time of the day",
     ("Health visitor", "09:00", "Home visit. Mum said Theo was at his hospital appointment."),
     ("Hospital", "15:15", "Paediatric outpatient clinic. Was not brought.")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "one", "other"), SAID, ids=[row[0] for row in SAID])
def test_it_is_told_of(tmp_path: Path, name: str, one: Row, other: Row) -> None:
    told = woven(tmp_path, one, other)
    (difference,) = found_in(told)
    assert {s.agency for s in difference.said} == {one[0], other[0]}, name
    assert "both may be true" in difference.message
    assert any(f.code == "whereabouts-differ" for f in told.findings)


@pytest.mark.parametrize(("name", "one", "other"), NOT_SAID, ids=[row[0] for row in NOT_SAID])
def test_it_is_not_told_of(tmp_path: Path, name: str, one: Row, other: Row) -> None:
    assert not found_in(woven(tmp_path, one, other)), name


EXAMPLES = [e for told in table_of("whereabouts.toml").values() for e in told["examples"]]


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{e['told']} {e['nursery']}" for e in EXAMPLES])
def test_the_words_of_each_list(tmp_path: Path, example: dict[str, str]) -> None:
    told = ("Health visitor", "10:30", example["told"])
    found = found_in(woven(tmp_path, told, ("Nursery", "", example["nursery"])))
    assert bool(found) == example["differ"]


def test_nobody_is_at_school_at_the_weekend(tmp_path: Path) -> None:
    _, one, other = SAID[0]
    assert not found_in(woven(tmp_path, one, other, on="06/03/2021"))


def test_of_two_nurseries_it_is_not_known_which_was_meant(tmp_path: Path) -> None:
    _, one, other = SAID[0]
    second = ("Harbour Lane Nursery", "", "Theo absent.")
    assert not found_in(woven(tmp_path, one, other, second))


def test_who_came_later_that_day_was_there(tmp_path: Path) -> None:
    _, one, other = SAID[0]
    assert not found_in(woven(tmp_path, one, other, ("Nursery", "13:00", "Theo seen, happy.")))


def test_it_is_a_contradiction_and_each_agency_is_asked(tmp_path: Path) -> None:
    _, one, other = SAID[0]
    told = woven(tmp_path, one, other)
    assert [c.kind for c in contradictions(told, THEO)] == [Contradiction.WHEREABOUTS]
    for agency in (one[0], other[0]):
        (asked,) = enquiries(told, agency)
        assert "where the child was" in asked.words
        assert "nursery" not in asked.words.casefold()
