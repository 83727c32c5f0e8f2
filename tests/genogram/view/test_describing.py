"""The genogram in words says what the drawing shows."""

from __future__ import annotations

from dataclasses import replace

import genogram
from genogram.formats.family_dates import NO_DATE, when_from
from genogram.model import Family, Person, Pregnancy, Union, UnionKind

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
    unknown = couple(UnionKind.UNKNOWN)
    assert "Sample, kind of partnership not recorded, together from 2012 to 2017:" in unknown


def test_twins_are_said_and_whether_they_are_alike() -> None:
    kit, pip = (Person(id=n, name=n, twin="t") for n in ("Kit", "Pip"))
    twins = [replace(kit, identical=True), pip]
    said = genogram.describe(Family(persons=(*twins, ANN)))
    assert "Kit, sex not known, identical twin with Pip." in said
    assert "Pip, sex not known, identical twin with Kit." in said
    assert "Ann Sample, sex not known." in said


def test_of_a_death_without_a_date_only_that_is_said() -> None:
    gone = Person(id="gus", name="Gus Sample", died=when_from(NO_DATE))
    assert "died, date not recorded." in genogram.describe(Family(persons=(gone,)))


def test_a_loss_is_said_with_its_day() -> None:
    lost = Person(id="p", name="Pip", pregnancy=Pregnancy.STILLBIRTH, born=when_from("2018"))
    assert "Pip, sex not known, stillbirth, 2018." in genogram.describe(Family(persons=(lost,)))
