"""From what everybody is to the child to unions and parent links.

    maternal grandmother --+-- maternal grandfather
              +------------+-------+
        maternal uncle           mother --+-- father
                                          +--- the child, brother, sister

What a table leaves open (how two people are together, through whom an aunt is related) is left
open, each with a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from chronology.findings import Severity
from genogram.formats.relations import Relation, relation_of
from genogram.formats.workbookrows import Gathering, Line
from genogram.model import LinkKind, Parentage, Person, Sex, Union, UnionKind

_CARE = {"foster": LinkKind.FOSTER, "adopted": LinkKind.ADOPTED, "guardian": LinkKind.GUARDIAN}
_AS_CARER = {
    "foster": "a foster carer",
    "adopted": "an adoptive parent",
    "guardian": "a special guardian or kinship carer",
}
_OURS = ("subject", "sibling", "twin", "unborn")  # children of the parents in the table


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One row of the table: a person, and what they are to the child."""

    person: Person
    line: Line
    relation: Relation
    told: str = ""

    @property
    def id(self) -> str:
        """The person's id."""
        return self.person.id

    @property
    def name(self) -> str:
        """The person's name."""
        return self.person.name


@dataclass(slots=True, kw_only=True)
class Tying:
    """Ties made so far, and who has been tied."""

    gathered: Gathering
    members: list[Member]
    tied: set[str] = field(default_factory=set)

    def of(self, *words: str, side: str = "") -> list[Member]:
        """Everybody who is one of these to the child."""
        found = (m for m in self.members if m.relation.word in words)
        return [m for m in found if side in ("", m.relation.side)]

    def union(self, *members: Member, kind: UnionKind = UnionKind.UNKNOWN, called: str = "") -> str:
        """The union of one or two people, made once; the id says who they are."""
        partners = tuple(dict.fromkeys(m.id for m in members))[:2]
        self.tied |= set(partners)
        for union in self.gathered.unions:
            if set(union.partners) == set(partners):
                return union.id
        identity = called or " and ".join(partners)
        made = Union(id=identity, partners=partners, kind=kind)
        self.gathered.unions.append(made)
        if len(partners) == 2 and kind is UnionKind.UNKNOWN:
            self._how_together(members[0], members[1])
        return identity

    def child(self, member: Member, union: str, kind: LinkKind = LinkKind.BIRTH) -> None:
        """A child of a union."""
        made = Parentage(child=member.id, union=union, kind=kind)
        if made not in self.gathered.parents:
            self.gathered.parents.append(made)
        self.tied.add(member.id)

    def born_to(self, member: Member) -> list[Parentage]:
        """The ties by which somebody is a child, placements not counted."""
        kinds = (LinkKind.BIRTH, LinkKind.DISPUTED)
        return [k for k in self.gathered.parents if k.child == member.id and k.kind in kinds]

    def leave_open(self, member: Member, code: str, message: str, remedy: str) -> None:
        """Note what the table does not say."""
        self.gathered.say(member.line, code, message, remedy, Severity.NOTE)

    def _how_together(self, a: Member, b: Member) -> None:
        self.leave_open(
            b,
            "partnership-open",
            f"The table does not say how {a.name} and {b.name} are or were together.",
            "Enter it in the sheet Partnerships of a family workbook.",
        )


def tie(gathered: Gathering, members: list[Member]) -> list[Member]:
    """Make the unions and links that the table tells of; the people, with their twin group."""
    tying = Tying(gathered=gathered, members=members)
    tying.members = [_by_subject(tying, m) for m in members]
    _parents_of_others(tying)
    _parents_and_children(tying)
    _half_siblings(tying)
    _grandparents(tying)
    _carers(tying)
    _partners_of_parents(tying)
    _named(tying)
    _left_open(tying)
    return _with_twins(tying)


def _by_subject(tying: Tying, member: Member) -> Member:
    """'Father of Theo' is the father, where Theo is the child whom the table is about."""
    known = {Sex.MALE: "father", Sex.FEMALE: "mother"}.get(member.person.sex, "")
    whom = _whom(tying, member) if member.relation.word == "parent" and known else ()
    if any(m.relation.word == "subject" for m in whom):
        return replace(member, relation=replace(member.relation, word=known))
    return member


def _parents_of_others(tying: Tying) -> None:
    """A half-brother whose other parent is named has both; so has a brother, if it is said."""
    for parent in tying.of("parent", "mother", "father", "parents_partner", "step"):
        children = [c for c in _whom(tying, parent) if c.relation.word != "subject"]
        for child in children:
            known = _known_parent(tying, child, parent)
            union = tying.union(*([known] if known else []), parent)
            tying.child(child, union)


def _known_parent(tying: Tying, child: Member, other: Member) -> Member | None:
    """The parent of the subject child who is that of a half-sibling too."""
    if child.relation.word not in ("half", "sibling"):
        return None
    side = child.relation.side or ("father" if other.person.sex is Sex.FEMALE else "mother")
    return next(iter(tying.of(side)), None)


