"""The chronology: reading agencies' files faithfully and weaving them into one."""

from chronology.dates import parse_when
from chronology.merge import merge

__all__ = ["merge", "parse_when"]
