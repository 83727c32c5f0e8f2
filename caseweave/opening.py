"""What a person may name to a command: agencies' files, a case folder, or a case.json of ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caseweave import storage
from caseweave.folderfiles import is_beside
from chronology.findings import CaseweaveError, Finding, Unreadable
from chronology.model import Case, Chronology, Earlier

if TYPE_CHECKING:
    from genogram.model import Family

ANSWERS = "answers"
_AS_SENT = ("submissions", ANSWERS)
NO_FAMILY = "The case has no family file that can be read and names somebody."
FAMILY_FILES = (
    *("family.xlsx", "family.json", "family.csv", "family.ged"),
    *("family.docx", "family.ods", "family.xls", "family.gdz"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A case and its submissions."""

    case: Case
    paths: tuple[Path, ...]
    family: Path | None = None
    """The file that tells of the family, where there is a case folder."""
    answers: tuple[Path, ...] = ()
    """Workbooks in which agencies answered the review's questions."""


def open_case(files: Sequence[Path]) -> Opened:
    """The case and its submissions: a case folder, or files without one; raises CaseweaveError."""
    if len(files) == 1 and files[0].is_dir():
        from caseweave.casefolder import read_case

        case, paths = read_case(files[0])
        return Opened(
            case=case,
            paths=paths,
            family=family_file(files[0]),
            answers=_answers(files[0]),
        )
    if any(path.is_dir() for path in files):
        raise CaseweaveError("A folder stands among the files.", "Name one case folder, or files.")
    for path in files:
        if not path.exists():  # a name typed wrongly; other files may then not be merged without it
            raise Unreadable(
                f"{path.name}: there is no such file.", "Check the name and the folder."
            )
    return Opened(case=Case(), paths=tuple(files))


def refuse_to_overwrite(files: Sequence[Path], *outputs: Path | None) -> None:
    """Raise CaseweaveError where an output would take the place of a file that is read.

    Nor may it lie among the submissions, where the next merge would read it as an agency's.
    """
    for output in filter(None, outputs):
        _refuse_to_overwrite(files, output)


def _refuse_to_overwrite(files: Sequence[Path], output: Path) -> None:
    place = output.resolve()
    if place in {path.resolve() for path in files if path.is_file()}:
        raise CaseweaveError(
            f"{output.name} is one of the files to read; it was not overwritten.",
            "Name another output.",
        )
    for folder in (place, *place.parents[:2]):
        if folder.name in _AS_SENT and (folder.parent / "case.toml").is_file():
            raise CaseweaveError(
                f"{output.name} would lie among the files that agencies sent, in {folder.name}.",
                "Name an output in another folder.",
            )
    if place.name in ("case.toml", *FAMILY_FILES) and (place.parent / "case.toml").is_file():
        raise CaseweaveError(
            f"{output.name} is a file of the case itself; it was not overwritten.",
            "Name another output.",
        )


def open_chronology(
    files: Sequence[Path], *, agency: str = "", earlier: Earlier | None = None
) -> Chronology:
    """The chronology woven from files or a case folder, or read back from a case.json.

    Raises CaseweaveError where nothing of it can be read.
    """
    from caseweave import storage
    from caseweave.panel import earlier_draft

    if len(files) == 1 and storage.is_case_json(files[0]):
        return storage.read(files[0])
    from caseweave.console import watched
    from chronology.merge import merge

    opened = open_case(files)
    earlier = earlier or earlier_draft(files, (), None, discard=False)
    return merge(
        watched(opened.paths), opened.case, agency=agency, earlier=earlier, answers=opened.answers
    )


def _answers(folder: Path) -> tuple[Path, ...]:
    """The files in the case folder's `answers` and its folders, those that are only beside them
    left out: what is no workbook of answers is a finding."""
    found = (p for p in (folder / ANSWERS).rglob("*") if p.is_file())
    return tuple(sorted(p for p in found if not is_beside(p.name)))


def open_family(path: Path) -> tuple[Family, tuple[Finding, ...]] | None:
    """The family of a case folder, a family file or a case.json; None for a case without one."""
    from genogram.reading import read

    if not path.is_dir():
        return read(path)
    found = family_file(path)
    return read(found) if found else None


def family_of(files: Sequence[Path]) -> Path | None:
    """The family file of one case folder, or the case.json itself where it tells of the family."""
    if len(files) != 1:
        return None
    if storage.is_case_json(files[0]):
        return files[0] if storage.holds_family(files[0]) else None
    return family_file(files[0]) if files[0].is_dir() else None


def family_file(folder: Path) -> Path | None:
    """The file of a case folder that tells of the family, if there is one."""
    return next((folder / n for n in FAMILY_FILES if (folder / n).is_file()), None)
