"""The example cases, each woven once for all tests of a process: that takes seconds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from caseweave.opening import open_chronology
from chronology.model import Chronology

EXAMPLES = Path(__file__).parents[1] / "examples"
HARBOUR_LANE = EXAMPLES / "harbour-lane"


@cache
def woven(case: Path) -> Chronology:
    """The chronology of a case folder that no test changes."""
    return open_chronology((case,))
