"""Learn the weights from the labelled entries; the held ones stay out.

python evaluation/train.py [FOLDER]      writes chronology/seen/weights.npz

Logistic regression, each value against all others (scikit-learn, liblinear: the same weights from
the same entries on every machine). Small weights are left out: they move nothing and take room.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy
import run
from dressed import dressed
from joined import joined
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from chronology.narrative import tokens_of
from chronology.seen.learnt.evidence import evidence
from chronology.seen.learnt.tokens import OF_VIEWS, OTHER, OWN, VALUES
from chronology.seen.learnt.weighing import FILE, HUNDREDTHS, PLACES
from chronology.seen.wording.cues import rules

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "chronology" / "seen" / FILE
FEWEST = 3
"""In how many entries a piece of evidence must stand to be weighed."""
STIFFNESS = 0.12
SMALLEST = 0.07
WEIGHT_OF_A_SHOWN_SENTENCE = 3.0
DRESSED, JOINED = 10_000, 12_000
"""How many entries are learnt from once more as exports dress them (dressed.py), and how many of
several put together (joined.py)."""
ORDINARY, WEIGHT_OF_THE_ORDINARY = "w-", 2.0
"""Files of entries in the words most records use, and how much each of these counts."""
STRETCHED = frozenset([OF_VIEWS])
"""Where evidence counts by how unevenly it stands between the values (Wang and Manning 2012):
measured better for views, no better for seen."""

Matrix = Any
Vector = Any
Example = tuple[Vector, Mapping[str, str], float]
"""What is weighed, the labels by what is asked, and how much the example counts."""


def shown() -> Iterator[run.Entry]:
    """The sentences that stand beside the cues in the data files, as entries."""
    for rule in rules():
        for told in rule.examples:
            yield {"text": told["t"], "children": ["Theo", "Ruby"], "index_child": "Theo",
                   "seen": told.get("seen", ""), "views": told.get("views", "")}  # fmt: skip


def examples(entries: Sequence[run.Entry], weight: float) -> Iterator[Example]:
    """The evidence of every child that an entry may concern, with its labels."""
    for entry in entries:
        for child, told in tokens_of(**run.question(entry)).items():
            found = numpy.unique(evidence(told)[0])
            if child == entry["index_child"]:
                yield found, {OWN: entry["seen"], OF_VIEWS: entry["views"]}, weight
            elif "seen_children" in entry:
                yield found, {OTHER: other(entry, child)}, weight


def other(entry: run.Entry, child: str) -> str:
    """Whether an entry is labelled to say that a child other than its subject was seen."""
    sighted, unseen = child in entry["seen_children"], child in entry["not_seen_children"]
    return "seen" if sighted else "not_seen" if unseen else "not_recorded"


def chosen(told: Sequence[Example]) -> Vector:
    """The numbers of the evidence that is weighed: what stands in several entries and, of two that
    would be looked up in the same place, the more frequent."""
    numbers, often = numpy.unique(numpy.concatenate([n for n, _, _ in told]), return_counts=True)
    numbers, often = numbers[often >= FEWEST], often[often >= FEWEST]
    first = numpy.argsort(-often, kind="stable")
    _, kept = numpy.unique(numbers[first] % PLACES, return_index=True)
    return numpy.sort(numbers[first][kept])


def learn(told: Sequence[Example], numbers: Vector, of: str) -> Vector:
    """The weights of every number for every value of what is asked; numbers x values."""
    told = [example for example in told if example[1].get(of)]
    rows = [_rows(numbers, n) for n, _, _ in told]
    ends = numpy.cumsum([0, *map(len, rows)], dtype=numpy.int32)
    columns = numpy.concatenate(rows).astype(numpy.int32)
    matrix = csr_matrix((numpy.ones(len(columns)), columns, ends), (len(rows), len(numbers)))
    labels = numpy.array([labels[of] for _, labels, _ in told])
    counts = numpy.array([weight for _, _, weight in told])
    learnt = [_regression(matrix, labels == v, counts, of in STRETCHED) for v in VALUES[of]]
    return numpy.stack(learnt, 1)


def _rows(numbers: Vector, told: Vector) -> Vector:
    """Where numbers told stand among all; those that do not are left out. Both are in order."""
    at = numpy.searchsorted(numbers, told)
    at[at == len(numbers)] = 0
    return at[numbers[at] == told]


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
    told = [*examples([*shown()], WEIGHT_OF_A_SHOWN_SENTENCE)]
    entries: list[run.Entry] = []
    for path in run.files(folder):
        ordinary = path.stem.startswith(ORDINARY)
        entries += (these := run.load(path))
        told += examples(these, WEIGHT_OF_THE_ORDINARY if ordinary else 1.0)
    told += examples([*dressed(entries, DRESSED), *joined(entries, JOINED)], 1.0)
    numbers = chosen(told)
    learnt = numpy.concatenate([learn(told, numbers, of) for of in VALUES], 1)
    kept = numpy.abs(learnt).max(1) >= SMALLEST
    rows = numpy.round(learnt[kept] * HUNDREDTHS).astype(numpy.int16)
    made = io.BytesIO()
    numpy.savez_compressed(  # steps from one number to the next take less room
        made, steps=numpy.diff(numbers[kept].astype(numpy.uint32), prepend=numpy.uint32([0, 0])),
        rows=numpy.concatenate([numpy.zeros_like(rows[:1]), rows]),
    )  # fmt: skip
    WEIGHTS.write_bytes(made.getvalue())
    print(f"{len(rows)} weights of {len(numbers)} from {len(told)} examples")


if __name__ == "__main__":
    main()
