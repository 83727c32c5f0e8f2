"""Lenses: prompts for professional judgement, with the rows behind them and numbers to set."""

from pathlib import Path

import pytest

from caseweave.casefolder import read_case
from chronology import merge
from chronology.findings import CaseweaveError
from chronology.model import Case, Chronology

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
