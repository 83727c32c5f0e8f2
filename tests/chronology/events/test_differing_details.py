"""Particulars on which accounts of one event differ: a side, a weight, who came."""

from dataclasses import replace

import pytest

from chronology.events.differing_details import differing_details
from chronology.model import Case, Child, Person
from tests.chronology.told_cases import entry

CASE = Case(people=(Person(label="Mr Dale", names=("Dale Sorrel", "Dale"), role="father"),))


def differ(*events: str, case: Case = CASE, days: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """What differs in accounts of one event, as the field and the words of each."""
    agencies = ("Hospital", "GP", "School")
    days = days or ("04/03/2021",) * len(events)
    told = [
        entry(n, agency, day, "", event)
        for n, (agency, day, event) in enumerate(zip(agencies, days, events, strict=False), 1)
    ]
    found = differing_details(told, case, sitting=lambda e: "core group" in e.event.casefold())
    return [(d.field, *(s.words for s in d.said)) for d in found]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Bruise to right cheek", "bruise left cheek", ("right cheek", "left cheek")),
        ("L arm, no fracture", "pulled elbow, Right arm", ("L arm", "Right arm")),
        ("(R) thigh swollen", "fractured left femur", ("(R) thigh", "left femur")),
        ("mark on right calf", "bruise left calf", ("right calf", "left calf")),
        ("burn to left index finger", "right finger", ("left index finger", "right finger")),
        (
            "two rib fractures on the right",
            "rib fractures, left side",
            ("rib fractures on the right", "rib fractures, left side"),
        ),
        (
            "left-sided rib fractures",
            "right 5th and 6th ribs",
            ("left-sided rib", "right 5th and 6th ribs"),
        ),
        (
            "Wrist is fractured, left.",
            "fractured right wrist",
            ("Wrist is fractured, left", "right wrist"),
        ),
        (
            "right side of his face",
            "graze to left side of her face",
            ("right side of his face", "left side of her face"),
        ),
        ("Dale's left arm", "Dale has bruised right arm", ("left arm", "right arm")),
        ("Bruise to thigh (L)", "Bruise to right thigh", ("thigh (L)", "right thigh")),
        ("Black eye, left.", "right eye bruised", ("eye, left", "right eye")),
        (
            "left-hand side of forehead",
            "right forehead",
            ("left-hand side of forehead", "right forehead"),
        ),
    ],
)
def test_another_side_of_the_same_part_of_the_body_is_a_difference(
    one: str, other: str, said: tuple[str, str]
) -> None:
    assert differ(one, other) == [("side", *said)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bruise to right cheek", "bruise left arm"),
        ("Bruises to both ears", "bruise to left ear"),
        ("Bruise left arm, old scar right arm", "bruise right arm"),
        ("Bruise to cheek", "bruise left cheek"),
        ("He left, hand bandaged", "burn to right hand"),
        ("L. Arm Street", "right arm"),
        ("Bruise on left hand side of face", "burn to right hand"),
        ("Mother left arm in arm with dad", "bruise right arm"),
        ("Mum's left arm bruised", "Theo: bruise right arm"),
        ("He took her hand, left.", "burn to right hand"),
        ("Bruises left and right arm", "bruise left arm"),
        ("Bruise, L & R arms", "bruise left arm"),
        ("No bruising to the right arm.", "Bruise left arm"),
        ("BCG left arm", "bruise right arm"),
        ("Dale had his left arm around Theo", "bruise right arm"),
    ],
)
def test_another_part_both_sides_and_no_side_are_no_difference(one: str, other: str) -> None:
    assert differ(one, other) == []


def test_the_side_of_one_child_is_no_difference_from_that_of_another() -> None:
    children = tuple(Child(label=name, names=(name,)) for name in ("Theo", "Rose"))
    case = replace(CASE, children=children)
    assert differ("Rose: left leg bruised", "Theo: right leg bruised", case=case) == []
    assert differ("Dale had a cut to his left hand", "Theo: right hand cut", case=case) == []
    assert differ("Dale's left hand cut", "Dale seen. Theo's right hand cut", case=case) == []
    told = differ("Rose: left leg bruised", "right leg bruised", case=case)
    assert told == [("side", "left leg", "right leg")]
    of_both = "Theo: left arm bruised. Rose: right arm bruised"
    assert differ("Rose hit Theo, bruising left arm", of_both, case=case) == []
    assert differ("Theo fell on Rose's toy, bruise to left arm", of_both, case=case) == []
    assert differ("Seen with Rose. Left arm bruised.", of_both, case=case) == []
    told = differ("Seen with Rose. Left leg bruised.", "Theo: right leg bruised", case=case)
    assert told == [("side", "Left leg", "right leg")]
    told = differ("Dad showed the bruise to her left arm", "Rose: right arm bruised", case=case)
    assert told == [("side", "left arm", "right arm")]
    told = differ("Theo bitten by Rose, mark on left arm", "Theo: right arm bitten", case=case)
    assert told == [("side", "left arm", "right arm")]
    told = differ("Dale's son Theo: left leg cut", "Theo's sister hit his right leg", case=case)
    assert told == [("side", "left leg", "right leg")]


