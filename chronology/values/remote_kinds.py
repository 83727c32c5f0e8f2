"""Where the kind of contact, or the text, says that a child was seen on a screen, or could not be
seen at all.

"Child seen: Yes" on a row whose own type is Video call, or whose text begins "FaceTime with mum",
is a child seen by video; on one whose type is Telephone or Letter it is no sighting in person
unless the text tells of one. Either is counted apart, outside the headline, and queried: the agency
may have met the child as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from chronology.findings import Remark, Severity
from chronology.model import SIGHTED, Seen
from chronology.seen.wording.cues import Own
from chronology.values import screens

_ON_SCREEN = re.compile(
    r"\b(?:video(?![- ](?:recorded )?interview)|virtual(?:ly)?|facetime|zoom|skype|online|"
    r"teams(?= (?:call|meeting|video|visit|contact)))\b",
    re.I,
)
_AT_A_DISTANCE = re.compile(
    r"\b(?:(?:tele)?phone|tel|e-?mail|letter|text message|sms|whatsapp)\b", re.I
)
_MET_TOO = re.compile(r"\bface\b|\bin person\b|\band\b|/|&|\+|\bor\b", re.I)
_AND_MET = re.compile(
    rf"{_MET_TOO.pattern}|visit|home|school|nursery|clinic|surgery|office|attend", re.I
)
_VISITED = re.compile(
    r"\bvisited\b|\bhome visit\b|\battended\b|\bin person\b|\bseen at (?:home|school|nursery)\b|"
    r"\bbrought (?:in|to)\b",
    re.I,
)
REMOTE = "remote"


def by_kind(
    stated: Seen | None, read: Seen, words: Mapping[str, str], cues: Own = ()
) -> tuple[Seen | None, Seen]:
    """What the column and what the text say, as remote where the kind of contact was."""
    kind, event = words.get("kind", ""), words.get("event", "")
    if _on_screen(kind, event, cues):
        return stated and _remote(stated), _remote(read)
    far = _AT_A_DISTANCE.search(kind) and not _AND_MET.search(kind)
    if stated and ((far and read.value not in SIGHTED) or read.manner == REMOTE):
        return _remote(stated), read
    return stated, read


def queried(child: str, before: Seen | None, after: Seen | None, kind: str) -> list[Remark]:
    """A question where a plain Yes became remote by the kind of contact."""
    if before is None or after is None or before.manner == after.manner:
        return []
    says = _ON_SCREEN.search(kind) or _AT_A_DISTANCE.search(kind)
    what = f"'{kind}'" if says else "on a screen"
    return [
        Remark(
            code=f"seen-{REMOTE}",
            severity=Severity.NOTE,
            message=f"The column says {child} was seen; the contact is {what}: read as seen "
            "remotely, counted apart from seen in person.",
            remedy="Ask the agency whether the child was also seen in person.",
        )
    ]


def _on_screen(kind: str, event: str, cues: Own) -> bool:
    by_kind = _ON_SCREEN.search(kind) and not _MET_TOO.search(kind) and not _VISITED.search(event)
    return bool(by_kind) or screens.heads(event, cues)


def _remote(seen: Seen) -> Seen:
    """The same, seen remotely; a manner that was stated (asleep, glimpsed) tells as much."""
    plain = seen.value in SIGHTED and seen.manner in ("", "in_person")
    return replace(seen, manner=REMOTE) if plain else seen
