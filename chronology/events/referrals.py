"""Referrals that nobody records receiving, and cases said to be closed while they were active."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from chronology import phrases
from chronology.events.accounts import day_of, exact, sentence_starts, text_of
from chronology.events.agencies import agencies_named, agency_kinds
from chronology.events.lenses import lens
from chronology.events.wording import event_words, telling_words
from chronology.model import Chronology, Difference, Entry, Said

_SENT = phrases.finder(
    {
        "sent": (
            "referral to", "referral made to", "referral sent to", "referred to", "refer to",
            "made a referral to", "safeguarding referral to", "concern form to", "reported to",
            "referral submitted to", "marf to", "marf sent to", "referral made", "referral sent",
            "marf sent", "marf submitted", "request for service to", "referred",
        )
    }
)  # fmt: skip
_MAY_REFER = re.compile(r"refer|marf|concern form|reported to|request for", re.I)  # quick look
_AT_AN_OFFICE = re.compile(r"\breport(?:ed|s)?\s+to\s+(?:the\s+)?(?:probation\s+)?office\b", re.I)
"""Who reports to an office comes to it; of an office and an officer the stem is one."""
_NAMED_WITHIN = 6  # words after "referred to" in which the agency is named
_ANSWERS = ("referral",)
_UNDECIDED = frozenset({"consider", "considered", "if", "plan", "may", "whether", "not", "no"})


def unanswered(chronology: Chronology) -> list[Difference]:
    """A says it referred; nothing by B in the working days after. B must have sent a chronology."""
    days = lens(chronology.case.lenses, "referral_working_days")
    if not days:
        return []
    kinds = _by_kind(chronology.entries)
    grouped = {m.id: {n.id for n in g.members} for g in chronology.groups for m in g.members}
    by_id = {e.id: e for e in chronology.entries}
    found = []
    for entry in chronology.entries:
        for kind in sorted(_sent_to(entry) - agency_kinds(entry.agency)):
            receivers = kinds.get(kind, [])
            told = [
                e for i in grouped.get(entry.id, set()) if day_of(e := by_id[i]) >= day_of(entry)
            ]
            if not _wrote_then(receivers, entry) or any(
                kind in agency_kinds(e.agency) for e in told
            ):
                continue
            last = working_days_after(day_of(entry), days)
            if not any(_answers(a, entry) for a in _between(receivers, day_of(entry), last)):
                found.append(_unanswered(entry, kind, receivers[0].agency, days))
    return found


def _unanswered(entry: Entry, kind: str, agency: str, days: int) -> Difference:
    return Difference(
        field="unanswered referral",
        message=f"{entry.agency} records a referral to {kind}; {agency} records nothing of it "
        f"within {days} working days, in the files given.",
        said=(
            Said(id=entry.id, agency=entry.agency, words=f"referral to {kind}"),
            Said(id="", agency=agency, words="not recorded in the files given"),
        ),
        remedy=f"Ask {agency} whether it was received and what was decided.",
    )


def _sent_to(entry: Entry) -> set[str]:
    """The kinds of agency to which an entry says that a referral went."""
    text = _AT_AN_OFFICE.sub("", text_of(entry))
    if not exact(entry) or not _MAY_REFER.search(text):
        return set()
    told = phrases.stems(text)
    named = agencies_named(told)
    sent = [
        f
        for f in phrases.find(told, _SENT)
        if not f.denied
        and told[f.at + 1 : f.at + 2] not in (["by"], ["from"])
        and _UNDECIDED.isdisjoint(told[max(0, f.at - 3) : f.at])
    ]
    ends = sentence_starts(text)
    return {
        n.name
        for f in sent
        for n in named
        if f.at < n.at <= f.at + _NAMED_WITHIN
        and _goes_to(told[f.at : n.at])
        and ends.isdisjoint(range(f.at + 1, n.at + 1))
    }


def _goes_to(between: Sequence[str]) -> bool:
    """Whether a referral goes to what follows: "made to social care by the DSL" is none to
    her, and "reported to her manager that police came" none to them."""
    prepositions = [word for word in between if word in ("to", "by", "from", "that", "as")]
    return prepositions[-1:] in ([], ["to"])


def _by_kind(entries: Sequence[Entry]) -> Mapping[str, list[Entry]]:
    kinds: dict[str, list[Entry]] = {}
    for entry in entries:
        if exact(entry):
            for kind in agency_kinds(entry.agency):
                kinds.setdefault(kind, []).append(entry)
    return kinds


def _wrote_then(receivers: Sequence[Entry], entry: Entry) -> bool:
    """Whether the receiver's record covers the day: it begins before and goes on after."""
    return bool(receivers) and day_of(receivers[0]) <= day_of(entry) <= day_of(receivers[-1])


