"""Partners without a name whom the genogram lacks: "Mum's new partner", "her husband"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.people import Known, drawn_of
from caseweave.crosschecks.rows import Row, only_one, sentence
from caseweave.crosschecks.who.kin_words import relation_of, sex_of
from caseweave.crosschecks.who.kinship import partners, relations, together
from caseweave.crosschecks.who.pronouns import said_of
from caseweave.crosschecks.who.roles import related
from genogram.model import Sex

_CURRENT = "(?:new|current|latest|live-in)"
_LOVER = (
    "(?:partner|boyfriend|girlfriend|bf|gf|fella|feller|bloke|fianc\u00e9e?|man|husband|wife|hubby|"
    "lad\\s+friend)"
)
# "Mum's new partner": not one who is named next, and not the former one.
_OF_SOMEBODY = re.compile(
    r"\b(?P<owner>(?i:mum|mother|mam|dad|father)|[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)['\u2019]s\s+"
    rf"(?P<new>(?i:{_CURRENT})\s+)?(?P<lover>(?i:{_LOVER}))\b(?!['\u2019]s)"
    r"(?!,?\s*\(?(?:(?i:called|named|known\s+as|who\s+is|is)\s+)?(?-i:[A-Z])|\s+agenc|\s+in\s+(?!the\b|a\b))"
)
_SPOUSE = re.compile(
    r"(?:\b(?P<whose>his|her)|\b(?P<owner>(?-i:[A-Z])[\w-]+)['\u2019]s)\s+(?P<spouse>husband|"
    r"wife)\b(?!\s+to\s+be|['\u2019]s|,?\s+(?-i:[A-Z]))",
    re.I,
)
_NONE = re.compile(
    r"\b(?:no|not|denie[sd]|whether|if|without|former|ex|late|asked)\b[^.;]{0,20}$", re.I
)
_FORMER = re.compile(r"\b(?:ex|late|former)\b", re.I)


def partners_not_in_genogram(known: Known) -> Iterator[Contradiction]:
    """A partner of somebody who by the genogram has none that day."""
    for row in known.rows:
        for found in _OF_SOMEBODY.finditer(row.text):
            if row.day is None or _NONE.search(row.text[: found.start()]):
                continue
            owner = _owner(known, row, found)
            if not owner or together(known.kin, owner, row.day, sex_told(found["lover"])):
                continue
            if found["lover"].casefold() in ("husband", "wife") and partners(known.kin, owner):
                continue
            yield Contradiction(
                kind="not in the genogram",
                about=f"partner of {owner}",
                message=f"{found[0]} is spoken of {row.dated}; the genogram has no "
                f"partner of {known.name(owner)} then.",
                sides=(
                    quoted(row, found.span()),
                    drawn_of(known, owner, f"no partner of {known.name(owner)} then"),
                ),
                remedy="Ask who this is; add them to the genogram if they belong there.",
            )


def sex_told(lover: str) -> Sex | None:
    """The sex of a "boyfriend" or "wife"; None for "partner"."""
    if re.fullmatch(
        r"boyfriend|bf|fella|feller|bloke|man|husband|hubb\w+|lad.*|new man", lover, re.I
    ):
        return Sex.MALE
    return (
        Sex.FEMALE if re.fullmatch(r"girlfriend|gf|wife|missus|lady friend", lover, re.I) else None
    )


def _owner(known: Known, row: Row, found: re.Match[str]) -> str:
    person = row.only(*found.span("owner"))
    if person:
        return person
    role = relation_of().get(found["owner"].casefold(), "")
    if role not in ("mother", "father"):
        return ""
    return only_one({p for c in known.children for p in related(known, role, c)})


def spouses_that_are_none(known: Known) -> Iterator[Contradiction]:
    """ "Kelly did not want her husband arrested", where Kelly has none by the genogram."""
    for row in known.rows:
        for found in _SPOUSE.finditer(row.text):
            first, _ = sentence(row.text, found.start())
            if _FORMER.search(row.text[first : found.start()]):
                continue
            spouse = found["spouse"].casefold()
            if found["owner"]:
                one = row.only(*found.span("owner"))
            else:
                at = found.start("whose")
                one = only_one(said_of(known, row, at, sex_of(found["whose"])))
            if not one:
                continue
            have = partners(known.kin, one)
            if not have or any(spouse in relations(known.kin, p, one) for p in have):
                continue
            theirs = ", ".join(sorted(map(known.name, have)))
            yield Contradiction(
                kind="relation differs",
                about=f"{one} {spouse}",
                message=f"{known.name(one)} is said to have a {spouse}; the genogram has partners, "
                f"and no marriage: {theirs}.",
                sides=(
                    quoted(row, (first, found.end())),
                    drawn_of(known, one, f"partners: {theirs}"),
                ),
            )
