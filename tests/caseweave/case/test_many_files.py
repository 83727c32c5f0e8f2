"""Files read at the same time: nothing is read otherwise than one after another."""

from __future__ import annotations

from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from caseweave.case import many_files
from caseweave.case.many_files import read_files
from caseweave.opening import open_case
from chronology.findings import Unreadable
from chronology.merge import merge, read_in_turn
from chronology.model import Case, Chronology

EXAMPLE = Path("examples/harbour-lane")
SENT = sorted((EXAMPLE / "submissions").iterdir())[:2]


@pytest.fixture
def however_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are begun for the smallest files."""
    monkeypatch.setattr(many_files, "LARGE", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def told(woven: Chronology) -> tuple[object, ...]:
    """What there is to tell of a chronology."""
    return (woven.entries, woven.submissions, woven.superseded, woven.groups, woven.findings)


def no_processes(*_: object, **__: object) -> None:
    """As where a machine allows no process to begin another."""
    raise PermissionError


@pytest.mark.usefixtures("however_small")
def test_files_read_at_once_are_read_as_one_after_another() -> None:
    case = open_case([EXAMPLE]).case
    at_once = merge(SENT, case, reading=read_files)
    assert at_once.entries
    assert told(at_once) == told(merge(SENT, case))


@pytest.mark.usefixtures("however_small")
def test_what_cannot_be_read_is_refused_in_the_same_words(tmp_path: Path) -> None:
    broken = tmp_path / "police.xlsx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    _, here = read_in_turn([SENT[0], broken], Case(), "", None)
    readable, apart = read_files([SENT[0], broken], Case(), "", None)
    assert not isinstance(readable, Unreadable)
    assert isinstance(here, Unreadable)
    assert isinstance(apart, Unreadable)
    assert (apart.message, apart.remedy) == (here.message, here.remedy)


@pytest.mark.usefixtures("however_small")
def test_where_no_process_may_begin_files_are_read_one_after_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", no_processes)
    found = [*read_files(SENT, Case(), "", None)]
    assert found == [*read_in_turn(SENT, Case(), "", None)]


def test_small_files_begin_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_files, "ProcessPoolExecutor", no_processes)
    assert len([*read_files(SENT, Case(), "", None)]) == 2


def test_a_file_whose_process_was_stopped_is_read_here() -> None:
    stopped: Future[many_files.Found] = Future()
    stopped.set_exception(BrokenProcessPool())
    assert many_files.read_apart({SENT[0]: stopped}, SENT[0]) is None
