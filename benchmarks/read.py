"""How fast workbooks are read, and in how much memory, beside pandas.read_excel on openpyxl.

    python benchmarks/read.py [FILES] [ROWS]        20 files of 5,000 rows unless said otherwise

Each file is read by both in turn, and what counts is the processor's time, whatever else the
machine does. Plain workbooks hold values only; full ones hold every kind of mark: struck words,
comments, links, merged and hidden rows, months shown as months. Memory is that of a process which
reads the files one at a time and keeps none. Needs the extra "bench".
"""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import xlsxwriter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

HEADINGS = ("Date", "Time", "Source", "Event", "Child seen", "Views", "Professional", "Action",
            "Comment")  # fmt: skip
WORDS = (
    "child", "mother", "father", "visit", "home", "seen", "nurse", "school", "said", "attended",
    "appointment", "clinic", "police", "officer", "report", "concern", "bruise", "weight", "review",
    "plan", "call", "letter", "health", "visitor", "team",
)  # fmt: skip
_PEAK = """
import resource, sys
from pathlib import Path
from chronology import importers
for name in sys.argv[1:]:
    importers.read(Path(name))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main(files: int, rows: int) -> None:
    """Print the time of each reader, their ratio, and our peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        for kind, write in (("plain", write_plain), ("full of marks", write_full)):
            paths = [Path(folder) / f"{kind.replace(' ', '-')}-{n}.xlsx" for n in range(files)]
            for number, path in enumerate(paths):
                write(path, rows, random.Random(number))
            ours, theirs = compared(paths)
            ratios = [b / a for a, b in zip(ours, theirs, strict=True)]
            print(
                f"{files} x {rows:,} rows, {kind}: ours {sum(ours):.2f} s, pandas with openpyxl "
                f"{sum(theirs):.2f} s; {median(ratios):.1f} times as fast (median of the files); "
                f"peak memory {peak(paths)} MiB"
            )


def compared(paths: list[Path]) -> tuple[list[float], list[float]]:
    """Seconds for each file, ours and theirs, read in turn."""
    import pandas

    from chronology import importers

    def theirs(path: Path) -> object:
        return pandas.read_excel(path, engine="openpyxl")

    importers.read(paths[0])
    theirs(paths[0])
    pairs = [(timed(importers.read, path), timed(theirs, path)) for path in paths]
    return [one for one, _ in pairs], [other for _, other in pairs]


def timed(read: Callable[[Path], object], path: Path) -> float:
    """Seconds of the processor's time that a read takes."""
    begun = time.process_time()
    read(path)
    return time.process_time() - begun


def peak(paths: list[Path]) -> int:
    """MiB at the most, in a process that does nothing else."""
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, *map(str, paths)],
        capture_output=True, text=True, check=True, cwd=Path(__file__).resolve().parents[1],
    )  # fmt: skip
    return int(done.stdout) // (1024 * 1024 if sys.platform == "darwin" else 1024)


def write_plain(path: Path, rows: int, chance: random.Random) -> None:
    """A workbook of values, as case systems export them."""
    with xlsxwriter.Workbook(path) as book:
        fill(book, book.add_worksheet("Chronology"), rows, chance)


def write_full(path: Path, rows: int, chance: random.Random) -> None:
    """The same with a mark on every other row or so."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Chronology")
        fill(book, sheet, rows, chance)
        struck = book.add_format({"font_strikeout": True})
        month = book.add_format({"num_format": "mmm-yy"})
        form = book.add_format()
        for row in range(2, rows, 10):
            sheet.write(row, 3, some(chance, 120), struck)
            sheet.write_rich_string(
                row + 1, 3, some(chance, 60), struck, " struck ", some(chance, 60)
            )
            sheet.write_comment(row, 5, some(chance, 10))
            sheet.write_url(row + 2, 2, f"https://records.example/{row}", None, "Letter")
            sheet.set_row(row + 3, None, None, {"hidden": True})
            sheet.write_datetime(row + 4, 0, dt.datetime(2020, 3, 1), month)
            sheet.merge_range(row + 5, 6, row + 6, 6, "A. Worker", form)
            sheet.write_formula(row + 7, 8, "=1/0", None, "#DIV/0!")


def fill(
    book: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    rows: int,
    chance: random.Random,
) -> None:
    """Rows of nine columns, some 1,500 characters each."""
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, HEADINGS)
    day = dt.datetime(2015, 1, 1)
    for row in range(1, rows + 1):
        day += dt.timedelta(days=chance.randrange(2))
        sheet.write_datetime(row, 0, day, date)
        sheet.write_row(
            row, 1,
            (
                f"{chance.randrange(8, 18):02}:{chance.randrange(60):02}",
                chance.choice(("GP record", "Letter", "Call")),
                some(chance, 120),
                chance.choice(("Yes", "No", "")),
                some(chance, 12),
                f"Worker {chance.randrange(40)}",
                some(chance, 30),
                some(chance, 60),
            ),
        )  # fmt: skip


def some(chance: random.Random, count: int) -> str:
    """Words without meaning."""
    return " ".join(chance.choices(WORDS, k=count))


if __name__ == "__main__":
    counts = [int(word) for word in sys.argv[1:]]
    main(*(counts + [20, 5000][len(counts) :]))
