"""case.toml: every setting and the shape it must have; what does not fit is said in plain words.

section      = [review] [agencies] [glossary] [lenses] [cues] ... | [[children]] [[people]] ...
setting      = key = value, the value of the shape that SETTINGS gives
unknown key  = a finding that names the nearest known one; the rest of the file is read
wrong shape  = an error that stops: a date that is not one would judge every year wrongly
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from chronology.findings import CaseweaveError, Finding, Severity

Told = Mapping[str, Any]


class Shape(StrEnum):
    """What a setting's value is, in the words of a message."""

    TEXT = "text in quotation marks"
    TEXTS = 'a list of texts, such as ["Theo", "TH"]'
    NAMES = 'each name in quotation marks and all of them in brackets, such as ["Theo", "TH"]'
    DATE = 'a date, such as 2021-03-04 or "04/03/2021"'
    SPAN = "two dates, the earlier first, such as [2019-01-01, 2021-03-31]"
    FLAG = "true or false, without quotation marks"
    SEX = '"female" or "male", or leave the line out'
    WORDS = 'pairs of texts, such as { "What was done" = "action" }'
    SHEETS = 'sheets by name, such as { "Mother" = { record_of = "mother" } }'


_T, _TS, _N, _D, _S, _F = Shape.TEXT, Shape.TEXTS, Shape.NAMES, Shape.DATE, Shape.SPAN, Shape.FLAG
ONCE: Mapping[str, Mapping[str, Shape]] = {
    "review": {"type": _T, "from": _D, "to": _D, "incident": _D, "commissioned_by": _T},
    "agencies": {"expected": _TS},
    "outputs": {"classification": _T, "draft": _T, "date": _D, "contact": _T, "reply_by": _D},
}
REPEATED: Mapping[str, Mapping[str, Shape]] = {
    "children": {"label": _T, "names": _N, "born": _D, "died": _D, "sex": Shape.SEX, "subject": _F},
    "people": {"label": _T, "names": _N, "role": _T},
    "periods": {"name": _T, "from": _D, "to": _D, "agencies": _TS},
    "submissions": {
        "file": _T, "agency": _T, "record_of": _TS, "covers": _S, "supersedes": _TS, "signed": _T,
        "columns": Shape.WORDS, "sheets": Shape.SHEETS, "day_first": _F, "swapped_dates": _F,
    },
}  # fmt: skip
NEEDED = {"children": "label", "people": "label", "submissions": "file", "periods": "name"}
FREE = ("glossary", "lenses", "cues")
_SHEET = ("record_of",)


def read_settings(path: Path) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """The settings with every value in its shape, and what was not understood.

    Raises CaseweaveError for a file that is missing or no TOML, and for values of a wrong shape.
    """
    told = _toml(path)
    settings: dict[str, Any] = {name: dict(told.get(name, {})) for name in FREE}
    unknown = [_unknown(key, "", (*ONCE, *REPEATED, *FREE)) for key in told]
    for section, shapes in ONCE.items():
        block = _block(told.get(section, {}), f"[{section}]")
        settings[section] = _shaped(block, shapes, f"[{section}]")
        unknown += [_unknown(key, f"[{section}]", tuple(shapes)) for key in block]
    for section, shapes in REPEATED.items():
        settings[section] = []
        for number, block in enumerate(_blocks(told.get(section, []), section), start=1):
            where = f"[[{section}]] number {number}"
            settings[section].append(_shaped(block, shapes, where))
            _need(block, NEEDED[section], where)
            unknown += [_unknown(key, where, tuple(shapes)) for key in block]
    return settings, tuple(finding for finding in unknown if finding)


