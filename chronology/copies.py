"""Files that are the same, and files that look like versions of one: said, and never guessed away.

same bytes, or same rows of one agency      read once; the other is named
most rows in common, or one name apart from 'v2', 'final', '(1)'     both kept, and a question asked
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Sequence
from itertools import combinations
from pathlib import Path

from chronology.events.agencies import agencies_named, agency_kinds
from chronology.findings import Finding, Severity
from chronology.model import Case, Entry, Submission
from chronology.phrases import stems
from chronology.record_of import find_record_of
from chronology.sender import agency_of, plain_name

_FEWEST_IN_COMMON = 3
_MOSTLY = 0.5
ReadFile = tuple[Submission, list[Entry], list[Finding]]


def without_copies(paths: Iterable[Path], case: Case) -> tuple[list[Path], list[Finding]]:
    """The files with byte-for-byte copies left out, and a finding for each of those.

    A file that was named twice is one file. Files that are named after two agencies, or are the
    records of two people, are two: both children were absent on the same days.
    """
    declared = {d.file for d in case.declared}
    # Of several copies the one that the case file names is read, else the one of the plainest name.
    ranked = sorted(
        dict.fromkeys(paths), key=lambda p: (p.name not in declared, len(p.name), p.name)
    )
    first: dict[str, list[Path]] = {}
    copies: dict[Path, Path] = {}
    for path in ranked:
        digest = _digest(path)
        alike = first.setdefault(digest, []) if digest else []
        of = next((other for other in alike if not _told_apart(path, other, case)), None)
        if of is None:
            alike.append(path)
        else:
            copies[path] = of
    kept = sorted((p for p in ranked if p not in copies), key=lambda p: p.name)
    return kept, [_same(path.name, of.name) for path, of in sorted(copies.items())]


def _told_apart(one: Path, other: Path, case: Case) -> bool:
    """Whether the case file or their names say that two files are of two agencies or two people."""
    said = {d.file: d for d in case.declared}
    pair = [(path, said.get(path.name)) for path in (one, other)]
    whose = [
        (told.record_of if told else "") or find_record_of((), "", path.stem, case)[0]
        for path, told in pair
    ]
    if all(whose) and whose[0] != whose[1]:
        return True
    agencies = [(told.agency if told else "") or agency_of(path, case) for path, told in pair]
    named = {d.agency.casefold() for d in case.declared if d.agency}
    return _two_agencies(agencies[0], agencies[1], named)


def same_rows(read: Sequence[ReadFile], case: Case) -> tuple[list[ReadFile], list[Finding]]:
    """The files with those left out whose rows are all another's, in other bytes.

    Two agencies that say the same are two.
    """
    kept: list[ReadFile] = []
    findings: list[Finding] = []
    first: dict[object, list[Submission]] = {}
    named = {d.agency.casefold() for d in case.declared if d.agency}
    for one in sorted(read, key=lambda r: (len(r[0].file), r[0].file)):
        submission, entries, _ = one
        stem = Path(submission.file).stem  # which is the name of the sheet of a text file
        content = tuple((e.at.sheet.removeprefix(stem), e.at.row, *_row(e)) for e in entries)
        alike = first.setdefault((submission.record_of, content), [])
        of = next((s for s in alike if not _two_agencies(submission.agency, s.agency, named)), None)
        if of is None:
            kept.append(one)
            alike.append(submission)
        else:
            findings.append(_same(submission.file, of.file))
    return sorted(kept, key=lambda r: r[0].file), findings


def _two_agencies(one: str, other: str, named: Container[str]) -> bool:
    """Whether both are surely agencies, and not the same: a file's name may be no agency's."""
    known = all(a.casefold() in named or agencies_named(stems(a)) for a in (one, other))
    return known and agency_kinds(one).isdisjoint(agency_kinds(other))


def looks_like_versions(read: Sequence[ReadFile], case: Case) -> list[Finding]:
    """A finding for each pair of files that may be versions of one, unless the case file says."""
    settled = {frozenset((d.file, old)) for d in case.declared for old in d.supersedes}
    rows = {s.file: {(e.when.text, e.event) for e in entries if e.event} for s, entries, _ in read}
    files = {s.file: s for s, _, _ in read}
    found = []
    for one, other in combinations(sorted(files), 2):
        if frozenset((one, other)) in settled:
            continue
        common = len(rows[one] & rows[other])
        fewer = min(len(rows[one]), len(rows[other]))
        named = plain_name(Path(one)).casefold() == plain_name(Path(other)).casefold()
        if (common >= _FEWEST_IN_COMMON and common >= _MOSTLY * fewer) or named:
            found.append(_versions(one, other, common, fewer))
    return found


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    except OSError:
        return ""


def _row(entry: Entry) -> tuple[object, ...]:
    """Everything that a row says, as it was read."""
    when = entry.when
    told = (when.text, when.start, when.end, when.time, when.end_time, entry.event, entry.marks)
    seen = [(label, s.value, s.evidence) for label, s in entry.seen.items()]
    views = [(label, v.value, v.evidence) for label, v in entry.views.items()]
    return (*told, *sorted(entry.fields.items()), *entry.extra.items(), *seen, *views)


def _same(file: str, of: str) -> Finding:
    return Finding(
        code="submission-repeated",
        severity=Severity.NOTE,
        message=f"{file} holds the same as {of}; it was read once.",
        remedy="Nothing, unless the agency meant to send another file.",
        file=file,
    )


def _versions(one: str, other: str, common: int, fewer: int) -> Finding:
    rows = f"{common} of {fewer} rows are the same" if common else "their names say so"
    return Finding(
        code="submissions-maybe-versions",
        severity=Severity.WARNING,
        message=f"{one} and {other} look like versions of one file ({rows}); both were kept.",
        remedy="If one replaces the other, say so in the case file (case.toml): "
        f'supersedes = "{one}" for {other}, or the other way round.',
        file=other,
    )
