"""The small case in a folder, and the example case as the JSON that every command reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from caseweave import storage
from tests.case_folder import case_folder
from tests.caseweave.coverage.theo import CASE, POLICE, VISITOR
from tests.example_cases import HARBOUR_LANE, woven


@pytest.fixture
def case(tmp_path: Path) -> Path:
    files = {"health-visitor.csv": VISITOR, "police.csv": POLICE}
    return case_folder(tmp_path / "a case", CASE, files)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "case.json"
    storage.write(woven(HARBOUR_LANE), path, HARBOUR_LANE / "family.xlsx")
    return path
