"""Contacts that did not come about, the five kinds apart, and their runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from chronology import merge, phrases
from chronology.contacts.missed import each_once, missed_contacts, runs
from chronology.contacts.missed_cues import Missed
from chronology.contacts.summary import contacts_words, silences
from chronology.model import (
    Case,
    Child,
    Chronology,
    Declared,
    Entry,
    Group,
    Member,
    Role,
    Seen,
    SheetRead,
    Views,
)
from chronology.review.questions import Asks, questions
from tests.chronology.small_chronology import THEO, chronology, entry, seen


def only(made: Entry) -> list[str]:
    return [m.kind.value for m in missed_contacts(chronology(made), THEO)]


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ("Theo WNB to clinic.", "was not brought"),
        ("Theo CNB to clinic.", "was not brought"),
        ("Was not brought for the third time, mother rang to cancel.", "was not brought"),
        ("DNA 2nd imms.", "did not attend"),
        ("Visit: no reply, card left.", "no access"),
        ("Mr Marl refused entry.", "refused"),
        ("Visit cancelled by mother by text.", "cancelled"),
        ("Home visit. All well.", ""),
    ],
)
def test_the_record_words_which_of_the_five_it_was(event: str, kind: str) -> None:
    assert only(entry(1, "GP", "1/3/21", event=event)) == ([kind] if kind else [])


def test_a_reason_that_was_read_counts_where_no_cue_stands() -> None:
    away = seen("not_seen", "narrative", reason="not_brought")
    assert only(entry(1, "GP", "1/3/21", away, event="Clinic.")) == ["was not brought"]


def test_a_contact_on_which_the_child_was_seen_is_not_missed() -> None:
    assert only(entry(1, "GP", "1/3/21", seen("seen"), event="No reply at first.")) == []


def test_a_meeting_that_tells_of_missed_visits_is_not_one() -> None:
    told = entry(1, "GP", "1/3/21", event="Meeting: two visits cancelled.", kind="meeting")
    assert only(told) == []


def test_a_row_that_was_sent_twice_is_missed_once_and_no_run() -> None:
    away = seen("not_seen", reason="not_brought")
    twice = [entry(n, "GP", "1/3/21", away, event="WNB. Letter sent.") for n in (1, 2)]
    sent = replace(chronology(*twice), repeats=(tuple(e.id for e in twice),))
    assert [m.entry.id for m in missed_contacts(sent, THEO)] == [twice[0].id]
    assert runs(sent, THEO) == ()


def test_a_run_is_broken_by_a_contact_that_came_about() -> None:
    def visits(*came: bool) -> Chronology:
        return chronology(*(
            entry(n, "HV", f"{n}/3/21", seen("seen") if c else None,
                  event="Home visit." if c else "No reply.")
            for n, c in enumerate(came, 1)
        ))  # fmt: skip

    found = runs(visits(False, False, False, True, False, True, False, False), THEO)
    assert [len(run.missed) for run in found] == [3, 2]


RUBY = Child(label="Ruby")


def for_each(event: str, record_of: str, *, of_theo: Seen, kind: str = "visit") -> dict[str, int]:
    """How many missed contacts of Theo and of Ruby one entry in somebody's record tells of."""
    one = entry(1, "GP", "1/3/21", of_theo, event=event, kind=kind)
    one = replace(one, seen={**one.seen, "Ruby": Seen()}, views={**one.views, "Ruby": Views()})
    told = chronology(one)
    sheet = SheetRead(name="log", rows=1, entries=1, set_aside=(), record_of=record_of)
    told = replace(
        told,
        case=replace(told.case, children=(THEO, RUBY, Child(label="Alfie"))),
        submissions=(replace(told.submissions[0], sheets=(sheet,)),),
    )
    return {c.label: len(missed_contacts(told, c)) for c in (THEO, RUBY)}


@pytest.mark.parametrize("record_of", ["Theo", "child", "Theo, Alfie"])
def test_what_one_childs_own_record_misses_is_not_missed_by_a_sister(record_of: str) -> None:
    found = for_each("Booster cancelled by mother.", record_of, of_theo=Seen())
    assert found == {"Theo": 1, "Ruby": 0}


def test_a_row_that_says_which_child_was_not_seen_is_about_that_child_alone() -> None:
    found = for_each("Review: was not brought.", "household", of_theo=seen("not_seen"))
    assert found == {"Theo": 1, "Ruby": 0}


def test_where_a_household_record_names_no_child_either_may_be_meant() -> None:
    assert for_each("No reply.", "household", of_theo=Seen()) == {"Theo": 1, "Ruby": 1}


@pytest.mark.parametrize(
    ("event", "kind", "number"),
    [("DNA smear test.", "appointment", 0), ("No access visit.", "visit", 1)],
)
def test_of_a_mothers_record_only_a_visit_to_the_home_may_have_been_a_childs(
    event: str, kind: str, number: int
) -> None:
    found = for_each(event, "mother", of_theo=Seen(), kind=kind)
    assert found == {"Theo": number, "Ruby": number}


