"""A family that is written as a workbook or as GEDCOM is read back as the same family."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from chronology import importers
from genogram import gedcom, tables
from genogram.model import Family
from genogram.writing import write
from tests.genogram.anyfamily import families

KINDS = (("family.xlsx", "5.5.1"), ("family.ged", "5.5.1"), ("family.ged", "7.0"))


def in_order(family: Family) -> Family:
    """The same family whose links and ties stand in one order: GEDCOM keeps them with people."""
    return replace(
        family,
        parents=tuple(sorted(family.parents, key=repr)),
        relationships=tuple(sorted(family.relationships, key=repr)),
    )


def read_back(family: Family, name: str, version: str) -> tuple[Family, set[str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        write(family, path, gedcom=version)
        if path.suffix == ".ged":
            told, findings = gedcom.read(path)
        else:
            told, findings = tables.read_tables(importers.read(path).tables, name)
    return told, {f.code for f in findings if not f.code.startswith("date-")}


@pytest.mark.parametrize(("name", "version"), KINDS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(family=families())
def test_any_family_is_read_back_the_same(name: str, version: str, family: Family) -> None:
    told, codes = read_back(family, name, version)
    assert in_order(told) == in_order(family)
    assert codes <= {"household-incomplete"}
