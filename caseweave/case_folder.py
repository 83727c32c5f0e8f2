"""The folder in which a review lives: case.toml, family.xlsx and submissions/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from caseweave.case.case_check import check_case
from caseweave.case.case_file import read_settings
from caseweave.case.folder_files import submitted
from chronology.columns import FIELDS
from chronology.events.lenses import lens_numbers
from chronology.findings import CaseweaveError, Finding, Severity
from chronology.model import (
    NOBODY_NAMED,
    Case,
    Child,
    Declared,
    NamedPeriod,
    Period,
    Person,
    Review,
)
from chronology.record_of import ROLES, of_several
from chronology.seen.wording.own_cues import own_cues
from chronology.values.children_named import also_without_accents, names_in


def read_case(folder: Path) -> tuple[Case, tuple[Path, ...]]:
    """Read case.toml and list the submissions; raises CaseweaveError in plain words."""
    settings, unknown = read_settings(folder / "case.toml")
    case = _case(settings)
    paths, beside = submitted(folder / "submissions")
    if not paths:
        remedy = "Put the agencies' files into its folder 'submissions'."
        why = f" {beside[0].message}" if beside else ""
        raise CaseweaveError(f"{folder.resolve().name} has no submissions to merge.{why}", remedy)
    missing = [f for d in case.declared for f in _not_there(d, paths)]
    left_open = _subjects_left_open(settings["children"], case)
    findings = (*unknown, *check_case(case), *left_open, *beside, *missing)
    return replace(case, findings=findings), paths


def _subjects_left_open(told: Sequence[Mapping[str, Any]], case: Case) -> Iterator[Finding]:
    """A note that nobody of several children is marked as the one whom the review is about."""
    about = [c.label for c in case.children if c.subject]
    if len(told) > 1 and about and not any(c.get("subject") for c in told):
        yield Finding(
            code="no-subject-child",
            severity=Severity.NOTE,
            message=f"No child is marked as the subject: the review is taken to be about "
            f"{' and '.join(about)}.",
            remedy="Write subject = true under each child whom it is about, and subject = false "
            "under the others.",
            file="case.toml",
        )


def read_declared(folder: Path) -> Case:
    """The case as its case.toml declares it, without its submissions; raises CaseweaveError."""
    settings, _ = read_settings(folder / "case.toml")
    return _case(settings)


def _case(told: Mapping[str, Any]) -> Case:
    review, outputs = told["review"], told["outputs"]
    children = tuple(
        Child(
            label=c["label"],
            names=also_without_accents(c["label"], c.get("names", ())),
            born=c.get("born"),
            died=c.get("died"),
            subject=c.get("subject", False),
            sex=c.get("sex", ""),
        )
        for c in told["children"]
    )
    if not any(c.subject for c in children):  # then those of whom the file does not say
        left_open = [len(children) == 1 or "subject" not in c for c in told["children"]]
        children = tuple(replace(c, subject=o) for c, o in zip(children, left_open, strict=True))
    return Case(
        children=children or NOBODY_NAMED,
        review=Review(
            type=review.get("type", ""),
            period=_period(review),
            incident=review.get("incident"),
            commissioned_by=review.get("commissioned_by", ""),
        ),
        declared=tuple(_declared(s, children) for s in told["submissions"]),
        expected=told["agencies"].get("expected", ()),
        glossary={k: str(v) for k, v in told["glossary"].items()},
        people=tuple(
            Person(
                label=p["label"],
                names=also_without_accents(p["label"], p.get("names", ())),
                role=p.get("role", ""),
            )
            for p in told["people"]
        ),
        periods=tuple(
            NamedPeriod(name=p["name"], period=_period(p), agencies=p.get("agencies", ()))
            for p in told["periods"]
        ),
        cues=own_cues(told["cues"]),
        lenses=lens_numbers(told["lenses"]),
        classification=outputs.get("classification", ""),
        draft=outputs.get("draft", ""),
        dated=outputs.get("date"),
        contact=outputs.get("contact", ""),
        reply_by=outputs.get("reply_by"),
    )


def _period(told: Mapping[str, Any]) -> Period:
    """From and to; raises CaseweaveError where they stand the wrong way round."""
    period = Period(start=told.get("from"), end=told.get("to"))
    if period.start and period.end and period.end < period.start:
        where = f"[[periods]] '{told['name']}'" if "name" in told else "[review]"
        raise CaseweaveError(
            f"case.toml: {where} from {period.start} comes after to {period.end}.",
            "Correct the one that is wrong, or exchange them.",
        )
    return period


def _declared(told: Mapping[str, Any], children: Sequence[Child]) -> Declared:
    start, end = told.get("covers", (None, None))
    return Declared(
        file=_file_name(told["file"]),
        agency=told.get("agency", ""),
        record_of=_record_of(told.get("record_of", ()), children, told["file"]),
        covers=Period(start=start, end=end),
        signed=told.get("signed", ""),
        supersedes=tuple(map(_file_name, told.get("supersedes", ()))),
        columns={h: _field(h, f, children) for h, f in told.get("columns", {}).items()},
        sheets={
            n: _record_of(r, children, f"{told['file']}, sheet {n},")
            for n, r in told.get("sheets", {}).items()
        },
        day_first=told.get("day_first", True),
        swapped_dates=told.get("swapped_dates", False),
    )


def _file_name(told: str) -> str:
    """The name of a submission, of which case.toml may give the folder too."""
    return Path(told.replace("\\", "/")).name


def _record_of(said: Sequence[str], children: Sequence[Child], of: str) -> str:
    """One of ROLES, or the labels of the children who are named; raises CaseweaveError."""
    if len(said) == 1 and said[0].casefold() in ("", *ROLES):
        return said[0].casefold()
    labels: list[str] = []
    for told in said:
        one = [c.label for c in children
               if told.casefold() in (n.casefold() for n in c.all_names)]  # fmt: skip
        named = one or names_in(told, children)
        if not named:
            raise CaseweaveError(
                f"case.toml: record_of = '{told}' of {of} is not known.",
                f"Write {', '.join(ROLES)}, or the label of one of the children; for a record of "
                'several children their labels, such as ["Theo", "Ruby"].'
                + (" case.toml has no child: each begins with [[children]]." * (not children)),
            )
        labels += named
    return of_several(dict.fromkeys(labels))


def _field(heading: str, field: str, children: Sequence[Child]) -> str:
    """A field of columns.toml, as child_seen:Theo for one child; raises CaseweaveError."""
    name, _, child = field.partition(":")
    named = {c.label.casefold(): c.label for c in children}
    if name not in FIELDS or (child and child.strip().casefold() not in named):
        raise CaseweaveError(
            f"case.toml: columns: '{heading}' = '{field}' is not a field.",
            f"Write one of: {', '.join(FIELDS)}; for one child add its label: child_seen:Theo.",
        )
    return f"{name}:{named[child.strip().casefold()]}" if child else name


def _not_there(declared: Declared, paths: Sequence[Path]) -> list[Finding]:
    names = {path.name for path in paths}
    return [
        Finding(
            code="submission-not-found",
            severity=Severity.WARNING,
            message=f"case.toml speaks of {file}, which is not among the submissions.",
            remedy="Check the name of the file, its ending included.",
            file=file,
        )
        for file in (declared.file, *declared.supersedes)
        if file not in names
    ]
