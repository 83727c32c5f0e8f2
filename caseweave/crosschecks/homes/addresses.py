"""Which address is the family's by the rows, against the addresses of its households."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.homes.households import address_of, stay_words
from caseweave.crosschecks.people import Known
from caseweave.crosschecks.rows import Row, sentence
from caseweave.crosschecks.who.roles import subject_of
from chronology.dates import When, in_words
from chronology.events.differing_addresses import addresses_in, alike_numbers
from genogram.model import Household

_SORTS = r"(?:(?:flat|apartment|unit|pitch|plot|caravan)\s+)"
_NEARLY = 80  # per cent of letters that two street names share to be held alike
_MOVE_SLACK = dt.timedelta(days=60)
_THEM = (
    r"(?:her|him|them|the\s+family|(?:(?:mr|mrs|ms|miss)\s+)?(?-i:[A-Z])[\w-]+"
    r"(?:\s+(?-i:[A-Z])[\w-]+)?)"
)
_CUES = (
    r"(?:lives?|lived|living|resid\w+|stays|staying|stopping|based|now|they\s+are|he\s+is|she\s+"
    r"is)\s+at",
    r"lives:?",
    r"(?:correspondence|mail|everything)\s+[^.;]{0,30}?to\s+go\s+to",
    rf"visited\s+{_THEM}\s+at",
    r"address\s+(?:on|in)\s+(?:the\s+|our\s+)?\w+(?:\s+\w+)?:?",
    r"address(?:\s+on\s+(?:the\s+|our\s+)?(?:system|file|record)s?)?(?:\s+(?:is|was))?"
    r"(?:\s+(?:given|recorded|shown|noted|listed|held|confirmed)?\s*as|\s+given)?:?",
    r"home(?:\s+is|\s+was)?(?:\s+at)?",
    r"(?:relocated|bailed|rehoused|moved?|moves|moving|moved\s+house|move)\s+(?:in)?to",
    r"rehoused\s+at",
    r"(?:returned|escorted|taken|discharged|walked|went|gone|driven|back|came|lift)\s+home\s+to",
    r"c/o|addressed\s+to\s+(?:\w+\s+){1,3}?at",
    r"(?:we|our\s+records?|system|(?:\w+\s+)?records?|form|card|file|GP|school|surgery|register)\s+"
    r"(?:still\s+)?"
    r"(?:hold|holds|have|has|had|shows?|gives?|say|says)(?:\s+\w+){0,3}?(?:\s+as|\s+at)?",
    rf"(?:letters?|post|mail|parcel|cheque|invoice|copy|copies|appointment|summons|notice|"
    rf"card)\b[^.;]{{0,30}}?"
    rf"(?:(?:sent|posted|go|addressed|delivered|out|written|left)\s+)(?:to|for)\s+(?:{_THEM}\s+"
    rf")?(?:at)?",
    rf"(?:letters?|post|parcel|invoice|bill)\s+(?:to|for)\s+{_THEM}(?:\s+[A-Z]\w+)?,?(?:\s+at)?",
    r"address(?:es)?\s+(?:of|now)|now",
    r"(?:tenancy|tenant)\s+(?:at|of|for)|property:?",
    r"home\s+visit\s+(?:to|at)|visit(?:ed)?\s+(?:to|at)?|h/v\s+(?:to|at)?|attended",
    r"registered\s+at|family\s+(?:home\s+)?(?:at|in)|family\s+of",
    r"(?:collected|pick(?:ed)?\s*-?up|transport(?:ed)?|conveyed|taxi)\b[^.;]{0,20}?\s+from",
)
_AT_HOME = re.compile(
    rf"\b(?:{'|'.join(_CUES)})\s*,?\s*(?:(?:flat|apartment|no\.?|number)\s+)?$", re.I
)
# "Called to 9 Fuller Street, Tamsin shouting", "ambulance to 9 Fuller Street for Jonah".
_CALLED_TO = re.compile(
    r"\b(?:called|ambulance|police|crew|officers?|responded|call|calls|domestic)\s+(?:out\s+"
    r")?(?:to|at|from)\s+$",
    re.I,
)
_NO_HOME = re.compile(
    r"^,?\s*(?:\(|(?:an?|the|his|her)\s+\w+['\u2019]s|licensed|a\s+(?:friend|pub|shop|club)|school|"
    r"surgery|clinic|"
    r"centre|caller|informant|neighbour)",
    re.I,
)
_ANOTHERS = re.compile(
    r"\b(?:neighbours?|callers?|informants?|witness\w*|(?:man|woman|lady|male|female|people|couple|"
    r"resident|"
    r"tenant|party|occupiers?|occupants?|householder)\s+(?:at|of|from)|(?:mr|mrs|ms|miss)\s+"
    r"\w+(?:\s+(?:at|of)|,)|complain\w*|next\s+door|opposite|works?|bid|"
    r"viewing|meeting|clinic|burglary|outside|party|found\s+at|thr(?:ew|ow\w*)|smash\w*|damag\w*|"
    r"vandal\w*|graffiti)(?:\b|(?<=,))[^.;]{0,25}$",
    re.I,
)
_MOVED = re.compile(
    r"\bmove[sd]?\s+(?:in)?to\s*$|\bnew\s+address(?:\s+is)?:?\s*$|relocated\s+to\s*$|"
    r"rehoused\s+(?:to|at)\s*$",
    re.I,
)


def _reaches_loosely(start: When | None, end: When | None, day: dt.date) -> bool:
    """Whether a stay takes in a day, give or take two months: an old address lingers in records."""
    begun = not start or not start.start or start.start - _MOVE_SLACK <= day
    return begun and not (end and end.end and end.end + _MOVE_SLACK < day)


def addresses_that_differ(known: Known) -> Iterator[Contradiction]:
    """Addresses of the family in rows that no household has, or not at that time."""
    homes = {a: h for h in known.family.households for a in _own_addresses(h)}
    streets = frozenset(street for _, street in homes)
    if not homes:
        return
    told: set[tuple[str, str]] = set()  # one address is written in several ways
    for row in known.rows:
        for start, end, address in _addresses(row.text, streets):
            before = row.text[max(0, start - 80) : start]
            cued = (
                _AT_HOME.search(before)
                or (address not in homes and _variant(row, start, address, homes))
                or (address not in homes and _said_of_family(row, start, end, address, homes))
            )
            if address in told or not cued or _of_a_neighbour(row, start, end):
                continue
            for found in _differs(known, row, (start, end), homes, homes.get(address)):
                told.add(address)
                yield found


def _differs(
    known: Known, row: Row, where: tuple[int, int], homes: Mapping[tuple[str, str], Household],
    house: Household | None,
) -> Iterator[Contradiction]:  # fmt: skip
    """An address that is no household's, or that of one where nobody lived then."""
    start, end = where
    words, moved = row.text[start:end], _MOVED.search(row.text[max(0, start - 80) : start])
    if row.day is None:
        return
    if house:
        message = _at_another_time(house, words, row, row.day, moved=bool(moved))
        has = "; ".join(f"{known.name(m.person)}: {stay_words(house, m)}" for m in house.members)
    else:
        whose = _whose(known, row, start)
        message = (
            f"{words} stands in an entry as an address of the family{whose}; no household has it."
        )
        has = ", ".join(dict.fromkeys(address_of(h) for h in homes.values()))
    if message:
        yield Contradiction(
            kind="address differs",
            about=words,
            message=message,
            sides=(quoted(row, where), drawn(has, f"{known.file}, Households")),
            remedy="Ask which address it was, and when the family lived there.",
        )


