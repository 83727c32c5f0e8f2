"""Particulars on which accounts of one event differ: the side of an injury, a weight, who came.

    Hospital   bruise to right cheek      GP   bruise left cheek        side
    Social care   8.9kg                   HV   9.8kg                    weight
    Conference: "mother attended"         "mother did not attend"       attendance

Told only where each account says one thing and they cannot both be so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from chronology.accounts import exact, text_of
from chronology.model import Case, Difference, Entry, Said

_PARTS = (
    "arm|forearm|hand|thumb|wrist|elbow|shoulder|leg|thigh|knee|ankle|foot|shin|hip|buttock|eye|"
    "eyebrow|eyelid|ear|earlobe|cheek|temple|jaw|humerus|radius|ulna|clavicle|collarbone|femur|"
    "tibia|fibula|pinna"
)
_ONE_PLACE = {
    "femur": "thigh", "humerus": "arm", "pinna": "ear", "earlobe": "ear", "collarbone": "clavicle",
    "tibia": "shin",
}  # fmt: skip
_SIDE = re.compile(
    r"(?:\b(?P<word>left|right|both|bilateral|lt|rt)|(?P<letter>\([LR]\)|(?<![\w'\u2019])[LR]))\s+"
    r"(?:(?:upper|lower|outer|inner|front|back|side\s+of\s+(?:the\s+|his\s+|her\s+)?)\s*)*"
    rf"(?P<part>{_PARTS})s?\b(?![\s-]+(?:side|man)\b|\s+in\s+(?:arm|hand)\b)",
    re.I,
)
"""Neither "left hand side of the face" nor "left arm in arm"."""
_WEIGHT = re.compile(
    r"(?<![\d.])(\d{1,3}(?:\.\d{1,3})?)\s?kgs?\b(?!/|\s*(?:loss|gain|lost|gained|under|over))",
    re.I,
)
_AT_BIRTH = re.compile(r"\b(?:birth\s?-?weight|bwt?|born)\b[^.;\n\d]*$", re.I)
_NOT_THEN = re.compile(
    r"\b(?:last|previous(?:ly)?|earlier|booking|target|maternal|(?:(?:mother|mum|father|dad)"
    r"(?:['\u2019]s)?))\s+(?:(?:was|is|now|own)\s+)*(?:weigh(?:t|ed|s|ing)?|wt)?\W*$",
    re.I,
)
"""The weight of another day, or of a parent."""
_CHANGE = re.compile(r"\b(?:lost|gained|loss(?:\s+of)?|gain(?:\s+of)?|by|another)\s*$", re.I)
_WEIGHTS_APART = 0.1  # kg; one rounds, the other does not
_THIS_ONE = (
    r"(?!\s+in\s+person|\s+(?:the\s+|this\s+)?(?:meeting|conference|review|core\s+group)s?\s+(?:in|on|of|"
    r"last)\b)(?=\s*(?:[.,;:)]|$|\s-\s)|\s+(?:and|but|as|due|because|with|by|via|"
    r"(?:(?:the|this)\s+)?(?:meeting|conference|review|core|icpc|rcpc|discussion))\b)"
)
"""What may follow: "attended A&E" and "did not attend school" are of other things, and who did not
come in person may have been on the telephone."""
_NOT_THERE = (
    r"(?:\s+(?:was|were))?\s+(?:(?:did\s+not|didn['\u2019]?t|failed\s+to|unable\s+to)\s+(?:attend|"
    rf"come)|not\s+(?:present|invited|in\s+attendance)|absent)\b{_THIS_ONE}"
)
_CAME = rf"(?:\s+(?:was|were|also|both))*\s+(?:attended|present|came|in\s+attendance)\b{_THIS_ONE}"
_NEITHER = re.compile(
    r"\b(?:neither|nor|no|if|whether|previously|concern\w*\s+that|last\s+(?:week|month|time))[\s,]+"
    r"(?:\w+\s+)?$",
    re.I,
)
_NO_OTHERS = r"(?<!step)(?<!step[\s-])(?<!foster[\s-])(?<!grand[\s-])(?<!god[\s-])(?<!['\u2019]s\s)"
"""A foster mother is not the mother, and Theo's father need not be Rose's."""
_PARENTS = {"mother": "mother|mum|mam", "father": "father|dad"}


def differing_particulars(
    members: Sequence[Entry], case: Case, *, sitting: Callable[[Entry], bool]
) -> Iterable[Difference]:
    """The particulars on which accounts of a group differ, one difference for each kind."""
    texts = {e.id: text_of(e) for e in members}
    yield from _differing("side", "Agencies differ on which side was hurt.", members,
                          {e.id: _sides(texts[e.id]) for e in members})  # fmt: skip
    days = {e.when.start for e in members if exact(e)}
    if len(days) == 1:
        yield from _differing("weight", "Agencies differ on the weight.", members,
                              {e.id: _weights(texts[e.id], case) for e in members})  # fmt: skip
    sat = [e for e in members if sitting(e)]
    who = _who(case)
    yield from _differing("attendance", "Agencies differ on who came.", sat,
                          {e.id: _came(texts[e.id], who) for e in sat})  # fmt: skip


_Told = Mapping[str, tuple[frozenset[str], str]]
"""What an account says of each thing, such as a part of the body, and its words."""


def _differing(
    field: str, message: str, members: Sequence[Entry], told: Mapping[str, _Told]
) -> Iterable[Difference]:
    for a, b in combinations(members, 2):
        ours, theirs = told[a.id], told[b.id]
        for about in sorted(ours.keys() & theirs.keys()):
            if a.agency != b.agency and _contradict(field, ours[about][0], theirs[about][0]):
                said = [e for e in members if about in told[e.id]]
                yield Difference(
                    field=field,
                    message=message,
                    said=tuple(
                        Said(id=e.id, agency=e.agency, words=told[e.id][about][1]) for e in said
                    ),
                    remedy="Ask the agencies which it was; keep both accounts until then.",
                )
                return


def _contradict(field: str, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    if field == "weight":
        return abs(float(min(ours)) - float(min(theirs))) >= _WEIGHTS_APART
    return ours.isdisjoint(theirs)


def _sides(text: str) -> _Told:
    """By part of the body, the sides that a text names."""
    told: dict[str, tuple[frozenset[str], str]] = {}
    for found in _SIDE.finditer(text):
        letter = found["letter"] or ""
        if letter and letter != letter.upper():
            continue
        side = (found["word"] or letter.strip("()"))[0].upper()
        sides = frozenset("LR" if side == "B" else side)
        part = found["part"].casefold()
        place = _ONE_PLACE.get(part, part)
        before, words = told.get(place, (frozenset(), ""))
        told[place] = before | sides, f"{words}, {found[0]}" if words else found[0]
    return told


def _weights(text: str, case: Case) -> _Told:
    """The one weight that a text gives, of the child whom its sentence names; nothing where it
    gives several."""
    found = [f for f in _WEIGHT.finditer(text) if not _CHANGE.search(text[: f.start()])]
    if len(found) != 1 or _NOT_THEN.search(before := text[: found[0].start()]):
        return {}
    sentence = re.split(r"[.;\n]\s", before)[-1]
    whose = [c.label for c in case.children if any(_named(name, sentence) for name in c.names)]
    kind = "birth weight" if _AT_BIRTH.search(before) else "weight"
    told = frozenset([found[0][1]]), found[0][0]
    everyone = [c.label for c in case.children] or [""]
    return {f"{kind} {label}": told for label in whose or everyone}


def _named(name: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", text, re.I))


def _who(case: Case) -> Mapping[str, str]:
    """Who may be said to have come, by label: a pattern for what each is called."""
    roles = [person.role.casefold() for person in case.people]
    called = {role: words for role, words in _PARENTS.items() if roles.count(role) < _TWO}
    for person, role in zip(case.people, roles, strict=True):
        names = "|".join(re.escape(n) for n in sorted(person.names, key=len, reverse=True))
        parent = role if role in called else person.label
        called[parent] = "|".join(filter(None, (names, called.get(parent, ""))))
    return {label: names for label, names in called.items() if names}


_TWO = 2  # fathers: "father" may be either


def _came(text: str, who: Mapping[str, str]) -> _Told:
    """Of each who is said to have come, or not to have."""
    told: dict[str, tuple[frozenset[str], str]] = {}
    for label, names in who.items():
        for came, pattern in (("no", _NOT_THERE), ("yes", _CAME)):
            both = "|both\\s+parents" if label in _PARENTS else ""
            found = re.search(rf"\b{_NO_OTHERS}(?:{names}{both})\b{pattern}", text, re.I)
            if found and not _NEITHER.search(text[: found.start()]):
                before, words = told.get(label, (frozenset(), ""))
                told[label] = before | {came}, f"{words}, {found[0]}" if words else found[0]
    return told
