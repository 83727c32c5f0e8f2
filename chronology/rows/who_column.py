"""Whom a column headed "Who", "Name" or "Person" names: staff, or whom a row is about.

staff     most cells hold a word of a post ("SW J. Smith", "PC 1234", "J. Smith (HV)"), and none
          a child of the case: it is the professional
family    most cells name a child, a grown person of the case or a relative: it is the subject
neither   the names of a column headed "Who" alone may be of either, which is asked
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from chronology.columns import Mapped, by_content, column_name, fold, rows_below
from chronology.findings import Remark, warning
from chronology.importers.rows import Row, texts_below
from chronology.model import Column
from chronology.record_of import RELATIVES

OPEN_HEADINGS = ("who", "name", "names", "person", "persons", "individual")
"""They may be over staff as well as over whom a row is about."""
_MOSTLY = 0.7
POST = re.compile(
    r"\b(?:sw|ssw|hv|gp|dr|prof|pcs?|pcso|dc|ds|di|ps|sgt|insp|midwife|mw|cmw|nurse|nursery nurse|"
    r"doctor|consultant|registrar|sho|paediatrician|pharmacist|dentist|physio(?:therapist)?|ot|"
    r"salt|psychologist|psychiatrist|therapist|counsellor|cpn|hca|paramedic|crew|ambulance|"
    r"health visitor|(?:social|support|outreach|youth|key|family|duty|case) ?worker|fsw|fsp|"
    r"officer|constable|detective|sergeant|inspector|police|teacher|head(?:teacher)?|dsl|dht|"
    r"senco|ta|tutor|mentor|ewo|iro|cafcass|advocate|manager|supervisor|practitioner|"
    r"coordinator|receptionist|clerk|probation|camhs|edt|mash|duty|staff|worker|fc|f/c|"
    r"kp|key ?person|room leader|childminder|deputy|lead|librarian|matron|"
    r"(?:foster|kinship|respite) carers?)\b",
    re.I,
)
_STAFF = "the professional, because its cells name staff"
_OF_A_FAMILY = re.compile(
    rf"\b(?:{RELATIVES}|step\w*|gran\w*|nan\w*|aunt\w*|brother|sister|siblings?|child(?:ren)?|"
    r"baby|twins?|son|daughter|family|household|(?<!foster )(?<!kinship )(?<!respite )carers?|"
    r"pupil|patient|subject|whole)\b",
    re.I,
)


def check_who(
    mapped: Mapped,
    rows: Sequence[Row],
    *,
    children: Sequence[str],
    grown: Sequence[str],
    named: Collection[str] = (),
) -> tuple[Mapped, tuple[Remark, ...]]:
    """The columns with one of staff as the professional, and what is to be asked of them.

    `children` and `grown` are the names that the case has for its children and grown people;
    `named` are headings that the case file speaks of itself.
    """
    below = rows_below(rows, mapped)
    columns, said = list(mapped.columns), list[Remark]()
    for at, column in enumerate(columns):
        head = fold(column.heading)
        if column.field != "subject" or head not in OPEN_HEADINGS or head in named:
            continue
        cells = texts_below(below, at)
        of_child = _naming(children, cells)
        staff = [cell for cell in cells if POST.search(cell) and not _OF_A_FAMILY.search(cell)]
        if cells and not of_child and len(staff) >= _MOSTLY * len(cells):
            taken = any(c.field == "professional" for c in columns)
            why = "its cells name staff" + ("; kept under its own heading" if taken else "")
            columns[at] = replace(column, field="" if taken else "professional", why=why)
            said += [] if taken else [by_content(column, "column-who-by-content", _STAFF)]
        elif cells and head == OPEN_HEADINGS[0]:
            family = {*of_child, *_naming(grown, cells), *filter(_OF_A_FAMILY.search, cells)}
            if len(family) < _MOSTLY * len({*cells}):
                said.append(_unclear(column))
    return replace(mapped, columns=tuple(columns)), tuple(said)


def _naming(names: Sequence[str], cells: Sequence[str]) -> list[str]:
    """The cells in which one of these names stands."""
    words = "|".join(map(re.escape, names))
    return [c for c in cells if re.search(rf"\b(?:{words})\b", c, re.I)] if words else []


def _unclear(column: Column) -> Remark:
    return warning(
        "column-who-unclear",
        message=f"{column_name(column)} was read as whom each row is about; its cells do not say "
        "whether they name the family or staff.",
        remedy="If they are staff, say in the case file (case.toml) that this column of the file "
        f'is the professional: columns = {{ "{column.heading}" = "professional" }}.',
    )
