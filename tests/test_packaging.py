"""What is installed: pinned versions that agree with the lower bounds, and only what is ours."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["dev"],
]


def pinned() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if "==" in line]
    return {canonicalize_name(name): version for name, version in pins}


@pytest.mark.parametrize("needed", NEEDED)
def test_every_library_has_a_lower_bound_and_a_tested_version_above_it(needed: str) -> None:
    requirement = Requirement(needed)
    assert ">=" in [s.operator for s in requirement.specifier]
    version = pinned().get(canonicalize_name(requirement.name))
    assert version, f"constraints.txt has no {requirement.name}: run make constraints"
    assert requirement.specifier.contains(version)


def test_the_wheel_holds_the_three_packages_and_the_first_example() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["chronology", "genogram", "caseweave"]
    assert wheel["force-include"] == {"examples/harbour-lane": "caseweave/examples/harbour-lane"}, (
        "the example must be shipped where caseweave demo looks for it"
    )


def test_the_command_is_caseweave() -> None:
    assert PROJECT["project"]["scripts"] == {"caseweave": "caseweave.cli:main"}
