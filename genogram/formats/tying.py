"""From what everybody is to the child to unions and parent links.

    maternal grandmother --+-- maternal grandfather
              +------------+-------+
        maternal uncle           mother --+-- father
                                          +--- the child, brother, sister

What a table leaves open (how two people are together, through whom an aunt is related) is left
open, each with a finding.
"""

from __future__ import annotations

import re
from dataclasses import replace

from genogram.formats.other_parent import tie_as_remarked
from genogram.formats.relations import Relation, remarks_of
from genogram.formats.tying_parts import OURS, Member, Tying, named_in
from genogram.formats.workbook_rows import Gathering
from genogram.model import LinkKind, Sex, UnionKind

_CARE = {"foster": LinkKind.FOSTER, "adopted": LinkKind.ADOPTED, "guardian": LinkKind.GUARDIAN}
_ABOVE = {"parent": "grandparent", "brother_or_sister": "parents_sibling"}  # Jo's mother
# Words of whoever is no child of the parents in the table, but of the carers.
_TOO = {"adopted": ("adopted", "adoptive"), "foster": ("foster child", "child in placement"),
        "guardian": ()}  # fmt: skip
_AS_CARER = {
    "foster": "a foster carer",
    "adopted": "an adoptive parent",
    "guardian": "a special guardian or kinship carer",
}


def tie(gathered: Gathering, members: list[Member]) -> list[Member]:
    """Make the unions and links that the table tells of; the people, with their twin group."""
    tied = {p for u in gathered.unions for p in u.partners} | {k.child for k in gathered.parents}
    tying = Tying(gathered=gathered, members=members, tied=tied)
    tying.members = [_by_subject(tying, m) for m in members]
    _parents_of_others(tying)
    tie_as_remarked(tying)
    _parents_and_children(tying)
    _half_siblings(tying)
    _grandparents(tying)
    _carers(tying)
    _donors(tying)
    _partners_of_parents(tying)
    _step_kin(tying)
    _of_one_child(tying)
    _named(tying)
    _left_open(tying)
    return _with_twins(tying)


def _by_subject(tying: Tying, member: Member) -> Member:
    """'Father of Theo' is the father, where Theo is the child whom the table is about; 'father of
    Theo and Kai', where both are."""
    known = {Sex.MALE: "father", Sex.FEMALE: "mother"}.get(member.person.sex, "")
    read = member.relation
    if read.word in _ABOVE and len(read.whom) == 1:
        meant = list(named_in(tying, member))
        for side in ("mother", "father") if meant else ():
            if meant == tying.of(side):
                above = replace(read, word=_ABOVE[read.word], side=side, whom=())
                return replace(member, relation=above)
    whom = {m.id for m in named_in(tying, member)} if read.word == "parent" else set()
    of_all = whom >= {m.id for m in tying.of("subject")} if read.whom else read.word == "parent"
    if known and of_all and (whom or not read.whom):
        return replace(member, relation=replace(read, word=known))
    return member


def _parents_of_others(tying: Tying) -> None:
    """A half-brother whose other parent is named has both; so has a brother, if it is said."""
    for parent in tying.of("parent", "mother", "father", "parents_partner", "step"):
        of_all = parent.relation.word in ("mother", "father")
        children = named_in(tying, parent)
        for child in (c for c in children if not (of_all and c.relation.word == "subject")):
            known = _known_parent(tying, child, parent)
            if tying.born_to(child) and not known:
                tying.add_parent(child, parent)
                continue
            union = tying.union(*([known] if known else []), parent)
            tying.child(child, union)


def _known_parent(tying: Tying, child: Member, other: Member) -> Member | None:
    """The parent of the subject child who is that of a half-sibling too."""
    if child.relation.word == "stepsibling":
        return _only_partner(tying)
    if child.relation.word not in ("half", *OURS):
        return None
    side = child.relation.side or ("father" if other.person.sex is Sex.FEMALE else "mother")
    return next(iter(tying.of(side)), None)


def _parents_and_children(tying: Tying) -> None:
    mothers, fathers = tying.of("mother"), tying.of("father", "putative")
    either = [m for m in tying.of("parent") if not m.relation.whom]
    parents = [*mothers[:1], *fathers[:1]] if mothers and fathers else [*mothers, *fathers][:2]
    parents = [*parents, *either][:2]
    siblings = [m for m in tying.of(*OURS) if not tying.born_to(m)]
    if not parents and len(siblings) > 1:
        parents = [tying.unknown_parent(*siblings)]
    if not mothers and len(fathers) > 1 and any(f.relation.word == "putative" for f in fathers):
        parents = fathers[:1]
    if not parents or (len(parents) == 1 and all(map(tying.born_to, tying.of(*OURS)))):
        return
    kinds = [p.relation.kind for p in parents if p.relation.kind is not UnionKind.UNKNOWN]
    kind = kinds[0] if kinds else UnionKind.UNKNOWN
    union = tying.union(*parents, kind=kind, called="parents")
    putative = any(p.relation.word == "putative" for p in parents)
    for member in tying.of(*OURS):
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
        side = member.relation.side or _side_with_others(tying)
        parent = tying.of(side)[:1]
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


