"""One account beside another, as tables: the same event told twice, differences, patterns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from chronology.dates import in_words
from chronology.events.pair_measures import MINUTES_DAYS, NAMED_DAYS, NEAR_DAYS, TOLD_DAYS
from chronology.exporters.coverage_tables import Table
from chronology.exporters.rows import WITHHELD, Line
from chronology.exporters.widths import parts
from chronology.model import Chronology, Entry, Role
from chronology.notes import (
    DIFFERENCE,
    ID,
    KEPT,
    KEPT_HEADS,
    LOG,
    PANEL_NOTE,
    by_entry,
    shown,
    without_place,
)
from chronology.ordering import listed, refs
from chronology.patterns import PROMPT
from chronology.review.panel_notes import Note

SAME_EVENT = "Same event"
DIFFERENCES = "Differences"
PATTERNS = "Patterns"
SIDE_BY_SIDE = (
    f"entries within {NEAR_DAYS} days of each other ({TOLD_DAYS} where one says it was told, "
    f"{NAMED_DAYS} where one names the other's date, {MINUTES_DAYS} where one names its month or "
    "is minutes of the same kind of meeting) that share kinds of event or rare words, or name each "
    "other's agency, are put side by side, never merged; each group says why."
)
"""What is told of the rule (chronology/matching.py) wherever groups are shown."""
JUDGE_EACH = f"Same event: {SIDE_BY_SIDE} Judge each: words were compared, not understood."
DIFFERENCES_HEADS = (
    "No", "What differs", "In what way", "Ref", "Date", "Agency", "What it says",
    "The account as sent", "What to ask", PANEL_NOTE, "Kind", ID,
)  # fmt: skip
LOG_HEADS = ("Draft", "What changed")
_QUOTED = 1_000  # characters of an account shown beside another; the whole stands in Chronology
_ROLE_WORDS = {Role.SAME: "own account", Role.NOTIFIED: "note of being told"}


def also_told(chronology: Chronology) -> dict[str, str]:
    """For each entry of a group, who else tells of the event, and what differs."""
    ref, agency = refs(chronology), {e.id: e.agency for e in chronology.entries}
    words: dict[str, list[str]] = {}
    for number, group in enumerate(chronology.groups, 1):
        for member in group.members:
            others = [m for m in group.members if m.id != member.id]
            told = "; ".join(
                f"{agency[m.id]} (ref {ref[m.id]}{'' if m.role is Role.SAME else ', told of it'})"
                for m in others
            )
            words[member.id] = [f"Event {number}: also {told}"]
    for number, difference in enumerate(chronology.differences, 1):
        for said in difference.said:
            if said.id:
                note = f"Differs: {difference.field} (Differences {number})"
                words.setdefault(said.id, []).append(note)
    for ids in chronology.repeats:
        for id_ in ids:
            same = ", ".join(str(ref[i]) for i in ids if i != id_)
            words.setdefault(id_, []).append(f"Sent more than once: ref {same}")
    return {id_: "\n".join(dict.fromkeys(notes)) for id_, notes in words.items()}


def entry_lines(chronology: Chronology) -> tuple[Line, ...]:
    """Every entry in the order of its Ref, with what stands beside it."""
    also, notes, ref = also_told(chronology), by_entry(chronology), refs(chronology)
    return tuple(
        Line(
            entry=entry,
            ref=ref[entry.id],
            also=also.get(entry.id, ""),
            notes={kind: shown(note, ref) for kind, note in notes.get(entry.id, {}).items()},
        )
        for entry in sorted(chronology.entries, key=lambda e: ref[e.id])
    )


def first_lines(chronology: Chronology) -> dict[str, tuple[str, int]]:
    """For each entry the sheet and line (headings are line 0) where its accounts are compared."""
    where: dict[str, tuple[str, int]] = {}
    line = 1
    for difference in chronology.differences:
        for said in difference.said:
            where.setdefault(said.id, (DIFFERENCES, line))
        line += len(difference.said)
    line = 1
    for group in chronology.groups:
        for member in group.members:
            where.setdefault(member.id, (SAME_EVENT, line))
        line += len(group.members)
    return where


def same_event(chronology: Chronology) -> Table:
    """Each group of accounts, one line for each, with why they look like one event."""
    ref, by_id = refs(chronology), {e.id: e for e in chronology.entries}
    lines = []
    for number, group in enumerate(chronology.groups, 1):
        for n, member in enumerate(group.members):
            entry = by_id[member.id]
            lines.append(
                (
                    number,
                    ref[member.id],
                    in_words(entry.when),
                    entry.agency,
                    _ROLE_WORDS[member.role],
                    _quoted(entry),
                    "; ".join(group.why) if n == 0 else "",
                )
            )
    return Table(
        name=SAME_EVENT,
        heads=(
            "Event", "Ref", "Date", "Agency", "Role", "The account as sent",
            "Why they look like one event",
        ),
        widths=(7, 6, 13, 16, 11, 60, 40),
        lines=tuple(lines),
        refs=(1,),
    )  # fmt: skip


def differences(chronology: Chronology) -> Table:
    """Each difference, one line for each thing said, with what to ask."""
    ref, by_id = refs(chronology), {e.id: e for e in chronology.entries}
    notes = by_entry(chronology)
    lines: list[tuple[str | int, ...]] = []
    for number, difference in enumerate(chronology.differences, 1):
        for n, said in enumerate(difference.said):
            entry = by_id.get(said.id)
            lines.append(
                (
                    number,
                    difference.field if n == 0 else "",
                    difference.message if n == 0 else "",
                    ref.get(said.id, ""),
                    in_words(entry.when) if entry else "",
                    said.agency,
                    said.words[:_QUOTED],
                    _quoted(entry) if entry else "",
                    difference.remedy if n == 0 else "",
                    _note_on(said.id, difference.field, notes),
                    difference.field,
                    said.id or next((s.id for s in difference.said if s.id), ""),
                )
            )
    return Table(
        name=DIFFERENCES,
        heads=DIFFERENCES_HEADS,
        widths=(5, 14, 32, 6, 13, 15, 24, 50, 26, 20, 10, 8),
        lines=tuple(lines),
        refs=(3,),
    )  # fmt: skip


def _note_on(id_: str, field: str, notes: dict[str, dict[str, Note]]) -> str:
    note = notes.get(id_, {}).get(DIFFERENCE + field)
    return note.words if note else ""


def kept_notes(chronology: Chronology) -> Table:
    """Notes of the panel that have no place any more, with what they were about."""
    lines = tuple(
        (n.about.id, n.about.agency, n.about.date, n.about.event, n.kind, n.words, why)
        for n, why in without_place(chronology)
    )
    widths = (14, 16, 13, 50, 18, 40, 26)
    return Table(name=KEPT, heads=KEPT_HEADS, widths=widths, lines=lines)


def change_log(chronology: Chronology) -> Table:
    """One line for each draft."""
    lines = tuple((n.draft, n.words) for n in chronology.log)
    return Table(name=LOG, heads=LOG_HEADS, widths=(8, 100), lines=lines)


def patterns(chronology: Chronology) -> Table:
    """What the lenses show, then how many entries each theme tags, with the rows behind them."""
    ref = refs(chronology)
    agency = {e.id: e.agency for e in chronology.entries}
    # The heading says of all of them that they are prompts.
    told = [
        (p.lens, p.message.removesuffix(PROMPT).strip(), p.entries) for p in chronology.patterns
    ]
    for theme, ids in chronology.themes.items():
        agencies = sorted({agency[i] for i in ids})
        count = f"{len(ids)} of {len(chronology.entries)} entries"
        message = f"{count} hold words of this theme; in the records of: {listed(agencies)}."
        told.append((f"theme: {theme}", message, ids))
    lines = [
        (lens if n == 0 else f"{lens} (continued)", words, listed)
        for lens, message, ids in told
        for n, (words, listed) in enumerate(
            zip_longest(
                parts(message, None),
                parts(", ".join(map(str, sorted(ref[i] for i in ids))), None),
                fillvalue="",
            )
        )
    ]
    return Table(
        name=PATTERNS,
        heads=("Pattern or theme", "A prompt for professional judgement", "Refs"),
        widths=(24, 90, 40),
        lines=tuple(lines),
    )


def _quoted(entry: Entry) -> str:
    if "event" in entry.withheld:
        return WITHHELD
    more = len(entry.event) > _QUOTED
    return entry.event[:_QUOTED] + (" ... (goes on in Chronology)" if more else "")


def sheets(chronology: Chronology) -> Sequence[Table]:
    """In the order of the workbook; *Notes kept* stands only where there are such notes."""
    told = (differences(chronology), same_event(chronology), patterns(chronology))
    kept = kept_notes(chronology)
    return (*told, *((kept,) if kept.lines else ()), change_log(chronology))
