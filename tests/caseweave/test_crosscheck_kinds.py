"""Each kind of contradiction in the words of police logs, surgeries, schools and housing officers.

crosscheck/wordings*.toml hold the rows: what is to be found beside the family of one of the cases,
and look-alikes that are to be let pass.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from caseweave.crosscheck import crosscheck
from caseweave.opening import open_chronology, open_family
from chronology.model import Chronology
from genogram.model import Family
from tests.caseweave.test_crosscheck import CASES

FILES = (
    "wordings.toml", "wordings_wider.toml", "wordings_two_homes.toml", "wordings_many_fathers.toml",
    "wordings_two_mothers.toml", "wordings_of_whom.toml", "wordings_foster_home.toml",
)  # fmt: skip
KINDS = ("alive", "death", "stranger", "home", "count", "address", "age", "relation")


@dataclass(frozen=True, kw_only=True)
class Told:
    """The wordings of a file, a chronology of one entry for each, and the family beside them."""

    kinds: dict[str, Any]
    rows: dict[str, Chronology]
    family: Family

    def messages(self, words: str) -> list[str]:
        found = crosscheck(self.rows[words], self.family, "family.xlsx")
        return [c.message for c in found if c.kind != "not mentioned"]


@cache
def told(file: str, folder: Path) -> Told:
    wordings = tomllib.loads((CASES / file).read_text(encoding="utf-8"))
    case = CASES / wordings["family"]
    text = (case / "case.toml").read_text(encoding="utf-8").partition("[[submissions]]")[0]
    (folder / "submissions").mkdir()
    (folder / "case.toml").write_text(text, encoding="utf-8", newline="\n")
    sent = f"Date,Event\n{wordings['day']},Home visit.\n"
    (folder / "submissions" / "gp.csv").write_text(sent, encoding="utf-8", newline="\n")
    woven = open_chronology([folder])
    [visit] = woven.entries
    every = [w for k in KINDS for w in (*dict(wordings[k]["found"]), *wordings[k]["silent"])]
    each = {w: replace(woven, entries=(replace(visit, event=w),)) for w in every}
    read = open_family(case)
    assert read is not None
    return Told(kinds=wordings, rows=each, family=read[0])


@pytest.fixture(scope="module", params=FILES)
def wordings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    return told(request.param, tmp_path_factory.mktemp("wordings"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_wording_of_a_kind_is_understood(kind: str, wordings: Told) -> None:
    found = {
        words: (said, wordings.messages(words)) for words, said in wordings.kinds[kind]["found"]
    }
    assert not {w: m for w, (said, m) in found.items() if not any(said in one for one in m)}


@pytest.mark.parametrize("kind", KINDS)
def test_look_alikes_of_a_kind_are_let_pass(kind: str, wordings: Told) -> None:
    found = {words: wordings.messages(words) for words in wordings.kinds[kind]["silent"]}
    assert not {words: messages for words, messages in found.items() if messages}
