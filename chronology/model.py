"""What a chronology is made of. Data only: the verbs live in the files named after them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from chronology.dates import When
from chronology.findings import Finding
from chronology.review.panel_notes import LogLine, Note


class SeenValue(StrEnum):
    """Whether a professional had sight of the child; silence is never `not_seen`."""

    SEEN = "seen"
    SEEN_ALONE = "seen_alone"
    NOT_SEEN = "not_seen"
    NOT_RECORDED = "not_recorded"


SIGHTED = (SeenValue.SEEN, SeenValue.SEEN_ALONE)
"""What says that a professional had sight of the child."""


class ViewsValue(StrEnum):
    """Whether the child's views (wishes and feelings) were sought or expressed."""

    RECORDED = "recorded"
    SOUGHT = "sought_but_not_given"
    OBSERVED = "observed"
    NOT_RECORDED = "not_recorded"


class Basis(StrEnum):
    """Where a seen or views value comes from; the bases are never summed."""

    STATED = "stated"
    NARRATIVE = "narrative"
    REVIEWER = "reviewer"
    AGENCY_ANSWER = "agency_answer"
    NONE = "none"


class Kind(StrEnum):
    """The kind of contact an entry describes; `other` where the record does not say."""

    VISIT = "visit"
    APPOINTMENT = "appointment"
    SESSION = "session"
    REMOTE = "remote"
    MEETING = "meeting"
    OTHER = "other"


DECEASED = "deceased"
"""The reason of a seen value that is not recorded because the entry tells of the child's death."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The seen value of one child in one entry, with the words it rests on."""

    value: SeenValue = SeenValue.NOT_RECORDED
    basis: Basis = Basis.NONE
    evidence: str = ""
    manner: str = ""
    by: str = ""
    reason: str = ""
    readings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Value by basis: every basis keeps its own."""
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The words behind each reading, by basis, where there is more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """The views value of one child in one entry, with the words it rests on."""

    value: ViewsValue = ViewsValue.NOT_RECORDED
    basis: Basis = Basis.NONE
    evidence: str = ""
    readings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Value by basis: every basis keeps its own."""
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The words behind each reading, by basis, where there is more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where an entry stands in what was sent: file name, sheet (or table), the sheet's own row."""

    file: str
    sheet: str
    row: int

    @property
    def place(self) -> tuple[str, str, int]:
        """File, sheet and row."""
        return self.file, self.sheet, self.row


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dated (or undated) row of a chronology, from one agency."""

    id: str
    agency: str
    at: Location
    when: When
    event: str
    fields: Mapping[str, str]
    """Other recognised fields by name (see columns.toml), the words as sent."""
    kind: Kind = Kind.OTHER
    seen: Mapping[str, Seen]
    views: Mapping[str, Views]
    extra: Mapping[str, str]
    """Columns that map to nothing, under their own headings."""
    marks: tuple[str, ...] = ()
    withheld: frozenset[str] = frozenset()
    """Headings or field names whose words were struck out or hidden; not in what is shared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A row that is not an entry, and why; its words unless they were struck or hidden."""

    row: int
    reason: str
    words: str = ""
    marks: tuple[str, ...] = ()
    """What is drawn over its cells or pinned to them, with the words that are withheld."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """How one column was understood."""

    letter: str
    heading: str
    field: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """One sheet or table as it was read: rows = entries + set_aside."""

    name: str
    rows: int
    entries: int
    set_aside: tuple[SetAside, ...]
    columns: tuple[Column, ...] = ()
    heading_row: int | None = None
    record_of: str = ""
    """Whose record the sheet is, as it was read; empty where nothing says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of days, both ends included; an open end is None."""

    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One file an agency sent, as it was read."""

    file: str
    sha256: str
    agency: str
    record_of: str = ""
    covers: Period = Period()
    sheets: tuple[SheetRead, ...] = ()
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child of the case, by the label that every output uses."""

    label: str
    names: tuple[str, ...] = ()
    born: dt.date | None = None
    died: dt.date | None = None
    subject: bool = False
    sex: str = ""
    """F or M; '' where the case does not say."""

    @property
    def all_names(self) -> tuple[str, ...]:
        """The label, and every other name that the case file gives."""
        return self.label, *self.names


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the case who is not one of its children, by the label that outputs use."""

    label: str
    names: tuple[str, ...] = ()
    role: str = ""

    @property
    def all_names(self) -> tuple[str, ...]:
        """The label, and every other name that the case file gives."""
        return self.label, *self.names

    @property
    def called(self) -> str:
        """ "Mr Tollers (mother's partner)", and "Mother" where the label is the role."""
        told = self.role and self.role.casefold() != self.label.casefold()
        return f"{self.label} ({self.role})" if told else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPeriod:
    """A stretch of time with a name, and the agencies expected to have written in it."""

    name: str
    period: Period
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The review the chronology is made for."""

    type: str = ""
    period: Period = Period()
    incident: dt.date | None = None
    commissioned_by: str = ""
    """For whom the review is made, such as a safeguarding partnership."""

    @property
    def last_day(self) -> dt.date | None:
        """The last day that the review looks at: of its period, or of the incident if later."""
        return max(filter(None, (self.incident, self.period.end)), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What the case file says of one submission; its word wins over what the file seems to be."""

    file: str
    agency: str = ""
    record_of: str = ""
    covers: Period = Period()
    supersedes: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sheets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """record_of by sheet name."""
    day_first: bool = True
    """False where the agency's own system writes the month first."""
    swapped_dates: bool = False
    """The spreadsheet exchanged days and months in its real dates (see date_column.py)."""
    signed: str = ""
    """Who signed the submission off, and when, in the case file's words."""


