"""Coverage as tables: what the workbook, the page and the terminal show beside the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chronology.contacts.clocks import clocks, since_words
from chronology.contacts.missed import missed_contacts, runs
from chronology.contacts.missed_cues import Missed
from chronology.contacts.sightings import alone_of
from chronology.contacts.spells import Need, value_of
from chronology.contacts.summary import Times, before_incident, silences, times, words_of
from chronology.dates import in_words
from chronology.events.contradictions import contradictions
from chronology.exporters.rows import (
    BASIS_WORDS,
    SEEN_WORDS,
    WITHHELD,
    evidence_of,
)
from chronology.exporters.sentences import words_cited
from chronology.exporters.spell_lines import spell_lines
from chronology.model import Basis, Child, Chronology, Entry, Location
from chronology.ordering import agencies_of, refs
from chronology.review.written_questions import first_capital
from chronology.values.readings_by_basis import readings_of, words_by_basis

RELAYED = "childs-words-by-another"
CLOCK_LINES = 20_000
CLASHES = 10_000
"""Contradictions about one child that the sheet lists."""
_QUOTED = 400
Cell = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table for any writer; the numbers in `refs` columns are Refs of entries, to be linked."""

    name: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    lines: tuple[tuple[Cell, ...], ...]
    refs: tuple[int, ...] = ()
    first: int | None = None
    """How many lines a workbook prints where they are too many for paper; None for all."""


def tables(chronology: Chronology, children: Sequence[Child]) -> tuple[Table, ...]:
    """Every table beside the figures, in the order in which a panel asks."""
    return (
        first_and_last(chronology, children),
        spells_table(chronology, children),
        said_table(chronology, children),
        relayed_table(chronology, children),
        silence_table(chronology, children),
        missed_table(chronology, children),
        runs_table(chronology, children),
        contradictions_table(chronology, children),
    )


def first_and_last(chronology: Chronology, children: Iterable[Child]) -> Table:
    """The first and last time seen, seen alone and heard, by anyone and by each agency."""
    ref = refs(chronology)
    everybody = ("", *agencies_of(chronology))
    lines = []
    for child in children:
        for need in Need:
            for agency in everybody:
                told = times(chronology, child, need, agency)
                lines.append((child.label, need.value, agency or "Anyone",
                              *_ends_of(told, child, ref)))  # fmt: skip
    return Table(
        name="First and last",
        heads=("Child", "What", "By", "First time", "Ref",
               f"Last time{before_incident(chronology)}", "Ref", "Agency", "Basis",
               "Last time stated or confirmed", "Ref"),
        widths=(12, 11, 18, 14, 6, 14, 6, 18, 22, 16, 6),
        lines=tuple(lines),
        refs=(4, 6, 10),
    )  # fmt: skip


def _ends_of(told: Times, child: Child, ref: Mapping[str, int]) -> tuple[Cell, ...]:
    first, last, firm = told.first, told.last, told.last_firm
    if first is None or last is None:
        return ("not recorded", "", "not recorded", "", "", "", "not recorded", "")
    basis = value_of(last, child, told.need).basis
    answered = firm and value_of(firm, child, told.need).basis is Basis.AGENCY_ANSWER
    later = "".join(f"; or {in_words(e.when)} (ref {ref[e.id]})" for e in told.perhaps_later)
    return (
        in_words(first.when), ref[first.id], in_words(last.when) + later, ref[last.id],
        last.agency, BASIS_WORDS[basis],
        in_words(firm.when) + " (clarified later)" * bool(answered) if firm else "not recorded",
        ref[firm.id] if firm else "",
    )  # fmt: skip


def later_words(told: Times, child: Child, ref: Mapping[str, int]) -> str:
    """The entries not dated exactly that may have been later than the last; '' without any."""
    return "; ".join(
        f"{in_words(e.when)}, {e.agency}, {BASIS_WORDS[value_of(e, child, told.need).basis]} "
        f"(ref {ref[e.id]})"
        for e in told.perhaps_later
    )


PERHAPS_LATER = "Perhaps later, by a date that is not exact"
SINCE_APART = "Since then seen remotely, or by a carer, only"
APART_ONLY = "Seen remotely, or by a carer, only"
_MOST_APART = 3


def apart_words(told: Times, child: Child, ref: Mapping[str, int]) -> str:
    """The latest sightings since the last one that counts, which were no meeting in person."""
    latest = reversed(told.not_counted[-_MOST_APART:])
    words = "; ".join(
        f"{in_words(e.when)}, {e.agency}, {BASIS_WORDS[e.seen[child.label].basis]} "
        f"(ref {ref[e.id]})"
        for e in latest
    )
    return f"{SINCE_APART if told.last else APART_ONLY}: {words}." if words else ""


