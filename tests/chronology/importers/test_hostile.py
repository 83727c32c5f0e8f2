"""A file made to break a reader ends in a plain message or a bounded read; the others are merged.

Each is read in a process of its own, which the system stops at the bounds: 10 seconds of work and
500 MiB, where it has such bounds.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from chronology import importers, merge
from chronology.findings import Unreadable
from tests.chronology.importers.hostile import CASES
from tests.chronology.importers.told import SAMPLES

_READ = """
import sys
from pathlib import Path
try:
    import resource
except ImportError:
    resource = None
if resource:
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
from chronology import merge
woven = merge([Path(name) for name in sys.argv[1:]])
for finding in woven.findings:
    if finding.code == "file-not-read":
        print(finding.message)
print(len(woven.submissions))
status = Path("/proc/self/status")
if status.is_file():  # Linux: a child's ru_maxrss begins with what its parent held
    print("peak", status.read_text().split("VmHWM:")[1].split()[0])
elif resource:
    print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
# What needs the bounds; the others are quick by their nature.
_HEAVY = (
    "bomb.xlsx", "bomb-that-lies.xlsx", "laughs.xlsx", "blank-rows.xlsx", "wide.xlsx",
    "wide-headings.xlsx", "far-cell.xlsx", "deep.html",
)  # fmt: skip
_IN_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


@pytest.mark.parametrize("name", _HEAVY)
def test_the_heaviest_stay_within_bounds_and_the_other_file_is_merged(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(CASES[name][0]())
    other = SAMPLES / "text-plain.csv"
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(path), str(other)],
        capture_output=True, text=True, encoding="utf-8", cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    *messages, read, peak = done.stdout.splitlines()
    assert CASES[name][1] in "".join(messages)
    assert int(read) == (1 if messages else 2)
    assert not peak or int(peak.removeprefix("peak ")) / _IN_MIB < 500


@pytest.mark.parametrize("name", [name for name in CASES if name not in _HEAVY])
def test_it_ends_in_a_plain_message_or_is_read(name: str, tmp_path: Path) -> None:
    make, says = CASES[name]
    path = tmp_path / name
    path.write_bytes(make())
    if not says:
        assert importers.read(path).tables
        return
    with pytest.raises(Unreadable, match=says) as refused:
        merge([path])
    assert refused.value.message.startswith(name)
    assert refused.value.remedy
