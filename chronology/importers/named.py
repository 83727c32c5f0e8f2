"""Paragraphs that say alone whom those below them are about, where a text is in parts.

THEO                    A name between the entries is a heading where an entry begins below it, and
12/03/2021 - Seen.      the words of an entry where its date stands alone above it. Names that come
RUBY                    below the first entry and again below the last one are said under each
13/03/2021 - Seen.      entry, and head nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chronology.importers.rows import Row, text_of

Names = Callable[[str], str]
"""Whom words name that say nothing else (sections.py); empty for other words."""
_MOST_BETWEEN, _FEW_WORDS = 3, 8
"""Lines between a name and its first entry, such as a date of birth; and words in each."""


def nobody(_: str) -> str:
    """Nobody is named: for readers that know nothing of a case."""
    return ""


def heading_parts(
    paragraphs: Sequence[Row], begins: Sequence[bool], names: Names
) -> frozenset[int]:
    """The places of paragraphs that head a part; `begins` says where an entry begins."""
    texts = [text_of(row.cells[0].value) if row.cells else "" for row in paragraphs]
    named = [
        at
        for at, (row, text) in enumerate(zip(paragraphs, texts, strict=True))
        if text and not begins[at] and row.aside in ("", "paragraph") and names(text)
    ]
    entries = [at for at, begin in enumerate(begins) if begin]
    if not named or not entries or (named[0] > entries[0] and named[-1] > entries[-1]):
        return frozenset()
    return frozenset(at for at in named if _leads(at, paragraphs, texts, begins, {*named}))


def _leads(
    at: int,
    paragraphs: Sequence[Row],
    texts: Sequence[str],
    begins: Sequence[bool],
    named: set[int],
) -> bool:
    """Whether an entry begins below a name: at once, or below a few lines about the person."""
    apart = at == 0 or not texts[at - 1] or paragraphs[at].band or not any(begins[:at])
    between = 0
    for below in range(at + 1, len(texts)):
        if begins[below]:
            return True
        if texts[below] and below not in named:
            between += 1
            if not apart or between > _MOST_BETWEEN or len(texts[below].split()) > _FEW_WORDS:
                return False
    return False
