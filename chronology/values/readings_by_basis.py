"""The bases of a seen or views value, kept apart: every basis keeps its own reading and words.

    reviewer > stated > agency_answer > narrative        whose reading is the value

A reading of the text never replaces a statement; an answer given later fills a silence or settles
an unconfirmed reading, and never replaces a statement either; only the review's own word does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from chronology.model import Basis, Chronology, Entry, Seen, SeenValue, Views, ViewsValue

ORDER = (Basis.REVIEWER, Basis.STATED, Basis.AGENCY_ANSWER, Basis.NARRATIVE)
FIRM = frozenset(ORDER) - {Basis.NARRATIVE}
"""Everything that a person wrote or confirmed."""
SHOWN = (Basis.STATED, Basis.NARRATIVE, Basis.REVIEWER, Basis.AGENCY_ANSWER)
"""In the order in which figures show them, each apart."""
_Told = TypeVar("_Told", Seen, Views)


def words_by_basis(told: Seen | Views) -> dict[str, str]:
    """The words behind each reading, by basis."""
    own = {told.basis.value: told.evidence} if told.basis is not Basis.NONE else {}
    return {**own, **told.words}


def both_kept(first: _Told, second: _Told) -> _Told:
    """Two readings of one thing as one: the first's value, and what each basis says."""
    return replace(
        first,
        readings={**second.readings, **first.readings},
        words={**words_by_basis(second), **words_by_basis(first)},
    )


def with_reading(was: _Told, told: _Told) -> _Told:
    """Add one basis's reading; it is the value if its basis goes before that of the value."""
    if was.basis is Basis.NONE:
        return told
    if ORDER.index(told.basis) <= ORDER.index(was.basis):
        return both_kept(told, was)
    return both_kept(was, told)


def only(chronology: Chronology, bases: Iterable[Basis]) -> Chronology:
    """The chronology as these bases alone tell it; the rest is not recorded."""
    return _only(chronology, tuple(basis for basis in ORDER if basis in set(bases)))


@lru_cache(maxsize=2)
def _only(chronology: Chronology, kept: tuple[Basis, ...]) -> Chronology:
    return replace(chronology, entries=tuple(_entry_by(e, kept) for e in chronology.entries))


def _entry_by(entry: Entry, kept: tuple[Basis, ...]) -> Entry:
    return replace(
        entry,
        seen={child: _by(seen, kept) for child, seen in entry.seen.items()},
        views={child: _by(views, kept) for child, views in entry.views.items()},
    )


def _by(told: _Told, kept: tuple[Basis, ...]) -> _Told:
    readings = {b.value: told.readings[b.value] for b in kept if b.value in told.readings}
    words = {b: w for b, w in words_by_basis(told).items() if b in kept}
    if told.basis in kept or told.basis is Basis.NONE:
        return replace(told, readings=readings, words=words)
    basis = next((b for b in kept if b.value in told.readings), Basis.NONE)
    evidence = words.get(basis.value, "")
    if isinstance(told, Seen):
        value = SeenValue(readings.get(basis.value, SeenValue.NOT_RECORDED))
        return Seen(value=value, basis=basis, evidence=evidence, readings=readings, words=words)
    return Views(
        value=ViewsValue(readings.get(basis.value, ViewsValue.NOT_RECORDED)),
        basis=basis, evidence=evidence, readings=readings, words=words,
    )  # fmt: skip


def readings_of(told: Seen | Views) -> Mapping[str, str]:
    """Value by basis, also where only the value itself is known."""
    own = {told.basis.value: told.value.value} if told.basis is not Basis.NONE else {}
    return {**own, **told.readings}