def _toml(path: Path) -> Told:
    if not path.parent.exists():
        raise CaseweaveError(
            f"{path.parent}: there is no such folder.", "Check the name and where you are."
        )
    if not path.exists():
        raise CaseweaveError(
            f"{path.parent.resolve().name} holds no case.toml.",
            case_meant(path.parent)
            or "Name the files themselves, or make one with: caseweave new FOLDER.",
        )
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        if "\0" in text or text.startswith("{\\rtf"):
            raise _no_text()
        return tomllib.loads(text)
    except UnicodeDecodeError as problem:
        raise _no_text() from problem
    except tomllib.TOMLDecodeError as problem:
        raise _not_understood(problem, text) from problem
    except OSError as problem:
        raise CaseweaveError(
            f"case.toml cannot be opened ({problem.strerror}).", "Close it and try again."
        ) from problem


def _no_text() -> CaseweaveError:
    return CaseweaveError(
        "case.toml is not saved as UTF-8 text.",
        "Save it again from a text editor as plain text, with the encoding UTF-8.",
    )


def case_meant(folder: Path) -> str:
    """What to do where the case file is called otherwise, or lies a folder above or below."""
    above = folder.resolve().parent
    if (folder / "case.toml").is_file():
        return ""
    try:
        inside = sorted(folder.iterdir())
        called = [p.name for p in inside if p.name.casefold() in _CALLED and p.is_file()]
        below = [p for p in inside if (p / "case.toml").is_file()]
        if called:
            return f"It holds {called[0]}: give that file the name case.toml."
        if (above / "case.toml").is_file():
            return f"Name the case folder above it: {above.name}."
        return f"Name the case folder in it: {below[0]}." if below else ""
    except OSError:  # a folder that may not be looked into
        return ""


_CALLED = ("case.toml", "case.toml.txt", "case.txt", "case.toml.toml")
"""What editors and people make of the name."""


# What people write in a line that cannot be read, and what to write in its place.
_SLIPS = (
    (r"=\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", 'Write the day as 2021-03-04 or as "04/03/2021", in '
     "quotation marks."),
    (r"[\u201c\u201d\u2018\u2019]", 'Write straight quotation marks ("), not curly ones.'),
    (r"=\s*(?i:yes|no|y|n|true|false)\b", "Write true or false, in small letters."),
    (r"=\s*[^\W\d]", "Put the words after = in quotation marks."),
    (r"=\s*\d{4}-\d{1,2}-\d{1,2}", "Write a day that there is, with two digits for month and day, "
     "such as 2021-03-04."),
    (r"\\", "Write / or two \\\\ in the names of files and folders."),
    (r'"\s+"', 'Put a comma between the texts, such as ["Theo", "TH"].'),
    (r'^[^"]*(?:"[^"]*"[^"]*)*"[^"]*$', "A quotation mark is missing: texts have one "
     "at either end."),
)  # fmt: skip
_ONE_OF_SEVERAL = re.compile(rf"^\s*\[\[?(?:{'|'.join(REPEATED)})\]")
_TWICE = ("twice", "overwrite")
"""Words of the library that reads TOML."""


def _not_understood(problem: tomllib.TOMLDecodeError, text: str) -> CaseweaveError:
    """Which line of case.toml cannot be read, and what its writer probably has to change."""
    at = re.search(r"at line (\d+)", str(problem))
    number = int(at[1]) if at else 0
    line = text.splitlines()[number - 1] if number else ""
    setting = re.match(r"\s*([\w-]+)\s*=", line)
    named = f" ({setting[1]})" if setting else ""
    remedy = next((told for slip, told in _SLIPS if re.search(slip, line)), _CORRECT)
    if _ONE_OF_SEVERAL.search(line):
        remedy = "A section that may come several times stands in double brackets each time: "
        remedy += "[[children]]."
    elif any(word in str(problem) for word in _TWICE):
        remedy = "It is there already, further up: put the two together, or keep one of them."
    return CaseweaveError(
        f"case.toml cannot be read{f': line {number} is not understood{named}' if number else ''}.",
        remedy,
    )


_CORRECT = (
    "Correct that line and try again. Texts stand in quotation marks; in file names "
    "write / or two \\\\."
)


