"""The short chronology: key events, chosen by a rule that it names."""

from __future__ import annotations

from dataclasses import replace

from chronology.contacts.key_events import shortened
from chronology.ordering import refs
from tests.chronology.small_chronology import chronology, entry, seen


def test_the_incident_and_the_last_times_before_it_are_never_left_out() -> None:
    made = chronology(
        entry(1, "GP", "1/3/21", seen("seen")),
        entry(2, "HV", "9/3/21", seen("seen")),
        entry(3, "HV", "20/3/21"),
        entry(4, "Police", "9/5/21", event="Call from ambulance control."),
        incident="9/5/21",
    )
    short = shortened(made)
    assert [e.agency for e in short.entries] == ["HV", "Police"]
    assert short.findings[0].message.startswith("Short: 2 of 4 entries, chosen by the incident, ")


def test_every_entry_keeps_its_ref_of_the_whole() -> None:
    made = chronology(entry(1, "GP", "1/3/21"), entry(2, "GP", "2/3/21"), entry(3, "GP", "3/3/21"))
    last = made.entries[-1].id
    short = shortened(replace(made, themes={"child protection plan": (last,)}))
    assert refs(short) == {last: 3}
