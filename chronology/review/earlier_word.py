"""What people typed into the Word chronology, read back by the mark on each entry's row.

A row of an entry carries a bookmark with the entry's id round its first cell. Bookmarks are not
shown, and a word processor keeps them when rows are moved, sorted or written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.findings import Unreadable
from chronology.importers.package import main_part, open_package, parse_part
from chronology.importers.rows import plain
from chronology.importers.source import open_source
from chronology.importers.word_parts import parts_of
from chronology.importers.word_text import W
from chronology.review.word_as_written import digest_of, in_row, read_written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LABEL = "Label"
"""The character style of the words that say which kind of note follows."""
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}
_FIELDS = (f"{W}fldSimple", f"{W}instrText")
_MARK = re.compile(r"(?:id|d\d+)_([0-9a-f]{12}(?:_\d+)?)")
COMMENTS = "comments"
"""The key of a row's comments in its line; those on no row are lines of their own."""
TYPED = "typed"
"""The key of paragraphs that somebody typed, or typed in, outside the columns to write in."""
_HEADED_ROWS = 5
_HEADS = ("Ref", "Date", "Agency", "Event", "File, sheet, row", "What differs", "Kind", "Id")
_OF_ENTRIES = ("Chronology", "Differences")
Line = dict[str, str]


def mark_of(id_: str, line: int = 0) -> str:
    """The name of an entry's bookmark, or of that of a line of the differences.

    No two are alike in a document, and they hold letters, figures and underscores.
    """
    return f"{f'd{line}' if line else 'id'}_{id_.replace('-', '_')}"


def read_lines(
    path: Path, notes: str, kinds: Mapping[str, str], sheets: Mapping[str, str]
) -> tuple[dict[str, list[Line]], list[str]]:
    """Lines by heading for each sheet that a workbook would have, and paragraphs outside tables.

    `notes` is the heading of the column to write in, `kinds` the label of each other kind of note
    with its heading, `sheets` a heading by which a table is known with the name of its sheet.
    Raises Unreadable if the file is not a Word chronology that caseweave wrote, or if a note has
    lost its entry: none is dropped.
    """
    package = open_package(open_source(path))
    main = main_part(package)
    root = parse_part(package, main)
    comments = dict(parts_of(package, main).comments)
    body = next(root.iter(f"{W}body"), root)
    found: dict[str, list[Line]] = {}
    written, theirs = read_written(package, main), set()
    for table in body.iter(f"{W}tbl"):
        rows = [list(row.iterchildren(f"{W}tc")) for row in table.iter(f"{W}tr")]
        at, names, sheet = _headed(rows, sheets)
        if not sheet and any(map(_id, rows)):
            raise Unreadable(
                f"{path.name}: in a table of entries no column is headed '{notes}' any more.",
                f"Call the column to write in '{notes}' again (in Differences as in the others "
                "there), and merge again.",
            )
        theirs |= {p for cell in rows[at] for p in cell.iter(f"{W}p")} if sheet else set()
        for cells in rows[at + 1 :] if sheet else ():
            line = dict(zip(names, map(_words, cells), strict=False))
            theirs |= {
                p for name, cell in zip(names, cells, strict=False)
                if name in sheets or sheet not in _OF_ENTRIES for p in cell.iter(f"{W}p")
            }  # fmt: skip
            if notes in names[: len(cells)]:
                line |= dict(_by_kind(cells[names.index(notes)], notes, kinds))
            if "Event" in names[: len(cells)]:  # other columns stand below its first paragraph
                event = cells[names.index("Event")]
                line |= {"Event": _first(event), "Marks": _labelled(event, "Marked")}
            ids = [one.get(f"{W}id") for cell in cells for one in cell.iter(f"{W}commentReference")]
            pinned = [comments.pop(id_) for id_ in ids if id_ in comments]
            line |= {"Id": _id(cells) or line.get("Id", ""), COMMENTS: "\n".join(pinned)}
            found.setdefault(sheet, []).append(line)
    _hold_entries(found.get("Chronology", ()), path, notes)
    found[COMMENTS] = [{COMMENTS: words} for words in comments.values() if words]
    if written is not None:
        told = (p for p in body.iter(f"{W}p") if p not in theirs)
        found[TYPED] = [*_typed(told, written)]
    return found, [_of_paragraph(p) for p in body.iterchildren(f"{W}p")]


def _hold_entries(lines: Sequence[Line], path: Path, notes: str) -> None:
    """Raise Unreadable unless some lines are of entries, and every note stands in such a one."""
    if not any(line["Id"] for line in lines):
        raise Unreadable(
            f"{path.name} is not a Word chronology that caseweave wrote, or its rows have lost "
            "their marks.",
            "Name the Word file or the workbook of an earlier draft.",
        )
    lost = [line for line in lines if line.get(notes) and not line["Id"]]
    if lost:
        raise Unreadable(
            f"{path.name}: a review note stands in a row that is not the row of an entry any more: "
            f"'{lost[0][notes][:60]}'.",
            "Move the note into the row of its entry, and merge again.",
        )


