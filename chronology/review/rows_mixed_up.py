"""Rows of a workbook of ours that do not hold together any more as merging wrote them.

Ref | Event          | Review notes | ... | Id | As written
12  | Home visit ... | Ask why nob  | ... | a1 | 3f2 91c     a long entry goes on in a further row,
12  |                | ody went.    | ... | a1 |             which does not say what was written
14  | Strategy mee.. |              | ... | b2 | 7d0 11e     a row that was copied and written over
14  | We met again.  |              | ... | b2 | 7d0 11e     by hand
15  | Clinic.        | Who went?    | ... | d4 | 5a5 c0f     columns sorted without the last ones:
16  | School.        |              | ... | c3 | e19 0b2     the words are those of another's row
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from chronology.findings import Unreadable
from chronology.notes import AS_WRITTEN, ID, REF
from chronology.review.typed_over import digest, letters

Line = dict[str, str]
EVENT = "Event"
_QUOTED = 60
"""So many letters of an entry tell it from others where it is quoted."""


_CUT = 200


def one_text(one: str, other: str) -> str:
    """Two pieces of one text; a program may have left out the blank between them.

    None was there if a word fills half a row, as an address of the web does: it was cut itself.
    """
    whole = not one or one[-1:].isspace() or other[:1].isspace() or len(one.split()[-1]) >= _CUT
    return f"{one}{other}" if whole else f"{one} {other}"


def is_written_over(line: Mapping[str, str]) -> bool:
    """Whether somebody wrote another event over the one of a row."""
    return not _is_written(line, line.get(AS_WRITTEN, "").split())


def _is_written(line: Mapping[str, str], written: Iterable[str]) -> bool:
    """Whether the event of a row is one that caseweave wrote there."""
    return EVENT not in line or digest(EVENT, line[EVENT]) in written


def refuse_sorted_apart(name: str, lines: Sequence[Line]) -> None:
    """Raise Unreadable where a row shows the event, and more, of the entry of another row."""
    written = {
        n[ID]: frozenset(n[AS_WRITTEN].split()) for n in lines if {ID, AS_WRITTEN} <= n.keys()
    }
    for line in lines:
        own = written.get(line.get(ID, ""), frozenset())
        if not own or _is_written(line, own):
            continue
        event = digest(EVENT, line[EVENT])
        told = {digest(heading, words) for heading, words in line.items()} - own - {event}
        if any(event in other and told & other for other in written.values()):
            raise Unreadable(
                f"the sheet '{name}' was sorted, or written in, without its last columns: beside "
                f"ref {line.get(REF, '')} stands the Id of another entry, and nobody knows which "
                "of them its notes are about.",
                f"Undo it, or sort the same columns of '{name}' by Ref again; of a single row "
                "empty the cell under Id. Then merge again.",
            )


def sorted_apart(lines: Iterable[Line], quoting: str, entries: Iterable[Line]) -> dict[int, str]:
    """By the number of each line the id of the entry that it shows, if some show another than that
    of their Id; else nothing."""
    refs: dict[str, str] = {}
    events: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.get(ID):
            refs.setdefault(entry.get(REF, ""), entry[ID])
            events[_begin(entry.get(EVENT, ""))].add(entry[ID])
    shown = {n: _shown(line, quoting, refs, events) for n, line in enumerate(lines)}
    ids = {n: line.get(ID, "") for n, line in enumerate(lines)}
    return shown if any(shown[n] != ids[n] for n in shown if shown[n] and ids[n]) else {}


def _shown(
    line: Line, quoting: str, refs: Mapping[str, str], events: Mapping[str, set[str]]
) -> str:
    """The id of the entry that a line shows by its words, and by its ref where they are unclear."""
    told = events.get(_begin(line.get(quoting, "")), set()) if line.get(quoting) else set()
    by_ref = refs.get(line.get(REF, ""), "") if line.get(REF) else ""
    if by_ref in told or not told:
        return by_ref
    return line.get(ID, "") if line.get(ID) in told else min(told)


def _begin(words: str) -> str:
    return letters(words)[:_QUOTED]
