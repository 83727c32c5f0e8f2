"""What a reader could take for something else: lines that seem to join, letters on letters."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from pathlib import Path

import pytest

import genogram
from chronology.dates import parse_when
from genogram.drawing import picture
from genogram.formats.data import from_data
from genogram.model import Family, LinkKind, Parentage, Person, Union
from genogram.picture.marks import Outline, Stretch, Words
from genogram.picture.missing_letters import boxed
from genogram.picture.rendering import render
from genogram.placing.layout_parts import Layout, Line, LineKind, Point
from genogram.placing.lettering import width
from genogram.symbols import LINK_MARK, PROFILES, UK_ICS, Stroke
from tests.genogram.svgread import read_svg

FAMILIES = sorted((Path(__file__).parent / "families").glob("*.json"))
HOMES = [*FAMILIES, *sorted(Path("examples").glob("*/family.xlsx"))]


def family_of(partners: dict[str, str], children: list[tuple[str, str, str]]) -> Layout:
    """Unions as 'jo ann' by id with kinds of tie: (child, union, kind)."""
    people = sorted({p for names in partners.values() for p in names.split()})
    people += sorted({child for child, _, _ in children} - set(people))
    told = {
        "persons": [{"id": p, "name": p.title(), "sex": "M" if p < "m" else "F"} for p in people],
        "unions": [
            {"id": u, "partners": names.split(), "kind": "brief"} for u, names in partners.items()
        ],
        "parents": [{"child": c, "union": u, "kind": k} for c, u, k in children],
    }
    return genogram.lay_out(from_data(told, "family.json")[0])


@pytest.fixture(scope="module")
def placements() -> Layout:
    """A child of two parents who was with four carers."""
    partners = {"b": "al mo", **{f"u{n}": f"carer{n}" for n in range(4)}}
    ties = [("kit", f"u{n}", kind) for n, kind in enumerate(("foster", "foster", "step", "foster"))]
    return family_of(partners, [("kit", "b", "birth"), *ties])


@pytest.fixture(scope="module")
def fathers() -> Layout:
    """A mother of six children by six men."""
    men = [f"ben{n}" for n in range(6)]
    partners = {f"u{n}": f"mo {man}" for n, man in enumerate(men)}
    return family_of(partners, [(f"kit{n}", f"u{n}", "birth") for n in range(6)])


def level(line: Line) -> tuple[float, float, float]:
    """Height, left and right of the longest level stretch of a line."""
    pairs = [(a, b) for a, b in itertools.pairwise(line.points) if abs(a[1] - b[1]) < 0.1]
    a, b = max(pairs, key=lambda pair: abs(pair[0][0] - pair[1][0]))
    return a[1], min(a[0], b[0]), max(a[0], b[0])


def test_lines_to_two_partners_never_look_like_one_line_between_them(fathers: Layout) -> None:
    lines = [k for k in fathers.lines if k.kind is LineKind.PARTNERS and len(k.points) > 2]
    assert len(lines) > 2
    for one, two in itertools.combinations(map(level, lines), 2):
        if abs(one[0] - two[0]) < 1:
            assert max(one[1], two[1]) - min(one[2], two[2]) >= 18


def test_every_letter_at_a_childs_lines_can_be_read(placements: Layout) -> None:
    marks = picture(placements, profile=UK_ICS).marks
    letters = [
        m for m in marks if isinstance(m, Words) and m.text in LINK_MARK.values() and m.boxed
    ]
    assert sorted(m.text for m in letters) == ["F", "F", "F", "S"]
    for one, two in itertools.combinations(letters, 2):
        assert abs(one.x - two.x) >= 10 or abs(one.y - two.y) >= 10
    bars = [level(k)[0] for k in placements.lines if k.kind is LineKind.BAR]
    assert all(m.y > max(bars) + 1 for m in letters)


def test_a_bar_that_holds_placements_alone_is_a_broken_line() -> None:
    made = family_of(
        {"b": "al mo", "u": "ann bo"},
        [
            *(("kit", "b", "birth"), ("pip", "b", "birth")),
            *(("kit", "u", "guardian"), ("pip", "u", "foster")),
        ],
    )
    (bar,) = [k for k in made.lines if k.kind is LineKind.BAR and k.union == "u"]
    assert bar.link in (LinkKind.FOSTER, LinkKind.GUARDIAN)


def test_a_broken_line_is_whole_at_its_ends_and_corners(fathers: Layout, tmp_path: Path) -> None:
    made = picture(fathers, profile=UK_ICS)
    render(made, tmp_path / "family.svg")
    found = read_svg(tmp_path / "family.svg", made.box[0], made.box[3])
    whole = [p for name in found.lines if name.startswith("joint-") for p in found.lines[name][0]]
    broken = [m for m in made.marks if isinstance(m, Stretch) and m.stroke is Stroke.DASHED]
    assert broken
    for mark in broken:
        for x, y in mark.points:
            assert any(abs(x - a) < 0.6 and abs(y - b) < 0.6 for a, b in whole)


@pytest.mark.parametrize(
    ("identical", "said"),
    [(True, "Identical twins"), (None, "Twins, not recorded as identical")],
)
def test_the_key_explains_the_fork_of_twins(identical: bool | None, said: str) -> None:
    told = {
        "persons": [{"id": "mo"}]
        + [{"id": k, "twin": "t", "identical": identical} for k in ("kit", "pip")],
        "unions": [{"id": "u", "partners": ["mo"]}],
        "parents": [{"child": k, "union": "u"} for k in ("kit", "pip")],
    }
    family, _ = from_data(told, "family.json")
    words = [m.text for m in picture(genogram.lay_out(family)).marks if isinstance(m, Words)]
    assert [w for w in words if "twins" in w.casefold()] == [said]


@pytest.mark.parametrize(
    ("identical", "bars", "said"),
    [
        ([True, None], 1, ["Identical twins"]),
        ([True, False], 0, ["Twins, not recorded as identical"]),
        ([True, True, None], 1, ["Identical twins", "Triplets, not recorded as identical"]),
        ([True, None, True], 1, ["Identical twins", "Triplets, not recorded as identical"]),
        ([True, None, None], 0, ["Triplets, not recorded as identical"]),
        ([True, True, True], 2, ["Identical triplets"]),
    ],
)
def test_a_bar_joins_those_alone_who_are_recorded_as_identical(
    identical: list[bool | None], bars: int, said: list[str]
) -> None:
    kids = [{"id": f"k{n}", "twin": "t", "identical": one} for n, one in enumerate(identical)]
    told = {
        "persons": [{"id": "mo"}, *kids],
        "unions": [{"id": "u", "partners": ["mo"]}],
        "parents": [{"child": k["id"], "union": "u"} for k in kids],
    }
    layout = genogram.lay_out(from_data(told, "family.json")[0])
    assert [line.kind for line in layout.lines].count(LineKind.TWINS) == bars
    words = [m.text for m in picture(layout).marks if isinstance(m, Words)]
    assert [w for w in words if "identical" in w.casefold()] == said


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        ("uk-ics", [("cross", 0), ("cross", 0), ("cross", 0)]),
        ("mcgoldrick", [("square", 2), ("dot", 0), ("cross", 0)]),
        ("nsgc", [("square", 1), ("triangle", 0), ("triangle", 1)]),
    ],
)
def test_each_loss_has_the_symbol_and_strokes_of_its_notation(
    notation: str, told: list[tuple[str, int]]
) -> None:
    lost = ["stillbirth", "miscarriage", "termination"]
    family = {
        "persons": [{"id": "mo"}, *({"id": k, "sex": "M", "pregnancy": k} for k in lost)],
        "unions": [{"id": "u", "partners": ["mo"]}],
        "parents": [{"child": k, "union": "u"} for k in lost],
    }
    layout = genogram.lay_out(from_data(family, "family.json")[0])
    marks = picture(layout, profile=PROFILES[notation]).marks
    symbols = {m.id: m for m in marks if isinstance(m, Outline) and m.id}
    found = []
    for kind in lost:
        symbol = symbols[f"person-{kind}"]
        strokes = [
            m
            for m in marks
            if isinstance(m, Stretch)
            and m.weight == 1.0
            and all(abs(x - symbol.x) < 26 and abs(y - symbol.y) < 26 for x, y in m.points)
        ]
        found.append((symbol.shape.value, len(strokes)))
    assert found == told


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        ("uk-ics", [("triangle", ""), ("triangle", "")]),
        ("mcgoldrick", [("triangle", ""), ("triangle", "")]),
        ("nsgc", [("square", "P"), ("diamond", "P")]),
    ],
)
def test_an_unborn_child_has_the_symbol_and_letter_of_its_notation(
    notation: str, told: list[tuple[str, str]]
) -> None:
    family = {
        "persons": [{"id": "mo"}, *({"id": s, "sex": s, "pregnancy": "unborn"} for s in "MU")],
        "unions": [{"id": "u", "partners": ["mo"]}],
        "parents": [{"child": k, "union": "u"} for k in "MU"],
    }
    layout = genogram.lay_out(from_data(family, "family.json")[0])
    marks = picture(layout, profile=PROFILES[notation]).marks
    symbols = {m.id: m for m in marks if isinstance(m, Outline) and m.id}
    found = [symbols["person-M"], symbols["person-U"]]
    assert [(m.shape.value, m.inside) for m in found] == told


def test_a_stillborn_child_is_as_large_as_anybody_in_a_pedigree_and_small_in_a_genogram() -> None:
    family = {
        "persons": [{"id": "mo"}, {"id": "s", "sex": "M", "pregnancy": "stillbirth"}],
        "unions": [{"id": "u", "partners": ["mo"]}],
        "parents": [{"child": "s", "union": "u"}],
    }
    layout = genogram.lay_out(from_data(family, "family.json")[0])
    for notation, small in (("nsgc", False), ("mcgoldrick", True)):
        marks = picture(layout, profile=PROFILES[notation]).marks
        size = {m.id: m.size for m in marks if isinstance(m, Outline) and m.id}
        assert (size["person-s"] < size["person-mo"]) is small


@pytest.mark.parametrize(
    ("births", "said"),
    [
        (["a a a"], "Triplets, not recorded as identical"),
        (["a a", "b b b"], "Twins or triplets, not recorded as identical"),
        (["a a a a"], "Children of one birth, not recorded as identical"),
    ],
)
def test_the_key_calls_triplets_triplets(births: list[str], said: str) -> None:
    twins = [group for birth in births for group in birth.split()]
    told = {
        "persons": [{"id": "mo"}] + [{"id": f"k{n}", "twin": t} for n, t in enumerate(twins)],
        "unions": [{"id": "u", "partners": ["mo"]}],
        "parents": [{"child": f"k{n}", "union": "u"} for n in range(len(twins))],
    }
    family, _ = from_data(told, "family.json")
    words = [m.text for m in picture(genogram.lay_out(family)).marks if isinstance(m, Words)]
    assert said in words


@pytest.mark.parametrize(
    ("kind", "role", "mark", "said"),
    [
        ("donor", "", "D", "Donor or surrogate, no partnership"),
        ("unknown", "Sperm donor", "D", "Donor or surrogate, no partnership"),
        ("unknown", "surrogate mother", "D", "Donor or surrogate, no partnership"),
        ("unknown", "father", "?", "Partnership, kind not recorded"),
        ("brief", "donor", "", "Transitory relationship"),
    ],
)
def test_a_donor_or_surrogate_is_no_partner(kind: str, role: str, mark: str, said: str) -> None:
    told = {
        "persons": [{"id": "mo", "sex": "F"}, {"id": "d", "sex": "M", "role": role},
                    {"id": "k", "name": "Kit", "sex": "F", "subject": True}],
        "unions": [{"id": "u", "partners": ["mo", "d"], "kind": kind}],
        "parents": [{"child": "k", "union": "u"}],
    }  # fmt: skip
    family, _ = from_data(told, "family.json")
    layout = genogram.lay_out(genogram.shown(family))
    words = [m.text for m in picture(layout).marks if isinstance(m, Words)]
    assert {"D", "?"} & {*words} == ({mark} if mark else set())
    assert said in {word.rstrip("*").strip() for word in words}
    donation = "by donation or surrogacy, no partnership: child Kit."
    assert (donation in genogram.describe(layout.family)) is (mark == "D")


def test_only_letters_that_no_font_has_are_told_to_be_boxes() -> None:
    told = {"persons": [{"id": "p", "name": "Оксана Nguyễn \U0010fff0 כהן"}]}
    family, _ = from_data(told, "family.json")
    assert boxed(picture(genogram.lay_out(family))) == ("U+10FFF0",)


@pytest.mark.parametrize("path", FAMILIES)
def test_outlines_of_homes_run_beside_the_lines_of_the_family(path: Path) -> None:
    family, _ = genogram.read(path)
    layout = genogram.lay_out(family, effort=10)
    lines = [pair for line in layout.lines for pair in itertools.pairwise(line.points)]
    rings = [ring for outline in layout.outlines for ring in outline.rings]
    edges = [pair for ring in rings for pair in itertools.pairwise((*ring, ring[0]))]
    together = sum(length for a, b in edges for c, d in lines if (length := shared(a, b, c, d)) > 6)
    assert together < 50


@pytest.mark.parametrize("path", HOMES)
@pytest.mark.parametrize("on", [None, dt.date(2015, 6, 1), dt.date(2019, 6, 1)])
def test_the_name_of_a_home_stands_on_no_line_and_on_no_homes_outline(
    path: Path, on: dt.date | None
) -> None:
    family, _ = genogram.read(path)
    layout = genogram.lay_out(family, on, effort=5)
    rings = [(*ring, ring[0]) for outline in layout.outlines for ring in outline.rings]
    lines = [line.points for line in layout.lines]
    pairs = [pair for points in (*lines, *rings) for pair in itertools.pairwise(points)]
    for name in picture(layout).marks:
        if isinstance(name, Words) and name.id.startswith("name-"):
            half = width(name.text, name.size) / 2
            for (ax, ay), (bx, by) in pairs:
                beside = max(ax, bx) < name.x - half or min(ax, bx) > name.x + half
                assert beside or max(ay, by) < name.y - 4 or min(ay, by) > name.y + 4, name.text


def shared(a: Point, b: Point, c: Point, d: Point) -> float:
    """How far two lines run together so near to each other that they look like one."""
    for k in (0, 1):
        if abs(a[k] - b[k]) < 0.1 and abs(c[k] - d[k]) < 0.1 and abs(a[k] - c[k]) < 2:
            starts, ends = zip(
                *(sorted((p[1 - k], q[1 - k])) for p, q in ((a, b), (c, d))), strict=True
            )
            return min(ends) - max(starts)
    return 0.0


def test_adopted_twins_hang_on_broken_lines_that_reach_their_symbols() -> None:
    told = {
        "persons": [{"id": p, "sex": "F"} for p in ("mo", "ann", "bea")]
        + [{"id": k, "sex": "F", "twin": "t"} for k in ("kit", "pip")],
        "unions": [{"id": "b", "partners": ["mo"]}, {"id": "u", "partners": ["ann", "bea"]}],
        "parents": [{"child": k, "union": "b"} for k in ("kit", "pip")]
        + [{"child": k, "union": "u", "kind": "adopted"} for k in ("kit", "pip")],
    }
    layout = genogram.lay_out(from_data(told, "family.json")[0])
    lines = [k for k in layout.lines if k.kind is LineKind.RISER]
    assert {k.link for k in lines if k.union == "u"} == {LinkKind.ADOPTED}
    nodes = {n.id: n for n in layout.nodes}
    for line in lines:
        if line.child:
            (x, y), node = line.points[-1], nodes[line.child]
            assert math.dist((x, y), (node.x, node.middle)) == pytest.approx(node.symbol / 2, abs=1)


def test_a_line_never_steps_aside_by_a_hair() -> None:
    family, _ = genogram.read(Path(__file__).parent / "families" / "kinship-care.json")
    bars = [k for k in genogram.lay_out(family, effort=10).lines if k.kind is LineKind.BAR]
    spans = [right - left for _, left, right in map(level, bars)]
    assert spans
    assert min(spans) > 1


def test_a_lone_parents_line_runs_between_those_to_partners_left_and_right() -> None:
    partners = {f"u{n}": f"mo {man}" for n, man in enumerate(("al", "ben", "cy", "dan"))}
    made = family_of(
        {**partners, "own": "mo"}, [(f"kit{u}", u, "birth") for u in (*partners, "own")]
    )
    (drop,) = [k for k in made.lines if k.kind is LineKind.DROP and k.union == "own"]
    under = [k for k in made.lines if k.kind is LineKind.PARTNERS and len(k.points) > 2]
    assert under
    for bracket in under:
        _, left, right = level(bracket)
        assert not left < drop.points[0][0] < right


def test_years_that_find_no_room_at_a_line_stand_under_the_key() -> None:
    men, kits = [f"ben{n}" for n in range(6)], [f"kit{n}" for n in range(6)]
    time = {"kind": "cohabiting", "start": "about 1990", "end": "about 2001"}
    told = {
        "persons": [{"id": p, "name": p.title()} for p in ("mo", *men, *kits)],
        "unions": [{"id": f"u{n}", "partners": ["mo", man], **time} for n, man in enumerate(men)],
        "parents": [{"child": kit, "union": f"u{n}"} for n, kit in enumerate(kits)],
    }
    family, _ = from_data(told, "family.json")
    words = [m.text for m in picture(genogram.lay_out(family)).marks if isinstance(m, Words)]
    notes = [w for w in words if w.endswith(", cohabiting from about 1990 to about 2001.")]
    assert notes
    assert all(note.startswith("Mo and Ben") for note in notes)
    assert len(notes) + words.count("about 1990 to about 2001") == len(men)


def test_nsgc_joins_partners_related_by_blood_by_two_lines_and_says_so() -> None:
    cousins = {"g": "al mo", "a": "ben zoe", "b": "cy nan", "c": "dan pia"}
    ties = [("ben", "g"), ("nan", "g"), ("dan", "a"), ("pia", "b"), ("kit", "c")]
    for kind, several in (("birth", 2), ("adopted", 1)):
        layout = family_of(cousins, [(c, u, "birth" if u != "g" else kind) for c, u in ties])
        for name, lines in (("nsgc", several), ("uk-ics", 1)):
            marks = picture(layout, profile=PROFILES[name]).marks
            (line,) = [m for m in marks if isinstance(m, Stretch) and m.id == "union-c"]
            (left, y), *_, (right, _) = line.points
            same = [m for m in marks if isinstance(m, Stretch) and m.weight == line.weight]
            along = [m for m in same if {p[0] for p in m.points} >= {left, right}]
            assert len([m for m in along if abs(m.points[0][1] - y) < 5]) == lines
            words = {m.text for m in marks if isinstance(m, Words)}
            assert ("Related by blood" in words) is (lines == 2)


@pytest.mark.parametrize(
    ("born", "died", "child", "said"),
    [
        ("1947", "", "1972", "Subject of the review *"),
        ("1947", "2015", "", "Subject of the review *"),
        ("2004", "", "2020", "Subject child *"),  # a child who is a mother
        ("2015", "2019", "", "Subject child *"),
        ("2015", "", "", "Subject child *"),
    ],
)
def test_the_key_calls_a_grown_subject_no_child(
    born: str, died: str, child: str, said: str
) -> None:
    subject = Person(
        id="s", subject=True, born=parse_when(born), died=parse_when(died) if died else None
    )
    family = Family(
        persons=(subject, *([Person(id="c", born=parse_when(child))] if child else [])),
        unions=(Union(id="u", partners=("s",)),) if child else (),
        parents=(Parentage(child="c", union="u"),) if child else (),
    )
    words = [m.text for m in picture(genogram.lay_out(family)).marks if isinstance(m, Words)]
    assert said in words
