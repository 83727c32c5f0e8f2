"""When something happened, as precisely as the record says and no more."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from chronology.findings import Remark


class Precision(StrEnum):
    """How exact a date is, in the words of the open data form."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    TERM = "term"
    YEAR = "year"
    RANGE = "range"
    SEVERAL = "several"
    CIRCA = "circa"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date or period with the words as sent; `end` is inclusive; undated has neither end.

    There is deliberately no `<`: uncertain dates are ordered by `sort_key()` only.
    """

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    text: str
    time: dt.time | None = None
    end_time: dt.time | None = None
    remarks: tuple[Remark, ...] = ()