def _as_written(value: object) -> str:
    """A value as case.toml writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, list):
        return f"[{', '.join(map(_as_written, value))}]"
    if isinstance(value, Mapping):
        return (
            f"{{ {', '.join(f'{_as_written(k)} = {_as_written(v)}' for k, v in value.items())} }}"
        )
    return str(value)


def _block(told: object, where: str) -> Told:
    if not isinstance(told, Mapping):
        raise CaseweaveError(
            f"case.toml: {where[1:-1]} is not a section.",
            f"Write {where} on a line of its own and its settings below it.",
        )
    return told


def _blocks(told: object, section: str) -> list[Told]:
    if isinstance(told, list) and all(isinstance(block, Mapping) for block in told):
        return told
    raise CaseweaveError(
        f"case.toml: '{section}' is not a list of blocks.",
        f"Begin each with [[{section}]], in double brackets, on a line of its own.",
    )


def _need(block: Told, key: str, where: str) -> None:
    if not block.get(key):
        raise CaseweaveError(f"case.toml: {where} has no {key}.", f'Add a line: {key} = "..."')


def _unknown(key: str, where: str, known: tuple[str, ...]) -> Finding | None:
    """A finding for a key that no setting has; None for one that is known."""
    if key in known:
        return None
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    meant = f" Perhaps {near[0]} is meant." if near else f" Known are: {', '.join(known)}."
    return Finding(
        code="case-setting-unknown",
        severity=Severity.WARNING,
        message=f"{where + ' ' if where else ''}'{key}' is no setting; it was not used." + meant,
        remedy="Correct the word, or take the line out.",
        file="case.toml",
    )


def _shaped(block: Told, shapes: Mapping[str, Shape], where: str) -> dict[str, Any]:
    """The known keys of a block, each value in its shape."""
    return {
        key: _value(block[key], shape, f"{where} {key}")
        for key, shape in shapes.items()
        if key in block and block[key] not in ("", None)
    }


def _value(value: object, shape: Shape, where: str) -> object:
    made = _MAKERS[shape](value)
    if made is None:
        raise CaseweaveError(
            f"case.toml: {where} = {_as_written(value)} is not right.", f"Write {shape}."
        )
    return made


def _text(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float | dt.date):
        return None
    return str(value)


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return None
    return tuple(value)


_SEVERAL = re.compile(r"[,;/&\n]|\s(?:and|or)\s")


def _names(value: object) -> tuple[str, ...] | None:
    """Names; one text may hold one name: where it holds several nobody would be called so, and
    taken apart "Marl, Theo" would call the child by a name that the whole family has."""
    if isinstance(value, str) and _SEVERAL.search(value):
        return None
    return _texts(value)


def _date(value: object) -> dt.date | None:
    """A TOML date, or a quoted one as people write it."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        return None
    from chronology.dates import parse_when

    when = parse_when(value)
    return when.start if when.start == when.end else None


def _span(value: object) -> tuple[dt.date, dt.date] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    first, last = map(_date, value)
    return (first, last) if first and last and first <= last else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


_SEXES = {
    "female": "F", "f": "F", "girl": "F", "male": "M", "m": "M", "boy": "M",
    "unknown": "", "not known": "", "u": "", "n/k": "",
}  # fmt: skip


def _sex(value: object) -> str | None:
    return _SEXES.get(value.strip().casefold()) if isinstance(value, str) else None


def _words(value: object) -> dict[str, str] | None:
    if not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
        return None
    return dict(value)


def _sheets(value: object) -> dict[str, tuple[str, ...]] | None:
    """record_of by sheet; `"Mother" = "mother"` for short."""
    if not isinstance(value, Mapping):
        return None
    sheets: dict[str, tuple[str, ...]] = {}
    for name, said in value.items():
        if isinstance(said, Mapping) and set(said) == set(_SHEET):
            said = said["record_of"]
        if (texts := _texts(said)) is None:
            return None
        sheets[name] = texts
    return sheets


_MAKERS = {
    Shape.TEXT: _text,
    Shape.TEXTS: _texts,
    Shape.NAMES: _names,
    Shape.DATE: _date,
    Shape.SPAN: _span,
    Shape.FLAG: _flag,
    Shape.SEX: _sex,
    Shape.WORDS: _words,
    Shape.SHEETS: _sheets,
}
