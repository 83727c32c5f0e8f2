"""By which names a child stands in a narrative, and when a name is only a word."""

import datetime as dt

import pytest

from chronology.model import Child
from chronology.narrative import read_narrative


def seen(text: str, *children: str, grown: tuple[str, ...] = ()) -> dict[str, str]:
    """The children of whom something is read."""
    told = read_narrative(text, children=children, subject=children[0], grown=grown)
    found = {child: value.value.value for child, value in told.seen.items()}
    return {child: value for child, value in found.items() if value != "not_recorded"}


def test_an_initial_before_a_finding_is_a_child() -> None:
    assert seen("T. Asleep: yes", "Theo", "Mia") == {"Theo": "seen"}


def test_the_initial_of_the_writer_before_a_note_is_no_child() -> None:
    assert seen("J. Oakhurst: Home visit. Mother was tired.", "Noor", "Jonah") == {}


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("Mum will bring him to clinic on Friday.", ("Will", "Noor")),
        ("Worker may visit next week. Mum rose to make tea.", ("Noor", "May", "Rose")),
        ("Hope this helps. Will call again on Monday.", ("Noor", "Hope", "Will")),
        ("Appointment in May moved to June.", ("Noor", "May", "June")),
        ("Letter from Poppy Ward to GP.", ("Noor", "Poppy")),
        ("WILL NOT ENGAGE WITH OFFICERS. FATHER MAY RETURN.", ("Will", "May")),
    ],
)
def test_a_name_that_is_an_ordinary_word_too_is_no_child(
    text: str, children: tuple[str, ...]
) -> None:
    assert seen(text, *children) == {}


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("Will was seen at school.", "Will"),
        ("Rose seen in her cot.", "Rose"),
        ("Visit. Saw Hope playing in the garden.", "Hope"),
        ("POPPY SEEN BY OFFICERS, SAFE AND WELL.", "Poppy"),
        ("home visit. saw ruby in the lounge", "Ruby"),
        ("Will present in class, smiling.", "Will"),
    ],
)
def test_such_a_name_is_a_child_where_it_is_written_and_used_as_a_name(
    text: str, child: str
) -> None:
    assert seen(text, "Noor", child).get(child) == "seen"


@pytest.mark.parametrize(
    ("called", "child"),
    [
        ("Abi", "Abigail"),  # cut short
        ("Tom", "Thomas"),
        ("Thomas", "Tom"),  # at length
        ("Lee", "Tommy-Lee"),  # the second half
        ("Rosie", "Ella-Rose"),
        ("Chant", "Chantelle"),  # in no list
        ("Mohamed", "Mohammed"),  # spelt otherwise
        ("Neveah", "Nevaeh"),
    ],
)
def test_a_name_cut_short_or_spelt_otherwise_is_the_childs(called: str, child: str) -> None:
    assert seen(f"Home visit. {called} seen in the garden.", "Noor", child) == {child: "seen"}


def test_a_short_name_that_two_children_share_is_neithers() -> None:
    assert seen("Alex seen at school.", "Noor", "Alexander", "Alexandra").keys() <= {"Noor"}


def test_a_short_name_of_a_grown_person_of_the_case_is_no_childs() -> None:
    assert seen("Sam seen at clinic.", "Noor", "Samuel") == {"Samuel": "seen"}
    assert "Samuel" not in seen("Sam seen at clinic.", "Noor", "Samuel", grown=("Sam Hale",))


def test_a_surname_that_others_have_too_is_no_name_of_the_baby() -> None:
    """ "Baby Marlowe" is the baby; "Marlowe" may be the mother."""
    baby = Child(label="Theo", names=("Theo Marlowe", "Baby Marlowe"), subject=True)
    grown = ("Ann Marlowe",)
    for child, others in ((baby, ()), (Child(label="Baby Marlowe", subject=True), grown)):
        for text in ("MARLOWE interviewed under caution.", "Ann Marlowe seen at the station."):
            told = read_narrative(
                text, children=[child], subject=child.label, record_of="household", grown=others
            )
            assert told.seen[child.label].value == "not_recorded"
        told = read_narrative(
            "Baby Marlowe seen asleep.", children=[child], subject=child.label, grown=others
        )
        assert told.seen[child.label].value == "seen"


def test_m_and_f_in_one_text_are_mother_and_father_and_no_child() -> None:
    assert "Mia" not in seen("Home visit. M said F had left. M low in mood, F seen outside.",
                             "Noor", "Mia")  # fmt: skip
    assert seen("M and F seen at school.", "Mia", "Finn") == {"Mia": "seen", "Finn": "seen"}


def test_a_word_in_brackets_after_a_name_means_the_same_child() -> None:
    text = "Maya (sibling) seen at school by school nurse; said she gets Tyler's bottle at night"
    assert seen(text, "Tyler", "Maya") == {"Maya": "seen"}
    assert seen("Maya (sibling) seen at school.", "Tyler", "Maya") == {"Maya": "seen"}
    assert seen(text, "Tyler") == {}  # a sister whom the case does not list


def test_a_longer_word_that_only_begins_like_a_name_is_not_the_childs() -> None:
    assert "Ramona" not in seen("Parents spoke Romanian with me. Baby seen.", "Elvis", "Ramona")


