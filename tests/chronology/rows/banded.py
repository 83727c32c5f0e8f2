"""A table read for the days of its rows, and why a row is none."""

from pathlib import Path

from chronology import merge
from chronology.model import Chronology


def read(folder: Path, text: str, name: str = "log.csv") -> Chronology:
    path = folder / name
    path.write_text(text, "utf-8")
    return merge([path])


def days(woven: Chronology) -> dict[int, str]:
    return {e.at.row: f"{e.when.start}" for e in woven.entries}


def asides(woven: Chronology) -> dict[int, str]:
    return {a.row: a.reason for a in woven.submissions[0].sheets[0].set_aside}
