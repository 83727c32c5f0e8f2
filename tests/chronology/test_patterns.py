"""Lenses: prompts for professional judgement, with the rows behind them and numbers to set."""

import datetime as dt
from pathlib import Path

import pytest

from caseweave.case_folder import read_case
from chronology import merge
from chronology.findings import CaseweaveError
from chronology.model import Case, Child, Chronology, NamedPeriod, Period

LINES = (
    "Date,Event\n01/01/2020,Did not attend clinic\n01/02/2020,No access at home visit\n"
    "05/02/2020,Moved to 4 Mill Row\n01/10/2020,Evicted from Mill Row\n"
    "02/10/2020,Denies alcohol\n03/10/2020,Smelt of alcohol\n"
)


def woven(folder: Path, **lenses: int) -> Chronology:
    path = folder / "social-care.csv"
    path.write_text(LINES, encoding="utf-8")
    return merge([path], Case(lenses=lenses))


def lenses_of(chronology: Chronology) -> list[str]:
    return [p.lens for p in chronology.patterns]


def test_silences_missed_contacts_and_moves_are_shown_with_their_rows(tmp_path: Path) -> None:
    found = woven(tmp_path)
    assert lenses_of(found) == ["silence", "missed contacts", "moves"]
    assert [len(p.entries) for p in found.patterns] == [2, 2, 2]
    assert all(p.message.endswith("A prompt for professional judgement.") for p in found.patterns)


def moves(folder: Path, *rows: str, file: str = "social-care.csv") -> list[int]:
    """How many rows each pattern of moves counts."""
    path = folder / file
    path.write_text("\n".join(("Date,Event", *rows)) + "\n", encoding="utf-8")
    found = merge([path], Case())
    return [len(p.entries) for p in found.patterns if p.lens == "moves"]


def test_what_only_reads_like_a_move_is_not_counted(tmp_path: Path) -> None:
    assert not moves(
        tmp_path,
        "01/02/2020,Moved to ward from theatre",
        "01/03/2020,Video call to refuge",
        "01/04/2020,New school shoes bought",
        "01/05/2020,Ruby is now at the high school",
    )
    returned = [f"01/0{month}/2020,Returned to mother" for month in (6, 7)]
    assert not moves(tmp_path, *returned, file="police.csv")
    assert moves(tmp_path, *returned) == [2]


def test_what_only_reads_like_a_move_hides_no_move_beside_it(tmp_path: Path) -> None:
    rows = "01/02/2020,Moved to 9 Weir Street. Ruby is now at school.", "01/09/2020,Rehoused"
    assert moves(tmp_path, *rows) == [2]


def test_a_new_home_that_is_told_of_again_by_its_address_is_one_move(tmp_path: Path) -> None:
    first = "05/02/2020,New address is 4 Mill Row"
    again = "20/02/2020,Visited: now at 4 Mill Row"
    assert not moves(tmp_path, first, again)
    assert moves(tmp_path, first, again, "01/10/2020,Moved to 9 Weir Street") == [2]
    assert moves(tmp_path, first, "01/10/2020,Moved to 9 Weir Street", "01/12/2020,"
                 "Moved to 4 Mill Row") == [3]  # fmt: skip


def test_a_move_told_by_two_on_one_day_is_one_move(tmp_path: Path) -> None:
    rows = "08/10/2020,Discharged to foster carer", "08/10/2020,Placed with foster carer"
    assert not moves(tmp_path, *rows)
    assert moves(tmp_path, *rows, "09/12/2020,Placed with foster carer") == [2]


def test_going_back_to_an_address_is_a_move_and_so_is_a_new_worker_seen_there(
    tmp_path: Path,
) -> None:
    first = "01/06/2020,Moved to 14 Harbour Lane"
    back = "20/07/2020,Moved back in at 14 Harbour Lane: now at 14 Harbour Lane with her mother"
    assert moves(tmp_path, first, "01/07/2020,Mother and children to refuge", back) == [3]
    assert moves(tmp_path, first, "20/07/2020,New social worker came to 14 Harbour Lane") == [2]


def test_a_silence_says_how_many_entries_without_an_exact_day_may_lie_in_it(
    tmp_path: Path,
) -> None:
    told = (
        "Date,Event\n01/01/2020,Visit\nJune 2020,Visit\nundated,Note\n2018,Born\n01/10/2020,Call\n"
    )
    assert found_in(tmp_path, "gp.csv", told, Case()) == (
        "No entry by any agency in the files given for 274 days, 01/01/2020 to 01/10/2020, but for "
        "2 without an exact day. A prompt for professional judgement."
    )


def test_each_lens_can_be_switched_off(tmp_path: Path) -> None:
    assert lenses_of(woven(tmp_path, silence_days=0, missed_contacts=0, moves=0)) == []


def test_a_theme_counts_words_that_are_not_denied(tmp_path: Path) -> None:
    found = woven(tmp_path)
    events = {e.id: e.event for e in found.entries}
    assert [events[i] for i in found.themes["substance misuse"]] == ["Smelt of alcohol"]


