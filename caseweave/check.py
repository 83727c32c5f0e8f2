"""Findings for the author of a chronology: by kind, most serious first, each with its cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from chronology.findings import Finding, Severity, by_severity, places_of
from chronology.review.written_questions import first_capital

_NOBODY = "No findings."
_HEADINGS = {
    Severity.ERROR: "To put right before sending",
    Severity.WARNING: "To look at",
    Severity.NOTE: "To know",
}


def checked_words(findings: Iterable[Finding]) -> Iterator[str]:
    """One line for what is found under its kind, with every place; what to do once per kind."""
    ordered = by_severity(findings)
    if not ordered:
        yield _NOBODY
    many_files = len({finding.file for finding in ordered if finding.file}) > 1
    for severity, serious in groupby(ordered, key=lambda f: f.severity):
        yield f"{_HEADINGS[severity]}:"
        for code, group in groupby(serious, key=lambda f: f.code):
            yield from _kind_words(code, list(group), many_files)
        yield ""


def _kind_words(code: str, group: Sequence[Finding], many_files: bool) -> Iterator[str]:
    yield f"  {first_capital(code.replace('-', ' '))} ({len(group)})"
    remedies = list(dict.fromkeys(f.remedy for f in group if f.remedy))
    same: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in group:
        same[finding.message, finding.remedy].append(finding)
    for (message, remedy), found in same.items():
        place = places_of(found, many_files)
        named = not place or message.startswith(place)  # "gp.xlsx is damaged"
        yield f"    {'' if named else place + ': '}{message}"
        if len(remedies) > 1 and remedy:
            yield f"      What to do: {remedy}"
    if len(remedies) == 1:
        yield f"    What to do: {remedies[0]}"
