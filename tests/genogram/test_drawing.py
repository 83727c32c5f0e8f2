"""What is written: whole, the same each time, with text that stays text."""

from __future__ import annotations

import datetime as dt
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest

import genogram
from chronology.findings import CaseweaveError
from genogram.drawing import picture
from genogram.model import (
    Family,
    Household,
    Parentage,
    Person,
    Relationship,
    RelationshipKind,
    Residence,
    Union,
)
from genogram.picture.marks import Outline, Picture, Stretch, Words
from genogram.picture.rendering import print_points, render
from genogram.symbols import PROFILES, Shape
from genogram.view.as_of import as_of
from genogram.view.naming import Names
from tests.genogram.svgread import read_svg

FAMILIES = Path(__file__).parent / "families"
EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour-lane" / "family.xlsx"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf", ".dot", ".json"])
def test_the_same_family_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    family, _ = genogram.read(FAMILIES / "stepdaughter.json")
    for name in ("a", "b"):
        genogram.draw(genogram.lay_out(family), tmp_path / f"{name}{suffix}")
    first, second = ((tmp_path / f"{name}{suffix}").read_bytes() for name in "ab")
    assert first == second
    assert len(first) > 500


@pytest.mark.parametrize("notation", PROFILES)
def test_every_person_union_child_and_household_stands_in_the_svg(
    tmp_path: Path, notation: str
) -> None:
    family, _ = genogram.read(FAMILIES / "partners.json")
    path = tmp_path / "g.svg"
    genogram.draw(genogram.lay_out(family), path, notation=notation)
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    ids = {element.get("id") for element in root.iter()}
    assert {f"person-{p.id}" for p in family.persons} <= ids
    assert {f"union-{u.id}" for u in family.unions if len(u.partners) == 2} <= ids
    assert {f"child-{k.child}-of-{k.union}" for k in family.parents} <= ids
    assert {f"household-Home-{n + 1}" for n in range(len(family.households))} <= ids
    assert sum(str(i).startswith("person-") for i in ids) == len(family.persons)


def test_names_with_markup_or_80_letters_stay_text(tmp_path: Path) -> None:
    family, _ = genogram.read(FAMILIES / "names.json")
    path = tmp_path / "g.svg"
    genogram.draw(genogram.lay_out(family), path)
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    words = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert "<b>Bob &" in words
    assert any(w.startswith("Aaaa") for w in words)
    assert not list(root.iter(f"{SVG}b"))


def test_the_svg_speaks_its_title_and_description(tmp_path: Path) -> None:
    family, _ = genogram.read(FAMILIES / "care.json")
    path = tmp_path / "g.svg"
    genogram.draw(genogram.lay_out(family), path, title="The Sample family")
    text = path.read_text(encoding="utf-8")
    assert '<title id="genogram-title">The Sample family</title>' in text
    assert "Foster Child (fostered)" in text


def test_an_unknown_suffix_is_refused_in_plain_words(tmp_path: Path) -> None:
    layout = genogram.lay_out(genogram.read(FAMILIES / "alone.json")[0])
    with pytest.raises(CaseweaveError, match="cannot be written as"):
        genogram.draw(layout, tmp_path / "g.gif")


def test_on_a_day_only_what_had_begun_is_drawn() -> None:
    family, _ = genogram.read(FAMILIES / "partners.json")
    then = as_of(family, dt.date(2012, 6, 1))
    names = {p.id for p in then.persons}
    assert "A" in names
    assert not names & {"T1", "T2", "C", "U", "S"}
    assert {u.id: u.kind.value for u in then.unions}["u2"] == "married"
    assert "GF" in names


def test_initials_leave_no_name_in_what_the_drawing_says_of_itself(tmp_path: Path) -> None:
    family, _ = genogram.read(EXAMPLE)
    layout = genogram.lay_out(family, effort=1, names=Names.INITIALS)
    genogram.draw(layout, tmp_path / "x.svg")
    told = (tmp_path / "x.svg").read_text(encoding="utf-8")
    names = [p.name for p in family.persons if " " in p.name]
    assert names
    assert [name for name in names if name in told] == []