def one_event(first: Role, second: Role, event: str, kind: str = "remote") -> Chronology:
    members = (
        entry(1, "Hospital", "12/1/21", event="Clinic. Was not brought."),
        entry(2, "GP", "15/1/21", event=event, kind=kind),
    )
    roles = zip(members, (first, second), strict=True)
    group = Group(id="g", members=tuple(Member(id=e.id, role=role) for e, role in roles))
    return replace(chronology(*members), groups=(group,))


def test_a_letter_that_tells_of_anothers_missed_appointment_is_none_of_its_own() -> None:
    told = one_event(Role.SAME, Role.NOTIFIED, "Letter: was not brought on 12 January.")
    assert [m.entry.agency for m in missed_contacts(told, THEO)] == ["Hospital"]


def test_a_letter_stands_where_the_other_agency_does_not_say_that_it_was_missed() -> None:
    told = one_event(Role.NOTIFIED, Role.SAME, "Letter: was not brought on 12 January.")
    told = replace(told, entries=(replace(told.entries[0], event="Clinic."), told.entries[1]))
    assert [m.entry.agency for m in missed_contacts(told, THEO)] == ["GP"]


def test_two_agencies_own_accounts_of_one_missed_visit_are_one_in_the_count() -> None:
    told = one_event(Role.SAME, Role.SAME, "No reply.", "visit")
    missed = missed_contacts(told, THEO)
    assert [m.entry.agency for m in missed] == ["Hospital", "GP"]
    assert [m.entry.agency for m in each_once(missed, told)] == ["Hospital"]


def test_contacts_without_a_date_follow_nothing() -> None:
    missed = [entry(n, "HV", day, event="No reply.") for n, day in enumerate(("", "", "1/3/21"), 1)]
    assert len(missed_contacts(chronology(*missed), THEO)) == 3
    assert runs(chronology(*missed), THEO) == ()


def test_what_came_about_in_a_brothers_record_breaks_a_run_that_it_tells_of_a_sister(
    tmp_path: Path,
) -> None:
    (tmp_path / "hv.csv").write_text(
        "Date,Event,Child seen\n01/03/2021,Home visit. No reply.,No\n"
        "08/03/2021,Home visit. Theo weighed.,Yes\n15/03/2021,Home visit. No reply.,No\n"
        "22/03/2021,Home visit. No reply.,No\n",
        encoding="utf-8",
    )
    theo, case = Child(label="Theo", subject=True), Declared(file="hv.csv", record_of="Theo")
    told = merge([tmp_path / "hv.csv"], Case(children=(theo, RUBY), declared=(case,)))
    missed = [m.entry.at.row for m in missed_contacts(told, RUBY)]
    assert missed == [2, 4, 5]
    assert [[m.entry.at.row for m in run.missed] for run in runs(told, RUBY)] == [[4, 5]]


def test_a_day_on_which_a_school_saw_the_child_breaks_its_run() -> None:
    told = chronology(
        entry(1, "School", "1/3/21", event="Parents' evening cancelled.", kind="appointment"),
        entry(2, "School", "2/3/21", seen("seen"), event="In class.", kind="session"),
        entry(3, "School", "9/3/21", event="Review cancelled.", kind="appointment"),
    )
    assert runs(told, THEO) == ()


def test_the_agencies_runs_are_apart() -> None:
    told = chronology(
        entry(1, "HV", "1/3/21", event="No reply."), entry(2, "GP", "2/3/21", event="DNA."),
    )  # fmt: skip
    assert runs(told, THEO) == ()


def test_every_cue_file_names_the_five_kinds_and_no_other() -> None:
    assert list(phrases.table_of("missed.toml")) == list(Missed)


def test_an_appointment_missed_counts_once_where_a_sisters_record_tells_of_it_too(
    tmp_path: Path,
) -> None:
    (tmp_path / "gp.csv").write_text(
        "Date,Patient,Event,Child seen\n01/01/2020,Ruby,Surgery. Theo was not brought.,Yes\n"
        "01/01/2020,Theo,Was not brought.,No\n09/01/2020,Ruby,Surgery. Theo was not brought.,Yes\n",
        encoding="utf-8",
    )
    theo = Child(label="Theo")
    told = merge([tmp_path / "gp.csv"], Case(children=(theo, RUBY)))
    assert [m.entry.at.row for m in missed_contacts(told, theo)] == [3, 4]


def test_a_missed_contact_that_says_nothing_of_the_child_is_told_and_nobody_asks_of_it() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21", event="Home visit cancelled, no car available."),
        entry(2, "GP", "2/3/21", event="Home visit. House cold."),
        entry(3, "GP", "3/3/21", event="Home visit, Mr Marl refused entry."),
    )
    assert [len(s.not_recorded) for s in silences(told, THEO)] == [3, 3]
    words = "Of those that do not say, 2 are recorded as missed or cancelled."
    assert contacts_words(told, THEO) == words
    asked = [q.entry.at.row for q in questions(told, "GP") if q.asks is Asks.SEEN]
    assert asked == [2, 3], "at the door of a home a child may have been seen"
