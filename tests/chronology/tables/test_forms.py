"""Forms, one for each entry: labels beside their values, one form below the other."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Chronology, Entry


def read(folder: Path, text: str) -> Chronology:
    path = folder / "social care.csv"
    path.write_text(text, encoding="utf-8")
    woven = merge([path])
    sheets = woven.submissions[0].sheets
    assert all(s.rows == s.entries + len(s.set_aside) for s in sheets)
    return woven


def told(entry: Entry) -> tuple[int | None, str, str]:
    return entry.at.row, entry.when.text, entry.event


NOTES = """Case notes of Theo,
,
Ref,N1
Date,12/06/2019
Case note,Visit. Theo asleep.
Child seen,Yes
Telephone call,
Ref,N2
Date,13/06/2019
Case note,Call to school
,
Ref,N3
Date,
Case note,No reply at the door
Child seen,No
"""


def test_each_form_is_an_entry_with_the_row_where_it_begins(tmp_path: Path) -> None:
    woven = read(tmp_path, NOTES)
    assert [told(e) for e in woven.entries] == [
        (3, "12/06/2019", "Visit. Theo asleep."),
        (8, "13/06/2019", "Call to school"),
        (12, "", "No reply at the door"),
    ]
    assert [e.fields["sequence"] for e in woven.entries] == ["N1", "N2", "N3"]
    assert [e.seen["Subject child"].value for e in woven.entries] == [
        "seen", "not_recorded", "not_seen",
    ]  # fmt: skip
    aside = woven.submissions[0].sheets[0].set_aside
    assert [(a.row, a.reason) for a in aside] == [(1, "title"), (7, "title")]
    assert "table-of-forms" in {f.code for f in woven.findings}


FOUR = "Date,{},Time,{}\nWorker,P Lathom,Child seen,{}\nDetails,{},,\n"


def test_labels_side_by_side_are_all_read(tmp_path: Path) -> None:
    one = FOUR.format("12/06/2019", "10:00", "Yes", "Visit with mother")
    two = FOUR.format("13/06/2019", "14:30", "", "Call to school")
    for text in (one, one + ",,,\n" + two):
        first = read(tmp_path, text).entries[0]
        assert told(first) == (1, "12/06/2019", "Visit with mother")
        assert first.when.time is not None
        assert (first.when.time.hour, first.fields["professional"]) == (10, "P Lathom")
        assert first.seen["Subject child"].value == "seen"
    assert told(read(tmp_path, one + two).entries[1]) == (4, "13/06/2019", "Call to school")


def test_words_below_a_label_are_its_value_and_go_on_without_one(tmp_path: Path) -> None:
    form = "Date,{}\nType of contact,Visit\nCase note,\n{}\n{}\n"
    text = form.format("12/06/2019", "Went to the house", "It was dark and nobody came to the door")
    woven = read(tmp_path, text + form.format("13/06/2019", "Called", "No answer again that day"))
    assert [e.event for e in woven.entries] == [
        "Went to the house\nIt was dark and nobody came to the door",
        "Called\nNo answer again that day",
    ]


@pytest.mark.parametrize(
    "front",
    [
        "Name,Theo,DOB,20/05/2017\nAgency,GP,Date,01/05/2021\nAuthor,A. Author,,\n",
        "Date of report,01/05/2021\nAuthor,A. Author\n",
    ],
)
def test_what_a_front_page_says_is_no_entry(tmp_path: Path, front: str) -> None:
    woven = read(tmp_path, front + "\nDate,Event,Outcome,By\n12/06/2019,Visit,None,PL\n")
    assert [told(e)[1:] for e in woven.entries] == [("12/06/2019", "Visit")]


@pytest.mark.parametrize("between", [",\n", ""])
def test_a_form_without_a_date_or_with_its_label_misspelt_is_an_undated_entry(
    tmp_path: Path, between: str
) -> None:
    form = "{}Type of contact,Visit\nCase note,{}\n"
    dates = ["Date,12/06/2019\n", "Dtae,13/06/2019\n", "", "Date,15/06/2019\n"]
    forms = [form.format(date, word) for date, word in zip(dates, "ABCD", strict=True)]
    woven = read(tmp_path, between.join(forms))
    assert {e.event: e.when.text for e in woven.entries} == {
        "A": "12/06/2019", "B": "", "C": "", "D": "15/06/2019",
    }  # fmt: skip
    assert [f.code for f in woven.findings].count("date-missing") == 2


CONCERNS = """MyConcern report,,,
,,,
Concern {} of 2,,,
Concern date,{},Concern time,{}
Raised by,A Bell,Status,Filed
Concern details,{},,
"""


def test_labels_that_are_not_known_stand_beside_known_ones(tmp_path: Path) -> None:
    first = CONCERNS.format(1, "2 Oct 2019", "09:15", "No breakfast.")
    second = CONCERNS.format(2, "9 Oct 2019", "13:40", "Bruise noted.")
    woven = read(tmp_path, first + second.partition("\n")[2])
    assert [(e.when.start.day if e.when.start else 0, str(e.when.time), e.event, e.extra["Status"])
            for e in woven.entries] == [
        (2, "09:15:00", "No breakfast.", "Filed"),
        (9, "13:40:00", "Bruise noted.", "Filed"),
    ]  # fmt: skip


def test_a_small_table_within_a_form_goes_on_as_words_of_it(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        "PRF no,551,Vehicle,A512,\nDate of call,1/12/2019,Time of call,20:55,\n"
        "Presenting complaint,Scald to hand,,,\nObs,Time,HR,RR,SpO2\n,21:05,140,32,97\n"
        "Outcome,Taken to hospital,,,\n",
    )
    (entry,) = woven.entries
    assert str(entry.when.time) == "20:55:00"
    assert entry.event == "Scald to hand\nObs | Time | HR | RR | SpO2\n21:05 | 140 | 32 | 97"
    assert entry.fields["outcome"] == "Taken to hospital"


@pytest.mark.parametrize(
    "table",
    [
        "Ref,Date,Event,Worker\nR1,1/3/2021,Seen,AB\nR2,2/3/2021,Call,AB\n",
        "Contact,Date,Event,Worker\nVisit,1/3/2021,Seen,AB\nContact,2/3/2021,Call,AB\n",
        "Date,Event,Worker,\n1/3/2021,Seen,AB,\n2/3/2021,Call,AB,\n",
        "Child,Event,Date,Worker\nTheo,Seen,1/3/2021,AB\nRuby,Call,2/3/2021,AB\n",
    ],
)
def test_a_few_labels_over_a_table_make_no_form_of_it(tmp_path: Path, table: str) -> None:
    about = "Agency,GP,Child,Theo\nDate,1/6/2021,Author,A Bell\nRole,Nurse,Status,Draft\n,,,\n"
    woven = read(tmp_path, about + table)
    assert [(f"{e.when.start}", e.event.splitlines()[-1]) for e in woven.entries] == [
        ("2021-03-01", "Seen"), ("2021-03-02", "Call"),
    ]  # fmt: skip


def test_the_date_may_stand_beside_a_label_that_is_not_known(tmp_path: Path) -> None:
    form = "Date of visit,{},Date of next visit,{}\nWorker,AB,Child seen,{}\nNotes,{},,\n,,,\n"
    text = form.format("4/4/2019", "18/4/2019", "Yes", "A") + form.format(
        "18/4/2019", "", "No", "B"
    )
    assert [told(e) for e in read(tmp_path, text).entries] == [
        (1, "4/4/2019", "A"), (5, "18/4/2019", "B"),
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["Worker,P Lathom\n", "Notes,\n"])
def test_short_words_below_every_form_are_its_own_and_no_titles(tmp_path: Path, label: str) -> None:
    told_of = ("Seen at home by her.", "No access but a card left.", "Rang GP about weight.")
    forms = list(zip(("12/06/2019", "13/06/2019", "14/06/2019"), told_of, strict=True))
    woven = read(tmp_path, "".join(f"Date,{day}\n{label}{words},\n" for day, words in forms))
    assert [told(e)[1:] for e in woven.entries] == forms


def test_labels_that_are_not_all_known_are_still_a_form_above_a_small_table(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        "Incident date,31/01/2021,CAD no,A123\nCall time,21:40,At scene,21:52\n"
        "Presenting complaint,Fell from sofa,,\nTime,HR,RR,SpO2\n21:55,110,24,99\n"
        "22:05,104,22,99\nOutcome,Conveyed,,\n",
    )
    assert [told(e) for e in woven.entries] == [(1, "31/01/2021", "Fell from sofa")]


def test_an_account_below_a_row_of_labels_with_short_values_is_what_happened(
    tmp_path: Path,
) -> None:
    form = "Date,{},Worker,P Lathom\nType,Visit,Recorded on,14/06/2019\n{},,,\n"
    words = [
        "Core group. Next one on 01/04/2020.",
        "He showed his toys and said he likes his bed very much",
    ]
    woven = read(
        tmp_path, form.format("12/06/2019", words[0]) + form.format("13/06/2019", words[1])
    )
    assert [(e.at.row, e.event) for e in woven.entries] == [(1, words[0]), (4, words[1])]
    numbered = "Date,12/06/2019,Worker,P Lathom\nDetails,Seen,Type,Visit\nContact no. 2.,,,\n"
    assert [e.event for e in read(tmp_path, numbered * 2).entries] == ["Seen", "Seen"]
    lives = '12/06/2019,Location,"Home of his nan,"\n12 Elm Row.,,,\nNote,Seen,,\n'
    assert read(tmp_path, f"Date,{lives}" * 2).entries[0].event == "Seen"
    said = "Note,Seen,Views,He said that he wants\nto live there.,,,\n"
    long = f"Date,12/06/2019,Worker,P Lathom\n{said}"
    entry = read(tmp_path, long * 2).entries[0]
    assert (entry.event, "to live there." in entry.extra.values()) == ("Seen", True)
