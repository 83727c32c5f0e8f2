"""Coverage on paper: charts of the subject, and for each child figures and missed contacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from chronology.contacts.kinds import CHANCES, Scope
from chronology.contacts.missed import Run, missed_contacts, runs
from chronology.contacts.missed_cues import Missed
from chronology.coverage import HONESTY, tallies
from chronology.dates import in_words
from chronology.exporters import charts
from chronology.exporters.coverage_figures import HEADS, Line, lines_of, measures_shown
from chronology.exporters.drawn.shapes import with_footnote
from chronology.exporters.paper.blocks import (
    Block,
    Heading,
    Picture,
    Row,
    Style,
    Table,
    cell,
    fit,
    plain,
)
from chronology.exporters.rows import subjects_first
from chronology.model import Child, Chronology
from chronology.ordering import refs
from chronology.review.written_questions import first_capital
from chronology.unread import left_out_words

_FIRST = tuple(map(HEADS.index, ("Agency", "Of", "Basis")))
_CHARTS = {
    "lanes": "each contact in its agency's lane; the shape says whether {child} was seen",
    "months": "over time, contacts on which {child} was seen, of all",
    "bars": "{child} seen, seen alone and heard, by agency",
}


def coverage_blocks(chronology: Chronology) -> Iterator[Block]:
    """For each child the figures, the missed contacts and, for the subject, the charts; the answers
    stand in brief."""
    yield plain(
        f"{HONESTY} The last times, the longest times without, and where nobody says stand under "
        "At a glance.",
        Style.NOTE,
    )
    for child in subjects_first(chronology.case):
        yield Heading(text=child.label, level=2)
        if child.subject:
            yield from pictures(chronology, child)
        figures = [block for scope in CHANCES for block in _figures(chronology, child, scope)]
        yield from figures or [plain("No such contact or session in the files given.")]
        yield from _missed(chronology, child)


def pictures(chronology: Chronology, child: Child) -> Iterator[Picture]:
    """The charts of one child, each with what it shows in words: below it what it knows nothing of,
    as below those written as files, so that each is drawn once."""
    note = left_out_words(chronology)
    for name, draw in charts.CHARTS.items():
        caption = _CHARTS[name].format(child=child.label)
        yield Picture(
            svg=with_footnote(draw(chronology, child.label), note),
            caption=first_capital(caption),
            told=f"Chart: {caption}. The figures stand in the tables of this chapter.",
        )


def _figures(chronology: Chronology, child: Child, scope: Scope) -> Iterator[Block]:
    told = [line for t in tallies(chronology, child, scope) if t.of for line in lines_of(t)]
    if not told:
        return
    shown = [HEADS.index(measure.value) for measure in measures_shown(told)]
    yield Table(
        caption=f"{child.label}, {_small(scope.value)}",
        heads=("Agency", "Of", "Basis", *(HEADS[n] for n in shown)),
        widths=fit((32, 7, 34, *(13 for _ in shown))),
        rows=tuple(_figure_rows(told, shown)),
    )


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _figure_rows(told: Sequence[Line], shown: Sequence[int]) -> Iterator[Row]:
    for line in told:
        yield Row(cells=tuple(cell(line.told[n]) for n in (*_FIRST, *shown)))


def _missed(chronology: Chronology, child: Child) -> Iterator[Block]:
    """The contacts recorded as missed, agency by agency, and those that followed one another."""
    told: dict[str, list[Missed]] = {}
    for missed in missed_contacts(chronology, child):
        told.setdefault(missed.entry.agency, []).append(missed.kind)
    if not told:
        yield plain(f"No contact with {child.label} is recorded as missed in the files given.")
        return
    ref = refs(chronology)
    yield Table(
        caption=f"{child.label}, contacts recorded as missed; each agency's own rows",
        heads=("Agency", *(first_capital(kind) for kind in Missed), "Missed one after another"),
        widths=fit((32, *(16 for _ in Missed), 120)),
        rows=tuple(
            Row(
                cells=(
                    cell(agency),
                    *(cell(kinds.count(kind)) for kind in Missed),
                    tuple(plain(_run_words(run, ref), Style.CELL)
                          for run in runs(chronology, child) if run.agency == agency),
                )
            )
            for agency, kinds in sorted(told.items())
        ),
    )  # fmt: skip


def _run_words(run: Run, ref: Mapping[str, int]) -> str:
    """ "2: no access, cancelled; 03/12/2024 (ref 12) to 11/12/2024 (ref 15)"."""
    first, last = (
        f"{in_words(m.entry.when)} (ref {ref[m.entry.id]})" for m in (run.missed[0], run.missed[-1])
    )
    return f"{len(run.missed)}: {', '.join(m.kind for m in run.missed)}; {first} to {last}"
