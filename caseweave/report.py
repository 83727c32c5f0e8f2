"""The report pack: every part written, or kept where nothing of it would change.

pack.json in the folder keeps for each part the digest of what it was made from and the hash of
each file. A part is kept if both still hold. A file that somebody changed since, or that was there
before the pack, is moved aside, never overwritten.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from caseweave import version
from caseweave.pack.parts import Given, NotMade, Part, parts
from chronology.exporters import data, put
from chronology.findings import CaseweaveError, Unreadable
from chronology.ordering import agencies_of, listed
from chronology.review.earlier import prefer, read_earlier, together
from chronology.review.earlier_draft import Earlier
from chronology.unread import unread_words

RECORD = "pack.json"
INDEX = "index.html"
CARRIES_NOTES = "integrated-chronology.xlsx"
WORD = "integrated-chronology.docx"
"""Notes in these two are read before the pack is made, and come back in it."""


class State(StrEnum):
    """What became of one part."""

    WRITTEN = "written"
    KEPT = "unchanged"
    LEFT_OUT = "not made"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One part with what became of it, its files, and why where there are none."""

    part: Part
    state: State
    files: tuple[str, ...] = ()
    why: str = ""
    aside: tuple[str, ...] = ()
    """Files that are not as the pack wrote them, under the names that they have now."""


Record = dict[str, dict[str, Any]]


def write_pack(
    given: Given, folder: Path, *, fresh: bool, say: Callable[[str], None]
) -> tuple[Made, ...]:
    """Write every part that is not there as it should be; the record is kept part by part.

    Raises CaseweaveError if the folder cannot be written to, or is somebody's web page.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CaseweaveError(
            f"{folder.name} cannot be made ({problem.strerror}).", "Name another folder with -o."
        ) from problem
    record = _read_record(folder)
    content = digest(given)
    wanted = parts(given)
    if not record:
        _refuse_anothers(folder / INDEX)
    made = []
    for number, part in enumerate(wanted, 1):
        say(f"{number} of {len(wanted)}: {part.title}")
        own = hashlib.sha256(f"{content} {part.name}".encode()).hexdigest()
        was = record.get(part.name, {})
        if not fresh and was.get("digest") == own and _all_there(folder, was):
            made.append(Made(part=part, state=State.KEPT, files=tuple(was["files"])))
            continue
        done = _make(part, given, folder, was)
        made.append(done)
        if done.state is State.WRITTEN:
            files = {name: _hash(folder / name) for name in done.files}
            record[part.name] = {"digest": own, "files": files}
        else:  # what it wrote before may still be there, and is ours
            there = {n: told for n, told in was.get("files", {}).items() if (folder / n).is_file()}
            record[part.name] = {"digest": "", "files": there}
        _write_record(folder, record)
    put(folder / INDEX, index(given, made))
    return tuple(made)


def notes_of_pack(folder: Path, case: Path) -> Earlier:
    """The panel's notes in an earlier pack: of its workbook, and of its Word file if somebody wrote
    in it.

    Of a place in which both were written, both notes stand. Raises CaseweaveError if the workbook
    cannot be read.
    """
    from caseweave.case.panel import earlier_draft

    record = _read_record(folder)

    def written_in(name: str) -> bool:
        told = record.get(name, {}).get("files", {}).get(name)
        return bool(told) and (folder / name).is_file() and _hash(folder / name) != told

    earlier = earlier_draft((case,), (folder / CARRIES_NOTES,), None, discard=False)
    if not written_in(WORD):
        return earlier
    try:
        in_word = read_earlier(folder / WORD)
    except Unreadable:  # it is moved aside as it is, and the person is told so
        return earlier
    if written_in(CARRIES_NOTES):
        return together(earlier, in_word)
    return replace(prefer(in_word, earlier), log=earlier.log, content=earlier.content)


def digest(given: Given) -> str:
    """What the pack is made from, as one number: content, case, family and version."""
    told = hashlib.sha256()
    for piece in data.as_pieces(data.as_data(given.chronology)):
        told.update(piece.encode("utf-8"))
    rest = (repr(given.chronology.case), version(), repr(given.family), repr(given.include_hidden))
    told.update("".join(f"\x1e{words}" for words in rest).encode("utf-8"))
    return told.hexdigest()


def _refuse_anothers(index: Path) -> None:
    if index.is_file() and b"caseweave" not in index.read_bytes():
        raise CaseweaveError(
            f"{index.parent.name} holds an {index.name} that caseweave did not write; nothing was "
            "written.",
            "Name another folder with -o.",
        )


def _make(part: Part, given: Given, folder: Path, was: Mapping[str, Any]) -> Made:
    """Make one part beside the pack, then put each of its files in its place."""
    with tempfile.TemporaryDirectory(prefix=".", dir=folder, ignore_cleanup_errors=True) as beside:
        try:
            new = {p.relative_to(beside).as_posix(): p for p in part.make(given, Path(beside))}
            return _put_in(part, new, folder, was.get("files", {}))
        except NotMade as reason:
            told = f"{reason.message} {reason.remedy}".strip()
            return Made(part=part, state=State.LEFT_OUT, why=told)
        except CaseweaveError as problem:
            told = f"{problem.message} {problem.remedy}".strip()
            return Made(part=part, state=State.FAILED, why=told)


def _put_in(part: Part, new: Mapping[str, Path], folder: Path, was: Mapping[str, str]) -> Made:
    """Put a part's files into the pack, in the place of those that it wrote before."""
    kept = [_kept(folder / n, new.get(n), was.get(n, "")) for n in dict.fromkeys((*was, *new))]
    files = [put(folder / n, path.read_bytes()).relative_to(folder) for n, path in new.items()]
    for name in was.keys() - new.keys():
        (folder / name).unlink(missing_ok=True)
    aside = tuple(filter(None, kept))
    if not files:
        why = "There is nothing to say in it."
        return Made(part=part, state=State.LEFT_OUT, why=why, aside=aside)
    written = tuple(path.as_posix() for path in files)
    return Made(part=part, state=State.WRITTEN, files=written, aside=aside)


