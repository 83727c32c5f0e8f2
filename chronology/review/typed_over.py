"""What people typed over what merging wrote, or beside it in its column: kept as notes.

Comment: Filed.    in the workbook: Filed. Who by?    the note: Who by?
Theo: Not seen     in the workbook: Seen              the note: Seen

An agency's words are in its file, to compare with while the entry is there and as it was. All else
may be otherwise in the next draft: a workbook says by each row what stood in it as it was written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

from chronology.dates import in_words
from chronology.exporters.rows import FIELD_HEADINGS, OTHERS, WORDS_BEHIND, source_words
from chronology.model import Entry
from chronology.notes import AS_WRITTEN, COLUMNS, ID, TYPED_IN
from chronology.resubmission import CORRECTED, before, word_by_word
from chronology.review.earlier_draft import Earlier, WrittenCell
from chronology.review.panel_notes import Note

AS_SENT: Mapping[str, str] = {
    "Event": "event",
    "Source as sent": "source",
    **{h: name for name, h in FIELD_HEADINGS.items() if name not in ("source", "sequence")},
}
"""The columns that show an agency's words as they are, and the fields that those come from."""
PUT_TOGETHER: Mapping[str, Callable[[Entry], str]] = {
    "Date": lambda entry: in_words(entry.when),
    "Source": source_words,
}
"""Columns that may be shown otherwise in another draft: what is added to them is a person's."""
OF_ALL = 7
"""Letters of a digest where all cells of a workbook are told by one set of them."""
_QUOTING = {WORDS_BEHIND, OTHERS, FIELD_HEADINGS["sequence"]}
"""Columns worked out here that hold an agency's words."""
_COMPARED = {*AS_SENT, *PUT_TOGETHER}
_NOT_COMPARED = {*COLUMNS.values(), ID, AS_WRITTEN}


def as_written(cells: Mapping[str, str | int]) -> str:
    """What the cells of a row hold that is not the panel's, in so few letters that the row can
    carry it beside them."""
    told = {head: str(words).strip() for head, words in cells.items() if head not in _NOT_COMPARED}
    return " ".join(digest(heading, words) for heading, words in told.items() if words)


def is_as_written(heading: str, words: str, written: str) -> bool:
    """Whether nothing is to be looked for in a cell: the panel's column, or as merging left it.

    Where a workbook does not say what merging left in it, an agency's words are compared with its
    file, and the rest is taken to be untouched.
    """
    if heading in _NOT_COMPARED or not written:
        return heading not in _COMPARED
    return digest(heading, words) in written.split()


def digest(heading: str, words: str, size: int = 5) -> str:
    """What stands in a cell, in a few letters; signs and blanks make no difference."""
    told = f"{heading.casefold()}\n{letters(words)}".encode()
    return hashlib.sha256(told).hexdigest()[:size]


def typed_over(earlier: Earlier, entries: Iterable[Entry]) -> tuple[Note, ...]:
    """A note for each cell of an earlier draft in which people wrote something else.

    Of an entry that was corrected, or is gone, nobody knows which words of a cell the agency wrote
    and which a person: all of the cell is kept. The words of withheld ones are not to be shared.
    """
    rows, now = {row.id: row for row in earlier.rows}, {e.id: e for e in entries}
    found = []
    for cell in earlier.cells:
        entry = now.get(cell.entry)
        typed = _typed_in(entry, cell)
        about = before(entry) if entry else rows.get(cell.entry)
        if about and typed:
            kind = f"{TYPED_IN}the column '{cell.heading}' of Chronology"
            found.append(Note(entry=cell.entry, kind=kind, words=typed, about=about))
    return tuple(found)


def _typed_in(entry: Entry | None, cell: WrittenCell) -> str:
    """What a person typed into one cell."""
    compared = cell.heading in _COMPARED
    withheld = entry.withheld if entry else cell.withheld
    if withheld and (compared or cell.heading in _QUOTING):
        return ""
    if compared and entry and CORRECTED not in entry.marks:
        return _typed(entry, cell.heading, cell.words)
    return cell.words if cell.changed else ""


def _typed(entry: Entry, heading: str, words: str) -> str:
    put_together = PUT_TOGETHER.get(heading)
    sent = put_together(entry) if put_together else _sent(entry, AS_SENT[heading])
    was, now = " ".join(sent.split()), " ".join(words.split())
    if letters(was) == letters(now):  # a spreadsheet may change signs and blanks by itself
        return ""
    if was in now:
        return now.replace(was, "", 1).strip()
    return "" if put_together else word_by_word(was, now)


def _sent(entry: Entry, field: str) -> str:
    return entry.event if field == "event" else entry.fields.get(field, "")


def all_written(cells: Iterable[tuple[str, str]]) -> list[str]:
    """What stands in sheets other than those of entries, cells under the same heading together."""
    return sorted({digest(heading, words, OF_ALL) for heading, words in cells})


def letters(words: str) -> str:
    """The letters and figures of a text."""
    return "".join(filter(str.isalnum, words))
