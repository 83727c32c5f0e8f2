"""Everything that the columns of one row state about seen and views, put together for each child.

which children   names the children; an unnamed Yes beside it is theirs
child seen       Yes or No                 seen alone    a Yes adds alone, a No nothing
date child seen  within the entry's own dates it is a Yes; another day is a note, and no Yes
seen and views   "Child seen / views": 'Yes - said he likes school' is a Yes and views; what comes
                 after the answer is views only where it plainly is ('Yes - at home' is none)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chronology.dates import When, Window, read_date
from chronology.findings import Remark, Severity
from chronology.model import Child, Column, Seen, SeenValue, Views
from chronology.values import seen_columns
from chronology.values.unclear import nobody_named
from chronology.values.views_column import read_plain_views, read_views

ABOUT_SEEN = ("which_children", "child_seen", "seen_alone", "views", "date_child_seen")
Cells = Sequence[tuple[Column, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Seen and views by child label, and the queries with their columns."""

    seen: Mapping[str, Seen]
    views: Mapping[str, Views]
    queries: tuple[tuple[str, Remark], ...] = ()
    """Field and remark."""


NOTHING = Stated(seen={}, views={})


def read_statements(
    cells: Cells, *, children: Sequence[Child], of: str | None, when: When, window: Window
) -> Stated:
    """Read every cell about seen and views; `of` is the child an unnamed answer is about."""
    told = [(c, *_field(c.field, children), text) for c, text in cells if text]
    told = [part for one in told for part in _parted(*one, children)]
    if not told:
        return NOTHING
    seen: dict[str, Seen] = {}
    views: dict[str, Views] = {}
    queries: list[tuple[str, Remark]] = []
    own: Sequence[str] = (of,) if of else ()
    named_seen: Sequence[str] = ()
    for column, kind, child, text in sorted(told, key=lambda t: ABOUT_SEEN.index(t[1])):
        remarks: Sequence[Remark] = ()
        whose: Sequence[str] = (child,) if child else own or _baby(column, children, when)
        named = _living(children, when) if seen_columns.speaks_of_all(text) else children
        none_of = not whose and _asks_of_children(column) and seen_columns.says_no(text)
        if kind == "which_children" or (kind == "child_seen" and none_of):
            found, remarks = seen_columns.read_which(text, children=named)
            seen |= found
            named_seen = _sighted(found)
            own = tuple(found) or own
        elif kind == "child_seen":
            found, remarks = seen_columns.read_seen(text, children=named, of=whose)
            remarks = [*remarks, *_add(seen, found)]
            if found and not child and not set(own) & set(found):
                own = ()  # it names others: "alone" is not about the child of the record
                named_seen = named_seen or _sighted(found)
        elif kind == "seen_alone":
            whose = whose or _only_seen(seen)
            found, remarks = seen_columns.read_alone(text, children=named, of=whose)
            remarks = [*remarks, *(r for c, s in found.items() for r in _combine(seen, c, s))]
        elif kind == "views":
            alone = column.field.startswith("views") and not _LOOKS.search(column.heading)
            read = read_views if alone else read_plain_views
            heard, remarks = read(text, children=children, of=child or _whose_views(of, named_seen))
            views |= heard
        else:
            found, remarks = _by_date(text, whose, when, window)
            seen |= {c: s for c, s in found.items() if c not in seen}
        queries += [(column.field, remark) for remark in remarks]
    return Stated(seen=seen, views=views, queries=tuple(queries))


_LOOKS = re.compile(r"\bpresentation\b", re.I)
"""'Presentation/voice': 'Dirty clothes' is how the child looked, and no words of theirs."""
_WITH_VIEWS = re.compile(
    r"\b(?:views?|voices?|wish\w*|feelings?|heard|(?:child|they|he|she) (?:say|said))\b", re.I
)


def _parted(
    column: Column, kind: str, child: str, text: str, children: Sequence[Child]
) -> list[tuple[Column, str, str, str]]:
    """A cell that answers two questions, seen and views, as an answer to each."""
    if kind not in ("child_seen", "seen_alone") or not _WITH_VIEWS.search(column.heading):
        return [(column, kind, child, text)]
    seen, views = seen_columns.seen_and_views(text, children=children, alone=kind == "seen_alone")
    parts = ((kind, seen), ("views", views))
    return [(column, of, child, words) for of, words in parts if words]