def test_another_weight_on_that_day_is_a_difference_and_a_rounded_one_is_not() -> None:
    assert differ("Weight 9.8kg", "weighed 8.9 kg") == [("weight", "9.8kg", "8.9 kg")]
    assert differ("Weight 9.85kg", "weighed 9.8 kg") == []
    assert differ("Weight 9.8kg, lost 0.4kg", "weighed 9.8kg") == []
    assert differ("Ana 9.8kg, Bo 9.1kg", "Bo 9.1kg") == []
    assert differ("Weight 9.8kg", "weighed 8.9 kg", days=("04/03/2021", "06/03/2021")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mum weight 62kg", "Theo weighed 9.8kg"),
        ("Birth weight 3.2kg", "Weight 8.9kg"),
        ("BMI 18 kg/m2", "weight 9.8kg"),
        ("Weight 9.8kg", "Ate 100g of cheese"),
        ("250g of cannabis found", "2kg of cannabis, weight to be checked"),
        ("Last weight 9.1kg", "weight 9.8kg"),
        ("His weight should be 12kg", "weight 9.8kg"),
        ("Theo 9.8kg", "Rose 12.1kg"),
        ("Weight 9.8kg", "21lb 9oz"),
    ],
)
def test_the_weight_of_somebody_else_or_of_another_day_is_no_difference(
    one: str, other: str
) -> None:
    children = tuple(Child(label=name, names=(name,)) for name in ("Theo", "Rose"))
    assert differ(one, other, case=Case(children=children)) == []


def test_another_birth_weight_is_a_difference_and_so_is_one_child_whom_one_account_names() -> None:
    children = tuple(Child(label=name, names=(name,)) for name in ("Theo", "Rose"))
    told = differ("Birth weight 3.2kg", "Birth weight 2.3kg", case=Case(children=children))
    assert told == [("weight", "3.2kg", "2.3kg")]
    told = differ("Theo weighed 9.8kg", "weight 8.9kg", case=Case(children=children))
    assert told == [("weight", "9.8kg", "8.9kg")]


def test_a_birth_weight_counts_in_grams_too_and_in_a_letter_of_a_later_day() -> None:
    later = ("04/03/2021", "09/03/2021")
    told = differ("Live male infant 36+1, 2400g", "Birth notification: male, 2.9 kg", days=later)
    assert told == [("weight", "2400g", "2.9 kg")]
    fifth = "Born 4/3/21, day 5 2300g."
    assert differ("Born, 2400g.", fifth, days=("04/03/2021", "09/03/2021")) == []
    told = differ("Born 3.3.21, 3300g, forceps", "Kerry delivered a girl, 3.0kg", days=later)
    assert told == [("weight", "3300g", "3.0kg")]
    assert differ("SVD, 2850g", "Born by section, 2.85kg", days=later) == []
    assert differ("Born at 36 weeks, 2400g", "New birth visit, 2.6kg", days=later) == []
    assert differ("Born, 2400g", "Birth weight regained, 2.6kg", days=later) == []
    assert differ("Born, 2400g", "Born 4 March, discharge weight 2.3kg", days=later) == []
    assert differ("Seizure of 500g of cannabis", "weight 9.8kg") == []


def test_who_came_to_a_meeting_by_one_account_and_not_by_another_is_a_difference() -> None:
    told = differ("Core group. Mother attended.", "Core group. Mum did not attend, no apologies.")
    assert told == [("attendance", "Mother attended", "Mum did not attend")]
    told = differ("Core group. Dad absent.", "Core group, Dale Sorrel attended the meeting.")
    assert told == [("attendance", "Dad absent", "Dale Sorrel attended")]
    told = differ("Core group. Both parents attended.", "Core group. Dale did not attend.")
    assert told == [("attendance", "Both parents attended", "Dale did not attend")]


