"""Who a narrative speaks of: each mention of a child, adult or professional, and whom it means.

Pronouns are read by nearness: "she" is the latest child or grown woman spoken of, and a person
who only stands beside ("with mum", "by the nurse") gives way to the one spoken about.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from chronology.model import Child
from chronology.seen.words import Words

CHILD, ADULT, PROFESSIONAL, UNBORN, STRANGER = "CHILD", "ADULT", "PROF", "UNBORN", "STRANGER"
_BESIDE = frozenset(
    [
        "with",
        "by",
        "to",
        "from",
        "of",
        "for",
        "at",
        "on",
        "via",
        "like",
        "about",
        "beside",
        "near",
        "towards",
        "than",
        "into",
        "between",
    ]
)
_ARTICLES = frozenset(["the", "his", "her", "their", "my", "our", "this", "that", "a", "an"])
_GENDER = {"he": "M", "him": "M", "she": "F", "her": "F", "himself": "M", "herself": "F"}
_PRONOUNS = frozenset(["he", "she", "they", "him", "her", "them"])
_AFTER_OBJECT = frozenset(
    [
        "at",
        "in",
        "on",
        "to",
        "that",
        "and",
        "alone",
        "with",
        "whether",
        "if",
        "how",
        "about",
        "for",
        "from",
        "by",
        "as",
        "while",
        "when",
        "but",
        "again",
        "today",
        "through",
        "outside",
        "inside",
        "there",
        "asleep",
        "away",
        "out",
        "up",
        "off",
        "down",
        "home",
        "individually",
        "separately",
        "privately",
        "what",
        "why",
        "who",
        "where",
        "when",
        "after",
        "before",
        "during",
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        ")",
        "\n",
        "-",
        "\u2013",
        "—",
        "twice",
        "daily",
        "is",
        "was",
        "crying",
        "playing",
        "sitting",
        "standing",
        "sleeping",
        "very",
    ]
)
_SERVICES = frozenset(
    [
        "police",
        "officers",
        "pcs",
        "crew",
        "paramedics",
        "staff",
        "team",
        "services",
        "neighbours",
        "we",
        "school",
        "nurses",
        "both",
    ]
)
_KINDS = {
    "every": CHILD, "none": CHILD, "one": CHILD, "baby": CHILD, "others": CHILD,
    "female": ADULT, "male": ADULT, "adults": ADULT, "professionals": PROFESSIONAL,
    "unborn": UNBORN, "strangers": STRANGER,
}  # fmt: skip
_ORDER = ("professionals", "adults", "female", "male", "strangers", "unborn", "every", "none",
          "one", "baby", "others")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: words `first` up to, not including, `last`."""

    first: int
    last: int
    kind: str
    children: tuple[str, ...] = ()
    gender: str = ""
    negative: bool = False
    owner: bool = False
    """A possessive: "Theo's" speaks of something of his, and is not the child at work."""
    beside: bool = False
    named: bool = True
    mixed: bool = False
    """An adult stands in the same breath: "mum and Theo"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Whom a narrative may speak of, made ready once for a case."""

    subject: str
    born: tuple[str, ...]
    names: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(hash=False)
    """First word of a name, in lower case -> (the words as written, label or '' for unborn)."""
    baby: str = ""
    own_record: bool = True


@cache
def _lists() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> (words, list name), the longest first."""
    text = resources.files("chronology.seen").joinpath("people.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in _ORDER:
        for phrase in told[kind]:
            parts = tuple(phrase.replace("-", " - ").split())
            found.setdefault(parts[0], []).append((parts, kind))
    return {word: tuple(sorted(items, key=lambda i: -len(i[0]))) for word, items in found.items()}


def family(
    children: Sequence[Child], subject: str, unborn: Sequence[str], record_of: str
) -> Family:
    """The names by which each child may stand in a narrative."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    born = tuple(c.label for c in children if c.label not in unborn)
    firsts = [c.label.split()[0].casefold() for c in children]
    for child in children:
        label = "" if child.label in unborn else child.label
        for name in dict.fromkeys(
            alias for n in (child.label, *child.names) for alias in _aliases(n, firsts)
        ):
            parts = tuple(name.split())
            names.setdefault(parts[0].lower(), []).append((parts, label))
    baby = next((c for c in born if "baby" in c.casefold().split()), "")
    if not baby and not unborn and len(born) == 1:
        baby = born[0]
    return Family(
        subject=subject,
        born=born,
        names={w: tuple(sorted(n, key=lambda p: -len(p[0]))) for w, n in names.items()},
        baby=baby or ("" if unborn else subject),
        own_record=record_of == "child",
    )


def _aliases(name: str, firsts: Sequence[str]) -> list[str]:
    """A name, its first name where that is the child's own, and a bare initial."""
    parts = name.split()
    found = [name]
    if len(parts) > 1:
        generic = parts[0].casefold() in (
            "child",
            "baby",
            "sib",
            "sibling",
            "twin",
            "unborn",
            "young",
        )
        if generic:
            if parts[0].casefold() != "unborn" and not parts[1].isdigit() and parts[1] not in "AI":
                found.append(" ".join(parts[1:]))
        elif firsts.count(parts[0].casefold()) < 2:
            found.append(parts[0])
    return found


