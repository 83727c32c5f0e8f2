"""Files under a password, opened by msoffcrypto-tool; and Office's old container of streams.

A password is tried in memory and kept nowhere. A file under rights management has none.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Any

from chronology.findings import Unreadable
from chronology.importers.kinds import OLE
from chronology.importers.package import damaged
from chronology.importers.rows import Passwords
from chronology.importers.source import Source

# With this one Excel itself locks a file that is only to be opened read-only, and asks nobody.
_EXCELS_OWN = "VelvetSweatshop"
_MOST_ROUNDS = 1_000_000
_RIGHTS = ("drmencrypted", "drmcontent", "drmtransform")


def unlocked(source: Source, passwords: Passwords | None) -> Source:
    """The file as it is, or what is under its password; raises Unreadable where none opens it."""
    if not source.data.startswith(OLE):
        return source
    streams = streams_of(source)
    if any(right in name for name in streams for right in _RIGHTS):
        raise Unreadable(
            f"{source.name} is under rights management: only people whom its owner named can "
            "open it, and only in Office.",
            "Ask the agency for a copy without it (in Office: File, Info, Protect).",
        )
    if not streams & {"encryptedpackage", "workbook", "book", "worddocument"}:
        return source
    locked = _locked(source)
    return Source(name=source.name, data=_opened(source, locked, passwords)) if locked else source


def streams_of(source: Source) -> frozenset[str]:
    """The names of the streams in Office's old container, in small letters.

    Raises Unreadable for one that is damaged.
    """
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(source.data)) as container:
            return frozenset(part.casefold() for path in container.listdir() for part in path)
    except Exception as problem:  # whatever a damaged container makes the library raise
        raise damaged(source.name) from problem


def _locked(source: Source) -> Any:
    """The file as the library sees it, if it is encrypted; else None."""
    import msoffcrypto

    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(source.data))
        return file if file.is_encrypted() else None
    except Exception as problem:  # the library raises bare exceptions of many kinds
        raise damaged(source.name) from problem


def _opened(source: Source, locked: Any, passwords: Passwords | None) -> bytes:
    rounds = re.search(rb'spinCount="(\d{1,12})"', source.data)
    if rounds and int(rounds[1]) > _MOST_ROUNDS:
        raise damaged(source.name)
    tried = 0
    for password in _to_try(source.name, passwords):
        tried += 1
        if _fits(source, locked, password):
            return _decrypted(source, locked)
    raise Unreadable(
        f"{source.name} is protected by a password"
        + (", and none of those given opens it." if tried > 1 else "."),
        "Ask the agency for the password. Type it when asked for, or give it in a file with "
        "--password-file or in CASEWEAVE_PASSWORD.",
    )


def _to_try(name: str, passwords: Passwords | None) -> Iterable[str]:
    yield _EXCELS_OWN
    if passwords:
        yield from passwords(name)


def _fits(source: Source, locked: Any, password: str) -> bool:
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    try:
        if locked.format == "ooxml":
            locked.load_key(password=password, verify_password=True)
        else:  # the old formats verify it in any case
            locked.load_key(password=password)
    except (InvalidKeyError, DecryptionError):
        return False
    except Exception as problem:  # the library raises bare exceptions of many kinds
        raise damaged(source.name) from problem
    return True


def _decrypted(source: Source, locked: Any) -> bytes:
    made = io.BytesIO()
    try:
        locked.decrypt(made)
    except Exception as problem:  # the library raises bare exceptions of many kinds
        raise damaged(source.name) from problem
    return made.getvalue()
