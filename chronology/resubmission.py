"""What changed between two submissions, and how a corrected row keeps the id it had.

A row is the same row if its words are the same. Of the rest, an old and a new row are one
corrected row where each is the other's best match and the match is sure (a date in another form
is the same date):

    same date   and wording at least 70 of 100 alike, or
    other date  and wording at least 92 of 100 alike (a corrected date)

and no second candidate comes within 8 of it.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from chronology.dates import EXACT, When, in_words, parse_when
from chronology.model import Case, Entry, Submission
from chronology.review.panel_notes import Before
from chronology.rows.marks import date_as_sent

CORRECTED = "corrected"
"""The mark of an entry whose row differs from an earlier version of it."""
_SAME_DATE, _OTHER_DATE, _CLEAR = 70.0, 92.0, 8.0
_MOST_COMPARED = 400  # rows of one agency left over; beyond that only rows of the same date
_WORDS_OF_MISSING = 3  # rows shorter than this are never surely the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One row in its two forms, with the words taken out in [-...-] and put in as {+...+}."""

    old: Entry
    new: Entry
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What became of the rows of an old submission in a new one."""

    unchanged: int
    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    altered: tuple[Altered, ...]
    moved: tuple[tuple[Entry, Entry], ...]


_BY_PLACE = re.compile(r"^column \d+")  # the name of one without a heading (normalise.py)


def compare(old: Sequence[Entry], new: Sequence[Entry]) -> Changes:
    """Compare two submissions of one agency; both in integrated order."""
    was, now = {e.id: e for e in old}, {e.id: e for e in new}
    sure = sure_matches([before(e) for e in old], new)
    same = [(e, now[e.id]) for e in old if e.id in now]
    other = [(a, b) for a, b in same if elsewhere(a) != elsewhere(b)]  # "Mia: seen": who is Mia?
    altered = [_altered(a, b) for a, b in [*((was[o], now[n]) for n, o in sure.items()), *other]]
    return Changes(
        unchanged=len(same) - len(other),
        added=tuple(e for e in new if e.id not in was and e.id not in sure),
        removed=tuple(e for e in old if e.id not in now and e.id not in sure.values()),
        altered=tuple(sorted(altered, key=lambda row: row.new.at.place)),
        moved=tuple(_moved(same)),
    )


def elsewhere(entry: Entry) -> list[tuple[str, str]]:
    """What stands in columns that are mapped to nothing, wherever they stand in the table."""
    return sorted((_BY_PLACE.sub("column", h.casefold()), v) for h, v in entry.extra.items())


def before(entry: Entry) -> Before:
    """An entry as a later draft will want to find it again."""
    event = "" if "event" in entry.withheld else entry.event
    return Before(id=entry.id, agency=entry.agency, date=date_as_sent(entry), event=event)


def carry_ids(rows: Iterable[Before], entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], int]:
    """Give corrected rows the ids they had, and say how many; the row itself is marked."""
    sure = sure_matches(rows, entries)
    kept = tuple(
        replace(e, id=sure[e.id], marks=(*e.marks, CORRECTED)) if e.id in sure else e
        for e in entries
    )
    return kept, len(sure)


def marked_corrected(
    entries: Sequence[Entry], ids: Container[str]
) -> tuple[tuple[Entry, ...], int]:
    """The entries with those of these ids marked, and how many were not yet."""
    more = {e.id for e in entries if e.id in ids and CORRECTED not in e.marks}
    return tuple(
        replace(e, marks=(*e.marks, CORRECTED)) if e.id in more else e for e in entries
    ), len(more)


def sure_matches(rows: Iterable[Before], entries: Iterable[Entry]) -> dict[str, str]:
    """New id -> old id of each row that was surely corrected."""
    return sure_pairs(rows, map(before, entries))


def sure_pairs(rows: Iterable[Before], now: Iterable[Before]) -> dict[str, str]:
    """New id -> old id of each row that was surely corrected, of rows as two drafts show them."""
    was, is_ = {row.id: row for row in rows}, {row.id: row for row in now}
    gone: dict[str, list[Before]] = defaultdict(list)
    fresh: dict[str, list[Before]] = defaultdict(list)
    for row in was.values():
        if row.id not in is_:
            gone[row.agency].append(day_first(row))
    for row in is_.values():
        if row.id not in was:
            fresh[row.agency].append(day_first(row))
    sure: dict[str, str] = {}
    for agency in sorted(gone):
        sure |= _pair_up(gone[agency], fresh.get(agency, []))
    return sure


def day_first(row: Before) -> Before:
    """A row with its day written in one way: "8.9.22" and a date cell are the same date."""
    return replace(row, date=_one_way(row.date))


@lru_cache(maxsize=4096)
def _one_way(date: str) -> str:
    when = parse_when(date)
    if when.precision not in EXACT:
        return date
    return f"{in_words(when)} {when.time or ''}".strip()


def _pair_up(gone: Sequence[Before], fresh: Sequence[Before]) -> dict[str, str]:
    same, gone, fresh = _word_for_word(gone, fresh)
    scores = _scores(gone, fresh)
    by_old, by_new = defaultdict(list), defaultdict(list)
    for (o, n), score in scores.items():
        by_old[o].append(score)
        by_new[n].append(score)
    return same | {
        fresh[n].id: gone[o].id
        for (o, n), score in sorted(scores.items())
        if _clear(score, by_old[o]) and _clear(score, by_new[n])
    }


def _word_for_word(
    gone: Sequence[Before], fresh: Sequence[Before]
) -> tuple[dict[str, str], list[Before], list[Before]]:
    """Rows whose date and event did not change though another column did; and the rest."""
    waiting: dict[tuple[str, str], list[Before]] = defaultdict(list)
    for row in gone:
        if row.event:
            waiting[row.date, row.event].append(row)
    same: dict[str, str] = {}
    for row in fresh:
        if found := waiting.get((row.date, row.event)):
            same[row.id] = found.pop(0).id
    taken = set(same.values())
    return same, [r for r in gone if r.id not in taken], [r for r in fresh if r.id not in same]


def _clear(score: float, rivals: Sequence[float]) -> bool:
    """Whether a score stands clear above every other."""
    ranked = sorted(rivals, reverse=True)
    return score == ranked[0] and (len(ranked) == 1 or ranked[0] - ranked[1] >= _CLEAR)


def _scores(gone: Sequence[Before], fresh: Sequence[Before]) -> dict[tuple[int, int], float]:
    """Likeness of pairs that may be one row; a row whose date changed is docked a little."""
    from rapidfuzz import fuzz  # late: only corrected files need it

    dates: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(fresh):
        dates[row.date].append(n)
    everywhere = len(gone) * len(fresh) <= _MOST_COMPARED**2
    scores: dict[tuple[int, int], float] = {}
    for o, old in enumerate(gone):
        for n in range(len(fresh)) if everywhere else dates.get(old.date, ()):
            new = fresh[n]
            least = _SAME_DATE if new.date == old.date else _OTHER_DATE
            score = fuzz.ratio(old.event, new.event, score_cutoff=least)
            if score and min(len(old.event.split()), len(new.event.split())) >= _WORDS_OF_MISSING:
                scores[o, n] = score + (_CLEAR if new.date == old.date else 0.0)
    return scores


def _altered(old: Entry, new: Entry) -> Altered:
    was, now = _told(old), _told(new)
    told = {name: (was.get(name, ""), now.get(name, "")) for name in dict.fromkeys((*was, *now))}
    fields = {n: word_by_word(a, b) for n, (a, b) in told.items() if a != b}
    if not fields and old.when.text != new.when.text:  # a date cell became words
        fields = {"date": word_by_word(old.when.text, new.when.text)}
    return Altered(old=old, new=new, fields=fields)


def _told(entry: Entry) -> dict[str, str]:
    """What an entry says under each heading, without what is struck out or hidden."""
    told = {"date": _date(entry.when), "event": entry.event, **entry.fields, **entry.extra}
    return {name: "(withheld)" if name in entry.withheld else w for name, w in told.items()}


def _date(when: When) -> str:
    """The date as sent; that of a date cell as people write it."""
    return in_words(when) if when.text == f"{when.start}" else when.text


def word_by_word(old: str, new: str) -> str:
    """The new text with words taken out as [-...-] and words put in as {+...+}."""
    a, b = old.split(), new.split()
    parts = []
    for what, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if what == "equal":
            parts.append(" ".join(a[i:j]))
            continue
        if j > i:
            parts.append(f"[-{' '.join(a[i:j])}-]")
        if m > k:
            parts.append(f"{{+{' '.join(b[k:m])}+}}")
    return " ".join(parts)


def _moved(same: Sequence[tuple[Entry, Entry]]) -> Iterable[tuple[Entry, Entry]]:
    """Unchanged rows that stand elsewhere among the unchanged rows of their file."""
    order = sorted(same, key=lambda pair: pair[0].at.place)
    places = [new.at.place for _, new in order]
    stayed = set(_longest_rising(places))
    return [pair for n, pair in enumerate(order) if n not in stayed]


_Place = tuple[str, str, int]


def _longest_rising(places: Sequence[_Place]) -> list[int]:
    """Positions of a longest run that rises (patience sorting)."""
    ends: list[_Place] = []
    at: list[int] = []
    back: list[int] = []
    for n, place in enumerate(places):
        depth = bisect_left(ends, place)
        ends[depth : depth + 1] = [place]
        back.append(at[depth - 1] if depth else -1)
        at[depth : depth + 1] = [n]
    run, n = [], at[-1] if at else -1
    while n >= 0:
        run.append(n)
        n = back[n]
    return run


def set_superseded(
    case: Case, submissions: Sequence[Submission], entries: Sequence[Entry]
) -> tuple[tuple[Submission, ...], tuple[Entry, ...], tuple[Entry, ...]]:
    """Submissions marked, entries that stand, and those of files that a later one replaces."""
    by: dict[str, str] = {old: d.file for d in case.declared for old in d.supersedes}
    received = {s.file for s in submissions}
    by = {old: new for old, new in by.items() if new in received and old in received}
    marked = tuple(replace(s, superseded_by=by.get(s.file, s.superseded_by)) for s in submissions)
    stands = tuple(e for e in entries if e.at.file not in by)
    return marked, stands, tuple(e for e in entries if e.at.file in by)
