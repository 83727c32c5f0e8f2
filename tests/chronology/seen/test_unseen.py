"""Who was not seen, and what looks like an absence and is none."""

import pytest

from chronology.narrative import read_narrative

FOUR = ("Theo", "Ruby", "Ned", "Ivy")
LETTERS = {"seen": "S", "seen_alone": "A", "not_seen": "N", "not_recorded": "-"}


def seen(text: str, children: tuple[str, ...] = ("Theo", "Ruby")) -> str:
    """Each child, the first the one whose record it is."""
    told = read_narrative(text, children=children, subject=children[0]).seen
    return "".join(LETTERS[told[child].value.value] for child in children)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Theo seen in ED on Sat with wrist #. Fracture clinic today, did not attend.", "N-"),
        ("Seen at UTC on Sunday with hand wound. Hand clinic this morning, not brought.", "N-"),
        ("Ruby seen in A&E on Saturday with wrist #. Clinic today, did not attend.", "-N"),
        ("Theo did not turn up for our last two sessions. Today I picked him up from college "
         "and we talked in the car.", "S-"),
        ("Theo seen in ED on Sat with wrist #. Mum to bring him on Friday.", "S-"),
        ("Theo seen at home today. He did not attend clinic on Monday.", "S-"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_day_stands_over_another_day(text: str, values: str) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Neither parent came to parents' evening.",
        "Neither of the parents attended core group.",
        "Neither mum nor dad came to the review.",
        "DNA by mother x2.",
        "Suspect arrested at his mother's address; no children live there.",
        "Did not attend for anti-D.",
    ],
)
def test_who_did_not_attend_was_a_grown_person(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Home visit. Neither Theo nor Ruby was in.", "NN"),
        ("Home visit. Neither child was in.", "NN"),
        ("Neither Ruby nor Ned in school. Text to mum not answered.", "-N"),
        ("Not brought by mum to hearing test.", "N-"),
        ("Home visit at 34/40. Mum said Theo and Ruby were out.", "NN"),
    ],
)
def test_neither_child_and_a_childs_own_appointment_are_absences(text: str, values: str) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Theo 82% attendance, 11 lates.",
        "Theo - 71.4% attendance and 3 lates.",
        "Theo's attendance is 82%.",
        "Theo: 86.2% YTD. Target set 92.",
    ],
)
def test_a_figure_of_attendance_shows_nobody(text: str) -> None:
    assert seen(text) == "--"


def test_a_figure_of_attendance_takes_nothing_from_a_contact() -> None:
    assert seen("Theo's attendance is 82%, seen at the gate this morning.") == "S-"


@pytest.mark.parametrize(
    "text",
    [
        "Volunteer called at home, no answer.",
        "Volunteer called as arranged, no one in.",
        "Called round to the house, no answer.",
        "Volunteer visited as planned, nobody in.",
    ],
)
def test_nobody_answers_where_somebody_calls_at_the_home(text: str) -> None:
    assert seen(text)[0] == "N"


@pytest.mark.parametrize("text", ["Called mum, no answer.", "Called mum's mobile, no answer."])
def test_nobody_answers_a_telephone(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Home visit. Theo was in bed and I did not want to go up.", "N-"),
        ("Ruby was up in her cot and volunteer did not like to go up.", "-N"),
        ("Ruby was up in her cot and HV did not go up.", "-N"),
        ("Theo would not get in the car so the visit did not go ahead.", "N-"),
    ],
)
def test_who_is_left_undisturbed_or_does_not_come_is_not_seen(text: str, values: str) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Theo left a note under the office door: \"put me near Ruby\".", "--"),
        ("Volunteer posted a card to Theo.", "--"),
        ("Roll call at lights out: Theo and Ruby both in.", "SS"),
        ("No answer when I asked about the scratch.", "--"),
        ("Theo's 8 week check does not appear to have been done.", "--"),
        ("Theo continues to go missing.", "--"),
        ("Core group. Theo has not been to the dentist for a year.", "--"),
        ("Was Not Brought form sent to the health visitor for Theo.", "--"),
        ("Theo and sister came in with nan, told only two visitors at a time.", "SS"),
        ("Unable to allocate this week.", "--"),
        ("Could not find a placement tonight.", "--"),
        ("Not heard back from school.", "--"),
        ("Did not see the need for a further visit.", "--"),
        ("No sight of the court report yet.", "--"),
        ("Not able to check the smoke alarm.", "--"),
        ("Not seen by dentist for 2 years.", "--"),
        ("Theo was not seen at GP for jabs.", "N-"),
        ("Did not see the need to wake Theo.", "N-"),
        ("Did not see the bedroom or Theo.", "N-"),
    ],
)  # fmt: skip
def test_words_of_an_absence_that_tell_of_something_else(text: str, values: str) -> None:
    assert seen(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Home visit. Ivy asleep on aunt's sofa. The other three in bed, I was told.", "NNNS"),
        ("Home visit. Ned and Ivy seen in the lounge. The older two were out with dad.", "NNSS"),
        ("Home visit. Theo and Ruby playing in the lounge. Two younger ones upstairs asleep, not "
         "seen.", "SSNN"),
        ("Theo seen at school. Talked about the other two.", "S---"),
    ],
)  # fmt: skip
def test_the_older_two_are_those_of_whom_nothing_else_is_told(text: str, values: str) -> None:
    assert seen(text, FOUR) == values


def test_the_older_two_are_all_the_children_where_the_youngest_is_unborn() -> None:
    told = read_narrative(
        "Home visit at 34/40. Mum said both older children were with her mum.",
        children=("Theo", "Ruby", "Bump"), subject="Theo", unborn=("Bump",),
    ).seen  # fmt: skip
    assert [told[child].value for child in ("Theo", "Ruby", "Bump")] == [
        "not_seen", "not_seen", "not_recorded",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "2yr review Ruby. Words: 4. Pointing. Refer SLT.",
        "Ruby had a fresh scratch on her cheek on arrival. Body map done. Told two older girls.",
        "Ruby stopped with two older boys in the precinct. Had a screwdriver in her bag.",
    ],
)
def test_an_entry_that_begins_with_another_child_goes_on_about_that_child(text: str) -> None:
    assert seen(text) == "-S"


def test_a_two_year_review_without_another_name_is_the_records_own() -> None:
    assert seen("2yr review with ASQ. Speech <5 words. Ref SALT.") == "S-"


def test_neither_of_two_letters_are_those_two() -> None:
    assert (
        seen("Neither A nor B were at the address, which makes three visits.", ("A", "B")) == "NN"
    )


def test_a_weight_that_does_not_go_up_hides_no_child() -> None:
    assert seen("Theo weighed at clinic, his weight did not go up.") == "S-"


def test_what_is_told_with_both_children_is_said_of_both() -> None:
    text = "I spoke with mum in the street. Children with a sitter she says is eighteen."
    assert len(set(seen(text))) == 1
