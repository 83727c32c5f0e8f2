"""Tables of family composition made and read for tests: "Jo: Mother" is a row."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import genogram
from chronology.findings import Finding
from genogram.model import Family

HEADS = ["Name", "Relationship to child", "DOB", "Address", "Legal status"]


def read(folder: Path, rows: list[list[str]]) -> tuple[Family, tuple[Finding, ...]]:
    path = folder / "composition.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return genogram.read(path)


def family_of(folder: Path, *people: str) -> tuple[Family, Counter[str]]:
    """The family for lines such as 'Kit: Subject child', and how often each finding stands."""
    rows = [line.split(": ", 1) for line in people]
    family, findings = read(folder, [HEADS[:2], *rows])
    return family, Counter(f.code for f in findings)


def ties(family: Family) -> set[tuple[str, str, str]]:
    """Child, parents in the order of their names, kind."""
    names = {p.id: p.name for p in family.persons}
    partners = {u.id: " + ".join(sorted(names[p] for p in u.partners)) for u in family.unions}
    return {(names[k.child], partners[k.union], k.kind.value) for k in family.parents}


PARENTS = ("Kit: Subject child", "Jo: Mother", "Al: Father")