_CHANGED, _THERE_BEFORE = "changed", "there before"


def _kept(path: Path, new: Path | None, told: str) -> str:
    """Move a file aside that is not as the pack wrote it, and say under which name it is kept."""
    if path.name == CARRIES_NOTES or not path.is_file():  # that one's notes were taken in
        return ""
    if _hash(path) in (told, _hash(new) if new else ""):
        return ""
    return _moved(path, _CHANGED if told else _THERE_BEFORE)


def _moved(path: Path, why: str) -> str:
    """Give a file another name, and say which."""
    names = (path.with_stem(f"{path.stem} ({why} {n})") for n in range(1, 999))
    target = next(name for name in names if not name.exists())
    try:
        path.rename(target)
    except OSError as problem:
        raise CaseweaveError(
            f"{path.name} is not as caseweave wrote it and could not be moved aside.",
            "Close it, or write the report into another folder.",
        ) from problem
    return target.name


def _all_there(folder: Path, was: Mapping[str, Any]) -> bool:
    files = was.get("files", {})
    return bool(files) and all(
        (folder / name).is_file() and _hash(folder / name) == told for name, told in files.items()
    )


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _read_record(folder: Path) -> Record:
    """What the record says, nothing where it is damaged.

    Raises CaseweaveError where it names what is no file in the folder: what it names is moved and
    deleted.
    """
    try:
        told = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not (isinstance(told, dict) and all(map(_is_a_part, told.values()))):
        return {}
    if not all(_is_inside(folder, n) for part in told.values() for n in part.get("files", {})):
        raise CaseweaveError(
            f"{RECORD} in {folder.name} names what is no file of a report pack; nothing was "
            "written.",
            f"Delete {RECORD}, or name another folder with -o.",
        )
    return told


def _is_a_part(told: Any) -> bool:
    files = told.get("files", {}) if isinstance(told, dict) else None
    return isinstance(files, dict) and all(isinstance(was, str) for was in files.values())


def _is_inside(folder: Path, name: str) -> bool:
    """Whether a name is plain, and of a file in the folder or of none."""
    plain, path = PurePosixPath(name), folder / name
    if not plain.name or plain.as_posix() != name or ".." in plain.parts or "\\" in name:
        return False
    try:
        return path.resolve().is_relative_to(folder.resolve()) and not path.is_dir()
    except (OSError, ValueError):  # too long for a name, or with a letter that none can have
        return False


def _write_record(folder: Path, record: Record) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    put(folder / RECORD, text)


def index(given: Given, made: Iterable[Made]) -> str:
    """The page that says what each file is, and what could not be made."""
    from caseweave.templating import environment, own_text, policy_hash

    style = own_text("pack.css")
    told = [m for m in made if m.files]
    missing = [f.message for f in given.chronology.findings if f.code == "agency-not-received"]
    return (
        environment()
        .get_template("pack.html")
        .render(
            chronology=given.chronology,
            case=given.chronology.case,
            made=told,
            left_out=[m for m in made if not m.files],
            missing=missing,
            unread=unread_words(given.chronology),
            agencies=listed(agencies_of(given.chronology)),
            version=version(),
            style_text=style,
            style_hash=policy_hash(style),
        )
    )


def failed(made: Sequence[Made]) -> bool:
    """Whether some part could not be written that this case should have."""
    return any(m.state is State.FAILED for m in made)
