"""Of whom a verb of a row is said: the clause before it, read back to its subject.

clause    = subject [aside] {adverb} verb
subject   = name, role, "he" or "she" {, or and subject} | nothing: whom the record is about
aside     = "(27)" | ", her brother," | ", who told us that"

"Ann came with Lee and has moved in" is said of Ann, "Lee, who has moved in" of Lee; "Ann says a
friend has moved in" of nobody whom the family has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from caseweave.crosschecks.people import Known
from caseweave.crosschecks.rows import Mention, Row, sentence
from caseweave.crosschecks.who.kin_words import bare_role, sex_of
from caseweave.crosschecks.who.pronouns import references, said_of

_PREPOSITION = (
    r"(?:with|to|from|of|by|at|for|in|near|about|on|than|like|saw|seen|met|told|asked|visited|rang|"
    r"phoned|called|see|contacted|without|against|between|behind|after|not)"
)
_GOVERNED = re.compile(
    rf"\b{_PREPOSITION}\s+(?:(?:the|a|an|his|her|their|own|my|both|old|new|late|[\w-]+['\u2019]s)\s+"
    r")*(?:\w+\s+)?$",
    re.I,
)
ADVERBS = (
    r"(?:(?:who|that|which|has|have|had|is|was|are|were|be|been|being|does|did|do|not|now|also|"
    r"still|since|currently|recently|just|both|all|always|only|then|later|already|apparently|"
    r"reportedly|permanently|mostly|mainly|usually|actually|officially|effectively|basically|"
    r"presently|temporarily|finally|himself|herself|no|never|again|today|yesterday|"
    r"suddenly|themselves|all\s+but|more\s+or\s+less|these\s+days|at\s+present|for\s+now)\b\s*)*"
)
_ADJACENT = re.compile(
    rf"(?:\s+[A-Z][A-Z'-]+\b)?(?:(?:\s*\([^)]*\)|,[^,.;]{{1,50}},)?,?(?:\s+and\b)?|['\u2019]s\b)\s*"
    rf"{ADVERBS}",
    re.I,
)
_OBJECT = re.compile(r"(?:^|\W)(?:[A-Z]\w+|he|she|mum|dad)\s+[^.;]*?[a-z]{3,}\s+$")
_NO_OBJECT = re.compile(
    r"\b(?:and|that|as|when|because|but|while|since|says|said|states|where|so|then|if|who|which|"
    r"reports?|reported|confirmed|explained|believes|thinks|[a-z]*(?:mother|father|mum|dad|sister|"
    r"brother|nan|gran|aunt|uncle|partner|son|daughter|wife|husband|cousin|lodger|carer))\s+$",
    re.I,
)
_NOBODY: frozenset[str] = frozenset()
_TO_WHOM = re.compile(r"\s+(?:of|to)\s+(?:[A-Z]|the\b|his\b|her\b)")  # ", sister of Ann,"
_SAYS = re.compile(  # between a name and a pronoun for it: "Ann said that she"
    r"\s+(?:has\s+|had\s+)?(?:said|says|stated|states|reports?|reported|told\s+\w+(?:\s+\w+)?|tells\s+"
    r"\w+|explained|explains|confirmed|confirms|disclosed|mentioned|claims?|claimed|feels?|felt|"
    r"thinks?|thought)\s+(?:to\s+\w+\s+)?(?:that\s+)?",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t|[Yy]ou)\b")
_AND = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:,|,?\s+and|\s+&|,?\s+with)\s+(?:(?:his|her|their|the)\s+)?(?:\w+\s+)?"
)
# Before the verb of a sentence that leaves out its subject: "Currently living with his nan".
_NO_SUBJECT = re.compile(
    r"\W*(?:(?:reports?|reported|says|said|states?|stated|confirms?|confirmed|discloses?|"
    r"disclosed|tells?\s+(?:me|us)|told\s+(?:me|us)|pt|patient|client|service\s+user|yp|"
    r"young\s+person|pupil|student|s?he)\b\s*)*"
    rf"(?:that\s+)?(?:s?he\s+)?{ADVERBS}",
    re.I,
)


def pool(known: Known, row: Row) -> tuple[Mention, ...]:
    """Everybody named, called by a role or meant by a pronoun in a row, in order.

    An outsider, "they" and a pronoun of whom it is not sure are mentions of nobody.
    """
    told = [*_pronouns(known, row)]
    for first, last in _sentences(row):
        told += references(known, row, first, last)
    for found in bare_role().finditer(row.text):  # a brother whom the family lacks
        if not any(m.start < found.end() + 3 and found.start() < m.end + 2 for m in told):
            told.append(Mention(people=_NOBODY, start=found.start(), end=found.end()))
    told = [m for m in told if not _TO_WHOM.match(row.text, m.end) or m in row.mentions]
    return tuple(sorted(told, key=lambda m: (m.start, m.end)))


def _sentences(row: Row) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(row.text):
        last = sentence(row.text, at)[1]
        yield at, last
        at = max(last, at) + 2


def _pronouns(known: Known, row: Row) -> Iterator[Mention]:
    for found in _PRONOUN.finditer(row.text):
        sex = sex_of(found[0])
        people = said_of(known, row, found.start(), sex) if sex else _NOBODY
        for mention in row.mentions if sex else ():
            says = _SAYS.fullmatch(row.text[mention.end : found.start()])
            if says and mention.person and known.kin.people[mention.person].sex is sex:
                people = mention.people
        yield Mention(people=people, start=found.start(), end=found.end())


def subjects(known: Known, row: Row, people: Iterable[Mention], verb: int) -> tuple[Mention, ...]:
    """Those of `people` of whom the verb at a place is said; nobody where that is not sure."""
    first, _ = sentence(row.text, verb)
    before = [m for m in people if first <= m.start and m.end <= verb]
    for mention in reversed(before):
        told = _joined(row, before, mention)
        beside = _ADJACENT.fullmatch(row.text[mention.end : verb])
        sure = beside and ("," not in beside[0] or re.search(r"\bwho\b", beside[0]))
        if beside and re.match(r"\s+and\b", beside[0]):  # "Ann has left Lee and is living alone"
            before_it = row.text[first : told[0].start]
            if _OBJECT.search(before_it) and not _NO_OBJECT.search(before_it):
                continue
        owner = not beside and row.text.startswith(("'s", "\u2019s"), mention.end)
        if owner or (not sure and _GOVERNED.search(row.text[first : told[0].start])):
            continue
        return told
    if _NO_SUBJECT.fullmatch(row.text[first:verb]):
        return (Mention(people=said_of(known, row, first), start=verb, end=verb),)
    return ()


def _joined(row: Row, before: list[Mention], last: Mention) -> tuple[Mention, ...]:
    """ "Ann, Lee and Mia" where Mia is the one found."""
    told = [last]
    for mention in reversed(before[: before.index(last)]):
        if _AND.fullmatch(row.text[mention.end : told[-1].start]):
            told.append(mention)
        elif mention.end <= told[-1].start:
            break
    return tuple(reversed(told))
