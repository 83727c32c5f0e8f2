"""What speaks for and against two accounts being of one event: measures of a pair, each by name.

    Account, Account ---> day, time, kinds of event, words, agencies, telling ---> Measure ...

A measure is 1 where it holds, or says how much; what it is worth stands under its name in
cues/scoring.toml. The words beside a measure are what a group says of why it was made.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping

from chronology import phrases
from chronology.events.accounts import Account, exact
from chronology.events.named_days import clock
from chronology.events.rarity import Rarity
from chronology.events.wording import MEETINGS, OF_ONE_PERSON, SLIGHT, STRONG
from chronology.model import Entry

ONCE = frozenset(["birth", "death"])
"""What happens once: a note of it is of the same event, days later too."""
NEAR_DAYS = 3
TOLD_DAYS = 14
NAMED_DAYS = 31
MINUTES_DAYS = 62
"""Days apart at the most: of two accounts, where one was told, where one names the other's day,
where one is minutes of a meeting or names the month."""
IN_COMMON = "words in common: "
_RARE = 0.5
_MOST_KINDS = 3
_MOST_RARITY = 5.0
# Each agency has its own: two on different days are two, unless one was told of the other's.
_OWN_CONTACTS = frozenset(["no access", "not brought or did not attend", "developmental check"])
_ADULTS = frozenset(["mother", "father"])
_SENT_ON = frozenset(["emergency department", "admission", "ambulance", "referral"])
_SIBLINGS = frozenset(phrases.stems("both children siblings sibs brother sister twins kids"))
_SPEAKS_OF_ONE = MEETINGS | {"meeting", "child protection plan"}
_A_MEETING = MEETINGS | {"meeting"}
_LEAST_WEIGHT = 3.0  # accounts shorter than this many rare words do not match by being short
_OFFICE = (8, 18)  # hours
_SAME_NIGHT = dt.timedelta(hours=5)
_SHOWN = 6  # words in common
_LONG_AGO = 270  # days; a day so far back, whose year is not read, is sooner one in three months

Measure = tuple[str, float, str]
"""The name of what is measured, how much of it there is, and the words for it."""


def measures(a: Account, b: Account, rarity: Rarity) -> list[Measure]:
    """Everything that is measured of a pair."""
    return [*besides_words(a, b, rarity), *of_words(a, b, shared_words(a, b, rarity))]


def besides_words(a: Account, b: Account, rarity: Rarity) -> Iterator[Measure]:
    """Everything that is measured of a pair, the words that both use left out."""
    apart = days_apart(a.entry, b.entry)
    told = was_told(a) or was_told(b)
    yield "every pair", 1.0, ""
    yield from _of_day(a, b, apart, told)
    yield from _of_time(a, b, rarity, apart, told)
    yield from _of_events(a, b, rarity, apart, told)
    yield from _of_agencies(a, b)
    yield from _of_telling(a, b, apart)
    yield from _of_choice(a, b, rarity)
    if a.crowd or b.crowd:
        yield "entries that chance brings near", math.log1p(max(a.crowd, b.crowd)), ""
    if a.child_words & b.child_words:
        yield "both name the same child", 1.0, ""
    if a.children and b.children and not a.children & b.children:
        yield "each names children, none in common", 1.0, ""
    elif _of_others(a, b) and not _of_the_family(a, b):
        yield "each in another person's own record, of nothing shared", 1.0, ""
    if a.headed and b.headed and a.headed != b.headed:
        yield "each opens with another person", 1.0, ""


def _of_others(a: Account, b: Account) -> bool:
    """Whether each stands in a person's own record, or names a child, and they are not the same.

    A household's record names its children in passing, so a parent's own is set apart from
    another person's own record alone.
    """
    if not (a.owner and b.owner) and not _ADULTS.isdisjoint((a.owner, b.owner)):
        return False
    ours, theirs = (x.children | ({x.owner} - {""}) for x in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _of_the_family(a: Account, b: Account) -> bool:
    """Whether it may have befallen both, or one was told in its record of the other's."""
    shared = {name for name in a.events.keys() & b.events.keys() if a.events[name] > SLIGHT}
    if _meets(a) and _meets(b):
        return True
    if not shared <= OF_ONE_PERSON or not _SIBLINGS.isdisjoint(a.words | b.words):
        return True
    if shared and _ADULTS.isdisjoint((a.owner, b.owner)):
        return False
    return any(
        x.opens_with_document or (was_told(x) and not x.named.isdisjoint(y.own))
        for x, y in ((a, b), (b, a))
    )


