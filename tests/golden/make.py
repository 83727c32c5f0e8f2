"""Write what the example case gives, part by part: python tests/golden/make.py

    entries.txt    each entry: day, time, agency, place, and what the agency's own columns state
    sources.txt    the Sources sheet of the workbook, cell by cell
    headings.txt   the sheets of the workbook and their headings
    genogram.txt   the family in words, on the day of the incident

Readings of narrative are left out: `make evaluate` measures those against labelled entries.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CASE = ROOT / "examples" / "harbour-lane"
HERE = Path(__file__).parent / "harbour-lane"


def parts() -> dict[str, str]:
    """The parts by file name."""
    import openpyxl

    import genogram
    from caseweave.case_folder import read_case
    from caseweave.opening import open_chronology
    from chronology.exporters import write

    woven = open_chronology((CASE,))
    with tempfile.TemporaryDirectory() as place:
        write(woven, Path(place) / "integrated.xlsx")
        book = openpyxl.load_workbook(Path(place) / "integrated.xlsx")
    family, _ = genogram.read(CASE / "family.xlsx")
    incident = read_case(CASE)[0].review.incident
    told = {
        "entries.txt": [_entry(entry) for entry in woven.entries],
        "sources.txt": [_cells(row) for row in book["Sources"].iter_rows(values_only=True)],
        "headings.txt": [
            f"{sheet.title}: {_cells(next(sheet.iter_rows(values_only=True)))}" for sheet in book
        ],
        "genogram.txt": [genogram.describe(family, incident)],
    }
    return {name: "\n".join(lines).rstrip() + "\n" for name, lines in told.items()}


def _entry(entry) -> str:
    when = entry.when
    days = f"{when.start or '?'}" if when.start == when.end else f"{when.start}..{when.end}"
    time = f"{when.time:%H:%M}" if when.time else ""
    place = f"{entry.at.file} {entry.at.sheet} {entry.at.row}"
    return " | ".join((f"{days} {time}".strip(), entry.agency, place, ", ".join(_stated(entry))))


def _stated(entry) -> Iterator[str]:
    for kind, readings in (("", entry.seen), ("views ", entry.views)):
        for child, reading in readings.items():
            if "stated" in reading.readings:
                yield f"{child} {kind}{reading.readings['stated']}"


def _cells(row) -> str:
    return " | ".join("" if cell is None else str(cell).replace("\n", " / ") for cell in row)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    HERE.mkdir(exist_ok=True)
    for name, words in parts().items():
        (HERE / name).write_text(words, encoding="utf-8", newline="\n")
