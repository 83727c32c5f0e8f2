"""Whose relation a word of kinship tells of: "her uncle", "the boys' uncle", "uncle Dean" alone."""

from __future__ import annotations

import re

from caseweave.crosschecks.people import Known
from caseweave.crosschecks.rows import Row, only_one
from caseweave.crosschecks.who.kin_words import OF_THE_RECORD, plain, relation_of, sex_of
from caseweave.crosschecks.who.kinship import parents, siblings
from caseweave.crosschecks.who.pronouns import said_of, subject_at
from caseweave.crosschecks.who.roles import related, subject_of
from genogram.model import Sex

OF_A_COUPLE = frozenset(["husband", "wife", "boyfriend", "girlfriend", "partner", "ex-partner"])
_OF_ANYBODY = frozenset([
    "son", "daughter", "stepson", "stepdaughter", "grandson", "granddaughter", "nephew", "niece",
    "mother-in-law", "father-in-law", "brother-in-law", "sister-in-law", "son-in-law",
    "daughter-in-law",
])  # fmt: skip
"""Said of a grown-up's as often as of a child's."""
NEAREST = frozenset([
    "mother", "father", "brother", "sister", "full brother", "full sister", "son", "daughter",
])  # fmt: skip


FIRM = NEAREST | OF_A_COUPLE | {
    "grandmother", "grandfather", "maternal grandmother", "maternal grandfather",
    "paternal grandmother", "paternal grandfather", "half-brother", "half-sister", "twin",
    "stepbrother", "stepsister", "nephew", "niece", "cousin", "aunt", "uncle", "grandson",
    "granddaughter", "mother-in-law", "father-in-law", "brother-in-law", "sister-in-law",
    "stepfather", "stepmother", "foster carer",
}  # fmt: skip
"""Which the genogram should show of two people whom it has, where it is said whose they are."""


def young(known: Known) -> tuple[str, ...]:
    """The children of the case, and their half and full brothers and sisters."""
    others = {s for c in known.children for s in siblings(known.kin, c)} - set(known.children)
    return (*known.children, *sorted(others))


def to_whom(known: Known, row: Row, found: re.Match[str], relation: str) -> tuple[str, ...]:
    """To whom: the owner if one is named or meant, else anybody it could be about."""
    if found["owner"]:
        return named_owners(known, row, found)
    mine = found.groupdict().get("mine")
    if relation in OF_A_COUPLE | _OF_ANYBODY and not mine:
        one = _the_adult(known, row, found) if relation in OF_A_COUPLE else ""
        return (one,) if one else tuple(known.kin.people)
    if not mine:
        older = {p for c in known.children for p in parents(known.kin, c)}
        return (*young(known), *(older if relation in NEAREST else ()))
    pronoun = mine.split()[0]
    if pronoun.casefold() in ("their", "the"):  # of several, named or not
        return tuple(known.kin.people)
    whose = said_of(known, row, found.start("mine"), sex_of(pronoun))
    subject = subject_of(known, row)
    if subject in known.children and sex_of(pronoun) in (None, known.kin.people[subject].sex):
        whose |= {subject}
    return tuple(sorted(whose)) or tuple(known.kin.people)


def _the_adult(known: Known, row: Row, found: re.Match[str]) -> str:
    """ "Huw seen. Wife Magda to collect him": the grown-up told of just before."""
    told = subject_at(known, row, found.start("relation")) - {row.only(*found.span("name"))}
    return only_one(told - set(young(known))) if not found.groupdict().get("pointing") else ""


HIS_OR_HER = re.compile(r"\b(his|her)\s+$", re.I)
_SEXES = (
    (re.compile(r"boy|lad", re.I), Sex.MALE),
    (re.compile(r"girl", re.I), Sex.FEMALE),
    (re.compile(r"child|kid|twin|baby|sibling|little", re.I), None),
)


def named_owners(known: Known, row: Row, found: re.Match[str]) -> tuple[str, ...]:
    """Whose relation it is: "Mia's", "the girls'", or "mother's", the mother of the children."""
    owner = row.only(*found.span("owner"))
    if owner:
        return (owner,)
    words = re.sub(r"^(?:(?:the|both|all|her|his)\s+)+", "", plain(found["owner"]))
    if re.fullmatch(OF_THE_RECORD, words):
        return tuple({subject_of(known, row)} - {""}) or tuple(known.kin.people)
    relation = relation_of().get(words, "")
    if relation and (whose := HIS_OR_HER.search(row.text[: found.start("owner")])):
        said = said_of(known, row, whose.start(1), sex_of(whose[1]))  # "her sister's partner"
        return tuple(sorted({p for o in said for p in related(known, relation, o)})) or tuple(
            known.kin.people
        )
    if relation:
        theirs = {p for c in young(known) for p in related(known, relation, c)}
        return tuple(sorted(theirs)) or tuple(known.kin.people)
    for pattern, sex in _SEXES:
        if pattern.match(words):
            fits = (s for s in young(known) if sex in (None, known.kin.people[s].sex))
            return tuple(fits) or tuple(known.kin.people)
    return tuple(known.kin.people)
