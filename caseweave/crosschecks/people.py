"""Who of the family is named where: names as agencies write them, found in the rows.

A name stands for everybody who may be meant: "Mr Garrowby" may be the father or the grandfather.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from caseweave.crosschecks.contradiction import Contradiction, Side, drawn, quoted
from caseweave.crosschecks.rows import Mention, Row
from caseweave.crosschecks.who.kin_words import any_of, relation_of
from caseweave.crosschecks.who.kinship import relations, without_side
from chronology.dates import in_words, parse_when
from chronology.events.accounts import text_of
from chronology.model import Case, Chronology, Entry, Kind, Location, SetAside
from genogram.kin import Kin, kin_of
from genogram.model import Family, Person, Sex

_TITLES = {"mr": Sex.MALE, "mrs": Sex.FEMALE, "ms": Sex.FEMALE, "miss": Sex.FEMALE}
GROWN_UP = dt.timedelta(days=16 * 365)
_NO_NAMES = frozenset(["unknown", "unborn", "baby", "father", "mother", "child", "not", "named"])


@dataclass(frozen=True, kw_only=True)
class Known:
    """A family, a chronology, and who is named where; made once and handed to every check."""

    family: Family
    chronology: Chronology
    file: str
    """The file that tells of the family."""

    @cached_property
    def kin(self) -> Kin:
        """The family looked up by who belongs to whom."""
        return kin_of(self.family)

    @cached_property
    def children(self) -> tuple[str, ...]:
        """The children of the case, as far as the family has them; else its subject children."""
        names = {n.casefold() for c in self.chronology.case.children for n in c.all_names}
        found = [p.id for p in self.family.persons if names & set(_spellings(p))]
        return tuple(found) or tuple(p.id for p in self.family.persons if p.subject)

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """Name in small letters -> the people whom it may mean."""
        days = [e.when.start for e in self.chronology.entries if e.when.start]
        return _names(self.family, self.chronology.case, max(days, default=None))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every entry with who is named in it."""
        pattern = _pattern(self.names)
        return tuple(_row(e, pattern, self.names) for e in self.chronology.entries)

    @cached_property
    def roles(self) -> dict[tuple[str, str], tuple[Mention, ...]]:
        """Entry and words -> who is spoken of in them by a role; filled as it is asked for."""
        return {}

    @cached_property
    def _relatives(self) -> dict[str, Mapping[str, frozenset[str]]]:
        return {}

    def relatives(self, to: str) -> Mapping[str, frozenset[str]]:
        """Relation -> the people who are that to somebody, with and without the side."""
        if to not in self._relatives:
            told: dict[str, set[str]] = {}
            for person in self.kin.people:
                for word in relations(self.kin, person, to):
                    for said in {word, without_side(word)}:
                        told.setdefault(said, set()).add(person)
            self._relatives[to] = {word: frozenset(people) for word, people in told.items()}
        return self._relatives[to]

    @cached_property
    def _by_year(self) -> frozenset[tuple[str, str]]:
        """File and sheet whose column of pupils tells their school year beside the name."""
        return frozenset(
            (submission.file, sheet.name)
            for submission in self.chronology.submissions
            for sheet in submission.sheets
            for column in sheet.columns
            if column.field == "subject" and _SCHOOL.search(column.heading)
        )

    def tells_school_year(self, row: Row, at: int) -> bool:
        """Whether the words at a place are of such a column: "Pupil (year): Mia (10)"."""
        cell = row.entry.fields.get("subject", "")
        where = row.text.find(cell) if cell else -1
        sheet = (row.entry.at.file, row.entry.at.sheet)
        return sheet in self._by_year and where <= at < where + len(cell)

    def is_short(self, name: str) -> bool:
        """Whether a name may be short for somebody's of the family: "Sade" for Folasade."""
        told = name.split()[-1].casefold()
        first = {p.name.casefold().split()[0] for p in self.family.persons if p.name}
        return len(told) > 3 and any(f.endswith(told) or f.startswith(told) for f in first)

    @cached_property
    def all_words(self) -> str:
        """Every word that some row writes with small letters, between spaces."""
        words = {w for row in self.rows for w in re.findall(r"\b[a-z]{2,}\b", row.text)}
        return f" {' '.join(sorted(words))} "

    def name(self, person: str) -> str:
        """A person's name as the genogram has it."""
        return self.kin.people[person].name or person


