"""What people typed over an agency's words, or beside them in its column: kept as notes.

Comment: Filed.    in the workbook: Filed. Who by?    the note: Who by?
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from chronology.dates import in_words
from chronology.exporters.rows import FIELD_HEADINGS, source_words
from chronology.model import Earlier, Entry, Note
from chronology.notes import OUTSIDE
from chronology.resubmission import CORRECTED, before, word_by_word

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


def typed_over(earlier: Earlier, entries: Iterable[Entry]) -> tuple[Note, ...]:
    """A note for each cell of an earlier draft in which an entry that is the same has other words.

    Of a corrected entry nobody knows what the agency wrote and what a person; of a withheld one
    the words are not to be shared.
    """
    same = {e.id: e for e in entries if CORRECTED not in e.marks and not e.withheld}
    found = []
    for id_, heading, words in earlier.cells:
        entry = same.get(id_)
        typed = _typed(entry, heading, words) if entry else ""
        if entry and typed:
            kind = f"{OUTSIDE}the column '{heading}' of Chronology"
            found.append(Note(entry=id_, kind=kind, words=typed, about=before(entry)))
    return tuple(found)


def _typed(entry: Entry, heading: str, words: str) -> str:
    put_together = PUT_TOGETHER.get(heading)
    sent = put_together(entry) if put_together else _sent(entry, AS_SENT[heading])
    was, now = " ".join(sent.split()), " ".join(words.split())
    if _letters(was) == _letters(now):  # a spreadsheet may change signs and blanks by itself
        return ""
    if was in now:
        return now.replace(was, "", 1).strip()
    return "" if put_together else word_by_word(was, now)


def _sent(entry: Entry, field: str) -> str:
    return entry.event if field == "event" else entry.fields.get(field, "")


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
