"""The files of a folder as people have them: what is a submission, and what is only beside it.

lock            ~$police.xlsx            somebody has the file open: named, not read
system          desktop.ini .DS_Store    left out without a word
in the cloud    offline, .icloud, 0 byte named as an error: its rows would be missing
shortcut        .lnk .url .gsheet        named as an error: the chronology lies elsewhere
broken link     -> a file that is gone   named as an error, like a shortcut
folder          submissions/Police/      named as an error: its files are not read
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chronology.findings import Finding, Severity

_SYSTEM = {"desktop.ini", "thumbs.db", "ehthumbs.db", ".ds_store", "icon\r"}
_SHORTCUTS = {".lnk", ".url", ".webloc", ".gsheet", ".gdoc", ".desktop", ".website"}
_LOCKS = ("~$", ".~lock.")
_UNFINISHED = (".tmp", ".crdownload", ".part", ".partial", ".download")
# FILE_ATTRIBUTE_OFFLINE, RECALL_ON_OPEN and RECALL_ON_DATA_ACCESS of Windows: only a placeholder.
_ELSEWHERE = 0x1000 | 0x40000 | 0x400000


def submitted(folder: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """The files to read, by name, and a finding for everything else a person should know of."""
    places = sorted(folder.iterdir(), key=lambda p: p.name) if folder.is_dir() else []
    found = {path: list(_beside(path)) for path in places if not _is_system(path.name)}
    read = tuple(path for path, said in found.items() if not said and not path.is_dir())
    return read, tuple(finding for said in found.values() for finding in said)


def is_beside(name: str) -> bool:
    """Whether it is the system's own file, or shows only that somebody has another open."""
    return _is_system(name) or name.startswith(_LOCKS)


def _is_system(name: str) -> bool:
    hidden = name.startswith(".") and not name.startswith(_LOCKS) and not _placeholder(name)
    return hidden or name.casefold() in _SYSTEM


def _placeholder(name: str) -> bool:
    return name.startswith(".") and name.casefold().endswith(".icloud")


def _beside(path: Path) -> Iterator[Finding]:
    """Why a file is no submission to read; nothing for one that is."""
    name = path.name
    if name.startswith(_LOCKS):
        of = name.removeprefix("~$").removeprefix(".~lock.").rstrip("#")
        yield _found("file-open-elsewhere", Severity.NOTE, name,
                     f"{name} shows that somebody has ...{of} open; it is no chronology itself.",
                     "Have it saved and closed, then merge again.")  # fmt: skip
    elif path.is_dir():
        if inside := _files_inside(path):
            yield _found("folder-not-read", Severity.ERROR, name,
                         f"The folder {name} holds {inside}, not read.",
                         "Move them up into submissions, each by its own name.")  # fmt: skip
    else:
        for why in _NOT_READ:
            if why.is_so(path):
                yield _found(why.code, why.severity, name, f"{name} {why.what}", why.remedy)
                return


def _in_the_cloud(path: Path) -> bool:
    """Whether Windows marks the file as a placeholder; reading it would go to the network."""
    return bool(attributes(path) & _ELSEWHERE)


def attributes(path: Path) -> int:
    """The attributes that Windows keeps of a file; 0 elsewhere."""
    return int(getattr(path.stat(), "st_file_attributes", 0))


def _found(code: str, severity: Severity, file: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=severity, message=message, remedy=remedy, file=file)


def _files_inside(folder: Path) -> str:
    """How many files a folder and its folders hold, in words; '' for none."""
    if folder.is_symlink():  # it may lead anywhere on the machine
        return "files that lie elsewhere"
    try:
        count = sum(1 for p in folder.rglob("*") if p.is_file() and not _is_system(p.name))
    except OSError:
        return "files that may not be opened"
    return f"{count} files" if count > 1 else "a file" * count


@dataclass(frozen=True, slots=True, kw_only=True)
class _Why:
    """A kind of file that is not read, and what is said of one."""

    is_so: Callable[[Path], bool]
    code: str
    severity: Severity = Severity.ERROR
    what: str
    remedy: str


_NOT_READ = (
    _Why(
        is_so=lambda path: not path.exists(),  # a link to what was moved, or in a ring
        code="file-is-shortcut",
        what="is only a link to a file that is not there; nothing was read from it.",
        remedy="Put the file itself into submissions.",
    ),
    _Why(
        is_so=lambda path: path.suffix.casefold() in _SHORTCUTS,
        code="file-is-shortcut",
        what="is only a shortcut to a file elsewhere; nothing was read from it.",
        remedy="Put the file itself into submissions.",
    ),
    _Why(
        is_so=lambda path: path.suffix.casefold() in _UNFINISHED,
        code="file-unfinished",
        severity=Severity.WARNING,
        what="is a download or a copy that was not finished; it was not read.",
        remedy="Download or copy the file again.",
    ),
    _Why(
        is_so=lambda path: _placeholder(path.name) or _in_the_cloud(path),
        code="file-in-cloud",
        what="lives only in the cloud; none of it is on this machine.",
        remedy="Choose 'Always keep on this device', or copy the file here.",
    ),
    _Why(
        is_so=lambda path: path.stat().st_size == 0,
        code="file-empty",
        what="holds nothing at all: it was not copied or downloaded fully.",
        remedy="Open it where it came from and copy it again, or ask.",
    ),
)
"""The first that a file is counts: the size of one in the cloud says nothing."""
