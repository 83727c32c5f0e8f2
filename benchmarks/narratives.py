"""How many narratives of about 150 words are read in a second, on one core.

python benchmarks/narratives.py [FOLDER of labelled entries]
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median

from chronology.narrative import read_narrative

WORDS = 150
PORTIONS = 5
HERE = Path(__file__).parent


def texts(folder: Path) -> list[str]:
    """Narratives of about 150 words, put together from labelled entries."""
    lines = [
        line.split("|", 3)[3].strip()
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.count("|") >= 3 and not line.startswith("#")
    ]
    made: list[str] = []
    held: list[str] = []
    for line in lines:
        held.append(line)
        if sum(len(part.split()) for part in held) >= WORDS:
            made.append(" ".join(held))
            held = []
    return made


def main() -> None:
    """Read every narrative once, in portions, and print the median rate in processor time."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "evaluation" / "entries"
    made = texts(path)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as caseweave/cli.py does
    read_narrative("Seen.", children=("Theo", "Ruby"), subject="Theo")
    rates = []
    for number in range(PORTIONS):
        portion = made[number::PORTIONS]
        began = time.process_time()
        for text in portion:
            read_narrative(text, children=("Theo", "Ruby"), subject="Theo")
        rates.append(len(portion) / (time.process_time() - began))
    print(f"{median(rates):,.0f} narratives of {WORDS} words a second")


if __name__ == "__main__":
    main()
