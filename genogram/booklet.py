"""A large family over several sheets: an overview with page numbers, then part after part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from genogram.drawing import picture
from genogram.layout import EFFORT, lay_out
from genogram.lettering import wrap
from genogram.marks import Picture, Words
from genogram.model import Family, Person
from genogram.naming import Names
from genogram.paging import pages_of, parts
from genogram.rendering import SMALLEST_PRINT, print_points
from genogram.symbols import Profile
from genogram.ties import tie_note

_TRY = 10  # hundredths of the usual search, to see whether a part prints large enough
_WIDE, _WORDS, _LINES, _LONGEST = 770.0, 10.0, 34, 8  # of a sheet of words
_PLENTY = 7.0  # points; a part is only a try, and its words may grow by "goes on"


def booklet(
    family: Family,
    on: dt.date | None = None,
    *,
    profile: Profile,
    title: str,
    names: Names = Names.NAMES,
    paper: str = "a4",
    effort: int = EFFORT,
) -> list[Picture]:
    """The sheets of a family in order; one alone where everybody can be read on it.

    A partnership with its children is never cut; who goes on elsewhere says on which page.
    """
    whole = picture(lay_out(family, on, effort=effort, names=names), profile=profile, title=title)
    if print_points(whole, paper) >= SMALLEST_PRINT:
        return [whole]

    def readable(part: Family) -> bool:
        tried = lay_out(part, on, effort=_TRY, names=names)
        return print_points(picture(tried, profile=profile, title=title), paper) >= _PLENTY

    found = parts(family, readable)
    pages = pages_of(found)
    told = {p: ", ".join(map(str, numbers)) for p, numbers in pages.items()}
    over = replace(family, persons=tuple(_numbered(p, told) for p in family.persons))
    over = replace(over, relationships=(), notes=(("", "The numbers are those of the pages."),))
    last = len(found) + 1
    sheets = [
        picture(
            lay_out(over, on, effort=effort, names=Names.OVERVIEW),
            profile=profile,
            title=f"{title} (overview, page 1 of {last})",
        )
    ]
    for part in found:
        apart = tuple(("", words) for words in _apart(family, part.family, pages))
        here = replace(part.family, notes=(*apart, *part.family.notes))
        layout = lay_out(here, on, effort=effort, names=names)
        heading = f"{title} (page {part.page} of {last})"
        sheets.append(picture(layout, profile=profile, title=heading))
    return sheets


def _apart(family: Family, part: Family, pages: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    """Relationships of people here with people who stand on no sheet with them: in words."""
    here = {p.id for p in part.persons}
    for tie in family.relationships:
        ends = (tie.source, tie.target)
        if here & set(ends) and not set(pages[tie.source]) & set(pages[tie.target]):
            other = next(p for p in ends if p not in here)
            yield f"{tie_note(family, tie)} (See also page {pages[other][0]}.)"


def _numbered(person: Person, pages: dict[str, str]) -> Person:
    return replace(person, labels=(pages[person.id],))


def word_sheets(title: str, lines: Sequence[str]) -> list[Picture]:
    """Sheets of words, to stand behind drawings."""
    broken = [part for line in lines for part in wrap(line, _WIDE, _WORDS, _LONGEST)]
    sheets = [broken[n : n + _LINES] for n in range(0, max(1, len(broken)), _LINES)]
    return [_word_sheet(title, sheet) for sheet in sheets]


def _word_sheet(title: str, lines: Sequence[str]) -> Picture:
    made = Picture(title=title, description="\n".join([title, *lines]), font=_WORDS)
    made.marks.append(Words(text=title, x=0, y=0, size=14, bold=True, anchor="start", id="title"))
    for n, line in enumerate(lines):
        y = 26 + n * _WORDS * 1.45
        made.marks.append(Words(text=line, x=0, y=y, size=_WORDS, anchor="start"))
    made.box = (0, -12, _WIDE, 26 + _LINES * _WORDS * 1.45)
    return made
