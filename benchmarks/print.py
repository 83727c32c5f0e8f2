"""Word and PDF of a long chronology: seconds and memory, beside python-docx cell by cell.

Run: python benchmarks/print.py [entries]      (5,000 without a number)
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_WORDS = (
    "visit", "mother", "nursery", "asleep", "telephone", "reply", "seen", "meeting", "child",
    "review", "court", "bruise", "weight", "clinic", "letter", "school", "duty", "strategy",
    "home", "partner", "garden", "kitchen", "tired", "smiling", "health", "plan",
)  # fmt: skip
_AGENCIES = ("Police", "GP", "School", "Housing", "Health visiting", "Social care")


def submissions(folder: Path, entries: int) -> list[Path]:
    """Files of invented entries of sixty words, one for each agency."""
    chance = random.Random(1)
    paths = []
    for agency in _AGENCIES:
        path = folder / f"{agency}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(("Date", "Time", "Event", "Child seen", "Action", "Professional"))
            for _ in range(entries // len(_AGENCIES)):
                day = dt.date(2010, 1, 1) + dt.timedelta(days=chance.randint(0, 5_000))
                event = " ".join(chance.choices(_WORDS, k=60))
                table.writerow(
                    (
                        f"{day:%d/%m/%Y}",
                        "",
                        event,
                        chance.choice(("Yes", "No", "")),
                        "None",
                        "A Bright",
                    )
                )
        paths.append(path)
    return paths


def write_with(name: str, folder: Path, entries: int) -> tuple[float, float]:
    """Seconds to write, and the peak of memory in MiB of the whole process."""
    from chronology.merge import merge

    woven = merge(submissions(folder, entries))
    start = time.perf_counter()
    if name == "python-docx by cells":
        import docx

        made = docx.Document()
        table = made.add_table(rows=0, cols=8)
        for entry in woven.entries:
            for cell, words in zip(table.add_row().cells, (entry.event,) * 8, strict=True):
                cell.text = words[:60]
        made.save(str(folder / "plain.docx"))
    else:
        from chronology.exporters import write

        write(woven, folder / f"out.{name}")
    taken = time.perf_counter() - start
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Each writer in a process of its own."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    print(f"{entries} entries of 60 words")
    for name in ("docx", "python-docx by cells", "xlsx", "pdf"):
        subprocess.run([sys.executable, __file__, str(entries), name], check=True)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        with tempfile.TemporaryDirectory() as place:
            seconds, peak = write_with(sys.argv[2], Path(place), int(sys.argv[1]))
        print(f"{sys.argv[2]:<22} {seconds:6.1f} s {peak:7.0f} MiB")
    else:
        main()
