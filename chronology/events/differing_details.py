"""Particulars on which accounts of one event differ: the side of an injury, a weight, the
category of a plan, who came.

    Hospital   bruise to right cheek      GP   bruise left cheek        side
    Social care   8.9kg                   HV   9.8kg                    weight
    Conference: category of neglect       CP plan, physical abuse       category
    Conference: "mother attended"         "mother did not attend"       attendance

Told only where each account says one thing and they cannot both be so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from chronology.events.accounts import exact, text_of
from chronology.events.bodyside import sides
from chronology.events.particulars import Particulars, add_said
from chronology.events.whocame import called_in, came
from chronology.model import Case, Difference, Entry, Said
from chronology.values.children_named import speaks_of

_ABUSE = r"(neglect|physical|emotional|sexual)(?:\s+(?:abuse|harm))?"
_CATEGORIES = re.compile(
    rf"\bcategor(?:y|ies)(?:\s+(?:of|is|was|are|were|the|remains?|changed|to)\b|:)*\s*{_ABUSE}"
    rf"(?:\s*(?:and|&|/|,)\s*{_ABUSE})?|"
    rf"\b{_ABUSE}(?:\s*(?:and|&|/|,)\s*{_ABUSE})?\s+categor(?:y|ies)\b|"
    rf"\b(?:cp|child\s+protection|subject\s+to(?:\s+a)?)\s+plans?\b(?:\s+(?:made|agreed|for\s+(?:all\s+)?"
    rf"(?:two|three|four|both|the)(?:\s+children)?))*\s*(?:[,(:]|-|under|for)\s*(?:the\s+)?"
    rf"{_ABUSE}(?:\s*(?:and|&|/|,)\s*{_ABUSE})?(?=\s*(?:[.;,)\n]|$))|"
    rf"\bunder\s+{_ABUSE}(?=\s*(?:[.;,)\n]|$))",
    re.I,
)
"""The category under which a plan was made: category of neglect; CP plan, physical abuse."""
_KINDS = re.compile(r"\b(?:neglect|physical|emotional|sexual)\b", re.I)
_SENTENCES = re.compile(r"[.;\n]\s")
_WEIGHT = re.compile(
    r"(?<![\d.])(\d{1,3}(?:\.\d{1,3})?)\s?kgs?\b(?!/|\s*(?:loss|gain|lost|gained|under|over))",
    re.I,
)
_AT_BIRTH = re.compile(r"\b(?:birth\s?-?weight|bwt?|born)\b[^.;\n\d]*$", re.I)
_NOT_THEN = re.compile(
    r"\b(?:last|previous(?:ly)?|earlier|booking|target|expected|ideal|should\s+be|maternal|(?:(?:mother|mum|father|dad)"
    r"(?:['\u2019]s)?))\s+(?:(?:was|is|now|own)\s+)*(?:weigh(?:t|ed|s|ing)?|wt)?\W*$",
    re.I,
)
"""The weight of another day, or of a parent."""
_CHANGE = re.compile(r"\b(?:lost|gained|loss(?:\s+of)?|gain(?:\s+of)?|by|another)\s*$", re.I)
_WEIGHTS_APART = 0.1  # kg; one rounds, the other does not


def differing_details(
    members: Sequence[Entry], case: Case, *, sitting: Callable[[Entry], bool]
) -> Iterable[Difference]:
    """The particulars on which accounts of a group differ, one difference for each kind."""
    texts = {e.id: text_of(e) for e in members}
    called = called_in(case)
    young = {c.label: "|".join(map(re.escape, c.all_names)) for c in case.children}
    yield from _differing(
        "side", "Agencies differ on which side was hurt.", members, sides(texts, called, young)
    )
    days = {e.when.start for e in members if exact(e)}
    if len(days) == 1:
        yield from _differing("weight", "Agencies differ on the weight.", members,
                              {e.id: _weights(texts[e.id], case) for e in members})  # fmt: skip
    sat = [e for e in members if sitting(e)]
    yield from _differing("category", "Agencies differ on the category of the plan.", sat,
                          {e.id: _categories(texts[e.id], case) for e in sat})  # fmt: skip
    yield from _differing("attendance", "Agencies differ on who came.", sat,
                          {e.id: came(e, texts[e.id], called) for e in sat})  # fmt: skip


def _differing(
    field: str, message: str, members: Sequence[Entry], told: Mapping[str, Particulars]
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


def _categories(text: str, case: Case) -> Particulars:
    """The categories of abuse under which a plan was made, by the children whom the sentence names,
    or else the text; every kind in a sentence counts: "physical for Bea, emotional for Kit"."""
    told: Particulars = {}
    everyone = [c.label for c in case.children] or [""]
    for sentence in _SENTENCES.split(text):
        if found := _CATEGORIES.search(sentence):
            kinds = [kind.casefold() for kind in _KINDS.findall(sentence)]
            for label in _children(sentence, case) or _children(text, case) or everyone:
                add_said(told, f"category {label}", kinds, found[0])
    return told


def _children(text: str, case: Case) -> list[str]:
    """The children whom a text names."""
    return [child.label for child in case.children if speaks_of(text, child)]


def _weights(text: str, case: Case) -> Particulars:
    """The one weight that a text gives, of the child whom its sentence names; nothing where it
    gives several."""
    found = [f for f in _WEIGHT.finditer(text) if not _CHANGE.search(text[: f.start()])]
    if len(found) != 1 or _NOT_THEN.search(before := text[: found[0].start()]):
        return {}
    sentence = re.split(r"[.;\n]\s", before)[-1]
    whose = _children(sentence, case)
    kind = "birth weight" if _AT_BIRTH.search(before) else "weight"
    told = frozenset([found[0][1]]), found[0][0]
    everyone = [c.label for c in case.children] or [""]
    return {f"{kind} {label}": told for label in whose or everyone}
