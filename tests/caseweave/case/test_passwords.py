"""Protected files open with a password from a file, the environment or the terminal."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from caseweave.case import passwords
from caseweave.cli import caseweave
from tests.chronology.importers.told import PASSWORD, SAMPLES

MESSAGE = "locked-excel.xlsx is protected by a password"


def check(folder: Path, *words: str, env: dict[str, str] | None = None) -> Result:
    shutil.copy(SAMPLES / "locked-excel.xlsx", folder)
    shutil.copy(SAMPLES / "text-plain.csv", folder)
    names = [str(folder / "locked-excel.xlsx"), str(folder / "text-plain.csv")]
    return CliRunner().invoke(caseweave, ["check", *names, "--json", *words], env=env)


def refused(result: Result) -> list[str]:
    return [f["message"] for f in json.loads(result.stdout) if f["code"] == "file-not-read"]


def test_without_its_password_a_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert refused(result) == [f"{MESSAGE}."]
    assert result.exit_code == 0


def test_a_wrong_password_is_one_plain_message(tmp_path: Path) -> None:
    result = check(tmp_path, env={passwords.VARIABLE: "wrong"})
    assert refused(result) == [f"{MESSAGE}, and none of those given opens it."]


def test_the_environment_gives_a_password(tmp_path: Path) -> None:
    assert refused(check(tmp_path, env={passwords.VARIABLE: PASSWORD})) == []


def test_a_password_file_gives_several(tmp_path: Path) -> None:
    (tmp_path / "passwords.txt").write_text(f"other\n{PASSWORD}\n", encoding="utf-8-sig")
    result = check(tmp_path, "--password-file", str(tmp_path / "passwords.txt"))
    assert refused(result) == []


def test_a_password_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = check(tmp_path, "--password-file", str(tmp_path / "none.txt"))
    assert "none.txt cannot be read" in str(result.exception)


def test_a_person_is_asked_again_and_what_opens_one_file_is_tried_on_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter(["first", "second", ""])
    for stream in ("stdin", "stderr"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(answers))
    monkeypatch.delenv(passwords.VARIABLE, raising=False)
    with click.Context(click.Command("merge")):
        opening = passwords.to_try("a.xlsx")
        assert [next(opening), next(opening)] == ["first", "second"]
        assert list(passwords.to_try("b.xlsx")) == ["first", "second"]
