"""The files that `caseweave genogram` writes: one drawing, several sheets, or two days compared."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.findings import CaseweaveError, Finding, Severity

if TYPE_CHECKING:
    from genogram.model import Family
    from genogram.picture.marks import Picture
    from genogram.placing.layout_parts import Layout
    from genogram.view.naming import Names
    from genogram.view.show_options import Show

_NUMBERS, _LISTS, _SHEETS = ".json", (".txt", ".json"), ".pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a drawing was asked for."""

    title: str
    notation: str
    names: Names
    show: frozenset[Show]
    addresses: bool
    around: str
    reach: tuple[int, int, int]  # generations up, down, and how far to the side
    effort: int
    every_home: bool = False
    pages: bool = False
    paper: str = "a4"
    gedcom: str = "5.5.1"


def check_suffix(output: Path, *, comparing: bool) -> None:
    """Raise CaseweaveError unless a genogram, or what changed, can be written under that suffix."""
    import genogram
    from genogram.picture.rendering import check_suffix

    suffix = output.suffix.casefold()
    if not (suffix in _LISTS if comparing else suffix == _NUMBERS or genogram.writes(output)):
        check_suffix(output)


def for_output(wish: Wish, *outputs: Path) -> Wish:
    """The wish for outputs that are all numbers: for other programs, which want everything."""
    from genogram.view.show_options import Show

    if not outputs or any(output.suffix.casefold() != _NUMBERS for output in outputs):
        return wish
    return replace(wish, show=wish.show | {Show.LOSSES}, every_home=True)


def family_drawn(family: Family, wish: Wish, day: dt.date | None) -> Family:
    """The part of the family that is asked for, on a day, with what is to be shown of it."""
    import genogram
    from genogram.view.last_homes import with_last_homes
    from genogram.view.naming import as_shown

    named = as_shown(family, wish.names)
    shown = genogram.shown(named, wish.show, on=day, addresses=wish.addresses)
    if day is None and not wish.every_home:
        shown = with_last_homes(shown)
    return _around(shown, family, wish)


def _around(part: Family, family: Family, wish: Wish) -> Family:
    """Those near the person asked for, whom `family` knows by name."""
    import genogram
    from genogram.kin import kin_of
    from genogram.view.cutting import find
    from genogram.view.unnamed import called

    if not wish.around:
        return part
    up, down, side = wish.reach
    person = find(kin_of(called(family)), wish.around)
    return genogram.around(part, person, up=up, down=down, side=side)


def laid_out(family: Family, wish: Wish, day: dt.date | None) -> Layout:
    """The layout of one drawing."""
    import genogram

    drawn = family_drawn(family, wish, day)
    return genogram.lay_out(drawn, day, effort=wish.effort, names=wish.names)


def pictures(family: Family, wish: Wish, day: dt.date | None) -> list[Picture]:
    """The drawing of one day; the sheets of it where several are asked for."""
    from genogram.drawing import picture
    from genogram.picture.booklet import booklet
    from genogram.symbols import PROFILES

    profile = PROFILES[wish.notation]
    title = wish.title + (f", {day:%d/%m/%Y}" if day else "")
    if not wish.pages:
        return [picture(laid_out(family, wish, day), profile=profile, title=title)]
    return booklet(
        family_drawn(family, wish, day),
        day,
        profile=profile,
        title=title,
        names=wish.names,
        paper=wish.paper,
        effort=wish.effort,
    )


def write_drawing(
    family: Family, wish: Wish, day: dt.date | None, output: Path
) -> tuple[list[Path], list[Finding]]:
    """Write the drawing; the files written, and findings where it is hard to read.

    A suffix of family files writes the family itself, with everything that is recorded of it.
    """
    import genogram
    from caseweave.family.file import convert
    from chronology.exporters import put, whole
    from genogram.picture.rendering import render, render_pages
    from genogram.placing.layout_parts import to_json

    if genogram.writes(output):
        part = _around(family, family, wish)
        names = wish.names.value
        return [convert(part, output, on=day, names=names, gedcom=wish.gedcom)], []
    if output.suffix.casefold() == _NUMBERS:
        numbers = json.dumps(to_json(laid_out(family, wish, day)), indent=1) + "\n"
        return [put(output, numbers)], []
    _sheets_only_as_pdf(wish, output)
    made = pictures(family, wish, day)
    if wish.pages:
        written = [whole(output, lambda p: render_pages(made, p, paper=wish.paper))]
        return written, list(_boxes(made, output))
    written = [whole(output, lambda p: render(made[0], p))]
    return written, [*_small(made[0], output), *_boxes(made, output)]


