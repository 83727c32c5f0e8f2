"""The chapters of the printed chronology, in the order in which a panel reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from chronology.contacts.key_events import is_short
from chronology.coverage import HONESTY
from chronology.exporters import accounts, coverage_tables
from chronology.exporters.books.sheets import NONE_FOUND
from chronology.exporters.paper.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    Picture,
    Row,
    Style,
    Table,
    cell,
    fit,
    labelled,
    plain,
)
from chronology.exporters.paper.brief import AT_A_GLANCE, brief_blocks
from chronology.exporters.paper.coverage import coverage_blocks
from chronology.exporters.paper.entries import entry_table, printer
from chronology.exporters.paper.findings_sources import PROMPT, findings_blocks, sources_blocks
from chronology.exporters.rows import birth_words
from chronology.exporters.widths import for_agencies
from chronology.findings import counted
from chronology.glossary import glossary_lines
from chronology.model import Case, Child, Chronology
from chronology.notes import ID
from chronology.ordering import agencies_of, listed
from chronology.review.earlier_word import mark_of
from chronology.review.written_questions import first_capital
from chronology.rows.withheld import hidden_words

TITLE = "Integrated chronology"


def document(chronology: Chronology, pictures: Sequence[Picture] = ()) -> Document:
    """The whole chronology as a document; `pictures` are drawings that come before it."""
    cut = is_short(chronology)
    chapters = [
        (name, blocks)
        for name, fill in _CHAPTERS
        if (name in _OF_A_PART or not cut) and (blocks := list(fill(chronology)))
    ]
    if pictures:
        at = [name for name, _ in chapters].index("Chronology")
        chapters.insert(at, ("The family", list(pictures)))
    return bound(chronology, TITLE, chapters, linked=True)


def short_document(whole: Chronology, short: Chronology) -> Document:
    """The key events under the Refs that they have in the whole chronology, and nothing else.

    Coverage of a part would say "not recorded" of what the rest of the chronology records.
    """
    kept = {e.id for e in short.entries}
    told = [e for e in whole.entries if e.id in kept]
    table = entry_table(printer(whole), told, "Key events, each under its Ref in the whole")
    chapters = [
        (AT_A_GLANCE, brief_blocks(whole)),
        ("How to read this", _how_to_read(whole)),
        ("Key events", [table]),
    ]
    return bound(short, "Short chronology", chapters)


def accounts_document(chronology: Chronology) -> Document:
    """Differences, same event and patterns alone."""
    named = ("Differences", "Same event", "Patterns")
    chapters = [(name, list(fill(chronology)) or [plain(NONE_FOUND)])
                for name, fill in _CHAPTERS if name in named]  # fmt: skip
    return bound(chronology, "Differences between accounts", chapters)


def bound(
    chronology: Chronology,
    title: str,
    chapters: Sequence[tuple[str, Iterable[Block]]],
    *,
    linked: bool = False,
) -> Document:
    """Chapters as a document: the first page says of which case, then they are lettered."""
    lettered = [(f"{chr(65 + n)}. {name}", blocks) for n, (name, blocks) in enumerate(chapters)]

    def all_blocks() -> Iterator[Block]:
        yield from _first_page(chronology, title)
        yield Contents()
        for name, blocks in lettered:
            yield Heading(text=name)
            yield from blocks

    return Document(
        title=title,
        marking=chronology.case.classification,
        draft=chronology.draft,
        chapters=tuple(name for name, _ in lettered),
        blocks=all_blocks(),
        linked=linked,
    )


def _with_days(case: Case, child: Child) -> str:
    """ "Theo (born 20/05/2017, died 04/03/2021)"."""
    died = f"died {day(child.died)}" if child.died else ""
    days = [*filter(None, (birth_words(case, child), died))]
    return f"{child.label} ({', '.join(days)})" if days else child.label


def _first_page(chronology: Chronology, title: str) -> Iterator[Block]:
    case = chronology.case
    yield plain(title, Style.TITLE)
    children = ", ".join(_with_days(case, c) for c in case.children if c.subject)
    review = ": ".join(filter(None, (first_capital(case.review.type), children)))
    yield plain(review, Style.SUBTITLE)
    others = [c for c in case.children if not c.subject]
    if others:
        told = ", ".join(_with_days(case, c) for c in others)
        yield labelled("Other children", told, Style.TEXT)
    period = case.review.period
    if period.start or period.end:
        yield labelled("Period of the review", f"{day(period.start)} to {day(period.end)}",
                       Style.TEXT)  # fmt: skip
    if case.review.incident:
        yield labelled("Incident", day(case.review.incident), Style.TEXT)
    undated = sum(not e.when.dated for e in chronology.entries)
    agencies = listed(agencies_of(chronology)) or "nobody"
    files = len({e.at.file for e in chronology.entries})
    yield labelled(
        "What it holds",
        f"{len(chronology.entries)} entries ({undated} of them undated) from "
        f"{counted(files, 'file', 'files')} of: {agencies}.",
        Style.TEXT,
    )
    missing = [f.message for f in chronology.findings if f.code == "agency-not-received"]
    if missing:
        yield labelled("Missing", " ".join(missing), Style.NOTE)
    cut = (f.message.removeprefix("Short: ") for f in chronology.findings if f.code == "short")
    yield from (labelled("Short", words, Style.NOTE) for words in cut)
    dated_words = f", {day(case.dated)}" if case.dated else ""
    yield labelled("Draft", f"{chronology.draft}{dated_words}", Style.TEXT)
    yield plain(f"{HONESTY} {PROMPT}", Style.NOTE)


def _how_to_read(chronology: Chronology) -> Iterator[Block]:
    yield from how_to_read(chronology)
    yield labelled(
        "Same event",
        f"{accounts.SIDE_BY_SIDE} Words were compared, not understood.",
        Style.TEXT,
    )
    yield from (plain(words, Style.TEXT) for words in glossary_lines(chronology))


_HOW_TO_READ = (
    ("Ref", "the number of an entry in the one order; every other table names entries by it. "
     "Where a Ref is underlined it leads to the entry on screen."),
    ("Date", "read day first, and shown only as precisely as it was sent. Where the words as sent "
     "differ from what is shown they stand in the last column."),
    ("Order", "by first day; a day before anything less precise that starts on it; timed before "
     "untimed; an agency's own number, then file, sheet and row settle ties."),
    ("Event", "the agency's own words, unchanged. What it sent in other columns stands below them "
     "under its heading. Words underlined with dots are those that a value of seen or views was "
     "read from."),
    ("Seen and views", "a column for each child. 'Stated' is what the agency's own column says; "
     "'from text' was read from its words by rules, and nobody has confirmed it; 'by the review' "
     "was set by the panel; 'agency later' was answered afterwards and is not in the original "
     "chronology. The four are never added together. 'Not recorded' means not recorded in the "
     "files given. 'Alone: No' says nothing about whether the child was seen."),
    ("Review notes", "for the panel to write in. What is typed here in Word comes back when the "
     "chronology is made again."),
    ("File, sheet, row", "where the entry stands in what the agency sent."),
)  # fmt: skip


def how_to_read(chronology: Chronology) -> Iterator[Block]:
    """What each column is, and whether struck-out and hidden words stand in this copy."""
    told = (*_HOW_TO_READ, ("Struck out or hidden", hidden_words(chronology)))
    return (labelled(head, words, Style.TEXT) for head, words in told)


def _chronology(chronology: Chronology) -> Iterator[Block]:
    told = [e for e in chronology.entries if e.when.dated]
    if told:
        yield entry_table(printer(chronology), told, "All agencies' entries in one order")
    else:
        yield plain("No dated entries in the files given.")


def _undated(chronology: Chronology) -> Iterator[Block]:
    told = [e for e in chronology.entries if not e.when.dated]
    if told:
        yield plain(
            "These entries have no date that could be read. They are as much part of the record "
            "as the others."
        )
        yield entry_table(printer(chronology), told, "Entries without a date")


def _accounts(
    make: Callable[[Chronology], coverage_tables.Table], words: str, drop: Sequence[str] = ()
) -> Callable[[Chronology], Iterator[Block]]:
    def fill(chronology: Chronology) -> Iterator[Block]:
        sheet = make(chronology)
        if sheet.lines:
            yield plain(words)
            yield _accounts_table(sheet, drop)

    return fill


def _accounts_table(sheet: coverage_tables.Table, drop: Sequence[str]) -> Table:
    """A table of accounts without the columns that only a workbook needs."""
    kept = [n for n, head in enumerate(sheet.heads) if head not in drop]
    wide = for_agencies(sheet.heads, sheet.widths, sheet.lines)
    id_at = sheet.heads.index(ID) if ID in drop else None
    return Table(
        caption=sheet.name,
        heads=tuple(sheet.heads[n] for n in kept),
        widths=fit([wide[n] for n in kept], [sheet.heads[n] for n in kept]),
        rows=tuple(
            Row(
                cells=tuple(
                    cell(
                        line[n],
                        link=f"ref-{line[n]}" if n in sheet.refs and line[n] else "",
                        mark=mark_of(str(line[id_at]), number)
                        if id_at is not None and n == kept[0]
                        else "",
                    )
                    for n in kept
                )
            )
            for number, line in enumerate(sheet.lines, 1)
        ),
    )


def _about(chronology: Chronology) -> Iterator[Block]:
    yield labelled("Draft", chronology.draft, Style.TEXT)
    yield from (
        labelled("Signed off", f"{d.file}, {d.signed}", Style.TEXT)
        for d in chronology.case.declared
        if d.signed
    )
    yield labelled("Content", f"{chronology.content} (the same entries give the same figure)",
                   Style.TEXT)  # fmt: skip
    if chronology.log:
        yield Table(
            caption="Drafts",
            heads=("Draft", "What changed"),
            widths=fit((8, 100)),
            rows=tuple(Row(cells=(cell(n.draft), cell(n.words))) for n in chronology.log),
        )
    yield plain(PROMPT)
    yield plain(HONESTY)


_DIFFER = "Where accounts of one thing differ. Each line is one account; ask, do not choose."
_KEPT = "Notes of the panel that have no place any more, with what they were about."
_SAME = "Entries that look like accounts of one event. None is merged; each counts in its record."
_PATTERN = f"What stands out when entries are counted, and which hold words of a theme. {PROMPT}"
_CHAPTERS: tuple[tuple[str, Callable[[Chronology], Iterable[Block]]], ...] = (
    (AT_A_GLANCE, brief_blocks),
    ("How to read this", _how_to_read),
    ("Chronology", _chronology),
    ("Undated entries", _undated),
    ("Coverage: seen, alone and heard", coverage_blocks),
    ("Differences", _accounts(accounts.differences, _DIFFER, ("Kind", ID))),
    ("Same event", _accounts(accounts.same_event, _SAME)),
    ("Patterns", _accounts(accounts.patterns, _PATTERN)),
    ("Notes kept", _accounts(accounts.kept_notes, _KEPT)),
    ("Findings in brief", findings_blocks),
    ("Sources", sources_blocks),
    ("About", _about),
)


_OF_A_PART = ("How to read this", "Chronology", "Undated entries", "Sources", "About")
"""Chapters that hold also where only key events are shown."""


def day(value: dt.date | None) -> str:
    """A day as dd/mm/yyyy."""
    return f"{value:%d/%m/%Y}" if value else "not recorded"
