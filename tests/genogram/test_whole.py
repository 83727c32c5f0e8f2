"""Each kind of family, read back from its SVG: all of it is in the drawing, and nothing else."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import genogram
from genogram.drawing import picture
from genogram.kin import kin_of, of_one_blood
from genogram.model import Family, Household, LinkKind, Person, Pregnancy, Residence, UnionKind
from genogram.picture.marks import Words
from genogram.picture.rendering import render
from genogram.placing.labels import union_words
from genogram.placing.layout_parts import Box, Layout, Line, LineKind, overlap
from genogram.placing.lettering import clean, width
from genogram.symbols import LINK_MARK, PROFILES, SLASHES
from tests.genogram.hundredpeople import hundred
from tests.genogram.parentsread import inside, parents_drawn
from tests.genogram.svgread import Drawn, read_svg

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "harbour-lane" / "family.xlsx"
FAMILIES = (
    "harbour-lane",  # the example case
    "several-fathers",  # a mother with more than three partners
    "partners",  # twins, a stillbirth, an unknown father
    "losses-and-triplets",
    "foster-care",  # a placement across the page, an unknown father
    "cousin-marriages",
    "four-generations",  # in one household
    "hundred",
)
EACH = [
    (family, notation)
    for family in FAMILIES
    for notation in PROFILES
    if family != "hundred" or notation == "uk-ics"
]
each = pytest.mark.parametrize(("name", "notation"), EACH)


@cache
def laid_out(name: str) -> Layout:
    if name == "hundred":
        return genogram.lay_out(hundred(), effort=1)
    path = EXAMPLE if name == "harbour-lane" else HERE / "families" / f"{name}.json"
    family, _ = genogram.read(path)
    return genogram.lay_out(replace(family, relationships=()), effort=10)


@cache
def drawn(name: str, notation: str, folder: Path) -> Drawn:
    made = picture(laid_out(name), profile=PROFILES[notation], title=name)
    render(made, folder / f"{name}-{notation}.svg")
    return read_svg(folder / f"{name}-{notation}.svg", made.box[0], made.box[3])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drawings")


@each
def test_everybody_has_one_symbol_in_their_place(name: str, notation: str, folder: Path) -> None:
    layout, found = laid_out(name), drawn(name, notation, folder)
    assert set(found.symbols) == {p.id for p in layout.family.persons}
    for node in layout.nodes:
        (place,) = found.symbols[node.id]
        assert place[0] == pytest.approx(node.x, abs=0.6)
        assert node.top <= place[1] <= node.top + node.symbol


@each
def test_every_partnership_has_its_line_from_one_partner_to_the_other(
    name: str, notation: str, folder: Path
) -> None:
    layout, found = laid_out(name), drawn(name, notation, folder)
    couples = {u.id: u for u in layout.family.unions if len(u.partners) == 2}
    lines = found.of("union-")
    assert set(lines) == {f"union-{u}" for u in couples}
    nodes = {n.id: n for n in layout.nodes}
    for union in couples.values():
        (line,) = lines[f"union-{union.id}"]
        ends = sorted(line[:: len(line) - 1])
        for end, partner in zip(
            ends, sorted(union.partners, key=lambda p: nodes[p].x), strict=True
        ):
            node = nodes[partner]
            assert abs(end[0] - node.x) <= node.symbol / 2 + 1
            assert node.top <= end[1] <= node.bottom + 1


@each
def test_lines_of_descent_read_back_to_the_parents_recorded_and_no_others(
    name: str, notation: str, folder: Path
) -> None:
    layout, found = laid_out(name), drawn(name, notation, folder)
    kinds = tuple(f"{kind.value}-" for kind in LineKind)
    lines = [p for paths in found.of("union-", "child-", *kinds).values() for p in paths]
    read = replace(layout, lines=tuple(Line(kind=LineKind.BAR, union="", points=p) for p in lines))
    assert parents_drawn(read) == parents_recorded(layout.family)
    assert set(found.of("child-")) == {
        f"child-{k.child}-of-{k.union}" for k in layout.family.parents
    }


def parents_recorded(family: Family) -> set[tuple[str, str]]:
    partners = {u.id: u.partners for u in family.unions}
    return {(parent, k.child) for k in family.parents for parent in partners[k.union]}


@each
def test_every_household_is_drawn_round_its_members_and_nobody_else(
    name: str, notation: str, folder: Path
) -> None:
    layout, found = laid_out(name), drawn(name, notation, folder)
    rings = found.of("household-")
    assert len(rings) == len(layout.family.households)
    for house in layout.family.households:
        within = {
            person
            for person, (place,) in found.symbols.items()
            for ring in rings[f"household-{'-'.join(house.label.split())}"]
            if inside(ring, place)
        }
        assert within == set(house.people())
        assert any(word.startswith(house.label) for word, _, _ in found.words)


@each
def test_nothing_else_is_drawn(name: str, notation: str, folder: Path) -> None:
    layout, found = laid_out(name), drawn(name, notation, folder)
    beside, below = next((x, y) for word, x, y in found.words if word.startswith("Key: "))

    def outside_key(*points: tuple[float, float]) -> bool:
        return max(x for x, _ in points) < beside - 14 or max(y for _, y in points) < below - 14

    lines = [line for of in found.of("line-").values() for line in of if outside_key(*line)]
    lost = {p.id for p in layout.family.persons if p.pregnancy not in (None, Pregnancy.UNBORN)}
    dead = sum(bool(p.died) and p.id not in lost for p in layout.family.persons)
    dead += sum(p.pregnancy in PROFILES[notation].struck for p in layout.family.persons)
    crosses = dead * (1 if PROFILES[notation].deceased_slash else 2)
    arms = sum(PROFILES[notation].losses[p.pregnancy].value == "cross"
               for p in layout.family.persons if p.pregnancy)  # fmt: skip
    slashes = sum(SLASHES.get(u.kind, 0) for u in layout.family.unions if len(u.partners) == 2)
    second = len(of_one_blood(kin_of(layout.family))) * PROFILES[notation].kin_doubled
    assert len(lines) == crosses + arms + slashes + second
    texts = [word for word, x, y in found.words if outside_key((x, y))]
    assert sorted(texts) == sorted(texts_expected(layout, name, found))


def texts_expected(layout: Layout, name: str, found: Drawn) -> list[str]:
    """Labels, years that found room, letters at children's lines, names of homes, the title."""
    labels = [line.text for node in layout.nodes for line in node.label]
    homes = [o.label for o in layout.outlines]
    marks = [LINK_MARK[k.kind] for k in layout.family.parents if k.kind in LINK_MARK]
    inside = [word for word, x, y in found.words if word in ("?", "P") and in_symbol(layout, x, y)]
    said = {word for word, _, _ in found.words}
    years = []
    for union in layout.family.unions:
        words = union_words(union)
        words = f"? {words}".strip() if union.kind is UnionKind.UNKNOWN else words
        if words and len(union.partners) == 2 and words in said:
            years.append(words)
    return [*labels, *homes, *marks, *inside, *years, name]


