"""What rows say of a couple: married, divorced, parted, together; against the genogram's unions.

two, state      "Ann and Lee are divorced", "Ann separated from Lee", "Ann married Lee in 2008"
they, state     "the two split up in 2018", "parents are divorced", "they have separated"
word for one    "her ex-partner Lee", "his estranged wife Ann"

Each state is held against the unions of just these two on the day told, with a quarter's slack:
couples part and records follow. Those whom no union joins are left to the relations.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.people import Known, drawn_of
from caseweave.crosschecks.rows import Row, only_one, sentence
from caseweave.crosschecks.who.kin_words import NAME, sex_of
from caseweave.crosschecks.who.kinship import parents, partners
from caseweave.crosschecks.who.pronouns import references, said_of
from caseweave.crosschecks.who.roles import subject_of
from chronology.dates import in_words
from genogram.model import PARTED, Union, UnionKind

_SLACK = dt.timedelta(days=92)

_MARRIED = (
    r"(?P<married>(?:legally\s+|still\s+|happily\s+)*married|(?:got\s+)?wed|tied\s+the\s+knot|"
    r"(?:husband|man)\s+and\s+wife|newlyweds)"
)
_DIVORCED = r"(?P<divorced>divorced|got\s+(?:a\s+|their\s+)?divorced?|(?:decree\s+absolute))"
_PARTED = (
    r"(?P<parted>separated|parted(?:\s+ways)?|split(?:\s+up)?|broke(?:n)?\s+up|estranged|"
    r"no\s+longer\s+(?:together|a\s+couple|in\s+a\s+relationship)|finished\s+(?:their|the)\s+"
    r"relationship)"
)
_TOGETHER = (
    r"(?P<together>(?:still\s+|back\s+|now\s+)?together(?!\s+(?:with|at|in|on|for|to)\b)|"
    r"a\s+couple|reconciled|(?:still\s+|now\s+|back\s+)?in\s+a\s+relationship|"
    r"cohabiting|living\s+as\s+a\s+couple)"
)
_STATE = rf"(?:{_MARRIED}|{_DIVORCED}|{_PARTED}|{_TOGETHER})"
_ARE = (
    r"(?:(?:are|were|is|was|have|has|had|been|both|now|since|recently|only|finally|later|then|"
    r"got|get|amicably|formally|legally|who|say|says|said|that|they|again|not\s+long\s+ago)\s+)*"
)
_ONE = rf"(?P<one>(?-i:{NAME})|s?he|mum|dad|mother|father)"
_OTHER = rf"(?P<other>(?-i:{NAME})|(?:her|his)\s+(?:husband|wife|partner)|mum|dad|mother|father)"
_CLAIMS = tuple(
    re.compile(p, re.I)
    for p in (
        rf"\b{_ONE}\s+(?:and|&)\s+{_OTHER},?\s+{_ARE}{_STATE}\b",
        rf"\b{_OTHER}\s+(?:and|&)\s+(?P<one>s?he),?\s+{_ARE}{_STATE}\b",
        rf"\b{_ONE},?\s+{_ARE}{_STATE}\s+(?:up\s+)?(?:from\s+|to\s+|with\s+)?(?:and\s+)?{_OTHER}",
        rf"\b(?:(?P<pair>the\s+(?:two|couple|pair)|they|(?:the|her|his|their|both)?\s*parents),?|"
        rf"whose\s+(?P<theirs>parents))\s+{_ARE}{_STATE}\b",
        rf"\b(?P<own>her|his)\s+{_STATE}\s+(?:husband|wife|partner|spouse),?\s+{_OTHER}",
        rf"(?:\b(?P<own>her|his)|\b(?P<one>(?-i:{NAME}))['\u2019]s)\s+(?P<together>current|present)"
        rf"\s+(?:partner|boyfriend|girlfriend),?\s+{_OTHER}",
        rf"\b{_OTHER},?\s+(?:who\s+)?(?:is|,)\s+(?:(?P<own>her|his)|(?P<one>(?-i:{NAME}))['\u2019]s)\s+"
        r"(?P<together>current|present)\s+(?:partner|boyfriend|girlfriend)\b",
        rf"(?:\b(?P<own>her|his)|\b(?P<one>(?-i:{NAME}))['\u2019]s)\s+(?P<parted>ex|former)[\s-]*(?:partner|husband|wife|boyfriend|"
        rf"girlfriend)?,?\s+{_OTHER}",
    )
)
_UNSURE = re.compile(
    r"\b(?:not|never|n['\u2019]t|if|whether|may|might|would|will|wants?|wanted|plan\w*|hop\w+|"
    r"consider\w*|think\w*|threat\w*|denie[sd]|deny|asked|about|until|before|going\s+to|temporar\w+|"
    r"could|should|unless|ought|worried|when|as\s+if|used\s+to|either|get\s+back|dream\w*)\b"
    r"[^.;]{0,40}$",
    re.I,
)
_STILL = re.compile(r"\b(?:are|is|still)\b", re.I)
_LATER = re.compile(
    r"^[^.;]{0,25}?\b(?:if|when|unless|would|next\s+\w+|soon|for\s+(?:the|a|one)\s+\w+)\b"
)
_YEAR = re.compile(r"^[^.;,]{0,25}?\b(?:in|since|back\s+in)\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b")


def couples_that_differ(known: Known) -> Iterator[Contradiction]:
    """Somebody said to be married, divorced, parted or together where the unions say otherwise."""
    for row in known.rows:
        if row.day is None:
            continue
        for pattern in _CLAIMS:
            for found in pattern.finditer(row.text):
                first, last = sentence(row.text, found.start())
                rest = row.text[found.end() : last]
                if _UNSURE.search(row.text[first : found.end()]) or _LATER.match(rest):
                    continue
                two = _two(known, row, found)
                state = next(s for s in _TOLD if found.groupdict().get(s))
                if state == "married" and _STILL.search(found[0]):
                    rest = f" still{rest}"
                if two and (true := _otherwise(known, two, state, row.day, rest)):
                    yield _of_couple(known, row, two, found, _TOLD[state], true)


_TOLD = {
    "married": "married", "divorced": "divorced", "parted": "separated", "together": "together",
}  # fmt: skip


def _two(known: Known, row: Row, found: re.Match[str]) -> tuple[str, str] | None:
    """The couple who are meant, where a union joins them."""
    told = found.groupdict()
    if told.get("pair") or told.get("theirs"):
        pair = _the_pair(known, row, found)
    else:
        if not (other := _person(known, row, found, "other")):
            return None
        if told.get("own"):
            one = said_of(known, row, found.start("own"), sex_of(told["own"])) - {other}
            one = one or _now_with(known, other, row.day)
        else:
            one = frozenset({_person(known, row, found, "one")})
        pair = {p for p in one if p in partners(known.kin, other)} | {other}
    one_two = sorted(pair - {""})
    if len(one_two) != 2 or one_two[1] not in partners(known.kin, one_two[0]):
        return None
    return one_two[0], one_two[1]


def _now_with(known: Known, person: str, day: dt.date | None) -> frozenset[str]:
    """The partners of one who has parted from none by then."""
    unions = known.kin.partnerships[person]
    if not day or any(_bears_out(u, "parted", day, "") for u in unions):
        return frozenset()
    return frozenset(partners(known.kin, person))


def _person(known: Known, row: Row, found: re.Match[str], group: str) -> str:
    if person := row.only(*found.span(group)):
        return person
    words, at = found[group].casefold(), found.start(group)
    if sex := sex_of(words):
        return only_one(said_of(known, row, at, sex))
    near = [m for m in references(known, row, at, found.end(group)) if m.people]
    return only_one(near[-1].people) if near else ""


def _the_pair(known: Known, row: Row, found: re.Match[str]) -> set[str]:
    """ "They" and "the two" are the couple named before; "parents" those of the child told of."""
    words = (found.groupdict().get("pair") or "parents").casefold()
    if words.endswith("parents"):
        before = {m.person for m in row.mentions if m.end <= found.start()} & set(known.kin.raised)
        child = only_one({p for p in before if p in known.children}) or subject_of(known, row)
        child = child or (known.children[0] if len(known.children) == 1 else "")
        return set(parents(known.kin, child)) if child else set()
    first = sentence(row.text, max(0, sentence(row.text, found.start())[0] - 2))[0]
    before = {p for m in references(known, row, first, found.start()) for p in m.people}
    if not before & set(known.kin.people) and (subject := subject_of(known, row)):
        before.add(subject)
    return {p for p in before if set(partners(known.kin, p)) & before}


def _otherwise(known: Known, two: tuple[str, str], state: str, day: dt.date, rest: str) -> str:
    """What the genogram has instead, where it does not bear out the state on that day."""
    unions = [u for u in known.kin.partnerships[two[0]] if two[1] in u.partners]
    if any(_bears_out(u, state, day, rest) for u in unions):
        return ""
    return "; ".join(_in_words(u) for u in unions)


def _bears_out(union: Union, state: str, day: dt.date, rest: str) -> bool:
    if union.kind is UnionKind.DONOR:
        return False
    unknown = union.kind is UnionKind.UNKNOWN
    wed = union.kind in (UnionKind.MARRIED, *PARTED) or unknown
    over = union.kind in PARTED and not union.end
    if union.end and union.end.start:
        over = union.end.start - _SLACK <= day
    year = _YEAR.match(rest)
    if state == "married":
        begun = union.start.start if union.start else None
        ended = union.end.end if union.end and rest.startswith(" still") else None
        if ended and ended + _SLACK < day:
            return False
        return wed and not (year and begun and abs(begun.year - int(year["year"])) > 1)
    if state == "divorced":
        return wed and over and union.kind is not UnionKind.SEPARATED
    if state == "parted":
        return over or bool(unknown and not union.end)
    return not (union.end and union.end.end and union.end.end + _SLACK < day)


def _in_words(union: Union) -> str:
    start = f" from {in_words(union.start)}" if union.start else ""
    end = f" until {in_words(union.end)}" if union.end else ""
    return f"{union.kind.value}{start}{end}"


def _of_couple(
    known: Known, row: Row, two: tuple[str, str], found: re.Match[str], said: str, true: str
) -> Contradiction:
    names = " and ".join(map(known.name, two))
    return Contradiction(
        kind="relation differs",
        about=f"{two[0]} {two[1]} {said}",
        message=f"{names} are told of as {said} {row.dated}; the genogram has: {true}.",
        sides=(quoted(row, found.span()), drawn_of(known, two[0], f"{names}: {true}")),
    )