def _meets(account: Account) -> bool:
    """Whether it tells of a meeting of any kind, which is nobody's own."""
    return not _A_MEETING.isdisjoint(account.events)


def days_apart(a: Entry, b: Entry) -> int:
    """Days between two entries; 0 where their spans meet."""
    first, second = _span(a), _span(b)
    return max(0, (first[0] - second[1]).days, (second[0] - first[1]).days)


def was_told(account: Account) -> bool:
    """Whether it says in any way that its writer was told."""
    return account.told or account.told_plainly


def names_day_of(a: Account, b: Account) -> bool:
    """Whether one names the day of the other."""
    return not (b.days.isdisjoint(a.days_named) and a.days.isdisjoint(b.days_named))


def names_span_of(a: Account, b: Account) -> bool:
    """Whether `a` names a week or a month in which `b` is dated."""
    return any(first <= day <= last for first, last in a.spans_named for day in b.days)


def _span(entry: Entry) -> tuple[dt.date, dt.date]:
    start = entry.when.start or entry.when.end or dt.date.max
    return start, entry.when.end or start


def _in_order(a: Account, b: Account) -> tuple[Account, Account]:
    return (a, b) if _span(a.entry)[0] <= _span(b.entry)[0] else (b, a)


def _of_day(a: Account, b: Account, apart: int, told: bool) -> Iterator[Measure]:
    if not (exact(a.entry) and exact(b.entry)):
        yield "their periods meet", 1.0, f"{apart} days apart" if apart else "their periods meet"
    elif not apart:
        yield "same day", 1.0, "same day"
        if _tells_of_earlier(a, b) or _tells_of_earlier(b, a):
            yield "same day, and one tells of an earlier day", 1.0, ""
    elif names_day_of(a, b):
        yield "one names the other's date", 1.0, "one names the other's date"
    elif told and (_names_a_day_beside(a, b) or _names_a_day_beside(b, a)):
        # In the night, and where one of them is wrong: which the panel should see.
        name = "one that was told names a day beside the other's"
        yield name, 1.0, f"{apart} days apart, and one names a day beside the other's"
    elif names_span_of(a, b) or names_span_of(b, a):
        yield "one names the other's week or month", 1.0, "one names the other's week or month"
    else:
        if told:
            yield "days apart where one was told", math.log1p(apart), ""
        yield _how_far(apart), 1.0, "a day apart" if apart == 1 else f"{apart} days apart"


def _how_far(apart: int) -> str:
    if apart == 1:
        return "a day apart"
    if apart <= NEAR_DAYS:
        return "two or three days apart"
    return "four days to two weeks apart" if apart <= TOLD_DAYS else "more than two weeks apart"


def _names_a_day_beside(a: Account, b: Account) -> bool:
    """Whether `a` says that it was told, and names the day before or after `b`'s."""
    return was_told(a) and any(d + n in a.days_named for d in b.days for n in (-1, 1))


def _tells_of_earlier(a: Account, b: Account) -> bool:
    """Whether `a` names a day before the one that both are dated to, and `b` does not."""
    earlier = a.days_named - a.days
    return bool(earlier) and earlier.isdisjoint(b.days | b.days_named)


def _of_time(a: Account, b: Account, rarity: Rarity, apart: int, told: bool) -> Iterator[Measure]:
    first, second = a.entry.when.time, b.entry.when.time
    if apart:
        if first and second and _same_night(a.entry, b.entry):
            yield "the same night", 1.0, "the same night"
        return
    shared = a.times & b.times if first or second else frozenset()
    if first and second and abs(_minutes(first) - _minutes(second)) == 12 * 60:
        shared -= {clock(first.hour, first.minute)}  # each its own, and not the same time
    if shared:
        name = "same time" if first == second else "one names the other's time"
        yield name, 1.0, name
        yield "how rare the time is in the case", max(rarity.time[n] for n in shared), ""
    elif first and second:
        minutes = abs(_minutes(first) - _minutes(second))
        if _same_night(a.entry, b.entry):
            yield "the same night", 1.0, ""
        if minutes <= 60:
            yield "within an hour", 1.0, f"{minutes} minutes apart"
        elif not told:
            name = "one to four hours apart" if minutes <= 240 else "more than four hours apart"
            yield name + ", neither told", 1.0, ""


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def _same_night(a: Entry, b: Entry) -> bool:
    """Whether both were timed out of office hours, at most a few hours from each other."""
    at = [
        dt.datetime.combine(e.when.start, e.when.time)
        for e in (a, b)
        if e.when.start and e.when.time and not _OFFICE[0] <= e.when.time.hour < _OFFICE[1]
    ]
    return len(at) == 2 and abs(at[0] - at[1]) <= _SAME_NIGHT


