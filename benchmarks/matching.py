"""How long grouping takes as the case grows: python benchmarks/matching.py [ROWS ...]

Rows are made of the labelled cases' own words: each made entry takes the words of two rows and
some of its own, so that events, agencies and rare words turn up as they do in real cases.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from chronology.dates import parse_when
from chronology.matching import group_events, repeated_rows
from chronology.model import Case, Entry, Location
from chronology.ordering import in_order

CASES = Path(__file__).parents[1] / "tests" / "chronology" / "told_twice"
YEARS = 18


def entries(rows: int) -> tuple[Entry, ...]:
    """Made entries over eighteen years, in integrated order."""
    chance = random.Random(7)
    told = [
        row["event"]
        for path in sorted(CASES.glob("*.psv"))
        for row in csv.DictReader(path.open(encoding="utf-8", newline=""), delimiter="|")
    ]
    agencies = ("Police", "Social care", "Health visitor", "GP", "Hospital", "School", "Housing")
    own = [_word(chance) for _ in range(20_000)]
    made = []
    for n in range(rows):
        day = dt.date(2004, 1, 1) + dt.timedelta(days=chance.randrange(YEARS * 365))
        words = " ".join(chance.sample(told, 2)) + " " + " ".join(chance.sample(own, 4))
        made.append(
            Entry(
                id=str(n), agency=chance.choice(agencies), when=parse_when(f"{day:%d/%m/%Y}"),
                at=Location(file="made", sheet="", row=n), event=words,
                fields={}, seen={}, views={}, extra={},
            )
        )  # fmt: skip
    return in_order(made)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(3))


def main() -> None:
    """Print seconds and groups for each number of rows."""
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000]
    print(f"{'rows':>8} {'seconds':>8} {'per 1,000 rows':>15} {'groups':>7} {'MiB':>6}")
    for size in sizes:
        made = entries(size)
        start = time.perf_counter()
        groups = group_events(made, Case())
        repeated_rows(made)
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:>8,} {took:>8.2f} {took / size * 1000:>15.3f} {len(groups):>7,} {peak:>6.0f}")


if __name__ == "__main__":
    main()
