"""Ages told of people, in years, months or school years, against their dates of birth.

who, age           "Mia (7)", "Lee HALE, 41,", "he is thirteen", "Mia, a bright nine-year-old"
age, who           "five-year-old Mia", "at the age of nine Mia"
turning            "turned four in January", "will be five in March", "nearly five"
a parent's age     "Ann had Mia at 15", "Ann was 16 when Mia was born"
school year        "Mia is in Year 3"
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.people import Known, beside_narrative, born_by_genogram
from caseweave.crosschecks.rows import Mention, Row, sentence
from caseweave.crosschecks.said_when import MONTHS
from caseweave.crosschecks.who.owners import young
from caseweave.crosschecks.who.roles import by_pronoun, by_role, subject_alone, subject_of
from chronology.number_words import AGE, number
from genogram.placing.ages import full_years

_OLD = r"[\s-]*(?:years?[\s-]*old|yrs?(?:[\s-]*old)?|y\.?/?o\.?|years?)\b"
_NOTHING_ELSE = r"(?=\s*(?:[.,;)](?!\d)|$|\s\.\s)|\s+(?:now|today|and\b|but|so|he|she|they)\b)"
_NOT_ELAPSED = r"(?!\s+(?:on|ago|later|since|after|before|and\s+a|older|younger|long)\b)"
# Each has the number, or nothing where the age cannot be judged by it.
_AFTER = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"^,?\s*(?:[A-Z]+\s*)?\(\s*(?:aged?\s+|age:?\s+)?({AGE})\s*(?:{_OLD})?\s*[),]",
        rf"^,?\s*(?:(?:is|was)\s+)?(?:now\s+|only\s+|just\s+)?aged?\s+({AGE})(?!\s*(?:months|weeks|"
        rf"days|/))\b"
        r"(?!\s+to\b)",
        rf"^,?\s*(?:who\s+)?(?:(?:is|was)\s+)?(?:now\s+|only\s+|just\s+"
        rf")*({AGE}){_OLD}{_NOT_ELAPSED}",
        r"^,\s*(\d{1,2})(?=,)",
        rf"^,\s*(?:now\s+|just\s+|only\s+)?({AGE})(?=,)",
        rf"^,?\s+(?:who\s+)?(?:is|was)\s+(?:now\s+|only\s+|just\s+|barely\s+|still\s+|about\s+)*"
        rf"({AGE}){_NOTHING_ELSE}",
        rf"^,?\s+(?:is\s+|was\s+)?an?\s+(?:\w+\s+){{0,2}}?({AGE})[\s-]+year[\s-]+old\b",
        r"^,?\s+(\d{2})\s*(?:yo|yrs?|y/o)\b",
        rf"^,?\s+(?:is\s+|was\s+)?an?\s+(?:\w+\s+)?(?:man|woman|boy|girl|lady|child|lad)\s+of\s+({AGE})\b",
    )
)
_BEFORE = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b({AGE})[\s-]*(?:yrs?|years?)[\s-]*old\s+(?:\w+,?\s+)?$",
        rf"\bat\s+(?:the\s+age\s+of\s+|only\s+)({AGE}),?\s+$",
    )
)
_WILL_BE = re.compile(
    rf"^,?\s+(?:who\s+)?(?:is\s+|was\s+)?(?:nearly|almost|coming\s+up|will\s+(?:soon\s+)?be|turns|turning|to\s+"
    rf"be)\s+"
    rf"({AGE})(?!\s*(?:months|weeks|days|stone|kg|minutes|hours|feet|foot|metres|inches|per|to\b|"
    rf"o'clock))\b",
    re.I,
)
_SOON = re.compile(
    rf"^\s+is\s+({AGE})\s+(?:next|tomorrow|on\s+\w+day|in\s+(?:{'|'.join(MONTHS)}|\w+\s+(?:days|"
    rf"weeks)))\b",
    re.I,
)
_TURNED = re.compile(
    rf"^,?\s+(?:(?:has\s+|had\s+|just\s+|only\s+|who\s+)*(?:turned|celebrat\w+\s+turning)\s+({AGE})\b|"
    rf"(?:who\s+)?(?:is|was)\s+({AGE})\s+(?:last\s+week|yesterday|today|on\s+\w+day)\b)",
    re.I,
)
_DECADE = re.compile(
    r"^,?\s+(?:is\s+|was\s+|a\s+\w+\s+)?in\s+(?:his|her)\s+(?:early\s+|mid[- ]|late\s+)?"
    r"(teens|twenties|thirties|forties|fifties|sixties|seventies|eighties)\b",
    re.I,
)
_DECADES = (
    "teens",
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
)
_MONTHS_AFTER = re.compile(
    rf"^,?\s*(?:\(\s*)?(?:is\s+|was\s+|now\s+|aged\s+|at\s+)*({AGE})\s*(?:months?|/12)\b"
    r"(?!\s+(?:ago|later|on\b|since|pregnan|gestation|premature|apart|behind|corrected))",
    re.I,
)
_MONTHS_BEFORE = re.compile(r"\b(\d{1,2})[\s-]+months?[\s-]+old\s+(?:\w+\s+)?$", re.I)
_WEEKS = re.compile(
    rf"^,?\s+(?:is\s+|was\s+|now\s+|only\s+|just\s+|an?\s+)*(?:newborn,?\s+(?:of\s+|baby,?\s+(?:of\s+)?)?)?"
    rf"({AGE})\s+(weeks|days)\b(?=\s+old|\s*[,.;)]|$)",
    re.I,
)
_YOUNGEST_MOTHER = 11
_INITIAL = re.compile(r"^\s+[A-Z]\b\.?(?!\s*&)")  # of a last name: "Beatriz M"
_WHO = re.compile(r"^,\s+who\b(?=\s)")  # "Ann, who is in her forties"
_IN_RECEPTION = re.compile(
    r"^,?\s*(?:\(\s*|(?:is|was|now|has|just|recently|started|starts|starting|begun|joined|in|\s)+\s)"
    r"(?:Reception|YR)\b(?!\s+(?:area|office|desk))",
    re.I,
)
_SCHOOL_YEAR = re.compile(
    r"^,?\s*(?:\(|(?:an?\s+|is\s+|was\s+|now\s+|currently\s+|has\s+|just\s+|recently\s+|started\s+|starts\s+|begun\s+|moved\s+"
    r"(?:up\s+)?(?:in)?to\s+)*(?:in\s+|of\s+)?)(?:Year|Yr|Y)\s?(1[0-3]|[1-9])\b(?!\s*(?:teacher|"
    r"trip|group|[-/]))"
)
_AT_BIRTH = (
    re.compile(rf"^\s+(?:had|gave\s+birth\s+to)\s+(?P<child>[A-Z]\w+)\s+(?:at|aged?|when\s+she\s+"
               rf"was)\s+"
               rf"(?:only\s+|just\s+)?(?P<age>{AGE})\b(?!\s*(?:weeks|months|am|pm|:|\.\d))", re.I),
    re.compile(rf"^\s+was\s+(?:only\s+|just\s+|aged\s+)?(?P<age>{AGE})\s+when\s+(?:she\s+had\s+"
               rf")?(?P<child>[A-Z]\w+)"
               r"(?:\s+was\s+born|\s*[.,;]|$)", re.I),
)  # fmt: skip
# "Ankle sprain. Eleven yrs, lively", of a child whom the record is about.
_ALONE = re.compile(
    rf"(?:^|[.;]\s+)(?:aged\s+)?({AGE})\s*(?:yrs?|years?|y/?o)(?:[\s-]*old)?(?=\s*[,.;])", re.I
)
_BY_COLUMN = re.compile(
    r"\b(\d{1,2})[\s-]*(?:yrs?|years?)[\s-]*old\b"
    r"(?!\s+(?:\w+\s+)?(?:brother|sister|sibling|son|daughter|cousin|twins?|child|boy|girl|friend|"
    r"lad|mother|father|partner|boyfriend|nephew|niece|man|dog|cat|car)\b)",
    re.I,
)
_LOOKS_AS_IF = re.compile(
    r"\b(?:when|level|clothes|wears?|wearing|reads?|size|like|since|until|age\s+for|if|than)\b",
    re.I,
)
_SLACK = 1  # years by which a grown-up's age may be out before it is held to differ
_NEAR_A_BIRTHDAY = 150  # days by which a child's birthday may be told early or late
_MONTHS_SLACK = 4
_MONTHS_COUNTED = 2  # "20 months" was counted; "18 months" may be a year and a half or so
_SCHOOL_ENDS = 21
_JUST_GONE, _TO_COME = dt.timedelta(days=60), dt.timedelta(days=14)  # about a birthday to come


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Of whom an age is told, on which day, and by which characters of the row."""

    person: str
    day: dt.date
    where: tuple[int, int]


