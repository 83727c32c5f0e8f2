"""Genograms: quality, read-back, time and memory of each family, laid out in a process of its own.

    python benchmarks/genogram.py                        the example families of the tests
    python benchmarks/genogram.py --scorer FOLDER        scored too, and the scorer's own families
    python benchmarks/genogram.py --people 60 --many 5   families of a size, made by chance

Read-back is the F1 of the parents and children that a reader finds by following the drawn lines;
`homes` are outlines that hold exactly their members. A scorer is a folder with `quality.py` and
perhaps families (`*.family.json`); its scores go from 0 to 100. CPU seconds are those of the whole
process: start, reading, layout.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from genogram.model import Family
    from genogram.placing.layout_parts import Layout

ROOT = Path(__file__).resolve().parent.parent
FAMILIES = ROOT / "tests" / "genogram" / "families"
# In a process of its own: what it imports would count as memory of the layouts that follow.
SCORE = """
import json, sys
sys.path.insert(0, sys.argv[1])
import quality
laid_out = json.load(open(sys.argv[3], encoding="utf-8"))
print(quality.score(quality.load_family(sys.argv[2]), laid_out)["score"])
"""
HEADS = f"{'family':26}{'people':>7}{'read-back':>10}{'through':>8}{'homes':>10}{'print':>7}"


def main() -> None:
    """Measure every family and print a line for each, the means last."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    ask.add_argument("families", nargs="*", type=Path, help="family files; else the tests' own")
    ask.add_argument("--scorer", type=Path, metavar="FOLDER")
    ask.add_argument("--effort", type=int, default=100)
    ask.add_argument("--people", type=int, help="families of so many, made by chance")
    ask.add_argument("--many", type=int, default=5, help="how many of those")
    ask.add_argument("--cousins", type=float, default=0.05, help="share who marry among kin")
    ask.add_argument("--into", type=Path, help=argparse.SUPPRESS)  # one family, in its own process
    asked = ask.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "genogram"), str(ROOT / "benchmarks")]
    if asked.into:
        _one(asked.families[0], asked.into, asked.effort)
        return
    with tempfile.TemporaryDirectory() as folder:
        _table(_families(asked, Path(folder)), asked, Path(folder) / "layout.json")


def _families(asked: argparse.Namespace, folder: Path) -> Iterator[Path]:
    if not asked.people:
        own = asked.scorer.glob("*.family.json") if asked.scorer else ()
        yield from asked.families or [*sorted(own), *sorted(FAMILIES.glob("*.json"))]
        return
    from random_families import Habits, grow

    from genogram.formats.data import to_data

    for seed in range(asked.many):
        family = grow(seed, asked.people, Habits(cousins=asked.cousins))
        path = folder / f"seed {seed}.json"
        path.write_text(json.dumps({"family": to_data(family)}), encoding="utf-8")
        yield path


def _table(paths: Iterator[Path], asked: argparse.Namespace, layout: Path) -> None:
    print(HEADS, f"{'CPU s':>7}{'MiB':>6}", f"{'score':>7}" if asked.scorer else "")
    scores = []
    for path in paths:
        found = json.loads(_measured(path, layout, asked.effort))
        homes = f"{found['exact']} of {found['homes']}"
        print(
            f"{path.name.split('.')[0]:26}{found['people']:7}{found['f1']:10.3f}"
            f"{found['through']:8}{homes:>10}{found['print']:7.1f} "
            f"{found['seconds']:7.2f}{found['memory']:6.0f}",
            end="",
        )
        if asked.scorer:
            scores.append(_score(path, layout, asked.scorer))
            print(f"{scores[-1]:8.1f}", end="")
        print(flush=True)
    if scores:
        print(f"mean score {statistics.mean(scores):.1f}, least {min(scores):.1f}")


def _measured(path: Path, layout: Path, effort: int) -> str:
    command = [sys.executable, __file__, str(path), "--into", str(layout), "--effort", str(effort)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _score(path: Path, layout: Path, scorer: Path) -> float:
    command = [sys.executable, "-c", SCORE, str(scorer), str(path), str(layout)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _one(path: Path, into: Path, effort: int) -> None:
    """Lay one family out, write the layout, and print what was measured of it."""
    import genogram
    from genogram.layout import print_size
    from genogram.placing.layout_parts import to_json

    family, _ = genogram.read(path)
    layout = genogram.lay_out(family, effort=effort)
    into.write_text(json.dumps(to_json(layout)), encoding="utf-8")
    cost = {"seconds": time.process_time(), "memory": _memory()}
    kept = {"people": len(layout.nodes), "print": print_size(layout), **_read_back(family, layout)}
    print(json.dumps(cost | kept))


def _memory() -> float:
    """The most memory of this process so far, in MiB; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _read_back(family: Family, layout: Layout) -> dict[str, float]:
    import parentsread

    links = {u.id: u.partners for u in family.unions}
    recorded = {(p, k.child) for k in family.parents for p in links[k.union]}
    drawn = parentsread.parents_drawn(layout)
    both = len(recorded) + len(drawn)
    exact = 0
    for outline in layout.outlines:
        house = next(h for h in family.households if h.id == outline.household)
        exact += all(
            any(parentsread.inside(r, c) for r in outline.rings) == (n.id in house.people())
            for n in layout.nodes
            for c in parentsread.corners(n)
        )
    return {
        "f1": 2 * len(recorded & drawn) / both if both else 1.0,
        "through": len(parentsread.lines_through_people(layout)),
        "exact": exact,
        "homes": len(family.households),
    }


if __name__ == "__main__":
    main()