def _side_with_others(tying: Tying) -> str:
    """The mother's; the father's where he alone is said to have another partner."""
    others = tying.of("step", "parents_partner")
    sides = {
        m.relation.side or ("father" if m.person.sex is Sex.FEMALE else "mother") for m in others
    }
    return "father" if sides == {"father"} and tying.of("father") else "mother"


def _grandparents(tying: Tying) -> None:
    for side in ("mother", "father"):
        children = (*tying.of(side)[:1], *tying.of("parents_sibling", side=side))
        elders = tying.of("grandparent", side=side)[:2]
        if not elders and tying.of(side) and len(children) > 1:
            elders = [tying.unknown_parent(*children)]
        if elders:
            if len(elders) < 2 and not children:
                continue  # a union of one person without a child says nothing: left open
            union = tying.union(*elders, called=f"{side}'s parents")
            for member in children:
                tying.child(member, union)
            if not children:
                tying.tied -= {m.id for m in elders}


def _carers(tying: Tying) -> None:
    for word, kind in _CARE.items():
        whoms = {m.relation.whom: list[Member]() for m in tying.of(word)}
        for member in tying.of(word):
            whoms[member.relation.whom].append(member)
        besides = [m for m in tying.members if m.relation.care == word]
        others = () in whoms
        for member in besides:
            if member.relation.cared_for or not others:
                whoms.setdefault(member.relation.cared_for, []).append(member)
        for whom, carers in whoms.items():
            for_whom = replace(carers[0], relation=Relation(whom=whom))
            children = list(named_in(tying, for_whom)) if whom else tying.of("subject")
            union = tying.union(*carers[:2], called=_called(word, whom)) if children else ""
            for member in children:
                tying.child(member, union, kind)
            for carer in carers[:2]:
                _also_carer(tying, carer, word)
            for member in () if whom else tying.of("foster_or_adopted_sibling"):
                if any(told in member.told.casefold() for told in _TOO[word]):
                    tying.child(member, union, kind)
                    tying.assumed(
                        member, f"another child of {' and '.join(c.name for c in carers)}"
                    )


def _donors(tying: Tying) -> None:
    """A donor or surrogate is a parent of the child with the mother, or father, and no partner."""
    for member in tying.of("donor"):
        side = "father" if member.person.sex is Sex.FEMALE else "mother"
        if parents := tying.of(side) or tying.of("parent"):
            union = tying.union(parents[0], member, kind=UnionKind.DONOR)
            for child in tying.of("subject"):
                tying.child(child, union)
            tying.assumed(member, f"one with {parents[0].name}, of {_names(tying.of('subject'))}")


def _names(members: list[Member]) -> str:
    return " and ".join(m.name for m in members)


def _called(word: str, whom: tuple[str, ...]) -> str:
    return f"{word} carers of {' and '.join(whom)}" if whom else f"{word} carers"


