"""Who is said to live where, and which address is the family's, against the households."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.kin_words import bare_role
from caseweave.crosschecks.people import Known, Mention, Row, place, sentence
from caseweave.crosschecks.placements import Sharing, lives_with, shares_a_room
from chronology.addresses import addresses_in, alike_numbers
from chronology.dates import When
from genogram.model import Household, Residence

_NEARLY = 80  # per cent of letters that two street names share to be held alike
SLACK = dt.timedelta(days=31)  # households are often dated by the month
_SLACK_TO_THE_DAY = dt.timedelta(days=14)  # where they are dated to the day
_LAST_WORD = 5  # letters of the words for living somewhere that may belong to the address: "at"
_MOVE_SLACK = dt.timedelta(days=60)
_PLACE = r"(?:family\s+|children['\u2019]?s\s+)?(?:home|house|flat|property|address|household)"
_STAYING = r"(?:living|residing|staying|stopping|sleeping|dossing|kipping|crashing|lodging|based)"
_LIVES = re.compile(
    r"^(?:,\s*\d{1,2}\b)?(?:,?\s+who\s+(?:said|says|told\s+\w+|stated)\s+(?:that\s+)?s?he\b)?"
    r"[^.;,]{0,25}?\b(?:"
    r"(?:(?:has|have|had)\s+)?(?:now\s+|since\s+)?moved\s+(?:himself\s+|herself\s+)?"
    r"(?:back\s+)?in\b|"
    r"(?:(?:has|have)\s+)?(?:moved\s+back|gone\s+back|returned|come(?:\s+back)?)\s+"
    rf"(?:to\s+live|home\b|(?:in)?to\s+the\s+{_PLACE})|"
    rf"(?:is|was|are|now|still|been|currently)\s+(?:\w+\s+)?{_STAYING}\b|"
    r"(?:is|was|are)\s+(?:now\s+|still\s+)?(?:back\s+)?(?:living\s+)?back\s+home\b|"
    rf"{_STAYING}\s+(?:at|with|in|there|here|over|back)\b|"
    r"liv(?:es|ed|e)\s+(?:back\s+)?(?:at|with|in|there|here)\b|"
    r"(?:stays|stops|sleeps)\s+(?:at|with|over|there|here|most|every)\b|"
    r"spends?\s+(?:most|every)\s+nights?|"
    r"gone\s+to\s+live\s+(?:at|with)|taken\s+up\s+residence|"
    r"(?:is|was)\s+back\s+and\s+(?:staying|sleeping|living|stopping)\b|"
    rf"resident\s+(?:at|in)|back\s+(?:in|at)\s+the\s+{_PLACE}|back\s+under\s+the\s+same\s+roof|"
    r"(?:in|part\s+of|member\s+of)\s+the\s+household)",
    re.I,
)
# "Household: Ann, Lee and Mia", "Lives with mum and Lee": everybody named after it lives there.
_LISTED = re.compile(
    r"\b(?:(?:occupants|residents)(?:\s+of\s+the\s+\w+)?\s*(?:are|:)\s*|"
    r"household\s*(?:(?:also|now|still)\s+)?(?:members|composition|comprises|comprised|"
    r"consists\s+of|consisted\s+of|includes|included|is|are|:|made\s+up\s+of)[\s:]*|"
    r"family\s+home\s+(?:are|is)\s+|"
    r"lives?\s+(?:at\s+home\s+)?with\s+(?:(?:his|her|their)\s+)?(?:mum|mother|mam)\b)[^.;]{0,60}$",
    re.I,
)
# Said of a stay that is not a home.
_FOR_A_WHILE = re.compile(
    r"\b(?:for\s+(?:the|a|one|two|three)\s+"
    r"(?:night|weekend|week|few|couple|fortnight|days?|nights?|weeks)|temporar\w+|this\s+weekend|"
    r"(?:at|on|most|some|every(?:\s+other)?|alternate|each)\s+weekends?|"
    r"last\s+night|overnight|holiday|on\s+bail)\b",
    re.I,
)
_LEFT = re.compile(
    r"^[^.;,]{0,25}?\b(?:has\s+)?(?:moved\s+out|left\s+the\s+(?:family\s+)?home|no\s+longer\s+"
    r"(?:lives|living|resident|in\s+the\s+(?:home|household)|at\s+the\s+(?:home|address|property))|"
    r"(?:gone|moved|living|staying|stopping|surfing)\s+(?:(?:in|to\s+(?:live|stay))\s+)?with\s+"
    r"(?:(?:a|an|his|her|some)\s+)?(?:\w+\s+)?(?:friend|mate|colleague)s?|"
    r"been\s+(?:evicted|(?:kicked|thrown)\s+out)|(?:now\s+)?(?:lives|living)\s+elsewhere)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|no longer|never|denie[sd]|nobody|if|whether|want\w*|would|will|plan\w*|hope\w*|may|"
    r"might|used to|previously|before|until|offered|asked|could|should|wish\w*|allowed|agreed)\b",
    re.I,
)
_AT_HOME = re.compile(
    r"\b(?:lives?\s+at|living\s+at|resid\w+\s+at|"
    r"address(?:\s+on\s+(?:the\s+|our\s+)?(?:system|file|record)s?)?(?:\s+(?:is|was))?"
    r"(?:\s+(?:given|recorded|shown|noted|listed|held|confirmed)?\s*as)?:?|"
    r"home\s+(?:is|was)(?:\s+at)?|"
    r"relocated\s+to|(?:returned|escorted|taken|discharged)\s+home\s+to|c/o|"
    r"addressed\s+to\s+(?:\w+\s+){1,3}?at|"
    r"(?:we|our\s+records?|system)\s+(?:still\s+)?(?:hold|holds|have|has|shows?)"
    r"(?:\s+\w+){0,3}?(?:\s+as)?|"
    r"letters?\s+(?:sent|posted)\s+to|address(?:es)?\s+(?:of|now)|"
    r"moved?\s+(?:in)?to|moves\s+to|moving\s+to|now\s+at|rehoused\s+(?:to|at)|"
    r"tenancy\s+(?:at|of|for)|"
    r"home\s+visit\s+(?:to|at)|visit(?:ed)?\s+(?:to|at)?|h/v\s+(?:to|at)?|attended|address\s+of|"
    r"registered\s+at|family\s+(?:home\s+)?at)\s*,?\s*(?:(?:flat|apartment|no\.?|number)\s+)?$",
    re.I,
)
_MOVED = re.compile(
    r"\bmove[sd]?\s+(?:in)?to\s*$|\bnew\s+address(?:\s+is)?:?\s*$|relocated\s+to\s*$|"
    r"rehoused\s+(?:to|at)\s*$",
    re.I,
)


def homes_that_differ(known: Known) -> Iterator[Contradiction]:
    """Somebody recorded as living in the home, or as gone from it, against the household then."""
    for row in known.rows:
        if row.day is None:
            continue
        for person, claim, where in (*_of_rooms(known, row), *_of_homes(known, row, row.day)):
            if claim:
                yield _of_home(known, row, person, claim, where)


Claim = tuple[str, str, tuple[int, int]]
"""Who; what the row says that no household bears out, empty where one does; the characters."""


def _of_rooms(known: Known, row: Row) -> Iterator[Claim]:
    for person, sharing, start in shares_a_room(known, row):
        last = sentence(row.text, start)[1]
        claim = _shared_home(known, row, person, sharing, (start, start, last))
        yield person, claim, (start, sharing.end)


def _of_homes(known: Known, row: Row, day: dt.date) -> Iterator[Claim]:
    for mention in row.mentions:
        person = mention.person
        if not person:
            continue
        first, last = sentence(row.text, mention.start)
        shared = lives_with(known, row, mention, last)
        if shared:
            claim = _shared_home(known, row, person, shared, (first, mention.end, last))
            yield person, claim, (mention.start, shared.end)
        elif said := _said_of_home(row, mention, first, last):
            there, end, after = said
            yield person, _claim(known, row, person, after, there, day), (mention.start, end)


def _said_of_home(
    row: Row, mention: Mention, first: int, last: int
) -> tuple[bool, int, tuple[int, int]] | None:
    """Whether somebody is said to live there (or to be gone), where that ends, what says where."""
    rest = row.text[mention.end : last]
    for pattern, there in ((_LEFT, False), (_LIVES, True)):
        found = pattern.match(rest)
        end = mention.end + found.end() if found else mention.end
        after = (max(mention.end, end - _LAST_WORD), last)
        if there and not found and _LISTED.search(row.text[first : mention.start]):
            after = (end, end)
        elif not found or _another_between(row, mention.end, end):
            continue
        if (there and _NOT.search(row.text[first:end])) or _FOR_A_WHILE.search(rest):
            continue
        return there, end, after
    return None


def _shared_home(
    known: Known, row: Row, person: str, sharing: Sharing, within: tuple[int, int, int]
) -> str:
    """ "living with Ann Lee" where the row says so and no household then has both; else empty."""
    day = row.day
    if day is None or _NOT.search(row.text[within[0] : sharing.end]):
        return ""
    if _FOR_A_WHILE.search(row.text[within[1] : within[2]]):
        return ""
    homes = [h for h in known.family.households if lives_in(h, person, day)]
    if not homes or any(lives_in(h, other, day) for h in homes for other in sharing.others):
        return ""
    if not sharing.others:
        return f"living with {sharing.words}" if sharing.words.startswith("foster") else ""
    return f"living with {' or '.join(sorted(known.name(o) for o in sharing.others))}"


def _another_between(row: Row, start: int, end: int) -> bool:
    """Whether the verb is another's: "Mia says Lee is living there", "Ann low as partner left"."""
    between = row.text[start:end]
    if re.match(r"\s*(?:\([^)]*\)\s*)?(?:,|and\b|&)", between):
        return False
    role = bare_role().search(between)
    with_them = re.search(r"\b(?:with|at|in|to|of)\b", between[: role.start()]) if role else None
    return any(start < m.start and m.end < end for m in row.mentions) or (
        role is not None and with_them is None
    )


