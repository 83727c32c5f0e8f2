"""Coverage as one self-contained page: read on screen without script, printed on A4."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from caseweave.templating import environment, own_text, policy_hash
from chronology.contacts.brief import excerpt
from chronology.contacts.kinds import SCOPES, Scope
from chronology.contacts.sightings import Measure
from chronology.contacts.spells import Need, spell_words, value_of
from chronology.contacts.summary import (
    AS_SENT,
    ORIGINALLY,
    before_incident,
    child_days,
    contacts_words,
    firm_label,
    longest,
    longest_as_sent,
    silences,
    times,
    words_by_basis_of,
)
from chronology.coverage import HONESTY, By, share, tallies
from chronology.dates import in_words
from chronology.exporters import charts, coverage_tables
from chronology.exporters.coverage_figures import (
    ALL_AGENCIES,
    HEADS,
    basis_words,
    lines_of,
    measures_shown,
)
from chronology.exporters.coverage_tables import Table, quoted
from chronology.exporters.drawn.shapes import inlined
from chronology.exporters.rows import BASIS_WORDS, birth_words, professional
from chronology.exporters.sentences import unquoted, words_cited
from chronology.exporters.spell_lines import NEED_WORDS, spell_days
from chronology.model import Basis, Child, Chronology, Entry, Seen, Views
from chronology.ordering import listed, refs
from chronology.values.readings_by_basis import SHOWN

_LATEST, _LATEST_OF_EACH = 3, 2
_CHARTS = ("months", "lanes", "bars")
"""The low one first: it has room on the page of the answers."""
_TOLD = 160  # characters
_LONG = 120
"""Characters of a cell that are cut on paper where they take more than three lines."""
_ALL_LISTED = 3_000
"""Entries up to which the page lists every row; of more it lists those that it cites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry as the page cites it: its Ref, where it stands, and its words."""

    ref: int
    date: str
    agency: str
    words: str
    place: str
    basis: str = ""
    evidence: str = ""
    quoted: bool = True
    """Whether the evidence is words of a record; a later answer says itself whose it is."""
    professional: str = ""
    told: str = ""
    """What the entry tells, where the evidence is a word of a column ("Yes") that says little."""


def page(
    chronology: Chronology, children: Sequence[Child], note: str = "", by: By | None = None
) -> str:
    """The whole page as HTML text; nothing in it refers to anything outside it.

    `by` asks for the figures of such stretches too.
    """
    style = own_text("coverage.css")
    stretches = {words: each for words, each in _BY.items() if each in (*_ALWAYS, by)}
    told = [_child(chronology, child, stretches) for child in children]
    everything = len(chronology.entries) <= _ALL_LISTED
    linked = None if everything else {ref for child in told for ref in _linked(child)}
    return (
        environment()
        .get_template("coverage.html")
        .render(
            chronology=chronology,
            case=chronology.case,
            children=told,
            rows=_cited(chronology, linked),
            style_text=style,
            style_hash=policy_hash(style),
            before=before_incident(chronology),
            note=note,
            honesty=HONESTY,
            long=_LONG,
            bases=[basis_words(b) for b in (*SHOWN, Basis.NONE)],
        )
    )


def _child(chronology: Chronology, child: Child, stretches: Mapping[str, By]) -> dict[str, Any]:
    told = coverage_tables.tables(chronology, [child])
    number = chronology.case.children.index(child)
    return {
        "label": child.label,
        "born": birth_words(chronology.case, child),
        "died": f"{child.died:%d/%m/%Y}" if child.died else "",
        "last": {need.value: last_times(chronology, child, need) for need in Need},
        "said": _said(chronology, child),
        "silence": silence_words(chronology, child),
        "spells": [longest_spell(chronology, child, need) for need in Need],
        "days": _days(chronology, child),
        "differ": len(child_days(chronology, child).differ),
        "charts": [inlined(charts.CHARTS[name](chronology, child.label), f"{name}-{number}")
                   for name in _CHARTS],
        "figures": [(scope.value, _figures(chronology, child, scope)) for scope in SCOPES],
        "periods": [(name, _figures(chronology, child, Scope.CONTACTS, by))
                    for name, by in stretches.items()],
        "times": _folded(_without_child(told[0])),
        "tables": [_without_child(t) for t in told[1:]],
        "silent": _silent(told),
        "more": range(told[1].first or 0, len(told[1].lines)),
    }  # fmt: skip


_BY = {"year": By.YEAR, "quarter": By.QUARTER, "month": By.MONTH,
       "the periods that the case file names": By.NAMED}  # fmt: skip
_ALWAYS = (By.YEAR, By.NAMED)


def _said(chronology: Chronology, child: Child) -> list[tuple[str, int, list[Row]]]:
    """Basis, number and the latest of the entries that record the child's words: few enough for
    the four answers to stand on one printed page."""
    by_basis = words_by_basis_of(chronology, child)
    shown = _LATEST if len(by_basis) == 1 else _LATEST_OF_EACH
    return [
        (
            basis_words(basis),
            len(told),
            [cited(chronology, e, e.views[child.label]) for e in told[:shown]],
        )
        for basis, told in by_basis
    ]


def last_times(chronology: Chronology, child: Child, need: Need) -> dict[str, Row | str | None]:
    """The last and first time, what may have been later still, and the last leaving out
    unconfirmed readings if it differs."""
    told = times(chronology, child, need)

    def row(entry: Entry | None) -> Row | None:
        if entry is None:
            return None
        value: Seen | Views = value_of(entry, child, need)
        return cited(chronology, entry, value)

    differs = told.last_firm is not told.last
    return {"last": row(told.last), "firm": row(told.last_firm) if differs else None,
            "firm_label": firm_label(told, child),
            "answered": ORIGINALLY if told.as_sent else None,
            "as_sent": row(told.as_sent.last) if told.as_sent else None,
            "first": row(told.first),
            "later": coverage_tables.later_words(told, child, refs(chronology)),
            "apart": coverage_tables.apart_words(told, child, refs(chronology))}  # fmt: skip


def cited(chronology: Chronology, entry: Entry, value: Seen | Views) -> Row:
    """One entry as a page cites it, with the basis and the words behind a value."""
    row, evidence = _row(chronology, entry), unquoted(words_cited(entry, value))
    return replace(
        row,
        basis=BASIS_WORDS[value.basis],
        quoted=value.basis is not Basis.AGENCY_ANSWER,
        evidence=evidence,
        professional=professional(entry),
        told="" if evidence in row.words else excerpt(row.words, _TOLD),
    )


def silence_words(chronology: Chronology, child: Child) -> dict[str, object]:
    """How many contacts do not say whether the child was seen, of how many; by agency."""
    told = silences(chronology, child)
    everyone = next((s for s in told if not s.agency), None)
    return {
        "all": share(len(everyone.not_recorded), everyone.of) if everyone else "0 of 0",
        "agencies": [(s.agency, share(len(s.not_recorded), s.of)) for s in told if s.agency],
        "beside": contacts_words(chronology, child),
    }


def longest_spell(chronology: Chronology, child: Child, need: Need) -> dict[str, str]:
    """The longest time in which nobody is recorded as doing so, and without readings if longer."""
    spell, firm = (longest(chronology, child, need, firm=firm) for firm in (False, True))
    if spell is None or firm is None:
        return {"need": NEED_WORDS[need]} | dict.fromkeys(
            ("long", "days", "firm", "firm_days", "sent"), ""
        )
    sent = longest_as_sent(chronology, child, need)
    return {
        "need": NEED_WORDS[need],
        "long": spell_words(spell),
        "days": spell_days(chronology, spell),
        "firm": spell_words(firm) if firm.most > spell.most else "",
        "firm_days": spell_days(chronology, firm),
        "sent": f"{AS_SENT}: {spell_words(sent)}, {spell_days(chronology, sent)}." if sent else "",
    }


def _days(chronology: Chronology, child: Child) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """For seen, alone and heard: the number of days of all, by basis."""
    told = child_days(chronology, child)
    named = ((Measure.SEEN, "seen"), (Measure.ALONE, "seen alone"), (Measure.VIEWS, "heard"))
    return [
        (words, str(told.of), [(basis_words(b), len(days)) for b in SHOWN
                               if (days := told.by_basis.get(measure, {}).get(b, ()))])
        for measure, words in named
    ]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A table of figures: the measures of which there is something to show, and a line each."""

    heads: tuple[str, ...]
    groups: tuple[tuple[str, int, tuple[tuple[str, tuple[str | int, ...]], ...]], ...]
    """Agency or period, number of contacts, and for each basis its words and numbers."""


