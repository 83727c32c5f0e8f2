"""What an agency's own columns say about seen: only plain words are a Yes or a No.

cell     = answer | child answers | names | not applicable (silent) | anything else (kept, queried)
answer   = yes [alone | with others | at a place | well | asleep | by video]
         | no [- why] | not brought | no access
child answers = answer (names) ...    Y (Theo, Ruby) N (Alfie)
         | names [-:] answer, ...     Theo: Yes, Ruby - No (at school); Theo yes (asleep)
names    = [only] labels or names of children [only] | both (of two) | all [their number] | twins
Of printed options (Yes [ ] No [x]) the ticked one counts (ticks.py); none ticked is silent.
'By phone', 'sibs only', 'glimpsed', 'seen by HV' and a bare 'asleep' are no plain Yes.
A lone x or ☒ may be a tick or a No: it is queried; [x] is a tick.
The words of each stand in cues/child_seen.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chronology import phrases
from chronology.apostrophes import plain_apostrophes
from chronology.findings import Remark, Severity
from chronology.model import Basis, Child, Seen, SeenValue
from chronology.rows.ticks import chosen
from chronology.seen.wording.spelling import as_spelt
from chronology.values.children_named import names_in, says_several
from chronology.values.unclear import misspelt, nobody_named, unclear

_TICKS = "\u2713\u2714\u2717\u2718"
_LETTERED = r"(?:[a-z][).]\s*)?"


def _one_of(*lists: str) -> str:
    return phrases.one_of_lists("child_seen.toml", *lists)


_YES = rf"{_LETTERED}{_one_of('yes')}"
_NO = rf"{_LETTERED}{_one_of('no')}"
_SEP = r"[\s,;:\u2013\u2014()/.-]*"
SILENT = re.compile(
    rf"^(?:[-\u2013\u2014?./\u2610\s]*$|(?:n\s*[/.\\]?\s*[ak]|{_one_of('silent')})"
    r"\.?(?:\s*[-\u2013,;:(].*)?$)",
    re.I,
)
PLAIN_YES = re.compile(rf"^(?:{_YES}{_SEP}seen|child seen|child was seen|{_YES})[.!]*$", re.I)
PLAIN_NO = re.compile(
    rf"^(?:{_NO}|{_NO}{_SEP}not seen|child not seen|child was not seen)[.!]*$", re.I
)
_WHOSE = r"(?:(?:his|her|their|the|foster)\s+)?"
_WHO = _WHOSE + _one_of("grown people", "other company")
_GROWN = re.compile(rf"^{_WHOSE}{_one_of('grown people')}$", re.I)
_WITH = (
    rf"(?:(?:with|in (?:the )?(?:presence|company) of) {_WHO}(?:(?:,| and| &|\s*/)\s*{_WHO})*"
    rf"(?: present)?|{_WHO} present|not alone|accompanied)"
)
_OTHERS_ONLY = re.compile(rf"^{_WHO} present[.!]?$", re.I)
_WHERE = rf"(?:(?:at|in) (?:the )?{_one_of('places')})"
_HOW = rf"(?:and |seen |appeared |was )*{_one_of('how')}"
_OWN = rf"(?:seen )?{_one_of('alone')}"
_ALONE = re.compile(rf"^(?:{_YES}{_SEP})?(?:child )?{_OWN}(?:{_SEP}{_WHERE})?\)?[.!]?$", re.I)
# The question written out before its answer: "Alone: No", "Seen alone - Y".
_ALONE_ASKED = re.compile(r"^(?:child )?(?:seen )?alone\s*[:=?\u2013\u2014-]\s*", re.I)
_ONLY_SEEN = re.compile(r"^(?:child )?(?:was )?seen\b|\bseen[.!]?$", re.I)
_YES_ALONE = re.compile(
    rf"^{_YES}{_SEP}(?:but )?(?:not alone|(?:seen )?alone\s*[:=?\u2013\u2014-]\s*({_YES}|{_NO}))"
    r"\)?[.!]?$",
    re.I,
)
_NAMES_ALONE = re.compile(
    rf"^(?:{_YES}(?!\w){_SEP})?(.{{1,40}}?){_SEP}(?:{_YES}(?!\w){_SEP})?\b{_OWN}\)?[.!]?$", re.I
)
_ALONE_NAMES = re.compile(rf"^{_OWN}{_SEP}(.{{1,40}})$", re.I)
_OTHERS = re.compile(
    rf"^(?:{_YES}{_SEP})?(?:child )?(?:was )?(?:seen )?(?:{_WHERE}{_SEP})?{_WITH}"
    rf"(?:{_SEP}{_WHERE})?\)?[.!]?$",
    re.I,
)
_YES_AND = re.compile(
    rf"^{_YES}{_SEP}(?:seen )?(?:{_WHERE}|{_HOW})(?:{_SEP}{_HOW})?\)?[.!]?$", re.I
)
_ASLEEP = re.compile(
    rf"^{_YES}[\s,;:\u2013()-]*(?:but )?(?:seen )?(?:asleep|sleeping)"
    rf"(?: in (?:his |her |the |a )?{_one_of('asleep')})?\)?\.?$",
    re.I,
)
_REMOTE = re.compile(
    rf"^{_YES}{_SEP}(?:but )?(?:seen )?(?:(?:via|by|on|over|through|using) )?(?:an? )?"
    rf"{_one_of('remote')}(?: (?:video|link|call|visit|contact|meeting|only))*\)?[.!]?$",
    re.I,
)
# A No with its reason after it; the reason itself must not say that the child was seen.
_NO_BECAUSE = re.compile(rf"^{_NO}\s*(?:[-\u2013\u2014,;:(.]|as\b|because\b)\s*(.+?)\)?\.?$", re.I)
_SEEN_AFTER_ALL = re.compile(rf"\b{_one_of('seen after all')}\b", re.I)
_KIN = rf"(?:at|with) (?:(?:his|her|their) )?{_one_of('where relatives have the child')}\S*"
_REASONS = {
    reason: re.compile(rf"\b(?:{cue})\b", re.I)
    for reason, cue in (
        *((r, _one_of(r)) for r in ("not_brought", "no_access", "refused", "cancelled", "missing")),
        ("elsewhere", rf"{_one_of('elsewhere')}|{_KIN}"),
    )
}
_NOT_THERE = re.compile(rf"^(?:child )?{_one_of('not there')}\.?$", re.I)
_NAMED = re.compile(rf"({_YES}|{_NO}|not seen)\s*[-:]?\s*\(([^)]*)\)", re.I)
_ANSWER_AFTER = re.compile(
    rf"^(.+?)\s*(?:[-:=\u2013]|\((?![01]\)))?\s*(?<!\w)({_YES}|{_NO})\)?\.?$", re.I
)
_ANSWER_BEFORE = re.compile(
    rf"(?:^|[\s,;.]+)({_YES}|{_NO})\s*[:\u2013-]\s*(.+?)"
    rf"(?=$|[\s,;.]+(?:{_YES}|{_NO})\s*[:\u2013-])",
    re.I,
)


Read = tuple[dict[str, Seen], tuple[Remark, ...]]
"""What a cell says by child, and what a person should look at."""


def read_seen(text: str, *, children: Sequence[Child], of: Sequence[str]) -> Read:
    """Read a child-seen cell; `of` are the children whom an unnamed answer is about, if any."""
    text = _bare(text)
    if (ticked := chosen(text)) != text:
        return _shown_whole(text, read_seen(ticked, children=children, of=of))
    if SILENT.match(text):
        return {}, ()
    if named := _named_answers(text, children):
        return named, ()
    if _NONE.match(text) and not of:
        return {c.label: stated(SeenValue.NOT_SEEN, text) for c in children}, ()
    if only := names_in(_yes_left_out(text), children):
        return {label: stated(SeenValue.SEEN, text) for label in only}, ()
    if (own := _NAMES_ALONE.match(text)) and (only := names_in(own[1], children)):
        return {label: stated(SeenValue.SEEN_ALONE, text) for label in only}, ()
    if named := _answers_by_name(text, children):
        return named, tuple(r for s in named.values() for r in _how(text, s.manner))[:1]
    seen = _answer(text)
    if seen is None and (meant := _as_meant(text)) != text:
        found, remarks = _shown_whole(text, read_seen(meant, children=children, of=of))
        if found:
            return found, (*remarks, misspelt(text, meant))
    if seen is None:  # "Both" of three children says that they were seen, and not which
        several = says_several(text)
        return {}, (nobody_named(text, "seen") if several else unclear("seen", text),)
    if not of:
        return {}, (nobody_named(text, "seen"),)
    return dict.fromkeys(of, seen), _how(text, seen.manner)


def read_alone(text: str, *, children: Sequence[Child], of: Sequence[str]) -> Read:
    """Read a seen-alone cell: Yes is seen alone; No says nothing about seen."""
    text = _bare(text)
    if (ticked := chosen(text)) != text:
        return _shown_whole(text, read_alone(ticked, children=children, of=of))
    answer = _ALONE_ASKED.sub("", text)
    if SILENT.match(answer) or _OTHERS.match(answer) or PLAIN_NO.match(answer):
        return {}, ()
    if _ONLY_SEEN.search(answer) and not _ALONE.match(text):
        return {}, (unclear("alone", text),)  # that it was seen is no Yes to alone
    if PLAIN_YES.match(answer) and of:
        return dict.fromkeys(of, stated(SeenValue.SEEN_ALONE, text)), ()
    if _NO_BECAUSE.match(text) or _NOT_THERE.match(text):
        return {}, ()
    alone = stated(SeenValue.SEEN_ALONE, text)
    if named := _named_answers(text, children):
        return {c: alone for c, s in named.items() if s.value != SeenValue.NOT_SEEN}, ()
    own = _NAMES_ALONE.match(text) or _ALONE_NAMES.match(text)
    if only := names_in(own[1] if own else text, children):
        return dict.fromkeys(only, alone), ()
    if not (PLAIN_YES.match(text) or _ALONE.match(text) or _YES_AND.match(text)):
        if (meant := _as_meant(text)) != text:
            found, remarks = _shown_whole(text, read_alone(meant, children=children, of=of))
            if found:
                return found, (*remarks, misspelt(text, meant))
        return {}, (unclear("alone", text),)
    if not of:
        return {}, (nobody_named(text, "seen"),)
    return dict.fromkeys(of, alone), ()


def _as_meant(text: str) -> str:
    """A cell without slips of spelling: "nto seen", "seperately", "Yse"."""
    words = _WORDS.split(plain_apostrophes(text).replace("\u2019", "'"))
    spelt = as_spelt([word.lower() for word in words])
    return "".join(
        right if right != word.lower() else word for word, right in zip(words, spelt, strict=True)
    )


_WORDS = re.compile(r"([\w']+)")


def _shown_whole(text: str, read: Read) -> Read:
    """What the ticked one of printed options says, with all of them as its evidence."""
    found, remarks = read
    return {child: replace(seen, evidence=text) for child, seen in found.items()}, remarks


_FIRST_ANSWER = re.compile(
    r"(?P<seen>(?:child |children |kids |both |all )?"
    r"(?:(?:yes|y|no|n)\b(?:,? (?:seen|not seen)(?: alone)?)?|not seen|seen(?: alone)?))"
    r"\s*(?:[-\u2013:;,./\n(]|\band\b)\s*"
    r"(?!(?:no|n|yes|y|not seen|seen)\s*(?:[/,;)].*)?$)(?P<views>\S.*)",
    re.I | re.S,
)
"""An answer and more words."""


def seen_and_views(text: str, *, children: Sequence[Child], alone: bool) -> tuple[str, str]:
    """The answer on seen, and what comes after it, of a cell that is asked for views too.

    "Yes - asleep" is an answer as a whole; of a No what comes after is why.
    """
    read = read_alone if alone else read_seen
    _, remarks = read(text, children=children, of=("",))
    if not any(remark.code.endswith("unclear") for remark in remarks):
        return text, ""
    if _ANSWERS_ONLY.fullmatch(text):
        return text, ""
    found = _FIRST_ANSWER.match(text)
    return (found["seen"], found["views"].rstrip(" )")) if found else (text, text)


_ANSWERS_ONLY = re.compile(rf"(?:{_YES}|{_NO}|[\s/|,;-])+", re.I)
"""'Yes / No', a form that nobody has filled in: asked about once, and not as the child's views."""


