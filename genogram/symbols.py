"""Notation profiles: which symbol and which line says what, and the words for the key.

`uk-ics` is the set of the Integrated Children's System; where it is silent McGoldrick's symbol is
used and the key says so. `nsgc` is the pedigree standard of genetic counselling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from genogram.model import CARE_KINDS, LinkKind, Pregnancy, RelationshipKind, Sex, UnionKind


class Shape(StrEnum):
    """Outlines of person symbols."""

    SQUARE = "square"
    CIRCLE = "circle"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    CROSS = "cross"
    DOT = "dot"


class Stroke(StrEnum):
    """Kinds of line; told apart without colour."""

    PLAIN = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


SEX_SHAPE: Mapping[Sex, Shape] = {
    Sex.MALE: Shape.SQUARE,
    Sex.FEMALE: Shape.CIRCLE,
    Sex.UNKNOWN: Shape.DIAMOND,
    Sex.OTHER: Shape.DIAMOND,
}
SEX_WORDS: Mapping[Sex, str] = {
    Sex.MALE: "Male",
    Sex.FEMALE: "Female",
    Sex.UNKNOWN: "Sex not known",
    Sex.OTHER: "Another sex or gender, as recorded",
}
LINK_WORDS: Mapping[LinkKind, str] = {
    LinkKind.BIRTH: "Child by birth",
    LinkKind.ADOPTED: "Adopted child",
    LinkKind.FOSTER: "Foster placement",
    LinkKind.STEP: "Stepchild",
    LinkKind.GUARDIAN: "Special guardian or kinship carer",
    LinkKind.UNKNOWN: "Parenthood of unknown kind",
    LinkKind.DISPUTED: "Parent not certain (putative)",
}
LOSS_WORDS: Mapping[Pregnancy, str] = {
    Pregnancy.STILLBIRTH: "Stillbirth",
    Pregnancy.MISCARRIAGE: "Miscarriage",
    Pregnancy.TERMINATION: "Termination",
    Pregnancy.UNBORN: "Unborn child",
}
DONOR_WORDS = "Donor or surrogate, no partnership"
TIE_WORDS: Mapping[RelationshipKind, str] = {
    RelationshipKind.CLOSE: "Close relationship",
    RelationshipKind.CONFLICT: "Conflict",
    RelationshipKind.VIOLENCE: "Violence, abuse or neglect, towards the arrow",
    RelationshipKind.CUT_OFF: "Cut off, no contact",
    RelationshipKind.CARER: "Cares for the person at the arrow",
}


GROWN_SUBJECT = "Subject of the review"
"""What the key calls a subject who is no child."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One notation. Kinds that share a stroke and marks share one line of the key."""

    name: str
    title: str
    unions: Mapping[UnionKind, Stroke]
    union_words: Mapping[UnionKind, str]
    links: Mapping[LinkKind, Stroke]
    losses: Mapping[Pregnancy, Shape]
    subject_words: str
    home: Stroke = Stroke.DASHED  # round a household
    deceased_slash: bool = False
    kin_doubled: bool = False
    """Whether a second line joins partners who are related by blood."""
    lost_by_sex: frozenset[Pregnancy] = frozenset()
    """Losses, and an unborn child, drawn as a symbol of the sex, where that is recorded."""
    full_size: frozenset[Pregnancy] = frozenset()
    """Those as large as a person's symbol; others are smaller."""
    unborn_letter: str = ""
    struck: frozenset[Pregnancy] = frozenset()
    """Losses with the strokes of a death."""
    borrowed: frozenset[str] = field(default_factory=frozenset)  # words of symbols not its own


SLASHES: Mapping[UnionKind, int] = {UnionKind.SEPARATED: 1, UnionKind.DIVORCED: 2}

_LINKS = {
    LinkKind.BIRTH: Stroke.PLAIN,
    LinkKind.ADOPTED: Stroke.DASHED,
    LinkKind.FOSTER: Stroke.DOTTED,
    LinkKind.STEP: Stroke.DOTTED,
    LinkKind.GUARDIAN: Stroke.DOTTED,
    LinkKind.UNKNOWN: Stroke.PLAIN,
    LinkKind.DISPUTED: Stroke.DASHED,
}
# Letters at a child's line, so that no two kinds differ by the stroke alone.
LINK_MARK: Mapping[LinkKind, str] = {
    LinkKind.ADOPTED: "A",
    LinkKind.FOSTER: "F",
    LinkKind.STEP: "S",
    LinkKind.GUARDIAN: "G",
    LinkKind.UNKNOWN: "?",
    LinkKind.DISPUTED: "?",
}
# What stands at a partner line that is no plain partnership.
UNION_MARK: Mapping[UnionKind, str] = {UnionKind.UNKNOWN: "?", UnionKind.DONOR: "D"}
_PLAIN_UNIONS = dict.fromkeys(UnionKind, Stroke.PLAIN)

