"""A family told in lines, in a text or a Word document, is read as a table is."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

import genogram
from chronology.findings import Unreadable
from tests.genogram.compositiontables import ties

LINES = [
    "Family composition",
    "Subject child: Ben Sample, 01/02/2020",
    "Mother: Jo Sample, DOB 12/03/1990, 1 Sample Road",
    "Father: Al Sample (deceased)",
    "Siblings: Lucy Sample (03/04/2017), Tom Sample 2018 and Ned",
    "Mother's partner: unknown",
]
TIES = {(c, "Al Sample + Jo Sample", "birth")
        for c in ("Ben Sample", "Lucy Sample", "Tom Sample", "Ned")}  # fmt: skip


def written(path: Path, lines: list[str]) -> Path:
    if path.suffix == ".docx":
        document = Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(path))
    else:
        path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["family.txt", "family.docx"])
def test_each_line_is_a_person_or_several(tmp_path: Path, name: str) -> None:
    family, findings = genogram.read(written(tmp_path / name, LINES))
    assert ties(family) == TIES
    people = {p.name: p for p in family.persons}
    assert people["Ben Sample"].subject
    born = {n: people[n].born for n in ("Ben Sample", "Jo Sample", "Lucy Sample", "Tom Sample")}
    assert [b and b.text for b in born.values()] == [
        "01/02/2020",
        "12/03/1990",
        "03/04/2017",
        "2018",
    ]
    assert people["Al Sample"].died
    assert "unknown" in people
    assert [h.address for h in family.households] == ["1 Sample Road"]
    said = next(f for f in findings if f.code == "family-from-lines")
    assert "Not read: line 1." in said.message


def test_several_in_one_line_and_children_without_a_subject(tmp_path: Path) -> None:
    line = "Mother: Jo Sample, 1990. Father: Al Sample. Children: Ben (2020), Lucy 03/04/2017."
    family, _ = genogram.read(written(tmp_path / "family.txt", [line]))
    assert [p.name for p in family.persons if p.subject] == ["Ben", "Lucy"]
    assert ties(family) == {(c, "Al Sample + Jo Sample", "birth") for c in ("Ben", "Lucy")}


def test_a_label_in_the_plural_heads_several_and_ages_are_kept(tmp_path: Path) -> None:
    lines = [
        "Child: Ben Sample",
        "Mother: Jo Sample née Pike",
        "Half-siblings: Pip (2 years) and Ned aged 4",
        "Foster carers: Fay Orme and Bob Orme",
        "Grandparents: Mr and Mrs Pike",
    ]
    family, _ = genogram.read(written(tmp_path / "family.txt", lines))
    assert [p.name for p in family.persons][1:] == [
        *("Jo Sample née Pike", "Pip", "Ned", "Fay Orme", "Bob Orme", "Mr and Mrs Pike"),
    ]
    assert ("Ben Sample", "Bob Orme + Fay Orme", "foster") in ties(family)
    assert [p.labels for p in family.persons if p.name in ("Pip", "Ned")] == [
        ("age as given: 2 years",),
        ("age as given: aged 4",),
    ]


def test_the_name_of_the_child_and_a_victims_husband_are_read(tmp_path: Path) -> None:
    lines = ["Child\u2019s name: Ben Sample", "Mother: Jo Sample"]
    family, _ = genogram.read(written(tmp_path / "family.txt", lines))
    assert ties(family) == {("Ben Sample", "Jo Sample", "birth")}
    lines = ["Victim: May Pike", "Husband: Ron Pike", "Sons: Stan and Bob"]
    family, _ = genogram.read(written(tmp_path / "family.txt", lines))
    assert ties(family) == {(c, "May Pike + Ron Pike", "birth") for c in ("Stan", "Bob")}


def test_a_child_told_among_the_children_too_is_one_and_nothing_goes_untold(tmp_path: Path) -> None:
    lines = ["Subject child: Ben", "Children: Ben (2020), Lucy", "Mother: Jo. Risk: high. MGM: Sue"]
    family, findings = genogram.read(written(tmp_path / "family.txt", lines))
    assert [p.name for p in family.persons] == ["Ben", "Lucy", "Jo", "Sue"]
    assert family.persons[0].born
    said = next(f.message for f in findings if f.code == "family-from-lines")
    assert said.endswith("Read in part: line 3. Told twice, read once: Ben.")


@pytest.mark.parametrize(
    "lines",
    [
        ["Mother: Jo attended the meeting. Father: Al did not come.", "Child: Seen at school"],
        ["Child: Ben Sample", "Mother: Not seen", "Father: Absent"],
        ["Child: Happy and well presented", "Mother: Engaged with services"],
        ["Mother: said that she was well", "Father: did not attend", "Outcome: none"],
        ["Mother: Jo Sample"],
        ["Mother: Jo Sample", "Child: Ben Sample", *["The family moved, it is said."] * 9],
        ["Outcome: none", "Action: call"],
    ],
)
def test_other_texts_are_refused(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(Unreadable):
        genogram.read(written(tmp_path / "notes.txt", lines))
