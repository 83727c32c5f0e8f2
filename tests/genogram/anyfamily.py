"""Any family at all, for tests in which nothing of it may get lost."""

from __future__ import annotations

from hypothesis import strategies as st

from chronology.dates import When
from chronology.importers.tidying import tidy
from genogram.formats.family_dates import when_from
from genogram.model import (
    Family,
    Household,
    LegalStatus,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Relationship,
    RelationshipKind,
    Residence,
    Sex,
    Union,
    UnionKind,
)

AWKWARD = (
    *("=1+1", "+44", "-x", "@I1@", "@", "@@", "a@b", "Jo /Sample/", "Al/Jo Sample", "//", "@mail"),
    *("two\nlines", "x" * 700, "word " * 120 + "end", "\u0645\u0631\u064a\u0645", "\u674e\u5c0f"),
    *("O\u2019Neil", "Zo\u00eb", "1", "TRUE", "a; b", '"quoted"', "I1", "F1", "NONE"),
    *("1 NAME x", "_x0041_", "\U0001f476", "<b>&", "SUBM", "H1", "12/03/2020"),
)
DATES = (
    *("14/03/1990", "c. 1989", "March 2015", "2015", "before 1989", "after 12 March 2007", "1850"),
    *("early 2007", "winter 2006/7", "between 1950 and 1952", "from 1950 to 1952", "until 2001"),
    *("5 Mar 1700 (Julian)", "Ads 5780 (Hebrew)", "1850 [the flood]", "not long ago", "unknown"),
    *("12-14 May 2008", "2015-03-01 09:30", "31/02/2001", "about Mar 1921", "45 AD", "44 BC"),
    *(
        "2021-03-04",
        "1900-01-05",
        "2021-02-30",
        "date not recorded",
        "estimated 1900",
        "since March 2007",
        "12/3/07",
        "a (b) [c] @d",
    ),
)


words = st.sampled_from(AWKWARD) | st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=12
).map(tidy).map(str.strip).filter(bool)  # as every file is read
some_words = st.just("") | words
whens = st.none() | st.sampled_from(DATES).map(when_from)
spans = st.tuples(whens, whens)


def _span(start: When | None, end: When | None) -> dict[str, When | None]:
    return {"start": start, "end": end}


@st.composite
def legal(draw: st.DrawFn) -> LegalStatus:
    return LegalStatus(status=draw(words), reference=draw(some_words), **_span(*draw(spans)))


@st.composite
def person(draw: st.DrawFn, identity: str) -> Person:
    return Person(
        id=identity,
        name=draw(words),
        sex=draw(st.sampled_from(Sex)),
        born=draw(whens),
        died=draw(whens),
        subject=draw(st.booleans()),
        twin=draw(st.sampled_from(["", "", "t1", "t 2"])),
        identical=draw(st.sampled_from([None, True, False])),
        pregnancy=draw(st.sampled_from([None, None, None, *Pregnancy])),
        role=draw(some_words),
        labels=tuple(draw(st.lists(words, max_size=2))),
        legal=tuple(draw(st.lists(legal(), max_size=2))),
        ethnicity=draw(some_words),
        disability=draw(some_words),
    )


@st.composite
def households(draw: st.DrawFn, ids: list[str]) -> tuple[Household, ...]:
    made = []
    for home in draw(st.lists(words, max_size=2, unique=True)):
        stays = st.builds(
            lambda p, s: Residence(person=p, **_span(*s)), st.sampled_from(ids), spans
        )
        members = tuple(draw(st.lists(stays, max_size=4)))
        made.append(Household(id=home, address=draw(some_words), members=members))
    return tuple(made)


@st.composite
def families(draw: st.DrawFn) -> Family:
    """People, unions of one or two, links of every kind, homes, ties: as wild as may be."""
    ids = draw(st.lists(words, min_size=1, max_size=5, unique=True))
    persons = tuple(draw(person(i)) for i in ids)
    unions = tuple(
        Union(
            id=identity,
            partners=tuple(
                draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True))
            ),
            kind=draw(st.sampled_from(UnionKind)),
            **_span(*draw(spans)),
        )
        for identity in draw(st.lists(words, max_size=3, unique=True))
    )
    parents = tuple(
        Parentage(
            child=draw(st.sampled_from(ids)),
            union=union.id,
            kind=draw(st.sampled_from(LinkKind)),
            responsibility=draw(some_words),
            **_span(*draw(spans)),
        )
        for union in unions
        for _ in range(draw(st.integers(0, 2)))
    )
    ties = tuple(
        Relationship(
            source=draw(st.sampled_from(ids)),
            target=draw(st.sampled_from(ids)),
            kind=draw(st.sampled_from(RelationshipKind)),
            status=draw(some_words),
            reference=draw(some_words),
            **_span(*draw(spans)),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    return Family(
        persons=persons,
        unions=unions,
        parents=tuple(dict.fromkeys(parents)),  # the same link twice is a finding, and read once
        households=draw(households(ids)),
        relationships=ties,
    )
