"""The words for relations (words.toml), and where they stand beside names.

relation name      "uncle Dean", "mother's boyfriend, Lee", "Mia's stepfather is Lee"
name (relation)    "Lee (stepfather)", "Lee, 34, her stepfather", "Lee is the boys' stepfather"
name relation of   "Lee, stepfather to both girls"
pronoun relation   "he is Mia's stepfather"
relations names    "cousins Ana and Bo", "Ana and Bo, who are twins", "grandparents Ivy and Ted"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from chronology.events.streets import STREETS, capitalised
from genogram.model import Sex

_JOINS = "AND|And|OR|Or|WITH|With|BUT|But|HAS|WAS|IS|TO|AT|IN|ON|OF|FOR|NOT|SAYS|SAID|STATES"
NAME = rf"(?!(?:{_JOINS})\b)[A-Z][\w'\u2019-]+(?:\s+(?!(?:{_JOINS})\b)[A-Z][\w'\u2019-]+)?"
_SURNAME = r"[A-Z](?:[a-z'\u2019-]+|[A-Z'\u2019-]+)"
_FIRST_AND_LAST = rf"(?!(?:{_JOINS})\b)[A-Z][a-z'\u2019-]+\s+(?!(?:{_JOINS})\b){_SURNAME}"
# "Grove" is a surname too, and a stranger in the home is not to be missed.
_STREETS = capitalised(kind for kind in STREETS if kind != "grove")
_BUILDINGS = "Cottages?|House|School|Academy|Hospital|Centre|Nursery|Surgery|Clinic"
PLACES = f"{_STREETS}|{_BUILDINGS}"
"""What the name of a street or a building ends with, and no person's."""
THE_CHILDREN = "child(?:ren)?|kids?|boys?|girls?|lads?|twins?|baby|siblings?|little\\s+ones?"
OF_THE_RECORD = "pt|patient|client|tenant|pupil|student|service\\s+user|young\\s+person"
_POINTERS = (
    "his|her|their|the|a|an|my|our|new|current|former|late|older|younger|elder|big|little|baby|other|"
    "eldest|youngest|real|adult|grown-up"
)
POINTING_OR_NOT = rf"(?:(?i:{_POINTERS})\s+){{0,4}}"
POINTING = rf"(?:(?P<pointing>(?i:{_POINTERS}))\s+)"


def plain(words: str) -> str:
    """Words as the data file has them: in small letters, with one space between."""
    return " ".join(words.casefold().split())


_SEXES = {
    "he": Sex.MALE, "him": Sex.MALE, "his": Sex.MALE, "himself": Sex.MALE,
    "she": Sex.FEMALE, "her": Sex.FEMALE, "hers": Sex.FEMALE, "herself": Sex.FEMALE,
}  # fmt: skip


def sex_of(pronoun: str) -> Sex | None:
    """The sex that a pronoun tells; None for "their", "whose" and "my"."""
    return _SEXES.get(pronoun.casefold())


@cache
def told() -> Mapping[str, Mapping[str, list[str]]]:
    """The data file."""
    text = resources.files("caseweave.crosschecks").joinpath("words.toml")
    return tomllib.loads(text.read_text(encoding="utf-8"))


@cache
def relation_of() -> Mapping[str, str]:
    """A word as written, in small letters -> the relation that it says."""
    return {w: relation for relation, words in told()["relations"].items() for w in words}


@cache
def pair_relation_of() -> Mapping[str, str]:
    """The same for words about several people."""
    return {w: relation for relation, words in told()["pairs"].items() for w in words}


