"""Accounts of agencies woven, and where they differ."""

import datetime as dt
from pathlib import Path

from chronology import merge
from chronology.model import Case, Child, Chronology, Difference

THEO = Child(label="Theo", subject=True, born=dt.date(2020, 1, 10), died=dt.date(2021, 6, 1))


def woven(folder: Path, case: Case | None = None, **agencies: str) -> Chronology:
    paths = []
    for name, lines in agencies.items():
        path = folder / f"{name.replace('_', '-')}.csv"
        head = "Date,Time,Event,Child seen,Location\n"
        path.write_text(head + lines, encoding="utf-8")
        paths.append(path)
    return merge(paths, case or Case(children=(THEO,)))


def differences(chronology: Chronology, field: str) -> list[Difference]:
    return [d for d in chronology.differences if d.field == field]