def _claim(
    known: Known, row: Row, person: str, after: tuple[int, int], there: bool, day: dt.date
) -> str:
    """What the row says that no household bears out, in words; empty where one does."""
    own = [h for h in known.family.households if person in h.people()]
    start, end = after
    addresses = set(addresses_in(row.text[start : min(end, start + 60)]))
    if addresses:
        meant = [h for h in known.family.households if addresses & set(addresses_in(h.address))]
    else:
        near = range(start, start + 31) if end > start else ()
        named = [m.person for m in row.mentions if m.start in near]
        other = next((p for p in named if p and p != person), "")
        if other:
            meant = [h for h in known.family.households if lives_in(h, other, day)]
        else:
            meant = homes_of_children(known, day) or _homes_with(known, known.children, day)
    if not meant or (person in known.children and not addresses and meant == own):
        return ""
    if there:
        lives = any(lives_in(h, person, day) for h in meant)
        return "" if lives else f"living at {_named(meant[0])}"
    still = [h for h in meant if lives_in(h, person, day, slack=-SLACK)]
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
    return f"{_named(house)}, from {start} to {end}"


def _named(house: Household) -> str:
    return house.address or house.id


def lives_in(house: Household, person: str, day: dt.date, slack: dt.timedelta = SLACK) -> bool:
    """Whether a person is recorded in a household on a day, give or take."""
    return any(_reaches(m.start, m.end, day, slack) for m in house.members if m.person == person)


