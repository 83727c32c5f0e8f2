"""Columns Mother and Father beside people: who is named there is the parent.

Name | DOB | Mother | Father
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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
_BESIDE = re.compile(r"\s*\([^()]*\)\s*$")


def tie_by_columns(rows: Iterable[tuple[str, Line]], gathered: Gathering) -> None:
    """Make the ties that the columns tell; `rows` are the people's ids with their lines."""
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
        parents = [_parent(said, name, child, line, gathered) for name, said in known.items()]
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


def _parent(said: str, name: str, child: str, line: Line, gathered: Gathering) -> str:
    """The id of whoever is named; somebody who has no row is added, with a note."""
    narrative = len(said) > LONGEST
    said = said[:LONGEST] if narrative else _DOUBT.sub("", said)
    for told in (said, _BESIDE.sub("", said)):
        meant = gathered.named(told) - {child}
        if len(meant) == 1:
            (identity,) = meant
            return identity if child in gathered.named(told) else gathered.somebody(line, told)
    if narrative or len(meant) > 1 or names_nobody(said):
        gathered.say(
            line,
            "relation-left-open",
            f"Under {name.capitalize()}, '{said}' is nobody in the table, or may be several.",
            "Enter it in the sheets Partnerships and Parents of a family workbook.",
            Severity.NOTE,
        )
        return ""
    gathered.add(Person(id=said, name=said, sex=_SEX[name]))
    gathered.places.put(("person", said), line.sheet, line.row)
    gathered.say(
        line,
        "parent-without-row",
        f"'{said}' stands under {name.capitalize()} and has no row; added as a person.",
        "Add a row, with the date of birth if it is known.",
        Severity.NOTE,
    )
    return said


def _union(partners: list[str], gathered: Gathering) -> str:
    for union in gathered.unions:
        if set(union.partners) == set(partners):
            return union.id
    made = Union(id="+".join(partners), partners=tuple(partners))
    gathered.unions.append(made)
    return made.id
