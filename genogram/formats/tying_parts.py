"""What a table of family composition is tied with: its rows as people, the ties made so far, and
whom words such as "Uncle Joe" or "MGM" mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from chronology.findings import Severity
from genogram.formats.relations import Relation, relation_of
from genogram.formats.workbook_rows import Gathering, Line
from genogram.model import LinkKind, Parentage, Person, Sex, Union, UnionKind

_BEFORE_NAMES = (
    *("big", "little", "old", "young", "baby", "mr", "mrs", "ms", "miss", "dr", "nan", "nana"),
    *("nanny", "gran", "granny", "grandma", "grandad", "grandpa", "uncle", "aunt", "auntie"),
)

_GROUP = re.compile(r"(?:both |all )?(?:the )?(?P<of>twins|triplets|girls|boys)")
OURS = ("subject", "sibling", "twin", "unborn")  # children of the parents in the table


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
        """Everybody who is one of these to the child, or to all the children."""
        found = (m for m in self.members if m.relation.word in words and not m.relation.whose)
        return [m for m in found if side in ("", m.relation.side)]

    def union(self, *members: Member, kind: UnionKind = UnionKind.UNKNOWN, called: str = "") -> str:
        """The union of one or two people, made once; the id says who they are."""
        partners = tuple(dict.fromkeys(m.id for m in members))[:2]
        self.tied |= set(partners)
        for at, union in enumerate(self.gathered.unions):
            if set(union.partners) == set(partners):
                if union.kind is UnionKind.UNKNOWN is not kind:
                    self.gathered.unions[at] = replace(union, kind=kind)
                    self._said_after_all(members)
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

    def add_parent(self, child: Member, parent: Member) -> None:
        """One more parent of somebody who has none, or one."""
        (above, *_) = [link.union for link in self.born_to(child)] or [""]
        partners = next((u.partners for u in self.gathered.unions if u.id == above), ())
        if len(partners) > 1:
            return
        known = [m for m in self.members if m.id in partners]
        self.gathered.parents = [
            k for k in self.gathered.parents if (k.child, k.union) != (child.id, above)
        ]
        self.child(child, self.union(*known, parent))

    def born_to(self, member: Member) -> list[Parentage]:
        """The ties by which somebody is a child, placements not counted."""
        kinds = (LinkKind.BIRTH, LinkKind.DISPUTED)
        return [k for k in self.gathered.parents if k.child == member.id and k.kind in kinds]

    def unknown_parent(self, *children: Member) -> Member:
        """Somebody unknown to hang brothers and sisters on whose parents are not in the table."""
        names = " and ".join(c.name for c in children)
        person = Person(id=f"unknown parent of {names}", name="Unknown parent")
        self.gathered.persons.append(person)
        line = replace(children[-1].line, cells={})  # lives nowhere that is known
        made = Member(person=person, line=line, relation=Relation())
        self.members.append(made)
        self.leave_open(
            children[-1],
            "relation-assumed",
            f"The parents of {names} are not in the table; one is drawn as unknown.",
            "Add a row for a parent, if one is known.",
        )
        return made

    def assumed(self, member: Member, read: str) -> None:
        """Note what was taken for granted of somebody."""
        self.leave_open(
            member,
            "relation-assumed",
            f"'{member.told}' was read as {read}.",
            "Enter the parents in a family workbook if that is not so.",
        )

    def leave_open(self, member: Member, code: str, message: str, remedy: str) -> None:
        """Note what the table does not say."""
        self.gathered.say(member.line, code, message, remedy, Severity.NOTE)

    def _said_after_all(self, couple: Sequence[Member]) -> None:
        """Take back that the table does not say how two are together."""
        names = {m.name for m in couple}
        self.gathered.findings = [
            f
            for f in self.gathered.findings
            if f.code != "partnership-open" or not all(name in f.message for name in names)
        ]

    def _how_together(self, a: Member, b: Member) -> None:
        self.leave_open(
            b,
            "partnership-open",
            f"The table does not say how {a.name} and {b.name} are or were together.",
            "Enter it in the sheet Partnerships of a family workbook.",
        )


def named_in(tying: Tying, member: Member) -> Iterator[Member]:
    """Those whom a relation names: by name, by first name, or by what they are to the child."""
    for words in member.relation.whom:
        if group := _GROUP.fullmatch(words):
            yield from _group(tying, group["of"])
            continue
        others = [m for m in tying.members if m.id != member.id]
        meant = relation_of(words)
        found = [m for m in others if m.name.casefold() == words]
        for first in (_first_name(words), f"{words}s"):  # "Jess partner" may be Jess's
            found = found or [m for m in others if _first_name(m.name) == first]
        if not found and meant.word and not meant.whom:
            sexes = (meant.sex, Sex.UNKNOWN) if meant.sex is not Sex.UNKNOWN else tuple(Sex)
            alike = (m for m in tying.of(meant.word) if meant.side in ("", m.relation.side))
            found = [m for m in alike if m.person.sex in sexes]
        if not found:  # R, of Child R
            found = [m for m in others if m.name.casefold() == f"child {words}"]
        if len(found) == 1:
            yield found[0]


def _group(tying: Tying, called: str) -> list[Member]:
    """The children who are called the twins or the boys; nobody where that is not certain."""
    children = tying.of(*OURS, "half")
    if called in ("girls", "boys"):
        sex = Sex.FEMALE if called == "girls" else Sex.MALE
        found = [m for m in children if m.person.sex in (sex, Sex.UNKNOWN)]
        sure = all(m.person.sex is sex for m in found) and len(found) > 1
    else:
        found = [m for m in children if called[:-1] in m.told.casefold()]
        found += [m for m in tying.of("subject") if tying.of("twin") and m not in found]
        found = found or tying.of("subject")
        sure = len(found) == (2 if called == "twins" else 3)
    one_family = len({m.relation.word == "half" for m in found}) == 1
    return found if sure and one_family else []


def _first_name(name: str) -> str:
    """The first of somebody's names that is one: of Big Dave, Uncle Joe, Nan Ivy the second."""
    told = name.casefold().split()
    while len(told) > 1 and told[0] in _BEFORE_NAMES:
        told = told[1:]
    return told[0] if told else ""
