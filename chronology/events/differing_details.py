"""Particulars on which accounts of one event differ: the side of an injury, a weight, the
category of a plan, who came, and those of incident_details.py, injuries.py,
who_brought.py, discharged.py and partners.py.

    Hospital   bruise to right cheek      GP   bruise left cheek        side
    Social care   8.9kg                   HV   9.8kg                    weight
    Birth   2400g                         HV letter: born, 2.9 kg       birth weight, on any day
    Conference: category of neglect       CP plan, physical abuse       category
    Conference: "mother attended"         "mother did not attend"       attendance

Told only where each account says one thing and they cannot both be so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from chronology.events.accounts import exact, text_of
from chronology.events.body_side import sides
from chronology.events.differing_addresses import alike_numbers
from chronology.events.discharged import discharged_to
from chronology.events.incident_details import addresses, enquiry, how_many, risk
from chronology.events.injuries import amounts_taken, attendances, fractures, gestation
from chronology.events.particulars import Particulars, add_said
from chronology.events.partners import other_name, partners
from chronology.events.who_brought import brought_by
from chronology.events.who_came import called_in, came, names_in
from chronology.model import Case, Difference, Entry, Said
from chronology.values.children_named import speaks_of

_ABUSE = r"(?:neglect|physical|emotional|sexual)(?:\s+(?:abuse|harm))?"
_ABUSES = rf"{_ABUSE}(?:\s*(?:and|&|/|,)\s*{_ABUSE})?"
_ENDS = r"(?=\s*(?:[.;)\n]|,(?!\s+(?-i:[a-z]+),?\s+and\b)|$|\s-\s|for\s+(?:both|all|each|the)\b))"
_CATEGORIES = re.compile(
    rf"\bcategor(?:y|ies)(?:\s+(?:of|is|was|are|were|the|remains?|changed|to)\b|:)*\s*{_ABUSES}|"
    rf"\b{_ABUSES}\s+categor(?:y|ies)\b|"
    r"(?<!safety\s)(?<!support\s)(?<!care\s)\b(?:(?:cp|child\s+protection)\s+)?(?:plans?|cpp?)\b(?:\s+(?:made|agreed|for\s+(?:all\s+)?"
    r"(?:two|three|four|both|the)(?:\s+children)?))*\s*(?:[,(:]|-|\u2013|under|for)?\s*(?:the\s+)?"
    rf"{_ABUSES}{_ENDS}|"
    rf"\bunder\s+{_ABUSES}{_ENDS}",
    re.I,
)
"""The category under which a plan was made: category of neglect; CP plan, physical abuse."""
_KINDS = re.compile(r"\b(?:neglect|physical|emotional|sexual)\b", re.I)
_SENTENCES = re.compile(r"[.;\n]\s")
_WEIGHT = re.compile(
    r"(?<![\d.])(?:(\d{1,3}(?:\.\d{1,3})?)\s?kgs?|(\d{3,4})\s?(?:g|gms?|gr?ams?))\b"
    r"(?!/|\s*(?:loss|gain|lost|gained|under|over|of\b))",
    re.I,
)
_AT_BIRTH = re.compile(
    r"(?:(?<!new\s)(?<!since\s)(?<!primary\s)(?<!regained\s)(?<!above\s)(?<!below\s)\bbirth(?!\s+visit)|\bbwt?|"
    r"\bborn|\bdelivered|\b(?:live|alive)\s+(?:fe)?male|\b(?:svd|nvd|em\s?cs|(?:em\s)?lscs))\b"
    r"(?:(?!\b(?:discharge\w*|today|now|current\w*|day\s+\d|aged|weigh(?:s|ed|ing)|regain\w*|visit|clinic)\b)[^;\n])*$",
    re.I,
)
_NOT_THEN = re.compile(
    r"\b(?:last|previous(?:ly)?|earlier|booking|target|expected|ideal|should\s+be|maternal|(?:(?:mother|mum|father|dad)"
    r"(?:['\u2019]s)?))\s+(?:(?:was|is|now|own)\s+)*(?:weigh(?:t|ed|s|ing)?|wt)?\W*$",
    re.I,
)
"""The weight of another day, or of a parent."""
_CHANGE = re.compile(r"\b(?:lost|gained|loss(?:\s+of)?|gain(?:\s+of)?|by|another)\s*$", re.I)
_WEIGHED = re.compile(r"\b(?:weigh\w*|wt)\b", re.I)
_WEIGHTS_APART = 0.1  # kg; one rounds, the other does not


def differing_details(
    members: Sequence[Entry], case: Case, *, sitting: Callable[[Entry], bool]
) -> Iterable[Difference]:
    """The particulars on which accounts of a group differ, one difference for each kind."""
    texts = {e.id: text_of(e) for e in members}
    called, known = called_in(case), names_in(case)
    young = {c.label: "|".join(map(re.escape, known[c.label])) for c in case.children}
    one_day = len({e.when.start for e in members if exact(e)}) == 1
    sat = [e.id for e in members if sitting(e)]
    particulars: list[tuple[str, str, Mapping[str, Particulars]]] = [
        ("side", "which side was hurt", sides(texts, called, young)),
        ("weight", "the weight", _of(texts, lambda text: _weights(text, case, not one_day))),
        ("address", "the address", _of(texts, addresses)),
        ("risk", "the level of risk", {e.id: risk(e, texts[e.id]) for e in members}),
        ("children", "how many children were there", _of(texts, how_many)),
        ("enquiry", "whose enquiry was agreed", _of(texts, enquiry)),
        ("fracture", "which bone was broken", _of(texts, fractures)),
        ("amount taken", "how much was taken", _of(texts, amounts_taken)),
        ("gestation", "the weeks of the pregnancy at birth", _of(texts, gestation)),
        ("attendances", "how many attendances there had been", _of(texts, attendances)),
        ("brought by", "who brought the child",
         {e.id: brought_by(e, texts[e.id]) for e in members}),
        ("discharged to", "to whom the child went", _of(texts, discharged_to)),
        ("partner", "what the partner is called",
         _of(texts, lambda text: partners(text, called, known))),
        ("category", "the category of the plan",
         {e: _categories(texts[e], case) for e in sat}),
        ("attendance", "who came",
         {e.id: came(e, texts[e.id], called) for e in members if e.id in sat}),
    ]  # fmt: skip
    for field, what, told in particulars:
        yield from _differing(field, f"Agencies differ on {what}.", members, told)


def _of(texts: Mapping[str, str], read: Callable[[str], Particulars]) -> dict[str, Particulars]:
    return {id_: read(text) for id_, text in texts.items()}


def _differing(
    field: str, message: str, members: Sequence[Entry], told: Mapping[str, Particulars]
) -> Iterable[Difference]:
    for a, b in combinations(members, 2):
        ours, theirs = told.get(a.id, {}), told.get(b.id, {})
        for about in sorted(ours.keys() & theirs.keys()):
            if a.agency != b.agency and _contradict(field, ours[about][0], theirs[about][0]):
                said = [e for e in members if about in told.get(e.id, {})]
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
    if field == "address" and not any(alike_numbers(a, b) for a in ours for b in theirs):
        return False  # the family's, and the one from which they came
    if field == "partner":
        return all(other_name(a, b) for a in ours for b in theirs)
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


def _weights(text: str, case: Case, at_birth: bool) -> Particulars:
    """The one weight that a text gives, in kg, of the child whom its sentence names; nothing where
    it gives several. With `at_birth` none but that of the birth, which a letter tells later too."""
    found = [(f, text[: f.start()]) for f in _WEIGHT.finditer(text)]
    found = [(f, before) for f, before in found if _is_weight(f, before)]
    if len(found) != 1 or _NOT_THEN.search(before := found[0][1]):
        return {}
    sentence = _SENTENCES.split(before)[-1]
    born = _AT_BIRTH.search(sentence)
    if at_birth and not born:
        return {}
    kilos, grams = found[0][0].groups()
    told = frozenset([kilos or str(int(grams) / 1000)]), found[0][0][0]
    everyone = [c.label for c in case.children] or [""]
    return {
        f"{'birth weight' if born else 'weight'} {label}": told
        for label in _children(sentence, case) or everyone
    }


def _is_weight(found: re.Match[str], before: str) -> bool:
    """Not what was lost or gained; grams may be of milk, drugs or medicine too."""
    sentence = _SENTENCES.split(before)[-1]
    weighed = found[1] or _WEIGHED.search(sentence) or _AT_BIRTH.search(sentence)
    return bool(weighed) and not _CHANGE.search(before)
