"""The agency of a row in a file of several: named, pointed at, or left out."""

from pathlib import Path

from chronology import merge
from chronology.model import Chronology


def read(folder: Path, text: str) -> Chronology:
    path = folder / "combined.csv"
    path.write_text("Agency,Date,Event\n" + text, "utf-8")
    return merge([path])


def agencies(woven: Chronology) -> dict[int, str]:
    return {e.at.row: e.agency for e in woven.entries}


def test_ditto_is_the_agency_of_the_row_above_and_no_agency_of_its_own(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        'Police,1/2/2021,A\nditto,2/2/2021,B\n"""",3/2/2021,C\nGP,4/2/2021,D\n'
        "as above,5/2/2021,E\n",
    )
    assert agencies(woven) == {2: "Police", 3: "Police", 4: "Police", 5: "GP", 6: "GP"}
    assert [f.row for f in woven.findings if f.code == "agency-carried-down"] == [3, 4, 6]


def test_a_row_without_date_and_agency_is_of_the_agency_above(tmp_path: Path) -> None:
    woven = read(tmp_path, "Police,1/2/2021,Called because\n,,of a noise.\n,,\nGP,2/2/2021,B\n")
    assert agencies(woven) == {2: "Police", 3: "Police", 5: "GP"}
    assert [f.row for f in woven.findings if f.code == "agency-carried-down"] == [3]


def test_a_row_with_a_date_and_no_agency_stands_under_the_file_and_is_queried(
    tmp_path: Path,
) -> None:
    woven = read(tmp_path, "Police,1/2/2021,A\n,2/2/2021,B\n,3/2/2021,C\n")
    assert agencies(woven) == {2: "Police", 3: "Combined", 4: "Combined"}
    (said,) = [f for f in woven.findings if f.code == "agency-blank"]
    assert said.message.startswith("2 rows (3, 4) name no agency although other rows do")


def test_a_column_of_agencies_that_nobody_filled_in_is_no_finding(tmp_path: Path) -> None:
    woven = read(tmp_path, ",1/2/2021,A\n,2/2/2021,B\n")
    assert "agency-blank" not in {f.code for f in woven.findings}
