"""When accounts of one event are said to name different days, and when not."""

from pathlib import Path

from tests.chronology.compared import differences, woven


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


def test_since_yesterday_is_no_day_of_the_event(tmp_path: Path) -> None:
    found = woven(
        tmp_path,
        school="04/03/2021,,Theo fainted in assembly. Not eaten since yesterday,,\n",
        social_care="05/03/2021,,School rang: Theo fainted in assembly yesterday,,\n",
    )
    assert found.groups
    assert differences(found, "date") == []
