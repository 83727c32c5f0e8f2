"""Bones, amounts swallowed, weeks at birth, attendances, who brought a child, to whom it went, and
what a parent's partner is called: where accounts of one event differ, and where they do not."""

import pytest

from chronology.events.differing_details import differing_details
from chronology.model import Case, Child, Person
from tests.chronology.small_chronology import entry

CASE = Case(
    children=(Child(label="Theo", subject=True), Child(label="Ruby")),
    people=(
        Person(label="Mother", names=("Kay", "Kay Marlowe"), role="mother"),
        Person(label="Father", names=("Sol",), role="father"),
        Person(label="Craig", names=("Craig Dunnet", "Spud"), role="mother's partner"),
    ),
)


def differ(one: str, other: str, agency: str = "GP") -> list[tuple[str, ...]]:
    """What differs in a hospital's and another's account, as the field and the words of each."""
    told = [entry(1, "Hospital", "4/3/21", event=one), entry(2, agency, "4/3/21", event=other)]
    found = differing_details(told, CASE, sitting=lambda e: False)
    return [(d.field, *(s.words for s in d.said)) for d in found]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Spiral fracture of left humerus.", "ED letter: fractured radius",
         ("fracture", "fracture of left humerus", "fractured radius")),
        ("Xray: fractured femur.", "Hospital rang. Broken tibia.",
         ("fracture", "fractured femur", "Broken tibia")),
        ("# clavicle", "A&E: fracture to his right elbow",
         ("fracture", "# clavicle", "fracture to his right elbow")),
        ("Rib fractures x3 seen.", "Hospital: skull fracture",
         ("fracture", "Rib fractures", "skull fracture")),
        ("Overdose of 16 paracetamol tablets.", "A&E: OD of 32 paracetamol",
         ("amount taken", "16 paracetamol", "32 paracetamol")),
        ("Took twelve ibuprofen.", "A&E letter: took 24 x ibuprofen",
         ("amount taken", "twelve ibuprofen", "24 x ibuprofen")),
        ("Ingested about 30ml of methadone.", "Hospital: drank 5 ml methadone",
         ("amount taken", "30ml of methadone", "5 ml methadone")),
        ("Born at 36 weeks by emergency section.", "Birth notification: born at 38/40",
         ("gestation", "36 weeks", "38/40")),
        ("Born at 34+2, SVD.", "New baby, born at 37 weeks", ("gestation", "34+2", "37 weeks")),
        ("Third attendance in 12 months.", "A&E letter: fifth attendance in a year",
         ("attendances", "Third attendance in 12 months", "fifth attendance in a year")),
        ("Brought in by mother.", "A&E letter: brought by nan.",
         ("brought by", "Brought in by mother", "brought by nan")),
        ("Brought in by mother.", "A&E letter: brought by dad, who has care of him",
         ("brought by", "Brought in by mother", "brought by dad")),
        ("BIB mum, vomiting.", "ED discharge: brought by her grandfather, vomiting",
         ("brought by", "BIB mum", "brought by her grandfather")),
        ("Oblique fracture of the shaft of the right femur.", "Hospital: broke a shin bone",
         ("fracture", "fracture of the shaft of the right femur", "broke a shin")),
        ("By ambulance with father.", "ED: brought in by foster carer",
         ("brought by", "By ambulance with father", "brought in by foster carer")),
        ("Discharged to mother and aunt.", "D/C home with father",
         ("discharged to", "Discharged to mother", "D/C home with father")),
        ("Took 10 paracetamol and then 6 paracetamol.", "ED: OD of 40 paracetamol",
         ("amount taken", "10 paracetamol, 6 paracetamol", "40 paracetamol")),
        ("Discharged home with mother.", "D/C from ward to foster carers",
         ("discharged to", "Discharged home with mother", "D/C from ward to foster carers")),
        ("Theo placed with foster carers.", "Theo went to live with his paternal grandmother",
         ("discharged to", "placed with foster carers",
          "went to live with his paternal grandmother")),
        ("Mother's partner Craig was there.", "Mum's new boyfriend Gary was there",
         ("partner", "Mother's partner Craig", "Mum's new boyfriend Gary")),
        ("MOTHER'S PARTNER CRAIG ARRESTED.", "Kay's partner, Dean, was arrested",
         ("partner", "MOTHER'S PARTNER CRAIG", "Kay's partner, Dean")),
    ],
)  # fmt: skip
def test_another_bone_amount_week_number_or_person_is_a_difference(
    one: str, other: str, said: tuple[str, ...]
) -> None:
    assert differ(one, other) == [said]


