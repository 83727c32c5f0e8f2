"""Tables of words in chronology/cues: each has examples beside its lists, and every one is run."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from chronology import merge, phrases
from chronology.discrepancies import is_hearsay
from chronology.events.agencies import as_expected
from chronology.events.agency_staff import staff_named
from chronology.events.differing_details import differing_details
from chronology.model import Case
from chronology.phrases import table_of
from chronology.values.views_column import read_views
from tests.chronology.told_cases import entry

CUES = Path(phrases.__file__).parent / "cues"
NUMBERS = "scoring.toml"
"""Holds what measures are worth, and no words."""
TABLES = {
    path.name: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in CUES.glob("*.toml")
    if path.name != NUMBERS
}
WHOLE = "same_agency.toml"
"""Holds names of agencies, each compared as a whole."""
BELOW = sorted(file for file, table in TABLES.items() if "examples" in table)
BESIDE = sorted(TABLES.keys() - {*BELOW})
"""Files whose examples stand below all of their lists, and those where they stand beside each."""


def examples_of(file: str) -> list[dict[str, str]]:
    return [example for table in table_of(file).values() for example in table["examples"]]


def lists_in(table: Mapping[str, Any], examples: Any) -> Iterator[tuple[str, list[str], str]]:
    """Each list of cues of a table and of the tables in it, by name, and the example of it."""
    for name, told in table.items():
        example = examples.get(name, "")
        yield from [(name, told, example)] if isinstance(told, list) else lists_in(told, example)


SHOWN = [
    pytest.param(cues, example, id=f"{file} {name}: {example}")
    for file in BELOW
    if file != WHOLE
    for name, cues, example in lists_in(table_of(file), TABLES[file]["examples"])
]


@pytest.mark.parametrize("file", BESIDE)
def test_every_list_of_words_has_examples(file: str) -> None:
    assert all(table["examples"] for table in table_of(file).values())


@pytest.mark.parametrize(("cues", "example"), SHOWN)
def test_one_cue_alone_of_its_list_picks_out_a_sentence(cues: list[str], example: str) -> None:
    """So that the example tells when that cue is taken away."""
    found = phrases.find(phrases.stems(example), phrases.finder({"": cues}))
    assert [cue.denied for cue in found] == [False]


@pytest.mark.parametrize("agency", table_of(WHOLE))
def test_an_agency_is_known_by_another_of_its_names(agency: str) -> None:
    name = TABLES[WHOLE]["examples"][agency]
    assert as_expected([name], [agency], ()) == {name: agency}


@pytest.mark.parametrize("example", examples_of("agency_staff.toml"), ids=lambda e: e["text"])
def test_who_writes_for_an_agency_is_named_with_a_title(example: dict[str, str]) -> None:
    named = staff_named(example["text"], {"Kerr": "Kerr", "Kerr-Odell": "Kerr-Odell"})
    assert named == [name for name in (example["surname"],) if name]


@pytest.mark.parametrize("example", examples_of("column_check.toml"), ids=lambda e: e["heading"])
def test_a_heading_that_is_not_known_asks_who_was_seen(
    tmp_path: Path, example: dict[str, str]
) -> None:
    path = tmp_path / "hv.csv"
    path.write_text(f"Date,Event,{example['heading']}\n12/03/2021,Letter,Yes\n", encoding="utf-8")
    found = {finding.code for finding in merge([path]).findings}
    assert ("column-seen-unread" in found) == example["found"]


@pytest.mark.parametrize("example", examples_of("discrepancies.toml"), ids=lambda e: e["text"])
def test_what_was_said_of_an_event_afterwards(example: dict[str, str]) -> None:
    assert is_hearsay(example["text"]) == example["later"]


@pytest.mark.parametrize(
    "example",
    [*examples_of("body_side.toml"), *examples_of("partners.toml")],
    ids=lambda e: f"{e['one']} | {e['other']}",
)
def test_accounts_of_one_event_differ(example: dict[str, str]) -> None:
    told = [
        entry(n, agency, "04/03/2021", "", example[account])
        for n, (agency, account) in enumerate((("Hospital", "one"), ("GP", "other")), 1)
    ]
    found = differing_details(told, Case(), sitting=lambda e: False)
    assert [difference.field for difference in found] == list(filter(None, [example["differ"]]))


@pytest.mark.parametrize("example", examples_of("views_column.toml"), ids=lambda e: e["cell"])
def test_what_a_column_says_of_the_childs_views(example: dict[str, str]) -> None:
    told, _ = read_views(example["cell"], of="Theo")
    assert [views.value for views in told.values()] == list(filter(None, [example["views"]]))
