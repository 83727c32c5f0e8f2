"""From a layout to marks: symbols, lines, households, words and the key."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from genogram.kin import kin_of, of_one_blood
from genogram.model import Family, Person, Pregnancy, Sex
from genogram.picture.key import key_marks
from genogram.picture.marks import Mark, Outline, Picture, Stretch, Words
from genogram.picture.relationship_marks import tie_marks
from genogram.picture.relationships import Tie, routed
from genogram.picture.union_marks import union_marks, words_at
from genogram.placing.crossings import Post, bridged, uprights
from genogram.placing.labels import SMALL
from genogram.placing.layout_parts import (
    PAGE,
    UNDER,
    Box,
    Layout,
    Line,
    LineKind,
    Node,
    Point,
    box_round,
    overlap,
)
from genogram.placing.lettering import LINE, width
from genogram.placing.line_tracks import BELOW_BARS, LETTERS
from genogram.symbols import LINK_MARK, SEX_SHAPE, Profile, Shape, Stroke
from genogram.symbols import UK_ICS as DEFAULT
from genogram.view.describing import describe, one_person, partnership
from genogram.view.uncertain import unidentified

_NUMBERED = re.compile(r"Home \d+")
_MARGIN = 18.0
_DOT, _LOST, _EXPECTED = 0.35, 0.6, 0.85  # of a symbol's size, for a loss and an expected child
_ASIDE, _KEY_WIDTH = 32.0, 260.0  # of a key beside a tall drawing, which leaves a sheet's side free
_BETTER = 0.03  # by so much larger print the key stands beside
_HOUSE_SIZE = 9.0
_ON = 14.0  # of a home's name, that stands on its outline at least
_PLACES = 23  # that are looked at along an edge for a name


def picture(
    layout: Layout, *, profile: Profile = DEFAULT, title: str = "Genogram", as_of: str = ""
) -> Picture:
    """Everything that is to be seen, with its key; `as_of` says of what time it is."""
    made = Picture(
        title=title, description=describe(layout.family, layout.on), font=layout.measures.font
    )
    made.marks += [*_homes(layout, profile), *_family(layout, profile)]
    made.marks += _house_names(layout, [m for m in made.marks if isinstance(m, Words)])
    layout = _with_unplaced(layout, made.marks)
    ties = routed(layout, made.marks)
    made.marks += list(_ties(ties, made.marks))
    left, top, right, bottom = _drawn_size(made.marks, layout.size)
    made.marks.append(
        Words(text=title, x=left, y=top - 30, size=14, bold=True, anchor="start", id="title")
    )
    right = max(right, left + width(title, 14, bold=True))
    page = left, top - 40, right, bottom

    def key_at(place: tuple[float, float, float]) -> list[Mark]:
        return list(key_marks(layout, profile, place, as_of, ties))

    beneath = left, bottom + 26, max(right, left + (520 if ties else 420))  # two columns
    aside = _bounds(made.marks, page)[2] - _MARGIN + _ASIDE
    beside = aside, top, aside + _KEY_WIDTH
    keys = [key_at(beneath), key_at(beside)]
    boxes = [_bounds([*made.marks, *key], page) for key in keys]
    n = int(_scale(boxes[1]) > _scale(boxes[0]) + _BETTER)
    made.marks += keys[n]
    made.box = boxes[n]
    if not layout.family.named:  # not even ids may give one away
        made.marks = _nameless(made.marks, layout.family)
    return made


def _scale(box: Box) -> float:
    """How large a drawing is printed on a sheet of A4 across, at most as large as it is."""
    left, top, right, bottom = box
    return min(1.0, PAGE[0] / (right - left), PAGE[1] / (bottom - top))


def _homes(layout: Layout, profile: Profile) -> Iterator[Mark]:
    """The outlines of households, beneath everything else."""
    homes = home_ids(layout)
    for outline in layout.outlines:
        for ring in outline.rings:
            yield Stretch(
                points=ring,
                stroke=profile.home,
                weight=1.6 if profile.home is Stroke.DOTTED else 1.3,
                ring=True,
                id=f"household-{homes[outline.household]}",
                colour="#444444",
            )


def _family(layout: Layout, profile: Profile) -> Iterator[Mark]:
    """Lines, symbols and labels."""
    people = {p.id: p for p in layout.family.persons}
    unions = {u.id: u for u in layout.family.unions}
    nodes = {n.id: n for n in layout.nodes}
    rings = [ring for outline in layout.outlines for ring in outline.rings]
    walls = uprights(((*ring, ring[0]), "") for ring in rings)  # of homes: no union's
    near = posts, _ = uprights((k.points, k.union) for k in layout.lines), walls
    letters = dict(_letters(layout))
    doubled = of_one_blood(kin_of(layout.family)) if profile.kin_doubled else ()
    for n, line in enumerate(layout.lines):
        parents = [nodes[p] for p in unions[line.union].partners]
        if line.kind is LineKind.PARTNERS:
            twice = line.union in doubled
            yield from union_marks(line, unions[line.union], profile, near, parents, twice)
        else:
            yield from _descent(line, n, profile, posts, parents)
            yield from [letters[n]] if n in letters else []
    for node in layout.nodes:
        yield from _symbol(node, people[node.id], profile)
        yield from _label(node, layout)


def _with_unplaced(layout: Layout, marks: Sequence[Mark]) -> Layout:
    """The same with a note for each partnership at whose line its years found no room."""
    family = layout.family
    people = {p.id: p for p in family.persons}
    placed = {m.id for m in marks if isinstance(m, Words)}
    untold = tuple(
        ("", f"{partnership(union, people)}.")
        for union in family.unions
        if len(union.partners) == 2 and words_at(union) and f"years-{union.id}" not in placed
    )
    return replace(layout, family=replace(family, notes=(*untold, *family.notes)))


def _ties(ties: Sequence[Tie], marks: Sequence[Mark]) -> Iterator[Mark]:
    """Relationship lines, their numbers clear of each other and of the words among `marks`."""
    words = [_line_of(m) for m in marks if isinstance(m, Words)] if ties else []
    for tie in ties:
        if tie.points:
            yield from tie_marks(
                tie.tie.kind,
                tie.points,
                open_still=tie.open_still,
                number=tie.number,
                others=[*words, *(other.points for other in ties if other is not tie)],
            )


def _nameless(marks: Sequence[Mark], family: Family) -> list[Mark]:
    """The marks under numbers instead of ids, which may be names."""
    people = {p.id: n for n, p in enumerate(family.persons, start=1)}
    unions = {u.id: n for n, u in enumerate(family.unions, start=1)}
    ids = {f"person-{p}": f"person-{n}" for p, n in people.items()}
    ids |= {f"{of}-{u}": f"{of}-{n}" for u, n in unions.items() for of in ("union", "years")}
    ids |= {
        f"child-{k.child}-of-{k.union}": f"child-{people[k.child]}-of-{unions[k.union]}"
        for k in family.parents
    }
    return [replace(mark, id=ids.get(mark.id, mark.id)) for mark in marks]


def _drawn_size(marks: Sequence[Mark], box: Box) -> Box:
    """The room that the family takes with its relationship lines, which may run outside it."""
    points = [p for mark in marks if isinstance(mark, Stretch) for p in mark.points]
    points += [
        (m.x, m.y + s * m.size * 0.7) for m in marks if isinstance(m, Words) for s in (-1, 1)
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top, right, bottom = box
    return min([left, *xs]), min([top, *ys]), max([right, *xs]), max([bottom, *ys])


def _bounds(marks: list[Mark], box: Box) -> Box:
    left, top, right, bottom = box
    for mark in marks:
        if isinstance(mark, Words):
            wide = width(mark.text, mark.size, bold=mark.bold)
            start = mark.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.anchor] * wide
            right, bottom = max(right, start + wide), max(bottom, mark.y + mark.size)
            left = min(left, start)
        elif isinstance(mark, Outline):
            bottom = max(bottom, mark.y + mark.size / 2)
        else:
            xs = [x for x, _ in mark.points]
            left, right = min(left, *xs), max(right, *xs)
    return left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN


def _descent(
    line: Line, n: int, profile: Profile, posts: Sequence[Post], parents: Sequence[Node]
) -> Iterator[Mark]:
    """A line of descent; from beneath a lone parent it begins at the label's last line."""
    stroke = profile.links[line.link] if line.link else Stroke.PLAIN
    name = f"child-{line.child}-of-{line.union}" if line.child else f"{line.kind.value}-{n}"
    (x, y), *rest = bridged(line, posts)
    if line.kind is LineKind.DROP and len(parents) == 1 and abs(y - parents[0].bottom) < 1:
        y = parents[0].words_end
    yield Stretch(points=((x, y), *rest), stroke=stroke, id=name)


