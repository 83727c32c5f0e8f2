"""Learn the weights from the labelled entries; the held ones stay out.

python evaluation/train.py [FOLDER]      writes chronology/seen/weights.json

Logistic regression, each value against all others (scikit-learn, liblinear: the same weights from
the same entries on every machine). Small weights are left out: they move nothing and take room.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy
import run
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from chronology.narrative import evidence_of
from chronology.seen.cues import rules
from chronology.seen.network import VALUES
from chronology.seen.weighing import OTHER, OWN, VIEWS

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "chronology" / "seen" / "weights.json"
FEWEST = 3
"""In how many entries a piece of evidence must stand to be weighed."""
STIFFNESS = 0.12
SMALLEST = 0.07
HUNDREDTHS = 100
WEIGHT_OF_A_SHOWN_SENTENCE = 3.0
STRETCHED = frozenset([VIEWS])
"""Where evidence counts by how unevenly it stands between the values (Wang and Manning 2012):
measured better for views, no better for seen."""

Matrix = Any
Vector = Any
Example = tuple[Sequence[str], str, float]
"""What is weighed, the label, and how much the example counts."""


def shown() -> Iterator[run.Entry]:
    """The sentences that stand beside the cues in the data files, as entries."""
    for rule in rules():
        for told in rule.examples:
            yield {"text": told["t"], "children": ["Theo", "Ruby"], "index_child": "Theo",
                   "seen": told.get("seen", ""), "views": told.get("views", "")}  # fmt: skip


def examples(entries: Sequence[run.Entry], weight: float) -> dict[str, list[Example]]:
    """By what is weighed: the evidence of every child that an entry concerns, with its label."""
    found: dict[str, list[Example]] = {of: [] for of in VALUES}
    for entry in entries:
        for child, evidence in evidence_of(**run.question(entry)).items():
            told = tuple(evidence)
            if child == entry["index_child"]:
                found[OWN].append((told, entry["seen"], weight))
                found[VIEWS].append((told, entry["views"], weight))
            elif "seen_children" in entry:
                found[OTHER].append((told, other(entry, child), weight))
    return found


def other(entry: run.Entry, child: str) -> str:
    """Whether an entry is labelled to say that a child other than its subject was seen."""
    sighted, unseen = child in entry["seen_children"], child in entry["not_seen_children"]
    return "seen" if sighted else "not_seen" if unseen else "not_recorded"


def learn(told: Sequence[Example], values: Sequence[str], stretched: bool) -> dict[str, list[int]]:
    """The weights by the name of the evidence, one for each value, in hundredths."""
    told = [example for example in told if example[1]]
    often = Counter(name for evidence, _, _ in told for name in evidence)
    names = sorted(name for name, count in often.items() if count >= FEWEST)
    place = {name: number for number, name in enumerate(names)}
    rows = [[place[name] for name in evidence if name in place] for evidence, _, _ in told]
    ends = numpy.cumsum([0, *map(len, rows)], dtype=numpy.int32)
    columns = numpy.array([c for row in rows for c in row], dtype=numpy.int32)
    matrix = csr_matrix((numpy.ones(len(columns)), columns, ends), (len(rows), len(names)))
    labels = numpy.array([label for _, label, _ in told])
    counts = numpy.array([weight for _, _, weight in told])
    learnt = [_regression(matrix, labels == v, counts, stretched) for v in values]
    return {
        name: [round(float(w) * HUNDREDTHS) for w in row]
        for name, row in zip(names, numpy.array(learnt).T, strict=True)
        if max(abs(row)) >= SMALLEST
    }


def _regression(matrix: Matrix, is_so: Vector, counts: Vector, stretched: bool) -> Vector:
    """The weights of one value against all others."""
    reach = numpy.ones(matrix.shape[1])
    if stretched:
        here, there = (numpy.asarray(matrix[rows].sum(0)).ravel() + 1 for rows in (is_so, ~is_so))
        reach = abs(numpy.log((here / is_so.sum()) / (there / (~is_so).sum())))
    model = LogisticRegression(C=STIFFNESS, solver="liblinear", fit_intercept=False)
    model.fit(matrix @ diags(reach), is_so, sample_weight=counts)
    return model.coef_[0] * reach


def main() -> None:
    """Learn from a folder of entries and from the sentences beside the cues; write the weights."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "entries"
    entries = [entry for path in run.files(folder) for entry in run.load(path)]
    told, more = examples(entries, 1.0), examples([*shown()], WEIGHT_OF_A_SHOWN_SENTENCE)
    written = {}
    for of, values in VALUES.items():
        weights = learn(told[of] + more[of], values, of in STRETCHED)
        written[of] = {"values": values, "weights": weights}
        print(f"{of}: {len(weights)} weights from {len(told[of])} examples")
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("],", "],\n") + "\n"
    WEIGHTS.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
