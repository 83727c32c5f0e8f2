"""Each kind of contradiction in the words of police logs, surgeries, schools and housing officers.

crosscheck/wordings.toml holds the rows: what is to be found beside the family of the sixth case,
and look-alikes that are to be let pass.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from caseweave.crosscheck import crosscheck
from caseweave.opening import open_chronology, open_family
from chronology.model import Chronology
from genogram.model import Family
from tests.caseweave.test_crosscheck import CASES

WORDINGS = tomllib.loads((CASES / "wordings.toml").read_text(encoding="utf-8"))
SIXTH = CASES / "sixth"
EVERY = [w for kind in WORDINGS.values() for w in (*(f[0] for f in kind["found"]), *kind["silent"])]


@cache
def family() -> Family:
    read = open_family(SIXTH)
    assert read is not None
    return read[0]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Chronology]:
    """A chronology of one row for each wording, all read from one file."""
    folder = tmp_path_factory.mktemp("wordings")
    (folder / "submissions").mkdir()
    (folder / "case.toml").write_bytes((SIXTH / "case.toml").read_bytes())
    path = folder / "submissions" / "gp.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("Date", "Event"), *(("05/02/2022", w) for w in EVERY)])
    woven = open_chronology([folder])
    return {entry.event: replace(woven, entries=(entry,)) for entry in woven.entries}


def messages(woven: Chronology) -> list[str]:
    found = crosscheck(woven, family(), "family.xlsx")
    return [c.message for c in found if c.kind != "not mentioned"]


@pytest.mark.parametrize("kind", WORDINGS)
def test_every_wording_of_a_kind_is_understood(kind: str, rows: Mapping[str, Chronology]) -> None:
    told = {words: (said, messages(rows[words])) for words, said in WORDINGS[kind]["found"]}
    assert not {w: told[w] for w in told if not any(told[w][0] in m for m in told[w][1])}


@pytest.mark.parametrize("kind", WORDINGS)
def test_look_alikes_of_a_kind_are_let_pass(kind: str, rows: Mapping[str, Chronology]) -> None:
    told = {words: messages(rows[words]) for words in WORDINGS[kind]["silent"]}
    assert not {words: found for words, found in told.items() if found}