def spells_table(chronology: Chronology, children: Iterable[Child]) -> Table:
    """Every spell of four weeks or more without, with the rows at both ends: first those of anyone
    and the longest of each agency, which are printed, then the agencies' others."""
    told = [line for child in children for line in spell_lines(chronology, child)]
    longest = {n for n, line in enumerate(told) if n == 0 or told[n - 1][:2] != line[:2]}
    rank = [0 if _by_anyone(line) else 1 if n in longest else 2 for n, line in enumerate(told)]
    return Table(
        name="Spells without",
        heads=("Child", "Not recorded in the files given", "How long", "From", "Ref", "Until",
               "Ref", "Contacts in between that could have been face to face"),
        widths=(12, 34, 14, 40, 6, 40, 6, 14),
        lines=tuple(told[n] for n in sorted(range(len(told)), key=rank.__getitem__)),
        refs=(4, 6),
        first=sum(r < 2 for r in rank),
    )  # fmt: skip


def _by_anyone(line: Sequence[Cell]) -> bool:
    return str(line[1]).startswith("Anyone ")


def said_table(chronology: Chronology, children: Iterable[Child]) -> Table:
    """What the child said, in the words of the record."""
    ref = refs(chronology)
    lines = tuple(
        (
            child.label, ref[e.id], in_words(e.when), e.agency, _said(e, child.label),
            BASIS_WORDS[e.views[child.label].basis], _seen_in_brief(e, child.label),
        )
        for child in children
        for e in words_of(chronology, child)
    )  # fmt: skip
    return Table(
        name="What the child said",
        heads=("Child", "Ref", "Date", "Agency", "The words that record it", "Basis",
               "Seen at this contact"),
        widths=(12, 6, 14, 18, 70, 24, 24),
        lines=lines,
        refs=(1,),
    )  # fmt: skip


def relayed_table(chronology: Chronology, children: Iterable[Child]) -> Table:
    """Words of a child that are known only through another adult: no part of what is recorded."""
    ref, at = refs(chronology), {e.at: e for e in chronology.entries}
    lines = []
    for child in children:
        for finding in chronology.findings:
            where = Location(file=finding.file, sheet=finding.sheet, row=finding.row or 0)
            entry = at.get(where) if finding.code == RELAYED else None
            if entry and finding.message.startswith(f"{child.label}'s words"):
                shown = WITHHELD if entry.withheld else finding.message
                lines.append((child.label, ref[entry.id], in_words(entry.when), entry.agency,
                              shown, quoted(entry)))  # fmt: skip
    return Table(
        name="Reported by another adult",
        heads=("Child", "Ref", "Date", "Agency", "The child's words, reported by another adult",
               "The entry as sent"),
        widths=(12, 6, 14, 18, 60, 60),
        lines=tuple(lines),
        refs=(1,),
    )  # fmt: skip


def _said(entry: Entry, child: str) -> str:
    return words_cited(entry, entry.views[child])


def _seen_in_brief(entry: Entry, child: str) -> str:
    seen, said = entry.seen[child], alone_of(entry, child)
    words = SEEN_WORDS[seen.value]
    words = f"{words}, {BASIS_WORDS[seen.basis]}" if BASIS_WORDS[seen.basis] else words
    return words if said is seen else f"{words}; alone, {BASIS_WORDS[said.basis]}"


def silence_table(chronology: Chronology, children: Iterable[Child]) -> Table:
    """The contacts of which nobody says whether the child was seen."""
    ref, by_id = refs(chronology), {e.id: e for e in chronology.entries}
    lines = tuple(
        (child.label, silence.agency, ref[id_], in_words(by_id[id_].when), by_id[id_].kind.value,
         quoted(by_id[id_]), *by_id[id_].at.place)
        for child in children
        for silence in silences(chronology, child)
        if silence.agency
        for id_ in silence.not_recorded
    )  # fmt: skip
    return Table(
        name="Where nobody says",
        heads=("Child", "Agency", "Ref", "Date", "Kind of contact", "The entry as sent", "File",
               "Sheet", "Row"),
        widths=(12, 18, 6, 14, 13, 80, 18, 12, 6),
        lines=lines,
        refs=(2,),
    )  # fmt: skip


