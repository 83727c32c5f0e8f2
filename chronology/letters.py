"""Letters that the font shipped with us lacks, such as Tamil or Chinese.

The PDF prints them with a font of the computer that makes it; where that has none, as boxes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chronology.emoji import holding
from chronology.findings import Finding
from chronology.model import Entry

# Scripts of which the shipped font (DejaVu) has nothing: from the Indic ones to Hangul, and what
# lies beyond U+FFFF but for pictures.
_BEYOND = re.compile(
    "[\u0900-\u0dff\u0e00-\u0e7f\u0f00-\u109f\u1100-\u139f\u1780-\u18af\u2e80-\ua4cf\ua8e0-\ud7ff"
    "\uf900-\ufaff\U00010000-\U0001cfff\U0001e000-\U0001efff\U00020000-\U000323af]"
)


def letter_findings(entries: Iterable[Entry]) -> Iterator[Finding]:
    """A note for each sheet whose rows hold such letters, with the rows."""
    yield from holding(
        entries,
        _BEYOND,
        code="letters-of-another-font",
        what="letters that the font of the PDF lacks. It prints them with a font of the computer "
        "that makes it, or as boxes where there is none; other outputs hold them as sent.",
        remedy="Look at these rows of the PDF before it goes out; where they are boxes, install a "
        "font that has them (the Noto fonts have every script).",
    )