def _figures(
    chronology: Chronology, child: Child, scope: Scope, by: By | None = None
) -> Figures | None:
    told = [
        (t.period or t.agency or ALL_AGENCIES, len(t.of), list(lines_of(t)))
        for t in tallies(chronology, child, scope, by)
        if t.of and (by is None or not t.agency)
    ]
    shown = [m.value for m in measures_shown([line for *_, lines in told for line in lines])]
    at = [HEADS.index(head) for head in shown]
    groups = tuple(
        (name, of, tuple((basis_words(n.basis), tuple(n.told[i] for i in at)) for n in lines))
        for name, of, lines in told
    )
    return Figures(heads=tuple(shown), groups=groups) if groups else None


def _without_child(table: Table) -> Table:
    """The same table for a page of one child: the column that names the child is left out."""
    at = table.heads.index("Child")

    def cut(line: tuple[str | int, ...]) -> tuple[str | int, ...]:
        return (*line[:at], *line[at + 1 :])

    return Table(
        name=table.name,
        heads=tuple(h for n, h in enumerate(table.heads) if n != at),
        widths=tuple(w for n, w in enumerate(table.widths) if n != at),
        lines=tuple(cut(line) for line in table.lines),
        refs=tuple(r - (r > at) for r in table.refs),
    )