_SCHOOL = re.compile(r"\b(?:year|yr|class|form|tutor|group)\b", re.I)
_BIRTH_HEADS = re.compile(r"^(?:\w+'?s? )?(?:d\.?o\.?b\.?|date of birth|birth date|born)$", re.I)
_AGE_HEADS = re.compile(r"^(?:\w+'?s? )?age(?: \(?(?:in )?years\)?)?$", re.I)


def beside_narrative(known: Known) -> Iterator[Row]:
    """What stands beside the rows' own words: lines above a table, and columns for birth or age.

    "Patient: Ann Lee DOB 01/02/1990" over the headings; a column DOB beside a column Name.
    """
    pattern = _pattern(known.names)
    for submission in known.chronology.submissions:
        for sheet in submission.sheets:
            for aside in sheet.set_aside:
                at = Location(file=submission.file, sheet=sheet.name, row=aside.row)
                yield _row(_of_aside(aside, submission.agency, at), pattern, known.names)
    for entry in known.chronology.entries:
        told = _in_columns(entry)
        who = "" if "subject" in entry.withheld else entry.fields.get("subject", "")
        if told and who:
            words = f"{who} {told}"
            yield Row(entry=entry, text=words, mentions=tuple(_found(words, pattern, known.names)))


def _in_columns(entry: Entry) -> str:
    """ "DOB 01/02/1990" or "aged 7" where the entry has a column of that name."""
    for heading, words in entry.extra.items():
        if heading not in entry.withheld and words:
            if _BIRTH_HEADS.match(heading.strip()):
                return f"DOB {words}"
            if _AGE_HEADS.match(heading.strip()):
                return f"aged {words}"
    return ""


def _other_columns(entry: Entry) -> Iterator[str]:
    """What stands under headings of the agency's own: "With: her mother"."""
    for heading, words in entry.extra.items():
        told = heading not in entry.withheld and not _OF_THE_PAPER.search(heading)
        if told and re.search(r"[a-z]{2}", words):
            yield words


_OF_THE_PAPER = re.compile(  # headings over who wrote, and over what _in_columns reads
    r"\b(?:author|officer(?!\s+(?:note|summary|text|log))|worker|staff|clinician|done by|"
    r"entered by|completed by|seen by|signed|"
    r"logged|recorded|oic|attending|written|initials|d\.?o\.?b|birth|born|age|address|ref)\b",
    re.I,
)


def _of_aside(aside: SetAside, agency: str, at: Location) -> Entry:
    """A line that is no entry, in the form in which entries are looked through; it has no id."""
    return Entry(
        id="", agency=agency, at=at, when=parse_when(""), event=aside.words, fields={},
        kind=Kind.OTHER, seen={}, views={}, extra={},
    )  # fmt: skip


def _row(entry: Entry, pattern: re.Pattern[str], names: Mapping[str, frozenset[str]]) -> Row:
    text = " . ".join((text_of(entry), *_other_columns(entry)))
    return Row(entry=entry, text=text, mentions=tuple(_found(text, pattern, names)))


# "Another mother, also called Ann", "a different Ann Lee": somebody else of the same name.
_NAMESAKE = re.compile(
    r"(?:\b(?:also\s+(?:called|named)|another|a\s+different)|,\s+also)\s+$", re.I
)


def _found(
    text: str, pattern: re.Pattern[str], names: Mapping[str, frozenset[str]]
) -> Iterator[Mention]:
    last: Mention | None = None
    for found in pattern.finditer(text):
        words = found[0]
        if _NAMESAKE.search(text[max(0, found.start() - 40) : found.start()]):
            continue
        if words[0].isupper() and not (len(words) == 2 and words.isupper()):  # Jo, no "so" or "DI"
            people = names[" ".join(words.casefold().replace(".", "").split())]
            before = text[max(0, found.start() - 40) : found.start()]
            owner = bool(owning().search(before)) or (
                last is not None
                and last.owner
                and bool(AND.fullmatch(text, last.end, found.start()))
            )
            last = Mention(people=people, start=found.start(), end=found.end(), owner=owner)
            yield last


AND = re.compile(r"\s*(?:,|and|&)\s*")


@cache
def owning() -> re.Pattern[str]:
    """What makes the name after it that of an owner only: "the father of", "a friend of"."""
    return re.compile(
        rf"\b(?:{any_of(relation_of())}|(?:parent|carer|friend|mate|neighbour|relative|child|teacher|"
        r"worker|nurse|classmate|landlord|landlady)s?)\s+of\s+(?:(?:both|little|baby)\s+)?$",
        re.I,
    )


