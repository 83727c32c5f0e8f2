"""One line that the panel typed on a child: what it decides, and who signed it, when and why.

line  = value [how] ["-" initials, date, reason]        seen alone - JS, 3/5/24, HV's diary
value = seen alone | seen | not seen | not recorded     (views: recorded | sought | observed)
how   = at school | by PC Rees | asleep | not alone | ...
"Yes", "child", "was" and "views" may stand before the value. Only plain words decide. "seen alone:
no", "seen: WNB", "not seen alone", "seen / not seen", "seen by nan" and "seen on FaceTime" set
nothing. Of what follows, the words up to the next comma or dash are read; the rest is the reason.
The words of each stand in cues/panel.toml.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from chronology import phrases
from chronology.dates import parse_when
from chronology.model import SIGHTED, SeenValue, ViewsValue

_CHILD = r"(?:(?:the )?child )?(?:was )?"
_YES = r"(?:yes\W+)?"
_SEEN = (
    (rf"{_YES}{_CHILD}seen(?: ?[,:(&+\u2013-]+ ?| and | )alone", SeenValue.SEEN_ALONE),
    (rf"{_CHILD}not seen", SeenValue.NOT_SEEN),
    ("not recorded", SeenValue.NOT_RECORDED),
    (rf"{_YES}{_CHILD}seen", SeenValue.SEEN),
)
_VIEWS = (
    (r"(?:views )?not recorded", ViewsValue.NOT_RECORDED),
    (r"(?:views )?sought", ViewsValue.SOUGHT),
    (r"(?:views )?observed", ViewsValue.OBSERVED),
    (r"(?:views )?recorded", ViewsValue.RECORDED),
)


def _words(*lists: str, of: str = "panel.toml") -> str:
    return rf"\b{phrases.one_of_lists(of, *lists)}\b"


_NOTHING = r"\s*(?:$|[-\u2013\u2014,;:.!()\[\]/&+\u2026\d]"
_GOES_ON = re.compile(rf"{_NOTHING}|{_words('goes on', 'how seen', 'seen all the same')})")
_GOES_ON_OF_NO = re.compile(rf"{_NOTHING}|{_words('goes on')})")
_PIECES = re.compile(r"[,;:.!()\[\]\u2013\u2014-]+")
_NOBODY = (
    rf"(?:{_words('of them')} )*(?:{_words('nobody of a service')}|"
    rf"{_words('grown people', 'where relatives have the child', of='child_seen.toml')})"
    rf"(?!['\u2019]?s?['\u2019]? {_words('their service')})"
)
_BY = rf"\b(?:by|via|through|from|as|per) {_NOBODY}"
_OPEN = re.compile(rf"\?|{_words('hedged', 'taken back')}")
_WHY_NOT = ("not there", "not_brought", "no_access", "refused", "cancelled", "missing")
_UNKNOWN = rf"^(?:n$|{_words('why not seen')}|{_words('silent', of='child_seen.toml')})"
_NOT_HEARD = (
    rf"{_words('no', 'not in person')}|{_words('remote', of='child_seen.toml')}|{_BY}"
    rf"|\bonly {_NOBODY}|{_UNKNOWN}"
)
_NOT_SO = rf"{_NOT_HEARD}|^{_words(*_WHY_NOT, of='child_seen.toml')}"
_AFTER_ALL = rf"(?<!as ){_words('seen after all', of='child_seen.toml')}"
_ALL_THE_SAME = re.compile(_words("seen all the same"))
_NOT_ALONE = re.compile(r"\b(?:but )?not alone\b")
_IN_COMPANY = (
    rf"\b(?:with|and|in front of) {_NOBODY}|^{_NOBODY}$|"
    rf"^{_NOBODY} (?:(?:was|were|is|also) )*(?:present|there|in)\b"
)
_CONTRADICTED = {
    SeenValue.SEEN: re.compile(_NOT_SO),
    SeenValue.SEEN_ALONE: re.compile(rf"{_NOT_SO}|{_IN_COMPANY}"),
    SeenValue.NOT_SEEN: re.compile(rf"{_AFTER_ALL}|{_BY}"),
    SeenValue.NOT_RECORDED: re.compile(_AFTER_ALL),
    ViewsValue.RECORDED: re.compile(_NOT_HEARD),
}
_MANNERS = {
    "asleep": re.compile(_words("asleep")),
    "glimpsed": re.compile(_words("glimpsed")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a line of the panel's decides."""

    value: str
    manner: str = ""
    """How the child was seen, where the line says so."""
    day: dt.date | None = None
    unsaid: tuple[str, ...] = ()
    """What it does not say of who decided it, when and why."""


def decision_of(words: str, kind: str) -> Decision | None:
    """What a line decides, without the child's name; None where it is not plain."""
    words = " ".join(words.split())
    said = words.lower()
    for cue, value in _SEEN if kind == "seen" else _VIEWS:
        if (found := re.match(rf"{cue}\b", said)) is None:
            continue
        after = said[found.end() :]
        how = _how(after)
        says_no = value in (SeenValue.NOT_SEEN, SeenValue.NOT_RECORDED)
        goes_on = _GOES_ON_OF_NO if says_no else _GOES_ON
        if not goes_on.match(after) or _open(how, after, value):
            return None
        manner = next((m for m, cues in _MANNERS.items() if cues.search(how)), "")
        days = _days(after)
        return Decision(
            value=value,
            manner=manner if value in SIGHTED else "",
            day=days[-1] if days else None,
            unsaid=_unsaid(words[found.end() :], days),
        )
    return None


def _how(after: str) -> str:
    """The words up to the first comma, bracket or dash that stands behind words."""
    return next((piece.strip() for piece in _PIECES.split(after) if piece.strip()), "")


def _open(how: str, after: str, value: SeenValue | ViewsValue) -> bool:
    """Whether it is asked, hedged, taken back or contradicted at once."""
    before_dash = re.split(r"[-\u2013\u2014]", after)[0]
    if _OPEN.search(how) or _OPEN.search(before_dash) or "/" in after[:2]:
        return True
    how = _ALL_THE_SAME.sub("", how)
    if value is SeenValue.SEEN:
        how = _NOT_ALONE.sub("", how)
    if value in (SeenValue.NOT_SEEN, SeenValue.NOT_RECORDED):
        how += f" {before_dash}"  # "not seen at school, seen at home"
    cue = _CONTRADICTED.get(value)
    return bool(cue and cue.search(how))


SIGNED = re.compile(r"[-\u2013\u2014]\s*[A-Za-z]")
"""A dash with initials after it."""
_PARTS = re.compile(r"\s*(?:[,;()]|\s[-\u2013\u2014]|^[-\u2013\u2014])\s*")
_MANY = 4
"""Words from which on initials and what follows them without a comma are a reason too."""


def _days(after: str) -> list[dt.date]:
    read = (parse_when(part) for part in _PARTS.split(after) if any(map(str.isdigit, part)))
    return [when.start for when in read if when.start is not None]


def _unsaid(after: str, days: list[dt.date]) -> tuple[str, ...]:
    signed = SIGNED.search(after)
    told = _PARTS.split(after[signed.start() :] if signed else after)
    words = [p for p in told if any(map(str.isalpha, p)) and parse_when(p).start is None]
    initials = [p for p in told[:2] if signed and p][:1]
    reasons = [p for p in words if p not in initials]
    reasoned = reasons or any(len(p.split()) >= _MANY for p in initials)
    return tuple(
        what
        for what, said in (("who decided it", signed), ("when", days), ("why", reasoned))
        if not said
    )
