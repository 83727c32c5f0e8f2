"""The panel's notes through the command line, and comparing two submissions."""

import datetime as dt
from pathlib import Path

import docx
import openpyxl
from openpyxl.styles import Font

from tests.caseweave.conftest import Run

ROOT = Path(__file__).parents[2]
HEAD = "Date,Event,Child seen\n"


def gp(folder: Path, text: str = "01/03/2021,Cough and a cold,Yes\n") -> Path:
    path = folder / "gp.csv"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def typed(path: Path, heading: str, words: str, *, drop_id: bool = False) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["Chronology"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, heads[heading]).value = words
    if drop_id:
        sheet.cell(1, heads["Id"]).value = "Something else"
    book.save(path)


def cell(path: Path, heading: str) -> object:
    sheet = openpyxl.load_workbook(path)["Chronology"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    return sheet.cell(2, heads[heading]).value


def test_a_note_typed_into_the_workbook_comes_back_on_the_next_merge(
    tmp_path: Path, run: Run
) -> None:
    out = tmp_path / "out.xlsx"
    run("merge", gp(tmp_path), "-o", out)
    typed(out, "Review notes", "Ask why")
    assert run("merge", gp(tmp_path), "-o", out).code == 0
    assert cell(out, "Review notes") == "Ask why"


def test_notes_come_from_another_draft_if_asked(tmp_path: Path, run: Run) -> None:
    run("merge", gp(tmp_path), "-o", tmp_path / "one.xlsx")
    typed(tmp_path / "one.xlsx", "Review notes", "Ask why")
    run(
        "merge", gp(tmp_path), "--keep-notes-from", tmp_path / "one.xlsx", "-o", tmp_path / "b.json"
    )
    run("merge", gp(tmp_path), "--keep-notes-from", tmp_path / "b.json", "-o", tmp_path / "c.xlsx")
    assert cell(tmp_path / "c.xlsx", "Review notes") == "Ask why"


def test_seen_set_by_the_panel_is_shown_as_confirmed_by_the_review(
    tmp_path: Path, run: Run
) -> None:
    out = tmp_path / "out.xlsx"
    run("merge", gp(tmp_path), "-o", out)
    typed(out, "Panel: seen", "Not seen - JS, 01/05/2024, letter")
    run("merge", gp(tmp_path), "-o", out)
    shown = str(cell(out, "Subject child: seen"))
    assert shown.startswith("Not seen\nconfirmed by the review")
    assert cell(out, "Panel: seen") == "Not seen - JS, 01/05/2024, letter"


def test_a_workbook_whose_notes_cannot_be_taken_in_is_not_overwritten(
    tmp_path: Path, run: Run
) -> None:
    out = tmp_path / "out.xlsx"
    run("merge", gp(tmp_path), "-o", out)
    typed(out, "Review notes", "Ask why", drop_id=True)
    before = out.read_bytes()
    done = run("merge", gp(tmp_path), "-o", out)
    assert done.code == 2
    assert "holds notes that could not be taken in" in done.err
    assert out.read_bytes() == before
    assert run("merge", gp(tmp_path), "-o", out, "--discard-notes").code == 0


def test_a_note_whose_entry_is_gone_is_listed_and_comes_back_when_the_entry_does(
    tmp_path: Path, run: Run
) -> None:
    out = tmp_path / "out.xlsx"
    run("merge", gp(tmp_path), "-o", out)
    typed(out, "Review notes", "Ask why")
    run("merge", gp(tmp_path, "05/06/2022,Another thing altogether,No\n"), "-o", out)
    kept = [c.value for c in openpyxl.load_workbook(out)["Notes kept"][2]]
    assert kept[3:6] == ["Cough and a cold", "review_notes", "Ask why"]
    run("merge", gp(tmp_path), "-o", out)
    assert cell(out, "Review notes") == "Ask why"


def test_the_draft_number_rises_only_when_the_content_changed(tmp_path: Path, run: Run) -> None:
    out = tmp_path / "out.xlsx"
    for text in ("01/03/2021,Cough and a cold,Yes\n", "01/03/2021,Cough and a cold,Yes\n",
                 "01/03/2021,Cough and a cold,Yes\n02/03/2021,Better,No\n"):  # fmt: skip
        assert run("merge", gp(tmp_path, text), "-o", out).code == 0
    log = [
        [c.value for c in line] for line in openpyxl.load_workbook(out)["Change log"].iter_rows()
    ]
    assert [line[0] for line in log] == ["Draft", "1", "2"]
    assert str(log[2][1]).startswith("2 entries: 1 added, 0 gone, 0 corrected")


def test_compare_shows_rows_and_the_coverage_numbers_that_changed(tmp_path: Path, run: Run) -> None:
    new = tmp_path / "gp-new.csv"
    new.write_text(
        HEAD + "01/03/2021,Cough and a bad cold,No\n02/03/2021,Better,No\n", encoding="utf-8"
    )
    told = run("compare", gp(tmp_path), new).out
    assert "0 rows unchanged, 1 added, 0 removed, 1 altered, 0 moved" in told
    assert "event: Cough and a {+bad+} cold" in told
    assert "Subject child, all agencies: seen, alone or not, stated by the agency, 1 -> 0" in told


def test_an_altered_row_is_named_with_its_day_and_days_are_written_day_first(
    tmp_path: Path, run: Run
) -> None:
    for name, day in (("old.xlsx", 7), ("new.xlsx", 8)):
        book = openpyxl.Workbook()
        book.worksheets[0].append(["Date", "Event"])
        book.worksheets[0].append([dt.date(2022, 9, day), "Visit by the nurse to weigh the baby"])
        book.save(tmp_path / name)
    told = run("compare", tmp_path / "old.xlsx", tmp_path / "new.xlsx").out
    assert "Altered: row 2 -> row 2, 08/09/2022\n  date: [-07/09/2022-] {+08/09/2022+}" in told


def test_a_case_folder_compared_with_itself_has_not_changed(tmp_path: Path, run: Run) -> None:
    case = tmp_path / "case"
    (case / "submissions").mkdir(parents=True)
    (case / "case.toml").write_text('[[children]]\nlabel = "Theo"\n', encoding="utf-8")
    for name, days in (("police", (1, 9)), ("school", (2, 3)), ("gp", (4, 5))):
        rows = "".join(f"{day}/3/2021,Seen by {name} on {day}\n" for day in days)
        (case / "submissions" / f"{name}.csv").write_text(f"Date,Event\n{rows}", encoding="utf-8")
    told = run("compare", case, case).out
    assert told == "case -> case: 6 rows unchanged, 0 added, 0 removed, 0 altered, 0 moved.\n"


def test_a_case_is_not_compared_with_one_file_of_it(tmp_path: Path, run: Run) -> None:
    case = tmp_path / "case"
    (case / "submissions").mkdir(parents=True)
    (case / "case.toml").write_text('[[children]]\nlabel = "Theo"\n', encoding="utf-8")
    done = run("compare", gp(tmp_path), case)
    assert done.code == 2
    assert "one is a whole case" in done.err
    assert "no such file" in run("compare", tmp_path / "gp-old.csv", case).err


def test_compare_lists_altered_rows_in_the_order_of_the_new_file(tmp_path: Path, run: Run) -> None:
    old, new = tmp_path / "gp-1.csv", tmp_path / "gp-2.csv"
    rows = (
        "Date,Event,Zibble\n01/03/2021,Cough,{}\n02/03/2021,Clinic weight {} kilos and settled,\n"
    )
    old.write_text(rows.format("red", "nine"), encoding="utf-8")
    new.write_text(rows.format("green", "eight"), encoding="utf-8")
    told = run("compare", old, new).out
    assert told.index("Altered: row 2") < told.index("Altered: row 3")


def test_compare_does_not_say_what_is_struck_out(tmp_path: Path, run: Run) -> None:
    paths = []
    for name, place in (("old", "9 Tern Lane"), ("new", "9 Tern Lane, Saltmere")):
        book = openpyxl.Workbook()
        book.active.append(["Date", "Event", "Note"])
        book.active.append(["01/03/2021", "Home visit, mother seen", place])
        book.active.append(["02/03/2021", f"Moved to {place}", ""])
        for cell in (book.active["C2"], book.active["B3"]):
            cell.font = Font(strike=True)
        paths.append(tmp_path / f"{name}.xlsx")
        book.save(paths[-1])
    told = run("compare", "--agency", "GP", *paths).out
    assert "row 3, 02/03/2021: withheld" in told
    assert "Tern Lane" not in told


def test_the_short_chronology_says_what_it_leaves_out(tmp_path: Path, run: Run) -> None:
    out = tmp_path / "out.xlsx"
    lines = gp(tmp_path, "01/03/2021,Cough and a cold,Yes\n02/03/2021,Better,No\n")
    run("merge", lines, "-o", out)
    typed(out, "Panel: key practice episode", "KPE 1")
    told = run("merge", lines, "--keep-notes-from", out, "--short", "-o", tmp_path / "short.xlsx")
    assert "Short: 1 of 2 entries, chosen by the panel's marks; 1 are left out." in " ".join(
        told.out.split()
    )
    assert cell(tmp_path / "short.xlsx", "Event") == "Cough and a cold"


def test_an_entry_pinned_after_another_stays_there_on_every_merge(tmp_path: Path, run: Run) -> None:
    out = tmp_path / "out.xlsx"
    lines = gp(tmp_path, "01/03/2021,Cough and a cold,Yes\n02/03/2021,Better,No\n")
    run("merge", lines, "-o", out)
    typed(out, "Panel: order", "after ref 2")
    for _ in range(2):
        assert run("merge", lines, "-o", out).code == 0
        sheet = openpyxl.load_workbook(out)["Chronology"]
        heads = [c.value for c in sheet[1]]
        told = [(line[heads.index("Event")].value, line[heads.index("Marks")].value)
                for line in sheet.iter_rows(min_row=2)]  # fmt: skip
        assert told == [("Better", None), ("Cough and a cold", "pinned")]


def test_the_date_of_a_draft_is_no_part_of_its_number_in_word(tmp_path: Path, run: Run) -> None:
    (tmp_path / "case" / "submissions").mkdir(parents=True)
    (tmp_path / "case" / "case.toml").write_text(
        '[[children]]\nlabel = "Theo"\n[outputs]\ndraft = "2"\ndate = 2023-09-01\n',
        encoding="utf-8",
    )
    sent = tmp_path / "case" / "submissions" / "gp.csv"
    book = tmp_path / "woven.docx"
    told = []
    for day in ("1/2/2021", "1/2/2021", "2/2/2021"):
        sent.write_text(f"Date,Event\n{day},Visit.\n", encoding="utf-8")
        done = run("merge", tmp_path / "case", "-o", book)
        assert done.code == 0, done.err
        told.append([p.text for p in docx.Document(str(book)).paragraphs if "Draft: " in p.text])
    assert told[0] == told[1] == ["Draft: 2, 01/09/2023", "Draft: 2"]
    assert told[2] == ["Draft: 3, 01/09/2023", "Draft: 3"]


def test_of_notes_typed_into_two_outputs_of_one_merge_none_is_lost(
    tmp_path: Path, run: Run
) -> None:
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    run("merge", gp(tmp_path), "-o", one, "-o", two)
    typed(one, "Review notes", "Ask why")
    typed(two, "Panel: good practice", "A second visit")
    run("merge", gp(tmp_path), "-o", one, "-o", two)
    for path in (one, two):
        assert cell(path, "Review notes") == "Ask why"
        assert cell(path, "Panel: good practice") == "A second visit"