@pytest.mark.parametrize("suffix", [".svg", ".dot"])
def test_no_address_stands_anywhere_in_a_drawing_unless_asked_for(
    tmp_path: Path, suffix: str
) -> None:
    family, _ = genogram.read(EXAMPLE)
    addresses = {word for h in family.households for word in (h.address, h.id)}
    path = tmp_path / f"x{suffix}"
    genogram.draw(genogram.lay_out(genogram.shown(family), effort=1), path)
    told = path.read_text(encoding="utf-8")
    assert "5 Ropewalk Court" in addresses
    assert [a for a in addresses if a in told] == []
    genogram.draw(genogram.lay_out(genogram.shown(family, addresses=True), effort=1), path)
    assert "5 Ropewalk Court" in path.read_text(encoding="utf-8")


def test_a_png_says_that_it_has_300_dots_an_inch(tmp_path: Path) -> None:
    genogram.draw(genogram.lay_out(genogram.read(FAMILIES / "alone.json")[0]), tmp_path / "g.png")
    made = (tmp_path / "g.png").read_bytes()
    at = made.index(b"pHYs")
    assert int.from_bytes(made[at + 4 : at + 8]) == 11811  # dots a metre
    assert zlib.crc32(made[at : at + 13]) == int.from_bytes(made[at + 13 : at + 17])


@pytest.mark.parametrize("names", [Names.INITIALS, Names.ROLES])
def test_without_names_neither_ids_nor_what_is_said_of_people_holds_one(
    tmp_path: Path, names: Names
) -> None:
    family = Family(
        persons=(
            Person(id="Ann Example", name="Ann Example", role="Mother"),
            Person(id="Bob Example", name="Bob Example", role="Child", subject=True),
        ),
        unions=(Union(id="Ann Example+", partners=("Ann Example",)),),
        parents=(
            Parentage(
                child="Bob Example", union="Ann Example+", responsibility="Ann Example alone"
            ),
        ),
        relationships=(
            Relationship(
                source="Ann Example",
                target="Bob Example",
                kind=RelationshipKind.CLOSE,
                reference="statement of Ann Example",
            ),
        ),
    )
    layout = genogram.lay_out(genogram.shown(family, list(genogram.Show)), names=names)
    genogram.draw(layout, tmp_path / "x.svg")
    told = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert "Example" not in told
    assert "alone" in told


def test_lines_of_many_points_and_very_long_words_are_drawn(tmp_path: Path) -> None:
    made = Picture(title="T", box=(0, 0, 6000, 100))
    zigzag = tuple((float(n), 50.0 + n % 2) for n in range(5000))
    made.marks.append(Stretch(points=zigzag, id="long"))
    made.marks.append(Outline(shape=Shape.CIRCLE, x=50, y=50, size=20, tip="word " * 9000))
    render(made, tmp_path / "x.svg")
    found = read_svg(tmp_path / "x.svg", 0, 100)
    drawn = [point for line in found.of("long").values() for (part,) in [line] for point in part]
    assert len(set(drawn)) == len(zigzag)


def test_an_address_too_long_for_its_outline_stands_in_full_under_the_key() -> None:
    address = "Flat 2, The Old Sample House, behind the Invented Inn, Long Fictional Lane, Madeup"
    house = Household(id="h", address=address, members=(Residence(person="p"),))
    family = Family(persons=(Person(id="p", name="P"),), households=(house,))
    marks = picture(genogram.lay_out(genogram.shown(family, addresses=True))).marks
    words = [m.text for m in marks if isinstance(m, Words)]
    assert f"In full: {address}." in " ".join(words)


def test_a_picture_too_large_for_any_program_is_refused_in_plain_words(tmp_path: Path) -> None:
    made = Picture(title="T", box=(0, 0, 60_000, 100))
    with pytest.raises(CaseweaveError, match="13 metres wide"):
        render(made, tmp_path / "x.png")
    made.box = (0, 0, 16_000, 100)
    render(made, tmp_path / "x.png")
    told = (tmp_path / "x.png").read_bytes()
    at = told.index(b"pHYs")
    assert int.from_bytes(told[at + 4 : at + 8]) == round(225 / 0.0254)


@pytest.mark.parametrize(("name", "beside"), [("cousins", True), ("care", False)])
def test_the_key_stands_beside_a_tall_drawing_that_prints_larger_so(
    name: str, beside: bool
) -> None:
    family, _ = genogram.read(FAMILIES / f"{name}.json")
    layout = genogram.lay_out(family)
    made = picture(layout)
    (key,) = [m for m in made.marks if isinstance(m, Words) and m.id == "key"]
    assert (key.x > layout.size[2]) is beside
    assert (key.y > layout.size[3]) is not beside
    assert print_points(made, "a4") > 7.5
