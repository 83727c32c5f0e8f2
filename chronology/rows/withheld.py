"""Words that were struck out, deleted or hidden in the files as sent, and the comments in them.

They are kept with their entries and withheld from every shared output, since they may hold an
address or a name that must stay secret. A person may ask for a copy that shows them; that copy
says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from chronology.findings import Finding, Severity
from chronology.model import Chronology, Entry

HEADING = "Struck out, deleted, hidden or commented in the file as sent"
_KINDS = ("struck", "deleted", "hidden", "comment")
_SHOWN = "This copy shows struck-out, deleted and hidden words"


def with_hidden(chronology: Chronology) -> Chronology:
    """The chronology with nothing withheld, and a finding that says so."""
    shown = sum(bool(e.withheld or _noted(e)) for e in chronology.entries)
    told = Finding(
        code="hidden-included",
        severity=Severity.WARNING,
        message=f"This copy shows what was struck out, deleted, hidden or commented in {shown} of "
        f"{len(chronology.entries)} entries.",
        remedy="Share it only with those who may see these words; make one without "
        "--include-hidden for everybody else.",
    )
    return replace(
        chronology,
        entries=tuple(_opened(e) for e in chronology.entries),
        findings=(*chronology.findings, told),
    )


def shows_hidden(chronology: Chronology) -> bool:
    """Whether this is a copy in which nothing is withheld."""
    return shown_by(f.code for f in chronology.findings)


def shown_by(codes: Iterable[str]) -> bool:
    """Whether a copy says by its findings that nothing is withheld in it."""
    return "hidden-included" in codes


def holds_hidden(chronology: Chronology) -> bool:
    """Whether any entry has withheld words, or a mark with words (a comment's, for example)."""
    return any(map(_hides, (*chronology.entries, *chronology.superseded)))


def hidden_words(chronology: Chronology) -> str:
    """What an output says of such words in its *About*."""
    if shows_hidden(chronology):
        return f"{_SHOWN}, and comments: share it only with those who may see them."
    return "Struck-out and hidden words are withheld here and counted in Findings."


def is_a_copy_that_shows(about: Iterable[str]) -> bool:
    """Whether what an output says of itself says that nothing is withheld in it."""
    return any(_SHOWN in words for words in about)


def withholds(marks: str) -> bool:
    """Whether the marks of a row, as outputs show them, say that words in it are withheld."""
    return not {*marks.split(", ")}.isdisjoint(_KINDS)


def _hides(entry: Entry) -> bool:
    return bool(entry.withheld) or any(":" in mark for mark in entry.marks)


def _opened(entry: Entry) -> Entry:
    noted = _noted(entry)
    extra = {**entry.extra, HEADING: "\n".join(noted)} if noted else entry.extra
    return replace(entry, withheld=frozenset(), extra=extra)


def _noted(entry: Entry) -> list[str]:
    """The marks that carry words of their own."""
    return [m for m in entry.marks if m.partition(": ")[0] in _KINDS and ": " in m]