def _of_events(a: Account, b: Account, rarity: Rarity, apart: int, told: bool) -> Iterator[Measure]:
    shared = a.events.keys() & b.events.keys()
    if shared:
        named = sorted(shared, key=lambda name: (-a.events[name], -rarity.event[name], name))
        plain = [name for name in named if a.events[name] > SLIGHT]
        strong = sum(a.events[name] >= STRONG for name in shared)
        why = "words in both for: " + ", ".join(plain or named)
        yield "kinds of event in common", min(_MOST_KINDS, len(plain)), why
        yield "strong kinds of event in common", min(_MOST_KINDS, strong), ""
        rare = sum(rarity.event[name] for name in plain)
        yield "how rare these kinds are in the case", min(_MOST_RARITY, rare), ""
        if shared & ONCE:
            yield "a birth or a death in common", 1.0, ""
        anothers = a.opens_with_document != b.opens_with_document or names_day_of(a, b)
        if apart and not names_day_of(a, b) and (_visits_apart(a, b) or _visits_apart(b, a)):
            yield "a visit of its own, on another day", 1.0, ""
        if apart and not (told or anothers) and _OWN_CONTACTS.issuperset(plain or named):
            yield "only a failed contact of their own, days apart", 1.0, ""
    grave = any(a.events[name] >= STRONG for name in shared)
    if not grave and (_at_the_surgery(a, b) or _at_the_surgery(b, a)):
        yield "a surgery's own consultation, and a hospital's own", 1.0, ""
    yield from _of_meetings(a, b, apart)


def _visits_apart(account: Account, other: Account) -> bool:
    """Whether it tells first of a visit at home by its writer alone, whom the other does not name:
    "HV rang: bruise seen on visit" is of the visit."""
    alone = account.opens_with_visit and "joint visit" not in account.events
    return alone and not was_told(account) and account.own.isdisjoint(other.named)


def _at_the_surgery(a: Account, b: Account) -> bool:
    """Whether a surgery tells of a patient with not a word of the hospital whose account the other
    is: a cough seen by the doctor that morning, and by a hospital that night. A fracture stands in
    both records, as one."""
    if "gp" not in a.own or "hospital" not in b.own or "hospital" in a.own or was_told(a):
        return False
    of_hospital = "hospital" in a.named or a.opens_with_document or names_day_of(a, b)
    return not of_hospital and a.events.keys().isdisjoint(ONCE | _SENT_ON | _A_MEETING)


def _of_meetings(a: Account, b: Account, apart: int) -> Iterator[Measure]:
    """A meeting beside what it was about, where the other speaks of no meeting; two meetings."""
    ours, theirs = a.events.keys() & MEETINGS, b.events.keys() & MEETINGS
    if ours & theirs:
        yield "the same kind of meeting", 1.0, ""
        if a.opens_with_meeting and b.opens_with_meeting:
            yield "both open with that meeting", 1.0, ""
        first, last = _in_order(a, b)
        if apart and first.opens_with_document:
            yield "a paper written before the meeting", 1.0, ""
        if apart and not (last.told_plainly or last.opens_with_document):
            yield "the same kind of meeting on two days, and the later is of no notice", 1.0, ""
    elif not (ours and theirs) and any(
        one.opens_with_meeting and not _speaks_of_one(other, one) for one, other in ((a, b), (b, a))
    ):
        yield "a meeting, and no word of one", 1.0, ""


def _speaks_of_one(account: Account, other: Account) -> bool:
    """Whether it tells of a meeting, or of the closing that the other's agency decided there."""
    closed = "closed or stepped down" in account.events and account.named & other.own
    return bool(closed) or not account.events.keys().isdisjoint(_SPEAKS_OF_ONE)


def shared_words(a: Account, b: Account, rarity: Rarity) -> dict[str, float]:
    """The words that both use and how rare each is, the names of children apart."""
    shared = a.words & b.words
    if a.child_words:
        shared -= a.child_words & b.child_words
    return {w: rarity[w] for w in shared}


