"""What relatives and carers are called in accounts, and whom each word may mean: "nan" is either
grandmother, "parents" are both.
"""

from __future__ import annotations

import re

_GRAN = r"grand-?mother|gran(?:dma|ny|nie)?|nan(?:a|ny|na)?"
_ROLES = {
    "mother": r"mother|mum|mam|mummy|mom",
    "father": r"father|dad|daddy",
    "mother father": r"(?:both\s+)?parents",
    "maternal grandmother": rf"mgm|(?:maternal|mat\.?)\s+(?:{_GRAN})",
    "paternal grandmother": rf"pgm|(?:paternal|pat\.?)\s+(?:{_GRAN})",
    "maternal grandfather": r"mgf|(?:maternal|mat\.?)\s+grand(?:father|ad|pa)",
    "paternal grandfather": r"pgf|(?:paternal|pat\.?)\s+grand(?:father|ad|pa)",
    "maternal grandmother,paternal grandmother": _GRAN,
    "maternal grandfather,paternal grandfather": r"grand(?:father|ad|pa|dad)",
    "maternal grandmother,paternal grandmother,maternal grandfather,paternal grandfather": (
        r"(?:(?:maternal|paternal)\s+)?grand-?parents"
    ),
    "aunt": r"(?:(?:maternal|paternal)\s+)?aunt(?:ie|y)?",
    "uncle": r"(?:(?:maternal|paternal)\s+)?uncle",
    "foster carer": r"foster[\s-]+(?:care(?:rs?)?|placement|home|mother|mum|father|parents)",
}
_ROLE = "|".join(f"(?P<r{n}>{words})" for n, words in enumerate(_ROLES.values()))
_IS = [frozenset(re.split(r",|(?<=mother)\s(?=father)", told)) for told in _ROLES]
_NOT_THEIRS = (
    r"(?!['\u2019]?s?\s+(?:partner|boyfriend|friend|sister|brother|neighbour|mother|father|mum)\b)"
)
"""Mum's sister is not mum."""
ONE = rf"(?:(?:his|her|their|the|child['\u2019]s)\s+)?(?:{_ROLE})\b{_NOT_THEIRS}"
_EACH = re.compile(ONE, re.I)
ANY = (
    rf"(?:(?:his|her|their|the|child['\u2019]s)\s+)?(?:{'|'.join(_ROLES.values())})\b(?!['\u2019]s)"
)
LIST = rf"{ANY}(?:\s*(?:,|and|&|\+)\s*{ANY})*"
A_GROWN_UP = re.compile(
    rf"\b(?:{ANY}|parents|partner|boyfriend|girlfriend)\s*(?:(?:,|and|&)\s*(?:baby|child\w*)\s*)?"
    r"(?:\b(?:was|were|is|has|have|had|been|also|then|herself|himself)\b\s*)*$",
    re.I,
)
"""Before the verb: it was mother who was brought in, or who went to live with nan."""
SENTENCES = re.compile(r"(?<=[a-z\d)])[.;]\s|\n")


def people_in(who: str) -> frozenset[str]:
    """Each of whom some words may mean."""
    return frozenset(
        one for found in _EACH.finditer(who) for one in _IS[int((found.lastgroup or "r0")[1:])]
    )
