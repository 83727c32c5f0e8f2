"""The pipeline: submissions in, Chronology and findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from chronology.copies import ReadFile, looks_like_versions, same_rows, without_copies
from chronology.emoji import emoji_findings
from chronology.events.agencies import as_expected, may_be_from, one_spelling
from chronology.findings import Finding, Severity, Unreadable
from chronology.importers.rows import Passwords
from chronology.letters import letter_findings
from chronology.model import Case, Chronology, Entry, Submission
from chronology.ordering import in_order
from chronology.resubmission import set_superseded
from chronology.review.earlier_draft import Earlier
from chronology.sexes_not_said import sex_findings
from chronology.unread import unread_of

Reading = Callable[[Sequence[Path], Case, str, Passwords | None], Iterable[ReadFile | Unreadable]]
"""How files are read, one after another or at once: for each of them, in order, what it holds or
why it cannot be read."""


def read_in_turn(
    paths: Iterable[Path], case: Case, agency: str, passwords: Passwords | None
) -> Iterator[ReadFile | Unreadable]:
    """Read files one after another."""
    from chronology.submission import read_submission  # late: --help does not wait for it

    for path in paths:
        try:
            yield read_submission(path, case, agency, passwords)
        except Unreadable as problem:
            yield problem


def merge(
    paths: Iterable[Path | str],
    case: Case | None = None,
    *,
    agency: str = "",
    earlier: Earlier | None = None,
    passwords: Passwords | None = None,
    answers: Iterable[Path] = (),
    reading: Reading = read_in_turn,
) -> Chronology:
    """Weave files into one chronology; raises Unreadable only if none of them can be read.

    `agency` names the agency of files that do not name one themselves; `earlier` is what an
    earlier draft holds, whose ids and notes are carried on; `passwords` gives those to try on a
    protected file; `answers` are files in which agencies answered the review's questions;
    `reading` is how the files are read.
    """
    # Late: whoever only asks for a date or for --help does not wait for them.
    from chronology.events.comparing import set_beside
    from chronology.review.answer_files import read_answers

    case = case or Case()
    read: list[ReadFile] = []
    findings: list[Finding] = [*case.findings]
    refused: list[Unreadable] = []
    kept, copies = without_copies(map(Path, paths), case)
    for path, file in zip(kept, reading(kept, case, agency, passwords), strict=True):
        if isinstance(file, Unreadable):
            refused.append(file)
            findings.append(_unread(path, file))
        else:
            read.append(file)
    if refused and not read:
        raise refused[0]
    read, named = _spelled_alike(read, case)
    read, alike = same_rows(read, case)
    given, unread = read_answers(answers)
    woven = _woven(
        case, read, [*findings, *copies, *named, *alike, *looks_like_versions(read, case)]
    )
    woven = replace(woven, findings=(*woven.findings, *unread))
    return set_beside(woven, earlier or Earlier(), given)


def _spelled_alike(read: Sequence[ReadFile], case: Case) -> tuple[list[ReadFile], list[Finding]]:
    """The files with each agency under one name: 'POLICE' and 'police' are one agency, and
    'Childrens Services' is 'Children's social care' where that is expected; the latter is said."""
    declared = [d.agency for d in case.declared if d.agency]
    called = one_spelling(_names(read), [*case.expected, *declared])
    read = [_under(file, called) for file in read]
    meant = as_expected(_names(read), case.expected, declared)
    return [_under(file, meant) for file in read], [_said(*both) for both in meant.items()]


def _names(read: Sequence[ReadFile]) -> list[str]:
    return [
        name for s, entries, _ in read for name in (s.agency, *(entry.agency for entry in entries))
    ]


def _under(file: ReadFile, called: Mapping[str, str]) -> ReadFile:
    """A file with its agencies as they are called."""
    submission, entries, found = file
    if not called:
        return file
    return (
        replace(submission, agency=called.get(submission.agency, submission.agency)),
        [replace(e, agency=called.get(e.agency, e.agency)) for e in entries],
        found,
    )


