"""Entries as exports and busy people dress them: a date and an author in front, an action behind,
lines, bullets, capitals. Nothing of it says anything of a child, so the labels stand.

Measured on entries that nothing was learnt from, "Action: SW to visit next week." behind an entry
cost seven readings in a hundred before these were learnt from.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import run

BEFORE = """
{date} {time} - | {date}: | {date} | {time}hrs | {time} - | {time}: | {date} {time} | Case note:
| Case note - | Note: | File note: | Contact: | Contact record. | Record of contact: | Entry: |
Event: | Details: | Narrative: | Summary of contact: | Description: | Running record: | Log
{number}: | Log no {number}. | Ref {number}. | [Ref {number}] | Ref: {number} - | Incident
{number}. | CAD {number} {date}. | Event {number}/21: | Author: {name}, {role}. | Recorded by
{name}. | {name}, {role}: | {name} writes: | Re: {child}. | Re {child}: | Subject: {child}. |
Name: {child}. | {child}, dob {date}. | Client: {child}. ID {number}. | Entry type: case note. |
Source: records. | Significant event: | Confidential. | Restricted. | Duty: | AM: | PM: | Day
shift. | Week 6. | Children: {child}. | Child: {child}. | Household: mum, {child}. | Family:
{child}. | Main entry. | Clinical note: | SOAP: | Consultation: | Communication: | Progress note:
| Update: | *{child}* | 1. | a) | > | Date of contact {date}. | Contact made by {role}. | Open
case.
"""
BEHIND = """
(Entered by {name} {date}) | ({name}, {date}) | {name}, {role} | {name} | [{name}] | - {name} |
NFA. | NFA | Plan: continue. | Plan: as above. | Plan - monitor. | Plan: {role} to follow up. |
Action: {role} to visit next week. | Action: ring HV. | Actions: refer to early help; ring
school. | Action {role}. | Actions: 1. Update plan 2. Email GP. | Outcome: no further action. |
Outcome: ongoing. | Copy to GP and HV. | Copied to manager. | cc HV. | Discussed with manager. |
Manager informed. | Recorded on system. | Logged. | Logged on CPOMS. | To be reviewed in 4 weeks.
| Follow up next week. | Next visit {date}. | Next appointment 6/52. | Review 2/52. | Letter to
GP. | SW informed. | DSL informed. | Message left for HV. | Emailed school. | For supervision. |
Will discuss in supervision. | Uploaded {date}. | Significance: high. | Risk: medium. | RAG:
amber. | Time taken: 40 mins. | Mileage 12. | Ends. | End of entry. | PPN submitted. | Form sent.
| Scanned. | To visit again {date}. | Chase referral. | Await minutes. | Case remains open. |
Chronology updated. | {role} to be told. | Will ring mum tomorrow. | Ref {number}. | Page 2 of 9
"""
ROLES = "SW, HV, FSW, DSL, EWO, PC 412, Ward sister, GP, Key worker, Student SW, Duty worker, TM"
NAMES = "J Amin, K Marsh, P. Oduya, Sally Wren, D Fenn, R. Okoro, Miss Tate, Mr Holt, S.K."


def _parts(told: str, apart: str) -> list[str]:
    return [part.strip() for part in told.replace("\n", " ").split(apart) if part.strip()]


_BEFORE, _BEHIND = _parts(BEFORE, "|"), _parts(BEHIND, "|")
_ROLES, _NAMES = _parts(ROLES, ","), _parts(NAMES, ",")


def _filled(told: str, child: str, chance: random.Random) -> str:
    of, pick = chance.randint, chance.choice
    return told.format(
        date=f"{of(1, 28):02}/{of(1, 12):02}/{pick(('2021', '21', '2019', '2023'))}",
        time=pick((f"{of(0, 23):02}{of(0, 59):02}", f"{of(7, 20)}.{of(10, 59)}")),
        number=of(100, 99_999), child=child, name=pick(_NAMES), role=pick(_ROLES),
    )  # fmt: skip


SHAPES: tuple[Callable[[str], str], ...] = (
    lambda text: "- " + text.replace(". ", ".\n- "),
    lambda text: "\u2022 " + text.replace(". ", ".\n\u2022 "),
    lambda text: text.replace(". ", ".\n"),
    lambda text: text.replace(". ", " - "),
    lambda text: text.replace(". ", "; "),
    lambda text: text.replace(". ", " ").rstrip("."),
    lambda text: text.replace(". ", ", ").rstrip("."),
    str.upper,
    str.lower,
    lambda text: f"({text})",
)


def dressed(entries: Sequence[run.Entry], count: int, seed: int = 7) -> Iterator[run.Entry]:
    """So many of the entries, dressed."""
    chance = random.Random(seed)
    for entry in chance.sample([*entries], min(count, len(entries))):
        text, child = entry["text"], entry["index_child"]
        kind = chance.choice(("before", "before", "behind", "behind", "both", "shape"))
        if kind == "shape":
            text = chance.choice(SHAPES)(text)
        if kind in ("before", "both"):
            text = f"{_filled(chance.choice(_BEFORE), child, chance)} {text}"
        if kind in ("behind", "both"):
            text = f"{text} {_filled(chance.choice(_BEHIND), child, chance)}"
        yield {**entry, "text": text}
