"""Lenses over the whole chronology: silences, missed contacts, moves, police attendances, themes.

Each is a prompt for professional judgement, not a conclusion; each can be switched off, and its
numbers stand in the case file under [lenses] (see lenses.py for the usual ones).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from chronology import phrases
from chronology.contacts.missed_whose import NOBODY, MissedOf, grown_persons, missed_in
from chronology.contacts.sightings import in_person
from chronology.events.accounts import Told, day_of, exact, text_of
from chronology.events.agencies import agency_kinds
from chronology.events.differing_addresses import addresses_in
from chronology.events.lenses import lens
from chronology.model import SIGHTED, Basis, Chronology, Entry, Kind, Pattern, SeenValue
from chronology.ordering import listed
from chronology.record_of import records_of

PROMPT = "A prompt for professional judgement."
_DAYS_IN_MONTH = 365.25 / 12
_MOVES = frozenset({"home", "school", "area", "worker", "placement", "return home"})
_ONE_MOVE = dt.timedelta(days=60)  # agencies hear of a new address weeks apart
_WROTE_BEFORE = 3  # entries in as many days before a silence; an agency seen once is not silent


def with_patterns(chronology: Chronology, stems: Told) -> Chronology:
    """The chronology with the lenses' prompts and the themes of its entries."""
    read = [(e, stems[e.id]) for e in chronology.entries]
    events = {e.id: _events_in(told) for e, told in read}
    patterns = (
        *_silences(chronology),
        *_agency_silences(chronology),
        *_silent_periods(chronology),
        *_missed(chronology, events),
        *_moves(chronology, events),
        *_attendances(chronology, events),
    )
    return replace(chronology, patterns=patterns, themes=_themes(read))


def _silences(chronology: Chronology) -> Iterable[Pattern]:
    days = lens(chronology.case.lenses, "silence_days")
    dated = [e for e in chronology.entries if exact(e)]
    for a, b in pairwise(dated):
        if days and (apart := (day_of(b) - day_of(a)).days) > days:
            yield Pattern(
                lens="silence",
                message=f"No entry by any agency in the files given for {apart} days, "
                f"{_span(a, b)}{_but_for(chronology.entries, day_of(a), day_of(b))}. {PROMPT}",
                entries=(a.id, b.id),
            )


def _but_for(entries: Iterable[Entry], first: dt.date, last: dt.date) -> str:
    """The entries without an exact day that may lie between two days, in words."""
    unsure = [e.when for e in entries if not exact(e)]
    number = sum(
        (when.start or dt.date.min) <= last and (when.end or dt.date.max) >= first
        for when in unsure
    )
    return f", but for {number} without an exact day" if number else ""


def _agency_silences(chronology: Chronology) -> Iterable[Pattern]:
    days = lens(chronology.case.lenses, "agency_silence_days")
    own: dict[str, list[Entry]] = {}
    loose: dict[str, list[Entry]] = defaultdict(list)
    for entry in chronology.entries:
        if exact(entry):
            own.setdefault(entry.agency, []).append(entry)
        else:
            loose[entry.agency].append(entry)
    for agency, entries in sorted(own.items() if days else ()):
        for n, (a, b) in enumerate(pairwise(entries)):
            before = entries[n - _WROTE_BEFORE + 1] if n >= _WROTE_BEFORE - 1 else None
            active = before is not None and (day_of(a) - day_of(before)).days <= days
            if active and (apart := (day_of(b) - day_of(a)).days) > days:
                yield Pattern(
                    lens="agency silence",
                    message=f"{agency}: no entry in the files given for {apart} days, "
                    f"{_span(a, b)}{_but_for(loose[agency], day_of(a), day_of(b))}. {PROMPT}",
                    entries=(a.id, b.id),
                )


def _silent_periods(chronology: Chronology) -> Iterable[Pattern]:
    """Expected agencies without an entry in a period that the case file names."""
    wrote = {e.agency for e in chronology.entries}
    received = wrote | {s.agency for s in chronology.submissions}
    for named in chronology.case.periods:
        start = named.period.start or dt.date.min
        end = named.period.end or dt.date.max
        inside = {e.agency for e in chronology.entries if exact(e) and start <= day_of(e) <= end}
        for agency in named.agencies or sorted({*chronology.case.expected, *wrote}):
            if agency not in received:  # nobody can say what it recorded
                yield Pattern(
                    lens="silent period",
                    message=f"{agency}: no chronology received under that name, so nothing can "
                    f"be said of the period '{named.name}'. {PROMPT}",
                    entries=(),
                )
            elif agency not in inside:
                of = (e for e in chronology.entries if e.agency == agency)
                yield Pattern(
                    lens="silent period",
                    message=f"{agency}: no entry in the period '{named.name}' in the files "
                    f"given{_but_for(of, start, end)}. {PROMPT}",
                    entries=(),
                )


