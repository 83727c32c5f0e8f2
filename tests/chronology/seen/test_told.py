"""What a call or a notice tells, and who is hurt, both and all three: nobody is seen by it."""

import pytest

from chronology.narrative import read_narrative

FOUR = ("Theo", "Ruby", "Ned", "Ivy")
LETTERS = {"seen": "S", "seen_alone": "A", "not_seen": "N", "not_recorded": "-"}


def seen(text: str, children: tuple[str, ...] = ("Theo", "Ruby"), record_of: str = "child") -> str:
    """Each child, the first the one whose record it is."""
    told = read_narrative(text, children=children, subject=children[0], record_of=record_of).seen
    return "".join(LETTERS[told[child].value.value] for child in children)


@pytest.mark.parametrize(
    "text",
    [
        "TC to school, Mrs Pell. Theo in today and had his lunch.",
        "Tel call with nan. Ruby asleep, Theo watching TV.",
        "Rang carer for update. Theo a bit clingy this morning.",
        "Email from foster carer. Both in today, no concerns.",
        "Spoke to mum on phone. Children up and dressed, having breakfast.",
        "WhatsApp from mum. Theo and Ruby settled.",
        "TC. Client safe to talk, kids at school.",
        "Call to mum. Theo in bed, won't get up.",
        "Theo's curfew checked with monitoring company, no breaches.",
    ],
)
def test_what_somebody_tells_in_a_call_or_message_shows_nobody_seen_or_not(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Rang carers, no reply. Called round at 8, Theo in pyjamas with a story.", "S-"),
        ("TC with mum. Home visit same day. Theo and Ruby in lounge.", "SS"),
        ("Video call with Theo. He waved.", "S-"),
    ],
)
def test_after_a_call_somebody_may_go_there(text: str, values: str) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Text from mum at 8.15. Theo tearful at the gate and clung to TA.",
        "Message from mum, no inhaler. Theo in uniform and smiling at registration.",
        "Rang mum to collect Theo. He was hot, temp 39, and sat with the TA.",
        "Rang mum for permission. Calpol given, Theo perked up.",
        "Telephone call from mum, worried about Theo. On examination Theo alert, chest clear.",
        "TC to mum, no answer. Theo at the door in pyjamas.",
        "Rang mum from outside. Theo opened the door, mum asleep.",
        "Call to home, Theo unwell. Alert, GCS 15, pupils equal.",
        "Text from mum that she is late. Contact: Theo played with dad and was happy.",
        "Encompass received. Theo hiding under the table at circle time.",
        "Encompass received 8.40. Theo asleep at his desk by 10.",
    ],
)
def test_what_the_writer_tells_of_the_child_after_a_call_or_notice_still_shows_it(
    text: str,
) -> None:
    assert seen(text, ("Theo",)) == "S"


@pytest.mark.parametrize(
    "text",
    [
        "TC to school. Theo in class, settled.",
        "TC to nursery. Theo happy at carpet time.",
        "TC to mum. Mum reported Theo was upset at the gate this morning.",
    ],
)
def test_what_a_school_or_mother_tells_of_the_day_there_shows_nobody(text: str) -> None:
    assert seen(text, ("Theo",)) == "-"


@pytest.mark.parametrize(
    "text",
    [
        "Rang mum to confirm. No reply at address. Theo at nan's.",
        "Rang mum as nobody home. She said Theo is at nan's.",
        "Text from mum. Theo did not want to come to session today.",
    ],
)
def test_an_appointment_or_visit_in_vain_stays_an_absence_beside_a_call(text: str) -> None:
    assert seen(text, ("Theo",)) == "N"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Operation Encompass notification received, police attended home. Both children in "
         "property.", "--"),
        ("Encompass received. Officers spoke to mum, children asleep in bed.", "--"),
        ("Encompass received. Theo was in the room, crying.", "--"),
        ("Encompass received. Theo in school, tearful at lunch.", "S-"),
        ("Police notification received. Home visit: children present, clean and dressed.", "SS"),
    ],
)  # fmt: skip
def test_what_a_notice_tells_of_an_incident_shows_nobody(text: str, values: str) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Female in A&E, injuries to face.",
        "Female has cut lip and bruising to neck. Male arrested.",
        "Mum had injuries to her face and arms.",
        "Visible injuries to female: bruising to upper arm.",
        "Scratches to neck of male. Male arrested.",
    ],
)
def test_an_injury_of_a_grown_person_shows_no_child(text: str) -> None:
    assert seen(text) == "--"


