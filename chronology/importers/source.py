"""The file as sent: its name and its bytes, read once and bounded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chronology.findings import Unreadable

LIMIT = 300 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The name of a file and what is in it."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """Such as '.xlsx', in small letters; empty where there is none."""
        return Path(self.name).suffix.casefold()


def open_source(path: Path) -> Source:
    """Read a file whole; raises Unreadable for a folder, an empty, a huge or a locked one."""
    if path.is_dir():
        raise Unreadable(f"{path.name} is a folder, not a file.", "Name the files inside it.")
    try:
        if path.stat().st_size > LIMIT:
            raise Unreadable(
                f"{path.name} is larger than {LIMIT // 1024**2} MB, more than a chronology can "
                "need.",
                "Ask the agency for the table alone, without pictures, or in parts.",
            )
        data = path.read_bytes()
    except FileNotFoundError as problem:
        raise Unreadable(
            f"{path.name}: there is no such file.", "Check the name and the folder."
        ) from problem
    except OSError as problem:
        raise Unreadable(
            f"{path.name} cannot be opened ({problem.strerror}).",
            "Close it in other programs, check that you may read it, and try again.",
        ) from problem
    if not data:
        raise Unreadable(f"{path.name} is empty.", "Ask the agency to send it again.")
    return Source(name=path.name, data=data)
