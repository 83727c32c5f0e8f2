"""Who is meant by a word of kinship without a name: "PGF", "his own dad", "hers".

whose relation       "his own dad", "Lena's father", "whose father"
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from caseweave.crosschecks.people import AND, Known
from caseweave.crosschecks.rows import Mention, Row, only_one, sentence
from caseweave.crosschecks.who.kin_words import any_of, relation_of, sex_of
from genogram.model import Sex

_BRACKETS = re.compile(r"[(\[].*|,.*")


def subject_of(known: Known, row: Row) -> str:
    """The one person of the family whom a row, or its whole record, is about; else empty."""
    words = "" if "subject" in row.entry.withheld else row.entry.fields.get("subject", "")
    if not words and (about := _about(known, row)):
        return about
    if not words:
        words = _record_of(known).get(row.entry.at.file, "")
    people = known.names.get(_plain(_BRACKETS.sub(" ", words)), frozenset())
    people = people or _by_label(known, _plain(words))
    relation = relation_of().get(_plain(words), "")
    if not people and relation:
        people = frozenset(p for c in known.children for p in related(known, relation, c))
    if not people:  # a row that opens with a name as its heading: "Ann Lee. Weight static."
        opening = row.mentions[:1]
        if opening and opening[0].start == 0 and re.match(r"[.,:]\s", row.text[opening[0].end :]):
            people = opening[0].people
    return only_one(people)


_SOMEBODY_ELSE = re.compile(  # somebody else than the one the record is about
    r"\b(?:mother|mum|father|dad|partner|boyfriend|brother|sister|sibling|parent|carer|son|"
    r"daughter|friend|cousin|uncle|aunt|nan|gran\w*|girl|boy|male|female|man|woman|his|her|of)\b",
    re.I,
)


def subject_alone(known: Known, row: Row, at: int) -> str:
    """Whom a row is about, if its sentence so far speaks of nobody else."""
    first, _ = sentence(row.text, at)
    before = row.text[first:at]
    if _SOMEBODY_ELSE.search(before) or row.named_from(first, at):
        return ""
    return subject_of(known, row)


_HEADS = re.compile(
    r"\b(?:pupil|child|name|patient|client|student|service\s+user|subject|re|about|concerning)\b",
    re.I,
)


def _about(known: Known, row: Row) -> str:
    """The one whom a column of the agency's own names: "Class or pupil: Mia, Y2"."""
    for heading, words in row.entry.extra.items():
        if heading not in row.entry.withheld and _HEADS.search(heading):
            told = {p for w in re.split(r"[,;(/]", words) for p in known.names.get(_plain(w), ())}
            if len(told) == 1:
                return only_one(told)
    return ""


def _record_of(known: Known) -> dict[str, str]:
    """File -> whose record it is, in the words of the case file."""
    return {s.file: s.record_of for s in known.chronology.submissions}


def _by_label(known: Known, label: str) -> frozenset[str]:
    """Who bears a label in the case file: "Father", where its names are one person's."""
    told = {
        p
        for one in known.chronology.case.people
        if label and _plain(one.label) == label
        for name in one.names
        for p in known.names.get(_plain(name), ())
    }
    return frozenset(told) if len(told) == 1 else frozenset()


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace(".", "").split())


_THE_CHILDREN = "child(?:ren)?|kids|twins|boys|girls"


@cache
def _role() -> re.Pattern[str]:
    """A word of kinship with whose it is: "Mum's dad", "her own late nan", "PGF"."""
    kin = any_of(relation_of())
    return re.compile(
        rf"(?:(?P<owner>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?|\b(?:{kin}|(?i:{_THE_CHILDREN})))['\u2019]s?\s+|"
        r"\b(?P<whose>(?i:his|her|their|whose))\s+)?"
        r"(?i:own\s+)?(?P<late>(?i:late\s+))?"
        rf"\b(?P<kin>{kin})\b(?!-|\s+(?-i:[A-Z][a-z]))"
    )


# Somebody else's, or anybody: "a friend's nan", "an aunt", "no partner".
_NOT_THEIRS = re.compile(
    r"(?:\b(?:a|an|any|no|another|foster|former|each|every|step)\s+|"
    r"['\u2019]s?\s+(?:\w+\s+)?|-)$",
    re.I,
)


