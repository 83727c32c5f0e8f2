"""Who brought a child to hospital, to whom it was discharged or placed, and what a parent's
partner is called: what accounts of one event say, for differing_details.py.

    ED         brought in by mother          GP   A&E letter: brought by nan     brought by
    Ward       discharged home with mother   Social care   to foster carers      discharged to
    Police     mother's partner Craig        Housing   her partner Gary          partner

Only people of the family and carers are compared: who came by ambulance came with somebody too.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from chronology import phrases
from chronology.events.agencies import agencies_named, agency_kinds
from chronology.events.particulars import Particulars, add_said
from chronology.model import Entry

_GRAN = r"grand-?mother|gran(?:dma|ny|nie)?|nan(?:a|ny|na)?"
_ROLES = {
    "mother": r"mother|mum|mam|mummy|mom",
    "father": r"father|dad|daddy",
    "mother father": r"(?:both\s+)?parents",
    "maternal grandmother": rf"mgm|(?:maternal|mat\.?)\s+(?:{_GRAN})",
    "paternal grandmother": rf"pgm|(?:paternal|pat\.?)\s+(?:{_GRAN})",
    "maternal grandfather": r"mgf|(?:maternal|mat\.?)\s+grand(?:father|ad|pa)",
    "paternal grandfather": r"pgf|(?:paternal|pat\.?)\s+grand(?:father|ad|pa)",
    "maternal grandmother,paternal grandmother": _GRAN,
    "maternal grandfather,paternal grandfather": r"grand(?:father|ad|pa|dad)",
    "maternal grandmother,paternal grandmother,maternal grandfather,paternal grandfather": (
        r"(?:(?:maternal|paternal)\s+)?grand-?parents"
    ),
    "aunt": r"(?:(?:maternal|paternal)\s+)?aunt(?:ie|y)?",
    "uncle": r"(?:(?:maternal|paternal)\s+)?uncle",
    "foster carer": r"foster[\s-]+(?:care(?:rs?)?|placement|home|mother|mum|father|parents)",
}
_ROLE = "|".join(f"(?P<r{n}>{words})" for n, words in enumerate(_ROLES.values()))
_IS = [frozenset(re.split(r",|(?<=mother)\s(?=father)", told)) for told in _ROLES]
_NOT_THEIRS = (
    r"(?!['\u2019]?s?\s+(?:partner|boyfriend|friend|sister|brother|neighbour|mother|father|mum)\b)"
)
"""Mum's sister is not mum."""
_ONE = rf"(?:(?:his|her|their|the|child['\u2019]s)\s+)?(?:{_ROLE})\b{_NOT_THEIRS}"
_EACH = re.compile(_ONE, re.I)
_ANY = (
    rf"(?:(?:his|her|their|the|child['\u2019]s)\s+)?(?:{'|'.join(_ROLES.values())})\b(?!['\u2019]s)"
)
_LIST = rf"{_ANY}(?:\s*(?:,|and|&|\+)\s*{_ANY})*"
_A_HOSPITAL = (
    r"(?:in|into|in\s+to|to|up\s+to)\s+(?:the\s+)?(?:ed|a\s?&\s?e|hospital|casualty|ward|"
    r"emergency\s+department|department|us)"
)
_TO_HOSPITAL = rf"(?:\s+(?:{_A_HOSPITAL}|in)\b)?"
_BROUGHT = re.compile(
    rf"(?<!\bnot\s)\b(?:(?:brought|bought|b/b|bib|conveyed){_TO_HOSPITAL}|taken\s+{_A_HOSPITAL})(?:\s+by\s+ambulance)?(?:\s*,)?\s+"
    rf"(?:by|with)\s+(?P<who>{_LIST})|"
    rf"\bbib\s+(?P<bib>{_LIST})|"
    rf"\b(?:by|via|in)\s+ambulance\s+(?:with|accompanied\s+by)\s+(?P<amb>{_LIST})|"
    rf"\baccompanied\s+(?:in\s+)?by\s+(?P<acc>{_LIST})"
    r"(?!\s+(?:to|in|for|during|on)\s+(?:the\s+)?(?:theatre|x-?ray|scan|transfer|recovery)\b)",
    re.I,
)
_NOT_THEN = re.compile(
    r"\b(?:not|never|usually|normally|always|often|sometimes|to\s+be|should\s+be|will\s+be|could\s+be|being|if|"
    r"previous\w*|last\s+(?:time|week|month)|yesterday|later|unclear|whether|either|or|school|nursery|police\s+station|"
    r"appointment|clinic|home)\b",
    re.I,
)
_A_GROWN_UP = re.compile(
    rf"\b(?:{_ANY}|parents|partner|boyfriend|girlfriend)\s*(?:(?:,|and|&)\s*(?:baby|child\w*)\s*)?"
    r"(?:\b(?:was|were|is|has|have|had|been|also|then|herself|himself)\b\s*)*$",
    re.I,
)
"""Before the verb: it was mother who was brought in, or who went to live with nan."""
_HOSPITALS = frozenset(["hospital", "ambulance"])
_SENTENCES = re.compile(r"(?<=[a-z\d)])[.;]\s|\n")


