"""How the names of streets end: "Harbour Lane", "Harbour Ln", "41 Mallow Green"."""

from __future__ import annotations

from collections.abc import Iterable

STREETS = (
    "street", "road", "lane", "close", "court", "avenue", "drive", "way", "walk", "row", "terrace",
    "place", "crescent", "gardens", "grove", "square", "mews", "parade", "quay", "wharf",
)  # fmt: skip
_SURNAMES_TOO = ("hill", "rise", "view", "green", "yard", "buildings", "house", "heights")
"""These mean a street only where a number stands before: "Ms Green", "Manor View"."""
IN_FULL = {
    "st": "street", "rd": "road", "ln": "lane", "cl": "close", "ct": "court", "ave": "avenue",
    "av": "avenue", "dr": "drive", "tce": "terrace", "pl": "place", "cres": "crescent",
    "gdns": "gardens", "sq": "square",
}  # fmt: skip
AFTER_A_NUMBER = (*STREETS, *_SURNAMES_TOO, *IN_FULL)


def capitalised(kinds: Iterable[str]) -> str:
    """A pattern for any of the words as names have them: "Street|Road|Lane"."""
    return "|".join(kind.capitalize() for kind in kinds)
