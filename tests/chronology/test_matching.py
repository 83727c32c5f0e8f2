"""The same event told twice: measured on cases written in agencies' varied words."""

from dataclasses import replace
from pathlib import Path

import pytest

from chronology import merge
from chronology.matching import group_events, repeated_rows
from chronology.model import Basis, Case, Child, Entry, Role, Seen, SeenValue
from tests.chronology.told_cases import NAMES, case_of, decoys, entry, pairs, read, truth

_BUMPS = {"ten": 1}
"""On one day two children of ten bump their foreheads: words do not tell these apart."""


def labelled_and_found(name: str) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Pairs that are one event and pairs that were grouped."""
    return truth(name), pairs(group_events(read(name), case_of(name)))


def test_over_all_cases_nine_of_ten_pairs_are_found_and_nine_of_ten_found_are_right() -> None:
    cases = [labelled_and_found(name) for name in NAMES]
    right = sum(len(truth & found) for truth, found in cases)
    assert right >= 0.90 * sum(len(truth) for truth, _ in cases)
    assert right >= 0.90 * sum(len(found) for _, found in cases)


@pytest.mark.parametrize("name", NAMES)
def test_decoys_such_as_two_visits_on_one_day_are_left_alone(name: str) -> None:
    one_event, found = labelled_and_found(name)
    assert len(one_event & found) >= 0.85 * len(one_event)
    assert len(decoys(name, found)) == _BUMPS.get(name, 0)


def test_a_note_of_being_told_belongs_to_the_group_as_notified() -> None:
    entries = (
        entry(1, "Police", "04/03/2021", "22:10", "Officers attended 4 Mill Row, domestic"),
        entry(2, "School", "05/03/2021", "", "Police rang: domestic at Mill Row last night"),
    )
    (group,) = group_events(entries, Case())
    assert [m.role for m in group.members] == [Role.SAME, Role.NOTIFIED]
    assert "School names Police" in group.why


def test_the_twins_appointment_is_another_event() -> None:
    twins = Case(children=(Child(label="Ana"), Child(label="Bo")))
    entries = (
        entry(1, "GP", "04/03/2021", "10:00", "Ana immunisations given, MMR"),
        entry(2, "Health visitor", "04/03/2021", "10:00", "Bo immunisations, MMR at GP surgery"),
    )
    assert group_events(entries, twins) == ()


def test_two_agencies_that_find_nobody_in_on_different_days_tell_of_two_visits() -> None:
    entries = (
        entry(1, "Health visitor", "19/03/2024", "14:00", "Review at Tern Close. No reply."),
        entry(2, "Social care", "20/03/2024", "16:30", "No reply at Tern Close. Card left."),
    )
    assert group_events(entries, Case()) == ()


def test_an_agency_may_be_called_by_the_first_word_of_its_name() -> None:
    entries = (
        entry(1, "Larkway Service", "04/03/2021", "", "SW rang about attendance, four missed."),
        entry(2, "Social care", "04/03/2021", "", "T/C to Larkway, four missed."),
    )
    (group,) = group_events(entries, Case())
    assert "each names the other's agency" in group.why


def test_an_agency_may_be_called_by_the_whole_of_its_name() -> None:
    entries = (
        entry(1, "Weir House", "04/03/2021", "22:30", "Out since six, not back. Police informed."),
        entry(2, "Police", "04/03/2021", "22:45", "WEIR HOUSE REPORT ANA MISSING."),
    )
    (group,) = group_events((*SCHOOL_DAYS, *entries), Case())
    assert "each names the other's agency" in group.why
    assert not any("house move" in why for why in group.why)


def test_an_agency_may_be_named_by_who_writes_for_it() -> None:
    school = replace(
        entry(1, "School", "04/03/2021", "10:05", "Phone call to MASH re disclosure by Ana."),
        fields={"professional": "Mr Kerr DSL"},
    )
    told = entry(2, "Social care", "04/03/2021", "10:15", 'Call from Mr Kerr: "dad locks us in".')
    (group,) = group_events((*SCHOOL_DAYS, school, told), Case())
    assert "each names the other's agency" in group.why
    unknown = replace(told, event='Call from Mr Toller: "dad locks us in".')
    assert group_events((*SCHOOL_DAYS, school, unknown), Case()) == ()


def test_a_meeting_is_nobodys_own_whichever_child_an_account_of_it_names() -> None:
    assert in_records(
        {"1": "Ana"},
        entry(1, "Hospital", "04/03/2021", "15:00", "Joint agency response meeting."),
        entry(2, "Social care", "04/03/2021", "15:00", "Joint agency response meeting; S47, Bo."),
    )


def test_a_letter_about_an_appointment_that_was_missed_is_of_that_appointment() -> None:
    entries = (
        entry(1, "Hospital", "04/03/2021", "09:30", "Not brought."),
        entry(2, "GP", "08/03/2021", "", "Letter: WNB diabetes clinic 04/03."),
        entry(3, "GP", "08/03/2021", "", "Imms: not brought."),
    )
    (group,) = group_events((*SCHOOL_DAYS, *entries), Case())
    assert [m.id for m in group.members] == ["1", "2"]


def test_a_surgery_and_a_hospital_that_each_see_a_cough_on_one_day_saw_two() -> None:
    hospital = entry(1, "Hospital", "04/03/2021", "21:30", "Brought by mother with cough, fever.")
    own = entry(2, "GP", "04/03/2021", "", "Cough, chest clear. Seen with mother.")
    assert group_events((*SCHOOL_DAYS, hospital, own), Case()) == ()
    told = replace(own, event="A&E last night with cough, fever. Seen with mother.")
    assert len(group_events((*SCHOOL_DAYS, hospital, told), Case())) == 1


def test_a_visit_on_another_day_is_another_event() -> None:
    broken = entry(1, "Hospital", "04/03/2021", "21:30", "Ana, fracture of left tibia, admitted.")
    visit = entry(2, "Social care", "06/03/2021", "16:00", "Home visit. Ana in a cast, fracture.")
    assert group_events((*SCHOOL_DAYS, broken, visit), Case()) == ()
    visit = replace(visit, event="CP visit. Ana in a cast, fracture.")
    assert group_events((*SCHOOL_DAYS, broken, visit), Case()) == ()


@pytest.mark.parametrize(
    ("agency", "told"),
    [
        ("GP", "HV rang: bruise to Ana's cheek seen on visit"),
        ("Hospital", "Ana bruise to cheek, referred by HV"),
    ],
)
def test_what_another_was_told_of_a_visit_the_day_after_is_of_the_visit(
    agency: str, told: str
) -> None:
    visit = entry(1, "Health visitor", "04/03/2021", "", "Home visit. Bruise to Ana's cheek seen")
    after = entry(2, agency, "05/03/2021", "", told)
    (group,) = group_events((*SCHOOL_DAYS, visit, after), Case())
    assert {m.id for m in group.members} == {visit.id, after.id}


def test_a_cardiac_arrest_is_no_arrest() -> None:
    entries = (
        entry(1, "Ambulance", "04/03/2021", "08:00", "Cardiac arrest, infant."),
        entry(2, "Police", "04/03/2021", "20:00", "Male arrested, shop theft."),
    )
    assert group_events((*SCHOOL_DAYS, *entries), Case()) == ()


def test_a_letter_in_another_column_is_what_was_done_and_not_what_the_entry_opens_with() -> None:
    hospital = replace(
        entry(1, "Hospital", "04/03/2021", "", "Fracture clinic."),
        fields={"outcome": "Letter to GP"},
    )
    told = entry(2, "GP", "06/03/2021", "", "Fracture clinic letter.")
    (group,) = group_events((*SCHOOL_DAYS, hospital, told), Case())
    assert [m.role for m in group.members] == [Role.SAME, Role.NOTIFIED]


def test_the_title_miss_is_no_missing_child() -> None:
    entries = (
        entry(1, "School", "04/03/2021", "", "Miss Lott spoke to Ana at lunch."),
        entry(2, "Police", "04/03/2021", "", "Missing person enquiry at the station."),
    )
    assert group_events((*SCHOOL_DAYS, *entries), Case()) == ()


def test_who_rang_is_grouped_with_who_says_so_before_what_it_was_about() -> None:
    entries = (
        entry(1, "Nursery", "04/03/2021", "09:10", "Bruise to ear. Mum said bumped in car."),
        entry(2, "Nursery", "04/03/2021", "10:00", "Rang MASH re bruise to left ear."),
        entry(3, "Social care", "04/03/2021", "10:20", "Call from nursery: bruise to right ear."),
    )
    (group,) = group_events((*SCHOOL_DAYS, *entries), Case())
    assert [m.id for m in group.members] == ["2", "3"]
    assert "one rang the other, who says so" in group.why


def test_an_account_that_opens_with_another_agency_and_a_colon_was_told() -> None:
    entries = (
        entry(1, "Police", "04/03/2021", "03:15", "Neighbour reports screaming, assault, arrest."),
        entry(2, "Social care", "04/03/2021", "08:20", "Police: assault overnight, arrest made."),
    )
    (group,) = group_events((*SCHOOL_DAYS, *entries), Case())
    assert [m.role for m in group.members] == [Role.SAME, Role.NOTIFIED]


def test_an_account_that_names_the_day_belongs_to_it_however_late_it_came() -> None:
    entries = (
        entry(1, "Police", "05/11/2021", "22:30", "Mother rang, Ivy had not come home"),
        entry(
            2, "School", "30/11/2021", "", "Told that Ivy was missing on the night of 5 November"
        ),
    )
    (group,) = group_events(entries, Case())
    assert "one names the other's date" in group.why


def test_the_small_hours_belong_to_the_night_before_too() -> None:
    entries = (
        entry(1, "Police", "19/05/2019", "00:40", "C. Lyle in custody, affray"),
        entry(
            2, "Social care", "21/05/2019", "", "Police report: father in custody since Saturday"
        ),
    )
    (group,) = group_events(entries, Case())
    assert "one names the other's date" in group.why


def test_a_time_in_the_text_is_the_time_of_the_other_account() -> None:
    entries = (
        entry(1, "Social care", "22/05/2023", "15:20", "Both seen one at a time at school"),
        entry(2, "School", "22/05/2023", "", "Social worker saw Maisie at 3.20 in the family room"),
    )
    (group,) = group_events(entries, Case())
    assert "one names the other's time" in group.why


def test_a_meeting_is_apart_from_what_it_was_about() -> None:
    entries = (
        entry(1, "Hospital", "03/03/2019", "19:45", "Wren admitted with bruise to temple"),
        entry(
            2, "Police", "04/03/2019", "12:00", "Strategy discussion: bruise to Wren, single agency"
        ),
    )
    assert group_events(entries, Case()) == ()


SCHOOL_DAYS = tuple(
    entry(10 + n, "School", f"{n:02}/02/2021", "", "Theo in class") for n in range(1, 20)
)
"""Entries enough for a street or a clinic that two of them name to be rare."""


def test_the_familys_street_alone_makes_no_two_accounts_one_event() -> None:
    two = (
        entry(1, "Police", "03/03/2021", "", "Officers attended 14 Harbour Lane, noise complaint."),
        entry(2, "Housing", "03/03/2021", "", "Boiler repaired at 14 Harbour Lane, tenant in."),
    )
    assert group_events((*SCHOOL_DAYS, *two), Case()) == ()
    fire = replace(two[1], event="Kitchen at 14 Harbour Lane: noise complaint, neighbour upset.")
    assert len(group_events((*SCHOOL_DAYS, two[0], fire), Case())) == 1


def test_a_clinic_and_a_letter_in_two_sentences_are_no_clinic_letter() -> None:
    hospital = entry(1, "Hospital", "03/03/2021", "", "Asthma review in clinic.")
    own = entry(2, "GP", "03/03/2021", "", "Asthma clinic. Letter to housing re damp.")
    (group,) = group_events((*SCHOOL_DAYS, hospital, own), Case())
    assert [m.role for m in group.members] == [Role.SAME, Role.SAME]
    told = replace(own, event="Asthma clinic letter re damp.")
    (group,) = group_events((*SCHOOL_DAYS, hospital, told), Case())
    assert [m.role for m in group.members] == [Role.SAME, Role.NOTIFIED]


def test_rows_sent_twice_by_one_agency_are_listed_apart() -> None:
    entries = (
        entry(1, "GP", "04/03/2021", "", "Cough"),
        entry(2, "GP", "04/03/2021", "", "Cough"),
        entry(3, "School", "04/03/2021", "", "Cough"),
    )
    assert repeated_rows(entries) == (("1", "2"),)


def test_rows_of_one_month_at_two_times_are_two_and_no_repeat(tmp_path: Path) -> None:
    path = tmp_path / "gp.csv"
    rows = "".join(f"March 2021,{time},Call,Yes\n" for time in ("10:00", "11:00", "11:00"))
    path.write_text(f"Date,Time,Event,Child seen\n{rows}", encoding="utf-8")
    woven = merge([path])
    again = {e.at.row for e in woven.entries if e.id in woven.sent_again}
    assert again == {4}


def test_who_was_called_there_and_states_that_it_saw_a_child_tells_of_its_own_contact() -> None:
    told = entry(1, "Housing", "19/07/2022", "", "Neighbour says kids left alone. Rang police "
                 "for welfare check")  # fmt: skip
    went = entry(2, "Police", "19/07/2022", "23:05", "Welfare check after call from housing. "
                 "Tamsin in bed, kids not alone")  # fmt: skip
    seen = Seen(value=SeenValue.SEEN, basis=Basis.STATED, evidence="Y", readings={})
    stated = replace(went, seen={"Tamsin": seen})
    for police, role in ((went, Role.NOTIFIED), (stated, Role.SAME)):
        groups = group_events((told, police), Case(), same=[frozenset(("1", "2"))])
        assert [m.role for g in groups for m in g.members if m.id == "2"] == [role]


SIBLINGS = Case(children=(Child(label="Ana"), Child(label="Bo")))


def in_records(owners: dict[str, str], *entries: Entry) -> set[frozenset[str]]:
    """The pairs that are grouped of entries that stand in these people's own records."""
    return pairs(group_events(entries, SIBLINGS, owner=lambda e: owners.get(e.id, "")))


