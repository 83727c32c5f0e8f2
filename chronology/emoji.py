"""Emoji and pictures that no font shipped with us can draw: printed by name, never as a box.

A text message in a police record may hold them, and a court must be able to read what was sent.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from chronology.findings import Finding, Severity, first_of
from chronology.model import Entry

# Beyond U+FFFF all pictures; below it those that the shipped font (DejaVu) lacks.
_PICTURE = (
    "[\U0001f000-\U0001faff\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa\u26bd\u26be\u26c4-\u26e1"
    "\u26e3-\u26ff\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0"
    "\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
)
_JOINER, _SELECTOR = "\u200d", "\ufe0f"  # of several pictures to one; of a sign to a picture
_SKIN = "[\U0001f3fb-\U0001f3ff]"
_SEQUENCE = re.compile(
    f"{_PICTURE}(?:{_SELECTOR}|{_SKIN}|{_JOINER}(?:{_PICTURE}|[\u2640\u2642\u2764]))*"
)
_SHOWN = 12


def named(text: str) -> str:
    """The text with each picture as its Unicode name in brackets: "[loudly crying face]"."""
    if text.isascii():
        return text
    return _SEQUENCE.sub(_name, text).replace(_SELECTOR, "")


def _name(found: re.Match[str]) -> str:
    parts = [c for c in found[0] if c not in (_JOINER, _SELECTOR)]
    return f"[{', '.join(unicodedata.name(c, f'U+{ord(c):X}').lower() for c in parts)}]"


def emoji_findings(entries: Iterable[Entry]) -> Iterator[Finding]:
    """A note for each sheet whose rows hold pictures, with the rows."""
    yield from holding(
        entries,
        _SEQUENCE,
        code="emoji",
        what="emoji. The PDF prints each by its name in square brackets; other outputs hold it as "
        "sent.",
        remedy="Look at the file as sent where it matters what was shown.",
    )


def holding(
    entries: Iterable[Entry], sought: re.Pattern[str], *, code: str, what: str, remedy: str
) -> Iterator[Finding]:
    """A note for each sheet in whose words something stands: "2 rows (3, 7) hold ..."."""
    rows: dict[tuple[str, str], list[int]] = {}
    for entry in entries:
        told = (entry.event, *entry.fields.values(), *entry.extra.values())
        if any(not text.isascii() and sought.search(text) for text in told):
            rows.setdefault((entry.at.file, entry.at.sheet), []).append(entry.at.row)
    for (file, sheet), found in rows.items():
        one = len(found) == 1
        shown = first_of(found, _SHOWN)
        hold = f"{'row' if one else 'rows'} ({shown}) {'holds' if one else 'hold'}"
        yield Finding(
            code=code,
            severity=Severity.NOTE,
            message=f"{len(found)} {hold} {what}",
            remedy=remedy,
            file=file,
            sheet=sheet,
            row=found[0],
            rows=tuple(found),
        )
