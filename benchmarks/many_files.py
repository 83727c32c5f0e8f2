"""Reading large files at once beside one after another: python benchmarks/many_files.py [ROWS]

Six workbooks of merge.py, 500 rows each unless told otherwise, are read and merged in both ways,
five times by turns; the medians in seconds of the clock, and their ratio. What is gained is as the
machine has processors free.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
FILES, ROWS, TIMES = 6, 500, 5


def main() -> None:
    """Make the files, merge them in both ways, print the medians."""
    from merge import make

    from caseweave.case.many_files import read_files
    from chronology.merge import merge, read_in_turn

    took: dict[str, list[float]] = {"one after another": [], "at once": []}
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), FILES, int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
        paths = sorted(Path(folder).iterdir())
        for _ in range(TIMES):
            for way, reading in zip(took, (read_in_turn, read_files), strict=True):
                start = time.perf_counter()
                merge(paths, reading=reading)
                took[way].append(time.perf_counter() - start)
    turn, at_once = (median(times) for times in took.values())
    print(f"one after another {turn:.1f} s, at once {at_once:.1f} s: {turn / at_once:.2f} times as")
    print(f"quick with {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
