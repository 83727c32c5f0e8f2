"""Rows of a family's sheets by field, and what is gathered from them with all there is to say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from chronology.columns import fold
from chronology.dates import When
from chronology.findings import Finding, Severity, counted, locate
from chronology.importers.rows import Row, Table, Value, filled_cells, text_of
from genogram.formats import words
from genogram.formats.cell_places import Places
from genogram.formats.family_dates import NO_DATE, read_when, when_from
from genogram.model import (
    Family,
    Household,
    LegalStatus,
    Parentage,
    Person,
    Relationship,
    Residence,
    Sex,
    Union,
)
from genogram.view.uncertain import names_nobody

Kind = TypeVar("Kind", bound=StrEnum)
Default = TypeVar("Default")
Fields = Mapping[str, tuple[str, ...]]
_ABOUT = r"(?:c\.? ?|circa |approx(?:imately|\.)? ?|about |around |roughly )?"
_AGE = re.compile(
    rf"(?:aged?:? *)?{_ABOUT}\d{{1,3}}(?: ?- ?\d{{1,2}})?\+? ?"
    r"(?:y|yrs?|years?|m|mths?|months?|w|wks?|weeks?)\.?(?: old| of age)?"
    rf"|(?:is )?aged?:? *{_ABOUT}\d{{1,3}}\+?|\d{{1,2}} ?-?ish|\d{{1,2}}\+|new-?born"
    r"|(?:in )?(?:(?:his|her|their) )?(?:early |mid |late |mid-)?\d0'?s"
)
_MARKS = {
    field: re.compile(rf"(?:{marks})\b\.?:? *(?:(?:on|in) )?(?=['\u2019\w])", re.IGNORECASE)
    for field, marks in (("born", r"d\.?o\.?b|b|born"), ("died", r"d\.?o\.?d|d|died"))
}
"""Words that say before a date what its column says too: 'b. 1990', 'died in 2011'."""
_LONGEST = 200  # letters; longer texts are narrative
_FAR = 30  # headings stand in the first thirty rows of a sheet, or nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a sheet by field, with its place for findings."""

    sheet: str
    row: int
    cells: Mapping[str, Value]
    epoch_1904: bool = False

    def text(self, name: str) -> str:
        """The words of a field, or an empty string."""
        return text_of(self.cells.get(name)).strip()

    def when(self, name: str) -> When:
        """The date of a field as it may honestly be read."""
        value, mark = self.cells.get(name), _MARKS.get(name)
        found = mark.match(self.text(name)) if mark else None
        told = self.text(name)[found.end() :] if found else value
        return read_when(told, epoch_1904=self.epoch_1904)


