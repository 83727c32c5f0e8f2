"""Of whom a verb of a row is said: the clause before it, read back to its subject.

clause    = subject [aside] {adverb} verb
subject   = name, role, "he" or "she" {, or and subject} | nothing: whom the record is about
aside     = "(27)" | ", her brother," | ", who told us that"

"Ann came with Lee and has moved in" is said of Ann, "Lee, who has moved in" of Lee; "Ann says a
friend has moved in" of nobody whom the family has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from caseweave.crosschecks.kin_words import bare_role
from caseweave.crosschecks.people import Known, Mention, Row, sentence
from caseweave.crosschecks.spoken import by_pronoun, by_role, subject_of

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
_SOMEBODY = re.compile(  # of whom the verb may be said instead
    r"\b(?:he|she|they|we|i|it|you|nobody|somebody|someone|everyone|man|men|males?|females?|"
    r"wom[ae]n|lad|lads|lady|bloke|boys?|girls?|\w*friends?|mates?|couple|family|tenants?|children|"
    r"kids|baby|child|neighbours?|relatives?|carers?|worker|teacher|officer|nurse|doctor|dog|cat|"
    r"lodger|pal|partner)\b",
    re.I,
)
_NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-z]+)(?:\s+[A-Z][\w-]+)?")
_NO_NAME = re.compile(
    r"(?:Christmas|Easter|Diwali|Eid|New|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|\w+day|English|Polish|Year|Ward|School|Road|Street)\b"
)
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
    """Everybody named, called by a role or meant by a pronoun in a row, in order."""
    told = (*row.mentions, *by_role(known, row), *by_pronoun(known, row))
    return tuple(sorted((m for m in told if m.people), key=lambda m: (m.start, m.end)))


def subjects(known: Known, row: Row, people: Iterable[Mention], verb: int) -> tuple[Mention, ...]:
    """Those of `people` of whom the verb at a place is said; nobody where that is not sure."""
    first, _ = sentence(row.text, verb)
    before = [m for m in people if first <= m.start and m.end <= verb]
    for mention in reversed(before):
        between = row.text[mention.end : verb]
        beside = _ADJACENT.fullmatch(between)
        if not beside:
            if _another(row, mention.end, verb):
                return ()
            if between.startswith(("'s", "\u2019s")) or _GOVERNED.search(
                row.text[first : mention.start]
            ):
                continue
        return _joined(row, before, mention)
    if _NO_SUBJECT.fullmatch(row.text[first:verb]):
        person = subject_of(known, row) or _last_of(row, people, first)
        if person:
            return (Mention(people=frozenset([person]), start=verb, end=verb),)
    return ()


def _another(row: Row, start: int, end: int) -> bool:
    """Whether somebody else stands between who is told of and the verb, as its subject."""
    between = row.text[start:end]
    for pattern in (_SOMEBODY, bare_role(), _NAME):
        for found in pattern.finditer(between):
            if pattern is _NAME and _NO_NAME.match(found[0]):
                continue
            if row.only(start + found.start(), start + found.end()):
                continue
            after = between[found.end() : found.end() + 2]
            if _GOVERNED.search(between[: found.start()]) or after in ("'s", "\u2019s"):
                continue
            return True
    return False


def _joined(row: Row, before: list[Mention], last: Mention) -> tuple[Mention, ...]:
    """ "Ann, Lee and Mia" where Mia is the one found."""
    told = [last]
    for mention in reversed(before[: before.index(last)]):
        if _AND.fullmatch(row.text[mention.end : told[-1].start]):
            told.append(mention)
        elif mention.end <= told[-1].start:
            break
    return tuple(reversed(told))


def _last_of(row: Row, people: Iterable[Mention], first: int) -> str:
    """The one person told of in the sentence before."""
    begin, _ = sentence(row.text, max(0, first - 2))
    named = {m.person for m in people if begin <= m.start < first}
    return next(iter(named)) if len(named) == 1 else ""