def _bare(text: str) -> str:
    """A cell on one line, without the stroke that is left where the other answer is struck out."""
    line = " ".join(text.split())
    return line.strip(" /") or line


def says_no(text: str) -> bool:
    """Whether a cell says No and nothing else."""
    return bool(PLAIN_NO.match(" ".join(text.split())))


def says_not_alone(text: str) -> bool:
    """Whether a seen-alone cell says that the child, if seen, was seen with others."""
    answer = _ALONE_ASKED.sub("", chosen(" ".join(text.split())))
    return bool(_OTHERS.match(answer) or PLAIN_NO.match(answer))


def read_which(text: str, *, children: Sequence[Child]) -> Read:
    """Read a cell that asks which children were seen: names, or none of the children."""
    text = " ".join(text.split())
    if SILENT.match(text):
        return {}, ()
    if PLAIN_NO.match(text) or _NONE.match(text):
        return {c.label: stated(SeenValue.NOT_SEEN, text) for c in children}, ()
    if named := _named_answers(text, children):
        return named, ()
    named_only = _yes_left_out(text)
    labels = names_in(named_only, children) or names_in(_without_adults(named_only), children)
    if not labels:
        return {}, (unclear("seen", text),)
    return {label: stated(SeenValue.SEEN, text) for label in labels}, ()


