"""What a parent's partner is called, as accounts of one event tell it, and whether two first names
may be one.

    Police     mother's partner Craig        Housing   her partner Gary

The words that are no name stand in cues/partners.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from chronology import phrases
from chronology.events.particulars import Particulars, add_said
from chronology.events.relatives import SENTENCES

_CALLED = (
    r"(?:(?:new|current|live-in)\s+)*(?:partner|boyfriend|girlfriend|b/f|bf|fianc[e\u00e9]e?)\b\s*,?\s*"
    r"(?:\(|(?:is\s+|was\s+)?(?:called|named)\s+)?\s*(?P<name>(?-i:[A-Z])[\w'\u2019-]+)"
)
_NO_NAME = re.compile(phrases.one_of_lists("partners.toml", "no name"), re.I)
_ANOTHERS = re.compile(
    rf"\b{phrases.one_of_lists('partners.toml', 'whose partner it may be')}\b", re.I
)
_PARENTS = {"mother": "mother|mum|mam", "father": "father|dad"}


def partners(
    text: str, called: Mapping[str, str], known: Mapping[str, Sequence[str]]
) -> Particulars:
    """What the partner of the mother, or of the father, is called by first name, with what else the
    case calls him; `called` are patterns for what the parents are called, `known` all names.
    In capitals any word may follow, so there a name counts only where it is known."""
    told: Particulars = {}
    people = [{w.casefold() for name in names for w in name.split()} for names in known.values()]
    names = {word for person in people for word in person}
    for sentence in SENTENCES.split(text):
        for parent, own in (("mother", "her"), ("father", "his")):
            who = "|".join(filter(None, (_PARENTS[parent], called.get(parent))))
            whose = rf"(?<!step)(?<!grand)(?<!foster\s)(?:{who})['\u2019]s\s+"
            of_the_parent = re.search(rf"\b(?:{who}|tenant)\b", sentence, re.I)
            if of_the_parent and not _ANOTHERS.search(sentence):
                whose = rf"(?:{whose}|{own}\s+)"
            for found in re.finditer(rf"\b{whose}{_CALLED}", sentence, re.I):
                name = re.sub(r"['\u2019]s$", "", found["name"])
                plain = name.casefold()
                loud = name.isupper() or _in_capitals(sentence)
                if _NO_NAME.fullmatch(plain) or not name.isalpha() or (loud and plain not in names):
                    continue
                also = [word for person in people if plain in person for word in person]
                add_said(told, f"{parent}'s partner", [plain, *also], found[0].strip())
    return told


def _in_capitals(sentence: str) -> bool:
    """Whether hardly a word of a sentence has small letters."""
    words = re.findall(r"[A-Za-z]{2,}", sentence)
    return bool(words) and sum(w.isupper() for w in words) > len(words) / 2


def other_name(ours: str, theirs: str) -> bool:
    """Whether two first names are neither one name spelt two ways nor short for one another."""
    from rapidfuzz import fuzz  # late: only accounts that name a partner need it

    short, long = sorted((ours, theirs), key=len)
    if short[:_HEARD] in long or long.startswith(short) or _sound(ours) == _sound(theirs):
        return False
    related = _forms(ours) & _forms(theirs)
    return not related and fuzz.ratio(ours, theirs) < _SLIP


_SLIP = 70
_HEARD = 3
"""Letters by which a short form is known: Jase is Jason, Nicky may be Dominic."""
_SOUNDS = (
    (r"ph", "f"), (r"gh", ""), (r"ch(?=r)", "k"), (r"ch", "c"), (r"ck|c(?=[aouklrt]|$)|q", "k"),
    (r"c|z", "s"), (r"g(?=e)|dg", "j"), (r"[aeiouyhw]", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip


def _sound(name: str) -> str:
    """A name without what is spelt in more ways than one: Sean and Shaun, Chris and Kris."""
    for pattern, sound in _SOUNDS:
        name = re.sub(pattern, sound, name)
    return name


def _forms(name: str) -> frozenset[str]:
    """A name, the full names for which it may be short, and their short forms."""
    fulls = {full for full, short in _short_names().items() if name == full or name in short}
    return frozenset([name, *fulls, *(s for full in fulls for s in _short_names()[full])])


@cache
def _short_names() -> Mapping[str, tuple[str, ...]]:
    text = resources.files("chronology.events").joinpath("short_names.toml")
    return {k: tuple(v) for k, v in tomllib.loads(text.read_text(encoding="utf-8")).items()}