def any_of(words: Mapping[str, str]) -> str:
    """A pattern for any of these words, the longest first; by their first letters, so that most
    places of a text are passed over at once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    ways = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return f"(?i:{'|'.join(ways)})"


@cache
def relation_then_name() -> re.Pattern[str]:
    """ "uncle Dean" and, where it is said whose, "mother's boyfriend, Lee".

    A comma alone may be a list: "mother, Ellis and Connor at home".
    """
    return re.compile(
        rf"(?:{_owner()}{POINTING_OR_NOT}|(?P<mine>{_MINE})|{POINTING}{{0,4}})"
        rf"\b(?P<relation>{any_of(relation_of())})\b(?(owner),?|(?(mine),?))\s+"
        rf"(?:(?i:called|named|known\s+as|a)\s+)?['\"\u2018\u201c]?{_TITLE}(?P<name>{NAME})"
    )


@cache
def relation_is_name() -> re.Pattern[str]:
    """ "Mia's stepfather is Lee", "her mother being Ann": the name must be one that is known."""
    return re.compile(
        rf"(?:{_owner()}{POINTING_OR_NOT}|(?P<mine>{_MINE}))"
        rf"\b(?P<relation>{any_of(relation_of())})(?:\s+(?:is|was|being|named\s+as|given\s+as|"
        rf"recorded\s+as)|:)\s+{_TITLE}(?P<name>{NAME})(?!['\u2019]s)"
    )


@cache
def owner_word() -> str:
    """Whose relation it is, without a name: "the boys", "mummy", "the patient"."""
    return f"(?i:{any_of(relation_of())}|{THE_CHILDREN}|{OF_THE_RECORD})"


@cache
def _owner() -> str:
    return (
        rf"(?:(?P<owner>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?|\b{owner_word()})['\u2019]s?\s+"
        r"(?:(?i:own|late)\s+)?)"
    )


_MINE = r"\b(?i:his|her|their|my|whose)\s+(?:(?!and\b|or\b)[\w-]+\s+)??"
_TITLE = r"(?:(?i:mr|mrs|ms|miss)\.?\s+)?"
_AGED = r"(?:,?\s+(?i:aged\s+)?\(?\d{1,2}(?i:\s*(?:years?|yrs?|y/?o)(?:\s+old)?)?\)?)?"
_SIDED = "(?i:maternal|paternal|mat|pat|step|half|great|foster|[mp]g[mf]\\b)"


@cache
def relation_of_is_name() -> re.Pattern[str]:
    """ "Father of the baby is Lee", "mother of Mia given as Ann", "father of child: Lee"."""
    return re.compile(
        rf"\b(?P<relation>{any_of(relation_of())})\s+(?i:of|to)\s+"
        rf"(?P<owner>(?i:the\s+|her\s+|his\s+|both\s+)?(?:{NAME}|\b{owner_word()}))"
        r"(?:\s+(?i:is|was|being|(?:(?:is|was)\s+)?(?:named|given|recorded|shown|stated)\s+as)|:|,)\s+"
        rf"{_TITLE}(?P<name>{NAME})(?!['\u2019]s)"
    )


@cache
def _whose() -> str:
    return (
        rf"(?:(?i:(?:his|her|their|my|the)\s+)?{_owner()}(?:[\w-]+\s+)??|"
        r"(?P<mine>(?i:his|her|their|my|the)\s+(?:[\w-]+\s+)??))"
    )


@cache
def pronoun_then_relation() -> re.Pattern[str]:
    """ "She is the girl's great-aunt", "he was mum's brother"."""
    return re.compile(
        rf"\b(?P<name>[Hh]e|[Ss]he)\s+(?i:is|was)\s+(?i:actually\s+|in\s+fact\s+)?{_whose()}"
        rf"\b(?P<relation>{any_of(relation_of())})\b(?!['\u2019]s|-|\s+(?-i:[A-Z]))"
    )


@cache
def name_then_relation() -> re.Pattern[str]:
    """ "Lee (stepfather)", "Lee, her stepfather," and "Lee is Mia's stepfather"."""
    whose = _whose()
    ahead = whose.replace("?P<owner>", "").replace("?P<mine>", "")
    return re.compile(
        rf"(?P<name>{NAME}){_AGED}"
        r"(?:\s*\(|(?P<comma>,\s+|\s+[-\u2013]\s+)|\s+as\s+|,?\s+(?i:(?:who\s+)?(?:"
        r"(?:(?:s?he|mum|they)\s+(?:says?|said)\s+)?(?:is|was)|"
        r"(?:(?:describ|introduc|present|identifi|announc)e[sd]\s+(?:him|her)self|(?:is\s+|was\s+)?"
        r"(?:listed|recorded|given|named|known|down|shown|registered))\s+as|claim(?:s|ed|ing)\s+to\s+be|"
        r"say(?:s|ing)\s+(?:that\s+)?s?he\s+(?:is|was)|said\s+(?:that\s+)?s?he\s+(?:is|was)))\s+)"
        rf"(?(comma)(?={ahead}|{_SIDED}))(?:{whose})?"
        rf"\b(?P<relation>{any_of(relation_of())})\b"
        r"(?!['\u2019]s|\s+(?i:said|says|told|of\b|was\b|has\b|had\b|came\b|went\b|will\b)|\s+[A-Z][a-z])"
    )


@cache
def relations_then_names() -> re.Pattern[str]:
    """ "cousins Ana and Bo"."""
    return re.compile(
        rf"\b(?P<relation>{any_of(pair_relation_of())})\b,?\s+(?P<one>{NAME})\s+(?:and|&|AND)\s+"
        rf"(?P<other>{NAME})"
    )


# "Ana and Bo, who", and past other words of the same sentence "they", which no other name disturbs.
_THE_TWO = r"(?:[^.A-Z]{0,60}?[;,]\s+(?i:they|the\s+two|both)\s+|,?\s+(?:(?i:who)\s+)?)"


@cache
def names_then_relations() -> re.Pattern[str]:
    """ "Ana and Bo are twins", "Ana and Bo (cousins)"."""
    return re.compile(
        rf"(?P<one>{NAME})\s+(?:and|&|AND)\s+(?P<other>{NAME})"
        rf"(?:\s*\(|{_THE_TWO}(?i:are|were|being|as)\s+(?i:(?:both|the|her|his)\s+)*|"
        rf",\s+(?i:the\s+|her\s+|his\s+)?)"
        rf"(?P<relation>{any_of(pair_relation_of())})\b"
    )


@cache
def name_then_relation_of() -> re.Pattern[str]:
    """ "Lee is the father of Mia", "Lee, stepfather to Mia"."""
    return re.compile(
        rf"(?P<name>{NAME})(?:,?\s+(?:(?i:is|was|as|who is)\s+)?)(?i:the\s+|a\s+)?"
        rf"\b(?P<relation>{any_of(relation_of())})\s+(?i:of|to)\s+"
        rf"(?P<owner>{NAME}|(?i:(?:the|both|all|her|his)\s+){{0,2}}\b(?:{owner_word()})\b"
        r"(?!['\u2019]))"
    )


_SOMEBODY = (
    "man|male|woman|female|lady|gentleman|bloke|guy|chap|lad|girl|adult|person|visitor|friend|mate|"
    "youth|someone|somebody"
)
_KNOWN_AS = (
    "known(?:\\s+only)?(?:\\s+(?:to|by)\\s+[^.;,]{2,30}?)?\\s+as|called|named|"
    "by\\s+the\\s+name\\s+of|"
    "(?:that|who(?:m)?)?\\s*[^.;,]{2,25}?\\bcalls?|who\\s+gave\\s+(?:his|her)\\s+name\\s+as|"
    "introduced\\s+(?:to\\s+\\w+\\s+)?as|believed\\s+to\\s+be"
)


@cache
def known_as() -> re.Pattern[str]:
    """ "a man known to the children as Grandad Joe", "an unknown male called Kez"."""
    return re.compile(
        rf"\b(?P<relation>(?i:{_SOMEBODY}))\s+(?i:(?:who\s+(?:is|was)\s+)?(?:{_KNOWN_AS}))\s+"
        rf"['\"\u2018\u201c]?(?P<name>{NAME})"
    )


_OPENED = "(?:answered|opened|came\\s+to|was\\s+at)\\s+the\\s+(?:front\\s+)?door"
_AT_HOME = (
    f"{_OPENED}|(?:stayed|slept|staying|sleeping)\\s+(?:the\\s+night|over|on\\s+the\\s+sofa)|"
    "(?:liv(?:es|ing)|staying|residing|lodging|stopping|found|present|asleep|hiding)\\s+"
    "(?:at|in|with)\\s+(?:the\\s+)?"
    "(?:family|home|house|flat|property|address|household|them|her|him)|"
    "babysitting|babysits|babysat|(?:minding|(?:looking|looked|looks)\\s+after)\\s+"
    "(?:(?:the|her|his)\\s+)?(?:\\w+\\s+)?(?:children|kids|baby|boys|girls)"
)
_A_FRIEND = (
    "(?:(?:is|was|as|being|said\\s+to\\s+be)\\s+|(?<=,)\\s*)(?:a|an|the|her|his)\\s+(?:\\w+\\s+)?"
    "(?:friend|mate|acquaintance|associate|relative|tenant)"
)


@cache
def full_name() -> re.Pattern[str]:
    """A first and a last name."""
    return re.compile(rf"\b{_FIRST_AND_LAST}\b")


@cache
def in_the_home() -> re.Pattern[str]:
    """ "Dean Marsh answered the door", "Dean Marsh, a friend of the family": both names given."""
    return re.compile(
        rf"\b(?P<name>{_FIRST_AND_LAST})(?:,|\s+(?:[^.;,A-Z]{{0,40}}?\s)??)"
        rf"(?P<relation>(?i:{_AT_HOME}|{_A_FRIEND}))\b"
    )


@cache
def at_the_door() -> re.Pattern[str]:
    """ "Door answered by Marcus TRIGG", "let in by a Jo Penn"."""
    return re.compile(
        r"(?P<relation>(?i:door\s+(?:was\s+)?(?:answered|opened)\s+by|let\s+in\s+by))\s+(?:an?\s+)?"
        rf"(?P<name>{_FIRST_AND_LAST})"
    )


@cache
def bare_role() -> re.Pattern[str]:
    """A role by itself."""
    return re.compile(rf"\b(?P<relation>{any_of(relation_of())})\b")
