"""What stands in one child's own record is not another child's contact that nobody tells of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from chronology import merge
from chronology.contacts.kinds import Scope
from chronology.contacts.sightings import SEEN_PARTS, Measure
from chronology.contacts.spells import Need, spells
from chronology.contacts.summary import contacts_words, not_counted_words, silences
from chronology.coverage import ids, tallies
from chronology.exporters.spell_lines import spell_lines
from chronology.model import Case, Child, Chronology, Declared, Review
from chronology.review.questions import questions

JADE = Child(label="Jade", names=("Jade Pryce",))
ORLA = Child(label="Orla", subject=True)
CASE = Case(
    children=(ORLA, JADE),
    declared=(
        Declared(file="gp.csv", agency="GP", record_of="Orla"),
        Declared(file="hv.csv", agency="HV", record_of="household"),
        Declared(file="clinic.csv", agency="Clinic"),
    ),
)
GP = """Date,Event,Child seen
01/03/2021,Surgery. Chest infection.,Yes
02/03/2021,Surgery. Eczema.,
03/03/2021,Surgery. Eczema. Jade Pryce to be booked in.,
04/03/2021,Surgery. Rash. Asked about her sister.,
05/03/2021,Home visit. Cough.,
"""
CLINIC = """Date,Patient,Event
08/03/2021,Orla,Appointment.
09/03/2021,Jade,Appointment.
10/03/2021,Mother,Appointment.
"""
HV = """Date,Event
11/03/2021,Home visit.
"""


@pytest.fixture
def woven(tmp_path: Path) -> Chronology:
    files = {"gp.csv": GP, "hv.csv": HV, "clinic.csv": CLINIC}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return merge([tmp_path / name for name in files], case=CASE)


def rows_of(woven: Chronology, found: Sequence[str]) -> list[tuple[str, int]]:
    return sorted((e.agency, e.at.row) for e in woven.entries if e.id in found)


def test_contacts_in_another_childs_record_are_none_that_fail_to_say(woven: Chronology) -> None:
    told = {s.agency: s for s in silences(woven, JADE)}
    assert rows_of(woven, told["GP"].not_recorded) == [("GP", 4), ("GP", 5)]
    assert rows_of(woven, told["Clinic"].not_recorded) == [("Clinic", 3), ("Clinic", 4)]
    assert rows_of(woven, told["HV"].not_recorded) == [("HV", 2)]
    assert told[""].of == 5


def test_they_are_counted_by_agency_beside_it(woven: Chronology) -> None:
    assert not_counted_words(woven, JADE) == (
        "Not counted there: entries in another child's own record that do not speak of Jade "
        "(Clinic 1, GP 3)."
    )
    assert not_counted_words(woven, ORLA) == (
        "Not counted there: entries in another child's own record that do not speak of Orla "
        "(Clinic 1)."
    )


@pytest.mark.parametrize(
    ("event", "by", "spoken_of"),
    [
        ("Cast removed.", "Sister Crane", False),
        ("Cast removed, Sister Crane informed.", "", False),
        ("Cast removed. Ward sister aware.", "", False),
        ("Referred to children's social care.", "", False),
        ("Admitted to the children\u2019s ward.", "", False),
        ("Children's and family services rang.", "", False),
        ("Cast removed. Sister asleep in the pram.", "", True),
        ("Cast removed. Came with her sister Beth.", "", True),
        ("Asked about the children's sleep.", "", True),
        ("Surgery. The children came along.", "", True),
    ],
)
def test_a_nurse_or_a_childrens_service_is_no_sister_and_no_children(
    tmp_path: Path, event: str, by: str, spoken_of: bool
) -> None:
    (tmp_path / "gp.csv").write_text(
        f"Date,Event,Professional\n01/03/2021,{event},{by}\n", encoding="utf-8"
    )
    woven = merge([tmp_path / "gp.csv"], case=CASE)
    assert bool(tallies(woven, JADE, Scope.CONTACTS)[-1].of) == spoken_of


@pytest.mark.parametrize("child", [ORLA, JADE])
def test_all_entries_still_add_up(woven: Chronology, child: Child) -> None:
    for tally in tallies(woven, child, Scope.ENTRIES):
        counted = [id_ for part in SEEN_PARTS for id_ in ids(tally, part)]
        assert sorted(counted) == sorted(tally.of)
    whole = tallies(woven, child, Scope.ENTRIES)[-1]
    assert len(whole.of) == len(woven.entries)


def test_what_it_says_of_the_child_counts(tmp_path: Path) -> None:
    (tmp_path / "gp.csv").write_text(
        "Date,Event,Children seen\n01/03/2021,Surgery.,Jade\n", encoding="utf-8"
    )
    woven = merge([tmp_path / "gp.csv"], case=CASE)
    [tally] = tallies(woven, JADE, Scope.CONTACTS)[-1:]
    assert len(ids(tally, Measure.SEEN)) == 1


def test_no_contact_of_another_lies_in_a_spell(woven: Chronology) -> None:
    [spell] = spells(woven, JADE, Need.SEEN, "GP")
    assert rows_of(woven, spell.contacts) == [("GP", 4), ("GP", 5)]


def test_no_spell_is_listed_for_an_agency_that_tells_of_another_child_alone(tmp_path: Path) -> None:
    (tmp_path / "gp.csv").write_text(
        "Date,Event\n01/03/2021,Surgery.\n01/06/2021,Surgery.\n", encoding="utf-8"
    )
    woven = merge([tmp_path / "gp.csv"], case=CASE)
    of_agency = {c.label: [line[1] for line in spell_lines(woven, c)] for c in (ORLA, JADE)}
    assert "GP seeing the child" in of_agency["Orla"]
    assert not [what for what in of_agency["Jade"] if str(what).startswith("GP ")]


def test_agencies_are_not_asked_about_it(woven: Chronology) -> None:
    asked = {(q.child, q.entry.at.row) for q in questions(woven, "GP")}
    assert asked >= {("Orla", 3), ("Jade", 4)}
    assert not asked & {("Jade", 2), ("Jade", 3), ("Jade", 6)}


def test_contacts_since_the_incident_are_said_beside_the_count(woven: Chronology) -> None:
    after = Review(incident=dt.date(2021, 3, 10))
    told = replace(woven, case=replace(woven.case, review=after))
    assert contacts_words(told, JADE).startswith(
        "2 of the 5 are dated on 10/03/2021 or later. Not counted there: "
    )
    later = replace(told, case=replace(woven.case, review=Review(incident=dt.date(2022, 1, 1))))
    assert contacts_words(later, JADE).startswith("Not counted there: ")


def test_a_record_of_several_children_together_is_another_childs_too(tmp_path: Path) -> None:
    (tmp_path / "nursery.csv").write_text(
        "Date,Event\n01/03/2021,Both twins in all day.\n02/03/2021,Kay in. Jade at the gate.\n",
        encoding="utf-8",
    )
    kay, kit = Child(label="Kay"), Child(label="Kit")
    case = Case(
        children=(JADE, kay, kit),
        declared=(Declared(file="nursery.csv", agency="Nursery", record_of="Kay, Kit"),),
    )
    woven = merge([tmp_path / "nursery.csv"], case=case)
    others = {
        c.label: rows_of(woven, ids(tallies(woven, c, Scope.ENTRIES)[-1], Measure.OTHERS_RECORD))
        for c in case.children
    }
    assert others == {"Jade": [("Nursery", 2)], "Kay": [], "Kit": []}
