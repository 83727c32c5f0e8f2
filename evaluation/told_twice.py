"""Learn what speaks for two accounts being of one event, and measure it on the labelled cases.

PYTHONPATH=. python evaluation/told_twice.py           writes chronology/cues/scoring.toml
PYTHONPATH=. python evaluation/told_twice.py --apart   each case as grouped by what the others teach

Logistic regression over the measures of each candidate pair of the cases in
tests/chronology/told_twice (scikit-learn: the same numbers from the same cases on every machine),
rounded to be read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy
from sklearn.linear_model import LogisticRegression

from chronology.events import scoring
from chronology.matching import group_events
from chronology.model import Role
from tests.chronology.told_cases import NAMES, case_of, column, decoys, measured, pairs, read, truth

WORTH = Path(__file__).parent.parent / "chronology" / "cues" / "scoring.toml"
HELD = ("thirteen", "fourteen")
"""Written without sight of the rules, and learnt from neither by weights nor by cue words."""
STIFFNESS = 0.3
OF_A_DECOY = 8.0
"""How much a pair that must not be grouped counts for: there are few, and a panel minds them."""
BY_HAND = {
    "a paper written before the meeting": -5.0,
    "each names children, none in common": -6.0,
    "each in another person's own record, of nothing shared": -6.0,
    "each opens with another person": -3.0,
    "one names the other's time": 1.0,
    "their periods meet": -0.5,
    "only a failed contact of their own, days apart": -4.0,
    "a surgery's own consultation, and a hospital's own": -3.0,
    "a visit of its own, on another day": -3.0,
    "one rang the other, who says so": 1.5,
    "one that was told names another day than the other's": -2.0,
    "told by the other days before": -2.0,
    "one names the other's date, and nothing else is in common": -1.2,
}
"""The twin's appointment is another event, however alike it reads, and so is what stands in two
people's own records; so is a second failed visit, what a
surgery sees itself, and a visit on another day. An
account dated to a month is no nearer than the day after. Few labelled pairs show any of these."""
EVERY_PAIR = "every pair"

Example = tuple[Mapping[str, float], bool, float]
"""What is measured of a pair, whether it is one event, and how much it counts."""


def examples(name: str) -> list[Example]:
    """The candidate pairs of a case."""
    one_event = truth(name)
    return [
        (of_pair, ids in one_event, OF_A_DECOY if decoys(name, {ids}) else 1.0)
        for ids, of_pair in measured(name)
    ]


def learn(told: Sequence[Example]) -> dict[str, float]:
    """What each measure is worth."""
    names = sorted({n for of_pair, _, _ in told for n in of_pair} - {EVERY_PAIR, *BY_HAND})
    matrix = numpy.array([[of_pair.get(n, 0.0) for n in names] for of_pair, _, _ in told])
    model = LogisticRegression(C=STIFFNESS, max_iter=3000)
    model.fit(matrix, [yes for _, yes, _ in told], sample_weight=[counts for _, _, counts in told])
    learnt = {n: round(float(w), 2) for n, w in zip(names, model.coef_[0], strict=True)}
    return {EVERY_PAIR: round(float(model.intercept_[0]), 2), **learnt, **BY_HAND}


def grouped(name: str, worth: Mapping[str, float]) -> list[int]:
    """Pairs that are one event, pairs grouped, those of them right, decoys grouped, roles right
    and roles given."""
    with patch.object(scoring, "weights", lambda: worth):
        groups = group_events(read(name), case_of(name))
    found, labels = pairs(groups), column(name, "role")
    told = [(labels[m.id], m.role) for g in groups for m in g.members if labels[m.id]]
    right = sum(Role(label) is role for label, role in told)
    one_event = truth(name)
    return [len(one_event), len(found), len(found & one_event), len(decoys(name, found)),
            right, len(told)]  # fmt: skip


def table(found: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """Recall, precision, decoys and roles of each case and of all."""
    every = [sum(column) for column in zip(*found.values(), strict=True)]
    yield f"{'case':<9} {'pairs':>6} {'recall':>7} {'right':>6} {'decoys':>7} {'roles':>6}"
    for name, (one_event, given, right, near, roles, of) in [*found.items(), ("all", every)]:
        yield (
            f"{name:<9} {one_event:>6} {right / one_event:>7.2f} {right / max(1, given):>6.2f}"
            f" {near:>7} {roles / max(1, of):>6.2f}"
        )


def written(worth: Mapping[str, float]) -> str:
    """The file with the lines above [worth] as they are, and what was learnt below it."""
    head, _, _ = WORTH.read_text(encoding="utf-8").partition("[worth]")
    return head + "[worth]\n" + "".join(f'"{name}" = {w}\n' for name, w in worth.items())


def main() -> None:
    """Learn from all cases and write the file, or show each case grouped by the others."""
    told = {name: examples(name) for name in NAMES if name not in HELD}
    if "--apart" in sys.argv:
        others = {n: [e for m in told if m != n for e in told[m]] for n in NAMES}
        print("\n".join(table({n: grouped(n, learn(others[n])) for n in NAMES})))
        return
    worth = learn([example for of_case in told.values() for example in of_case])
    WORTH.write_text(written(worth), encoding="utf-8", newline="\n")
    print("\n".join(table({n: grouped(n, worth) for n in NAMES})))


if __name__ == "__main__":
    main()
