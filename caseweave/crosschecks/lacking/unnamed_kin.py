"""Relations without a name whom the genogram lacks: "his uncle", "Mum's stepfather", "her fiancé".

whose       a name, "Mum", "the boys", or "his" and "her" of whoever is meant
relation    a word of words.toml, with "baby", "older" and the like, which tell of an age

Children, brothers, sisters, step-parents and partners are asked of anybody; the further kin of a
grown-up, whom few genograms show, only where they live with, mind or visit the family.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.homes.households import alive
from caseweave.crosschecks.lacking.unnamed_partners import sex_told
from caseweave.crosschecks.people import Known, drawn_of
from caseweave.crosschecks.rows import Row, sentence
from caseweave.crosschecks.who.kin_words import NAME, any_of, owner_word, relation_of, sex_of
from caseweave.crosschecks.who.kinship import parents, partners, together
from caseweave.crosschecks.who.owners import OF_A_COUPLE, named_owners, young
from caseweave.crosschecks.who.pronouns import said_of, subject_at
from caseweave.crosschecks.who.roles import related

_NEAR = frozenset([
    "son", "daughter", "brother", "sister", "half-brother", "half-sister", "stepbrother",
    "stepsister", "twin", "stepfather", "stepmother",
])  # fmt: skip
_FURTHER = frozenset([
    "uncle", "aunt", "maternal uncle", "maternal aunt", "paternal uncle", "paternal aunt",
    "cousin", "nephew", "niece", "great-uncle", "great-aunt", "grandson", "granddaughter",
])  # fmt: skip
_YOUNGER = re.compile(r"\b(?:baby|little|younger|youngest|newborn|new)\b", re.I)
_OLDER = re.compile(r"\b(?:older|elder|eldest|big|oldest|grown[- ]up)\b", re.I)
_ADJECTIVES = (
    r"(?:(?:own|new|current|live-in|then|baby|little|younger|youngest|newborn|older|elder|eldest|"
    r"oldest|big|grown[- ]up|adult|other|second|third|teenage|\d{1,2}[- ]year[- ]old)\s+)*"
)
_NONE = re.compile(
    r"\b(?:no|not|n['\u2019]t|denie[sd]|whether|if|without|former|ex|late|any|like|wants?|wish\w*|"
    r"imaginary|game|story|stor(?:y|ies)|book|film|dream\w*|would|pretend\w*|wrong|used\s+to|"
    r"as\s+a\s+child|when\s+s?he\s+was|growing\s+up)\b[^.;]{0,45}$",
    re.I,
)
_WITH_THE_FAMILY = re.compile(
    r"\b(?:liv(?:es|ing)|stay(?:s|ed|ing)|shar(?:es|ed|ing)|moved|lodg\w+|sleep\w*|slept|visit\w*|"
    r"mind(?:s|ed|ing)|collect\w*|babysit\w*|look(?:s|ed|ing)\s+after|present|came|brought|attended|"
    r"accompanied|takes?|took|care\s+of|settee|sofa|spare\s+room)\b",
    re.I,
)

_NAMED_BEFORE = re.compile(
    r"\b[A-Z][\w-]+(?:,\s+(?:\d{1,2},\s+)?|\s+\(|,?\s+(?:who\s+)?(?:is|was)\s+)$"
)


@cache
def _theirs() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?P<owner>{NAME}|{owner_word()})['\u2019]s?|\b(?P<whose>(?i:his|her))|"
        r"\b(?P<has>(?i:has|have|had))\s+(?i:an?|another|one))\s+"
        rf"(?P<kind>(?i:{_ADJECTIVES}))(?P<kin>{any_of(relation_of())})\b"
        rf"(?!s?\s+(?:and\s+)?{any_of(relation_of())}(?:s|en)?\b)"
        r"(?!-|['\u2019]s?\b|\s*,?\s*\(?(?i:(?:called|named|known\s+as|is|was|and)\s+)?"
        r"(?:(?:a|Mrs?|Ms)\s+)?[A-Z][a-z]|\s+(?i:by\s+marriage)|\s+(?i:tongue|figure|like|\w*mates?\b|\w*friends?\b))"
    )


def kin_not_in_genogram(known: Known) -> Iterator[Contradiction]:
    """A relation of somebody of the family, spoken of without a name, whom the genogram lacks."""
    for row in known.rows:
        if row.day is None:
            continue
        for found in _theirs().finditer(row.text):
            relation = relation_of()[" ".join(found["kin"].casefold().split())]
            first, last = sentence(row.text, found.start())
            before = row.text[first : found.start()]
            if _NONE.search(before) or _NAMED_BEFORE.search(before):
                continue
            near = _WITH_THE_FAMILY.search(row.text[first:last])
            owners = _owners(known, row, found)
            if owners and all(
                _lacks(known, o, relation, found["kind"], row.day, near=bool(near)) for o in owners
            ):
                yield _lacking(known, row, found, min(owners))


def _owners(known: Known, row: Row, found: re.Match[str]) -> frozenset[str]:
    if found["has"]:
        return subject_at(known, row, found.start())
    if found["whose"]:
        return said_of(known, row, found.start("whose"), sex_of(found["whose"]))
    owners = frozenset(named_owners(known, row, found))
    return owners if len(owners) < len(known.kin.people) else frozenset()


def _lacks(known: Known, owner: str, relation: str, kind: str, day: dt.date, *, near: bool) -> bool:
    """Whether somebody has none of these by the genogram, which should show them."""
    if relation in OF_A_COUPLE:
        return _lacks_partner(known, owner, relation, kind, day)
    if relation not in (_NEAR | _FURTHER if near else _NEAR):
        return False
    if relation not in ("son", "daughter") and not parents(known.kin, owner):
        return False  # the genogram tells nothing of where they come from
    have = [p for p in related(known, relation, owner) if _may_be(known, p, owner, kind, day)]
    return not have


def _lacks_partner(known: Known, owner: str, relation: str, kind: str, day: dt.date) -> bool:
    if (
        relation == "ex-partner"
        or owner in young(known)
        or together(known.kin, owner, day, sex_told(relation))
    ):
        return False
    return not (relation in ("husband", "wife") and partners(known.kin, owner)) and (
        "ex" not in kind.split()
    )


def _may_be(known: Known, person: str, owner: str, kind: str, day: dt.date) -> bool:
    """Whether one was born by then, and after (or before) the other where that is told."""
    mine, theirs = known.kin.people[owner].born, known.kin.people[person].born
    if not mine or not theirs or not mine.start or not theirs.start:
        return True
    if _YOUNGER.search(kind):
        return theirs.start >= mine.start and alive(known, person, day)
    return not _OLDER.search(kind) or theirs.start <= mine.start


def _lacking(known: Known, row: Row, found: re.Match[str], owner: str) -> Contradiction:
    words = " ".join((found["kind"] + found["kin"]).split())
    return Contradiction(
        kind="not in the genogram",
        about=f"{found['kin'].casefold()} of {owner}",
        message=f"{known.name(owner)}'s {words} is spoken of {row.dated}; the genogram has none.",
        sides=(
            quoted(row, found.span()),
            drawn_of(known, owner, f"no {words} of {known.name(owner)}"),
        ),
        remedy="Ask who this is; add them to the genogram if they belong there.",
    )
