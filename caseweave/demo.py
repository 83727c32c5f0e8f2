"""The example case that comes with caseweave, and the file for Windows to drop folders onto."""

from __future__ import annotations

from pathlib import Path

from chronology.exporters import put
from chronology.findings import CaseweaveError

HARBOUR_LANE = "harbour-lane"
_HERE = Path(__file__).parent
# In an installed package the example lies beside this file, in a checkout beside the package.
_PLACES = (_HERE / "examples", _HERE.parent / "examples")
_DROP = _HERE / "windows" / "Drop a case folder here.cmd"


def write_example(folder: Path) -> tuple[Path, ...]:
    """Write the example case into `folder` and say which files; none that is there is changed.

    Raises CaseweaveError if the folder holds something else under one of the names.
    """
    source = _source()
    wanted = {p.relative_to(source): p.read_bytes() for p in source.rglob("*") if p.is_file()}
    wanted[Path(_DROP.name)] = _DROP.read_bytes()
    for name, content in wanted.items():
        _refuse_other(folder, name, content)
    try:
        for name, content in wanted.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            put(folder / name, content)
    except OSError as problem:
        raise CaseweaveError(
            f"{folder.name} cannot be written ({problem.strerror}).", "Name another folder."
        ) from problem
    return tuple(folder / name for name in wanted)


def _refuse_other(folder: Path, name: Path, content: bytes) -> None:
    there = folder / name
    if folder.is_file() or (there.exists() and there.read_bytes() != content):
        raise CaseweaveError(
            f"{folder.name} holds another {name.as_posix()}; nothing was changed."
            if folder.is_dir()
            else f"{folder.name} is a file.",
            "Name a folder that does not exist yet, such as: caseweave demo my-demo",
        )


def _source() -> Path:
    for place in _PLACES:
        if (place / HARBOUR_LANE / "case.toml").is_file():
            return place / HARBOUR_LANE
    raise CaseweaveError(
        "The example case is missing from this installation.", "Install caseweave again."
    )
