"""What the agency stated and what its narrative says, put side by side for each child.

The stated value stands; a reading of the narrative fills a silence, never replaces a statement,
and where the two differ a person is asked to look.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chronology.contacts.kinds import kind_of
from chronology.dates import When
from chronology.findings import Remark, Severity
from chronology.model import SIGHTED, Child, Seen, SeenValue, Views, ViewsValue
from chronology.narrative import Observation, read_narrative, read_undeclared
from chronology.record_of import CHILD
from chronology.seen.wording.cues import Own
from chronology.values import remote_kinds
from chronology.values.carers import credited
from chronology.values.children_named import own_child, speaks_of
from chronology.values.own_place import at_their_own
from chronology.values.readings_by_basis import both_kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Seen and views by child, and what a person should look at."""

    seen: Mapping[str, Seen]
    views: Mapping[str, Views]
    remarks: tuple[Remark, ...] = ()


def put_together(
    seen: Mapping[str, Seen],
    views: Mapping[str, Views],
    *,
    words: Mapping[str, str],
    children: Sequence[Child],
    when: When,
    record_of: str,
    agency: str,
    cues: Own,
    grown: Sequence[str],
) -> Told:
    """Add what the narrative says to what the columns state; `record_of` is '' if undeclared,
    `grown` are the names of the case's grown people."""
    kind, event = words.get("kind", ""), words.get("event", "")
    text = ". ".join(filter(None, (kind, event)))
    own = own_child(words, children=children, record_of=record_of)
    record_of = CHILD if own else record_of
    asked = _Asked(children, when, record_of, own, cues, grown)
    read, withheld = _read(text, asked)
    if _rests_on(kind, event, read):
        apart = [_read(part, asked)[0] for part in (kind, event)]
        read = _apart(kind, event, read, *apart)
    read = _living(read, text, children, when, own)
    read = _of_those(read, text, children, record_of)
    remarks: list[Remark] = []
    seen, read = _by_kind(seen, read, words, cues, remarks)
    read = replace(read, seen={
        c.label: at_their_own(
            read.seen[c.label], agency=agency, kind=kind_of(agency, kind, event, cues),
            event=event, child=c,
        )
        for c in children
    })  # fmt: skip
    for child in (c.label for c in children):
        remarks += _differs(child, seen.get(child), read.seen[child])
        remarks += _views_differ(child, views.get(child), read.views[child])
        remarks += _relayed(child, text, read)
    if withheld:
        remarks.append(_UNDECLARED)
    labels = [c.label for c in children]
    row = {"professional": words.get("professional", ""), "agency": agency, "event": event}
    return Told(
        seen={c: credited(_seen(seen.get(c), read.seen[c]), **row, cues=cues) for c in labels},
        views={c: _views(views.get(c), read.views[c]) for c in labels},
        remarks=tuple(remarks),
    )


def _by_kind(
    seen: Mapping[str, Seen],
    read: Observation,
    words: Mapping[str, str],
    cues: Own,
    remarks: list[Remark],
) -> tuple[Mapping[str, Seen], Observation]:
    """Both as remote where the kind of contact was; a plain Yes in the column is queried."""
    stated, told = {}, {}
    for child, by_text in read.seen.items():
        said, told[child] = remote_kinds.by_kind(seen.get(child), by_text, words, cues)
        remarks += remote_kinds.queried(child, seen.get(child), said, words.get("kind", ""))
        if said:
            stated[child] = said
    return stated, replace(read, seen=told)


_SO_CLOSE = dt.timedelta(days=31)
"""How near a date must be to tell how old a child was."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is known beside the text of a row, when it is read."""

    children: Sequence[Child]
    when: When
    record_of: str
    own: str | None
    cues: Own
    grown: Sequence[str]


def _read(text: str, asked: _Asked) -> tuple[Observation, bool]:
    """What the text says, and whether more would be read were it known to be a child's record."""
    children, when = asked.children, asked.when
    subjects = [c.label for c in children if c.subject]
    day = when.end or when.start
    subject = asked.own or (subjects[0] if len(subjects) == 1 else "")
    unborn = tuple(c.label for c in children if c.born and day and day < c.born)
    on = day if day and when.start and day - when.start < _SO_CLOSE else None
    if not asked.record_of:
        return read_undeclared(
            text, children=children, subject=subject, unborn=unborn, cues=asked.cues,
            grown=asked.grown, on=on,
        )  # fmt: skip
    return read_narrative(
        text, children=children, subject=subject, unborn=unborn, record_of=asked.record_of,
        cues=asked.cues, grown=asked.grown, on=on,
    ), False  # fmt: skip


