"""The family: reading, checking, laying out and drawing the genogram.

family, findings = genogram.read(Path("family.xlsx"))   # or .json, .ged
least = genogram.shown(family, [Show.LOSSES])            # what a drawing shows beside the family
layout = genogram.lay_out(family, on=None)              # on: the family on that day
genogram.draw(layout, Path("genogram.svg"))             # .svg .png .pdf .dot .json
genogram.around(family, "p1", up=2, down=2, side=1)     # a part of a large family
genogram.describe(family)                               # the same in words
genogram.write(family, Path("family.ged"))              # .xlsx .ged: reads back the same

The family, read
    model.py         the family as recorded          reading.py     which reader for which file
    tables.py        the family workbook             sheets.py      its rows by field
    words.py         its words -> what they mean     whens.py       dates, vague and old
    composition.py   a table of family composition   relations.py   "MGM", "half-sister (mat)"
    tying.py         relations -> unions and links   whosechild.py  whose family it is
    addresses.py     addresses -> homes              calendars.py   other calendars
    gedcom.py        GEDCOM                          gedcomlines.py its lines
    gedcomreading.py what is gathered, what is left  gedcomties.py  who belongs to whom
    gedcomdates.py   its dates                       gedcomwords.py its words
    data.py          JSON                            places.py       where it stands in the file
The family, checked and looked up
    checks.py        what does not fit               timechecks.py  what does not fit in time
    doubts.py        what is asked of dates          sound.py       what cannot be drawn
    circles.py       who stands above themselves     kin.py         who belongs to whom
The family to be shown
    asof.py          on one day                      changes.py     between two days
    cutting.py       a part of it                    naming.py      by initials or roles
    unnamed.py       who has no name                 uncertain.py   who is not certain
    homes.py         Home 1, Home 2                  shows.py       drawn only if asked for
    showing.py       and how it is chosen            details.py     the lines under a symbol
    describing.py    the genogram in words
Layout: numbers only
    layout.py        from a family to numbers        plan.py        what a finished layout is
    generations.py   who stands on which row         ordering.py    the order within rows
    objective.py     what makes an order better      search.py      the search for a better one
    tally.py         its cost, change by change      standing.py    where everybody stands
    coordinates.py   places along a row              squeezing.py   narrower
    lowering.py      who stands lower                wiring.py      lines between symbols
    bundles.py       lines kept apart                crossings.py   where lines cross
    lines.py         wires become lines              outlines.py    round each household
    labels.py        words under a symbol            lettering.py   how wide words are
    ages.py          ages on a day                   sliding.py     outlines moved off lines
Drawing
    drawing.py       a layout -> marks               marks.py       what a picture is made of
    symbols.py       the notations                   key.py         the key
    unionmarks.py    a partnership's line            ties.py        relationship lines
    tiemarks.py      how they look                   routing.py     the way they take
    rendering.py     marks -> SVG, PNG, PDF          booklet.py     several sheets
    missingletters.py letters that no font has
    paging.py        who is on which                 wordsheets.py  sheets of words
The family, written
    writing.py       suffix -> writer                familybook.py  the family workbook
    gedcomwriting.py GEDCOM
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
