"""The agencies' files, read at the same time where that saves a person minutes.

small files, or one         one after another: to begin a process takes longer than to read them
large files                 each in a process of its own, the largest first
refused in its process      once more here, where a person can be asked for its password
no processes are allowed    one after another
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from threading import Thread
from types import MappingProxyType

from caseweave.console import busy
from chronology.copies import ReadFile
from chronology.findings import Unreadable
from chronology.importers.rows import Passwords
from chronology.merge import read_in_turn
from chronology.model import Case

LARGE = 150_000
"""Bytes of all files together, from which processes are begun: some 1,000 rows of a workbook."""
MOST = 4
"""Processes at once, at most: each takes some 150 MB."""

Found = ReadFile | Unreadable
Begun = Mapping[Path, "Future[Found]"]


def _kept(told: Mapping[str, object]) -> Mapping[str, object]:
    return MappingProxyType(told)


ForkingPickler.register(MappingProxyType, lambda told: (_kept, (dict(told),)))
"""What an entry holds cannot be sent from process to process as it is: it cannot be changed."""


def read_files(
    paths: Sequence[Path], case: Case, agency: str, passwords: Passwords | None
) -> Iterator[Found]:
    """Read files as chronology.merge asks for it, and show how far it is while a person watches."""
    with busy("Reading ...") as say, _begun(paths, case, agency) as begun:
        for number, path in enumerate(paths, start=1):
            say(f"Reading {number} of {len(paths)}: {path.name}")
            yield read_apart(begun, path) or next(read_in_turn([path], case, agency, passwords))


@contextmanager
def _begun(paths: Sequence[Path], case: Case, agency: str) -> Iterator[Begun]:
    """The files that are being read by now, in processes of their own; none if it is not worth it
    or not allowed."""
    at_once = min(len(paths), os.cpu_count() or 1, MOST)
    if at_once < 2 or sum(map(_size, paths)) < LARGE:
        yield {}
        return
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(at_once, mp_context=spawn, initializer=_ends_as_its_parent_does)
    try:
        yield _submitted(pool, sorted(paths, key=_size, reverse=True), case, agency)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()  # nobody waits for what it still reads after Ctrl+C


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _submitted(
    pool: ProcessPoolExecutor, paths: Sequence[Path], case: Case, agency: str
) -> Begun:  # fmt: skip
    # A process that Ctrl+C met before it is ready would print a traceback: it begins deaf to it.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return {path: pool.submit(_read, path, case, agency) for path in paths}
    except (OSError, BrokenProcessPool):
        return {}
    finally:
        signal.signal(signal.SIGINT, before)


def _read(path: Path, case: Case, agency: str) -> Found:
    """Read a file in a process of its own, where nobody can be asked for a password."""
    return next(read_in_turn([path], case, agency, None))


def read_apart(begun: Begun, path: Path) -> ReadFile | None:
    """A file as its process read it; None where it is to be read here."""
    try:
        found = begun[path].result() if path in begun else None
    except BrokenProcessPool:  # it was stopped from outside, by want of memory for one
        return None
    return None if isinstance(found, Unreadable) else found


def _ends_as_its_parent_does() -> None:
    """Let a process end without a word on Ctrl+C, and when the one that began it is gone: what it
    holds is no business of a machine left alone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent:
        Thread(target=_ends_after, args=(parent,), daemon=True).start()


def _ends_after(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
