"""Accounts that differ: side by side, and only where it is worth a panel's time."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Case, Child, Chronology, Difference

THEO = Child(label="Theo", subject=True, born=dt.date(2020, 1, 10), died=dt.date(2021, 6, 1))


def woven(folder: Path, case: Case | None = None, **agencies: str) -> Chronology:
    paths = []
    for name, lines in agencies.items():
        path = folder / f"{name.replace('_', '-')}.csv"
        head = "Date,Time,Event,Child seen,Location\n"
        path.write_text(head + lines, encoding="utf-8")
        paths.append(path)
    return merge(paths, case or Case(children=(THEO,)))


def differences(chronology: Chronology, field: str) -> list[Difference]:
    return [d for d in chronology.differences if d.field == field]


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


def test_a_date_that_differs_is_shown_unless_the_later_account_names_the_day(
    tmp_path: Path,
) -> None:
    plain = woven(
        tmp_path,
        hospital="04/03/2021,,Theo fracture of left femur spiral admitted,,\n",
        nursery="05/03/2021,,Theo has a fracture of his femur,,\n",
    )
    named = woven(
        tmp_path,
        hospital="04/03/2021,,Theo fracture of left femur spiral admitted,,\n",
        nursery="05/03/2021,,Theo had a fracture of his femur yesterday,,\n",
    )
    assert len(differences(plain, "date")) == 1
    assert differences(named, "date") == []


def test_what_is_only_perhaps_one_event_is_not_said_to_be_dated_differently(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        gp="01/03/2021,,Kayleigh low mood sertraline 50mg started,,\n",
        mental_health="04/03/2021,,Kayleigh assessed low mood sertraline 100mg,,\n",
    )
    assert [g.points < 0.69 for g in found.groups] == [True]
    assert found.differences == ()


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


def test_the_day_on_which_social_care_books_in_what_it_was_told_is_no_other_date(
    tmp_path: Path,
) -> None:
    booked = woven(
        tmp_path,
        police="14/08/2021,,Domestic argument at Mill Row with Theo in arms of mother,,\n",
        social_care="17/08/2021,,Contact: domestic argument at Mill Row with Theo in arms,,\n",
    )
    visited = woven(
        tmp_path,
        police="14/08/2021,,Domestic argument at Mill Row with Theo in arms of mother,,\n",
        social_care="17/08/2021,,Domestic argument at Mill Row with Theo in arms when visited,,\n",
    )
    assert booked.groups
    assert not differences(booked, "date")
    assert len(differences(visited, "date")) == 1


def test_what_a_parent_said_of_it_the_day_after_is_no_other_date(tmp_path: Path) -> None:
    said = woven(
        tmp_path,
        hospital="04/03/2021,,Theo burn to left hand from hair straighteners,,\n",
        nursery="05/03/2021,,Hand bandaged. Dad said Theo burned it on an iron,,\n",
    )
    assert len(said.groups) == 1
    assert differences(said, "date") == []


def test_the_days_spoken_of_at_an_interview_or_a_meeting_are_no_other_days_for_it(
    tmp_path: Path,
) -> None:
    found = woven(
        tmp_path,
        school="08/07/2021,,SW in to see Theo for return home interview,,\n",
        social_care="08/07/2021,,Return home interview at school for 5 July. Theo seen alone,,\n",
    )
    assert len(found.groups) == 1
    assert differences(found, "date") == []


def test_what_follows_after_midnight_or_once_others_were_told_has_no_other_date(
    tmp_path: Path,
) -> None:
    night = woven(
        tmp_path,
        police="04/03/2021,23:10,Theo scalp cut and fracture of left wrist ambulance,,\n",
        hospital="05/03/2021,00:30,Theo scalp laceration and fracture of left wrist ambulance,,\n",
    )
    assert night.groups
    assert differences(night, "date") == []


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


def test_a_referral_that_the_other_agency_never_records_is_unanswered(tmp_path: Path) -> None:
    school = "01/03/2021,,Bruise to cheek. Referral made to social care by DSL,,\n"
    before, after = "01/02/2021,,Home visit,,\n", "01/06/2021,,Closed,,\n"
    found = woven(tmp_path, school=school, social_care=before + after)
    answered = before + "03/03/2021,,Referral from school. NFA,,\n" + after
    (difference,) = differences(found, "unanswered referral")
    assert difference.said[1].words == "not recorded in the files given"
    assert "within 5 working days" in difference.message
    assert not differences(
        woven(tmp_path, school=school, social_care=answered), "unanswered referral"
    )


def test_the_days_for_an_answer_come_from_the_case_file_and_0_switches_it_off(
    tmp_path: Path,
) -> None:
    case = Case(children=(THEO,), lenses={"referral_working_days": 0})
    found = woven(
        tmp_path,
        case,
        school="01/03/2021,,Referral made to social care,,\n",
        social_care="01/02/2021,,Home visit,,\n01/06/2021,,Closed,,\n",
    )
    assert differences(found, "unanswered referral") == []


def test_a_referral_to_the_school_nurse_is_none_to_the_school(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        gp="01/03/2021,,Referral made to school nurse,,\n",
        school="01/02/2021,,Late,,\n01/06/2021,,Sports day,,\n",
    )
    assert differences(found, "unanswered referral") == []


def test_no_referral_is_called_unanswered_where_the_other_agencys_record_does_not_reach(
    tmp_path: Path,
) -> None:
    found = woven(
        tmp_path,
        school="01/03/2021,,Referral made to social care,,\n",
        social_care="01/02/2020,,Home visit,,\n",
    )
    assert differences(found, "unanswered referral") == []


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


def test_an_account_that_names_another_day_for_the_event_differs(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        police="02/12/2021,,Domestic incident at 5 Mill Row. Door damaged. Male in drink,,\n",
        social_care="06/12/2021,,Police notification: domestic incident at 5 Mill Row on "
        "03/12/2021. Male had been drinking and damaged door,,\n",
    )
    (difference,) = differences(found, "date")
    assert [s.words for s in difference.said] == ["02/12/2021", "03/12/2021, as its text says"]


def test_an_account_that_names_the_same_day_does_not_differ(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        police="02/12/2021,,Domestic incident at 5 Mill Row. Door damaged. Male in drink,,\n",
        social_care="06/12/2021,,Police notification: domestic incident at 5 Mill Row on "
        "02/12/2021. Male had been drinking and damaged door,,\n",
    )
    assert len(found.groups) == 1
    assert differences(found, "date") == []


def test_the_small_hours_are_of_the_night_that_another_account_names(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        police="03/06/2017,01:15,Domestic incident at 5 Mill Row. Male in drink hit female,,\n",
        school="05/06/2017,,Operation Encompass: domestic incident on Friday night. Male in drink "
        "hit female,,\n",
    )
    assert len(found.groups) == 1
    assert differences(found, "date") == []


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


def test_a_meeting_at_which_both_sat_does_not_answer_a_referral(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        health_visitor="17/11/2023,,Two accounts of the scald. Referral to social care emailed,,\n",
        social_care="01/11/2023,,Visit,,\n"
        "22/11/2023,,Core group. Health visitor sent apologies,,\n01/03/2024,,Visit,,\n",
    )
    (difference,) = differences(found, "unanswered referral")
    assert difference.said[0].agency == "Health visitor"


@pytest.mark.parametrize(
    "text",
    [
        "Dean reported to office. Missed last week",
        "Nurse reported to manager that police rang",
    ],
)
def test_who_reports_to_an_office_or_tells_of_the_police_refers_nobody(
    text: str, tmp_path: Path
) -> None:
    police = "01/11/2023,,Log 1,,\n01/03/2024,,Log 2,,\n"
    found = woven(tmp_path, probation=f"17/11/2023,,{text},,\n", police=police)
    assert differences(found, "unanswered referral") == []


def test_a_referral_is_none_to_who_made_it_or_was_told_of_it(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        nursery="17/11/2023,,Bruise to cheek. Referral made to social care by DSL. School told,,\n",
        social_care="17/11/2023,,Referral received from nursery,,\n01/03/2024,,Visit,,\n",
        school="01/11/2023,,Attendance 90%,,\n01/03/2024,,Attendance 91%,,\n",
    )
    assert differences(found, "unanswered referral") == []


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


def test_since_yesterday_is_no_day_of_the_event(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        school="04/03/2021,,Theo fainted in assembly. Not eaten since yesterday,,\n",
        social_care="05/03/2021,,School rang: Theo fainted in assembly yesterday,,\n",
    )
    assert found.groups
    assert differences(found, "date") == []
