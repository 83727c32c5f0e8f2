"""Merge many large files beside what a user would do in pandas: python benchmarks/merge.py

Makes 20 workbooks of 5,000 rows (9 columns, 60 to 400 words of narrative each; dates as agencies
write them, one in six as text), then times, each in a process of its own, reading, merging and
writing with caseweave, and read_excel, concat, sort and to_excel with pandas. Prints the times,
their ratio, the peak memory, and the rows and dates lost by each. `--quick` makes 4 files of 500
rows. Needs pandas (`make bench` installs it).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")
ROOT = Path(__file__).parents[1]
HEADS = (
    "Date", "Time", "Source", "Event", "Child seen", "Seen alone", "Views", "Action", "Outcome",
)  # fmt: skip
SENTENCES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
DAYS = 8 * 365
# Of six dates five are real cells; the others are typed in one of these ways.
TYPED = ("%d/%m/%Y", "%d.%m.%y", "%-d %B %Y", "%d-%b-%y", "w/c %d.%m.%y", "%B %Y")


def make(folder: Path, files: int, rows: int) -> None:
    """Write the agencies' workbooks; the same numbers give the same rows."""
    import xlsxwriter

    for number in range(files):
        chance = random.Random(number)
        book = xlsxwriter.Workbook(
            str(folder / f"agency{number:02}.xlsx"),
            {"constant_memory": True, "strings_to_formulas": False},
        )
        sheet, day = book.add_worksheet("Chronology"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEADS)
        for row in range(1, rows + 1):
            date = dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(DAYS))
            if chance.random() < 5 / 6:
                sheet.write_datetime(row, 0, dt.datetime.combine(date, dt.time()), day)
            else:
                sheet.write_string(row, 0, _typed(date, chance.choice(TYPED)))
            sheet.write_row(row, 1, _cells(chance))
        book.close()


def _typed(date: dt.date, way: str) -> str:
    return date.strftime(way.replace("%-d", str(date.day)))


def _cells(chance: random.Random) -> Sequence[str]:
    seen = chance.choice(("Yes", "No", "", "Y", "n/k"))
    return (
        f"{chance.randrange(8, 20):02}:{chance.randrange(60):02}",
        f"Case note {chance.randrange(10_000)}",
        _narrative(chance, chance.randint(60, 400)),
        seen,
        chance.choice(("Yes", "No", "")) if seen == "Yes" else "",
        chance.choice(SENTENCES) if chance.random() < 0.1 else "",
        chance.choice(SENTENCES),
        chance.choice(SENTENCES)[:40],
    )


def _narrative(chance: random.Random, words: int) -> str:
    told: list[str] = []
    while len(told) < words:
        told += chance.choice(SENTENCES).split()
    return " ".join(told)


def with_caseweave(folder: Path, out: Path) -> dict[str, object]:
    """Read, merge and write with caseweave; reading alone is timed first."""
    from chronology import importers
    from chronology.exporters import write
    from chronology.merge import merge
    from chronology.model import Case, Child, Declared

    paths = sorted(folder.glob("*.xlsx"))
    case = Case(
        children=(Child(label="Child", subject=True, born=dt.date(2014, 5, 1)),),
        declared=tuple(Declared(file=p.name, record_of="child") for p in paths),
    )
    clock = Clock()
    clock.time("read", lambda: [importers.read(path) for path in paths] and None)
    woven = clock.time("read and merge", lambda: merge(paths, case))
    clock.time("write", lambda: write(woven, out))
    dated = sum(bool(e.when.start or e.when.end) for e in woven.entries)
    return {"times": clock.times, "rows": len(woven.entries), "dates": dated}


def with_pandas(folder: Path, out: Path) -> dict[str, object]:
    """What a user would do: read_excel, concat, sort by date, to_excel."""
    import pandas as pd

    paths = sorted(folder.glob("*.xlsx"))
    clock = Clock()

    def merged() -> pd.DataFrame:
        table = pd.concat(
            (pd.read_excel(path).assign(Agency=path.stem) for path in paths), ignore_index=True
        )
        table["Date"] = pd.to_datetime(
            table["Date"], dayfirst=True, errors="coerce", format="mixed"
        )
        return table.sort_values("Date")

    table = clock.time("read and merge", merged)
    clock.time("write", lambda: table.to_excel(out, index=False))
    return {"times": clock.times, "rows": len(table), "dates": int(table["Date"].notna().sum())}


class Clock:
    """Seconds of processor time by name: what else the machine does is left out."""

    def __init__(self) -> None:
        self.times: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], Result]) -> Result:
        """Do the work and note how long it took."""
        start = time.process_time()
        result = work()
        self.times[name] = time.process_time() - start
        return result


CONTENDERS = {"caseweave": with_caseweave, "pandas": with_pandas}


def peak() -> float:
    """The most memory this process has held, in MiB; 0 where the system does not say (Windows)."""
    try:
        import resource
    except ImportError:
        return 0.0
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024**2 if sys.platform == "darwin" else 1024)


def run(name: str, folder: Path) -> dict[str, object]:
    """Run one contender in a process of its own; what it measured."""
    command = [sys.executable, __file__, "--only", name, "--folder", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", cwd=ROOT)
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def show(told: dict[str, dict[str, object]], rows: int) -> None:
    """Print the measurements side by side."""
    print(f"{'':28}" + "".join(f"{name:>12}" for name in told))
    steps = ("read", "read and merge", "write")
    for step in steps:
        cells = [t["times"].get(step) for t in told.values()]
        print(
            f"{step + ', seconds':28}" + "".join(f"{c:12.1f}" if c else f"{'':12}" for c in cells)
        )
    ends = {n: t["times"]["read and merge"] + t["times"]["write"] for n, t in told.items()}
    print(f"{'end to end, seconds':28}" + "".join(f"{c:12.1f}" for c in ends.values()))
    print(f"{'peak memory, MiB':28}" + "".join(f"{t['peak']:12.0f}" for t in told.values()))
    print(f"{'rows lost':28}" + "".join(f"{rows - t['rows']:12,}" for t in told.values()))
    print(f"{'dates lost':28}" + "".join(f"{rows - t['dates']:12,}" for t in told.values()))
    print(f"\npandas / caseweave: {ends['pandas'] / ends['caseweave']:.2f} times as long")


def main() -> None:
    """Make the files, run both contenders, print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--quick", action="store_true", help="4 files of 500 rows")
    parser.add_argument("--only", choices=CONTENDERS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as caseweave/cli.py does
    if asked.only:
        out = asked.folder / "out" / f"{asked.only}.xlsx"
        out.parent.mkdir(exist_ok=True)
        print(json.dumps(CONTENDERS[asked.only](asked.folder, out) | {"peak": peak()}))
        return
    files, rows = (4, 500) if asked.quick else (asked.files, asked.rows)
    with tempfile.TemporaryDirectory() as place:
        make(Path(place), files, rows)
        size = sum(p.stat().st_size for p in Path(place).glob("*.xlsx")) / 1e6
        print(f"{files} files of {rows:,} rows, {size:.0f} MB\n")
        show({name: run(name, Path(place)) for name in CONTENDERS}, files * rows)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
