"""The genogram held against the chronology: what each says that the other does not bear out.

Names and words are compared, not understood: each contradiction quotes both sides and says where
they stand. It is a prompt to look, not a conclusion.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from caseweave.crosschecks.contradiction import GENOGRAM, Contradiction
from caseweave.crosschecks.homes.addresses import addresses_that_differ
from caseweave.crosschecks.homes.who_lives_where import homes_that_differ
from caseweave.crosschecks.kin.couples import couples_that_differ
from caseweave.crosschecks.kin.relations import (
    friends_that_are_kin,
    not_mentioned,
    relations_that_differ,
)
from caseweave.crosschecks.kin.upbringing import upbringings_that_differ
from caseweave.crosschecks.lacking.strangers import not_in_genogram
from caseweave.crosschecks.lacking.unnamed_kin import kin_not_in_genogram
from caseweave.crosschecks.lacking.unnamed_partners import (
    partners_not_in_genogram,
    spouses_that_are_none,
)
from caseweave.crosschecks.lives.ages import ages_that_differ
from caseweave.crosschecks.lives.birthdays import birthdays_that_differ
from caseweave.crosschecks.lives.births import births_that_differ, case_births_that_differ
from caseweave.crosschecks.lives.deaths import deaths_that_differ
from caseweave.crosschecks.lives.due_dates import due_dates_that_differ
from caseweave.crosschecks.lives.elders import elders_that_differ
from caseweave.crosschecks.lives.not_alive import dealings_with_the_dead
from caseweave.crosschecks.lives.stages import stages_that_differ
from caseweave.crosschecks.numbers.children_siblings import kin_counts_that_differ
from caseweave.crosschecks.numbers.in_a_home import counts_that_differ
from caseweave.crosschecks.people import Known
from chronology.exporters import put, whole
from chronology.exporters.books.sheets import Sheets, new_book
from chronology.findings import refuse_other_endings
from chronology.model import Chronology
from chronology.ordering import refs
from genogram.model import Family

# In the order in which a reader would look at them.
CHECKS: tuple[Callable[[Known], Iterator[Contradiction]], ...] = (
    case_births_that_differ,
    births_that_differ,
    ages_that_differ,
    elders_that_differ,
    stages_that_differ,
    due_dates_that_differ,
    birthdays_that_differ,
    deaths_that_differ,
    dealings_with_the_dead,
    homes_that_differ,
    counts_that_differ,
    kin_counts_that_differ,
    addresses_that_differ,
    relations_that_differ,
    friends_that_are_kin,
    couples_that_differ,
    upbringings_that_differ,
    spouses_that_are_none,
    not_in_genogram,
    kin_not_in_genogram,
    partners_not_in_genogram,
    not_mentioned,
)


def crosscheck(chronology: Chronology, family: Family, file: str = "") -> tuple[Contradiction, ...]:
    """Every contradiction between the entries and the family; `file` names the family's file."""
    known = Known(family=family, chronology=chronology, file=file)
    return tuple(found for check in CHECKS for found in _once(check(known)))


def _once(found: Iterable[Contradiction]) -> Iterable[Contradiction]:
    """Of several rows that say the same the first, which is enough to ask about.

    Beside it stands the first row of every other agency that says so.
    """
    told: dict[tuple[str, str], Contradiction] = {}
    for one in found:
        first = told.setdefault((one.kind, one.about), one)
        known = {side.who for side in first.sides}
        more = [side for side in one.sides if side.who not in known]
        if more:
            rows = [side for side in first.sides if side.who != GENOGRAM]
            family = first.sides[len(rows) :]
            told[one.kind, one.about] = replace(first, sides=(*rows, *more, *family))
    return told.values()


def contradiction_data(found: Contradiction) -> dict[str, Any]:
    """One contradiction as plain data."""
    return {
        "kind": found.kind,
        "about": found.about,
        "message": found.message,
        "sides": [asdict(side) | {"entry": side.entry or None} for side in found.sides],
        "remedy": found.remedy,
    }


HEADS = ("Kind", "What does not agree", "Ref", "In the chronology", "Where", "In the genogram",
         "What to do")  # fmt: skip
WIDTHS = (16, 44, 6, 44, 24, 36, 34)


def lines(chronology: Chronology, found: tuple[Contradiction, ...]) -> list[tuple[str | int, ...]]:
    """One line of a table for each contradiction, under `HEADS`."""
    ref = refs(chronology)
    told: list[tuple[str | int, ...]] = []
    for one in found:
        rows = [s for s in one.sides if s.who != GENOGRAM]
        family = [s for s in one.sides if s.who == GENOGRAM]
        numbers = [ref[s.entry] for s in rows if s.entry in ref]
        told.append(
            (
                one.kind,
                one.message,
                numbers[0] if len(numbers) == 1 else ", ".join(map(str, numbers)),
                "\n".join(f"{s.who}: {s.words}" for s in rows),
                "\n".join(s.place for s in rows),
                "\n".join(f"{s.words} ({s.place})" if s.place else s.words for s in family),
                one.remedy,
            )
        )
    return told


def check_suffix(path: Path) -> None:
    """Raise CaseweaveError unless a cross-check can be written under that suffix."""
    refuse_other_endings(path, "a cross-check", (".xlsx", ".json"))


def write(chronology: Chronology, found: tuple[Contradiction, ...], path: Path) -> Path:
    """Write .xlsx or .json and say where; raises CaseweaveError for another suffix."""
    check_suffix(path)
    if path.suffix.lower() == ".xlsx":
        return whole(path, lambda part: _table(chronology, found, part))
    return put(path, print_data(found) + "\n")


def print_data(found: tuple[Contradiction, ...]) -> str:
    """The contradictions as JSON."""
    return json.dumps([contradiction_data(c) for c in found], ensure_ascii=False, indent=1)


def _table(chronology: Chronology, found: tuple[Contradiction, ...], path: Path) -> None:
    """A workbook of one sheet; the same input gives the same bytes."""
    book = new_book(path, "Cross-check")
    Sheets(book, chronology).table("Cross-check", HEADS, WIDTHS, lines(chronology, found))
    book.close()
