"""A child seen on a screen is seen remotely; who was in the room was not."""

from __future__ import annotations

import pytest

from chronology.contacts.kinds import kind_of
from chronology.narrative import read_narrative
from chronology.seen.wording.words import split
from chronology.values import screens


def manner(text: str, child: str = "Theo") -> str:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    return told.seen[child].manner


@pytest.mark.parametrize(
    "text",
    [
        "Video call with mum. Theo seen on mum's knee.",
        "FaceTime with Theo. He waved and said he missed school.",
        "FaceTime visit due to Covid. Theo held the phone up to his gerbil and giggled.",
        "Zoom with family. I could see both on the settee.",
        "Attend Anywhere. Theo sat side-on with his hood up.",
        "Stat visit by WhatsApp video. Theo had his coat on, foster dad holding the phone.",
        "AccuRx video consult: mum held Theo up to camera. RR counted 36.",
        "Video link with YOI. Theo yawned.",
        "Virtual visit: Theo danced about with the cat.",
        "Statutory visit. FaceTime due to Covid. Theo held up his drawing.",
        "Teams call with mum as snow. She tipped the phone down so I could see Theo in his cot.",
        "Live lesson on Teams. Theo logged in with camera on for the register.",
        "Psychology. Joined on video by Theo from own bedroom, mum at work.",
        "CIN visit held virtually. Both children seen on screen, playing on the rug.",
        "Messenger video call with mum. Theo came to the phone and blew a kiss.",
        "Virtual new birth contact. Theo seen being fed by mum.",
        "Telephone triage then video. Theo running round, no distress.",
        "Google Classroom check in. Theo appeared on screen in bed.",
        "Houseparty call with the children. Theo pulled faces at me.",
        "Phone call to mum, she put the camera on and I saw Theo in his cot.",
        "Phone call, camera on. Theo seen eating cereal.",
        "Statutory visit undertaken remotely. Theo smiling and active.",
        "Theo attended remotely with mum. Made good eye contact with the camera.",
        "Telehealth appointment. Theo sat with mum, fidgeting.",
        "Unannounced FaceTime to mum. Theo awake, in babygro, smiled.",
        "Zoom safe and well. Theo in pyjamas, smiled.",
        "CP visit. Mum isolating so seen by video link. Theo running about.",
        "Visit changed to Zoom as carer had Covid. Theo seen in his pyjamas.",
    ],
)
def test_a_child_seen_on_a_screen_is_seen_remotely(text: str) -> None:
    assert manner(text) == "remote"


@pytest.mark.parametrize(
    "text",
    [
        "Video interview at the suite. Theo sat with his chin on his knees.",
        "ABE suite, interpreter by video. Theo gave a clear account.",
        "Theo seen at school. Body worn video on.",
        "Home visit. Theo in, dancing to a video.",
        "Virtual head met Theo at school, first day back.",
        "Family time video call. Theo hid behind the settee when mum's face came on.",
        "Dad linked in by video; at our end Theo sat on the rug and patted the screen.",
        "Home visit. Theo playing on the rug. Zoom call with dad arranged for Tuesday.",
        "Home visit. Theo asked for a video call with his dad and drew him a card.",
        "Session on online safety. Theo joined in well.",
        "Video consult dropped out. Theo brought down to the surgery and his chest listened to.",
        "Visit to school. Theo seen in class, on a Zoom with an author.",
        "Ward. Theo reviewed on round, settled. Dad joined on FaceTime.",
        "Video contact with dad. Theo sat beside me and waved at the tablet.",
        "Met Theo at placement. Earlier attempt by Zoom failed.",
        "Theo on FaceTime with his mum in the lounge, laughing.",
        "Staff supported video contact with mum. Theo smiled throughout.",
        "Joint visit with HV, who dialled in by Teams. Theo seen on the mat.",
        "Virtual visit last week. Today seen at home, Theo well.",
        "Home visit following virtual contact. Theo seen and weighed.",
        "Video-based parenting work. Theo filmed playing with mum in the home.",
        "Visit. Theo said mum is always on FaceTime to her boyfriend.",
        "Visit. Theo said he video calls his dad in secret.",
        "Visit. Theo spoke about the virtual contact with dad, likes it.",
        "Home visit. Theo on his laptop doing online lessons, looked up and waved.",
        "Theo seen at school. Body-worn camera on.",
    ],
)
def test_a_child_who_was_in_the_room_is_seen_in_person(text: str) -> None:
    assert manner(text) == "in_person"


def test_a_screen_in_the_middle_of_a_visit_covers_its_own_sentence_only() -> None:
    text = "Visit. Theo playing in the garden. Dad joined by video. Ruby at the table drawing."
    assert (manner(text), manner(text, "Ruby")) == ("in_person", "in_person")


def test_who_comes_after_the_call_is_seen_in_person() -> None:
    text = "Video call with mum, bad line. Went to the flat. Theo seen, well."
    assert manner(text) == "in_person"


@pytest.mark.parametrize(
    ("column", "text", "kind"),
    [
        ("", "Attend Anywhere. Theo on camera.", "remote"),
        ("", "Stat visit by FaceTime. Theo waved.", "remote"),
        ("Zoom", "Theo waved.", "remote"),
        ("", "Visit. Dad on FaceTime later.", "visit"),
        ("", "Visit. Discussed Zoom call next week.", "visit"),
        ("Statutory visit", "FaceTime due to Covid.", "visit"),
    ],
)
def test_a_contact_on_a_screen_is_no_chance_to_meet_unless_the_agency_calls_it_a_visit(
    column: str, text: str, kind: str
) -> None:
    assert kind_of("Children's social care", column, text) == kind


def test_what_was_told_of_a_call_is_no_screen_unless_the_child_was_shown_on_it() -> None:
    tipped = "Mum said he was ill and tipped the phone so that I could see him."
    assert screens.by_screen(split(tipped)) == [True]
    assert screens.by_screen(split("Mum said he video calls his dad in secret.")) == [False]


def test_most_entries_have_no_word_of_a_screen() -> None:
    assert not screens.may_be("Home visit. Theo seen in his cot, well and smiling.")
    assert screens.may_be("Zoom. Theo on briefly.")
