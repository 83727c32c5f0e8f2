"""Who is said to live where, how many children, and which address, against the households."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.people import Known, Row, place, sentence
from chronology.addresses import addresses_in
from chronology.dates import When
from genogram.model import Household, LinkKind, Residence

_SLACK = dt.timedelta(days=31)  # households are often dated by the month
_MOVE_SLACK = dt.timedelta(days=60)
_LIVES = re.compile(
    r"^[^.;,]{0,25}?\b(?:has\s+(?:now\s+)?moved\s+(?:back\s+)?in|moved\s+(?:back\s+)?in\b|"
    r"(?:is|was|now|still|been|currently)\s+(?:now\s+|still\s+|currently\s+)?(?:living|residing|"
    r"staying)|living\s+(?:at|with|in|there|here)|lives\s+(?:at|with|in|there|here)|"
    r"stays\s+(?:at|with)|staying\s+(?:at|with)|resident\s+(?:at|in)|back\s+in\s+the\s+home|"
    r"(?:in|part\s+of)\s+the\s+household|lodging)",
    re.I,
)
_LEFT = re.compile(
    r"^[^.;,]{0,25}?\b(?:has\s+)?(?:moved\s+out|left\s+the\s+(?:family\s+)?home|no\s+longer\s+"
    r"(?:lives|living|resident|in\s+the\s+(?:home|household))|been\s+evicted)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|no longer|never|denie[sd]|nobody|if|whether|want\w*|would|will|plan\w*|hope\w*|may|"
    r"might|used to|previously|before|until|offered|asked|could|should|wish\w*|allowed|agreed)\b",
    re.I,
)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
}  # fmt: skip
_NUMBER = r"(\d|one|two|three|four|five|six|seven|eight)"
_COUNTS = (
    re.compile(rf"\b{_NUMBER}\s+(?:\w+\s+)?child(?:ren)?\s+(?:living\s+|resident\s+)?"
               r"(?:in|at)\s+(?:the\s+)?(?:home|household|property|address|house|flat)\b", re.I),
    re.compile(rf"\b(?:lives?|living)\s+(?:here\s+|there\s+)?with\s+(?:her|his|their)\s+{_NUMBER}\s+"
               r"children\b", re.I),
    re.compile(rf"\ball\s+{_NUMBER}\s+(?:of\s+the\s+)?children\b", re.I),
    re.compile(rf"\bhousehold\s+(?:of|has|with)\s+{_NUMBER}\s+children\b", re.I),
)  # fmt: skip
_MOTHER_OF = re.compile(rf"\b(?:mother|mum|father|dad|parent)\s+of\s+{_NUMBER}\b", re.I)
_AT_HOME = re.compile(
    r"\b(?:lives?\s+at|living\s+at|resid\w+\s+at|address(?:\s+is|\s+given\s+as)?:?|home\s+address:?|"
    r"moved?\s+(?:in)?to|moves\s+to|moving\s+to|now\s+at|rehoused\s+(?:to|at)|tenancy\s+(?:at|of|for)|"
    r"home\s+visit\s+(?:to|at)|visit(?:ed)?\s+(?:to|at)?|h/v\s+(?:to|at)?|attended|address\s+of|"
    r"registered\s+at|family\s+(?:home\s+)?at)\s*,?\s*$",
    re.I,
)
_MOVED = re.compile(
    r"\bmove[sd]?\s+(?:in)?to\s*$|\bnew\s+address:?\s*$|rehoused\s+(?:to|at)\s*$", re.I
)


def homes_that_differ(known: Known) -> Iterator[Contradiction]:
    """Somebody recorded as living in the home, or as gone from it, against the household then."""
    told: set[tuple[str, str]] = set()
    for row in known.rows:
        if row.day is None:
            continue
        for mention in row.mentions:
            if len(mention.people) != 1:
                continue
            person = next(iter(mention.people))
            first, last = sentence(row.text, mention.start)
            rest = row.text[mention.end : last]
            for pattern, there in ((_LEFT, False), (_LIVES, True)):
                found = pattern.match(rest)
                if not found or (
                    there and _NOT.search(row.text[first : mention.end + found.end()])
                ):
                    continue
                whole = (mention.start, mention.end + found.end())
                claim = _claim(known, row, person, rest[found.end() - 5 :], there, row.day)
                if claim and (person, claim) not in told:
                    told.add((person, claim))
                    yield _of_home(known, row, person, claim, whole)
                break


def _claim(known: Known, row: Row, person: str, after: str, there: bool, day: dt.date) -> str:
    """What the row says that no household bears out, in words; empty where one does."""
    own = [h for h in known.family.households if person in h.people()]
    addresses = set(addresses_in(after[:60]))
    if addresses:
        meant = [h for h in known.family.households if addresses & set(addresses_in(h.address))]
    else:
        other = next(
            (p for m in row.mentions if (p := row.only(m.start, m.end)) and p != person
             and 0 <= row.text.find(after[:20]) <= m.start <= row.text.find(after[:20]) + 30),
            "",
        )  # fmt: skip
        if other:
            meant = [h for h in known.family.households if _lives(h, other, day)]
        else:
            meant = _homes_of_children(known, day)
    if not meant or (person in known.children and not addresses and meant == own):
        return ""
    if there:
        lives = any(_lives(h, person, day) for h in meant)
        return "" if lives else f"living at {_named(meant[0])}"
    still = [h for h in meant if _lives(h, person, day, slack=-_SLACK)]
    return f"gone from {_named(still[0])}" if still else ""


def _of_home(
    known: Known, row: Row, person: str, claim: str, where: tuple[int, int]
) -> Contradiction:
    stays = [
        _stay_words(h, m) for h in known.family.households for m in h.members if m.person == person
    ]
    return Contradiction(
        kind="home differs",
        about=f"{person} {claim}",
        message=f"{known.name(person)} is recorded as {claim} on {row.day:%d/%m/%Y}; the "
        "household in the genogram says otherwise for that day.",
        sides=(
            quoted(row.entry, where, row.text),
            drawn("; ".join(stays) or "in no household", place(known, person)),
        ),
        remedy="Ask who lived in the home then, and correct the household's dates.",
    )


def _stay_words(house: Household, member: Residence) -> str:
    start = member.start.text if member.start else "not recorded"
    end = member.end.text if member.end else "still there"
    return f"{_named([house][0])}, from {start} to {end}"


def _named(house: Household) -> str:
    return house.address or house.id


def _lives(house: Household, person: str, day: dt.date, slack: dt.timedelta = _SLACK) -> bool:
    """Whether a person is recorded in a household on a day, give or take."""
    return any(_reaches(m.start, m.end, day, slack) for m in house.members if m.person == person)


def _reaches(start: When | None, end: When | None, day: dt.date, slack: dt.timedelta) -> bool:
    begun = not start or not start.start or start.start - slack <= day
    over = bool(end and end.end and end.end + slack < day)
    return begun and not over


def _homes_of_children(known: Known, day: dt.date) -> list[Household]:
    subjects = [p.id for p in known.family.persons if p.subject] or list(known.children)
    return [h for h in known.family.households if any(_lives(h, c, day) for c in subjects)]


def counts_that_differ(known: Known) -> Iterator[Contradiction]:
    """Numbers of children in the home, and of a parent's children, against the genogram's."""
    told: set[str] = set()
    for row in known.rows:
        day = row.day
        if day is None:
            continue
        for pattern in _COUNTS:
            for found in pattern.finditer(row.text):
                said = _number(found[1])
                possible = _children_at_home(known, day)
                if not possible or said in possible or f"home {said}" in told:
                    continue
                told.add(f"home {said}")
                yield Contradiction(
                    kind="count differs",
                    about=f"home {said}",
                    message=f"{said} children in the home on {day:%d/%m/%Y} by an entry; "
                    f"{' or '.join(map(str, sorted(possible)))} by the genogram's household.",
                    sides=(
                        quoted(row.entry, found.span(), row.text),
                        drawn(
                            f"children in the household: {', '.join(_names_at_home(known, day))}",
                            f"{known.file}, Households",
                        ),
                    ),
                    remedy="Ask who lived in the home then.",
                )
        yield from _parents_counts(known, row, day, told)


def _parents_counts(
    known: Known, row: Row, day: dt.date, told: set[str]
) -> Iterator[Contradiction]:
    for found in _MOTHER_OF.finditer(row.text):
        near = [m for m in row.mentions if abs(m.end - found.start()) < 12 and len(m.people) == 1]
        if not near:
            continue
        parent, said = next(iter(near[0].people)), _number(found[1])
        born = [
            c for u in known.kin.partnerships[parent] for c in known.kin.descent(u.id)
            if _alive(known, c, day)
        ]  # fmt: skip
        if said != len(born) and f"{parent} {said}" not in told:
            told.add(f"{parent} {said}")
            yield Contradiction(
                kind="count differs",
                about=f"{parent} {said}",
                message=f"{known.name(parent)} is said to have {said} children on "
                f"{day:%d/%m/%Y}; the genogram has {len(born)} born by then.",
                sides=(
                    quoted(row.entry, found.span(), row.text),
                    drawn(", ".join(known.name(c) for c in born), place(known, parent)),
                ),
            )


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
    for slack in (dt.timedelta(0), _SLACK, -_SLACK):
        for house in _homes_of_children(known, day):
            counts.add(
                len({m for m in house.people()
                     if _lives(house, m, day, slack) and _child(known, m, day)})
            )  # fmt: skip
    cared = {k.child for k in known.family.parents if k.kind is not LinkKind.FOSTER}
    family = [c for c in known.children if c in cared and _alive(known, c, day)]
    return frozenset(counts | ({len(family)} if counts else set())) - {0}


def _names_at_home(known: Known, day: dt.date) -> list[str]:
    return list(
        dict.fromkeys(
            known.name(m)
            for house in _homes_of_children(known, day)
            for m in house.people()
            if _lives(house, m, day, dt.timedelta(0)) and _child(known, m, day)
        )
    )


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


def addresses_that_differ(known: Known) -> Iterator[Contradiction]:
    """Addresses of the family in rows that no household has, or not at that time."""
    homes = {a: h for h in known.family.households for a in addresses_in(h.address)}
    if not homes:
        return
    streets = {street for _, street in homes}
    told: set[tuple[str, str]] = set()
    for row in known.rows:
        for start, end, address in _addresses(row.text):
            before = row.text[max(0, start - 40) : start]
            cued = _AT_HOME.search(before) or (address not in homes and address[1] in streets)
            if address in told or not cued or row.day is None:
                continue
            words = row.text[start:end]
            house = homes.get(address)
            message = (
                f"{words} stands in an entry as an address of the family; no household has it."
                if house is None
                else _at_another_time(house, words, row.day, moved=bool(_MOVED.search(before)))
            )
            if message:
                told.add(address)
                yield Contradiction(
                    kind="address differs",
                    about=words,
                    message=message,
                    sides=(
                        quoted(row.entry, (start, end), row.text),
                        drawn(
                            "; ".join(_stay_words(house, m) for m in house.members)
                            if house
                            else ", ".join(dict.fromkeys(_named(h) for h in homes.values())),
                            f"{known.file}, Households",
                        ),
                    ),
                    remedy="Ask which address it was, and when the family lived there.",
                )


def _addresses(text: str) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Each address with its characters."""
    at = 0
    for number, street in addresses_in(text):
        words = r"\s+".join(map(re.escape, street.split()[:-1]))
        found = re.compile(rf"\b{re.escape(number)},?\s+{words}\s+\w+", re.I).search(text, at)
        if found:
            at = found.end()
            yield found.start(), found.end(), (number, street)


def _at_another_time(house: Household, words: str, day: dt.date, *, moved: bool) -> str:
    if not any(_reaches(m.start, m.end, day, _MOVE_SLACK) for m in house.members):
        return f"{words} stands in an entry of {day:%d/%m/%Y}; the genogram has nobody there then."
    starts = [m.start.start for m in house.members if m.start and m.start.start]
    if moved and starts and min(abs(day - s) for s in starts) > _MOVE_SLACK:
        return (
            f"The move to {words} stands in an entry of {day:%d/%m/%Y}; the household begins on "
            f"{min(starts):%d/%m/%Y} in the genogram."
        )
    return ""