def _missed(chronology: Chronology, events: dict[str, frozenset[str]]) -> Iterable[Pattern]:
    """Missed contacts that come close together: at least so many within so many days."""
    least = lens(chronology.case.lenses, "missed_contacts")
    days = lens(chronology.case.lenses, "missed_contacts_days")
    hits = [
        e for e in _one_per_event(chronology)
        if exact(e) and e.kind is not Kind.MEETING and _missed_by(e, events[e.id])
    ]  # fmt: skip
    record_of, told = records_of(chronology), missed_in(chronology)
    # A parent's own appointments are a pattern of their own, not one with a child's.
    together: dict[str, list[Entry]] = {}
    for hit in _not_said_twice(hits):
        together.setdefault(_whose(hit, told(hit), record_of(hit)), []).append(hit)
    together.pop(NOBODY, None)
    for run in (r for those in together.values() for r in _close(those, days)) if least else ():
        if len(run) >= least:
            yield Pattern(
                lens="missed contacts",
                message=f"{len(run)} missed contacts recorded within {days} days of one another, "
                f"{_span(run[0], run[-1])} ({listed(dict.fromkeys(e.agency for e in run))}). "
                f"{PROMPT}",
                entries=tuple(e.id for e in run),
            )


def _whose(entry: Entry, told: Sequence[MissedOf], record_of: str) -> str:
    """Which grown person's own contact was missed; NOBODY's if none was, "" if a child's may be."""
    if any(s.value is SeenValue.NOT_SEEN for s in entry.seen.values()):
        return ""
    if any(t.children for t in told):
        return ""
    others = {t.other for t in told}
    if others and "" not in others:
        return min(others - {NOBODY}, default=NOBODY)
    return grown_persons(record_of, entry)


def _missed_by(entry: Entry, events: frozenset[str]) -> bool:
    """Whether a contact did not come about; nobody who replies at a visit is no access."""
    return "missed" in events or ("no reply" in events and entry.kind is Kind.VISIT)


def _not_said_twice(hits: Sequence[Entry]) -> list[Entry]:
    """Without rows on which another child was seen, where the agency has a row for the one missed:
    "Finn seen; Orla not brought" in Finn's record, beside "Not brought" in Orla's."""
    rows = Counter((e.agency, day_of(e)) for e in hits)
    return [
        e for e in hits
        if rows[e.agency, day_of(e)] == 1 or not any(in_person(s) for s in e.seen.values())
    ]  # fmt: skip


def _close(hits: Sequence[Entry], days: int) -> list[list[Entry]]:
    """Longest runs in which each stands within `days` of the first; runs do not overlap."""
    runs: list[list[Entry]] = []
    for entry in hits:
        if runs and (day_of(entry) - day_of(runs[-1][0])).days <= days:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _events_in(told: Sequence[str]) -> frozenset[str]:
    """What the words tell of; words within a phrase that reads like it and is none do not count."""
    found = [f for f in phrases.find_cues(told, "lenses.toml") if not f.denied]
    none = {(f.name, at) for f in found for at in range(f.at, f.at + f.words)}
    return frozenset(
        f.name
        for f in found
        if all((f"no {f.name}", at) not in none for at in range(f.at, f.at + f.words))
    )


def _moves(chronology: Chronology, events: dict[str, frozenset[str]]) -> Iterable[Pattern]:
    least = lens(chronology.case.lenses, "moves")
    months = lens(chronology.case.lenses, "moves_months")
    around = lens(chronology.case.lenses, "around_days")
    told_of = (e for e in _one_per_event(chronology) if exact(e) and _kinds_of_move(e, events))
    moved = list(_each_home_once(told_of, events))
    for run in _close(moved, round(months * _DAYS_IN_MONTH)) if least else ():
        if len(run) < least:
            continue
        told = "; ".join(
            f"{day_of(e):%d/%m/%Y} {', '.join(_kinds_of_move(e, events))} ({e.agency})" for e in run
        )
        near = _near(chronology.entries, run, around)
        yield Pattern(
            lens="moves",
            message=f"{len(run)} moves recorded within {months} months: {told}. "
            f"{near} entries stand within {around} days of them. {PROMPT}",
            entries=tuple(e.id for e in run),
        )


