"""Who of the people named in rows is a practitioner, and so nobody of the family."""

from __future__ import annotations

import re

from caseweave.crosschecks.people import Known
from caseweave.crosschecks.who.kin_words import full_name

_STAFF = re.compile(  # "health visitor Ann Lee", "Ann Lee (social worker)"
    r"\b(?:worker|visitor|teacher|officer|nurse|doctor|sergeant|constable|midwife|manager|"
    r"assistant|practitioner|consultant|paramedic|tutor|chair|registrar|solicitor|paediatrician|"
    r"counsellor|therapist|supervisor|inspector|PC|DC|DS|DI|SW|HV|Dr|TA|DSL)\b(?:[\s,:(-]*)$",
    re.I,
)
_STAFF_AFTER = re.compile(
    r"^\s*[,(]\s*(?:the\s+|a\s+)?(?:\w+\s+){0,2}?(?:worker|visitor|teacher|officer|nurse|doctor|"
    r"midwife|manager|assistant|practitioner|consultant|SW|HV|TA|DSL|PC)\b",
    re.I,
)


_SINGLE = re.compile(
    r"\b(?:worker|visitor|teacher|officer|nurse|doctor|midwife|manager|assistant|practitioner|"
    r"consultant|interpreter|driver|SW|HV|TA|DSL|SENCO|Dr|PC|DC)\s+([A-Z][a-z]+)|"
    r"\b(?:Miss|Mr|Mrs|Ms)\s+([A-Z][a-z]+)\b(?!\s+[A-Z][a-z])|"
    r"\b([A-Z][a-z]+)\s*(?:\(|,\s)(?:the\s+|a\s+|student\s+)?(?:\w+\s+){0,2}?(?:worker|visitor|"
    r"teacher|"
    r"officer|nurse|midwife|manager|assistant|practitioner|consultant|SW|HV|TA|DSL|SENCO|ELSA)\b"
)


def practitioners(known: Known) -> frozenset[str]:
    """Names that some row gives to practitioners, in small letters, whole and each word."""
    told = set()
    for row in known.rows:
        signed = row.entry.fields.get("professional", "").casefold()
        told.update(re.findall(r"[^\W\d]{3,}", signed))
        told.update(
            name.casefold() for m in _SINGLE.finditer(row.text) for name in m.groups() if name
        )
        for found in full_name().finditer(row.text):
            before, after = row.text[: found.start()], row.text[found.end() :]
            name = found[0].casefold()
            if name in signed or _STAFF.search(before[-30:]) or _STAFF_AFTER.match(after):
                told.add(name)
    return frozenset(told)