_TENANT = re.compile(r"\btenants?\s+(?:of|at)\s+(?:flat\s+)?$", re.I)


_OTHERS_HOME = re.compile(
    r"\s*[,(-]?\s*(?:(?:the\s+|a\s+|his\s+|her\s+|their\s+)?"
    r"(?:neighbours?['\u2019]?s?(?:\s+(?:address|home|house|flat))?|next\s+door)(?=\s*(?:[.,;)]|$))|"
    r"(?:for|of|about)\s+(?:another|a\s+different)\s+(?:family|household|case|tenant)\b(?!\s+member))",
    re.I,
)
"""Of which nothing more is told: '14 Mill Road, neighbours rang 999' may be the family's."""


def _of_a_neighbour(row: Row, at: int, end: int) -> bool:
    """ "The tenant of Flat 21" in a sentence that names nobody of the family; "14 Mill Road, the
    neighbours" and "for another family" in any."""
    first, last = sentence(row.text, at)
    before = row.text[max(0, at - 80) : at]
    tenant = _TENANT.search(before) and not row.named_from(first, last)
    return bool(tenant or _OTHERS_HOME.match(row.text, end))


def _whose(known: Known, row: Row, at: int) -> str:
    """ " (Ann Lee)", the one named last before an address in its sentence, else next after it."""
    first, last = sentence(row.text, at)
    before = [m.person for m in row.named_from(first, at) if m.person]
    after = [m.person for m in row.named_from(at, last) if m.person]
    told = (before[-1:] or after[:1] or [subject_of(known, row)])[0]
    return f" ({known.name(told)})" if told else ""


