"""What is asked of the drawings of a page, whichever command wrote it."""

from __future__ import annotations

import re


def assert_ids_are_their_own(page: str) -> None:
    """No two parts of its drawings have one id, and what a drawing refers to is in the page."""
    drawn = " ".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL))
    ids = re.findall(r' id="([^"]+)"', drawn)
    assert len(ids) == len(set(ids)) > 12
    assert set(re.findall(r"url\(#([^)]+)\)", drawn)) <= set(ids)
