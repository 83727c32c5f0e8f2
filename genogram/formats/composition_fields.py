"""Headings of a table of family composition -> fields."""

from __future__ import annotations

from collections.abc import Mapping

from genogram.formats import words

FIELDS: Mapping[str, tuple[str, ...]] = {
    "child": (
        *("child's name", "name of child", "child name", "name of child/young person"),
        *("child", "subject child", "child/young person", "name of child or young person"),
    ),
    "name": (
        *("name", "full name", "name of family member", "family member", "names", "person"),
        *("family members", "household member", "household members", "name of person"),
        *("family/household member", "family/household members", "person's name"),
    ),
    "forename": ("forename", "forenames", "first name", "given name", "first names"),
    "surname": ("surname", "last name", "family name"),
    "relation": (
        *("relationship to child", "relationship", "relationship to subject", "relation"),
        *("relationship to subject child", "relationship to the child", "role"),
        *("relationship to *", "relation to *"),
    ),
    "born": (
        *("dob", "d.o.b", "date of birth", "born", "dob or edd", "dob/edd", "date of birth/edd"),
    ),
    "born or age": (
        *("dob/age", "age/dob", "dob or age", "dob & age", "dob age", "date of birth/age"),
        *("date of birth or age", "dob (or age)", "age or dob", "age or date of birth"),
    ),
    "died": ("died", "dod", "date of death", "deceased"),
    "age": ("age",),
    "sex": ("sex", "gender", "m/f"),
    "address": (
        *("address", "home address", "current address", "address label", "lives at"),
        *("placement", "placement address", "placement/address", "address/placement"),
    ),
    "legal": (
        *("legal status", "status", "legal", "legal status/cp plan", "legal status/plan"),
        *("legal status & cp plan", "legal status or plan", "legal status/order"),
    ),
    "ethnicity": ("ethnicity", "ethnic origin", "ethnic group", "ethnic background"),
    "disability": ("disability", "disabilities"),
    "plan": ("is/was subject to cp plan?", "cp plan", "cp plan?", "child protection plan"),
    "responsibility": (
        "pr",
        "parental responsibility",
        "has pr",
        "pr?",
        "who has pr?",
        "holds pr?",
        *("pr y/n", "pr (y/n)", "pr yes/no", "has parental responsibility"),
    ),
    **words.PARENTS,
}
