"""A school's or a nursery's own "Theo at school": where the child was is where the writer was.

Social care     Theo at school.            not seen, elsewhere
School          Theo at school.            seen
School          Home visit. Theo at school.        stays as it was read
School          Mum says Theo is at nursery.       stays as it was read
"""

from __future__ import annotations

import re
from dataclasses import replace

from chronology.events.agencies import agency_kinds
from chronology.model import Child, Kind, Seen, SeenValue

_PLACES = {
    "school": r"school|class(?:room)?|lessons?|college|the\s+academy",
    "nursery": r"nursery|pre-?\s?school|playgroup|setting",
}
_NOT_OF_THAT_DAY = re.compile(
    r"\bnot\b|n['\u2019]t\b|\bsa(?:id|ys?|ying)\b|\btold\b|\breport\w*|\bclaim\w*|\bshould\b|\bwould\b|\bwill\b|\bif\b|"
    r"\bwhether\b|\bwhen\b|\buntil\s+(?!\d)|\byesterday\b|\btomorrow\b|\blast\b|\bnext\b|\bexpected\b|\bdue\b|\bsuppos\w+|"
    r"\busual\w*|\bnormal\w*|\bprevious\w*|\bused\s+to\b|\bstart\w*|\bsince\b|\bplaces?\b|\babsent\b|\bnever\b|\bhad\b|"
    r"\bmay\b|\bmight\b|\bcould\b|\bto\s+(?:be|go|return)\b|\bplan\w*|\bmissing\b|\bunknown\b|\?",
    re.I,
)
_AWAY = re.compile(
    r"\bvisit\w*|\bno\s+(?:reply|answer|access)|\bdoor\w*|\brang\b|\bphon\w+|\bcall\w*|\btext\w*|\be-?mail\w*|\bletter\b|"
    r"\bmeeting\b|\bat\s+home\b|\btc\b|\bt/c\b|\bhouse\b",
    re.I,
)
_SENTENCES = re.compile(r"(?<=[a-z\d)])[.;]\s+|\n")


def at_their_own(seen: Seen, *, agency: str, kind: Kind, event: str, child: Child) -> Seen:
    """What is read of a child, as a sighting where a school or nursery writes of its own day that
    the child was there, in a sentence that says no more of where."""
    if seen.value is not SeenValue.NOT_SEEN or kind is not Kind.SESSION or _AWAY.search(event):
        return seen
    kinds = agency_kinds(agency)
    here = "|".join(words for place, words in _PLACES.items() if place in kinds)
    if not here or len(kinds & _PLACES.keys()) > 1:
        return seen
    who = "|".join([*map(re.escape, child.all_names), "s?he", "child", "pupil"])
    there = re.compile(
        rf"\W*(?:(?:{who})\b\s*)?(?:(?:is|was|has\s+been|been|back|and)\s+)*(?:present\s+)?(?:at|in)\s+"
        rf"(?:the\s+|our\s+)?(?:{here})\b[^.;\n]*",
        re.I,
    )
    told = [s for s in _SENTENCES.split(event) if there.fullmatch(s.strip().rstrip("."))]
    if len(told) != 1 or _NOT_OF_THAT_DAY.search(told[0]) or not _rests_on(seen, told[0]):
        return seen
    return replace(
        seen, value=SeenValue.SEEN, manner="in_person", reason="",
        readings=dict.fromkeys(seen.readings, SeenValue.SEEN.value),
    )  # fmt: skip


def _rests_on(seen: Seen, sentence: str) -> bool:
    words = seen.evidence.strip().rstrip(".")
    return bool(words) and (words in sentence or sentence.strip().rstrip(".") in words)
