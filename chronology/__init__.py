"""The chronology: reading agencies' files faithfully and weaving them into one."""

from chronology.dates import parse_when
from chronology.merge import merge
from chronology.narrative import read_narrative

__all__ = ["merge", "parse_when", "read_narrative"]