@pytest.mark.parametrize("owners", [{"1": "Ana", "2": "Bo"}, {"1": "mother", "2": "Bo"}])
def test_what_stands_in_two_peoples_own_records_is_two_events(owners: dict[str, str]) -> None:
    entries = (
        entry(1, "GP", "04/03/2021", "10:00", "Did not attend asthma review, inhaler not ordered"),
        entry(2, "Hospital", "04/03/2021", "", "Did not attend clinic, asthma, inhaler check"),
    )
    assert in_records({"1": "Bo", "2": "Bo"}, *entries)
    assert not in_records(owners, *entries)


def test_a_record_that_names_another_child_is_not_of_the_one_whose_own_record_it_is() -> None:
    assert not in_records(
        {"2": "Bo"},
        entry(1, "Ambulance", "04/03/2021", "11:40", "Ana conveyed to A&E, scald to the foot"),
        entry(2, "Hospital", "04/03/2021", "12:10", "A&E: scald to the hand, dressed"),
    )


def test_what_befalls_a_family_is_one_event_in_each_persons_record() -> None:
    owners = {"1": "Ana", "2": "Bo", "3": "mother"}
    assert in_records(
        owners,
        entry(1, "School", "05/03/2021", "", "Encompass: police called to domestic incident"),
        entry(2, "Health visitor", "05/03/2021", "", "PPN received: domestic incident, assault"),
    )
    assert in_records(
        owners,
        entry(2, "Health visitor", "06/03/2021", "", "Letter from hospital: mother's overdose"),
        entry(3, "Hospital", "05/03/2021", "", "Overdose of paracetamol, admitted overnight"),
    )
    assert in_records(
        owners,
        entry(1, "GP", "04/03/2021", "", "Both children brought after swallowing tablets"),
        entry(2, "Hospital", "04/03/2021", "", "A&E: brought after swallowing tablets at home"),
    )


