"""Columns Mother and Father beside people: who is named there is the parent.

Name | DOB | Mother | Father
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from chronology.findings import Severity
from genogram.formats import words
from genogram.formats.life_words import LONGEST
from genogram.formats.workbook_rows import Gathering, Line
from genogram.model import CARE_KINDS, LinkKind, Parentage, Person, Sex, Union
from genogram.view.uncertain import names_nobody

_SEX = {"mother": Sex.FEMALE, "father": Sex.MALE}
_AS_ABOVE = ("as above", "ditto", "same", "same as above", '"', "''")
_DOUBT = re.compile(
    r"\s*(?:\?|\((?:\?|putative|alleged|possible|unconfirmed|not confirmed|tbc)\))\s*$", re.I
)
_NO_NAME = re.compile(
    r"(?:not?|in|see|same|as|lives|living|died|deceased|left|yes|has|x|y)\b|[\W\d]*$", re.I
)  # Not involved, As for Kit
_YOUNGEST = 12  # years of a parent
_BESIDE = re.compile(r"\s*\([^()]*\)\s*$")


def tie_by_columns(rows: Iterable[tuple[str, Line]], gathered: Gathering) -> None:
    """Make the ties that the columns tell; `rows` are the people's ids with their lines."""
    rows = list(rows)
    lines = dict(rows)
    above: dict[str, str] = {}
    for child, line in rows:
        told = {name: line.text(name) for name in words.PARENTS if line.text(name)}
        told = {
            n: above.get(n, said) if said.casefold() in _AS_ABOVE else said
            for n, said in told.items()
        }
        above |= told
        if any(k.child == child and k.kind not in CARE_KINDS for k in gathered.parents):
            continue  # the sheet Parents tells it
        known = {name: said for name, said in told.items() if not _nobody(said)}
        parents = [_parent(said, name, child, lines, gathered) for name, said in known.items()]
        parents = [p for p in dict.fromkeys(parents) if p and p != child]
        if not parents:
            continue
        doubt = any(_DOUBT.search(said[:LONGEST]) for said in known.values())
        link = Parentage(
            child=child,
            union=_union(parents, gathered),
            kind=LinkKind.DISPUTED if doubt else LinkKind.BIRTH,
        )
        gathered.parents.append(link)
        gathered.places.put(("link", link), line.sheet, line.row)


def _nobody(said: str) -> bool:
    plain = words.plain(said).strip(" .?-")
    return plain in _AS_ABOVE or plain in (
        "",
        "deceased",
        "yes",
        "no",
        "n/k",
        "nk",
        "not known",
        "unknown",
        "not recorded",
        "none",
        "n/a",
        "tbc",
    )


def _parent(
    said: str, name: str, child: str, lines: Mapping[str, Line], gathered: Gathering
) -> str:
    """The id of whoever is named; somebody who has no row is added, with a note."""
    line = lines[child]
    narrative = len(said) > LONGEST
    said = said[:LONGEST] if narrative else _DOUBT.sub("", said)
    for told in (said, _BESIDE.sub("", said)):
        named = gathered.named(told)
        meant = {p for p in named - {child} if not _too_young(lines.get(p), line)}
        if len(meant) == 1 and not any(_may_be_sibling(lines.get(p), line, name) for p in meant):
            (identity,) = meant
            return identity if len(named) > 1 else gathered.somebody(line, told)
    if narrative or meant or names_nobody(said) or _NO_NAME.match(said):
        gathered.say(
            line,
            "relation-left-open",
            f"Under {name.capitalize()}, '{said}' is nobody in the table, or may be several.",
            "Enter it in the sheets Partnerships and Parents of a family workbook.",
            Severity.NOTE,
        )
        return ""
    taken = {p.id for p in gathered.persons}
    identity = f"{said} ({name} of {child})" if said in taken else said
    gathered.add(Person(id=identity, name=said, sex=_SEX[name]))
    gathered.places.put(("person", identity), line.sheet, line.row)
    gathered.say(
        line,
        "parent-without-row",
        f"'{said}' stands under {name.capitalize()} and has no row; added as a person.",
        "Add a row, with the date of birth if it is known.",
        Severity.NOTE,
    )
    return identity


def _too_young(other: Line | None, child: Line) -> bool:
    """Whether somebody has the parent's name and cannot be the parent: a son is called like him."""
    theirs, own = _year(other), _year(child)
    return theirs is not None and own is not None and own - theirs < _YOUNGEST


def _may_be_sibling(other: Line | None, child: Line, name: str) -> bool:
    """Whether somebody has a parent of the same name, and no births tell which of them it is."""
    same = other is not None and words.plain(other.text(name)) == words.plain(child.text(name))
    return same and None in (_year(other), _year(child))


def _year(line: Line | None) -> int | None:
    day = line.when("born").start if line and line.text("born") else None
    return day.year if day else None


def _union(partners: list[str], gathered: Gathering) -> str:
    for union in gathered.unions:
        if set(union.partners) == set(partners):
            return union.id
    made = Union(id="+".join(partners), partners=tuple(partners))
    gathered.unions.append(made)
    return made.id
