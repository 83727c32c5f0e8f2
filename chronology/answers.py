"""Answers that an agency gave to the review's questions, read back from its workbook.

An answer given during the review is not the contemporaneous record and never turns into it: it has
a basis of its own, by whom and on which day, and never replaces what the agency stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from chronology import importers
from chronology.bases import with_reading
from chronology.confirming import What
from chronology.dates import in_words, parse_when
from chronology.findings import Finding, Severity, Unreadable
from chronology.importers.rows import text_of
from chronology.model import Basis, Before, Entry, Seen, SeenValue, Views, ViewsValue
from chronology.notes import ID
from chronology.questions import (
    ABOUT,
    ANSWER,
    ANSWERS,
    BY,
    CHILD,
    DATE,
    EVENT,
    ON,
    SAYS,
    SHEET,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: to which entry, about which child and thing, in whose words."""

    about: Before
    child: str
    what: str
    answer: str
    says: str
    by: str
    on: str
    file: str
    row: int


def read_answers(paths: Iterable[Path]) -> tuple[tuple[Answer, ...], list[Finding]]:
    """The answers in an agency's workbooks, and a finding for each file that holds none of ours."""
    answers: list[Answer] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            answers += _in_file(path)
        except Unreadable as problem:
            findings.append(
                Finding(
                    code="answers-not-read",
                    severity=Severity.ERROR,
                    message=problem.message,
                    remedy=problem.remedy,
                    file=path.name,
                )
            )
    return tuple(answers), findings


def _in_file(path: Path) -> list[Answer]:
    table = next((t for t in importers.read(path).tables if t.name == SHEET), None)
    heads = [text_of(c.value) for c in table.rows[0].cells] if table and table.rows else []
    if table is None or not {ID, CHILD, ABOUT, ANSWER} <= set(heads):
        raise Unreadable(
            f"{path.name} holds no answers: the sheet '{SHEET}' or its headings are not there.",
            "Put the workbook that `caseweave queries` wrote, filled in, into 'answers'.",
        )
    agency = path.stem
    found = []
    for row in table.rows[1:]:
        cells = {h: text_of(c.value) for h, c in zip(heads, row.cells, strict=False) if h}
        if cells.get(ID) and cells.get(ANSWER):
            about = Before(
                id=cells[ID], agency=cells.get("Agency", agency), date=cells.get(DATE, ""),
                event=cells.get(EVENT, ""),
            )  # fmt: skip
            found.append(
                Answer(
                    about=about, child=cells.get(CHILD, ""), what=cells.get(ABOUT, ""),
                    answer=cells[ANSWER], says=cells.get(SAYS, ""), by=cells.get(BY, ""),
                    on=_day(cells.get(ON, "")), file=path.name, row=row.number,
                )
            )  # fmt: skip
    return found


def _day(text: str) -> str:
    return in_words(parse_when(text)) if text else ""


def apply_answers(
    entries: Sequence[Entry], answers: Iterable[Answer]
) -> tuple[tuple[Entry, ...], list[Finding]]:
    """Entries with the answers beside what is recorded; a finding for each that sets nothing."""
    by_id = {e.id: e for e in entries}
    findings = []
    for answer in answers:
        entry = by_id.get(answer.about.id)
        problem = _problem(answer, entry)
        if problem:
            findings.append(problem)
        elif entry:
            by_id[entry.id] = _answered(entry, answer)
    return tuple(by_id[e.id] for e in entries), findings


def _problem(answer: Answer, entry: Entry | None) -> Finding | None:
    """Why an answer cannot be used, if so."""
    if entry is None:
        return _finding(
            answer,
            "answer-without-entry",
            "is to a question about a row that is not in the files given any more.",
            "Look for the row in the agency's latest file; ask again if it matters.",
        )
    if not answer.by or not answer.on:
        return _finding(
            answer,
            "answer-unsigned",
            "does not say who answered and on which day; it was not taken in.",
            "Ask the agency to fill in both, and merge again.",
        )
    if answer.child not in entry.seen or _value(answer) is None:
        return _finding(
            answer,
            "answer-unclear",
            f"'{answer.answer}' about '{answer.child}' is not one of the answers on the list; "
            "it was not taken in.",
            "Choose an answer from the list in the column, and merge again.",
        )
    return None


def _finding(answer: Answer, code: str, message: str, remedy: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        message=f"The answer {message}",
        remedy=remedy,
        file=answer.file,
        sheet=SHEET,
        row=answer.row,
    )


def _value(answer: Answer) -> str | None:
    for what, choices in ANSWERS.items():
        for words, value in choices.items():
            if what == answer.what and words.casefold() == answer.answer.casefold():
                return value.value
    return None


def _answered(entry: Entry, answer: Answer) -> Entry:
    """The entry with the reading added; its words say whose it is and that it came later."""
    value = _value(answer) or ""
    said = f": \u201c{answer.says}\u201d" if answer.says else ""
    words = (
        f"clarified by {entry.agency} on {answer.on} ({answer.by}); not in the original "
        f"chronology{said}"
    )
    readings = {Basis.AGENCY_ANSWER.value: value}
    child = answer.child
    if answer.what == What.SEEN:
        seen = Seen(
            value=SeenValue(value), basis=Basis.AGENCY_ANSWER, evidence=words, readings=readings
        )
        return replace(entry, seen={**entry.seen, child: with_reading(entry.seen[child], seen)})
    views = Views(
        value=ViewsValue(value), basis=Basis.AGENCY_ANSWER, evidence=words, readings=readings
    )
    return replace(entry, views={**entry.views, child: with_reading(entry.views[child], views)})
