"""The small case, in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.case_folder import case_folder
from tests.caseweave.coverage.theo import CASE, POLICE, VISITOR


@pytest.fixture
def case(tmp_path: Path) -> Path:
    files = {"health-visitor.csv": VISITOR, "police.csv": POLICE}
    return case_folder(tmp_path / "a case", CASE, files)