def _said(name: str, expected: str) -> Finding:
    return Finding(
        code="agency-as-expected",
        severity=Severity.NOTE,
        message=f"'{name}' is taken for {expected}, which is expected; it stands under that name.",
        remedy=f'If it is another agency, write agency = "{name}" for its file in case.toml.',
    )


def _woven(case: Case, read: Sequence[ReadFile], findings: Sequence[Finding]) -> Chronology:
    """The entries of every file in one order; the findings of the files after those given."""
    submissions = [submission for submission, _, _ in read]
    entries = [entry for _, of_file, _ in read for entry in of_file]
    received, standing, superseded = set_superseded(case, submissions, in_order(entries))
    replaced = {s.file for s in received if s.superseded_by}  # nobody is to put right what is gone
    return Chronology(
        case=case,
        submissions=tuple(sorted(received, key=lambda s: s.file)),
        entries=_unique(standing),
        superseded=_unique(superseded),
        findings=(
            *findings,
            *(f for s, _, found in read if s.file not in replaced for f in found),
            *_not_received(case, submissions, entries, findings),
            *_not_known(case, submissions, entries),
            *emoji_findings(entries),
            *letter_findings(entries),
            *sex_findings(case, entries),
        ),
    )


def _unique(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """A row repeated exactly keeps its own id: the first as is, the next with -2, -3 ..."""
    count: dict[str, int] = {}
    kept = []
    for entry in entries:
        count[entry.id] = count.get(entry.id, 0) + 1
        n = count[entry.id]
        kept.append(entry if n == 1 else replace(entry, id=f"{entry.id}-{n}"))
    return tuple(kept)


def _unread(path: Path, problem: Unreadable) -> Finding:
    return Finding(
        code="file-not-read",
        severity=Severity.ERROR,
        message=problem.message,
        remedy=problem.remedy,
        file=path.name,
    )


def _not_received(
    case: Case, submissions: Sequence[Submission], entries: Sequence[Entry],
    findings: Sequence[Finding],
) -> list[Finding]:  # fmt: skip
    """A finding for each expected agency that neither a file nor a row is from."""
    received = {a.casefold() for a in _senders(submissions, entries)}
    return [
        _missing(agency, may_be_from(agency, case, submissions), unread_of(agency, case, findings))
        for agency in case.expected
        if agency.casefold() not in received
    ]


def _not_known(
    case: Case, submissions: Sequence[Submission], entries: Sequence[Entry]
) -> list[Finding]:
    """A finding for each agency of a named period that is neither expected nor any file's."""
    known = _senders(submissions, entries) | set(case.expected)
    folded = {a.casefold() for a in known}
    return [
        Finding(
            code="period-agency-unknown",
            severity=Severity.WARNING,
            message=f"[[periods]] '{period.name}' names {agency}, from which no file is, nor is "
            "one expected.",
            remedy=f"Write it as the files' agencies are called: {', '.join(sorted(known))}.",
            file="case.toml",
        )
        for period in case.periods
        for agency in period.agencies
        if agency.casefold() not in folded
    ]


def _senders(submissions: Sequence[Submission], entries: Sequence[Entry]) -> set[str]:
    return {s.agency for s in submissions} | {e.agency for e in entries}


def _missing(agency: str, alike: Sequence[str], unread: str) -> Finding:
    """No file that was read bears an expected agency's name; `alike` are files of that kind of
    agency, `unread` its own of which nothing was read."""
    message = f"No chronology received from: {agency}."
    remedy = "Ask for it, or say in the report that it is missing."
    if alike:
        named = ", ".join(alike)
        message = f"No chronology received from: {agency}, unless it is {named}."
        remedy = f'If it is, write agency = "{agency}" for the file in case.toml. Else ask for it.'
    if unread:
        message = f"Nothing is read of {agency}: {unread} was given and could not be read."
        remedy = "See what the finding on that file says, and merge again."
    return Finding(
        code="agency-not-received", severity=Severity.WARNING, message=message, remedy=remedy
    )
