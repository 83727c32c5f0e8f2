"""Whom "he", "her" or words without a subject are said of, those outside the family counted.

reference   a name or role of the family, the patient or pupil of the record, or an outsider:
            "another mother", "Temi's friend", "new starter Aaron"
said of     the fitting references before it in the sentence; where there is none those of the
            sentence before, and so on; last the one whom the row is about

An outsider who may be meant leaves nobody, so that a friend's uncle is not taken for the child's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caseweave.crosschecks.people import Known
from caseweave.crosschecks.rows import Mention, Row, sentence
from caseweave.crosschecks.who.kin_words import PLACES, sex_of
from caseweave.crosschecks.who.roles import by_role, subject_of
from genogram.model import Sex

_NOBODY: frozenset[str] = frozenset()
_MALE = re.compile(
    r"\b(?:man|male|boy|lad|father|dad|brother|uncle|son|grand(?:ad|father)|mr)\b", re.I
)
_FEMALE = re.compile(
    r"\b(?:woman|female|girl|lady|mother|mum|sister|aunt\w*|daughter|gran\w*|nan|mrs|ms|miss)\b",
    re.I,
)
_OTHERS = (
    "man|woman|male|female|boy|girl|lady|lad|child|pupil|student|mother|father|mum|dad|parent|"
    "member|patient|tenant|resident|relative|person|family|starter|peer|adult|teenager|couple"
)
_STRANGERS = (
    "friend|mate|pal|colleague|neighbour|classmate|worker|teacher|officer|nurse|doctor|midwife|"
    "driver|visitor|caller|manager|boss|landlord|landlady|somebody|someone|passer-by|solicitor|"
    "childminder|classmates|consultant|tutor|keyworker|key\\s+person(?!\\s+notes?)"
)
# "She is a mother of three" tells of her, "a mother at the gate" of another.
_OUTSIDER = re.compile(
    r"(?<!\bis\s)(?<!\bas\s)(?<!\bwas\s)\b(?:an?|another|one|some|the\s+other|new)\s+"
    rf"(?:[a-z-]+\s+){{0,2}}?(?:{_OTHERS})\b|\b(?:{_STRANGERS})s?\b|"
    r"\banother\s+(?!one\b|time\b|day\b|child\s+of\b)[a-z-]+\b",
    re.I,
)
_AT_WORK = re.compile(
    r"\b(?:worker|teacher|officer|nurse|doctor|midwife|manager|consultant|tutor|key\s*(?:worker|"
    r"person)|solicitor|visitor)s?$",
    re.I,
)
_SPOKEN_TO = re.compile(  # "told the social worker that she": not of whom it is told
    r"\b(?:told|to|by|with|asked|informed|from|phoned|rang|thanked|let)\s+(?:[a-z]+\s+){0,3}$", re.I
)
_NAME = re.compile(r"\b[A-Z][a-z\u00e0-\u017f]{2,}(?:\s+[A-Z][a-z\u00e0-\u017f]{2,})*\b")
_AT_A_PLACE = re.compile(
    r"\b(?:at|in|to|from|near|on|of|for|via|by|since|until|before|after|every|last|next|this|the|"
    r"my|our)\s+$|[\d/]\s*$"
)
_DOES = re.compile(  # what nobody but a person does
    r"^(?:['\u2019]s\s+(?:mum|dad|mother|father|nan|gran\w*|uncle|aunt\w*|brother|sister|friend|step\w+)\b|"
    r",?\s+(?:whose|who)\b|,\s+\d|\s+(?:says|said|told|asked|lives|came|went|moved|rang|stayed|"
    r"(?:is|was|has|had)\s+(?:moved|living|staying|told|said|been\s+living|gone|come))\b)"
)
_IN_NO_NAME = re.compile(
    r"^(?:He|She|They|It|We|You|I|This|That|There|These|The|An?|And|But|When|While|Who|Whose|His|"
    r"Her|Their|Its|No|Not|Nobody|Both|All|Two|Three|Four|Five|One|Some|Mum|Dad|Mother|Father|"
    r"Mummy|Daddy|Nan\w*|Gran\w*|Aunt\w*|Uncle|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\w+day|January|"
    r"February|March|April|May|June|July|August|September|October|November|December|Christmas|"
    r"Easter|Diwali|Eid|Covid|Children|Child|Baby|Boy|Girl|Male|Female|Patient|Tenant|Client|"
    r"Police|School|Nursery|Hospital|Social|Health|Housing|Family|Parents?|Visit|Call|Home|Street|"
    r"Stepdad|Stepmum|Husband|Wife|Partner|Brother|Sister|Sibling|Cousin|Twin|Son|Daughter|Lone|"
    r"Reports?|Says|States|Told|Seen|Saw|Spoke|Attended|Present|Year|Mrs?|Ms|Miss|Dr|Welsh|English|"
    r"Polish|Irish|British)\b"
)
_PLACE = re.compile(rf"\b(?:{PLACES}|Green|End|Estate|Park|Hill|Rise|View)\b")
_OF_THE_RECORD = re.compile(
    r"\b(?:pt|patient|client|service\s+user|young\s+person|YP|tenant|pupil|student)\b", re.I
)
_FRIENDS = re.compile(rf"^['\u2019]s?\s+(?:[a-z-]+\s+){{0,2}}?(?:{_STRANGERS})\b", re.I)

_STRANGER_BEFORE = re.compile(rf"\b(?:{_STRANGERS}),?\s+(?:called\s+|named\s+)?$", re.I)


def references(known: Known, row: Row, start: int, end: int) -> Iterator[Mention]:
    """Everybody spoken of between two places; an outsider is a mention of nobody."""
    family = [m for m in (*row.told_of, *by_role(known, row)) if start < m.end <= end]
    for mention in family:
        if _FRIENDS.match(row.text[mention.end : end]):
            continue
        if _STRANGER_BEFORE.search(row.text[start : mention.start]):  # "his keyworker, Carol"
            mention = Mention(people=_NOBODY, start=mention.start, end=mention.end)
        yield mention
    for found in _OF_THE_RECORD.finditer(row.text, start, end):
        if any(m.start - found.end() in (1, 2) for m in family):  # "Pt Emrys Probert"
            continue
        yield Mention(
            people=frozenset({subject_of(known, row)} - {""}), start=found.start(), end=found.end()
        )
    taken = [(m.start, m.end) for m in family]
    for begin, stop in _outsiders(known, row, start, end):
        if not any(a < stop and begin < b for a, b in taken):
            yield Mention(people=_NOBODY, start=begin, end=stop)


def _outsiders(known: Known, row: Row, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where somebody is spoken of who is nobody of the family."""
    for found in _OUTSIDER.finditer(row.text, start, end):
        spoken_to = _SPOKEN_TO.search(row.text[start : found.start()])
        if not (spoken_to and _AT_WORK.search(found[0])):
            yield found.span()
    for found in _NAME.finditer(row.text, start, end):
        around = row.text[found.start() : found.end() + 12]
        if _IN_NO_NAME.match(found[0]) or _PLACE.search(around):
            continue
        opens = not row.text[start : found.start()].strip()
        if opens and f" {found[0].split()[0].casefold()} " in known.all_words:
            continue
        does = _DOES.match(row.text[found.end() :])
        if does or not (opens or _AT_A_PLACE.search(row.text[start : found.start()])):
            yield found.span()


