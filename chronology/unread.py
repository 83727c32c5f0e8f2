"""Files of a case of which nothing was read: no figure may look whole without them."""

from __future__ import annotations

from chronology.model import Chronology

_CODES = (
    "file-not-read",
    "file-empty",
    "file-in-cloud",
    "file-is-shortcut",
    "file-unfinished",
    "folder-not-read",
)


def unread_words(chronology: Chronology) -> str:
    """Which files and folders were not read, for words beside figures; '' where all were."""
    names = sorted({f.file for f in chronology.findings if f.code in _CODES})
    if not names:
        return ""
    return (
        f"Not read, and so left out here: {', '.join(names)}. The findings say why; "
        "caseweave check lists them."
    )