def missed_table(chronology: Chronology, children: Iterable[Child]) -> Table:
    """Missed contacts, one line each, the five kinds apart."""
    ref = refs(chronology)
    lines = tuple(
        (child.label, m.entry.agency, *("x" if m.kind is kind else "" for kind in Missed),
         ref[m.entry.id], in_words(m.entry.when), quoted(m.entry))
        for child in children
        for m in missed_contacts(chronology, child)
    )  # fmt: skip
    return Table(
        name="Missed contacts",
        heads=("Child", "Agency", *map(first_capital, Missed), "Ref",
               "Date", "The entry as sent"),
        widths=(12, 18, 9, 9, 9, 9, 9, 6, 14, 80),
        lines=lines,
        refs=(2 + len(Missed),),
    )  # fmt: skip


def runs_table(chronology: Chronology, children: Iterable[Child]) -> Table:
    """Runs of missed contacts of one agency, longest first."""
    ref = refs(chronology)
    lines = tuple(
        (child.label, run.agency, len(run.missed), ", ".join(m.kind.value for m in run.missed),
         in_words(run.missed[0].entry.when), ref[run.missed[0].entry.id],
         in_words(run.missed[-1].entry.when), ref[run.missed[-1].entry.id])
        for child in children
        for run in runs(chronology, child)
    )  # fmt: skip
    return Table(
        name="Runs of missed contacts",
        heads=("Child", "Agency", "Missed one after another", "In order", "First", "Ref", "Last",
               "Ref"),
        widths=(12, 18, 10, 60, 14, 6, 14, 6),
        lines=lines,
        refs=(5, 7),
    )  # fmt: skip


def contradictions_table(chronology: Chronology, children: Iterable[Child]) -> Table:
    """Each contradiction, one line for each account; the gravest ones where they are too many.

    Many thousand entries a year leave so many pairs of one day that no sheet holds them all.
    """
    ref, number = refs(chronology), 0
    lines: list[tuple[Cell, ...]] = []
    for child in children:
        found = contradictions(chronology, child)
        for clash in found[:CLASHES]:
            number += 1
            for n, entry in enumerate(clash.entries):
                lines.append(
                    (
                        number, clash.child if n == 0 else "", clash.kind.value if n == 0 else "",
                        ref[entry.id], in_words(entry.when), entry.agency,
                        every_reading(entry, child.label), quoted(entry),
                    )
                )  # fmt: skip
        if len(found) > CLASHES:
            more = f"{len(found) - CLASHES:,} more about {child.label} do not fit into this sheet"
            lines.append(("", child.label, more, "", "", "", "", ""))
    return Table(
        name="Contradictions",
        heads=("No", "Child", "In what way", "Ref", "Date", "Agency", "What is said of the child",
               "The entry as sent"),
        widths=(6, 12, 34, 6, 14, 18, 40, 60),
        lines=tuple(lines),
        refs=(3,),
    )  # fmt: skip


def every_reading(entry: Entry, child: str) -> str:
    """What is said of a child by each basis, with its words: one line for each."""
    seen = entry.seen[child]
    words, told = words_by_basis(seen), []
    for name, reading in readings_of(seen).items():
        basis = Basis(name)
        behind = evidence_of(entry, basis, words.get(name, ""))
        said = f" (\u201c{behind}\u201d)" if behind else ""
        told.append(f"{reading.replace('_', ' ')}, {BASIS_WORDS[basis]}{said}")
    return "\n".join(told) or SEEN_WORDS[seen.value].lower()


def clocks_fit(chronology: Chronology) -> bool:
    """Whether the clocks have room beside the chronology: each entry and child is a line."""
    return len(chronology.entries) * len(chronology.case.children) <= CLOCK_LINES


def clocks_table(chronology: Chronology, children: Sequence[Child]) -> Table:
    """The running clocks, one line for each dated entry and child."""
    ref, running = refs(chronology), clocks(chronology)
    lines: tuple[tuple[Cell, ...], ...] = tuple(
        (
            ref[e.id], in_words(e.when), e.agency, child.label, clock.age,
            *(since_words(clock.anyone[need]) for need in Need),
            *(since_words(clock.here[need]) for need in Need),
        )
        for e in chronology.entries
        for child in children
        if (clock := running[e.id].get(child.label))
    )  # fmt: skip
    return Table(
        name="Clocks",
        heads=("Ref", "Date", "Agency", "Child", "Age",
               *(f"Days since last {need.value}, by anyone" for need in Need),
               *(f"Days since last {need.value}, by this agency" for need in Need)),
        widths=(6, 14, 18, 12, 12, 12, 12, 12, 12, 12, 12),
        lines=lines,
        refs=(0,),
    )  # fmt: skip


def quoted(entry: Entry) -> str:
    """The entry's words, cut where long; what is withheld is not shown."""
    if "event" in entry.withheld:
        return WITHHELD
    return entry.event if len(entry.event) <= _QUOTED else entry.event[:_QUOTED] + " \u2026"
