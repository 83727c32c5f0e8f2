"""Run the input of one folder beside this file, and give the exact text of its findings.

tests/errors/CODE/            or CODE.another for a second way to it
    meaning.txt               what the finding means, in a sentence or two
    expected.txt              the exact text of every finding of that code
    gp.csv, family.json ...   the smallest input: agencies' files are merged, a family alone
                              is read as a genogram, case.toml makes it a case folder
    command.txt               only where that is not enough: command lines, one on a line;
                              the last one's findings count
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from caseweave.cli import caseweave
from chronology.findings import CaseweaveError, Finding, Severity, by_severity, place_of
from chronology.review.earlier_json import finding_of

HERE = Path(__file__).resolve().parent
_OURS = {"meaning.txt", "expected.txt", "command.txt"}
_FAMILIES = ("family.", "people.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One folder: its code, where it lies, and what it means."""

    code: str
    folder: Path

    @property
    def meaning(self) -> str:
        """From its own meaning.txt, or from the one of the code's first folder."""
        for folder in (self.folder, HERE / self.code):
            if (folder / "meaning.txt").exists():
                return (folder / "meaning.txt").read_text(encoding="utf-8").strip()
        raise AssertionError(f"{self.folder.name} has no meaning.txt: say what it means.")


def samples() -> list[Sample]:
    """Every folder that holds an input."""
    folders = sorted(p for p in HERE.iterdir() if p.is_dir() and p.name != "__pycache__")
    return [Sample(code=folder.name.partition(".")[0], folder=folder) for folder in folders]


def findings_of(sample: Sample, scratch: Path) -> list[Finding]:
    """The findings of the sample's code, run on a copy of its input in `scratch`."""
    place = scratch / sample.folder.name
    shutil.copytree(sample.folder, place, ignore=shutil.ignore_patterns(*_OURS))
    found = list(_run(_commands(sample, place), place))
    return [finding for finding in by_severity(found) if finding.code == sample.code]


def told(findings: list[Finding]) -> str:
    """The exact text: where, what, and what to do."""
    return "".join(_lines(finding) for finding in findings)


def _lines(finding: Finding) -> str:
    place = place_of(finding)
    remedy = f"  What to do: {finding.remedy}\n" if finding.remedy else ""
    return f"{finding.severity}: {place + ': ' if place else ''}{finding.message}\n{remedy}"


def _commands(sample: Sample, place: Path) -> list[list[str]]:
    if (sample.folder / "command.txt").exists():
        told = (sample.folder / "command.txt").read_text(encoding="utf-8").splitlines()
        return [line.split() for line in told if line.strip()]
    if (place / "case.toml").exists():
        return [["check", "."]]
    names = sorted(path.name for path in place.iterdir())
    families = [name for name in names if name.startswith(_FAMILIES)]
    return [["genogram", families[0]]] if families else [["check", *names]]


def _run(commands: list[list[str]], place: Path) -> Iterator[Finding]:
    before = Path.cwd()
    os.chdir(place)
    try:
        for number, words in enumerate(commands, start=1):
            last = number == len(commands)
            done = CliRunner().invoke(caseweave, [*words, "--json"] if last else words)
            if isinstance(done.exception, CaseweaveError):
                yield _refused(done.exception)
            elif done.exception:
                raise done.exception
            elif last:
                yield from map(finding_of, json.loads(done.stdout))
    finally:
        os.chdir(before)


def _refused(problem: CaseweaveError) -> Finding:
    return Finding(
        code="file-not-read",
        severity=Severity.ERROR,
        message=problem.message,
        remedy=problem.remedy,
    )
