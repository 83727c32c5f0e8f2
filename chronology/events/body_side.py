"""The side of the body that an account names, by the part: "bruise to right cheek", "ribs, left".

What is said to be another person's ("mum's left arm") is compared with accounts that name that
person too, and with no others: a child's right arm is another arm, and another child's as well.
The words stand in cues/body_side.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from chronology import phrases
from chronology.events.particulars import Particulars, add_said

_PARTS = phrases.one_of_lists("body_side.toml", "part of the body")
_ONE_PLACE: Mapping[str, str] = phrases.table_of("body_side.toml")["one place"]["words"]
_WHERE_ON_IT = (
    rf"(?:(?:{phrases.one_of_lists('body_side.toml', 'where on it')}|"
    r"(?:hand[\s-]+)?side\s+of\s+(?:the\s+|his\s+|her\s+|their\s+)?|"
    r"\d+(?:st|nd|rd|th)(?:\s*(?:,|and|&|to|-))?)\s*)*"
)
_SIDE = re.compile(
    r"(?:\b(?P<two>(?:left|right|[LR])\s*(?:,|and|&|/|\+)\s*(?:left|right|[LR]))\b|"
    r"\b(?P<word>left|right|both|bilateral|lt|rt)(?:[\s-]sided)?|"
    r"(?P<letter>\([LR]\)|(?<![\w'\u2019])[LR])(?:[\s-]sided)?)[\s-]+"
    rf"{_WHERE_ON_IT}(?P<part>{_PARTS})s?\b"
    r"(?![\s-]+(?:side|man)\b|\s+in\s+(?:arm|hand)\b|\s+(?:to\s+face|teacher|office|lice)\b)",
    re.I,
)
"""Neither "left hand side" alone nor "left arm in arm"."""
_HURT = (
    r"\s+(?:is|was|are|were|fractures?|fractured|broken|burn\w*|bruis\w+|injur\w+|swollen|cut|"
    r"scald\w*)"
)
_AFTER = re.compile(
    rf"\b(?P<part>{_PARTS})s?(?:(?:(?:{_HURT})+\s*(?:,\s*)?|\s*,\s*|\s+)(?P<on>on\s+(?:the\s+|his\s+|her\s+))?"
    r"(?P<word>left|right)(?:(?:[\s-]hand)?[\s-]side)?(?=\s*(?:[.,;)\n]|$))|"
    rf"(?:{_HURT})*\s*\((?P<bracket>left|right|lt|rt|L|R)\))",
    re.I,
)
"""Ribs fractured on the right; wrist is fractured, left; bruise to thigh (L). "He took her hand,
left" has no injury."""
_INJURY = re.compile(
    r"\b(?:black|bruis\w*|burn\w*|fractur\w*|#|swell\w*|swollen|scald\w*|marks?|graz\w*|cuts?|bite\w*|"
    r"injur\w*|scratch\w*|wounds?|lacerat\w*|broke\w*)\b",
    re.I,
)
_NONE_THERE = re.compile(
    r"\b(?:no|nil|without)\s+(?:(?!for\b|explanation|account|reason|history)\w+\s+){0,4}$", re.I
)
_TREATED = re.compile(r"\b(?:bcg|imms|immunis\w+|vaccin\w*|jabs?|inject\w+|cannula)\b", re.I)
_LONGEST = 300  # letters
_SENTENCE_END = re.compile(r"[.;\n](?:\s|$)")
_SIBLING = re.compile(r"\b(?:brother|sister|sibling|twin)s?\b", re.I)
_JOINED = re.compile(r"(?:\b(?:and|with|by|from)|[,&/])\s*$", re.I)
_HIS_OWN = (
    r"\s+(?:(?:had|has|with|sustained|suffered|attended\s+with|presented\s+with|showed|held\s+out)\s+"
    r"(?:an?|the|some|visible|his|her|bruis\w+|injur\w+|swelling|cuts?)\b)"
    r"(?!\s+(?:look|photo|picture|son|daughter|child|baby))[^.;\n]*$"
)
"""Mother had a bruise to her left eye: hers, where no child is named in between."""
_NOT_OWN = {"mother": r"\bhis\s+$", "father": r"\bher\s+$"}  # mother showed his left eye


