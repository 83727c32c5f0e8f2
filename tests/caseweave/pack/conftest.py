"""The small case, and a pack of two parts."""

from pathlib import Path

import pytest

from caseweave.pack.parts import parts
from tests.case_folder import case_folder
from tests.caseweave.pack.marsh import CASE, report


@pytest.fixture
def case(tmp_path: Path) -> Path:
    police = (
        "Date,Event,Action\n"
        "01/02/2022,Visit. Theo seen in the kitchen. Ms Marsh present. Damp in the bedroom.,None\n"
        "03/02/2022,Visit to the home. Spoke to Ms Marsh.,None\n"
    )
    return case_folder(tmp_path / "my case", CASE, {"police.csv": police})


@pytest.fixture
def written(case: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    wanted = ("integrated-chronology.xlsx", "integrated-chronology.docx")
    monkeypatch.setattr(
        "caseweave.report.parts", lambda given: tuple(p for p in parts(given) if p.name in wanted)
    )
    report(case)
    return case.parent / "pack"
