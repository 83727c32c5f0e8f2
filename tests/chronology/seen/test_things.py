"""Words that tell of a thing or of a grown person are no sighting of a child and no absence, and
who is left out of "all" was not seen."""

import pytest

from chronology.narrative import read_narrative

CHILDREN = ("Theo", "Ruby")
LETTERS = {"seen": "S", "seen_alone": "A", "not_seen": "N", "not_recorded": "-"}


def seen(text: str) -> str:
    """Theo, whose record it is, and Ruby."""
    told = read_narrative(text, children=CHILDREN, subject="Theo").seen
    return "".join(LETTERS[told[child].value.value] for child in CHILDREN)


@pytest.mark.parametrize(
    "text",
    [
        "Kids' bikes in garden.",
        "Twins' cots in mum's room.",
        "Children's toys in garden.",
        "Children's coats on the stairs.",
        "Kids' rooms seen, clean.",
        "Baby gate fitted.",
        "Mum showed me the baby doll.",
        "Baby swing and bouncer seen.",
        "Sister-in-law present with mum.",
        "Brother-in-law present at address.",
        "Bruise seen on mum's arm.",
        "Face to face with mother.",
        "Face to face contact with dad at office.",
        "F2F appt with mum.",
        "Seen by duty manager.",
        "Read and seen by team manager.",
        "Theo wanted on warrant.",
        "Theo wanted for burglary.",
        "Body map seen.",
        "Parents both present.",
        "SW and HV both present.",
        "Theo placed with MGM.",
        "Theo placed with foster carers.",
        "Theo open to YOT.",
        "Inhaler for Theo collected by neighbour.",
        "Theo's bedroom seen, dad asleep in bed.",
        "Theo and Ruby were not spoken to as part of the assessment.",
        "Strategy discussion. Theo not at risk tonight.",
        "Children last seen 12/2 by duty SW.",
        "Asked mum about Theo. She said he is fine.",
        "Placement plan updated. Children doing well in placement.",
        "Children were last seen by HV on 12/2 and were well.",
        "Bloods for Theo reviewed, normal.",
        "Bedroom for Theo checked.",
        "All quiet on arrival. Male had left.",
        "On arrival, no disturbance, both parties calm.",
        "Theo did not return my call.",
        "Theo accepted by CAMHS, 20 week wait.",
        "Theo transferred to Dr Holt.",
        "Children up to date with imms.",
        "Theo lives with his father. Knives on the table.",
        "Theo has his own room. Clothes under the bed.",
        "Theo has a key to his room. Spare in the office.",
        "Food bank: 3 day parcel for 1 adult 2 children.",
        "Dad brought Theo to nan's.",
    ],
)
def test_their_things_and_grown_people_show_no_child_as_seen(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    "text",
    [
        "Home visit to mum. Fridge empty.",
        "Inhaler empty, new one issued to mum.",
        "Lunchbox empty again.",
        "Electric run out, meter empty.",
        "VEHICLE STOP. NO CHILD SEAT. VEHICLE SEIZED.",
        "Home visit. Fridge empty. Both girls hungry.",
        "Home visit. Empty vodka bottles in bin.",
        "SSW visited me. Theo's passport still not here.",
        "Theo's allowance not arrived.",
    ],
)
def test_a_thing_that_is_empty_or_not_there_is_no_absence(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Home visit. Fridge empty, Theo at school.", "N-"),
        ("Home visit. Theo at school. Fridge empty.", "N-"),
        ("Home visit. Fridge empty, Theo playing on floor.", "S-"),
        ("Theo has not arrived. Coat not here.", "N-"),
    ],
)
def test_beside_an_empty_fridge_a_child_is_read_as_told(text: str, told: str) -> None:
    assert seen(text) == told


@pytest.mark.parametrize(
    "text",
    ["All quiet on arrival.", "All in order on arrival.", "All settled on arrival, no offences."],
)
def test_a_quiet_address_shows_no_child_and_no_behaviour(text: str) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Theo")
    assert told.seen["Theo"].value == told.views["Theo"].value == "not_recorded"


@pytest.mark.parametrize(
    "text",
    [
        "Theo and Ruby on the settee throughout, no opportunity to talk to either of them.",
        "Saw both children at the door, did not get to talk to them.",
    ],
)
def test_children_to_whom_nobody_could_talk_were_not_asked_for_their_views(text: str) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Theo")
    assert seen(text) == "SS"
    assert told.views["Theo"].value == "not_recorded"


