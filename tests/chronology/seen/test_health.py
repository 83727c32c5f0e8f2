"""Entries as surgeries, wards, crews and clinics write them."""

import pytest

from chronology.narrative import read_narrative
from chronology.seen.wording.grammar import table_of
from chronology.seen.wording.words import split

SHORTHAND = [
    pytest.param(example, id=f"{name}: {example['t']}")
    for name, told in table_of("shorthand.toml").items()
    for example in told["examples"]
]


def seen(text: str, children: tuple[str, ...] = ("Theo", "Ruby")) -> dict[str, str]:
    told = read_narrative(text, children=children, subject=children[0])
    return {child: by.value.value for child, by in told.seen.items() if by.value != "not_recorded"}


@pytest.mark.parametrize("example", SHORTHAND)
def test_every_example_beside_shorthand_is_read_as_it_says(example: dict[str, str]) -> None:
    assert f" {example['read']} " in f" {' '.join(split(example['t']).low)} "


def test_shorthand_is_quoted_as_it_was_sent() -> None:
    text = "S/B Dr Vane. Viral. D/C'd home with mum."
    told = read_narrative(text, children=("Theo",), subject="Theo").seen["Theo"]
    assert (told.value, told.evidence) == ("seen", "S/B")


@pytest.mark.parametrize(
    "text",
    [
        "BIB mum, cradle cap. Otherwise thriving.",
        "BIBA following fall.",
        "Bought in by dad with a cough.",
        "D/C home with mum.",
        "D/C'd home 14:00.",
        "TTOs done, d/c 11:00, collected by uncle.",
        "Adm from ED with bronchiolitis.",
        "S/B Dr Vane. Viral URTI.",
        "Bloodspot taken.",
    ],
)
def test_what_shorthand_says_of_a_child_is_read(text: str) -> None:
    assert seen(text) == {"Theo": "seen"}


@pytest.mark.parametrize(
    "text",
    [
        "For d/c home tomorrow.",
        "To be s/b paeds reg.",
        "DC home visit booked.",
        "Bib on floor.",
        "Expect d/c home with mum.",
        "Lunch bought in by dad.",
        "Had 14 att ED in 12 months.",
        "Discharged today from CAMHS. Letter to GP.",
    ],
)
def test_shorthand_for_what_is_to_come_or_for_something_else_shows_nobody(text: str) -> None:
    assert seen(text) == {}


def test_who_left_without_being_seen_was_not_seen() -> None:
    assert seen("LWBS.") == {"Theo": "not_seen"}
    assert seen("Self discharged before triage.") == {"Theo": "not_seen"}


@pytest.mark.parametrize(
    "text",
    [
        "Weight 4.26 kg, plotted.",
        "BP 98/60.",
        "Implant fitted L arm.",
        "Vitamin K given.",
        "Renal clinic. BP 110/70, Theo grown 2cm.",
        "Mum attended. Weight 5.2kg, 50th.",
        "Ex-prem 28/40. Weight 4.1kg today.",
        "Postnatal visit. BP 110/70, perineum healing. Baby weight 3.4kg.",
    ],
)
def test_who_was_measured_or_treated_was_seen(text: str) -> None:
    assert seen(text) == {"Theo": "seen"}


@pytest.mark.parametrize(
    "text",
    [
        "Home antenatal visit at 31 weeks. Noor well, BP 118/70, baby active, urine clear.",
        "Booking bloods taken, BP 110/60.",
        "Mum seen re low mood. BP 120/80. Weight 92kg.",
        "Mother attended for pill check. BP 120/80, BMI 31. Depo given.",
        "Birth weight 3.1kg, 38 weeks. Records summarised.",
        "Target weight 45kg by June.",
        "Post-mortem: weight 8.1 kg, length 70cm.",
        "Pathologist: weight 8.1kg, height 70.",
        "Height: Weight: BP:",
        "BP: declined. Weight: declined.",
    ],
)
def test_a_mothers_figures_or_those_of_another_day_show_no_child(text: str) -> None:
    assert seen(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Skeletal survey reported: healing rib fractures on left. Consultant informed.",
        "CT head reported as normal.",
        "Sleep study report: mild OSA.",
    ],
)
def test_that_a_test_was_reported_shows_nobody(text: str) -> None:
    assert seen(text) == {}


@pytest.mark.parametrize(
    "text", ["T N R seen", "Home visit. T N R seen, mum at work.", "T N & R seen."]
)
def test_initials_of_several_children_are_those_children(text: str) -> None:
    assert seen(text, ("T", "N", "R")) == dict.fromkeys("TNR", "seen")


