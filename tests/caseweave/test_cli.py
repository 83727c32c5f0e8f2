"""The commands as a person types them."""

import json
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from shutil import copyfile

import openpyxl
import pytest

from caseweave import console
from caseweave.cli import main
from tests.case_folder import case_folder
from tests.caseweave.conftest import Run

ROOT = Path(__file__).parents[2]


def police(folder: Path) -> Path:
    path = folder / "police.csv"
    path.write_text(
        "Date,Details,Child seen Y/N\n14/03/2022,=1+1,Yes\n30/02/2023,B,No\n", encoding="utf-8"
    )
    return path


def test_merge_writes_a_workbook_that_accounts_for_every_row(tmp_path: Path, run: Run) -> None:
    done = run("merge", police(tmp_path), "-o", tmp_path / "out.xlsx")
    assert done.code == 0, done.err
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == [
        "Chronology", "Undated", "Differences", "Same event", "Patterns", "Change log",
        "Coverage", "To confirm", "First and last", "Spells without", "Contradictions", "Clocks",
        "Sources", "Findings", "About",
    ]  # fmt: skip
    assert [cell.value for cell in book["Sources"][2]][4:7] == [3, 2, 1]


def test_the_version_of_a_checkout_that_is_not_installed_is_said_to_be_so(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--version").out.startswith("caseweave, version 0.1")

    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    done = run("--version")
    assert (done.code, done.out) == (0, "caseweave, version of the checkout, not installed\n")


def test_numpy_is_held_to_one_thread_for_each_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setattr(console, "run", lambda _: None)
    main()
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"


def test_how_many_threads_a_person_gives_numpy_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    monkeypatch.setattr(console, "run", lambda _: None)
    main()
    assert os.environ["OPENBLAS_NUM_THREADS"] == "3"


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path, run: Run) -> None:
    run("merge", police(tmp_path), "-o", tmp_path / "out.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "out.xlsx")["Chronology"]["F2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_the_same_input_gives_the_same_bytes_when_the_program_starts_anew(tmp_path: Path) -> None:
    """In two processes: what depends on the order of a set differs between them."""
    for n in "ab":
        outputs = (word for kind in ("xlsx", "json") for word in ("-o", tmp_path / f"{n}.{kind}"))
        command = [sys.executable, ROOT / "cli.py", "merge", police(tmp_path), *outputs]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    for kind in ("xlsx", "json"):
        assert (tmp_path / f"a.{kind}").read_bytes() == (tmp_path / f"b.{kind}").read_bytes()


def test_the_json_holds_the_open_data_form(tmp_path: Path, run: Run) -> None:
    run("merge", police(tmp_path), "-o", tmp_path / "out.json")
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    entry = told["entries"][0]
    assert told["caseweave"] == 1
    assert (entry["file"], entry["row"], entry["when"]["start"]) == ("police.csv", 2, "2022-03-14")
    assert entry["seen"]["Subject child"]["value"] == "seen"


def test_a_json_that_holds_withheld_words_is_said_to_hold_them(tmp_path: Path, run: Run) -> None:
    book = openpyxl.Workbook()
    for row in (("Date", "Event"), ("14/03/2022", "Visit"), ("15/03/2022", "Call")):
        book.worksheets[0].append(row)
    book.worksheets[0].row_dimensions[3].hidden = True
    book.save(tmp_path / "gp.xlsx")
    hidden = run("merge", tmp_path / "gp.xlsx", "-o", tmp_path / "out.json").out
    assert "It holds every word" in hidden
    assert (
        "It holds every word" not in run("merge", police(tmp_path), "-o", tmp_path / "x.json").out
    )
    assert (
        "It holds every word"
        not in run("merge", tmp_path / "gp.xlsx", "-o", tmp_path / "x.xlsx").out
    )


def test_bad_input_is_one_plain_message_and_exit_code_2_and_nothing_is_written(
    tmp_path: Path, run: Run
) -> None:
    done = run("merge", tmp_path / "missing.csv", "-o", tmp_path / "out.xlsx")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("missing.csv: there is no such file.")
    assert list(tmp_path.iterdir()) == []


def test_findings_at_the_level_asked_for_give_exit_code_1(tmp_path: Path, run: Run) -> None:
    assert run("merge", police(tmp_path), "--fail-on", "error").code == 1


def test_coverage_says_what_its_figures_are(tmp_path: Path, run: Run) -> None:
    assert "not recorded in the files given" in " ".join(
        run("coverage", police(tmp_path)).out.split()
    )


def test_every_output_that_is_named_is_written(tmp_path: Path, run: Run) -> None:
    names = ("out.xlsx", "out.docx", "out.html", "out.json")
    asked = [word for name in names for word in ("-o", tmp_path / name)]
    done = run("merge", police(tmp_path), *asked)
    assert done.code == 0, done.err
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(("police.csv", *names))
    assert all(f"Written: {tmp_path / name}" in done.out for name in names)


def test_a_folder_that_is_made_on_the_way_is_named_for_its_name_may_be_a_slip(
    tmp_path: Path, run: Run
) -> None:
    slip = tmp_path / "outptus"
    first = run("merge", police(tmp_path), "-o", slip / "out.xlsx", "-o", slip / "out.json")
    assert first.err.count("There was no folder") == 1
    assert f"There was no folder {slip}: it was made." in first.err
    assert "no folder" not in run("merge", police(tmp_path), "-o", slip / "out.xlsx").err


def test_coverage_crosscheck_and_genogram_write_every_output_that_is_named(
    tmp_path: Path, run: Run
) -> None:
    case = case_folder(
        tmp_path / "case",
        '[[children]]\nlabel = "Theo"\n',
        {"gp.csv": "Date,Event,Child seen\n01/03/2021,Cough. Lives with mother Ada.,Yes\n"},
    )
    copyfile(ROOT / "examples" / "harbour-lane" / "family.xlsx", case / "family.xlsx")
    for command, *suffixes in (
        ("coverage", ".xlsx", ".html"),
        ("crosscheck", ".xlsx", ".json"),
        ("genogram", ".svg", ".png", ".json", ".ged"),
    ):
        files = [tmp_path / f"{command}{suffix}" for suffix in suffixes]
        done = run(command, case, *(word for file in files for word in ("-o", file)))
        assert done.code == 0, done.err
        assert all(file.is_file() for file in files), done.out


def test_where_one_of_several_outputs_cannot_be_written_those_before_it_are_named(
    tmp_path: Path, run: Run
) -> None:
    (tmp_path / "there.html").mkdir()
    done = run(
        "merge", police(tmp_path), "-o", tmp_path / "out.json", "-o", tmp_path / "there.html"
    )
    assert done.code == 2
    assert "Written before it: out.json." in done.err


def test_an_option_that_stands_for_one_thing_is_refused_where_it_is_given_twice(
    tmp_path: Path, run: Run
) -> None:
    done = run("check", police(tmp_path), "-o", tmp_path / "a.xlsx", "-o", tmp_path / "b.xlsx")
    assert done.code == 2
    assert "-o / --output may be given only once." in done.err
    assert [p.name for p in tmp_path.iterdir()] == ["police.csv"]


_INTERRUPTED = """
import sys

class Interrupted:
    at = sys.argv[1]
    def find_spec(self, name, *rest):
        if name == self.at:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupted())
sys.argv[1:] = ["columns", "police.csv"]
from caseweave.cli import main
main()
"""
"""A start that is interrupted as it comes to one of the modules."""


@pytest.mark.parametrize(
    "module", ["click", "caseweave.console", "chronology.model", "caseweave.commands.columns"]
)
def test_ctrl_c_while_it_starts_ends_without_a_traceback(module: str) -> None:
    command = [sys.executable, "-c", _INTERRUPTED, module]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")


def test_ctrl_c_before_a_command_begins_ends_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(debug: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(console, "_prepare", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
