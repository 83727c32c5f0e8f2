"""Answers that an agency gave to the review's questions, read back from its workbook or letter.

An answer given during the review is not the contemporaneous record and never turns into it: it has
a basis of its own, by whom and on which day, and never replaces what the agency stated.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from chronology.dates import parse_when
from chronology.findings import Finding, Severity
from chronology.model import Basis, Entry, Seen, SeenValue, Views, ViewsValue
from chronology.review.answer_files import Answer
from chronology.review.questions import ANSWER, ANSWERS, ANSWERS_BEFORE, SAYS
from chronology.values.confirming import What
from chronology.values.readings_by_basis import with_reading


def apply_answers(
    entries: Sequence[Entry], answers: Iterable[Answer]
) -> tuple[tuple[Entry, ...], list[Finding]]:
    """Entries with the answers beside what is recorded; a finding for each that sets nothing.

    Of two answers to one question the one given last stands, and the other is a finding.
    """
    by_id = {e.id: e for e in entries}
    agencies = {e.agency.casefold() for e in entries}
    findings = []
    stands: dict[tuple[str, str, str], Answer] = {}
    for answer in sorted(answers, key=lambda a: parse_when(a.on).sort_key()):
        entry = by_id.get(answer.about.id)
        problem = _problem(answer, entry) or _by_another(answer, entry, agencies)
        if problem:
            findings.append(problem)
        elif entry:
            asked = (entry.id, answer.child, answer.what)
            if (before := stands.get(asked)) and not _alike(before, answer):
                findings.append(_overtaken(before, answer))
            stands[asked] = answer
            by_id[entry.id] = _answered(entry, answer)
    return tuple(by_id[e.id] for e in entries), findings


def _problem(answer: Answer, entry: Entry | None) -> Finding | None:
    """Why an answer cannot be used, if so."""
    if entry is None and not answer.about.event:
        return _finding(
            answer,
            "answer-without-entry",
            f"'{answer.says}' stands in a row that names no entry; it was not taken in.",
            "If it answers a question, write it into the row of that question, and merge again.",
        )
    if entry is None:
        return _finding(
            answer,
            "answer-without-entry",
            "is to a question about a row that is not in the files given any more.",
            "Look for the row in the agency's latest file; ask again if it matters.",
        )
    if not answer.answer:
        return _finding(
            answer,
            "answer-unclear",
            f"has words, but nothing is chosen under '{ANSWER}'; it was not taken in.",
            f"Choose an answer from the list, leave the words under '{SAYS}', and merge again.",
        )
    if not answer.by or not answer.on:
        what = "who answered and on which day"
        if answer.by:
            given = f" ('{answer.on_as_given}' is no date)" if answer.on_as_given else ""
            what = f"on which day it was given{given}"
        elif answer.on:
            what = "who answered"
        return _finding(
            answer,
            "answer-unsigned",
            f"does not say {what}; it was not taken in.",
            "Ask the agency to fill in both, and merge again.",
        )
    if answer.child not in entry.seen or _value(answer) is None:
        return _finding(
            answer,
            "answer-unclear",
            f"'{answer.answer}' about '{answer.child}' is not one of the answers on the list; "
            "it was not taken in.",
            f"Have one of these chosen: {'; '.join(_choices(answer))}. Then merge again.",
        )
    return None


def _by_another(answer: Answer, entry: Entry | None, agencies: Container[str]) -> Finding | None:
    """A finding if another agency of the case answered; one that is none of them was renamed."""
    by = answer.about.agency
    if entry is None or by.casefold() == entry.agency.casefold() or by.casefold() not in agencies:
        return None
    return _finding(
        answer,
        "answer-by-another",
        f"is {by}'s, and the question was put to {entry.agency}; it was not taken in.",
        f"Ask {entry.agency}. If it is its own answer, write its name under 'Agency' and merge "
        "again.",
    )


def _choices(answer: Answer) -> Mapping[str, SeenValue | ViewsValue]:
    """What may be chosen. A bare Yes or No is no choice: "No" may also be "it does not say"."""
    return next((told for what, told in ANSWERS.items() if what == answer.what), {})


def _alike(one: Answer, other: Answer) -> bool:
    return (_value(one), one.says) == (_value(other), other.says)


def _overtaken(before: Answer, answer: Answer) -> Finding:
    return _finding(
        before,
        "answer-overtaken",
        f"'{before.answer}' about '{before.child}' is not the only one to this question: "
        f"'{answer.answer}' ({answer.file}, row {answer.row}) was given later or read after it "
        "and stands.",
        "Ask the agency which is meant, and leave that one in 'answers'.",
    )


def _finding(answer: Answer, code: str, message: str, remedy: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        message=f"The answer {message}",
        remedy=remedy,
        file=answer.file,
        sheet=answer.sheet,
        row=answer.row,
    )


def _value(answer: Answer) -> str | None:
    said = " ".join(answer.answer.casefold().split()).rstrip(" .,;")
    choices = dict(_choices(answer))
    if answer.what == What.VIEWS:
        choices |= ANSWERS_BEFORE
    return next((v.value for words, v in choices.items() if words.casefold() == said), None)


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