def _parents_and_children(tying: Tying) -> None:
    mothers, fathers = tying.of("mother"), tying.of("father", "putative")
    parents = [*mothers[:1], *fathers[:1]] if mothers and fathers else [*mothers, *fathers][:2]
    if not mothers and len(fathers) > 1 and any(f.relation.word == "putative" for f in fathers):
        parents = fathers[:1]
    if not parents:
        return
    union = tying.union(*parents, called="parents")
    putative = any(p.relation.word == "putative" for p in parents)
    for member in tying.of(*_OURS):
        if tying.born_to(member):
            continue
        tying.child(member, union, LinkKind.DISPUTED if putative else LinkKind.BIRTH)
        if member.relation.word in ("sibling", "unborn") and len(parents) > 1:
            tying.leave_open(
                member,
                "relation-assumed",
                f"'{member.told}' was read as a child of both parents in the table.",
                "Write half-brother or half-sister, maternal or paternal, if that is so.",
            )
    for other in fathers:
        if other not in parents:
            mine = tying.union(*mothers[:1], other)
            for member in tying.of("subject"):
                tying.child(member, mine, LinkKind.DISPUTED)


def _half_siblings(tying: Tying) -> None:
    for member in tying.of("half"):
        parent = tying.of(member.relation.side or "mother")[:1]
        if not parent or tying.born_to(member):
            continue
        tying.child(member, tying.union(*parent))
        if not member.relation.side:
            tying.leave_open(
                member,
                "relation-assumed",
                f"'{member.told}' was read as a child of {parent[0].name}; the table does not "
                "say through which parent.",
                "Write maternal or paternal before it.",
            )


def _grandparents(tying: Tying) -> None:
    for side in ("mother", "father"):
        elders = tying.of("grandparent", side=side)[:2]
        if elders:
            children = (*tying.of(side)[:1], *tying.of("parents_sibling", side=side))
            if len(elders) < 2 and not children:
                continue  # a union of one person without a child says nothing: left open
            union = tying.union(*elders, called=f"{side}'s parents")
            for member in children:
                tying.child(member, union)
            if not children:
                tying.tied -= {m.id for m in elders}


def _carers(tying: Tying) -> None:
    for word, kind in _CARE.items():
        carers = tying.of(word)[:2] or [m for m in tying.members if m.relation.care == word][:2]
        if carers:
            union = tying.union(*carers, called=f"{word} carers")
            for member in tying.of("subject"):
                tying.child(member, union, kind)
            for carer in carers:
                _also_carer(tying, carer, word)


def _also_carer(tying: Tying, member: Member, word: str) -> None:
    if member.relation.care == word:
        tying.leave_open(
            member,
            "relation-assumed",
            f"'{member.told}' was read as {_AS_CARER[word]} of the child besides.",
            "Leave the remark out if it is about another child.",
        )


def _partners_of_parents(tying: Tying) -> None:
    """A stepfather is tied to the child; a mother's partner only to the mother."""
    for member in tying.of("step", "parents_partner"):
        step = member.relation.word == "step"
        side = member.relation.side or ("father" if member.person.sex is Sex.FEMALE else "mother")
        parent = tying.of(side)[:1]
        if parent:
            union = tying.union(*parent, member, kind=member.relation.kind)
            for child in tying.of("subject") if step else ():
                tying.child(child, union, LinkKind.STEP)


def _named(tying: Tying) -> None:
    """Ties to somebody who is named in words: a partner, a child, a brother of one in the table."""
    for member in tying.of("partner", "offspring", "brother_or_sister"):
        others = list(_whom(tying, member))
        if member.relation.word == "offspring" and others:
            tying.child(member, tying.union(*others[:2]))
            continue
        for other in others:
            if member.relation.word == "partner":
                tying.union(other, member, kind=member.relation.kind)
            else:
                for link in tying.born_to(other):
                    tying.child(member, link.union)


def _whom(tying: Tying, member: Member) -> Iterator[Member]:
    """Those whom a relation names: by name, by first name, or by what they are to the child."""
    for words in member.relation.whom:
        others = [m for m in tying.members if m.id != member.id]
        meant = relation_of(words)
        found = [m for m in others if m.name.casefold() == words]
        found = found or [m for m in others if m.name.casefold().split(" ")[0] == words]
        if not found and meant.word and not meant.whom:
            sexes = (meant.sex, Sex.UNKNOWN) if meant.sex is not Sex.UNKNOWN else tuple(Sex)
            alike = (m for m in tying.of(meant.word) if m.relation.side == meant.side)
            found = [m for m in alike if m.person.sex in sexes]
        if not found:  # R, of Child R
            found = [m for m in others if m.name.casefold() == f"child {words}"]
        if len(found) == 1:
            yield found[0]


def _left_open(tying: Tying) -> None:
    for member in tying.members:
        whom = member.relation.whom if member.id in tying.tied else ()
        for words in whom if len(list(_whom(tying, member))) < len(whom) else ():
            alone = replace(member, relation=replace(member.relation, whom=(words,)))
            if not list(_whom(tying, alone)):
                tying.leave_open(
                    member,
                    "relation-left-open",
                    f"In '{member.told}' of {member.name}, '{words}' is nobody in the table, or "
                    "may be several.",
                    "Enter it in the sheets Partnerships and Parents of a family workbook.",
                )
        if member.id not in tying.tied:
            tying.leave_open(
                member,
                "relation-left-open",
                f"How {member.name} ('{member.told}') belongs to the family is left open.",
                "Enter it in the sheets Partnerships and Parents of a family workbook.",
            )


def _with_twins(tying: Tying) -> list[Member]:
    twins, subjects = tying.of("twin"), tying.of("subject")
    if not twins or len(subjects) != 1:
        return tying.members
    group = {m.id for m in (*twins, *subjects)}
    return [
        replace(m, person=replace(m.person, twin="twins")) if m.id in group else m
        for m in tying.members
    ]
