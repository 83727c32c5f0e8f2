"""Coverage in figures: lines for any writer, one for each basis of each agency, never summed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronology.contacts.kinds import SCOPES, Scope
from chronology.contacts.sightings import Measure
from chronology.coverage import By, Tally, count, tallies
from chronology.exporters.rows import BASIS_WORDS
from chronology.model import Basis, Child, Chronology
from chronology.review.written_questions import first_capital
from chronology.values.readings_by_basis import ORDER, SHOWN

FIGURES = (
    Measure.SEEN, Measure.ALONE, Measure.ASLEEP, Measure.GLIMPSED, Measure.REMOTE, Measure.CARER,
    Measure.NOT_SEEN, Measure.VIEWS, Measure.SOUGHT, Measure.OBSERVED,
)  # fmt: skip
"""What a basis may say; a line for each basis."""
SILENT = (
    Measure.NOT_RECORDED, Measure.NO_VIEWS, Measure.NO_DEALINGS, Measure.OTHERS_RECORD,
    Measure.DIFFERS,
)  # fmt: skip
"""What no basis says; in one line after those of the bases."""
ALL_AGENCIES = "All agencies, each event once"
NOT_RECORDED = "Not recorded: none of these"
HEADS = (
    "Child", "Counted over", "Agency", "Period", "Of", "Basis",
    *(m.value for m in FIGURES), *(m.value for m in SILENT),
)  # fmt: skip
UPRIGHT = tuple(m.value for m in (*FIGURES, *SILENT))
"""Headings that stand upright in a workbook: lying, they would make the sheet too wide for A4."""
WIDTHS = (9, 20, 16, 8, 5, 17, *(5.4 for _ in UPRIGHT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of figures: a tally, the basis it stands on, and the words and numbers to show."""

    tally: Tally
    basis: Basis
    told: tuple[str | int, ...]


def figures(
    chronology: Chronology,
    children: Iterable[Child],
    by: By | None = None,
    scopes: Sequence[Scope] = SCOPES,
) -> tuple[Line, ...]:
    """The lines for every child, scope and agency; with `by` for every period as well."""
    return tuple(
        line
        for child in children
        for scope in scopes
        for tally in tallies(chronology, child, scope, by)
        if tally.of
        for line in lines_of(tally)
    )


def lines_of(tally: Tally) -> Iterator[Line]:
    """A line for each basis on which anything rests, then one for what is not recorded."""
    for basis in (*SHOWN, Basis.NONE):
        shown = FIGURES if basis in ORDER else SILENT
        numbers = {m: count(tally, m, None if basis is Basis.NONE else basis) for m in shown}
        if basis is not Basis.NONE and not any(numbers.values()):
            continue
        yield Line(
            tally=tally,
            basis=basis,
            told=(
                tally.child,
                tally.scope.value,
                tally.agency or ALL_AGENCIES,
                tally.period or "whole time",
                len(tally.of),
                basis_words(basis),
                *(numbers.get(m, "") for m in (*FIGURES, *SILENT)),
            ),
        )


def measures_shown(lines: Sequence[Line]) -> tuple[Measure, ...]:
    """The measures of which some line has more than nought; seen, alone and views always."""
    always = (Measure.SEEN, Measure.ALONE, Measure.VIEWS)
    return tuple(
        measure
        for column, measure in enumerate(_MEASURES, start=len(HEADS) - len(_MEASURES))
        if measure in always or any(line.told[column] not in ("", 0) for line in lines)
    )


_MEASURES = (*FIGURES, *SILENT)


def basis_words(basis: Basis) -> str:
    """The basis as a heading: "Stated by the agency"."""
    return first_capital(BASIS_WORDS[basis]) or NOT_RECORDED