def brought_by(entry: Entry, text: str) -> Particulars:
    """Who of the family brought a child to hospital, in the hospital's own account or in one that
    names it; to school or to a surgery it may have been another."""
    kinds = agency_kinds(entry.agency)
    stems = phrases.stems(text)
    if not kinds & _HOSPITALS and not any(f.name == "hospital" for f in agencies_named(stems)):
        return {}
    told: Particulars = {}
    for sentence in _SENTENCES.split(text):
        for found in _BROUGHT.finditer(sentence):
            who = next(filter(None, found.groups()))
            if _A_GROWN_UP.search(sentence[: found.start()]):
                continue
            if not _NOT_THEN.search(found[0]) and not _NOT_THEN.search(
                sentence[max(0, found.start() - 30) : found.start()]
            ):
                add_said(told, "brought by", _people(who), found[0].strip())
    return told if "brought by" in told and told["brought by"][0] else {}


def _people(who: str) -> frozenset[str]:
    return frozenset(
        one for found in _EACH.finditer(who) for one in _IS[int((found.lastgroup or "r0")[1:])]
    )


_TO = re.compile(
    rf"\b(?:discharged|d/c(?:['\u2019]?d)?|went\s+home)\b(?:\s+(?:from\s+(?:the\s+)?(?:ward|hospital|scbu|nicu)|home))*"
    rf"(?:\s+(?:to|into|with)\s+)(?:the\s+care\s+of\s+)?(?P<home>{_ONE})|"
    rf"\b(?:placed|went\s+to\s+live|gone\s+to\s+live|moved\s+in|accommodated)"
    rf"\s+(?:(?:to|into|in|with)\s+)+(?P<placed>{_ONE.replace('(?P<r', '(?P<q')})",
    re.I,
)
_NOT_GONE = re.compile(
    r"\b(?:not|never|cannot|can\s?not|unless|if|until|before|whether|when|once|plan\w*|could|may|might|would|should|will|"
    r"to\s+be|asked|wants?|wish\w*|hop\w+|propos\w+|consider\w*|refus\w+|or|either|agreed\s+that|contact|visit\w*)\b|n['\u2019]t\b",
    re.I,
)
_AFTERWARDS = 40
_SOMETHING_OF_THEIRS = re.compile(
    r"['\u2019]s\s+(?!(?:home|house|flat|address|care|place|with)\b)", re.I
)
"""'With mum's medication', 'with father's consent'."""
_WITH_MORE = re.compile(
    rf"(?:['\u2019]s)?(?:\s+(?:home|house|flat|address|care|place))?(?:\s*(?:,|and|&|\+|with)\s*{_ANY})+",
    re.I,
)
"""'To MGM's with mother': both."""
_TALKED_OF = re.compile(
    r"\b(?:considered|discussed|proposed|rul\w+\s+out|not|refused|planned|awaited|if|unless|once|when|until|"
    r"tomorrow|next|foster)\b",
    re.I,
)
_KIN_CARE = re.compile(
    r"\bkinship|\bconnected\b|\breg(?:ulation)?\.?\s?24|\bfamily\s+and\s+friends|\bresidential|"
    r"\bfamily\s+placement",
    re.I,
)
_WITH_BOTH = re.compile(
    r"\b(?:mother\s+and\s+baby|parent\s+and\s+(?:baby|child)|m\s?&\s?b)\b", re.I
)


def discharged_to(text: str) -> Particulars:
    """To whom a child went from hospital or into a placement, where an account names just one; a
    relative who fosters and a mother who is placed with her baby are both."""
    told: Particulars = {}
    if _KIN_CARE.search(text) or _WITH_BOTH.search(text):
        return told
    for sentence in _SENTENCES.split(text):
        for found in _TO.finditer(sentence):
            after = sentence[found.end() : found.end() + _AFTERWARDS]
            before = sentence[: found.start()]
            if _NOT_GONE.search(before) or _TALKED_OF.search(after) or _A_GROWN_UP.search(before):
                continue
            if _SOMETHING_OF_THEIRS.match(after):
                continue
            more = _WITH_MORE.match(after)
            values = _people((found["home"] or found["placed"]) + (more[0] if more else ""))
            if values:
                add_said(told, "discharged to", values, found[0].strip())
    return told