def test_a_first_name_of_nobody_else_and_the_father_of_a_child_are_known_among_who_came() -> None:
    dean = Person(label="Dean Reid", role="father of Theo")
    theo = Child(label="Child A", names=("Theo Reid",))
    case = Case(people=(dean,), children=(theo,))
    told = differ("Core group. Both parents attended.", "Core group. Dean not there.", case=case)
    assert told == [("attendance", "Both parents attended", "Dean not there")]
    other = Person(label="Dean Ash", role="uncle")
    case = replace(case, people=(dean, other))
    assert differ("Core group. Dean attended.", "Core group. Dean absent.", case=case) == []
    two = replace(other, role="father of Rose")
    case = replace(case, people=(dean, two))
    assert differ("Core group. Dad came.", "Core group. Dean Reid absent.", case=case) == []


STEPFATHER = Case(
    people=(*CASE.people, Person(label="Mr Ash", names=("Ash",), role="step-father")),
)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Father present for part of it.", "Dale not invited.",
         ("Father present", "Dale not invited")),
        ("Attended by mother, Dale, police.", "Dad could not attend.",
         ("Attended by mother, Dale", "Dad could not attend")),
        ("Present: HV, mother and Dale", "Apologies: Dale",
         ("Present: HV, mother and Dale", "Apologies: Dale")),
        ("Not present: mother, Dale", "Mother attended.",
         ("Not present: mother", "Mother attended")),
        ("Present: SW. Absent: Dale (working)", "Dale attended.",
         ("Absent: Dale", "Dale attended")),
        ("Both parents there.", "Mother attended, Dale did not.",
         ("Both parents there", "Dale did not")),
        ("Mother and father attended.", "Mother absent.",
         ("Mother and father attended", "Mother absent")),
        ("Step-father came late.", "Ash did not attend.",
         ("Step-father came", "Ash did not attend")),
        ("Dad joined by phone.", "Dad was not there.", ("Dad joined", "Dad was not there")),
    ],
)  # fmt: skip
def test_lists_of_who_was_there_and_other_words_for_coming_count(
    one: str, other: str, said: tuple[str, str]
) -> None:
    told = differ(f"Core group. {one}", f"Core group. {other}", case=STEPFATHER)
    assert told == [("attendance", *said)]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Attendees: dad (by phone), Ash", "Ash was absent.",
         ("Attendees: dad (by phone), Ash", "Ash was absent")),
        ("In attendance: SW (J Benn); mother (part); HV", "Mum did not attend.",
         ("In attendance: SW (J Benn); mother", "Mum did not attend")),
        ("Neither parent attended.", "Dad attended.", ("Neither parent attended", "Dad attended")),
        ("Neither mother nor Ash came.", "Ash attended.",
         ("Neither mother nor Ash came", "Ash attended")),
    ],
)  # fmt: skip
def test_brackets_in_a_list_say_how_one_came_and_neither_says_that_both_did_not(
    one: str, other: str, said: tuple[str, str]
) -> None:
    told = differ(f"Core group. {one}", f"Core group. {other}", case=STEPFATHER)
    assert told == [("attendance", *said)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Present: HV, dad (apologies), mother", "Dad did not attend."),
        ("Present: HV, dad (via advocate), mother", "Dad did not attend."),
        ("Present: HV. Not present: mother, dad", "Dad did not attend."),
        ("Present: HV; minutes to: mother; dad", "Dad did not attend."),
        ("Mother not present for part of it.", "Mother attended."),
        ("Children heard without mother present.", "Mother did not attend."),
        ("Mother did not attend but joined by phone.", "Mother attended."),
    ],
)
def test_who_is_named_in_a_list_as_away_or_came_for_part_did_not_come_against_another(
    one: str, other: str
) -> None:
    assert differ(f"Core group. {one}", f"Core group. {other}") == []


def test_who_has_no_name_but_the_label_is_called_by_it() -> None:
    case = Case(people=(Person(label="Marc Olde", role="uncle"),))
    told = differ("Core group. Marc Olde attended.", "Core group. Marc Olde absent.", case=case)
    assert told == [("attendance", "Marc Olde attended", "Marc Olde absent")]