def test_a_notice_of_another_day_joins_nothing_but_what_shares_more_than_the_day() -> None:
    visit = entry(1, "Early Help", "04/03/2021", "", "Home visit. Child asleep upstairs.")
    notice = entry(2, "Social care", "05/03/2021", "", "PPN: Mr Dale drunk, disorderly on 4 March")
    police = entry(3, "Police", "04/03/2021", "23:20", "Mr Dale drunk and disorderly, High Street.")
    assert group_events((*SCHOOL_DAYS, visit, notice), Case()) == ()
    (group,) = group_events((*SCHOOL_DAYS, visit, notice, police), Case())
    assert {m.id for m in group.members} == {"2", "3"}


def test_a_letter_of_a_medical_that_it_dates_is_not_of_the_referral_before() -> None:
    referral = entry(1, "Social care", "08/06/2020", "13:45", "Disclosed abuse, medical to follow")
    letter = entry(2, "GP", "15/06/2020", "", "Letter: medical 12 June, abuse, no findings.")
    assert group_events((*SCHOOL_DAYS, referral, letter), Case()) == ()
    dated = replace(letter, event="Letter: medical 8 June, abuse, no findings.")
    assert len(group_events((*SCHOOL_DAYS, referral, dated), Case())) == 1


def test_a_new_address_and_a_closing_letter_noted_days_later_are_of_the_move_and_the_closing() -> (
    None
):
    moved = entry(1, "Social care", "22/02/2020", "", "Mother called, moved to 2 Drovers End today")
    noted = entry(2, "GP", "28/02/2020", "", "Address changed to 2 Drovers End.")
    assert len(group_events((*SCHOOL_DAYS, moved, noted), Case())) == 1
    there = "Joint visit with social worker to new address 2 Drovers End. Theo not seen."
    visited = entry(5, "Health visitor", "22/02/2020", "14:00", there)
    (group,) = group_events((*SCHOOL_DAYS, moved, visited), Case())
    assert [m.role for m in group.members] == [Role.SAME, Role.SAME]
    closed = entry(3, "Social care", "18/02/2019", "", "CIN closed. Letters to family, school, GP.")
    letter = entry(4, "GP", "21/02/2019", "", "Social care closing letter.")
    assert len(group_events((*SCHOOL_DAYS, closed, letter), Case())) == 1
    for words in ("HV case closed, transferred out.", "CAMHS closing letter, case closed."):
        own = replace(letter, agency="Health visitor", event=words)
        assert group_events((*SCHOOL_DAYS, closed, own), Case()) == ()


def test_nobody_was_told_by_the_police_of_what_came_days_after() -> None:
    told = entry(
        1, "Social care", "18/01/2022", "", "Phone call about police notification, argument"
    )
    later = entry(2, "Police", "22/01/2022", "23:05", "Call from neighbour: argument.")
    assert group_events((*SCHOOL_DAYS, told, later), Case()) == ()
    assert len(group_events((*SCHOOL_DAYS, told, replace(later, when=told.when)), Case())) == 1


def test_a_foster_carer_who_brings_a_child_makes_it_no_placement() -> None:
    clinic = entry(1, "Hospital", "30/03/2023", "", "Follow up: Isla was brought by foster carer.")
    surgery = entry(2, "GP", "28/03/2023", "", "Isla registered with foster carer's surgery.")
    assert group_events((*SCHOOL_DAYS, clinic, surgery), Case()) == ()
