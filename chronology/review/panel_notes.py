"""What the panel wrote on entries, and what changed from draft to draft."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """An entry as an earlier draft showed it: enough to find it again when its row is corrected."""

    id: str
    agency: str = ""
    date: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The panel's own words on one entry; `kind` is a key of notes.COLUMNS or a difference.

    In a decision on grouping, other entries stand as #id.
    """

    entry: str
    kind: str
    words: str
    about: Before


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """What changed in one draft, in words."""

    draft: str
    words: str
