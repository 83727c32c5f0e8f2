"""Numbers of children in the home, of a parent and of siblings, against the genogram's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.homes import SLACK, homes_of_children, lives_in
from caseweave.crosschecks.kinship import parents, siblings
from caseweave.crosschecks.people import Known, Row, only_one, place, sentence
from caseweave.crosschecks.spelled import ONE_TO_NINE, number
from genogram.model import LinkKind, Sex

_NUMBER = f"({ONE_TO_NINE})"
_COUNTS = (
    re.compile(rf"\b{_NUMBER}\s+(?:\w+\s+)?child(?:ren)?\s+(?:living\s+|resident\s+)?"
               r"(?:in|at)\s+(?:the\s+)?(?:home|household|property|address|house|flat)\b", re.I),
    re.compile(r"\b(?:lives?|living)\s+(?:here\s+|there\s+)?with\s+(?:her|his|their)\s+"
               rf"{_NUMBER}\s+children\b", re.I),
    re.compile(rf"\ball\s+{_NUMBER}\s+(?:of\s+the\s+)?children\b", re.I),
    re.compile(rf"\bhousehold\s+(?:of|has|with)\s+{_NUMBER}\s+children\b", re.I),
)  # fmt: skip
# Of those there at the time: fewer than live there says nothing, more does.
_THERE = re.compile(
    rf"\b{_NUMBER}\s+(?:(?:young|small|little)\s+)?(?:children|kids)\s+"
    r"(?:(?:were|are|was|is|all)\s+)*(?:(?:seen|found|heard)\s+)?"
    r"(?:asleep|upstairs|in\s+bed|sleeping|running|playing|jumping|charging|racing|"
    r"at\s+home|(?:in|about)\s+the\s+(?:house|flat|lounge|living\s+room|garden))\b",
    re.I,
)
# Everybody in the home: "a household of five", "four people living here".
_PEOPLE = (
    re.compile(rf"\bhousehold\s+(?:size\s+)?(?:of|comprises|comprising|consists\s+of|"
               rf"consisting\s+of|contains|is|:)\s+{_NUMBER}\b(?!\s+(?:\w+\s+)?(?:child|kid|adult|"
               r"bed|room|year|month|week|day|hour|minute|mile)|\s*[/:.-]\s*\d|\s+(?-i:[A-Z]))",
               re.I),
    re.compile(rf"\b{_NUMBER}\s+(?:people|persons|occupants|members)\s+(?:(?:are|were|all|now)\s+)*"
               r"(?:in\s+the\s+(?:home|household|property|house|flat)|"
               r"(?:liv(?:e|es|ing)|resid\w+)\s+(?:here|there|at|in)\b)",
               re.I),
)  # fmt: skip
_BOTH_SORTS = re.compile(
    rf"\b{_NUMBER}\s+adults?\s*(?:,|and|&|\+)\s*{_NUMBER}\s+child(?:ren)?\b", re.I
)
_OF_THE_HOME = re.compile(r"\b(?:household|liv(?:e|es|ing)|resid\w+|occup\w+|composition)\b", re.I)
_HIS_OR_HER = (
    rf"(?:her|his|their|the)?\s*{_NUMBER}\b\s*(?:(?:young|small|little|own|dependent)\s+)*"
)
# A parent and a number: "mother of four", "has three children", "her four children".
_PARENT_OF = (
    re.compile(rf"\b(?:mother|mum|father|dad|parent|carer)\s+(?:of|to|for)\s+{_HIS_OR_HER}"
               r"(?!other|more|of\b|hours|days|weeks|months|years)", re.I),
    re.compile(rf"\b(?:mother|mum|dad|father|[A-Z][a-z]+)\s+and\s+(?:her|his)\s+{_NUMBER}\b"
               r"(?=\s*(?:[.,;]|$|\s(?:children|kids|little\s+ones|live|are|were|at)\b))", re.I),
    re.compile(rf"\b(?:has|have|having|raising|caring\s+for|looking\s+after|bringing\s+up|with|"
               rf"responsible\s+for)\s+{_HIS_OR_HER}(?:children|kids)\b"
               r"(?!\s+in\s+(?:another|care))", re.I),
)  # fmt: skip
_SIBLINGS = re.compile(rf"\bhas\s+{_NUMBER}\s+(?:\w+\s+)?(?:siblings)\b", re.I)
_ONE_OF = re.compile(
    r"\b(?:one|first|second|third|fourth|fifth|last|eldest|oldest|youngest|middle)\s+of\s+"
    rf"(?:(?:the|her|his|their)\s+)?{_NUMBER}(?:\s+(?:children|siblings)\b|(?=[.,;]|$))",
    re.I,
)
_PARENT_WORD = re.compile(r"\b(?:mother|mum|parent|carer)\b", re.I)


def counts_that_differ(known: Known) -> Iterator[Contradiction]:
    """Numbers of children in the home, and of a parent's children, against the genogram's."""
    for row in known.rows:
        if row.day:
            yield from _children_counts(known, row, row.day)
            yield from _people_counts(known, row, row.day)
            yield from _parents_counts(known, row, row.day)
            yield from _sibling_counts(known, row, row.day)


def _children_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Three children living at the address", "four kids upstairs"."""
    for found in (found for p in (*_COUNTS, _THERE) for found in p.finditer(row.text)):
        said = number(found[1])
        possible = _children_at_home(known, day)
        if not possible or said in possible or (found.re is _THERE and said < max(possible)):
            continue
        yield _of_home(known, row, day, found, said=said, children=True)