def _reaches(start: When | None, end: When | None, day: dt.date, slack: dt.timedelta) -> bool:
    begun = not start or not start.start or start.start - _slack(start, slack) <= day
    over = bool(end and end.end and end.end + _slack(end, slack) < day)
    return begun and not over


def _reaches_loosely(start: When | None, end: When | None, day: dt.date) -> bool:
    """The same with two months either way: an old address lingers in records."""
    begun = not start or not start.start or start.start - _MOVE_SLACK <= day
    return begun and not (end and end.end and end.end + _MOVE_SLACK < day)


def _slack(when: When, slack: dt.timedelta) -> dt.timedelta:
    """No more than a fortnight where the day itself is recorded."""
    if when.start is None or when.start != when.end:
        return slack
    return max(-_SLACK_TO_THE_DAY, min(slack, _SLACK_TO_THE_DAY))


def homes_of_children(known: Known, day: dt.date) -> list[Household]:
    subjects = [p.id for p in known.family.persons if p.subject] or list(known.children)
    return _homes_with(known, subjects, day)


def _homes_with(known: Known, people: Sequence[str], day: dt.date) -> list[Household]:
    return [h for h in known.family.households if any(lives_in(h, p, day) for p in people)]


def addresses_that_differ(known: Known) -> Iterator[Contradiction]:
    """Addresses of the family in rows that no household has, or not at that time."""
    homes = {a: h for h in known.family.households for a in _own_addresses(h)}
    streets = frozenset(street for _, street in homes)
    if not homes:
        return
    told: set[tuple[str, str]] = set()  # one address is written in several ways
    for row in known.rows:
        for start, end, address in _addresses(row.text, streets):
            before = row.text[max(0, start - 40) : start]
            cued = _AT_HOME.search(before) or (
                address not in homes and _variant(row, start, address, homes)
            )
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


