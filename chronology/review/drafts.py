"""Draft numbers and the change log: a draft is a new one when its entries or notes changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from chronology.model import Basis, Chronology, Entry
from chronology.review.earlier_draft import Earlier
from chronology.review.panel_notes import LogLine


def with_draft(chronology: Chronology, earlier: Earlier) -> Chronology:
    """The chronology with its draft number, and a line in the log if it is a new draft."""
    content = digest(chronology)
    if not earlier.draft:
        draft = chronology.case.draft or "1"
        log: tuple[LogLine, ...] = (LogLine(draft=draft, words=_first(chronology)),)
    elif content == earlier.content:
        draft, log = earlier.draft, earlier.log
    else:
        draft = _next(earlier.draft)
        log = (*earlier.log, LogLine(draft=draft, words=_changes(chronology, earlier)))
    return replace(chronology, draft=draft, content=content, log=log)


def digest(chronology: Chronology) -> str:
    """A short digest of entries and notes, the same whatever the order of the notes."""
    told = [f"{e.id}\x1f{e.when.text}\x1f{e.event}\x1f{sorted(e.fields.items())}"
            for e in chronology.entries]  # fmt: skip
    told += sorted(f"{n.entry}\x1f{n.kind}\x1f{n.words}" for n in chronology.notes)
    told += [f"{s.file} {s.sha256}" for s in chronology.submissions]
    told += [f"{e.id}\x1f{child}\x1f{value}" for e in chronology.entries
             for child, value in _answered(e)]  # fmt: skip
    return hashlib.sha256("\x1e".join(told).encode("utf-8")).hexdigest()[:16]


def _answered(entry: Entry) -> Iterable[tuple[str, str]]:
    """What the agency answered later, by child."""
    for told in (entry.seen, entry.views):
        for child, value in told.items():
            if answer := value.readings.get(Basis.AGENCY_ANSWER):
                yield child, answer


def _next(draft: str) -> str:
    return str(int(draft) + 1) if draft.isdigit() else f"{draft}, 2"


def _first(chronology: Chronology) -> str:
    received = sum(not s.superseded_by for s in chronology.submissions)
    return f"{len(chronology.entries)} entries from {received} submissions."


def _changes(chronology: Chronology, earlier: Earlier) -> str:
    was, now = {r.id for r in earlier.rows}, {e.id for e in chronology.entries}
    corrected = sum("corrected" in e.marks for e in chronology.entries)
    return (
        f"{len(chronology.entries)} entries: {len(now - was)} added, {len(was - now)} gone, "
        f"{corrected} corrected; {len(chronology.notes)} notes of the panel."
    )
