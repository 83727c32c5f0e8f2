"""Number formats: which of them show a value otherwise than a reader of the value would think.

A cell that shows "Mar-07" holds 1 March 2007, and one that shows "00123" holds 123.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# Formats of ECMA-376 part 1, 18.8.30, that spreadsheets know by number and are not the usual ones.
BUILT_IN: Mapping[int, str] = {9: "0%", 10: "0.00%", 16: "d-mmm", 17: "mmm-yy"}
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]')
_CLOCK = re.compile(r"[hs]")
_PADDED = re.compile(r"0{2,}")


@lru_cache(maxsize=4096)
def unusual(form: str) -> str:
    """The format where a value does not say what the sheet shows, else ''."""
    bare = _bare(form)
    shown = date_letters(form)
    if not shown or (shown == {"m"} and _CLOCK.search(bare)):
        return form if "%" in bare or _PADDED.fullmatch(bare) else ""
    return "" if shown >= {"d", "y"} else form


def date_letters(form: str) -> frozenset[str]:
    """Which of d, m and y a format shows; none for a format of numbers or words."""
    bare = _bare(form)
    if bare in ("general", "standard") or "0" in bare or "#" in bare or "@" in bare:
        return frozenset()
    return frozenset(letter for letter in bare if letter in "dmy")


def _bare(form: str) -> str:
    """The format of positive numbers without what it prints as it stands."""
    return _NOT_SHOWN.sub("", form).partition(";")[0].strip().casefold()