def _field(field: str, children: Sequence[Child]) -> tuple[str, str]:
    """The field, and the label of the child whom its heading calls by any of its names."""
    kind, _, name = field.partition(":")
    told = name.casefold()
    called = (c.label for c in children if told in (n.casefold() for n in c.all_names))
    return kind, next(called, name) if name else ""


_BABY = re.compile(r"\b(?:baby|babies|infant|new ?born)\b", re.I)
_BABY_DAYS = 548  # a year and a half


def _baby(column: Column, children: Sequence[Child], when: When) -> Sequence[str]:
    """The one baby of the case on that day, of whom a column headed "Baby seen" asks."""
    if not _BABY.search(column.heading) or when.start is None:
        return ()
    ages = [(c.label, (when.start - c.born).days) for c in _living(children, when) if c.born]
    babies = [label for label, days in ages if -1 <= days <= _BABY_DAYS]
    return babies if len(babies) == 1 else ()


def _asks_of_children(column: Column) -> bool:
    return bool(re.search(r"\b(?:children|kids)\b", column.heading, re.I))


def _living(children: Sequence[Child], when: When) -> Sequence[Child]:
    """The children born by then and not dead before."""
    first, last = when.start or when.end, when.end or when.start
    return [
        c
        for c in children
        if not (c.born and last and last < c.born) and not (c.died and first and first > c.died)
    ]


def _add(seen: dict[str, Seen], found: Mapping[str, Seen]) -> list[Remark]:
    """A No beside a column that names the child as seen: the lesser claim stands, queried."""
    remarks = []
    for child, said in found.items():
        before = seen.get(child)
        if before and (before.value == SeenValue.NOT_SEEN) != (said.value == SeenValue.NOT_SEEN):
            remarks.append(_contradicts(child, "The columns say that {} was seen, and not seen"))
            seen[child] = said if said.value == SeenValue.NOT_SEEN else before
        elif before is None or before.value == SeenValue.SEEN:
            seen[child] = said
    return remarks


def _sighted(found: Mapping[str, Seen]) -> Sequence[str]:
    return [child for child, said in found.items() if said.value != SeenValue.NOT_SEEN]


def _whose_views(of: str | None, named_seen: Sequence[str]) -> str | None:
    """Whose unnamed views are: of the one child whom the row names as seen, else of its record."""
    if not named_seen or of in named_seen:
        return of
    return named_seen[0] if len(named_seen) == 1 else None


def _only_seen(seen: Mapping[str, Seen]) -> Sequence[str]:
    """The one child whom the row names as seen: an unnamed Yes to alone is about that child."""
    sighted = [child for child, said in seen.items() if said.value == SeenValue.SEEN]
    return sighted if len(sighted) == 1 else ()


def _combine(seen: dict[str, Seen], child: str, alone: Seen) -> list[Remark]:
    """Alone: Yes beside seen: No contradicts it; the lesser claim stands and is queried.

    How the child was seen stays: "Yes - video" and alone is alone on a video call, not in person.
    """
    said = seen.get(child)
    if said is not None and said.value == SeenValue.NOT_SEEN:
        return [_contradicts(child, "The row says {} was not seen, and seen alone")]
    if said is not None and said.manner and not alone.manner:
        alone = replace(alone, manner=said.manner, evidence=f"{said.evidence}; {alone.evidence}")
    seen[child] = alone
    return []


def _contradicts(child: str, what: str) -> Remark:
    return Remark(
        code="seen-contradicts-alone",
        severity=Severity.WARNING,
        message=f"{what.format(child)}; not seen is kept.",
        remedy="Ask the agency which it was.",
    )


def _by_date(
    text: str, whose: Sequence[str], when: When, window: Window
) -> tuple[dict[str, Seen], list[Remark]]:
    """A date under 'Date child seen': a Yes if it lies within the entry's own dates."""
    seen_on = read_date(text, near=when, window=window)
    if seen_on.start is None or seen_on.end is None:
        return {}, []
    first, last = when.start or when.end, when.end or when.start
    if first and last and first <= seen_on.start and seen_on.end <= last:
        said = seen_columns.stated(SeenValue.SEEN, " ".join(text.split()))
        return dict.fromkeys(whose, said), [] if whose else [nobody_named(text, "seen")]
    return {}, [_other_day(text)]


def _other_day(text: str) -> Remark:
    return Remark(
        code="seen-on-other-day",
        severity=Severity.WARNING,
        message=f"The child is said to have been seen on {text}, which is not the date of this "
        "row; left as not recorded for this row.",
        remedy="Ask the agency for that contact as a row of its own.",
    )