BONES = [
    ("Fractured humerus.", "ED: broken upper arm"),
    ("Fractured humerus.", "Hospital: broke his arm"),
    ("Supracondylar fracture.", "A&E: fractured elbow"),
    ("Fracture of radius and ulna.", "Hospital: fractured wrist"),
    ("Distal radius fracture.", "ED letter: broken arm, in plaster"),
    ("Fractured femur and ribs.", "Hospital: rib fractures"),
    ("Toddler's fracture of tibia.", "A&E: broken leg"),
    ("Fractured femur.", "Hospital rang: no tibia fracture"),
    ("Fractured femur.", "Skeletal survey: old healing rib fractures"),
    ("Fractured femur.", "Hospital: ? fractured tibia"),
    ("Fractured femur.", "Seen in fracture clinic. Wrist checked."),
    ("Fractured femur.", "Mother has a fractured wrist."),
    ("Fractured femur.", "Mum's broken wrist is in plaster"),
    ("Fractured femur.", "PMH broken arm 2019"),
    ("Fractured femur.", "A further fracture of the tibia was found"),
    ("Fractured femur.", "Xray to exclude fractured tibia"),
    ("Fractured femur.", "Father broke the arm of the sofa? Not known."),
    ("Fractured femur.", "Sister broke her arm when she was two"),
    ("Fractured femur.", "Broken window, cut to hand"),
    ("Fracture of the neck of femur.", "Hospital: thigh fracture"),
    ("Tib/fib fracture.", "A&E: fractured ankle"),
    ("Buckle fracture.", "A&E: fractured wrist"),
    ("Fracture seen.", "A&E: fractured wrist"),
    ("Collar bone fracture.", "ED: fractured clavicle"),
    ("Suspected fractured wrist.", "Hospital: fractured finger"),
    ("Family broke up. Arm hurt.", "Hospital: fractured femur"),
    ("Fractured ribs; also a femur fracture.", "Hospital: fractured femur"),
    ("Fracture of femur; bucket handle lesions of the tibia.", "Hospital: tibia fracture"),
]
AMOUNTS = [
    ("Overdose of 16 paracetamol tablets.", "A&E: OD of 16 x 500mg paracetamol"),
    ("Overdose of 16 paracetamol.", "ED: OD of sixteen paracetamol"),
    ("Overdose of 16 paracetamol.", "ED: OD, 8g paracetamol"),
    ("Overdose of 16 paracetamol.", "ED: up to 20 paracetamol taken"),
    ("Overdose of 16 paracetamol.", "ED: took 16-20 paracetamol"),
    ("Overdose of 16 paracetamol.", "ED: took about 20 paracetamol"),
    ("Overdose of 16 paracetamol.", "ED: took 16 paracetamol and 4 ibuprofen"),
    ("Overdose of 16 paracetamol.", "ED: took 8 sertraline"),
    ("Overdose of 16 paracetamol.", "GP: OD 2 years ago. Prescribed 32 paracetamol"),
    ("Overdose of 16 paracetamol.", "OD. Paracetamol level 45 at 4 hours"),
    ("Overdose of 16 paracetamol.", "OD. Given 10 ml calpol"),
    ("Overdose of 16 paracetamol.", "Mother took him home. 2 paracetamol given"),
    ("Ingested 30ml methadone.", "Ingested methadone; mum's script is 60ml methadone daily"),
    ("Ingested about 30ml methadone.", "Hospital: drank 20ml methadone"),
    ("Took 10 tablets.", "ED: took 16 paracetamol"),
    ("Took 4 paracetamol 500mg.", "ED: took 4 x paracetamol 500 mg"),
    ("Overdose of 16 paracetamol.", "Threatened to take 30 paracetamol, overdose in 2019"),
    ("Overdose of 16 paracetamol.", "Overdose at home; school nurse holds 24 paracetamol"),
    ("Overdose at age 14 paracetamol.", "ED: OD of 14 paracetamol"),
    ("Overdose of 16 paracetamol.", "OD. Packet of 32 paracetamol found"),
    ("Took 10 paracetamol at nine and 6 paracetamol at eleven.", "ED: OD of 16 paracetamol"),
    ("Took 10 paracetamol at 9pm. Took 6 paracetamol at 11pm.", "ED: OD of 16 paracetamol"),
    ("Took 2 x 8 paracetamol.", "ED: OD of 16 paracetamol"),
]
WEEKS = [
    ("Born at 36 weeks.", "Birth notification: born at 36+4"),
    ("Born at 36+5.", "Born at 37/40"),
    ("Born at 36 weeks.", "Sister was born at 30 weeks"),
    ("Born at 36 weeks.", "Birth. Booked at 22 weeks"),
    ("Born at 36 weeks.", "Mother 38 weeks old scan says"),
    ("Born at 36 weeks.", "Delivered. Admitted at 35 weeks with bleed"),
    ("Born at 36 weeks.", "Born. Now 40 weeks corrected"),
    ("Born at 36 weeks.", "Pre-birth ICPC at 32/40"),
    ("Born at 36 weeks.", "Birth plan for 38 weeks"),
    ("Born at 36 weeks.", "Delivery expected at 38 weeks"),
    ("Born at 36 weeks.", "Born, mother aged 32, weight 3200 g"),
    ("Born at 36 weeks.", "Induction booked for 37 weeks. Baby born."),
    ("Born at 36 weeks.", "Born at 36 or 37 weeks, 38/40 by scan"),
    ("Born at 39 weeks 4 days.", "Born at 40 weeks"),
    ("Born at 39 weeks and 4/7.", "Born at 40 weeks"),
]
NTH = [
    ("Third attendance in 12 months.", "A&E: third attendance in a year"),
    ("Third attendance in 12 months.", "A&E: fifth attendance since birth"),
    ("Third attendance in 12 months.", "A&E: fifth attendance"),
    ("Third attendance in 12 months.", "A&E: second admission in 12 months"),
    ("First attendance.", "Attended first session, third child"),
    ("Third attendance at ED.", "Hospital: fourth attendance at nursery"),
]
BROUGHT = [
    ("Brought in by mother.", "A&E letter: brought by mum and nan"),
    ("Brought in by mother.", "A&E letter: attended with father"),
    ("Brought in by both parents.", "A&E letter: brought by mum"),
    ("Brought in by ambulance.", "A&E letter: brought by mum"),
    ("Brought in by grandmother.", "ED: brought by MGM"),
    ("Brought in by nan.", "ED: brought by paternal grandmother"),
    ("Brought in by mother.", "Hospital appointment. Not brought by father."),
    ("Brought in by mother.", "A&E. Usually brought to clinic by nan"),
    ("Brought in by mother.", "Hospital. Brought up by grandmother since birth"),
    ("Brought in by mother.", "Hospital. Brought to school by father, not well"),
    ("Brought in by mother.", "Hospital. Previously brought in by father"),
    ("Brought in by mother.", "Hospital. To be brought in by father tomorrow"),
    ("Brought in by mother.", "Hospital. Brought by mother's partner"),
    ("Brought in by mother.", "Hospital. Taken by father without consent"),
    ("Brought in by mother.", "A&E. Accompanied by social worker"),
    ("Brought in by mother.", "Hospital. Brought by police"),
    ("Brought in by mother.", "Hospital. Brought in by mother, father came later"),
    ("Brought in by mother.", "Hospital rang. Mum's sister brought a bag"),
    ("Brought in by father's sister.", "ED: brought in by aunt"),
    ("Mother was brought in by ambulance with father.", "A&E: brought in by mother"),
    ("Brought in by father.", "Hospital. Accompanied by mother to theatre"),
]
WENT = [
    ("Discharged home with mother.", "Hospital: discharged home"),
    ("Discharged home with mother.", "Discharged to grandmother was considered"),
    ("Discharged home with mother.", "Hospital: d/c home with both parents"),
    ("Discharged home with mother.", "Hospital: not to be discharged to father"),
    ("Discharged home with mother.", "Plan: if well discharged to foster carers"),
    ("Discharged home with mother.", "Discharged to GP care"),
    ("Discharged home with mother.", "Discharged to HV and GP"),
    ("Discharged home with mother.", "Cannot be discharged to grandmother"),
    ("Placed with foster carers.", "Placed with maternal grandmother, connected persons"),
    ("Placed with foster carers.", "Placed with mother in a mother and baby unit"),
    ("Placed with foster carers.", "Mother moved in with her boyfriend"),
    ("Placed with foster carers.", "Mother asked that he be placed with aunt"),
    ("Placed with foster carers.", "Ruby went to stay with nan for the night"),
    ("Placed in foster care.", "Placed with foster carer Mrs Poole"),
    ("Discharged home with mother.", "Hospital: went home to MGM's with mother"),
    ("Discharged to mother and grandmother.", "Hospital: discharged to MGM"),
    ("Discharged home with mum's medication.", "Hospital: discharged home with dad"),
    ("Discharged home with mother.", "Hospital: discharged with father's consent"),
    ("Discharged home with mother.", "Mother went to live with nan"),
    ("Discharged to foster carers.", "Placed with aunt (foster carer)"),
    ("Discharged to foster carers.", "Placed with MGM from next month"),
]
PARTNERS = [
    ("Mother's partner Craig.", "Mum's boyfriend Spud"),
    ("Mother's partner Craig.", "Mum's boyfriend Craig Dunnet"),
    ("Mother's partner Steve.", "Mum's boyfriend Stephen"),
    ("Mother's partner Mick.", "Mum's boyfriend Michael"),
    ("Mother's partner Tony.", "Mum's boyfriend Anthony"),
    ("Mother's partner Jase.", "Mum's boyfriend Jason"),
    ("Mother's partner Nicky.", "Mum's boyfriend Dominic"),
    ("Mother's partner Bill.", "Mum's boyfriend William"),
    ("Mother's partner Lee.", "Mum's boyfriend Leigh"),
    ("Mother's partner Chris.", "Mum's boyfriend Kris"),
    ("Mother's partner Sean.", "Mum's boyfriend Shaun"),
    ("Mother's partner Geoff.", "Mum's boyfriend Jeff"),
    ("Mother's partner Graham.", "Mum's boyfriend Graeme"),
    ("Mother's partner Craig.", "Mother's ex-partner Gary"),
    ("Mother's partner Craig.", "Mother's former partner Gary"),
    ("Mother's partner Craig.", "Father's partner Gary"),
    ("Mother's partner Craig.", "Mother's partner Mr Dunnet"),
    ("Mother's partner Craig.", "Mother's partner Police called"),
    ("Mother's partner Craig.", "Mother's partner. Gary is the uncle"),
    ("Mother's partner Craig.", "Aunt came with her partner Gary, mother upset"),
    ("Mother's partner Craig.", "Theo's nan and her partner Gary"),
    ("Mother's partner Craig.", "Grandmother's partner Gary"),
    ("Mother's partner Craig.", "Foster mother's partner Gary"),
    ("Mother's partner Craig.", "Stepmother's partner Gary"),
    ("Mother's partner Craig.", "MOTHER'S PARTNER GARY ARRESTED"),
    ("Mother's partner Craig.", "MOTHER'S PARTNER ARRESTED"),
    ("Mother's partner Craig.", "Ruby's boyfriend Gary"),
    ("Mother's partner Craig and mother's partner Gary.", "Mother's partner Gary"),
    ("Mother's partner Craig.", "Mother's partner Friday night shouted"),
    ("Mother's partner Craig.", "Mother's partner Asian male, left"),
    ("Mother's partner Craig.", "Mother's partner White British"),
    ("Mother's partner Craig.", "Mother's partner Polish"),
    ("Mother's partner Craig.", "Mother's partner Perpetrator of assault"),
    ("Mother's partner Craig.", "Mother's partner Believed to be there"),
    ("Mother's partner Craig.", "Mother's partner Adult B"),
    ("Mother's partner Krzysztof.", "Mum's boyfriend Chris"),
    ("Mother's partner Aleksander.", "Mum's boyfriend Olek"),
]


@pytest.mark.parametrize(
    ("one", "other"), [*BONES, *AMOUNTS, *WEEKS, *NTH, *BROUGHT, *WENT, *PARTNERS]
)
def test_what_agrees_is_loose_or_of_another_is_no_difference(one: str, other: str) -> None:
    assert differ(one, other) == []
    assert differ(other, one) == []


def test_who_brought_a_child_to_school_is_not_who_brought_it_to_hospital() -> None:
    assert differ("Brought in by mother.", "Brought in by nan, mark on face", "School") == []