def _between(entries: Sequence[Entry], first: dt.date, last: dt.date) -> Sequence[Entry]:
    """Those of entries in order that are dated from `first` to `last`."""
    return entries[
        bisect_left(entries, first, key=day_of) : bisect_right(entries, last, key=day_of)
    ]


def _answers(answer: Entry, entry: Entry) -> bool:
    """Whether an entry may be the receipt: it says it was told by the sender, or of a referral.

    To name the sender is not enough: a meeting at which both sat answers nothing.
    """
    told = phrases.stems(text_of(answer))
    named = {f.name for f in agencies_named(told)}
    events = {f.name for f in phrases.find(told, event_words())}
    from_sender = bool(named & agency_kinds(entry.agency))
    if not events.isdisjoint(_ANSWERS):
        return from_sender or not named - agency_kinds(answer.agency)
    return from_sender and bool(phrases.find(told, telling_words()))


def working_days_after(day: dt.date, days: int) -> dt.date:
    """The day that is `days` working days after `day`; bank holidays count as working days."""
    while days:
        day += dt.timedelta(days=1)
        days -= day.weekday() < 5
    return day


def closed_while_active(chronology: Chronology) -> list[Difference]:
    """One agency says that another has closed the case, and the other goes on recording."""
    days = lens(chronology.case.lenses, "closed_days")
    kinds = _by_kind(chronology.entries)
    found = []
    for entry in chronology.entries if days else ():
        for kind in sorted(_said_closed(entry) - agency_kinds(entry.agency)):
            reach = dt.timedelta(days=days)
            near = _between(kinds.get(kind, []), day_of(entry) - reach, day_of(entry) + reach)
            theirs = [e for e in near if e.agency != entry.agency]
            after = [e for e in theirs if day_of(e) > day_of(entry)]
            if len(after) > 1 and not any(_closes(e) for e in theirs):
                found.append(_still_active(entry, kind, after, days))
    return found


def _still_active(entry: Entry, kind: str, after: Sequence[Entry], days: int) -> Difference:
    return Difference(
        field="closed while active",
        message=f"{entry.agency} records that {kind} had closed the case; {after[0].agency} has "
        f"{len(after)} entries in the {days} days after and records no closure.",
        said=tuple(Said(id=e.id, agency=e.agency, words=text_of(e)) for e in (entry, *after[:2])),
        remedy="Ask what each agency believed, and who told whom.",
    )


_CLOSED = phrases.finder(
    {
        "closed": (
            "closed to", "closed by", "case closed by", "no longer open to", "not open to",
            "have closed", "has closed", "closed their case",
        )
    }
)  # fmt: skip
_CLOSING = phrases.finder(
    {"closing": ("closed", "closure", "closing", "close", "nfa", "no further action", "ended")}
)


def _said_closed(entry: Entry) -> set[str]:
    text = text_of(entry)
    if not exact(entry) or ("close" not in text.casefold() and "not open" not in text.casefold()):
        return set()
    told = phrases.stems(text)
    named = agencies_named(told)
    return {n.name for f in phrases.find(told, _CLOSED) for n in named if abs(n.at - f.at) <= 4}


def _closes(entry: Entry) -> bool:
    return bool(phrases.find(phrases.stems(text_of(entry)), _CLOSING))