def _headed(
    rows: Sequence[Sequence[Element]], sheets: Mapping[str, str]
) -> tuple[int, list[str], str]:
    """The row of headings, the headings as they were written, and the sheet; none if unknown."""
    known = {plain(heading): heading for heading in (*sheets, *_HEADS)}
    for at, cells in enumerate(rows[:_HEADED_ROWS]):
        names = [known.get(plain(words), words) for words in map(_words, cells)]
        if sheet := next((name for head, name in sheets.items() if head in names), ""):
            return at, names, sheet
    return 0, [], ""


def _typed(paragraphs: Iterable[Element], written: Set[str]) -> Iterator[Line]:
    """The paragraphs that are not as merging left them, each with the entry of its row."""
    for row, told in groupby(paragraphs, _row_of):
        entry = "" if row is None else _id(list(row.iterchildren(f"{W}tc")))
        own = list(told)
        digests = list(map(_digest, own))
        bound = in_row(digests, entry) if entry else digests
        for paragraph, digest in zip(own, bound, strict=True):
            if digest and digest not in written:
                yield {"Id": entry, TYPED: _of_paragraph(paragraph)}


def _digest(paragraph: Element) -> str:
    """A program may have counted captions anew."""
    fields = [f.get(f"{W}instr") or f.text or "" for f in paragraph.iter(*_FIELDS)]
    counted = any("SEQ " in words for words in fields)
    return digest_of(_of_paragraph(paragraph), counted=counted)


def _row_of(paragraph: Element) -> Element | None:
    """The row of an entry in which a paragraph stands, else the innermost row, if in one."""
    rows = list(paragraph.iterancestors(f"{W}tr"))
    of_entries = (row for row in rows if _id(list(row.iterchildren(f"{W}tc"))))
    return next(of_entries, rows[0] if rows else None)


def bears_marks(path: Path) -> bool:
    """Whether a Word document has rows of entries as we write them, whatever became of the rest."""
    package = open_package(open_source(path))
    root = parse_part(package, main_part(package))
    names = (mark.get(f"{W}name") or "" for mark in root.iter(f"{W}bookmarkStart"))
    return any(map(_MARK.fullmatch, names))


def _id(cells: Sequence[Element]) -> str:
    for cell in cells:
        for mark in cell.iter(f"{W}bookmarkStart"):
            if entry := entry_of(mark.get(f"{W}name") or ""):
                return entry
    return ""


def entry_of(mark: str) -> str:
    """The id of the entry that a bookmark names; nothing for another's bookmark."""
    named = _MARK.fullmatch(mark)
    return named[1].replace("_", "-") if named else ""


def _by_kind(cell: Element, notes: str, kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What stands in the column to write in: first the notes, then each kind after its label."""
    told: dict[str, list[str]] = {notes: []}
    heading = notes
    for paragraph in cell.iter(f"{W}p"):
        words = _of_paragraph(paragraph)
        label, _, rest = words.partition(": ")
        if label in kinds and _is_labelled(paragraph):
            heading, words = kinds[label], rest
        told.setdefault(heading, []).append(words)
    yield from ((head, "\n".join(lines).strip()) for head, lines in told.items())


def _is_labelled(paragraph: Element) -> bool:
    """Whether it begins with a label that we wrote; a person's own "seen:" is a note."""
    first = next(paragraph.iter(f"{W}r"), None)
    return first is not None and _is_label(first)


def _is_label(run: Element) -> bool:
    style = run.find(f"{W}rPr/{W}rStyle")
    return style is not None and style.get(f"{W}val") == LABEL


def _first(cell: Element) -> str:
    return next((_of_paragraph(p) for p in cell.iter(f"{W}p")), "")


def _labelled(cell: Element, label: str) -> str:
    """What stands in a cell behind a label of ours; somebody's own words are no label."""
    return next((_of_paragraph(words) for run, words in pairwise(cell.iter(f"{W}r"))
                 if _is_label(run) and _of_paragraph(run).strip("; :") == label), "")  # fmt: skip


def _words(cell: Element) -> str:
    return "\n".join(_of_paragraph(p) for p in cell.iter(f"{W}p")).strip()


def _of_paragraph(paragraph: Element) -> str:
    """The words that stand there: insertions too, and nothing that was struck out as a change."""
    pieces = (p.text or "" if p.tag == f"{W}t" else _BREAKS.get(str(p.tag), "")
              for p in paragraph.iter())  # fmt: skip
    return "".join(pieces).strip()
