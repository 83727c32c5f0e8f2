"""A command as a person types it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from caseweave.cli import main


class Done(NamedTuple):
    """How a command ended: its exit code, what it printed, what it said on standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command, within this process: starting one anew takes longer than most of them do."""
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)  # put back what it sets

    def typed(*words: str | Path) -> Done:
        monkeypatch.setattr(sys, "argv", ["caseweave", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Done(int(ended.value.code or 0), said.out, said.err)

    return typed
