"""A part of a family round one person."""

from __future__ import annotations

from pathlib import Path

import pytest

import genogram
from chronology.findings import CaseweaveError

FAMILY, _ = genogram.read(Path(__file__).parent / "families" / "cousins.json")


def people(**how: int) -> set[str]:
    return {p.id for p in genogram.around(FAMILY, "g", **how).persons}


def test_one_generation_up_and_down_takes_parents_partner_and_children() -> None:
    assert people(up=1, down=1, side=0) == {"g", "c", "d", "h", "i", "j"}


def test_sideways_twice_takes_uncles_and_aunts_with_partners() -> None:
    assert {"e", "f", "j"} <= people(up=2, down=0, side=2)


def test_nobody_of_that_name_is_said_in_plain_words() -> None:
    with pytest.raises(CaseweaveError, match="Nobody in the family"):
        genogram.around(FAMILY, "nobody")
