"""Lists of texts beside what each of them says, one to a line, with | between."""

from pathlib import Path
from typing import Any

import pytest

SEEN = {"S": "seen", "A": "seen_alone", "N": "not_seen", "-": "not_recorded"}
VIEWS = {"R": "recorded", "T": "sought_but_not_given", "O": "observed", "-": "not_recorded"}


def texts(file: str, labels: int) -> list[Any]:
    """The lines of a list as parameters: so many labels, and the text, which names the test."""
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    told = [line.split("|", labels) for line in lines if line and not line.startswith("#")]
    return [pytest.param(*(part.strip() for part in one), id=one[-1].strip()) for one in told]


def sight(value: str) -> str:
    """A value of another child than the record's own, of whom alone is not weighed."""
    return "seen" if value == "seen_alone" else value