def write_compared(
    family: Family, wish: Wish, days: tuple[dt.date, dt.date], output: Path | None
) -> tuple[list[Path], list[str], list[Finding]]:
    """Write the family on two days; the files written, what changed in words, and findings.

    A .pdf holds both drawings and the list, .txt and .json the list alone; any other drawing is
    two files, OUT-2021-03-04.png and so on.
    """
    from chronology.exporters import put, whole
    from genogram.picture.rendering import render, render_pages
    from genogram.picture.word_sheets import word_sheets
    from genogram.view.changes import changes, in_words, to_data, undated
    from genogram.view.showing import kept

    named = family_whole(family, wish)
    found, still = changes(named, *days, wish.show), undated(kept(named, wish.show))
    lines = in_words(found, *days, still)
    if output is None:
        return [], lines, []
    suffix = output.suffix.casefold()
    if suffix in _LISTS:
        data = to_data(found, *days, still)
        told = json.dumps(data, ensure_ascii=False, indent=1).splitlines()
        text = "\n".join(told if suffix == ".json" else lines) + "\n"
        return [put(output, text)], lines, []
    sheets = [pictures(family, wish, day) for day in days]
    boxes = list(_boxes([*sheets[0], *sheets[1]], output))
    if suffix == _SHEETS:
        pages = [*sheets[0], *sheets[1], *word_sheets(f"{wish.title}: what changed", lines)]
        paper = wish.paper if wish.pages else ""
        return [whole(output, lambda p: render_pages(pages, p, paper=paper))], lines, boxes
    _sheets_only_as_pdf(wish, output)
    files = [output.with_stem(f"{output.stem}-{day}") for day in days]
    drawn = zip(files, sheets, strict=True)
    return [whole(file, partial(render, sheet[0])) for file, sheet in drawn], lines, boxes


def family_whole(family: Family, wish: Wish) -> Family:
    """The family over all time, renamed and its homes numbered before a part is cut from it."""
    from genogram.view.homes import numbered
    from genogram.view.naming import as_shown

    named = as_shown(family, wish.names)
    return _around(numbered(named, addresses=wish.addresses), family, wish)


def _sheets_only_as_pdf(wish: Wish, output: Path) -> None:
    if wish.pages and output.suffix.casefold() != _SHEETS:
        raise CaseweaveError(
            f"Several sheets cannot be written as '{output.suffix or output.name}'.",
            "With --pages, name an output that ends in .pdf.",
        )


def _boxes(pictures: Sequence[Picture], output: Path) -> Iterator[Finding]:
    """A finding where no font at hand has a letter; the reader of an SVG has other fonts."""
    if output.suffix.casefold() in (".png", ".pdf"):
        yield from letters_missing(pictures, output.name, file=output.name)


def letters_missing(pictures: Sequence[Picture], where: str, *, file: str) -> Iterator[Finding]:
    """A finding where no font at hand has a letter of these pictures."""
    from genogram.picture.missing_letters import boxed

    scripts = sorted({script for picture in pictures for script in boxed(picture)})
    if scripts:
        yield Finding(
            code="genogram-letters-missing",
            severity=Severity.WARNING,
            message=f"No font of this computer has letters that stand in {where}: "
            f"{', '.join(scripts)}. Each of them is drawn as a box.",
            remedy="Install a font that has them (the Noto fonts have every script) and draw once "
            "more, or write these names in Latin letters too. In an .svg they can be read "
            "wherever there is such a font.",
            file=file,
        )


def _small(picture: Picture, output: Path) -> Iterator[Finding]:
    """A finding where names are smaller than can be read on the largest paper of an office."""
    from genogram.picture.rendering import SMALLEST_PRINT, print_points

    size = print_points(picture, "a3")
    if size < SMALLEST_PRINT:
        yield Finding(
            code="genogram-print-small",
            severity=Severity.WARNING,
            message=f"On A3 the names in {output.name} would be {size:.1f} points high; less than "
            f"{SMALLEST_PRINT:.0f} is hard to read.",
            remedy="Spread it over sheets with --pages and a .pdf, or draw a part with --around.",
            file=output.name,
        )
