"""A case folder as a person makes it: case.toml and the agencies' files."""

from collections.abc import Mapping
from pathlib import Path

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
