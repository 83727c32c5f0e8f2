"""A case folder as a person makes it, case.toml and the agencies' files, and commands upon it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from openpyxl.worksheet.worksheet import Worksheet

from caseweave.cli import caseweave
from chronology.findings import CaseweaveError

GP_AND_POLICE = """
[[submissions]]
file = "gp.csv"
agency = "GP"
record_of = "child"

[[submissions]]
file = "police.csv"
agency = "Police"
record_of = "household"
"""
"""A child's own record and a household's."""


def case_folder(folder: Path, toml: str, files: Mapping[str, str]) -> Path:
    """Write a case; `files` are the submissions by name."""
    (folder / "submissions").mkdir(parents=True)
    (folder / "case.toml").write_text(toml, encoding="utf-8")
    for name, text in files.items():
        (folder / "submissions" / name).write_text(text, encoding="utf-8")
    return folder


def run(*words: str | Path) -> Result:
    """A command that does what it is asked."""
    done = CliRunner().invoke(caseweave, [*map(str, words)], standalone_mode=False)
    assert done.exception is None, done.output
    return done


def refused(*words: str | Path) -> CaseweaveError:
    """What a command says that does not do what it is asked."""
    done = CliRunner().invoke(caseweave, [*map(str, words)], standalone_mode=False)
    assert isinstance(done.exception, CaseweaveError), done.output
    return done.exception


def merged(case: Path) -> dict[str, Any]:
    """The case as data."""
    run("merge", case, "-o", case / "case.json")
    told: dict[str, Any] = json.loads((case / "case.json").read_text(encoding="utf-8"))
    return told


def heads(sheet: Worksheet) -> dict[str, int]:
    """Heading -> its column."""
    return {str(cell.value): int(cell.column or 0) for cell in sheet[1]}