def ages_that_differ(known: Known) -> Iterator[Contradiction]:
    """Ages told in rows that the genogram's dates of birth do not give on that day."""
    for row in (*known.rows, *beside_narrative(known)):
        if row.day is None:
            continue
        for mention in (*row.told_of, *by_role(known, row), *by_pronoun(known, row)):
            if not mention.person:
                continue
            differing = [*_by_name(known, row, row.day, mention)]
            if differing and all(
                any(_by_name(known, row, row.day, m)) for m in _owned(row, mention)
            ):
                yield from differing
        for found in _ALONE.finditer(row.text):
            person = subject_of(known, row)
            if person and (person in young(known) or "old" in found[0]):
                told = _Told(person=person, day=row.day, where=found.span(1))
                yield from _of_age(known, row, told, number(found[1]))
        for found in _BY_COLUMN.finditer(row.text):
            person = subject_alone(known, row, found.start())
            if person and not any(0 <= m.start - found.end() < 3 for m in row.mentions):
                told = _Told(person=person, day=row.day, where=found.span())
                yield from _of_age(known, row, told, int(found[1]))


def _owned(row: Row, mention: Mention) -> Iterator[Mention]:
    """ "Mother of Mia (7)" may be said of either."""
    return (m for m in row.mentions if m.owner and m.end == mention.end)


