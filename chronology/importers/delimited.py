"""CSV and its relatives: one physical record is one row, a quoted newline included."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from chronology.findings import Remark, Unreadable, first_of, note, warning
from chronology.importers.decoding import OLD_PAGES, Decoded, decode
from chronology.importers.grid import Found, check_size, grid_rows
from chronology.importers.labelled import forms_and_list
from chronology.importers.named import Names
from chronology.importers.rows import Cell, Contents, Row, Table
from chronology.importers.source import LIMIT, Source
from chronology.importers.tidying import tidy

_SEPARATORS = ",;\t|~^"
_PLAIN_TEXT = (".txt", ".asc", ".dat")
_SAMPLE = 100_000
_WRAPPED = re.compile(r'="([^"]*)"')
_NOT_PLAIN = re.compile(r"[\w\u2019'-]*[^\x00-\x7f][\w\u2019'-]*")
_RECORDS = 200
_SHOWN = 5
_MOSTLY, _NEARLY_ALL = 0.8, 0.95


def read(source: Source) -> Contents:
    """Read a delimited text file as one table named after the file; raises Unreadable."""
    decoded = decode(source.data)
    csv.field_size_limit(LIMIT)
    text = decoded.text.removesuffix("\x1a")  # the end of a file in the days of CP/M
    try:
        records, wrong = _records(text, separator(text))
    except csv.Error as problem:
        raise Unreadable(
            f"{source.name} cannot be read as CSV ({problem}).", "Save it again as CSV UTF-8."
        ) from problem
    records = _unwrapped(records)
    check_size(source.name, source.name, len(records), max(map(len, records), default=0))
    rows, remarks = grid_rows([list(map(_as_shown, record)) for record in records], Found())
    said = (*_about(decoded), *([_open_quote(wrong)] if wrong else ()), *remarks)
    name = Path(source.name).stem
    lines = partial(_lines, name, text, said) if source.suffix in _PLAIN_TEXT else None
    return Contents(tables=(Table(name=name, rows=rows, remarks=said),), others=lines)


def _lines(
    name: str, text: str, said: tuple[Remark, ...], names: Names
) -> tuple[tuple[Table, ...], ...]:
    """The lines of a plain text, such as one pasted from an e-mail, as forms and as a list."""
    lines = tidy(text).split("\n")
    rows = [Row(number=n, cells=(Cell(line.strip()),)) for n, line in enumerate(lines, 1)]
    said = tuple(remark for remark in said if remark.code != "text-quote-open")
    found = forms_and_list(name, rows, names, wrapped=True)
    return tuple((replace(table, remarks=(*said, *table.remarks)),) for table in found if table)


def separator(text: str) -> str:
    """The `sep=` line if there is one, else the mark that cuts most records alike."""
    first = text[:200].lstrip("\ufeff").splitlines()[:1]
    if first and first[0].strip('"').casefold().startswith("sep=") and len(first[0]) > 4:
        return first[0].strip('"')[4]
    return max(_SEPARATORS, key=lambda mark: _evenness(text[:_SAMPLE], mark))


def _evenness(text: str, mark: str) -> tuple[bool, int, int, int]:
    """Whether nearly all records have the most usual number of fields, how many have it, and how
    many fields that is. Where quotations of several lines are cut by another mark than theirs,
    there are more records, but most of them are not alike."""
    try:
        widths = Counter(
            len(record)
            for record, _ in zip(
                csv.reader(io.StringIO(text, newline=""), delimiter=mark),
                range(_RECORDS),
                strict=False,
            )
            if any(field.strip() for field in record)
        )
    except csv.Error:
        return (False, 0, 0, 0)
    cut = {width: count for width, count in widths.items() if width > 1}
    if not cut:
        return (False, 0, 0, -_SEPARATORS.index(mark))
    usual = max(cut, key=lambda width: (cut[width], width))
    nearly_all = cut[usual] > 1 and cut[usual] >= _NEARLY_ALL * widths.total()
    return (nearly_all, cut[usual], usual, -_SEPARATORS.index(mark))


def _records(text: str, mark: str) -> tuple[list[list[str]], list[int]]:
    """All records, and the numbers of those that stand in a quotation gone wrong.

    One stray quotation mark swallows every line down to the next one. Where a record of several
    lines is not properly quoted, each line is read as a record of its own.
    """
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(iter(lines), delimiter=mark)
    records: list[list[str]] = []
    wrong: list[int] = []
    read = 0
    for record in reader:
        own = lines[read : reader.line_num]
        read = reader.line_num
        if len(own) > 1 and not _is_sound(own, mark):
            wrong.append(len(records) + 1)
            records += _line_by_line(own, mark)
        else:
            records.append(record)
    return records, wrong


def _unwrapped(records: list[list[str]]) -> list[list[str]]:
    """The records cut once more, where each is one quotation with all of a line's cells in it."""
    if any(len(record) > 1 for record in records):
        return records
    lines = [record[0] if record else "" for record in records]
    mark = separator("\n".join(lines))
    cut = [next(csv.reader([line], delimiter=mark), []) if line else [] for line in lines]
    widths = Counter(len(record) for record in cut if record)
    width, often = max(widths.items(), key=lambda found: found[1], default=(0, 0))
    return cut if width > 1 and often > 1 and often >= _MOSTLY * widths.total() else records


def _is_sound(lines: list[str], mark: str) -> bool:
    """Whether lines are properly quoted."""
    try:
        list(csv.reader(iter(lines), delimiter=mark, strict=True))
    except csv.Error:
        return False
    return True


def _line_by_line(lines: list[str], mark: str) -> Iterator[list[str]]:
    """Each line by itself; in one that is not sound, quotation marks are characters like others."""
    for line in lines:
        if _is_sound([line], mark):
            yield from csv.reader([line], delimiter=mark)
        else:
            yield from csv.reader([line], delimiter=mark, quoting=csv.QUOTE_NONE)


def _as_shown(field: str) -> str:
    """Without the ="..." in which systems wrap what a spreadsheet would take for a number."""
    found = _WRAPPED.fullmatch(field)
    return found[1] if found else field


def _about(decoded: Decoded) -> Iterator[Remark]:
    if decoded.unknown:
        yield warning(
            "text-not-decoded",
            message=f"{decoded.unknown} characters could not be read as {decoded.encoding} and "
            "stand as \ufffd.",
            remedy="Save the file again as 'CSV UTF-8', or look at it as sent.",
        )
    if decoded.mixed or decoded.encoding in OLD_PAGES:
        yield note(
            "text-encoding-guessed",
            message=_guessed(decoded),
            remedy="Look at names and amounts, or ask the agency to save it as 'CSV UTF-8'.",
        )


def _guessed(decoded: Decoded) -> str:
    words = dict.fromkeys(_NOT_PLAIN.findall(decoded.text))
    shown = first_of([f"'{word}'" for word in words], _SHOWN)
    if decoded.mixed:
        return (
            f"The file is in UTF-8, but for {decoded.mixed} of its characters, which are read as "
            f"Windows' own: {shown}."
        )
    return f"The file seems to be in the letters of {OLD_PAGES[decoded.encoding]}: {shown}."


def _open_quote(wrong: list[int]) -> Remark:
    more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
    return warning(
        "text-quote-open",
        message=f"Row {wrong[0]}{more}: a quotation is opened and not closed properly. Each line "
        "from there to the next quotation mark was read as a row of its own.",
        remedy="Check these rows, or ask the agency for the file as .xlsx.",
    )
