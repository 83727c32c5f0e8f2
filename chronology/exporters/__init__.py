"""Writers of the integrated chronology: suffix -> module. Outputs are whole or absent.

    excel.py            .xlsx                     word.py            .docx
    pdf.py              .pdf                      data.py            .json
    charts.py           coverage as .svg and .png

What they are made of
    books/              sheets of workbooks       paper/             chapters of Word and PDF
    drawn/              charts and their shapes
What all of them say
    rows.py             the words of an entry     accounts.py        one account beside another
    coverage_figures.py coverage in figures       coverage_tables.py tables beside them
    spell_lines.py      spells without, in words  sentences.py       words in their sentence
    widths.py           widths of columns         lettering.py       how wide and tall text is
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from chronology.findings import CaseweaveError, refuse_other_endings
from chronology.model import Chronology

WRITERS = {".xlsx": "excel", ".docx": "word", ".pdf": "pdf", ".json": "data"}
"""The modules, imported when they are asked for."""


def check_suffix(path: Path) -> None:
    """Raise CaseweaveError with the suffixes that can be written, unless `path` has one."""
    refuse_other_endings(path, "a chronology", WRITERS)


def write(chronology: Chronology, path: Path) -> Path:
    """Write by suffix and say where: beside the name asked for if that file is open elsewhere."""
    check_suffix(path)
    module = import_module(f"chronology.exporters.{WRITERS[path.suffix.lower()]}")
    return whole(path, lambda part: module.write(chronology, part))


def file_name(words: str, otherwise: str) -> str:
    """Words as part of a file name on any system; `otherwise` where nothing of them can be."""
    return re.sub(r"[^\w-]+", "-", words).strip("-").lower() or otherwise


def put(path: Path, content: str | bytes) -> Path:
    """Write bytes, or text in UTF-8 with the same line ends everywhere, whole or not at all."""
    made = content.encode("utf-8") if isinstance(content, str) else content
    return whole(path, lambda part: part.write_bytes(made))


def whole(path: Path, fill: Callable[[Path], object]) -> Path:
    """Fill a file in a folder of its own beside `path` and rename it into place.

    File and folder are readable by their owner only. What a writer leaves beside the file it
    fills is gone with the folder, also where it fails. Raises CaseweaveError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=".", dir=path.parent, ignore_cleanup_errors=True
        ) as folder:
            part = Path(folder, f"part{path.suffix}")
            part.touch(mode=0o600)
            fill(part)
            return _rename(part, path)
    except Exception as problem:
        fault = _of_the_system(problem)
        if fault is None:
            raise
        raise CaseweaveError(
            f"{path.name} could not be written ({fault.strerror or fault}).",
            "Nothing was changed. Check the space and the folder, and try again.",
        ) from problem


def _of_the_system(problem: Exception) -> OSError | None:
    """The system's own fault; the library of workbooks hands it on inside one of its own."""
    found = (problem, *problem.args)
    return next((fault for fault in found if isinstance(fault, OSError)), None)


def _rename(part: Path, path: Path) -> Path:
    for target in (path, *(path.with_stem(f"{path.stem} ({n})") for n in range(2, 10))):
        try:
            if target.exists() and (target != path or not os.access(target, os.W_OK)):
                continue
            part.replace(target)
        except PermissionError:  # open in Excel: Windows refuses to replace it
            continue
        return target
    raise CaseweaveError(
        f"{path.name} is open in another program or read-only.", "Close it and try again."
    )