def test_a_child_seen_on_video_in_a_telephone_consultation_was_seen_there() -> None:
    text = "Tele consult. Theo seen on video."
    told = read_narrative(text, children=("Theo",), subject="Theo").seen["Theo"]
    assert (told.value, told.manner) == ("seen", "remote")
    assert seen("Video appointment offered.") == {}


def test_who_sat_on_a_sisters_lap_was_seen() -> None:
    assert seen("Sat on older sister's lap.")["Theo"] == "seen"
    assert "Theo" not in seen("Mum sat with Ruby on her lap.")


@pytest.mark.parametrize(
    "text",
    [
        "Attended with police following assault. Swelling to cheek. Did not wait for x-ray.",
        "Absconded 13:40, returned by police 16:05.",
        "Absconded, found by security in car park and brought back.",
    ],
)
def test_who_left_after_being_seen_or_was_brought_back_was_seen(text: str) -> None:
    assert seen(text) == {"Theo": "seen"}


@pytest.mark.parametrize(
    "text",
    [
        "Absconded. Returned by father next day.",
        "Absconded, returned by police, absconded again.",
        "Absconded, not found by police.",
        "Missing. Bike found by police.",
        "Missing; father stopped by police.",
        "Missing. If found by police call the out of hours team.",
        "Missing. To be located by police.",
        "DNA. Letter returned by staff.",
        "Did not attend. Mother located by police.",
        "DNA'd, parents did not stay for the results.",
        "Theo was not brought and the family did not wait for the letter.",
    ],
)
def test_who_was_not_brought_back_or_ran_off_again_was_not_seen(text: str) -> None:
    assert seen(text)["Theo"] == "not_seen"


def test_one_who_was_found_does_not_stand_for_another_who_ran_off() -> None:
    assert seen("Ruby absconded. Theo found by police.")["Ruby"] == "not_seen"


def test_a_child_with_its_mother_on_the_ward_is_not_elsewhere() -> None:
    assert seen("Theo on transitional care, Ruby with mum on ward.")["Ruby"] == "seen"
    text = "School. Ruby in class, Theo with mum on postnatal ward."
    assert seen(text) == {"Ruby": "seen", "Theo": "not_seen"}


def test_a_nurse_for_each_patient_is_no_time_alone() -> None:
    assert seen("Ward. Theo settled, obs repeated. RMN 1:1.") == {"Theo": "seen"}


def test_two_babies_are_the_twins_and_twins_of_whom_nothing_is_known_are_no_other_child() -> None:
    text = "Twins admitted at 29+3. Both intubated, surfactant given."
    assert set(seen(text, ("Baby Orla", "Baby Finn", "Theo"))) == {"Baby Orla", "Baby Finn"}
    assert set(seen(text, ("Orla", "Finn", "Theo"))) == {"Orla"}
    assert "Twinkle" not in seen("The twins at nursery.", ("Twinkle", "Finn", "Theo"))


def test_a_contact_cancelled_because_the_child_is_on_a_ward_did_not_happen() -> None:
    assert seen("Contact cancelled as Theo with dad on the ward.") == {"Theo": "not_seen"}


def test_both_who_were_brought_to_a_primary_school_are_no_mother_and_baby() -> None:
    assert set(seen("Primary school. Both well and settled.", ("Theo", "Finn"))) == {"Theo", "Finn"}


def test_a_child_brought_in_by_ambulance_speaks_for_itself() -> None:
    text = "Theo, BIBA, took 24 tablets. States he didn't want to wake up."
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert (told.seen["Theo"].value, told.views["Theo"].value) == ("seen", "recorded")


def test_a_child_who_came_with_its_mother_is_seen_whatever_was_measured_of_her() -> None:
    assert seen("Attended today at 31/40 with Theo, BP 118/70, FM felt.")["Theo"] == "seen"


def test_the_side_of_a_shoulder_is_no_child() -> None:
    text = "Theo's pre-school booster done, L deltoid."
    assert seen(text, ("Theo", "Lois")) == {"Theo": "seen"}


@pytest.mark.parametrize(
    "text",
    [
        "BIBA - mother, overdose.",
        "Brought in by police: father, s136.",
        "BIBA father with chest pain. Lives with partner and Theo.",
    ],
)
def test_a_grown_person_who_was_brought_in_is_no_child(text: str) -> None:
    assert seen(text) == {}


@pytest.mark.parametrize(
    "text", ["BIBA - mum present.", "BIBA - with mother, seizure.", "BIBA mum with him."]
)
def test_a_child_who_was_brought_in_with_a_parent_was_seen(text: str) -> None:
    assert seen(text) == {"Theo": "seen"}
