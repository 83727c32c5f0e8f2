"""The pages of the pack that are about the work itself: the method, and the self-check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caseweave import version
from caseweave.pack.self_check import (
    OUTLINE,
    SHARE_HEADS,
    Pointer,
    checks,
    home_pointers,
    people_pointers,
    shares,
)
from chronology.coverage import HONESTY
from chronology.events.lenses import IN_WORDS, USUAL
from chronology.exporters.accounts import JUDGE_EACH
from chronology.exporters.paper.blocks import (
    Block,
    Document,
    Row,
    Style,
    Table,
    cell,
    fit,
    labelled,
    plain,
)
from chronology.exporters.paper.chapters import bound, how_to_read
from chronology.exporters.paper.findings_sources import PROMPT, findings_blocks, sources_blocks
from chronology.model import Chronology

if TYPE_CHECKING:
    from pathlib import Path

    from genogram.model import Family


def method_document(chronology: Chronology, beside: Sequence[tuple[Path, str]]) -> Document:
    """What was read, assumed and left out, by which rules; `beside` are other files with hashes."""
    return bound(
        chronology,
        "Method",
        [
            ("What was read", _read(chronology, beside)),
            ("What was assumed", findings_blocks(chronology)),
            ("What was left out", _left_out(chronology)),
            ("Rules", _rules(chronology)),
        ],
    )


def _read(chronology: Chronology, beside: Sequence[tuple[Path, str]]) -> Iterator[Block]:
    yield labelled("Made with", f"caseweave {version()}, on this machine alone, without a network",
                   Style.TEXT)  # fmt: skip
    yield labelled("Content", f"{chronology.content} (the same entries and notes give the same)",
                   Style.TEXT)  # fmt: skip
    yield from sources_blocks(chronology)
    if beside:
        yield Table(
            caption="Other files of the case",
            heads=("File", "SHA-256 of the file"),
            widths=fit((40, 80)),
            rows=tuple(
                Row(cells=(cell(path.name), cell(sha256, Style.SMALL))) for path, sha256 in beside
            ),
        )


def _left_out(chronology: Chronology) -> Iterator[Block]:
    """Rows set aside, superseded files, words withheld, agencies not received: counted."""
    aside = sum(len(t.set_aside) for s in chronology.submissions for t in s.sheets)
    rows = sum(t.rows for s in chronology.submissions for t in s.sheets)
    yield plain(f"{aside} of {rows} rows are no entries; the table above gives each with its "
                "reason.")  # fmt: skip
    withheld = sum(bool(e.withheld) for e in chronology.entries)
    yield plain(
        f"{withheld} entries have struck-out or hidden words that are withheld here; they stay in "
        "the agency's file."
    )
    yield plain(f"{len(chronology.superseded)} entries belong to files that a later one replaces.")
    for finding in chronology.findings:
        if finding.code in ("agency-not-received", "file-not-read", "submission-not-found"):
            yield plain(f"{finding.message} {finding.remedy}")
    yield plain(HONESTY)


def _rules(chronology: Chronology) -> Iterator[Block]:
    yield from how_to_read(chronology)
    yield plain(JUDGE_EACH)
    numbers = {name: chronology.case.lenses.get(name, usual) for name, usual in USUAL.items()}
    yield Table(
        caption="The numbers behind the patterns (0 switches one off)",
        heads=("What is looked for", "Number"),
        widths=fit((60, 20)),
        rows=tuple(Row(cells=(cell(IN_WORDS[n]), cell(v))) for n, v in numbers.items()),
    )
    yield plain(PROMPT)


def selfcheck_document(chronology: Chronology, family: Family | None) -> Document:
    """The case held against the outline, with the figures and pointers behind each answer."""
    return bound(
        chronology,
        "Self-check for completeness",
        [
            ("The outline", _outline(chronology, family)),
            ("What each agency's contacts say", _shares(chronology)),
            ("Parents and carers: where to read", _pointers(people_pointers(chronology), "person")),
            ("Home circumstances: where to read", _pointers(home_pointers(chronology), "subject")),
        ],
    )


def _outline(chronology: Chronology, family: Family | None) -> Iterator[Block]:
    yield plain(
        f"{OUTLINE}: historical guidance, used here as a prompt for completeness and nothing "
        "more. 'Yes' means that the files given hold it, not that it is right.",
        Style.NOTE,
    )
    yield Table(
        caption=OUTLINE,
        heads=("What the outline asks for", "In the files given", "Why"),
        widths=fit((50, 16, 90)),
        rows=tuple(
            Row(cells=(cell(c.asked), cell(c.answer.value), cell(c.why)))
            for c in checks(chronology, family)
        ),
    )


def _shares(chronology: Chronology) -> Iterator[Block]:
    yield plain(
        "Contacts that could have been face to face, agencies in the order of their names. Each "
        "basis stands apart and they are never added together.",
    )
    yield plain(HONESTY, Style.NOTE)
    yield Table(
        caption="Contacts that say, by agency",
        heads=("Child", "Agency", "Of", *SHARE_HEADS),
        widths=fit((14, 24, 6, 40, 40, 40)),
        rows=tuple(
            Row(cells=(cell(s.child), cell(s.agency), cell(s.of), *map(cell, s.told)))
            for s in shares(chronology)
        ),
    )


def _pointers(found: Sequence[Pointer], what: str) -> Iterator[Block]:
    if not found:
        yield plain(
            f"No entry was found by the words looked for; name each {what} in the case file."
        )
        return
    yield plain(
        "Found by names and words; a pointer says where to read, not what is so. The refs are "
        "those of the integrated chronology."
    )
    yield Table(
        caption="Pointers to rows",
        heads=("About", "In the record of", "Entries", "Refs"),
        widths=fit((40, 30, 10, 80)),
        rows=tuple(
            Row(cells=(cell(p.about), cell(p.agency), cell(p.entries), cell(p.refs))) for p in found
        ),
    )
