"""Coverage on paper: the first questions of a panel answered, figures by agency, and charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronology.bases import words_by_basis
from chronology.chances import Scope
from chronology.coverage import HONESTY, share, tallies
from chronology.dates import in_words
from chronology.exporters import charts
from chronology.exporters.accounts import refs
from chronology.exporters.blocks import (
    Block,
    Heading,
    Paragraph,
    Picture,
    Row,
    Style,
    Table,
    cell,
    fit,
    labelled,
    plain,
)
from chronology.exporters.coverage_sheets import NEED_WORDS, value_of
from chronology.exporters.coverage_tables import FIGURES, HEADS, Line, lines_of
from chronology.exporters.rows import BASIS_WORDS
from chronology.model import Child, Chronology, Entry
from chronology.spells import Need, spell_words, spells
from chronology.summary import silences, times

_FIRST = tuple(map(HEADS.index, ("Agency", "Of", "Basis")))
_NAMED = max(_FIRST) + 1  # columns before the figures
_CHARTS = {
    "lanes": "each contact in its agency's lane; the shape says whether {child} was seen",
    "months": "month by month, contacts on which {child} was seen, of all",
    "bars": "{child} seen, seen alone and heard, by agency",
}


def coverage_blocks(chronology: Chronology) -> Iterator[Block]:
    """For each child the answers, the figures and, for the subject, the charts."""
    yield plain(HONESTY, Style.NOTE)
    for child in sorted(chronology.case.children, key=lambda c: not c.subject):
        yield Heading(text=child.label, level=2)
        yield from answers(chronology, child)
        if child.subject:
            yield from pictures(chronology, child)
        for scope in (Scope.CONTACTS, Scope.SESSIONS):
            yield from _figures(chronology, child, scope)


def answers(chronology: Chronology, child: Child) -> Iterator[Paragraph]:
    """Who last saw the child, alone, what was heard, where nobody says, longest spell without."""
    incident = chronology.case.review.incident
    before = f" before {incident:%d/%m/%Y}" if incident else ""
    for need in Need:
        told = times(chronology, child, need)
        words = _cited(chronology, child, need, told.last)
        if told.last_firm is not told.last:
            firm = _cited(chronology, child, need, told.last_firm)
            words += f" Leaving out unconfirmed readings of the text: {firm}"
        yield labelled(f"Last {need.value}{before}", words, Style.TEXT)
    told_of = [s for s in silences(chronology, child) if s.of]
    if told_of:
        listed = "; ".join(
            f"{s.agency or 'all agencies, each event once'}: {share(len(s.not_recorded), s.of)}"
            for s in told_of
        )
        yield labelled(
            "Contacts that could have been face to face and do not say whether "
            f"{child.label} was seen", f"{listed}.", Style.TEXT,
        )  # fmt: skip
    yield from _longest(chronology, child)


def _cited(chronology: Chronology, child: Child, need: Need, entry: Entry | None) -> str:
    if entry is None:
        return "not recorded in the files given."
    value = value_of(entry, child, need)
    words = words_by_basis(value).get(value.basis.value, "")
    said = f", \u201c{words}\u201d" if words and not entry.withheld else ""
    ref = refs(chronology)[entry.id]
    basis = BASIS_WORDS[value.basis]
    return f"{in_words(entry.when)}, {entry.agency} (ref {ref}), {basis}{said}."


def _longest(chronology: Chronology, child: Child) -> Iterator[Paragraph]:
    told = []
    for need in Need:
        if found := spells(chronology, child, need):
            spell = found[0]
            told.append(
                f"{NEED_WORDS[need].replace('the child', child.label)}: {spell_words(spell)}, "
                f"{spell.after.last:%d/%m/%Y} to {spell.before.first:%d/%m/%Y}"
            )
    if told:
        yield labelled("Longest time in which nobody is recorded as", f"{'; '.join(told)}.",
                       Style.TEXT)  # fmt: skip


def pictures(chronology: Chronology, child: Child) -> Iterator[Picture]:
    """The charts of one child, each with what it shows in words."""
    for name, draw in charts.CHARTS.items():
        caption = _CHARTS[name].format(child=child.label)
        yield Picture(
            svg=draw(chronology, child.label),
            caption=caption[0].upper() + caption[1:],
            told=f"Chart: {caption}. The figures stand in the tables of this chapter.",
        )


def _figures(chronology: Chronology, child: Child, scope: Scope) -> Iterator[Block]:
    told = [line for t in tallies(chronology, child, scope) if t.of for line in lines_of(t)]
    if not told:
        return
    shown = _filled(told)
    yield Table(
        caption=f"{child.label}, {_small(scope.value)}",
        heads=("Agency", "Of", "Basis", *(HEADS[n] for n in shown)),
        widths=fit((24, 7, 30, *(13 for _ in shown))),
        rows=tuple(_figure_rows(told, shown)),
    )


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _filled(told: Sequence[Line]) -> list[int]:
    """The columns in which some line has more than nought; seen, alone and views always."""
    always = range(_NAMED, _NAMED + 2)
    views = _NAMED + [m.name for m in FIGURES].index("VIEWS")
    return [
        n
        for n in range(_NAMED, len(HEADS))
        if n in always or n == views or any(line.told[n] not in ("", 0) for line in told)
    ]


def _figure_rows(told: Sequence[Line], shown: Sequence[int]) -> Iterator[Row]:
    for line in told:
        yield Row(cells=tuple(cell(line.told[n]) for n in (*_FIRST, *shown)))
