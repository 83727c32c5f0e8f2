"""The genogram in words says what the drawing shows."""

from __future__ import annotations

import genogram
from genogram.model import Family, Person, Union, UnionKind
from genogram.whens import NO_DATE, when_from

ANN, BOB = Person(id="ann", name="Ann Sample"), Person(id="bob", name="Bob Sample")


def couple(kind: UnionKind, start: str = "2012", end: str = "2017") -> str:
    union = Union(
        id="u",
        partners=("ann", "bob"),
        kind=kind,
        start=when_from(start) if start else None,
        end=when_from(end) if end else None,
    )
    return genogram.describe(Family(persons=(ANN, BOB), unions=(union,))).splitlines()[-1]


def test_the_time_of_a_couple_that_parted_is_the_time_together() -> None:
    said = couple(UnionKind.DIVORCED)
    assert said == (
        "Ann Sample and Bob Sample, divorced, together from 2012 to 2017: no children recorded."
    )
    assert "separated, together to 2017:" in couple(UnionKind.SEPARATED, start="")
    assert "separated:" in couple(UnionKind.SEPARATED, start="", end="")
    assert "married from 2012 to 2017:" in couple(UnionKind.MARRIED)


def test_twins_are_said_and_whether_they_are_alike() -> None:
    twins = [Person(id=n, name=n, twin="t", identical=True) for n in ("Kit", "Pip")]
    said = genogram.describe(Family(persons=(*twins, ANN)))
    assert "Kit, sex not known, identical twin with Pip." in said
    assert "Ann Sample, sex not known." in said


def test_of_a_death_without_a_date_only_that_is_said() -> None:
    gone = Person(id="gus", name="Gus Sample", died=when_from(NO_DATE))
    assert "died, date not recorded." in genogram.describe(Family(persons=(gone,)))
