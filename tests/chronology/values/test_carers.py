"""Foster and other carers who see the child in their own record are counted apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from caseweave.pages.filters import _numbers
from chronology import merge
from chronology.exporters.rows import child_words
from chronology.model import Case, Child, Declared, Seen


def seen(folder: Path, agency: str, event: str, professional: str = "", stated: str = "") -> Seen:
    path = folder / "log.csv"
    path.write_text(
        f'Date,Event,Professional,Child seen\n01/02/2022,"{event}",{professional},{stated}\n',
        encoding="utf-8",
    )
    case = Case(
        children=(Child(label="Theo", subject=True),),
        declared=(Declared(file="log.csv", agency=agency, record_of="child"),),
    )
    return merge([path], case).entries[0].seen["Theo"]


DAY = "Theo ate all his tea and played with his Lego."


@pytest.mark.parametrize(
    "agency",
    [
        "Foster carer",
        "Foster carers' daily log",
        "Kinship carer",
        "Carer's diary",
        "FC log",
        "Special guardian's log",
        "Connected persons carers",
        "Supported lodgings host",
        "Prospective adopters",
        "Grandparent (SGO)",
        "Family and friends carer",
    ],
)
def test_who_sees_the_child_in_a_carers_own_log_is_the_carer(tmp_path: Path, agency: str) -> None:
    told = seen(tmp_path, agency, DAY)
    assert (told.value, told.by) == ("seen", f"carer: {agency}")


@pytest.mark.parametrize(
    "professional",
    [
        "Foster carer S Bell",
        "FC",
        "FCs",
        "Mrs A Bell FC",
        "Emergency carer",
        "Second carer",
        "Foster family",
        "Carer",
        "Mrs Bell (foster carer)",
        "Foster carer (sent to SSW)",
    ],
)
def test_or_whoever_writes_the_row_is_one(tmp_path: Path, professional: str) -> None:
    assert seen(tmp_path, "Fostering agency", DAY, professional).by == f"carer: {professional}"


def test_a_yes_in_the_carers_own_log_is_the_carers_too(tmp_path: Path) -> None:
    assert seen(tmp_path, "Foster carer", "Quiet day.", stated="Yes").by == "carer: Foster carer"


@pytest.mark.parametrize(
    "event",
    [
        "SW visited, Theo showed her his room.",
        "Theo seen by Dr Patel, chest clear.",
        "Health visitor came and weighed Theo.",
        "Took Theo to the dentist, two fillings done.",
        "Took Theo to GP, ear infection, antibiotics given.",
        "Theo seen at A&E after a fall, wrist X-rayed.",
        "Nurse did Theo's jabs, he was brave.",
        "Paramedics checked Theo over, all fine.",
        "Support worker took Theo swimming.",
        "Theo saw the dentist, all fine.",
        "SW here for the planning meeting, Theo joined for cake.",
        "SW visited, Theo showed her his room, next visit due in May.",
        "Nurse weighed Theo, who didn't like it.",
        "Theo met his new social worker, was shy.",
        "A&E with Theo, five hours. Theo seen, head injury advice given.",
    ],
)
def test_a_professional_who_came_is_none(tmp_path: Path, event: str) -> None:
    told = seen(tmp_path, "Foster carer", event)
    assert told.value == "seen"
    assert "carer" not in told.by


@pytest.mark.parametrize(
    "event",
    [
        "Social worker called about the review. Theo played out all afternoon.",
        "SW visited while Theo was at school. Theo ate well at tea.",
        "My support worker visited. Theo was in nursery. Theo clingy tonight.",
        "SW cancelled visit. Theo was angry and threw his shoes.",
        "SW attended the meeting. Theo at home with me made a cake.",
        "Therapist visited by Zoom. Theo lay on the rug and giggled.",
        "Health visitor didn't come. Theo crawled to the door.",
        "Theo played doctor and checked my heart.",
        "SW visit due tomorrow. Theo ate well and laughed.",
        "Met with SW about contact. Theo played with his cars.",
        "Teacher took me aside at the gate. Theo was sorry and hugged me.",
        "Teacher said Theo did well today. He was beaming at pick up.",
        "Took Theo to hospital to visit his nan. He held her hand.",
        "Guardian is to visit tomorrow. Theo excited and giggling.",
    ],
)
def test_a_professional_who_did_not_come_or_met_the_carer_only_did_not_see_the_child(
    tmp_path: Path, event: str
) -> None:
    told = seen(tmp_path, "Foster carer", event)
    assert (told.value, told.by) == ("seen", "carer: Foster carer")


@pytest.mark.parametrize(
    ("agency", "professional"),
    [
        ("Young carers' project", ""),
        ("Carers' support service", ""),
        ("Foster carers' group", ""),
        ("Fostering agency", ""),
        ("Fostering agency", "Supervising social worker"),
        ("Foster carer", "SSW J Hall"),
        ("Fostering agency", "Carer's SSW"),
        ("FC HV", ""),
        ("Fostering agency", "Carer Liaison Officer"),
        ("Fostering agency", "SW and foster carer"),
        ("Children's social care", "Support worker for foster carers"),
    ],
)
def test_who_works_with_carers_is_none(tmp_path: Path, agency: str, professional: str) -> None:
    assert "carer" not in seen(tmp_path, agency, DAY, professional).by


def test_a_clinic_to_which_a_carer_brings_the_child_sees_the_child(tmp_path: Path) -> None:
    told = seen(tmp_path, "Hospital", "Foster carer brought Theo to clinic, weighed.")
    assert (told.value, told.by) == ("seen", "")


@pytest.mark.parametrize(
    ("agency", "event", "words", "apart"),
    [
        ("Foster carer", DAY, "Seen (by a carer, from text)", 1),
        ("School", "Zoom. Theo waved.", "Seen (remote, from text)", 1),
        ("School", "Theo seen in class.", "Seen (from text)", 0),
    ],
)
def test_every_output_says_that_it_was_a_carer_or_a_screen(
    tmp_path: Path, agency: str, event: str, words: str, apart: int
) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f'Date,Event\n01/02/2022,"{event}"\n', encoding="utf-8")
    theo = Child(label="Theo", subject=True)
    told = Declared(file="log.csv", agency=agency, record_of="child")
    woven = merge([path], Case(children=(theo,), declared=(told,)))
    assert child_words(woven.entries[0], theo).split("\n")[0] == words
    assert _numbers(woven.entries[0], "Theo")[-1] == apart
