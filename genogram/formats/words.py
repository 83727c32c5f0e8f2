"""The words people use in family tables -> what they mean. Compared folded (chronology.columns)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from chronology.columns import fold
from genogram.formats.slips import nearest
from genogram.model import LinkKind, Pregnancy, RelationshipKind, Sex, UnionKind

Kind = TypeVar("Kind")

SHEETS: Mapping[str, str] = {
    "people": "people",
    "persons": "people",
    "family": "people",
    "family members": "people",
    "partnerships": "partnerships",
    "unions": "partnerships",
    "couples": "partnerships",
    "relationships between partners": "partnerships",
    "parents": "parents",
    "parentage": "parents",
    "children": "parents",
    "households": "households",
    "household": "households",
    "relationships": "relationships",
    "legal status": "legal",
    "legal statuses": "legal",
    "orders and plans": "legal",
}

PARENTS: Mapping[str, tuple[str, ...]] = {
    "mother": ("mother", "mother's name", "name of mother", "birth mother", "mum", "mother id"),
    "father": ("father", "father's name", "name of father", "birth father", "dad", "father id"),
}
"""Columns beside people that say whose children they are."""
FIELDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "people": {
        "id": (
            *("id", "person id", "ref", "reference", "id no", "id number", "person no"),
            *("person number", "no", "number", "code"),
        ),
        "name": ("name", "full name", "known as"),
        "sex": ("sex", "gender", "m/f"),
        "born": ("born", "dob", "d.o.b", "date of birth", "birth date", "due", "edd"),
        "died": ("died", "dod", "date of death", "death date", "deceased"),
        "role": ("role", "relationship", "relationship to child"),
        "subject": ("subject child", "subject", "index child", "index person"),
        "pregnancy": ("pregnancy", "pregnancy outcome", "outcome"),
        "twin": ("twin", "twins", "twin group", "multiple birth"),
        "zygosity": ("zygosity", "identical"),
        "legal": ("legal status", "status", "legal"),
        "labels": ("labels", "label", "notes"),
        "ethnicity": ("ethnicity", "ethnic origin", "ethnic group"),
        "disability": ("disability", "disabilities"),
        **PARENTS,
    },
    "partnerships": {
        "id": ("id", "union", "union id", "partnership", "partnership id"),
        "partner1": ("partner 1", "partner1", "partner one", "partner a", "first partner"),
        "partner2": ("partner 2", "partner2", "partner two", "partner b", "second partner"),
        "kind": ("kind", "type", "status"),
        "from": ("from", "start", "started", "began", "date from"),
        "to": ("to", "end", "ended", "until", "date to"),
    },
    "parents": {
        "child": ("child", "child id", "person"),
        "union": ("union", "partnership", "parents", "parent", "union id", "partnership id"),
        "kind": ("kind", "type", "how"),
        "from": ("from", "start", "date from"),
        "to": ("to", "end", "until", "date to"),
        "responsibility": ("parental responsibility", "pr", "who has parental responsibility"),
    },
    "households": {
        "id": ("household", "household id", "home", "id"),
        "address": ("address", "address label", "label"),
        "person": ("person", "person id", "member", "name"),
        "from": ("from", "start", "moved in", "date from"),
        "to": ("to", "end", "moved out", "until", "date to"),
    },
    "relationships": {
        "source": ("person 1", "person1", "from person", "person a", "who"),
        "target": ("person 2", "person2", "to person", "person b", "whom"),
        "kind": ("kind", "type", "relationship"),
        "from": ("from", "start", "date from"),
        "to": ("to", "end", "until", "date to"),
        "status": ("status", "alleged or proven"),
        "reference": ("source", "reference", "recorded in"),
    },
    "legal": {
        "person": ("person", "person id", "child", "name"),
        "status": ("legal status", "status", "order", "plan", "order or plan"),
        "from": ("from", "start", "made", "date from"),
        "to": ("to", "end", "until", "ended", "date to"),
        "reference": ("source", "reference", "recorded in"),
    },
}

GENDERS: Mapping[str, Sex] = {
    **dict.fromkeys(
        (
            *("trans woman", "trans girl", "trans female", "transgender woman", "female trans"),
            *("transgender girl", "transgender female", "mtf", "male to female", "f trans"),
        ),
        Sex.FEMALE,
    ),
    **dict.fromkeys(
        (
            *("trans man", "trans boy", "trans male", "transgender man", "male trans"),
            *("transgender boy", "transgender male", "ftm", "female to male", "m trans"),
        ),
        Sex.MALE,
    ),
    **dict.fromkeys(
        (
            *("non-binary", "nb", "enby", "genderqueer", "gender fluid", "agender"),
            *("intersex", "indeterminate"),
        ),
        Sex.OTHER,
    ),
}
"""Words by which somebody is drawn, and which are kept as a label: they say more than a symbol."""
SEX: Mapping[str, Sex] = {
    **dict.fromkeys(("f", "female", "girl", "woman"), Sex.FEMALE),
    **dict.fromkeys(("m", "male", "boy", "man"), Sex.MALE),
    **dict.fromkeys(("u", "unknown", "not known", "n/k", "nk", "not recorded"), Sex.UNKNOWN),
    **dict.fromkeys(("x", "other"), Sex.OTHER),
    **GENDERS,
}

PREGNANCY: Mapping[str, Pregnancy] = {
    **dict.fromkeys(("stillbirth", "stillborn"), Pregnancy.STILLBIRTH),
    **dict.fromkeys(("miscarriage", "miscarried"), Pregnancy.MISCARRIAGE),
    **dict.fromkeys(("termination", "terminated", "abortion"), Pregnancy.TERMINATION),
    **dict.fromkeys(("unborn", "unborn baby", "pregnant", "pregnancy", "due"), Pregnancy.UNBORN),
}

UNION: Mapping[str, UnionKind] = {
    **dict.fromkeys(
        (
            *("married", "marriage", "civil partnership", "civil partners", "civil union"),
            *("spouses", "husband and wife", "m"),
        ),
        UnionKind.MARRIED,
    ),
    **dict.fromkeys(
        (
            *("cohabiting", "cohabitation", "cohab", "cohabitees", "cohabiters", "cohabitants"),
            *("living together", "living as partners", "partners", "partner"),
        ),
        UnionKind.COHABITING,
    ),
    **dict.fromkeys(
        (
            *(
                "separated",
                "separation",
                "sep",
                "ex",
                "ex-partner",
                "ex-partners",
                "former partner",
            ),
            *("former partners", "ended", "split", "split up", "no longer together"),
        ),
        UnionKind.SEPARATED,
    ),
    **dict.fromkeys(("divorced", "dissolved", "div"), UnionKind.DIVORCED),
    **dict.fromkeys(
        ("brief", "casual", "transitory", "dating", "short", "short term", "one night stand"),
        UnionKind.BRIEF,
    ),
    **dict.fromkeys(
        (
            *("donor", "sperm donor", "egg donor", "donation", "donor conception"),
            *("surrogate", "surrogate mother", "surrogacy"),
        ),
        UnionKind.DONOR,
    ),
    **dict.fromkeys(
        (
            *("unknown", "not known", "n/k", "relationship", "in a relationship", "?"),
            *("boyfriend", "girlfriend", "boyfriend and girlfriend", "affair", "paramour"),
        ),
        UnionKind.UNKNOWN,
    ),
}

LINK: Mapping[str, LinkKind] = {
    **dict.fromkeys(
        (
            *("birth", "birth child", "birth parent", "birth parents", "biological", "bio"),
            *("biological child", "biological parent", "biological parents", "natural", "b"),
        ),
        LinkKind.BIRTH,
    ),
    **dict.fromkeys(
        ("adopted", "adoption", "adoptive", "adopted child", "adoptive parent", "adopter"),
        LinkKind.ADOPTED,
    ),
    **dict.fromkeys(
        (
            *("foster", "fostered", "fostering", "foster care", "foster carer", "foster carers"),
            *("foster child", "foster parent", "foster placement", "private fostering"),
            *("privately fostered", "placed"),
        ),
        LinkKind.FOSTER,
    ),
    **dict.fromkeys(
        (
            *("step", "step-child", "step-parent", "step-father", "step-mother", "step-dad"),
            *("step-mum", "step-son", "step-daughter"),
        ),
        LinkKind.STEP,
    ),
    **dict.fromkeys(
        (
            *("guardian", "special guardian", "special guardianship", "sgo"),
            *("special guardianship order", "legal guardian", "kinship", "kinship care"),
            *("kinship carer", "connected carer", "connected person"),
        ),
        LinkKind.GUARDIAN,
    ),
    **dict.fromkeys(("unknown", "not known", "n/k", "?"), LinkKind.UNKNOWN),
    **dict.fromkeys(
        (
            *("disputed", "putative", "putative father", "alleged", "alleged father", "possible"),
            *("possible father", "not confirmed", "unconfirmed"),
        ),
        LinkKind.DISPUTED,
    ),
}

RELATIONSHIP: Mapping[str, RelationshipKind] = {
    **dict.fromkeys(("close", "very close", "supportive"), RelationshipKind.CLOSE),
    **dict.fromkeys(
        ("conflict", "conflictual", "hostile", "hostility", "arguments"), RelationshipKind.CONFLICT
    ),
    **dict.fromkeys(
        (
            *("violence", "violent", "abuse", "assault", "dv", "domestic violence"),
            *("domestic abuse", "dva", "domestic violence and abuse", "physical violence"),
            *("physical abuse", "physical assault", "sexual abuse", "child sexual abuse", "csa"),
            *("sexual violence", "sexual assault", "rape", "sexual exploitation"),
            *("child sexual exploitation", "cse", "exploitation", "emotional abuse"),
            *("psychological abuse", "verbal abuse", "financial abuse", "economic abuse"),
            *("coercive control", "coercion and control", "controlling or coercive behaviour"),
            *("coercive and controlling behaviour", "coercive", "controlling", "neglect"),
            *("harassment", "stalking", "threats", "honour-based abuse", "abusive", "grooming"),
            *("criminal exploitation", "child criminal exploitation", "cce", "emotional neglect"),
            *("physical chastisement", "physical harm", "sexual harm", "emotional harm"),
        ),
        RelationshipKind.VIOLENCE,
    ),
    **dict.fromkeys(("cut off", "cut-off", "estranged", "no contact"), RelationshipKind.CUT_OFF),
    **dict.fromkeys(("carer", "cares for", "young carer"), RelationshipKind.CARER),
}

IDENTICAL: Mapping[str, bool] = {
    **dict.fromkeys(
        ("identical", "identical twin", "identical twins", "monozygotic", "mz", "yes"), True
    ),
    **dict.fromkeys(
        ("not identical", "non-identical", "unidentical", "fraternal", "dizygotic", "dz", "no"),
        False,
    ),
}


def meant(told: str, known: Mapping[str, Kind]) -> Kind | None:
    """The kind that a word stands for; 'step-child', 'step child' and 'stepchild' are one word."""
    words = {_bare(word): kind for word, kind in known.items()}
    return words.get(_bare(fold(told) or told))


def meant_by_slip(told: str, known: Mapping[str, Kind]) -> Kind | None:
    """The one kind that a word stands for which is misspelt by one letter."""
    words = {_bare(word): kind for word, kind in known.items() if len(word) > 4}
    kinds = {words[near] for near in nearest(_bare(fold(told) or told), words)}
    return kinds.pop() if len(kinds) == 1 else None


def told_by(told: str, kind: RelationshipKind) -> str:
    """The record's word for a relationship where it is not the kind's own; else nothing."""
    other = told if meant(told, RELATIONSHIP) is kind else ""
    return "" if plain(other) == kind.value else other


def _bare(word: str) -> str:
    return re.sub(r"[ \-\u2010-\u2013]", "", word)


_NO_PARTS = str.maketrans({"\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00e6": "ae",
                           "\u0153": "oe", "\u00f0": "d", "\u00fe": "th", "\u0131": "i",
                           "\u2019": "'", "\u2010": "-"})  # fmt: skip
"""Letters that Unicode does not take apart into a letter and its accent."""


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """A name without accents and capitals, one space between words."""
    parts = unicodedata.normalize("NFKD", name.casefold().translate(_NO_PARTS))
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())


def yes(text: str) -> bool:
    """Whether a cell says yes."""
    return text.strip().casefold() in ("yes", "y", "true", "1", "x", "\u2713", "subject")


AGE, FOR_BIRTH = "age as given: ", "given under Born: "
"""How labels begin that stand for a birth."""
ALIVE = frozenset({"no", "n", "n/a", "na", "not applicable", "alive", "living", "still living"})
"""What stands under Died of somebody who has not died."""
STILL = frozenset(
    {
        *("present", "to present", "to date", "current", "currently", "ongoing", "on-going"),
        *("now", "still", "still there", "continuing", "n/a", "na", "none"),
    }
)
"""What stands under To of what has not ended."""
GONE = frozenset({"yes", "y", "dead", "died", "deceased", "passed away", "true", "x"})
"""The same of somebody of whose death no date is given."""
UNSURE = frozenset({"n/k", "nk", "not known", "unknown", "?", "unclear", "not recorded"})
"""Words of which nobody can say whether they are about the death or its date."""
