"""Abbreviations: those that the case file explains, and those used but not explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from chronology.model import Chronology

_ABBREVIATION = re.compile(r"(?<![\w&/])(?:[A-Z]&[A-Z]|[A-Z]{2,6}s?)(?![\w&])")
_CAPITAL, _SMALL = re.compile(r"[A-Z]"), re.compile(r"[a-z]")
_MOSTLY_CAPITALS = 0.5  # of the letters: there every word looks like an abbreviation
_NO_ABBREVIATIONS = frozenset(["am", "pm", "ok", "no", "yes", "not", "and", "the", "nil", "ii"])
LISTED = 40


def unexplained(chronology: Chronology) -> tuple[tuple[str, int], ...]:
    """Abbreviations that the entries use and the case file does not explain, most used first."""
    case = chronology.case
    known = {a.casefold() for a in case.glossary}
    known |= {n.casefold() for child in case.children for n in child.names}
    known |= {n.casefold() for person in case.people for n in person.names}
    count: Counter[str] = Counter()
    for entry in chronology.entries:
        text = "" if "event" in entry.withheld else entry.event
        used = {a.rstrip("s") for a in _ABBREVIATION.findall(text)}
        if used and not _mostly_capitals(text):
            count.update(used)
    found = [(a, n) for a, n in count.items() if a.casefold() not in known | _NO_ABBREVIATIONS]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def _mostly_capitals(text: str) -> bool:
    capitals, small = len(_CAPITAL.findall(text)), len(_SMALL.findall(text))
    return capitals > _MOSTLY_CAPITALS * (capitals + small)


def _written(names: Iterable[str]) -> str:
    """The initials by which the case file says that the files call somebody."""
    initials = [name for name in names if _ABBREVIATION.fullmatch(name)]
    return f", in the files {', '.join(initials)}" if initials else ""


def glossary_lines(chronology: Chronology) -> tuple[str, ...]:
    """The glossary for *About*: what is explained, and what is used without being explained."""
    told = [f"{a} = {meaning}" for a, meaning in sorted(chronology.case.glossary.items())]
    lines = [f"Abbreviations: {'; '.join(told)}."] if told else []
    people = [p.called + _written(p.names) for p in chronology.case.people]
    lines += [f"People: {'; '.join(people)}."] if people else []
    children = [c.label + w for c in chronology.case.children if (w := _written(c.names))]
    lines += [f"Children: {'; '.join(children)}."] if children else []
    if open_ := unexplained(chronology):
        listed = ", ".join(f"{a} ({n})" for a, n in open_[:LISTED])
        more = f", and {len(open_) - LISTED} more" if len(open_) > LISTED else ""
        lines.append(
            f"Used but not explained in the case file, with the number of times: {listed}{more}."
        )
    return tuple(lines)
