"""Chronologies without a table: paragraphs and lines that begin with their dates."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.findings import Unreadable
from chronology.importers.beginnings import date_before
from chronology.importers.lists import read_list
from tests.chronology.importers.listed import days, entries, lines, read


def test_each_line_that_begins_with_a_date_is_an_entry_and_the_others_go_on_from_it() -> None:
    found = read(
        "Chronology of the school\n\n"
        "12/01/2021 - HV - home visit\n"
        "\u2022 Fri 15 Jan 2021: Call home\nNo answer.\n"
        "On 22nd January 2021 at 10.15am, seen in the hub\n"
        "Feb 2021 - attendance 81%\n"
        "2021-03-05 \u2013 08/03/2021 | away\n09/03/2021 - 10:15 - meeting\n\n"
        "Kind regards\nP Hale\n"
    )
    assert entries(found) == {
        3: ("12/01/2021", "HV - home visit"),
        4: ("Fri 15 Jan 2021", "Call home\nNo answer."),
        6: ("22nd January 2021 at 10.15am", "seen in the hub"),
        7: ("Feb 2021", "attendance 81%"),
        8: ("2021-03-05 \u2013 08/03/2021", "away"),
        9: ("09/03/2021 - 10:15", "meeting"),
    }
    aside = {r.number: r.aside for r in found.rows if r.aside}
    assert aside == {1: "paragraph", 11: "paragraph", 12: "paragraph"}


def test_numbered_entries_are_entries_also_without_a_date_or_with_an_impossible_one() -> None:
    found = read(
        "1) 03/01/2021 23:40hrs - Called out\n2) undated - letter\n3) Call to school\nno answer\n"
        "4) 31/02/2021 - Intelligence\n5) 12-14 Feb 2021 - calls\nCompleted by: P Hale"
    )
    assert entries(found) == {
        1: ("03/01/2021 23:40hrs", "Called out"),
        2: ("undated", "letter"),
        3: ("None", "Call to school\nno answer"),
        5: ("31/02/2021", "Intelligence"),
        6: ("12-14 Feb 2021", "calls"),
    }


def test_paragraphs_numbered_by_section_are_entries_and_those_without_a_date_take_none_from_above(
    tmp_path: Path,
) -> None:
    path = tmp_path / "nursing.txt"
    path.write_text(
        "Narrative\n2.1 On 4 March 2019 the nurse met Ruby.\n2.1.1 4/3/2019 - call\n"
        "2.2 Mother was rung again.\n2.3 In April 2019 a referral was made.\n"
        "2.4) 12/05/2019: Discharged.\n2.5 No more is known.\n"
    )
    woven = merge([path])
    assert {e.at.row: (e.when.text, e.event) for e in woven.entries} == {
        2: ("4 March 2019", "the nurse met Ruby."),
        3: ("4/3/2019", "call"),
        4: ("", "Mother was rung again."),
        5: ("April 2019", "a referral was made."),
        6: ("12/05/2019", "Discharged."),
        7: ("", "No more is known."),
    }
    assert {e.at.row for e in woven.entries if not e.when.dated} == {4, 7}


def test_a_stretch_between_two_days_begins_an_entry_with_its_words_beside_or_below_it() -> None:
    found = read(
        "14 January 2019\nVisit.\nBetween 20th and 25th January 2019\nCalls, no reply.\n"
        "Between March and May 2019 nothing was heard.\nFrom 3rd to 9th June 2019, away.\n"
    )
    assert entries(found) == {
        1: ("14 January 2019", "Visit."),
        3: ("Between 20th and 25th January 2019", "Calls, no reply."),
        5: ("Between March and May 2019", "nothing was heard."),
        6: ("From 3rd to 9th June 2019", "away."),
    }


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("4-6 March 2021", "ward stay"),
        ("4, 5 and 6 March 2021", "calls"),
        ("10/11/12 March 2021", "calls"),
        ("4 March to 6 April 2021", "ward stay"),
        ("4/3/21 until 6/3/21", "ward stay"),
        ("28/12/19-3/1", "at his aunt's"),
        ("4/3/21 or 5/3/21", "HV rang"),
        ("4/3/21?", "HV rang"),
        ("?4/3/21", "HV rang"),
        ("approx 4/3/21", "HV rang"),
        ("4/3/21 (approx)", "HV rang"),
        ("4 March 2021 onwards", "weekly visits"),
        ("w/c 1 March 2021", "no contact"),
        ("2021-03-04T09:15:00Z", "call"),
        ("04/03/2021", "18.10 kg at clinic"),
    ],
)
def test_the_date_before_words_is_whole_with_what_makes_it_less_exact(
    date: str, words: str
) -> None:
    assert date_before(f"{date} {words}") == (date, words)


def test_letters_and_roman_numbers_may_stand_before_a_date() -> None:
    found = read("a) 4/3/2019 - first\n(iii) 11 March 2019 - third\niv. 18.3.19 - fourth\n")
    assert [date for date, _ in entries(found).values()] == ["4/3/2019", "11 March 2019", "18.3.19"]


def test_a_line_broken_within_a_sentence_is_made_whole_even_where_a_date_comes_first() -> None:
    found = read(
        "12/01/2021 - Referral made by the school to the hub, as agreed on\n"
        "05/01/2021 by the head teacher and the nurse of the school, and he\n"
        "said he would call.\n13/01/2021 - Call\n14/01/2021 - Visit"
    )
    assert entries(found)[1] == (
        "12/01/2021",
        "Referral made by the school to the hub, as agreed on 05/01/2021 by the head teacher and "
        "the nurse of the school, and he said he would call.",
    )
    assert len(entries(found)) == 3


def test_a_paragraph_without_a_full_stop_does_not_swallow_the_dated_one_below_it() -> None:
    long = "Referral made by the school to the hub, as agreed with the mother"
    text = f"12/01/2021 {long}\n13/01/2021\t{long}\n14/01/2021 Call\n15/01/2021 call"
    whole = read_list("log", lines(text))
    assert whole is not None
    assert len(entries(whole)) == 4
    assert len(entries(read(text.replace("14/01/2021 Call", f"14/01/2021 {long}")))) == 3
    assert len(entries(read(text))) == 4


def test_letters_numbered_paragraphs_and_quoted_mails_are_no_list() -> None:
    letter = "12/03/2021\nDear Sam\n1.2.3 Background\n45/13/2021 x\n"
    letter += "On 12/03/2021 at 10:02, P Hale wrote:\nOn 11/03/2021 at 10:02, A Bell wrote:"
    assert read_list("letter", lines(letter)) is None
    assert read_list("short", lines("12/03/2021 - a\n13/03/2021 - b")) is None


def test_lines_with_commas_in_them_are_lines_and_no_cells(tmp_path: Path) -> None:
    path = tmp_path / "school.txt"
    path.write_text("".join(f"{d}/03/2021 - call, visit, and letter\n" for d in (12, 13, 14)))
    woven = merge([path])
    assert {e.event for e in woven.entries} == {"call, visit, and letter"}


def test_a_chronology_pasted_from_a_mail_is_read_and_a_mail_as_it_was_sent_is_not(
    tmp_path: Path,
) -> None:
    path = tmp_path / "school.txt"
    words = '12/01/2021 - Late, "bus missed\n15/01/2021 - Call\n22/01/2021 - Seen\n'
    path.write_text(f"From: P Hale\nSubject: Chronology\n\n{words}", "utf-8")
    woven = merge([path])
    assert [e.event for e in woven.entries] == ['Late, "bus missed', "Call", "Seen"]
    assert days(woven) == {4: "2021-01-12", 5: "2021-01-15", 6: "2021-01-22"}


def test_lines_that_say_date_before_each_date_are_entries() -> None:
    found = read("Date: 12/01/2021 - late\nDate: 15/01/2021 - absent\nDate - 18/01/2021: seen")
    assert list(entries(found).values())[1:] == [("15/01/2021", "absent"), ("18/01/2021", "seen")]


def test_messages_with_the_date_and_time_in_brackets_are_entries(tmp_path: Path) -> None:
    path = tmp_path / "messages.txt"
    path.write_text(
        "Messages with the mother\n[12/03/2021, 09:01] AB: Hi, I am outside\n"
        "[12/03/2021, 09:05] Mother: not in, Theo poorly\n[13/03/2021, 14:22] AB: Friday, then?\n"
    )
    woven = merge([path])
    assert days(woven) == {
        2: "2021-03-12 09:01:00",
        3: "2021-03-12 09:05:00",
        4: "2021-03-13 14:22:00",
    }
    assert [e.event for e in woven.entries][1] == "Mother: not in, Theo poorly"


def test_a_paragraph_that_begins_in_a_month_is_an_entry_beside_others_with_their_words() -> None:
    found = read(
        "Chronology\nIn January 2019 Theo was referred by the nursery.\n"
        "On 12 February 2019 police attended.\nDuring early March 2019 two visits failed.\n"
        "3 April 2019 Conference held.\n"
    )
    assert entries(found) == {
        2: ("January 2019", "Theo was referred by the nursery."),
        3: ("12 February 2019", "police attended."),
        4: ("early March 2019", "two visits failed."),
        5: ("3 April 2019", "Conference held."),
    }


def test_labels_of_another_date_in_a_list_do_not_make_it_forms(tmp_path: Path) -> None:
    label = "Contact date: 05/06/2021\nAuthor: A Writer\n"
    listed = "01/02/2020 Visit\n03/02/2020 Call\n05/02/2020 Clinic\n"
    (tmp_path / "hv.txt").write_text(f"{label}{listed}{label}")
    assert [e.when.text for e in merge([tmp_path / "hv.txt"]).entries] == [
        *("01/02/2020", "03/02/2020", "05/02/2020"),
    ]


def test_words_without_dates_are_refused_with_what_would_be_read(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear author\nWe hold no records.\nYours sincerely\n")
    with pytest.raises(Unreadable) as refused:
        merge([path])
    assert "nor three paragraphs or lines that begin with a date" in refused.value.message


def test_a_line_that_ends_before_a_date_goes_on_with_it_however_short_it_is() -> None:
    found = read(
        "12/03/2021  09:05  Home visit. Mother was tired. On\n"
        "01/02/2021 the same was said by\nthe worker at the centre.\n"
        "13/03/2021  She had been ill from\n02/02/2021 until\n04/02/2021 and was now well.\n"
        "15/03/2021  called, no reply\n16/03/2021  called again"
    )
    told = entries(found)
    assert list(told) == [1, 4, 7, 8]
    assert told[4][1] == "She had been ill from 02/02/2021 until 04/02/2021 and was now well."


def test_four_digits_behind_a_whole_date_and_before_a_mark_are_its_time() -> None:
    found = read(
        "7/1/21 0910 - Call\n8/1/21 2015: Call\n9/1/21 1975 - Call\n10/1/21 1200 steps\n"
        "11/1/21 1200 - 1300 Visit"
    )
    assert entries(found) == {
        1: ("7/1/21 0910", "Call"),
        2: ("8/1/21 2015", "Call"),
        3: ("9/1/21", "1975 - Call"),
        4: ("10/1/21", "1200 steps"),
        5: ("11/1/21", "1200 - 1300 Visit"),
    }


def test_labels_with_short_values_may_stand_in_one_line_and_the_account_below_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.txt"
    head = "Contact date: {}/03/2021   Start: 10:00  End: 10:30\n"
    words = ["He was seen in the garden.", "No reply at the door."]
    path.write_text(f"{head.format('04')}{words[0]}\n{head.format('11')}{words[1]}\n", "utf-8")
    woven = merge([path])
    assert [(f"{e.when.start} {e.when.time:%H:%M}", e.event) for e in woven.entries] == [
        ("2021-03-04 10:00", words[0]),
        ("2021-03-11 10:00", words[1]),
    ]
    prose = [f"Date: 0{day}/03/2021  Home visit: seen by her aunt" for day in (4, 5, 8)]
    path.write_text("\n".join(prose), "utf-8")
    assert merge([path]).entries[0].event == "Home visit: seen by her aunt"


def test_tables_beside_a_list_on_a_web_page_are_counted_and_keep_their_words(
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.html"
    rows = "<tr><td>Name</td><td>Role</td></tr><tr><td>Sheila Quibble</td><td>Aunt</td></tr>"
    days = "".join(f"<p>0{day}/03/2021 Visit.</p>" for day in (4, 5, 8))
    path.write_text(f"<h1>Log</h1><table>{rows}</table>{days}", "utf-8")
    woven = merge([path])
    first, last = woven.submissions[0].sheets
    assert (len(woven.entries), last.entries) == (3, 3)
    assert [a.words for a in first.set_aside] == ["Name | Role", "Sheila Quibble | Aunt"]


def test_small_tables_in_the_cells_of_dated_rows_of_a_web_page_are_words_of_those(
    tmp_path: Path,
) -> None:
    path = tmp_path / "journal.html"
    inner = (
        "<table><tr><td>History</td><td>cough</td></tr><tr><td>Plan</td><td>rest</td></tr></table>"
    )
    rows = "".join(f"<tr><td>0{day} Mar 2021</td><td>{inner}</td></tr>" for day in (4, 9))
    path.write_text(f"<table><tr><th>Date</th><th>Details</th></tr>{rows}</table>", "utf-8")
    woven = merge([path])
    assert [e.event.replace("\n", " ") for e in woven.entries] == [
        "History | cough  Plan | rest", "History | cough  Plan | rest",
    ]  # fmt: skip
    named = rows.replace("History", "Time")
    path.write_text(f"<table><tr><th>Day</th><th>Log</th></tr>{named}</table>", "utf-8")
    assert not any("cough" in e.event for e in merge([path]).entries)
    log = "".join(f"<tr><td>{day} Mar 2021</td><td>Seen</td></tr>" for day in (4, 9, 11))
    log = f"<table><tr><td>Day</td><td>Event</td></tr>{log}</table>"
    about = "".join(f"<tr><td>{day} May 2021</td><td>Copied</td></tr>" for day in (1, 2))
    path.write_text(f"<table>{about}<tr><td>{log}</td></tr></table>", "utf-8")
    assert [e.event for e in merge([path]).entries] == ["Seen"] * 3