def test_a_childs_injury_beside_a_grown_persons_still_shows_the_child() -> None:
    assert seen("Dad has injury to hand. Bruise to Theo's cheek seen.") == "S-"


@pytest.mark.parametrize(
    "text",
    [
        "Male and female both at address. Both parties spoken to separately.",
        "Mum and dad both present. Both spoken to.",
        "Mother and Craig both in and both seen.",
        "Neighbours both spoken to. Both calm.",
    ],
)
def test_both_of_two_grown_people_stay_grown(text: str) -> None:
    assert seen(text, FOUR) == "----"


def test_which_are_all_three_of_four_nobody_knows_nor_them_after_it() -> None:
    assert seen("EWO visit. All three found at home in pyjamas. EWO took them in.", FOUR) == "----"


def test_the_three_elder_children_of_four_are_those_not_told_of_by_themselves() -> None:
    text = "Visit. Three elder children home with grandfather. Baby at the hospital with mum."
    assert seen(text, ("Theo", "Ruby", "Ned", "Baby Ivy")) == "SSSN"


@pytest.mark.parametrize(
    "text",
    [
        "Overcrowding application: 2 adults and 4 children (Theo, Ruby, Ned, Ivy). Band B.",
        "Housing register: mum + Theo, Ruby, Ned, Ivy. Overcrowded.",
        "Family comprises mum, Theo, Ruby, Ned, Ivy.",
    ],
)
def test_who_is_to_be_housed_was_not_seen_by_that(text: str) -> None:
    assert seen(text, FOUR) == "----"


@pytest.mark.parametrize(
    "text",
    [
        "Visit. Children in school today.",
        "Visit to mum. Kids in school so able to talk.",
        "Female at address. Two children in school.",
    ],
)
def test_who_was_in_school_while_somebody_called_at_the_home_was_not_seen(text: str) -> None:
    assert "S" not in seen(text)


def test_who_was_visited_in_school_or_wore_the_uniform_was_seen() -> None:
    assert seen("Theo and Ruby both in school uniform, bags packed. Next visit in May.") == "SS"
    assert seen("Visited the children in school.") == "SS"


def test_names_joined_by_commas_alone_are_one_list() -> None:
    assert seen("O/A Theo, Ruby, Ned in the garden unattended.", FOUR[:3]) == "SSS"
    assert seen("Seen: Theo, Ruby, Ned not seen.", FOUR[:3]) == "SSN"
    assert seen("Spoke to Theo, Ruby, Ned declined.", FOUR[:3]) == "SS-"
    assert seen("Playing: Theo, Ruby, Ned with nan.", FOUR[:3]) == "SSN"


@pytest.mark.parametrize(
    "text",
    [
        "Children Theo (7) and Ruby (3) listed on PPN. Male left prior to police arrival. "
        "DASH standard.",
        "Theo not collected. Rang both numbers. Aunt came.",
        "Mum called to say Theo has returned. Misper closed without attendance.",
        "Missing. Theo has been found by Northshire police.",
    ],
)
def test_these_are_no_absence(text: str) -> None:
    assert "N" not in seen(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Theo: code I all week.", "N-"),
        ("Family stood me up at the soft play. I had a coffee and left.", "NN"),
        ("Children not transported as dad did not confirm.", "NN"),
        ("Mum did not make Theo available for the assessment.", "N-"),
        ("Home visit. Ruby is with the childminder until 3.", "-N"),
        ("Theo admitted from clinic. Mother resident, Ruby being looked after by an uncle.", "SN"),
    ],
)
def test_these_are(text: str, values: str) -> None:
    assert seen(text) == values


def test_who_stands_somebody_up_is_not_seen_by_that() -> None:
    assert "S" not in seen("Theo stood me up at the town hall, twenty minutes.")
    assert seen("Theo stood up and left the room.") == "S-"


def test_in_a_mothers_record_it_was_she_who_did_not_attend() -> None:
    assert seen("Failed to attend, said Theo was ill.", record_of="mother") == "--"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Coats both off, warm in nursery.", "S"),
        ("Theo collected by nan before lunch.", "S"),
        ("Theo would not get up and I spoke to him from the bedside.", "S"),
        ("Theo collected by MGM before crew arrived.", "-"),
    ],
)
def test_what_is_like_an_absence_is_read_as_it_says(text: str, values: str) -> None:
    assert seen(text, ("Theo",)) == values


