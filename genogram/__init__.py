"""The family: reading, checking, laying out and drawing the genogram.

family, findings = genogram.read(Path("family.xlsx"))   # or .json, .ged
least = genogram.shown(family, [Show.LOSSES])            # what a drawing shows beside the family
layout = genogram.lay_out(family, on=None)              # on: the family on that day
genogram.draw(layout, Path("genogram.svg"))             # .svg .png .pdf .dot .json
genogram.around(family, "p1", up=2, down=2, side=1)     # a part of a large family
genogram.describe(family)                               # the same in words
genogram.write(family, Path("family.ged"))              # .xlsx .ged: reads back the same
"""

from __future__ import annotations

import json
from pathlib import Path

from genogram.cutting import around
from genogram.describing import describe
from genogram.layout import lay_out
from genogram.plan import Layout, to_json
from genogram.reading import read
from genogram.showing import shown
from genogram.shows import Show
from genogram.writing import write, writes

__all__ = [
    "Layout",
    "Show",
    "around",
    "describe",
    "draw",
    "lay_out",
    "read",
    "shown",
    "write",
    "writes",
]


def draw(layout: Layout, path: Path, *, notation: str = "uk-ics", title: str = "Genogram") -> None:
    """Write the drawing; the suffix says which kind. Raises CaseweaveError for an unknown one.

    `notation` is one of uk-ics, mcgoldrick and nsgc. A .json file gets the layout's numbers.
    """
    if path.suffix.casefold() == ".json":
        path.write_text(json.dumps(to_json(layout), indent=1) + "\n", encoding="utf-8")
        return
    from genogram.drawing import picture
    from genogram.rendering import render
    from genogram.symbols import PROFILES

    render(picture(layout, profile=PROFILES[notation], title=title), path)
