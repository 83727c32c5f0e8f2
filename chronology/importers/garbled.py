"""Signs that another program put for those that were meant, put right within a text.

    Â£20, ZoÃ«        £20, Zoë         UTF-8 that was read as a code page, once or twice
    wasn`t, mum�s    wasn't, mum's    apostrophes.py

Nothing else is changed, and what does not become a sign that people write here stays.
"""

from __future__ import annotations

import re

from chronology.apostrophes import plain_apostrophes

PAGES = ("cp1252", "cp850", "cp437", "mac_roman")
"""What programs of these machines take UTF-8 for."""
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_MEANT = re.compile(
    "[\xa0-\u017f\u2010-\u2027\u2030-\u203a\u20ac\u2122\u2190-\u27bf\ufe0f\U0001f300-\U0001faff]+"
)
"""Letters and signs that people write here: what becomes another was not garbled."""
_MOST_TIMES = 3
_CUT_SHORT = re.compile('\u00e2\u20ac(?:[\u009d\ufffd]|(?=[\\s.,;:!?)"]|$))')
"""A closing quotation mark, whose last byte has no meaning in Windows' letters."""
_LEFT_OVER = re.compile("(?<![A-Z] )\u00c2(?=\\s|$)")  # in Welsh capitals it is "with"
"""What stands of a space that does not break, once that itself has become a plain one."""


def as_meant(text: str) -> str:
    """The text with what was garbled put right; the same text where nothing was."""
    for _ in range(_MOST_TIMES):
        before, text = text, _RUN.sub(_ungarbled, text)
        if text == before:
            break
    text = _LEFT_OVER.sub("", _CUT_SHORT.sub("\u201d", text))
    return plain_apostrophes(text)


def _ungarbled(run: re.Match[str]) -> str:
    """The signs whose bytes in a code page are UTF-8 for signs that people write; else the run."""
    for page in PAGES:
        try:
            meant = b"".join(_byte(sign, page) for sign in run[0]).decode("utf-8")
        except UnicodeError:
            continue
        if _MEANT.fullmatch(meant):
            return meant
    return run[0]


def _byte(sign: str, page: str) -> bytes:
    """The byte of a sign in a code page; those without meaning there are kept as they are."""
    return bytes([ord(sign)]) if "\x80" <= sign <= "\x9f" else sign.encode(page)
