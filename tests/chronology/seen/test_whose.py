"""Of whom an entry tells, and whose sighting it is: what is told of another is taken back."""

import pytest

from chronology.narrative import read_narrative
from tests.chronology.seen.test_guards import CHILDREN, seen


def test_what_another_child_says_is_no_view_of_a_child_whom_nothing_names() -> None:
    told = read_narrative('Theo said "I hate it here."', children=CHILDREN, subject="Mia")
    assert (told.views["Theo"].value, told.views["Mia"].value) == ("recorded", "not_recorded")


def test_who_came_with_another_child_is_the_records_own() -> None:
    told = read_narrative("Attended with Theo. Chest clear.", children=CHILDREN, subject="Mia")
    assert told.seen["Mia"].value == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Seen with Theo.",
        "Seen with siblings, all well.",
        "Weighed, measured with Theo.",
        "Seen by HV with Theo.",
        "Seen at home by SW, Theo also there.",
    ],
)
def test_who_is_seen_with_another_child_is_the_records_own(text: str) -> None:
    assert (seen(text)["Mia"], seen(text)["Theo"]) == ("seen", "seen")


@pytest.mark.parametrize(
    "text",
    [
        "Theo 7y, recurrent cough. Chest clear. Asthma plan printed.",
        "Theo weighed 9.1kg. Cruising and babbling.",
        "Rose came alone. Said she is worried about her exams.",
        "Theo not brought to clinic.",
        "Called to Theo, febrile. Seen with mum.",
        "Daily sheet. Theo. In 9.02. Breakfast: ate toast. Sleep 12.50-14.05.",
        "Met with Theo at school. Quiet, would not say.",
    ],
)
def test_an_entry_that_names_another_child_and_not_the_records_own_is_about_the_other(
    text: str,
) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Mia")
    assert (told.seen["Mia"].value, told.views["Mia"].value) == ("not_recorded", "not_recorded")


@pytest.mark.parametrize(
    "text",
    [
        "Theo at nursery. Mia seen, happy and playing.",
        "Theo at nursery. The baby was weighed, 6.1kg.",
        "Theo at school. Both girls seen at home with mum.",
        "Theo at school. Child seen: Yes.",
    ],
)
def test_it_is_about_the_records_own_child_too_where_its_words_may_mean_that_child(
    text: str,
) -> None:
    assert seen(text)["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Mia and Theo absent. Neither in today.",
        "Mia and Theo down for a check-up. Neither came.",
    ],
)
def test_neither_is_of_the_two_who_are_named_and_of_no_third_child(text: str) -> None:
    told = seen(text)
    assert (told["Mia"], told["Rose"]) == ("not_seen", "not_recorded")


@pytest.mark.parametrize(
    "text",
    [
        "Children Mia (5) and Theo (1) seen asleep in bed by PC 4.",
        "Children Mia and Theo not at home.",
        "Children Mia and Theo seen, mum with baby at clinic.",
    ],
)
def test_children_told_by_their_names_are_those_and_no_others(text: str) -> None:
    told = seen(text, record_of="household")
    assert told["Rose"] == "not_recorded"
    assert "not_recorded" not in (told["Mia"], told["Theo"])


@pytest.mark.parametrize(
    "text",
    [
        "Children Mia, Theo and an infant all found in bed.",
        "Children Mia and Theo seen with their sister.",
        "Children (Mia, Theo) and their sister seen.",
    ],
)
def test_children_told_by_their_names_with_one_who_has_none_may_be_all_of_them(text: str) -> None:
    assert seen(text, record_of="household")["Rose"] == "seen"


@pytest.mark.parametrize("alone", ["alone", "all alone"])
def test_one_child_whom_a_worker_finds_alone_may_have_been_seen_alone(alone: str) -> None:
    told = seen(f"Youth worker found Mia in the bay {alone} at 2am and sat with her.")
    assert told["Mia"] == "seen_alone"


@pytest.mark.parametrize(
    "text",
    [
        "I found Mia and then spoke to her alone.",
        "SW found Mia happy and saw her alone.",
        "SW found both parents out and spoke to Mia alone.",
    ],
)
def test_a_child_who_is_found_and_then_spoken_to_alone_was_seen_alone(text: str) -> None:
    assert seen(text)["Mia"] == "seen_alone"


def test_children_found_alone_were_seen_and_not_seen_alone() -> None:
    text = "Found Mia and Theo alone at the flat. PC Dunn spoke to Mia on her own in the car."
    told = seen(text, record_of="household")
    assert (told["Mia"], told["Theo"]) == ("seen_alone", "seen")