def _letters(layout: Layout) -> Iterator[tuple[int, Words]]:
    """The letter at each child's line that has one, by the place of the line in the layout.

    It stands in the middle of the line; several at one child stand in turn lower and higher.
    """
    of: dict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(layout.lines):
        if line.child and line.link in LINK_MARK:
            of[line.child].append(n)
    for lines in of.values():
        lines.sort(key=lambda n: layout.lines[n].points[-1])
        top = min(layout.lines[n].points[-1][1] for n in lines)
        for turn, n in enumerate(lines):
            line = layout.lines[n]
            (_, begun), (x, end) = line.points[0], line.points[-1]
            several = len(lines) > 1
            y = top - BELOW_BARS / 2 - LETTERS * (turn % 2) if several else (begun + end) / 2
            size = 7.0 if several else 8.0
            assert line.link
            yield n, Words(text=LINK_MARK[line.link], x=x, y=y, size=size, bold=True, boxed=True)


def _symbol(node: Node, person: Person, profile: Profile) -> Iterator[Mark]:
    size, shape = node.symbol, SEX_SHAPE[person.sex]
    y = node.middle
    lost = person.pregnancy and person.pregnancy is not Pregnancy.UNBORN
    if person.pregnancy:
        if person.pregnancy not in profile.lost_by_sex or person.sex is Sex.UNKNOWN:
            shape = profile.losses[person.pregnancy]
        if person.pregnancy not in profile.full_size:
            size *= _DOT if shape is Shape.DOT else _LOST if lost else _EXPECTED
        y = node.top + size / 2
    asked = (person.sex is Sex.UNKNOWN and shape is Shape.DIAMOND) or unidentified(person)
    inside = "?" if asked else ""
    if person.pregnancy is Pregnancy.UNBORN:
        inside = profile.unborn_letter
    died = person.pregnancy in profile.struck if lost else person.died
    yield Outline(
        shape=shape,
        x=node.x,
        y=y,
        size=size,
        id=f"person-{person.id}",
        tip=one_person(person),
        inside="" if died else inside,
        heavy=person.subject,
    )
    room = size - 8 if person.subject else size
    if person.subject:
        yield Outline(shape=shape, x=node.x, y=y, size=room)
    if died:
        yield from _cross(node.x, y, size, shape, profile)
    if died and asked and not lost:  # between the strokes, which would run through it in the middle
        yield Words(text="?", x=node.x, y=y - room / 4, size=room / 4)


