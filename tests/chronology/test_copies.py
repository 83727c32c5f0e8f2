"""The same file twice is read once; what may be versions of a file is kept and asked about."""

from pathlib import Path

from chronology import merge
from chronology.model import Case, Child, Chronology, Declared

ROWS = "Date,Event\n1/2/2021,Visit to the home\n3/2/2021,Call to the school\n5/2/2021,Strategy\n"


def merged(folder: Path, case: Case | None = None, **files: str) -> Chronology:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return merge(sorted(folder.iterdir()), case)


def codes(chronology: Chronology) -> list[str]:
    return [f.code for f in chronology.findings if f.code.startswith("submission")]


def test_a_copy_of_a_file_is_read_once_and_said_so(tmp_path: Path) -> None:
    woven = merged(tmp_path, **{"police": ROWS, "police (1)": ROWS, "police - Copy": ROWS})
    assert len(woven.entries) == 3
    assert [f.message for f in woven.findings if f.code == "submission-repeated"] == [
        "police (1).csv holds the same as police.csv; it was read once.",
        "police - Copy.csv holds the same as police.csv; it was read once.",
    ]


def test_files_of_two_people_or_agencies_are_two_although_they_hold_the_same(
    tmp_path: Path,
) -> None:
    children = (Child(label="Theo", subject=True), Child(label="Ruby"))
    woven = merged(
        tmp_path,
        Case(children=children),
        **{"GP Theo": ROWS, "GP Ruby": ROWS, "GP Theo (1)": ROWS, "Police": ROWS},
    )
    assert [s.file for s in woven.submissions] == ["GP Ruby.csv", "GP Theo.csv", "Police.csv"]
    assert codes(woven).count("submission-repeated") == 1


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "police.csv").write_text(ROWS, "utf-8")
    woven = merge([tmp_path / "police.csv", tmp_path / "police.csv"])
    assert len(woven.entries) == 3
    assert codes(woven) == []


def test_the_same_rows_in_other_bytes_are_read_once(tmp_path: Path) -> None:
    woven = merged(tmp_path, police=ROWS, final=ROWS.replace("\n", "\r\n"))
    assert len(woven.entries) == 3
    assert codes(woven) == ["submission-repeated"]


def test_two_agencies_that_say_the_same_are_both_read(tmp_path: Path) -> None:
    row = "1/2/2021,Strategy meeting held.\n"
    sent = {"social care": f"Date,Event\n{row}", "health visiting": f"Date,Event \n{row}"}
    woven = merged(tmp_path, **sent)
    assert [e.agency for e in woven.entries] == ["Health visiting", "Social care"]
    assert codes(woven) == []


def test_two_agencies_of_the_case_file_are_two_whatever_they_are_called(tmp_path: Path) -> None:
    declared = (Declared(file="a.csv", agency="Northway"), Declared(file="b.csv", agency="Lantern"))
    woven = merged(tmp_path, Case(declared=declared), a=ROWS, b=ROWS.replace("\n", "\r\n"))
    assert len(woven.entries) == 6


def test_files_with_most_rows_in_common_are_both_kept_and_asked_about(tmp_path: Path) -> None:
    woven = merged(tmp_path, police=ROWS, later=ROWS + "7/2/2021,Arrest\n")
    assert len(woven.entries) == 7
    assert codes(woven) == ["submissions-maybe-versions"]


def test_files_of_one_name_and_two_versions_are_asked_about(tmp_path: Path) -> None:
    woven = merged(tmp_path, **{"gp v1": ROWS, "gp FINAL": "Date,Event\n9/9/2021,Other\n"})
    assert codes(woven) == ["submissions-maybe-versions"]


def test_nothing_is_asked_where_the_case_file_says_which_replaces_which(tmp_path: Path) -> None:
    case = Case(declared=(Declared(file="later.csv", supersedes=("police.csv",)),))
    woven = merged(tmp_path, case, police=ROWS, later=ROWS + "7/2/2021,Arrest\n")
    assert codes(woven) == ["submission-superseded"]


def test_a_row_repeated_exactly_within_a_file_is_marked_and_kept(tmp_path: Path) -> None:
    woven = merged(tmp_path, police=ROWS + "1/2/2021,Visit to the home\n")
    assert len(woven.entries) == 4
    assert [len(ids) for ids in woven.repeats] == [2]


def test_undated_rows_of_the_same_few_words_are_no_repeats_where_another_cell_differs(
    tmp_path: Path,
) -> None:
    undated = "Date,Time,Event\nundated,22:10,Seen\nundated,,Seen\nundated,,Seen\n"
    woven = merged(tmp_path, police=undated)
    assert [len(ids) for ids in woven.repeats] == [2]


def test_files_that_differ_only_in_whether_the_child_was_seen_are_both_read(
    tmp_path: Path,
) -> None:
    told = "Date,Event,Child seen\n1/2/2021,Joint visit to the home,{}\n"
    woven = merged(tmp_path, police=told.format("Yes"), hospital=told.format("No"))
    assert len(woven.entries) == 2