def _yes_left_out(text: str) -> str:
    """'Y - Theo' without the Y."""
    return re.sub(rf"^{_YES}(?!\w){_SEP}(?=\w)", "", text, flags=re.I)


def _without_adults(text: str) -> str:
    """'mum, Theo & Ruby' without the grown people of the list."""
    people = [p.strip(" .") for p in re.split(r",|;|/|&|\band\b|\+", text, flags=re.I)]
    return ", ".join(p for p in people if not _GROWN.match(p))


def _answer(text: str) -> Seen | None:
    """What an answer without names says; None where it is not plain."""
    if asked := _YES_ALONE.match(text):
        alone = bool(asked[1] and PLAIN_YES.match(asked[1]))
        return stated(SeenValue.SEEN_ALONE if alone else SeenValue.SEEN, text)
    if _ALONE.match(text):
        return stated(SeenValue.SEEN_ALONE, text)
    if _OTHERS_ONLY.match(text):  # who was there, and not that the child was
        return None
    if PLAIN_YES.match(text) or _OTHERS.match(text) or _YES_AND.match(text):
        return stated(SeenValue.SEEN, text)
    if PLAIN_NO.match(text):
        return stated(SeenValue.NOT_SEEN, text)
    if _NOT_THERE.match(text):
        return stated(SeenValue.NOT_SEEN, text, reason=_reason(text))
    if (because := _NO_BECAUSE.match(text)) and not _SEEN_AFTER_ALL.search(because[1]):
        return stated(SeenValue.NOT_SEEN, text, reason=_reason(because[1]))
    if _ASLEEP.match(text):
        return stated(SeenValue.SEEN, text, manner="asleep")
    if _REMOTE.match(text):
        return stated(SeenValue.SEEN, text, manner="remote")
    return None


