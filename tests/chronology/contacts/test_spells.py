"""Spells in which nobody is recorded as seeing, seeing alone or hearing a child."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.contacts.spells import Need, Spell, spell_words, spells
from chronology.exporters.spell_lines import spell_days
from chronology.merge import merge
from chronology.model import Child
from tests.chronology.small_chronology import THEO, chronology, entry, seen, views

COVERED = "1/3/21-31/5/21"


def of(*dates: str, covers: str = COVERED, incident: str = "", agency: str = "") -> list[Spell]:
    entries = [entry(n, "GP", on, seen("seen")) for n, on in enumerate(dates, 1)]
    told = chronology(*entries, covers=covers, incident=incident)
    return list(spells(told, THEO, Need.SEEN, agency))


def test_spells_stand_longest_first_with_the_rows_at_both_ends() -> None:
    found = of("11/3/21", "1/5/21")
    assert [spell_words(s) for s in found] == ["51 days", "30 days", "10 days"]
    longest = found[0]
    assert (longest.after.entry, longest.before.entry) == (f"{1:012x}", f"{2:012x}")
    assert found[1].before.entry == "", "the edge of the time covered is no entry"


def test_an_imprecise_date_gives_a_range() -> None:
    found = of("3/3/21", "1/4/21-30/4/21", "15/5/21", covers="3/3/21-15/5/21")
    assert [spell_words(s) for s in found] == ["29 to 58 days", "15 to 44 days"]


def test_no_spell_is_claimed_outside_the_time_covered_or_beyond_the_incident() -> None:
    assert [spell_words(s) for s in of("11/3/21", covers="11/3/21-20/3/21")] == ["9 days"]
    assert [spell_words(s) for s in of("11/3/21", incident="15/3/21")] == ["10 days", "4 days"]
    assert of("11/3/21", covers="") == [], "without a period covered only entries bound the time"


def test_no_spell_begins_before_birth_or_ends_after_death() -> None:
    child = Child(label="Theo", born=dt.date(2021, 3, 10), died=dt.date(2021, 3, 20))
    told = chronology(entry(1, "GP", "12/3/21", seen("seen")), child=child, covers=COVERED)
    assert [spell_words(s) for s in spells(told, child, Need.SEEN)] == ["8 days", "2 days"]


def test_remote_contact_and_carers_do_not_end_a_spell_but_seen_asleep_does() -> None:
    told = chronology(
        entry(1, "GP", "11/3/21", seen("seen", manner="remote")),
        entry(2, "GP", "21/3/21", seen("seen", by="foster carer")),
        entry(3, "GP", "31/3/21", seen("seen", manner="asleep")),
        covers="1/3/21-31/3/21",
    )
    assert [spell_words(s) for s in spells(told, THEO, Need.SEEN)] == ["30 days"]


def test_alone_and_heard_have_spells_of_their_own_and_say_how_many_contacts_lie_between() -> None:
    told = chronology(
        entry(1, "GP", "2/3/21", seen("seen")),
        entry(2, "GP", "3/3/21", seen("seen_alone"), views("recorded")),
        entry(3, "GP", "4/3/21", kind="remote"),
        covers="1/3/21-5/3/21",
    )
    alone, heard = (spells(told, THEO, n) for n in (Need.ALONE, Need.HEARD))
    assert [(spell_words(s), len(s.contacts)) for s in alone] == [("2 days", 1), ("2 days", 0)]
    assert [spell_words(s) for s in heard] == ["2 days", "2 days"]


START = dt.date(2021, 3, 1)
ranges = st.tuples(st.integers(1, 13), st.sampled_from([0, 0, 0, 2, 4])).map(
    lambda r: (r[0], min(r[0] + r[1], 14))
)


@settings(max_examples=50)
@given(st.lists(ranges, min_size=1, max_size=4))
def test_wherever_the_imprecise_days_truly_fall_the_longest_gap_lies_within_the_ranges(
    told: list[tuple[int, int]],
) -> None:
    dates = [f"{1 + a}/3/21-{1 + b}/3/21" for a, b in told]
    found = of(*dates, covers="1/3/21-16/3/21")
    for true in product(*(range(a, b + 1) for a, b in told)):
        days = sorted({0, 15, *true})
        longest = max(b - a for a, b in pairwise(days))
        assert longest <= found[0].most
        assert longest >= max(s.least for s in found)


def test_of_days_that_overlap_the_latest_possible_one_gives_the_least() -> None:
    found = of("1/3/22-31/3/22", "22/3/22", "9/5/22", covers="1/3/22-9/5/22")
    assert spell_words(found[0]) == "39 to 48 days"


def test_what_may_lie_within_a_spell_is_named_and_exact_rows_stand_at_its_ends() -> None:
    entries = [
        entry(n, "GP", on, seen("seen"))
        for n, on in enumerate(("5/3/22", "1/4/22-30/4/22", "9/4/22", "24/4/22"), 1)
    ]
    told = chronology(*entries, covers="5/3/22-24/4/22")
    words = [(spell_words(s), spell_days(told, s)) for s in spells(told, THEO, Need.SEEN)]
    within = "1/4/22-30/4/22 (ref 2) may lie within"
    assert words == [
        ("27 to 35 days", f"05/03/2022 to 09/04/2022; {within}"),
        ("0 to 15 days", f"09/04/2022 to 24/04/2022; {within}"),
    ]


def test_a_sighting_on_one_of_several_days_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "hv.csv").write_text(
        "Date,Event,Child seen\n1/5/2022,Visit,Yes\n"
        "w/b 4 July 2022,Visit,Yes\n4/12/2022,Visit,Yes\n",
        encoding="utf-8",
    )
    told = merge([tmp_path / "hv.csv"])
    found = spells(told, told.case.children[0], Need.SEEN)
    assert [spell_days(told, s) for s in found] == [
        "some day of 04/07/2022 to 10/07/2022, to 04/12/2022",
        "01/05/2022 to some day of 04/07/2022 to 10/07/2022",
    ]


def test_an_end_that_is_no_sighting_is_called_the_edge_of_the_time_looked_at() -> None:
    told = chronology(entry(1, "GP", "9/3/22", seen("seen")), covers="5/3/22-24/4/22")
    assert [spell_days(told, s) for need in (Need.SEEN, Need.ALONE)
            for s in spells(told, THEO, need)] == [
        "09/03/2022 to 24/04/2022, the last day looked at",
        "05/03/2022, the first day looked at, to 09/03/2022",
        "05/03/2022, the first day looked at, to 24/04/2022, the last day looked at",
    ]  # fmt: skip


@pytest.mark.parametrize("agency", ["GP", "School"])
def test_an_agencys_spells_are_its_own(agency: str) -> None:
    told = chronology(
        entry(1, "GP", "11/3/21", seen("seen")), entry(2, "School", "20/3/21", seen("seen")),
        covers="1/3/21-31/3/21",
    )  # fmt: skip
    days = {"GP": ["20 days", "10 days"], "School": ["19 days", "11 days"]}
    assert [spell_words(s) for s in spells(told, THEO, Need.SEEN, agency)] == days[agency]
