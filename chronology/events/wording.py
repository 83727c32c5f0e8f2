"""How agencies word what happened: kinds of event, words of being told, words that mean the same.

cues/events.toml telling.toml agencies.toml ---> finders     which cues a text holds
cues/alike.txt common.txt                   ---> compared()  which of its words are compared
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from chronology import phrases
from chronology.events.streets import AFTER_A_NUMBER, IN_FULL, STREETS, capitalised

SLIGHT, _USUAL, STRONG = 0.6, 1.7, 2.4
_EVENT_POINTS = {"strong": STRONG, "usual": _USUAL, "slight": SLIGHT}
# An account that opens with one of these is of that meeting, not of what it was about.
MEETINGS = frozenset(
    ["strategy discussion", "child protection conference", "core group", "marac", "child in need",
     "looked-after review", "team around the family", "professionals meeting",
     "discharge planning meeting", "new birth visit", "child death meeting",
     "return home interview"]
)  # fmt: skip
# What befalls one person: two people's own records of it on one day tell of two events. What only
# an adult has, such as a pregnancy, is hers in a child's record too.
OF_ONE_PERSON = frozenset(
    ["fracture", "burn or scald", "head injury", "bite", "fit or seizure", "overdose or poisoning",
     "self-harm", "child protection medical", "skeletal survey", "health assessment", "fall",
     "collapse", "operation", "meningitis or sepsis", "injury", "bruise", "emergency department",
     "admission", "discharge from hospital", "ambulance", "not brought or did not attend",
     "weight loss or faltering growth", "breathing trouble", "transfer of records",
     "developmental check", "immunisation", "school start", "school absence", "speech",
     "wetting or soiling", "hearing or eyes", "tongue-tie or feeding", "camhs", "rash",
     "hospital appointment", "referral", "phone call between agencies"]
)  # fmt: skip
_NAME = r"(?:[A-Z][\w'\u2019-]* +){1,3}"
_TELLING = ("told", "told_plainly", "hospital_notice")
_SENT = ("police_notice", "documents")


@cache
def event_points() -> Mapping[str, float]:
    """Points by kind of event."""
    told = phrases.table_of("events.toml")
    return {name: points for grade, points in _EVENT_POINTS.items() for name in told[grade]}


@cache
def event_words() -> phrases.Finder:
    """Cues of every kind of event."""
    return phrases.finder(_event_cues())


@cache
def telling_words() -> phrases.Finder:
    """Cues that say an entry's writer was told of something."""
    told = phrases.table_of("telling.toml")
    return phrases.finder({name: told[name] for name in _TELLING})


@cache
def all_words() -> phrases.Finder:
    """Events, agencies and telling in one table, so that a text is gone through once.

    Each stands under its kind and name: "event:bruise", "agency:police", "telling:told".
    """
    telling = phrases.table_of("telling.toml")
    kinds: dict[str, Mapping[str, Iterable[str]]] = {
        "event": _event_cues(),
        "agency": phrases.table_of("agencies.toml"),
        "telling": {name: telling[name] for name in (*_TELLING, *_SENT)},
    }
    return phrases.finder(
        {f"{kind}:{name}": cues for kind, names in kinds.items() for name, cues in names.items()}
    )


@cache
def told_verbs() -> frozenset[str]:
    """Stems that, just after the name of an agency, say that it told the writer."""
    verbs = phrases.table_of("telling.toml")["told_verbs"]
    return frozenset(stem for verb in verbs for stem in phrases.stems(verb))


@cache
def common() -> frozenset[str]:
    """Stems of words that say little about which event it was."""
    return frozenset(phrases.stems(phrases.words_of("common.txt")))


@cache
def alike() -> Mapping[str, str]:
    """Stems of words that mean the same -> the one that stands for them all."""
    lines = phrases.words_of("alike.txt").splitlines()
    sets = [phrases.stems(line) for line in lines if line[:1].isalpha()]
    return {stem: first for first, *others in sets for stem in others}


def compared(told: Iterable[str]) -> frozenset[str]:
    """The words of a text that are compared: each once, those that mean the same as one."""
    words, same = set(told), alike()
    for word in words & same.keys():
        words.remove(word)
        words.add(same[word])
    return frozenset([w for w in words if len(w) > 1])


# "Crown Court", "Consultant Dr Ash" and "Ward St Bride" are no streets.
_ONLY_AFTER_A_NUMBER = {"court", "ct", "dr", "st"}
_ALONE = [kind for kind in (*STREETS, *IN_FULL) if kind not in _ONLY_AFTER_A_NUMBER]
_STREET = re.compile(
    rf"\b\d{{1,4}}[a-z]?,? +{_NAME}(?:{capitalised(AFTER_A_NUMBER)})\b|"
    rf"\b{_NAME}(?:{capitalised(_ALONE)})\b"
)


def street_words(text: str) -> frozenset[str]:
    """The words of the streets that a text names, with the numbers of houses: "14 Harbour Lane"."""
    return compared(stem for street in _STREET.findall(text) for stem in phrases.stems(street))


@cache
def _event_cues() -> Mapping[str, list[str]]:
    """The cues of each kind of event, whatever its grade."""
    return {
        name: cues
        for grade in _EVENT_POINTS
        for name, cues in phrases.table_of("events.toml")[grade].items()
    }


@cache
def none_words() -> phrases.Finder:
    """Words that end as the cues of a kind of event do, and are none of it."""
    return phrases.finder(phrases.table_of("events.toml")["none"])


@cache
def every_cue() -> frozenset[str]:
    """Stems of the words of every cue, and of everyday words."""
    lists = [*_event_cues().values()]
    for file in ("agencies.toml", "contacts.toml", "telling.toml"):
        lists += phrases.table_of(file).values()
    return common() | {stem for cues in lists for cue in cues for stem in phrases.stems(cue)}
