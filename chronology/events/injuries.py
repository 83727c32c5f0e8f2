"""Which bone was broken, how much was swallowed, how many weeks along a pregnancy was, and the
how-manieth attendance it was: what accounts of one event say, for differing_details.py.

    Hospital   spiral fracture of left humerus    Social care   fractured radius    fracture
    Ambulance  has taken 16 x paracetamol         GP   OD of 32 paracetamol         amount taken
    Birth      born at 36 weeks                   HV letter: born at 38/40          gestation
    ED         third attendance in 12 months      GP   fifth attendance in a year   attendances

What was ruled out, is old, is only asked about or is somebody else's is not read.
"""

from __future__ import annotations

import re
from collections import Counter

from chronology.events.particulars import Particulars, add_said
from chronology.number_words import CARDINALS, number

_BONES = {
    "skull": "skull|parietal|occipital|frontal\\s+bone|temporal\\s+bone",
    "clavicle": "clavic\\w+|collar\\s?-?bones?",
    "rib": "ribs?",
    "humerus": "humer(?:us|al)|supracondylar|upper\\s+arm",
    "radius ulna": "forearm|lower\\s+arm|monteggia|colles",
    "radius ulna wrist": "wrist|scaphoid",
    "radius": "radi(?:us|al)",
    "ulna": "ulnar?",
    "humerus radius ulna": "elbow",
    "humerus radius ulna wrist": "arm",
    "hand": "hand|fingers?|thumb|metacarpals?|phalanx|knuckles?",
    "femur": "fem(?:ur|oral)|thigh\\s?-?bone|thigh",
    "tibia fibula": "shin|lower\\s+leg",
    "tibia": "tibial?|toddler['\u2019]?s",
    "fibula": "fibular?",
    "tibia fibula ankle": "ankle|tib\\s?(?:/|and|&)?\\s?fib",
    "femur tibia fibula ankle": "leg",
    "foot": "foot|toes?|metatarsals?|heel",
    "jaw": "jaw|mandib\\w+",
    "nose": "nose|nasal",
    "face": "orbit\\w*|cheek\\s?-?bone|facial",
    "pelvis": "pelvi[sc]",
    "spine": "spin(?:e|al)|vertebra\\w*",
    "shoulder humerus clavicle": "shoulder",
}
_BONE = "|".join(f"(?P<b{n}>{words})" for n, words in enumerate(_BONES.values()))
_MAY_BE = [frozenset(told.split()) for told in _BONES]
_FILLER = (
    r"(?:(?:to|of|in|at|the|his|her|their|a|an|both|left|right|l|r|l\.|r\.|distal|proximal|mid|"
    r"midshaft|shaft|spiral|transverse|oblique|undisplaced|displaced|upper|lower|outer|posterior|"
    r"buckle|greenstick|complete|multiple|single|two|three|several|\d)\s+){0,7}"
)
_BROKEN = (
    r"(?:fractur\w+|#|broken|broke|breaks?|cmls?|"
    r"(?:bucket[\s-]?handle|corner|metaphyseal)\s+lesions?)"
)
_BREAKS = (
    re.compile(rf"(?<!\w){_BROKEN}(?!\s+clinic)\s*{_FILLER}(?:{_BONE})\b(?!\s+clinic)", re.I),
    re.compile(
        rf"\b(?:{_BONE})\s+(?:(?:bone|shaft|buckle|spiral|greenstick)\s+)?(?:fractur\w+|#)(?!\s+clinic)",
        re.I,
    ),
)
_NO_SENTENCE = re.compile(
    r"\brul\w+\s+out|\bexclud\w+|\?|\bpossible|\bposs\b|"
    r"\bsuspect\w*|\bquer\w+|\bmay\s+(?:be|have)|\bmight\b|\bcould\b|\bif\b|\bwhether\b|\bold\b|\bolder\b|\bheal\w+|\bprevious\w*|"
    r"\bhistory\b|\bh/o\b|\bpmh\b|\bpast\b|\blast\s+(?:year|month|week)|\bago\b|\bwhen\s+(?:he|she|they)\s+was|"
    r"\bthought\b|\bappears\b|"
    r"\b(?:mother|mum|mam|mummy|father|dad|daddy|partner|boyfriend|nan|gran\w*|aunt\w*|uncle|carer|brother|sister|sibling|cousin)"
    r"(?:['\u2019]s\b(?!\s+(?:account|explanation|version))|\s+(?:has|had|who\s+has|with|sustained|presented|attended)\b)",
    re.I,
)
"""Ruled out, old, or somebody else's."""
_ONE_MORE = re.compile(
    r"\bfurther\b|\badditional\b|\banother\b|\bother\b|\bsecond\b|\bnew\b|\bas\s+well\b|\balso\b|"
    r"\blesions?\b|\bmultiple\s+(?:fractures|injuries)\b",
    re.I,
)
"""What is broken beside it may be told in other words: the account is not compared."""
_DENIED = re.compile(
    r"(?:\b(?:no|not|nil|never|without|neither|nor)\b|n['\u2019]t\b)[^,;]{0,40}$", re.I
)
_AND_A_BONE = re.compile(rf"\s*(?:,|and|&|/|\+|\bof\b|\()\s*{_FILLER}(?:{_BONE})\b", re.I)
_A_BONE_AND = re.compile(rf"\b(?:{_BONE})\s*(?:,|and|&|/|\+)\s*{_FILLER}$", re.I)
_SENTENCES = re.compile(r"(?<=[a-z\d)])[.;]\s|\n")


