"""Text as it may be kept: one kind of line end, and no characters that no document can hold."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
UNSEEN = (
    "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Spaces without width, soft hyphens and marks of direction, as pasted from web pages and e-mails:
nobody sees them, and a Yes or a time with one is no word that is known. Joiners belong to emoji."""
_UNSEEN = re.compile(f"[{UNSEEN}]")


_RAISED = str.maketrans(
    "0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
)


def raised(text: str) -> str:
    """Words drawn as superscript: a number is the mark of a footnote, and no part of a date."""
    return text.translate(_RAISED) if text.strip().isdigit() else text


def tidy(text: str) -> str:
    """The text with line ends as newlines, without control characters and those nobody sees.

    A letter with its accent is one character: files from a Mac and words from a PDF have two.
    """
    return unicodedata.normalize(
        "NFC", _UNSEEN.sub("", _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)))
    )


def has_controls(text: str) -> bool:
    """Whether a text holds characters that `tidy` leaves out."""
    return bool(_CONTROLS.search(text))


def time_or_hours(duration: dt.timedelta) -> dt.time | str:
    """A stretch of less than a day as the time that it is meant as; a longer one in hours."""
    if dt.timedelta(0) <= duration < dt.timedelta(days=1):
        return (dt.datetime(1900, 1, 1) + duration).time()
    minutes = round(duration.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"
