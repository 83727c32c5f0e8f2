"""The same event told twice: accounts grouped side by side, each group saying why.

    entries -> candidates (near in date, and sharing something rare)   never all pairs
            -> points for each pair (scoring.py)
            -> groups, best pairs first, at most one entry of an agency in each

Nothing is merged. An agency's note of being told stands in the group as `notified`. Rows that
one agency sent twice, word for word, are listed apart as repeats.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log1p

from chronology.events.accounts import Account, Told, accounts, exact
from chronology.events.pair_measures import (
    MINUTES_DAYS,
    NAMED_DAYS,
    NEAR_DAYS,
    ONCE,
    TOLD_DAYS,
    days_apart,
    names_span_of,
    was_told,
)
from chronology.events.rarity import Rarity
from chronology.events.scoring import Likeness, as_written, enough, joined, likeness
from chronology.events.wording import MEETINGS
from chronology.model import SIGHTED, Basis, Case, Entry, Group, Member, Role

_LONGEST_SPAN = 92  # days; a vaguer date than a season meets too much to tell anything
_ALWAYS_LOOKED_UP = 30
_CHANCE_MEETINGS = 4.0
_MOST_IN_BUCKET = 40
_MOST_WORDS = 14  # of an entry's words, the rarest
_RARE = 0.55
_PROMISING = 1.5
_HUNDRED = 100  # whole numbers add up to the same in any order
_SAME_DAY = 1.0
_CROWDED = 0.9
_SURE = 10.0
_OTHER_WAY = {"by": "names", "names": "by"}
_LATER = {"tells of": NAMED_DAYS, "tells of span": MINUTES_DAYS, "minutes of": MINUTES_DAYS}
Pair = tuple[int, int]
Key = tuple[str, str]


def group_events(
    entries: Sequence[Entry],
    case: Case,
    *,
    same: Collection[frozenset[str]] = (),
    apart: Collection[frozenset[str]] = (),
    stems: Told | None = None,
    owner: Callable[[Entry], str] | None = None,
) -> tuple[Group, ...]:
    """Group the accounts of one event; groups and members stand in the order of the entries.

    `same` and `apart` are pairs of ids that the panel decided on; its word stands. `owner` tells
    whose own record an entry stands in.
    """
    dated = [e for e in entries if e.when.start and e.when.end]
    read, rarity = accounts(dated, case, stems, owner)
    pairs = _weighed(read, rarity)
    place = {a.entry.id: i for i, a in enumerate(read)}
    told_same = sorted(sorted(place[i] for i in p) for p in same if all(i in place for i in p))
    told_apart = {frozenset(place[i] for i in p) for p in apart if all(i in place for i in p)}
    for i, j in told_same:
        why = ("the panel says that they are one event",)
        pairs[i, j] = Likeness(points=_SURE, why=why)
    clusters = _clusters(pairs, read, rarity, {(i, j) for i, j in told_same}, told_apart)
    return tuple(_group(sorted(cluster), read, pairs) for cluster in sorted(map(sorted, clusters)))


def _weighed(read: Sequence[Account], rarity: Rarity) -> dict[Pair, Likeness]:
    """The candidate pairs that are likely enough."""
    found = {(i, j): likeness(read[i], read[j], rarity) for i, j in candidates(read, rarity)}
    return {pair: one for pair, one in found.items() if one.points >= enough()}


def repeated_rows(entries: Iterable[Entry]) -> tuple[tuple[str, ...], ...]:
    """Ids of rows that one agency sent more than once, word for word, on the same date.

    Without an exact day two short rows may well be two contacts: they repeat only where every cell
    does, a time of day among them, which is what the id is made of.
    """
    same: dict[object, list[str]] = defaultdict(list)
    for e in entries:
        if e.event:
            day = e.when.start, e.when.end, e.when.time
            when = day if exact(e) else e.id.partition("-")[0]
            key = (e.agency, when, e.event, *e.fields.items())
            same[key].append(e.id)
    return tuple(tuple(ids) for ids in same.values() if len(ids) > 1)


def candidates(read: Sequence[Account], rarity: Rarity) -> Iterator[Pair]:
    """Pairs of two agencies, near in date, that share a day, a kind of event, a rare word or a
    naming.

    Each entry looks forward only, day by day, under its own keys; so the work grows with the
    entries and with what they share, not with their square.
    """
    posted: dict[Key, list[int]] = defaultdict(list)
    rare = frozenset(w for w, n in rarity.count.items() if n > 1 and rarity[w] > _RARE)
    keys = [_keys(account, rare, rarity) for account in read]
    for i, own in enumerate(keys):
        for key in own:
            posted[key].append(i)
    first = [_first(account) for account in read]
    usual, least = _usual(posted, read), _PROMISING * _HUNDRED
    for i, account in enumerate(read):
        promise: dict[int, int] = defaultdict(int)
        last = _last(account)
        for key, worth in _looked_up(account, keys[i], rarity).items():
            posts = posted.get(key)
            if not posts or posts[-1] <= i or key in usual:
                continue
            until = first[i] + _LATER[key[0]] if key[0] in _LATER else last
            at, much = bisect_right(posts, i), round(worth * _HUNDRED)
            for j in posts[at : at + _MOST_IN_BUCKET]:
                if first[j] > until:
                    break
                promise[j] += much
        for j in sorted(j for j, much in promise.items() if much >= least):
            if _may(account, read[j], promise[j] / _HUNDRED):
                yield i, j


def _keys(account: Account, rare: frozenset[str], rarity: Rarity) -> list[Key]:
    rarest = sorted(account.words & rare, key=lambda w: (-rarity[w], w))
    keys = [("word", w) for w in rarest[:_MOST_WORDS]]
    keys += [("event", name) for name in account.events]
    keys += [("by", kind) for kind in account.own]
    keys += [("names", kind) for kind in account.named]
    keys += [("on", str(day)) for day in account.days]
    keys += [("at", f"{_first(account)} {n}") for n in account.times if account.days]
    keys += [("tells of", str(day)) for day in account.days_named - account.days]
    keys += [("tells of span", str(first)) for first, _ in account.spans_named]
    if account.told_plainly or account.opens_with_document:
        keys += [("minutes of", name) for name in account.events if name in MEETINGS]
    return keys


def _looked_up(account: Account, keys: Iterable[Key], rarity: Rarity) -> dict[Key, float]:
    """What an entry looks for in others, and what finding it promises."""
    worth: dict[Key, float] = {}
    for what, name in keys:
        if what == "word":
            worth[what, name] = rarity[name]
        elif what == "event":
            worth[what, name] = account.events[name] + (1.0 if name in ONCE else 0.0)
            if name in MEETINGS:
                worth["minutes of", name] = 2 * _PROMISING
        elif what == "at":
            worth[what, name] = 0.4  # two may be busy at ten: more than that is to be shared
        elif what == "on":
            worth["on", name], worth["tells of", name] = _SAME_DAY, _PROMISING
        elif what == "tells of":
            worth["on", name] = _PROMISING
        elif what in _OTHER_WAY:
            worth[_OTHER_WAY[what], name] = 1.0
    start = account.entry.when.start
    if start and account.days:
        day = start.toordinal()
        for begins in (day - start.weekday(), day - start.day + 1):
            worth["tells of span", str(begins)] = 1.0
    return worth


def _usual(posted: Mapping[Key, Sequence[int]], read: Sequence[Account]) -> set[Key]:
    """Keys so common that chance alone brings too many entries within the window."""
    if not read:
        return set()
    days = max(_last(a) for a in read) - min(_first(a) for a in read) + 1
    most = max(_ALWAYS_LOOKED_UP, _CHANCE_MEETINGS * days / (TOLD_DAYS + 1))
    return {key for key, posts in posted.items() if len(posts) > most}


def _first(account: Account) -> int:
    start = account.entry.when.start
    return start.toordinal() if start else 0


def _last(account: Account) -> int:
    """The last day on which a later entry may begin and still be the same event."""
    first, end = _first(account), account.entry.when.end
    if end is None or exact(account.entry):
        return first + TOLD_DAYS
    return min(end.toordinal(), first + _LONGEST_SPAN)


def _may(a: Account, b: Account, promise: float) -> bool:
    """Whether dates and agencies allow the pair; the wider window is for being told later.

    The further apart and the more crowded the days, the more it must share to be worth scoring.
    """
    if a.entry.agency == b.entry.agency:
        return False
    apart = days_apart(a.entry, b.entry)
    named = not b.days_named.isdisjoint(a.days) or names_span_of(b, a)
    if apart and not named and promise < _PROMISING + _CROWDED * log1p(max(a.crowd, b.crowd)):
        return False
    if apart <= NEAR_DAYS:
        return True
    if not (exact(a.entry) and exact(b.entry)):
        return False
    if named:
        return apart <= (MINUTES_DAYS if b.spans_named else NAMED_DAYS)
    if apart > TOLD_DAYS:
        sent = b.told_plainly or b.opens_with_document
        return sent and not MEETINGS.isdisjoint(a.events.keys() & b.events.keys())
    told = was_told(a) or was_told(b) or b.opens_with_document or bool(b.days_named)
    return told or not a.named.isdisjoint(b.own) or not b.named.isdisjoint(a.own)


def _clusters(
    pairs: Mapping[Pair, Likeness],
    read: Sequence[Account],
    rarity: Rarity,
    same: Collection[Pair],
    apart: Collection[frozenset[int]],
) -> list[set[int]]:
    """Join the best pairs first, keeping one entry of an agency in each group.

    Two groups are joined only where their pairs on average say so: one likely pair does not
    chain two events together.
    """
    group: dict[int, set[int]] = {}
    best_first = sorted(pairs, key=lambda pair: (pair not in same, -pairs[pair].points, pair))
    for i, j in best_first:
        left, right = group.get(i, {i}), group.get(j, {j})
        if left is right or any(frozenset((a, b)) in apart for a in left for b in right):
            continue
        if (i, j) not in same and not _may_join(left, right, read, rarity):
            continue
        both = left | right
        for k in both:
            group[k] = both
    return [set(c) for c in {tuple(sorted(c)) for c in group.values()}]


def _may_join(
    left: Iterable[int], right: Iterable[int], read: Sequence[Account], rarity: Rarity
) -> bool:
    if _agencies_meet(left, right, read):
        return False
    across = [
        likeness(read[min(a, b)], read[max(a, b)], rarity).points for a in left for b in right
    ]
    return sum(across) / len(across) >= joined()


def _agencies_meet(left: Iterable[int], right: Iterable[int], read: Sequence[Account]) -> bool:
    ours = {read[i].entry.agency for i in left}
    return any(read[j].entry.agency in ours for j in right)


def _group(
    cluster: Sequence[int], read: Sequence[Account], pairs: Mapping[Pair, Likeness]
) -> Group:
    members = [read[i] for i in cluster]
    best = max(
        (p for p in combinations(cluster, 2) if p in pairs), key=lambda p: (pairs[p].points, p)
    )
    roles = _roles(members)
    return Group(
        id=f"event-{members[0].entry.id}",
        members=tuple(
            Member(id=a.entry.id, role=role) for a, role in zip(members, roles, strict=True)
        ),
        points=round(pairs[best].points, 1),
        why=as_written(pairs[best].why, read[best[0]].entry),
    )


def _roles(members: Sequence[Account]) -> list[Role]:
    """Notified: it says that it was told, and another wrote of the event before or that day.

    A day or more later, naming the agency that wrote first says so too. Where every member
    says it was told, the first is its own account. Who was called there that day, and states in
    its own column that it saw a child, tells of its own contact; so does who took part in a meeting
    or a joint visit.
    """
    roles = [Role.NOTIFIED if _notified(m, members) else Role.SAME for m in members]
    if Role.SAME not in roles:
        roles[0] = Role.SAME
    return roles


def _notified(account: Account, members: Sequence[Account]) -> bool:
    before = [o for o in members if o is not account and _first(o) <= _first(account)]
    if all(o.told_plainly for o in before):
        return False
    if account.told_plainly:
        return True
    first = _first(account) == min(map(_first, members))
    if (first and _states_seen(account)) or (
        _took_part(account) and not account.opens_with_document
    ):
        return False
    named = any(account.named & o.own for o in before)
    later = not first and exact(account.entry)
    told = account.told or account.opens_with_document
    return (told and (named or later)) or (later and named)


def _took_part(account: Account) -> bool:
    """Whether it tells of a meeting or a joint visit, of which its writer was one."""
    return account.opens_with_meeting or "joint visit" in account.events


def _states_seen(account: Account) -> bool:
    """Whether the agency's own column says that it saw a child."""
    return any(s.basis is Basis.STATED and s.value in SIGHTED for s in account.entry.seen.values())