def fractures(text: str) -> Particulars:
    """The bones that were broken, each with what a plainer word for it may be."""
    told: Particulars = {}
    for sentence in _SENTENCES.split(text):
        if _NO_SENTENCE.search(sentence):
            continue
        for pattern in _BREAKS:
            for found in pattern.finditer(sentence):
                if _DENIED.search(sentence[: found.start()]):
                    continue
                if _ONE_MORE.search(sentence):
                    return {}
                add_said(told, "fracture", _bones_beside(sentence, found), found[0])
    return told


def _bones_beside(sentence: str, found: re.Match[str]) -> frozenset[str]:
    """The bone that was found, with those that are listed beside it: femur and ribs."""
    bones, start, end = _MAY_BE[_which(found)], found.start(), found.end()
    while more := _AND_A_BONE.match(sentence, end):
        bones, end = bones | _MAY_BE[_which(more)], more.end()
    if before := _A_BONE_AND.search(sentence[:start]):
        bones |= _MAY_BE[_which(before)]
    return bones


def _which(found: re.Match[str]) -> int:
    return int((found.lastgroup or "b0")[1:])


_DRUG = (
    r"(?P<{}>paracetamol|ibuprofen|nurofen|calpol|co-?codamol|codeine|aspirin|sertraline|fluoxetine|"
    r"citalopram|amitriptyline|mirtazapine|quetiapine|diazepam|zopiclone|propranolol|pregabalin|"
    r"methadone|subutex|buprenorphine|antidepressants?|iron\s+tablets|tablets|pills)"
)
_COUNT = rf"\d{{1,3}}|{'|'.join(CARDINALS)}"
_PIECES = r"(?:tablets?|tabs?|pills?|capsules?|caps)"
_TAKEN = re.compile(
    rf"(?<![\d.,/+-])(?<!\bday\s)\b(?P<n>{_COUNT})\s*(?:x\s*)?(?:\d+\s?mg\s+)?(?:of\s+|{_PIECES}\s+of\s+)?"
    rf"(?:(?:his|her|their|mum['\u2019]s|the)\s+)?{_DRUG.format('after')}\b(?!\s*\d*\s?(?:mg|ml))|"
    rf"\b{_DRUG.format('before')}\s+(?:\d+\s?mg\s+)?(?:x\s*(?P<m>\d{{1,3}})\b(?!\s?mg)|(?P<k>\d{{1,3}})\s*{_PIECES}\b)",
    re.I,
)
_LIQUID = re.compile(
    rf"(?<![\d.,/+-])(?P<n>\d{{1,3}})\s?mls?\s+(?:of\s+)?(?:(?:his|her|their|the)\s+)?{_DRUG.format('after')}\b|"
    rf"\b{_DRUG.format('before')}\b(?:[^.;\d]{{0,30}}?)(?<![\d.,/+-])\b(?P<m>\d{{1,3}})\s?mls?\b",
    re.I,
)
_SWALLOWED = re.compile(
    r"\bover-?dos\w*|\bo\.?d\.?(?!\w)|\bingest\w*|\btook\b|\btaken\b|\bswallow\w*|\bdrank\b|\bdrunk\b",
    re.I,
)
_MEDICINE = re.compile(
    r"\bgiven\b|\bgave\b|\bprescri\w+|\badminister\w+|\badvis\w+|\bdispens\w+|\bdaily\b|\bper\s+day\b|"
    r"\ba\s+day\b|\b[btoq]\.?d\.?s?\b(?<!od)|\bsuppl\w+|\bpack(?:et)?s?\s+of\b|\bcollect\w*|"
    r"\bnot\b|n['\u2019]t\b|\bdenie[sd]\b|\bthreat\w*|\bprevious\w*|\bhistory\b|\bpmh\b|\bfound\b|\bleft\s+\d",
    re.I,
)
_LOOSE = re.compile(
    r"\b(?:up\s+to|at\s+least|more\s+than|less\s+than|over|under|between|possibly|maybe|or|to|another|"
    r"a\s+further)\s*$|[-\u2013]\s*$|\d\s*x\s*$",
    re.I,
)
_ABOUT = re.compile(
    r"(?:\babout|\baround|\bapprox\w*\.?|\broughly|\bsome|~|\bcirca|\bc\.?|\bthought\s+to\s+be)\s*$",
    re.I,
)


