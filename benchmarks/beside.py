"""What setting accounts beside each other adds to a merge: python benchmarks/beside.py [ROWS ...]

The files of merge.py, 20 agencies, are merged and written as a workbook twice, each time in a
process of its own: once whole, and once without ids carried on, grouping, differences, gaps,
patterns and themes, as a merge was before it compared anything. Processor seconds and their ratio.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
FILES = 20


def merged(folder: Path, *, whole: bool) -> dict[str, float]:
    """Seconds of merging and of writing."""
    import chronology.events.comparing
    from chronology.exporters import write
    from chronology.merge import merge
    from chronology.model import Case, Child, Declared

    paths = sorted(folder.glob("*.xlsx"))
    declared = tuple(Declared(file=path.name, record_of="child") for path in paths)
    case = Case(children=(Child(label="Child", subject=True),), declared=declared)
    start = time.process_time()
    if whole:
        woven = merge(paths, case)
    else:
        with patch.object(chronology.events.comparing, "set_beside", lambda woven, *_: woven):
            woven = merge(paths, case)
    middle = time.process_time()
    print(f"merged in {middle - start:.1f} s", file=sys.stderr, flush=True)
    write(woven, folder / "out" / "merged.xlsx")
    return {"merge": middle - start, "write": time.process_time() - middle}


def in_a_process(folder: Path, *, whole: bool) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--only", str(folder), "whole" if whole else "before"]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    told: dict[str, float] = json.loads(done.stdout)
    return told


def main(sizes: list[int]) -> None:
    """Print both times and their ratio for each number of rows."""
    from merge import make

    print(f"{'rows':>8} {'before: merge, write':>22} {'whole: merge, write':>22} {'times':>6}")
    for rows in sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            (folder / "out").mkdir()
            make(folder, FILES, rows // FILES)
            before, whole = (in_a_process(folder, whole=w) for w in (False, True))
            cells = [f"{t['merge']:>13.1f} s, {t['write']:.1f} s" for t in (before, whole)]
            ratio = sum(whole.values()) / sum(before.values())
            print(f"{rows:>8,} {cells[0]:>22} {cells[1]:>22} {ratio:>6.2f}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--only"]:
        print(json.dumps(merged(Path(sys.argv[2]), whole=sys.argv[3] == "whole")))
    else:
        main([int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000])