def _people_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "A household of five", "two adults and three children live there"."""
    people = [(found, number(found[1])) for p in _PEOPLE for found in p.finditer(row.text)]
    for found in _BOTH_SORTS.finditer(row.text):
        first, last = sentence(row.text, found.start())
        if _OF_THE_HOME.search(row.text[first:last]):
            people.append((found, number(found[1]) + number(found[2])))
    for found, said in people:
        possible = _people_at_home(known, day)
        if possible and said not in possible:
            yield _of_home(known, row, day, found, said=said, children=False)


def _of_home(
    known: Known, row: Row, day: dt.date, found: re.Match[str], *, said: int, children: bool
) -> Contradiction:
    """A number of the household, of its children or of everybody, that is not the genogram's."""
    counted, where = ("children", "home") if children else ("people", "household")
    possible = (_children_at_home if children else _people_at_home)(known, day)
    names = ", ".join(_names_at_home(known, day, children=children))
    return Contradiction(
        kind="count differs",
        about=f"{where} {said}",
        message=f"{said} {counted} in the {where} on {day:%d/%m/%Y} by an entry; "
        f"{' or '.join(map(str, sorted(possible)))} by the genogram's household.",
        sides=(
            quoted(row.entry, found.span(), row.text),
            drawn(f"{counted} in the household: {names}", f"{known.file}, Households"),
        ),
        remedy="Ask who lived in the home then.",
    )


def _people_at_home(known: Known, day: dt.date) -> frozenset[int]:
    """How many people may be meant: by each household of that day, give or take a month."""
    return frozenset(
        len({m for m in house.people() if lives_in(house, m, day, slack) and _alive(known, m, day)})
        for slack in (dt.timedelta(0), SLACK, -SLACK)
        for house in homes_of_children(known, day)
    ) - {0}


def _parents_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Mother of four", "has three children"."""
    for pattern in _PARENT_OF:
        for found in pattern.finditer(row.text):
            parent = _who(known, row, found)
            if parent not in known.kin.people:
                continue
            born = [
                c for u in known.kin.partnerships[parent] for c in known.kin.descent(u.id)
                if _alive(known, c, day)
            ]  # fmt: skip
            possible = {len(born), *_children_at_home(known, day)}
            yield from _of_person(known, row, parent, found, born, possible)