# "Ann Lee (34) of 9 Mill Road"; "at" may be of anywhere that she went to.
_BESIDE = re.compile(
    rf"(?:\s*\([^)]*\)|,\s*\d{{1,2}})?(?:\s+of\s+|,\s*|\s+(?P<at>at)\s+){_SORTS}?", re.I
)


def _said_of_family(
    row: Row, start: int, end: int, address: tuple[str, str],
    homes: Mapping[tuple[str, str], Household],
) -> bool:  # fmt: skip
    """An address beside somebody of the family: "Ann LEE of 9 Mill Road", "to 9 Mill Road for Ann".

    In the family's own street it is enough that the sentence names one of them, and nobody else.
    """
    first, last = sentence(row.text, start)
    before = row.text[first:start]
    if _NO_HOME.match(row.text[end:last]):
        return False
    beside = row.named_from(first, start)
    near = _BESIDE.fullmatch(row.text[beside[-1].end : start]) if beside else None
    own = any(address[1] == street or address[0] == number for number, street in homes)
    if near and (own or near["at"] is None):
        return True
    if _ANOTHERS.search(before):
        return False
    named = bool(row.named_from(first, last))
    if row.named_from(end, end + 9) and _CALLED_TO.search(before):
        return True
    own_street = any(street == address[1] for _, street in homes)
    return own_street and named


def _variant(
    row: Row, at: int, address: tuple[str, str], homes: Mapping[tuple[str, str], Household]
) -> bool:
    """Whether an address may be a home of the family written otherwise.

    16 for 61 or 7 for 17 in one street, or one number with the street's name nearly the same. The
    house two doors off is as like a neighbour's: it counts where its sentence names the family.
    """
    number, street = address
    first, last = sentence(row.text, at)
    if _ANOTHERS.search(row.text[first:at]):
        return False
    named = bool(row.named_from(first, last))
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


_NUMBER_AND_STREET = re.compile(
    r"^(?:(?:flat|apartment|unit|pitch|plot|room|no\.?)\s+|[^,\d]*\d+\w?,\s*)?(\d+[a-z]?),?\s+"
    r"([A-Z][^,\d]+)",
    re.I,
)


def _own_addresses(house: Household) -> tuple[tuple[str, str], ...]:
    """The number and street of a household, though its street be none by name: "16 Saltersgate"."""
    known = addresses_in(house.address)
    plain = _NUMBER_AND_STREET.match(house.address)
    return known or (((plain[1].casefold(), plain[2].casefold().strip()),) if plain else ())


# After a cue, or with "Flat 4,": a number and names that no list of streets has.
_ANY_STREET = re.compile(
    rf"\b({_SORTS})?(\d{{1,4}}[a-z]?),?\s+((?-i:[A-Z])[a-z'\u2019]+(?:\s+(?-i:[A-Z])[a-z'\u2019]+){{0,2}})"
    r"(?!\s+\d)",
    re.I,
)
_NO_STREET = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Years?|Yrs|Months?|Weeks?|Days?|Hours?|Mins?|"
    r"Children|People|Adults|Police|Officers|Mum|Dad|Mother|Father|Week|Year|Term|Ward|Bed|Room)\b"
)


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
    known = {*streets, *usual}
    for found in _ANY_STREET.finditer(text):
        street = found[3].casefold()
        if addresses_in(found[0]):  # somebody else's by the words before it
            continue
        cued = found[1] or _GIVEN.search(text[: found.start()])
        if cued and not _NO_STREET.match(found[3]) and not any(k in street for k in known):
            yield found.start(2), found.end(), (found[2].casefold(), street)


_GIVEN = re.compile(  # the surest cues, after which any words are a street's
    r"\baddress(?:\s+\w+){0,3}?\s*(?:\bas|\bis|:)\s*$|\b(?:now\s+)?(?:lives|living|residing|moved)\s+(?:at|to)"
    r"\s+$",
    re.I,
)


def _at_another_time(house: Household, words: str, row: Row, day: dt.date, *, moved: bool) -> str:
    entry = in_words(row.entry.when)
    if not any(_reaches_loosely(m.start, m.end, day) for m in house.members):
        return f"{words} stands in an entry of {entry}; the genogram has nobody there then."
    starts = [m.start.start for m in house.members if m.start and m.start.start]
    if moved and starts and min(abs(day - s) for s in starts) > _MOVE_SLACK:
        return (
            f"The move to {words} stands in an entry of {entry}; the household begins on "
            f"{min(starts):%d/%m/%Y} in the genogram."
        )
    return ""