def in_symbol(layout: Layout, x: float, y: float) -> bool:
    return any(abs(x - n.x) < n.symbol / 2 and n.top < y < n.top + n.symbol for n in layout.nodes)


@each
def test_kinds_of_lines_differ_as_the_notation_says(name: str, notation: str, folder: Path) -> None:
    layout, found = laid_out(name), drawn(name, notation, folder)
    profile = PROFILES[notation]
    for union in layout.family.unions:
        if len(union.partners) == 2:
            dashed = bool(found.dashes[f"union-{union.id}"])
            assert dashed is (profile.unions[union.kind].value != "solid")
    for link in layout.family.parents:
        dashed = bool(found.dashes[f"child-{link.child}-of-{link.union}"])
        assert dashed is (profile.links[link.kind].value != "solid")


@pytest.mark.parametrize("name", FAMILIES)
def test_no_words_lie_on_other_words(name: str) -> None:
    words = [m for m in picture(laid_out(name)).marks if isinstance(m, Words)]
    met = [
        (a.text, b.text) for a, b in itertools.combinations(words, 2) if overlap(room(a), room(b))
    ]
    assert met == []


def room(words: Words) -> Box:
    """The room that letters take, a little less than their line."""
    wide, tall = width(words.text, words.size, bold=words.bold), words.size * 0.4
    left = words.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * wide
    return left, words.y - tall, left + wide, words.y + tall


def test_the_families_hold_what_they_are_there_for() -> None:
    kinds = {k.kind for name in FAMILIES for k in laid_out(name).family.parents}
    assert {LinkKind.BIRTH, LinkKind.FOSTER, LinkKind.ADOPTED} <= kinds
    persons = [p for name in FAMILIES for p in laid_out(name).family.persons]
    assert {p.pregnancy for p in persons} == {None, *Pregnancy}
    assert any(p.twin and p.identical for p in persons)
    assert any(clean(p.name).casefold() == "unknown father" for p in persons)
    assert len(laid_out("hundred").family.persons) == 100


NASTY = st.text(
    st.one_of(
        st.characters(blacklist_categories=("Cs",)),
        st.sampled_from("<>&\"'\\\n\t{}|%$#;"),
    ),
    min_size=1,
    max_size=80,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(name=NASTY, role=NASTY, address=NASTY)
def test_any_name_role_and_address_stays_text(
    folder: Path, name: str, role: str, address: str
) -> None:
    house = Household(id="h", address=address, members=(Residence(person="p"),))
    family = Family(persons=(Person(id="p", name=name, role=role),), households=(house,))
    layout = genogram.lay_out(genogram.shown(family, addresses=True))
    made = picture(layout, title=name)
    render(made, folder / "nasty.svg")
    found = read_svg(folder / "nasty.svg", made.box[0], made.box[3])
    assert list(found.symbols) == ["p"]
    told = [word for word, _, _ in found.words]
    label = [line.text for node in layout.nodes for line in node.label if line.text.strip()]
    assert [word for word in label if word not in told] == []
    root = ElementTree.fromstring((folder / "nasty.svg").read_text(encoding="utf-8"))
    known = {"svg", "g", "title", "desc", "path", "text", "polygon", "polyline", "ellipse", "a"}
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= known
