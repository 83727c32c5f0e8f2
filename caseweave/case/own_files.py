"""Whether a document or workbook that stands where an output is to go was written by caseweave.

Agencies send these, and people write in them: only ours may be replaced. All that we write bears
one day of making, which programs keep when they save the file again.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

_MADE = b"2000-01-01T00:00:00Z"
_SENT_BY_AGENCIES = (".xlsx", ".docx")


def may_be_ours(path: Path) -> bool:
    """False for a document or workbook with something in it that caseweave did not write."""
    if path.suffix.casefold() not in _SENT_BY_AGENCIES or not path.is_file():
        return True
    return path.stat().st_size == 0 or _bears_our_day(path) or _was_merged(path)


def _bears_our_day(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            return _MADE in package.read("docProps/core.xml")
    except (OSError, KeyError, zipfile.BadZipFile):
        return False


def _was_merged(path: Path) -> bool:
    """Whether it reads back as an earlier draft, whatever program saved it last."""
    from chronology.findings import CaseweaveError
    from chronology.review.earlier import read_earlier

    try:
        read_earlier(path)
    except CaseweaveError:
        return False
    return True
