"""A partnership's line: its stroke, the strokes through it, and its years.

Years stand above a line from symbol to symbol, or above the symbols where these leave no room;
on a line that runs below the labels they interrupt it.

         2019                  [ ]     ( )
    [ ]---//---( )              |       |
                                +-2019--+
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from genogram.model import Union
from genogram.picture.marks import Mark, Stretch, Words
from genogram.placing.crossings import Post, bridged
from genogram.placing.labels import union_words
from genogram.placing.layout_parts import Line, Node, Point
from genogram.placing.lettering import width
from genogram.symbols import SLASHES, UNION_MARK, Profile

_SIZE = 7.5
DOUBLED = 3.0  # between the two lines of partners who are related
_HIGH = 6.0  # of a stroke through a line, above and below it
_PARTS = (0.28, 0.72, 0.2, 0.8, 0.36, 0.64, 0.12, 0.88, 0.5)


def union_marks(
    line: Line,
    union: Union,
    profile: Profile,
    near: tuple[Sequence[Post], Sequence[Post]],
    partners: Sequence[Node],
    doubled: bool,
) -> Iterator[Mark]:
    """The marks of one partner line, which joins `partners`.

    `near` are the uprights of lines, from which words and strokes keep clear, and those of
    household outlines, from which they do where there is room.
    """
    posts, walls = near
    points = _touching(line.points, partners)
    path = bridged(Line(kind=line.kind, union=line.union, points=points), posts)
    name = f"union-{union.id}"
    yield Stretch(points=path, stroke=profile.unions[union.kind], weight=1.4, id=name)
    if doubled:
        level = tuple((x, y - DOUBLED) for x, y in _level(points))
        second = bridged(Line(kind=line.kind, union=line.union, points=level), posts)
        yield Stretch(points=second, stroke=profile.unions[union.kind], weight=1.4)
    words = words_at(union)
    years = _years(line, words, posts, walls, partners) if words else None
    if years:
        yield replace(years, id=f"years-{union.id}")
    yield from _slashes(line, union, [*posts, *walls], partners, years)


def words_at(union: Union) -> str:
    """What stands at a partner line: the mark of its kind, if it has one, and its years."""
    return f"{UNION_MARK.get(union.kind, '')} {union_words(union)}".strip()


def _touching(points: tuple[Point, ...], partners: Sequence[Node]) -> tuple[Point, ...]:
    """A line from beneath a label begins at the label's own last line, not at the row's."""
    made = list(points)
    for end in (0, -1):
        (x, y) = made[end]
        for node in partners:
            if abs(x - node.x) < node.w / 2 and abs(y - node.bottom) < 1:
                made[end] = (x, min(y, node.words_end))
    return tuple(made)


def _level(points: tuple[Point, ...]) -> tuple[Point, Point]:
    """The longest level stretch of a partner line, from left to right."""
    pairs = [(a, b) for a, b in itertools.pairwise(points) if abs(a[1] - b[1]) < 0.1]
    a, b = max(pairs, key=lambda p: abs(p[0][0] - p[1][0]))
    return (a, b) if a[0] <= b[0] else (b, a)


def _room(line: Line, partners: Sequence[Node]) -> tuple[float, float, float]:
    """Left, right and height of a line's level stretch, as far as no symbol stands beside it."""
    (left, y), (right, _) = _level(line.points)
    for node in partners:
        if abs(node.middle - y) < node.symbol / 2 + _HIGH:
            half = node.symbol / 2
            if node.x < (left + right) / 2:
                left = max(left, node.x + half)
            else:
                right = min(right, node.x - half)
    return left, right, y


def _slashes(
    line: Line,
    union: Union,
    posts: Sequence[Post],
    partners: Sequence[Node],
    years: Words | None,
) -> Iterator[Mark]:
    """Strokes through a partner line, where neither another line nor its years come near."""
    count = SLASHES.get(union.kind, 0)
    left, right, y = _room(line, partners)
    near = [x for x, top, bottom, _ in posts if top - _HIGH < y < bottom + _HIGH]
    near += [left - 3, right + 3]
    long = 5.0 * max(0, count - 1)
    inside = years is not None and abs(years.y - y) < 1
    half = width(years.text, years.size) / 2 + 4 if years else 0.0

    def free(at: float) -> float:
        gap = min(abs(x - at - long / 2) - long / 2 for x in near)
        if inside and years:
            gap = min(gap, abs(years.x - at - long / 2) - half - long / 2)
        return min(gap, 9.0)

    at = max((left + (right - left - long) * part for part in _PARTS), key=free)
    for n in range(count):
        x = at + 5 * n
        yield Stretch(points=((x - 3, y + _HIGH), (x + 3, y - _HIGH)), weight=1.4)


def _years(
    line: Line,
    words: str,
    posts: Sequence[Post],
    walls: Sequence[Post],
    partners: Sequence[Node],
) -> Words | None:
    left, right, y = _room(line, partners)
    wide, straight = width(words, _SIZE) + 4, len(line.points) == 2
    height = y - 12 if straight else y
    for uprights in ([*posts, *walls], posts):
        beside = [x for x, top, low, _ in uprights if top - 4 < height < low + 4]
        at = _free(left, right, wide, beside)
        if at is not None:
            return _words(words, at, height)
    if not straight:
        return None
    over = min(node.top for node in partners) - 5
    middle = sum(node.x for node in partners) / 2
    return _words(words, middle, over) if wide < abs(partners[0].x - partners[1].x) else None


def _free(left: float, right: float, wide: float, posts: Sequence[float]) -> float | None:
    """The place nearest the middle where words fit between ends and uprights."""
    middle, far = (left + right) / 2, (right - left - wide) / 2
    steps = [middle + sign * n * 4.0 for n in range(int(max(far, 0) / 4) + 1) for sign in (1, -1)]
    free = (x for x in steps if far >= 0 and all(abs(x - p) > wide / 2 + 2 for p in posts))
    return next(free, None)


def _words(words: str, x: float, y: float) -> Words:
    return Words(text=words, x=x, y=y, size=_SIZE, boxed=True)
