"""The genogram held against the chronology: planted contradictions are found, and little else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from caseweave.crosscheck import crosscheck, lines, write
from caseweave.crosschecks.contradiction import Contradiction
from caseweave.opening import open_chronology, open_family
from chronology.findings import CaseweaveError
from chronology.model import Chronology

CASES = Path(__file__).parent / "crosscheck"
CASE = CASES / "planted"
# Each but the first was measured before the rules were widened after it (docs/crosscheck.md).
FOLDERS = ("planted", "second", "third", "fourth", "fifth")
EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def checked(folder: Path) -> tuple[Chronology, tuple[Contradiction, ...]]:
    read = open_family(folder)
    assert read is not None
    woven = open_chronology([folder])
    return woven, crosscheck(woven, read[0], "family.json")


def planted(case: str) -> list[tuple[str, tuple[str, ...]]]:
    """What was planted: kind, and the words of which one must stand in the message."""
    told = (CASES / case / "planted.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" | ") for line in told if not line.startswith("#")]
    return [(kind, tuple(words.split("|"))) for kind, words in pairs]


def tells(found: Contradiction, kind: str, words: tuple[str, ...]) -> bool:
    return found.kind == kind and any(w.casefold() in found.message.casefold() for w in words)


@pytest.mark.parametrize(
    ("case", "kind", "words"), [(c, *one) for c in FOLDERS for one in planted(c)], ids=str
)
def test_every_planted_contradiction_is_found(case: str, kind: str, words: tuple[str, ...]) -> None:
    _, found = checked(CASES / case)
    assert [c for c in found if tells(c, kind, words)]


@pytest.mark.parametrize("case", FOLDERS)
def test_little_else_is_reported_beside_what_was_planted(case: str) -> None:
    _, found = checked(CASES / case)
    others = [c.message for c in found if not any(tells(c, *one) for one in planted(case))]
    assert len(others) <= 2, others


def test_staff_streets_and_other_peoples_relations_are_not_the_family() -> None:
    _, found = checked(CASE)
    about = " ".join(c.about for c in found)
    assert not [
        n for n in ("Hallam", "Pellow", "Penrose", "Tomos", "Okoro", "Marrow") if n in about
    ]


@pytest.mark.parametrize("name", ["harbour-lane", "mill-terrace"])
def test_the_examples_have_no_more_than_a_panel_would_look_at(name: str) -> None:
    _, found = checked(EXAMPLES / name)
    assert len(found) <= 10


def test_both_sides_are_quoted_with_their_places() -> None:
    woven, found = checked(CASE)
    birth = next(c for c in found if c.kind == "birth differs")
    row, family = birth.sides
    assert "DOB 21/01/1991" in row.words
    assert row.place == "police.csv, police, row 3"
    assert row.entry in {e.id for e in woven.entries}
    assert family.place == "family.json, People, Neil Amble"


def test_the_table_and_the_json_are_written_whole(tmp_path: Path) -> None:
    woven, found = checked(CASE)
    for name in ("x.xlsx", "x.json"):
        assert write(woven, found, tmp_path / name).stat().st_size > 1000
    assert len(lines(woven, found)) == len(found)
    with pytest.raises(CaseweaveError, match="cannot be written"):
        write(woven, found, tmp_path / "x.pdf")