def by_role(known: Known, row: Row) -> tuple[Mention, ...]:
    """People spoken of by a word of kinship with no name beside it, and who may be meant.

    "Mum's dad" is one person; "grandad" may be two; a word that nobody bears is left out.
    """
    at = (row.entry.id, row.text)
    if at not in known.roles:  # several checks ask
        known.roles[at] = tuple(_by_role(known, row))
    return known.roles[at]


def _by_role(known: Known, row: Row) -> Iterator[Mention]:
    for found in _role().finditer(row.text):
        start, end = found.span("kin")
        if _IS_NAMED.match(row.text, end):  # "Mia's father is Lee"
            continue
        if whose := _of_whom(row, end):
            if mention := _relation_of(known, row, found, whose):
                yield mention
            continue
        if row.named_at(start - 2, end + 2):
            continue
        if _NOT_THEIRS.search(row.text[: found.start()]):
            continue
        people = _of_those_beside(known, row, found, frozenset(_meant(known, row, found)))
        if people:
            yield Mention(people=people, start=found.start(), end=end)
    for found in _HERS.finditer(row.text):
        kin = [
            k["kin"] for k in _role().finditer(row.text, max(0, found.start() - 90), found.start())
        ]
        owners = owners_of(known, row, found.start(), found["whose"]) if kin else ()
        people = frozenset(
            p for o in owners for p in related(known, relation_of()[_plain(kin[-1])], o)
        )
        if people:
            yield Mention(people=people, start=found.start(), end=found.end())


_IS_NAMED = re.compile(r",?\s+(?:is|was|being|named|called)\s+(?:an?\s+)?[A-Z][a-z]")
_OF = re.compile(r"\s+of\s+(?:both\s+)?")
# "Lee, the father of Mia," and "Lee is the father of Mia" are said of Lee.
_BESIDE_A_NAME = re.compile(
    r"(?:[A-Z][\w'\u2019-]+(?:\s*\([^)]*\))?\s*[,(\u2013-]\s*(?:(?:who|and)\s+)?|"
    r"\b(?:is|was|be|being|as|not|became|becoming)\s+)(?:(?:is|was|the|an?)\s+)*(?:[a-z-]+\s+){0,2}$"
)
_NAMED_AFTER = re.compile(r"\s*(?:[,:(\u2013-]|,?\s+(?:is|was|being|named|called))\s*[A-Z][a-z]")


def _of_whom(row: Row, at: int) -> list[Mention]:
    """The names after "father": "of Mia", "of Mia and Theo"."""
    owners: list[Mention] = []
    for mention in row.mentions:
        joint = AND if owners else _OF
        if mention.owner and joint.fullmatch(row.text, at, mention.start):
            owners.append(mention)
            at = mention.end
    return owners


def _relation_of(
    known: Known, row: Row, found: re.Match[str], owners: list[Mention]
) -> Mention | None:
    """ "The father of Mia" where no name stands beside it."""
    start, end = found.start(), owners[-1].end
    first, _ = sentence(row.text, start)
    if _BESIDE_A_NAME.search(row.text[first:start]) or _NAMED_AFTER.match(row.text, end):
        return None
    relation = relation_of()[_plain(found["kin"])]
    theirs = [related(known, relation, o.person) for o in owners if o.person]
    people = frozenset.intersection(*theirs) if theirs else frozenset()
    return Mention(people=people, start=start, end=end) if people else None


def _of_those_beside(
    known: Known, row: Row, found: re.Match[str], people: frozenset[str]
) -> frozenset[str]:
    """ "Visit to mother and Arjan": of the mothers of several children, Arjan's."""
    if len(people) < 2 or found["owner"] or found["whose"]:
        return people
    first, last = sentence(row.text, found.start())
    beside = {m.person for m in row.named_from(first, last)} & set(known.children)
    relation = relation_of()[_plain(found["kin"])]
    theirs = frozenset(p for c in beside for p in related(known, relation, c))
    return people & theirs or people


