"""Every finding has its smallest input, its exact text, and its place in docs/findings.md."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.errors.codes import codes_raised
from tests.errors.document import PAGE, page
from tests.errors.running import Sample, findings_of, samples, told


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.folder.name)
def test_the_smallest_input_gives_the_exact_text(sample: Sample, tmp_path: Path) -> None:
    expected = (sample.folder / "expected.txt").read_text(encoding="utf-8")
    assert expected, "a sample without a finding shows nothing"
    found = told(findings_of(sample, tmp_path))
    assert found == expected, "if meant: python -m tests.errors.document --accept"
    assert sample.meaning


def test_the_page_of_findings_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make findings` and look at the page"


def test_every_sample_is_of_a_code_that_the_source_raises() -> None:
    raised = codes_raised()
    assert [s.code for s in samples() if not any(fnmatchcase(s.code, r) for r in raised)] == []


def test_every_code_that_the_source_raises_has_a_sample() -> None:
    shown = {sample.code for sample in samples()}
    missing = [
        f"{code} ({place})"
        for code, place in codes_raised().items()
        if not any(fnmatchcase(one, code) for one in shown)
    ]
    assert missing == [], "give each a folder in tests/errors (running.py says how)"
