"""An entry of a child's record that is about another child, and what children are called."""

import pytest

from chronology.narrative import read_narrative

LETTERS = {"seen": "S", "seen_alone": "A", "not_seen": "N", "not_recorded": "-"}
BOTH = ("Theo", "Ruby")


def seen(text: str, children: tuple[str, ...] = BOTH) -> str:
    """By letter, of the record's own child first."""
    told = read_narrative(text, children=children, subject=children[0]).seen
    return "".join(LETTERS[told[child].value.value] for child in children)


@pytest.mark.parametrize(
    "text",
    [
        "Child: Ruby. Bumped head at soft play. Cold compress.",
        "PAEDIATRIC ED. Ruby 8F. Backslab. D/c home. CP-IS: child protection plan. Alert.",
        "Ward 3. 11/12 girl Ruby adm via GP. Observed: clings to nan.",
        "Ruby located at uncle's flat by PC 3902. Child in pyjamas, awake, no visible injuries.",
        "Ruby, new pt, injury to foot, dressed.",
        "Eye clinic. Patch. Seen with carer. Patient: Ruby.",
        "CP MEDICAL. Ruby 2y (sister of Theo). Three bruises, photographed.",
        "Settling in visit 2. Ruby 11 months. Brought by nan. Sat between my legs.",
    ],
)
def test_on_a_form_about_another_child_the_child_and_the_patient_are_that_one(text: str) -> None:
    assert seen(text) == "-S"


@pytest.mark.parametrize(
    "text",
    [
        "Pt Ruby not brought to OPD. Reason: none given. First DNA.",
        "Child: Ruby. Status: DNA.",
        "DRESSING CLINIC LIST. Ruby - DNA 10.00. Nurse to ask mother to bring child tomorrow.",
    ],
)
def test_nor_is_the_records_own_child_not_brought_where_another_was_not(text: str) -> None:
    assert seen(text) == "-N"


@pytest.mark.parametrize(
    "text",
    [
        "Home visit. Ruby let me in. Child seen asleep in cot.",
        "Ruby at school. Child seen with mum, well.",
        "Playing in lounge. Ruby with nan.",
        "Seen in clinic. Ruby also there.",
        "Child: Theo. Bumped head. Ruby watched.",
    ],
)
def test_at_home_and_beside_another_the_child_is_still_the_records_own(text: str) -> None:
    assert seen(text)[0] == "S"


@pytest.mark.parametrize(
    "text",
    [
        "Ruby 4 yrs at nursery. Child weighed 12kg.",
        "Ruby starting school in Sept. Child seen in clinic, well.",
        "Ruby unwell so mum late. Pt seen by nurse, imms given.",
        "Ruby pushed child off bed. Child examined, no injury.",
        "Mum worried Ruby hits the child. Child examined. No marks.",
        "Mum attended with Ruby. Child weighed, 9.2kg.",
        "Siblings: Ruby (4). Child seen and weighed 12.3kg.",
        "Others in household: Ruby (sister, 4)\nCough. Pt examined, chest clear.",
        "Sister Ruby had chickenpox last week. Pt has rash, examined, chest clear.",
        "Ruby ill. Pupil present all day.",
        "Siblings: Ruby, Max. Child weighed.",
        "Ruby 4, Max 2. Child seen with mum. Weight 8kg.",
    ],
)
def test_of_whom_else_is_only_told_the_child_is_still_the_records_own(text: str) -> None:
    assert seen(text, ("Theo", "Ruby", "Max"))[0] == "S"


@pytest.mark.parametrize(
    "text",
    ["Siblings: Ruby (4). Child seen.", "Ruby starting school in Sept. Child seen in clinic."],
)
def test_and_who_is_only_told_of_is_not_seen_for_it(text: str) -> None:
    assert seen(text) == "S-"


@pytest.mark.parametrize(
    "text",
    [
        "Re Ruby: child seen in clinic.",
        "Ruby: child weighed 14kg.",
        "Ruby with mum: wants a letter for nursery. Happy child, sat colouring.",
    ],
)
def test_a_child_whose_name_heads_the_entry_is_the_child(text: str) -> None:
    assert seen(text) == "-S"


@pytest.mark.parametrize(
    "text", ["Not brought to clinic by mother.", "Theo WNB by mum.", "Theo not brought in by dad."]
)
def test_not_brought_by_a_parent_is_the_childs_own_absence(text: str) -> None:
    told = read_narrative(text, children=BOTH, subject="Theo")
    assert told.rules["Theo"] == "not-brought"


@pytest.mark.parametrize(
    ("label", "called"),
    [
        ("Baby Ruby M", "Ruby"),
        ("Baby Ruby M", "Baby Ruby"),
        ("Little Ruby", "Ruby"),
        ("Half-sister Ruby", "Ruby"),
        ("Sibling 2", "Sib 2"),
        ("Sib 2", "Sibling 2"),
        ("Sibling 2", "Sib2"),
        ("Child B (Ruby)", "Ruby"),
        ("Child B (Ruby)", "Child B"),
        ("Twin B (aged 5)", "Twin B"),
    ],
)
def test_a_child_is_known_by_each_part_of_the_label(label: str, called: str) -> None:
    assert seen(f"{called} seen at clinic with mum.", ("Theo", label)) == "-S"


@pytest.mark.parametrize(
    ("label", "word"),
    [
        ("Baby Girl M", "Girl"),
        ("Ruby (Deceased)", "Deceased"),
        ("Baby One M", "One"),
        ("Child B (Mother Kay)", "Mother"),
        ("Child B (Oak School)", "Oak School"),
        ("Child B (Index)", "Index"),
    ],
)
def test_a_remark_in_a_label_is_no_name(label: str, word: str) -> None:
    told = read_narrative(f"{word} seen.", children=("Theo", label, "Max"), subject="Theo")
    assert told.seen[label].value == "not_recorded"


@pytest.mark.parametrize(
    "text",
    [
        "Repairs job. Plumber attended 18:10, no access.",
        "Gas check overdue, tenant not letting contractor in.",
        "Property void. Keys with refuge worker.",
        "Unannounced visit did not take place - worker off sick.",
        "Man at door. Declined to leave number.",
        "Third DNA by client. Discharge letter.",
        "Parents attending: none.",
    ],
)
def test_where_nobody_tried_to_see_a_child_none_is_not_seen(text: str) -> None:
    assert seen(text) == "--"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Housing officer and plumber attended, no access.", "NN"),
        ("Home visit cancelled by mum, she is unwell.", "N-"),
        ("Theo declined to leave his room.", "N-"),
        ("Children attending: none.", "NN"),
    ],
)
def test_but_who_was_visited_or_refused_is_not_seen(text: str, told: str) -> None:
    assert seen(text) == told