def _kinds_of_move(entry: Entry, events: dict[str, frozenset[str]]) -> list[str]:
    found = events[entry.id]
    if "police" in agency_kinds(entry.agency):
        found -= {"return home"}
    return sorted(found & _MOVES)


def _each_home_once(moved: Iterable[Entry], events: dict[str, frozenset[str]]) -> Iterable[Entry]:
    """Each move of a day once, and without rows about a home alone that the move before them names
    by its address, within some weeks; who goes back to an address after another move has moved
    again."""
    since: dict[tuple[str, str], dt.date] = {}
    last: dict[str, dt.date] = {}
    for entry in moved:
        kinds, told = _kinds_of_move(entry, events), addresses_in(text_of(entry))
        known = all(last.get(kind) == day_of(entry) for kind in kinds)
        last |= dict.fromkeys(kinds, day_of(entry))
        if known:
            continue  # one move of that day, told twice
        late = any(day_of(entry) - since.get(a, dt.date.min) > _ONE_MOVE for a in told)
        if kinds != ["home"] or not told or late:
            yield entry
            since = {} if "home" in kinds else since
        if "home" in kinds:
            since |= {a: day_of(entry) for a in told}


def _attendances(chronology: Chronology, events: dict[str, frozenset[str]]) -> Iterable[Pattern]:
    least = lens(chronology.case.lenses, "attendances")
    days = lens(chronology.case.lenses, "attendances_days")
    hits = [
        e
        for e in chronology.entries
        if exact(e) and "police" in agency_kinds(e.agency) and _domestic(e, events)
    ]
    for run in _close(hits, days) if least else ():
        if len(run) >= least:
            told = "; ".join(f"{day_of(e):%d/%m/%Y} {_seen_words(e)}" for e in run)
            marked = f" {_MARK} is read from the text, unconfirmed." if _MARK in told else ""
            yield Pattern(
                lens="police attendances",
                message=f"{len(run)} police entries on domestic abuse, by their type or words, "
                f"within {days} days. Whether children are recorded as seen at each: {told}."
                f"{marked} {PROMPT}",
                entries=tuple(e.id for e in run),
            )


def _domestic(entry: Entry, events: dict[str, frozenset[str]]) -> bool:
    kind = entry.fields.get("kind", "") if "kind" not in entry.withheld else ""
    return "domestic abuse" in events[entry.id] or "domestic" in kind.casefold()


_MARK = "*"


def _seen_words(entry: Entry) -> str:
    """ "Theo seen, Ruby* not seen"; "not recorded" where it says so of no child."""
    words: dict[str, list[str]] = {}
    for child, seen in entry.seen.items():
        if seen.value is not SeenValue.NOT_RECORDED:
            mark = _MARK if seen.basis is Basis.NARRATIVE else ""
            what = "seen" if seen.value in SIGHTED else "not seen"
            words.setdefault(what, []).append(f"{child}{mark}")
    told = [f"{', '.join(children)} {what}" for what, children in words.items()]
    return ", ".join(told) or "not recorded"


def _one_per_event(chronology: Chronology) -> list[Entry]:
    """The entries, but of each group of accounts only the first: one move told twice is one."""
    later = {m.id for g in chronology.groups for m in g.members[1:]} | chronology.sent_again
    return [e for e in chronology.entries if e.id not in later]


def _themes(read: Iterable[tuple[Entry, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {name: [] for name in phrases.table_of("themes.toml")}
    for entry, told in read:
        tags = [f.name for f in phrases.find_cues(told, "themes.toml") if not f.denied]
        for name in dict.fromkeys(tags):
            found[name].append(entry.id)
    return {name: tuple(ids) for name, ids in found.items() if ids}


def _near(entries: Iterable[Entry], moves: Sequence[Entry], days: int) -> int:
    """How many other entries stand within so many days of one of the moves."""
    about = {day_of(m).toordinal() + n for m in moves for n in range(-days, days + 1)}
    own = {m.id for m in moves}
    return sum(exact(e) and e.id not in own and day_of(e).toordinal() in about for e in entries)


def _span(a: Entry, b: Entry) -> str:
    return f"{day_of(a):%d/%m/%Y} to {day_of(b):%d/%m/%Y}"
