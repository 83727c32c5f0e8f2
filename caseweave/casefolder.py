"""The folder in which a review lives: case.toml, family.xlsx and submissions/."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from chronology.findings import CaseweaveError
from chronology.lenses import lens_numbers
from chronology.model import NOBODY_NAMED, Case, Child, Declared, Period, Review

IGNORED_PREFIXES = ("~$", ".")
IGNORED_NAMES = {"desktop.ini", "thumbs.db"}


def read_case(folder: Path) -> tuple[Case, tuple[Path, ...]]:
    """Read case.toml and list the submissions; raises CaseweaveError in plain words."""
    told = _toml(folder / "case.toml")
    places = folder / "submissions"
    files = sorted(places.iterdir()) if places.is_dir() else []
    paths = tuple(p for p in files if p.is_file() and not _ignored(p.name))
    if not paths:
        raise CaseweaveError(
            f"{folder.name} has no submissions to merge.",
            "Put the agencies' files into its folder 'submissions'.",
        )
    return _case(told), paths


def _ignored(name: str) -> bool:
    return name.startswith(IGNORED_PREFIXES) or name.casefold() in IGNORED_NAMES


def _toml(path: Path) -> Mapping[str, Any]:
    if not path.exists():
        raise CaseweaveError(
            f"{path.parent.name} holds no case.toml.",
            "Name the files themselves, or add case.toml.",
        )
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise CaseweaveError(
            f"case.toml cannot be read: {problem}.", "Correct that line and try again."
        ) from problem


def _case(told: Mapping[str, Any]) -> Case:
    review = told.get("review", {})
    children = tuple(
        Child(
            label=str(c["label"]),
            names=tuple(c.get("names", ())),
            born=_date(c.get("born")),
            died=_date(c.get("died")),
            subject=bool(c.get("subject", False)),
        )
        for c in told.get("children", ())
    )
    return Case(
        children=children or NOBODY_NAMED,
        review=Review(
            type=str(review.get("type", "")),
            period=Period(start=_date(review.get("from")), end=_date(review.get("to"))),
            incident=_date(review.get("incident")),
        ),
        declared=tuple(_declared(s) for s in told.get("submissions", ())),
        expected=tuple(told.get("agencies", {}).get("expected", ())),
        glossary=dict(told.get("glossary", {})),
        lenses=lens_numbers(told.get("lenses", {})),
        classification=str(told.get("outputs", {}).get("classification", "")),
        draft=str(told.get("outputs", {}).get("draft", "")),
    )


def _declared(told: Mapping[str, Any]) -> Declared:
    covers = [_date(day) for day in told.get("covers", ())] or [None, None]
    supersedes = told.get("supersedes", ())
    return Declared(
        file=str(told.get("file", "")),
        agency=str(told.get("agency", "")),
        record_of=str(told.get("record_of", "")),
        covers=Period(start=covers[0], end=covers[-1]),
        supersedes=(supersedes,) if isinstance(supersedes, str) else tuple(supersedes),
        columns=dict(told.get("columns", {})),
        sheets={n: str(s.get("record_of", "")) for n, s in told.get("sheets", {}).items()},
    )


def _date(value: object) -> dt.date | None:
    """A TOML date or a quoted one as people write it; raises CaseweaveError for anything else."""
    if value in (None, ""):
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    from chronology.dates import parse_when

    when = parse_when(str(value))
    if when.start is None or when.start != when.end:
        raise CaseweaveError(
            f"case.toml: '{value}' is not a date.", "Write it as 2021-03-04 or 04/03/2021."
        )
    return when.start