def _reason(text: str) -> str:
    return next((reason for reason, cue in _REASONS.items() if cue.search(text)), "other")


def _named_answers(text: str, children: Sequence[Child]) -> dict[str, Seen]:
    """Answers with the children they are for; nothing unless every word of the text is one."""
    parts = [(names, answer) for answer, names in _NAMED.findall(text)]
    if not parts or re.sub(r"[\s,;.&]|and", "", _NAMED.sub("", text)):
        parts = [(names.rstrip(" ,;."), said) for said, names in _ANSWER_BEFORE.findall(text)]
    if not parts or not all(names_in(names, children) for names, _ in parts):
        parts = [(m[1], m[2]) for p in _pieces(text) if (m := _ANSWER_AFTER.match(p))]
        if len(parts) != len(_pieces(text)):
            return {}
    answers: dict[str, Seen] = {}
    for names, answer in parts:
        labels = names_in(names, children)
        seen = _answer(answer.strip())
        if not labels or seen is None:
            return {}
        answers |= {label: stated(seen.value, text) for label in labels}
    return answers


def _answers_by_name(text: str, children: Sequence[Child]) -> dict[str, Seen]:
    """Answers after names, why and how with them: 'Ruby: N (at school)', 'Theo yes (asleep)'."""
    names = sorted((n for c in children for n in c.all_names), key=len, reverse=True)
    one = "|".join(map(re.escape, names))
    answered = rf"(?:\s*[:=\u2013-]\s*|\s+(?=(?:{_YES}|{_NO})(?!\w)))"
    headed = rf"(?:^|[\s,;.]+)((?:{one})(?:\s*(?:,|&|/|\band\b)\s*(?:{one}))*){answered}"
    before, *parts = re.split(headed, text, flags=re.I)
    answers: dict[str, Seen] = {}
    for named, answer in zip(parts[::2], parts[1::2], strict=True):
        seen = _answer(answer.strip(" ,;."))
        if before or seen is None:
            return {}
        told = replace(seen, evidence=text)
        answers |= dict.fromkeys(names_in(named, children), told)
    return answers