def _pattern(names: Mapping[str, frozenset[str]]) -> re.Pattern[str]:
    longest = sorted(names, key=lambda n: (-len(n), n))
    told = "|".join(re.escape(n).replace(r"\ ", r"\.?\s+") for n in longest)
    return re.compile(rf"\b(?:{told})\b" if told else r"(?!)", re.IGNORECASE)


def _names(family: Family, case: Case, last: dt.date | None) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for person in family.persons:
        for spelling in (*_spellings(person), *_with_titles(person), *_with_initial(person)):
            names.setdefault(spelling, set()).add(person.id)
    _keep_titles_for_adults(family, names, last)
    _add_short_names(family, names)
    for other in _case_names(case):
        same = {p for n in other for p in names.get(n, ()) if len(names[n]) == 1}
        if len(same) == 1:
            for n in other:
                if len(n) > 2 and n not in _NO_NAMES:
                    names[n] = set(same)  # the case file says whom "Ms Hale" means here
    return {n: frozenset(people) for n, people in names.items()}


def _keep_titles_for_adults(
    family: Family, names: dict[str, set[str]], last: dt.date | None
) -> None:
    """ "Ms Hale" is the grown-up of that surname, where there is one, on the last day told of."""
    young = {
        p.id
        for p in family.persons
        if last and p.born and p.born.end and last - p.born.end < GROWN_UP
    }
    for spelling, people in names.items():
        if spelling.split()[0] in _TITLES and people - young:
            people -= young


def _add_short_names(family: Family, names: dict[str, set[str]]) -> None:
    """ "Bev" for Beverley and "Mick" for Michael, where nobody else goes by it."""
    short: dict[str, set[str]] = {}
    for person in family.persons:
        for spelling in _spellings(person)[:1]:
            for told in short_names().get(spelling.split()[0], ()):
                short.setdefault(told, set()).add(person.id)
    for told, people in short.items():
        if len(people) == 1 and told not in names:
            names[told] = people


@cache
def short_names() -> Mapping[str, tuple[str, ...]]:
    """A first name in small letters -> its short forms (short_names.toml)."""
    text = resources.files("chronology.events").joinpath("short_names.toml")
    return {k: tuple(v) for k, v in tomllib.loads(text.read_text(encoding="utf-8")).items()}


def _case_names(case: Case) -> Iterator[tuple[str, ...]]:
    """The names that the case file gives one person."""
    for one in case.everybody:
        yield tuple(" ".join(name.casefold().split()) for name in one.all_names)


def _spellings(person: Person) -> tuple[str, ...]:
    """Full name, first name and last name with first; nothing for people without a name."""
    words = person.name.casefold().replace(".", "").split()
    if not words or words[0] in _NO_NAMES or person.pregnancy:
        return ()
    first = (words[0],) if len(words[0]) > 1 or len(words) == 1 else ()
    return tuple(dict.fromkeys((" ".join(words), *first, f"{words[0]} {words[-1]}")))


def _with_titles(person: Person) -> tuple[str, ...]:
    words = person.name.casefold().split()
    if len(words) < 2 or person.pregnancy:
        return ()
    sexes = (person.sex, Sex.UNKNOWN) if person.sex is not Sex.UNKNOWN else tuple(Sex)
    return tuple(f"{t} {words[-1]}" for t, sex in _TITLES.items() if sex in sexes)


def _with_initial(person: Person) -> tuple[str, ...]:
    """ "W Pellow" and "Mrs W Pellow"."""
    words = person.name.casefold().split()
    if len(words) < 2 or person.pregnancy:
        return ()
    short = f"{words[0][0]} {words[-1]}"
    every = " ".join((*(w[0] for w in words[:-1]), words[-1]))  # "S K Bhogal"
    told = dict.fromkeys((short, every))
    titles = [title.split()[0] for title in _with_titles(person)]
    return (*told, *(f"{title} {name}" for title in titles for name in told))


def drawn_of(known: Known, person: str, words: str) -> Side:
    """The genogram's side, where it tells of a person."""
    name = known.name(person)
    return drawn(words, f"{known.file}, People, {name}" if known.file else name)


def birth_differs(
    known: Known, row: Row, where: tuple[int, int], person: str, message: str, about: str = ""
) -> Contradiction:
    """A birth that a row tells of at a place of its text otherwise than the genogram."""
    return Contradiction(
        kind="birth differs",
        about=about or person,
        message=message,
        sides=(quoted(row, where), born_by_genogram(known, person)),
        remedy="Check the date with the birth record.",
    )


def born_by_genogram(known: Known, person: str) -> Side:
    """The genogram's side of a birth."""
    when = known.kin.people[person].born
    return drawn_of(known, person, f"born {in_words(when) if when else ''}")