@dataclass(slots=True, kw_only=True)
class Gathering:
    """What has been read so far, and what there is to say about it."""

    file: str
    findings: list[Finding] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    unions: list[Union] = field(default_factory=list)
    parents: list[Parentage] = field(default_factory=list)
    households: dict[str, tuple[str, list[Residence]]] = field(default_factory=dict)
    relationships: list[Relationship] = field(default_factory=list)
    legal: dict[str, list[LegalStatus]] = field(default_factory=dict)
    called: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What people are called, plainly -> their ids."""
    places: Places = field(default_factory=Places)
    by_name: set[str] = field(default_factory=set)
    """Ids of those who have none of their own in the file."""
    told: set[str] = field(default_factory=set)
    """Names of which it has been said who was taken."""

    def say(
        self,
        line: Line,
        code: str,
        message: str,
        remedy: str,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Note a finding at a row of a sheet."""
        self.findings.append(
            Finding(
                code=code,
                severity=severity,
                message=message,
                remedy=remedy,
                file=self.file,
                sheet=line.sheet,
                row=line.row or None,
            )
        )

    def when(self, line: Line, name: str) -> When | None:
        """The date of a field as it may honestly be read; None for an empty cell."""
        if not line.text(name):
            return None
        when = line.when(name)
        self.findings += [
            locate(r, file=self.file, sheet=line.sheet, row=line.row) for r in when.remarks
        ]
        return when

    def until(self, line: Line) -> When | None:
        """The date of an end; none where a word such as "present" says that it still goes on."""
        return None if fold(line.text("to")) in words.STILL else self.when(line, "to")

    def died(self, line: Line) -> When | None:
        """The date of a death. "No" is none, "Yes" one without a date; "N/K" is asked about."""
        told = fold(line.text("died")) or line.text("died")
        if not told or told in words.ALIVE:
            return None
        if told in words.GONE:
            return when_from(NO_DATE)
        if told in words.UNSURE:
            self.say(
                line,
                "death-unclear",
                f"'{line.text('died')}' under Died: drawn as died, on a day that is not known.",
                "Leave the cell empty if it is not known that the person died.",
            )
        return self.when(line, "died")

    def add(self, person: Person) -> None:
        """A person, who may be named by id or name from now on."""
        self.persons.append(person)
        for called in (person.id, person.name):
            self.called[words.plain(called)].add(person.id)

    def named(self, told: str) -> set[str]:
        """The ids of those who are called so, or else whose names begin with these words.

        Capitals, accents and odd spaces make no difference.
        """
        wanted = words.plain(told)
        if wanted in self.called or names_nobody(told):
            return self.called.get(wanted, set())
        begun = (ids for name, ids in self.called.items() if name.startswith(f"{wanted} "))
        return set().union(*begun)

    def somebody(self, line: Line, told: str) -> str:
        """The id of whoever is meant, a name that only one person has included; else the words."""
        meant = self.named(told)
        if told in self.by_name and len(meant) > 1:
            sheet, row = self.places.of(("person", told))
            self.say(
                line,
                "name-of-several",
                f"'{told}' is the name of several people; "
                f"the one in {sheet}, row {row}, was taken.",
                "Give each of them an id of their own, and use the ids.",
                Severity.ERROR,
            )
        if told in meant or len(meant) != 1:
            return told
        (identity,) = meant
        if identity.casefold() == told.casefold() or told in self.told:
            return identity
        self.told.add(told)
        self.say(
            line,
            "person-by-name",
            f"'{told}' was taken as the person with the id {self._who(told, identity)}.",
            "Nothing to do, if that is so.",
            Severity.NOTE,
        )
        return identity

    def _who(self, told: str, identity: str) -> str:
        """An id, and the name that goes with it where it is more than what was told."""
        name = next((p.name for p in self.persons if p.id == identity), told)
        same = words.plain(name) in (words.plain(told), words.plain(identity))
        return f"'{identity}'" if same else f"'{identity}', {name}"

    def word(
        self,
        line: Line,
        name: str,
        known: Mapping[str, Kind],
        default: Default,
        unsure: Kind | None = None,
    ) -> Kind | Default:
        """A cell's word as one of a kind; `default` for an empty cell.

        A word that is not known is a finding, and read as `unsure`, or else as the default.
        """
        text = line.text(name)
        if not text:
            return default
        kind = words.meant(text, known)
        if kind is not None and text.endswith("?") and fold(text):
            self.say(
                line,
                f"{name}-not-known",
                f"'{text}' was read as {kind.value}, without the question mark.",
                "Write unknown, or disputed for a parent, if it is not certain.",
            )
        if kind is None and (slip := words.meant_by_slip(text, known)):
            self.say(
                line,
                f"{name}-not-known",
                f"'{text}' is not a known {name}; read as {slip.value}, which is spelt like it.",
                "Correct the word.",
            )
            return slip
        if kind is None:
            read = default if unsure is None else unsure
            shown = read.value if isinstance(read, StrEnum) else "nothing"
            self.say(
                line,
                f"{name}-not-known",
                f"'{text}' is not a known {name}; read as {shown}.",
                f"Use one of: {', '.join(sorted({k.value for k in known.values()}))}.",
            )
            return read
        return kind

    def family(self) -> Family:
        """What was gathered, as a family."""
        return Family(
            persons=tuple(self.persons),
            unions=tuple(self.unions),
            parents=tuple(self.parents),
            households=tuple(
                Household(id=h, address=address, members=tuple(members))
                for h, (address, members) in self.households.items()
            ),
            relationships=tuple(self.relationships),
        )


