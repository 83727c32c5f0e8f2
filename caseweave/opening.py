"""What a person may name to a command: agencies' files, a case folder, or a case.json of ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from caseweave import storage
from caseweave.case.folder_files import is_beside
from caseweave.case.own_files import may_be_ours
from chronology.findings import CaseweaveError, Finding, Unreadable
from chronology.model import Case, Chronology
from chronology.review.earlier_draft import Earlier

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
    answers: tuple[Path, ...] = ()
    """Workbooks and letters in which agencies answered the review's questions."""


def open_case(files: Sequence[Path]) -> Opened:
    """The case and its submissions: a case folder, or files without one; raises CaseweaveError."""
    if len(files) == 1 and files[0].is_dir():
        from caseweave.case_folder import read_case

        case, paths = read_case(files[0])
        return Opened(case=case, paths=paths, answers=_answers(files[0]))
    if any(path.is_dir() for path in files):
        raise CaseweaveError("A folder stands among the files.", "Name one case folder, or files.")
    for number, path in enumerate(files):
        if not path.exists():  # a name typed wrongly; other files may then not be merged without it
            raise Unreadable(f"{path.name}: there is no such file.", _meant(files[number:]))
        refuse_settings(path)
        if storage.is_case_json(path):
            raise Unreadable(
                f"{path.name} is no agency's file: a .json holds a whole case.",
                "Name the agencies' files or the case folder here. merge, coverage, queries and "
                "report read such a file where it is named alone.",
            )
    return Opened(case=Case(), paths=tuple(files))


def refuse_settings(path: Path) -> None:
    """Raise Unreadable for a case's case.toml where its folder was meant."""
    if path.name == "case.toml":
        raise Unreadable(
            "case.toml holds the settings of a case and is no table.",
            f"Name its folder: {path.resolve().parent.name}.",
        )


def _meant(words: Sequence[Path]) -> str:
    """What to do about a name that is no file: with the words after it, it may be one."""
    for last in range(2, len(words) + 1):
        name = " ".join(map(str, words[:last]))
        if Path(name).exists():
            return f'A name with spaces stands in quotation marks: "{name}".'
    beside = words[0].parent
    names = [p.name for p in beside.iterdir() if p.name[0] not in ".~"] if beside.is_dir() else []
    like = get_close_matches(words[0].name, names, n=1, cutoff=0.8)
    return "Check the name and the folder." + "".join(f" Perhaps {name} is meant." for name in like)


def refuse_to_overwrite(files: Sequence[Path], *outputs: Path | None) -> None:
    """Raise CaseweaveError where an output would take the place of a file that is read, or of a
    document or workbook that is not ours.

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
    if not may_be_ours(place):
        raise CaseweaveError(
            f"{output.name} is there already and was not written by caseweave; it was not "
            "overwritten.",
            "Name another output, or move that file away.",
        )


def open_chronology(
    files: Sequence[Path], *, agency: str = "", earlier: Earlier | None = None
) -> Chronology:
    """The chronology woven from files or a case folder, or read back from a case.json.

    Raises CaseweaveError where nothing of it can be read.
    """
    from caseweave.case.panel import earlier_draft, refuse_new_notes

    if len(files) == 1 and storage.is_case_json(files[0]):
        told = storage.read(files[0])
        refuse_new_notes(earlier or Earlier(), told, files[0].name)
        return told
    from caseweave.case.many_files import read_files
    from chronology.merge import merge

    opened = open_case(files)
    if agency and len(files) == 1 and files[0].is_dir():
        _refuse_for_several(opened, agency)
    earlier = earlier or earlier_draft(files, (), None, discard=False)
    return merge(
        opened.paths, opened.case, agency=agency, earlier=earlier, answers=opened.answers,
        reading=read_files,
    )  # fmt: skip


def _refuse_for_several(opened: Opened, agency: str) -> None:
    """Raise CaseweaveError where --agency would call several files of a case alike."""
    named = {d.file for d in opened.case.declared if d.agency}
    others = [path.name for path in opened.paths if path.name not in named]
    if len(others) > 1:
        raise CaseweaveError(
            f"--agency would say that {len(others)} files are from {agency}: {', '.join(others)}.",
            "Write agency for each of them in case.toml. To see one agency alone, look at its "
            "lines: --agency leaves nothing out.",
        )


def _answers(folder: Path) -> tuple[Path, ...]:
    """The files in the case folder's `answers` and its folders, those that are only beside them
    left out: what holds no answers is a finding."""
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