def _sibling_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Mia has three siblings", "Mia is one of four children"."""
    for pattern, itself in ((_SIBLINGS, 0), (_ONE_OF, 1)):
        for found in pattern.finditer(row.text):
            child = _who(known, row, found)
            if child not in known.children:
                continue
            near = sorted(s for s in siblings(known.kin, child) if _alive(known, s, day))
            everyone = [child, *near] if itself else near
            home = {n - 1 + itself for n in _children_at_home(known, day)}
            yield from _of_person(known, row, child, found, everyone, {len(everyone), *home})


def _of_person(
    known: Known,
    row: Row,
    person: str,
    found: re.Match[str],
    born: list[str],
    possible: set[int],
) -> Iterator[Contradiction]:
    said = number(found[1])
    if said in possible or not born:
        return
    yield Contradiction(
        kind="count differs",
        about=f"{person} {said}",
        message=f"{known.name(person)} is given with a number of {said} brothers and sisters on "
        f"{row.day:%d/%m/%Y}; the genogram has {len(born)} by then."
        if person in known.children
        else f"{known.name(person)} is said to have {said} children on "
        f"{row.day:%d/%m/%Y}; the genogram has {len(born)} born by then.",
        sides=(
            quoted(row.entry, found.span(), row.text),
            drawn(", ".join(known.name(c) for c in born), place(known, person)),
        ),
    )


def _who(known: Known, row: Row, found: re.Match[str]) -> str:
    """Who is said to have them: the person named just before or after, else the mother by role."""
    first, last = sentence(row.text, found.start())
    before = [m for m in row.mentions if first <= m.start and m.end <= found.start()]
    after = [m for m in row.mentions if 0 <= m.start - found.end() < 6]
    inside = [m for m in row.mentions if found.start() <= m.start and m.end <= found.start(1)]
    if inside:
        return inside[-1].person
    near = [m for m in before if found.start() - m.end <= 25][-1:] or after[:1]
    if near:
        return near[0].person
    mothers = {
        p for c in known.children for p in parents(known.kin, c)
        if known.kin.people[p].sex is Sex.FEMALE
    }  # fmt: skip
    said = _PARENT_WORD.search(row.text[first:last]) and not before
    return only_one(mothers) if said else ""


def _alive(known: Known, person: str, day: dt.date) -> bool:
    one = known.kin.people[person]
    if one.pregnancy or (one.born and one.born.start and one.born.start > day):
        return False
    return not (one.died and one.died.end and one.died.end < day)


def _child(known: Known, person: str, day: dt.date) -> bool:
    """Under eighteen that day; without a birth on record, one of the children of the case."""
    one = known.kin.people[person]
    if not _alive(known, person, day):
        return False
    if one.born and one.born.end:
        return (day - one.born.end).days < 18 * 365.25
    return person in known.children


def _children_at_home(known: Known, day: dt.date) -> frozenset[int]:
    """How many children may be meant: by the households of that day, give or take a month."""
    counts = set()
    for slack in (dt.timedelta(0), SLACK, -SLACK):
        for house in homes_of_children(known, day):
            counts.add(
                len({m for m in house.people()
                     if lives_in(house, m, day, slack) and _child(known, m, day)})
            )  # fmt: skip
    cared = {k.child for k in known.family.parents if k.kind is not LinkKind.FOSTER}
    family = [c for c in known.children if c in cared and _alive(known, c, day)]
    return frozenset(counts | ({len(family)} if counts else set())) - {0}


def _names_at_home(known: Known, day: dt.date, *, children: bool) -> list[str]:
    return list(
        dict.fromkeys(
            known.name(m)
            for house in homes_of_children(known, day)
            for m in house.people()
            if lives_in(house, m, day, dt.timedelta(0))
            and (_child if children else _alive)(known, m, day)
        )
    )
