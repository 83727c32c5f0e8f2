"""What readers have to say of a file or of a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from chronology.findings import Remark, Severity

_SHOWN = 5

MACROS = Remark(
    code="file-macros",
    severity=Severity.NOTE,
    message="The file holds macros. They were not run.",
    remedy="Nothing, unless a macro is needed to show what the cells hold.",
)


def controls_left_out(places: Sequence[str]) -> Remark:
    """Characters that no document can hold were left out."""
    return Remark(
        code="characters-left-out",
        severity=Severity.NOTE,
        message=f"{_listed(places)} held control characters, which no document can show: left out.",
        remedy="Look at the cell as sent, if its words seem to run together.",
    )


def pictures(count: int) -> Remark:
    """Pictures may hold words that nothing here can read."""
    one = count == 1
    return Remark(
        code="file-pictures",
        severity=Severity.NOTE,
        message=f"The file holds {'a picture' if one else f'{count} pictures'}. Words in "
        f"{'it' if one else 'them'} were not read.",
        remedy="Look whether a picture shows a part of the chronology; ask for its words if so.",
    )


def text_boxes(count: int) -> Remark:
    """Text boxes that a reader of this format passes over."""
    return Remark(
        code="file-text-boxes",
        severity=Severity.WARNING,
        message=f"The file holds {count} text box{'es' if count > 1 else ''} over its cells, whose "
        "words were not read.",
        remedy="Look at the file as sent, or save it as .xlsx, from which they are read.",
    )


def prompts(count: int) -> Remark:
    """Boxes of a form that nobody filled in."""
    return Remark(
        code="file-prompts",
        severity=Severity.NOTE,
        message=f"{count} of the form's boxes still show what to fill in, such as 'Click here to "
        "enter text': read as empty.",
        remedy="Nothing, unless the agency meant to fill them in.",
    )


def _listed(places: Sequence[str]) -> str:
    """'Cell A5:A7 is'-like beginnings, without the verb: 'Cells A5:A7, A9:A10 and 3 more'."""
    shown = ", ".join(places[:_SHOWN])
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return f"{'Cell' if len(places) == 1 else 'Cells'} {shown}{more}"