def said_of(known: Known, row: Row, at: int, sex: Sex | None = None) -> frozenset[str]:
    """Whom words at a place are said of where they name nobody: all who may be meant, or none.

    A sentence without a subject ("Lives with mum and his sister") goes on about the one before.
    """
    people: frozenset[str] = _NOBODY
    for first, end in _sentences_back(row, at):
        every = list(references(known, row, first, end))
        fitting = [m for m in every if _may_mean(known, row, m, sex)]
        if any(not m.people for m in fitting) and not people:
            return _NOBODY
        fitting = _not_likewise_owned(row, at, fitting)
        people |= {p for m in fitting for p in m.people if _fits(known, p, sex)}
        if people and any(_is_subject(row, first, m) for m in every):
            return people
    subject = subject_of(known, row)
    return people | ({subject} if subject and _fits(known, subject, sex) else _NOBODY)


def _not_likewise_owned(row: Row, at: int, fitting: list[Mention]) -> list[Mention]:
    """ "By her mother and by her stepfather": both are hers whose the mother is."""
    word = re.match(r"(?:his|her)\b", row.text[at:], re.I)
    if not word:
        return fitting
    owned = re.compile(rf"{word[0]}\s", re.I)
    return [m for m in fitting if not owned.match(row.text[m.start :])] or fitting


def _sentences_back(row: Row, at: int) -> Iterator[tuple[int, int]]:
    """The part of its sentence before a place, then each sentence before it."""
    end = at
    while end > 0:
        first = sentence(row.text, end)[0]
        if first >= end:  # at a sentence's beginning: the one before
            first = sentence(row.text, max(0, end - 2))[0]
        first = min(first, end - 1)
        yield first, end
        end = first


_NO_SUBJECT = re.compile(
    r"\b(?:with|by|to|of|about|for|from|after|at|on|in|saw|told|asked|met|and|her|his|over|"
    r"(?!\bsaid\b)\w+(?:ed|ing|es))\s",
    re.I,
)


def _is_subject(row: Row, first: int, mention: Mention) -> bool:
    """Whether a reference opens its sentence, as far as words without a parser can tell."""
    return not _NO_SUBJECT.search(row.text[first : mention.start])


def _may_mean(known: Known, row: Row, mention: Mention, sex: Sex | None) -> bool:
    if mention.people:
        return any(_fits(known, p, sex) for p in mention.people)
    return _may_be(row.text[mention.start : mention.end], sex)


def _fits(known: Known, person: str, sex: Sex | None) -> bool:
    return sex is None or known.kin.people[person].sex in (sex, Sex.UNKNOWN)


def _may_be(words: str, sex: Sex | None) -> bool:
    """Whether an outsider so called may be "he", or "she"."""
    if sex is Sex.MALE:
        return not _FEMALE.search(words)
    return sex is None or not _MALE.search(words)


def is_an_outsiders(known: Known, row: Row, at: int) -> bool:
    """Whether words at a place are said of somebody outside the family: "caller says her ex".

    "His" and "her" may stand for one of the sentences before, other words only of their own.
    """
    pronoun = sex_of(row.text[at:].split()[0]) if row.text[at:].strip() else None
    for first, end in _sentences_back(row, at):
        near = max(references(known, row, first, end), key=lambda m: m.end, default=None)
        if near is not None:
            return not near.people
        if pronoun is None:
            return False
    return False


_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he)\b(?!['\u2019]s\b)")


def subject_at(known: Known, row: Row, at: int) -> frozenset[str]:
    """Whom a verb or noun at a place is said of: the nearest reference before it in its sentence,
    or whom its pronoun stands for; without any, the one told of so far."""
    first, _ = sentence(row.text, at)
    pronouns = list(_SUBJECT.finditer(row.text, first, at))
    near = max(references(known, row, first, at), key=lambda m: (m.start, m.end), default=None)
    if pronouns and (near is None or near.end <= pronouns[-1].start()):
        said = pronouns[-1]
        return said_of(known, row, said.start(), sex_of(said[0]))
    return near.people if near else said_of(known, row, first)
