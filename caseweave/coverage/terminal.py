"""Coverage at the terminal, within 100 columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from caseweave.console import terminal
from chronology.contacts.kinds import SCOPES, Scope
from chronology.contacts.missed import each_once, missed_contacts, runs
from chronology.contacts.sightings import Measure
from chronology.contacts.spells import Need, Spell, spell_words, spells, value_of
from chronology.contacts.summary import (
    AS_SENT,
    ORIGINALLY,
    Times,
    before_incident,
    contacts_words,
    firm_label,
    longest,
    longest_as_sent,
    silences,
    times,
    words_by_basis_of,
)
from chronology.coverage import HONESTY, By, Tally, count, share, tallies
from chronology.dates import in_words
from chronology.events.contradictions import contradictions
from chronology.exporters.coverage_figures import basis_words, lines_of
from chronology.exporters.coverage_tables import PERHAPS_LATER, apart_words, later_words
from chronology.exporters.rows import BASIS_WORDS, BRIEF_BASIS, professional
from chronology.exporters.sentences import unquoted, words_cited
from chronology.exporters.spell_lines import NEED_WORDS, spell_days
from chronology.findings import counted
from chronology.model import Basis, Child, Chronology, Entry
from chronology.ordering import refs

_SHOWN = (
    (Measure.SEEN, "Seen"), (Measure.ALONE, "alone"), (Measure.NOT_SEEN, "Not seen"),
    (Measure.VIEWS, "Views"), (Measure.SOUGHT, "sought"), (Measure.OBSERVED, "obs."),
)  # fmt: skip
# Of an entry counted that stands in no column above: in a line of its own, where there is any.
_ELSE = {
    True: (Measure.REMOTE, Measure.CARER),
    False: (Measure.DIFFERS, Measure.NO_DEALINGS, Measure.OTHERS_RECORD),
}
"""By whether it rests on a basis."""
_SPELLS = 3
_EVIDENCE = 120
_ASKED = {
    Need.SEEN: "Last recorded as seen",
    Need.ALONE: "Last recorded as seen alone",
    Need.HEARD: "Last recorded as heard",
}


def show(
    chronology: Chronology, children: Sequence[Child], by: By | None = None, note: str = ""
) -> None:
    """Print the coverage of each child: the first questions, the figures, what to look at."""
    console = terminal()
    if note:  # first: what is said below is of these days alone
        console.print(note, markup=False)
    if len(children) > 1:
        console.print(_all_children(chronology, children))
    for child in children:
        console.rule(f"[bold]{child.label}", align="left")
        for line in (*_answers(chronology, child), *_spells(chronology, child)):
            console.print(line, markup=False)
        for scope in SCOPES:
            told = [t for t in tallies(chronology, child, scope, by) if t.of]
            if told:
                console.print(_table(scope, told))
        for line in _to_look_at(chronology, child):
            console.print(line, markup=False)
    console.print(HONESTY, markup=False)


def _all_children(chronology: Chronology, children: Sequence[Child]) -> Table:
    """Each child in a line: when and by whom last seen, seen alone and heard, and where nobody
    says whether the child was seen."""
    before = before_incident(chronology)
    table = Table(
        "Child", f"Last seen{before}", "Last seen alone", "Last heard", "Nobody says whether seen",
        title="All children at a glance", title_justify="left", title_style="bold",
        box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), collapse_padding=True,
    )  # fmt: skip
    for child in children:
        last = [_briefly(times(chronology, child, need), child) for need in Need]
        everyone = [s for s in silences(chronology, child) if not s.agency]
        silent = [
            f"{share(len(s.not_recorded), s.of)} contact{'' if s.of == 1 else 's'}"
            for s in everyone
        ]
        table.add_row(*map(Text, (child.label, *last, *silent)))
    return table


def _briefly(told: Times, child: Child) -> str:
    """The day, agency and basis of the last time, and that more is said below."""
    if told.last is None:
        return "not recorded"
    basis = BRIEF_BASIS[value_of(told.last, child, told.need).basis]
    also = told.perhaps_later or told.as_sent or told.last_firm is not told.last
    more = "; more below" if also else ""
    return f"{in_words(told.last.when)}, {told.last.agency}, {basis}{more}"


def _answers(chronology: Chronology, child: Child) -> Iterable[str]:
    before = before_incident(chronology)
    for need in Need:
        told = times(chronology, child, need)
        if told.last is None:
            yield f"{_ASKED[need]}{before}: not recorded in the files given."
            if apart := apart_words(told, child, refs(chronology)):
                yield f"  {apart}"
            continue
        yield f"{_ASKED[need]}{before}: {_cited(told.last, child, need)}"
        if later := later_words(told, child, refs(chronology)):
            yield f"  {PERHAPS_LATER}: {later}."
        if apart := apart_words(told, child, refs(chronology)):
            yield f"  {apart}"
        if told.last_firm is None:
            yield "  Nobody has stated or confirmed it; this is a reading of the text."
        elif told.last_firm is not told.last:
            yield f"  {firm_label(told, child)}: {_cited(told.last_firm, child, need)}"
        if told.as_sent:
            sent = told.as_sent.last
            cited = _cited(sent, child, need) if sent else "not recorded in the files given."
            yield f"  {ORIGINALLY}: {cited}"
    for basis, entries in words_by_basis_of(chronology, child):
        number = counted(len(entries), "entry", "entries")
        yield f"The child's own words, {BASIS_WORDS[basis]}: {number}."
    for silence in silences(chronology, child):
        if not silence.agency:
            told_of = share(len(silence.not_recorded), silence.of)
            yield f"Nobody says whether seen: {told_of} contacts that could have been face to face."
    if words := contacts_words(chronology, child):
        yield f"  {words}"


def _cited(entry: Entry, child: Child, need: Need) -> str:
    value = value_of(entry, child, need)
    words = unquoted(words_cited(entry, value))
    words = words if len(words) <= _EVIDENCE else words[:_EVIDENCE] + " \u2026"
    at = entry.at
    who = ", ".join(filter(None, (entry.agency, professional(entry))))
    return (
        f"{in_words(entry.when)}, {who}, {BASIS_WORDS[value.basis]}: \u201c{words}\u201d "
        f"({at.file}, {at.sheet}, row {at.row})"
    )


def _spells(chronology: Chronology, child: Child) -> Iterable[str]:
    for need in Need:
        found = spells(chronology, child, need)[:_SPELLS]
        told = [_long(chronology, spell) for spell in found]
        if told:
            what = f"Longest time in which nobody is recorded as {NEED_WORDS[need]}"
            yield f"{what}: {'; '.join(told)}."
        firm = longest(chronology, child, need, firm=True)
        if firm and found and firm.most > found[0].most:
            yield f"  Leaving out unconfirmed readings of the text: {_long(chronology, firm)}."
        if sent := longest_as_sent(chronology, child, need):
            yield f"  {AS_SENT}: {_long(chronology, sent)}."


def _long(chronology: Chronology, spell: Spell) -> str:
    return f"{spell_words(spell)} ({spell_days(chronology, spell)})"


def _to_look_at(chronology: Chronology, child: Child) -> Iterable[str]:
    missed = missed_contacts(chronology, child)
    kinds = Counter(contact.kind.value for contact in each_once(missed, chronology))
    if missed:
        told = ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items()))
        yield f"Missed contacts: {told}."
    found = runs(chronology, child)
    for run in found[:_SPELLS]:
        first, last = run.missed[0].entry, run.missed[-1].entry
        yield (
            f"  {run.agency}: {len(run.missed)} one after another, {in_words(first.when)} to "
            f"{in_words(last.when)}."
        )
    if len(found) > _SPELLS:
        yield f"  And {len(found) - _SPELLS} more such: see the page or the workbook."
    clashes = Counter(clash.kind.value for clash in contradictions(chronology, child))
    for kind, number in clashes.items():
        yield f"Contradictions, {kind}: {number}."


def _table(scope: Scope, told: Iterable[Tally]) -> Table:
    table = Table(
        "Agency", "Of", "Basis", *(head for _, head in _SHOWN),
        title=scope.value, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0), collapse_padding=True,
    )  # fmt: skip
    for column in table.columns[1:2] + table.columns[3:]:
        column.justify = "right"
        column.no_wrap = True
    for tally in told:
        first = tally.agency or "All, each event once"
        if tally.period:
            first += f", {tally.period}"
        of = str(len(tally.of))
        for line in lines_of(tally):
            basis = "Not recorded" if line.basis is Basis.NONE else basis_words(line.basis)
            table.add_row(first, of, basis, *_numbers(line.basis, tally))
            first = of = ""
            for measure, number in _else(line.basis, tally):
                table.add_row("", "", measure.value, number)
    return table


def _else(basis: Basis, tally: Tally) -> Iterable[tuple[Measure, str]]:
    """What else is counted of a basis, so that the figures of seen add up to all."""
    for measure in _ELSE[basis is not Basis.NONE]:
        if number := count(tally, measure, basis):
            yield measure, str(number)


def _numbers(basis: Basis, tally: Tally) -> list[str]:
    def number(measure: Measure) -> str:
        return str(count(tally, measure, None if basis is Basis.NONE else basis))

    if basis is not Basis.NONE:
        return [number(m) for m, _ in _SHOWN]
    return [number(Measure.NOT_RECORDED), "", "", number(Measure.NO_VIEWS), "", ""]