def _by_name(known: Known, row: Row, day: dt.date, mention: Mention) -> Iterator[Contradiction]:
    """What is said of one person's age just after or before the name."""
    told = _Told(person=mention.person, day=day, where=(mention.start, mention.end))
    first, last = sentence(row.text, mention.start)
    before, after = row.text[first : mention.start], row.text[mention.end : last + 1]
    after = _WHO.sub("", _INITIAL.sub("", after))
    if known.tells_school_year(row, mention.start):
        if year := re.match(r"\s*\(\s*(?:Y\w*\s*)?(1[0-3]|[1-9])\b", after):
            yield from _of_school(known, row, told, int(year[1]))
        return
    if _LOOKS_AS_IF.search(before) is None:
        yield from _beside(known, row, told, after)
    for pattern in _BEFORE:
        if old := pattern.search(before):
            yield from _of_age(known, row, told, number(old[1]))
    if months := _MONTHS_AFTER.match(after) or _MONTHS_BEFORE.search(before):
        yield from _of_months(known, row, told, number(months[1]))
    weeks = _WEEKS.match(after)
    if weeks and not _may_be_pregnant(known, told):
        days = number(weeks[1]) * (7 if weeks[2].casefold() == "weeks" else 1)
        yield from _of_months(known, row, told, round(days / 30.44))
    if _IN_RECEPTION.match(after):
        yield from _of_school(known, row, told, 0)
    if year := _SCHOOL_YEAR.match(after):
        yield from _of_school(known, row, told, int(year[1]))
    for found in _first(_AT_BIRTH, after):
        at = mention.end + found.start("child")
        child = row.only(at, at + len(found["child"]))
        yield from _at_birth(known, row, told, child, number(found["age"]))


def _beside(known: Known, row: Row, told: _Told, after: str) -> Iterator[Contradiction]:
    """What follows the name: an age, one to come or just reached, or a decade of life."""
    for found in _first(_AFTER, after):
        if "when" not in after[found.end() : found.end() + 7]:
            yield from _of_age(known, row, told, number(found[1]))
    soon = _WILL_BE.match(after) or _SOON.match(after)
    if soon and "when" not in after[soon.end() : soon.end() + 7]:
        said = number(soon[1])
        yield from _of_next(known, row, told, said)
    if turned := _TURNED.match(after):
        yield from _of_age(known, row, told, number(turned[1] or turned[2]))
    if decade := _DECADE.match(after):
        tens = 10 * (_DECADES.index(decade[1].casefold()) + 1)
        yield from _of_age(known, row, told, tens, upto=tens + 9, said=decade[1])


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    """The first of the patterns that fits."""
    yield from [found for p in patterns if (found := p.match(text))][:1]


