"""The numbers behind the lenses: the usual ones, and what a case file may set under [lenses]."""

from __future__ import annotations

from collections.abc import Mapping

from chronology.findings import CaseweaveError

_LENSES: Mapping[str, tuple[int, str]] = {
    "silence_days": (180, "Silence: days without an entry by any agency"),
    "agency_silence_days": (
        270, "Silence of one agency: days without an entry by one that had written"
    ),
    "missed_contacts": (2, "Missed contacts: how many make a run"),
    "missed_contacts_days": (120, "Missed contacts: within how many days"),
    "moves": (2, "Moves: how many"),
    "moves_months": (36, "Moves: within how many months"),
    "attendances": (3, "Police called to domestic abuse: how many times"),
    "attendances_days": (365, "Police called to domestic abuse: within how many days"),
    "around_days": (14, "Around a move: days before and after it that are looked at"),
    "referral_working_days": (
        5, "Unanswered referral: working days in which an answer is looked for"
    ),
    "closed_days": (60, "Closed while active: days before and after a closure that are looked at"),
}  # fmt: skip
USUAL: Mapping[str, int] = {name: number for name, (number, _) in _LENSES.items()}
IN_WORDS: Mapping[str, str] = {name: words for name, (_, words) in _LENSES.items()}
"""Each number as the method page says it."""


def lens_numbers(told: Mapping[str, object]) -> dict[str, int]:
    """Numbers from the case file; false is 0, which switches a lens off. Raises CaseweaveError."""
    numbers = {}
    for name, value in told.items():
        if name not in USUAL or not isinstance(value, int) or value < 0:
            raise CaseweaveError(
                f"case.toml: [lenses] {name} = {value} is not known.",
                f"Use whole numbers, 0 for off, for: {', '.join(USUAL)}.",
            )
        numbers[name] = int(value)
    return numbers


def lens(numbers: Mapping[str, int], name: str) -> int:
    """The number in force."""
    return numbers.get(name, USUAL[name])
