"""Who last saw the child, and on how many days somebody did."""

from __future__ import annotations

from dataclasses import replace

from chronology.contacts.sightings import Measure
from chronology.contacts.spells import Need
from chronology.contacts.stretch_of_time import between
from chronology.contacts.summary import child_days, longest, longest_as_sent, silences, times
from chronology.dates import parse_when
from chronology.exporters.coverage_tables import apart_words
from chronology.model import Basis, Chronology
from chronology.ordering import refs
from tests.chronology.small_chronology import THEO, chronology, day, entry, seen, views


def test_the_last_time_is_before_the_incident_and_told_apart_from_the_last_time_stated() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21", seen("seen")),
        entry(2, "HV", "9/3/21", seen("seen", "narrative")),
        entry(3, "Police", "10/3/21", seen("seen")),
        incident="10/3/21",
    )
    found = times(told, THEO, Need.SEEN)
    assert found.last is not None
    assert found.last_firm is not None
    assert (found.last.agency, found.last_firm.agency) == ("HV", "GP")


def test_an_entry_not_dated_exactly_may_have_been_later_still() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21-31/3/21", seen("seen")), entry(2, "HV", "9/3/21", seen("seen"))
    )
    found = times(told, THEO, Need.SEEN)
    assert found.last is not None
    assert found.last.agency == "HV"
    assert [e.agency for e in found.perhaps_later] == ["GP"]


def test_what_was_seen_since_by_video_or_a_carer_only_stands_beside_the_last_time() -> None:
    told = chronology(
        entry(1, "HV", "1/2/21", seen("seen", manner="remote")),
        entry(2, "GP", "1/3/21", seen("seen")),
        entry(3, "HV", "4/3/21", seen("seen", manner="remote")),
        entry(4, "Fostering", "5/3/21", seen("seen", by="foster carer")),
        entry(5, "HV", "11/3/21", seen("seen", manner="remote")),
        incident="10/3/21",
    )
    found = times(told, THEO, Need.SEEN)
    assert [e.agency for e in found.not_counted] == ["HV", "Fostering"]
    assert times(told, THEO, Need.HEARD).not_counted == ()
    words = apart_words(found, THEO, refs(told))
    assert words == (
        "Since then seen remotely, or by a carer, only: 05/03/2021, Fostering, stated by the "
        "agency (ref 4); 04/03/2021, HV, stated by the agency (ref 3)."
    )


def test_a_day_on_which_several_see_the_child_counts_once_under_its_surest_basis() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21", seen("seen", "narrative"), views("recorded")),
        entry(2, "HV", "1/3/21", seen("seen_alone")),
        entry(3, "HV", "2/3/21"),
        entry(4, "HV", "3/3/21", kind="remote"),
    )
    days = child_days(told, THEO)
    assert days.of == 2
    assert days.by_basis[Measure.SEEN] == {Basis.STATED: (day("1/3/21"),)}
    assert days.by_basis[Measure.ALONE] == {Basis.STATED: (day("1/3/21"),)}


def test_where_nobody_says_is_told_agency_by_agency_of_the_contacts_there_were() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21"), entry(2, "GP", "2/3/21", seen("seen")),
        entry(3, "HV", "3/3/21", seen("not_seen")), entry(4, "HV", "3/3/21", kind="meeting"),
    )  # fmt: skip
    found = [(s.agency, len(s.not_recorded), s.of) for s in silences(told, THEO)]
    assert found == [("GP", 1, 2), ("HV", 0, 1), ("", 1, 3)]


def test_a_stretch_leaves_out_what_is_not_surely_in_it_and_says_so() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21"), entry(2, "GP", "9/3/21"), entry(3, "GP", "5/3/21-15/3/21"),
        entry(4, "GP", ""), covers="1/1/21-31/12/21",
    )  # fmt: skip
    cut = between(told, day("5/3/21"), day("10/3/21"))
    assert [e.at.row for e in cut.chronology.entries] == [2]
    assert len(cut.unsure) == 2
    covers = cut.chronology.submissions[0].covers
    assert (covers.start, covers.end) == (day("5/3/21"), day("10/3/21"))


def test_a_day_on_which_accounts_differ_is_told_apart_from_days_seen() -> None:
    told = chronology(
        entry(1, "GP", "1/3/21", seen("seen")), entry(2, "HV", "1/3/21", seen("not_seen")),
        entry(3, "HV", "2/3/21", seen("seen")), groups=[(1, 2)],
    )  # fmt: skip
    days = child_days(told, THEO)
    assert (days.of, days.differ) == (2, (day("1/3/21"),))
    assert days.by_basis[Measure.SEEN] == {Basis.STATED: (day("2/3/21"),)}


def test_a_spell_that_a_later_answer_made_shorter_is_told_as_it_was_sent_too() -> None:
    def told(basis: str) -> Chronology:
        return chronology(
            entry(1, "GP", "1/3/21", seen("seen")), entry(2, "HV", "1/5/21", seen("seen", basis)),
            entry(3, "GP", "1/6/21", seen("seen")), covers="1/3/21-1/6/21",
        )  # fmt: skip

    sent = longest_as_sent(told("agency_answer"), THEO, Need.SEEN)
    now = longest(told("agency_answer"), THEO, Need.SEEN)
    assert sent is not None
    assert now is not None
    assert (sent.most, now.most) == (92, 61)
    assert longest_as_sent(told("stated"), THEO, Need.SEEN) is None


def test_an_undated_entry_is_no_contact_of_a_child_due_after_all_that_the_files_reach() -> None:
    def of(born: str) -> list[int]:
        child = replace(THEO, born=day(born))
        undated = replace(entry(2, "GP", "1/3/21"), when=parse_when("not known"))
        told = chronology(entry(1, "GP", "1/3/21"), undated, child=child)
        return [s.of for s in silences(told, child) if not s.agency]

    assert of("1/1/20") == [2]
    assert of("1/3/21") == [2]
    assert of("1/6/21") in ([], [0])
