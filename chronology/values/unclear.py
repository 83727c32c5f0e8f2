"""What is asked of a cell that does not say plainly what its column asks, or of whom."""

from __future__ import annotations

from chronology.findings import Remark, Severity


def unclear(what: str, text: str) -> Remark:
    """A cell that does not say plainly what its column asks: seen, alone or views."""
    asked = {
        "seen": "whether the child was seen",
        "alone": "whether the child was seen alone",
        "views": "what the child's views were",
    }[what]
    return Remark(
        code=f"{what}-unclear",
        severity=Severity.WARNING,
        message=f"'{text}' does not say plainly {asked}; left as not recorded.",
        remedy="Ask the agency, or set it by hand with initials and a reason.",
    )


def misspelt(text: str, meant: str) -> Remark:
    """An answer that was read as if it were spelt otherwise."""
    return Remark(
        code="answer-misspelt",
        severity=Severity.NOTE,
        message=f"'{text}' is read as '{meant}'.",
        remedy="Ask the agency if it may mean something else.",
    )


def nobody_named(text: str, what: str) -> Remark:
    """An answer that says not which child it is about; `what` is seen or views."""
    return Remark(
        code=f"{what}-whose",
        severity=Severity.WARNING,
        message=f"'{text}' does not say which child it is about; left as not recorded.",
        remedy="Ask the agency which child. If the file is one child's own record, say so with "
        "record_of in the case file (case.toml).",
    )
