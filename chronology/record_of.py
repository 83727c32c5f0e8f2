"""Whose record a file or a sheet is, where its own title plainly says so; else nothing is guessed.

said by     1 the case file   2 the titles above the headings   3 the sheet's name   4 the file's
strong      = (chronology|record|notes|history ...) (for|of|on|re ...) who | re|subject|patient: who
            | who's (record|notes|chronology ...)
weak        = child|mother|father ...: name      one kind of them alone says whose record it is
who         = a role (mother, father, child, household) | the name of a child or person of the case
Two roles side by side ("Mother and Theo") say nothing plain: the record stays undeclared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chronology.findings import Remark, Severity
from chronology.importers.rows import Row, text_of
from chronology.model import Case, Child

CHILD = "child"
_ROLES = (
    ("mother", r"\bmother\b(?:'s)?|\bmum\b(?:'s)?|\bmums\b|\bmothers\b"),
    ("father", r"\bfather\b(?:'s)?|\bdad\b(?:'s)?|\bfathers\b|\bdads\b"),
    ("household", r"\b(?:household|tenancy|tenants?|whole family|family unit|property)\b"),
    (CHILD, r"\bsubject child\b|\bchild\b(?:'s)?|\bpupil\b|\bbaby\b|\byoung person\b|\binfant\b"),
)
_OF_CHILD = re.compile(
    r"\b(mother|mum|father|dad|stepfather|step-father|grandmother|grandfather|partner)"
    r" of\b|\b(?:child|baby|pupil|infant)(?:'s|s)? (mother|mum|father|dad)\b"
)
_KINDS = r"(?:chronolog(?:y|ies)|records?|notes|history|entries|log|file|timeline|events|contacts)"
_STRONG = (
    re.compile(rf"\b{_KINDS}\b[^.:]*?\b(?:for|of|on|re|relating to|regarding|concerning|about)"
               r"[\s:]+(.{2,80})$"),
    re.compile(r"^(?:re|regarding|subject|subject of (?:record|chronology|review)|patient|client|"
               r"pupil|student|tenants?|service user|patient name|pupil name|client name|"
               r"subject name|record of|name of patient|name of pupil|"
               r"name of (?:subject )?child(?: or young person)?|child's name|child name|"
               r"subject child)\s*[:-]\s*(.{2,80})$"),
    re.compile(rf"^(.{{2,60}}?'s?) (?:[\w-]+ ){{0,3}}{_KINDS}\b"),
)  # fmt: skip
_WEAK = re.compile(
    r"^(child|baby|infant|mother|mum|father|dad|young person)(?: name|'s name)?\s*:\s*\S"
)
_CHILDLY = re.compile(r"^(?:pupil|student|name of (?:pupil|(?:subject )?child)|child|subject child)")
_LABELLED = re.compile(r"[:-]\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOf:
    """Whose record it is: child, mother, father, household, other, or empty where nobody says."""

    role: str = ""
    child: str = ""
    """The label of the child whose own record it is, where one is named."""
    remark: Remark | None = None

    @property
    def words(self) -> str:
        """The role, with the child's label where one is named."""
        return f"{self.role}: {self.child}" if self.child else self.role


def declared_record(said: str, case: Case) -> RecordOf:
    """What the case file says: a role, or the label of a child."""
    labels = {c.label for c in case.children}
    return RecordOf(role=CHILD, child=said) if said in labels else RecordOf(role=said)


def find_record_of(
    titles: Sequence[str], sheet: str, file: str, case: Case
) -> RecordOf:
    """Whose record the titles above the headings, the sheet's or the file's name say it is."""
    for where, texts in (("title", titles), ("sheet's name", [sheet]), ("file's name", [file])):
        named = where != "title"
        found = _agreed([f for t in texts if (f := _said(t, case, named))])
        found = found or (None if named else _agreed([f for t in texts if (f := _weak(t, case))]))
        if found:
            return replace(found[0], remark=_remark(where, found[1], found[0]))
    return RecordOf()


def record_of_row(subject: str, case: Case, whole: RecordOf) -> RecordOf:
    """Whose record one row is, where the table has a column that says whom each row is about."""
    found = _who(subject, case) if subject else None
    return found or whole


