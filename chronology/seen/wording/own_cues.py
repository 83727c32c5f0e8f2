"""An organisation's own cues, from [cues] in the case file: checked before they are used."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from chronology.findings import CaseweaveError
from chronology.seen.wording import tables
from chronology.seen.wording.cues import CAPITALS, Own, problem_of, rules


def own_cues(told: Mapping[str, object]) -> Own:
    """Phrases by rule name, ready for read_narrative; raises CaseweaveError in plain words."""
    capitals = {rule.name: CAPITALS for rule in rules()}
    capitals |= {rule.name: tables.CAPITALS for rule in rules(tables.OPEN)}
    return tuple((name, _phrases(name, told[name], capitals)) for name in sorted(told))


def _phrases(name: str, told: object, known: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        raise CaseweaveError(
            f"case.toml: [cues] {name} is no rule.",
            f"Perhaps {near[0]} is meant." if near else f"Use one of: {', '.join(known)}.",
        )
    phrases = (told,) if isinstance(told, str) else told
    if not isinstance(phrases, list | tuple) or not all(isinstance(p, str) for p in phrases):
        raise CaseweaveError(
            f"case.toml: [cues] {name} is not right.",
            'Write a list of phrases, such as ["had eyes on", "clapped eyes on"].',
        )
    for phrase in phrases:
        problem = problem_of(phrase, known[name])
        if problem:
            raise CaseweaveError(
                f"case.toml: [cues] {name}: '{phrase}' {problem}.",
                "docs/narrative.md explains how a phrase is written.",
            )
    return tuple(phrases)