def test_a_lens_that_is_not_known_is_refused_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions" / "gp.csv").write_text(LINES, encoding="utf-8")
    (tmp_path / "case.toml").write_text("[lenses]\nsilence = 3\n", encoding="utf-8")
    with pytest.raises(CaseweaveError, match=r"\[lenses\] silence = 3 is not known"):
        read_case(tmp_path)


def found_in(folder: Path, name: str, lines: str, case: Case) -> str:
    (folder / name).write_text(lines, encoding="utf-8")
    [pattern] = merge([folder / name], case).patterns
    return pattern.message


TWO = (Child(label="Orla"), Child(label="Finn"))


def test_no_reply_is_a_missed_contact_at_a_visit_and_not_on_the_telephone(tmp_path: Path) -> None:
    lines = (
        "Date,Event\n01/01/2020,Home visit. No reply.\n09/01/2020,Joint visit. No reply.\n"
        "12/01/2020,Telephone call to mother. No reply.\n"
    )
    assert found_in(tmp_path, "hv.csv", lines, Case()).startswith("2 missed contacts recorded")


def test_a_meeting_that_a_parent_did_not_come_to_is_no_missed_contact(tmp_path: Path) -> None:
    lines = (
        "Date,Event\n01/01/2020,Not brought to clinic.\n"
        "09/01/2020,Review conference attended. Mother did not attend.\n20/01/2020,WNB.\n"
    )
    assert found_in(tmp_path, "hv.csv", lines, Case()).startswith("2 missed contacts recorded")


def test_a_contact_missed_by_one_child_is_counted_in_that_childs_record_alone(
    tmp_path: Path,
) -> None:
    lines = (
        "Date,Patient,Event,Child seen\n01/01/2020,Finn,Surgery. Orla not brought.,Yes\n"
        "01/01/2020,Orla,Was not brought.,No\n20/01/2020,Orla,DNA.,No\n"
    )
    told = found_in(tmp_path, "gp.csv", lines, Case(children=TWO))
    assert told.startswith("2 missed contacts recorded")


def test_police_entries_say_which_children_were_seen_and_on_what_that_rests(
    tmp_path: Path,
) -> None:
    lines = (
        "Date,Incident type,Event,Children seen\n01/01/2020,Domestic,Officers attended.,Finn\n"
        "02/02/2020,Domestic,Finn seen asleep. Officers left.,\n03/03/2020,Domestic,Log closed.,\n"
    )
    told = found_in(tmp_path, "police.csv", lines, Case(children=TWO))
    assert told == (
        "3 police entries on domestic abuse, by their type or words, within 365 days. Whether "
        "children are recorded as seen at each: 01/01/2020 Finn seen; 02/02/2020 Finn* seen; "
        "03/03/2020 not recorded. * is read from the text, unconfirmed. "
        "A prompt for professional judgement."
    )


def test_a_grown_persons_return_is_no_change_of_a_childs_placement(tmp_path: Path) -> None:
    lines = (
        "Date,Event\n01/01/2020,Mr Hobbs returned to live at Quay Row.\n02/01/2020,Moved to X.\n"
    )
    (tmp_path / "police.csv").write_text(lines, encoding="utf-8")
    assert merge([tmp_path / "police.csv"], Case()).patterns == ()


@pytest.mark.parametrize(
    ("record_of", "event", "runs"),
    [
        ("mother", "DNA appointment.", [2, 2]),
        ("", "DNA antenatal appointment.", [2, 2]),
        ("", "DNA appointment.", [4]),
        ("", "Rang mother, no answer at present.", [2]),
    ],
)
def test_a_mothers_own_missed_appointments_are_no_run_with_those_of_a_child(
    tmp_path: Path, record_of: str, event: str, runs: list[int]
) -> None:
    (tmp_path / "midwife.csv").write_text(
        f"{'Midwifery: record of the mother' if record_of else 'Midwifery'},\nDate,Event\n"
        f'01/09/2020,"{event}"\n20/09/2020,"{event}"\n'
    )
    (tmp_path / "gp.csv").write_text(
        "Date,Event\n12/09/2020,Wren was not brought.\n23/11/2020,Wren was not brought.\n"
    )
    told = merge([tmp_path / "midwife.csv", tmp_path / "gp.csv"], Case())
    missed = [p for p in told.patterns if p.lens == "missed contacts"]
    assert [len(p.entries) for p in missed] == runs


def test_of_an_agency_that_sent_nothing_no_silence_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gp.csv"
    path.write_text("Date,Event\n01/01/2020,Seen\n", encoding="utf-8")
    period = NamedPeriod(
        name="after the move", period=Period(start=dt.date(2021, 1, 1), end=dt.date(2021, 3, 1))
    )
    case = Case(expected=("GP", "Midwifery"), periods=(period,))
    told = {p.message.split(":")[0]: p.message for p in merge([path], case).patterns}
    assert "no entry in the period 'after the move'" in told["GP"]
    assert "no chronology received" in told["Midwifery"]
    assert "no entry" not in told["Midwifery"]
