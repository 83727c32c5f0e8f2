"""The names by which the children of a case may stand in a narrative, made ready once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from chronology.model import Child
from chronology.seen.who.names import forms
from chronology.seen.wording.grammar import grammar, table_of

Names = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
_ORDER = ("compounds", "professionals", "adults", "female", "male", "strangers", "unborn", "every",
          "none", "one", "baby", "by_order", "others")  # fmt: skip
"""The lists of people.toml: of two that know the same words, the first says whom they mean."""
_GENERIC = grammar("generic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Whom a narrative may speak of."""

    subject: str
    born: tuple[str, ...]
    names: Names = field(hash=False)
    """First word of a name, in lower case -> (the words as written, label or '' for unborn)."""
    baby: str = ""
    own_record: bool = True
    adults_record: bool = False
    household: tuple[str, ...] = ()
    """The children of the household whose record it is, or of the record of several children."""
    twins: tuple[str, ...] = ()
    firsts: tuple[tuple[str, str], ...] = ()
    """The first names of those born, in lower case, with their labels."""
    by_age: tuple[str, ...] = ()
    """Those born, the eldest first; empty where a date of birth is not known."""
    ages: tuple[tuple[str, int], ...] = ()
    """How many days old those are whose date of birth is known, on the day of the entry (ages.py);
    empty where that is not known."""
    part: tuple[str, ...] = ()
    """Whom "two of the children" means, where what is said of the others tells that (partly.py)."""
    sexes: Mapping[str, str] = field(default_factory=dict, hash=False)
    """F or M by label, of those whose sex the case says (sexes.py)."""
    grown: frozenset[str] = frozenset()
    """The words of the names of the case's grown people, in lower case."""
    elders: frozenset[str] = frozenset()
    """Those of them that are in no child's name, longer than two letters."""

    @property
    def unnamed(self) -> tuple[str, ...]:
        """Whom an act without a named child is about: the child whose record it is."""
        return (self.subject,) if self.own_record and self.subject in self.born else ()


@cache
def lists() -> Names:
    """First word -> (words, list name), the longest first."""
    told = table_of("people.toml")
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in _ORDER:
        for phrase in told[kind]:
            parts = tuple(re.sub(r"\s*([-/])\s*", r" \1 ", phrase).split())
            found.setdefault(parts[0].removesuffix("'s"), []).append((parts, kind))
    return {word: tuple(sorted(items, key=lambda i: -len(i[0]))) for word, items in found.items()}


