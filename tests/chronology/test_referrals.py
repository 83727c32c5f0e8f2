"""A referral that the other agency never records is unanswered, and what is no referral."""

from pathlib import Path

import pytest

from chronology.model import Case
from tests.chronology.compared import THEO, differences, woven


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