@pytest.mark.parametrize(
    "text",
    ["Keys collected. Theo (12) helped carry boxes per mother.",
     "Theo present in his pyjamas as per police.",
     "Theo seen by GP per mother.",
     "Theo seen by nobody until he came home per nan."],
)  # fmt: skip
def test_what_is_told_as_per_somebody_else_is_no_sighting_of_the_writers(text: str) -> None:
    assert seen(text, record_of="household")["Theo"] == "not_recorded"


@pytest.mark.parametrize(
    "text",
    [
        "Theo seen, plan as per HV.",
        "Theo seen with bruise to leg from a fall as per mother.",
        "Theo seen for review and eating well per mum.",
        "Theo examined for rash that began Monday per mum.",
        "Theo seen with 3 day history of cough as per mother.",
    ],
)
def test_a_plan_a_history_or_news_as_per_somebody_leaves_the_sighting_beside_it(text: str) -> None:
    assert seen(text, record_of="household")["Theo"] == "seen"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('Mia asked "are you cross with me?"', "recorded"),
        ('Mia seen alone in kitchen. "Is it my fault?" she asked.', "recorded"),
        ("Mia asked for her views, shrugged.", "sought_but_not_given"),
        ('Asked Mia "how is school?" No reply.', "sought_but_not_given"),
        ('Mia asked "how is school?" - no reply.', "sought_but_not_given"),
        ("When Mia asked 'are you ok' she shrugged.", "sought_but_not_given"),
        ('Mia asked "who hit you?" and did not answer.', "sought_but_not_given"),
    ],
)
def test_what_a_child_asks_in_quoted_words_is_recorded_and_not_sought(
    text: str, value: str
) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Mia")
    assert told.views["Mia"].value == value


def test_where_a_child_usually_is_tells_no_absence_from_an_appointment() -> None:
    text = "Acne review with Dr Lane. He stays at his dad's mostly."
    told = read_narrative(text, children=("Theo",), subject="Theo")
    assert told.seen["Theo"].value != "not_seen"
    unseen = "Mum said Theo is staying with his nan mostly so could not be seen."
    assert (
        read_narrative(unseen, children=("Theo",), subject="Theo").seen["Theo"].value == "not_seen"
    )
    visit = "Home visit. Mum in. Theo stays with nan mostly."
    assert (
        read_narrative(visit, children=("Theo",), subject="Theo").seen["Theo"].value == "not_seen"
    )


def test_an_initial_that_asked_may_be_who_was_asked() -> None:
    text = "T asked 'Who lives in your house?' via picture cards. Did not point."
    told = read_narrative(text, children=("Theo", "Mia"), subject="Theo")
    assert told.views["Theo"].value == "sought_but_not_given"


@pytest.mark.parametrize(
    "text",
    [
        "CP medical: Dr Vane examined Theo; 3 bruises to R thigh. Mia to be examined tomorrow.",
        "HV weighed Theo: 9.1kg. Bruise noted. Mia due in March.",
    ],
)
def test_a_finding_behind_a_sentence_about_another_child_is_the_others(text: str) -> None:
    told = seen(text)
    assert (told["Theo"], told["Mia"]) == ("seen", "not_recorded")


def test_a_finding_behind_who_did_it_is_not_that_childs() -> None:
    assert seen("Bitten by Theo. Mark on arm.")["Theo"] == "not_recorded"


def test_who_a_neighbour_saw_with_others_was_not_seen() -> None:
    told = seen("Seen with siblings by neighbour.")
    assert (told["Mia"], told["Theo"]) == ("not_recorded", "not_recorded")


@pytest.mark.parametrize(
    "text",
    [
        "Dad came in about Theo. He said he has been hitting.",
        "Meeting with parents about Theo. They both said that he is fine at home.",
        "Mum came in about Theo. She said he is tired. She feels she cannot cope.",
    ],
)
def test_a_child_of_whom_a_parent_came_to_speak_is_not_seen_by_what_is_said(text: str) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Theo")
    assert (told.seen["Theo"].value, told.views["Theo"].value) == ("not_recorded", "not_recorded")


@pytest.mark.parametrize(
    "text",
    [
        "Mum at door. She said Mia had been told off.",
        "Saw Mia with foster carer. She says Mia asks for mum.",
        "Mum came in upset. She is worried Mia is being bullied. She said Mia won't talk to her.",
        "Mia seen with dad. He reported Mia is sleeping better.",
        "Nan and Mia came in. She feels Mia's dad drinks.",
    ],
)
def test_she_who_names_the_child_is_somebody_else(text: str) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Mia")
    assert told.views["Mia"].value == "not_recorded"


