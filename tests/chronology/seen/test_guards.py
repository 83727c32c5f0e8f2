"""What plain rules forbid to say of a child, whatever cues, weights and networks hold."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.contacts.kinds import Scope
from chronology.contacts.summary import not_counted_words
from chronology.coverage import tallies
from chronology.model import Case, Child
from chronology.narrative import read_narrative, read_undeclared
from chronology.review.questions import questions

CHILDREN = ("Mia", "Theo", "Rose")


def seen(text: str, record_of: str = "child") -> dict[str, str]:
    told = read_narrative(text, children=CHILDREN, subject="Mia", record_of=record_of)
    return {child: value.value.value for child, value in told.seen.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Mia pronounced deceased at 14:32.",
        "Mia certified dead at hospital.",
        "Mia was found unresponsive. Ambulance called. Recognition of life extinct 06:50.",
        "Mia found dead in bed by grandmother. Life extinct pronounced by paramedics 06.48.",
        "Mia obviously deceased on arrival, rigor present. ROLE 05.58.",
        "Body of Mia removed to mortuary by undertakers.",
        "Mia's body was taken to the mortuary.",
        "Police attended. Mia seen deceased in the bedroom.",
        "Mia died at 10:00 with her parents present.",
        "Located deceased by patrol at 23:12. Life extinct pronounced by doctor 23.41.",
    ],
)
def test_whoever_saw_the_body_did_not_see_the_child(text: str) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Mia").seen["Mia"]
    assert (told.value, told.reason) == ("not_recorded", "deceased")
    assert not read_undeclared(text, children=CHILDREN, subject="Mia")[0].seen["Mia"].evidence


@pytest.mark.parametrize(
    "text",
    [
        "Paramedics attended, CPR commenced. Mia pronounced life extinct at 08:15.",
        "Mia was conveyed to hospital where she was pronounced dead.",
        "Mia seen at school. At 17.00 Mia was pronounced dead.",
    ],
)
def test_a_child_whose_life_was_fought_for_or_who_was_seen_before_was_seen(text: str) -> None:
    assert seen(text)["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Mum collapsed and was pronounced dead. Mia seen with neighbour by PC 1.",
        "Grandmother found on floor. Life extinct. Mia seen, crying.",
        "45M collapse. Life extinct 07.12. Children Mia and Theo seen with neighbour, well.",
        "Mia found dead bird in garden and showed staff.",
        "Mia told teacher her cat was found dead. Mia upset, hugged.",
        "Nan was ill and she died in May. Mia seen at school.",
        "Rose deceased. Mia and Theo seen at home.",
    ],
)
def test_the_death_of_somebody_else_takes_nothing_from_a_sighting(text: str) -> None:
    assert seen(text)["Mia"] == "seen"


def test_an_entry_that_tells_of_the_death_counts_as_no_contact_and_is_not_asked_about(
    tmp_path: Path,
) -> None:
    child = Child(label="Mia", subject=True)
    path = tmp_path / "police.csv"
    path.write_text(
        "Date,Event\n01/03/2021,Home visit. Mother spoken to.\n04/03/2021,Home address attended. "
        "Mia found dead in bed.\n",
        encoding="utf-8",
    )
    woven = merge([path], Case(children=(child,)))
    assert len(tallies(woven, child, Scope.CONTACTS)[-1].of) == 1
    assert [q.entry.at.row for q in questions(woven, "Police")] == [2]
    told = "Not counted there: entries that tell of Mia's death (Police 1)."
    assert not_counted_words(woven, child) == told


@pytest.mark.parametrize(
    "text",
    [
        "Staff nurse Mia Brook handed over to night team.",
        "Nurse Mia Brook handed over to night team.",
        "Teacher Mia Brook met mum.",
    ],
)
def test_staff_with_a_childs_first_name_are_not_the_child(text: str) -> None:
    assert seen(text)["Mia"] == "not_recorded"


def test_a_relative_or_pet_with_a_childs_first_name_is_not_the_child() -> None:
    assert seen("Aunt Rose attended the meeting.")["Rose"] == "not_recorded"
    assert seen("Dog Theo barked throughout.")["Theo"] == "not_recorded"
    assert seen("While we walked the dog Theo told me about school.")["Theo"] != "not_recorded"


def test_a_child_with_relatives_whom_somebody_took_to_hospital_is_not_seen_by_that() -> None:
    assert seen("Mia at nan's. Taken to hospital.")["Mia"] == "not_recorded"
    assert seen("Mia at nan's. Taken to hospital by ambulance.")["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Children: Mia (7), Theo (3).",
        "Children: Mia (7); Theo (3). Household: mother and nan.",
        "Household: mother, Mia, Theo and Rose.",
        "Children linked to address: Mia, Theo.",
        "Siblings: Theo and Rose.",
    ],
)
def test_a_list_of_a_household_shows_nobody_as_seen(text: str) -> None:
    assert set(seen(text).values()) == {"not_recorded"}


def test_a_list_goes_on_over_semicolons() -> None:
    text = "Record. Children: Theo (7); Ruby (3). Household: mother and nan."
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo").seen
    assert {value.value.value for value in told.values()} == {"not_recorded"}


def test_a_list_of_a_household_takes_nothing_from_the_visit_behind_it() -> None:
    assert seen("Household: mother, Mia and Theo. All seen at home today.")["Theo"] == "seen"
    assert seen("Children: Mia and Theo seen with mother.")["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Mia seen on CCTV at the bus station.",
        "Mia was seen on the CCTV at 22.10 with an older male.",
        "Mia seen on Snapchat by staff at a party.",
    ],
)
def test_who_is_seen_on_a_camera_is_not_seen_in_person(text: str) -> None:
    assert seen(text)["Mia"] == "not_recorded"


def test_a_camera_beside_a_visit_takes_nothing_from_it() -> None:
    assert seen("Home visit. Mia seen. CCTV is fitted at the door.")["Mia"] == "seen"
    assert seen("Mia seen at home by PC Marsh, who then looked at the CCTV.")["Mia"] == "seen"


def test_a_child_not_collected_until_later_was_not_out_of_sight() -> None:
    assert seen("Rose (nursery) not collected until 4pm")["Rose"] != "not_seen"
    assert seen("Mia was not collected at the end of the day. Mum rang, arrived 4.10.")["Mia"] != (
        "not_seen"
    )
    assert seen("Not collected at home time. Waited in the office until nan came.")["Mia"] != (
        "not_seen"
    )


def test_a_sister_who_is_seen_is_nothing_about_the_child_whose_sister_she_is() -> None:
    told = seen("Home visit. Theo's sister Lily seen.", "household")
    assert "seen" not in told.values()
    assert seen("Home visit. Theo's sister Lily seen. Theo seen.", "household")["Theo"] == "seen"


def test_no_signs_of_harm_are_no_absence() -> None:
    told = seen("Home visit. No signs of harm to the children. Theo has no bed.", "household")
    assert "not_seen" not in told.values()
    assert seen("No access. No sign of the children.")["Mia"] == "not_seen"


def test_who_attended_says_nothing_of_the_child_where_no_appointment_is_told_of() -> None:
    assert seen("Who attended: mum only")["Mia"] == "not_recorded"
    assert seen("Paediatric clinic. Who attended: mum only")["Mia"] == "not_seen"


@pytest.mark.parametrize(
    "text",
    [
        "No reply, house in darkness.",
        "No access.",
        "Home visit. No reply.",
        "Visited. Nobody home.",
        "Nobody came to the door.",
        "Visit attempted, family out.",
        "Knocked three times, no response.",
        "Mother refused entry.",
    ],
)
def test_nobody_in_is_about_every_child_of_a_household_in_its_own_record(text: str) -> None:
    assert set(seen(text, "household").values()) == {"not_seen"}
    assert set(seen(text, "mother").values()) == {"not_recorded"}
    several = seen(text, "Mia, Theo")
    assert several == {"Mia": "not_seen", "Theo": "not_seen", "Rose": "not_recorded"}


@pytest.mark.parametrize(
    "text",
    [
        "No reply.",
        "Rang mum, no reply.",
        "Letter sent, no response.",
        "Visit. No access to the loft.",
        "Rent officer rang mum, no answer.",
    ],
)
def test_no_reply_that_need_not_be_at_the_door_says_nothing_of_a_household(text: str) -> None:
    assert set(seen(text, "household").values()) == {"not_recorded"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Theo said 'I hate it'", "Theo said 'I hate it'"),
        ('Theo said "I hate it. I want to go." Seen well.', 'Theo said "I hate it. I want to go."'),
        (
            "Theo told the SW \u201cI hate it\u201d and cried.",
            "Theo told the SW \u201cI hate it\u201d",
        ),
        ('"I hate it," said Theo.', '"I hate it," said Theo'),
        ("Theo said he likes it and mum said 'good'.", "Theo said"),
    ],
)
def test_the_words_behind_a_view_go_on_to_what_is_quoted(text: str, words: str) -> None:
    assert read_narrative(text, children=CHILDREN, subject="Mia").views["Theo"].evidence == words


@pytest.mark.parametrize(
    "text",
    [
        "Police visited. Mia stated by mother to be staying with friends.",
        "OFFICERS ATTENDED. THEO PRESENT. MIA STATED BY MOTHER TO BE AT HER FATHERS.",
        "Food parcel collected. 3 children in family.",
        "Ms B asks to be rehoused: 3 children sharing one bedroom.",
        "Voucher issued. Concerns: 3 children share a bed; damp.",
    ],
)
def test_what_others_say_and_who_belongs_to_a_family_shows_nobody_seen(text: str) -> None:
    assert seen(text)["Mia"] in ("not_seen", "not_recorded")
    assert seen(text)["Rose"] == "not_recorded"


def test_the_others_at_home_with_a_relative_while_a_child_is_at_a_clinic_are_not_seen() -> None:
    told = seen("8 week check done. Wt 4.1. Other children at home with MGM.")
    assert told == {"Mia": "seen", "Theo": "not_recorded", "Rose": "not_recorded"}
    assert seen("Home visit. Siblings at home with MGM.")["Theo"] == "seen"


@pytest.mark.parametrize("rest", ["Theo - HV to complete.", "Theo (nursery) to follow."])
def test_what_is_to_be_done_with_a_child_is_nothing_that_was(rest: str) -> None:
    assert seen(f"Mia weighed and measured at school. {rest}")["Theo"] == "not_recorded"


@pytest.mark.parametrize("told", ["Sister on duty", "Night sister", "Sister in charge"])
def test_a_sister_of_the_ward_is_no_sister_of_the_child(told: str) -> None:
    text = f"{told} asked mum to leave the bay as she was shouting at Theo."
    found = read_narrative(text, children=("Theo", "Mia"), subject="Theo")
    assert found.seen["Mia"].value == "not_recorded"


@pytest.mark.parametrize(
    "text",
    [
        "Baby clinic. Not gained weight. Re weigh 1/52.",
        "HV. Mia not smiling yet, not fixing.",
        "Mia failed her hearing test, referred.",
        "Audiology: failed at 4000Hz.",
    ],
)
def test_what_a_child_does_not_do_yet_or_pass_is_no_absence(text: str) -> None:
    assert seen(text)["Mia"] != "not_seen"


@pytest.mark.parametrize(
    "text",
    [
        "Neighbour saw Mia in the garden at midnight.",
        "Neighbour, Mrs P, saw Mia at the window crying.",
        "Mia seen in town by member of public.",
        "Mia seen by a neighbour in the street.",
        "Member of public found Mia in the road.",
    ],
)
def test_whom_a_neighbour_or_a_member_of_the_public_saw_nobody_else_need_have_seen(
    text: str,
) -> None:
    assert seen(text)["Mia"] == "not_recorded"
    assert seen(f"{text} Officers attended, Mia seen safe and well.")["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Friend's child seen with nappy rash.",
        "Friend's son was in the house, appeared well.",
        "Cousin's children present.",
        "His girlfriend's baby was seen.",
    ],
)
def test_a_friends_or_cousins_child_is_none_of_the_case(text: str) -> None:
    assert set(seen(text).values()) == {"not_recorded"}


@pytest.mark.parametrize(
    "text",
    [
        "Mum brought coat for Mia.",
        "Mum brought sample for Mia. Dipstick neg.",
        "Dad brought in birthday present for Mia. Not accepted.",
    ],
)
def test_who_brings_a_thing_for_a_child_brings_no_child(text: str) -> None:
    assert seen(text)["Mia"] == "not_recorded"
    assert seen("Mum brought Mia for her jabs.")["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Mia seen at home. Unable to see bedrooms.",
        "Mia seen. Did not see upstairs.",
        "Mia seen at school. Did not see Theo's class teacher.",
        "Mia seen. Theo's room not seen.",
    ],
)
def test_a_thing_that_was_not_seen_is_no_child_who_was_not(text: str) -> None:
    assert seen(text) == {"Mia": "seen", "Theo": "not_recorded", "Rose": "not_recorded"}


@pytest.mark.parametrize(
    "text",
    [
        "Mia at breakfast club, cheerful. I could not see any marks on her.",
        "Mia in class all day. Heard her say that she hates the new baby.",
        "Mia heard reading by the TA, did well.",
        "Mia at the table drawing. Mum has heard nothing from him for three weeks.",
        "Mia came to the office and was heard crying in the toilets, comforted by staff.",
    ],
)
def test_words_that_deny_a_sighting_give_way_to_what_the_rest_tells(text: str) -> None:
    assert seen(text)["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Could hear Mia playing and laughing with Theo upstairs, mum would not call them down.",
        "I heard Mia tell her mum she was hungry; she stayed in the bedroom and I did not see her.",
        "Mia was not seen. Mum described her as happy, sleeping through and enjoying nursery.",
        "Mia and I spoke through the door; she said she is going to college. I did not see her.",
        "Mum showed me photos of Mia smiling and sitting up. Unable to see Mia who was asleep.",
    ],
)
def test_a_child_heard_or_described_and_not_seen_stays_not_seen(text: str) -> None:
    assert seen(text)["Mia"] == "not_seen"


def test_a_denied_sighting_holds_for_every_child_of_whom_it_is_the_likelier() -> None:
    told = seen("Children playing in the garden with dad, mum said. I did not see them.")
    assert set(told.values()) == {"not_seen"}


def test_what_a_relative_tells_of_a_brother_shows_no_brother() -> None:
    text = "Small bruise noted to cheek, dad says brother threw a toy car."
    told = read_narrative(text, children=("Mia", "Theo"), subject="Mia").seen
    assert (told["Mia"].value, told["Theo"].value) == ("seen", "not_recorded")


@pytest.mark.parametrize(
    "text",
    [
        "Session 2. 1:1. Wrote a letter to herself at 11. Kept by worker.",
        'Mia stayed back from PE, so her and Mr A by the coat pegs. "My bones hurt."',
    ],
)
def test_a_sentence_of_marks_and_numbers_alone_is_no_form_left_blank(text: str) -> None:
    assert seen(text)["Mia"] in ("seen", "seen_alone")


@pytest.mark.parametrize(
    "text",
    [
        "Mia taken to nan's by neighbour.",
        "Mia taken to school by her nan.",
        "Neighbour took Mia to A&E.",
        "Kay's sister took Mia to A&E, bump to head. Told us on return.",
        "Mia driven home by her cousin.",
        "Mum took an overdose in front of Mia.",
    ],
)
def test_who_is_taken_somewhere_by_relatives_is_not_seen_by_the_writer(text: str) -> None:
    assert seen(text)["Mia"] == "not_recorded"


@pytest.mark.parametrize(
    "text",
    [
        "Mum took Mia to A&E. Bruise to arm noted, cleaned.",
        "Contact session. Dad took Mia to the swings.",
        "Mia taken to hospital by ambulance.",
    ],
)
def test_where_more_is_told_of_a_contact_the_child_was_seen(text: str) -> None:
    assert seen(text)["Mia"] == "seen"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kay DNA'd probation appt, says Mia poorly.", "not_recorded"),
        ("Mum did not attend, Mia ill.", "not_recorded"),
        ("Kay failed to attend her appointment as Mia was unwell.", "not_recorded"),
        ("Mum did not bring Mia.", "not_seen"),
        ("Mia did not attend, mum ill.", "not_seen"),
    ],
)
def test_in_a_mothers_record_it_is_she_who_did_not_attend(text: str, value: str) -> None:
    assert seen(text, "mother")["Mia"] == value


@pytest.mark.parametrize(
    "text",
    [
        "Visited school, spoke to Mia's head of year.",
        "Discussion with key person. Mia settled.",
        "Discussion with nursery manager. Mia settled.",
        "Discussion with ward sister. Mia settled.",
    ],
)
def test_what_another_professional_tells_shows_no_child(text: str) -> None:
    assert seen(text)["Mia"] == "not_recorded"


@pytest.mark.parametrize(
    "text",
    ["Home visit, Mia present. Mum answered for her.", "Asked Mia, dad answered on her behalf."],
)
def test_a_parents_answer_in_the_childs_place_is_no_view_of_the_childs(text: str) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Mia")
    assert told.views["Mia"].value == "sought_but_not_given"


def test_who_is_keen_to_return_has_not_come_yet() -> None:
    assert seen("Mia keen to return to school.")["Mia"] == "not_recorded"
    assert seen("Home visit. Mia keen to show me her room.")["Mia"] == "seen"