def _cross(x: float, y: float, size: float, shape: Shape, profile: Profile) -> Iterator[Mark]:
    of_half = {Shape.SQUARE: 1.0, Shape.CIRCLE: 0.71, Shape.TRIANGLE: 0.8}
    reach = size / 2 * of_half.get(shape, 0.5)
    low, high = (1.1, 1.35) if profile.deceased_slash else (1.0, 1.0)  # clear of the label
    ends = ((x - reach * low, y + reach * low), (x + reach * high, y - reach * high))
    yield Stretch(points=ends, weight=1.0)
    if not profile.deceased_slash:
        yield Stretch(points=((x - reach, y - reach), (x + reach, y + reach)), weight=1.0)


def _label(node: Node, layout: Layout) -> Iterator[Mark]:
    y = node.top + node.symbol + UNDER
    for line in node.label:
        size = layout.measures.font * (SMALL if line.small else 1.0)
        y += size * LINE / 2
        yield Words(text=line.text, x=node.x, y=y, size=size, bold=line.bold)
        y += size * LINE / 2


def _house_names(layout: Layout, words: Sequence[Words]) -> Iterator[Mark]:
    """Each household's name on its own outline, where it covers nothing."""
    boxes = [node.box for node in layout.nodes]
    for word in words:
        half = width(word.text, word.size, bold=word.bold) / 2 + 2
        boxes.append((word.x - half, word.y - 5, word.x + half, word.y + 5))
    taken: list[Box] = []
    homes = home_ids(layout)
    for outline in layout.outlines:
        for ring in outline.rings:
            taken += [box_round(a, b, 1) for a, b in itertools.pairwise((*ring, ring[0]))]
    for line in layout.lines:
        taken += [box_round(a, b, 1) for a, b in itertools.pairwise(line.points)]
    for outline in layout.outlines:
        wide = width(outline.label, _HOUSE_SIZE) + 6
        spots = [s for ring in outline.rings for s in _spots(ring, wide)]
        if not spots:
            continue

        def covered(spot: tuple[float, float, float], wide: float = wide) -> tuple[float, ...]:
            x, y, worth = spot
            box = (x - wide / 2, y - 6, x + wide / 2, y + 6)
            return (
                sum(overlap(box, b) for b in boxes),
                sum(overlap(box, t) for t in taken),
                worth,
                y,
                x,
            )

        x, y, _ = min(spots, key=covered)
        boxes.append((x - wide / 2, y - 6, x + wide / 2, y + 6))
        yield Words(
            text=outline.label, x=x, y=y, size=_HOUSE_SIZE, id=f"name-{homes[outline.household]}"
        )