@pytest.mark.parametrize(
    "text",
    [
        "Mia in class. She told me Theo had cried all night.",
        "Mia came to the door. She (Mia) said dad was asleep.",
        "Girl found at bus stop. She said her name is Mia.",
        "Manager rang. She says Mia told her she wants to go home.",
    ],
)
def test_she_may_be_the_child_who_names_another_or_gives_a_name_or_a_professional(
    text: str,
) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Mia")
    assert told.views["Mia"].value == "recorded"


@pytest.mark.parametrize("record_of", ["child", "mother"])
@pytest.mark.parametrize(
    "text",
    [
        "Told me she hits Mia sometimes.",
        "Said she hits Mia.",
        "Disclosed that she had shaken Mia.",
        "Told me that Mia is fine.",
    ],
)
def test_who_says_something_of_the_child_unnamed_is_not_the_child(
    text: str, record_of: str
) -> None:
    told = read_narrative(text, children=CHILDREN, subject="Mia", record_of=record_of)
    assert (told.seen["Mia"].value, told.views["Mia"].value) == ("not_recorded", "not_recorded")


def test_who_goes_on_to_speak_after_naming_another_child_is_not_that_one() -> None:
    told = read_narrative(
        "Told me Theo hits her. Says she is scared.", children=CHILDREN, subject="Mia"
    )
    assert told.views["Theo"].value == "not_recorded"


@pytest.mark.parametrize(
    "text",
    [
        "I did manage to see Theo and Ruby but only at the door in coats, as they were off out.",
        "I did see Theo and Ruby at the door as they were off out.",
    ],
)
def test_a_writer_who_did_see_a_child_saw_the_child(text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo").seen
    assert {one.value.value for one in told.values()} == {"seen"}


@pytest.mark.parametrize(
    "text",
    [
        "I did not manage to see Theo.",
        "Mum said she did manage to see Theo.",
        "I did see Theo's bedroom.",
        "If I managed to see Theo I would ask.",
    ],
)
def test_nobody_else_did(text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo").seen
    assert told["Theo"].value.value != "seen"


def test_what_a_caller_tells_of_another_place_does_not_end_the_call() -> None:
    text = "T/C to Ms Ames. She said they had a lovely time at the farm. I could hear Theo sing."
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo").seen
    assert told["Theo"].value.value == "not_recorded"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Theo found by his uncle and taken home. Police not required to attend.", "not_recorded"),
        ("Theo was found by his mother at the park.", "not_recorded"),
        ("Shopkeeper reports Theo was stealing sweets.", "not_recorded"),
        ("Theo found by dad unresponsive. Ambulance called, crew began CPR.", "seen"),
        ("Theo found by PC Ames at the park.", "seen"),
        ("Taxi driver brought Theo in late.", "seen"),
    ],
)
def test_a_relative_or_a_shopkeeper_who_finds_a_child_is_no_professional(
    text: str, value: str
) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo").seen
    assert told["Theo"].value.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dad came to the school but left before police arrived.", "not_recorded"),
        ("Clinic. Parents left before the appointment.", "not_seen"),
        ("Theo left before officers arrived.", "not_seen"),
    ],
)
def test_a_grown_person_who_left_before_others_came_is_no_absent_child(
    text: str, value: str
) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo").seen
    assert told["Theo"].value.value == value


@pytest.mark.parametrize(
    "text",
    [
        "Saw Mia at school. Mia drew Dad outside the house.",
        "Mia seen at school. Mia put the bear for Dad outside and shut the door.",
        "Saw Mia at school. In Mia's picture Mum is in the garden and Dad in the car.",
        "Saw Mia at school. Mia said Dad stays in the car at handover.",
    ],
)
def test_whom_a_child_draws_or_says_to_be_outside_leaves_nobody_alone(text: str) -> None:
    assert seen(text)["Mia"] == "seen"


@pytest.mark.parametrize(
    "text",
    [
        "Mia drew with me while Dad waited outside.",
        "Once Mum had left the room Mia said she is hit.",
        "Dad asked to step out. Mia said she is scared.",
    ],
)
def test_who_waits_outside_while_a_child_speaks_leaves_the_child_alone(text: str) -> None:
    assert seen(text)["Mia"] == "seen_alone"


def test_what_one_child_pulls_away_are_hands_and_no_children() -> None:
    text = "Saw Theo's hands, red. When I asked what he'd been washing he pulled them away."
    told = read_narrative(text, children=CHILDREN, subject="Mia")
    assert (told.seen["Mia"].value, told.views["Mia"].value) == ("not_recorded", "not_recorded")
    assert (told.seen["Theo"].value, told.views["Theo"].value) == ("seen", "sought_but_not_given")
