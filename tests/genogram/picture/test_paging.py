"""A large family over several sheets: nobody lost, and each cut says where it goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from genogram.kin import kin_of
from genogram.model import (
    Family,
    Household,
    Parentage,
    Person,
    Relationship,
    RelationshipKind,
    Residence,
    Union,
)
from genogram.picture.booklet import booklet
from genogram.picture.marks import Words
from genogram.picture.paging import MOST, pages_of, parts
from genogram.picture.rendering import SMALLEST_PRINT, print_points, render_pages
from genogram.picture.word_sheets import word_sheets
from genogram.symbols import UK_ICS


def large(couples: int = 16, children: int = 4) -> Family:
    """A chain of couples: the first child of each is a partner in the next."""
    persons = [Person(id="p0", name="Person Zero", subject=True)]
    unions, parents = [], []
    for n in range(couples):
        persons.append(Person(id=f"q{n}", name=f"Partner Of Generation {n}"))
        unions.append(Union(id=f"u{n}", partners=(f"p{n}", f"q{n}")))
        for k in range(children):
            child = f"p{n + 1}" if k == 0 else f"c{n}.{k}"
            persons.append(Person(id=child, name=f"Child {k} Of Generation {n}"))
            parents.append(Parentage(child=child, union=f"u{n}"))
    return Family(persons=tuple(persons), unions=tuple(unions), parents=tuple(parents))


FAMILY = large()
PARTS = parts(FAMILY, lambda part: True)


def test_everybody_stands_on_a_sheet() -> None:
    drawn = {p.id for part in PARTS for p in part.family.persons}
    assert drawn == {p.id for p in FAMILY.persons}
    assert max(len(part.family.persons) for part in PARTS) <= MOST


def test_every_partnership_stands_on_one_sheet_with_all_its_children() -> None:
    kin = kin_of(FAMILY)
    drawn = [u.id for part in PARTS for u in part.family.unions]
    assert sorted(drawn) == sorted(u.id for u in FAMILY.unions)
    for part in PARTS:
        links = kin_of(part.family).links
        for union in part.family.unions:
            assert links[union.id] == kin.links[union.id]


def test_the_subject_child_is_on_the_first_sheet_after_the_overview() -> None:
    assert PARTS[0].page == 2
    assert any(p.subject for p in PARTS[0].family.persons)


def test_whoever_stands_twice_says_on_which_page_it_goes_on() -> None:
    pages = pages_of(PARTS)
    twice = {p for p, told in pages.items() if len(told) > 1}
    assert twice
    for part in PARTS:
        for person in part.family.persons:
            others = [n for n in pages[person.id] if n != part.page]
            said = (f"goes on, page {others[0]}",) if others else ()
            assert person.labels == said


def test_a_part_that_would_print_too_small_is_cut_again() -> None:
    found = parts(FAMILY, lambda part: len(part.persons) <= 10)
    assert max(len(part.family.persons) for part in found) <= 10
    assert len(found) > len(PARTS)


def test_people_tied_to_nobody_stand_with_their_household() -> None:
    home = tuple(Residence(person=p) for p in ("c9.1", "lodger"))
    family = replace(
        FAMILY,
        persons=(*FAMILY.persons, Person(id="lodger", name="Lodger")),
        households=(Household(id="h", members=home),),
    )
    pages = pages_of(parts(family, lambda part: True))
    assert pages["lodger"] == pages["c9.1"]


def test_a_childrens_home_of_many_is_cut_where_one_sheet_would_be_too_small_to_read() -> None:
    others = tuple(Person(id=f"r{n}", name=f"Resident {n}") for n in range(40))
    home = tuple(Residence(person=p) for p in ("c9.1", *(p.id for p in others)))
    family = replace(
        FAMILY,
        persons=(*FAMILY.persons, *others),
        households=(Household(id="h", members=home),),
    )
    found = parts(family, lambda part: len(part.persons) <= 13)
    assert max(len(part.family.persons) for part in found) <= 13


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_sheets_are_real_paper_and_readable(tmp_path: Path, paper: str) -> None:
    family = large(10, 9)
    sheets = booklet(family, profile=UK_ICS, title="Sample", paper=paper, effort=1)
    assert len(sheets) > 2
    assert min(print_points(s, paper) for s in sheets[1:]) >= SMALLEST_PRINT
    render_pages(sheets, tmp_path / "g.pdf", paper=paper)
    render_pages(sheets, tmp_path / "h.pdf", paper=paper)
    read = PdfReader(tmp_path / "g.pdf")
    wide, tall = (297, 210) if paper == "a4" else (420, 297)
    for page in read.pages:
        size = [float(side) / 72 * 25.4 for side in page.mediabox[2:]]
        assert size == pytest.approx([wide, tall], abs=0.5)
    assert (tmp_path / "g.pdf").read_bytes() == (tmp_path / "h.pdf").read_bytes()
    assert f"page 1 of {len(sheets)}" in read.pages[0].extract_text()


def test_a_family_that_can_be_read_on_one_sheet_stays_on_one() -> None:
    assert len(booklet(large(2, 2), profile=UK_ICS, title="Sample", effort=1)) == 1


def test_forty_people_print_at_six_points_or_more_on_one_sheet() -> None:
    family = large(10, 3)
    assert 40 <= len(family.persons) <= 42
    (sheet,) = booklet(family, profile=UK_ICS, title="Sample", paper="a3", effort=1)
    assert print_points(sheet, "a3") >= SMALLEST_PRINT


def test_words_fill_as_many_sheets_as_they_need() -> None:
    lines = [f"- line {n}" for n in range(100)]
    sheets = word_sheets("Changes", lines)
    told = [m.text for s in sheets for m in s.marks if isinstance(m, Words) and m.id != "title"]
    assert told == lines
    assert len(sheets) == 3


def test_a_part_knows_its_page() -> None:
    assert [p.page for p in PARTS] == list(range(2, 2 + len(PARTS)))


def test_a_relationship_of_people_on_different_sheets_is_told_on_both() -> None:
    tie = Relationship(source="p0", target="c15.1", kind=RelationshipKind.CUT_OFF)
    family = replace(FAMILY, relationships=(tie,))
    sheets = booklet(family, profile=UK_ICS, title="Sample", effort=0)
    told = [
        any(isinstance(m, Words) and m.text.startswith("Cut off, Person Zero to ") for m in s.marks)
        for s in sheets
    ]
    assert told.count(True) == 2


def test_an_index_at_the_end_names_everybody_with_their_pages() -> None:
    sheets = booklet(FAMILY, profile=UK_ICS, title="Sample", effort=0)
    index = [s for s in sheets if "who is on which page" in s.title]
    told = [m.text for s in index for m in s.marks if isinstance(m, Words) and m.id != "title"]
    assert len(told) == len(FAMILY.persons)
    pages = pages_of(PARTS)
    assert f"Person Zero: {', '.join(map(str, pages['p0']))}" in told
    assert sheets[0].title.endswith(f"page 1 of {len(sheets)})")