def _silent(tables: Sequence[Table]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rows that say nothing by agency, in Refs and dates: on paper their words fill pages."""
    lines = next(t for t in tables if t.name == "Where nobody says").lines
    found: dict[str, list[tuple[str, str]]] = {}
    for _, agency, ref, date, *_ in lines:
        found.setdefault(str(agency), []).append((str(ref), str(date)))
    return [*found.items()]


def _folded(table: Table) -> Table:
    """First and last times, those by whom nothing is recorded in one line for each question."""
    lines: list[tuple[str | int, ...]] = []
    for what, group in groupby(table.lines, key=lambda line: line[0]):
        told = [*group]
        nothing = [line for line in told if not line[3]]
        lines += [line for line in told if line[3]]
        if nothing:
            by = listed(str(line[1]) for line in nothing)
            lines.append((what, by, *nothing[0][2:]))
    return replace(table, lines=tuple(lines))


def _linked(told: Mapping[str, Any]) -> Iterable[int]:
    """The Refs that lead to a row from somewhere on the page."""
    for table in (told["times"], *told["tables"]):
        for line in table.lines:
            yield from (line[n] for n in table.refs if line[n])
    rows = [row for _, _, latest in told["said"] for row in latest]
    times_ = [one for by_need in told["last"].values() for one in by_need.values()]
    rows += [one for one in times_ if isinstance(one, Row)]
    yield from (row.ref for row in rows)


def _cited(chronology: Chronology, linked: Container[int] | None) -> list[Row]:
    """Every entry with its Ref, or those that are linked to, so that a figure can be followed."""
    ref = refs(chronology)
    found = (e for e in chronology.entries if linked is None or ref[e.id] in linked)
    return sorted((_row(chronology, entry) for entry in found), key=lambda r: r.ref)


def _row(chronology: Chronology, entry: Entry) -> Row:
    file, sheet, row = entry.at.place
    return Row(
        ref=refs(chronology)[entry.id],
        date=in_words(entry.when),
        agency=entry.agency,
        words=quoted(entry),
        place=f"{file}, {sheet}, row {row}",
    )