def as_subject(children: tuple[Child, ...], record: RecordOf) -> tuple[Child, ...]:
    """The children with the one whose record it is as the only subject."""
    if not record.child:
        return children
    return tuple(replace(c, subject=c.label == record.child) for c in children)


def titles_above(rows: Iterable[Row], heading_row: int | None) -> list[str]:
    """The words above the headings, and of what stands about a table: one text for each cell.

    A label with its value in the next cell ("Child:" | "Theo") is one text.
    """
    texts: list[str] = []
    for row in rows:
        if heading_row is not None and row.number >= heading_row and not row.aside:
            continue
        words = [w for cell in row.cells if (w := text_of(cell.value))]
        while words:
            first = words.pop(0)
            if _LABELLED.search(first) and words:
                first = f"{first} {words.pop(0)}"
            texts += [" ".join(line.split()) for line in first.splitlines()]
    return [text for text in texts if len(text) <= 200]


Found = tuple[RecordOf, str]


def _agreed(found: Sequence[Found]) -> Found | None:
    """What all of the texts say, if they say one thing."""
    said = {(f.role, f.child) for f, _ in found if f.role}
    plain = {role for role, _ in said}
    children = {child for _, child in said if child}
    if len(plain) != 1 or len(children) > 1 or len(found) == 0:
        return None
    return max(found, key=lambda f: bool(f[0].child))


def _said(text: str, case: Case, name: bool) -> Found | None:
    """What a title says; the name of a sheet or a file says it by any of its words."""
    words = _fold(text)
    if name:
        found = _who(words, case)
        return (found, text) if found else None
    for pattern in _STRONG:
        if match := pattern.search(words):
            found = _who(match[1], case)
            if found is None and _CHILDLY.match(words) and _unnamed(case):
                found = RecordOf(role=CHILD)
            if found:
                return found, text
    return None


def _weak(text: str, case: Case) -> Found | None:
    match = _WEAK.match(_fold(text))
    if not match:
        return None
    role = _role(match[1])
    if role != CHILD:
        return RecordOf(role=role), text
    named = _children_in(_fold(text), case)
    if len(named) == 1:
        return RecordOf(role=CHILD, child=named[0]), text
    return (RecordOf(role=CHILD), text) if _unnamed(case) else None


def _who(text: str, case: Case) -> RecordOf | None:
    """The one role or person that a text names; None where it names none, or several."""
    words = _fold(text)
    if of := _OF_CHILD.search(words):
        return RecordOf(role=_role(of[1] or of[2]) or "other")
    roles = {role for role, cue in _ROLES if re.search(cue, words)}
    roles |= {r for p in case.people if _names(words, (p.label, *p.names)) and (r := _role(p.role))}
    named = _children_in(words, case)
    if len(named) > 1 or (named and roles - {CHILD}) or len(roles) > 1:
        return RecordOf(role="household") if not roles - {CHILD, "household"} else None
    if named:
        return RecordOf(role=CHILD, child=named[0])
    return RecordOf(role=roles.pop()) if roles else None


def _children_in(words: str, case: Case) -> list[str]:
    return [c.label for c in case.children if _names(words, (c.label, *c.names))]


def _names(words: str, names: Iterable[str]) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(_fold(n))}(?!\w)", words) for n in names if len(n) > 1
    )


def _unnamed(case: Case) -> bool:
    """Whether the case has one child only, so that a child's record can be no other's."""
    return len(case.children) == 1 and not case.children[0].names


def _role(words: str) -> str:
    return next((role for role, cue in _ROLES if re.search(cue, words.casefold())), "")


def _fold(text: str) -> str:
    bare = text.casefold().replace("\u2019", "'").replace("_", " ")
    bare = re.sub(r"\.\w{2,5}$|[()\[\]\"]", " ", bare)
    return " ".join(bare.split())


def _remark(where: str, text: str, found: RecordOf) -> Remark:
    whose = f"{found.child}'s own" if found.child else f"the {found.role}'s"
    said = text if len(text) <= 80 else text[:77] + "..."
    return Remark(
        code="record-of-by-title",
        severity=Severity.NOTE,
        message=f"The {where} says '{said}': read as {whose} record.",
        remedy="If it is somebody else's, set record_of for it in case.toml.",
    )
