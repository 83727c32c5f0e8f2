"""Score what is read of children in a record that is no child's own, from grown people's services.

python evaluation/records.py [FILE or FOLDER ...]

The entries that such services wrote are read as if they stood in the mother's record and in a
household's, beside the child's own; what counts are the children whom the text names, for of others
such a record says nothing.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import run

from chronology.narrative import read_narrative, tokens_of

HERE = Path(__file__).parent
SERVICES = re.compile(
    r"\b(probation|adult|amh|cmht|perinatal|substance|drug|alcohol|iapt|prison|idva|dwp|refuge|"
    r"job ?centre|psychiatric liaison|housing|landlord|fire|benefits|midwi\w+)\b",
    re.I,
)
NOT_THEIRS = re.compile(r"\b(youth|camhs|yp|young)", re.I)


def read(entry: run.Entry, record_of: str) -> Iterator[tuple[str, str]]:
    """For every child whom an entry names: the label, and what is read in such a record."""
    asked = {**run.question(entry), "record_of": record_of}
    found = read_narrative(**asked)
    for child, told in tokens_of(**asked).items():
        if any(word in ("<T>", "<T'>", "<T->") for word in told.words):
            label = "seen" if child in entry["seen_children"] else "-"
            label = "not_seen" if child in entry["not_seen_children"] else label
            value = str(found.seen[child].value).removesuffix("_alone")
            yield label, value if value != "not_recorded" else "-"


def main() -> None:
    """Print accuracy, and recall and precision of seen and of not seen, by kind of record."""
    paths = [Path(name) for name in sys.argv[1:]] or [HERE / "held"]
    entries = [e for path in paths for file in run.files(path) for e in run.load(file)]
    theirs = [e for e in entries if SERVICES.search(e["agency"]) and not e["ambiguous"]]
    theirs = [e for e in theirs if not NOT_THEIRS.search(e["agency"])]
    for record_of in ("child", "mother", "household"):
        pairs = Counter(pair for entry in theirs for pair in read(entry, record_of))
        right = sum(n for (label, value), n in pairs.items() if label == value)
        print(f"{record_of:10s} {pairs.total()} children named, right {right / pairs.total():.3f}")
        for of in ("seen", "not_seen"):
            hit, labelled = pairs[of, of], sum(n for (a, _), n in pairs.items() if a == of)
            said = sum(n for (_, b), n in pairs.items() if b == of)
            print(f"  {of:9s} recall {hit / labelled:.3f} precision {hit / max(1, said):.3f}")


if __name__ == "__main__":
    main()
