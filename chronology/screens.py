"""Contacts on a screen: a child seen by video is seen remotely, outside the headline.

Zoom with family. Theo waved.            the screen heads the entry: both sentences
Visit. Dad on FaceTime later, Ruby too.  that sentence only
ABE by video-recorded interview; interpreter by video; video of Theo received     none
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_APP = (
    r"(?:facetime|face time|skype|zoom|google meet|attend anywhere|accurx|webex|purple visits?|"
    r"whats ?app(?: video)?|messenger(?= (?:video|call))|houseparty|(?:ms |microsoft )?teams)"
)
_CONTACT = (
    r"(?:call|link|visit|appointment|appt|app|consult(?:ation)?|review|triage|session|contact|"
    r"clinic|lesson|meeting|conference|check[ -]?in|catch[ -]?up|tour|tutoring|"
    r"safe and well|welfare check)s?\b"
)
_WHICH = (
    r"(?:(?:stat(?:utory)?|home|new birth|birth|antenatal|develop\w+|\d+[- ](?:week|month|year)s?|"
    r"health|cin|cp|lac|clac|duty|therapy|physio\w*|core group|one[- ]to[- ]one) )"
)
_SCREEN = (
    # "video link", "Zoom visit", "virtual stat visit", "remote lesson", "virtual new birth contact"
    rf"(?:\b(?:video|virtual|online|remote|{_APP})[ -](?:video[ -])?{_WHICH}?{_CONTACT}|"
    r"\bvideo[ -]?called\b|\b(?:i|we|sw|hv|worker|nurse|teacher|school) (?:facetimed|skyped)\b|"
    r"\bthen (?:by |on )?video\b|\blive lesson|\bonline (?:\w+ )?app(?:ointmen)?ts?\b|"
    r"\battend anywhere\b|\btele(?:health|medicine)\b|\blive online\b|"
    # "by video", "via Teams", "changed to Zoom", "joined on video"
    rf"\b(?:via|by|over|through) (?:an? |the )?(?:video|{_APP})\b|"
    rf"\b(?:on|using) (?:an? )?(?:video with|video call|{_APP})\b|"
    r"\b(?:joined|met|seen|held) (?:on video|online(?! safety)|on screen|virtually|by camera)\b|"
    r"\b(?:undertaken|carried out|conducted|attended|visited|took place) "
    r"(?:remotely|virtually|online)\b|"
    r"\b(?:appeared|came|visible|shown|seen) on (?:the )?(?:screen|camera)\b|"
    rf"\b(?:changed|moved|switched|converted|went|reverted) to (?:an? )?(?:video|virtual|{_APP})\b|"
    # "put the camera on", "with his camera on"
    r"\b(?:put|switched|turned|with|had|kept) (?:the |her |his |their |on )?(?:camera|video) on\b|"
    r"(?<!body )(?<!worn )(?<!body-worn )\bcamera on(?=\s*(?:[.,;)]|$))|"
    # "she turned the phone so that I could see", "held up to the camera", "came into shot"
    r"\b(?:angled|turned|tipped|panned|tilted|swung|pointed|moved) (?:the |her |his |their )?"
    r"(?:phone|camera|laptop|tablet|ipad|screen)\b|\bpanned (?:a?round|to|across|over)\b|"
    r"\bheld (?:\w+ ){0,3}(?:up )?to (?:the )?(?:camera|phone|screen)\b|\bin(?:to)? shot\b|"
    # "Zoom. Theo on briefly.", "Teams with mum"
    r"^\W*(?:(?:un)?(?:announced|planned|scheduled) |(?:daily|weekly|brief|short|further) )?"
    rf"(?:video|online|virtual|{_APP})"
    r"(?:\s*[.:,;]|\s*-(?!\w)|$| (?:with|w/|from|to|at|due)(?=\s)))"
)
_BY_SCREEN = re.compile(_SCREEN, re.I)
_LEADS = re.compile(rf"\W*{_SCREEN}", re.I)
_SO_HELD = re.compile(
    r"\b(?:seen|held|done|conducted|undertaken|changed|moved|switched) (?:\w+ )?"
    r"(?:by|via|on|over|to) (?:an? )?(?:video|virtual|zoom|facetime|skype|teams|whats ?app)\b",
    re.I,
)
"""How a visit was held: "Mum isolating so seen by video link." """
_NAMES = (
    "video", "virtual", "online", "remote", "live lesson", "attend anywhere", "accurx", "facetime",
    "face time", "skype", "zoom", "google meet", "webex", "purple visit", "whatsapp", "whats app",
    "teams", "on screen", "on the screen", "on camera", "on the camera", "camera on",
    "messenger", "houseparty", "telehealth", "telemedicine", "by camera", "in shot",
    "into shot", "panned",
)  # fmt: skip
_HELD = ("held", "angled", "turned", "tipped", "tilted", "swung", "pointed", "moved")
_THINGS = ("phone", "camera", "laptop", "tablet", "ipad", "screen")
_RELATIVE = r"(?:mum|mam|mother|dad|father|parents?|nan\w*|gran\w*|brothers?|sisters?|siblings?)"
_ANOTHER = re.compile(
    r"\binterpret\w*|\bintermediary\b|\bvirtual (?:head|school|fracture|ward)|\bfracture clinic|"
    r"\bfamily time\b|\bsupervised?\b|\bmonitored\b|\b(?:beside|with) me\b|\bme (?:beside|in)\b|"
    r"\bour end\b|\blinked in\b|\bon my (?:laptop|phone|tablet)\b|\bfrom (?:hmp|prison)\b|"
    r"\b(?:he|she|they)'d|\b(?:he|she|they|who) met\b|"
    r"\bwho (?:(?:dialled|linked|called) in|joined)\b|"
    r"(?:\b(?:and|or|then)|[/&+]) (?:a )?(?:home |school )?visit|\bface[ -]to[ -]face\b|"
    r"\bin person\b|\bseen in (?:class|school|nursery)\b|"
    rf"\bon (?:an? )?(?:video call|{_APP}) (?:with|to) (?:his|her|their) {_RELATIVE}\b|"
    rf"\bstaff (?:supported|supervised|facilitated) (?:\w+ )?(?:video|{_APP}) \w+ with "
    rf"(?:his |her |their )?{_RELATIVE}\b",
    re.I,
)
"""Somebody else was on the screen, or it is told of, or they met besides: the child was in the
room."""
_ASKED = (
    r"(?:to be|will|wants?|arranged?|booked|offer(?:ed)?|plan(?:ned)?|suggest(?:ed)?|advised|"
    r"requested|next|for|feedback)"
)
_PUT_OFF = (
    r"(?:arranged|booked|offered|planned for|declined|cancelled|requested|to be|next|only|tomorrow|"
    r"last (?:week|month)|yesterday|earlier (?:in the|this) (?:week|month)|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_PLANNED = re.compile(
    rf"\b{_ASKED}\W+(?:\w+\W+){{0,4}}{_SCREEN}|{_SCREEN}\W+(?:\w+\W+){{0,3}}{_PUT_OFF}\b|"
    # "Home visit following virtual contact"
    rf"\b(?:visit|appointment|clinic|met|seen)\b[^.]{{0,20}}\b(?:following|after|instead of|"
    rf"rather than) (?:\w+ ){{0,2}}{_SCREEN}",
    re.I,
)
_TOLD_OF = re.compile(
    r"\b(?:(?:spoke|talked|chatted|asked|worried|happy|excited|upset) about|"
    r"(?:said|says|told \w+|tells \w+) (?:that )?(?:he|she|they|it|mum|dad|his|her|their|the))\b"
    rf"[^.;\n]*?{_SCREEN}",
    re.I,
)
_SHOWN = re.compile(r"\b(?:i|we|sw|hv) (?:could see|saw|seen)|\bso (?:that )?(?:i|we)\b", re.I)
"""What somebody told of a call, unless the child was shown in it."""
_AT_HOME = re.compile(r"\W*(?:\w+ ){0,2}(?:home|doorstep) visit\b", re.I)
_LESSON = re.compile(r"\b(?:online|live|remote|virtual) (?:\w+ )?lessons?\b", re.I)
_IN_ROOM = re.compile(
    r"\bin person\b|\bface to face\b|\bf2f\b|\b(?:arrived|attended|visited)\b|"
    r"\bbrought (?:down|in|to)\b|\b(?:home|joint|school) visit\b|"
    r"\bcame (?:in|down|to)\b(?! (?:the )?(?:phone|screen|camera|tablet|laptop|ipad)\b)|"
    r"\bwent (?:to|round)\b|\bcalled at\b|\b(?:beside|next to) me\b|\bon my (?:lap|knee)\b|"
    r"\bin the room with (?:me|us)\b|\b(?:at|on) our (?:end|side)\b",
    re.I,
)
_VISIT = re.compile(r"\b(?:visit|appointment|appt|clinic|session)\b", re.I)
_HEADING = re.compile(r"\W*(?:[\w'/&-]+\W+){0,6}$")
_SIGHTED = re.compile(
    r"\b(?:seen|saw|present|home|met|reviewed|examined|weighed|observed|visited|attended|brought)\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\s*\n\s*")


def by_screen(sentences: Sequence[str]) -> list[bool]:
    """By sentence of an entry, whether who was seen there was seen on a screen: it says so, or a
    screen heads the entry and nobody has come since."""
    here = _told(sentences)
    return [one or headed for one, headed in zip(here, _headed(sentences, here), strict=True)]


def may_be(text: str) -> bool:
    """Whether there is any word of a screen: most entries have none."""
    low = text.lower()
    if any(name in low for name in _NAMES):
        return True
    return any(thing in low for thing in _THINGS) and any(verb in low for verb in _HELD)


def heads(text: str) -> bool:
    """Whether a screen heads an entry, and nobody came later in it."""
    if not may_be(text):
        return False
    sentences = _SENTENCE.split(text.strip())
    return _headed(sentences, _told(sentences))[-1]


def _told(sentences: Sequence[str]) -> list[bool]:
    """By sentence, whether it says so; a lesson at which a visitor finds a child does not."""
    home = bool(sentences and _AT_HOME.match(sentences[0]))
    return [_is_by_screen(one) and not (home and _LESSON.search(one)) for one in sentences]


def _headed(sentences: Sequence[str], by_screen: Sequence[bool]) -> list[bool]:
    """By sentence, whether a screen heads what it stands in: told in the first sentence, or after
    a heading; after "Visit." in the first words."""
    found: list[bool] = []
    heads = visits = False
    opens = True
    for text, here in zip(sentences, by_screen, strict=True):
        if opens:
            heads = here and (not visits or bool(_LEADS.match(text) or _SO_HELD.search(text)))
            visits = visits or bool(_VISIT.search(text))
            opens = not here and bool(_HEADING.match(text)) and not _SIGHTED.search(text)
        elif not here and _IN_ROOM.search(text):
            heads = False
        found.append(heads)
    return found


def _is_by_screen(text: str) -> bool:
    if not may_be(text) or not _BY_SCREEN.search(text):
        return False
    if _TOLD_OF.search(text) and not _SHOWN.search(text):
        return False
    return not (_ANOTHER.search(text) or _PLANNED.search(text))
