"""What changed between two submissions, and ids that survive it."""

from dataclasses import replace
from pathlib import Path

from chronology import merge
from chronology.model import Case, Chronology, Declared
from chronology.resubmission import CORRECTED, compare
from chronology.review.written_questions import enquiries
from tests.chronology.writing import written

HEAD = "No,Date,Event\n"
OLD = (
    "1,01/03/2021,Home visit by health visitor\n2,02/03/2021,Telephone call from the mother\n"
    "3,03/03/2021,Clinic weight nine kilos and settled\n4,04/03/2021,Letter sent to the surgery\n"
)
NEW = (
    "1,01/03/2021,Home visit by health visitor\n2,01/03/2021,A row that was left out before now\n"
    "3,04/03/2021,Letter sent to the surgery\n4,03/03/2021,Clinic weight eight kilos and settled\n"
)


def read(folder: Path, text: str) -> Chronology:
    path = folder / "health-visitor.csv"
    path.write_text(HEAD + text, encoding="utf-8")
    return merge([path])


def test_rows_are_added_removed_altered_word_by_word_and_unchanged_though_renumbered(
    tmp_path: Path,
) -> None:
    changes = compare(read(tmp_path, OLD).entries, read(tmp_path, NEW).entries)
    assert changes.unchanged == 2
    assert [e.event for e in changes.added] == ["A row that was left out before now"]
    assert [e.event for e in changes.removed] == ["Telephone call from the mother"]
    assert [a.fields["event"] for a in changes.altered] == [
        "Clinic weight [-nine-] {+eight+} kilos and settled"
    ]


def test_a_row_that_stands_elsewhere_is_moved(tmp_path: Path) -> None:
    lines = OLD.splitlines(keepends=True)
    changes = compare(
        read(tmp_path, OLD).entries, read(tmp_path, "".join([*lines[1:], lines[0]])).entries
    )
    assert [(a.at.row, b.at.row) for a, b in changes.moved] == [(2, 5)]


def test_a_row_that_changed_only_in_a_column_that_maps_to_nothing_is_altered(
    tmp_path: Path,
) -> None:
    heads = "Date,Event,Mia: seen\n"
    old, new = (
        merge([written(tmp_path / "hv.csv", f"{heads}01/03/2021,Home visit,{seen}\n")])
        for seen in ("No", "Yes")
    )
    changes = compare(old.entries, new.entries)
    assert changes.unchanged == 0
    assert [a.fields for a in changes.altered] == [{"Mia: seen": "[-No-] {+Yes+}"}]


def test_two_rows_that_could_both_be_the_old_one_are_not_guessed(tmp_path: Path) -> None:
    changes = compare(
        read(tmp_path, "1,01/03/2021,Home visit by the nurse today\n").entries,
        read(
            tmp_path,
            "1,01/03/2021,Home visit by the nurse todays\n"
            "2,01/03/2021,Home visit by the nurse toda\n",
        ).entries,
    )
    assert (len(changes.added), len(changes.removed), len(changes.altered)) == (2, 1, 0)


def test_a_file_that_supersedes_another_takes_over_its_ids_and_loses_none_of_its_rows(
    tmp_path: Path,
) -> None:
    old, new = tmp_path / "hv-1.csv", tmp_path / "hv-2.csv"
    old.write_text(HEAD + OLD, encoding="utf-8")
    new.write_text(HEAD + NEW, encoding="utf-8")
    case = Case(
        declared=(
            Declared(file="hv-1.csv", agency="Health visitor"),
            Declared(file="hv-2.csv", agency="Health visitor", supersedes=("hv-1.csv",)),
        )
    )
    woven = merge([old, new], case)
    was = {e.event: e.id for e in merge([old], case).entries}
    now = {e.event: e.id for e in woven.entries}
    assert (
        now["Clinic weight eight kilos and settled"] == was["Clinic weight nine kilos and settled"]
    )
    assert now["Letter sent to the surgery"] == was["Letter sent to the surgery"]
    assert {e.event for e in woven.superseded} == set(was)
    assert woven.submissions[0].superseded_by == "hv-2.csv"
    assert {"row-corrected", "submission-superseded"} <= {f.code for f in woven.findings}


def test_a_row_that_a_replacing_file_changed_in_an_unknown_column_alone_is_marked(
    tmp_path: Path,
) -> None:
    old, new = tmp_path / "hv-1.csv", tmp_path / "hv-2.csv"
    rows = "No,Date,Event,Zibble\n1,01/03/2021,Home visit,{}\n2,02/03/2021,Call from mother,blue\n"
    old.write_text(rows.format("red"), encoding="utf-8")
    new.write_text(rows.format("green"), encoding="utf-8")
    case = Case(
        declared=(
            Declared(file="hv-1.csv", agency="Health visitor"),
            Declared(file="hv-2.csv", agency="Health visitor", supersedes=("hv-1.csv",)),
        )
    )
    woven = merge([old, new], case)
    assert [CORRECTED in e.marks for e in woven.entries] == [True, False]
    assert "row-corrected" in {f.code for f in woven.findings}


def test_a_column_moved_or_headed_in_capitals_corrects_no_row(tmp_path: Path) -> None:
    old, new = tmp_path / "hv-1.csv", tmp_path / "hv-2.csv"
    old.write_text("No,Date,Event,Zibble,\n1,01/03/2021,Home visit,red,x\n", encoding="utf-8")
    new.write_text("No,Date,,ZIBBLE,Event\n1,01/03/2021,x,red,Home visit\n", encoding="utf-8")
    hv = Declared(file="hv-1.csv", agency="Health visitor")
    case = Case(declared=(hv, replace(hv, file="hv-2.csv", supersedes=("hv-1.csv",))))
    (entry,) = merge([old, new], case).entries
    assert entry.extra == {"column 3": "x", "ZIBBLE": "red"}
    assert CORRECTED not in entry.marks


def test_nothing_is_asked_about_a_file_that_a_later_one_replaces(tmp_path: Path) -> None:
    row = "1,31/06/2021,Home visit\n"
    (tmp_path / "hv-1.csv").write_text(HEAD + row, encoding="utf-8")
    (tmp_path / "hv-2.csv").write_text(HEAD + row + "2,02/07/2021,Call\n", encoding="utf-8")
    case = Case(
        declared=(
            Declared(file="hv-1.csv", agency="Health visitor"),
            Declared(file="hv-2.csv", agency="Health visitor", supersedes=("hv-1.csv",)),
        )
    )
    woven = merge([tmp_path / "hv-1.csv", tmp_path / "hv-2.csv"], case)
    assert [f.file for f in woven.findings if f.code == "date-impossible"] == ["hv-2.csv"]
    assert [e.file for e in enquiries(woven, "Health visitor")] == ["hv-2.csv"]
    assert [told.words for told in woven.log] == ["2 entries from 1 submissions."]


def test_rows_whose_dates_were_only_written_in_another_form_are_the_same_rows(
    tmp_path: Path,
) -> None:
    days = ((1, "Clinic"), (2, "Clinic"), (3, "Home visit, no reply"), (9, "Home visit, no reply"))
    old = "".join(f"{d},0{d}/03/2021,{event}\n" for d, event in days)
    for form in ("2021-03-0{}", "{}.3.21", "{} March 2021"):
        new = "".join(f"{d},{form.format(d)},{event}\n" for d, event in days)
        changes = compare(read(tmp_path, old).entries, read(tmp_path, new).entries)
        assert not changes.added
        assert not changes.removed
        assert [(a.old.when.start, a.new.when.start) for a in changes.altered] == [
            (a.old.when.start, a.old.when.start) for a in changes.altered
        ]