@pytest.mark.parametrize(
    "text", ["Home visit to father. Theo staying over, playing Xbox.", "Visit. Theo playing Lego."]
)
def test_the_name_of_a_toy_or_game_is_nobodys(text: str) -> None:
    assert seen(text) == "S-"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Attended address. Property empty.", "NN"),
        ("Sister present with mum.", "-S"),
        ("Kids in garden.", "SS"),
        ("Face to face with mum and Theo.", "S-"),
        ("Theo seen by duty manager.", "S-"),
        ("NO CHILD SEEN.", "NN"),
        ("Cupboards empty but children seen.", "SS"),
        ("Seen by duty doctor.", "S-"),
        ("Seen by duty GP.", "S-"),
        ("Seen by team on ward round.", "S-"),
        ("Seen by duty manager in reception, distressed and crying.", "S-"),
        ("Face to face visit with mother and baby.", "S-"),
        ("Theo's bedroom seen, in bed asleep.", "S-"),
        ("Theo's bath observed, laughing and splashing.", "S-"),
        ("Baby's milk feed observed, 4oz taken, winded well.", "S-"),
        ("Theo wanted on recall, seen in town by PC Ode and arrested.", "S-"),
        ("Parents both present, Theo asleep.", "S-"),
        ("Mum and Theo both present.", "S-"),
        ("Parents both brought him.", "SS"),
        ("SW placed Theo with foster carers at 2100.", "S-"),
        ("Baby placed with mum for feed.", "S-"),
        ("Theo collected by nan from nursery.", "S-"),
    ],
)
def test_a_home_and_children_are_none_of_these_things(text: str, told: str) -> None:
    assert seen(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Theo refused to be weighed.",
        "Theo in clinic. Refused to be weighed.",
        "Theo refused to be examined.",
        "Unable to see Theo's back but he seemed well.",
    ],
)
def test_a_child_of_whom_something_was_not_looked_at_was_there(text: str) -> None:
    assert seen(text) == "S-"


@pytest.mark.parametrize(
    "text", ["Unable to see Theo's bruise due to clothing.", "Could not see Theo's throat."]
)
def test_what_was_not_looked_at_is_by_itself_no_absence(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    "text",
    [
        "Theo refused to be seen.",
        "Unable to see Theo.",
        "Unable to see Theo's bruise as Theo was at school.",
    ],
)
def test_a_child_who_was_not_looked_at_was_not_seen(text: str) -> None:
    assert seen(text) == "N-"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Everyone but Ruby was in.", "SN"),
        ("Everyone seen except Ruby.", "SN"),
        ("All seen apart from Theo.", "NS"),
        ("All present bar Theo.", "NS"),
        ("All children seen except for Ruby.", "SN"),
        ("All of the children were present with the exception of Theo.", "NS"),
        ("All seen. Ruby quiet but Theo well.", "SS"),
        ("All the children except Ruby were in.", "SN"),
        ("All children except Ruby present.", "SN"),
        ("All but Ruby were at home.", "-N"),
        ("All children seen at home except Theo who I saw at school.", "SS"),
        ("All seen except Theo, seen later.", "SS"),
        ("All children present and well apart from Theo who had a cold.", "SS"),
        ("All children seen and well except Theo who has a cough.", "SS"),
        ("All seen except Theo, who has a bruise.", "-S"),
        ("All children attended in uniform except Theo.", "SS"),
        ("All attended school except Theo who had a cold.", "N-"),
        ("All children seen, minus Theo's shoes.", "SS"),
        ("All brought lunch except Theo.", "S-"),
        ("Everyone came down except Ruby who had gone to football.", "SN"),
        ("All children except Ruby to be seen by paediatrician.", "-N"),
        ("All children seen except Theo, mum said he was upset and at nan's.", "NS"),
        ("All children seen except Theo who had a cold and was off school.", "NS"),
        ("All children seen except Theo who has asthma and was in hospital.", "NS"),
        ("All children were seen at nursery except Ruby, who was off with a rash.", "SN"),
        ("All children present except Ruby, who was tired and off her food.", "SS"),
        ("All children seen except Theo who was seen crying at nan's.", "SS"),
        ("All children seen at school except Ruby.", "SN"),
        ("All children seen by HV except Theo.", "NS"),
    ],
)
def test_who_is_left_out_of_all_was_not_seen(text: str, told: str) -> None:
    assert seen(text) == told


def test_why_one_who_is_left_out_was_not_seen_rests_on_the_words_that_say_it() -> None:
    told = read_narrative("All seen apart from Theo.", children=CHILDREN, subject="Theo")
    assert (told.rules["Theo"], told.seen["Theo"].evidence) == ("left-out", "apart from Theo")


def test_of_what_is_said_by_others_nobody_is_left_out() -> None:
    assert "N" not in seen("Mum says all the children were in except Theo.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Theo met me at the door & said mum and Ruby are out.", "SN"),
        ("I asked Ruby about Theo. She said he hits her.", "-S"),
        ("I asked about Theo. He came down and said hello.", "S-"),
        ("Visit. Children doing well in placement.", "SS"),
    ],
)
def test_who_let_the_writer_in_or_was_asked_was_there(text: str, told: str) -> None:
    assert seen(text) == told


def test_what_a_mother_says_who_was_asked_about_a_child_is_no_view_of_his() -> None:
    text = "Asked mum about Theo. She said he is fine."
    told = read_narrative(text, children=CHILDREN, subject="Theo").views
    assert told["Theo"].value == "not_recorded"


def test_a_child_beside_a_sister_in_law_is_seen() -> None:
    asked = {"children": CHILDREN, "subject": "", "record_of": "household"}
    told = read_narrative("Theo and sister-in-law present.", **asked).seen
    assert [told[child].value.value for child in CHILDREN] == ["seen", "not_recorded"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Theo home from school. Playing with toys on the floor.", "S-"),
        ("Visit. Theo well. Tucked up under a blanket on the sofa.", "S-"),
        ("Dad brought Theo to clinic.", "S-"),
        ("Two children sharing a double bed, both asleep in it when I looked in.", "SS"),
    ],
)
def test_beside_their_things_a_child_who_is_there_was_seen(text: str, told: str) -> None:
    assert seen(text) == told
