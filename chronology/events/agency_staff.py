"""Who writes for an agency, as others name them: "Call from Mr Kerr" names the school's.

A surname in an agency's column of professionals stands for it, where no other agency has it there,
nobody of the family bears it, and a title stands before it (cues/agency_staff.toml).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from chronology import phrases
from chronology.model import Case, Entry

_TITLED = re.compile(
    rf"\b{phrases.one_of_lists('agency_staff.toml', 'titles')}\.? "
    r"(?:[A-Z]\.? )?([A-Z][a-z]+(?:[-'\u2019][A-Z][a-z]+)*)\b"
)


def staff_of(entries: Iterable[Entry], case: Case) -> Mapping[str, str]:
    """The surname of somebody who writes for one agency alone -> the agency."""
    agencies: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if "professional" not in entry.withheld:
            for surname in _TITLED.findall(entry.fields.get("professional", "")):
                agencies[surname].add(entry.agency)
    named = (name for one in case.everybody for name in one.all_names)
    family = {word for name in named for word in name.split()}
    return {s: min(of) for s, of in sorted(agencies.items()) if len(of) == 1 and s not in family}


def staff_named(text: str, staff: Mapping[str, str]) -> list[str]:
    """The agencies whose staff a text names."""
    return [staff[s] for s in dict.fromkeys(_TITLED.findall(text)) if s in staff] if staff else []
