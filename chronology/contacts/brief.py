"""The case in brief, as a panel member asks on opening it: what happened, and what to ask whom.

Who saw and heard the children stands in summary.py; every output says both from the same source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from chronology.contacts.summary import words_of
from chronology.events.agencies import may_be_from
from chronology.findings import first_of
from chronology.model import Child, Chronology, Difference, Entry
from chronology.ordering import agencies_of
from chronology.review.questions import Question, questions
from chronology.review.written_questions import Enquiry, enquiries, first_capital
from chronology.unread import unread_of
from chronology.values.confirming import What

TOLD_BY = 3
"""Agencies that tell of an event for it to be a main one."""
MOST_EVENTS = 12
LATEST = 3
"""Of what each child said, the latest that stand here; coverage has all."""
_EXCERPT = 240  # characters of an entry's words


@dataclass(frozen=True, slots=True, kw_only=True)
class MainEvent:
    """An event that several agencies tell of: its number, and its accounts in order."""

    number: int
    accounts: tuple[Entry, ...]

    @property
    def fullest(self) -> Entry:
        """The account with most words, of those that are not withheld."""
        shown = [e for e in self.accounts if "event" not in e.withheld] or self.accounts
        return max(shown, key=lambda e: len(e.event))

    @property
    def agencies(self) -> tuple[str, ...]:
        """Who tells of it, in order, each once."""
        return tuple(dict.fromkeys(e.agency for e in self.accounts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to ask one agency: rows on which it chooses an answer, and what it writes about."""

    agency: str
    questions: tuple[Question, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    missing: str = ""
    """Said of an agency that was expected and sent nothing."""


def incident_accounts(chronology: Chronology) -> tuple[Entry, ...]:
    """Every entry dated on the day of the incident, and what looks like the same event."""
    incident = chronology.case.review.incident
    if incident is None:
        return ()
    of_day = {e.id for e in chronology.entries if e.when.start == incident == e.when.end}
    for group in chronology.groups:
        ids = {m.id for m in group.members}
        if ids & of_day:
            of_day |= ids
    return tuple(e for e in chronology.entries if e.id in of_day)


def main_events(chronology: Chronology) -> tuple[tuple[MainEvent, ...], int]:
    """Events that three or more agencies tell of, by date, and how many more there are.

    Where there are more than a page holds, those with most accounts stand. The incident itself
    is told by `incident_accounts`.
    """
    told_already = {e.id for e in incident_accounts(chronology)}
    by_id = {e.id: e for e in chronology.entries}
    place = {e.id: n for n, e in enumerate(chronology.entries)}
    found = []
    for number, group in enumerate(chronology.groups, 1):
        ids = sorted((m.id for m in group.members if m.id in by_id), key=lambda id_: place[id_])
        told = tuple(by_id[id_] for id_ in ids)
        if len({e.agency for e in told}) >= TOLD_BY and told_already.isdisjoint(ids):
            found.append(MainEvent(number=number, accounts=told))
    kept = sorted(found, key=lambda event: (-len(event.accounts), event.number))[:MOST_EVENTS]
    ordered = sorted(kept, key=lambda event: place[event.accounts[0].id])
    return tuple(ordered), len(found) - len(kept)


def latest_words(chronology: Chronology, child: Child) -> tuple[Entry, ...]:
    """The latest entries that record the child's own words, the last of them first."""
    told = sorted(words_of(chronology, child), key=lambda e: e.when.dated)
    return tuple(reversed(told[-LATEST:]))


def what_to_ask(chronology: Chronology) -> tuple[Asked, ...]:
    """For each agency what to ask; then those that were expected and sent nothing."""
    agencies = dict.fromkeys(
        (*agencies_of(chronology),
         *(s.agency for s in chronology.submissions if s.agency))
    )  # fmt: skip
    told = [
        Asked(
            agency=agency,
            questions=questions(chronology, agency),
            enquiries=enquiries(chronology, agency),
        )
        for agency in agencies
    ]
    here = {agency.casefold() for agency in agencies}
    told += [
        Asked(agency=agency, missing=_missing(agency, chronology))
        for agency in chronology.case.expected
        if agency.casefold() not in here
    ]
    return tuple(told)


def _missing(agency: str, chronology: Chronology) -> str:
    if unread := unread_of(agency, chronology.case, chronology.findings):
        return f"{unread} was given and could not be read: ask for it in another form."
    files = ", ".join(may_be_from(agency, chronology.case, chronology.submissions))
    unless = f", unless it is {files}" if files else ""
    return f"No chronology received{unless}: ask for it, or say in the report that it is missing."


def asked_words(asked: Asked, ref: Mapping[str, int]) -> tuple[str, ...]:
    """What to ask in plain sentences: the rows that do not say by their Refs, then the rest."""
    if asked.missing:
        return (asked.missing,)
    rows: dict[tuple[int, str], list[int]] = defaultdict(list)
    for question in asked.questions:
        rows[_kind(question)].append(ref[question.entry.id])
    told = [
        f"{_KINDS[kind][len(found) > 1].format(number=len(found), child=child)}: "
        f"ref {first_of(sorted(found), _REFS)}."
        for (kind, child), found in sorted(rows.items())
    ]
    told += _written(asked.enquiries, ref)
    return tuple(told) or ("Nothing to ask by the rules.",)


def _written(enquiries_: Iterable[Enquiry], ref: Mapping[str, int]) -> Iterator[str]:
    """What is asked in the same words once, with all its Refs, or all the days that it names."""
    same: dict[tuple[str, str], set[tuple[int, str]]] = {}
    for number, enquiry in enumerate(enquiries_):
        one = enquiry.entry if enquiry.place.startswith("Row ") else None
        words = enquiry.words.replace(enquiry.day, _DAYS) if enquiry.day else enquiry.words
        found = same.setdefault((words, "" if one or enquiry.day else enquiry.place), set())
        if one:
            found.add((ref[one.id], str(ref[one.id])))
        elif enquiry.day:
            found.add((number, enquiry.day))
    for (words, place), found in same.items():
        listed = first_of([told for _, told in sorted(found)], _REFS)
        if _DAYS in words:
            yield first_capital(words.replace(_DAYS, listed))
        else:
            where = f"Ref {listed}" if found else place
            yield f"{where}: {first_capital(words)}" if where else first_capital(words)


_DAYS = "\0"
"""Stands in an enquiry's words for its day, or days."""


_KINDS = (
    ("On 1 row records do not agree whether {child} was seen",
     "On {number} rows records do not agree whether {child} was seen"),
    ("1 row does not say whether {child} was seen",
     "{number} rows do not say whether {child} was seen"),
    ("1 row records {child} as seen and says nothing of the child's views",
     "{number} rows record {child} as seen and say nothing of the child's views"),
)  # fmt: skip
"""What rows leave open, one and several, in the order in which it is asked."""


def _kind(question: Question) -> tuple[int, str]:
    if "does not say" not in question.words:
        return 0, question.child
    return (1 if question.what is What.SEEN else 2), question.child


_REFS = 12


def difference_words(difference: Difference, ref: Mapping[str, int]) -> str:
    """One difference in one sentence: who says what, with the Refs."""
    told = "; ".join(
        f"{s.agency}{f' (ref {ref[s.id]})' if s.id in ref else ''}: {excerpt(s.words, 90)}"
        for s in difference.said
    )
    return f"{difference.message.rstrip('.')}. {told}."


def differences_words(
    chronology: Chronology, ref: Mapping[str, int]
) -> Iterator[tuple[tuple[int, ...], str]]:
    """The differences in their order, each with its number; what is said in the same words of rows
    to which no other answers, such as referrals, stands once with its numbers and Refs."""
    same: dict[object, list[tuple[int, Difference]]] = defaultdict(list)
    for number, difference in enumerate(chronology.differences, 1):
        silent = any(not said.id for said in difference.said)
        same[difference.message if silent else number].append((number, difference))
    for group in same.values():
        words = difference_words(group[0][1], ref)
        if len(group) > 1:
            found = sorted(ref[s.id] for _, d in group for s in d.said if s.id in ref)
            words = f"{group[0][1].message.rstrip('.')}: ref {first_of(found, _REFS)}."
        yield tuple(number for number, _ in group), words


def excerpt(words: str, most: int = _EXCERPT) -> str:
    """The first words, cut between words where they are many."""
    flat = " ".join(words.split())
    if len(flat) <= most:
        return flat
    return flat[:most].rsplit(" ", 1)[0].rstrip(",;:") + " \u2026"
