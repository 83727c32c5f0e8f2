"""What is gathered from the structures of a GEDCOM file, and what of them was left.

Whatever a reader takes is marked by its line. What nobody took is told at the end, by tag, with
how often and where: a genogram cannot show it, but nobody is to think that it was never there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chronology.dates import When
from chronology.findings import Finding, Severity, locate
from genogram.formats.gedcom_dates import Stretch, stretch_of, when_of
from genogram.formats.gedcom_lines import Structure
from genogram.formats.gedcom_words import ID, PLAIN_TAGS
from genogram.model import Household, Parentage, Person, Relationship, Union

# The programs' own numbers and dates of change; counts of what stands in the file itself.
_BOOKKEEPING = frozenset(
    {"CHAN", "CREA", "RIN", "RFN", "AFN", "UID", "_UID", "EXID", "REFN", "SUBM", "NCHI"}
)
_TIES = (
    "INDI.ADOP",
    "INDI.FOST",
    "INDI.FAMC",
)  # they say that a child is not only whose the ties say
_MOST_LINES = 4


@dataclass(slots=True, kw_only=True)
class Reading:
    """The family as far as it has been read."""

    file: str
    findings: list[Finding] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    persons: dict[str, Person] = field(default_factory=dict)
    unions: list[Union] = field(default_factory=list)
    parents: list[Parentage] = field(default_factory=list)
    households: list[Household] = field(default_factory=list)
    relationships: list[Relationship] = field(default_factory=list)
    people_at: dict[str, str] = field(default_factory=dict)
    """Pointer -> id of a person."""
    unions_at: dict[str, str] = field(default_factory=dict)
    """Pointer -> id of a union."""
    unions_on: dict[int, str] = field(default_factory=dict)
    """The line of its record -> id of a union."""
    partner_of: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Pointer of a union -> those who say that they are partners of it."""
    children_of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Union -> children with a tie to it."""
    plain_links: set[tuple[str, str]] = field(default_factory=set)
    """Child and union where nothing says how the child is theirs."""
    born_together: list[tuple[str, str]] = field(default_factory=list)
    """Pointers of two people of one pregnancy."""

    def take(self, above: Structure, *tags: str) -> list[Structure]:
        """All structures of these tags directly below, taken."""
        found = list(above.all(*tags))
        self.taken.update(s.line for s in found)
        return found

    def one(self, above: Structure, tag: str) -> Structure | None:
        """The first structure of a tag directly below, taken. Further ones are left."""
        found = above.one(tag)
        if found:
            self.taken.add(found.line)
        return found

    def text(self, above: Structure | None, tag: str) -> str:
        """The words of the first structure of a tag directly below, taken; else empty."""
        found = self.one(above, tag) if above else None
        return found.value.strip() if found else ""

    def take_negations(self, record: Structure, *events: str) -> None:
        """What is said never to have happened and is not drawn either: version 7's NO."""
        for one in record.all("NO"):
            if one.value.strip() in events:
                self.taken |= {one.line, *(s.line for s in one.below)}

    def when(self, event: Structure | None) -> When | None:
        """The date of an event, taken with its words; None where it has none."""
        date = self.one(event, "DATE") if event else None
        if date is None:
            return None
        words = self.text(date, "PHRASE") or self.text(date, "_TEXT")
        when = when_of(date.value, words) if date.value.strip() or words else None
        self._remark(when, date.line)
        return when

    def stretch(self, above: Structure, tag: str = "DATE") -> Stretch:
        """From when to when something held, taken with its words."""
        date = self.one(above, tag)
        if date is None:
            return None, None
        begun, over = self.text(date, "_FROM"), self.text(date, "_TO")
        start, end = stretch_of(date.value, begun, over)
        for when in (start, end):
            self._remark(when, date.line)
        return start, end

    def identity(self, record: Structure, taken: Iterable[str], named: str = "") -> str:
        """The id that a record is given in its file, else its pointer; another one if taken."""
        told = [r.value.strip() for r in record.all("REFN") if r.text("TYPE") == ID]
        identity = named or (told[0] if told else record.xref) or f"line {record.line}"
        if identity not in taken:
            return identity
        kept = f"{identity} (line {record.line})"
        self.warn(
            "id-repeated",
            f"The id '{identity}' stands there more than once; the second was read as '{kept}'.",
            "Give each its own id.",
            record.line,
            Severity.ERROR,
        )
        return kept

    def called(self, person: str) -> str:
        """Somebody in what is said to people: by name, with the id to find the record by."""
        known = self.persons.get(person)
        return f"{known.name} ({person})" if known and known.name not in ("", person) else person

    def warn(
        self,
        code: str,
        message: str,
        remedy: str,
        line: int,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Note a finding at a line."""
        self.findings.append(
            Finding(
                code=code,
                severity=severity,
                message=message,
                remedy=remedy,
                file=self.file,
                row=line,
            )
        )

    def _remark(self, when: When | None, line: int) -> None:
        remarks = when.remarks if when else ()
        self.findings += [locate(r, file=self.file, sheet="", row=line) for r in remarks]


def tell_what_is_left(reading: Reading, records: Iterable[Structure]) -> None:
    """One finding for each kind of structure that nobody took, with its lines."""
    lines: dict[str, list[int]] = defaultdict(list)
    for record in records:
        for name, line in _left(reading, record):
            lines[name].append(line)
    for name, several in sorted(lines.items()):
        listed = ", ".join(map(str, several[:_MOST_LINES]))
        more = len(several) - _MOST_LINES
        where = f"line {listed}" if len(several) == 1 else f"lines {listed}"
        where += f" and {more} more" if more > 0 else ""
        reading.warn(
            "gedcom-not-shown",
            f"A genogram does not show {name}: {where}.",
            "Nothing to do, unless it tells of the family; then enter it in a family workbook.",
            several[0],
            Severity.WARNING if any(tie in name for tie in _TIES) else Severity.NOTE,
        )


def _left(reading: Reading, above: Structure) -> Iterator[tuple[str, int]]:
    for one in above.below:
        if one.tag in _BOOKKEEPING:
            continue
        if one.line in reading.taken:
            yield from _left(reading, one)
        else:
            told = one.text("TYPE") or one.text("RELA") or one.text("ROLE")
            kind = f" ({told[:40]})" if told else ""
            plain = PLAIN_TAGS.get(one.tag, "")
            tags = f"{above.tag}.{one.tag}"
            yield f"{plain} ({tags}){kind}" if plain else f"{tags}{kind}", one.line
