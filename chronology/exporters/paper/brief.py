"""The first chapter on paper: what a panel member asks, answered on a page or two.

What happened | who saw and heard the children | what they said | what to ask | what differs
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from chronology.contacts.brief import (
    TOLD_BY,
    asked_words,
    differences_words,
    excerpt,
    incident_accounts,
    latest_words,
    main_events,
    what_to_ask,
)
from chronology.contacts.spells import Need, spell_words, value_of
from chronology.contacts.summary import (
    AS_SENT,
    ORIGINALLY,
    Silence,
    before_incident,
    contacts_words,
    firm_label,
    longest,
    longest_as_sent,
    silences,
    times,
    words_of,
)
from chronology.coverage import share
from chronology.dates import in_words
from chronology.exporters.coverage_figures import ALL_AGENCIES
from chronology.exporters.coverage_tables import PERHAPS_LATER, apart_words, later_words, quoted
from chronology.exporters.paper.blocks import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Row,
    Style,
    Table,
    cell,
    fit,
    labelled,
    plain,
)
from chronology.exporters.rows import BASIS_WORDS, professional, subjects_first
from chronology.exporters.sentences import unquoted, words_cited
from chronology.exporters.spell_lines import NEED_WORDS, spell_days
from chronology.findings import all_of, counted, first_of
from chronology.model import Child, Chronology, Entry
from chronology.ordering import listed, refs

AT_A_GLANCE = "At a glance"
MOST_DIFFERENCES = 10
Refs = Mapping[str, int]


def brief_blocks(chronology: Chronology) -> Iterator[Block]:
    """The questions with which a panel opens a chronology, and where the answers stand."""
    ref = refs(chronology)
    yield Heading(text="What happened", level=2)
    yield from _incident(chronology, ref)
    yield from _main_events(chronology, ref)
    yield Heading(text="Who saw and heard the children", level=2)
    yield _sightings(chronology, ref)
    yield _silence(chronology)
    for child in subjects_first(chronology.case):
        if words := contacts_words(chronology, child):
            yield plain(f"{child.label}: {words}", Style.NOTE)
    yield Heading(text="What the children said", level=2)
    yield from _said(chronology, ref)
    yield Heading(text="What to ask which agency", level=2)
    yield from _asked(chronology, ref)
    yield Heading(text="Where accounts differ", level=2)
    yield from _differences(chronology, ref)


def _incident(chronology: Chronology, ref: Refs) -> Iterator[Block]:
    incident = chronology.case.review.incident
    if incident is None:
        yield plain("The case file names no day of an incident.")
        return
    told = incident_accounts(chronology)
    if not told:
        yield plain(f"No entry in the files given is dated {incident:%d/%m/%Y}, the day of the "
                    "incident.")  # fmt: skip
        return
    yield Table(
        caption=f"The incident, {incident:%d/%m/%Y}: entries of that day and accounts of the same "
        "event",
        heads=("Ref", "Date", "Agency", "The account as sent"),
        widths=fit((10, 24, 34, 205), ("Ref", "Date", "Agency", "")),
        rows=tuple(Row(cells=(*_place(e, ref), cell(quoted(e)))) for e in told),
    )


def _place(entry: Entry, ref: Refs) -> tuple[Cell, Cell, Cell]:
    """Ref, date and agency; the Ref leads to the entry."""
    number = ref[entry.id]
    return cell(number, link=f"ref-{number}"), cell(in_words(entry.when)), cell(entry.agency)


def _main_events(chronology: Chronology, ref: Refs) -> Iterator[Block]:
    events, more = main_events(chronology)
    if not events:
        return
    yield Table(
        caption="What looks like one event, in the records of "
        f"{'three' if TOLD_BY == 3 else TOLD_BY} or more agencies",
        heads=("Date", "In the records of", "The fullest account, as sent", "Refs"),
        widths=fit((24, 60, 149, 40), ("Date",)),
        rows=tuple(
            Row(
                cells=(
                    cell(in_words(event.accounts[0].when)),
                    cell(listed(event.agencies)),
                    cell(excerpt(quoted(event.fullest))),
                    cell(", ".join(str(ref[e.id]) for e in event.accounts)),
                )
            )
            for event in events
        ),
    )
    if more:
        yield plain(f"{more} more are under Same event.", Style.NOTE)


def _sightings(chronology: Chronology, ref: Refs) -> Table:
    children = subjects_first(chronology.case)
    return Table(
        caption=f"The last time{before_incident(chronology)}, and the longest time without",
        heads=("Child", "Last recorded as seen", "Last recorded as seen alone",
               "Last recorded as heard",
               "Longest time in which nobody is recorded as"),
        widths=fit((22, 52, 52, 60, 87)),
        rows=tuple(
            Row(
                cells=(
                    cell(child.label),
                    *(tuple(last_time(chronology, child, need, ref)) for need in Need),
                    tuple(_longest(chronology, child)),
                )
            )
            for child in children
        ),
    )  # fmt: skip


def last_time(chronology: Chronology, child: Child, need: Need, ref: Refs) -> Iterator[Paragraph]:
    """The last time, and where that was read from the text the last that is firm."""
    told = times(chronology, child, need)
    yield _cited(told.last, child, need, ref)
    if later := later_words(told, child, ref):
        yield labelled(PERHAPS_LATER, later)
    if apart := apart_words(told, child, ref):
        yield plain(apart, Style.CELL)
    if told.last_firm is not told.last:
        firm = _cited(told.last_firm, child, need, ref)
        yield labelled(firm_label(told, child), "".join(w.text for w in firm.words))
    if told.as_sent:
        sent = _cited(told.as_sent.last, child, need, ref)
        yield labelled(ORIGINALLY, "".join(w.text for w in sent.words))


def _cited(entry: Entry | None, child: Child, need: Need, ref: Refs) -> Paragraph:
    if entry is None:
        return plain("Not recorded in the files given.", Style.CELL)
    value = value_of(entry, child, need)
    words = words_cited(entry, value)
    said = f": \u201c{unquoted(words)}\u201d" if words else ""
    who = in_words(entry.when), entry.agency, professional(entry)
    return plain(
        f"{', '.join(filter(None, who))} (ref {ref[entry.id]}), {BASIS_WORDS[value.basis]}{said}",
        Style.CELL,
    )


def _silence(chronology: Chronology) -> Table:
    """Agencies down, children across: contacts that do not say, of all."""
    children = subjects_first(chronology.case)
    told = [{s.agency: s for s in silences(chronology, child)} for child in children]
    agencies = [*sorted({a for found in told for a in found if a}), ""]
    return Table(
        caption="Contacts that could have been face to face and do not say whether the child was "
        "seen",
        heads=("Agency", *(c.label for c in children)),
        widths=fit((60, *(40 for _ in children))),
        rows=tuple(
            Row(
                cells=(
                    cell(agency or ALL_AGENCIES),
                    *(cell(_share(found.get(agency))) for found in told),
                )
            )
            for agency in agencies
        ),
    )


def _share(silence: Silence | None) -> str:
    return share(len(silence.not_recorded), silence.of) if silence else "no such contact"


def _longest(chronology: Chronology, child: Child) -> Iterator[Paragraph]:
    for need in Need:
        if spell := longest(chronology, child, need):
            words = NEED_WORDS[need].replace("the child", child.label)
            yield labelled(words, f"{spell_words(spell)}, {spell_days(chronology, spell)}")
            firm = longest(chronology, child, need, firm=True)
            if firm and firm.most > spell.most:
                told = f"{spell_words(firm)}, {spell_days(chronology, firm)}"
                yield labelled("Leaving out unconfirmed readings of the text", told)
        if sent := longest_as_sent(chronology, child, need):
            yield labelled(AS_SENT, f"{spell_words(sent)}, {spell_days(chronology, sent)}")


def _said(chronology: Chronology, ref: Refs) -> Iterator[Block]:
    rows, left_out, silent = [], 0, []
    for child in subjects_first(chronology.case):
        told = words_of(chronology, child)
        shown = latest_words(chronology, child)
        left_out += len(told) - len(shown)
        if not told:
            silent.append(child.label)
        rows += [_said_row(child, e, ref) for e in shown]
    if rows:
        yield Table(
            caption="The latest entries that record the child's own words",
            heads=("Child", "Ref", "Date", "Agency", "The words that record it", "Basis",
                   "The entry as sent"),
            widths=fit((20, 10, 24, 30, 70, 30, 89), ("", "Ref", "Date", "Agency", "", "", "")),
            rows=tuple(rows),
        )  # fmt: skip
    if left_out:
        ones = counted(left_out, "earlier one stands", "earlier ones stand")
        yield plain(f"{ones} in the chronology and in the coverage workbook.", Style.NOTE)
    if silent:
        yield plain(f"Of {all_of(silent)} no words are recorded in the files given.", Style.NOTE)


def _said_row(child: Child, entry: Entry, ref: Refs) -> Row:
    views = entry.views[child.label]
    words = words_cited(entry, views)
    return Row(
        cells=(
            cell(child.label), *_place(entry, ref), cell(words), cell(BASIS_WORDS[views.basis]),
            cell(excerpt(quoted(entry))),
        )
    )  # fmt: skip


def _asked(chronology: Chronology, ref: Refs) -> Iterator[Block]:
    yield Table(
        caption="What the rules find to ask; a panel will have questions of its own",
        heads=("Agency", "What to ask"),
        widths=fit((34, 239), ("Agency", "")),
        rows=tuple(
            row
            for asked in what_to_ask(chronology)
            for row in _asked_rows(asked.agency, asked_words(asked, ref))
        ),
    )


_LINES = 12  # of one agency in a row, so that no row is so tall that a page must cut it


def _asked_rows(agency: str, told: Sequence[str]) -> Iterator[Row]:
    """What to ask one agency; its name stands again where that goes on in a further row."""
    each = ceil(len(told) / ceil(len(told) / _LINES))
    for at in range(0, len(told), each):
        words = tuple(plain(line, Style.CELL) for line in told[at : at + each])
        yield Row(cells=(cell(f"{agency}, continued" if at else agency), words))


def _differences(chronology: Chronology, ref: Refs) -> Iterator[Block]:
    told = chronology.differences
    if not told:
        yield plain("No difference was found by the rules in the files given.")
        return
    shown = list(differences_words(chronology, ref))[:MOST_DIFFERENCES]
    for numbers, words in shown:
        yield labelled(first_of(numbers, 3), words, Style.TEXT)
    if more := len(told) - sum(len(numbers) for numbers, _ in shown):
        yield plain(f"{more} more are under Differences.")