def _of_age(
    known: Known, row: Row, told: _Told, years: int,
    *, upto: int | None = None, said: int | str | None = None,
) -> Iterator[Contradiction]:  # fmt: skip
    """An age of so many years (up to as many) against the birth; `said` is how the row has it."""
    born, day = known.kin.people[told.person].born, told.day
    if born is None or born.start is None or born.end is None:
        return
    least, most = full_years(born.end, day), full_years(born.start, day)
    close = dt.timedelta(days=_NEAR_A_BIRTHDAY)
    if told.person in known.children and born.start == born.end:
        low, high = full_years(born.start, day - close), full_years(born.start, day + close)
    else:
        low, high = least - _SLACK, most + _SLACK
    if low <= (upto or years) and years <= high:
        return
    given = years if said is None else said
    words = f"in the {given}" if isinstance(given, str) else f"as {given}"
    yield _differs(known, row, told, f"given {words}",
                   f"{least if least == most else f'{least} or {most}'}")  # fmt: skip


def _of_next(known: Known, row: Row, told: _Told, said: int) -> Iterator[Contradiction]:
    """An age to come: the next birthday's, or the one just gone; a year either way for adults."""
    born, day = known.kin.people[told.person].born, told.day
    if born is None or born.start is None or born.end is None:
        return
    slack = 0 if told.person in young(known) and born.start == born.end else _SLACK
    low = full_years(born.end, day - _JUST_GONE) + 1 - slack
    high = full_years(born.start, day + _TO_COME) + 1 + slack
    if not low - 1 < said <= high:
        yield _differs(known, row, told, f"given as {said} soon", _age(born.start, day))


def _may_be_pregnant(known: Known, told: _Told) -> bool:
    """ "Mother 9 weeks, EDD 20/04/2025": weeks beside somebody so old are no age."""
    born = known.kin.people[told.person].born
    return bool(born and born.start and full_years(born.start, told.day) >= _YOUNGEST_MOTHER)


def _of_months(known: Known, row: Row, told: _Told, months: int) -> Iterator[Contradiction]:
    born, day = known.kin.people[told.person].born, told.day
    if born is None or born.start is None or born.start != born.end:
        return
    true = (day - born.start).days / 30.44
    slack = _MONTHS_SLACK if months % 6 == 0 else _MONTHS_COUNTED
    if abs(true - months) > slack + months / 12:
        yield _differs(known, row, told, f"given as {months} months", _age(born.start, day))


def _age(born: dt.date, day: dt.date) -> str:
    years = full_years(born, day)
    return str(years) if years > 3 else f"{round((day - born).days / 30.44)} months"


def _of_school(known: Known, row: Row, told: _Told, year: int) -> Iterator[Contradiction]:
    """Year 1 begins in the September after the fifth birthday; a year either way is let pass."""
    born, day = known.kin.people[told.person].born, told.day
    if born is None or born.start is None or born.start != born.end:
        return
    if full_years(born.start, day) >= _SCHOOL_ENDS:
        return
    september = dt.date(day.year - (day.month < 9), 9, 1)
    true = full_years(born.start, september) - 4
    if abs(true - year) > 1:
        yield _differs(
            known,
            row,
            told,
            f"given as in {f'Year {year}' if year else 'Reception'}",
            _age(born.start, day),
        )


def _at_birth(
    known: Known, row: Row, told: _Told, child: str, years: int
) -> Iterator[Contradiction]:
    own = known.kin.people[told.person].born
    born = known.kin.people[child].born if child else None
    if own and own.start and own.end and born and born.start:
        least, most = full_years(own.end, born.start), full_years(own.start, born.start)
        if not least - _SLACK <= years <= most + _SLACK:
            words = f"given as {years} when {known.name(child)} was born"
            yield _differs(known, row, told, words, f"{least}")


def _differs(known: Known, row: Row, told: _Told, said: str, true: str) -> Contradiction:
    name = known.name(told.person)
    return Contradiction(
        kind="age differs",
        about=told.person,
        message=f"{name} is {said} {row.dated}; by the genogram's date of birth {true}.",
        sides=(quoted(row, told.where), born_by_genogram(known, told.person)),
        remedy="Check the date of birth.",
    )
