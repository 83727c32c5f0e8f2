"""A large family over several sheets: an overview with page numbers, then part after part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from genogram.drawing import picture
from genogram.layout import EFFORT, lay_out
from genogram.model import Family
from genogram.picture.marks import Picture
from genogram.picture.paging import pages_of, parts
from genogram.picture.rendering import SMALLEST_PRINT, print_points
from genogram.picture.word_sheets import word_sheets
from genogram.placing.labels import short
from genogram.symbols import Profile
from genogram.view.describing import tie_note
from genogram.view.naming import Names, as_shown

_TRY = 10  # hundredths of the usual search, to see whether a part prints large enough
_COLUMNS = 3  # of the index
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

    First an overview with the pages of everybody, then the parts, last an index by name. A
    partnership with its children is never cut; who goes on elsewhere says on which page.
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
    over = replace(family, persons=tuple(replace(p, labels=(told[p.id],)) for p in family.persons))
    over = replace(over, relationships=(), notes=(("", "The numbers are those of the pages."),))
    index = list(_index(family, names, told))
    last = len(found) + 1 + len(word_sheets("", index, _COLUMNS))
    overview = lay_out(over, on, effort=effort, names=Names.OVERVIEW)
    heading = f"{title} (overview, page 1 of {last})"
    sheets = [picture(overview, profile=profile, title=heading)]
    for part in found:
        apart = tuple(("", words) for words in _apart(family, part.family, pages))
        here = replace(part.family, notes=(*apart, *part.family.notes))
        layout = lay_out(here, on, effort=effort, names=names)
        heading = f"{title} (page {part.page} of {last})"
        sheets.append(picture(layout, profile=profile, title=heading))
    heading = f"{title}: who is on which page"
    return [*sheets, *word_sheets(heading, index, _COLUMNS, pages=(len(found) + 2, last))]


def _apart(family: Family, part: Family, pages: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    """Relationships of people here with people who stand on no sheet with them: in words."""
    here = {p.id for p in part.persons}
    for tie in family.relationships:
        ends = (tie.source, tie.target)
        if here & set(ends) and not set(pages[tie.source]) & set(pages[tie.target]):
            other = next(p for p in ends if p not in here)
            yield f"{tie_note(family, tie)} (See also page {pages[other][0]}.)"


def _index(family: Family, names: Names, pages: Mapping[str, str]) -> Iterator[str]:
    """Everybody by name with their pages, for whom the overview is too small."""
    people = as_shown(family, names).persons
    for person in sorted(people, key=lambda p: (p.name.casefold(), p.id)):
        born = f", b. {short(person.born)}" if person.born and not person.pregnancy else ""
        yield f"{person.name}{born}: {pages[person.id]}"