def test_the_column_of_who_was_present_counts_as_a_list() -> None:
    accounts = (
        replace(entry(1, "HV", "04/03/2021", "", "Core group."), fields={"present": "Mum, Dale"}),
        entry(2, "School", "04/03/2021", "", "Core group. Dale did not attend."),
    )
    (found,) = differing_details(accounts, CASE, sitting=lambda e: True)
    assert [s.words for s in found.said] == ["Mum, Dale", "Dale did not attend"]


def test_another_category_of_the_plan_is_a_difference_and_one_of_two_is_none() -> None:
    told = differ("Core group. CP plan, category of neglect.", "Core group. CP plan, sexual abuse.")
    assert told == [("category", "category of neglect", "CP plan, sexual abuse")]
    told = differ("Core group. Plan under physical abuse for both.", "Core group. Plan: neglect.")
    assert told == [("category", "Plan under physical abuse", "Plan: neglect")]
    told = differ("Core group. CP plan emotional abuse.", "Core group. CP - sexual abuse.")
    assert told == [("category", "CP plan emotional abuse", "CP - sexual abuse")]
    safety = "Core group. Safety plan: physical abuse by dad."
    assert differ(safety, "Core group. On plan for neglect.") == []
    needs = "Core group. Plan: physical, speech and emotional needs to be met."
    assert differ(needs, "Core group. CP plan for neglect.") == []
    both = "Core group. Category: physical and emotional abuse."
    assert differ(both, "Core group. Subject to plan under emotional abuse.") == []
    assert differ("Core group. CP plan for neglect.", "Core group. Physical abuse spoken of.") == []
    each = "Core group. Category physical for Bea, emotional for Kit."
    assert differ(each, "Core group. Category emotional.") == []
    children = Case(children=tuple(Child(label=name, names=(name,)) for name in ("Bea", "Kit")))
    one, other = "Core group. Bea: category physical.", "Core group. Kit: category emotional."
    assert differ(one, other, case=children) == []
    assert len(differ(one, "Core group. Category emotional.", case=children)) == 1
    each = "Core group. Bea: category of neglect. Kit: category emotional."
    other = "Core group. Bea: category emotional. Kit: category of neglect."
    assert len(differ(each, other, case=children)) == 1
    assert differ(each, "Core group. Kit: category emotional.", case=children) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Core group. Mother attended.", "Core group. Father did not attend."),
        ("Core group. Mother attended A&E last week.", "Core group. Mum did not attend."),
        ("Core group. Mother attended.", "Core group. Mum did not attend school as a child."),
        ("Core group. Neither mother attended nor father.", "Core group. Mum did not attend."),
        ("Clinic. Mother attended.", "Clinic. Mum did not attend."),
        ("Core group. Foster mother attended.", "Core group. Mother did not attend."),
        ("Core group. Step-dad attended.", "Core group. Dad did not attend."),
        ("Core group. Theo's father attended.", "Core group. Rose's father did not attend."),
        ("Core group. Mother and father attended.", "Core group. Parents attended."),
        ("Core group. Mum attended by phone.", "Core group. Mum did not attend in person."),
        ("Core group. Mum attended.", "Core group. Mum did not attend core group in March."),
        ("Core group. Mum attended.", "Core group. Previously mum did not attend."),
        ("Core group. Mum attended.", "Core group. Dad agreed to the plan, mum did not."),
        ("Core group. Attended by SW, who told mum", "Core group. Mum did not attend."),
        ("Core group. Neither parent attended.", "Core group. Mum did not attend."),
        ("Core group. We spoke of how the parents present.", "Core group. Mum did not attend."),
    ],
)
def test_another_person_another_place_and_no_meeting_are_no_difference(
    one: str, other: str
) -> None:
    assert differ(one, other) == []


def test_one_father_of_two_who_came_is_no_difference_with_the_other_who_did_not() -> None:
    fathers = (
        Person(label="Mr Dale", names=("Dale",), role="father"),
        Person(label="Mr Marc", names=("Marc",), role="father"),
    )
    case = Case(people=fathers)
    assert differ("Core group. Dale attended.", "Core group. Marc did not attend.", case=case) == []
    assert differ("Core group. Dad attended.", "Core group. Marc did not attend.", case=case) == []
    told = differ("Core group. Dale attended.", "Core group. Dale did not attend.", case=case)
    assert told == [("attendance", "Dale attended", "Dale did not attend")]
