"""Who saw the child in a carer's own record: foster and other carers are counted apart.

Foster carer's log        Theo ate all his tea.             seen by a carer
                          SW visited, Theo showed his room. seen by a professional
                          SW rang. Theo upset at bedtime.   seen by a carer
                          Took Theo to the dentist.         seen by a professional
Fostering agency, by FC   Theo upset at bedtime.            seen by a carer
Young carers' project     Theo came to the group.           seen by a professional
"""

from __future__ import annotations

import re
from dataclasses import replace

from chronology.model import SIGHTED, Seen

_CARER = re.compile(
    r"^\W*(?:the |our |(?:mr|mrs|ms|miss)\b[^,(]*[,( ] ?)?"
    r"(?:(?:foster|kinship|respite|connected|connected persons?['\u2019]?s?|link|"
    r"short[- ]breaks?|temporary|emergency|second|male|female|long[- ]term|"
    r"permanent|new|previous|family|shared lives|supported lodgings?)[- ]?)?"
    r"(?:carers?\b(?!['\u2019]?s? (?:support|service|trust|centre|team|worker|assess|hub|group))|"
    r"fcs?\b|f/cs?\b)|\b(?:foster|kinship|respite) carers?\b|"
    r"\bfoster (?:mother|father|mum|dad|parents?|family)\b|\bspecial guardians?\b|"
    r"\bsupported lodgings? (?:host|provider)s?\b|\b(?:prospective )?adopters?\b|"
    r"\badoptive (?:mother|father|mum|dad|parents?)\b|\(sgo\)",
    re.I,
)
_NOT_ONE = re.compile(
    r"\byoung carers?|\b(?:carers?|guardians?|adopters?)['\u2019]?s? (?:support|trust|centre|hub)|"
    r"\bfor (?:the )?(?:foster )?carers?\b|"
    r"(?<!\bby )(?<!\bvia )(?<!\bto )(?<!\btold )\b(?:worker|s/?w|ssw|social work\w*|officer|"
    r"liaison|manager|nurse|teacher|therapist|health visitor|hv|gp|doctor|iro|team|service)\b",
    re.I,
)
"""Who works with carers, or a professional beside one; "Carer's log, entered by SSW" is a carer's.
"""
_PROFESSIONAL = (
    r"(?:s/?w|ssw|social worker|support worker|health visitor|hv|nurse|doctor|dr|gp|paediatrician|"
    r"dentist|orthodontist|optician|iro|guardian|advocate|teacher|tutor|therapist|physio\w*|"
    r"psychologist|police|officer|pc|paramedics?|supervisor|key ?worker|midwife|consultant|"
    r"reviewing officer)"
)
_CLINICIAN = (
    r"(?:dentist|orthodontist|optician|paediatrician|consultant|gp|doctor|dr|nurse|physio\w*)"
)
_CAME = (
    r"(?:visit\w*|came|saw|met|spoke to (?!me\b|us\b)|spoke with (?!me\b|us\b)|weighed|checked|"
    r"examined|took (?!me\b|us\b)|collected|"
    r"attended (?!(?:the |a |my |our )?(?:meeting|review|training|conference|court|panel|group))|"
    r"called (?:in|round|at|by)|did|gave|"
    r"tested|treated|assessed|listened to|looked at)"
)
_PLACE = (
    r"(?:dentist\w*|gp|doctor\w*|dr|hospital|a ?& ?e|a and e|opticians?|clinic|surgery|walk[- ]in|"
    r"minor injur\w+|camhs|audiology|orthodontist|physio\w*|nurse|paediatrician|health visitor)"
)
_BY_ANOTHER = re.compile(
    rf"(?<!\bplayed )(?<!\bplaying )\b{_PROFESSIONAL}\b(?: (?:was |were )?here\b|"
    rf"[^.;\n]{{0,40}}\b{_CAME}\b)|\b(?:visit|seen|examined|review) "
    rf"(?:by|from|with) (?:the |his |her |their |a )?(?:\w+ )?{_PROFESSIONAL}\b|"
    r"\b(?!(?:i|we|i've|today|and|then|also|just|have|had|not|never)\b)\w+ (?:met|saw) (?:with )?"
    rf"(?:his|her|their) (?:new )?(?:\w+ )?{_PROFESSIONAL}\b(?!['\u2019])|"
    rf"^\W*{_PLACE} (?:appointment |appt |check[- ]?up )?(?:with|for) "
    r"(?!(?:me|us|my|his|her|mum|dad)\b)|"
    rf"\b(?:took|taken|brought)\b[^.;\n]{{0,30}}\bto (?:the |see the |see )?(?:\w+ )?{_PLACE}\b|"
    rf"(?<!\bi )\bsaw (?:the |a )?{_CLINICIAN}\b(?!['\u2019])|"
    rf"\bseen (?:at|in) (?:the )?(?:\w+ )?{_PLACE}(?!\w)",
    re.I,
)
_NOT_THEN = re.compile(
    r"\b(?:cancel\w*|postpone\w*|rearrange\w*|re-?schedul\w*|no[- ]show|last (?:week|month|year)|"
    r"(?:did|could|would|was|were)(?: not|n['\u2019]t) (?:be )?(?:able to )?(?:come|visit|arrive|"
    r"attend|turn|see|show|make|do|get|give|check|weigh)|"
    r"to (?:visit|see my|see his|see her)|(?:visit|saw|met|visited|supervision with) me|"
    r"no appointments?|closed|turned away|phoned|rang|e-?mailed|texted|video call\w*|"
    r"(?:by|via|on|over) (?:the )?(?:zoom|video|facetime|teams|phone)|"
    r"but (?:\w+ ){1,3}(?:was|were) (?:at|out|away|not)|my (?:own |new )?(?:support worker|ssw|"
    r"supervising social worker)|"
    r"(?:told|asked|said)\b[^.;\n]{0,40}\b(?:had|has|who|whether|if|when|did))\b",
    re.I,
)
"""The professional did not come then, or met the carer alone."""
_TO_COME = re.compile(
    r"\b(?:due|will|would|tomorrow|next (?:week|month|(?:mon|tue|wed|thu|fri)\w+))\b", re.I
)
_HAS_COME = re.compile(r"\b(?:visited|came|saw|met|weighed|checked|examined|took|did|gave)\b", re.I)
_AWAY = re.compile(
    r"\b(?:was|were|while|when|as|still) (?:\w+ ){0,3}(?:out|"
    r"(?:at|in) (?:school|nursery|college|pre-?school))\b|"
    r"\b(?:not|n['\u2019]t|without|unable to) (?:see|seeing|meet|meeting)\b",
    re.I,
)
"""The child was not there, as the same sentence or the next one says."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")


def credited(seen: Seen, *, professional: str, agency: str, event: str) -> Seen:
    """What is said of a child, with the carer whose record it is as the one who saw the child where
    nobody else is told of. Who writes the row says it first, then the name of the agency."""
    writer = professional or agency
    if seen.value not in SIGHTED or seen.by or not _is_carer(writer) or _by_another(event):
        return seen
    return replace(seen, by=f"carer: {writer.strip()}")


def _is_carer(writer: str) -> bool:
    return bool(_CARER.search(writer)) and not _NOT_ONE.search(writer)


def _by_another(event: str) -> bool:
    """Whether a professional came, or the child was taken to one."""
    told = _SENTENCE.split(event)
    return any(
        _BY_ANOTHER.search(one) and _is_then(one) and not _AWAY.search(f"{one} {then}")
        for one, then in zip(told, [*told[1:], ""], strict=True)
    )


def _is_then(sentence: str) -> bool:
    """Not cancelled, and not a visit that is still to come."""
    if _NOT_THEN.search(sentence):
        return False
    return bool(_HAS_COME.search(sentence)) or not _TO_COME.search(sentence)
