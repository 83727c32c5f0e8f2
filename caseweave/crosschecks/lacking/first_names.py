"""People told of by a first name alone, in words that tie them to the family or its home.

A child's friends, and whoever any row gives for a practitioner, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caseweave.crosschecks.lacking.first_name_words import NAME, NO_NAMES, PATTERNS, STAFF_BESIDE
from caseweave.crosschecks.numbers.number_words import OF_THE_HOME
from caseweave.crosschecks.people import GROWN_UP, Known
from caseweave.crosschecks.rows import Row, sentence
from caseweave.crosschecks.who.kin_words import OF_THE_RECORD, relation_of
from caseweave.crosschecks.who.owners import young
from caseweave.crosschecks.who.pronouns import is_an_outsiders, subject_at
from caseweave.crosschecks.who.roles import subject_of

_FRIEND = re.compile(r"friend|mate|pal|buddy|associate|acquaintance|boy|girl|companion", re.I)

_OCCUPANTS = re.compile(
    r"\b(?:occupants?|household(?:\s+\w+)?|family\s+(?:composition|members|make-?up)|residents?|"
    r"siblings|(?:in|at)\s+the\s+(?:home|house|flat|"
    r"household|"
    r"property|address))\s*(?:are|is|now|:|comprises|includes|consists\s+of)[\s:]+(?P<list>[^.;]*)",
    re.I,
)


_ANOTHER_CHILD = re.compile(
    r"(?<!['\u2019]s )(?<!\bher )(?<!\bhis )(?<!\btheir )\b(?:an)?other\s+child$", re.I
)
_AT_WORK = re.compile(r"\b(?:worker|visitor|officer|nurse|SW|HV|Dr|Mrs?|Ms|Miss)\b")


def first_names(known: Known, row: Row) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Names that stand alone and mean nobody of the family: the name, what is said, where."""
    for pattern in PATTERNS:
        for found in pattern.finditer(row.text):
            if _may_be_family(known, row, found):
                said = re.sub(r"\s+", " ", found["said"].strip())
                yield found["name"], said, found.span()

    for found in _OCCUPANTS.finditer(row.text):
        for one in re.finditer(NAME, found["list"]):
            start = found.start("list") + one.start()
            told = row.text[max(0, start - 12) : start + len(one[0]) + 12]
            if _AT_WORK.search(told):
                continue
            known_one = row.named_at(start, start + len(one[0]))
            if not known_one and not NO_NAMES.match(one["name"]) and row.mentions:
                yield one["name"], "in the household", (start, start + len(one[0]))


def _may_be_family(known: Known, row: Row, found: re.Match[str]) -> bool:
    start, end = found.span("name")
    if row.named_at(start, end) or known.is_short(found["name"]):
        return False
    if NO_NAMES.match(found["name"]) or STAFF_BESIDE.match(row.text[end:]):
        return False
    if found["name"].isupper() or _also_a_word(known, found["name"]):
        return False
    told = found.groupdict()
    if _ANOTHER_CHILD.search(row.text[: found.end("said")]):  # a classmate, unless at home
        return bool(OF_THE_HOME.search(row.text[slice(*sentence(row.text, start))]))
    lover = (told.get("kin") or told.get("said") or "").casefold()
    if lover.endswith(("boyfriend", "girlfriend")) and not told.get("tie"):
        owners = subject_at(known, row, found.start())
        if owners and owners <= set(young(known)):  # a child's own
            return False
    kin = told.get("kin") or (told.get("whose") or "").casefold() in ("his", "her")
    if kin and is_an_outsiders(known, row, found.start()):
        return False
    theirs = _THEIR_KIN.search(row.text[:start])
    if theirs and is_an_outsiders(known, row, theirs.start()):  # "neighbour said her son Dean"
        return False
    if told.get("tie") is None and _A_FRIEND_IS.search(row.text[:start]):
        return False
    if told.get("tie") is None and told.get("owner") is None:
        return True
    return _of_an_adult(known, row, found) or bool(told.get("of"))


_THEIR_KIN = re.compile(
    r"\b(?:his|her|their)\s+(?:[a-z-]+\s+){0,2}(?:son|daughter|\w*brother|\w*sister|cousin|uncle|"
    r"aunt\w*|partner|\w*friend|husband|wife|ex|child|boy|girl|lad|nephew|niece|mate),?\s+$"
)
_A_FRIEND_IS = re.compile(
    r"(?:['\u2019]s?|\b(?:his|her|their|a|the))\s+(?:best\s+|school\s+)?(?:friend|classmate|peer|"
    r"neighbour),?\s+(?:called\s+)?$",
    re.I,
)


def _also_a_word(known: Known, name: str) -> bool:
    """Whether the chronology has the first word with a small letter too: "Will", "Rose" apart."""
    return f" {name.split()[0].casefold()} " in known.all_words


def _of_an_adult(known: Known, row: Row, found: re.Match[str]) -> bool:
    """Whether the one they belong to is grown up: a child's friends are no part of the family."""
    told = found.groupdict()
    friend = told.get("tie") is None or _FRIEND.search(told["tie"])
    if told.get("owner"):
        person = row.only(*found.span("owner"))
        if not person:
            owner = found["owner"].casefold()
            return owner in relation_of() or bool(re.fullmatch(OF_THE_RECORD, owner))
        return not friend or _grown(known, row, person)
    first, _ = sentence(row.text, found.start())
    before = [m.person for m in row.named_from(first, found.start("said"))]
    person = before[-1] if before else subject_of(known, row)
    if not person or (told.get("whose") or "").casefold() not in ("his", "her"):
        return False
    return not friend or _grown(known, row, person)


def _grown(known: Known, row: Row, person: str) -> bool:
    born = known.kin.people[person].born
    if born is None or born.end is None or row.day is None:
        return person not in known.children
    return row.day - born.end > GROWN_UP
