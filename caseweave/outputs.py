"""Outputs by suffix: suffix -> writer. Each is whole or absent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caseweave import storage
from chronology import exporters
from chronology.findings import CaseweaveError, refuse_other_endings
from chronology.model import Chronology

# What needs the family beside the chronology is written here, the rest in chronology/exporters.
# Writers are imported when they are asked for: most runs write one form.
_Writer = Callable[[Chronology, Path, Path | None], None]


def _word(chronology: Chronology, path: Path, family: Path | None) -> None:
    from caseweave.family.in_documents import family_pictures
    from chronology.exporters import word

    word.write(chronology, path, family_pictures(family, chronology.case.review))


def _pdf(chronology: Chronology, path: Path, family: Path | None) -> None:
    from caseweave.family.in_documents import family_pictures
    from chronology.exporters import pdf

    pdf.write(chronology, path, family_pictures(family, chronology.case.review))


def _page(chronology: Chronology, path: Path, family: Path | None) -> None:
    from caseweave import page

    page.write(chronology, path, family)


WRITERS: dict[str, _Writer] = {
    ".json": storage.write,
    ".docx": _word,
    ".pdf": _pdf,
    ".html": _page,
}


def known_suffixes() -> tuple[str, ...]:
    """The suffixes that a chronology can be written as."""
    return tuple(dict.fromkeys((*exporters.WRITERS, *WRITERS)))


def check_suffix(path: Path) -> None:
    """Raise CaseweaveError with the suffixes that can be written, unless `path` has one."""
    refuse_other_endings(path, "a chronology", known_suffixes())


def refuse_file(folder: Path) -> None:
    """Raise CaseweaveError where a folder to write into is a file, or named like one."""
    if folder.is_file():
        raise CaseweaveError(f"{folder.name} is a file.", "Name a folder with -o.")
    if folder.suffix.lower() in known_suffixes() and not folder.is_dir():
        raise CaseweaveError(
            f"{folder.name} is named like a file; what is written here is a folder of files.",
            f"Name a folder with -o, such as {folder.stem}.",
        )


def refuse_case_folder(folder: Path) -> None:
    """Raise CaseweaveError for a case folder itself, unless a pack was written there before."""
    if (folder / "case.toml").is_file() and not (folder / "pack.json").is_file():
        name = folder.resolve().name
        raise CaseweaveError(
            f"{name} is a case folder; what is written there would mix with the case.",
            f"Name a folder of its own with -o, such as {name}-report.",
        )


def write(chronology: Chronology, path: Path, family: Path | None = None) -> Path:
    """Write by suffix and say where: beside the name asked for if that file is open elsewhere.

    `family` is the file that tells of the family, if the case has one.
    """
    check_suffix(path)
    own = WRITERS.get(path.suffix.lower())
    if own is None:
        return exporters.write(chronology, path)
    return exporters.whole(path, lambda part: own(chronology, part, family))
