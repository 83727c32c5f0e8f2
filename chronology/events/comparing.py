"""One account beside another: ids and notes carried on, then everything that is compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chronology.discrepancies import with_differences
from chronology.events.accounts import stems_of
from chronology.findings import Finding, Severity, counted
from chronology.matching import group_events, repeated_rows
from chronology.model import Chronology
from chronology.notes import decisions, note_findings, pinned
from chronology.patterns import with_patterns
from chronology.record_of import owners_of
from chronology.resubmission import before, carry_ids, compare, elsewhere, marked_corrected
from chronology.review.answer_files import Answer
from chronology.review.answers import apply_answers
from chronology.review.answers_moved import follow_rows, in_full, set_right, sorted_apart
from chronology.review.drafts import with_draft
from chronology.review.earlier import with_notes
from chronology.review.earlier_draft import Earlier
from chronology.review.renamed_agencies import renamed, renamed_findings
from chronology.review.typed_over import typed_over
from chronology.values.reviewer import apply_panel


def set_beside(
    chronology: Chronology, earlier: Earlier, answers: Sequence[Answer] = ()
) -> Chronology:
    """Carry ids, notes and answers on from earlier drafts and superseded files; then compare."""
    case = chronology.case
    answers = in_full(answers, (*chronology.entries, *chronology.superseded))
    apart = sorted_apart(answers, chronology.entries)
    told = [a.about for a in answers if a.about.id and a.file not in apart]
    replaced = [*map(before, chronology.superseded)]
    called = renamed([*told, *earlier.rows, *replaced], map(before, chronology.entries))
    earlier = called.draft(earlier)
    entries, corrected = carry_ids([*earlier.rows, *map(called.row, replaced)], chronology.entries)
    earlier = with_notes(earlier, typed_over(earlier, entries))
    answers = [replace(a, about=called.row(a.about)) for a in answers]
    answers, answered = follow_rows(answers, apart, chronology.entries, entries)
    entries, more = marked_corrected(entries, answered | _changed_elsewhere(chronology))
    answers, astray = set_right(answers, apart, entries)
    entries, unused = apply_answers(entries, answers)
    entries, unclear = apply_panel(entries, earlier.notes, case)
    notes = earlier.notes
    compared = compare_accounts(replace(chronology, entries=entries, notes=notes))
    findings = (
        *compared.findings,
        *astray,
        *unused,
        *unclear,
        *note_findings(compared),
        *_corrected(corrected + more),
        *renamed_findings(called),
        *_superseding(chronology),
    )
    in_panels_order = pinned(compared.entries, notes)  # last: all that compares goes by date
    return with_draft(replace(compared, entries=in_panels_order, findings=findings), earlier)


def _changed_elsewhere(chronology: Chronology) -> set[str]:
    """Rows that a replacing file changed in a column alone that is mapped to nothing."""
    was = {e.id: elsewhere(e) for e in chronology.superseded}
    return {e.id for e in chronology.entries if e.id in was and elsewhere(e) != was[e.id]}


def _superseding(chronology: Chronology) -> list[Finding]:
    """What a replacing file changed, in one line for each file replaced."""
    found = []
    for old in chronology.submissions:
        if not old.superseded_by:
            continue
        changes = compare(
            [e for e in chronology.superseded if e.at.file == old.file],
            [e for e in chronology.entries if e.at.file == old.superseded_by],
        )
        found.append(
            Finding(
                code="submission-superseded",
                severity=Severity.NOTE,
                message=f"{old.superseded_by} replaces {old.file}: {changes.unchanged} rows "
                f"unchanged, {len(changes.added)} added, {len(changes.removed)} removed, "
                f"{len(changes.altered)} altered, {len(changes.moved)} moved. The old rows are "
                "kept in the JSON.",
                remedy=f"See each with: caseweave compare {old.file} {old.superseded_by}. What "
                f"else there is to look at in {old.file} is not listed here.",
                file=old.file,
            )
        )
    return found


def compare_accounts(chronology: Chronology) -> Chronology:
    """Set the accounts beside each other: groups, repeats, differences, patterns, themes."""
    same, apart = decisions(chronology.notes)
    stems = stems_of(chronology.entries)
    compared = replace(
        chronology,
        groups=group_events(
            chronology.entries,
            chronology.case,
            same=same,
            apart=apart,
            stems=stems,
            owner=owners_of(chronology),
        ),
        repeats=repeated_rows(chronology.entries),
    )
    compared = with_patterns(with_differences(compared), stems)
    return replace(compared, findings=(*compared.findings, *comparison_findings(compared)))


def _corrected(count: int) -> list[Finding]:
    if not count:
        return []
    return [
        Finding(
            code="row-corrected",
            severity=Severity.NOTE,
            message=f"{counted(count, 'row differs', 'rows differ')} from an earlier version; each "
            "keeps its id and notes, and is marked 'corrected'.",
            remedy="See word by word what changed with: caseweave compare OLD NEW.",
        )
    ]


# What sets accounts beside each other -> the code of its finding.
_CODES = {
    "date": "accounts-differ-date",
    "time": "accounts-differ-time",
    "seen": "accounts-differ-seen",
    "location": "accounts-differ-location",
    "address": "accounts-differ-address",
    "present": "accounts-differ-present",
    "side": "accounts-differ-side",
    "weight": "accounts-differ-weight",
    "category": "accounts-differ-category",
    "attendance": "accounts-differ-attendance",
    "risk": "accounts-differ-risk",
    "children": "accounts-differ-children",
    "enquiry": "accounts-differ-enquiry",
    "fracture": "accounts-differ-fracture",
    "amount taken": "accounts-differ-amount-taken",
    "gestation": "accounts-differ-gestation",
    "attendances": "accounts-differ-attendances",
    "brought by": "accounts-differ-brought-by",
    "discharged to": "accounts-differ-discharged-to",
    "partner": "accounts-differ-partner",
    "order": "accounts-differ-order",
    "date of birth": "accounts-differ-date-of-birth",
    "impossible sequence": "impossible-sequence",
    "whereabouts": "whereabouts-differ",
    "unanswered referral": "unanswered-referral",
    "closed while active": "closed-while-active",
    "silence": "silence",
    "agency silence": "agency-silence",
    "silent period": "silent-period",
    "missed contacts": "missed-contacts",
    "moves": "moves",
    "police attendances": "police-attendances",
    "repeat": "repeat",
}


_ASK = "Ask whether there was contact in that time, and whether the record of it was sent."
_LONGER = f"{_ASK} How long counts is set under [lenses] in the case file (case.toml)."
_TO_DO = {"silence": _LONGER, "agency silence": _LONGER, "silent period": _ASK}


def comparison_findings(chronology: Chronology) -> list[Finding]:
    """Differences, patterns and repeats as findings, each at the row where it begins."""
    at = {e.id: e.at for e in chronology.entries}
    told = [
        (d.field, Severity.WARNING, d.message, d.remedy, [s.id for s in d.said if s.id])
        for d in chronology.differences
    ]
    told += [
        (p.lens, Severity.NOTE, p.message, _TO_DO.get(p.lens, ""), list(p.entries))
        for p in chronology.patterns
    ]
    told += [
        ("repeat", Severity.NOTE, "The agency sent this row more than once, word for word.",
         "Nothing, unless it is two contacts.", list(ids))
        for ids in chronology.repeats
    ]  # fmt: skip
    return [
        Finding(
            code=_CODES[name],
            severity=severity,
            message=message,
            remedy=remedy,
            file=at[ids[0]].file if ids else "",
            sheet=at[ids[0]].sheet if ids else "",
            row=at[ids[0]].row if ids else None,
            entries=tuple(ids),
        )
        for name, severity, message, remedy, ids in told
    ]
