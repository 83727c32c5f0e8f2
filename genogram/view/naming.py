"""Other names for people: initials or roles, in everything that a drawing says of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum

from genogram.formats.relation_words import relation_words
from genogram.formats.relations import relation_of
from genogram.model import Family, Person
from genogram.placing.lettering import clean
from genogram.view.uncertain import unidentified
from genogram.view.unnamed import called, unlike


class Names(StrEnum):
    """How people are named in the drawing."""

    NAMES = "names"
    INITIALS = "initials"
    ROLES = "roles"
    OVERVIEW = "overview"  # initials, and nothing but labels: whose numbers lead to pages


# Not anybody's name, though people without one are called so.
_COMMON = re.compile(
    "adult|adopted|adopter|aunt|baby|boy|brother|carer|child|cousin|daughter|elder|family|father|"
    "female|foster|former|friend|girl|grandad|grandfather|grandma|grandmother|grandparent|great|"
    "guardian|half|husband|infant|known|legal|lodger|male|man|maternal|member|mother|named|nephew|"
    "niece|not|of|old|older|"
    "one|parent|partner|paternal|person|sibling|sister|son|step|subject|the|twin|two|uncle|unborn|"
    "unidentified|unknown|unnamed|wife|woman|young|younger|youngest",
    re.IGNORECASE,
)
# Words beside "unknown" and those for relations that are nobody's name.
_BESIDE = re.compile(
    "a|about|adults|age|aged|aka|an|and|approximately|around|as|at|born|but|by|"
    "called|couple|dead|donor|due|ectopic|edd|expected|foetus|for|forename|from|"
    "given|her|him|his|identified|identity|in|is|k|kin|lady|living|loss|lost|men|"
    "miscarriage|mum|my|n|name|names|neighbour|new|no|n\u00e9e|or|other|out|people|"
    "possible|possibly|pregnancy|probable|probably|putative|recorded|relative|same|seen|"
    "side|sleeping|still|stillbirth|stillborn|surname|surrogate|teenage|teenager|tenant|"
    "termination|their|them|this|to|visitor|was|who|with|women|years|yet"
)
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def as_shown(family: Family, names: Names) -> Family:
    """The family under the names that the drawing shows, for whatever is written of it.

    Two with the same initials or role are numbered: rename the whole family before a part or a
    day is taken from it, and they keep their numbers. In roles and in what is said of people,
    full names are changed too, and other words of a name become its first letter. Whoever has no
    name is called by what they are in the family (unnamed.py).
    """
    if names is not Names.ROLES:
        family = called(family)
    if names is Names.NAMES or not family.named:
        return family
    words = _words_of_names(family.persons)
    told = {p.id: words(_shown_name(p, names)) for p in family.persons}
    shown = told if names is Names.OVERVIEW else unlike(told)
    full = {clean(p.name): shown[p.id] for p in family.persons if clean(p.name)}

    def said(text: str) -> str:
        text = clean(text)
        for name in sorted(full, key=len, reverse=True):
            text = text.replace(name, full[name])
        return words(text)

    return replace(
        family,
        persons=tuple(_renamed(p, shown[p.id], said) for p in family.persons),
        parents=tuple(replace(k, responsibility=said(k.responsibility)) for k in family.parents),
        relationships=tuple(
            replace(r, status=said(r.status), reference=said(r.reference), words=said(r.words))
            for r in family.relationships
        ),
        notes=tuple((person, said(text)) for person, text in family.notes),
        named=False,
    )


def _shown_name(person: Person, names: Names) -> str:
    if unidentified(person):
        return _nobody(clean(person.name))
    if names is Names.ROLES:
        return person.role or ("Subject child" if person.subject else "Family member")
    return "".join(word[0] for word in clean(person.name).split() if word[0].isalnum())


def _nobody(name: str) -> str:
    """'Unknown father', which names nobody, without what may be a name: 'Unknown male "Spider"'.

    A nickname may stand in small letters or in capitals, and first, so that only words known to be
    none stay.
    """
    return _WORD.sub(lambda found: found[0] if _is_common(found[0]) else found[0][0], name)


def _is_common(word: str) -> bool:
    """Whether a word, each part of it, is known to be nobody's name."""
    told = re.sub(r"['\u2019]s$", "", word.casefold()).split("-")
    return all(_BESIDE.fullmatch(p) or _COMMON.fullmatch(p) or p in relation_words() for p in told)


def _renamed(person: Person, name: str, said: Callable[[str], str]) -> Person:
    return replace(
        person,
        name=name,
        role="",
        labels=tuple(map(said, person.labels)),
        legal=tuple(
            replace(s, status=said(s.status), reference=said(s.reference)) for s in person.legal
        ),
        ethnicity=said(person.ethnicity),
        disability=said(person.disability),
    )


def _words_of_names(persons: Iterable[Person]) -> Callable[[str], str]:
    """What makes a first letter of every word that is part of somebody's name, but in dates; and
    of a name cut short, "Raff" for Rafferty."""
    found = {
        word
        for p in persons
        if not _called_by_relation(p)
        for word in _WORD.findall(clean(p.name))
        if len(word) >= _SHORTEST and word[0].isupper() and not _COMMON.fullmatch(word)
        if not ((p.pregnancy or unidentified(p)) and _is_common(word))
    }
    if not found:
        return lambda text: text
    short = {word[:n] for word in found for n in range(_SHORTEST, len(word))}
    found |= {word.upper() for word in found} | {word.capitalize() for word in found}
    found |= {word for word in short if not _COMMON.fullmatch(word)}
    any_of = "|".join(map(re.escape, sorted(found, key=lambda w: (-len(w), w))))
    pattern = re.compile(rf"(?<!\w)(?<!\d )({any_of})(?!\w)(?! \d{{4}})")
    return lambda text: pattern.sub(lambda match: match[1][0], text)


def _called_by_relation(person: Person) -> bool:
    """Whether somebody's name is nothing but what they are to the child: MGM."""
    return person.name == person.role and bool(relation_of(person.role).word)
