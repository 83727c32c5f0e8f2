"""The family as recorded: people, unions, parent links, households and relationships.

No assumption of two parents, of sexes, or of one household a person. Ids are the file's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chronology.dates import When


class Sex(StrEnum):
    """As recorded; `other` is a recorded answer, `unknown` the lack of one."""

    FEMALE = "F"
    MALE = "M"
    UNKNOWN = "U"
    OTHER = "X"


class Pregnancy(StrEnum):
    """Someone who was not, or is not yet, born alive. For `unborn`, born is the date due."""

    STILLBIRTH = "stillbirth"
    MISCARRIAGE = "miscarriage"
    TERMINATION = "termination"
    UNBORN = "unborn"


class UnionKind(StrEnum):
    """What a partnership was, by its last recorded state; of a donor or surrogate there was none,
    only a child."""

    MARRIED = "married"
    COHABITING = "cohabiting"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    BRIEF = "brief"
    DONOR = "donor"
    UNKNOWN = "unknown"


PARTED = (UnionKind.SEPARATED, UnionKind.DIVORCED)
"""Kinds that say that a partnership is over."""


class LinkKind(StrEnum):
    """How a child belongs to a union."""

    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTER = "foster"
    STEP = "step"
    GUARDIAN = "guardian"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


class RelationshipKind(StrEnum):
    """Relationships worth drawing; violence runs from the first person to the second."""

    CLOSE = "close"
    CONFLICT = "conflict"
    VIOLENCE = "violence"
    CUT_OFF = "cut off"
    CARER = "carer"


# Placements and legal arrangements: drawn apart from descent.
CARE_KINDS = frozenset({LinkKind.FOSTER, LinkKind.STEP, LinkKind.GUARDIAN})
DESCENT = frozenset(LinkKind) - CARE_KINDS
# Drawn only where they are asked for; nothing else that the living have can be theirs.
LOSSES = frozenset({Pregnancy.STILLBIRTH, Pregnancy.MISCARRIAGE, Pregnancy.TERMINATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalStatus:
    """A legal status or plan in the record's words, with the time for which it held."""

    status: str
    start: When | None = None
    end: When | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person, an unknown father or a loss included. `born` of an unborn baby is the due date.

    `twin` is a group label shared by the children of one birth; `identical` is None if not known.
    """

    id: str
    name: str = ""
    sex: Sex = Sex.UNKNOWN
    born: When | None = None
    died: When | None = None
    subject: bool = False
    twin: str = ""
    identical: bool | None = None
    pregnancy: Pregnancy | None = None
    role: str = ""
    labels: tuple[str, ...] = ()
    legal: tuple[LegalStatus, ...] = ()
    ethnicity: str = ""
    disability: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """A partnership of two people, or the parenthood of one."""

    id: str
    partners: tuple[str, ...]
    kind: UnionKind = UnionKind.UNKNOWN
    start: When | None = None
    end: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parentage:
    """One child's tie to one union, with the time for which it held.

    `responsibility` says who of them has parental responsibility, in the record's words.
    """

    child: str
    union: str
    kind: LinkKind = LinkKind.BIRTH
    start: When | None = None
    end: When | None = None
    responsibility: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Residence:
    """One person's time in a household."""

    person: str
    start: When | None = None
    end: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """Who lived at one address; a person may stand in it more than once.

    `label` is what a drawing calls it (genogram/view/homes.py); no file holds it.
    """

    id: str
    address: str = ""
    label: str = ""
    members: tuple[Residence, ...] = ()

    def people(self) -> tuple[str, ...]:
        """The ids of its members, each once, in the order recorded."""
        return tuple(dict.fromkeys(member.person for member in self.members))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A tie worth drawing that is neither union nor parenthood."""

    source: str
    target: str
    kind: RelationshipKind
    start: When | None = None
    end: When | None = None
    status: str = ""
    reference: str = ""
    words: str = ""
    """The record's own word for the kind, where it is another: "sexual abuse" for violence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Everything a genogram is drawn from. `notes` stand under its drawing.

    A note is the id of whom it is about, or nothing, and what is said. `named` is False where
    initials or roles have taken the place of names (genogram/view/naming.py).
    """

    persons: tuple[Person, ...] = ()
    unions: tuple[Union, ...] = ()
    parents: tuple[Parentage, ...] = ()
    households: tuple[Household, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    named: bool = True