def find(words: Words, home: Family) -> list[Mention]:
    """Every mention in order, pronouns resolved."""
    low = words.low
    lists, names = _lists(), home.names
    mentions: list[Mention] = []
    latest: list[Mention] = []
    i, count = 0, len(low)
    while i < count:
        word = low[i]
        base = word[:-2] if word.endswith("'s") else word
        if words.quoted[i]:
            i += 1
            continue
        mention = None
        if base in names:
            mention = _named(words, i, names[base], home)
        if mention is None and base in lists:
            mention = _common(words, i, lists[base], home, latest)
        if mention is None and word in _PRONOUNS:
            mention = _pronoun(words, i, home, latest)
        if mention is None:
            i += 1
            continue
        mention = _joined(words, mention, mentions)
        mentions.append(mention)
        if mention.kind in (CHILD, ADULT, UNBORN, STRANGER):
            latest.append(mention)
        i = mention.last
    return mentions


def _matches(low: Sequence[str], at: int, parts: Sequence[str]) -> str | None:
    """'' or 's where the words stand at a place, None where they do not."""
    size = len(parts)
    if at + size > len(low):
        return None
    for offset in range(size - 1):
        if low[at + offset] != parts[offset]:
            return None
    last = low[at + size - 1]
    if last == parts[-1]:
        return ""
    return "'s" if last == parts[-1] + "'s" else None


def _named(
    words: Words, at: int, names: Sequence[tuple[tuple[str, ...], str]], home: Family
) -> Mention | None:
    for parts, label in names:
        owner = _matches(words.low, at, tuple(p.lower() for p in parts))
        if owner is None:
            continue
        if len(parts) == 1 and len(parts[0]) == 1 and not words.raw[at][0].isupper():
            continue
        last = at + len(parts)
        if owner == "" and len(parts) == 1 and _surname_of_adult(words, at):
            continue
        return _mention(
            words,
            at,
            last,
            CHILD if label else UNBORN,
            (label,) if label else (),
            owner=bool(owner),
        )
    return None


def _surname_of_adult(words: Words, at: int) -> bool:
    before = words.low[at - 1] if at else ""
    if before == "." and at > 1:
        before = words.low[at - 2]
    return before in ("mr", "mrs", "ms", "miss", "dr", "pc", "dc", "ps")


def _common(
    words: Words,
    at: int,
    entries: Sequence[tuple[tuple[str, ...], str]],
    home: Family,
    latest: Sequence[Mention],
) -> Mention | None:
    for parts, listed in entries:
        owner = _matches(words.low, at, parts)
        if owner is None:
            continue
        last = at + len(parts)
        if listed == "every" and parts[0] in ("both", "all") and len(parts) == 1:
            last, listed = _both(words, at)
            if not listed:
                return None
        if listed == "adults" and last < len(words.low) and words.low[last] == "carer":
            last += 1
        kind = _KINDS[listed]
        children = _children(words, at, listed, parts, home, latest)
        if kind == CHILD and not children:
            return None
        gender = "F" if listed == "female" else "M" if listed == "male" else ""
        if (
            kind == ADULT
            and words.raw[last - 1][:1].islower() is False
            and parts[0] in ("mr", "mrs", "ms", "miss")
        ):
            last = _titled(words, last)
        if kind == PROFESSIONAL and parts[0] in ("dr", "pc", "dc", "ds", "ps", "pcs"):
            last = _titled(words, last)
        return _mention(
            words, at, last, kind, children, gender=gender, owner=bool(owner),
            negative=listed == "none", named=False,
        )  # fmt: skip
    return None


def _titled(words: Words, last: int) -> int:
    """The name or number after a title belongs to it."""
    if last < len(words.low) and words.low[last] == ".":
        last += 1
    if last < len(words.low) and (words.raw[last][0].isupper() or words.raw[last].isdigit()):
        last += 1
    return last


def _both(words: Words, at: int) -> tuple[int, str]:
    """ "both" is of children unless a noun for something else follows."""
    after = words.low[at + 1 : at + 3]
    if after and after[0] in ("children", "kids", "boys", "girls", "twins", "boy", "girl"):
        return at + 2, "every"
    if (
        words.low[at] == "all"
        and after
        and after[0]
        in ("very", "seen", "asleep", "present", "clean", "quiet", "silent", "looked", "appeared")
    ):
        return at + 1, "every"
    if words.low[at] == "all":
        return at + 1, ""
    if after and after[0] in (
        "parents",
        "adults",
        "arms",
        "legs",
        "eyes",
        "hands",
        "parties",
        "sides",
    ):
        return at + 1, ""
    if (
        len(after) > 1
        and after[0] in ("the", "of")
        and after[1] in ("children", "boys", "girls", "them")
    ):
        return at + 3, "every"
    if after and after[0] in ("seen", "were", "are", "in", "present", "asleep", "appeared", "well",
                              "must", "looked", "playing", "there", "brought", "at", "absent",
                              "out",
                              "weighed", "attended", "to", "spoken", ",", ".", ")"):  # fmt: skip
        return at + 1, "every"
    return at + 1, ""