def sides(texts: Mapping[str, str], called: Mapping[str, str],
          children: Mapping[str, str]) -> dict[str, Particulars]:  # fmt: skip
    """By account, the sides that it names by part of the body and whose that is, and its words.

    `called` gives, by label, a pattern of what each adult of the case is called, `children` one of
    each child's names. Where no owner is named it is whose other accounts say, or else anyone's.
    """
    told: dict[str, Particulars] = {account: {} for account in texts}
    unnamed: list[tuple[str, str, frozenset[str], str]] = []
    for account, text in texts.items():
        for at, found, side, words in _found(text):
            part, kept = _ONE_PLACE.get(found, found), frozenset("LR" if side == "B" else side)
            owners = _whose(_sentence(text, at), called, children)
            _add(told[account], part, owners, kept, words)
            if not owners:
                unnamed.append((account, part, kept, words))
    named = {(place, side) for own in told.values() for place in own for side in own[place][0]}
    for account, part, kept, words in unnamed:
        adults = [label for label, names in called.items() if _says(names, texts[account])]
        anyone = [*(children or [""]), *adults]
        known = [x for x in anyone if any((f"{part} of {x}", side) in named for side in kept)]
        _add(told[account], part, known or anyone, kept, words)
    return told


def _add(
    told: Particulars, part: str, owners: Iterable[str], kept: frozenset[str], words: str
) -> None:
    for whose in owners:
        add_said(told, f"{part} of {whose}", kept, words)


def _found(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Where each stands, the part, the side by its letter, and the words."""
    for found in _SIDE.finditer(text):
        letter, sentence = found["letter"] or "", _sentence(text, found.start())
        if letter == letter.upper() and not (
            _NONE_THERE.search(sentence) or _TREATED.search(sentence)
        ):
            side = "B" if found["two"] else (found["word"] or letter.strip("()"))[0].upper()
            yield found.start(), found["part"].casefold(), side, found[0]
    for found in _AFTER.finditer(text):
        hurt = _INJURY.search(_sentence(text, found.start())) or re.search(_HURT, found[0], re.I)
        if found["on"] or hurt:
            side = (found["word"] or found["bracket"])[0].upper()
            yield found.start(), found["part"].casefold(), side, found[0]


def _sentence(text: str, at: int) -> str:
    """What stands before in that sentence, which may be long without end."""
    return _SENTENCE_END.split(text[max(0, at - _LONGEST) : at])[-1]


def _whose(sentence: str, called: Mapping[str, str], children: Mapping[str, str]) -> Sequence[str]:
    """Its owner, or the children of the sentence that stands before it, if it names any."""
    for label, names in [*called.items(), *children.items()]:
        if re.search(rf"\b(?:{names})['\u2019]s?\s+$", sentence, re.I):
            return [label]
    for label, names in called.items():
        own = re.search(rf"\b(?:{names}){_HIS_OWN}", sentence, re.I)
        if own and label in _NOT_OWN and re.search(_NOT_OWN[label], sentence, re.I):
            continue
        if own and not any(_says(child, own[0]) for child in children.values()):
            return [label]
    if _SIBLING.search(sentence):
        return []
    return _named_last(sentence, children)


def _named_last(sentence: str, children: Mapping[str, str]) -> list[str]:
    """Of the children whom it names, the last and who is joined to it: "Kit hit Theo" is of Theo,
    "Theo and Kit", "Theo bitten by Kit" of both."""
    named = sorted(
        (found.start(), found.end(), label)
        for label, names in children.items()
        for found in re.finditer(rf"\b(?:{names})\b(?!['\u2019]s)", sentence, re.I)
    )
    last: list[str] = []
    follows = len(sentence)
    for start, end, label in reversed(named):
        if last and not _JOINED.search(sentence[end:follows]):
            break
        last.append(label)
        follows = start
    return last


def _says(names: str, text: str) -> bool:
    return bool(re.search(rf"\b(?:{names})\b", text, re.I))
