"""One plain message, exit code 2 and nothing written; and consoles of every kind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from caseweave.commands import COMMANDS
from tests.caseweave.conftest import Run

ROOT = Path(__file__).parents[2]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def good(folder: Path) -> Path:
    path = folder / "police.csv"
    path.write_text("Date,Details\n14/03/2022,Called to the flat\n", encoding="utf-8")
    return path


def picture(folder: Path) -> Path:
    (folder / "scan.xlsx").write_bytes(PNG)
    return folder / "scan.xlsx"


def empty(folder: Path) -> Path:
    (folder / "empty.xlsx").touch()
    return folder / "empty.xlsx"


def unknown(folder: Path) -> Path:
    (folder / "notes.qqq").write_text("hello", encoding="utf-8")
    return folder / "notes.qqq"


def damaged(folder: Path) -> Path:
    (folder / "cut.xlsx").write_bytes(b"PK\x03\x04 and no more")
    return folder / "cut.xlsx"


def workbook(folder: Path, *rows: list[str]) -> Path:
    book = openpyxl.Workbook()
    assert book.active
    for row in rows:
        book.active.append(row)
    book.save(folder / "rota.xlsx")
    return folder / "rota.xlsx"


def without_headings(folder: Path) -> Path:
    return workbook(folder, ["Name", "Colour"], ["Ash", "red"])


def without_dates(folder: Path) -> Path:
    return workbook(folder, ["Date", "Event"], ["unknown", "A visit"], ["", "A call"])


def missing(folder: Path) -> Path:
    return folder / "no such file.xlsx"


def plain_folder(folder: Path) -> Path:
    (folder / "papers").mkdir()
    return folder / "papers"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (missing, "no such file.xlsx: there is no such file."),
        (plain_folder, "papers holds no case.toml."),
        (empty, "empty.xlsx is empty."),
        (picture, "scan.xlsx is a picture"),
        (unknown, "notes.qqq: files of this kind (.qqq) cannot be read."),
        (damaged, "cut.xlsx is damaged and cannot be read."),
        (without_headings, "rota.xlsx holds no chronology"),
        (without_dates, "rota.xlsx: not one row has a date that can be read"),
    ],
)
def test_what_cannot_be_read_is_one_plain_message(
    make: Callable[[Path], Path], said: str, tmp_path: Path, run: Run
) -> None:
    bad = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    code, printed, error = run("merge", bad, "-o", tmp_path / "out.xlsx")
    assert (code, printed) == (2, "")
    assert error.startswith(said)
    assert "What to do:" in error
    assert "Traceback" not in error
    assert sorted(tmp_path.rglob("*")) == before


def test_a_name_typed_wrongly_among_good_files_stops_before_anything_is_written(
    tmp_path: Path, run: Run
) -> None:
    code, printed, error = run("merge", good(tmp_path), "polcie.csv", "-o", tmp_path / "out.xlsx")
    assert (code, printed) == (2, "")
    assert error.startswith("polcie.csv: there is no such file.")
    _, _, error = run("merge", tmp_path / "polcie.csv", "-o", tmp_path / "out.xlsx")
    assert "Check the name and the folder. Perhaps police.csv is meant." in " ".join(error.split())
    assert not (tmp_path / "out.xlsx").exists()


def test_an_output_of_an_unknown_kind_is_refused_before_reading(tmp_path: Path, run: Run) -> None:
    code, _, error = run("merge", tmp_path / "missing.csv", "-o", tmp_path / "out.zzz")
    assert code == 2
    assert error.startswith("out.zzz: a chronology cannot be written as '.zzz'.")


def test_the_folder_that_one_stands_in_is_called_by_its_name(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, _, error = run("merge", good(tmp_path), "-o", ".")
    assert error.startswith(f"{tmp_path.name} is a folder.")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("out", "out: the name has no ending that says what to write."),
        ("folder", "folder is a folder."),
    ],
)
def test_an_output_without_an_ending_says_what_is_missing(
    name: str, said: str, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "folder").mkdir()
    for command in ("merge", "coverage", "crosscheck"):
        code, _, error = run(command, good(tmp_path), "-o", tmp_path / name)
        assert code == 2
        assert error.startswith(said)
        assert "Name an output that ends in .xlsx" in error


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", "a.csv", "\u2013o", "x.xlsx"), "\u2013o begins with a long dash. Type -o"),
        (("merge", "a.csv", "\u2014include-hidden"), "Type --include-hidden"),
        (("check", "\u201cMy case\u201d"), 'curly quotation marks. Type "'),
        (("merge", "My", "case", "-o", "x.xlsx"), 'stands in quotation marks: "My case"'),
        (("report", "My", "case", "-o", "pack"), "Put a name with spaces in quotation marks."),
        (("merge", "My case/case.toml"), "Name its folder: My case."),
        (("cross-check", "My case"), "Perhaps crosscheck is meant. caseweave alone lists"),
        (("see", "My case"), "What to do: caseweave alone lists the commands."),
        (("genogram", "My case/case.toml"), "Name its folder: My case."),
        (("columns", "My case/case.json"), "no agency's file: a .json holds a whole case."),
    ],
)
def test_what_a_word_processor_or_a_space_made_of_a_command_is_said(
    words: tuple[str, ...],
    said: str,
    tmp_path: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "My case").mkdir()
    (tmp_path / "My case" / "case.toml").touch()
    (tmp_path / "My case" / "case.json").write_text("{}", encoding="utf-8")
    code, printed, error = run(*words)
    assert (code, printed) == (2, "")
    assert said in error


@pytest.mark.parametrize(
    "words",
    [("merge", "{}"), ("check", "{}"), ("coverage", "{}")],
    ids=lambda words: words[0],
)
@pytest.mark.parametrize("name", ["ours.xlsx", "letter.docx"])
def test_no_output_takes_the_place_of_a_workbook_or_document_of_somebody_else(
    words: tuple[str, ...], name: str, tmp_path: Path, run: Run
) -> None:
    target = tmp_path / name
    if name.endswith("xlsx"):
        openpyxl.Workbook().save(target)
    else:
        docx.Document().save(str(target))
    if words[0] == "coverage" and name.endswith("docx"):
        target = target.rename(tmp_path / "not-an-output.xlsx")
    before = target.read_bytes()
    code, _, error = run(*(w.format(good(tmp_path)) for w in words), "-o", target)
    assert code == 2
    assert "was not written by caseweave; it was not overwritten." in error
    assert target.read_bytes() == before


def test_an_output_of_ours_is_written_again_also_after_another_program_saved_it(
    tmp_path: Path, run: Run
) -> None:
    for command, name in (("merge", "a.xlsx"), ("coverage", "b.xlsx"), ("merge", "c.docx")):
        target = tmp_path / name
        assert run(command, good(tmp_path), "-o", target)[0] == 0
        if name.endswith("xlsx"):
            openpyxl.load_workbook(target).save(target)
        else:
            docx.Document(str(target)).save(str(target))
        assert run(command, good(tmp_path), "-o", target)[0] == 0


def test_one_agency_for_several_files_of_a_case_is_refused_and_leaves_nothing_out(
    tmp_path: Path, run: Run
) -> None:
    (tmp_path / "submissions").mkdir()
    (tmp_path / "case.toml").write_text('[[children]]\nlabel = "Theo"\n', encoding="utf-8")
    good(tmp_path / "submissions")
    assert run("coverage", tmp_path, "--agency", "Northmoor Police")[0] == 0
    good(tmp_path / "submissions").rename(tmp_path / "submissions" / "school.csv")
    good(tmp_path / "submissions")
    code, printed, error = run("coverage", tmp_path, "--agency", "GP")
    assert (code, printed) == (2, "")
    assert error.startswith("--agency would say that 2 files are from GP: police.csv, school.csv.")


def test_a_file_that_cannot_be_read_is_named_beside_every_figure(tmp_path: Path, run: Run) -> None:
    case, said = tmp_path / "case", "Not read, and so left out here: scan.xlsx."
    (case / "submissions").mkdir(parents=True)
    (case / "case.toml").write_text('[[children]]\nlabel = "Theo"\n', encoding="utf-8")
    good(case / "submissions")
    picture(case / "submissions")
    assert said in run("coverage", case)[1]
    page = tmp_path / "coverage.html"
    assert run("coverage", case, "-o", page)[0] == 0
    assert said in page.read_text("utf-8")
    assert said in run("queries", case, "-o", tmp_path / "asked")[2]


def test_an_output_that_is_open_elsewhere_is_saved_beside_it(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.xlsx"
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target == out:
            raise PermissionError(13, "in use")  # what Windows says of a file open in Excel
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    code, printed, _ = run("merge", good(tmp_path), "-o", out)
    assert code == 0
    assert "out.xlsx is open in another program or read-only; saved as out (2).xlsx" in " ".join(
        printed.split()
    )
    assert (tmp_path / "out (2).xlsx").is_file()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out (2).xlsx", "police.csv"]


def test_an_output_that_may_not_be_written_to_stays_and_the_new_one_lies_beside_it(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.html"
    out.write_text("mine", encoding="utf-8")
    # As root nothing is read-only.
    allowed = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode, **k: mode != os.W_OK and allowed(path, mode, **k)
    )
    code, _, error = run("merge", good(tmp_path), "-o", out)
    assert (code, error) == (0, "")
    assert out.read_text("utf-8") == "mine"
    assert (tmp_path / "out (2).html").is_file()


def test_a_disk_that_is_full_is_said_in_words_alone(tmp_path: Path) -> None:
    import resource

    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "merge", str(good(tmp_path)), "-o", "out.xlsx"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )
    assert done.returncode == 2
    assert done.stderr.startswith("out.xlsx could not be written (")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.xlsx").exists()


def test_caseweave_alone_shows_the_days_work_in_order(run: Run) -> None:
    code, printed, _ = run()
    lines = [line.split()[1] for line in printed.splitlines() if line.startswith("  caseweave ")]
    assert code == 0
    assert lines == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(name: str, run: Run) -> None:
    code, printed, _ = run(name, "--help")
    assert code == 0
    assert f"caseweave {name}" in printed.partition("Example:")[2]


def test_a_console_without_utf_8_and_a_path_with_spaces_and_accents(tmp_path: Path) -> None:
    folder = tmp_path / "Zoë's files"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "caseweave", "merge", good(folder), "-o", folder / "é out.xlsx"],
        cwd=ROOT, capture_output=True, check=False,
        env=os.environ | {"PYTHONIOENCODING": "cp437", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"\x1b" not in done.stdout, "colours in piped output"
    assert done.stderr == b"", "progress though nobody watches"
    assert (folder / "é out.xlsx").is_file()


def case_with_police(folder: Path) -> Path:
    (folder / "case" / "submissions").mkdir(parents=True)
    (folder / "case" / "case.toml").write_text("", encoding="utf-8")
    (folder / "case" / "family.xlsx").write_bytes(b"")
    return good(folder / "case" / "submissions").rename(
        folder / "case" / "submissions" / "police.xlsx"
    )


@pytest.mark.parametrize(
    ("words", "place", "said"),
    [
        (["merge", "case"], "submissions/police.xlsx", "among the files that agencies sent"),
        (["merge", "case"], "submissions/integrated.xlsx", "among the files that agencies sent"),
        (["check", "case"], "submissions/police.xlsx", "among the files that agencies sent"),
        (["coverage", "case"], "answers/coverage.xlsx", "among the files that agencies sent"),
        (["report", "case"], "submissions", "among the files that agencies sent"),
        (["queries", "case"], "submissions/asked", "among the files that agencies sent"),
        (["merge", "case"], "family.xlsx", "a file of the case itself"),
        (["crosscheck", "case"], "family.xlsx", "a file of the case itself"),
        (["queries", "case"], "case.toml", "case.toml is a file"),
        (["queries", "case"], "asked.docx", "named like a file"),
        (["report", "case"], "pack.pdf", "named like a file"),
    ],
)
def test_no_output_takes_the_place_of_what_agencies_sent(
    words: list[str],
    place: str,
    said: str,
    tmp_path: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent = case_with_police(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    code, printed, error = run(*words, "-o", Path("case") / place)
    assert (code, printed) == (2, "")
    assert said in error
    assert before == {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert sent in before


def test_a_file_named_to_be_read_is_not_written_over(tmp_path: Path, run: Run) -> None:
    sent = good(tmp_path).rename(tmp_path / "police.xlsx")
    before = sent.read_bytes()
    code, _, error = run("merge", sent, "-o", sent)
    assert code == 2
    assert error.startswith("police.xlsx is one of the files to read; it was not overwritten.")
    assert sent.read_bytes() == before


@pytest.mark.parametrize("command", ["check", "columns", "merge", "coverage", "crosscheck"])
def test_every_command_that_reads_agencies_files_takes_a_file_of_passwords(
    command: str, tmp_path: Path, run: Run
) -> None:
    code, _, error = run(command, good(tmp_path), "--password-file", tmp_path / "none.txt")
    assert code == 2
    assert error.startswith("The password file none.txt cannot be read.")


def test_days_the_wrong_way_round_are_refused_and_not_answered_with_nothing_recorded(
    tmp_path: Path, run: Run
) -> None:
    code, printed, error = run(
        "coverage", good(tmp_path), "--from", "2022-12-01", "--to", "2022-01-01"
    )
    assert (code, printed) == (2, "")
    assert error.startswith("--to 01/01/2022 is before --from 01/12/2022")