def _children(
    words: Words,
    at: int,
    listed: str,
    parts: Sequence[str],
    home: Family,
    latest: Sequence[Mention],
) -> tuple[str, ...]:
    if listed in ("every", "none"):
        return home.born
    if listed == "one":
        if parts[-1] in ("daughter", "son") and len(home.born) > 1 and not home.own_record:
            return ()
        return (home.subject,) if home.subject in home.born else ()
    if listed == "baby":
        return (home.baby,) if home.baby else ()
    if listed == "others":
        about = next((m.children for m in reversed(latest) if m.kind == CHILD), (home.subject,))
        if len(about) != 1:
            about = (home.subject,)
        rest = tuple(c for c in home.born if c not in about)
        plural = parts[-1].endswith("s") or "other" in parts[0] or "sib" in parts[-1]
        if not plural and len(rest) > 1:
            return ()
        return rest
    return ()


def _pronoun(words: Words, at: int, home: Family, latest: Sequence[Mention]) -> Mention | None:
    word = words.low[at]
    if word == "her" and not _object(words, at):
        return None
    if word == "they" or word == "them":
        return _plural(words, at, home, latest)
    gender = _GENDER[word]
    topic = _topic(words, latest)
    for mention in reversed(latest):
        if mention.kind == UNBORN:
            continue
        if mention.kind == STRANGER:
            continue
        if mention.kind == ADULT:
            if mention.gender == gender and not mention.beside and not mention.owner:
                return _mention(words, at, at + 1, ADULT, (), gender=gender, named=False)
            continue
        if len(mention.children) == 1:
            spoken = topic.children if topic else mention.children
            return _mention(words, at, at + 1, CHILD, spoken, named=False)
    if any(m.kind == ADULT and m.gender in (gender, "") for m in latest):
        return _mention(words, at, at + 1, ADULT, (), gender=gender, named=False)
    if home.own_record and home.subject in home.born:
        return _mention(words, at, at + 1, CHILD, (home.subject,), named=False)
    return _mention(words, at, at + 1, ADULT, (), gender=gender, named=False)


def _topic(words: Words, latest: Sequence[Mention]) -> Mention | None:
    """The one child whom the latest sentence about one child names first."""
    single = [m for m in latest if m.kind == CHILD and len(m.children) == 1]
    if not single:
        return None
    sentence = words.sentence[single[-1].first]
    same = [m for m in single if words.sentence[m.first] == sentence]
    return next((m for m in same if not m.owner), same[0])


def _plural(words: Words, at: int, home: Family, latest: Sequence[Mention]) -> Mention | None:
    for mention in reversed(latest):
        if mention.kind == CHILD and (len(mention.children) > 1 or len(home.born) == 1):
            return _mention(words, at, at + 1, CHILD, mention.children, named=False)
        if mention.kind == ADULT and words.low[mention.first].endswith("s"):
            return _mention(words, at, at + 1, ADULT, (), named=False)
    if (
        not any(words.low[i] in _SERVICES for i in range(at))
        and home.own_record
        and len(home.born) > 1
    ):
        return _mention(words, at, at + 1, CHILD, home.born, named=False)
    return None


def _object(words: Words, at: int) -> bool:
    """Whether "her" is the person and not hers."""
    return at + 1 >= len(words.low) or words.low[at + 1] in _AFTER_OBJECT


def _mention(
    words: Words, first: int, last: int, kind: str, children: tuple[str, ...], *,
    gender: str = "", owner: bool = False, negative: bool = False, named: bool = True,
) -> Mention:  # fmt: skip
    at = first - 1
    while at >= 0 and words.low[at] in _ARTICLES:
        at -= 1
    beside = at >= 0 and words.low[at] in _BESIDE
    return Mention(first, last, kind, children, gender, negative, owner, beside, named)


def _joined(words: Words, mention: Mention, mentions: list[Mention]) -> Mention:
    """Join "Leon and Marley", "A, B and C", "mum and Theo" into one mention."""
    if not mentions or mention.owner:
        return mention
    before = mentions[-1]
    between = [w for w in words.low[before.last : mention.first] if w not in _ARTICLES]
    if before.owner or between not in (["and"], ["&"], ["+"], [","], ["/"], [",", "and"], ["or"]):
        return mention
    if {before.kind, mention.kind} <= {CHILD} and (before.named or not mention.named):
        if between == [","] and not _list_goes_on(words, mention):
            return mention
        mentions.pop()
        merged = tuple(dict.fromkeys((*before.children, *mention.children)))
        return Mention(
            before.first, mention.last, CHILD, merged, "", before.negative, False, before.beside,
            True, before.mixed,
        )  # fmt: skip
    if {before.kind, mention.kind} == {CHILD, ADULT} and between != [","]:
        mentions.pop()
        return Mention(
            before.first, mention.last, CHILD, before.children or mention.children, "", False,
            False, before.beside, True, True,
        )  # fmt: skip
    return mention


def _list_goes_on(words: Words, mention: Mention) -> bool:
    return mention.last < len(words.low) and words.low[mention.last] in ("and", "&", ",")