def _living(
    read: Observation, text: str, children: Sequence[Child], when: When, own: str | None
) -> Observation:
    """The reading without children who had died: "the children" of a later day are the others.

    One who is named, or whose own record it is, stays: the date may be a slip.
    """
    dead = {c.label for c in children if c.died and when.start and when.start > c.died}
    gone = [c for c in children if c.label in dead and c.label != own and not speaks_of(text, c)]
    return _without(read, gone)


def _of_those(
    read: Observation, text: str, children: Sequence[Child], record_of: str
) -> Observation:
    """The reading without children who are not of a record of several: "both children seen" in a
    foster carer's log of Theo and Ruby is not their half-brother, unless it speaks of him."""
    those = record_of.split(", ")
    if len(those) == 1 or _SIBLINGS.search(text):
        return read
    others = [c for c in children if c.label not in those and not speaks_of(text, c)]
    return _without(read, others)


_SIBLINGS = re.compile(
    r"\b(?:(?:half|step)[- ]?)?(?:brothers?|sisters?|siblings?|sibs?|twins?)\b|\bother child",
    re.I,
)


def _without(read: Observation, gone: Sequence[Child]) -> Observation:
    if not gone:
        return read
    return replace(
        read,
        seen={**read.seen, **{c.label: Seen() for c in gone}},
        views={**read.views, **{c.label: Views() for c in gone}},
    )


def _rests_on(kind: str, event: str, read: Observation) -> bool:
    """Whether something is read from the words of the kind of contact, and not of the event."""
    return any(_only_in(kind, event, s.evidence) for s in read.seen.values())


def _only_in(kind: str, event: str, evidence: str) -> bool:
    bare = evidence.rstrip(". ")
    return bool(bare) and bare in kind and bare not in event


def _apart(
    kind: str, event: str, read: Observation, of_kind: Observation, of_event: Observation
) -> Observation:
    """The reading, but what rests on a kind of contact that by itself says nothing of the child.

    "Home visit" says where; that a child was seen there it does not say, and the event alone is
    read. "Not brought" says it.
    """
    return replace(
        read,
        seen={
            child: of_event.seen[child]
            if _only_in(kind, event, seen.evidence) and of_kind.seen[child].value != seen.value
            else seen
            for child, seen in read.seen.items()
        },
    )


def _seen(stated: Seen | None, read: Seen) -> Seen:
    if stated is None or stated.value == SeenValue.NOT_RECORDED:
        return read
    both = both_kept(stated, read)
    if (stated.value in SIGHTED) != (read.value in SIGHTED):
        return both
    return replace(  # how, by whom and why stand in the text more often than in the column
        both,
        manner=stated.manner or read.manner,
        by=stated.by or read.by,
        reason=stated.reason or read.reason,
    )


def _views(stated: Views | None, read: Views) -> Views:
    if stated is None or stated.value == ViewsValue.NOT_RECORDED:
        return read
    return both_kept(stated, read)


def _differs(child: str, stated: Seen | None, read: Seen) -> list[Remark]:
    """Whether a person must look at what column and text say of who was seen."""
    if stated is None or SeenValue.NOT_RECORDED in (stated.value, read.value):
        return []
    if (stated.value in SIGHTED) == (read.value in SIGHTED):
        return []
    says = {True: "was seen", False: "was not seen"}
    return [
        Remark(
            code="seen-differs",
            severity=Severity.WARNING,
            message=f"The column says {child} {says[stated.value in SIGHTED]}; the text reads "
            f"as if {child} {says[read.value in SIGHTED]} ('{read.evidence}'). "
            "The column's value is kept.",
            remedy="Ask the agency which it was.",
        )
    ]


def _views_differ(child: str, stated: Views | None, read: Views) -> list[Remark]:
    pair = {ViewsValue.RECORDED, ViewsValue.SOUGHT}
    if stated is None or {stated.value, read.value} != pair:
        return []
    return [
        Remark(
            code="views-differ",
            severity=Severity.NOTE,
            message=f"The column and the text differ on whether {child} gave views "
            f"(text: '{read.evidence}'). The column's value is kept.",
            remedy="Read both; ask the agency if it matters.",
        )
    ]


def _relayed(child: str, text: str, read: Observation) -> list[Remark]:
    """The child's words as another adult tells them: no view of the child's, but to be known."""
    if child not in read.relayed or read.views[child].value == ViewsValue.RECORDED:
        return []
    start, end = read.relayed[child]
    return [
        Remark(
            code="childs-words-by-another",
            severity=Severity.NOTE,
            message=f"{child}'s words reported by another adult ('{text[start:end]}'). They are "
            "not counted as the child's recorded views.",
            remedy="Consider whether anybody asked the child.",
        )
    ]


_UNDECLARED = Remark(
    code="record-of-undeclared",
    severity=Severity.NOTE,
    message="The text does not name whom it is about, and the file does not say whose record it "
    "is: nothing was read from it about a child.",
    remedy="Set record_of for this file in the case file (case.toml): child, mother, father, "
    "household or other.",
)