_CALLED = (
    r"(?:(?:new|current|live-in)\s+)*(?:partner|boyfriend|girlfriend|b/f|bf|fianc[e\u00e9]e?)\b\s*,?\s*"
    r"(?:\(|(?:is\s+|was\s+)?(?:called|named)\s+)?\s*(?P<name>(?-i:[A-Z])[\w'\u2019-]+)"
)
_ANOTHERS = re.compile(
    r"\b(?:aunt\w*|uncle|sister|brother|nan\w*|gran\w*|[mp]g[mf]|friend|neighbour|cousin|daughter|son|carer|"
    r"step\w*|worker|landlady)\b",
    re.I,
)
_NO_NAME = re.compile(
    r"mr|mrs|ms|miss|dr|police|pc|dc|sw|hv|he|she|they|said|says|told|states|"
    r"stated|reported|reports|was|is|has|had|and|who|also|present|not|no|at|in|"
    r"on|the|a|an|attended|came|left|arrested|removed|assaulted|hit|punched|smoking|"
    r"unknown|unnamed|name|declined|mother|mum|father|dad|children|child|both|called|"
    r"named|moved|living|lives|staying|stayed|again|over|under|with|from|to|for|of|"
    r"social|health|school|officers?|staff|worker|nurse|midwife|hospital|"
    r"by|but|because|drunk|angry|shouting|if|when|may|will|would|could|"
    r"mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thurs?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"asian|african|caribbean|black|white|mixed|british|english|welsh|scottish|irish|polish|romanian|"
    r"lithuanian|latvian|turkish|kurdish|somali|pakistani|indian|bangladeshi|chinese|portuguese|spanish|"
    r"muslim|male|female|adult|subject|suspect|perpetrator|victim|tenant|unborn|"
    r"alleged|allegedly|believed|thought|known|now|then|currently|previously|recently|presented|"
    r"returned|called|rang|phoned|stated|threatened|seen|spoken|visited|nfa|dob",
    re.I,
)


_PARENTS = {"mother": "mother|mum|mam", "father": "father|dad"}


def partners(
    text: str, called: Mapping[str, str], known: Mapping[str, Sequence[str]]
) -> Particulars:
    """What the partner of the mother, or of the father, is called by first name, with what else the
    case calls him; `called` are patterns for what the parents are called, `known` all names.
    In capitals any word may follow, so there a name counts only where it is known."""
    told: Particulars = {}
    people = [{w.casefold() for name in names for w in name.split()} for names in known.values()]
    names = {word for person in people for word in person}
    for sentence in _SENTENCES.split(text):
        for parent, own in (("mother", "her"), ("father", "his")):
            who = "|".join(filter(None, (_PARENTS[parent], called.get(parent))))
            whose = rf"(?<!step)(?<!grand)(?<!foster\s)(?:{who})['\u2019]s\s+"
            of_the_parent = re.search(rf"\b(?:{who}|tenant)\b", sentence, re.I)
            if of_the_parent and not _ANOTHERS.search(sentence):
                whose = rf"(?:{whose}|{own}\s+)"
            for found in re.finditer(rf"\b{whose}{_CALLED}", sentence, re.I):
                name = re.sub(r"['\u2019]s$", "", found["name"])
                plain = name.casefold()
                loud = name.isupper() or _in_capitals(sentence)
                if _NO_NAME.fullmatch(plain) or not name.isalpha() or (loud and plain not in names):
                    continue
                also = [word for person in people if plain in person for word in person]
                add_said(told, f"{parent}'s partner", [plain, *also], found[0].strip())
    return told


def _in_capitals(sentence: str) -> bool:
    """Whether hardly a word of a sentence has small letters."""
    words = re.findall(r"[A-Za-z]{2,}", sentence)
    return bool(words) and sum(w.isupper() for w in words) > len(words) / 2


def other_name(ours: str, theirs: str) -> bool:
    """Whether two first names are neither one name spelt two ways nor short for one another."""
    from rapidfuzz import fuzz  # late: only accounts that name a partner need it

    short, long = sorted((ours, theirs), key=len)
    if short[:_HEARD] in long or long.startswith(short) or _sound(ours) == _sound(theirs):
        return False
    related = _forms(ours) & _forms(theirs)
    return not related and fuzz.ratio(ours, theirs) < _SLIP


_SLIP = 70
_HEARD = 3
"""Letters by which a short form is known: Jase is Jason, Nicky may be Dominic."""
_SOUNDS = (
    (r"ph", "f"), (r"gh", ""), (r"ch(?=r)", "k"), (r"ch", "c"), (r"ck|c(?=[aouklrt]|$)|q", "k"),
    (r"c|z", "s"), (r"g(?=e)|dg", "j"), (r"[aeiouyhw]", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip


def _sound(name: str) -> str:
    """A name without what is spelt in more ways than one: Sean and Shaun, Chris and Kris."""
    for pattern, sound in _SOUNDS:
        name = re.sub(pattern, sound, name)
    return name


def _forms(name: str) -> frozenset[str]:
    """A name, the full names for which it may be short, and their short forms."""
    fulls = {full for full, short in _short_names().items() if name == full or name in short}
    return frozenset([name, *fulls, *(s for full in fulls for s in _short_names()[full])])


@cache
def _short_names() -> Mapping[str, tuple[str, ...]]:
    text = resources.files("chronology.events").joinpath("short_names.toml")
    return {k: tuple(v) for k, v in tomllib.loads(text.read_text(encoding="utf-8")).items()}
