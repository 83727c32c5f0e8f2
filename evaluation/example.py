"""How rows of a whole case are read, child by child: python evaluation/example.py

Compares the seen values of examples/harbour-lane, stated and read from the text together, with
labels made by hand. A child wrongly shown as seen is listed first: it is the worst mistake.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LABELS = Path(__file__).parent / "harbour-lane.txt"
VALUES = {"S": "seen", "A": "seen_alone", "N": "not_seen", "?": "?"}
Place = tuple[str, str, int]


def labels() -> dict[Place, dict[str, str]]:
    """The labelled value of each child by place; what is not listed is not recorded."""
    told = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            file, sheet, row, values = (part.strip() for part in line.split("|"))
            pairs = (pair.split("=") for pair in values.split())
            told[file, sheet, int(row)] = {child: VALUES[value] for child, value in pairs}
    return told


def readings() -> Iterator[tuple[str, str, str, str]]:
    """Label, reading, basis, and place with evidence, of every child in every entry."""
    from caseweave.opening import open_chronology

    told = labels()
    for entry in open_chronology((ROOT / "examples" / "harbour-lane",)).entries:
        place = entry.at.file, entry.at.sheet, entry.at.row
        for child, seen in entry.seen.items():
            label = told.get(place, {}).get(child, "not_recorded")
            if label != "?":
                words = f"{child}, {' '.join(map(str, place))}: \u201c{seen.evidence}\u201d"
                yield label, str(seen.value), str(seen.basis), words


def main() -> None:
    """Print how many readings are right by label, and each that is wrong."""
    everything = list(readings())
    wrong = [r for r in everything if r[0] != r[1]]
    for label in ("seen", "seen_alone", "not_seen", "not_recorded"):
        counts = Counter(r[1] for r in everything if r[0] == label)
        print(f"{label:13} {sum(counts.values()):4}  read as", dict(counts.most_common()))
    sighted = ("seen", "seen_alone")
    false = [r for r in wrong if r[1] in sighted and r[0] not in sighted]
    right = sum(r[1] in sighted and r[0] in sighted for r in everything)
    print(f"\nShown as seen: {right + len(false)}, of them wrongly: {len(false)}")
    for label, value, basis, words in sorted(wrong, key=lambda r: r not in false):
        print(f"  {value} ({basis}), labelled {label}: {words}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
