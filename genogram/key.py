"""The key: only what the drawing uses, in the words of its notation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from genogram.lettering import width
from genogram.marks import Mark, Outline, Stretch, Words
from genogram.model import Pregnancy, UnionKind
from genogram.plan import Layout, LineKind
from genogram.symbols import (
    LINK_MARK,
    LINK_WORDS,
    LOSS_WORDS,
    SEX_SHAPE,
    SEX_WORDS,
    SLASHES,
    Profile,
    Shape,
    Stroke,
)

_SIZE, _STEP, _SAMPLE = 8.5, 20.0, 34.0
_Entry = tuple[str, str, Any]  # kind of sample, words, what to draw


def key_marks(
    layout: Layout, profile: Profile, left: float, top: float, right: float, as_of: str = ""
) -> Iterator[Mark]:
    """The key's marks from `top` down, in as many columns as fit."""
    entries = list(_entries(layout, profile))
    shown = [w + (" *" if w in profile.borrowed else "") for _, w, _ in entries]
    column = max((width(w, _SIZE) for w in shown), default=0) + _SAMPLE + 24
    columns = max(1, int((right - left) / column))
    lines = -(-len(entries) // columns)
    heading = f"Key: {profile.title}"
    yield Stretch(points=((left, top - 12), (right, top - 12)), weight=0.5, colour="#888888")
    yield Words(text=heading, x=left, y=top, size=_SIZE, bold=True, anchor="start", id="key")
    for n, ((kind, _, what), words) in enumerate(zip(entries, shown, strict=True)):
        x = left + (n // lines) * column
        y = top + _STEP * (n % lines + 1)
        yield from _sample(kind, what, x + _SAMPLE / 2, y, profile)
        yield Words(text=words, x=x + _SAMPLE + 6, y=y, size=_SIZE, anchor="start")
    notes = []
    if any(w in profile.borrowed for _, w, _ in entries):
        notes.append("* This notation has no symbol of its own for it; a common one is used.")
    notes.append(as_of or _as_of(layout))
    for n, note in enumerate(notes):
        y = top + _STEP * (lines + 1) + 13 * n
        yield Words(text=note, x=left, y=y, size=_SIZE, anchor="start")


def _as_of(layout: Layout) -> str:
    if layout.on:
        return f"As recorded in the files given, on {layout.on:%d/%m/%Y}."
    return "As recorded in the files given, over the whole time recorded."


def _entries(layout: Layout, profile: Profile) -> Iterator[_Entry]:
    persons = layout.family.persons
    for sex, words in SEX_WORDS.items():
        if any(p.sex is sex and not p.pregnancy for p in persons):
            yield "shape", words, (SEX_SHAPE[sex], "?" if words == "Sex not known" else "")
    if any(p.subject for p in persons):
        yield "subject", profile.subject_words, None
    if any(p.died and not p.pregnancy for p in persons):
        yield "died", "Died", None
    for lost, words in LOSS_WORDS.items():
        if any(p.pregnancy is lost for p in persons):
            yield "loss", words, lost
    drawn = {u.kind: u for u in layout.family.unions if len(u.partners) == 2}
    seen: set[str] = set()
    for union in profile.union_words:
        words = profile.union_words[union]
        if union in drawn and words not in seen:
            seen.add(words)
            yield "union", words, union
    links = {k.link for k in layout.lines if k.link}
    for link, words in LINK_WORDS.items():
        if link in links:
            yield "link", words, link
    if any(k.kind is LineKind.TWINS for k in layout.lines):
        yield "twins", "Identical twins", True
    if layout.outlines:
        yield "house", "Household", None


def _sample(kind: str, what: Any, x: float, y: float, profile: Profile) -> Iterator[Mark]:
    half = _SAMPLE / 2 - 4
    if kind == "shape" and isinstance(what, tuple):
        yield Outline(shape=what[0], x=x, y=y, size=14, inside=what[1])
    elif kind == "subject":
        yield Outline(shape=Shape.SQUARE, x=x, y=y, size=15, heavy=True)
        yield Outline(shape=Shape.SQUARE, x=x, y=y, size=9)
    elif kind == "died":
        yield Outline(shape=Shape.SQUARE, x=x, y=y, size=14)
        yield Stretch(points=((x - 7, y + 7), (x + 7, y - 7)), weight=1.0)
        if not profile.deceased_slash:
            yield Stretch(points=((x - 7, y - 7), (x + 7, y + 7)), weight=1.0)
    elif kind == "loss" and isinstance(what, Pregnancy):
        yield Outline(shape=profile.losses[what], x=x, y=y, size=12)
    elif kind == "twins":
        yield Stretch(points=((x, y - 7), (x - 10, y + 7)))
        yield Stretch(points=((x, y - 7), (x + 10, y + 7)))
        yield Stretch(points=((x - 5, y), (x + 5, y)))
    elif kind == "house":
        ring = ((x - half, y - 6), (x + half, y - 6), (x + half, y + 6), (x - half, y + 6))
        yield Stretch(points=ring, ring=True, stroke=Stroke.DASHED, weight=1.3, colour="#444444")
    else:
        yield from _line_sample(kind, what, x, y, half, profile)


def _line_sample(
    kind: str, what: Any, x: float, y: float, half: float, profile: Profile
) -> Iterator[Mark]:
    strokes: Mapping[Any, Stroke] = profile.unions if kind == "union" else profile.links
    yield Stretch(points=((x - half, y), (x + half, y)), stroke=strokes[what], weight=1.4)
    slashes: Mapping[Any, int] = SLASHES
    for n in range(slashes.get(what, 0)):
        yield Stretch(points=((x - 5 + 5 * n, y + 5), (x + 5 * n, y - 5)), weight=1.4)
    marks: Mapping[Any, str] = LINK_MARK
    if kind == "link" and what in marks:
        yield Words(text=marks[what], x=x, y=y - 6, size=7.5, bold=True)
    elif kind == "union" and what is UnionKind.UNKNOWN:
        yield Words(text="?", x=x, y=y - 6, size=7.5, bold=True)
