"""A folder as people have it: each file is read, or named with what to do, or is the system's."""

from pathlib import Path

import pytest

from caseweave.case import folder_files
from caseweave.case.folder_files import submitted


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("~$police.xlsx", "file-open-elsewhere"),
        (".~lock.police.ods#", "file-open-elsewhere"),
        ("police.xlsx.lnk", "file-is-shortcut"),
        ("Police chronology.url", "file-is-shortcut"),
        (".police.xlsx.icloud", "file-in-cloud"),
        ("police.xlsx.crdownload", "file-unfinished"),
        ("desktop.ini", ""),
        ("Thumbs.db", ""),
        (".DS_Store", ""),
        ("._police.xlsx", ""),
    ],
)
def test_what_is_no_submission_is_named_and_the_systems_own_files_are_left_out(
    tmp_path: Path, name: str, code: str
) -> None:
    (tmp_path / "gp.csv").write_text("Date,Event\n", "utf-8")
    (tmp_path / name).write_text("x", "utf-8")
    paths, findings = submitted(tmp_path)
    assert [p.name for p in paths] == ["gp.csv"]
    assert [(f.code, f.file) for f in findings] == ([(code, name)] if code else [])
    assert all(f.remedy for f in findings)


def test_an_empty_file_and_a_folder_with_files_are_errors(tmp_path: Path) -> None:
    (tmp_path / "gp.xlsx").touch()
    (tmp_path / "Police").mkdir()
    (tmp_path / "Police" / "police.xlsx").write_text("x", "utf-8")
    (tmp_path / "Empty").mkdir()
    paths, findings = submitted(tmp_path)
    assert paths == ()
    assert [(f.code, f.severity) for f in findings] == [
        ("folder-not-read", "error"),
        ("file-empty", "error"),
    ]


def test_a_link_to_what_is_gone_or_to_a_folder_elsewhere_is_named_and_never_followed(
    tmp_path: Path,
) -> None:
    (tmp_path / "gone.xlsx").symlink_to(tmp_path / "moved away.xlsx")
    (tmp_path / "ring.xlsx").symlink_to("ring.xlsx")
    (tmp_path / "machine").symlink_to("/", target_is_directory=True)
    paths, findings = submitted(tmp_path)
    assert paths == ()
    assert [(f.file, f.code) for f in findings] == [
        ("gone.xlsx", "file-is-shortcut"),
        ("machine", "folder-not-read"),
        ("ring.xlsx", "file-is-shortcut"),
    ]


def test_a_placeholder_of_windows_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gp.xlsx").write_text("x", "utf-8")

    monkeypatch.setattr(folder_files, "attributes", lambda _: 0x400020)
    assert [f.code for f in submitted(tmp_path)[1]] == ["file-in-cloud"]
