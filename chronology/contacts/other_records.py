"""Entries in one child's own record that say nothing of another child of the case.

A surgery's record of Orla is no place to say whether Jade was seen: counted as contacts that do not
say, they would make that surgery look silent about Jade.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from chronology.model import Child, Chronology, Entry, SeenValue, ViewsValue
from chronology.record_of import children_of
from chronology.values.children_named import twins_of

_OF_ALL = (
    r"children(?!['\u2019]?s\s+(?:(?:and|&)\s+\w+\s+)?(?:social|services?|centres?|hospitals?|homes?|"
    r"wards?|clinics?|outpatients?|assessment|a\s?&\s?e|ed|emergency|team|nurs\w+|community|safeguarding|"
    r"trust|department|guardian)\b)"
    r"|siblings?|sibs|brothers?|(?<!\bward\s)(?<!\bnursing\s)(?<!\bcharge\s)"
    r"(?-i:(?!Sister\s+[A-Z][a-z]))sisters?|kids"
)
"""Children's social care, a ward sister and Sister Crane are no brothers and sisters."""
_OF_STAFF = frozenset({"professional", "source", "initials", "terms_of_reference", "sequence"})
"""Columns about the agency: "Sister Crane" wrote the row."""


def of_another(chronology: Chronology) -> Callable[[Entry, str], bool]:
    """Tells of an entry and a child whether it stands in the own record of another child, or of
    several others together, and does not speak of the child."""
    children = chronology.case.children
    owned = children_of(chronology)
    twins = twins_of(children)
    names = {c.label: _names(c, twins) for c in children}

    def apart(entry: Entry, child: str) -> bool:
        owners = owned(entry)
        if not owners or child in owners or not _silent(entry, child):
            return False
        told = (words for field, words in entry.fields.items() if field not in _OF_STAFF)
        return not names[child].search("\n".join((entry.event, *told)))

    return apart


def _silent(entry: Entry, child: str) -> bool:
    seen, views = entry.seen[child], entry.views[child]
    return seen.value is SeenValue.NOT_RECORDED and views.value is ViewsValue.NOT_RECORDED


def _names(child: Child, twins: tuple[str, ...]) -> re.Pattern[str]:
    named = [re.escape(name) for name in child.all_names if len(name) > 1]
    named += ["twins?"] if child.label in twins else []
    return re.compile(rf"(?<!\w)(?:{'|'.join([*named, _OF_ALL])})(?!\w)", re.I)
