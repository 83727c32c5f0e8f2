"""The key: only what the drawing uses, in the words of its notation."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from genogram.kin import identical, kin_of, of_one_blood
from genogram.model import (
    Family,
    LinkKind,
    Person,
    Pregnancy,
    RelationshipKind,
    Sex,
    UnionKind,
)
from genogram.picture.marks import Mark, Outline, Stretch, Words
from genogram.picture.relationship_marks import tie_marks
from genogram.picture.relationships import Tie
from genogram.picture.union_marks import DOUBLED
from genogram.placing.layout_parts import Layout, Point
from genogram.placing.lettering import CUT, width, wrap
from genogram.symbols import (
    GROWN_SUBJECT,
    LINK_MARK,
    LINK_WORDS,
    LOSS_WORDS,
    SEX_SHAPE,
    SEX_WORDS,
    SLASHES,
    TIE_WORDS,
    UNION_MARK,
    Profile,
    Shape,
)
from genogram.view.describing import one_person, said
from genogram.view.uncertain import unidentified

_SIZE, _STEP, _SAMPLE, _LINE = 8.5, 20.0, 34.0, 13.0
_HALF = _SAMPLE / 2 - 4  # of a sample's line
_LONGEST = 6  # lines of a note
_GROWN = 18  # by the difference of two years: a parent of 18 may have been 17
_Entry = tuple[str, str, Any]  # kind of sample, words, what to draw


def key_marks(
    layout: Layout,
    profile: Profile,
    place: tuple[float, float, float],
    as_of: str,
    ties: Sequence[Tie],
) -> Iterator[Mark]:
    """The key's marks in `place` (left, top, right), in as many columns as fit; notes beneath."""
    left, top, right = place
    entries = [*_entries(layout, profile), *_tie_entries(ties)]
    shown = [w + (" *" if w in profile.borrowed else "") for _, w, _ in entries]
    column = max((width(w, _SIZE) for w in shown), default=0) + _SAMPLE + 24
    columns = max(1, int((right - left) / column))
    lines = -(-len(entries) // columns)
    heading = f"Key: {profile.title}"
    rule = ((left, top - 12), (right, top - 12))
    yield Stretch(points=rule, weight=0.5, colour="#888888", id="key-rule")
    yield Words(text=heading, x=left, y=top, size=_SIZE, bold=True, anchor="start", id="key")
    for n, ((kind, _, what), words) in enumerate(zip(entries, shown, strict=True)):
        x = left + (n // lines) * column
        y = top + _STEP * (n % lines + 1)
        yield from _SAMPLES[kind](what, x + _SAMPLE / 2, y, profile)
        yield Words(text=words, x=x + _SAMPLE + 6, y=y, size=_SIZE, anchor="start")
    notes = list(_notes(layout, profile, entries, as_of, ties))
    lower = top + _STEP * (lines + 1)
    for line in [line for note in notes for line in wrap(note, right - left, _SIZE, _LONGEST)]:
        yield Words(text=line, x=left, y=lower, size=_SIZE, anchor="start")
        lower += _LINE


def _notes(
    layout: Layout, profile: Profile, entries: Sequence[_Entry], as_of: str, ties: Sequence[Tie]
) -> Iterator[str]:
    """What stands under the key: of borrowed symbols, of what time, each line's note, the rest."""
    if any(w in profile.borrowed for _, w, _ in entries):
        yield "* This notation has no symbol of its own for it; a common one is used."
    yield as_of or _as_of(layout)
    for tie in ties:
        yield f"{tie.number}  {tie.note}" + ("" if tie.points else " No way was free for a line.")
    people = {p.id: p for p in layout.family.persons}
    for node in layout.nodes:
        if any(line.text.endswith(CUT) for line in node.label):
            yield f"In full: {one_person(people[node.id], layout.on)}."
    homes = {h.id: h.label for h in layout.family.households}
    for outline in layout.outlines:
        if CUT in outline.label:
            yield f"In full: {homes[outline.household]}."
    for person, words in layout.family.notes:
        yield said(people.get(person), words)


def _as_of(layout: Layout) -> str:
    if layout.on:
        return f"As recorded in the files given, on {layout.on:%d/%m/%Y}."
    return "As recorded in the files given, over the whole time recorded."


def _entries(layout: Layout, profile: Profile) -> Iterator[_Entry]:
    yield from _of_people(layout.family, profile)
    yield from _of_lines(layout, profile)
    yield from _of_births(layout)
    if layout.outlines:
        yield "house", "Household", None


def _grown(family: Family) -> bool:
    """Whether all subjects are known to have been grown people: by their age at death, or at the
    birth of a child of theirs."""
    born = {p.id: p.born.start for p in family.persons if p.born and p.born.start}
    partners = {u.id: u.partners for u in family.unions}
    ages: dict[str, list[int]] = {p.id: [] for p in family.persons if p.subject}
    for link in family.parents:
        for parent in partners.get(link.union, ()):
            if parent in ages and parent in born and link.child in born:
                ages[parent].append(born[link.child].year - born[parent].year)
    for p in family.persons:
        if p.subject and p.id in born and p.died and p.died.start:
            ages[p.id].append(p.died.start.year - born[p.id].year)
    return all(max(known, default=0) > _GROWN for known in ages.values())


def _of_people(family: Family, profile: Profile) -> Iterator[_Entry]:
    persons = family.persons
    for sex, words in SEX_WORDS.items():
        if any(p.sex is sex and not p.pregnancy for p in persons):
            yield "shape", words, (SEX_SHAPE[sex], "?" if words == "Sex not known" else "")
    if any(unidentified(p) and p.sex is not Sex.UNKNOWN for p in persons):
        yield "shape", "Not identified in the record", (Shape.SQUARE, "?")
    if any(p.subject for p in persons):
        words = profile.subject_words
        if _grown(family):
            words = words.replace("Subject child", GROWN_SUBJECT).replace(" (subject child)", "")
        yield "subject", words, None
    if any(p.died and not p.pregnancy for p in persons):
        yield "died", "Died", None
    alike: dict[tuple[Shape, bool], list[Pregnancy]] = {}
    for lost in LOSS_WORDS:
        if any(p.pregnancy is lost for p in persons):
            alike.setdefault((profile.losses[lost], lost in profile.struck), []).append(lost)
    for losses in alike.values():
        yield "loss", ", ".join([LOSS_WORDS[k] for k in losses]).capitalize(), losses[0]


def _of_lines(layout: Layout, profile: Profile) -> Iterator[_Entry]:
    """Partnerships and ties of children; kinds that look alike are said once."""
    drawn = {u.kind: u for u in layout.family.unions if len(u.partners) == 2}
    seen: set[str] = set()
    for union in profile.union_words:
        words = profile.union_words[union]
        if union in drawn and words not in seen:
            seen.add(words)
            yield "union", words, union
    if profile.kin_doubled and of_one_blood(kin_of(layout.family)):
        yield "kin", "Related by blood", None
    links = {k.link for k in layout.lines if k.link}
    for link, words in LINK_WORDS.items():
        if link in links:
            yield "link", words, link


def _of_births(layout: Layout) -> Iterator[_Entry]:
    born: dict[bool, set[int]] = defaultdict(set)
    for group in _twins(layout):
        pairs = [identical(a, b, len(group)) for a, b in itertools.pairwise(group)]
        if any(pairs):
            born[True].add(len(group) if all(pairs) else 2)
        if not all(pairs):
            born[False].add(len(group))
    if True in born:
        yield "twins", f"Identical {_of_one_birth(born[True])}", True
    if False in born:
        words = _of_one_birth(born[False]).capitalize()
        yield "twins", f"{words}, not recorded as identical", False


def _of_one_birth(many: Iterable[int]) -> str:
    """What children of one birth are called, of so many each."""
    words = {2: "twins", 3: "triplets"}
    return " or ".join(dict.fromkeys(words.get(n, "children of one birth") for n in sorted(many)))


def _twins(layout: Layout) -> Iterator[list[Person]]:
    """The children of one birth who hang on one stalk: on slanting lines, one perhaps between."""
    people = {p.id: p for p in layout.family.persons}
    hung: dict[tuple[Point, str], list[Person]] = defaultdict(list)
    forks = set[tuple[Point, str]]()
    for line in layout.lines:
        (start, end) = line.points[0], line.points[-1]
        if line.child:
            hung[start, line.union].append(people[line.child])
            if abs(start[0] - end[0]) > 0.1 and abs(start[1] - end[1]) > 0.1:
                forks.add((start, line.union))
    return (group for fork, group in hung.items() if fork in forks)


def _tie_entries(ties: Sequence[Tie]) -> Iterator[_Entry]:
    drawn = [t for t in ties if t.points]
    for kind, words in TIE_WORDS.items():
        if any(t.tie.kind is kind for t in drawn):
            yield "tie", words, (kind, False)
    if any(t.open_still for t in drawn):
        yield "tie", "With ?: alleged, or not settled in the record", (None, True)


def _shape(what: tuple[Shape, str], x: float, y: float, _: Profile) -> Iterator[Mark]:
    yield Outline(shape=what[0], x=x, y=y, size=14, inside=what[1])


def _subject(_: None, x: float, y: float, __: Profile) -> Iterator[Mark]:
    yield Outline(shape=Shape.SQUARE, x=x, y=y, size=15, heavy=True)
    yield Outline(shape=Shape.SQUARE, x=x, y=y, size=9)


def _died(_: None, x: float, y: float, profile: Profile) -> Iterator[Mark]:
    yield Outline(shape=Shape.SQUARE, x=x, y=y, size=14)
    yield from _death_strokes(x, y, 7, profile)


def _death_strokes(x: float, y: float, reach: float, profile: Profile) -> Iterator[Mark]:
    """The cross through whoever died, or the one stroke of notations that have that."""
    yield Stretch(points=((x - reach, y + reach), (x + reach, y - reach)), weight=1.0)
    if not profile.deceased_slash:
        yield Stretch(points=((x - reach, y - reach), (x + reach, y + reach)), weight=1.0)


def _loss(what: Pregnancy, x: float, y: float, profile: Profile) -> Iterator[Mark]:
    unborn = what is Pregnancy.UNBORN
    by_sex = what in profile.lost_by_sex and not unborn
    shape = Shape.SQUARE if by_sex else profile.losses[what]
    size = 6 if shape is Shape.DOT else 14 if what in profile.full_size else 12
    letter = profile.unborn_letter if unborn else ""
    yield Outline(shape=shape, x=x, y=y, size=size, inside=letter)
    if what in profile.struck:
        yield from _death_strokes(x, y, 6, profile)


def _fork(identical: bool, x: float, y: float, _: Profile) -> Iterator[Mark]:
    yield Stretch(points=((x, y - 7), (x - 10, y + 7)))
    yield Stretch(points=((x, y - 7), (x + 10, y + 7)))
    if identical:
        yield Stretch(points=((x - 5, y), (x + 5, y)))


def _house(_: None, x: float, y: float, profile: Profile) -> Iterator[Mark]:
    ring = ((x - _HALF, y - 6), (x + _HALF, y - 6), (x + _HALF, y + 6), (x - _HALF, y + 6))
    yield Stretch(points=ring, ring=True, stroke=profile.home, weight=1.3, colour="#444444")


def _tie(
    what: tuple[RelationshipKind | None, bool], x: float, y: float, _: Profile
) -> Iterator[Mark]:
    ends = ((x - _HALF, y), (x + _HALF, y))
    return tie_marks(what[0] or RelationshipKind.CONFLICT, ends, open_still=what[1])


def _union(what: UnionKind, x: float, y: float, profile: Profile) -> Iterator[Mark]:
    yield Stretch(points=((x - _HALF, y), (x + _HALF, y)), stroke=profile.unions[what], weight=1.4)
    for n in range(SLASHES.get(what, 0)):
        yield Stretch(points=((x - 5 + 5 * n, y + 5), (x + 5 * n, y - 5)), weight=1.4)
    if what in UNION_MARK:
        yield Words(text=UNION_MARK[what], x=x, y=y - 6, size=7.5, bold=True)


def _kin(_: None, x: float, y: float, __: Profile) -> Iterator[Mark]:
    for height in (y, y - DOUBLED):
        yield Stretch(points=((x - _HALF, height), (x + _HALF, height)), weight=1.4)


def _link(what: LinkKind, x: float, y: float, profile: Profile) -> Iterator[Mark]:
    yield Stretch(points=((x - _HALF, y), (x + _HALF, y)), stroke=profile.links[what], weight=1.4)
    if what in LINK_MARK:
        yield Words(text=LINK_MARK[what], x=x, y=y - 6, size=7.5, bold=True)


_SAMPLES: Mapping[str, Callable[[Any, float, float, Profile], Iterator[Mark]]] = {
    "shape": _shape,
    "subject": _subject,
    "died": _died,
    "loss": _loss,
    "twins": _fork,
    "house": _house,
    "tie": _tie,
    "union": _union,
    "kin": _kin,
    "link": _link,
}
"""How each kind of entry is shown, round the place x, y."""
