"""Fifteen agencies' files, none like another: every row is read, with its days, times and order."""

import pytest

from chronology import merge
from tests.chronology.mess.score import Score, make, score


@pytest.fixture(scope="module")
def got(tmp_path_factory: pytest.TempPathFactory) -> Score:
    folder = tmp_path_factory.mktemp("mess")
    truth = make(folder)
    return score(truth, merge(sorted(folder.iterdir())))


def test_every_row_is_an_entry_and_nothing_else_is(got: Score) -> None:
    assert got.rows >= 290
    assert got.missing == ()
    assert got.beyond == ()


def test_every_date_is_read_as_it_is_meant(got: Score) -> None:
    assert got.wrong_dates == ()


def test_every_time_is_read_as_it_is_meant(got: Score) -> None:
    assert got.wrong_times == ()


def test_no_pair_of_entries_is_out_of_order(got: Score) -> None:
    assert got.out_of_order == ()
