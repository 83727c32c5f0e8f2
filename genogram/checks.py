"""What does not fit in a family as recorded. Each check is one small function; none judges."""

from __future__ import annotations

from dataclasses import replace

from chronology.findings import Finding, Severity
from genogram.model import Family


def sound(family: Family, file: str = "") -> tuple[Family, tuple[Finding, ...]]:
    """Leave out what cannot be drawn (unknown or repeated ids), each with a finding."""
    findings: list[Finding] = []

    def keep(good: bool, code: str, message: str, remedy: str) -> bool:
        if not good:
            findings.append(_error(code, message, remedy, file))
        return good

    known: set[str] = set()
    persons = []
    for p in family.persons:
        if keep(p.id not in known, "person-id-repeated", *_repeated("person", p.id)):
            persons.append(p)
        known.add(p.id)
    unions, named = [], set()
    for u in family.unions:
        partners = tuple(
            p
            for p in u.partners
            if keep(p in known, "person-unknown", *_unknown("partnership", u.id, p))
        )
        if keep(u.id not in named, "union-id-repeated", *_repeated("partnership", u.id)) and keep(
            bool(partners), "union-without-partners", *_nobody(u.id)
        ):
            unions.append(replace(u, partners=partners[:2]))
            named.add(u.id)
    parents = [
        k
        for k in dict.fromkeys((k.child, k.union, k.kind) for k in family.parents)
        if keep(k[0] in known, "person-unknown", *_unknown("parent link", k[1], k[0]))
        and keep(k[1] in named, "union-unknown", *_unknown("parent link", k[0], k[1]))
    ]
    kept = set(parents)
    links, seen = [], set()
    for k in family.parents:
        key = (k.child, k.union, k.kind)
        if key in kept and (k.child, k.union) not in seen:
            links.append(k)
            seen.add((k.child, k.union))
    households = [
        replace(
            h,
            members=tuple(
                m
                for m in h.members
                if keep(m.person in known, "person-unknown", *_unknown("household", h.id, m.person))
            ),
        )
        for h in family.households
    ]
    ties = [
        r
        for r in family.relationships
        if keep(
            {r.source, r.target} <= known,
            "person-unknown",
            *_unknown("relationship", r.source, r.target),
        )
    ]
    whole = Family(
        persons=tuple(persons),
        unions=tuple(unions),
        parents=tuple(links),
        households=tuple(households),
        relationships=tuple(ties),
    )
    return whole, tuple(findings)


def _error(code: str, message: str, remedy: str, file: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, message=message, remedy=remedy, file=file)


def _repeated(what: str, identity: str) -> tuple[str, str]:
    return (
        f"The {what} '{identity}' stands there more than once; the first was kept.",
        "Give each its own id.",
    )


def _unknown(what: str, where: str, identity: str) -> tuple[str, str]:
    return (
        f"The {what} '{where}' names '{identity}', which is not in the file; it was left out.",
        "Correct the id, or add the missing row.",
    )


def _nobody(identity: str) -> tuple[str, str]:
    return (
        f"The partnership '{identity}' has no partner who is in the file; it was left out.",
        "Enter the ids of one or two people.",
    )
