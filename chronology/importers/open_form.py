"""The open data form (JSON) as it lies in a file, and what is wrong with one, in plain words.

{"id": "t", "name": "Theo",}     line 1, column 28: a comma too many stands before it
{"persons": [{"name": "Theo"}]}  persons, number 1: 'id' is missing
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from chronology.findings import Unreadable

_SAID = {
    "Expecting property name": "a name in straight double quotation marks should stand here",
    "Expecting ':'": "a colon is missing here",
    "Expecting ','": "a comma is missing before this, or a quotation mark stands within words",
    "Expecting value": "a value should stand here: words stand in straight double quotation marks",
    "Unterminated string": "the quotation mark here is never closed",
    "Invalid control character": "a line ends, or a tab stands, within quotation marks",
    "Invalid \\": "a backslash stands here; it is written twice",
    "Extra data": "the file goes on after its end; a bracket too many, or two files in one",
}


class Misshapen(ValueError):
    """Where a record is not of the form, and what it lacks."""


def read_form(path: Path, remedy: str) -> Any:
    """What a .json file holds; raises Unreadable with the line and column where it breaks off."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise Unreadable(f"{path.name} cannot be opened ({problem.strerror}).", remedy) from problem
    except UnicodeDecodeError as problem:
        told = f"{path.name} is no JSON file: its letters are not stored as UTF-8."
        raise Unreadable(told, remedy) from problem
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        raise Unreadable(f"{path.name}{_broken(problem)}.", remedy) from problem
    except RecursionError as problem:
        told = f"{path.name} holds lists within lists without end."
        raise Unreadable(told, remedy) from problem


def _broken(problem: json.JSONDecodeError) -> str:
    text, at = problem.doc, problem.pos
    if not text.strip():
        return " holds nothing at all"
    at_end = at >= len(text.rstrip()) or problem.msg.startswith("Unterminated")
    if at_end and not text.rstrip().endswith("}"):
        return " breaks off before its end: it was not saved or copied fully"
    said = next((w for start, w in _SAID.items() if problem.msg.startswith(start)), "")
    if text[at : at + 1] in "}]" and text[:at].rstrip().endswith(","):
        said = "a comma too many stands before it"
    if text[at : at + 1] in "\u2018\u2019\u201c\u201d":
        said = "a curly quotation mark stands here; JSON needs the straight one"
    place = f"line {problem.lineno}, column {problem.colno}"
    return f" is not written as JSON, {place}: {said or 'it cannot be read here'}"


def each(told: Mapping[str, Any], part: str, read: Callable[[Any], Any]) -> Iterator[Any]:
    """Each record of a part as read; raises Misshapen that says which is not of the form."""
    records = () if told.get(part) is None else told[part]
    if not isinstance(records, list | tuple):
        raise Misshapen(f"{part} is no list in square brackets")
    for number, record in enumerate(records, 1):
        try:
            yield read(record)
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            why = misshapen(problem) if isinstance(record, Mapping) else "no record in {}"
            raise Misshapen(f"{part}, number {number}: {why}") from problem


def misshapen(problem: Exception) -> str:
    """Why a record could not be read, in plain words."""
    if isinstance(problem, KeyError):
        return f"'{problem.args[0]}' is missing"
    if isinstance(problem, Misshapen):
        return str(problem)
    word, is_none, _ = str(problem).partition(" is not a valid ")
    if is_none:
        return f"{word} is none of the words that stand there"
    _, is_day, word = str(problem).partition("Invalid isoformat string: ")
    if is_day:
        return f"{word} is no day such as 2021-03-04 and no time such as 09:30"
    return "something in it is not of the kind that stands there"
