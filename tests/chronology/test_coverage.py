"""Who was seen, alone and heard: figures, their bases, and the rows behind them."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.contacts.kinds import Scope
from chronology.contacts.sightings import SEEN_PARTS, VIEWS_PARTS, Measure, glances
from chronology.contacts.spells import Need, spells
from chronology.contacts.summary import not_counted_words, times
from chronology.coverage import UNDATED, By, Tally, count, ids, period_of, share, tallies
from chronology.dates import Precision
from chronology.model import (
    Basis,
    Chronology,
    Entry,
    Group,
    Member,
    NamedPeriod,
    Period,
    Role,
)
from chronology.values.readings_by_basis import only
from tests.chronology.small_chronology import THEO, chronology, entry, seen, views, when

AGENCIES = ("GP", "Health visitor", "Police", "School")
VALUES = ("seen", "seen_alone", "not_seen", "not_recorded", "not_recorded")
VIEWS = ("recorded", "sought_but_not_given", "observed", "not_recorded", "not_recorded")
BASES = ("stated", "narrative", "reviewer", "agency_answer")
KINDS = ("visit", "appointment", "session", "remote", "meeting", "other")


def made(random_: random.Random, number: int, agency: str = "") -> Entry:
    start = dt.date(2019, 10, 1) + dt.timedelta(days=random_.randrange(900))
    end = start + dt.timedelta(days=random_.choice([0, 0, 0, 0, 6, 40]))
    on = f"{start.day}/{start.month}/{start.year - 2000}-{end.day}/{end.month}/{end.year - 2000}"
    value = random_.choice(VALUES)
    manner = random_.choice(["", "", "asleep", "glimpsed", "remote"]) if "seen" in value else ""
    by = random_.choice(["", "", "", "foster carer"])
    return entry(
        number,
        agency or random_.choice(AGENCIES),
        random_.choice([on, on, on, on, on, ""]),
        seen(value, random_.choice(BASES), manner, by),
        views(random_.choice(VIEWS), random_.choice(BASES)),
        kind=random_.choice(KINDS),
    )


def three_hundred(seed: int) -> Chronology:
    random_ = random.Random(seed)
    entries = [made(random_, n) for n in range(1, 301)]
    groups = [random_.sample(range(1, 301), 2) for _ in range(20)]
    apart: set[int] = set()
    kept = []
    for a, b in groups:
        if not {a, b} & apart and entries[a - 1].agency != entries[b - 1].agency:
            apart |= {a, b}
            kept.append((a, b))
    return chronology(*entries, groups=kept)


def reckoned(e: Entry) -> tuple[set[str], str, str, str]:
    """An independent reading of one entry: what it counts as, and under which bases."""
    s, v = e.seen["Theo"], e.views["Theo"]
    words = set()
    if s.value in ("seen", "seen_alone"):
        if s.manner == "remote":
            words.add("remote")
        elif "carer" in s.by:
            words.add("carer")
        else:
            words.add("seen")
            if s.value == "seen_alone":
                words.add("alone")
            if s.manner in ("asleep", "glimpsed"):
                words.add(s.manner)
    elif s.value == "not_seen":
        words.add("not seen")
    else:
        words.add("nobody" if e.kind == "meeting" else "silent")
    return words, s.basis, v.value, v.basis


NAMES = {
    "seen": Measure.SEEN, "alone": Measure.ALONE, "asleep": Measure.ASLEEP,
    "glimpsed": Measure.GLIMPSED, "remote": Measure.REMOTE, "carer": Measure.CARER,
    "not seen": Measure.NOT_SEEN, "nobody": Measure.NO_DEALINGS, "silent": Measure.NOT_RECORDED,
    "recorded": Measure.VIEWS, "sought_but_not_given": Measure.SOUGHT,
    "observed": Measure.OBSERVED, "not_recorded": Measure.NO_VIEWS,
}  # fmt: skip


def in_scope(e: Entry, scope: Scope) -> bool:
    if scope is Scope.ENTRIES:
        return True
    if scope is Scope.SESSIONS:
        return e.kind == "session" and "remote" not in reckoned(e)[0]
    words = reckoned(e)[0]
    sighted = "seen" in words
    if "remote" in words:
        return False
    return e.kind != "session" and (e.kind in ("visit", "appointment", "other") or sighted)


def alive(e: Entry) -> bool:
    return e.when.end is None or THEO.born is None or e.when.end >= THEO.born


@pytest.mark.parametrize("scope", list(Scope))
def test_coverage_of_300_entries_agrees_with_a_reckoning_of_its_own_to_the_row(
    scope: Scope,
) -> None:
    told = three_hundred(7)
    for agency in AGENCIES:
        expected: dict[tuple[Measure, str], set[str]] = {}
        of = set()
        for e in told.entries:
            if e.agency == agency and alive(e) and in_scope(e, scope):
                of.add(e.id)
                words, basis, heard, heard_basis = reckoned(e)
                for word in words:
                    expected.setdefault((NAMES[word], basis), set()).add(e.id)
                expected.setdefault((NAMES[heard], heard_basis), set()).add(e.id)
        tally = own(told, scope, agency)
        assert set(tally.of) == of
        found = {
            (measure, basis.value): set(rows)
            for measure, by_basis in tally.rows.items()
            for basis, rows in by_basis.items()
        }
        assert found == {(m, str(b)): rows for (m, b), rows in expected.items()}


def test_over_all_agencies_an_event_counts_once_and_differing_accounts_are_named() -> None:
    told = three_hundred(7)
    tally = own(told, Scope.ENTRIES, "")
    by_id = {e.id: e for e in told.entries}
    living = [e for e in told.entries if alive(e)]
    pairs = [tuple(by_id[m.id] for m in g.members) for g in told.groups]
    both = [(a, b) for a, b in pairs if alive(a) and alive(b) and not another_time(a, b)]
    assert len(tally.of) == len(living) - len(both)
    differ = [
        (a, b) for a, b in both
        if {"seen", "not seen"} <= reckoned(a)[0] | reckoned(b)[0]
    ]  # fmt: skip
    assert count(tally, Measure.DIFFERS) == len(differ)


def another_time(a: Entry, b: Entry) -> bool:
    """Whether the later of two accounts saw the child two days after the other (at school, at
    nursery or on a ward: one), or later still."""
    if not all(e.when.start and e.when.start == e.when.end for e in (a, b)):
        return False
    first, last = sorted((a, b), key=lambda e: e.when.start or dt.date.min)
    days = ((last.when.start or dt.date.min) - (first.when.start or dt.date.min)).days
    late = days >= (1 if last.kind == "session" else 2)
    return late and "seen" in reckoned(last)[0] and last.kind not in ("remote", "meeting")


def own(told: Chronology, scope: Scope, agency: str) -> Tally:
    return next(t for t in tallies(told, THEO, scope) if t.agency == agency)


def test_each_entry_stands_in_exactly_one_of_the_parts() -> None:
    for tally in tallies(three_hundred(3), THEO, Scope.ENTRIES, By.YEAR):
        for parts in (SEEN_PARTS, VIEWS_PARTS):
            rows = Counter(id_ for measure in parts for id_ in ids(tally, measure))
            assert sum(rows.values()) == len(tally.of)
            assert set(rows.values()) <= {1}


@pytest.mark.parametrize("by", [By.MONTH, By.QUARTER, By.YEAR])
def test_the_periods_add_up_to_the_whole_with_what_is_not_dated_closely_enough(by: By) -> None:
    told = three_hundred(5)
    for whole in tallies(told, THEO, Scope.CONTACTS):
        parts = [t for t in tallies(told, THEO, Scope.CONTACTS, by) if t.agency == whole.agency]
        assert sum(len(t.of) for t in parts) == len(whole.of)
        for measure in whole.rows:
            assert sum(count(t, measure) for t in parts) == count(whole, measure)


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.sampled_from(AGENCIES))
def test_adding_an_entry_of_one_agency_never_changes_another_agencys_own_numbers(
    seed: int, agency: str
) -> None:
    random_ = random.Random(seed)
    entries = [made(random_, n) for n in range(1, 25)]
    more = [*entries, made(random_, 99, agency)]
    before, after = chronology(*entries), chronology(*more)
    for scope in Scope:
        for by in (None, By.MONTH):
            assert others(before, scope, by, agency) == others(after, scope, by, agency)
    for other in {e.agency for e in entries} - {agency}:
        for need in Need:
            assert spells(before, THEO, need, other) == spells(after, THEO, need, other)
            assert times(before, THEO, need, other) == times(after, THEO, need, other)


def test_what_may_or_may_not_lie_in_a_named_period_is_counted_apart() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21", seen("seen")),
        entry(2, "GP", "20/2/21-5/3/21", seen("seen")),
        entry(3, "GP", "", seen("seen")),
        entry(4, "GP", "1/9/21-30/9/21", seen("seen")),
    )
    march = Period(start=dt.date(2021, 3, 1), end=dt.date(2021, 3, 31))
    case = replace(told.case, periods=(NamedPeriod(name="March", period=march),))
    found = tallies(replace(told, case=case), THEO, Scope.CONTACTS, By.NAMED)
    assert [(t.agency, t.period, len(t.of)) for t in found] == [
        ("GP", "March", 1),
        ("GP", UNDATED, 2),
        ("", "March", 1),
        ("", UNDATED, 2),
    ]


def others(told: Chronology, scope: Scope, by: By | None, agency: str) -> list[Tally]:
    return [t for t in tallies(told, THEO, scope, by) if t.agency not in (agency, "")]


def test_the_bases_stand_apart_and_no_figure_adds_them() -> None:
    told = chronology(
        entry(1, "GP", "1/2/21", seen("seen")),
        entry(2, "GP", "2/2/21", seen("seen", "narrative")),
        entry(3, "GP", "3/2/21", seen("seen_alone", "reviewer")),
        entry(4, "GP", "4/2/21", seen("not_seen", "agency_answer")),
        entry(5, "GP", "5/2/21"),
    )
    tally = own(told, Scope.ENTRIES, "GP")
    assert [count(tally, Measure.SEEN, b) for b in Basis] == [1, 1, 1, 0, 0]
    assert [count(tally, Measure.NOT_SEEN, b) for b in Basis] == [0, 0, 0, 1, 0]
    assert count(tally, Measure.NOT_RECORDED) == 1


def test_a_note_of_being_told_is_no_contact_of_its_own_in_the_totals() -> None:
    told = one_event(
        (entry(1, "Police", "1/2/21", seen("seen")), Role.SAME),
        (entry(2, "School", "2/2/21", seen("seen", "narrative"), event="Told."), Role.NOTIFIED),
    )
    assert own(told, Scope.ENTRIES, "").of == (f"{1:012x}",)
    assert len(own(told, Scope.ENTRIES, "School").of) == 1


def test_a_sighting_that_an_agency_states_in_its_column_is_not_lost_from_the_totals() -> None:
    told = one_event(
        (entry(1, "Hospital", "1/2/21", event="Ward."), Role.SAME),
        (entry(2, "Social care", "1/2/21", seen("seen"), event="Visited ward."), Role.NOTIFIED),
        (entry(3, "GP", "2/2/21", event="Letter.", kind="remote"), Role.NOTIFIED),
    )
    tally = own(told, Scope.ENTRIES, "")
    assert len(tally.of) == 2
    assert ids(tally, Measure.SEEN) == (f"{2:012x}",)


def test_a_visit_of_the_same_day_that_states_a_sighting_is_no_differing_account() -> None:
    told = one_event(
        (entry(1, "Police", "1/2/21", seen("not_seen"), event="Attended."), Role.SAME),
        (entry(2, "Social care", "1/2/21", seen("seen"), event="Visited."), Role.NOTIFIED),
    )
    tally = own(told, Scope.CONTACTS, "")
    assert (count(tally, Measure.SEEN), count(tally, Measure.NOT_SEEN)) == (1, 1)
    assert count(tally, Measure.DIFFERS) == 0


def one_event(*members: tuple[Entry, Role]) -> Chronology:
    told = chronology(*(e for e, _ in members))
    group = Group(id="g", members=tuple(Member(id=e.id, role=role) for e, role in members))
    return replace(told, groups=(group,))


@pytest.mark.parametrize("role", [Role.NOTIFIED, Role.SAME])
@pytest.mark.parametrize(
    "event",
    [
        "Home visit after the report of 1 February.",
        "Joint visit re incident of 1/2/21.",
        "Visit: return home interview.",
        "Follow-up visit.",
    ],
)
def test_a_visit_that_follows_an_event_on_a_later_day_is_a_contact_of_its_own(
    event: str, role: Role
) -> None:
    told = one_event(
        (entry(1, "Police", "1/2/21", seen("not_seen"), event="Officers attended."), Role.SAME),
        (entry(2, "Social care", "5/2/21", seen("seen"), event=event), role),
        (entry(3, "Health visitor", "5/2/21", seen("seen"), event=event), role),
    )
    tally = own(told, Scope.CONTACTS, "")
    assert len(tally.of) == 2
    assert (count(tally, Measure.SEEN), count(tally, Measure.NOT_SEEN)) == (1, 1)
    assert count(tally, Measure.DIFFERS) == 0


def test_an_account_dated_otherwise_that_names_no_earlier_day_is_no_second_contact() -> None:
    told = one_event(
        (entry(1, "Police", "1/2/21", seen("seen"), event="Home visit."), Role.SAME),
        (entry(2, "Social care", "2/2/21", seen("seen"), event="Home visit."), Role.SAME),
    )
    assert len(own(told, Scope.CONTACTS, "").of) == 1


@pytest.mark.parametrize(
    ("role", "kind", "number"),
    [
        (Role.SAME, "other", 2),
        (Role.NOTIFIED, "appointment", 2),
        (Role.NOTIFIED, "other", 1),
        (Role.NOTIFIED, "meeting", 1),
        (Role.SAME, "remote", 1),
    ],
)
def test_a_child_seen_two_days_after_an_event_was_seen_another_time(
    role: Role, kind: str, number: int
) -> None:
    told = one_event(
        (entry(1, "Police", "1/2/21", seen("seen", "narrative"), event="Attended."), Role.SAME),
        (entry(2, "GP", "3/2/21", seen("seen", "narrative"), event="Examined.", kind=kind), role),
    )
    assert count(own(told, Scope.ENTRIES, ""), Measure.SEEN) == number


@pytest.mark.parametrize(("role", "number"), [(Role.SAME, 2), (Role.NOTIFIED, 1)])
def test_a_child_seen_at_school_the_day_after_an_event_was_seen_another_time(
    role: Role, number: int
) -> None:
    told = one_event(
        (entry(1, "Police", "1/2/21", seen("seen", "narrative"), event="Attended."), Role.SAME),
        (entry(2, "School", "2/2/21", seen("seen", "narrative"), event="Tired in class, says "
               "police came.", kind="session"), role),
    )  # fmt: skip
    assert count(own(told, Scope.ENTRIES, ""), Measure.SEEN) == number


def test_a_row_that_an_agency_sent_twice_is_counted_once_and_said_beside() -> None:
    twice = [entry(n, "GP", "1/2/21", seen("seen")) for n in (1, 2)]
    told = replace(chronology(*twice), repeats=((twice[0].id, twice[1].id),))
    for agency in ("GP", ""):
        assert ids(own(told, Scope.CONTACTS, agency), Measure.SEEN) == (twice[0].id,)
    assert not_counted_words(told, THEO) == (
        "Not counted there: rows that an agency sent more than once, word for word (GP 1)."
    )


def test_nothing_is_counted_before_birth_or_after_death() -> None:
    told = chronology(entry(1, "GP", "9/1/20", seen("seen")), entry(2, "GP", "10/1/20"))
    assert own(told, Scope.ENTRIES, "GP").of == (f"{2:012x}",)


def test_what_began_before_birth_and_has_no_end_is_counted() -> None:
    since = entry(1, "GP", "9/1/20")
    since = replace(since, when=replace(since.when, end=None, precision=Precision.AFTER))
    assert own(chronology(since), Scope.ENTRIES, "GP").of == (since.id,)


@pytest.mark.parametrize(
    ("number", "of", "words"),
    [(3, 41, "3 of 41 (7%)"), (3, 19, "3 of 19"), (10, 20, "10 of 20 (50%)"), (0, 0, "0 of 0")],
)
def test_a_share_has_a_percentage_only_from_20_on(number: int, of: int, words: str) -> None:
    assert share(number, of) == words


@pytest.mark.parametrize(
    ("on", "by", "name"),
    [
        ("31/3/21", By.MONTH, "2021-03"),
        ("1/4/21", By.QUARTER, "2021 Q2"),
        ("1/1/21-31/12/21", By.YEAR, "2021"),
        ("1/1/21-31/12/21", By.QUARTER, UNDATED),
        ("", By.YEAR, UNDATED),
    ],
)
def test_an_entry_belongs_to_a_period_only_if_it_surely_lies_in_it(
    on: str, by: By, name: str
) -> None:
    assert period_of(when(on), by) == name


def test_what_the_entries_say_of_a_child_is_worked_out_once_for_every_table_and_figure() -> None:
    woven = three_hundred(1)
    assert glances(woven, THEO) is glances(woven, THEO)
    assert only(woven, [Basis.STATED]) is only(woven, [Basis.STATED])
    assert glances(only(woven, [Basis.STATED]), THEO) is not glances(woven, THEO)
