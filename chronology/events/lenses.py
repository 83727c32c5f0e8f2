"""The numbers behind the lenses: the usual ones, and what a case file may set under [lenses]."""

from __future__ import annotations

from collections.abc import Mapping

from chronology.findings import CaseweaveError

USUAL: Mapping[str, int] = {
    "silence_days": 180,  # no entry by any agency
    "agency_silence_days": 270,  # no entry by one agency that otherwise wrote
    "missed_contacts": 2,
    "missed_contacts_days": 120,
    "moves": 2,
    "moves_months": 36,
    "attendances": 3,  # police called to domestic abuse
    "attendances_days": 365,
    "around_days": 14,  # what was recorded this long before and after a move
    "referral_working_days": 5,
    "closed_days": 60,
}


IN_WORDS: Mapping[str, str] = {
    "silence_days": "Silence: days without an entry by any agency",
    "agency_silence_days": "Silence of one agency: days without an entry by one that had written",
    "missed_contacts": "Missed contacts: how many make a run",
    "missed_contacts_days": "Missed contacts: within how many days",
    "moves": "Moves: how many",
    "moves_months": "Moves: within how many months",
    "attendances": "Police called to domestic abuse: how many times",
    "attendances_days": "Police called to domestic abuse: within how many days",
    "around_days": "Around a move: days before and after it that are looked at",
    "referral_working_days": "Unanswered referral: working days in which an answer is looked for",
    "closed_days": "Closed while active: days before and after a closure that are looked at",
}
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
