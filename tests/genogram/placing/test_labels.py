"""The words at symbols and lines are as exact as the record, and no more."""

from __future__ import annotations

import pytest

from genogram.formats.family_dates import when_from
from genogram.model import Union, UnionKind
from genogram.placing.labels import union_words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("14/06/2012", "Nov 2020", "2012\u20132020"),
        ("2012", "", "m. 2012"),
        ("summer 2012", "2012", "m. 2012"),
        ("", "3 May 2016", "to 2016"),
        ("c. 1968", "", "m. c. 1968"),
        ("mid 90's", "2016", "mid 90's to 2016"),
        ("before 1990", "", "m. before 1990"),
        ("between 2011 and 2012", "2016", "between 2011 and 2012 to 2016"),
        ("not known", "", ""),
    ],
)
def test_the_years_of_a_partnership_are_no_more_exact_than_its_dates(
    start: str, end: str, words: str
) -> None:
    began, ended = (when_from(told) if told else None for told in (start, end))
    union = Union(id="u", partners=("a", "b"), kind=UnionKind.MARRIED, start=began, end=ended)
    assert union_words(union) == words


@pytest.mark.parametrize(
    ("kind", "start", "words"),
    [
        (UnionKind.COHABITING, "Jan 2023", "from 2023"),
        (UnionKind.UNKNOWN, "c. 1968", "from c. 1968"),
        (UnionKind.SEPARATED, "before 1990", "before 1990"),
        (UnionKind.DIVORCED, "2001", "m. 2001"),
        (UnionKind.BRIEF, "2009", "2009"),
        (UnionKind.DONOR, "2009", "2009"),
    ],
)
def test_a_partnership_of_which_only_the_beginning_is_told_does_not_look_like_one_year(
    kind: UnionKind, start: str, words: str
) -> None:
    union = Union(id="u", partners=("a", "b"), kind=kind, start=when_from(start))
    assert union_words(union) == words
