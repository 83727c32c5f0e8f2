"""What a case lacks: files not read, agencies that sent nothing. No figure looks whole without."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from chronology.events.agencies import agency_kinds
from chronology.findings import Finding
from chronology.model import Case, Chronology
from chronology.sender import agency_of

_CODES = (
    "file-not-read",
    "file-empty",
    "file-in-cloud",
    "file-is-shortcut",
    "file-unfinished",
    "folder-not-read",
)


def left_out_words(chronology: Chronology) -> str:
    """What no figure knows of: agencies that were expected and sent nothing, and files that were
    not read; '' where all is there."""
    missing = [f.message for f in chronology.findings if f.code == "agency-not-received"]
    return " ".join(filter(None, (*missing, unread_words(chronology))))


def unread_words(chronology: Chronology) -> str:
    """Which files and folders were not read, for words beside figures; '' where all were."""
    names = sorted({f.file for f in chronology.findings if f.code in _CODES})
    if not names:
        return ""
    return (
        f"Not read, and so left out here: {', '.join(names)}. The findings say why; "
        "caseweave check lists them."
    )


def unread_of(agency: str, case: Case, findings: Iterable[Finding]) -> str:
    """The files of an agency that were given and not read, as the case file says whose they are or
    else their names; '' where there are none."""
    declared = {d.file: d.agency for d in case.declared if d.agency}
    names = sorted({f.file for f in findings if f.code in _CODES and f.file})
    return ", ".join(name for name in names if _is_from(agency, name, declared.get(name, ""), case))


def _is_from(agency: str, file: str, declared: str, case: Case) -> bool:
    sender = declared or agency_of(Path(file), case)
    alike = not declared and agency_kinds(agency) & agency_kinds(sender)
    return sender.casefold() == agency.casefold() or bool(alike)
