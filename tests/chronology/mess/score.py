"""Read the mess and say what was not read as it is meant: python -m tests.chronology.mess.score"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from chronology import merge
from chronology.model import Chronology, Entry
from tests.chronology.mess.agencies import AGENCIES
from tests.chronology.mess.truth import Place, True_


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What came of the mess: each list holds places with what was read there."""

    rows: int
    missing: tuple[Place, ...]
    wrong_dates: tuple[tuple[Place, True_, Entry], ...]
    wrong_times: tuple[tuple[Place, True_, Entry], ...]
    out_of_order: tuple[tuple[Place, Place], ...]
    beyond: tuple[Entry, ...]
    """Entries that are no row of the truth."""


def make(folder: Path) -> dict[Place, True_]:
    """Write every agency's file and give the truth of each row."""
    truth: dict[Place, True_] = {}
    for agency in AGENCIES:
        file, rows = agency(folder)
        truth |= {(file, sheet, row): meant for (sheet, row), meant in rows.items()}
    return truth


def score(truth: dict[Place, True_], woven: Chronology) -> Score:
    """Compare what was read with the truth."""
    read = {_place(e): e for e in woven.entries}
    both = [(place, meant, read[place]) for place, meant in truth.items() if place in read]
    return Score(
        rows=len(truth),
        missing=tuple(place for place in truth if place not in read),
        wrong_dates=tuple(
            b for b in both if (b[1].start, b[1].end) != (b[2].when.start, b[2].when.end)
        ),
        wrong_times=tuple(b for b in both if (b[1].time, b[1].end_time) != _times(b[2])),
        out_of_order=tuple(_disorder(truth, woven)),
        beyond=tuple(e for e in woven.entries if _place(e) not in truth),
    )


def _place(entry: Entry) -> Place:
    return entry.at.file, entry.at.sheet, entry.at.row


def _times(entry: Entry) -> tuple[str, str]:
    when = entry.when
    first, last = when.time, when.end_time
    return f"{first:%H:%M}" if first else "", f"{last:%H:%M}" if last else ""


def _disorder(truth: dict[Place, True_], woven: Chronology) -> Iterator[tuple[Place, Place]]:
    """Neighbours of which the later one truly comes first: the order of docs/file-formats.md."""
    places = [p for e in woven.entries if (p := _place(e)) in truth]
    yield from (pair for pair in pairwise(places) if _key(truth[pair[0]]) > _key(truth[pair[1]]))


def _key(meant: True_) -> tuple[dt.date, bool, str]:
    """Undated last; a day before what is less exact; the untimed after the timed."""
    first = meant.start or meant.end or dt.date.max
    return first, meant.start != meant.end, meant.time or "24:00"


def main() -> None:
    """Print the score."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    truth = make(folder)
    woven = merge(sorted(folder.iterdir()))
    got = score(truth, woven)
    for name in ("missing", "wrong_dates", "wrong_times", "out_of_order", "beyond"):
        print(f"{name}: {len(getattr(got, name))} of {got.rows}")
    for file in sorted({place[0] for place in got.missing}):
        print("missing of", file, [place[1:] for place in got.missing if place[0] == file])
    for place, meant, entry in (*got.wrong_dates, *got.wrong_times):
        w = entry.when
        print(place, repr(w.text), "meant", meant.start, meant.end, meant.time, meant.end_time,
              "read", w.start, w.end, w.time, w.end_time)  # fmt: skip
    for pair in got.out_of_order:
        print("order", *pair)
    for entry in got.beyond:
        print("beyond", _place(entry), entry.when.text, entry.event[:60])
    for finding in woven.findings:
        if finding.severity == "error" or finding.code.startswith(("column", "sheet", "table")):
            print(finding.severity, finding.file, finding.sheet, finding.cell, finding.message)


if __name__ == "__main__":
    main()