FOUR = [Child(label=name, born=dt.date(year, 3, 1))
        for name, year in (("Ned", 2010), ("Una", 2012), ("Pia", 2015), ("Jo", 2019))]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("Older two seen at school.", {"Ned", "Una"}),
        ("The two younger children were seen in the garden.", {"Pia", "Jo"}),
        ("Saw the eldest in the kitchen.", {"Ned"}),
        ("Pia and her little brother seen.", {"Pia", "Jo"}),
    ],
)
def test_which_child_is_the_older_is_told_by_the_dates_of_birth(
    text: str, children: set[str]
) -> None:
    told = read_narrative(text, children=FOUR, subject="Una")
    assert {c for c, value in told.seen.items() if value.value == "seen"} == children


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("Theo examined: bruise L pinna, body map done.", ("Leon", "Theo")),
        ("Theo seen. Bruise to (R) thigh and R lower lip, swollen.", ("Rowan", "Theo")),
        ("Theo seen. Bead up nose R. Vision 6/6 R, 6/9 L.", ("Rowan", "Theo")),
        ("Theo seen in clinic. T 38.2, P 120, R 28.", ("Tia", "Theo")),
        ("Theo weighed. Vit K given at birth, Hep B done.", ("Kayden", "Theo")),
        ("Theo taken to A and E, seen by doctor, discharged.", ("Ellie", "Theo")),
        ("Theo seen. S: cough 3/7. O: chest clear. A: URTI. P: fluids.", ("Sami", "Theo")),
    ],
)
def test_a_letter_for_a_side_a_reading_or_a_heading_is_no_childs_initial(
    text: str, children: tuple[str, ...]
) -> None:
    assert seen(text, *children) == {"Theo": "seen"}


def test_a_letter_that_stands_for_a_child_is_that_child() -> None:
    assert seen("L seen at home, R seen at school.", "Leon", "Rowan") == {
        "Leon": "seen",
        "Rowan": "seen",
    }
    assert seen("Clinic. R 19.2 kg, L 14.1 kg.", "Leon", "Rowan").keys() == {"Leon", "Rowan"}


@pytest.mark.parametrize("age", [", 2y", " (2y)", " 2yo,", " 2y 3m", ", aged 2yr"])
def test_an_age_right_after_a_childs_name_is_that_childs(age: str) -> None:
    told = f"Mia{age}. BIB mum. Alert, playing with toys in waiting area. Home."
    assert seen(told, "Kayden", "Mia") == {"Mia": "seen"}


@pytest.mark.parametrize(
    "text",
    [
        "Mother transferred to Mabel House refuge by police.",
        "Officers seen at 22 Mabel Close, taken to Mabel Lane.",
        "Mabel snr attended the office, asked to leave.",
        "Mabel senior seen in town, intoxicated.",
    ],
)
def test_a_place_or_a_grown_person_called_like_a_child_is_no_child(text: str) -> None:
    assert "Mabel" not in seen(text, "Theo", "Mabel")
    assert seen("Visit. Spoke to Mabel, close to tears.", "Theo", "Mabel")["Mabel"] == "seen"


@pytest.mark.parametrize(
    "called",
    ["Baby Finn", "Infant Finn", "Toddler Finn", "Son Finn", "The baby, Finn,", "Patient Finn"],
)
def test_a_word_for_a_child_before_a_name_is_the_child_of_that_name(called: str) -> None:
    text = f"{called} seen in clinic. Weighed 7.2kg. Alert."
    assert seen(text, "Theo", "Mia", "Finn") == {"Finn": "seen"}


def test_the_record_s_own_child_beside_a_baby_of_another_name_keeps_its_own_value() -> None:
    told = seen("Theo and Mia seen. Baby Finn at nan's.", "Theo", "Mia", "Finn")
    assert told == {"Theo": "seen", "Mia": "seen", "Finn": "not_seen"}
    assert seen("Theo seen with mum and baby Finn.", "Theo", "Finn").keys() == {"Theo", "Finn"}


@pytest.mark.parametrize(
    "text",
    [
        "VA R 6/18 L 6/6. Amblyopic. Ref.",
        "Hearing screen, failed R. Re-test 6/52.",
        "Tymp R type B. Glue ear.",
        "Ears: R red, L normal. Amox.",
        "Xray R. Buckle #. Splint.",
    ],
)
def test_right_and_left_of_what_was_measured_are_no_child(text: str) -> None:
    told = read_narrative(text, children=("Theo", "Ruby", "Leo"), subject="Theo")
    assert [told.seen[child].value for child in ("Theo", "Ruby", "Leo")] == [
        "seen", "not_recorded", "not_recorded",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("R 6/12 seen. Weighed 7kg.", ["Ruby"]),
        ("R, L and T seen at home.", ["Theo", "Ruby", "Leo"]),
        ("R and T seen. R fell on L arm.", ["Theo", "Ruby"]),
    ],
)
def test_initials_beside_figures_are_still_children(text: str, children: list[str]) -> None:
    told = read_narrative(text, children=("Theo", "Ruby", "Leo"), subject="Theo")
    assert [c for c in ("Theo", "Ruby", "Leo") if told.seen[c].value == "seen"] == children