def _variant(
    row: Row, at: int, address: tuple[str, str], homes: Mapping[tuple[str, str], Household]
) -> bool:
    """Whether an address may be a home of the family written otherwise.

    16 for 61 or 7 for 17 in one street, or one number with the street's name nearly the same. The
    house two doors off is as like a neighbour's: it counts where its sentence names the family.
    """
    number, street = address
    first, last = sentence(row.text, at)
    named = any(first <= m.start < last for m in row.mentions)
    for other, where in homes:
        if where == street and (named or _far(number, other)) and alike_numbers(number, other):
            return True
        if other == number and where != street and _alike_streets(street, where):
            return True
    return False


def _far(one: str, other: str) -> bool:
    """Whether two house numbers are more than a few doors apart."""
    return not (one.isdigit() and other.isdigit()) or abs(int(one) - int(other)) > 4


def _alike_streets(one: str, other: str) -> bool:
    """ "tannery street" and "tannery road", "larch court" and "larches court"."""
    mine, theirs = one.rsplit(" ", 1)[0], other.rsplit(" ", 1)[0]
    return fuzz.ratio(mine, theirs) >= _NEARLY


_NUMBER_AND_STREET = re.compile(r"^(?:[^,\d]*\d+\w?,\s*)?(\d+[a-z]?),?\s+([A-Z][^,\d]+)", re.I)


def _own_addresses(house: Household) -> tuple[tuple[str, str], ...]:
    """The number and street of a household, though its street be none by name: "16 Saltersgate"."""
    known = addresses_in(house.address)
    plain = _NUMBER_AND_STREET.match(house.address)
    return known or (((plain[1].casefold(), plain[2].casefold().strip()),) if plain else ())


def _addresses(text: str, streets: frozenset[str]) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Each address with its characters; `streets` are those of the family's own homes."""
    at = 0
    usual = {street for _, street in addresses_in(text)}
    for street in sorted(streets - usual):
        words = r"\s+".join(map(re.escape, street.split()))
        for plain in re.finditer(rf"\b(\d{{1,4}}[a-z]?),?\s+{words}\b", text, re.I):
            yield plain.start(), plain.end(), (plain[1].casefold(), street)
    for number, street in addresses_in(text):
        words = r"\s+".join(map(re.escape, street.split()[:-1]))
        found = re.compile(rf"\b{re.escape(number)},?\s+{words}\s+\w+", re.I).search(text, at)
        if found:
            at = found.end()
            yield found.start(), found.end(), (number, street)


def _at_another_time(house: Household, words: str, day: dt.date, *, moved: bool) -> str:
    if not any(_reaches_loosely(m.start, m.end, day) for m in house.members):
        return f"{words} stands in an entry of {day:%d/%m/%Y}; the genogram has nobody there then."
    starts = [m.start.start for m in house.members if m.start and m.start.start]
    if moved and starts and min(abs(day - s) for s in starts) > _MOVE_SLACK:
        return (
            f"The move to {words} stands in an entry of {day:%d/%m/%Y}; the household begins on "
            f"{min(starts):%d/%m/%Y} in the genogram."
        )
    return ""