UK_ICS = Profile(
    name="uk-ics",
    title="Integrated Children's System (UK)",
    unions=_PLAIN_UNIONS | dict.fromkeys((UnionKind.BRIEF, UnionKind.DONOR), Stroke.DASHED),
    union_words={
        UnionKind.MARRIED: "Married or living together",
        UnionKind.COHABITING: "Married or living together",
        UnionKind.UNKNOWN: "Partnership, kind not recorded",
        UnionKind.BRIEF: "Transitory relationship",
        UnionKind.SEPARATED: "Separated",
        UnionKind.DIVORCED: "Divorced",
        UnionKind.DONOR: DONOR_WORDS,
    },
    # Dots are for households, so that placements are dashed, with their letter.
    links=_LINKS | dict.fromkeys(CARE_KINDS, Stroke.DASHED),
    home=Stroke.DOTTED,
    losses={
        Pregnancy.STILLBIRTH: Shape.CROSS,
        Pregnancy.MISCARRIAGE: Shape.CROSS,
        Pregnancy.TERMINATION: Shape.CROSS,
        Pregnancy.UNBORN: Shape.TRIANGLE,
    },
    subject_words="Subject child",
    borrowed=frozenset(
        {"Subject child", GROWN_SUBJECT, "Unborn child", DONOR_WORDS, *LINK_WORDS.values()}
        - {"Child by birth"}
    ),
)
MCGOLDRICK = Profile(
    name="mcgoldrick",
    title="McGoldrick",
    unions=_PLAIN_UNIONS
    | {UnionKind.BRIEF: Stroke.DOTTED, UnionKind.COHABITING: Stroke.DASHED}
    | {UnionKind.DONOR: Stroke.DOTTED},
    union_words={
        UnionKind.MARRIED: "Married",
        UnionKind.COHABITING: "Living together",
        UnionKind.UNKNOWN: "Partnership, kind not recorded",
        UnionKind.BRIEF: "Brief relationship",
        UnionKind.SEPARATED: "Separated",
        UnionKind.DIVORCED: "Divorced",
        UnionKind.DONOR: DONOR_WORDS,
    },
    links=_LINKS,
    losses={
        Pregnancy.STILLBIRTH: Shape.DIAMOND,
        Pregnancy.MISCARRIAGE: Shape.DOT,
        Pregnancy.TERMINATION: Shape.CROSS,
        Pregnancy.UNBORN: Shape.TRIANGLE,
    },
    lost_by_sex=frozenset({Pregnancy.STILLBIRTH}),
    struck=frozenset({Pregnancy.STILLBIRTH}),
    subject_words="Index person (subject child)",
    borrowed=frozenset(
        {DONOR_WORDS}
        | {LINK_WORDS[LinkKind.GUARDIAN], LINK_WORDS[LinkKind.STEP], LINK_WORDS[LinkKind.DISPUTED]}
    ),
)
NSGC = Profile(
    name="nsgc",
    title="NSGC pedigree standard",
    unions=_PLAIN_UNIONS | {UnionKind.DONOR: Stroke.DASHED},
    union_words={
        UnionKind.MARRIED: "Partners",
        UnionKind.COHABITING: "Partners",
        UnionKind.UNKNOWN: "Partnership, kind not recorded",
        UnionKind.BRIEF: "Partners",
        UnionKind.SEPARATED: "Partnership ended (separated)",
        UnionKind.DIVORCED: "Partnership ended (divorced)",
        UnionKind.DONOR: DONOR_WORDS,
    },
    links=_LINKS,
    losses={
        Pregnancy.STILLBIRTH: Shape.DIAMOND,
        Pregnancy.MISCARRIAGE: Shape.TRIANGLE,
        Pregnancy.TERMINATION: Shape.TRIANGLE,
        Pregnancy.UNBORN: Shape.DIAMOND,
    },
    lost_by_sex=frozenset({Pregnancy.STILLBIRTH, Pregnancy.UNBORN}),
    full_size=frozenset({Pregnancy.STILLBIRTH, Pregnancy.UNBORN}),
    struck=frozenset({Pregnancy.STILLBIRTH, Pregnancy.TERMINATION}),
    unborn_letter="P",
    subject_words="Subject child",
    deceased_slash=True,
    kin_doubled=True,
    borrowed=frozenset(
        {"Subject child", GROWN_SUBJECT, DONOR_WORDS, *LINK_WORDS.values()} - {"Child by birth"}
    ),
)
PROFILES: Mapping[str, Profile] = {p.name: p for p in (UK_ICS, MCGOLDRICK, NSGC)}