def _pieces(text: str) -> list[str]:
    return [
        piece.strip()
        for piece in re.split(rf"[,;/]|\band\b|(?<=[){_TICKS}])\s+", text, flags=re.I)
        if piece.strip()
    ]


_NONE = re.compile(rf"^{_one_of('none')}(?: (?:were |was )?seen)?[.!]?$", re.I)


def speaks_of_all(text: str) -> bool:
    """Whether it says both, all or none, and means the children who were there to be seen."""
    said = " ".join(text.split())
    everybody = re.search(r"\b(?:both|all)\b", said, re.I)
    return bool(everybody or _NONE.match(said) or PLAIN_NO.match(said))


def stated(value: SeenValue, evidence: str, manner: str = "", reason: str = "") -> Seen:
    """What a column states of a child."""
    return Seen(
        value=value,
        basis=Basis.STATED,
        evidence=evidence,
        manner=manner,
        reason=reason,
        readings={Basis.STATED: value.value},
    )


_COUNTED_APART = {
    "asleep": (
        "asleep, and counted apart from seen awake",
        "Ask the agency whether a professional had sight of the child.",
    ),
    "remote": (
        "by video or online, and counted apart from seen in person",
        "If somebody met the child in person, ask the agency to say so.",
    ),
}


def _how(text: str, manner: str) -> tuple[Remark, ...]:
    """What is said of a child who was seen, but not as a plain Yes means it."""
    if manner not in _COUNTED_APART:
        return ()
    apart, remedy = _COUNTED_APART[manner]
    return (
        Remark(
            code=f"seen-{manner}",
            severity=Severity.NOTE,
            message=f"'{text}': read as seen, {apart}.",
            remedy=remedy,
        ),
    )
