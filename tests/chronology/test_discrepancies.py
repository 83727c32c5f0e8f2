"""Accounts that differ: side by side, and only where it is worth a panel's time."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.chronology.compared import differences, woven


def test_seen_by_one_agency_and_not_seen_by_another_stand_side_by_side(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        police="04/03/2021,21:00,Officers attended domestic at Mill Row,No,\n",
        health_visitor="04/03/2021,21:10,At Mill Row with police after domestic,Yes,\n",
    )
    (difference,) = differences(found, "seen")
    assert [(s.agency, s.words[:8]) for s in difference.said] == [
        ("Police", "not seen"),
        ("Health visitor", "seen: \u201cY"),
    ]
    assert any(f.code == "accounts-differ-seen" and f.entries for f in found.findings)


@pytest.mark.parametrize(
    ("seen", "differ"),
    [
        ("Visit to school. Theo seen alone in school,Yes,", 1),
        ("Theo seen in his classroom,Yes,", 1),
        ("Seen Theo at primary school,Yes,", 1),
        ("School visit. Theo seen and spoke of his cat,Yes,", 1),
        ("Visit. Theo seen,Yes,Mill Row Nursery", 1),
        ("Visit after a call from school. Theo seen,Yes,12 School Lane", 0),
        ("School visit. Theo absent. Went on and Theo was seen at home,Yes,", 0),
    ],
)
def test_who_was_seen_at_school_cannot_have_been_absent_from_it(
    tmp_path: Path, seen: str, differ: int
) -> None:
    found = woven(
        tmp_path,
        school="04/03/2021,10:00,Social worker visited school. Theo absent,No,\n",
        social_care=f"04/03/2021,10:00,{seen}\n",
    )
    assert found.groups
    assert len(differences(found, "seen")) == differ


@pytest.mark.parametrize("column", ["", "No"])
def test_who_was_too_ill_for_school_and_seen_at_home_is_no_difference(
    tmp_path: Path, column: str
) -> None:
    found = woven(
        tmp_path,
        school=f"04/03/2021,,Theo absent. Social worker told,{column},\n",
        social_care="04/03/2021,,School says too ill to go to school. Theo seen at home,Yes,\n",
    )
    assert found.groups
    assert differences(found, "seen") == []


def test_not_seen_as_he_was_at_school_and_seen_at_school_are_of_one_mind(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        social_care="04/03/2021,09:00,Home visit re bruise. Theo not seen at school,,\n",
        school="04/03/2021,13:00,Social worker told. Theo in school with bruise,Yes,\n",
    )
    assert found.groups
    assert len(differences(found, "seen")) == 1
    found = woven(
        tmp_path,
        social_care='04/03/2021,09:00,"Home visit re bruise. Theo not seen, at school",,\n',
        school="04/03/2021,13:00,Social worker told. Theo in school with bruise,Yes,\n",
    )
    assert found.groups
    assert differences(found, "seen") == []


def test_who_was_seen_alone_for_forty_minutes_was_neither_left_alone_nor_sent_minutes(
    tmp_path: Path,
) -> None:
    alone = woven(
        tmp_path,
        school="01/03/2021,,Ruby spoke to Mrs Fenn alone and did not want to go home,,\n",
        police="02/03/2021,,Officers spoke to Ruby alone in the bedroom,,\n",
    )
    minutes = woven(
        tmp_path,
        school="01/03/2021,,Attendance meeting with mother. Targets set.,,\n",
        police="01/03/2021,,Ruby seen alone for 40 minutes. Spoke of school.,,\n",
    )
    assert (alone.groups, minutes.groups) == ((), ())


def test_a_child_missed_at_home_and_seen_at_nursery_that_day_is_no_contradiction(
    tmp_path: Path,
) -> None:
    found = woven(
        tmp_path,
        health_visitor="04/03/2021,,Theo burn to left forearm dressing due,No,Mill Row\n",
        nursery="04/03/2021,,Theo burn to left forearm dressing dry,Yes,Mill Row\n",
    )
    assert found.groups
    assert differences(found, "seen") == []


def test_a_meeting_timed_more_than_an_hour_apart_is_a_difference_but_a_journey_is_not(
    tmp_path: Path,
) -> None:
    found = woven(
        tmp_path,
        police="04/03/2021,10:00,Strategy discussion with social care,,\n"
        "09/04/2021,18:00,Domestic at Mill Row officers attended ambulance called,,\n",
        social_care="04/03/2021,14:00,Strategy discussion with police,,\n",
        ambulance="09/04/2021,19:30,Domestic at Mill Row police on scene,,\n",
    )
    assert [[s.words for s in d.said] for d in differences(found, "time")] == [["10:00", "14:00"]]


def test_said_to_be_closed_while_the_other_agency_goes_on(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        school="01/03/2021,,Told that case closed to social care,,\n",
        social_care="20/02/2021,,Home visit,,\n05/03/2021,,Home visit,,\n20/03/2021,,Visit,,\n",
    )
    (difference,) = differences(found, "closed while active")
    assert [s.agency for s in difference.said] == ["School", "Social care", "Social care"]


def test_seen_before_birth_or_after_death_is_impossible(tmp_path: Path) -> None:
    found = woven(tmp_path, gp="01/01/2020,,Check,Yes,\n02/06/2021,,Check,Yes,\n")
    assert [d.message.split(" given")[0] for d in differences(found, "impossible sequence")] == [
        "Theo is recorded as seen before the date of birth",
        "Theo is recorded as seen after the date of death",
    ]


def test_a_date_of_birth_that_is_not_the_case_files_is_shown(tmp_path: Path) -> None:
    found = woven(
        tmp_path, gp="01/02/2021,,Registered Theo Marl dob 11/01/2020,,\n",
        police="01/03/2021,,Checked Theo Marl dob 10/01/2020,,\n",
    )  # fmt: skip
    (difference,) = differences(found, "date of birth")
    assert [(s.agency, s.words) for s in difference.said] == [("GP", "11/01/2020")]


def test_words_struck_out_never_reach_the_comparison(tmp_path: Path) -> None:
    from chronology.events.comparing import set_beside
    from chronology.review.earlier_draft import Earlier

    found = woven(
        tmp_path,
        hospital="04/03/2021,,Theo fracture of left femur spiral admitted,,\n",
        nursery="04/03/2021,,Theo has a fracture of his femur spiral,,\n",
    )
    assert len(found.groups) == 1
    hidden = tuple(replace(e, withheld=frozenset({"event"})) for e in found.entries)
    assert set_beside(replace(found, entries=hidden, findings=()), Earlier()).groups == ()


def test_a_house_number_that_may_be_a_slip_is_set_beside_the_usual_one(tmp_path: Path) -> None:
    usual = "".join(f"0{n}/03/2021,,Visit to 14 Harbour Ln,,\n" for n in (1, 2, 3))
    found = woven(
        tmp_path,
        health_visitor=usual,
        police="05/03/2021,,ATTENDED 41 HARBOUR LANE,,\n"
        "06/03/2021,,CALL FROM NEIGHBOUR AT 16 HARBOUR LANE,,\n",
    )
    (difference,) = differences(found, "address")
    assert [s.words for s in difference.said] == ["41 Harbour Lane", "14 Harbour Lane"]


@pytest.mark.parametrize(
    ("agency", "away"),
    [
        ("school", "Theo absent for medical"),
        ("hospital", "Theo scalded hand, left before being seen by a doctor"),
    ],
)
def test_a_child_who_was_not_at_school_or_left_before_his_turn_may_have_been_seen_by_others(
    agency: str, away: str, tmp_path: Path
) -> None:
    found = woven(
        tmp_path,
        social_care="04/03/2021,15:00,CP medical with police. Theo scalded hand,Yes,\n",
        **{agency: f"04/03/2021,15:10,{away},,\n"},
    )
    assert found.groups
    assert differences(found, "seen") == []
