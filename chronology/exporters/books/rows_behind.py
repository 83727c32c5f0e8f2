"""The rows behind every figure, laid out so that each figure is one stretch of lines.

    child, agency, what is counted, basis          one block; within it
        contacts | sessions | the rest             and within each of these
            by year, quarter, month, day           what fits into no month after the months

So the figure for a scope, a year, a quarter or a month is always lines that follow one another.
Periods that the case file names overlap as they like, and what is not dated closely enough for a
month stands in many years: these have blocks of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronology.contacts.kinds import CHANCES, Scope
from chronology.contacts.sightings import VIEWS_PARTS, Measure
from chronology.coverage import UNDATED, By, Tally, events, ids, period_of, tallies
from chronology.dates import in_words
from chronology.exporters.coverage_figures import ALL_AGENCIES, FIGURES, SILENT, basis_words
from chronology.exporters.coverage_tables import Cell, Table, quoted
from chronology.exporters.rows import seen_words, views_words
from chronology.model import Basis, Child, Chronology, Entry
from chronology.ordering import refs

SHEET = "Rows behind"
_BRIEF = 160
Key = tuple[str, str, str, Measure | None, Basis]
"""Child, agency, period with blocks of its own, what is counted (None: all), basis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsBehind:
    """The table, and for each block the line on which each entry stands (headings are line 0)."""

    table: Table
    lines: Mapping[Key, Mapping[str, int]]


def rows_behind(chronology: Chronology, children: Iterable[Child]) -> RowsBehind:
    """Lay the rows out for every figure of these children."""
    by_id, ref = {e.id: e for e in chronology.entries}, refs(chronology)
    where: dict[Key, dict[str, int]] = {}
    lines: list[tuple[Cell, ...]] = []
    for child in children:
        # An event of several accounts is dated by one; its views, or that the child was alone,
        # may stand in another.
        told = events(chronology, child)
        told_in = {i: g.entry for g in told for i in (g.heard_in, g.alone_in)}
        dated = {"": by_id | told_in}
        for key, scope_of, members in _blocks(chronology, child):
            block, of = where.setdefault(key, {}), dated.get(key[1], by_id)
            order = {i: (scope_of[i], *_in_time(of[i])) for i in members}
            for id_ in sorted(members, key=order.__getitem__):
                lines.append(_line(key, by_id[id_], ref[id_]))
                block[id_] = len(lines)
    table = Table(
        name=SHEET,
        heads=("Figure", "Ref", "Date", "Agency", "What the row says of the child",
               "The entry as sent", "File", "Sheet", "Row"),
        widths=(40, 6, 13, 15, 32, 46, 16, 11, 6),
        lines=tuple(lines),
        refs=(1,),
    )  # fmt: skip
    return RowsBehind(table=table, lines=where)


def stretch(
    behind: RowsBehind, tally: Tally, measure: Measure | None, basis: Basis, by: By | None
) -> tuple[int, int] | None:
    """First and last line of the rows behind one figure; None for a figure of nothing."""
    key = (tally.child, tally.agency, _apart(tally.period, by), measure, basis)
    block = behind.lines.get(key, {})
    found = sorted(block[i] for i in members_of(tally, measure, basis))
    if not found:
        return None
    assert found[-1] - found[0] + 1 == len(found), "the rows of one figure follow one another"
    return found[0], found[-1]


def members_of(tally: Tally, measure: Measure | None, basis: Basis) -> tuple[str, ...]:
    """The rows behind a figure; of what no basis says those of every basis."""
    if measure is None:
        return tally.of
    return ids(tally, measure, None if measure in SILENT else basis)


def _blocks(
    chronology: Chronology, child: Child
) -> Iterable[tuple[Key, dict[str, int], tuple[str, ...]]]:
    """Each block of a child: its key, the place of each row's scope, and its rows."""
    contacts = _tallies(chronology, child, Scope.CONTACTS)
    sessions = _tallies(chronology, child, Scope.SESSIONS)
    for whole in tallies(chronology, child, Scope.ENTRIES):
        yield from _of_tally(whole, "", contacts.get(whole.agency), sessions.get(whole.agency))
    for by in By:
        for scope in CHANCES:
            for part in tallies(chronology, child, scope, by):
                if apart := _apart(part.period, by):
                    yield from _of_tally(part, apart, None, None)


def _apart(period: str, by: By | None) -> str:
    """The name of the blocks of a period that has its own; '' for one within the whole."""
    if by is None or (by is not By.NAMED and period != UNDATED):
        return ""
    return f"by {by.value}: {period}"


def _tallies(chronology: Chronology, child: Child, scope: Scope) -> dict[str, Tally]:
    return {t.agency: t for t in tallies(chronology, child, scope)}


def _of_tally(
    tally: Tally, period: str, contacts: Tally | None, sessions: Tally | None
) -> Iterable[tuple[Key, dict[str, int], tuple[str, ...]]]:
    for measure in (None, *FIGURES, *SILENT):
        silent = measure is None or measure in SILENT
        for basis in (Basis.NONE,) if silent else tuple(b for b in Basis if b is not Basis.NONE):
            members = members_of(tally, measure, basis)
            scope_of = dict.fromkeys(members, 2)
            for place_, part in ((0, contacts), (1, sessions)):
                if part:
                    scope_of |= dict.fromkeys(members_of(part, measure, basis), place_)
            if members:
                yield (tally.child, tally.agency, period, measure, basis), scope_of, members


def _in_time(entry: Entry) -> tuple[object, ...]:
    """Months of a year first, then what fits only into its quarter, its year, or no year."""
    periods = (period_of(entry.when, by) for by in (By.YEAR, By.QUARTER, By.MONTH))
    return (*((p == UNDATED, p) for p in periods), entry.when.sort_key(), entry.id)


def _line(key: Key, entry: Entry, ref: int) -> tuple[Cell, ...]:
    child, agency, period, measure, basis = key
    what = measure.value if measure else "Counted"
    said = f"{what}; {basis_words(basis).lower()}" if measure and measure not in SILENT else what
    figure = ", ".join(filter(None, (child, agency or ALL_AGENCIES, period))) + f": {said}"
    heard = measure in VIEWS_PARTS
    words = views_words(entry, child) if heard else seen_words(entry, child)
    brief = quoted(entry)
    brief = brief if len(brief) <= _BRIEF else brief[:_BRIEF] + " \u2026"
    return (figure, ref, in_words(entry.when), entry.agency, words, brief, *entry.at.place)
