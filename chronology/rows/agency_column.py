"""The agency and the person of a row, where its cell leans on the row above or is blank.

Agency | Date       | Event
Police | 01/02/2021 | Called out
ditto  | 02/02/2021 | Statement taken          the agency above, with a note
       |            | and a second call        the same: neither a date nor an agency of its own
       | 04/02/2021 | Meeting                  may be anybody's: stands under the file's agency

Child  | Date       | Seen
Ruby   | 01/02/2021 | Yes
ditto  | 02/02/2021 | Yes                      Ruby, with a note
       | 03/02/2021 | Yes                      nobody knows, where the column names the child of
                                               the record as well
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chronology.columns import fold
from chronology.dates import DITTO
from chronology.findings import Finding, Remark, first_of, note, warning
from chronology.importers.rows import Row, text_at
from chronology.model import Entry
from chronology.normalise import Context, located
from chronology.record_of import CHILD, FULL_NAME, record_of_row
from chronology.rows.who_column import OPEN_HEADINGS

_DITTO = re.compile(rf"(?:{DITTO})\.?", re.IGNORECASE)
_SHOWN = 8
_MAY_BE_OWN = re.compile(
    r"(?-i:(?:[A-Z]\W*){1,3})|.*\b(?:child(?:ren)?|baby|pupil|patient|client|student|subject|self|yp|"
    r"young person|service user|family|household|all|both|twins?|index|n/?[ak]|not|unknown|"
    r"above|same)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Initials and words that may mean the child whose record it is."""


def agency_above(row: Row, context: Context, above: Entry | None) -> str:
    """The agency of the row above where this row's cell means that one; else empty."""
    if "agency" not in context.layout.places or above is None:
        return ""
    words = _cell(row, context, "agency")
    if words:
        return above.agency if _DITTO.fullmatch(words) else ""
    told = "date" in context.layout.places and not _cell(row, context, "date")
    return above.agency if told and not context.forms else ""


def subject_above(row: Row, context: Context, above: Entry | None) -> str:
    """Whom the row above is about where this row's cell means the same; else empty."""
    if "subject" not in context.layout.places or above is None:
        return ""
    if not _DITTO.fullmatch(_cell(row, context, "subject")):
        return ""
    return context.subject_above or above.fields.get("subject", "")


def said_above(row: Row, context: Context) -> Iterator[Finding]:
    """What is to be said of a row that took its agency, or its person, from the row above."""
    if context.agency_above:
        words = _cell(row, context, "agency")
        why = f"'{words}'" if words else "The cell is blank, and so is the date"
        told = f"{why}: the agency of the row above, {context.agency_above}, was taken."
        remark = note("agency-carried-down", message=told)
        yield located(remark, context, row)
    if context.subject_above:
        words = _cell(row, context, "subject")
        told = f"'{words}': the row was read as about {context.subject_above}, like the row above."
        remark = note("subject-carried-down", message=told)
        yield located(remark, context, row)


def names_several(rows: Sequence[Row], context: Context) -> bool:
    """Whether the column of whom each row is about names the child of the record and others.

    Where it names others only, a blank means the child whose record it is.
    """
    named = _named(rows, context)
    return len(named) > 1 and bool(named & {*_own(context), CHILD})


def strangers(rows: Sequence[Row], context: Context) -> frozenset[str]:
    """Whom that column names of whom the case knows nothing, where it names the child as well.

    In a column that does not, a full name that shares no word with the full name of the child,
    unless the heading may be one of staff.
    """
    if "subject" not in context.layout.places:
        return frozenset()
    own = _own(context)
    names_own = bool(_named(rows, context) & own)
    full = [n for c in context.case.children if c.label in own for n in c.names if " " in n]
    heading = fold(context.layout.columns[context.layout.places["subject"]].heading)
    if not names_own and (not full or heading in OPEN_HEADINGS):
        return frozenset()
    names = [n for c in context.case.children if c.label in own for n in c.all_names]
    shared = {word for name in full for word in _words(name)}
    told = {words for row in rows if (words := _cell(row, context, "subject"))}
    return frozenset(
        words
        for words in told
        if not record_of_row(words, context.case, "")
        and not _MAY_BE_OWN.fullmatch(words)
        and not _DITTO.fullmatch(words)
        and not _shortened(words, names)
        and (names_own or (FULL_NAME.fullmatch(words) and not shared & _words(words)))
    )


def _shortened(words: str, names: Sequence[str]) -> bool:
    """Whether words may be a name with its first one as a letter: 'T Marlowe'."""
    letters = {word for word in _words(words) if len(word) == 1}
    others = _words(words) - letters
    known = {word for name in names for word in _words(name)}
    return bool(others) and others <= known and letters <= {name[:1].casefold() for name in names}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _named(rows: Sequence[Row], context: Context) -> set[str]:
    """Whose records the rows are, as far as their column of whom they are about says so."""
    if "subject" not in context.layout.places:
        return set()
    told = {words for row in rows if (words := _cell(row, context, "subject"))}
    return {record_of_row(words, context.case, "") for words in told} - {""}


def _own(context: Context) -> set[str]:
    """The child or children whose record it is, or who else's."""
    subjects = {c.label for c in context.case.children if c.subject}
    return subjects if context.record_of == CHILD else {context.record_of}


def without_agency(rows: Sequence[Row], context: Context, entries: Sequence[Entry]) -> list[Remark]:
    """One warning for the rows that name no agency in a table where others name another one."""
    if "agency" not in context.layout.places or context.turned or context.forms:
        return []
    named = {row.number: _cell(row, context, "agency") for row in rows}
    own = context.agency.casefold()
    blank = [e.at.row for e in entries if not named.get(e.at.row) and e.agency == context.agency]
    if not blank or all(e.agency.casefold() == own for e in entries):
        return []
    which = first_of(blank, _SHOWN)
    count = f"{len(blank)} rows ({which}) name" if len(blank) > 1 else f"Row {which} names"
    they = "they stand" if len(blank) > 1 else "it stands"
    return [
        warning(
            "agency-blank",
            message=f"{count} no agency although other rows do; {they} under {context.agency}, "
            "the agency of the file.",
            remedy="Ask whose they are, and fill in the cells in a copy of the file.",
        )
    ]


def _cell(row: Row, context: Context, field: str) -> str:
    return text_at(row, context.layout.places[field])
