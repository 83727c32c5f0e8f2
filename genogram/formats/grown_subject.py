"""A table about a grown person: of a victim's family "son" is a child, of a child's a brother.

Relationship to victim: Son   ->   son of the victim
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from chronology.importers.rows import Table, text_of
from genogram.formats.life_words import LONGEST
from genogram.formats.relations import Relation, relation_of
from genogram.formats.workbook_rows import Line

_GROWN = r"(?:the )?(?:victim|adult|adult at risk|vulnerable adult|subject adult)"
_HEADING = re.compile(rf"relation(?:ship)? (?:to|with) {_GROWN}", re.IGNORECASE)
_SUBJECT = re.compile(_GROWN, re.IGNORECASE)
_THEIRS = re.compile(
    r"(?:ex-? ?|former |late )?(?:husband|wife|spouse|civil partner)"
    r"|(?:son|daughter)[ -]in[ -]law|grand ?-?(?:son|daughter|child)",
    re.IGNORECASE,
)
_OF_A_CHILD = ("mother", "father", "parent", "foster", "adopted", "guardian", "step")
_PARENT = 12  # years of the youngest parent
_BESIDE = re.compile(r"\s*[(\[,].*| [-\u2013\u2014] .*")


def is_of_a_grown_person(tables: Iterable[Table], rows: Iterable[Line]) -> bool:
    """Whether a heading or the subject's own row says so, or else who is told of: a husband, a
    grandson, where nobody is a child, a parent or a carer. A victim with parents may be a child;
    so is one born less than twelve years before a son."""
    rows = list(rows)
    if _too_young(rows):
        return False
    if any(
        _HEADING.fullmatch(text_of(cell.value)[:100].strip())
        for table in tables
        for row in table.rows[:30]
        for cell in row.cells
    ):
        return True
    told = [_BESIDE.sub("", line.text("relation")[:LONGEST]).strip() for line in rows]
    if any(_SUBJECT.fullmatch(words) and "adult" in words.casefold() for words in told):
        return True
    victim = any(_SUBJECT.fullmatch(words) for words in told)
    of_a_child = any(
        relation_of(words).word in _OF_A_CHILD or "child" in words.casefold().split()
        for words in told
    )
    theirs = any(_THEIRS.fullmatch(words) for words in told)
    return (victim or not of_a_child) if theirs else (victim and not of_a_child)


def _too_young(rows: Iterable[Line]) -> bool:
    """Whether the subject cannot be the parent of whoever is called a son or daughter."""
    born: dict[str, list[int]] = {"subject": [], "sibling": []}
    for line in rows:
        read = relation_of(_BESIDE.sub("", line.text("relation")[:LONGEST]).strip())
        day = line.when("born").start if line.text("born") else None
        called = line.text("relation").casefold().startswith(("son", "daughter"))
        if day and (read.word == "subject" or (read.word == "sibling" and called)):
            born[read.word].append(day.year)
    own, theirs = born.values()
    return bool(own and theirs) and min(theirs) - min(own) < _PARENT


def of_a_grown_person(told: str, name: str) -> Relation | None:
    """A child or partner of the grown person of this name; None for anybody else."""
    told = told[:LONGEST]
    found = _BESIDE.search(told)
    main, rest = (told[: found.start()], found[0]) if found else (told, "")
    read = relation_of(f"{main} of {name}{rest}")
    mine = read.word in ("offspring", "partner") and read.whom == (name.casefold(),)
    return read if mine else None
