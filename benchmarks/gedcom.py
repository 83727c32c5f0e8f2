"""A large GEDCOM file: how long it takes to read, check and write, and whether anything is missing.

    python benchmarks/gedcom.py                  5,000 people, versions 5.5.1 and 7
    python benchmarks/gedcom.py --people 500

The counts on the left are made in the text of the file and nowhere else; those on the right in the
family that was read. Families without parents get one who is unknown.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Make, read, check, write and read again."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    ask.add_argument("--people", type=int, default=5000)
    asked = ask.parse_args()
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        for seven in (False, True):
            _measure(asked.people, seven, Path(folder))


def _measure(people: int, seven: bool, folder: Path) -> None:
    from genogram.formats import gedcom
    from genogram.reading import read
    from genogram.writing import write
    from tests.genogram.largegedcom import counted, found, many_people

    text, path = many_people(people, seven=seven), folder / "many.ged"
    path.write_text(text, encoding="utf-8")
    print(f"version {'7' if seven else '5.5.1'}: {people} people, {text.count(chr(10))} lines")
    began = time.perf_counter()
    family, _ = gedcom.read(path)
    alone = time.perf_counter() - began
    began = time.perf_counter()
    read(path)
    checked = time.perf_counter() - began
    began = time.perf_counter()
    write(family, folder / "again.ged", gedcom="7.0" if seven else "5.5.1")
    written = time.perf_counter() - began
    for what, number in counted(text).items():
        there = found(family)[what]
        print(f"  {what:26}{number:>7}{there:>7}{'' if number == there else '  MISSING'}")
    print(f"  read {alone:.2f} s, read and checked {checked:.2f} s, written {written:.2f} s")


if __name__ == "__main__":
    main()