def amounts_taken(text: str) -> Particulars:
    """How many tablets or millilitres of a drug were swallowed, by the drug; an amount that is told
    loosely covers from half of it to twice as much."""
    told: Particulars = {}
    sums: Counter[str] = Counter()
    for sentence in _SENTENCES.split(text):
        if _MEDICINE.search(sentence) or not _SWALLOWED.search(sentence):
            continue
        for unit, pattern in (("tablets", _TAKEN), ("ml", _LIQUID)):
            for found in pattern.finditer(sentence):
                count = next(g for g in ("n", "m", "k") if found.groupdict().get(g))
                before = sentence[: found.start(count)]
                after = sentence[found.end(count) : found.end(count) + 6]
                if _LOOSE.search(before) or re.match(r"\s*(?:[-\u2013/+]|or\b|to\b)", after):
                    return {}
                much = number(found[count]) if not found[count].isdigit() else int(found[count])
                about = bool(_ABOUT.search(before))
                values = range((much + 1) // 2, 2 * much + 1) if about else range(much, much + 1)
                drug = (found["after"] or found["before"]).casefold().rstrip("s")
                about_what = f"{unit} of {drug}"
                sums[about_what] += much  # 10 at nine and 6 at eleven are 16 together
                both = map(str, (*values, sums[about_what]))
                add_said(told, about_what, both, found[0].strip())
    return told


_WEEKS = re.compile(
    r"(?<![\d.])(?P<w>2[2-9]|3\d|4[0-3])\s?(?:\+\s?(?P<d>[0-6])(?:\s?/\s?(?:40|7))?(?:\s*weeks?|\s?wks?)?|/\s?40|"
    r"\s*(?:weeks?|wks?)\s*(?:\+|and|&)?\s*(?P<days>[1-6])\s*(?:days?\b|/\s?7)|"
    r"\s*(?:weeks?|wks?|-week)\b(?!\s+(?:old|ago|of\s+age|later|post|after)))",
    re.I,
)
_BORN = re.compile(
    r"\b(?:born|birth(?!\s+(?:plan|visit|mark))|deliver(?:ed|y)|section|lscs|svd|nvd|forceps|ventouse|"
    r"premature|preterm|prem)\b",
    re.I,
)
_NOT_AT_BIRTH = re.compile(
    r"\b(?:pre-?\s?birth|unborn|conference|icpc|was\s+born|previous\w*|last\s+(?:baby|child|pregnancy)|older|sibling|brother|sister|scan\w*|"
    r"book\w*|due|plann\w*|expected|if|corrected|ex-?prem|antenatal|admitted\s+at|smok\w*|until|from|since|"
    r"induc\w*|rupture\w*|steroids?|transfer\w*)\b",
    re.I,
)


def gestation(text: str) -> Particulars:
    """The weeks at which a child was born, where a sentence about the birth gives just one number;
    36+5 may be told as 37."""
    told: Particulars = {}
    for sentence in _SENTENCES.split(text):
        found = list(_WEEKS.finditer(sentence))
        if len(found) != 1 or not _BORN.search(sentence) or _NOT_AT_BIRTH.search(sentence):
            continue
        weeks, days = int(found[0]["w"]), int(found[0]["d"] or found[0]["days"] or 0)
        add_said(told, "gestation", [str(weeks), *([str(weeks + 1)] if days else [])], found[0][0])
    return told


_NTH = r"\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_ATTENDANCE = re.compile(
    rf"(?<!\bas\sa\s)\b(?P<nth>{_NTH})\s+(?:(?:ed|a\s?&\s?e|hospital|casualty|emergency\s+department)\s+)?"
    r"(?P<what>attendance|presentation|admission)\b"
    r"(?!\s+(?:at|to|in)\s+(?:the\s+|a\s+)?(?:nursery|school|college|court|clinic|group|class|session|"
    r"contact|surgery|walk-in|gp|refuge)\b)"
    r"(?:\s+(?:to|at)\s+(?:the\s+)?(?:ed|a\s?&\s?e|hospital|casualty))?"
    r"(?P<in>\s+(?:in|within|over|this|since)\s+(?:the\s+)?(?:last\s+|past\s+)?[\w/]+(?:\s+(?:months?|years?|weeks?))?)?",
    re.I,
)
_IN_A_YEAR = {"a year", "one year", "1 year", "year", "twelve months", "12/12"}


def attendances(text: str) -> Particulars:
    """The how-manieth attendance it was, by the time over which they are counted."""
    told: Particulars = {}
    for found in _ATTENDANCE.finditer(text):
        over = re.sub(r"\b(?:in|within|over|the|last|past)\b", " ", (found["in"] or "").casefold())
        over = " ".join(over.split())
        over = "12 months" if over in _IN_A_YEAR else over
        about = f"{found['what'].casefold()} {over}".strip()
        add_said(told, about, [str(_nth(found["nth"]))], found[0])
    return told


def _nth(word: str) -> int:
    return int(word[:-2]) if word[0].isdigit() else number(word.casefold())
