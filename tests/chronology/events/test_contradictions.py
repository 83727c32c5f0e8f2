"""Where records contradict each other on whether a child was seen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from chronology.events.contradictions import Contradiction, contradictions
from chronology.model import Chronology, Difference, Entry, Said
from chronology.values.readings_by_basis import with_reading
from tests.chronology.small_chronology import THEO, chronology, entry, seen

ON = "4/3/21"
SEEN, NOT = seen("seen"), seen("not_seen")
ELSEWHERE = seen("not_seen", reason="elsewhere")
AWAY = replace(ELSEWHERE, evidence="Theo at school or nursery")
SPOKE_THERE = replace(NOT, evidence="Theo not seen but spoke with his teacher at nursery")
NOT_THERE = replace(NOT, evidence="not at nursery")
Made = tuple[Entry, ...]


def at(made: Entry, start: int, end: int) -> Entry:
    times = replace(made.when, time=dt.time(start), end_time=dt.time(end))
    return replace(made, when=times)


AT_NURSERY = at(entry(2, "Nursery", ON, SEEN, kind="session"), 9, 12)
# What is recorded, and the contradictions that are named.
TABLE: list[tuple[str, Made, list[Contradiction]]] = [
    ("the same day", (entry(1, "GP", ON, SEEN), entry(2, "Police", ON, NOT)),
     [Contradiction.SAME_DAY]),
    ("another day", (entry(1, "GP", ON, SEEN), entry(2, "Police", "5/3/21", NOT)), []),
    ("one agency", (entry(1, "GP", ON, SEEN), entry(2, "GP", ON, NOT)), []),
    ("not exact", (entry(1, "GP", "1/3/21-9/3/21", SEEN), entry(2, "Police", ON, NOT)), []),
    ("silent", (entry(1, "GP", ON, SEEN), entry(2, "Police", ON)), []),
    ("elsewhere", (entry(1, "GP", ON, SEEN), entry(2, "Police", ON, ELSEWHERE)),
     [Contradiction.ELSEWHERE]),
    ("where that agency saw it",
     (entry(1, "Nursery", ON, SEEN), entry(2, "Social care", ON, AWAY)), []),
    ("where that agency says it was not",
     (entry(1, "Nursery", ON, SEEN), entry(2, "Social care", ON, NOT_THERE)),
     [Contradiction.SAME_DAY]),
    ("where that agency says its writer spoke with others",
     (entry(1, "Nursery", ON, SEEN), entry(2, "Social care", ON, SPOKE_THERE)),
     [Contradiction.SAME_DAY]),
    ("two places at one time",
     (at(entry(1, "HV", ON, SEEN), 10, 11), AT_NURSERY),
     [Contradiction.ELSEWHERE]),
    ("two places one after another",
     (at(entry(1, "HV", ON, SEEN), 13, 14), AT_NURSERY),
     []),
    ("at home during a stay on a ward",
     (entry(1, "Hospital", "1/3/21-9/3/21", SEEN, kind="session"), entry(2, "HV", ON, SEEN)),
     [Contradiction.ELSEWHERE]),
    ("at home on the day of discharge",
     (entry(1, "Hospital", "1/3/21-4/3/21", SEEN, kind="session"), entry(2, "HV", ON, SEEN)), []),
    ("column and text",
     (entry(1, "GP", ON, with_reading(SEEN, seen("not_seen", "narrative"))),),
     [Contradiction.OWN_WORDS]),
    ("alone in the text agrees with seen in the column",
     (entry(1, "GP", ON, with_reading(SEEN, seen("seen_alone", "narrative"))),), []),
    ("the later answer differs",
     (entry(1, "GP", ON, with_reading(SEEN, seen("not_seen", "agency_answer"))),),
     [Contradiction.ANSWER]),
    ("before birth", (entry(1, "GP", "9/1/20", SEEN),), [Contradiction.BEFORE_BIRTH]),
    ("after death", (entry(1, "GP", "1/6/23", SEEN),), [Contradiction.AFTER_DEATH]),
    ("remote", (entry(1, "GP", ON, seen("seen", manner="remote")), entry(2, "Police", ON, NOT)),
     []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "made", "named"), TABLE, ids=[row[0] for row in TABLE])
def test_the_table_of_contradictions(name: str, made: Made, named: list[Contradiction]) -> None:
    child = replace(THEO, died=dt.date(2023, 1, 1))
    told = chronology(*made, child=child)
    assert [c.kind for c in contradictions(told, child)] == named, name


def grouped(*values: str) -> Chronology:
    made = [entry(n, f"Agency {n}", ON, seen(v)) for n, v in enumerate(values, 1)]
    told = chronology(*made, groups=[range(1, len(made) + 1)])
    said = tuple(Said(id=e.id, agency=e.agency, words="") for e in told.entries)
    difference = Difference(field="seen", message="", said=said)
    return replace(told, groups=(replace(told.groups[0], differences=(difference,)),))


def test_accounts_of_one_contact_are_one_contradiction_and_not_two_of_the_day() -> None:
    (clash,) = contradictions(grouped("seen", "not_seen"), THEO)
    assert clash.kind is Contradiction.SAME_CONTACT
    assert [e.agency for e in clash.entries] == ["Agency 1", "Agency 2"]


def test_accounts_of_one_event_that_are_not_of_one_contact_differ_on_the_day() -> None:
    told = grouped("seen", "not_seen")
    apart = replace(told, groups=(replace(told.groups[0], differences=()),))
    assert [c.kind for c in contradictions(apart, THEO)] == [Contradiction.SAME_DAY]


def test_the_day_never_says_which_account_is_right() -> None:
    assert "both may be true" in Contradiction.SAME_DAY


def test_a_row_that_was_sent_twice_contradicts_another_once() -> None:
    told = chronology(
        entry(1, "GP", ON, SEEN), entry(2, "GP", ON, SEEN), entry(3, "Police", ON, NOT),
    )  # fmt: skip
    told = replace(told, repeats=((told.entries[0].id, told.entries[1].id),))
    assert len(contradictions(told, THEO)) == 1
