"""Headings over two rows: groups above, the columns of each group below.

Date | Event | Child seen    |  Views        ->  Date, Event, Child seen Ruby,
     |       | Ruby  | Theo  |                   Child seen Theo, Views
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from chronology.importers.rows import Cell, Row, text_of

_LONGEST = 60
_ANSWER = re.compile(r"(?P<of>.*[^\s:\u2013-])[\s:\u2013-]+(?P<answer>yes|no)", re.I)
_HINT = re.compile(r"^[(\[]|^(?:dd|hh|y ?/ ?n|yes ?/ ?no|24)\b", re.I)


def in_one_row(upper: Row, lower: Row, known: Callable[[str], str]) -> tuple[str, ...] | None:
    """The headings of both rows together, or None where they are not two rows of headings.

    `known` gives the field that a heading names, or ''.
    """
    below = [_heading(cell) for cell in lower.cells]
    if any(text is None for text in below) or not any(below):
        return None
    subs = [text or "" for text in below]
    above = [text_of(cell.value) for cell in upper.cells]
    above += [""] * (len(subs) - len(above))
    groups = _groups(upper, above, subs)
    both = [
        (top, sub)
        for top, sub, group in zip(above, subs, groups, strict=False)
        if top and sub and not group and not _HINT.match(sub)
    ]
    # 'Was child' over 'present / seen?' is one heading in two rows.
    if not all(not known(top) and known(f"{top} {sub}") for top, sub in both):
        return None
    if not any(groups) and not both:
        return None
    often = Counter(subs)
    return tuple(
        _heading_of(groups[at] or above[at], subs[at] if at < len(subs) else "", often, known)
        for at in range(len(above))
    )


def without_answers(headings: Sequence[str]) -> list[str]:
    """'Child seen? Yes' and 'Child seen? No' as the heading over both (yes_and_no.py);
    'Incident No' is no answer."""
    asked = {said[0] for heading in headings if (said := answer_in(heading)) and said[1] == "yes"}
    said_of = [(heading, answer_in(heading)) for heading in headings]
    return [said[0] if said and said[0] in asked else heading for heading, said in said_of]


def answer_in(heading: str) -> tuple[str, str] | None:
    """What a heading asks, and the answer at its end: 'Child seen? Yes'."""
    match = _ANSWER.fullmatch(heading.strip())
    return (match["of"], match["answer"].casefold()) if match else None


def _heading(cell: Cell) -> str | None:
    """The words of a cell that may be a heading; None for what never is."""
    if cell.value is None or cell.marks.merged:
        return ""
    if not isinstance(cell.value, str) or len(cell.value) > _LONGEST:
        return None
    return text_of(cell.value)


def _groups(upper: Row, above: Sequence[str], subs: Sequence[str]) -> list[str]:
    """For each column the group that it belongs to, or ''."""
    groups = [""] * len(above)
    spans = {at: cell.marks.across for at, cell in enumerate(upper.cells) if cell.value is not None}
    merged = any(across > 1 for across in spans.values())
    for at, across in spans.items():
        if not merged:  # the group goes on over the columns that have no heading of their own
            while at + across < len(subs) and not above[at + across] and subs[at + across]:
                across += 1
        if across > 1 and any(subs[at : at + across]):
            groups[at : at + across] = [above[at]] * len(groups[at : at + across])
    return groups


def _heading_of(group: str, sub: str, often: Counter[str], known: Callable[[str], str]) -> str:
    """'Child seen Ruby', or the words below alone where those are the heading that is known."""
    both = f"{group} {sub}".strip()
    if not sub or not group or known(both):
        return both
    answer = sub.casefold() == "no" and any(one.casefold() == "yes" for one in often)
    return sub if known(sub) and often[sub] == 1 and not answer else both
