"""What an agency's own columns say about seen and views: only plain words are a Yes or a No.

cell    = answer | child-answers | names
answer  = yes | no | silent | something else (kept, and queried)
child-answers = answer "(" names ")" ... | names ":" answer ...      e.g. Y (Theo, Ruby) N (Alfie)
names   = the labels or names of children, in a column that asks whether children were seen
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chronology.findings import Remark, Severity
from chronology.model import Basis, Child, Seen, SeenValue, Views, ViewsValue

_YES = r"(?:[a-z]\)\s*)?(?:yes|y|seen|true|1|x|\u2713|\u2714|\u2611|\u00fc)"
_NO = r"(?:[a-z]\)\s*)?(?:no|n|not seen|false|0|\u2717|\u2718)"
_SILENT = re.compile(
    r"^(?:[-\u2013\u2014?./]*|n\s*/?\s*a|n\s*/?\s*k|not? (?:known|recorded|stated|applicable)|"
    r"unknown|unclear|not documented|none recorded|tbc|nil)\.?$",
    re.I,
)
_PLAIN_YES = re.compile(rf"^{_YES}[.!]?$", re.I)
_PLAIN_NO = re.compile(rf"^{_NO}[.!]?$", re.I)
_ALONE = re.compile(
    rf"^(?:{_YES}[\s,;:\u2013()-]*)?(?:child )?(?:seen )?(?:alone|on (?:his|her|their) own)"
    r"\)?[.!]?$",
    re.I,
)
_OTHERS = re.compile(
    rf"^(?:{_YES}[\s,;:\u2013()-]*)?(?:child )?(?:seen )?"
    r"(?:with (?:others|parents?|mum|mother|carer|siblings?)|not alone)\)?[.!]?$",
    re.I,
)
_ASLEEP = re.compile(rf"^{_YES}[\s,;:\u2013()-]*(?:but )?(?:seen )?asleep\)?\.?$", re.I)
_NAMED = re.compile(rf"({_YES}|{_NO}|not seen)\s*[-:]?\s*\(([^)]*)\)", re.I)
_UNVOICED = re.compile(
    r"^(?:no|n|not (?:sought|asked|obtained|gathered|recorded|known|documented)|none(?: recorded)?|"
    r"too young.*|baby|infant|non[- ]verbal|pre[- ]verbal|see above|as above|not seen)\.?$",
    re.I,
)
_SOUGHT = re.compile(
    r"\b(?:declined|did not (?:wish|want)|didn.t want|refused|would not (?:say|speak|talk)|"
    r"no response|shrugged|unable to obtain|sought but|no comment|said nothing|silent)\b",
    re.I,
)
_WATCHED = re.compile(
    r"^(?:\w+ )?(?:observed|appeared|presented|seemed|smil\w+|settled|cried|crying|clung|playing|"
    r"quiet|happy|alert|content|withdrawn|babbling|reached)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Values by child label, with anything that a person should look at."""

    seen: dict[str, Seen]
    views: dict[str, Views]
    remarks: tuple[Remark, ...] = ()


def read_seen(
    text: str, *, children: Sequence[Child], of: str | None
) -> tuple[dict[str, Seen], tuple[Remark, ...]]:
    """Read a child-seen cell; `of` is the child whom an unnamed answer is about, if one is."""
    text = " ".join(text.split())
    if _SILENT.match(text):
        return {}, ()
    if named := _named_answers(text, children):
        return named, ()
    if only := _only_names(text, children):
        return {label: _seen(SeenValue.SEEN, text) for label in only}, ()
    seen = _answer(text)
    if seen is None:
        return {}, (_unclear("seen", text),)
    if of is None:
        return {}, (_whose(text, "seen"),)
    return {of: seen}, (_asleep(text),) if seen.manner == "asleep" else ()


def read_alone(text: str, *, of: str | None) -> tuple[dict[str, Seen], tuple[Remark, ...]]:
    """Read a seen-alone cell: Yes is seen alone; No says nothing about seen."""
    text = " ".join(text.split())
    if _SILENT.match(text) or _PLAIN_NO.match(text) or _OTHERS.match(text):
        return {}, ()
    if not (_PLAIN_YES.match(text) or _ALONE.match(text)):
        return {}, (_unclear("alone", text),)
    if of is None:
        return {}, (_whose(text, "seen"),)
    return {of: _seen(SeenValue.SEEN_ALONE, text)}, ()


def read_views(
    text: str, *, children: Sequence[Child] = (), of: str | None
) -> tuple[dict[str, Views], tuple[Remark, ...]]:
    """Read a views cell: words given are recorded; a bare Yes does not say what they were.

    Sentences that begin with a child's name are that child's; the others are about `of`.
    """
    heard: dict[str, Views] = {}
    remarks: list[Remark] = []
    for child, part in _shares(" ".join(text.split()), children):
        if _SILENT.match(part) or _UNVOICED.match(part):
            continue
        whose = child or of
        if _PLAIN_YES.match(part):
            remarks.append(_unclear("views", part))
        elif whose is None:
            remarks.append(_whose(part, "views"))
        else:
            heard[whose] = _heard(part)
    return heard, tuple(remarks)


