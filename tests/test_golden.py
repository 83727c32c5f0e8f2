"""What the example case gives has not changed unnoticed. `make golden` writes it anew."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
KEPT = sorted(path.name for path in (GOLDEN / "harbour-lane").iterdir())


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    spec = spec_from_file_location("make_golden", GOLDEN / "make.py")
    assert spec
    assert spec.loader
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return dict(made.parts())


def test_every_part_of_the_example_case_is_kept(parts: dict[str, str]) -> None:
    assert sorted(parts) == KEPT


@pytest.mark.parametrize("name", KEPT)
def test_the_example_case_gives_what_it_gave(name: str, parts: dict[str, str]) -> None:
    kept = (GOLDEN / "harbour-lane" / name).read_text(encoding="utf-8").splitlines()
    made = parts[name].splitlines()
    changed = [(old, new) for old, new in zip(kept, made, strict=False) if old != new]
    said = "meant? run make golden, read the difference, and commit it with your change"
    assert changed == [], said
    assert len(made) == len(kept), said
