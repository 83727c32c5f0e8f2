"""Small chronologies made in the test itself, without files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from chronology.dates import Precision, When
from chronology.model import (
    Basis,
    Case,
    Child,
    Chronology,
    Entry,
    Group,
    Kind,
    Location,
    Member,
    Period,
    Review,
    Role,
    Seen,
    SeenValue,
    Submission,
    Views,
    ViewsValue,
)

THEO = Child(label="Theo", subject=True, born=dt.date(2020, 1, 10))


def day(text: str) -> dt.date:
    """ "3/4/21" as a date."""
    d, m, y = map(int, text.split("/"))
    return dt.date(2000 + y, m, d)


def when(text: str) -> When:
    """ "3/4/21", "3/4/21-9/4/21" or "" for undated."""
    if not text:
        return When(start=None, end=None, precision=Precision.UNKNOWN, text="")
    first, _, last = text.partition("-")
    start, end = day(first), day(last or first)
    precision = Precision.DAY if start == end else Precision.RANGE
    return When(start=start, end=end, precision=precision, text=text)


def seen(
    value: str = "not_recorded", basis: str = "stated", manner: str = "", by: str = "",
    reason: str = "",
) -> Seen:  # fmt: skip
    """A seen value; without one nothing is recorded."""
    if value == "not_recorded":
        return Seen()
    return Seen(
        value=SeenValue(value), basis=Basis(basis), evidence=value, manner=manner, by=by,
        reason=reason, readings={basis: value},
    )  # fmt: skip


def views(value: str = "not_recorded", basis: str = "stated") -> Views:
    """A views value."""
    if value == "not_recorded":
        return Views()
    return Views(
        value=ViewsValue(value), basis=Basis(basis), evidence=value, readings={basis: value}
    )


def entry(
    number: int, agency: str, on: str, said: Seen | None = None, heard: Views | None = None, *,
    kind: str = "visit", event: str = "Home visit.", child: str = "Theo",
) -> Entry:  # fmt: skip
    """One entry about one child; `number` is its row."""
    return Entry(
        id=f"{number:012x}",
        agency=agency,
        at=Location(file=f"{agency}.csv", sheet="log", row=number),
        when=when(on),
        event=event,
        fields={},
        kind=Kind(kind),
        seen={child: said or Seen()},
        views={child: heard or Views()},
        extra={},
    )


def chronology(
    *entries: Entry, child: Child = THEO, covers: str = "", incident: str = "",
    groups: Sequence[Sequence[int]] = (),
) -> Chronology:  # fmt: skip
    """Entries as a chronology; groups are the numbers of entries that tell of one event."""
    agencies = sorted({e.agency for e in entries})
    first, _, last = covers.partition("-")
    period = Period(start=day(first), end=day(last)) if covers else Period()
    review = Review(incident=day(incident)) if incident else Review()
    return Chronology(
        case=Case(children=(child,), review=review),
        submissions=tuple(
            Submission(file=f"{a}.csv", sha256="0", agency=a, covers=period) for a in agencies
        ),
        entries=tuple(sorted(entries, key=lambda e: e.when.sort_key())),
        findings=(),
        groups=tuple(
            Group(
                id=f"g{n}",
                members=tuple(Member(id=f"{i:012x}", role=Role.SAME) for i in members),
            )
            for n, members in enumerate(groups)
        ),
    )