def _shares(text: str, children: Sequence[Child]) -> list[tuple[str, str]]:
    """Each child's part of the words, '' where they begin with no child's name."""
    known = {name.casefold(): c.label for c in children for name in (c.label, *c.names)}
    shares: dict[str, str] = {}
    child = ""
    for sentence in re.split(r"(?<=[.!?;\u201d\"])\s+", text):
        first = next((n for n in known if re.match(rf"{re.escape(n)}\b", sentence, re.I)), None)
        child = known[first] if first else child
        shares[child] = f"{shares.get(child, '')} {sentence}".strip()
    return list(shares.items())


def _heard(text: str) -> Views:
    if _SOUGHT.search(text):
        value = ViewsValue.SOUGHT
    elif _WATCHED.match(text) and not re.search(r"[\"\u201c\u2018]|\bsaid\b|\btold\b", text):
        value = ViewsValue.OBSERVED
    else:
        value = ViewsValue.RECORDED
    return Views(
        value=value, basis=Basis.STATED, evidence=text, readings={Basis.STATED: value.value}
    )


def whose(words: Mapping[str, str], *, children: Sequence[Child], record_of: str) -> str | None:
    """The child whom an unnamed answer in a row is about, by label; None if it does not say.

    The row's own subject comes first, then the child whose record it is; among several children
    a record of anybody else's says nothing about whom it means (DESIGN section 2, record of).
    """
    if words.get("subject") and _only_names(words["subject"], children):
        return own_child(words, children=children, record_of=record_of)
    if len(children) == 1:
        return children[0].label
    return own_child(words, children=children, record_of=record_of)


def own_child(words: Mapping[str, str], *, children: Sequence[Child], record_of: str) -> str | None:
    """The one child whose record a row is: named in the row, or by the case file; else None."""
    for text in (words.get("subject", ""), record_of):
        if named := _only_names(text, children):
            return named[0] if len(named) == 1 else None
    subjects = [c.label for c in children if c.subject]
    return subjects[0] if record_of == "child" and len(subjects) == 1 else None


def _answer(text: str) -> Seen | None:
    if _ALONE.match(text):
        return _seen(SeenValue.SEEN_ALONE, text)
    if _PLAIN_YES.match(text) or _OTHERS.match(text):
        return _seen(SeenValue.SEEN, text)
    if _PLAIN_NO.match(text):
        return _seen(SeenValue.NOT_SEEN, text)
    if _ASLEEP.match(text):
        return _seen(SeenValue.SEEN, text, manner="asleep")
    return None


def _named_answers(text: str, children: Sequence[Child]) -> dict[str, Seen]:
    parts = _NAMED.findall(text)
    if not parts or re.sub(r"[\s,;.&]|and", "", _NAMED.sub("", text)):
        return {}
    answers: dict[str, Seen] = {}
    for answer, names in parts:
        labels = _only_names(names, children)
        seen = _answer(answer.strip())
        if not labels or seen is None:
            return {}
        answers |= {label: _seen(seen.value, text) for label in labels}
    return answers


def _only_names(text: str, children: Sequence[Child]) -> tuple[str, ...]:
    """The labels of the children named, if the text is nothing but their names."""
    words = [w.strip() for w in re.split(r",|;|/|&|\band\b|\+", text, flags=re.I) if w.strip()]
    known = {name.casefold(): c.label for c in children for name in (c.label, *c.names)}
    labels = [known.get(word.casefold()) for word in words]
    if not labels or any(label is None for label in labels):
        return ()
    return tuple(label for label in labels if label)


def _seen(value: SeenValue, evidence: str, manner: str = "") -> Seen:
    return Seen(
        value=value,
        basis=Basis.STATED,
        evidence=evidence,
        manner=manner,
        readings={Basis.STATED: value.value},
    )


def _unclear(what: str, text: str) -> Remark:
    asked = {
        "seen": "whether the child was seen",
        "alone": "whether the child was seen alone",
        "views": "what the child's views were",
    }[what]
    return Remark(
        code=f"{what}-unclear",
        severity=Severity.WARNING,
        message=f"'{text}' does not say plainly {asked}; left as not recorded.",
        remedy="Ask the agency, or set it by hand with initials and a reason.",
    )


def _asleep(text: str) -> Remark:
    return Remark(
        code="seen-asleep",
        severity=Severity.NOTE,
        message=f"'{text}': read as seen, asleep, and counted apart from seen awake.",
        remedy="Ask the agency whether a professional had sight of the child.",
    )


def _whose(text: str, what: str) -> Remark:
    return Remark(
        code=f"{what}-whose",
        severity=Severity.WARNING,
        message=f"'{text}' does not say which child it is about; left as not recorded.",
        remedy="Ask the agency which child. If the file is one child's own record, say so with "
        "record_of in case.toml.",
    )
