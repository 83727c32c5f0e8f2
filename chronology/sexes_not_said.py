"""Entries that speak of girls or boys, where the case does not say who of the children is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chronology.findings import Finding, Severity, counted
from chronology.model import Case, Entry

_SPOKEN_OF = re.compile(r"\b(?:girls?|boys?|daughters?|sons?|sisters?|brothers?)\b", re.I)


def sex_findings(case: Case, entries: Iterable[Entry]) -> Iterator[Finding]:
    """One note for the case, with the entries; "the girls" may be read of any of the children."""
    open_ones = [child.label for child in case.children if not child.sex]
    if not open_ones or len(case.children) == 1:
        return
    rows = [entry for entry in entries if _SPOKEN_OF.search(entry.event)]
    if not rows:
        return
    count = counted(len(rows), "entry speaks", "entries speak")
    yield Finding(
        code="childrens-sex-not-said",
        severity=Severity.NOTE,
        message=f"{count} of girls, boys, daughters, sons, sisters or brothers, and the case file "
        f"does not say the sex of {', '.join(open_ones)}: such words, and he and she, may be read "
        "of the wrong child.",
        remedy='Add sex = "female" or sex = "male" to each block [[children]] of case.toml.',
        file="case.toml",
        entries=tuple(entry.id for entry in rows),
    )
