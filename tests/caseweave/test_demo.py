"""`caseweave demo`: the example case and the day's work on it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from caseweave.cli import caseweave
from caseweave.demo import write_example
from chronology.findings import CaseweaveError


def test_the_demo_writes_the_case_and_names_files_that_are_there(tmp_path: Path) -> None:
    folder = tmp_path / "a démö case"
    done = CliRunner().invoke(caseweave, ["demo", str(folder)], catch_exceptions=False)
    named = done.output.partition("Open these:")[2].splitlines()
    files = [Path(line.split("  in ")[0].strip()) for line in named if "  in " in line]
    assert {"integrated.xlsx", "genogram.svg", "genogram.png", "index.html"} == {
        f.name for f in files
    }
    assert all(file.stat().st_size for file in files)
    assert (folder / "outputs" / "report" / "integrated-chronology.docx").is_file()


def test_the_demo_may_be_run_again_and_changes_no_file_of_the_case(tmp_path: Path) -> None:
    first = {p: p.read_bytes() for p in write_example(tmp_path)}
    assert {p: p.read_bytes() for p in write_example(tmp_path)} == first


def test_the_demo_does_not_write_over_another_case(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text("# mine\n", encoding="utf-8")
    with pytest.raises(CaseweaveError, match="nothing was changed"):
        write_example(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["case.toml"]
    assert (tmp_path / "case.toml").read_text(encoding="utf-8") == "# mine\n"


def test_the_file_for_windows_has_windows_line_ends(tmp_path: Path) -> None:
    drop = next(p for p in write_example(tmp_path) if p.suffix == ".cmd")
    assert drop.read_bytes().count(b"\r\n") == drop.read_bytes().count(b"\n") > 10
