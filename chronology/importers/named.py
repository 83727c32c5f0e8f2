"""Paragraphs that say alone whom those below them are about, where a text is in parts.

THEO                    A name between the entries is a heading where an entry begins below it, and
12/03/2021 - Seen.      the words of an entry where its date stands alone above it. Names that come
RUBY                    below the first entry and again below the last one are said under each
13/03/2021 - Seen.      entry, and head nothing. 'ORLA' among them, of whom the case knows nothing,
ORLA                    heads a part too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from chronology.importers.rows import Row, text_of

Names = Callable[[str], str]
"""Whom words name that say nothing else (person_parts.py); empty for other words."""
_IN_CAPITALS = re.compile(r"[^\W\d_a-z][^\d_a-z\s]+(?: [^\W\d_a-z][^\d_a-z\s]+)?")
_NO_NAMES = re.compile(
    r"\b(?:agency|appendix|background|chronology|contacts?|education|end|entries|events?|family|"
    r"further|general|health|history|home|hospital|housing|key|maternity|meetings?|midwifery|notes?|"
    r"nursery|other|police|primary|probation|records?|referrals?|schools?|secondary|services?|social|"
    r"summary|timeline|updates?|visits?)\b",
    re.IGNORECASE,
)
"""Words of headings over parts of another kind."""
_NOT_OVER = re.compile(r"[:,&]$|\b(?:to|with|by|from|and|or|of|for|via|the)$", re.IGNORECASE)
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
    said = {
        at
        for at, (row, text) in enumerate(zip(paragraphs, texts, strict=True))
        if text and not begins[at] and row.aside in ("", "paragraph") and names(text)
    }
    named = [at for at in sorted(said) if not _listed(at, texts, said)]
    entries = [at for at, begin in enumerate(begins) if begin]
    if not named or not entries or (named[0] > entries[0] and named[-1] > entries[-1]):
        return frozenset()
    heads = [at for at in named if _leads(at, paragraphs, texts, begins, {*named})]
    if any(texts[at].isupper() for at in heads):
        heads += _unknown(heads, texts, begins)
    return frozenset(heads)


def _unknown(heads: Sequence[int], texts: Sequence[str], begins: Sequence[bool]) -> list[int]:
    """The places of other words in capitals that stand as such names do, once in the text."""
    often = Counter(texts)
    found = []
    for at in range(1, len(texts) - 1):
        alone = not texts[at - 1] and not begins[at] and often[texts[at]] == 1
        if not alone or at in heads or not _IN_CAPITALS.fullmatch(texts[at]):
            continue
        below = next((n for n in range(at + 1, len(texts)) if texts[n]), at)
        if begins[below] and not _NO_NAMES.search(texts[at]):
            found.append(at)
    return found


def _listed(at: int, texts: Sequence[str], named: set[int]) -> bool:
    """Whether a name stands in a list of names below words such as 'Present:', or goes on."""
    above = next((n for n in range(at - 1, -1, -1) if n not in named), None)
    return above is not None and _NOT_OVER.search(texts[above]) is not None


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
