"""An entry of a child's record that is about a relative who was ill (grown_patient.py), or in which
others tell of a child who is not there."""

import pytest

from chronology.narrative import read_narrative

LETTERS = {"seen": "S", "seen_alone": "A", "not_seen": "N", "not_recorded": "-"}


def seen(text: str) -> str:
    """Theo, whose record it is, and Ruby."""
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo").seen
    return "".join(LETTERS[told[child].value.value] for child in ("Theo", "Ruby"))


@pytest.mark.parametrize(
    "text",
    [
        "Pt: dad, 34M. # metacarpal. Backslab applied.",
        "Pt mum, postictal. GCS 14. Not conveyed.",
        "Pt is mother. 2 children at home with MGM. GCS 15, intoxicated.",
        "Attendance by dad - hand injury, intoxicated.",
        "Maternal attendance. Laceration to brow. Glued. D/C home.",
        "32 yo female, mother of Theo. Drowsy, pupils pinpoint. Conveyed to ED.",
        "BIBA mum OD, adm AMU.",
        "BIBA nan following a fall. GCS 15. Adm to ward.",
        "BIB police - mum s136.",
        "BIBA mum following an overdose. Alert.",
        "Pt = dad. Chest pain. ECG.",
        "Patient says daughter did bag overnight. Wound dressed.",
        "PACE interview S2 (mother). No comment.",
        "Custody record. DP: father. Seen by HCP, bruise to hand.",
        "Mum's well woman check. Bruise on shin.",
    ],
)
def test_what_was_done_to_a_grown_patient_shows_no_child(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Pt: mum. Theo seen by crew, well.", "S-"),
        ("Adult patient only. Children present, both well.", "SS"),
        ("BIBA mum intoxicated. Theo alert, GCS 15.", "S-"),
        ("Attendance of mum and Theo at clinic. Weighed.", "S-"),
        ("Pt - mum present throughout. Chest clear.", "S-"),
        ("Patient mother states he fell. Alert, GCS 15.", "S-"),
        ("Patient's mother present. Chest clear.", "S-"),
        ("3 yr old male, mother present. Chest clear.", "S-"),
        ("BIBA, mum with him. Chest clear.", "S-"),
        ("BIBA dad following in car. Alert, T 38.", "S-"),
        ("Pt (mum present). T 38, chest clear.", "S-"),
        ("Attendance by dad to ED at 2am with pt. Alert, sats 98%.", "S-"),
        ("Attendance by mother at the clinic. Weighed 5.1kg, alert.", "S-"),
        ("Attendance by mum for baby's weight. Weighed 4.2kg.", "S-"),
        ("Parental attendance: mum. Height 120cm, weight 30kg. Alert.", "S-"),
    ],
)
def test_a_child_who_is_spoken_of_beside_a_relative_is_still_seen(text: str, values: str) -> None:
    assert seen(text) == values


def test_what_a_grown_patient_says_are_no_childs_views() -> None:
    text = "Pt: mum. States she took tablets after a row. Feels low."
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert told.views["Theo"].value == "not_recorded"


@pytest.mark.parametrize(
    "text",
    ["Mother LWBS.", "Mum attended w abdo pain. LWBS.", "Dad: left ED before being seen."],
)
def test_a_relative_who_left_without_being_seen_is_no_absent_child(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Brought by mum. LWBS.", "N-"),
        ("Mum booked him in, D&V. LWBS.", "N-"),
        ("Mum attended ED with Theo. LWBS.", "N-"),
        ("Attended ED w rash. T 38.1, HR 130. Did not wait to be seen by dr.", "S-"),
        ("Called for triage x3. Left before being seen.", "N-"),
        ("Triaged by reception 2130. Left before being seen.", "N-"),
    ],
)
def test_a_child_who_left_unseen_was_seen_if_anything_was_measured(text: str, values: str) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Theo not conveyed. Assessed at home, croup resolved, advice given to mum.", "S-"),
        ("Theo not conveyed.", "--"),
        ("Mum conveyed. Theo not conveyed, at nan's.", "N-"),
    ],
)
def test_a_child_whom_a_crew_did_not_take_was_not_absent(text: str, values: str) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Last seen: Theo 03/02, Ruby 14/06.",
        "Seen in last 12/12: Theo x3, Ruby x1.",
        "Theo and Ruby live at home. FHHR 140, BP 118/72. Mum well.",
        "Mum admitted to AMU. Children collected by MGM before crew arrived.",
        "Nil seen on urine microscopy.",
        "No # seen on XR.",
    ],
)
def test_what_was_seen_another_time_or_of_a_thing_shows_no_child_as_seen_or_not(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Seen: Theo, Ruby.", "SS"),
        ("Children collected by MGM.", "SS"),
        ("Hearing screen, failed L. Re-test 6/52.", "S-"),
        ("Failed to attend hearing test.", "N-"),
    ],
)
def test_their_likes_are_read_as_they_say(text: str, values: str) -> None:
    assert seen(text) == values


def test_a_child_who_screams_where_an_exam_is_not_possible_is_observed() -> None:
    text = "Theo seen. Exam not possible, screaming and kicking."
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert (told.seen["Theo"].value, told.views["Theo"].value) == ("seen", "observed")


@pytest.mark.parametrize(
    "text",
    [
        "ECG reviewed by cardiology - normal.",
        "MDT: Theo wt 0.4th, HV to weigh fortnightly.",
        "Obs of class hygiene session.",
        "Pre-alert: 3yo cardiac arrest ETA 5. Team assembled.",
        "Police brought father, s136. Theo at home w mum.",
        "Theo present at consultation? Not recorded.",
        "Checked w school office: Theo in today.",
    ],
)
def test_what_others_tell_of_a_child_who_is_not_there_is_no_sighting(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Seen in MDT clinic. Weighed 10kg.", "S-"),
        ("Arrived by ambulance after pre-alert, ETA 5. Alert, GCS 15.", "S-"),
        ("Visit. Theo at home with mum.", "S-"),
        ("Checked with nursery nurse, weighed Theo 10kg.", "S-"),
        ("VA R 6/18 L 6/6. Amblyopic. Ref.", "S-"),
    ],
)
def test_what_is_like_it_is_read_as_it_says(text: str, values: str) -> None:
    assert seen(text) == values