_HERS = re.compile(r"\b(?P<whose>hers|his)\b(?=\s+(?:had|has|also|just|died|passed)\b)", re.I)
"""Of a relation told before: "another child spoke of a grandad. She told me hers had died"."""


def _meant(known: Known, row: Row, found: re.Match[str]) -> Iterator[str]:
    relation = relation_of()[_plain(found["kin"])]
    for owner in _whose(known, row, found):
        yield from related(known, relation, owner)


def _whose(known: Known, row: Row, found: re.Match[str]) -> Collection[str]:
    """Whose relation is meant: the owner said, the one a pronoun stands for, the row's subject."""
    if found["owner"]:
        if person := row.only(*found.span("owner")):
            return (person,)
        word = _plain(found["owner"])
        if re.fullmatch(_THE_CHILDREN, word):
            sex = {"boys": Sex.MALE, "girls": Sex.FEMALE}.get(word)
            return [c for c in known.children if sex in (None, known.kin.people[c].sex)]
        relation = relation_of().get(word, "")
        return {p for c in known.children for p in related(known, relation, c)} if relation else ()
    if found["whose"] and found["whose"].casefold() != "their":
        return owners_of(known, row, found.start(), found["whose"])
    subject = subject_of(known, row)
    if not subject or found["whose"]:
        return known.children
    # "Father arrived" in a mother's own notes may be the child's: only a child has no children.
    return (subject,) if subject in known.children else (subject, *known.children)


def related(known: Known, relation: str, to: str) -> frozenset[str]:
    """Everybody who is that to somebody, with or without the side."""
    return known.relatives(to).get(relation, frozenset())


_ANOTHERS = re.compile(  # somebody else of whom "his" and "her" may be said
    r"\b(?:a|an|the|another|one)\s+(?:\w+\s+)?(?:boy|girl|child|friend|man|woman|neighbour|"
    r"colleague|"
    r"teacher|worker|classmate|lady|pupil|officer|nurse)\b(?!\s+of\s+\d)",
    re.I,
)


def owners_of(known: Known, row: Row, at: int, pronoun: str) -> frozenset[str]:
    """Whom "his", "her" or "whose" may stand for: anybody of that sex named before, else the
    one the row is about; nobody where that is not known."""
    sex = sex_of(pronoun)
    if _ANOTHERS.search(row.text[sentence(row.text, at)[0] : at]):
        return frozenset()
    named = {m.person for m in row.mentions if m.end <= at and m.person}
    last = sentence(row.text, at)[1]
    after = [m.person for m in row.mentions if at < m.start < last and m.person][:1]
    for people in (named, {subject_of(known, row)} - {""}, set(after)):
        fitting = {p for p in people if sex in (None, known.kin.people[p].sex)}
        if fitting:
            return frozenset(fitting)
    return frozenset()


_SOMEBODY = re.compile(  # of whom a pronoun may be said as well
    r"\b(?:man|men|males?|females?|wom[ae]n|lad|lady|bloke|boys?|girls?|\w*friend|partner|friends|"
    r"mates?|"
    r"worker|teacher|officer|nurse|doctor|dad|father|stepdad|uncle|aunt\w*|brother|sister|mum|"
    r"mother|nan\w*|gran\w*|cousin|son|daughter|neighbour|them|others?|dog|cat)\b",
    re.I,
)
_PRONOUN = re.compile(r"\b(?P<whose>[Hh]e|[Ss]he)\b(?!['\u2019]s)")


def by_pronoun(known: Known, row: Row) -> Iterator[Mention]:
    """ "He" and "she": the one of that sex named just before, else the one the row is about."""
    for found in _PRONOUN.finditer(row.text):
        sex = sex_of(found[0])
        first, _ = sentence(row.text, found.start())
        before, _ = sentence(row.text, max(0, first - 2))
        near = {m.person for m in row.named_from(before, found.start())} - {""}
        named = {p for p in near if known.kin.people[p].sex is sex}
        if not named and (subject := subject_of(known, row)):
            named = {subject} if known.kin.people[subject].sex is sex else set()
        others = _SOMEBODY.search(row.text[before : found.start()])
        if len(named) == 1 and not others:
            yield Mention(people=frozenset(named), start=found.start(), end=found.end())