def home_ids(layout: Layout) -> dict[str, str]:
    """What a drawing calls each household within itself: not its id, which may be an address."""
    return {
        h.id: "-".join(h.label.split()) if _NUMBERED.fullmatch(h.label) else f"Home-at-{n}"
        for n, h in enumerate(layout.family.households, start=1)
    }


def _line_of(words: Words) -> tuple[Point, Point]:
    """The line on which words in the middle of their place stand."""
    half = width(words.text, words.size) / 2
    return (words.x - half, words.y), (words.x + half, words.y)


def _spots(ring: tuple[Point, ...], wide: float) -> Iterator[tuple[float, float, float]]:
    """Places along the level edges of a ring, and how much worse than the best each is.

    Outside; within, or beyond both, where another home's outline that runs along it would run
    through the name.
    Where a name is covered everywhere on its edge, half of it may stand beyond the end, and where
    it is covered there too, all but its beginning or end.
    """
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        if abs(a[1] - b[1]) > 0.1:
            continue
        left, right = min(a[0], b[0]), max(a[0], b[0])
        lower = a[0] > b[0]  # rings run clockwise: upper edges run to the right
        away = 8 if lower else -8
        y, within, beside = a[1] + away, a[1] - away, a[1] + away * 1.75
        inside = (left + 4 + wide / 2, right - 4 - wide / 2)
        if inside[0] > inside[1]:
            yield (left + right) / 2, y, 3
        beyond = (left + _ON - wide / 2, right - _ON + wide / 2)
        for (first, last), worth in (
            (inside, lower),
            ((left, right), 4 + lower),
            (beyond, 8 + lower),
        ):
            for n in range(_PLACES if first <= last else 0):
                x = first + (last - first) * n / (_PLACES - 1)
                yield x, y, worth
                yield x, within, worth + 2
                yield x, beside, worth + 3
