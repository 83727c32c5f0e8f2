"""Writers of the integrated chronology: suffix -> module. Outputs are whole or absent."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from chronology.exporters import data, excel, pdf, word
from chronology.findings import CaseweaveError
from chronology.model import Chronology

WRITERS: dict[str, Callable[[Chronology, Path], None]] = {
    ".xlsx": excel.write,
    ".docx": word.write,
    ".pdf": pdf.write,
    ".json": data.write,
}


def check_suffix(path: Path) -> None:
    """Raise CaseweaveError with the suffixes that can be written, unless `path` has one."""
    if path.suffix.lower() not in WRITERS:
        raise CaseweaveError(
            f"{path.name}: a chronology cannot be written as '{path.suffix or 'no suffix'}'.",
            f"Name an output that ends in {' or '.join(WRITERS)}.",
        )


def write(chronology: Chronology, path: Path) -> Path:
    """Write by suffix and say where: beside the name asked for if that file is open elsewhere."""
    check_suffix(path)
    return whole(path, lambda part: WRITERS[path.suffix.lower()](chronology, part))


def whole(path: Path, fill: Callable[[Path], None]) -> Path:
    """Fill a file beside `path`, readable by its owner only, and rename it into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        fill(part)
        return _rename(part, path)
    except OSError as problem:
        raise CaseweaveError(
            f"{path.name} could not be written ({problem.strerror or problem}).",
            "Nothing was changed. Check the space and the folder, and try again.",
        ) from problem
    finally:
        part.unlink(missing_ok=True)


def _rename(part: Path, path: Path) -> Path:
    for target in (path, *(path.with_stem(f"{path.stem} ({n})") for n in range(2, 10))):
        try:
            if target != path and target.exists():
                continue
            part.replace(target)
        except PermissionError:  # open in Excel: Windows refuses to replace it
            continue
        return target
    raise CaseweaveError(f"{path.name} is open in another program.", "Close it and try again.")