def of_words(a: Account, b: Account, shared: Mapping[str, float]) -> list[Measure]:
    """What is measured of the words that both use."""
    rare = {w: n for w, n in shared.items() if n > _RARE}
    where = a.street & b.street  # two that have nothing but the family's street in common
    if where.issuperset(rare) and a.events.keys().isdisjoint(b.events):
        found = [("no kind of event and no rare word in common", 1.0, "")]
        unnamed = a.named.isdisjoint(b.own) and b.named.isdisjoint(a.own)
        if names_day_of(a, b) and unnamed and a.child_words.isdisjoint(b.child_words):
            found.append(("one names the other's date, and nothing else is in common", 1.0, ""))
        return found
    share = math.fsum(shared.values()) / max(_LEAST_WEIGHT, min(a.weight, b.weight))
    found = [("share of words in common", min(1.0, share), "")]
    if rare:
        most = sorted(rare, key=lambda w: (-rare[w], w))
        numbers = math.fsum([n for w, n in rare.items() if not w.isalpha()])
        why = IN_COMMON + ", ".join(most[:_SHOWN])
        found.append(("rare words in common", min(_MOST_RARITY, math.fsum(rare.values())), why))
        found.append(("numbers in common", min(_MOST_RARITY, numbers), ""))
    return found


def _of_agencies(a: Account, b: Account) -> Iterator[Measure]:
    ab, ba = not a.named.isdisjoint(b.own), not b.named.isdisjoint(a.own)
    if ab and ba:
        yield "each names the other's agency", 1.0, "each names the other's agency"
    elif ab or ba:
        writer, named = (a, b) if ab else (b, a)
        names = f"{writer.entry.agency} names {named.entry.agency}"
        yield "one names the other's agency", 1.0, names
    if (ab or ba) and not a.times.isdisjoint(b.times) and not a.days.isdisjoint(b.days):
        yield "one names the other's agency, at the same time", 1.0, ""
    if a.named & b.named:
        yield "both name a third agency", 1.0, ""


def _of_telling(a: Account, b: Account, apart: int) -> Iterator[Measure]:
    if any(was_told(x) and not x.named.isdisjoint(y.own) for x, y in ((a, b), (b, a))):
        when = ("same day", "next day")[apart] if apart <= 1 else "later"
        yield f"one says it was told by the other, {when}", 1.0, "one reads as being told of it"
    if _tells_of_another_day(a, b) or _tells_of_another_day(b, a):
        yield "one that was told names another day than the other's", 1.0, ""
    first, last = _in_order(a, b)
    if apart > NEAR_DAYS and was_told(first) and not first.named.isdisjoint(last.own):
        yield "told by the other days before", 1.0, ""
    plainly = a.told_plainly or b.told_plainly
    if plainly:
        yield "one is a note of being told", 1.0, "one is a note of being told"
    if a.opens_with_document != b.opens_with_document:
        yield "one opens with a letter or the like", 1.0, ""
    if _rang(a, b) or _rang(b, a):
        yield "one rang the other, who says so", 1.0, "one rang the other, who says so"
    if was_told(a) and was_told(b):
        yield "both were told", 1.0, ""
    if apart and was_told(_in_order(a, b)[1]):
        yield "told of it later", 1.0, ""
    if plainly and a.events.keys() & b.events.keys():
        yield "told of the same kind of event", 1.0, ""


def _tells_of_another_day(a: Account, b: Account) -> bool:
    """Whether `a` was told of what was on an earlier day that it names, which is not about the day
    of `b`.

    A slip of a day is looked at elsewhere; what `b` names itself may be the day of both; of a birth
    or a death each hears on a day of its own; and "review 4 April" is of a day to come.
    """
    own = min(a.days, default=0)
    earlier = {day for day in a.days_named - a.days if day > own - _LONG_AGO}
    if ONCE & a.events.keys() & b.events.keys():
        return False
    if not (b.days and earlier and (was_told(a) or a.opens_with_document)):
        return False
    return a.days_named.isdisjoint(b.days | b.days_named) and not any(
        abs(day - other) <= NEAR_DAYS - 1 for day in earlier for other in b.days
    )


def _rang(a: Account, b: Account) -> bool:
    """Whether `b` says that it was told by `a`, which names it on that day and was told nothing."""
    each = not a.named.isdisjoint(b.own) and not b.named.isdisjoint(a.own)
    return each and was_told(b) and not was_told(a) and not a.days.isdisjoint(b.days)


def _of_choice(a: Account, b: Account, rarity: Rarity) -> Iterator[Measure]:
    """How many other accounts these agencies have about then, which it might as well be."""
    if a.days and b.days:
        others = sum(
            rarity.near(other.entry.agency, max(one.days), NEAR_DAYS)
            for one, other in ((a, b), (b, a))
        )
        mine = 2 if abs(max(a.days) - max(b.days)) <= NEAR_DAYS else 0
        more = math.log1p(max(0, others - mine))
        if more:
            yield "other accounts of these agencies about then", more, ""
