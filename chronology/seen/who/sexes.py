"""Which children a girl or a boy may be, where case.toml says the sex of the children.

    "girls", "both boys", "her daughters"    none of the other sex
    "girl", "son" in another child's record  the only one of that sex, else nobody of the case
    "his sister", "older boy"                those of that sex alone
    "she", "him"                             no child of the other sex

A child whose sex the case does not say may be either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chronology.seen.who.family import Family
from chronology.seen.wording.grammar import grammar

_FEMALE, _MALE = grammar("female_children"), grammar("male_children")


def sex_of(word: str) -> str:
    """F or M for a word for a girl or a boy, or for several; '' for any other word."""
    return "F" if word in _FEMALE else "M" if word in _MALE else ""


def may_be(home: Family, child: str, sex: str) -> bool:
    """Whether a child may be of a sex; every child may be of none in particular."""
    return not sex or home.sexes.get(child, sex) == sex


def of_sex(home: Family, children: Iterable[str], sex: str) -> tuple[str, ...]:
    """Those of the children who may be of a sex."""
    return tuple(child for child in children if may_be(home, child, sex))


def the_one(home: Family, parts: Sequence[str]) -> tuple[str, ...] | None:
    """Whom "girl" means where the record's own child is a boy: the only girl, else nobody; None
    where it may be that child."""
    sex = sex_of(parts[-1])
    if may_be(home, home.subject, sex):
        return None
    fit = of_sex(home, home.born, sex)
    return fit if len(fit) == 1 else ()
