"""The children whom a cell names, if it says nothing else: by name or letter, as all or twins, as
girls or boys; and whose row it is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from chronology.model import Child
from chronology.number_words import CARDINALS
from chronology.number_words import number as in_digits

_BOTH = re.compile(r"^(?:yes[\s,:(-]*)?both(?: children| kids| of them)?(?: seen)?\)?\.?$", re.I)
_NUMBERS = CARDINALS[1:8]
_ALL = re.compile(
    r"^(?:yes[\s,:(-]*)?all(?: of)?(?: the)?(?: (children|kids|them|siblings|"
    rf"\d|{'|'.join(_NUMBERS)}))?(?: (?:children|kids|of them))?(?: seen)?\)?\.?$",
    re.I,
)
_TWO = 2
# Not Y and N, which are answers.
_LETTER = re.compile(r"(?:child|sibling|young person|yp)\s+([a-mo-xz])$", re.I)
_TWINS = ("twins", "the twins", "both twins", "both the twins")


_WHOLE_LETTERS = str.maketrans({"\u0142": "l", "\u0141": "L", "\u00f8": "o", "\u00d8": "O",
                                "\u0111": "d", "\u0110": "D"})  # fmt: skip
"""Letters that Unicode does not take apart into a letter and its mark."""


def also_without_accents(label: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names, and how systems write them that know no accents: Sion for Siôn."""
    known = (label, *names)
    plain = (
        "".join(c for c in unicodedata.normalize("NFD", n) if not unicodedata.combining(c))
        for n in (name.translate(_WHOLE_LETTERS) for name in known)
    )
    return (*names, *(name for name in dict.fromkeys(plain) if name not in known))


def twins_of(children: Sequence[Child]) -> tuple[str, ...]:
    """The labels of the two children born on one day, if there are just two such."""
    days = Counter(c.born for c in children if c.born)
    twins = tuple(c.label for c in children if c.born and days[c.born] > 1)
    return twins if len(twins) == _TWO else ()


def letters_of(children: Sequence[Child]) -> dict[str, str]:
    """The letters by which cells call children whose labels are Child A, Child B ..."""
    found = [(m[1].casefold(), c.label) for c in children if (m := _LETTER.match(c.label))]
    return dict(found) if len(found) == len(children) > 1 else {}


def _means_all(text: str, children: Sequence[Child]) -> bool:
    """Whether it says all, and as many as there are: all three of four children are not named."""
    said = _ALL.match(text)
    number = (said[1] or "").casefold() if said else ""
    says = number.isdigit() or number in _NUMBERS
    counted = in_digits(number) if says else len(children)
    return bool(said) and counted == len(children) > 1


def says_several(text: str) -> bool:
    """Whether it says both or all and nothing else, of however many children."""
    return bool(_BOTH.match(text) or _ALL.match(text))


def names_in(text: str, children: Sequence[Child]) -> tuple[str, ...]:
    """The labels of the children named, if the text is nothing but their names."""
    if (_BOTH.match(text) and len(children) == _TWO) or _means_all(text, children):
        return tuple(child.label for child in children)
    bare = re.sub(
        r"\s+(?:only|seen)\s*$|^seen\s*[:-]?\s*|^only\s+", "", text.strip(" ."), flags=re.I
    )
    words = [w.strip() for w in re.split(r",|;|/|&|\band\b|\+", bare, flags=re.I) if w.strip()]
    twins = twins_of(children)
    known = {name: twins for name in _TWINS if twins} | _girls_and_boys(children)
    known |= {letter: (label,) for letter, label in letters_of(children).items()}
    known |= {name.casefold(): (c.label,) for c in children for name in c.all_names}
    labels = [known.get(word.casefold(), ()) for word in words]
    if not all(labels):
        return ()
    return tuple(dict.fromkeys(label for named in labels for label in named))


def _girls_and_boys(children: Sequence[Child]) -> dict[str, tuple[str, ...]]:
    """Whom "the girls" means, where the case says the sex of every child."""
    if not all(child.sex for child in children):
        return {}
    who = {
        word: tuple(child.label for child in children if child.sex == sex)
        for word, sex in (("girls", "F"), ("boys", "M"))
    }
    return {
        f"{before}{word}": labels
        for word, labels in who.items()
        for before in ("", "the ", "both ", "both the ", "all the ", "all ")
        if len(labels) == _TWO or (len(labels) > 1 and "both" not in before)
    }


def speaks_of(text: str, child: Child) -> bool:
    """Whether a name of the child stands in the text; a single letter is none."""
    names = "|".join(re.escape(name) for name in child.all_names if len(name) > 1)
    return bool(names) and bool(re.search(rf"\b(?:{names})\b", text, re.I))


def whose(words: Mapping[str, str], *, children: Sequence[Child], record_of: str) -> str | None:
    """The child whom an unnamed answer in a row is about, by label; None if it does not say.

    The row's own subject comes first, then the child whose record it is; among several children
    a record of anybody else's says nothing about whom it means.
    """
    if words.get("subject") and names_in(words["subject"], children):
        return own_child(words, children=children, record_of=record_of)
    if len(children) == 1:
        return children[0].label
    return own_child(words, children=children, record_of=record_of)


def own_child(words: Mapping[str, str], *, children: Sequence[Child], record_of: str) -> str | None:
    """The one child whose record a row is: named in the row, or by the case file; else None."""
    for text in (words.get("subject", ""), record_of):
        if named := names_in(text, children):
            return named[0] if len(named) == 1 else None
    subjects = [c.label for c in children if c.subject]
    return subjects[0] if record_of == "child" and len(subjects) == 1 else None
