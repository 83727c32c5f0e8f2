"""`caseweave coverage` at the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from tests.case_folder import case_folder
from tests.caseweave.coverage.theo import CASE, POLICE, VISITOR, run, told

GOLDEN = Path(__file__).with_name("coverage_small.txt")


def test_the_terminal_says_who_last_saw_the_child_and_where_nobody_says(case: Path) -> None:
    assert told(case) == GOLDEN.read_text(encoding="utf-8")


def test_what_the_terminal_counts_of_seen_adds_up_to_all_entries(case: Path) -> None:
    more = {
        "police.csv": "02/05/2021,Strategy meeting with social care.,\n",
        "health-visitor.csv": '03/05/2021,Call to Theo at home.,"Yes, by video",,\n',
    }
    for name, row in more.items():
        with (case / "submissions" / name).open("a", encoding="utf-8") as file:
            file.write(row)
    lines = [line.split() for line in told(case).partition("All entries")[2].splitlines()]
    assert lines.count(["Meeting", "or", "record", "only", "1"]) == 2
    assert lines.count(["Seen", "remotely", "only", "1"]) == 2


def test_the_terminal_says_how_many_runs_of_missed_contacts_it_leaves_out(tmp_path: Path) -> None:
    missed = "Date,Event\n11/01/2021,Home visit. No access.\n18/01/2021,Home visit. No access.\n"
    files = {f"{name}.csv": missed for name in ("gp", "housing", "midwife", "police", "school")}
    lines = told(case_folder(tmp_path / "b", CASE.partition("[[subm")[0], files)).splitlines()
    runs = [n for n, line in enumerate(lines) if "2 one after another" in line]
    assert len(runs) == 3
    assert lines[runs[-1] + 1] == "  And 2 more such: see the page or the workbook."


def test_the_terminal_fits_100_columns(example: Path) -> None:
    for by in ("year", "month"):
        assert max(map(len, told(example, "--by", by).splitlines())) <= 100


def test_several_children_stand_in_one_table_first_with_what_is_said_of_each_below(
    example: Path,
) -> None:
    first, _, below = told(example).partition("Ellis \u2500")
    assert first.startswith("No chronology received from: Maternity.\nAll children at a glance\n")
    lines = [re.split(r"  +", line.strip()) for line in first.splitlines()]
    rows = {line[0]: line for line in lines if line[0] in ("Ellis", "Maisie", "Connor")}
    seen = re.findall(r"^Last recorded as seen before [\d/]+: ([\d/]+, \w+)", below, re.M)
    silent = re.findall(r"^Nobody says whether seen: (\d+ of \d+ \(\d+%\))", below, re.M)
    assert len(rows) == len(seen) == len(silent) == 3
    for row, last, count in zip(rows.values(), seen, silent, strict=True):
        assert row[1].startswith(last)
        assert row[-1] == count
    assert "All children" not in told(example, "--child", "Ellis")


def test_stated_only_leaves_readings_of_the_text_out(case: Path) -> None:
    words = told(case, "--stated-only")
    assert "Read from the text" not in words
    assert "read from the text" not in words
    assert words.startswith("Only what agencies stated in their own columns is counted")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--from", "1/3/2021"), "Only entries from 01/03/2021 are counted."),
        (("--to", "30/4/2021"), "Only entries to 30/04/2021 are counted."),
    ],
)
def test_one_end_of_the_days_is_enough(case: Path, asked: tuple[str, ...], said: str) -> None:
    assert said in " ".join(told(case, *asked).split())


def test_an_expected_agency_that_sent_nothing_is_named_beside_the_figures(
    tmp_path: Path, case: Path
) -> None:
    toml, said = case / "case.toml", "No chronology received from: Housing."
    text = toml.read_text(encoding="utf-8") + '[agencies]\nexpected = ["Police", "Housing"]\n'
    toml.write_text(text, encoding="utf-8")
    assert run("coverage", case).output.startswith(said)
    run("coverage", case, "-o", tmp_path / "c.html", "-o", tmp_path / "c.xlsx")
    assert said in (tmp_path / "c.html").read_text(encoding="utf-8")
    about = openpyxl.load_workbook(tmp_path / "c.xlsx")["About"]
    assert said in [cell.value for cell in about["A"]]


def test_only_the_days_asked_for_are_counted_and_what_is_not_dated_is_named(case: Path) -> None:
    words = told(case, "--from", "1/3/2021", "--to", "30 April 2021")
    assert words.startswith("Only entries from 01/03/2021 to 30/04/2021 are counted")
    assert re.search(r"Health visitor +2 +Stated by the agency", words)
    assert "Police" not in words


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--child", "Ruby"), "The case has no child 'Ruby'."),
        (("--from", "spring"), "'spring' is not one day."),
        (("-o", "coverage.doc"), "coverage.doc: coverage cannot be written as '.doc'."),
        (
            ("--from", "1/1/2031", "--to", "2/1/2031"),
            "No entry is dated from 01/01/2031 to 02/01/2031.",
        ),
        (("--by", "period"), "The case names no periods."),
    ],
)
def test_what_cannot_be_done_is_said_plainly(
    case: Path, words: tuple[str, ...], message: str
) -> None:
    assert str(run("coverage", case, *words).exception) == message


def test_the_terminal_quotes_quoted_words_once(tmp_path: Path) -> None:
    said = VISITOR.replace("She said: I like my red bed", '""I like my red bed""')
    files = {"health-visitor.csv": said, "police.csv": POLICE}
    told = run("coverage", str(case_folder(tmp_path / "a case", CASE, files))).output
    assert "\u201cI like my red bed\u201d" in " ".join(told.split())
