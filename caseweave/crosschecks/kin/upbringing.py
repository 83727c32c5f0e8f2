"""Whose child somebody is said to be: adopted, fostered, of the same father, no relation.

adopted      "Ifan was adopted at ten months", "came to the Braithwaites as a foster child"
raised by    "Huw and Magda, Temi's foster carers", "grandparents Ivy and Ted"
shared       "Cai and Temi have the same father", "Ifan has a different mum to Cai"
no relation  "Naomi is not related to either of them"

Held against the parent links: a link of birth alone bears out neither adoption nor fostering.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.people import Known, drawn_of
from caseweave.crosschecks.rows import Row, only_one, sentence
from caseweave.crosschecks.who.kin_words import NAME, owner_word, sex_of
from caseweave.crosschecks.who.kinship import parents, relations, siblings
from caseweave.crosschecks.who.owners import named_owners, young
from caseweave.crosschecks.who.pronouns import said_of
from genogram.model import LinkKind, Sex

_WHO = rf"(?P<who>{NAME}|\b(?:[Hh]e|[Ss]he)\b)"
_ADOPTED = re.compile(
    rf"{_WHO},?\s+(?i:(?:(?:who|is|was|has|been|had|also|legally|were)\s+)+)"
    r"(?P<adopted>(?i:adopted))\b(?!\s+(?i:a|an|the|this)\b)"
)
_FOSTER_CHILD = re.compile(
    rf"{_WHO}\b[^.;]{{0,50}}?\b(?i:as|is|was|,)\s+(?i:(?:a|an|the|their|her|his)\s+)"
    r"(?:(?i:former|long[- ]term)\s+)?(?P<adopted>(?i:foster\s+(?:child|placement|daughter|son)|"
    r"adopted\s+(?:child|daughter|son)))\b"
)
_SAME = re.compile(
    rf"(?P<one>{NAME})\s+(?:(?i:and|&)\s+(?P<other>{NAME})\s+(?i:(?:both\s+)?(?:have|share|had|are|"
    r"by|from|of))|(?i:has|shares|had))\s+(?i:the\s+|a\s+|an\s+)?(?P<how>(?i:same|different|separate))?"
    r"\s*(?i:birth\s+|biological\s+)?(?P<whom>(?i:father|dad|mother|mum|parent)s?)"
    rf"(?:\s+(?i:as|to|from|with)\s+(?P<also>{NAME}))?(?!['\u2019]s|\s+(?i:at|who|with))\b"
)
_UNRELATED = re.compile(
    rf"(?P<one>{NAME})\b[^.;]{{0,50}}?\b(?i:(?:is|was|are)\s+(?:not|un-?)\s?related|no\s+relation|"
    rf"no\s+blood\s+relation)\s+(?i:to\s+)?(?:either\s+of\s+)?(?P<other>{NAME}|them|him|her)"
)


@cache
def _raising() -> re.Pattern[str]:
    """ "Huw and Magda, Temi's foster carers", "she and Huw are her grandparents"."""
    words = r"(?P<what>(?i:foster\s+carers|(?:maternal\s+|paternal\s+)?grandparents|parents|"
    words += r"adoptive\s+parents|adopters))"
    whose = (
        rf"(?:(?i:the\s+)?(?P<owner>{NAME}|{owner_word()})['\u2019]s?|(?P<whose>(?i:her|his|the)))"
    )
    return re.compile(
        rf"(?P<one>{NAME}|\b[Hh]e|\b[Ss]he)\s+(?:and|&)\s+(?P<other>{NAME})"
        rf"(?:,|\s+\(|,?\s+(?i:(?:who\s+)?(?:are|were|as)))\s+{whose}\s+{words}\b(?!['\u2019])"
    )


@cache
def _couple_raising() -> re.Pattern[str]:
    """ "Temi's foster carers, Huw and Magda", "Grandparents Ivy and Ted attended"."""
    return re.compile(
        rf"(?:(?P<owner>{NAME}|{owner_word()})['\u2019]s?\s+|(?P<whose>(?i:her|his))\s+)?"
        r"\b(?P<what>(?i:foster\s+carers|(?:maternal\s+|paternal\s+)?grandparents|parents|"
        r"adoptive\s+parents|adopters))[,:]?\s+"
        rf"(?:\(\s*)?(?P<one>{NAME})\s+(?:and|&)\s+(?P<other>{NAME})(?!['\u2019]s)"
    )


def upbringings_that_differ(known: Known) -> Iterator[Contradiction]:
    """Whose child somebody is said to be where the parent links do not bear it out."""
    for row in known.rows:
        for check in (_adopted, _raised_by, _shared, _unrelated):
            yield from check(known, row)


def _adopted(known: Known, row: Row) -> Iterator[Contradiction]:
    for found in (*_ADOPTED.finditer(row.text), *_FOSTER_CHILD.finditer(row.text)):
        person = _person(known, row, found, "who")
        said = "fostered" if "foster" in found["adopted"].casefold() else "adopted"
        kinds = {link.kind for link in known.kin.raised[person]} if person else set()
        wanted = LinkKind.FOSTER if said == "fostered" else LinkKind.ADOPTED
        if kinds <= {LinkKind.BIRTH, LinkKind.STEP} and kinds and not _unsure(row, found):
            links = ", ".join(map(known.name, parents(known.kin, person)))
            yield _told(known, row, person, found, said, f"parents by birth: {links}")
        elif kinds and wanted not in kinds and not kinds & {LinkKind.UNKNOWN, LinkKind.DISPUTED}:
            has = ", ".join(sorted(k.value for k in kinds))
            yield _told(known, row, person, found, said, f"links of {has}")


_MAYBE = re.compile(r"\b(?:not|never|if|whether|may|might|be|plan\w*|hop\w+|want\w*)\b", re.I)


def _unsure(row: Row, found: re.Match[str]) -> bool:
    first, _ = sentence(row.text, found.start())
    return bool(_MAYBE.search(row.text[first : found.end()]))


_WORDS = {
    "foster carers": ("foster carer",), "grandparents": ("grandparent",), "parents": ("parent",),
    "adoptive parents": ("adoptive mother", "adoptive father"),
    "maternal grandparents": ("maternal grandmother", "maternal grandfather"),
    "paternal grandparents": ("paternal grandmother", "paternal grandfather"),
    "adopters": ("adoptive mother", "adoptive father"),
}  # fmt: skip


def _raised_by(known: Known, row: Row) -> Iterator[Contradiction]:
    for found in (*_raising().finditer(row.text), *_couple_raising().finditer(row.text)):
        both = {_person(known, row, found, group) for group in ("one", "other")}
        listed = "," in row.text[found.end("what") : found.start("one")]
        if listed and found["what"].casefold() == "parents" and both & set(young(known)):
            continue  # "seen with parents, Mia and Theo"
        if not found["owner"] and (found["whose"] or "the").casefold() == "the":
            to = frozenset(young(known))
        elif found["whose"]:
            first, _ = sentence(row.text, found.start())
            sex = sex_of(found["whose"])
            to = said_of(known, row, found.start("whose"), sex) - both
            to = to or said_of(known, row, first, sex) - both
        else:
            to = frozenset(named_owners(known, row, found))
        what = " ".join(found["what"].casefold().split())
        for group in ("one", "other"):
            person = _person(known, row, found, group)
            of = to & set(young(known)) or to
            told = {w for t in of for w in relations(known.kin, person, t)} if person else set()
            if (
                person
                and of
                and not told & set(_WORDS[what])
                and (told or not what.endswith("grandparents"))
            ):
                has = ", ".join(sorted(told)) or "nothing that makes them so"
                whose = known.name(min(of)) if len(of) == 1 else "the child"
                yield _told(known, row, person, found, f"one of {whose}'s {what}", has)


def _shared(known: Known, row: Row) -> Iterator[Contradiction]:
    for found in _SAME.finditer(row.text):
        one = row.only(*found.span("one"))
        other = next(
            (p for g in ("other", "also") if found[g] and (p := row.only(*found.span(g)))), ""
        )
        how = (found["how"] or "").casefold()
        if not one or not other or one == other or not (how or " share" in found[0]):
            continue
        if "." in row.text[found.start() : found.end()] or _unsure(row, found):
            continue
        same = how in ("same", "")
        if (true := _share(known, one, other, found["whom"].casefold())) not in (None, same):
            words = (
                f"with {'the same' if same else 'another'} {found['whom']} as {known.name(other)}"
            )
            has = "the same" if true else "another"
            yield _told(known, row, one, found, words, has)


def _share(known: Known, one: str, other: str, whom: str) -> bool | None:
    """Whether two have the same father, mother or parents; None where one's are not recorded."""
    sex = {"f": Sex.MALE, "d": Sex.MALE, "m": Sex.FEMALE}.get(whom[0])
    theirs = [
        {p for p in parents(known.kin, c) if sex in (None, known.kin.people[p].sex)}
        for c in (one, other)
    ]
    if not all(theirs):
        return None
    return theirs[0] == theirs[1] if sex is None else bool(theirs[0] & theirs[1])


def _unrelated(known: Known, row: Row) -> Iterator[Contradiction]:
    for found in _UNRELATED.finditer(row.text):
        one, other = row.only(*found.span("one")), row.only(*found.span("other"))
        blood = {*parents(known.kin, one), *siblings(known.kin, one)} if one else set()
        if other and (other in blood or one in {*parents(known.kin, other)}):
            yield _told(known, row, one, found, f"no relation of {known.name(other)}", "a relation")


def _person(known: Known, row: Row, found: re.Match[str], group: str) -> str:
    if sex := sex_of(found[group]):
        people = said_of(known, row, found.start(group), sex)
        return only_one(people)
    return row.only(*found.span(group))


def _told(
    known: Known, row: Row, person: str, found: re.Match[str], said: str, has: str
) -> Contradiction:
    return Contradiction(
        kind="relation differs",
        about=f"{person} {said}",
        message=f"{known.name(person)} is told of as {said}; the genogram has: {has}.",
        sides=(quoted(row, found.span()), drawn_of(known, person, f"{known.name(person)}: {has}")),
    )
