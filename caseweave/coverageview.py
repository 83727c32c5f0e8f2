"""Coverage at the terminal, within 100 columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from chronology.chances import Scope
from chronology.coverage import HONESTY, By, Tally, count, tallies
from chronology.exporters.coverage_tables import basis_words, lines_of
from chronology.model import Basis, Child, Chronology
from chronology.sightings import Measure

_SHOWN = (
    (Measure.SEEN, "Seen"), (Measure.ALONE, "of these alone"), (Measure.NOT_SEEN, "Not seen"),
    (Measure.VIEWS, "Views rec."), (Measure.SOUGHT, "sought"), (Measure.OBSERVED, "obs."),
)  # fmt: skip
WIDTH = 100


def show(chronology: Chronology, children: Sequence[Child], by: By | None = None) -> None:
    """Print the coverage of each child."""
    console = Console(width=min(Console().width, WIDTH) if Console().is_terminal else WIDTH)
    for child in children:
        for scope in Scope:
            told = [t for t in tallies(chronology, child, scope, by) if t.of]
            if told:
                console.print(_table(child, scope, told))
    console.print(HONESTY, markup=False)


def _table(child: Child, scope: Scope, told: Iterable[Tally]) -> Table:
    table = Table(
        "Agency", "Of", "Basis", *(head for _, head in _SHOWN),
        title=f"{child.label}: {scope.value.lower()}", title_justify="left", box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )  # fmt: skip
    for tally in told:
        first = tally.agency or "All, each event once"
        if tally.period:
            first += f", {tally.period}"
        of = str(len(tally.of))
        for line in lines_of(tally):
            table.add_row(first, of, basis_words(line.basis), *_numbers(line.basis, tally))
            first = of = ""
        table.add_section()
    return table


def _numbers(basis: Basis, tally: Tally) -> list[str]:
    def number(measure: Measure) -> str:
        return str(count(tally, measure, None if basis is Basis.NONE else basis))

    if basis is not Basis.NONE:
        return [number(m) for m, _ in _SHOWN]
    return [number(Measure.NOT_RECORDED), "", "", number(Measure.NO_VIEWS), "", ""]
