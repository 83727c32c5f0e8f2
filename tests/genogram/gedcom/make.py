"""Write NAME.expected.txt for every .ged file beside this one: python -m tests.genogram.gedcom.make

Read what changed, then keep it.
"""

from __future__ import annotations

from pathlib import Path

from genogram.formats import gedcom
from tests.genogram.familylines import told

HERE = Path(__file__).parent


def expected(path: Path) -> str:
    """What a file is read as: the family, and what there is to say about it."""
    return told(*gedcom.read(path))


if __name__ == "__main__":
    for sample in sorted(HERE.glob("*.ged")):
        kept = sample.with_suffix(".expected.txt")
        kept.write_text(expected(sample), encoding="utf-8", newline="\n")
