"""Answers whose row does not belong together any more: found by the words that the agency read.

File  Row  Date      The entry as sent  Answer | About  Id          The last columns are hidden; a
gp    3    3/4/21    Clinic.            Seen   | seen   a1          sort of the others alone, or a
gp    9    8/9/21    Home visit.        Not... | seen   b2          row added by hand, leaves them
                                                                    beside another entry, or empty.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace

from chronology.dates import in_words
from chronology.findings import Finding, Severity, counted
from chronology.model import Entry
from chronology.resubmission import sure_matches
from chronology.review.answer_files import Answer
from chronology.review.questions import GOES_ON, what_asked

_RETYPED = 70.0
"""Likeness of 100, as for rows that an agency corrected (resubmission.py)."""
_Find = Callable[[Answer], Sequence[Entry]]


def in_full(answers: Iterable[Answer], entries: Sequence[Entry]) -> tuple[Answer, ...]:
    """Answers with all words of their entry, of which a letter gives the first alone."""
    by_id = {e.id: e for e in entries}
    return tuple(
        replace(a, about=replace(a.about, event=_all_words(a, by_id.get(a.about.id), entries)))
        if a.about.event.endswith(GOES_ON)
        else a
        for a in answers
    )


def _all_words(answer: Answer, entry: Entry | None, entries: Sequence[Entry]) -> str:
    """The words of the entry that begins so, or nearly so: the one meant, else the only one."""
    date, first = answer.about.date, answer.about.event.removesuffix(GOES_ON)

    def begins(e: Entry) -> bool:
        return _alike(e.event[: len(first)], first)

    if entry and begins(entry):
        return entry.event
    told = {e.event for e in entries if _plain(e.event).startswith(_plain(first))} or {
        e.event for e in entries if date in (e.when.text, in_words(e.when)) and begins(e)
    }
    return told.pop() if len(told) == 1 else first


def sorted_apart(answers: Iterable[Answer], entries: Sequence[Entry]) -> frozenset[str]:
    """The files in which a hidden id is that of an entry other than the one whose words stand
    beside it."""
    by_id, found = {e.id: e for e in entries}, _by_words(entries)
    return frozenset(
        answer.file
        for answer in answers
        if (entry := by_id.get(answer.about.id)) and not _fits(entry, answer, found(answer))
    )


def _fits(entry: Entry, answer: Answer, told: Sequence[Entry]) -> bool:
    """Whether it may be the entry that the agency read, some of whose words it retyped perhaps."""
    if told or not answer.about.event or "event" in entry.withheld:
        return not told or entry in told
    return _alike(entry.event, answer.about.event)


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # late: only words that were changed need it

    return fuzz.ratio(one, other) >= _RETYPED


def set_right(
    answers: Iterable[Answer], apart: Set[str], entries: Sequence[Entry]
) -> tuple[tuple[Answer, ...], list[Finding]]:
    """Every answer of those files, and any without an id, by its words; a finding for each file."""
    found = _by_words(entries)
    kept = []
    number: Counter[tuple[str, str]] = Counter()
    for answer in answers:
        if answer.file in apart:
            number[answer.file, answer.sheet] += 1
        if answer.file in apart or not answer.about.id:
            answer = _by_its_words(answer, found(answer))
        kept.append(answer)
    return tuple(kept), [_finding(*where, times) for where, times in sorted(number.items())]


def follow_rows(
    answers: Iterable[Answer], apart: Set[str], was: Sequence[Entry], entries: Sequence[Entry]
) -> tuple[tuple[Answer, ...], frozenset[str]]:
    """Answers about rows as they are known now, and the ids of those that were corrected since.

    `was` are the entries under the ids of their words, `entries` the same under those that an
    earlier draft knows them by: questions are written with the one or the other.
    """
    carried = {a.id: b.id for a, b in zip(was, entries, strict=True)}
    about = [_with_id(a, carried.get(a.about.id, a.about.id)) for a in answers]
    told = [a.about for a in about if a.about.id and a.file not in apart]
    now = {old: new for new, old in sure_matches(told, entries).items()}
    return tuple(_with_id(a, now.get(a.about.id, a.about.id)) for a in about), frozenset(
        now.values()
    )


def _with_id(answer: Answer, id_: str) -> Answer:
    return replace(answer, about=replace(answer.about, id=id_))


def _by_words(entries: Iterable[Entry]) -> _Find:
    """Finds the entries of an agency with the date and the words that stand beside an answer."""
    known: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if "event" not in entry.withheld:
            for date in {entry.when.text, in_words(entry.when)}:
                known[_plain(date), _plain(entry.event)].append(entry)
    return lambda answer: known.get((_plain(answer.about.date), _plain(answer.about.event)), [])


def _plain(words: str) -> str:
    return " ".join(words.split())


def _by_its_words(answer: Answer, told: Sequence[Entry]) -> Answer:
    """About the entry with its words; of several the one at its place, else about none."""
    at = [e for e in told if (e.at.file, e.at.sheet, str(e.at.row)) == answer.place]
    entry = next(iter(at or (told if len(told) == 1 else ())), None)
    return replace(
        answer,
        about=replace(answer.about, id=entry.id if entry else ""),
        what=what_asked(answer.question) or answer.what,
    )


def _finding(file: str, sheet: str, times: int) -> Finding:
    answers = counted(times, "answer was", "answers were")
    return Finding(
        code="answers-sorted-apart",
        severity=Severity.WARNING,
        message="The hidden columns do not stand beside the rows they belong to any more; "
        f"{answers} taken to be about the entry whose date and words stand in the row.",
        remedy="Look whether the answers fit their entries; sort rows with all their columns.",
        file=file,
        sheet=sheet,
    )
