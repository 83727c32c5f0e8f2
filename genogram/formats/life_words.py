"""Births, deaths and losses as they are written beside a relationship, a name or a birth.

MGF (dec'd 2011)     3/3/2017, died 5/3/2017     late father     unborn EDD 3/5
"""

from __future__ import annotations

import re

from genogram.model import Pregnancy

LONGEST = 200  # letters; longer texts are narrative
_GONE = r"deceased|died|dead|dec'?d|rip|passed away"
DEAD_AS_REMARKED = re.compile(
    rf"(?:(?:now|since|sadly|recently) )?(?:(?:{_GONE})\b|d ?(?=\d)|dec$)"
)
LATE = re.compile(r"\b(?:late|deceased|dead) (?=[a-z])(?!teens|twenties|thirties|forties|fifties)")
_DIED = re.compile(rf"\b(?:{_GONE}|d(?=[. ]*\d))[. :,-]*(?:(?:on|in) )?([^()]+)", re.IGNORECASE)
_DUE = re.compile(r"\b(?:e\.?d\.?d\b\.?|due(?: date| on| in)?\b)[ :,-]*([^()]+)", re.IGNORECASE)
_BORN_AND_DIED = re.compile(
    rf"(?P<born>.*?)[\s,;(/\u2013-]*\b(?P<died>(?:{_GONE}|d(?=[. ]*\d))\b.*?)\)?",
    re.IGNORECASE,
)
_LOSS_DAY = re.compile(r"(?:born|birth|carriage|termination)[ :,-]+([^()]*\d)", re.IGNORECASE)


def birth_and_death(told: str) -> tuple[str, str]:
    """The cell for a date of birth parted from a death: '3/3/2017, died 5/3/2017'; else as told."""
    found = _BORN_AND_DIED.fullmatch(told[:LONGEST])
    if not found:
        return told, ""
    day = day_of(found["died"], None)
    return found["born"], day or "died"


def day_of(told: str, lost: Pregnancy | None) -> str:
    """The words for a day that stand with a loss, a birth to come or a death."""
    pattern = _DUE if lost is Pregnancy.UNBORN else _LOSS_DAY if lost else _DIED
    found = pattern.search(told)
    return found[1].strip() if found and any(c.isdigit() for c in found[1]) else ""
