"""What an agency's words say somebody is to the child, or to somebody else who is named.

    relation = [side] word [(remark)]             maternal uncle, MGM, mother (deceased)
    another  = word of whom | whom's word         father of Kai, Kai's father, gran's husband

`relations.toml` holds the words, and may be added to.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from genogram.model import Sex, UnionKind

_REMARK = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]| - (.*)$")
_OF = re.compile(r"(?P<word>.+?) (?:of|to) (?P<whom>.+)")
_WHOSE = re.compile(r"(?P<whom>.+?)(?:'s|s') (?P<word>.+)")
_LONGEST = 200  # letters; longer texts are narrative
_AND = re.compile(r"\s*(?:,|&|\band\b)\s*")
_GONE = ("deceased", "died", "dead", "late")


# What somebody is to a parent -> what that makes them to the child.
_BY_PARENT = {
    "parent": "grandparent",
    "brother_or_sister": "parents_sibling",
    "partner": "parents_partner",
    "offspring": "half",
}
_SIDED = ("grandparent", "parents_sibling", "parents_partner", "half")
_UNSURE = ("putative", "alleged", "possible", "unconfirmed", "disputed", "tbc", "?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What somebody is: to the child, or to those named in `whom`. Empty where not known."""

    word: str = ""
    side: str = ""
    sex: Sex = Sex.UNKNOWN
    whom: tuple[str, ...] = ()
    kind: UnionKind = UnionKind.UNKNOWN
    deceased: bool = False


def relation_of(told: str) -> Relation:
    """Read the words of one cell; an unknown relation has an empty word."""
    text = told[:_LONGEST].casefold().replace("\u2019", "'").replace(".", "")
    remarks = " ".join(part for found in _REMARK.findall(text) for part in found).strip()
    if text.rstrip().endswith("?"):
        text, remarks = text.rstrip(" ?"), f"{remarks} ?"
    text = " ".join(_REMARK.sub(" ", text).split())
    deceased = any(word in f"{remarks} {text}".split() for word in _GONE)
    text = " ".join(w for w in text.split() if w not in _GONE)
    read = _of_the_child(text) or _of_another(text) or _of_the_child(remarks) or Relation()
    side = read.side or (_side_in(remarks) if read.word in _SIDED else "")
    unsure = read.word == "father" and any(word in remarks for word in _UNSURE)
    word = "putative" if unsure else read.word
    return replace(read, word=word, side=side, kind=_kind(text), deceased=deceased)


def _of_the_child(text: str) -> Relation | None:
    relations, sides, _ = _words()
    side = {"m": "mother", "p": "father"}.get(text[:1], "") if text[1:] in ("gm", "gf") else ""
    for word, through in sides.items():
        if text.startswith(f"{word} "):
            text, side = text.removeprefix(f"{word} "), through
    if text not in relations:
        return None
    relation, sex = relations[text]
    if side and relation == "sibling":
        relation = "half"  # a maternal brother is the mother's son
    return Relation(word=relation, side=side if relation in _SIDED else "", sex=sex)


def _of_another(text: str) -> Relation | None:
    """A tie to somebody who is named: 'father of Kai', "mother's sister"."""
    relations, _, others = _words()
    for pattern in (_OF, _WHOSE):
        found = pattern.fullmatch(text)
        if found is None or found["word"] not in others:
            continue
        word, sex = others[found["word"]]
        parent = relations.get(found["whom"], ("", Sex.UNKNOWN))[0]
        if parent in ("mother", "father"):
            return Relation(word=_BY_PARENT[word], side=parent, sex=sex)
        if parent == "subject":
            return _of_the_child(found["word"])
        return Relation(word=word, sex=sex, whom=tuple(_AND.split(found["whom"])))
    return None


def _side_in(remarks: str) -> str:
    """Through whom, as a remark says: '(father's side)', '(maternal)'."""
    if re.search(r"\b(?:maternal|mat|mother's side|mum's side)\b", remarks):
        return "mother"
    return "father" if re.search(r"\b(?:paternal|pat|father's side|dad's side)\b", remarks) else ""


def _kind(text: str) -> UnionKind:
    """How two people are together, as far as the word for one of them says."""
    if re.search(r"\b(?:ex|former|estranged|separated)\b", text):
        return UnionKind.SEPARATED
    if re.search(r"\b(?:husband|wife|spouse|civil partner)\b", text):
        return UnionKind.MARRIED
    return UnionKind.UNKNOWN


_Words = dict[str, tuple[str, Sex]]


@cache
def _words() -> tuple[_Words, dict[str, str], _Words]:
    """Words for relations to the child, for sides, and for relations to somebody named."""
    text = resources.files("genogram").joinpath("relations.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    sides = {word: side for side, several in told.pop("side").items() for word in several}
    others = told.pop("another")
    return _by_word(told), sides, _by_word(others)


def _by_word(told: dict[str, dict[str, list[str]]]) -> _Words:
    return {
        word: (relation, Sex(sex))
        for relation, by_sex in told.items()
        for sex, several in by_sex.items()
        for word in several
    }