def test_a_childrens_worker_is_no_child() -> None:
    assert seen("Children's worker did playdough with Ruby. She made a snake.") == "-S"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("PC 608 to scene; male denies any problem, both children"
         " brought to the hallway and appeared unhurt.", "SS"),
        ("Male apologised for the noise, two children came to the door with him.", "SS"),
        ("Mother denies using, Theo sat on her knee throughout.", "S-"),
        ("Call from mum. She denies shouting, Theo was playing on the floor at the time.", "--"),
        ("Mother denies that the children were in the car.", "--"),
        ("Father denies hitting Theo, he was playing football and fell.", "--"),
    ],
)  # fmt: skip
def test_what_a_grown_person_denies_ends_before_what_officers_then_see(
    text: str, values: str
) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Called about the boiler. Ruby let me in. Theo in class.", "-S"),
        ("Landlord inspection. Tenant and Ruby present. Theo in lessons.", "-S"),
        ("Observation visit. Theo in lesson, on task.", "S-"),
        ("Visit by midwife. Ruby asleep on mum. Theo in reception class.", "-S"),
        ("Theo in class today and settled.", "S-"),
        ("Visited nursery. Theo in class with a book.", "S-"),
    ],
)
def test_who_was_in_class_while_somebody_called_at_the_home_was_not_seen_there(
    text: str, values: str
) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Rang the bell, Theo answered.", "S-"),
        ("Rang nan, Theo answered.", "--"),
        ("Ruby seen as an emergency patient, rash to trunk.", "-S"),
    ],
)
def test_a_bell_is_no_telephone_and_a_patient_may_be_who_was_just_named(
    text: str, values: str
) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Theo told the call handler that mum is on the floor.", "--"),
        ("Theo on line to control room, crying, says dad has a knife.", "--"),
        ("Call handler kept Theo talking. Crew arrived and found Theo on the stairs.", "S-"),
        ("Theo met us at door, having spoken to the call handler.", "S-"),
        ("PC 12 attended. Theo, who told the operator he was scared, was sat on sofa.", "S-"),
    ],
)
def test_a_child_who_rings_for_help_is_not_seen_until_somebody_comes(
    text: str, values: str
) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Theo told me through the closed door that he was sleeping.",
        "Theo shouted down the stairs that he was fine.",
        "Theo spoke to me from behind his bedroom door.",
        "Theo told SW to go away through his bedroom door.",
        "Theo said no thanks through the door of his room.",
        "Theo said he was fine through the closed door.",
        "Spoke to Theo through the closed door.",
    ],
)
def test_who_is_heard_through_a_door_or_from_upstairs_is_not_seen(text: str) -> None:
    assert seen(text) == "N-"


@pytest.mark.parametrize(
    "text",
    [
        "Ruby spoke through the bathroom door the whole time.",
        "Ruby collected from neighbour by her nan.",
        "Ruby walked to school by a neighbour.",
        "Ruby discharged home before I got to the ward.",
    ],
)
def test_whom_the_writer_only_heard_or_relatives_took_shows_nobody_seen(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    "text",
    [
        "Ruby put her head round the door and said hi.",
        "Ruby said through the window that she was locked in.",
    ],
)
def test_who_speaks_at_a_window_or_looks_round_a_door_was_seen(text: str) -> None:
    assert seen(text) == "-S"


@pytest.mark.parametrize(
    "text",
    [
        "Dad gave a full account: he picked Theo up, carried him to bed and watched the match.",
        "TC to nan. Theo tearful at bedtime, she says.",
        "Emergency contact for Theo changed to aunt.",
    ],
)
def test_an_account_that_relatives_give_and_changed_details_show_nobody(text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
    assert {told.seen[child].value for child in ("Theo", "Ruby")} == {"not_recorded"}
    assert {views.value for views in told.views.values()} == {"not_recorded"}


@pytest.mark.parametrize(
    "text",
    [
        "Statement taken from mum at home. Theo came in and sat with her.",
        "Statement taken from mum. Theo sat beside her stroking her arm.",
        "Mum gave an account of the fall. Theo examined, bruise to shin.",
    ],
)
def test_beside_an_account_a_child_who_comes_or_is_examined_was_seen(text: str) -> None:
    assert seen(text) == "S-"


@pytest.mark.parametrize(
    "text",
    [
        "Theo said dad hides behind the door to scare him.",
        "Theo told the social worker dad locked him behind the bathroom door.",
        "Theo told his worker that dad shouted through the closed door.",
    ],
)
def test_a_door_in_what_a_child_tells_parts_nobody(text: str) -> None:
    assert seen(text) == "S-"


def test_nor_is_who_is_said_to_be_behind_a_door() -> None:
    assert seen("Ruby told me Theo was behind the door. No answer to my calls.")[0] == "N"
