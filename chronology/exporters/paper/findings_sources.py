"""Findings and sources on paper: one line for each kind of finding, and what became of each row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from chronology.exporters.paper.blocks import Block, Row, Style, Table, cell, fit, plain
from chronology.findings import Finding, by_severity, first_of, place_of
from chronology.model import Chronology, Submission

PROMPT = "A finding is a prompt for professional judgement, not a conclusion."
_SHOWN = 8
_PLACES = 4  # named for each kind of finding


def findings_blocks(chronology: Chronology) -> Iterator[Block]:
    """One line for each kind of finding; the workbook lists every one."""
    kinds: dict[str, list[Finding]] = defaultdict(list)
    for finding in by_severity(chronology.findings):
        kinds[finding.code].append(finding)
    if not kinds:
        yield plain("None.")
        return
    yield plain(f"{PROMPT} One line for each kind, most serious first; the workbook lists all "
                f"{len(chronology.findings)}.")  # fmt: skip
    yield Table(
        caption="Findings by kind",
        heads=("How serious", "How many", "The first of them", "What to do", "Where"),
        widths=fit((9, 7, 52, 46, 30)),
        rows=tuple(
            Row(
                cells=(
                    cell(told[0].severity.value),
                    cell(len(told)),
                    cell(told[0].message),
                    cell(told[0].remedy),
                    cell(_places(told)),
                )
            )
            for told in kinds.values()
        ),
    )


def _places(told: Sequence[Finding]) -> str:
    named = list(dict.fromkeys(place for finding in told if (place := place_of(finding))))
    more = f"; and {len(named) - _PLACES} more" if len(named) > _PLACES else ""
    return "; ".join(named[:_PLACES]) + more


def sources_blocks(chronology: Chronology) -> Iterator[Block]:
    """Every file, sheet by sheet: rows found = entries + rows set aside."""
    yield plain("Every row of every file is an entry or is listed here with the reason why not.")
    yield Table(
        caption="What was read",
        heads=_SOURCE_HEADS,
        widths=fit((20, 19, 12, 14, 6, 7, 44, 34), _SOURCE_HEADS),
        rows=tuple(_source_rows(chronology.submissions)),
    )


_SOURCE_HEADS = (
    "File", "Agency", "Record of", "Sheet", "Rows", "Entries", "Set aside, and why",
    "SHA-256 of the file",
)  # fmt: skip


def _source_rows(submissions: Iterable[Submission]) -> Iterator[Row]:
    for s in submissions:
        for n, t in enumerate(s.sheets):
            reasons = defaultdict(list)
            for aside in t.set_aside:
                reasons[aside.reason].append(aside.row)
            why = [f"{len(rows)} {reason} ({_rows(rows)})" for reason, rows in reasons.items()]
            if s.superseded_by:
                why.append(f"all entries: superseded by {s.superseded_by}")
            yield Row(
                cells=(
                    cell(s.file if n == 0 else ""), cell(s.agency if n == 0 else ""),
                    cell(t.record_of or s.record_of or "not declared"), cell(t.name), cell(t.rows),
                    cell(t.entries), cell("; ".join(why)),
                    cell(s.sha256 if n == 0 else "", Style.SMALL),
                )
            )  # fmt: skip


def _rows(rows: Sequence[int]) -> str:
    return f"row{'s' if len(rows) > 1 else ''} {first_of(rows, _SHOWN)}"