def family(
    children: Sequence[Child], subject: str, unborn: Sequence[str], record_of: str,
    grown: Sequence[str] = (),
) -> Family:  # fmt: skip
    """The names by which each child may stand in a narrative; no short one that a grown person of
    the case has."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    born = tuple(c.label for c in children if c.label not in unborn)
    firsts = [_first(c) for c in children]
    theirs = frozenset(word.casefold() for name in grown for word in name.split())
    for child in children:
        label = "" if child.label in unborn else child.label
        others = theirs | _surnames(children)
        called = [name for whole in child.all_names for name in _each_name(whole)]
        found = [alias for name in called for alias in _aliases(name, firsts, others)]
        found += _short_forms(child, children, theirs)
        initial = child.label[0]
        if (
            sum(first[0] == initial.casefold() for first in firsts) == 1
            and initial.isupper()
            and initial not in "AI"
        ):
            found.append(initial)
        for name in dict.fromkeys(found):
            parts = tuple(name.replace("-", " - ").split())
            names.setdefault(parts[0].lower(), []).append((parts, label))
    return Family(
        subject=subject,
        born=born,
        names={w: tuple(sorted(n, key=lambda p: -len(p[0]))) for w, n in names.items()},
        baby=_baby(born, subject, unborn),
        own_record=record_of == "child",
        adults_record=record_of in ("mother", "father", "parent", "adult"),
        household=_household(record_of, born),
        twins=_twins(children, born),
        firsts=tuple((f, c.label) for f, c in zip(firsts, children, strict=True)
                     if c.label in born and f not in _GENERIC),
        by_age=_by_age(children, born),
        sexes={c.label: c.sex for c in children if c.sex and c.label in born},
        grown=theirs,
        elders=frozenset(
            w for w in theirs - _words_of(children) if len(w) > _LETTERS and w not in lists()
        ),
    )  # fmt: skip


_LETTERS = 2


def _words_of(children: Sequence[Child]) -> frozenset[str]:
    return frozenset(w for c in children for name in c.all_names for w in name.casefold().split())


def _household(record_of: str, born: tuple[str, ...]) -> tuple[str, ...]:
    named = tuple(c for c in born if c in record_of.split(", "))
    return born if record_of == "household" else named


def _twins(children: Sequence[Child], born: tuple[str, ...]) -> tuple[str, ...]:
    """Whom "the twins" means: two born on one day, the two called so or Baby, or the only two."""
    days = [c.born for c in children]
    same = tuple(c.label for c in children if c.born and days.count(c.born) > 1)
    called = tuple(c for c in born if any(map(_TWIN.fullmatch, c.casefold().split())))
    babies = tuple(c for c in born if "baby" in c.casefold().split())
    alike = len(babies) == _THREE - 1 and not any(c.born for c in children if c.label in babies)
    return same or called or (born if len(born) < _THREE else babies if alike else ())


_TWIN = re.compile(r"twins?[\da-d]?")
_THREE = 3


def _by_age(children: Sequence[Child], born: Sequence[str]) -> tuple[str, ...]:
    days = {c.label: c.born for c in children if c.label in born and c.born}
    return tuple(sorted(days, key=lambda label: days[label])) if len(days) == len(born) else ()


def _baby(born: Sequence[str], subject: str, unborn: Sequence[str]) -> str:
    """Whom "the baby" means: the one called so, else the subject where no other is on the way."""
    called = next((c for c in born if "baby" in c.casefold().split()), "")
    return called or ("" if unborn else subject)


def _short_forms(child: Child, children: Sequence[Child], grown: frozenset[str]) -> list[str]:
    """What a child is called for short, where nobody else is called so."""
    if _first(child) in _GENERIC:
        return []
    others = [other for other in children if other is not child]
    taken = set(grown) | {form.casefold() for o in others for form in (_first(o), *forms(o.label))}
    taken |= {name.casefold() for o in others for name in o.names}
    return [form for form in forms(child.label) if form.casefold() not in taken]


def _without_surname(
    parts: Sequence[str], firsts: Sequence[str], others: Collection[str]
) -> list[str]:
    """ "Jaxon" and "Baby Jaxon" of Baby Jaxon M; nothing of Baby Girl M."""
    name = parts[1].casefold()
    if len(parts) < _THREE or name in _GENERIC | _REMARKS | {*others, *firsts}:
        return []
    return [parts[1], " ".join(parts[:2])] if name.isalpha() and len(name) > 1 else []


_NUMBERED = {"sibling": ("Sib",), "sib": ("Sibling",)}
"""What a child who has no name is called too: "Sib 2" of Sibling 2."""


def _first(child: Child) -> str:
    return child.label.split()[0].casefold()


def _surnames(children: Iterable[Child]) -> frozenset[str]:
    """The last words of whole names: Marlowe of Theo Marlowe, nothing of Baby J."""
    names = [name.casefold().split() for child in children for name in child.all_names]
    whole = (words for words in names if len(words) > 1 and words[0] not in _GENERIC)
    return frozenset(words[-1] for words in whole if len(words[-1]) > 1)


_BRACKETED = re.compile(r"(.+?)\s*\(([^()]+)\)$")
_REMARKS = grammar("label_remarks")


def _each_name(name: str) -> tuple[str, ...]:
    """Both names of "Child B (Kian)" and "Kian (Child B)"; "Child B (aged 5)" has one."""
    two = _BRACKETED.match(name)
    if not two:
        return (name,)
    words = [one.casefold().split() for one in two.groups()]
    called = [one[0] not in _GENERIC and not _tells_of_it(one) for one in words]
    numbered = [not known and len(one) > 1 for known, one in zip(called, words, strict=True)]
    both = any(called) and any(numbered) and two[2][0].isupper()
    return (name, *two.groups()) if both else (name, two[1])


def _tells_of_it(words: Sequence[str]) -> bool:
    """ "(aged 5)", "(Oak School)", "(mother Kay)", "(eldest)": no name of the child."""
    known = any(parts == (words[0],) for parts, _ in lists().get(words[0], ()))
    return known or not _REMARKS.isdisjoint(words)


def _aliases(name: str, firsts: Sequence[str], others: Collection[str]) -> list[str]:
    """A name, its first name where that is the child's own, and a bare initial: "H" of Child H.

    What others are called too stands for nobody: Marlowe, of Baby Marlowe whose mother is Ann
    Marlowe.
    """
    parts = name.split()
    found = [name]
    if len(parts) < 2:
        return found
    if parts[0].casefold() in _GENERIC:
        rest = parts[1]
        if not (
            parts[0].casefold() == "unborn" or rest.isdigit() or parts[-1].casefold() in others
        ):
            found.append(" ".join(parts[1:]))
            found += _without_surname(parts, firsts, others)
        if len(parts) < _THREE and rest.isdigit():
            forms_of = (parts[0], *_NUMBERED.get(parts[0].casefold(), ()))
            found += [form + space + rest for form in forms_of for space in ("", " ")]
    elif firsts.count(parts[0].casefold()) < 2:
        found.append(parts[0])
    return found