def sex(line: Line, gathered: Gathering) -> tuple[Sex, tuple[str, ...]]:
    """The sex by which somebody is drawn, and a label of the record's words where they say more."""
    told, known = line.text("sex"), gathered.word(line, "sex", words.SEX, Sex.UNKNOWN)
    said = words.meant(told, words.SEX) if told else known
    more = said is None or words.meant(told, words.GENDERS) is not None
    return known, (f"sex as given: {told}",) if more else ()


def is_age(told: str) -> bool:
    """Whether words are an age and no date: '4 yrs', 'aged 61'."""
    return bool(_AGE.fullmatch(told[:_LONGEST].casefold()))


def headings(table: Table, fields: Fields) -> tuple[Row | None, dict[int, str]]:
    """The row of headings and the field of each column that has one; None where there is none.

    Of two columns for one field that has it whose heading stands first in `fields`: Id, not No.
    A known heading that ends with * is only how one begins.
    """
    names = {word: name for name, synonyms in fields.items() for word in synonyms}
    rank = {word: n for n, word in enumerate(names)}
    begun = {word[:-1]: name for word, name in names.items() if word.endswith("*")}
    for row in table.rows[:_FAR]:
        best: dict[str, tuple[int, int]] = {}  # field -> how plain its heading is, and where
        for position, cell in enumerate(row.cells):
            told = fold(text_of(cell.value))
            name = names.get(told) or next((n for b, n in begun.items() if told.startswith(b)), "")
            if name:
                here = rank.get(told, len(rank)), position
                best[name] = min(best.get(name, here), here)
        others = best.keys() - {"mother", "father"}  # which may stand above a table, as a form
        if len(others) >= 2 or (len(best) == 3 and "name" in best):
            return row, {position: name for name, (_, position) in best.items()}
    return None, {}


def lines(table: Table, fields: Fields, gathered: Gathering) -> Iterator[Line]:
    """The rows under the headings. Struck and hidden ones are left out, each with a finding."""
    head, columns = headings(table, fields)
    if head is None:
        gathered.say(
            Line(sheet=table.name, row=1, cells={}),
            "family-no-headings",
            f"The sheet '{table.name}' has no headings that are known; it was not read.",
            f"Use the headings {', '.join(v[0].capitalize() for v in fields.values())}.",
        )
        return
    rows = [
        r for r in table.rows if r.number > head.number and any(text_of(c.value) for c in r.cells)
    ]
    _unread_columns(table, head, columns, rows, gathered)
    for row in rows:
        line = Line(
            sheet=table.name,
            row=row.number,
            cells={columns[i]: c.value for i, c in enumerate(row.cells) if i in columns},
            epoch_1904=table.epoch_1904,
        )
        if _withheld(table, row):
            gathered.say(
                line,
                "family-row-withheld",
                "A row that is hidden or struck through was left out of the family.",
                "Show the row and remove the strike-through if it holds.",
            )
        else:
            yield line


def _withheld(table: Table, row: Row) -> bool:
    filled = filled_cells(row)
    return table.hidden or row.hidden or all(c.marks.struck for c in filled)


def _unread_columns(
    table: Table,
    head: Row,
    columns: Mapping[int, str],
    rows: Sequence[Row],
    gathered: Gathering,
) -> None:
    """A column whose heading is not known is not read, and said so where it holds anything."""
    for position, cell in enumerate(head.cells):
        filled = sum(
            position < len(r.cells) and bool(text_of(r.cells[position].value)) for r in rows
        )
        if position not in columns and filled:
            heading = text_of(cell.value) or f"column {position + 1}"
            many = counted(filled, "row has", "rows have")
            gathered.say(
                Line(sheet=table.name, row=head.number, cells={}),
                "family-column-not-read",
                f"The column '{heading}' was not read; {many} something in it.",
                "If it belongs in the genogram, give it a heading from docs/file-formats.md.",
                Severity.NOTE,
            )
