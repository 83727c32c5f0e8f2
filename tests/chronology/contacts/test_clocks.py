"""Running clocks on every entry."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from chronology.contacts.clocks import Since, age_words, clocks, since_words
from chronology.contacts.sightings import alone, heard, in_person
from chronology.contacts.spells import Need
from chronology.model import Child, Entry
from tests.chronology.small_chronology import THEO, chronology, entry, seen, views
from tests.chronology.test_coverage import alive, made

MET = {
    Need.SEEN: lambda e: in_person(e.seen["Theo"]),
    Need.ALONE: lambda e: alone(e.seen["Theo"]),
    Need.HEARD: lambda e: heard(e.views["Theo"]),
}


def test_clocks_agree_with_a_search_backwards_from_every_entry() -> None:
    random_ = random.Random(11)
    told = chronology(*(made(random_, n) for n in range(1, 200)))
    found = clocks(told)
    for n, e in enumerate(told.entries):
        if e.when.start is None or not alive(e):
            assert found[e.id] == {}
            continue
        for need, met in MET.items():
            end = e.when.end or dt.date.max
            may = [
                b
                for b in told.entries[n + 1 :]
                if e.when.start != end and b.when.start and b.when.start <= end
            ]
            before = [b for b in (*told.entries[:n], *may) if b.when.start and alive(b) and met(b)]
            clock = found[e.id]["Theo"]
            assert clock.anyone[need] == expected(e, before)
            assert clock.here[need] == expected(e, [b for b in before if b.agency == e.agency])


def expected(e: Entry, before: list[Entry]) -> Since | None:
    """Wherever within their dates this entry and the earlier ones truly fall: every day tried."""
    if not before:
        return None
    spans = [(b.when.start or dt.date.min, b.when.end or dt.date.min) for b in before]
    start, end = e.when.start or dt.date.min, e.when.end or dt.date.min
    least, most, never = [], [], False
    for n in range((end - start).days + 1):
        day = start + dt.timedelta(days=n)
        least.append(min((day - min(last, day)).days for first, last in spans))
        over = [f for f, last in spans if last < day or (start == end and f == last == day)]
        most.append((day - (max(over) if over else min(first for first, _ in spans))).days)
        never = never or not over
    return Since(least=min(least), most=max(most), or_never=never)


def test_an_entry_does_not_set_its_own_clock_back() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21", seen("seen"), views("recorded")),
        entry(2, "School", "11/3/21", seen("seen")),
    )
    first, second = (clocks(told)[e.id]["Theo"] for e in told.entries)
    assert first.anyone[Need.SEEN] is None
    assert since_words(first.anyone[Need.SEEN]) == "not before"
    assert since_words(second.anyone[Need.SEEN]) == "10"
    assert second.here[Need.SEEN] is None


def test_an_imprecise_date_makes_the_clock_a_range() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21-31/3/21", seen("seen")), entry(2, "GP", "12/4/21")
    )  # fmt: skip
    assert since_words(clocks(told)[f"{2:012x}"]["Theo"].anyone[Need.SEEN]) == "12 to 42"


def test_a_sighting_that_may_have_been_later_leaves_the_clock_of_the_one_before_running() -> None:
    told = chronology(
        entry(1, "GP", "12/6/21", seen("seen")),
        entry(2, "GP", "1/7/21-31/7/21", seen("seen")),
        entry(3, "GP", "5/7/21"),
    )
    assert since_words(clocks(told)[f"{3:012x}"]["Theo"].anyone[Need.SEEN]) == "0 to 23"


def test_where_the_only_sighting_may_have_been_later_it_may_have_been_never_before() -> None:
    told = chronology(entry(2, "GP", "1/7/21-31/7/21", seen("seen")), entry(3, "GP", "5/7/21"))
    clock = clocks(told)[f"{3:012x}"]["Theo"]
    assert since_words(clock.anyone[Need.SEEN]) == "0 to 4, or not before"


def test_what_falls_within_an_entrys_own_period_may_have_come_before_it() -> None:
    told = chronology(
        entry(1, "GP", "24/11/20", seen("seen")),
        entry(2, "GP", "1/1/21-31/1/21"),
        entry(3, "Police", "14/1/21", seen("seen")),
    )
    clock = clocks(told)[f"{2:012x}"]["Theo"]
    assert since_words(clock.anyone[Need.SEEN]) == "0 to 51"
    assert since_words(clock.here[Need.SEEN]) == "38 to 68"


def test_on_one_day_only_what_is_dated_to_the_day_stands_in_its_order() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21", seen("seen")),
        entry(2, "GP", "10/3/21-14/3/21", seen("seen")),
        entry(3, "Police", "14/3/21"),
        entry(4, "School", "14/3/21", seen("seen")),
        entry(5, "Police", "14/3/21"),
    )
    third, fifth = (clocks(told)[f"{n:012x}"]["Theo"].anyone[Need.SEEN] for n in (3, 5))
    assert (since_words(third), since_words(fifth)) == ("0 to 13", "0")


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (dt.date(2020, 1, 9), ""),
        (dt.date(2020, 1, 11), "1 day"),
        (dt.date(2020, 1, 17), "7 days"),
        (dt.date(2020, 2, 14), "5 weeks"),
        (dt.date(2020, 6, 9), "4 months"),
        (dt.date(2021, 1, 10), "1 year"),
        (dt.date(2022, 4, 10), "2y 3m"),
        (dt.date(2029, 4, 10), "9 years"),
    ],
)
def test_ages_are_told_in_days_then_weeks_then_months_then_years(on: dt.date, words: str) -> None:
    assert age_words(THEO, on) == words


def test_the_age_is_empty_where_the_birth_is_not_known() -> None:
    assert age_words(Child(label="Theo"), dt.date(2021, 1, 1)) == ""
