"""Write docs/findings.md from the folders beside this file: python -m tests.errors.document

An expected.txt that is not there yet is written too, and one that has changed with --accept:
read it, then keep it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from chronology.findings import Finding
from tests.errors.running import Sample, findings_of, samples, told

PAGE = Path(__file__).resolve().parents[2] / "docs" / "findings.md"
_ABOVE = """# Findings

Every finding has a code. A finding is something for a person to look at: a prompt for professional
judgement, not a conclusion. An **error** can make a wrong record, a **warning** asks for a look, a
**note** explains how something was read. `caseweave check` lists them, `--fail-on` sets the level
at which a command ends with exit code 1.

This page is made from the examples in tests/errors by `make findings`.
"""


def page(*, accept: bool = False) -> str:
    """The whole page: each code with its severity, its meaning, and the text of its examples."""
    with tempfile.TemporaryDirectory() as scratch:
        read = [(sample, findings_of(sample, Path(scratch))) for sample in samples()]
    for sample, found in read:
        kept = sample.folder / "expected.txt"
        if accept or not kept.exists():
            kept.write_text(told(found), encoding="utf-8", newline="\n")
    parts = [
        "\n".join(_part(code, list(group)))
        for code, group in groupby(read, key=lambda pair: pair[0].code)
    ]
    return "\n".join([_ABOVE, *parts])


def _part(code: str, group: list[tuple[Sample, list[Finding]]]) -> Iterator[str]:
    levels = sorted({finding.severity.value for _, found in group for finding in found})
    yield f"## {code}\n"
    yield f"{' or '.join(levels).capitalize()}. {group[0][0].meaning}\n"
    yield "```text"
    yield "".join(told(found) for _, found in group).rstrip()
    yield "```\n"


if __name__ == "__main__":
    PAGE.write_text(page(accept="--accept" in sys.argv), encoding="utf-8", newline="\n")