def _also_carer(tying: Tying, member: Member, word: str) -> None:
    if member.relation.care == word:
        tying.leave_open(
            member,
            "relation-assumed",
            f"'{member.told}' was read as {_AS_CARER[word]} of "
            f"{' and '.join(member.relation.cared_for).title() or 'the child'} besides.",
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


def _of_one_child(tying: Tying) -> None:
    """The grandparents, aunts, half-siblings and parents' partners of one child of several."""
    for member in [m for m in tying.members if m.relation.whose]:
        parent = _parent_of(tying, member)
        if parent is None:
            continue
        above = next((link.union for link in tying.born_to(parent)), "")
        if member.relation.word == "grandparent":
            tying.add_parent(parent, member)
        elif member.relation.word == "parents_sibling":
            if not above:
                above = tying.union(tying.unknown_parent(parent, member))
                tying.child(parent, above)
            tying.child(member, above)
        elif member.relation.word == "half":
            tying.child(member, tying.union(parent))
        elif member.relation.word == "parents_partner":
            tying.union(parent, member, kind=member.relation.kind)


def _parent_of(tying: Tying, member: Member) -> Member | None:
    """The mother or father of the child whose relative somebody is."""
    sex = {"mother": Sex.FEMALE, "father": Sex.MALE}.get(member.relation.side)
    children = {m.id for m in tying.members if m.name == member.relation.whose}
    unions = {k.union for k in tying.gathered.parents if k.child in children}
    partners = {p for u in tying.gathered.unions if u.id in unions for p in u.partners}
    found = [m for m in tying.members if m.id in partners and m.person.sex is sex]
    return found[0] if len(found) == 1 else None


def _only_partner(tying: Tying) -> Member | None:
    """The partner of a parent, where the table has only one."""
    partners = tying.of("step", "parents_partner")
    return partners[0] if len(partners) == 1 else None


def _step_kin(tying: Tying) -> None:
    """A stepsister is the child of the one partner of a parent; a step-grandfather the partner of
    the one grandparent."""
    for member in tying.of("stepsibling"):
        partner = _only_partner(tying)
        if partner and not tying.born_to(member):
            tying.child(member, tying.union(partner))
            tying.assumed(member, f"a child of {partner.name}")
    for member in tying.of("step_grandparent"):
        elders = tying.of("grandparent", side=member.relation.side)
        if len(elders) == 1:
            tying.union(elders[0], member)
            tying.assumed(member, f"a partner of {elders[0].name}")


def _named(tying: Tying) -> None:
    """Ties to somebody who is named in words: a partner, a child, a brother of one in the table."""
    for member in tying.of("possible_parent"):
        for child in named_in(tying, member):
            known = tying.of("mother")[:1] if member.person.sex is not Sex.FEMALE else []
            tying.child(child, tying.union(*known, member), LinkKind.DISPUTED)
    for member in [*tying.of("partner"), *tying.of("offspring", "brother_or_sister")]:
        others = list(named_in(tying, member))
        if member.relation.word == "offspring" and others:
            tying.child(member, tying.union(*_with_the_only_partner(tying, others[:2], member)))
            continue
        for other in others:
            if member.relation.word == "partner":
                tying.union(other, member, kind=member.relation.kind)
            elif member.relation.word == "brother_or_sister":
                if not tying.born_to(other):
                    unknown = tying.unknown_parent(other, member)
                    tying.child(other, tying.union(unknown))
                for link in tying.born_to(other):
                    tying.child(member, link.union)


def _with_the_only_partner(tying: Tying, parents: list[Member], child: Member) -> list[Member]:
    """The parents of a son or daughter of the one whom the table is about: with the partner, where
    the table has one only."""
    if len(parents) > 1 or not parents[0].person.subject:
        return parents
    whom = [list(named_in(tying, m)) for m in tying.of("partner")]
    partners = [m for m, of in zip(tying.of("partner"), whom, strict=True) if of == parents]
    if len(partners) != 1:
        if parents[0].name.casefold().split()[0] not in child.told.casefold():
            tying.assumed(child, f"a child of {parents[0].name}")
        return parents
    tying.assumed(child, f"a child of {parents[0].name} and {partners[0].name}")
    return [*parents, *partners]


def _left_open(tying: Tying) -> None:
    for member in tying.members:
        whom = member.relation.whom if member.id in tying.tied else ()
        for words in whom if len(list(named_in(tying, member))) < len(whom) else ():
            alone = replace(member, relation=replace(member.relation, whom=(words,)))
            if not list(named_in(tying, alone)):
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


_TOGETHER = re.compile(
    r"(?:(?:non-?)?identical )?(?P<word>twin|triplet|quadruplet)s?\b(?: ?(?:\d|[ab]|i+))?(?:,.*)?"
)


def _with_twins(tying: Tying) -> list[Member]:
    """The people with the groups of those born together: a twin of the one child whom the table is
    about, and children of the same parents of whom a remark says it."""
    groups: dict[tuple[object, ...], list[str]] = {}
    for m in tying.of(*OURS, "half"):
        found = next(filter(None, map(_TOGETHER.fullmatch, remarks_of(m.told))), None)
        if found:
            parents = frozenset(link.union for link in tying.born_to(m))
            day = m.person.born.start if m.person.born else None
            groups.setdefault((found["word"], parents, day), []).append(m.id)
    twins, subjects = tying.of("twin"), tying.of("subject")
    if twins and len(subjects) == 1:
        groups["twins",] = [m.id for m in (*twins, *subjects)]
    group = {
        one: f"{kind[0]} {n}" if len(groups) > 1 else str(kind[0])
        for n, (kind, people) in enumerate(groups.items(), 1)
        for one in (people if len(people) > 1 else ())
    }
    return [
        replace(m, person=replace(m.person, twin=group[m.id])) if m.id in group else m
        for m in tying.members
    ]
