"""Genograms for documents: the family on the day of the incident and as the review period began."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from caseweave.family.file import family_to_draw
from chronology.exporters.paper.blocks import Picture
from chronology.model import Chronology, Review

if TYPE_CHECKING:
    from genogram.model import Family
    from genogram.placing.layout_parts import Layout


def days(review: Review) -> dict[str, dt.date | None]:
    """What a genogram is of -> its day; None for the family as a whole, where no day is known."""
    told = {"at the incident": review.incident, "at the start of the period": review.period.start}
    known = {name: day for name, day in told.items() if day}
    return dict(known) if known else {"as recorded": None}


def family_pictures(path: Path | None, review: Review) -> tuple[Picture, ...]:
    """The genograms of a family file; none where there is none, or none that names anybody."""
    family = family_to_draw(path)
    told = days(review) if family else {}
    return tuple(picture(family, name, day) for name, day in told.items() if family)


def with_letters_missing(
    chronology: Chronology, path: Path | None, outputs: Iterable[str]
) -> Chronology:
    """The chronology with a finding where its genograms in these outputs hold letters that no font
    at hand has."""
    names = ", ".join(outputs)
    family = family_to_draw(path) if names else None
    if not family or not path:
        return chronology
    from caseweave.family.drawings import letters_missing
    from genogram.drawing import picture as drawn

    layouts = [laid_out(family, day) for day in days(chronology.case.review).values()]
    pictures = [drawn(layout) for layout in layouts]
    found = letters_missing(pictures, f"the genogram of {names}", file=path.name)
    # A case.json may hold one from when it was written.
    others = [f for f in chronology.findings if f.code != "genogram-letters-missing"]
    return replace(chronology, findings=(*others, *found))


@lru_cache(maxsize=4)
def laid_out(family: Family, day: dt.date | None) -> Layout:
    """The family's layout, with the least about everybody; outputs of one run draw the same."""
    import genogram

    return genogram.lay_out(genogram.shown(family), day)


def titled(name: str, day: dt.date | None) -> str:
    """What a genogram is called: for what it was drawn, and of which day it is."""
    return f"Genogram: the family {name}" + (f", {day:%d/%m/%Y}" if day else "")


@lru_cache(maxsize=4)
def picture(family: Family, name: str, day: dt.date | None) -> Picture:
    """The family on one day, with the same in words."""
    import genogram

    layout = laid_out(family, day)
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder, "genogram.svg")
        genogram.draw(layout, drawn, title="")  # the caption below it says the same
        svg = drawn.read_text(encoding="utf-8")
    return Picture(
        svg=_portable(svg),
        caption=titled(name, day),
        told=genogram.describe(layout.family, layout.on),
    )


def _portable(svg: str) -> str:
    """The drawing with its size in pixels."""

    def pixels(found: re.Match[str]) -> str:
        return f'{found[1]}="{float(found[2]) * 96 / 72:.2f}"'

    return re.sub(r'\b(width|height)="([\d.]+)pt"', pixels, svg, count=2)
