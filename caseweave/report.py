"""The report pack: every part written, or kept where nothing of it would change.

pack.json in the folder keeps for each part the digest of what it was made from and the hash of
each file. A part is kept if both still hold. A file that somebody changed since is moved aside,
never overwritten.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from caseweave.reportpages import version
from caseweave.reportparts import Given, NotMade, Part, parts
from chronology.earlier import prefer, read_earlier, together
from chronology.exporters import data, put
from chronology.findings import CaseweaveError, Unreadable
from chronology.model import Earlier
from chronology.ordering import agencies_of
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
    """Files that somebody had changed, under the names that they have now."""


Record = dict[str, dict[str, Any]]


def write_pack(
    given: Given, folder: Path, *, fresh: bool, say: Callable[[str], None]
) -> tuple[Made, ...]:
    """Write every part that is not there as it should be; the record is kept part by part.

    Raises CaseweaveError if the folder cannot be written to.
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
        record[part.name] = {
            "digest": own if done.state is State.WRITTEN else "",
            "files": {name: _hash(folder / name) for name in done.files},
        }
        _write_record(folder, record)
    put(folder / INDEX, index(given, made))
    return tuple(made)


def notes_of_pack(folder: Path, case: Path) -> Earlier:
    """The panel's notes in an earlier pack: of its workbook, and of its Word file if somebody wrote
    in it.

    Of a place in which both were written, both notes stand. Raises CaseweaveError if the workbook
    cannot be read.
    """
    from caseweave.panel import earlier_draft

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


def _make(part: Part, given: Given, folder: Path, was: Mapping[str, Any]) -> Made:
    before = {name: folder / name for name in was.get("files", {})}
    aside = [_moved(path) for path in before.values() if _changed(path, folder, was)]
    try:
        files = tuple(p.relative_to(folder).as_posix() for p in part.make(given, folder))
    except NotMade as reason:
        told = f"{reason.message} {reason.remedy}".strip()
        return Made(part=part, state=State.LEFT_OUT, why=told, aside=tuple(aside))
    except CaseweaveError as problem:
        told = f"{problem.message} {problem.remedy}".strip()
        return Made(part=part, state=State.FAILED, why=told, aside=tuple(aside))
    for name, path in before.items():
        if name not in files:
            path.unlink(missing_ok=True)
    if not files:
        return Made(part=part, state=State.LEFT_OUT, why="There is nothing to say in it.")
    return Made(part=part, state=State.WRITTEN, files=files, aside=tuple(aside))


def _changed(path: Path, folder: Path, was: Mapping[str, Any]) -> bool:
    name = path.relative_to(folder).as_posix()
    if name == CARRIES_NOTES or not path.is_file():
        return False
    return bool(_hash(path) != was["files"][name])


def _moved(path: Path) -> str:
    """Give a changed file another name, and say which."""
    names = (path.with_stem(f"{path.stem} (changed {n})") for n in range(1, 999))
    target = next(name for name in names if not name.exists())
    try:
        path.rename(target)
    except OSError as problem:
        raise CaseweaveError(
            f"{path.name} was changed by somebody and could not be moved aside.",
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
    try:
        told = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    good = isinstance(told, dict) and all(isinstance(v, dict) for v in told.values())
    return told if good else {}


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
            agencies=agencies_of(given.chronology),
            version=version(),
            style_text=style,
            style_hash=policy_hash(style),
        )
    )


def failed(made: Sequence[Made]) -> bool:
    """Whether some part could not be written that this case should have."""
    return any(m.state is State.FAILED for m in made)