NOBODY_NAMED = (Child(label="Subject child", subject=True),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One review as its case file declares it; without one, a single unnamed subject child."""

    children: tuple[Child, ...] = NOBODY_NAMED
    review: Review = Review()
    declared: tuple[Declared, ...] = ()
    expected: tuple[str, ...] = ()
    glossary: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    people: tuple[Person, ...] = ()
    periods: tuple[NamedPeriod, ...] = ()
    """Stretches of time in which the panel looks for silence, such as 'after the second birth'."""
    cues: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """An organisation's own phrases for the reading of narratives, by rule (docs/narrative.md)."""
    lenses: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Numbers of the lenses that differ from the usual ones; 0 switches a lens off."""
    classification: str = ""
    draft: str = ""
    dated: dt.date | None = None
    """The day of this draft, by the case file; outputs take no date from the clock."""
    contact: str = ""
    """Who writes to the agencies and takes in their answers, in the case file's words."""
    reply_by: dt.date | None = None
    """The day by which agencies are asked to answer."""
    findings: tuple[Finding, ...] = ()
    """What a person should look at in the case file and its folder."""

    @property
    def everybody(self) -> tuple[Child | Person, ...]:
        """Its children and the other people whom it names."""
        return (*self.children, *self.people)

    @property
    def grown(self) -> tuple[str, ...]:
        """The names of the people who are none of the case's children."""
        return tuple(name for person in self.people for name in person.all_names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What a lens shows: a prompt for professional judgement, with the rows behind it."""

    lens: str
    message: str
    entries: tuple[str, ...]


class Role(StrEnum):
    """How an entry belongs to a group: its own account, or a note of being told."""

    SAME = "same"
    NOTIFIED = "notified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One entry of a group, by id."""

    id: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one entry says about a thing on which accounts differ."""

    id: str
    agency: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Accounts of one thing that differ, side by side; a prompt to look, not a conclusion."""

    field: str
    message: str
    said: tuple[Said, ...]
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries that look like accounts of one event, with what makes them look so."""

    id: str
    members: tuple[Member, ...]
    points: float = 0.0
    why: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chronology:
    """Everything the merge found: all agencies' entries in one order, each traceable.

    It equals itself alone, so that what is worked out of one can be remembered for it.
    """

    case: Case
    submissions: tuple[Submission, ...]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    groups: tuple[Group, ...] = ()
    repeats: tuple[tuple[str, ...], ...] = ()
    """Ids of rows that one agency sent more than once, word for word; the first one counts."""
    differences: tuple[Difference, ...] = ()
    """Every place where accounts differ, those of the groups among them."""
    patterns: tuple[Pattern, ...] = ()
    themes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Theme -> ids of the entries whose words hold a cue of it."""
    notes: tuple[Note, ...] = ()
    draft: str = "1"
    content: str = ""
    """A digest of the entries and notes, by which the next draft knows whether they changed."""
    log: tuple[LogLine, ...] = ()
    superseded: tuple[Entry, ...] = ()
    """Entries of submissions that a later one replaces: kept, and in no main table."""
    numbers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Of a part of a chronology, the Ref of each entry in the whole: a Ref never changes."""

    @property
    def sent_again(self) -> frozenset[str]:
        """Ids of the rows that repeat one of the same agency: counted nowhere a second time."""
        return frozenset(id_ for ids in self.repeats for id_ in ids[1:])
