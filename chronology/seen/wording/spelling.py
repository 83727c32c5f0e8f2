"""Slips of spelling in words on which it rests who was seen: "mising form home", "was nto seen".

    a word that is none of the real ones
        ---> one letter away from a decisive word, and from no other     ---> read as that word
    "nt" after a verb                                                    ---> "not"
    a name of the family with an s: "Theos"                              ---> "Theo's"
    a capital within a sentence, a letter with a mark, a prefix          ---> stays as it is

"Mr Deen", "Seán" and "unvaccinated" are no "seen" and no "vaccinated". Only what is read
changes: what is quoted stands as it was sent. Which words, in spelling.toml.
A letter put wrong, left out, put in, or two exchanged, is one step (Damerau 1964).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from chronology.seen.wording.grammar import grammar, table_of

_LONG, _SHORTEST = 9, 4
"""From how many letters on a word may be two steps away; shorter ones are not looked at."""
_PREFIX = 2
"""Letters that make another word of one they stand before: unvaccinated, redescribed."""


def as_spelt(low: Sequence[str], names: Collection[str] = (), raw: Sequence[str] = ()) -> list[str]:
    """The words of a text in lower case, slips put right; `names` are those of the family, and
    `raw` the same words as they were sent."""
    told = table_of("spelling.toml")
    verbs, after_verb = told["verbs"], told["after_verb"]
    others = {*low}.difference(names)
    meant = {word: right for word in others if (right := _meant(word))}
    owners = {word: f"{word[:-1]}'s" for word in others if _is_owners(word, names)}
    if not meant and not owners and not any(word in after_verb for word in low):
        return [*low]
    sent, found = raw or low, []
    for at, word in enumerate(low):
        before = low[at - 1] if at else ""
        right = "not" if word in after_verb and before in verbs else meant.get(word, word)
        stays = right != word and _is_name(sent, at)
        found.append(word if stays else owners.get(word, right))
    return found


def _is_name(sent: Sequence[str], at: int) -> bool:
    """Whether a word begins with a capital where no sentence begins: "met Neve", "PC NOTT"."""
    word, before = sent[at], sent[at - 1] if at else ""
    if not word[:1].isupper():
        return False
    shouted = word.isupper() and word != "NT"
    return before.lower() in grammar("titles") or (before.islower() and not shouted)


def _is_owners(word: str, names: Collection[str]) -> bool:
    """Whether a word is a name's, written without its apostrophe; "marks" and "roses" are not."""
    name = word[:-1]
    return word.endswith("s") and name in names and len(name) > 2 and name not in _also_words()


@cache
def _also_words() -> frozenset[str]:
    """Names that are words too, and words for people that name a child: "Twin 1", "Sibling 2"."""
    people = (phrase.split()[0] for told in table_of("people.toml").values() for phrase in told)
    return frozenset((*table_of("names.toml")["words"]["too"], *people))


@lru_cache(maxsize=16384)
def _meant(word: str) -> str:
    """The decisive word that a word was meant for, or an empty string."""
    told = table_of("spelling.toml")
    if word in told["slips"]:
        return str(told["slips"][word])
    letters = word.replace("'", "")
    if len(word) < _SHORTEST or not (letters.isascii() and letters.isalpha()) or word in _real():
        return ""
    if word[_PREFIX:] in told["decisive"]:
        return ""
    from rapidfuzz.distance import OSA

    steps = {right: OSA.distance(word, right, score_cutoff=2) for right in told["decisive"]}
    near = [
        r for r, n in steps.items() if n <= (2 if len(r) >= _LONG and len(word) >= _LONG else 1)
    ]
    fewest = min((steps[right] for right in near), default=0)
    nearest = [right for right in near if steps[right] == fewest]
    return nearest[0] if len(nearest) == 1 else ""


@cache
def _real() -> frozenset[str]:
    """Words of their own, and the first names that people have."""
    told = table_of("spelling.toml")
    short = table_of("names.toml")["short"]
    names = {name.lower() for name, others in short.items() for name in (name, *others)}
    return frozenset((*told["decisive"], *told["real"], *names))
