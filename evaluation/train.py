"""Learn the weights of the second opinion from the labelled entries; the held ones stay out.

python evaluation/train.py [FOLDER]      writes chronology/seen/weights.json
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import run

from chronology.narrative import evidence_of
from chronology.seen.cues import rules

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "chronology" / "seen" / "weights.json"
ROUNDS = 30
RATE = 0.1
SHRINK = 12.0
FEWEST = 3
SMALLEST = 0.04
WEIGHT_OF_AN_EXAMPLE = 3

Example = tuple[list[str], int]


def shown() -> list[run.Entry]:
    """The sentences that stand beside the cues in the data files, as entries."""
    return [
        {"text": e["t"], "children": ["Theo", "Ruby"], "index_child": "Theo",
         "seen": e.get("seen", ""), "views": e.get("views", "")}
        for rule in rules() for e in rule.examples
    ]  # fmt: skip


def examples(entries: Sequence[run.Entry], of: str, values: Sequence[str]) -> list[Example]:
    """What is weighed in each entry, and the number of its label."""
    return [(evidence_of(**run.question(e)), values.index(e[of])) for e in entries if e[of]]


def learn(told: Sequence[Example], count: int) -> dict[str, list[float]]:
    """Weights by feature: multinomial logistic regression, shrunk towards nothing."""
    often = Counter(f for features, _ in told for f in features)
    weights = {f: [0.0] * count for f, n in often.items() if n >= FEWEST}
    steps = {f: [1e-6] * count for f in weights}
    order = list(range(len(told)))
    dice = random.Random(7)
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for number in order:
            features, label = told[number]
            known = [f for f in features if f in weights]
            sums = [sum(weights[f][i] for f in known) for i in range(count)]
            top = max(sums)
            raised = [math.exp(s - top) for s in sums]
            whole = sum(raised)
            error = [r / whole - (i == label) for i, r in enumerate(raised)]
            for f in known:
                row, step = weights[f], steps[f]
                shrink = SHRINK / often[f]
                for i in range(count):
                    slope = error[i] + shrink * row[i]
                    step[i] += slope * slope
                    row[i] -= RATE * slope / math.sqrt(step[i] + 1.0)
    return weights


def main() -> None:
    """Learn both sets of weights and write them, rounded, the least of them left out."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "entries"
    entries = [e for path in run.files(folder) for e in run.load(path)]
    entries += [e for e in shown() for _ in range(WEIGHT_OF_AN_EXAMPLE)]
    names = {"seen": list(run.SEEN.values()), "views": list(run.VIEWS.values())}
    learnt = {of: learn(examples(entries, of, v), len(v)) for of, v in names.items()}
    kept: dict[str, list[float]] = {}
    for feature in sorted({f for weights in learnt.values() for f in weights}):
        row = [
            round(w, 2)
            for of, values in names.items()
            for w in learnt[of].get(feature, [0.0] * len(values))
        ]
        if max(abs(w) for w in row) >= SMALLEST:
            kept[feature] = row
    written = {"values": names, "weights": kept}
    print(f"{len(kept)} weights from {len(entries)} entries")
    WEIGHTS.write_text(
        json.dumps(written, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n") + "\n",
        encoding="utf-8",
        newline="\n",
    )


if __name__ == "__main__":
    main()
