"""Who saw the child in a carer's own record: foster and other carers are counted apart.

Foster carer's log        Theo ate all his tea.             seen by a carer
                          SW visited, Theo showed his room. seen by a professional
Fostering agency, by FC   Theo upset at bedtime.            seen by a carer
Young carers' project     Theo came to the group.           seen by a professional
"""

from __future__ import annotations

import re
from dataclasses import replace

from chronology.model import SIGHTED, Seen

_CARER = re.compile(
    r"^\W*(?:the |our |(?:mr|mrs|ms|miss)\b[^,(]*[,(] ?)?"
    r"(?:(?:foster|kinship|respite|connected|link|short[- ]breaks?|temporary|family)[- ]?)?"
    r"(?:carers?\b(?!['\u2019]?s? (?:support|service|trust|centre|team|worker|assess|hub|group))|"
    r"fc\b|f/c\b)|\b(?:foster|kinship|respite) carers?\b|"
    r"\bfoster (?:mother|father|mum|dad|parents?)\b",
    re.I,
)
_NOT_ONE = re.compile(
    r"\byoung carers?|\bcarers?['\u2019]? (?:support|trust|centre|hub)|\bworker\b|"
    r"\bfor (?:the )?(?:foster )?carers?\b",
    re.I,
)
_PROFESSIONAL = (
    r"(?:s/?w|ssw|social worker|support worker|health visitor|hv|nurse|doctor|dr|gp|paediatrician|"
    r"dentist|iro|guardian|advocate|teacher|therapist|psychologist|police|officer|pc|supervisor|"
    r"key ?worker|midwife|consultant|reviewing officer)"
)
_CAME = r"(?:visit\w*|came|saw|met|spoke|weighed|checked|examined|took|collected|attended|called)"
_BY_ANOTHER = re.compile(
    rf"\b{_PROFESSIONAL}\b[^.;\n]{{0,40}}\b{_CAME}\b|\b(?:visit|seen|examined|met|review) "
    rf"(?:by|from|with) (?:the |his |her |their |a )?(?:\w+ )?{_PROFESSIONAL}\b",
    re.I,
)


def credited(seen: Seen, *, professional: str, agency: str, event: str) -> Seen:
    """What is said of a child, with the carer whose record it is as the one who saw the child where
    nobody else is told of. Who writes the row says it first, then the name of the agency."""
    writer = professional or agency
    if seen.value not in SIGHTED or seen.by or not _is_carer(writer) or _BY_ANOTHER.search(event):
        return seen
    return replace(seen, by=f"carer: {writer.strip()}")


def _is_carer(writer: str) -> bool:
    return bool(_CARER.search(writer)) and not _NOT_ONE.search(writer)
