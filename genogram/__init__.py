"""The family: reading, checking, laying out and drawing the genogram.

family, findings = genogram.read(Path("family.xlsx"))   # or .json, .ged
least = genogram.shown(family, [Show.LOSSES])            # what a drawing shows beside the family
layout = genogram.lay_out(family, on=None)              # on: the family on that day
genogram.draw(layout, Path("genogram.svg"))             # .svg .png .pdf .dot .json
genogram.around(family, "p1", up=2, down=2, side=1)     # a part of a large family
genogram.describe(family)                               # the same in words
genogram.write(family, Path("family.ged"))              # .xlsx .ged: reads back the same

The family, read and written
    model.py       the family as recorded       reading.py     which reader for which file
    formats/       workbook, GEDCOM, JSON       writing.py     suffix -> writer
The family, checked and looked up
    checks.py      what does not fit            time_checks.py what does not fit in time
    check_parts.py what checks ask of dates     undrawable.py  what cannot be drawn
    circles.py     who stands above themselves  kin.py         who belongs to whom
The family to be shown
    view/          a day, a part, names, words
Layout: numbers only
    layout.py      from a family to numbers     placing/       who stands where
Drawing
    drawing.py     a layout -> marks            picture/       marks -> a picture
    symbols.py     the notations
"""

from __future__ import annotations

import json
from pathlib import Path

from genogram.layout import lay_out
from genogram.placing.layout_parts import Layout, to_json
from genogram.reading import read
from genogram.view.cutting import around
from genogram.view.describing import describe
from genogram.view.show_options import Show
from genogram.view.showing import shown
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
    from genogram.picture.rendering import render
    from genogram.symbols import PROFILES

    render(picture(layout, profile=PROFILES[notation], title=title), path)
