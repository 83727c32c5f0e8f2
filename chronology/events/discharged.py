"""To whom a child went from hospital or into a placement, as accounts of one event tell it.

Ward       discharged home with mother   Social care   to foster carers
"""

from __future__ import annotations

import re

from chronology.events.particulars import Particulars, add_said
from chronology.events.relatives import A_GROWN_UP, ANY, ONE, SENTENCES, people_in

_TO = re.compile(
    rf"\b(?:discharged|d/c(?:['\u2019]?d)?|went\s+home)\b(?:\s+(?:from\s+(?:the\s+)?(?:ward|hospital|scbu|nicu)|home))*"
    rf"(?:\s+(?:to|into|with)\s+)(?:the\s+care\s+of\s+)?(?P<home>{ONE})|"
    rf"\b(?:placed|went\s+to\s+live|gone\s+to\s+live|moved\s+in|accommodated)"
    rf"\s+(?:(?:to|into|in|with)\s+)+(?P<placed>{ONE.replace('(?P<r', '(?P<q')})",
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
    rf"(?:['\u2019]s)?(?:\s+(?:home|house|flat|address|care|place))?(?:\s*(?:,|and|&|\+|with)\s*{ANY})+",
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
    for sentence in SENTENCES.split(text):
        for found in _TO.finditer(sentence):
            after = sentence[found.end() : found.end() + _AFTERWARDS]
            before = sentence[: found.start()]
            if _NOT_GONE.search(before) or _TALKED_OF.search(after) or A_GROWN_UP.search(before):
                continue
            if _SOMETHING_OF_THEIRS.match(after):
                continue
            more = _WITH_MORE.match(after)
            values = people_in((found["home"] or found["placed"]) + (more[0] if more else ""))
            if values:
                add_said(told, "discharged to", values, found[0].strip())
    return told
