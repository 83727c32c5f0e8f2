"""What GEDCOM calls the things of a family, for its reader and its writer.

What GEDCOM has no structure for stands as a FACT with one of these TYPEs, which every program
shows, or under a tag of our own, which begins with _ and is declared in the HEAD of version 7.
"""

from __future__ import annotations

from collections.abc import Mapping

from genogram.model import LinkKind, Sex, UnionKind

ID = "id in the family"
"""TYPE of a REFN that holds an id which is no pointer."""

FACTS: Mapping[str, str] = {
    "subject": "subject child",
    "role": "role in the family",
    "pregnancy": "pregnancy",
    "twin": "twin group",
    "zygosity": "zygosity",
    "ethnicity": "ethnicity",
    "disability": "disability",
    "legal": "legal status",
    "label": "label",
}
"""Field of a person -> TYPE of its FACT."""

OWN_TAGS: Mapping[str, str] = {
    "_HOUS": "household",  # a record: who lived at one address
    "_ADDR": "address",  # of a household
    "_ID": "id",  # of a household, where its pointer cannot be it
    "_MEMB": "member",  # of a household
    "_DATE": "date",  # of a member, of a tie to parents or of an association
    "_FROM": "from",  # the words in which the beginning was recorded
    "_TO": "to",  # the words in which the end was recorded
    "_TEXT": "text",  # a name or a date in the words as recorded
    "_KIND": "kind",  # of a tie to parents, where PEDI has no word for it
    "_RESP": "responsibility",  # who has parental responsibility
    "_STAT": "status",  # of a relationship: alleged, proven
    "_REF": "reference",  # where something is recorded
}
URI = "https://caseweave.example/gedcom/"
"""What the tags are called in HEAD.SCHMA; nothing is fetched from there."""

SEXES: Mapping[str, Sex] = {"F": Sex.FEMALE, "M": Sex.MALE, "X": Sex.OTHER, "U": Sex.UNKNOWN}
PEDIGREE: Mapping[str, LinkKind] = {
    "": LinkKind.BIRTH,
    "birth": LinkKind.BIRTH,
    "natural": LinkKind.BIRTH,
    "adopted": LinkKind.ADOPTED,
    "foster": LinkKind.FOSTER,
    "sealing": LinkKind.UNKNOWN,
}
END = "end of partnership"
TOGETHER = "partnership"
PARTED = "separated"
STATES: Mapping[str, UnionKind] = {
    "cohabiting": UnionKind.COHABITING,
    "cohabitation": UnionKind.COHABITING,
    "common law": UnionKind.COHABITING,
    "common-law": UnionKind.COHABITING,
    "living together": UnionKind.COHABITING,
    "unmarried": UnionKind.UNKNOWN,
    "not married": UnionKind.UNKNOWN,
    "civil union": UnionKind.MARRIED,
    "civil partnership": UnionKind.MARRIED,
    "myheritage:rel_partners": UnionKind.UNKNOWN,
    "donor": UnionKind.DONOR,
    "brief": UnionKind.BRIEF,
    "brief relationship": UnionKind.BRIEF,
    TOGETHER: UnionKind.UNKNOWN,
}
PARTINGS = (PARTED, "separation", "separate", "legal separation", "myheritage:rel_separated")

PLAIN_TAGS: Mapping[str, str] = {
    "NAME": "other names",
    "NICK": "nicknames",
    "BIRT": "other accounts of a birth",
    "DEAT": "other accounts of a death",
    "MARR": "other accounts of a marriage",
    "OCCU": "occupations",
    "NOTE": "notes",
    "SNOTE": "notes",
    "SOUR": "sources",
    "OBJE": "media",
    "PLAC": "places",
    "ADDR": "addresses",
    "RESI": "residences",
    "EDUC": "education",
    "RELI": "religion",
    "NATI": "nationality",
    "BAPM": "baptisms",
    "CHR": "christenings",
    "BURI": "burials",
    "CREM": "cremations",
    "CENS": "censuses",
    "EMIG": "emigration",
    "IMMI": "immigration",
    "ENGA": "engagements",
    "CAUS": "causes of death",
    "AGE": "ages",
    "EVEN": "other events",
    "FACT": "other facts",
    "ASSO": "other associations",
    "DATE": "other dates",
    "TIME": "times of day",
    "ADOP": "adoptions without the adopters",
    "FOST": "placements without the carers",
    "FAMC": "parents of whom nothing is recorded",
    "FAMS": "partnerships of which nothing is recorded",
    "HUSB": "partners of whom nothing is recorded",
    "WIFE": "partners of whom nothing is recorded",
    "CHIL": "children of whom nothing is recorded",
    "NO": "what is said never to have happened",
}
"""What the commonest structures that a genogram does not show are, for a reader of findings."""
